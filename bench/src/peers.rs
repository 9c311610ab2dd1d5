//! The two peers, made from our own questionnaire: the same questions, options and sums, the same three verdicts, and an
//! advice from each area. One is a `SurveyJS` form, the other a page by hand.
//!
//! They lack what takes the widget most of its bytes: reasons, what-if, plans, links, files. That is theirs to gain.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clientele::model::{Advice, AreaAt, Pack, Phrase};
use clientele_e2e::Trouble;
use serde_json::{Value, json};

/// A peer's sources, and the folder it is built into.
#[derive(Debug)]
pub struct Workshop {
    /// The project's folder.
    pub root: PathBuf,
    /// Where the built peers go, a folder each.
    pub out: PathBuf,
}

impl Workshop {
    /// Builds the page by hand: one file. Returns its folder.
    pub fn written(&self) -> Result<PathBuf, Trouble> {
        let (folder, form) = self.folder("written")?;
        let page = fs::read_to_string(self.source("written.html"))?;
        // As a script, `<` could end the element that it stands in.
        let data = form.to_string().replace('<', "\\u003c");
        fs::write(
            folder.join("index.html"),
            filled(&page, &form).replace("{{form}}", &data),
        )?;
        self.compress(&folder)?;
        Ok(folder)
    }

    /// Builds the `SurveyJS` form, minified into one script and one sheet. Returns its folder.
    pub fn survey(&self) -> Result<PathBuf, Trouble> {
        let (folder, form) = self.folder("survey")?;
        let page = fs::read_to_string(self.source("survey.html"))?;
        fs::write(folder.join("index.html"), filled(&page, &form))?;
        let data = self.out.join("form.json");
        fs::write(&data, form.to_string())?;
        let bundled = Command::new(self.root.join("node_modules/.bin/esbuild"))
            .arg(self.source("survey.mjs"))
            .args(["--bundle", "--minify", "--format=esm", "--target=es2022"])
            .args(["--legal-comments=none", "--log-level=warning"])
            .arg(format!("--alias:form.json={}", data.display()))
            .arg(format!("--outdir={}", folder.display()))
            .status()?;
        if !bundled.success() {
            return Err(Trouble::new(
                "esbuild can't bundle the SurveyJS form: see its message above",
            ));
        }
        self.compress(&folder)?;
        Ok(folder)
    }

    fn source(&self, name: &str) -> PathBuf {
        self.root.join("bench/peers").join(name)
    }

    /// An empty folder for a peer, and what the peer is to ask and to say.
    fn folder(&self, name: &str) -> Result<(PathBuf, Value), Trouble> {
        let folder = self.out.join(name);
        if folder.is_dir() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let content = clientele_site::load(&self.root, "en-GB")
            .map_err(|faults| Trouble::new(faults.to_string()))?;
        Ok((folder, form(&content.pack)))
    }

    /// As our own files are.
    fn compress(&self, folder: &Path) -> Result<(), Trouble> {
        let kept = self.out.join("compressed");
        clientele_site::compress::compress(folder, &kept).map_err(Trouble::new)
    }
}

fn filled(page: &str, form: &Value) -> String {
    ["title", "description"]
        .iter()
        .fold(page.to_owned(), |page, gap| {
            let text = form[gap].as_str().unwrap_or_default();
            page.replace(&format!("{{{{{gap}}}}}"), text)
        })
}

/// What both peers ask and say.
fn form(pack: &Pack) -> Value {
    let questions: Vec<Value> = pack
        .questions
        .iter()
        .map(|question| {
            let options = question.options.iter();
            let worth = |position: i8| question.weight() * i32::from(position);
            json!({
                "id": question.id,
                "title": question.title,
                "help": question.help.plain(),
                "example": question.example,
                "options": options.map(|it| json!([worth(it.position), it.text])).collect::<Vec<_>>(),
            })
        })
        .collect();
    let full: i32 = pack.questions.iter().map(|it| 2 * it.weight()).sum();
    let verdict = |title, text, fits: fn(&Advice) -> bool| {
        let first = AreaAt::numbered(&pack.areas)
            .filter_map(|(area, _)| pack.advice.iter().find(|it| it.area == area && fits(it)));
        let advice: Vec<Value> = first.map(|it| json!([it.title, it.what.plain()])).collect();
        json!({ "title": pack.say(title), "text": pack.say(text), "advice": advice })
    };
    json!({
        "title": pack.say(Phrase::StartTitle),
        "description": pack.say(Phrase::StartLead),
        "full": full,
        "threshold": pack.judgement.threshold,
        "questions": questions,
        "verdicts": {
            "client": verdict(Phrase::VerdictClient, Phrase::StartClientMeans, |it| it.audience.client),
            "customer": verdict(Phrase::VerdictCustomer, Phrase::StartCustomerMeans, |it| it.audience.customer),
            "both": verdict(Phrase::VerdictInBetween, Phrase::StartBothMeans, |it| it.audience.in_between),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peers_ask_all_that_we_ask() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let pack = clientele_site::load(&root, "en-GB")
            .expect("sound content")
            .pack;
        let form = form(&pack);
        let questions = form["questions"].as_array().expect("a list");
        assert_eq!(questions.len(), pack.questions.len());
        for (ours, theirs) in pack.questions.iter().zip(questions) {
            assert_eq!(theirs["title"], json!(ours.title));
            assert_eq!(
                theirs["options"].as_array().map(Vec::len),
                Some(ours.options.len())
            );
        }
        for verdict in ["client", "customer", "both"] {
            let advice = form["verdicts"][verdict]["advice"].as_array();
            assert!(advice.is_some_and(|it| it.len() > 4), "{verdict}");
        }
    }
}
