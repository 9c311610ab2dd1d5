//! The content: the real files are without faults and hold what the widget promises, and each slip
//! that an author can make is met with a fault that names the file, the key and the remedy.

use std::fs;
use std::path::{Path, PathBuf};

use clientele::model::{Pack, Phrase};
use clientele_site::content::{Content, QUESTIONNAIRE, parse, text_file};
use clientele_site::{Fault, Faults, load};

const LANGUAGE: &str = "en-GB";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn real() -> Content {
    load(&root(), LANGUAGE).unwrap_or_else(|faults| panic!("the content has faults:\n{faults}"))
}

/// What an author changed, and where.
#[derive(Clone, Copy)]
enum Slip {
    /// In the questionnaire: these words, the first time they stand there, became those.
    Numbers(&'static str, &'static str),
    /// The same in the sentences.
    Words(&'static str, &'static str),
    /// The same in the page.
    Page(&'static str, &'static str),
}

fn faults_of(slip: Slip) -> Vec<Fault> {
    let mut files = [
        read(QUESTIONNAIRE),
        read(&text_file(LANGUAGE)),
        read("index.html"),
    ];
    let (file, from, to) = match slip {
        Slip::Numbers(from, to) => (0, from, to),
        Slip::Words(from, to) => (1, from, to),
        Slip::Page(from, to) => (2, from, to),
    };
    assert!(files[file].contains(from), "nothing to change: {from}");
    files[file] = files[file].replacen(from, to, 1);
    let [questionnaire, text, page] = &files;
    match parse(LANGUAGE, questionnaire, text, page) {
        Ok(_) => Vec::new(),
        Err(Faults(faults)) => faults,
    }
}

/// Each slip with the key of the fault that it has to give, and words of the remedy.
fn assert_met(file: &str, table: &[(Slip, &str, &str)]) {
    for (slip, key, remedy) in table {
        let faults = faults_of(*slip);
        let is_met = faults
            .iter()
            .any(|fault| fault.file == file && fault.key == *key && fault.remedy.contains(remedy));
        assert!(is_met, "{file}: {key}: {remedy}, but:\n{}", Faults(faults));
        for fault in faults {
            assert!(!fault.file.is_empty() && !fault.key.is_empty() && !fault.remedy.is_empty());
        }
    }
}

#[test]
fn the_real_content_is_without_faults_and_whole() {
    let content = real();
    let pack = &content.pack;
    assert_eq!(pack.language, LANGUAGE);
    assert_eq!(pack.questions.len(), 15);
    assert_eq!(pack.questions.iter().filter(|it| it.short).count(), 6);
    assert!((4..=5).contains(&pack.sections.len()));
    assert!(pack.tensions.len() >= 8);
    assert_eq!(content.labels.len(), pack.examples.len());
    for phrase in Phrase::ALL {
        assert!(!pack.say(*phrase).is_empty(), "{phrase:?} is silent");
    }
    for (id, sentence) in &content.page {
        assert!(!sentence.is_empty(), "{id} is silent");
    }
    assert!(content.page.contains_key("page.title"));
}

#[test]
fn every_area_has_two_pieces_of_advice_for_each_verdict_and_both_has_bridges() {
    let pack = real().pack;
    assert_eq!(pack.areas.len(), 10);
    for (index, area) in (0u8..).zip(&pack.areas) {
        let here = || pack.advice.iter().filter(|advice| advice.area == index);
        let audiences = [
            ("client", here().filter(|it| it.audience.client).count()),
            ("customer", here().filter(|it| it.audience.customer).count()),
            (
                "two tracks",
                here().filter(|it| it.audience.two_track).count(),
            ),
            (
                "in-between",
                here().filter(|it| it.audience.in_between).count(),
            ),
        ];
        for (audience, count) in audiences {
            let is_alien = area.id == "bridging" && ["client", "customer"].contains(&audience);
            assert_eq!(count >= 2, !is_alien, "{} for {audience}: {count}", area.id);
        }
    }
}

#[test]
fn the_pack_that_is_shipped_comes_back_as_it_was() {
    let pack = real().pack;
    assert_eq!(Pack::from_bytes(&pack.to_bytes()), Ok(pack));
}

