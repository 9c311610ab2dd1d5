//! What a walk is judged by: axe-core, the console, and where requests went. And what is told when it fails.

use std::fs;
use std::path::Path;
use std::thread;

use crate::browser::Console;
use crate::server::Server;
use crate::stage::root;
use crate::trouble::Trouble;
use crate::walk::Walk;
use crate::{axe, camera};

/// What the browser's console says of each breach of a page's policy, in frames too.
const POLICY: &str = "Content Security Policy";

impl Walk {
    /// Fails if axe-core finds any fault on this screen, by any of its rules.
    pub async fn axe(&self) -> Result<(), Trouble> {
        self.axe_but(&[]).await
    }

    /// As [`Walk::axe`], but for these rules.
    pub async fn axe_but(&self, rules: &[&str]) -> Result<(), Trouble> {
        let found = self.violations(rules).await?;
        if found.is_empty() {
            return Ok(());
        }
        Err(self
            .tell(&format!("axe-core found:\n{}", found.join("\n")))
            .await)
    }

    /// What axe-core finds on this screen, each rule's places in words, but for these rules.
    pub async fn violations(&self, but: &[&str]) -> Result<Vec<String>, Trouble> {
        self.until_still().await?;
        axe::violations(&self.browser, but).await
    }

    /// Saves a picture of the window, or of the whole page.
    pub async fn photograph(&self, to: &Path, whole: bool) -> Result<(), Trouble> {
        camera::photograph(&self.browser, to, whole).await
    }

    /// Saves the page as it is printed.
    pub async fn print(&self, to: &Path) -> Result<(), Trouble> {
        camera::print(&self.browser, to).await
    }

    /// All lines of the console so far.
    pub async fn console(&self) -> Result<Vec<Console>, Trouble> {
        self.browser.console().await
    }

    /// Console errors that contain this are expected: a file that was made to fail, for instance.
    pub fn forgive(&mut self, part: &str) {
        self.forgiven.push(part.to_owned());
    }

    /// The host's own policy is narrower than ours: breaches of it that contain this are expected.
    pub fn forgive_breach(&mut self, part: &str) {
        self.breached.push(part.to_owned());
        self.forgive(part);
    }

    /// Requests to this address may be made too: the widget in a frame of another host's page.
    pub fn befriend(&mut self, address: &str) {
        self.friends.push(address.to_owned());
    }

    /// What happens in the pages of this server counts too: the widget in a frame of another host's page.
    pub fn heed(&mut self, server: &Server) {
        self.browser.heed(server.witness());
    }

    /// Console errors that nobody forgave.
    pub async fn errors(&self) -> Result<Vec<String>, Trouble> {
        let forgiven =
            |line: &Console| self.forgiven.iter().any(|part| line.message.contains(part));
        let lines = self.console().await?;
        Ok(lines
            .into_iter()
            .filter(|line| line.level == "SEVERE" && !forgiven(line))
            .map(|line| line.message)
            .collect())
    }

    /// What pages and frames tried to do against their content security policy, but for what a host's own forbids.
    pub async fn breaches(&self) -> Result<Vec<String>, Trouble> {
        let lines = self.console().await?;
        Ok(lines
            .into_iter()
            .map(|line| line.message)
            .filter(|message| message.contains(POLICY))
            .filter(|message| !self.breached.iter().any(|part| message.contains(part)))
            .collect())
    }

    /// Addresses off our own origin that the page asked for.
    pub async fn strays(&self) -> Result<Vec<String>, Trouble> {
        let home = self.server.url("");
        let harmless = |url: &str| {
            ["data:", "blob:", "about:"]
                .iter()
                .any(|scheme| url.starts_with(scheme))
        };
        let visited = self.browser.visited().await?;
        Ok(visited
            .into_iter()
            .filter(|url| !url.starts_with(&home) && !harmless(url))
            .filter(|url| !self.friends.iter().any(|friend| url.starts_with(friend)))
            .collect())
    }

    /// Ends the walk. Fails if there was an error on the console, if anything was against a page's policy, or if any
    /// request left the widget's own place.
    pub async fn finish(self) -> Result<(), Trouble> {
        let breaches = self.breaches().await?;
        if !breaches.is_empty() {
            return Err(self
                .tell(&format!(
                    "against the content security policy:\n{}",
                    breaches.join("\n")
                ))
                .await);
        }
        let errors = self.errors().await?;
        if !errors.is_empty() {
            return Err(self
                .tell(&format!("the console holds errors:\n{}", errors.join("\n")))
                .await);
        }
        let strays = self.strays().await?;
        if !strays.is_empty() {
            return Err(self
                .tell(&format!(
                    "requests left the widget's own place:\n{}",
                    strays.join("\n")
                ))
                .await);
        }
        self.browser.quit().await
    }

    /// A trouble, and what was to be seen when it came up.
    pub(crate) async fn tell(&self, what: &str) -> Trouble {
        let text: String = self
            .text()
            .await
            .unwrap_or_default()
            .chars()
            .take(800)
            .collect();
        let address = self.address().await.unwrap_or_default();
        let errors = self.errors().await.unwrap_or_default().join("\n  ");
        let picture = self
            .keep_picture()
            .await
            .unwrap_or_else(|why| format!("none: {why}"));
        Trouble::new(format!(
            "{what}\n- in: {}\n- at: {address}\n- on the screen: {text}\n- console errors: {errors}\n- picture: {picture}",
            self.browser.kind
        ))
    }

    async fn keep_picture(&self) -> Result<String, Trouble> {
        let folder = root().join("target/e2e");
        fs::create_dir_all(&folder)?;
        let name = thread::current()
            .name()
            .unwrap_or("walk")
            .replace("::", "-");
        let path = folder.join(format!("{name}.png"));
        self.photograph(&path, true).await?;
        Ok(path.display().to_string())
    }
}
