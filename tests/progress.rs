//! Progress as it is kept between visits: what was stored comes back, and anything else is
//! refused, whoever wrote it.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::flow::{Form, Kept, Progress, ProgressError};
use clientele::model::{Answer, Answers, encode};
use common::walking::any_form;
use common::{any_answers, pack, standing};
use proptest::prelude::*;

#[test]
fn progress_is_one_readable_line() {
    let answers = standing(&[("personalisation", -2)]);
    let code = encode(&answers);
    for (form, line) in [
        (Form::Short, format!("1 short {code}")),
        (Form::Full, format!("1 full {code}")),
    ] {
        let progress = Progress { form, answers };
        assert_eq!(progress.print(), line);
        assert_eq!(Progress::parse(pack(), &line), Ok(progress));
    }
}

#[test]
fn a_form_that_was_begun_and_not_answered_comes_back() {
    let progress = Progress {
        form: Form::Short,
        answers: Answers::default(),
    };
    assert_eq!(Progress::parse(pack(), &progress.print()), Ok(progress));
}

#[test]
fn what_the_page_kept_before_its_app_is_read() {
    let read = |line: &str| Progress::parse(pack(), line);
    let (form, answers) = (Form::Full, Answers::default());
    assert_eq!(read("0 full"), Ok(Progress { form, answers }));
    let question = |id: &str| pack().questions.iter().find(|it| it.id == id);
    let set = |answers: Answers, id: &str, number: u8| {
        answers.with(
            question(id).expect("a question"),
            Answer::from_number(number),
        )
    };
    let answers = set(set(Answers::default(), "scope", 2), "offer", 7);
    let form = Form::Short;
    assert_eq!(
        read("0 short scope=2 offer=7"),
        Ok(Progress { form, answers })
    );
    for line in [
        "0",
        "0 ",
        "0 medium",
        "0 full ",
        "0 full scope",
        "0 full scope=",
        "0 full scope=6",
        "0 full scope=8",
        "0 full scope=-1",
        "0 full scope=1=1",
        "0 full scope=256",
        "0 full elsewhere=1",
        "0 full  scope=1",
    ] {
        assert_eq!(read(line), Err(ProgressError), "{line}");
    }
}

#[test]
fn whatever_else_is_stored_is_refused() {
    let code = encode(&standing(&[("personalisation", -2), ("who", 2)]));
    let cut = &code[..code.len() - 2];
    let capitals = code.to_uppercase();
    assert_ne!(capitals, code, "the table needs a code with small letters");
    let table = [
        ("nothing", String::new()),
        ("blanks", "   ".to_owned()),
        ("a bare code", code.clone()),
        ("no code", "1 full".to_owned()),
        ("an empty code", "1 full ".to_owned()),
        ("no form", format!("1 {code}")),
        ("another form", format!("1 medium {code}")),
        ("a form in capitals", format!("1 Full {code}")),
        ("an earlier version", format!("0 full {code}")),
        ("a later version", format!("2 full {code}")),
        ("a version in full", format!("1.0 full {code}")),
        ("a blank before", format!(" 1 full {code}")),
        ("a blank after", format!("1 full {code} ")),
        ("two blanks", format!("1  full {code}")),
        ("a line's end", format!("1 full {code}\n")),
        ("a tab", format!("1\tfull\t{code}")),
        ("a word too many", format!("1 full {code} more")),
        ("two lines", format!("1 full {code}\n1 full {code}")),
        ("a code cut short", format!("1 full {cut}")),
        ("a code in capitals", format!("1 full {capitals}")),
        (
            "a code of a later version",
            format!("1 full 2{}", &code[1..]),
        ),
        ("a code of another tool", "1 full eyJhIjoxfQ==".to_owned()),
        ("JSON", r#"{"form":"full","answers":[1,2,3]}"#.to_owned()),
        ("null", "null".to_owned()),
        ("markup", "<script>alert(1)</script>".to_owned()),
        ("a null character", format!("1 full {code}\0")),
        ("a byte order mark", format!("\u{feff}1 full {code}")),
        ("very much", "1 full ".repeat(50_000)),
    ];
    for (what, stored) in table {
        assert_eq!(
            Progress::parse(pack(), &stored),
            Err(ProgressError),
            "{what}"
        );
    }
    assert!(!ProgressError.to_string().is_empty());
}

#[test]
fn a_refusal_is_said_once_until_something_is_kept_again() {
    let mut kept = Kept::new("", false);
    assert!(kept.saved("a".to_owned(), false));
    assert!(!kept.saved("b".to_owned(), false));
    assert!(kept.is_refused());
    assert!(!kept.saved("c".to_owned(), true));
    assert!(!kept.is_refused());
    assert!(kept.set_aside(false));
    assert!(!kept.set_aside(true), "it keeps no answers");
    assert!(kept.is_refused());
    assert!(!kept.forgotten(true));
    assert!(kept.forgotten(false));
    assert!(
        !Kept::new("", true).saved("a".to_owned(), false),
        "said before"
    );
}

#[test]
fn only_what_another_page_kept_is_news_to_one_that_could_not_keep_its_own() {
    let mut kept = Kept::new("a", false);
    assert!(
        kept.take_news("a"),
        "the page itself may have gone on since"
    );
    assert!(kept.take_news(""));
    assert!(!kept.saved("a".to_owned(), true));
    assert!(kept.saved("b".to_owned(), false));
    assert!(!kept.take_news(""));
    assert!(!kept.take_news("a"), "it is older than what was refused");
    assert!(kept.take_news("c"));
    assert!(!kept.take_news("c"));
    // What was deleted and is there again comes from another page.
    assert!(!kept.saved("a".to_owned(), true));
    assert!(!kept.forgotten(true));
    assert!(kept.saved("b".to_owned(), false));
    assert!(kept.take_news("a"));
}

proptest! {
    #[test]
    fn what_was_stored_comes_back(form in any_form(), answers in any_answers()) {
        let progress = Progress { form, answers };
        prop_assert_eq!(Progress::parse(pack(), &progress.print()), Ok(progress));
    }

    #[test]
    fn a_changed_character_is_refused(answers in any_answers(), at: prop::sample::Index, other in "[ -~]") {
        let line = Progress { form: Form::Full, answers }.print();
        let at = at.index(line.len());
        let mut changed = line.clone();
        changed.replace_range(at..=at, &other);
        if changed != line {
            prop_assert_eq!(Progress::parse(pack(), &changed), Err(ProgressError));
        }
    }
}
