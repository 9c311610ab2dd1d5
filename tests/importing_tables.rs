//! What a comparison takes from the headers of tables: where names are, in one file or in several.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::compare::{add_file, csv};
use common::comparing::{code, given, names};

/// Holds a text of two people to what they are called, and to being read whole.
fn assert_called(text: &str, expected: [&str; 2]) {
    let model = given(text);
    assert_eq!(names(&model), expected, "{text}");
    assert_eq!(model.summary.map(|it| it.unreadable), Some(0), "{text}");
}

#[test]
fn several_tables_with_the_same_header_are_one_text() {
    let (law, shop) = (code("law-firm"), code("retail-shop"));
    let model = given(&format!(
        "label,code\r\nAnn,{law}\r\n\n\u{feff}label,code\nBob,{shop}\ncode\n"
    ));
    assert_eq!(names(&model), ["Ann", "Bob"]);
    let summary = model.summary.expect("an end");
    // Another one than the first is no header.
    assert_eq!((summary.added, summary.unreadable), (2, 1));
    assert_eq!(summary.faults[0].line, 6);
}

#[test]
fn each_of_several_files_may_have_a_header_of_its_own() {
    let [a, b] = ["law-firm", "retail-shop"].map(code);
    for (files, expected) in [
        (
            [
                format!("Name,Comment,Code\nAnn,fine,{a}\n"),
                format!("Comment;Code;Name\nwell;{b};Ben\n"),
            ],
            ["Ann", "Ben"],
        ),
        // With a mark of its own, blank lines, and the separator that it tells a spreadsheet.
        (
            [
                format!("\u{feff}Code,Comment,Name\r\n{a},fine,Ann"),
                format!("\u{feff}\r\nsep=\t\r\nFirst name\tComment\tCode\r\nBen\twell\t{b}\r\n"),
            ],
            ["Ann", "Ben"],
        ),
        // One without: what the other's says is not of its columns.
        (
            [
                format!("Code,Comment,Name\n{a},fine,Ann\n"),
                format!("Ben,{b},well\n"),
            ],
            ["Ann", "Ben"],
        ),
        // A quote that nobody has closed takes no header along.
        (
            [
                format!("Name,Code\nAnn,{a}\n\"and"),
                format!("Code,\"Name\"\n{b},Ben\n"),
            ],
            ["Ann", "Ben"],
        ),
    ] {
        let mut text = String::new();
        for file in &files {
            add_file(&mut text, file);
        }
        let model = given(&text);
        assert_eq!(names(&model), expected, "{text}");
        // Lines are counted through all of them.
        let summary = model.summary.expect("an end");
        assert_eq!(summary.lines as usize, text.lines().count(), "{text}");
    }
}

#[test]
fn a_further_file_keeps_its_header_however_long_it_is() {
    let code = code("law-firm");
    let rows = |row: &dyn Fn(u32) -> String| (0..1200).map(row).collect::<Vec<_>>().concat();
    let first = rows(&|at| format!("{code},x,A{at}\n"));
    let second = rows(&|at| format!("x,B{at},{code}\n"));
    let mut text = String::new();
    add_file(&mut text, &format!("Code,Comment,Name\n{first}"));
    add_file(&mut text, &format!("Comment,Name,Code\n{second}nobody\n"));
    let model = given(&text);
    let called = |letter: char| {
        let people = model.people().iter();
        people
            .filter(|it| it.label.as_deref().is_some_and(|it| it.starts_with(letter)))
            .count()
    };
    assert_eq!((called('A'), called('B')), (1200, 1200));
    let summary = model.summary.as_ref().expect("an end");
    assert_eq!(summary.faults.first().map(|it| it.line), Some(2404));
}