#[test]
fn every_phrase_is_said_by_some_view() {
    fn collect(path: &Path, code: &mut String) {
        if path.is_dir() {
            for entry in fs::read_dir(path).expect("the folder is readable") {
                collect(&entry.expect("an entry").path(), code);
            }
        } else {
            code.push_str(&fs::read_to_string(path).expect("the file is readable"));
        }
    }
    let mut code = String::new();
    collect(&root().join("src/view"), &mut code);
    collect(&root().join("src/view.rs"), &mut code);
    for phrase in Phrase::ALL {
        let name = format!("Phrase::{phrase:?}");
        let is_said = code.match_indices(&name).any(|(at, _)| {
            let next = code[at + name.len()..].chars().next();
            !next.is_some_and(char::is_alphanumeric)
        });
        assert!(is_said, "no view says {name}: remove it with its sentence");
    }
}

#[test]
fn slips_in_the_sentences_are_met() {
    use Slip::{Page, Words};
    assert_met(
        &text_file(LANGUAGE),
        &[
            (
                Words("name = \"What you sell\"", ""),
                "section.offer.name",
                "add this sentence",
            ),
            (
                Words("\"What you sell\"", "\" \""),
                "section.offer.name",
                "it is empty",
            ),
            (
                Words("\"What you sell\"", "7"),
                "section.offer.name",
                "in quotes",
            ),
            (
                Words("[section.offer]", "[section.nowhere]"),
                "section.nowhere.name",
                "nothing uses it",
            ),
            (
                Words("[product]", "[product]\nslogan = \"Buy\""),
                "product.slogan",
                "nothing uses it",
            ),
            (
                Words("all {count}", "all {number}"),
                "start.full",
                "exactly these gaps: {count}",
            ),
            (
                Words("all {count}", "all"),
                "start.full",
                "exactly these gaps: {count}",
            ),
            (
                Words("all {count}", "{all} {count}"),
                "start.full",
                "exactly these gaps: {count}",
            ),
            (
                Words("name = \"Clientele\"", "name = \"{a}\""),
                "product.name",
                "without gaps",
            ),
            (
                Words("](scope-creep)", "](creep)"),
                "tension.open-scope-flat-fee.risk",
                "'creep' is not in the glossary",
            ),
            (
                Words("](scope-creep)", ""),
                "tension.open-scope-flat-fee.risk",
                "[shown words](term)",
            ),
            (Words("[product]", "[product"), "(whole file)", "line 1079"),
            (
                Words("[product]", "[section.offer]"),
                "(whole file)",
                "duplicate key",
            ),
            (
                Page("{{page.title}}", "{{page.headline}}"),
                "page.headline",
                "add this sentence",
            ),
        ],
    );
}

#[test]
fn a_file_of_sentences_that_cannot_be_read_is_one_fault() {
    assert_eq!(faults_of(Slip::Words("[product]", "[product")).len(), 1);
}

#[test]
fn slips_in_names_are_met() {
    use Slip::Numbers;
    assert_met(
        QUESTIONNAIRE,
        &[
            (
                Numbers("id = \"personalisation\"", "id = \"offer\""),
                "question.offer",
                "have to be unique",
            ),
            (
                Numbers("id = \"buying\"", "id = \"offer\""),
                "section.offer",
                "have to be unique",
            ),
            (
                Numbers("id = \"pricing\"\n\n[[area]]", "id = \"sales\"\n\n[[area]]"),
                "area.sales",
                "have to be unique",
            ),
            (
                Numbers("id = \"restaurant\"", "id = \"car-repair\""),
                "example.car-repair",
                "have to be unique",
            ),
            (
                Numbers("id = \"team-two-roles\"", "id = \"team-second-person\""),
                "advice.team-second-person",
                "have to be unique",
            ),
            (
                Numbers(
                    "id = \"open-scope-flat-fee\"",
                    "id = \"long-sale-small-sum\"",
                ),
                "tension.long-sale-small-sum",
                "have to be unique",
            ),
            (
                Numbers("id = \"crm\"", "id = \"retainer\""),
                "term.retainer",
                "have to be unique",
            ),
            (
                Numbers("section = \"offer\"", "section = \"offers\""),
                "question.offer.section",
                "use one of offer, buying",
            ),
            (
                Numbers(
                    "question = \"contract\", towards",
                    "question = \"contracts\", towards",
                ),
                "tension.tailored-no-contract.when",
                "'contracts' is not there",
            ),
            (
                Numbers(
                    "{ offer = 2, personalisation",
                    "{ offers = 2, personalisation",
                ),
                "example.law-firm.answers",
                "'offers' is not there",
            ),
            (
                Numbers("area = \"marketing\"", "area = \"market\""),
                "advice.marketing-small-market.area",
                "use one of marketing, pricing",
            ),
            (
                Numbers(
                    "{ question = \"audience\", towards = \"client\" }, { question = \"offer\"",
                    "{ question = \"crowd\", towards = \"client\" }, { question = \"offer\"",
                ),
                "advice.marketing-small-market.calls",
                "'crowd' is not there",
            ),
            (
                Numbers("weight = 5", "wieght = 5"),
                "(whole file)",
                "wieght",
            ),
            (
                Numbers("towards = \"client\"", "towards = \"clients\""),
                "(whole file)",
                "clients",
            ),
            (
                Numbers("verdict = \"client\"", "verdict = \"both\""),
                "(whole file)",
                "both",
            ),
            (
                Numbers("[judgement]", "[judgement"),
                "(whole file)",
                "line 12",
            ),
        ],
    );
}

