//! What pages say to each other, and what an embedder chooses. `static/frame.js` and
//! `static/embed.js` are held to theirs by `tests/messages.rs`.

use std::rc::Rc;

use clientele::embed::{Event, Key, Settings, Surroundings, heard, launch, read, snippet, update};
use clientele::model::ToolPack;

const HOME: &str = "https://widget.example/";

/// Any message changes at most the height, to one that a widget can have; any setting is refused
/// or comes to the value that it then stays, and the lines to paste hold nothing unescaped.
///
/// The bytes are lines: `type version height` for a message, `name=value` for a setting.
pub(crate) fn message(tools: &Rc<ToolPack>, bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let surroundings = Surroundings {
        home: HOME.to_owned(),
        ..Surroundings::default()
    };
    let mut model = launch(Rc::clone(tools), surroundings, &text);
    let mut is_taken = false;
    for line in text.lines() {
        if let Some((name, value)) = line.split_once('=') {
            let key = Key::ALL.into_iter().find(|it| it.name() == name);
            is_taken |= key.is_some_and(|key| is_held(key, value));
            if let Some(key) = key {
                update(&mut model, Event::Chosen(key, value.to_owned()));
            }
            continue;
        }
        let mut words = line.split(' ');
        let kind = words.next();
        let mut number = || words.next().and_then(|it| it.parse::<f64>().ok());
        let (version, height) = (number(), number());
        let event = heard(version, kind, height);
        match &event {
            Some(Event::PreviewReady) => {
                assert_eq!((version, kind), (Some(1.0), Some("ready")));
            }
            Some(Event::PreviewMeasured(measured)) => {
                assert_eq!((version, kind), (Some(1.0), Some("height")));
                assert!((1..=100_000).contains(measured), "{height:?}");
            }
            None => {}
            other => panic!("no widget says {other:?}"),
        }
        if let Some(event) = event {
            is_taken = true;
            let settings = model.settings.clone();
            update(&mut model, event);
            assert_eq!(model.settings, settings);
        }
        assert!((1..=20_000).contains(&model.height()));
    }
    let fragment = model.settings.print();
    assert_eq!(Settings::parse(&fragment), model.settings, "{fragment}");
    assert_escaped(&snippet(HOME, &model.settings, "Do you?"));
    is_taken
}

/// Whether a value is taken; one that is has a form of its own, which stays.
fn is_held(key: Key, value: &str) -> bool {
    let Some(once) = read(key, value) else {
        return false;
    };
    assert_eq!(read(key, &once).as_ref(), Some(&once), "{key:?}");
    assert!(!once.contains(char::is_control), "{key:?} {once:?}");
    if key != Key::Label {
        assert!(!once.contains(['<', '>', '"', '\'', '&', ' ']), "{once:?}");
    }
    true
}

/// Our own tags, two or three pairs or none, and nothing that a value has added.
fn assert_escaped(lines: &str) {
    let tags = lines.matches('<').count();
    assert!([0, 4, 6].contains(&tags), "{lines}");
    assert_eq!(lines.matches('>').count(), tags, "{lines}");
    assert!(!lines.contains('\''), "{lines}");
    assert_eq!(lines.matches('"').count() % 2, 0, "{lines}");
}
