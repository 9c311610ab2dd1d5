//! Words set in lines, for drawings, which have no lines of their own.

/// Words in as few lines of at most so many characters as they need, and those about equally long.
#[must_use]
pub fn lines(words: &str, most: usize) -> Vec<String> {
    let widest = wrapped(words, most);
    (1..most)
        .map(|most| wrapped(words, most))
        .find(|narrow| narrow.len() == widest.len())
        .unwrap_or(widest)
}

fn wrapped(words: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{lines, wrapped};

    #[test]
    fn words_stay_whole() {
        assert_eq!(wrapped("one two three", 8), ["one two", "three"]);
        assert_eq!(wrapped("a b c d e f", 10), ["a b c d e", "f"]);
        assert_eq!(lines("a b c d e f", 10), ["a b c", "d e f"]);
        assert_eq!(lines("unbreakable", 4), ["unbreakable"]);
        assert_eq!(lines("", 4), Vec::<String>::new());
    }
}
