//! What pages say and ask for, told by themselves: for the browsers that let no test read their console.
//!
//! A small script at the head of every page, before its policy, tells the page's own server of each error, each breach
//! of the policy, and each request to another place. It also carries the scripts that a stage wants run first.

use std::sync::{Arc, Mutex, PoisonError};

use crate::browser::Console;
use crate::request::decoded;

/// Where pages tell it, on any server.
pub(crate) const PLACE: &str = "/.witness?";

/// Run in a page, waits until what it had to tell has come, but for what its frames have.
pub(crate) const HEARD_OUT: &str = "await document.heardOut?.()";

const SCRIPT: &str = "(() => {
  const underWay = new Set();
  const tell = (level, message) => {
    if (message.includes('/.witness?')) return;
    const telling = fetch(`/.witness?${level}&${encodeURIComponent(message)}`, { keepalive: true })
      .catch(() => {}).finally(() => underWay.delete(telling));
    underWay.add(telling);
  };
  const told = { error: 'SEVERE', warn: 'WARNING' };
  for (const [name, level] of Object.entries(told)) {
    const say = console[name];
    console[name] = (...all) => { tell(level, all.map(String).join(' ')); say.apply(console, all); };
  }
  addEventListener('error', event => tell('SEVERE', event.message
    ? `${event.filename}:${event.lineno} ${event.message}`
    : `Failed to load ${event.target.src || event.target.href || event.target.localName}`), true);
  addEventListener('unhandledrejection', event => tell('SEVERE', `unhandled ${event.reason}`));
  addEventListener('securitypolicyviolation', event => tell('SEVERE',
    `Content Security Policy: ${event.violatedDirective} forbids ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber} ${event.sample}`));
  const asked = entries => {
    for (const { name } of entries) if (!name.startsWith(location.origin + '/')) tell('ASKED', name);
  };
  const observer = new PerformanceObserver(list => asked(list.getEntries()));
  observer.observe({ type: 'resource', buffered: true });
  document.heardOut = async () => {
    asked(observer.takeRecords());
    while (underWay.size) await Promise.all(underWay);
  };
})();";

/// What was told so far; its clones share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Witness {
    lines: Arc<Mutex<Vec<Console>>>,
}

impl Witness {
    /// The page, with the script and those of the stage before all else.
    pub(crate) fn enter(page: &str, before: &[String]) -> String {
        let scripts = before.join(";\n");
        page.replacen(
            "<head>",
            &format!("<head><script>{SCRIPT}\n{scripts}</script>"),
            1,
        )
    }

    /// Notes what a page told.
    pub(crate) fn note(&self, told: &str) {
        let (level, message) = told.split_once('&').unwrap_or(("SEVERE", told));
        let line = Console {
            level: level.to_owned(),
            message: decoded(message),
        };
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines.push(line);
    }

    /// All lines so far that are of the console, or else the addresses that were asked for.
    pub(crate) fn lines(&self, of_the_console: bool) -> Vec<Console> {
        let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        let wanted = |line: &&Console| (line.level != "ASKED") == of_the_console;
        lines.iter().filter(wanted).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_addresses_are_told_apart() {
        let witness = Witness::default();
        witness.note("SEVERE&an%20error");
        witness.note("ASKED&http%3A%2F%2Fx%2F");
        assert_eq!(witness.lines(true)[0].message, "an error");
        assert_eq!(witness.lines(false)[0].message, "http://x/");
    }

    #[test]
    fn it_comes_before_all_else_in_the_head() {
        let page = Witness::enter("<html><head><meta></head>", &["first()".to_owned()]);
        assert!(page.starts_with("<html><head><script>"));
        assert!(page.ends_with("first()</script><meta></head>"));
    }
}
