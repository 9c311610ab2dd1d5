//! Sharing a result: its link, and what is asked of the browser about it. The answers travel in the
//! fragment alone, so a server sees no more than which verdict a page is about.

use super::event::PassOn;
use super::state::{Owner, Shown};
use crate::export::{Cut, Format, export, picture, qr_file, qr_picture};
use crate::model::{Centring, Pack, encode};
use crate::route::{Route, clean_label, percent_encoded};
use crate::words;

/// Where the widget is, and what the browser can do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The absolute address of the widget's own folder, with a slash at its end.
    pub home: String,
    /// The query of the present address, without its `?`.
    pub query: String,
    /// Whether the browser can hand a link to other apps.
    pub can_offer: bool,
    /// Whether it stands in a sandbox of its own, which may refuse files, printing and e-mails without a word.
    pub is_sandboxed: bool,
}

/// What the sharer typed, and how the last attempt went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// What the result is to be called; it stays in the fragment.
    pub label: String,
    /// `utm_source`.
    pub source: String,
    /// `utm_medium`.
    pub medium: String,
    /// `utm_campaign`.
    pub campaign: String,
    /// Whether the link was copied, once that was tried.
    pub copied: Option<bool>,
    /// Whether the last picture could not be drawn.
    pub undrawn: bool,
}

/// What the sharer types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The label.
    Label,
    /// `utm_source`.
    Source,
    /// `utm_medium`.
    Medium,
    /// `utm_campaign`.
    Campaign,
}

/// What happened in the share panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// A field was typed into.
    Typed(Field, String),
    /// The link was asked to be copied.
    CopyAsked,
    /// The browser copied it, or refused.
    CopyEnded(bool),
    /// The link was asked to be handed to another app.
    OfferAsked,
    /// A file was asked for.
    FileAsked(Format),
    /// The QR code was asked for as an SVG file.
    QrAsked,
    /// The QR code was asked for as a picture.
    QrPictureAsked,
    /// A picture of the result was asked for.
    PictureAsked(Cut),
    /// The browser drew and saved it, or could not.
    PictureEnded(bool),
    /// A print was asked for.
    PrintAsked,
}

impl Share {
    /// The share panel of a result: somebody else's keeps its label.
    #[must_use]
    pub fn of(owner: &Owner) -> Self {
        Self {
            label: owner.label().unwrap_or_default().to_owned(),
            ..Self::default()
        }
    }

    /// What the result is called wherever it is taken to: as whoever opens its link reads it. Empty for no name.
    #[must_use]
    pub fn name(&self) -> String {
        clean_label(&self.label).unwrap_or_default()
    }

    fn field(&mut self, field: Field) -> &mut String {
        match field {
            Field::Label => &mut self.label,
            Field::Source => &mut self.source,
            Field::Medium => &mut self.medium,
            Field::Campaign => &mut self.campaign,
        }
    }
}

/// The pages that a link leads to, by verdict: each has its own preview, and a short name.
fn folder(centring: Option<Centring>) -> &'static str {
    match centring {
        Some(Centring::Client) => "r/cl/",
        Some(Centring::Customer) => "r/cu/",
        Some(Centring::Both) => "r/bo/",
        None => "",
    }
}

/// The link to a result: the page of its verdict, campaign parameters, and the code with its label.
#[must_use]
pub fn link(surroundings: &Surroundings, shown: &Shown) -> String {
    let share = &shown.share;
    let mut url = surroundings.home.clone();
    url.push_str(folder(shown.reading.verdict.centring()));
    let mut separator = '?';
    let typed = [
        ("utm_source", &share.source),
        ("utm_medium", &share.medium),
        ("utm_campaign", &share.campaign),
    ];
    let kept = surroundings.query.split('&').filter(|pair| {
        pair.starts_with("utm_")
            && typed.iter().all(|(name, value)| {
                value.trim().is_empty() || pair.split('=').next() != Some(*name)
            })
    });
    let typed = typed
        .iter()
        .filter(|(_, value)| !value.trim().is_empty())
        .map(|(name, value)| [*name, "=", &percent_encoded(value.trim())].concat());
    for pair in kept.map(str::to_owned).chain(typed) {
        url.push(separator);
        url.push_str(&pair);
        separator = '&';
    }
    let route = Route::Result {
        code: encode(&shown.reading.answers),
        label: clean_label(&share.label),
    };
    url.push('#');
    url.push_str(&route.print());
    url
}

/// The link as people type it from a picture: without what browsers add by themselves, campaign
/// parameters and the label.
#[must_use]
pub fn address(surroundings: &Surroundings, shown: &Shown) -> String {
    let home = surroundings.home.as_str();
    let bare = home.split_once("://").map_or(home, |(_, bare)| bare);
    let folder = folder(shown.reading.verdict.centring());
    [bare, folder, "#", &encode(&shown.reading.answers)].concat()
}

/// Takes a step in the share panel: how the result is to be passed on, if at all.
pub(super) fn share(
    pack: &Pack,
    surroundings: &Surroundings,
    shown: &mut Shown,
    event: Sharing,
) -> Option<PassOn> {
    match event {
        Sharing::Typed(field, text) => {
            *shown.share.field(field) = text;
            shown.share.copied = None;
            None
        }
        Sharing::CopyAsked => {
            // Or a second time would change nothing that could be announced.
            shown.share.copied = None;
            Some(PassOn::Copy(link(surroundings, shown)))
        }
        Sharing::CopyEnded(copied) => {
            shown.share.copied = Some(copied);
            None
        }
        Sharing::OfferAsked => Some(PassOn::Offer {
            link: link(surroundings, shown),
            title: words::sent_as(pack, &shown.share.name()),
        }),
        Sharing::FileAsked(format) => {
            let file = export(pack, &shown.outcome(), &link(surroundings, shown), format);
            Some(PassOn::Download(file))
        }
        Sharing::QrAsked => {
            let file = qr_file(&link(surroundings, shown), &encode(&shown.reading.answers));
            file.map(PassOn::Download)
        }
        Sharing::QrPictureAsked => {
            // As with the link: or it would fail a second time without a word.
            shown.share.undrawn = false;
            let drawn = qr_picture(&link(surroundings, shown), &encode(&shown.reading.answers));
            drawn.map(PassOn::Draw)
        }
        Sharing::PictureAsked(cut) => {
            shown.share.undrawn = false;
            let address = address(surroundings, shown);
            Some(PassOn::Draw(picture(pack, &shown.outcome(), &address, cut)))
        }
        Sharing::PictureEnded(drawn) => {
            shown.share.undrawn = !drawn;
            None
        }
        Sharing::PrintAsked => Some(PassOn::Print),
    }
}
