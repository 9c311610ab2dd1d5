//! The form's pack: small, and the form's screens look the same with it.

use std::path::Path;
use std::sync::LazyLock;

use clientele::flow::{Form, Progress, Stored, launch_form};
use clientele::model::{Answers, Pack};
use clientele::view;
use clientele_site::content::Content;
use clientele_site::form_pack::form_pack;
use clientele_site::pages::drawn;
use yew::Callback;

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    clientele_site::load(&root, "en-GB").unwrap_or_else(|faults| panic!("{faults}"))
});

fn screen(pack: &Pack, answers: Answers, fragment: &str) -> String {
    let form = Form::Full;
    let stored = Stored::Text(Progress { form, answers }.print());
    let (model, _) = launch_form(pack.clone().into(), stored, None, fragment);
    let page = view::screen::<false>(&model.into(), &Callback::noop());
    drawn(page).expect("it can be drawn")
}

#[test]
fn every_screen_of_the_form_says_the_same_with_it() {
    let whole = &CONTENT.pack;
    let form = form_pack(whole).expect("a pack");
    let full = whole.examples[0].answers(whole);
    for answers in [Answers::default(), full] {
        for fragment in ["", "review", "chapter"]
            .map(str::to_owned)
            .into_iter()
            .chain((1..=15).flat_map(|at| [format!("question-{at}"), format!("change-{at}")]))
        {
            let said = screen(&form, answers, &fragment);
            assert_eq!(said, screen(whole, answers, &fragment), "#{fragment}");
        }
    }
}

#[test]
fn it_leaves_the_larger_part_out() {
    let form = form_pack(&CONTENT.pack).expect("a pack").to_bytes();
    assert!(3 * form.len() < CONTENT.pack.to_bytes().len());
    let form = Pack::from_bytes(&form).expect("it reads back");
    assert_eq!(form.questions.len(), CONTENT.pack.questions.len());
}