#[test]
fn slips_in_numbers_are_met() {
    use Slip::Numbers;
    assert_met(
        QUESTIONNAIRE,
        &[
            (
                Numbers("slot = 0", "slot = 1"),
                "question.personalisation.slot",
                "a slot of its own",
            ),
            (
                Numbers("slot = 0", "slot = 32"),
                "question.personalisation.slot",
                "from 0 to 31",
            ),
            (
                Numbers("weight = 5", "weight = 0"),
                "question.offer.weight",
                "from 1 to 9",
            ),
            (
                Numbers("weight = 5", "weight = 10"),
                "question.offer.weight",
                "from 1 to 9",
            ),
            (
                Numbers("number = 5", "number = 7"),
                "question.offer.options",
                "from 1 to 6",
            ),
            (
                Numbers("number = 5", "number = 4"),
                "question.offer.options",
                "each one once",
            ),
            (
                Numbers("position = 2", "position = 3"),
                "question.offer.options",
                "from -2 to 2",
            ),
            (
                Numbers("threshold = 30", "threshold = 0"),
                "judgement.threshold",
                "from 1 to 99",
            ),
            (
                Numbers(
                    "{ offer = 2, personalisation",
                    "{ offer = 3, personalisation",
                ),
                "example.law-firm.answers.offer",
                "from -2 to 2",
            ),
        ],
    );
}

#[test]
fn slips_against_fairness_are_met() {
    use Slip::Numbers;
    assert_met(
        QUESTIONNAIRE,
        &[
            (
                Numbers("number = 5, position = -2", "number = 5, position = -1"),
                "question.offer.options",
                "add an option at position -2",
            ),
            (
                Numbers("number = 5, position = -2", "number = 5, position = -1"),
                "question.offer.options",
                "keep one option at position -1",
            ),
            (
                Numbers("number = 4, position = -1", "number = 4, position = 0"),
                "question.offer.options",
                "add an option at -1: each position needs its mirror",
            ),
            (
                Numbers("weight = 5", "weight = 9"),
                "judgement",
                "one question could decide alone",
            ),
            (
                Numbers("least_answers = 5", "least_answers = 4"),
                "judgement",
                "one question could decide alone",
            ),
            (
                Numbers("threshold = 30", "threshold = 29"),
                "judgement",
                "one question could decide alone",
            ),
            (
                Numbers("verdict = \"client\"", "verdict = \"customer\""),
                "example.law-firm",
                "come out as Client",
            ),
            (
                Numbers("verdict = \"in-between\"", "verdict = \"two-track\""),
                "example",
                "add an example that comes out as InBetween",
            ),
            (
                Numbers("onboarding = 1", "onboarding = 0"),
                "example.law-firm.answers.onboarding",
                "one of the question's options",
            ),
        ],
    );
}

