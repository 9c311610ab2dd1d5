//! Each slip that an author can make in the content is met with a fault that names the file, the
//! key and the remedy. The slips are in `slips.txt`, one line each.

use std::fs;
use std::path::{Path, PathBuf};

use clientele_site::content::{QUESTIONNAIRE, parse, text_file};
use clientele_site::{Fault, Faults, load};

const LANGUAGE: &str = "en-GB";

/// The table: see there for what its columns are.
const SLIPS: &str = include_str!("slips.txt");

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The content's files: numbers, words, page.
fn files() -> [String; 3] {
    [QUESTIONNAIRE, &text_file(LANGUAGE), "index.html"].map(|file| {
        fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    })
}

fn faults_of([numbers, words, page]: &[String; 3]) -> Vec<Fault> {
    match parse(LANGUAGE, numbers, words, page) {
        Ok(_) => Vec::new(),
        Err(Faults(faults)) => faults,
    }
}

/// The files with some words, where they stand first, replaced by others.
fn with(file: usize, from: &str, to: &str) -> [String; 3] {
    let mut files = files();
    assert!(files[file].contains(from), "nothing to change: {from}");
    files[file] = files[file].replacen(from, to, 1);
    files
}

#[test]
fn without_a_slip_there_is_no_fault() {
    assert_eq!(faults_of(&files()), []);
}

#[test]
fn every_slip_is_met() {
    let mut unmet = Vec::new();
    let mut slips = 0;
    let lines = SLIPS
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    for line in lines {
        let columns: Vec<String> = line
            .split('|')
            .map(|column| column.trim().replace('⏎', "\n"))
            .collect();
        let [file, from, to, key, remedy] = columns.as_slice() else {
            panic!("not five columns: {line}");
        };
        let (changed, at_fault) = match file.as_str() {
            "numbers" => (0, QUESTIONNAIRE.to_owned()),
            "words" => (1, text_file(LANGUAGE)),
            "page" => (2, text_file(LANGUAGE)),
            other => panic!("no such file: {other}"),
        };
        let faults = faults_of(&with(changed, from, to));
        let is_met = faults.iter().any(|fault| {
            fault.file == at_fault && fault.key == *key && fault.remedy.contains(remedy)
        });
        if !is_met {
            unmet.push(format!("{line}\nbut:\n{}", Faults(faults)));
            continue;
        }
        slips += 1;
        for fault in faults {
            let Fault { file, key, remedy } = &fault;
            assert!(
                ![file, key, remedy].iter().any(|it| it.is_empty()),
                "{fault}"
            );
        }
    }
    assert!(unmet.is_empty(), "{}", unmet.join("\n"));
    assert!(slips > 50, "slips are missing from the table");
}

#[test]
fn a_file_of_sentences_that_cannot_be_read_is_one_fault() {
    assert_eq!(faults_of(&with(1, "[product]", "[product")).len(), 1);
}

#[test]
fn an_area_that_leaves_a_verdict_without_advice_is_met() {
    let mut files = files();
    files[0] = files[0].replace(
        "area = \"measuring\"\nfor = [\"customer\"]",
        "area = \"measuring\"\nfor = [\"client\"]",
    );
    let wanted = Fault::new(
        QUESTIONNAIRE,
        "area.measuring",
        "add advice for Customer, without unless",
    );
    let faults = faults_of(&files);
    assert!(faults.contains(&wanted), "{}", Faults(faults));
}

#[test]
fn more_than_a_byte_can_count_is_met() {
    let mut files = files();
    let terms: Vec<String> = (0..255)
        .map(|number| format!("\n[[term]]\nid = \"term-{number}\"\n"))
        .collect();
    files[0].push_str(&terms.concat());
    let is_met = |fault: &Fault| fault.key == "term" && fault.remedy.contains("keep to 254");
    assert!(faults_of(&files).iter().any(is_met));
}

#[test]
fn more_sums_than_there_is_room_for_are_met() {
    let mut files = with(0, "two_track_share = 20", "two_track_share = 50");
    for weight in 3..9 {
        files[0] = files[0].replace(&format!("\nweight = {weight} "), "\nweight = 9 ");
    }
    let wanted = Fault::new(
        QUESTIONNAIRE,
        "judgement.two_track_share",
        "lower the share or the weights: there are too many sums to go through",
    );
    assert_eq!(faults_of(&files), [wanted]);
}

#[test]
fn more_calls_than_there_are_questions_are_met() {
    let call = "{ question = \"audience\", towards = \"client\" }, ";
    let files = with(0, &format!("[ {call}"), &format!("[ {}", call.repeat(16)));
    let wanted = Fault::new(
        QUESTIONNAIRE,
        "advice.marketing-small-market.calls",
        "call on each question once: there are more calls than questions",
    );
    assert_eq!(faults_of(&files), [wanted]);
}

#[test]
fn a_file_that_is_not_there_is_met() {
    let missed = |root: &Path, language: &str| match load(root, language) {
        Ok(_) => panic!("nothing is met"),
        Err(Faults(faults)) => faults,
    };
    let faults = missed(&root().join("nowhere"), LANGUAGE);
    assert_eq!((faults[0].file.as_str(), faults.len()), (QUESTIONNAIRE, 1));
    let faults = missed(&root(), "tlh");
    assert_eq!(faults[0].file, text_file("tlh"));
    assert!(faults[0].remedy.contains("make the file readable"));
}

#[test]
fn faults_are_read_a_line_each() {
    let fault = Fault::new("content/a.toml", "section.b", "rename it");
    assert_eq!(fault.to_string(), "content/a.toml: section.b: rename it");
    let faults = Faults(vec![fault.clone(), fault]);
    assert_eq!(faults.to_string().lines().count(), 2);
}
