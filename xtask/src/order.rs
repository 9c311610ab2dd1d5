//! The command line: what may be asked for, and the text that lists it.

use std::iter::Peekable;
use std::vec::IntoIter;

use crate::Outcome;
use crate::address::BaseUrl;
use crate::bench::Benching;
use crate::bundle::Building;
use crate::setup::Purpose;
use crate::test::Suite;

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
The commands of this project:

  cargo xtask setup [serve|test]        install what is missing; what is in place is left alone
  cargo xtask serve [--port N] [--debug]
                                        set up, build for release and serve the widget on 127.0.0.1:8080
  cargo xtask build [--base-url URL] [--small]
                                        set up, build for release into dist/ and print the sizes; the URL is where the
                                        site will be, for previews and search engines
  cargo xtask reproduce                 build twice, in two folders, and compare every byte
  cargo xtask test [native|browser|e2e] set up and run the tests: all of them, or those named
  cargo xtask budget                    measure dist/ against budget.toml
  cargo xtask bench [--rounds N]        build, then measure it beside a SurveyJS form and a page by hand, in one table with
                                        the benches of the judgement; it takes some ten minutes and wants a quiet machine
  cargo xtask bench pages [--rounds N]  the table without those benches
  cargo xtask bench interactions [--rounds N]
                                        how long each screen takes to show something for what is done on it
  cargo xtask bench lighthouse [PAGE…]  Lighthouse on these pages of dist/, or on all kinds
  cargo xtask bench judgement [FILTER]  the benches of the judgement alone: all, or those such as `classify`
  cargo xtask shots OUT.png [OPTIONS]   photograph a screen of dist/; `shots --help` lists the options
  cargo xtask ci                        formatting, licences, lints, documentation, two builds compared, then all tests
  cargo xtask help                      this text

`bench` names what is above its limit, and fails then.
`--small` compiles Rust's own library anew for size, which needs rust-src and is not what stable Rust promises.
`--debug` serves an unoptimised build that reloads itself when a file changes.
";

/// The port that is tried first.
const PORT: u16 = 8080;

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Print the list of commands.
    Help,
    /// Install what is missing.
    Setup(Purpose),
    /// Build for release.
    Build(Building),
    /// Build twice and compare.
    Reproduce,
    /// Build and serve.
    Serve(Serving),
    /// Run these suites.
    Test(Vec<Suite>),
    /// Measure `dist/`.
    Budget,
    /// Measure.
    Bench(Benching),
    /// Photograph a screen, with these arguments for the photographer.
    Shots(Vec<String>),
    /// All that continuous integration runs.
    Ci,
}

/// How to serve.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Serving {
    /// The port to try first.
    pub(crate) port: u16,
    /// Unoptimised, reloading itself.
    pub(crate) debug: bool,
}

/// The words that are still to be read.
type Args = Peekable<IntoIter<String>>;

/// What reads the words behind a command.
type Reader = fn(&mut Args) -> Outcome<Order>;

/// The commands by name.
const COMMANDS: [(&str, Reader); 10] = [
    ("setup", |args| Purpose::parse(args).map(Order::Setup)),
    ("serve", |args| Serving::parse(args).map(Order::Serve)),
    ("build", |args| Building::parse(args).map(Order::Build)),
    ("reproduce", |_| Ok(Order::Reproduce)),
    ("test", |args| Suite::parse_all(args).map(Order::Test)),
    ("budget", |_| Ok(Order::Budget)),
    ("bench", |args| Benching::parse(args).map(Order::Bench)),
    ("shots", |args| Ok(Order::Shots(args.collect()))),
    ("ci", |_| Ok(Order::Ci)),
    ("help", |_| Ok(Order::Help)),
];

impl Order {
    /// Reads the arguments that follow the program's name.
    pub(crate) fn parse(args: impl Iterator<Item = String>) -> Outcome<Self> {
        let args: Vec<String> = args.collect();
        let mut args = args.into_iter().peekable();
        let command = match args.next() {
            None => return Ok(Self::Help),
            Some(word) if word == "--help" || word == "-h" => "help".to_owned(),
            Some(word) => word,
        };
        let known = COMMANDS.iter().find(|(name, _)| *name == command);
        let (_, read) = known.ok_or_else(|| {
            format!("there is no command `{command}`; `cargo xtask help` lists them")
        })?;
        let order = read(&mut args)?;
        match args.next() {
            None => Ok(order),
            Some(left) => Err(format!(
                "`{command}` takes no `{left}`; `cargo xtask help` lists what it takes"
            )),
        }
    }
}

