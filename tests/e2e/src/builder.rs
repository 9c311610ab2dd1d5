//! The page that makes the lines for other people's pages, with its preview.

use serde_json::json;

use crate::stage::Stage;
use crate::trouble::Trouble;
use crate::walk::Walk;

impl Stage {
    /// Opens the page with the settings of a fragment, and waits for its app.
    pub async fn builder(self, fragment: &str) -> Result<Walk, Trouble> {
        let walk = self.open(&format!("/embed/{fragment}")).await?;
        walk.until_text("The preview keeps no answers").await?;
        Ok(walk)
    }
}

impl Walk {
    /// Waits until the lines to paste have a part.
    pub async fn until_lines(&self, part: &str) -> Result<(), Trouble> {
        let has = format!(
            "document.querySelector('#snippet')?.value.includes({})",
            json!(part)
        );
        self.until(&format!("lines with {part}"), &has).await
    }

    /// Waits until something holds in the widget, where `root` is its page and `style` that page's style.
    pub async fn until_preview(&self, holds: &str) -> Result<(), Trouble> {
        let holds = holds
            .replace("style.", "getComputedStyle(root).")
            .replace("root", "document.documentElement");
        self.look_at_preview().await?;
        self.enter("#preview").await?;
        self.until(&holds, &holds).await?;
        self.leave().await
    }

    /// Scrolls to the preview, which is there for who looks at it.
    pub async fn look_at_preview(&self) -> Result<(), Trouble> {
        self.eval("document.querySelector('#stage').scrollIntoView({ behavior: 'instant' })")
            .await?;
        self.until("the preview", "document.querySelector('#preview')")
            .await
    }
}
