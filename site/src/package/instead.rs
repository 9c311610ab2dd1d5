//! The sentences that would not be true in a course, replaced: there, answers are reported, and
//! nothing stays in the browser.

use clientele::model::{Pack, Phrase};

use crate::content::Content;

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

/// The ids of the sentences that stand in.
pub(super) fn ids() -> impl Iterator<Item = String> {
    REPLACED.iter().map(|id| format!("{PREFIX}{id}"))
}

/// The content as packages say it.
pub(super) fn content(site: &Content) -> Result<Content, String> {
    let mut draft = (*site.pack).clone();
    let mut page = site.page.clone();
    for id in REPLACED {
        let sentence = site.page.get(&format!("{PREFIX}{id}"));
        let sentence = sentence.ok_or_else(|| format!("write a sentence {PREFIX}{id}"))?;
        let phrase = Phrase::ALL.iter().position(|it| it.id_and_gaps().0 == id);
        let place = match phrase {
            Some(at) => draft.phrases.get_mut(at),
            None => page.get_mut(id),
        };
        let place =
            place.ok_or_else(|| format!("{PREFIX}{id} replaces a sentence that is not there"))?;
        place.clone_from(sentence);
    }
    Ok(Content {
        pack: Pack::new(draft).map_err(|error| format!("the pack for courses: {error}"))?,
        tools: site.tools.clone(),
        labels: site.labels.clone(),
        page,
    })
}
