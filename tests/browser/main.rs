//! What only a browser does: the component over a real document, storage, history and focus.
#![cfg(target_arch = "wasm32")]

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use clientele::browser::Start;
use clientele::flow::{Form, Progress};
use clientele::model::{Answer, Answers, Pack};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement, Storage, Window};

wasm_bindgen_test_configure!(run_in_browser);

/// The pack that `clientele-site pack` made; `cargo xtask test` makes it first.
const PACK: &[u8] = include_bytes!("../../target/content/en-GB.pack");

const PROGRESS: &str = "clientele.progress";

fn window() -> Window {
    web_sys::window().expect("a window")
}

fn document() -> Document {
    window().document().expect("a document")
}

fn storage() -> Storage {
    let storage = window().local_storage().expect("storage is allowed");
    storage.expect("there is storage")
}

fn find(selector: &str) -> Option<Element> {
    document()
        .query_selector(selector)
        .expect("a valid selector")
}

fn click(selector: &str) {
    let element = find(selector).unwrap_or_else(|| panic!("nothing matches {selector}"));
    element.unchecked_into::<HtmlElement>().click();
}

/// Waits until something holds, a frame at a time; fails after two seconds' worth of frames.
async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..120 {
        if holds() {
            return;
        }
        passed(&|resolve| _ = window().request_animation_frame(resolve)).await;
    }
    panic!("waited in vain until {what}");
}

/// Waits for what calls back once.
async fn passed(ask: &dyn Fn(&js_sys::Function)) {
    let passed = js_sys::Promise::new(&mut |resolve, _| ask(&resolve));
    wasm_bindgen_futures::JsFuture::from(passed)
        .await
        .expect("a call");
}

/// A fresh widget at an address, with this progress kept from earlier.
async fn open(progress: Option<&str>, fragment: &str) {
    match progress {
        Some(progress) => storage().set_item(PROGRESS, progress),
        None => storage().remove_item(PROGRESS),
    }
    .expect("storage is writable");
    begin(None, fragment).await;
}

fn pack() -> Pack {
    Pack::from_bytes(PACK).expect("a sound pack")
}

/// What an app begins with on a page without an earlier answer.
fn start(kept: Option<String>, handed: Option<String>, whole: Option<js_sys::Function>) -> Start {
    Start {
        pack: Rc::new(pack()),
        kept_by_page: kept,
        early: None,
        handed,
        whole,
    }
}

/// A fresh widget at an address, whose progress a script of the page keeps, if this is some.
async fn begin(kept: Option<String>, fragment: &str) {
    make_room(fragment);
    clientele::browser::begin(start(kept, None, None));
    until("the widget is drawn", || find("#app h1").is_some()).await;
}

/// An address, and an empty place for a widget.
fn make_room(fragment: &str) {
    let history = window().history().expect("a history");
    let here = window().location().pathname().expect("a path");
    history
        .replace_state_with_url(&JsValue::NULL, "", Some(&format!("{here}{fragment}")))
        .expect("a new address");
    if let Some(old) = document().get_element_by_id("app") {
        old.remove();
    }
    let root = document().create_element("div").expect("an element");
    root.set_id("app");
    // Where both apps draw.
    root.set_inner_html("<main id=\"main\"></main>");
    document()
        .body()
        .expect("a body")
        .append_child(&root)
        .expect("a place");
}

fn heading() -> String {
    find("#app h1")
        .and_then(|heading| heading.text_content())
        .unwrap_or_default()
}

fn focused() -> String {
    document()
        .active_element()
        .map(|element| element.id())
        .unwrap_or_default()
}

fn fragment() -> String {
    window().location().hash().expect("a fragment")
}

#[wasm_bindgen_test]
fn a_pack_is_a_module_to_the_browser() {
    let pack = js_sys::Uint8Array::from(PACK);
    assert_eq!(js_sys::WebAssembly::validate(&pack), Ok(true));
}