#[test]
fn tensions_and_advice_that_nobody_would_meet_are_met() {
    use Slip::Numbers;
    assert_met(
        QUESTIONNAIRE,
        &[
            (
                Numbers(
                    ", { question = \"contract\", towards = \"customer\" } ]",
                    " ]",
                ),
                "tension.tailored-no-contract.when",
                "at least two answers",
            ),
            (
                Numbers(
                    "{ question = \"contract\", towards = \"customer\" } ]",
                    "{ question = \"personalisation\", towards = \"customer\" } ]",
                ),
                "tension.tailored-no-contract.when",
                "it can't hold with the others",
            ),
            (
                Numbers(
                    "{ question = \"who\", towards = \"customer\" } ]",
                    "{ question = \"who\", towards = \"middle\" } ]",
                ),
                "tension.high-care-shared-desk.when",
                "the condition on 'who'",
            ),
            (
                Numbers(
                    "{ question = \"contract\", towards = \"customer\" } ]",
                    "{ question = \"contract\", towards = \"customer\", at_least = 3 } ]",
                ),
                "tension.tailored-no-contract.when",
                "the condition on 'contract'",
            ),
            (
                Numbers(
                    "{ question = \"contract\", towards = \"customer\" } ]",
                    "{ question = \"contract\", towards = \"customer\", at_least = 0 } ]",
                ),
                "tension.tailored-no-contract.when",
                "the condition on 'contract'",
            ),
            (
                Numbers(
                    "calls = [ { question = \"pricing\", towards = \"customer\" }, { question = \"scope\", towards = \"customer\" } ]",
                    "calls = []",
                ),
                "advice.pricing-leave-the-list.calls",
                "no answers with the verdict Client",
            ),
            (
                Numbers("for = [\"client\"]", "for = []"),
                "advice.marketing-small-market.for",
                "name a verdict",
            ),
            (
                Numbers(
                    "for = [\"two-track\"]\ncalls = [ { question = \"personalisation\"",
                    "for = [\"client\"]\ncalls = [ { question = \"who\"",
                ),
                "advice.marketing-two-doors.calls",
                "no answers",
            ),
        ],
    );
}

#[test]
fn an_area_that_leaves_a_verdict_without_advice_is_met() {
    let numbers = read(QUESTIONNAIRE).replace(
        "area = \"measuring\"\nfor = [\"customer\"]",
        "area = \"measuring\"\nfor = [\"client\"]",
    );
    let faults = parse(
        LANGUAGE,
        &numbers,
        &read(&text_file(LANGUAGE)),
        &read("index.html"),
    );
    let Err(Faults(faults)) = faults else {
        panic!("nothing is met");
    };
    let wanted = Fault::new(QUESTIONNAIRE, "area.measuring", "add advice for Customer");
    assert!(faults.contains(&wanted), "{}", Faults(faults));
    // One line each, as an author reads them.
    assert_eq!(
        wanted.to_string(),
        format!("{QUESTIONNAIRE}: area.measuring: add advice for Customer")
    );
    assert_eq!(
        Faults(vec![wanted.clone(), wanted])
            .to_string()
            .lines()
            .count(),
        2
    );
}

#[test]
fn more_than_a_byte_can_count_is_met() {
    let mut numbers = read(QUESTIONNAIRE);
    for number in 0..255 {
        numbers.push_str(&format!("\n[[term]]\nid = \"term-{number}\"\n"));
    }
    let faults = parse(
        LANGUAGE,
        &numbers,
        &read(&text_file(LANGUAGE)),
        &read("index.html"),
    );
    let Err(Faults(faults)) = faults else {
        panic!("nothing is met");
    };
    let is_met = |fault: &Fault| fault.key == "term" && fault.remedy.contains("keep to 254");
    assert!(faults.iter().any(is_met));
}

#[test]
fn a_file_that_is_not_there_is_met() {
    let Err(Faults(faults)) = load(&root().join("nowhere"), LANGUAGE) else {
        panic!("nothing is met");
    };
    assert_eq!((faults[0].file.as_str(), faults.len()), (QUESTIONNAIRE, 1));
    let Err(Faults(faults)) = load(&root(), "tlh") else {
        panic!("nothing is met");
    };
    assert_eq!(faults[0].file, text_file("tlh"));
    assert!(faults[0].remedy.contains("make the file readable"));
}
