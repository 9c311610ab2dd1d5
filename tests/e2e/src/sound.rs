//! What any screen has to be, in any theme and at any width.

use crate::trouble::Trouble;
use crate::walk::Walk;

/// Targets below 44 px that are no words in a sentence.
const SMALL: &str = "return [...document.querySelectorAll('button, summary, select, label, a[href], input, textarea')]
    .filter(e => e.checkVisibility() && !e.matches('.term, label input'))
    .filter(e => { const box = e.getBoundingClientRect(); return box.height < 44 || box.width < 44; })
    .map(e => e.outerHTML.slice(0, 120)).join('\\n');";

impl Walk {
    /// Fails unless axe-core finds nothing, nothing scrolls sideways, and targets are large enough.
    pub async fn is_sound(&self) -> Result<(), Trouble> {
        self.axe().await?;
        let wide = self
            .eval("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            .await?;
        if wide.as_i64() != Some(0) {
            return Err(Trouble::new(format!(
                "{wide} px to scroll sideways at {}",
                self.address().await?
            )));
        }
        let small = self.eval(SMALL).await?;
        if small.as_str() != Some("") {
            return Err(Trouble::new(format!("targets are too small: {small}")));
        }
        Ok(())
    }
}