impl Purpose {
    fn parse(args: &mut Args) -> Outcome<Self> {
        match args.next().as_deref() {
            None | Some("test") => Ok(Self::Test),
            Some("serve") => Ok(Self::Serve),
            Some(other) => Err(format!("`setup` knows serve and test, not `{other}`")),
        }
    }
}

impl Suite {
    /// Those that are named, or all.
    fn parse_all(args: &mut Args) -> Outcome<Vec<Self>> {
        let named = args.map(|name| Self::parse(&name));
        let named = named.collect::<Outcome<Vec<_>>>()?;
        Ok(if named.is_empty() {
            Self::ALL.to_vec()
        } else {
            named
        })
    }
}

impl Building {
    fn parse(args: &mut Args) -> Outcome<Self> {
        let mut building = Self::default();
        while let Some(arg) = args.next() {
            let value = match arg.split_once('=') {
                Some(("--base-url", value)) => Some(value.to_owned()),
                None if arg == "--base-url" => args.next(),
                None if arg == "--small" => {
                    building.small = true;
                    continue;
                }
                _ => {
                    return Err(format!(
                        "`build` takes --base-url URL and --small, not `{arg}`"
                    ));
                }
            };
            building.base = Some(BaseUrl::parse(&value.unwrap_or_default())?);
        }
        Ok(building)
    }
}

impl Serving {
    fn parse(args: &mut Args) -> Outcome<Self> {
        let mut serving = Self {
            port: PORT,
            debug: false,
        };
        while let Some(arg) = args.next() {
            let (name, value) = match arg.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (arg.as_str(), None),
            };
            match name {
                "--debug" if value.is_none() => serving.debug = true,
                "--port" => {
                    let value = value.or_else(|| args.next()).unwrap_or_default();
                    serving.port =
                        value.parse().ok().filter(|port| *port > 0).ok_or_else(|| {
                            format!("`--port` needs a number from 1 to 65535, not `{value}`")
                        })?;
                }
                _ => return Err(format!("`serve` takes --port N and --debug, not `{arg}`")),
            }
        }
        Ok(serving)
    }
}

impl Benching {
    /// Reads every word before anything is built: what is measured takes minutes.
    fn parse(args: &mut Args) -> Outcome<Self> {
        let what = args.next_if(|word| !is_option(word));
        Ok(match what.as_deref() {
            None => Self::All(rounds(args)?),
            Some("pages") => Self::Pages(rounds(args)?),
            Some("interactions") => Self::Interactions(rounds(args)?),
            Some("lighthouse") => {
                let mut pages = Vec::new();
                while let Some(page) = args.next_if(|word| !is_option(word)) {
                    pages.push(page);
                }
                Self::Lighthouse(pages)
            }
            Some("judgement") => Self::Judgement(args.next_if(|word| !is_option(word))),
            Some(other) => {
                return Err(format!(
                    "`bench` knows pages, interactions, lighthouse and judgement, not `{other}`"
                ));
            }
        })
    }
}

fn is_option(word: &str) -> bool {
    word.starts_with('-')
}

/// How many rounds, if that is said.
fn rounds(args: &mut Args) -> Outcome<Option<u32>> {
    let Some(arg) = args.next() else {
        return Ok(None);
    };
    let value = match arg.split_once('=') {
        Some(("--rounds", value)) => value.to_owned(),
        None if arg == "--rounds" => args.next().unwrap_or_default(),
        _ => return Err(format!("`bench` takes --rounds N here, not `{arg}`")),
    };
    let rounds = value.parse().ok().filter(|rounds| *rounds > 0);
    rounds
        .map(Some)
        .ok_or_else(|| format!("`--rounds` needs a number above 0, not `{value}`"))
}

