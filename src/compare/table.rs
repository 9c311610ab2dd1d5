//! Tables: the cells of a row, and what a header says of its columns.

use super::import::{LONGEST_LINE, bare, codes};
use crate::model::Pack;

/// What parts the cells of a line, the least likely in a label first.
pub(super) const SEPARATORS: [char; 3] = ['\t', ';', ','];

// Headings as `heading` makes them, in English, German, French, Spanish, Italian, Dutch and Portuguese:
// what Moodle, Google's and Microsoft's forms write, and what people do.

/// How the column of our own table is headed. Whoever has nothing there has no name: no other
/// column of that table holds one, whatever a question of ours is called.
const LABELS: &str = "label|labels";

/// How columns are headed in which a form has asked for a name. They come first, for some forms have
/// a column of their own besides, which is empty.
const ASKED: &str = "your name|what is your name|name1|name2|\
    dein name|ihr name|votre nom|tu nombre|su nombre|il tuo nome|je naam|uw naam|seu nome";

/// How the two halves of a name are headed, in the order in which they are said. What means a whole
/// name by itself, and one half of it beside the other, comes last in both.
const HALVES: [&str; 2] = [
    "first name|firstname|given name|forename|vorname|prénom|prenom|voornaam|\
    nombre|nome|name|naam",
    "surname|last name|lastname|family name|nachname|familienname|nom de famille|apellidos|\
    apellido(s|apellido|cognome|achternaam|sobrenome|apelido|nom|name|naam",
];

/// How other columns are headed that hold names, those that most tables have first.
const NAMES: &str = "name|names|full name|student|student name|participant|person|people|who|\
    business|business name|company|company name|respondent|\
    nom complet|nombre completo|nome completo|volledige naam|\
    group name|team name|team";

/// How columns are headed that tables of results have, and that hold no names.
const OTHERS: &str = "code|codes|link|links|url|result|results|timestamp|date|time|start time|\
    completion time|started on|status|email|e-mail|email address|username|user name|id|id number|\
    group|course|\
    zeitstempel|datum|zeit|uhrzeit|startzeit|fertigstellungszeit|begonnen am|e-mail-adresse|\
    horodateur|heure|heure de début|heure de fin|commencé le|adresse e-mail|\
    adresse de messagerie|adresse de courriel|courriel|statut|état|État|\
    marca temporal|fecha|hora|hora de inicio|hora de finalización|comenzado el|\
    correo electrónico|dirección de correo|dirección de correo electrónico|estado|\
    informazioni cronologiche|data|ora|ora di inizio|ora di completamento|iniziato|\
    indirizzo email|posta elettronica|stato|\
    tijdstempel|tijd|begintijd|tijd van voltooien|gestart op|e-mailadres|\
    carimbo de data/hora|hora de início|hora de conclusão|iniciado em|endereço de email|\
    endereço de e-mail";

/// Where a table has its names, by its header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    separator: char,
    /// A heading alone is that of a list, in which each line says by itself who it is.
    is_alone: bool,
    /// The columns of names, those that count most first: one each, or two that hold its halves.
    names: Vec<[usize; 2]>,
    /// The one column that is headed in a way that we don't know.
    unknown: Option<usize>,
}

/// In place of a second half.
const NONE: usize = usize::MAX;

impl Header {
    /// What a line says of the columns below it; `None` where no column is headed as one is, or
    /// somebody's code stands among them.
    #[must_use]
    pub fn of(pack: &Pack, line: &str) -> Option<Self> {
        let line = bare(line);
        if line.len() > LONGEST_LINE || codes(pack, line).next().is_some() {
            return None;
        }
        SEPARATORS.into_iter().find_map(|separator| {
            let heads = cells(line, separator);
            let row: Vec<String> = heads.iter().map(|cell| heading(cell)).collect();
            let names = columns_of_names(&row);
            let others = columns(&row, OTHERS);
            let is_header = !names.is_empty() || !others.is_empty();
            // What asks for something else than a name has an answer below it.
            let mut unknown = (0..row.len()).filter(|at| {
                !others.contains(at)
                    && !row[*at].is_empty()
                    && !heads[*at].trim_end().ends_with('?')
            });
            let unknown = unknown.next().filter(|_| unknown.next().is_none());
            is_header.then_some(Self {
                separator,
                is_alone: row.len() == 1,
                names,
                unknown,
            })
        })
    }

    /// Whether the header itself says that a column holds names; what else could be one comes behind a link's own label.
    pub(super) fn has_names(&self) -> bool {
        !self.names.is_empty()
    }

    /// What a row of the table has in the first of its columns of names that is not empty, or where there is none, in the
    /// only column that could be one; nothing where all are empty. `None` where the header doesn't say who this row is: it
    /// is that of another table, or the code stands where the name should.
    pub(super) fn name(&self, separator: char, row: &[String], code: usize) -> Option<String> {
        let names = self.names.iter().filter(|it| !it.contains(&code));
        let is_elsewhere = !self.names.is_empty() && names.clone().next().is_none();
        if self.separator != separator || self.is_alone || is_elsewhere {
            return None;
        }
        let cell = |at: usize| row.get(at).map_or("", |cell| cell.trim());
        let only = self
            .unknown
            .filter(|at| self.names.is_empty() && *at != code);
        let only = only.map(|at| [at, NONE]);
        let mut names = names.chain(&only);
        let name = names.find_map(|[first, last]| {
            let name = [cell(*first), " ", cell(*last)].concat();
            Some(name.trim().to_owned()).filter(|name| !name.is_empty())
        });
        Some(name.unwrap_or_default())
    }
}

/// A heading as the tables above have it: on one line, without case but for letters beyond ASCII, and
/// without a question mark, a colon or the asterisk of what has to be answered behind it.
fn heading(cell: &str) -> String {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let words = words.join(" ").to_ascii_lowercase();
    let is_added = |char: char| char == ' ' || char.is_ascii_punctuation();
    words.trim_end_matches(is_added).to_owned()
}

/// The columns that are headed as one of these, in their order.
fn columns(row: &[String], headings: &str) -> Vec<usize> {
    let mut found = Vec::new();
    for known in headings.split('|') {
        for (at, cell) in row.iter().enumerate() {
            if cell == known {
                found.push(at);
            }
        }
    }
    found
}

/// The columns of names of a table that is headed so.
fn columns_of_names(row: &[String]) -> Vec<[usize; 2]> {
    if let Some(label) = columns(row, LABELS).first() {
        return vec![[*label, NONE]];
    }
    let mut names = Vec::new();
    names.extend(columns(row, ASKED).iter().map(|at| [*at, NONE]));
    let [first, last] = HALVES.map(|half| columns(row, half).first().copied());
    names.extend(match (first, last) {
        (Some(first), Some(last)) if first != last => Some([first, last]),
        (first, last) => first.or(last).map(|at| [at, NONE]),
    });
    names.extend(columns(row, NAMES).iter().map(|at| [*at, NONE]));
    names
}

/// The cells of a line; quotes keep a separator inside a cell, two of them stand for one.
pub(super) fn cells(line: &str, separator: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(char) = chars.next() {
        let is_new = cells.last().is_none_or(|cell| cell.trim().is_empty());
        match char {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                chars.next();
                push(&mut cells, '"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if is_new => is_quoted = true,
            char if char == separator && !is_quoted => cells.push(String::new()),
            char => push(&mut cells, char),
        }
    }
    cells
}

fn push(cells: &mut [String], char: char) {
    if let Some(cell) = cells.last_mut() {
        cell.push(char);
    }
}