#[test]
fn a_header_says_where_the_names_are() {
    let [a, b] = ["law-firm", "retail-shop"].map(code);
    for (head, rows, expected) in [
        (
            "Surname,First name,Email address,Response",
            [
                format!("Smith,Ann,a@example.org,{a}"),
                format!("Jones,Ben,b@example.org,{b}"),
            ],
            ["Ann Smith", "Ben Jones"],
        ),
        (
            "Group;Full name;Username;Response",
            [format!("1;Ann;ann1;{a}"), format!("1;Ben;ben1;{b}")],
            ["Ann", "Ben"],
        ),
        (
            "sep=,\n\nResult,Score,Name",
            [format!("{a},3,Ann"), format!("{b},4,Ben")],
            ["Ann", "Ben"],
        ),
        (
            "Id,Code,Name",
            [format!("17,{a},Ann"), format!("18,{b},Ben")],
            ["Ann", "Ben"],
        ),
        // As Moodle exports a forum.
        (
            "id,discussion,userid,userfullname,created,subject,message,wordcount",
            [
                format!("7,1,3,Ann,1764234600,Mine,\"<p>Hello: https://example.org/#{a}</p>\",2"),
                format!("8,1,4,Ben,1764234700,Re: Mine,\"<p>https://example.org/#{b}<br></p>\",1"),
            ],
            ["Ann", "Ben"],
        ),
        (
            "Subject,FullName,Posted,Link",
            [format!("Mine,Ann,1,{a}"), format!("Ours,Ben,2,{b}")],
            ["Ann", "Ben"],
        ),
        (
            "Subject,Author,Text,Link",
            [format!("Mine,Ann,1,{a}"), format!("Ours,Ben,2,{b}")],
            ["Ann", "Ben"],
        ),
        (
            "Subject,Posted by,Text,Link",
            [format!("Mine,Ann,1,{a}"), format!("Ours,Ben,2,{b}")],
            ["Ann", "Ben"],
        ),
        // A number is left out of a heading where a sign says that it is one.
        (
            "Id;2) Name;3 Name;Code",
            [format!("x;Ann;A;{a}"), format!("y;Ben;B;{b}")],
            ["Ann", "Ben"],
        ),
        (
            "Id;3 Name;Text;2) Name;Code",
            [format!("x;A;u;Ann;{a}"), format!("y;B;v;Ben;{b}")],
            ["Ann", "Ben"],
        ),
        (
            "Name,Group,Code",
            [format!(",North,{a}"), format!("Ben,South,{b}")],
            ["Person 1", "Ben"],
        ),
    ] {
        assert_called(&format!("{head}\n{}\n{}\n", rows[0], rows[1]), expected);
    }
}

#[test]
fn a_name_is_where_the_header_has_one_or_else_behind_the_link_or_nowhere() {
    let [a, b] = ["law-firm", "retail-shop"].map(code);
    let [a, b] = [a, b].map(|code| format!("https://example.org/#{code}"));
    for (head, rows, expected) in [
        // What some forms always have, and leave empty.
        (
            "ID,Start time,Completion time,Email,Name,What is your name?,Link",
            [
                format!("1,11/20/26 10:00,11/20/26 10:05,anonymous,,Ann,{a}"),
                format!("2,11/20/26 10:00,11/20/26 10:06,anonymous,,Ben,{b}"),
            ],
            ["Ann", "Ben"],
        ),
        (
            "Id\tName\tGroup name\tLink",
            [format!("1\tZoe\tNorth\t{a}"), format!("2\tBen\t\t{b}")],
            ["Zoe", "Ben"],
        ),
        (
            "Timestamp,Your name:,Team *,Link",
            [format!("1,,North,{a}"), format!("2,Ben,South,{b}")],
            ["North", "Ben"],
        ),
        // The halves of a name, beside a whole one or with one as a half.
        (
            "Name;First name;Last name;Link",
            [format!(";Ann;Smith;{a}"), format!("Ben Jones;;;{b}")],
            ["Ann Smith", "Ben Jones"],
        ),
        (
            "Name,Surname,Link",
            [format!("Ann,Smith,{a}"), format!("Ben,,{b}")],
            ["Ann Smith", "Ben"],
        ),
        // A name behind the link's column, and one that wins over the label.
        (
            "Timestamp,Link,Comment,Name",
            [
                format!("20 Nov,{a}~Team,thanks,Ann"),
                format!("20 Nov,{b}~Ben,thanks,"),
            ],
            ["Ann", "Ben"],
        ),
        // A form's own column of names is empty where it doesn't know them.
        (
            "ID\tName\tTeam\tLink",
            [format!("1\t\tNorth\t{a}"), format!("2\t\tSouth\t{b}")],
            ["North", "South"],
        ),
        // Nobody is called by another column.
        (
            "Timestamp,Email address,Link",
            [
                format!("20 Nov,a@example.org,{a}~Ann"),
                format!("20 Nov,b@example.org,{b}"),
            ],
            ["Ann", "Person 2"],
        ),
        (
            "Name,What did you learn?,Link",
            [format!(",Much,{a}"), format!("Ben,More,{b}")],
            ["Person 1", "Ben"],
        ),
        // A heading alone is that of a list.
        (
            "Results",
            [format!("Ann\t{a}"), format!("{b}\tBen")],
            ["Ann", "Ben"],
        ),
        // The header is that of another table, or the link stands under the name.
        (
            "Name;Link",
            [format!("Ann,{a}"), format!("{b};Ben")],
            ["Ann", "Ben"],
        ),
    ] {
        assert_called(&format!("{head}\n{}\n{}\n", rows[0], rows[1]), expected);
    }
}