/// Whether the photographer will only say what it takes, for which no browser is needed.
pub(crate) fn is_for_help(shots: &[String]) -> bool {
    shots.is_empty() || shots.iter().any(|arg| arg == "--help" || arg == "-h")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Outcome<Order> {
        Order::parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn every_command_is_read() {
        let building = |base: Option<&str>, small| {
            let base = base.map(|base| BaseUrl::parse(base).expect("an address"));
            Order::Build(Building { base, small })
        };
        let serving = |port, debug| Order::Serve(Serving { port, debug });
        let lighthouse = |pages: &[&str]| {
            let pages = pages.iter().map(|&page| page.to_owned());
            Order::Bench(Benching::Lighthouse(pages.collect()))
        };
        for (line, order) in [
            ("", Order::Help),
            ("help", Order::Help),
            ("setup", Order::Setup(Purpose::Test)),
            ("setup serve", Order::Setup(Purpose::Serve)),
            ("build", building(None, false)),
            (
                "build --base-url https://example.org/sub/",
                building(Some("https://example.org/sub/"), false),
            ),
            (
                "build --small --base-url=http://example.org",
                building(Some("http://example.org"), true),
            ),
            ("reproduce", Order::Reproduce),
            ("serve", serving(8080, false)),
            ("serve --port 9000", serving(9000, false)),
            ("serve --port=9000 --debug", serving(9000, true)),
            (
                "test",
                Order::Test(vec![Suite::Native, Suite::Browser, Suite::E2e]),
            ),
            (
                "test e2e native",
                Order::Test(vec![Suite::E2e, Suite::Native]),
            ),
            ("bench", Order::Bench(Benching::All(None))),
            ("bench --rounds 3", Order::Bench(Benching::All(Some(3)))),
            ("bench pages", Order::Bench(Benching::Pages(None))),
            (
                "bench pages --rounds=3",
                Order::Bench(Benching::Pages(Some(3))),
            ),
            (
                "bench interactions --rounds 2",
                Order::Bench(Benching::Interactions(Some(2))),
            ),
            ("bench lighthouse", lighthouse(&[])),
            (
                "bench lighthouse about/ r/cl/#1pMMSjUhg_A",
                lighthouse(&["about/", "r/cl/#1pMMSjUhg_A"]),
            ),
            ("bench judgement", Order::Bench(Benching::Judgement(None))),
            (
                "bench judgement classify",
                Order::Bench(Benching::Judgement(Some("classify".into()))),
            ),
            (
                "shots a.png --dark",
                Order::Shots(vec!["a.png".into(), "--dark".into()]),
            ),
            ("ci", Order::Ci),
        ] {
            assert_eq!(parse(line), Ok(order), "{line}");
        }
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, named) in [
            ("fly", "`fly`"),
            ("build quickly", "`quickly`"),
            ("build --base-url", "https://example.org/folder/"),
            ("build --base-url /sub/", "https://example.org/folder/"),
            ("build --base-url https://", "https://example.org/folder/"),
            ("build --base-url https://a/?b", "'https://a/?b'"),
            ("build --base-url=https://a<b", "'https://a<b'"),
            ("build --base-url https://a/ now", "`now`"),
            ("build --small=no", "`--small=no`"),
            ("serve -p 9000", "`-p`"),
            ("serve --port", "65535"),
            ("serve --port 0", "`0`"),
            ("serve --port 70000", "`70000`"),
            ("serve --debug=yes", "`--debug=yes`"),
            ("serve --fast", "`--fast`"),
            ("bench --help", "`--help`"),
            ("bench --round 5", "`--round`"),
            ("bench --rounds", "above 0"),
            ("bench --rounds 0", "`0`"),
            ("bench --rounds 3 now", "`now`"),
            ("bench lighthose", "`lighthose`"),
            ("bench classify", "`classify`"),
            ("bench pages about/", "`about/`"),
            ("bench interactions --rounds five", "`five`"),
            ("bench lighthouse --rounds 3", "`--rounds`"),
            ("bench judgement --bench", "`--bench`"),
            ("bench judgement read sort", "`sort`"),
            ("test unit", "`unit`"),
            ("setup all", "`all`"),
        ] {
            let failure = parse(line).expect_err(line);
            assert!(failure.contains(named), "{line}: {failure}");
        }
    }

    #[test]
    fn no_browser_is_needed_to_say_what_the_photographer_takes() {
        for (line, is) in [
            ("shots", true),
            ("shots --help", true),
            ("shots a.png -h", true),
            ("shots a.png --dark", false),
        ] {
            let Ok(Order::Shots(args)) = parse(line) else {
                panic!("{line}");
            };
            assert_eq!(is_for_help(&args), is, "{line}");
        }
    }

    #[test]
    fn the_help_lists_every_command() {
        for (command, _) in COMMANDS {
            assert!(
                HELP.contains(&format!("\n  cargo xtask {command} ")),
                "{command}"
            );
        }
    }
}
