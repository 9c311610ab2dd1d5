//! What a comparison takes from the tables of forms, whose columns are headed by what was asked.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::comparing::{code, given, names};

const NOBODY: [&str; 2] = ["Person 1", "Person 2"];

/// Two people, by their cells before and behind the link; what they are called, with every line read.
fn assert_called(head: &str, rows: [(&str, &str); 2], expected: [&str; 2]) {
    let mut text = format!("{head}\n");
    for ((before, behind), id) in rows.into_iter().zip(["law-firm", "retail-shop"]) {
        let link = format!("https://example.org/r/bo/#{}", code(id));
        text.extend([before, "\"", &link, "\"", behind, "\n"]);
    }
    let model = given(&text);
    assert_eq!(names(&model), expected, "{text}");
    assert_eq!(model.summary.map(|it| it.unreadable), Some(0), "{text}");
}

/// The table of a form that asks for this and for the link, and that has notes of its own.
fn assert_asks_for_names(heading: &str) {
    let stamp = "\"2026/11/20 10:00:12 AM GMT+1\"";
    let row = |name: &str| format!("{stamp},\"{name}\",");
    let (ann, ben) = (row("Ann"), row("Ben"));
    for link in ["Link", "Paste your link"] {
        assert_called(
            &format!("\"Timestamp\",\"{heading}\",\"{link}\""),
            [(&ann, ""), (&ben, "")],
            ["Ann", "Ben"],
        );
    }
    let row = |name: &str| format!("{stamp},\"a@example.org\",\"{name}\",\"I liked it\",");
    let (ann, ben) = (row("Ann"), row("Ben"));
    assert_called(
        &format!(
            "\"Timestamp\",\"Email Address\",\"{heading}\",\"Any comments?\",\"Paste your link\""
        ),
        [(&ann, ",\"yes\""), (&ben, ",\"no\"")],
        ["Ann", "Ben"],
    );
}

#[test]
fn a_question_for_a_name_heads_names() {
    for heading in [
        "What's your name?",
        "What’s your name?",
        "What is your name ?",
        "1. What is your name? *",
        "Who are you?",
        "Your full name?",
        "Nickname?",
        "What should we call you?",
        "First and last name",
        "Enter your name",
        "Please enter your full name:",
        "Your name or your team's",
        "Name (or a nickname)",
        "Name, so that I know who is who",
        "Name / Company",
        "Wie heißt du?",
        "Wie heißen Sie?",
        "Wie ist Ihr Name?",
        "Vor- und Nachname",
        "Comment vous appelez-vous ?",
        "Comment t’appelles-tu ?",
        "Quel est votre nom ?",
        "Nom et prénom",
        "¿Cómo te llamas?",
        "¿Cuál es tu nombre?",
        "Nombre y apellidos",
        "Come ti chiami?",
        "Nome e cognome",
        "Hoe heet je?",
        "Wat is je naam?",
        "Como te chamas?",
        "Qual é o seu nome?",
        "Which company do you work for?",
        "What's the name of your business?",
        "Team's name",
    ] {
        assert_asks_for_names(heading);
    }
}

#[test]
fn who_somebody_is_comes_before_whom_they_work_for() {
    for (head, before) in [
        ("Company name,Enter your name,Link", ["Acme,Ann,", "Acme,,"]),
        (
            "Name of your company,What’s your name?,Link",
            ["Acme,Ann,", "Acme,,"],
        ),
        (
            "Which company do you work for?,First and last name,Link",
            ["Acme,Ann,", "Acme,,"],
        ),
        (
            "Your name or your team's,Company name,Link",
            ["Ann,Acme,", ",Acme,"],
        ),
    ] {
        let [first, second] = before;
        assert_called(head, [(first, ""), (second, "")], ["Ann", "Acme"]);
    }
}

#[test]
fn what_asks_for_something_else_heads_no_names() {
    for heading in [
        "Name of the tool you used",
        "Name one thing you learnt.",
        "What would you name it?",
        "May we use your name?",
        "Your teacher's name?",
        "Username",
        "Your user name?",
        "Your name and e-mail address",
        "Your name [Score]",
        "Nombre d'employés ?",
        "Who helped you?",
        "What did you learn",
        "Comments",
        "Leave a comment",
        "Remarks",
        "Feedback",
        "Kommentar",
        "Remarques",
    ] {
        let row = |answer: &str| format!("x,\"a@example.org\",\"{answer}\",\"well\",");
        let (first, second) = (row("Much"), row("More"));
        for head in [
            format!("Timestamp,Email address,\"{heading}\",Why?,Link"),
            format!("Timestamp,Email address,\"{heading}\",Why?,Paste your link"),
        ] {
            assert_called(&head, [(&first, ""), (&second, "")], NOBODY);
        }
    }
}

#[test]
fn the_column_of_the_link_is_nobodys_name_and_leaves_one_that_may_be() {
    for (head, rows, expected) in [
        (
            "Timestamp,Kunde,Paste your link",
            ["x,Ann,", "x,Ben,"],
            ["Ann", "Ben"],
        ),
        // Of two nobody can tell which.
        (
            "Timestamp,Kunde,Branche,Paste your link",
            ["x,Ann,Law,", "x,Ben,Shop,"],
            NOBODY,
        ),
        // What is no name is none there, whatever the heading is.
        (
            "Timestamp,Contact,Paste your link",
            ["x,a@example.org,", "x,Ben,"],
            ["Person 1", "Ben"],
        ),
        (
            "Status,Submitted,Paste your link",
            ["x,2026-11-20 10:00,", "x,17,"],
            NOBODY,
        ),
        (
            "Timestamp,Our site,Paste your link",
            ["x,https://ann.example/,", "x,www.ben.example,"],
            NOBODY,
        ),
    ] {
        let [first, second] = rows;
        assert_called(head, [(first, ""), (second, "")], expected);
    }
}

#[test]
fn halves_of_a_name_are_put_together_as_forms_head_them() {
    for head in [
        "Name (First),Name (Last),Link",
        "Your first name?,Your last name?,Link",
        "What is your first name?,What is your last name?,Link",
    ] {
        assert_called(
            head,
            [("Ann,Smith,", ""), ("Ben,Jones,", "")],
            ["Ann Smith", "Ben Jones"],
        );
    }
}