#[test]
fn the_only_column_that_is_headed_as_nothing_else_may_hold_names() {
    let [a, b] = ["law-firm", "retail-shop"].map(code);
    for (head, rows, expected) in [
        (
            "Timestamp;Kunde;Link",
            [format!("20 Nov;Ann;{a}"), format!("20 Nov;Ben;{b}")],
            ["Ann", "Ben"],
        ),
        (
            "Email address,Paste your link",
            [
                format!("a@example.org,{a}"),
                format!("b@example.org,{b}~Ben"),
            ],
            ["Person 1", "Ben"],
        ),
        // It comes behind the link's own label, and what is asked there is no name; nor is an empty heading one.
        (
            "Timestamp,Link,Handle",
            [format!("20 Nov,{a}~Ann,fine"), format!("20 Nov,{b},Ben")],
            ["Ann", "Ben"],
        ),
        (
            "Timestamp,Link,Any comments?",
            [
                format!("20 Nov,{a},I liked it"),
                format!("20 Nov,{b}~Ben,Long"),
            ],
            ["Person 1", "Ben"],
        ),
        (
            "Timestamp,Link,Kunde,",
            [format!("20 Nov,{a},Ann,"), format!("20 Nov,{b},Ben,")],
            ["Ann", "Ben"],
        ),
    ] {
        assert_called(&format!("{head}\n{}\n{}\n", rows[0], rows[1]), expected);
    }
}

#[test]
fn a_line_that_asks_for_a_name_and_is_no_row_is_no_header() {
    let code = code("law-firm");
    let model = given(&format!("My team's name\n{code}\n"));
    assert_eq!(names(&model), ["My team's name"]);
}

#[test]
fn headers_are_read_in_the_languages_of_forms() {
    let [a, b] = ["law-firm", "retail-shop"].map(code);
    // The halves of a name, as Moodle and people head them.
    for head in [
        "Nachname;Vorname;E-Mail-Adresse;Antwort 1",
        "Name;Vorname;Status;Link",
        "Nom de famille;Prénom;Adresse de courriel;Réponse 1",
        "Nom;Prénom;État;Lien",
        "Apellido(s);Nombre;Dirección de correo;Respuesta 1",
        "Cognome;Nome;Indirizzo email;Risposta 1",
        "Achternaam;Voornaam;E-mailadres;Antwoord 1",
        "Naam;Voornaam;E-mail;Link",
        "Sobrenome;Nome;Endereço de email;Resposta 1",
        "Apelido;Nome;Estado;Resposta 1",
    ] {
        let text = format!("{head}\nSmith;Ann;x;{a}\nJones;Ben;x;{b}\n");
        assert_called(&text, ["Ann Smith", "Ben Jones"]);
    }
    // A name behind what the form itself notes, or nothing else than that.
    for (head, expected) in [
        ("Zeitstempel,Link,Ihr Name", ["Ann", "Ben"]),
        ("Startzeit,Link,Name", ["Ann", "Ben"]),
        ("Heure de début,Lien,Nom", ["Ann", "Ben"]),
        ("Horodateur,Lien,Votre nom :", ["Ann", "Ben"]),
        ("Hora de inicio,Enlace,Nombre", ["Ann", "Ben"]),
        ("Ora di inizio,Link,Nome", ["Ann", "Ben"]),
        ("Begintijd,Link,Naam", ["Ann", "Ben"]),
        ("Hora de início,Ligação,Nome completo", ["Ann", "Ben"]),
        ("Marca temporal,Enlace,Comentario", ["Person 1", "Person 2"]),
        (
            "Informazioni cronologiche,Esito,Nota",
            ["Person 1", "Person 2"],
        ),
        ("Tijdstempel,Uitslag,Opmerking", ["Person 1", "Person 2"]),
        (
            "Carimbo de data/hora,Resposta,Nota",
            ["Person 1", "Person 2"],
        ),
    ] {
        assert_called(&format!("{head}\nx,{a},Ann\nx,{b},Ben\n"), expected);
    }
    // Of headings none of which is known nobody can tell that they are.
    let model = given(&format!("Nimi;Linkki\nAnn;{a}\nBen;{b}\n"));
    assert_eq!(names(&model), ["Ann", "Ben"]);
    assert_eq!(model.summary.map(|it| it.unreadable), Some(1));
}

#[test]
fn who_has_no_label_in_our_own_table_is_called_by_no_question_of_ours() {
    let [a, b] = ["law-firm", "retail-shop"].map(code);
    let text = csv(&given(&format!("{a}\n2026,{b}\n{a}~7"))).text;
    assert!(text.contains(",who,"), "{text}");
    assert_eq!(names(&given(&text)), ["Person 1", "Person 2", "7"]);
}
