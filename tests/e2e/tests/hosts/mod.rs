//! Pages of other hosts that embed the widget, each on an origin of its own, and what they heard.
#![allow(dead_code, reason = "each test file takes the steps it needs")]

use std::path::Path;

use clientele_e2e::{Server, Stage, Trouble, Walk};
use serde_json::Value;

/// The pages that need the widget's host to give its files to anyone.
const FOR_ANYONE: [&str; 4] = ["sandbox.html", "wordpress.html", "several.html", "rtl.html"];

/// A host's page with the widget in it. The widget's own server ends with this.
pub(crate) struct Host {
    pub(crate) walk: Walk,
    pub(crate) widget: Server,
}

impl Host {
    /// Opens one of the pages in `tests/hosts/`.
    pub(crate) async fn open(stage: Stage, page: &str) -> Result<Self, Trouble> {
        // A module finds its own address otherwise than a script does; as a registry of packages has it.
        let prefix = match page {
            "several.html" => "/npm/clientele@1.2.3/(all)/",
            _ => "/",
        };
        let widget = Stage::new().browser(stage.kind()).prefix(prefix);
        let widget = widget.serve()?;
        // A sandboxed frame has no origin, and a module is from another one: they may read files that anyone may read,
        // and no others. All else needs nothing of the kind.
        if FOR_ANYONE.contains(&page) {
            widget.header("Access-Control-Allow-Origin: *");
            // As a build with the site's address has it.
            let own = ["'self' ", &widget.origin()].concat();
            widget.fill("'self'", &own);
        }
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../hosts");
        let hosts = Server::start(folder, "/")?;
        hosts.fill("{{widget}}", &widget.url(""));
        hosts.fill("{{host}}", &hosts.origin());
        let mut walk = stage.open_on(hosts, page).await?;
        walk.befriend(&widget.url(""));
        walk.heed(&widget);
        Ok(Self { walk, widget })
    }

    /// What an expression is in the host's page.
    pub(crate) async fn read(&self, expression: &str) -> Result<Value, Trouble> {
        self.walk.eval(&format!("return {expression};")).await
    }

    /// Waits until the widget in the only frame, or the first, has said a type.
    pub(crate) async fn until_heard(&self, kind: &str) -> Result<(), Trouble> {
        let heard = format!("messages.some(({{ data }}) => data?.clientele?.type === '{kind}')");
        self.walk
            .until(&format!("a message “{kind}”"), &heard)
            .await
    }

    /// Waits until no more messages come. What never settles fails by the script's own limit.
    pub(crate) async fn until_settled(&self) -> Result<(), Trouble> {
        self.until_heard("height").await?;
        self.walk.eval("return settled()").await.map(drop)
    }

    /// Answers the first question of the short form in a frame, and comes back.
    pub(crate) async fn answer_one(&self, frame: &str) -> Result<(), Trouble> {
        self.walk.enter(frame).await?;
        self.walk.click_text("6 questions").await?;
        self.walk.until_text("Question 1 of 6").await?;
        self.walk.click("label:has(#choice-0)").await?;
        self.walk
            .until("the choice", "document.querySelector('#choice-0').checked")
            .await?;
        self.walk.leave().await
    }

    /// Answers the whole short form in a frame, up to the result, and comes back.
    pub(crate) async fn answer_all(&self, frame: &str) -> Result<(), Trouble> {
        self.answer_one(frame).await?;
        self.walk.enter(frame).await?;
        for number in 2..=6 {
            self.walk.click_text("Next").await?;
            self.walk
                .until_text(&format!("Question {number} of 6"))
                .await?;
            // The second click of a double click would count for nothing.
            self.walk.until_still().await?;
            self.walk.click("label:has(#choice-0)").await?;
        }
        self.walk.click_text("See my answers").await?;
        self.walk.click_text("See my result").await?;
        self.walk.until_heading("You serve").await?;
        self.walk.leave().await
    }

    /// Ends the walk.
    pub(crate) async fn finish(self) -> Result<(), Trouble> {
        self.walk.finish().await
    }
}
