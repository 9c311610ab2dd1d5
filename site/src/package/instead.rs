//! The sentences that would not be true in a course, replaced: there, answers are reported, and
//! nothing stays in the browser.

use clientele::model::{Pack, Phrase};

use crate::content::Content;
use crate::page_text::Gaps;
use crate::pages;

/// Each sentence with this id is replaced by the one that has `package.instead.` before it.
const REPLACED: [&str; 13] = [
    "colophon.privacy",
    "start.privacy",
    "notice.set-aside",
    "refused.kept",
    "share.title",
    "share.lead",
    "share.apart",
    "page.fault-kept",
    "result-page.yourself-takes",
    "about.limits-groups",
    "about.privacy-answers",
    "about.privacy-links",
    "about.privacy-host",
];

const PREFIX: &str = "package.instead.";

/// The sentences that stand in, each with the gaps of the one that it replaces.
pub(super) fn texts() -> impl Iterator<Item = (String, Gaps)> {
    REPLACED
        .iter()
        .map(|id| (format!("{PREFIX}{id}"), gaps_of(id)))
}

fn gaps_of(id: &str) -> Gaps {
    let phrases = Phrase::ALL.iter().map(|it| it.id_and_gaps());
    let mut all = phrases
        .map(|(id, gaps)| (id.to_owned(), gaps))
        .chain(pages::texts());
    let found = all.find(|(other, _)| other == id);
    found.map_or(&[], |(_, gaps)| gaps)
}

/// The content as packages say it.
pub(super) fn content(site: &Content) -> Result<Content, String> {
    let mut draft = (*site.pack).clone();
    let mut page = site.page.clone();
    for id in REPLACED {
        let sentence = site.page.say(&format!("{PREFIX}{id}"));
        let phrase = Phrase::ALL.iter().position(|it| it.id_and_gaps().0 == id);
        match phrase.and_then(|at| draft.phrases.get_mut(at)) {
            Some(place) => sentence.clone_into(place),
            None => page.replace(id, sentence)?,
        }
    }
    Ok(Content {
        pack: Pack::new(draft).map_err(|error| format!("the pack for courses: {error}"))?,
        tools: site.tools.clone(),
        labels: site.labels.clone(),
        page,
    })
}
