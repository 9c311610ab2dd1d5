//! Keys by their names in the browser's own words: `ArrowDown`, `Enter`, `Shift+Tab`, `3`.

use thirtyfour::Key;

use crate::trouble::Trouble;

/// What to hold and what to press for a name such as `Shift+Tab`.
pub(crate) fn parse(name: &str) -> Result<(Vec<char>, char), Trouble> {
    let mut parts: Vec<&str> = name.split('+').collect();
    // "+" itself, alone or after a modifier.
    if name.ends_with('+') {
        parts.truncate(parts.len() - 2);
        parts.push("+");
    }
    let mut codes = parts
        .iter()
        .map(|part| code(part))
        .collect::<Result<Vec<_>, _>>()?;
    let last = codes
        .pop()
        .ok_or_else(|| Trouble::new("no key was named"))?;
    Ok((codes, last))
}

fn code(name: &str) -> Result<char, Trouble> {
    let key = match name {
        "Tab" => Key::Tab,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Space" => return Ok(' '),
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "ArrowLeft" => Key::Left,
        "ArrowUp" => Key::Up,
        "ArrowRight" => Key::Right,
        "ArrowDown" => Key::Down,
        "Shift" => Key::Shift,
        "Control" => Key::Control,
        "Alt" => Key::Alt,
        "Meta" => Key::Meta,
        other => {
            let mut characters = other.chars();
            return match (characters.next(), characters.next()) {
                (Some(character), None) => Ok(character),
                _ => Err(Trouble::new(format!("no key is called `{other}`"))),
            };
        }
    };
    Ok(key.value())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_combinations() -> Result<(), Trouble> {
        assert_eq!(parse("3")?, (vec![], '3'));
        assert_eq!(parse("ArrowDown")?, (vec![], Key::Down.value()));
        assert_eq!(
            parse("Shift+Tab")?,
            (vec![Key::Shift.value()], Key::Tab.value())
        );
        assert_eq!(parse("+")?, (vec![], '+'));
        assert_eq!(parse("Control++")?, (vec![Key::Control.value()], '+'));
        assert!(parse("Down").is_err());
        Ok(())
    }
}