#[wasm_bindgen_test]
async fn a_chosen_option_is_kept_at_once() {
    open(None, "").await;
    click(".primary");
    until("the first question is there", || {
        fragment() == "#question-1"
    })
    .await;
    until("its heading has the focus", || focused() == "heading").await;
    click("#choice-2");
    until("the answer is kept", || {
        storage()
            .get_item(PROGRESS)
            .expect("storage is readable")
            .is_some_and(|kept| kept.starts_with("1 full 1"))
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_choice_stays_with_its_question() {
    open(None, "#question-1").await;
    click("#choice-1");
    until("the choice is drawn", || {
        find("#choice-1:checked").is_some()
    })
    .await;
    let heading = find("#heading");
    click("[type=submit]");
    until("the second question is there", || {
        fragment() == "#question-2"
    })
    .await;
    until("nothing is chosen in it", || {
        find("fieldset :checked").is_none()
    })
    .await;
    assert_ne!(
        heading,
        find("#heading"),
        "a heading that is the same element is not read out"
    );
    click("#choice-3");
    click("[type=submit]");
    until("the third question is there", || {
        fragment() == "#question-3" && find("fieldset :checked").is_none()
    })
    .await;
    for (at, chosen) in [(2, "#choice-3:checked"), (1, "#choice-1:checked")] {
        click(".question button.quiet");
        until("the question before is back, with its choice", || {
            fragment() == format!("#question-{at}") && find(chosen).is_some()
        })
        .await;
    }
}

#[wasm_bindgen_test]
async fn back_shows_the_question_before() {
    open(None, "").await;
    click(".primary");
    until("the first question is there", || {
        fragment() == "#question-1"
    })
    .await;
    let first = heading();
    click("[type=submit]");
    until("the second question is there, with its address", || {
        heading() != first && fragment() == "#question-2"
    })
    .await;
    window()
        .history()
        .expect("a history")
        .back()
        .expect("a step back");
    until("the first question is back", || heading() == first).await;
    until("its heading has the focus", || focused() == "heading").await;
}

#[wasm_bindgen_test]
async fn spoilt_progress_is_set_aside() {
    let spoilt = || Ok(Some("{\"version\":0}".to_owned()));
    open(Some("{\"version\":0}"), "").await;
    // A version that can read it may be open in another tab, or come back.
    assert_eq!(storage().get_item(PROGRESS), spoilt());
    assert_eq!(storage().get_item("clientele.set-aside"), spoilt());
    until("it is said", || find(".notice").is_some()).await;
}

#[wasm_bindgen_test]
async fn the_title_follows_the_screen() {
    open(None, "").await;
    until("the start has its title", || {
        document().title().starts_with("Clientele")
    })
    .await;
    click(".primary");
    until("the question has its own", || {
        document().title().starts_with("Question 1 of 15")
    })
    .await;
}

/// What is heard of an event of the document from here on: each one's detail, as JSON.
fn hear(name: &str) -> Rc<RefCell<Vec<String>>> {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let ears = Rc::clone(&heard);
    let listener = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
        let detail = js_sys::Reflect::get(&event, &JsValue::from_str("detail")).expect("a detail");
        let text = js_sys::JSON::stringify(&detail).expect("plain data");
        ears.borrow_mut().push(text.into());
    });
    document()
        .add_event_listener_with_callback(name, listener.as_ref().unchecked_ref())
        .expect("it listens");
    listener.forget();
    heard
}

#[wasm_bindgen_test]
async fn the_pages_scripts_hear_what_happens() {
    let ready = hear("clientele:ready");
    let answered = hear("clientele:answered");
    let progress = hear("clientele:progress");
    open(None, "#question-1").await;
    until("it is ready", || {
        *ready.borrow() == [r#"{"language":"en-GB","total":15}"#]
    })
    .await;
    click("#choice-2");
    until("the answer is told", || answered.borrow().len() == 1).await;
    assert!(answered.borrow()[0].contains(r#","option":3,"#));
    assert_eq!(*progress.borrow(), [""; 0]);
}

#[wasm_bindgen_test]
async fn progress_that_the_page_keeps_never_touches_storage() {
    let progress = hear("clientele:progress");
    storage().set_item(PROGRESS, "mine").expect("writable");
    storage()
        .remove_item("clientele.set-aside")
        .expect("writable");
    for (given, first) in [
        ("", "\"1 full 1"),
        ("1 short 1pNNAUw", "\"1 short 1"),
        ("no such thing", "\"1 full 1"),
    ] {
        begin(Some(given.to_owned()), "#question-1").await;
        click("#choice-2");
        until("the progress is told", || {
            let told = progress.borrow();
            told.last().is_some_and(|told| told.starts_with(first))
        })
        .await;
        progress.borrow_mut().clear();
    }
    assert_eq!(storage().get_item(PROGRESS), Ok(Some("mine".to_owned())));
    assert_eq!(storage().get_item("clientele.set-aside"), Ok(None));
    begin(Some("1 full 1pNNAUw".to_owned()), "").await;
    storage().remove_item(PROGRESS).expect("writable");
}

#[wasm_bindgen_test]
async fn the_form_hands_over_what_was_answered_last() {
    storage().remove_item(PROGRESS).expect("writable");
    make_room("#question-1");
    let calls = Rc::new(Cell::new(0));
    let count = Rc::clone(&calls);
    let whole = Closure::<dyn Fn()>::new(move || count.set(count.get() + 1));
    let function = whole.as_ref().unchecked_ref::<js_sys::Function>().clone();
    clientele::browser::begin_form(start(None, None, Some(function)));
    until("the form is drawn", || find("#choice-2").is_some()).await;
    click("#choice-2");
    window()
        .location()
        .set_hash("#1pMMSjUhg_A")
        .expect("a fragment");
    until("it hands over", || calls.get() == 1).await;
    assert!(
        find("#choice-2").is_some(),
        "what was there stays until then"
    );
    let kept = || storage().get_item(PROGRESS).expect("readable");
    let before = kept();
    assert!(before.is_some(), "the first answer is kept by now");
    click("#choice-3");
    until("the later answer is kept", || kept() != before).await;
    let questionnaire = pack();
    let first = &questionnaire.questions[0];
    let answers = Answers::default().with(first, Answer::Option(first.options[3].number));
    let last = Progress {
        form: Form::Full,
        answers,
    };
    assert_eq!(kept(), Some(last.print()));

    let handed = clientele::browser::end_form();
    let progress = handed.as_deref().and_then(|it| it.lines().next());
    assert_eq!(progress, kept().as_deref());
    assert_eq!(clientele::browser::end_form(), None);
    clientele::browser::begin(start(None, handed, None));
    until("the result is there", || heading() == "You serve clients").await;
    until("its heading has the focus", || focused() == "heading").await;
}

#[wasm_bindgen_test]
async fn a_frame_that_is_late_is_asked_for_once() {
    // What earlier tests have asked for comes first.
    for _ in 0..2 {
        passed(&|resolve| _ = window().request_animation_frame(resolve)).await;
    }
    let name = JsValue::from_str("requestAnimationFrame");
    let own = js_sys::Reflect::get(&window(), &name).expect("the browser's own");
    let asked = js_sys::Array::new();
    let frames = asked.clone();
    let ask = Closure::<dyn Fn(JsValue) -> u32>::new(move |call: JsValue| frames.push(&call));
    js_sys::Reflect::set(&window(), &name, ask.as_ref()).expect("frames by hand");
    let acted = Rc::new(Cell::new(0));
    let act = || {
        let acted = Rc::clone(&acted);
        clientele::browser::once_drawn(move || acted.set(acted.get() + 1));
    };
    let until_acted = async |times| {
        while acted.get() < times {
            passed(&|resolve| _ = window().set_timeout_with_callback(resolve)).await;
        }
    };
    // Twice patience ends, and then the frame comes.
    for times in 1..=2 {
        act();
        until_acted(times).await;
    }
    act();
    js_sys::Reflect::set(&window(), &name, &own).expect("the browser's own");
    let count = asked.length();
    for call in asked.iter() {
        let call: js_sys::Function = call.unchecked_into();
        call.call0(&JsValue::NULL).expect("a frame");
    }
    let at_once = acted.get();
    until_acted(3).await;
    assert_eq!(count, 1, "more frames are asked for than are to come");
    assert_eq!(
        at_once, 2,
        "what waits for a frame is done before it is drawn"
    );
}
