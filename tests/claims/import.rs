//! Lines that are given to a comparison.

use std::rc::Rc;

use clientele::compare::{
    Effect, Event, Header, MOST_FAULTS, Model, bare, csv, first_record, launch, parts, read_line,
    record, update,
};
use clientele::export::MARK;
use clientele::model::{Answers, ToolPack};

/// Every part of every line is somebody, somebody again, refused with a reason, what they are called,
/// or blank; nobody is lost or made up, and the page's own link and table give the same people back.
pub(crate) fn import(tools: &Rc<ToolPack>, bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let model = given(tools, &text);
    if text.trim().is_empty() {
        assert!(model.people().is_empty() && model.summary.is_none());
        return false;
    }
    let summary = model.summary.as_ref().expect("it was read to its end");

    // However lines end.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    assert_eq!(summary.lines as usize, text.split_terminator('\n').count());
    let pack = &tools.pack;
    let mut head = bare(first_record(pack, &text));
    let mut header = Header::of(pack, head);
    let (mut people, mut refused, mut blank, mut all) = (0u32, 0u32, 0u32, 0);
    let mut rest = text.as_str();
    while !rest.is_empty() {
        // A file begins with the mark, and may have a header.
        if rest.starts_with(MARK) {
            head = bare(first_record(pack, rest));
            header = Header::of(pack, head);
        }
        let (one, _) = record(pack, rest);
        let is_head = header.is_some() && bare(one) == head;
        let line = if is_head {
            String::new()
        } else {
            one.lines().collect::<Vec<_>>().join(" ")
        };
        for part in parts(&line) {
            all += 1;
            match read_line(pack, part, header.as_ref()) {
                Ok(Some(_)) => people += 1,
                Ok(None) => blank += 1,
                Err(_) => refused += 1,
            }
        }
        rest = rest.get(one.len() + 1..).unwrap_or_default();
    }
    assert_eq!(people + refused + blank, all);
    // A line that says who speaks, and one with the time below it, are no longer listed once they are used.
    assert!(summary.unreadable <= refused && refused <= summary.unreadable + 2 * people);
    assert_eq!(summary.added + summary.repeated, people);
    assert_eq!(summary.added as usize, model.people().len());
    assert!(summary.faults.is_sorted_by_key(|it| it.line));
    let refused = (summary.repeated + summary.unreadable) as usize;
    assert_eq!(summary.faults.len(), refused.min(MOST_FAULTS));
    assert_eq!(
        u32::try_from(model.people().len()),
        Ok(model.roster.group().people())
    );

    let before = everybody(&model);
    if let Some(fragment) = model.fragment() {
        let (mut again, effects) = launch(Rc::clone(tools), String::new(), &fragment);
        read_on(&mut again, effects);
        assert_eq!(everybody(&again), before, "{fragment}");
    }
    let table = csv(&model).text;
    assert_eq!(everybody(&given(tools, &table)), before, "{table}");
    !before.is_empty()
}

fn given(tools: &Rc<ToolPack>, text: &str) -> Model {
    let (mut model, _) = launch(Rc::clone(tools), String::new(), "");
    let effects = update(&mut model, Event::TextGiven(text.to_owned()));
    read_on(&mut model, effects);
    model
}

fn read_on(model: &mut Model, mut effects: Vec<Effect>) {
    while effects.contains(&Effect::NextSlice) {
        effects = update(model, Event::SliceDue);
    }
}

fn everybody(model: &Model) -> Vec<(Answers, Option<String>)> {
    let people = model.people().iter();
    people
        .map(|it| (it.answers, it.label.as_deref().map(str::to_owned)))
        .collect()
}
