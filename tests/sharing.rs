//! Results on their way to others: links, their QR code, and what each button asks for.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::rc::Rc;

use clientele::export::{Cut, Format, qr_path};
use clientele::flow::{
    Effect, Event, Field, Model, OnResult, PassOn, Sharing, Stored, address, launch, update,
};
use clientele::model::encode;
use common::sharing::{ROOT, link_of, result, typed};
use common::walking::shown;
use common::{example, pack};

#[test]
fn a_link_is_short_and_leads_to_its_verdicts_page() {
    for (id, folder) in [
        ("law-firm", "r/cl/"),
        ("restaurant", "r/cu/"),
        ("freelancer", "r/bo/"),
        ("it-service-firm", "r/bo/"),
    ] {
        let answers = example(id);
        let link = link_of(&result(answers, ""));
        assert_eq!(link, format!("{ROOT}{folder}#{}", encode(&answers)));
        assert!(link.len() - ROOT.len() < 20, "{link}");
    }
}

#[test]
fn what_is_typed_from_a_picture_is_the_link_without_what_browsers_add() {
    let answers = example("law-firm");
    let code = encode(&answers);
    let model = typed(result(answers, "utm_source=old"), Field::Label, "Team");
    let typed = format!("example.org/sub/r/cl/#{code}");
    assert_eq!(address(&model.surroundings, shown(&model)), typed);
    let (_, effects) = update(
        model,
        Event::OnResult(OnResult::Shared(Sharing::PictureAsked(Cut::Wide))),
    );
    let Some(Effect::PassOn(PassOn::Draw(picture))) = effects.first() else {
        panic!("no picture, but {effects:?}");
    };
    assert!(picture.svg.contains(&typed));
}

#[test]
fn a_label_stays_in_the_fragment_and_is_encoded() {
    let model = typed(
        result(example("law-firm"), ""),
        Field::Label,
        " Team <North> & 50% ",
    );
    let link = link_of(&model);
    let (page, fragment) = link.split_once('#').expect("a fragment");
    assert_eq!(page, format!("{ROOT}r/cl/"));
    assert!(
        fragment.ends_with("~Team%20%3cNorth%3e%20%26%2050%25"),
        "{fragment}"
    );
}

#[test]
fn somebody_elses_result_is_handed_on_under_its_name() {
    let code = encode(&example("law-firm"));
    let (model, _) = launch(
        Rc::new(pack().clone()),
        Stored::Nothing,
        None,
        &format!("#{code}~Team%20North"),
    );
    assert_eq!(shown(&model).share.label, "Team North");
    assert!(link_of(&model).ends_with(&format!("#{code}~Team%20North")));
}

#[test]
fn campaign_parameters_are_set_and_those_of_the_address_kept() {
    let model = result(
        example("law-firm"),
        "a=b&utm_source=old&utm_term=shoes&utm_medium=mail",
    );
    let query = |model: &Model| {
        let link = link_of(model);
        let (page, _) = link.split_once('#').expect("a fragment");
        page.split_once('?')
            .map_or("", |(_, query)| query)
            .to_owned()
    };
    assert_eq!(
        query(&model),
        "utm_source=old&utm_term=shoes&utm_medium=mail"
    );
    let model = typed(model, Field::Source, "news letter");
    let model = typed(model, Field::Campaign, "spring&summer");
    assert_eq!(
        query(&model),
        "utm_term=shoes&utm_medium=mail&utm_source=news%20letter&utm_campaign=spring%26summer"
    );
}

#[test]
fn each_button_asks_for_its_effect_and_keeps_nothing() {
    let model = result(example("law-firm"), "");
    let link = link_of(&model);
    let step = |event| update(model.clone(), Event::OnResult(OnResult::Shared(event))).1;
    assert_eq!(
        step(Sharing::CopyAsked),
        [Effect::PassOn(PassOn::Copy(link.clone()))]
    );
    assert_eq!(
        step(Sharing::OfferAsked),
        [Effect::PassOn(PassOn::Offer {
            link,
            title: "Clients or customers? A result".to_owned()
        })]
    );
    assert_eq!(step(Sharing::PrintAsked), [Effect::PassOn(PassOn::Print)]);
    for format in [Format::Markdown, Format::Csv, Format::Json] {
        assert!(matches!(
            &step(Sharing::FileAsked(format))[..],
            [Effect::PassOn(PassOn::Download(_))]
        ));
    }
    assert!(matches!(
        &step(Sharing::QrAsked)[..],
        [Effect::PassOn(PassOn::Download(_))]
    ));
    for event in [
        Sharing::PictureAsked(Cut::Wide),
        Sharing::PictureAsked(Cut::Square),
        Sharing::QrPictureAsked,
    ] {
        assert!(matches!(
            &step(event)[..],
            [Effect::PassOn(PassOn::Draw(_))]
        ));
    }
    let refused = update(
        model.clone(),
        Event::OnResult(OnResult::Shared(Sharing::PictureEnded(false))),
    )
    .0;
    assert!(shown(&refused).share.undrawn);
    // What fails once more changes something, which can be announced.
    for again in [Sharing::PictureAsked(Cut::Wide), Sharing::QrPictureAsked] {
        let asked = update(refused.clone(), Event::OnResult(OnResult::Shared(again))).0;
        assert!(!shown(&asked).share.undrawn);
    }
    let copied = update(
        model.clone(),
        Event::OnResult(OnResult::Shared(Sharing::CopyEnded(true))),
    )
    .0;
    assert_eq!(shown(&copied).share.copied, Some(true));
    // A link that has changed since is not the one that was copied.
    let changed = typed(copied, Field::Label, "x");
    assert_eq!(shown(&changed).share.copied, None);
}

#[test]
fn the_qr_code_reads_back_as_the_link() {
    const SCALE: usize = 4;
    let link = link_of(&typed(
        result(example("law-firm"), ""),
        Field::Label,
        "Café",
    ));
    let (path, width) = qr_path(&link).expect("it fits");
    let width = usize::try_from(width).expect("a width");
    let mut dark = vec![false; width * width];
    for module in path.split('M').skip(1) {
        let place = module.split_once('h').expect("a move").0;
        let (x, y) = place.split_once(' ').expect("two numbers");
        let (x, y): (usize, usize) = (x.parse().expect("x"), y.parse().expect("y"));
        dark[y * width + x] = true;
    }
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(width * SCALE, width * SCALE, |x, y| {
            if dark[y / SCALE * width + x / SCALE] {
                0
            } else {
                255
            }
        });
    let grids = image.detect_grids();
    let (_, read) = grids[0].decode().expect("a code");
    assert_eq!(read, link);
}
