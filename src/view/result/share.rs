//! The share panel: the link with a label, ways to send it, its QR code, and files to take along.

use yew::prelude::*;

use super::super::{Report, button, unhurried};
use crate::browser::value_of;
use crate::export::{Cut, Format, qr_path};
use crate::flow::{Event, Field, Model, OnResult, Sharing, Shown, link};
use crate::model::{Pack, Phrase};
use crate::route::percent_encoded;
use crate::words;

/// The panel. What it says and gives is the result's own, whatever what-if is on show.
pub(super) fn share(model: &Model, shown: &Shown, report: &Report) -> Html {
    let pack = &*model.pack;
    let surroundings = &model.surroundings;
    let say = |phrase| pack.say(phrase);
    let link = link(surroundings, shown);
    let report_share = report.reform(|event| Event::OnResult(OnResult::Shared(event)));
    let act = |class, phrase, event| button(class, say(phrase), &report_share, event);
    let report_picture = unhurried(&report_share);
    let draw = |phrase, event| button("secondary", say(phrase), &report_picture, event);
    let copied = shown.share.copied.map(|copied| {
        say(if copied {
            Phrase::ShareCopied
        } else {
            Phrase::ShareCopyRefused
        })
    });
    let mail = mail(pack, shown, &link);
    html! {
        <section class="panel share">
            { super::part_heading(pack, Phrase::ShareTitle, super::SHARE) }
            <p class="hint">{ say(Phrase::ShareLead) }</p>
            if shown.trial.is_some() {
                <p>{ say(Phrase::ShareTrial) }</p>
            }
            <div class="pair">
                <div>
                    { text_field(pack, Phrase::ShareLabel, &shown.share.label, Field::Label, report) }
                    <label class="field">
                        <span>{ say(Phrase::ShareLink) }</span>
                        <input type="text" id="share-link" readonly=true value={link.clone()} />
                    </label>
                    <div class="actions">
                        { act("primary", Phrase::ShareCopy, || Sharing::CopyAsked) }
                        if surroundings.can_offer {
                            { act("secondary", Phrase::ShareOffer, || Sharing::OfferAsked) }
                        }
                        <a class="secondary" href={mail}>{ say(Phrase::ShareMail) }</a>
                    </div>
                    <p class="hint" role="status">
                        if let Some(copied) = copied {
                            <span key={copied}>{ copied }</span>
                        }
                    </p>
                    <details>
                        <summary>{ say(Phrase::ShareCampaign) }</summary>
                        <p class="hint">{ say(Phrase::ShareCampaignLead) }</p>
                        { text_field(pack, Phrase::ShareSource, &shown.share.source, Field::Source, report) }
                        { text_field(pack, Phrase::ShareMedium, &shown.share.medium, Field::Medium, report) }
                        { text_field(pack, Phrase::ShareCampaignName, &shown.share.campaign, Field::Campaign, report) }
                    </details>
                </div>
                <div>
                    <Qr link={link.clone()} words={pack.say(Phrase::ShareQr).to_owned()} />
                    <p class="on-paper" key={link.as_str()}>{ &link }</p>
                    if surroundings.is_sandboxed {
                        <p class="hint">{ say(Phrase::ShareApart) }</p>
                    }
                    <div class="actions files">
                        { act("secondary", Phrase::SharePrint, || Sharing::PrintAsked) }
                        { act("secondary", Phrase::ShareMarkdown, || Sharing::FileAsked(Format::Markdown)) }
                        { act("secondary", Phrase::ShareCsv, || Sharing::FileAsked(Format::Csv)) }
                        { act("secondary", Phrase::ShareJson, || Sharing::FileAsked(Format::Json)) }
                        { draw(Phrase::SharePictureWide, || Sharing::PictureAsked(Cut::Wide)) }
                        { draw(Phrase::SharePictureSquare, || Sharing::PictureAsked(Cut::Square)) }
                        { act("secondary", Phrase::ShareQrFile, || Sharing::QrAsked) }
                        { act("secondary", Phrase::ShareQrPicture, || Sharing::QrPictureAsked) }
                    </div>
                    <p class="hint" role="status">
                        if shown.share.undrawn {
                            <span>{ say(Phrase::ShareUndrawn) }</span>
                        }
                    </p>
                </div>
            </div>
        </section>
    }
}

/// The address that begins an e-mail with the link.
fn mail(pack: &Pack, shown: &Shown, link: &str) -> String {
    let body = [pack.say(Phrase::ShareMailBody), "\r\n\r\n", link].concat();
    let [subject, body] =
        [words::sent_as(pack, &shown.share.name()), body].map(|text| percent_encoded(&text));
    ["mailto:?subject=", &subject, "&body=", &body].concat()
}

fn text_field(pack: &Pack, name: Phrase, value: &str, field: Field, report: &Report) -> Html {
    let oninput = report.reform(move |event: InputEvent| {
        Event::OnResult(OnResult::Shared(Sharing::Typed(field, value_of(&event))))
    });
    html! {
        <label class="field">
            <span>{ pack.say(name) }</span>
            <input type="text" maxlength="60" autocomplete="off" value={value.to_owned()} {oninput} />
        </label>
    }
}

/// What is drawn as a code, and what that is called.
#[derive(Clone, PartialEq, Properties)]
struct Code {
    link: String,
    words: String,
}

/// The QR code. A component, since working it out is the dearest part of drawing a result, and Yew
/// asks a component again only once its link is another.
struct Qr;

impl Component for Qr {
    type Message = ();
    type Properties = Code;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Code { link, words } = context.props();
        let Some((path, width)) = qr_path(link) else {
            return html! {};
        };
        html! {
            <svg class="qr" viewBox={format!("0 0 {width} {width}")} role="img" aria-label={words.clone()}>
                <path class="qr-paper" d={format!("m0 0h{width}v{width}H0z")} />
                <path class="qr-ink" d={path} />
            </svg>
        }
    }
}
