//! Photographs a screen of the built widget, so that one can look at it: `cargo xtask shots OUT.png --path '/#1abc'`.
#![allow(
    clippy::print_stdout,
    reason = "it tells the person who typed the command what it has done"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clientele_e2e::{Kind, Stage, Trouble, Walk};

const HELP: &str = "\
Photographs a screen of the built widget.

  cargo xtask shots OUT.png [OPTIONS]

  --browser NAME   chromium (default), firefox or webkit
  --path PATH      a page of dist/, with its fragment if it has one (default: /)
  --url URL        any address instead
  --width N        320, 768, 1280 (default) or another width
  --height N       of the window (default: 800)
  --dark           in the dark theme
  --forced-colors  in forced colours
  --still          with reduced motion
  --full           the whole page, however long
  --wait TEXT      first wait until this can be read
  --click NAME     first click on what is called so; may be given more than once
  --press KEY      first press this key; may be given more than once, in order with --click and --script
  --script JS      first run this, a file's name or JavaScript itself, as the body of an async function
  --print OUT.pdf  also save the page as it is printed
";

/// Something to do before the picture is taken.
enum Act {
    Wait(String),
    Click(String),
    Press(String),
    Script(String),
}

struct Wish {
    out: PathBuf,
    place: String,
    stage: Stage,
    whole: bool,
    acts: Vec<Act>,
    pdf: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if args.is_empty() || args.iter().any(|arg| arg == "--help" || arg == "-h") {
        print!("{HELP}");
        return ExitCode::SUCCESS;
    }
    match parse(args) {
        Ok(wish) => match grant(wish).await {
            Ok(()) => ExitCode::SUCCESS,
            Err(trouble) => {
                eprintln!("shots: {trouble}");
                ExitCode::FAILURE
            }
        },
        Err(trouble) => {
            eprintln!("shots: {trouble}; `cargo xtask shots --help` lists the options");
            ExitCode::FAILURE
        }
    }
}

fn parse(args: Vec<String>) -> Result<Wish, Trouble> {
    let (mut out, mut place, mut stage) = (None, "/".to_owned(), Stage::new());
    let (mut width, mut height) = (1280, 800);
    let (mut whole, mut acts, mut pdf) = (false, Vec::new(), None);
    let mut args = args.into_iter();
    while let Some(arg) = args.next() {
        let mut value = || {
            args.next()
                .ok_or_else(|| Trouble::new(format!("{arg} needs a value")))
        };
        let number = |text: String| {
            text.parse()
                .map_err(|_| Trouble::new(format!("`{text}` is no number of pixels")))
        };
        match arg.as_str() {
            "--browser" => {
                let name = value()?;
                let kind = Kind::named(&name);
                let unknown = || Trouble::new(format!("`{name}` is no browser that is driven"));
                stage = stage.browser(kind.ok_or_else(unknown)?);
            }
            "--path" | "--url" => place = value()?,
            "--width" => width = number(value()?)?,
            "--height" => height = number(value()?)?,
            "--dark" => stage = stage.dark(),
            "--forced-colors" => stage = stage.forced_colors(),
            "--still" => stage = stage.still(),
            "--full" => whole = true,
            "--wait" => acts.push(Act::Wait(value()?)),
            "--click" => acts.push(Act::Click(value()?)),
            "--press" => acts.push(Act::Press(value()?)),
            "--script" => acts.push(Act::Script(script(&value()?)?)),
            "--print" => pdf = Some(PathBuf::from(value()?)),
            name if !name.starts_with("--") && out.is_none() => out = Some(PathBuf::from(name)),
            other => return Err(Trouble::new(format!("`{other}` is not understood"))),
        }
    }
    let out = out.ok_or_else(|| Trouble::new("no file was named for the picture"))?;
    Ok(Wish {
        out,
        place,
        stage: stage.size(width, height),
        whole,
        acts,
        pdf,
    })
}

/// The text of a script, from its file if there is one of that name.
fn script(named: &str) -> Result<String, Trouble> {
    if Path::new(named).is_file() {
        Ok(std::fs::read_to_string(named)?)
    } else {
        Ok(named.to_owned())
    }
}

async fn grant(wish: Wish) -> Result<(), Trouble> {
    let walk: Walk = wish.stage.open(&wish.place).await?;
    for act in &wish.acts {
        match act {
            Act::Wait(text) => walk.until_text(text).await?,
            Act::Click(name) => walk.click_text(name).await?,
            Act::Press(key) => walk.press(key).await?,
            Act::Script(body) => drop(walk.eval(body).await?),
        }
    }
    walk.until_still().await?;
    walk.photograph(&wish.out, wish.whole).await?;
    println!(
        "{}  “{}” at {}",
        wish.out.display(),
        walk.heading().await?,
        walk.address().await?
    );
    if let Some(pdf) = &wish.pdf {
        walk.print(pdf).await?;
        println!("{}", pdf.display());
    }
    for line in walk.console().await? {
        println!("console {}: {}", line.level, line.message);
    }
    walk.driver().clone().quit().await?;
    Ok(())
}
