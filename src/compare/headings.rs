//! What the headings of a table say: which columns hold names, which may, and which hold something else.

// Headings as `heading` makes them, in English, German, French, Spanish, Italian, Dutch and Portuguese:
// what Moodle, Google's and Microsoft's forms write, and what people do.

/// How the column of our own table is headed. Whoever has nothing there has no name: no other
/// column of that table holds one, whatever a question of ours is called.
const LABELS: &str = "label|labels";

/// How columns are headed in which a form has asked for a name. They come first, for some forms have
/// a column of their own besides, which is empty.
const ASKED: &str = "your name|what is your name|what's your name|your full name|enter your name|\
    please enter your name|who are you|what are you called|what should we call you|name1|name2|\
    dein name|ihr name|wie heißt du|wie heißen sie|wie heisst du|wie heissen sie|\
    wie ist dein name|wie ist ihr name|\
    votre nom|comment vous appelez-vous|comment t'appelles-tu|quel est votre nom|\
    tu nombre|su nombre|cómo te llamas|cómo se llama|como te llamas|como se llama|\
    il tuo nome|come ti chiami|come si chiama|je naam|uw naam|hoe heet je|hoe heet u|\
    seu nome|o seu nome|como te chamas|como se chama|como você se chama";

/// How the two halves of a name are headed, in the order in which they are said. What means a whole
/// name by itself, and one half of it beside the other, comes last in both.
const HALVES: [&str; 2] = [
    "first name|firstname|given name|forename|name (first|your first name|what is your first name|\
    vorname|prénom|prenom|voornaam|nombre|nome|name|naam",
    "surname|last name|lastname|family name|name (last|your surname|your last name|\
    what is your last name|nachname|familienname|nom de famille|apellidos|\
    apellido(s|apellido|cognome|achternaam|sobrenome|apelido|nom|name|naam",
];

/// How other columns are headed that hold people's names, those that most tables have first.
const NAMES: &str = "name|names|full name|fullname|userfullname|author|posted by|student|student name|participant|person|people|who|\
    respondent|nickname|nom complet|nombre completo|nome completo|volledige naam";

/// How columns are headed that name whom people belong to. They come last, for several may have the same.
const GROUPS: &str = "business|business name|company|company name|your business|your company|\
    which company do you work for|what company do you work for|where do you work|\
    group name|team name|team|firma|firmenname|unternehmen|teamname|gruppenname|\
    entreprise|empresa|azienda|bedrijf";

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

// The words of headings that are in none of these lists.

/// What makes a heading that of names, if it holds nothing but this and what the next two lists have:
/// `name of the tool you used`, `name one thing` and `may we use your name` ask for something else.
const NAME_WORDS: &str = "name|names|nickname|forename|surname|firstname|lastname|\
    namen|vorname|nachname|vornamen|nom|noms|prénom|prenom|nombre|apellido|apellidos|\
    nome|cognome|sobrenome|apelido|naam|voornaam|achternaam";

/// What makes it a heading of groups.
const GROUP_WORDS: &str = "team|teams|group|company|business|organisation|organization|\
    unternehmens|firma|gruppe|équipe|entreprise|groupe|equipo|empresa|grupo|squadra|azienda|\
    gruppo|bedrijf|groep|equipa|equipe";

/// What may stand beside a name without asking for something else.
const WORDS_BESIDE: &str = "your|my|the|a|an|of|and|or|is|s|what|whats|please|enter|type|write|\
    give|tell|us|in|full|first|last|family|given|middle|real|preferred|display|short|both|\
    optional|required|student|participant|\
    dein|deine|deinen|ihr|ihre|ihren|vor|nach|und|oder|wie|ist|lautet|bitte|der|des|\
    votre|ton|le|la|l|de|et|ou|quel|est|famille|complet|\
    tu|su|y|o|cuál|cual|es|el|completo|il|tuo|suo|qual|è|e|\
    je|jouw|uw|wat|en|van|volledige|het|seu|teu|é";

/// Words of headings below which people say something else.
const WORDS_ELSEWHERE: &str = "mail|email|mails|emails|address|phone|telephone|country|city|age|\
    score|points|comment|comments|remark|remarks|note|notes|feedback|message|question|questions|\
    opinion|thoughts|suggestion|suggestions|\
    adresse|telefon|alter|punkte|kommentar|kommentare|bemerkung|bemerkungen|anmerkung|\
    anmerkungen|notiz|notizen|nachricht|frage|fragen|meinung|\
    courriel|commentaire|commentaires|remarque|remarques|avis|correo|comentario|comentarios|\
    observaciones|nota|notas|commento|commenti|osservazioni|opmerking|opmerkingen|notitie|\
    comentário|comentários|observações";

/// Words with which a question begins, should it end without its mark.
const ASKING: &str = "what|which|how|why|who|whom|where|when|do|does|did|are|is|was|were|have|has|\
    can|could|may|would|will|should|any|tell|describe|explain|rate|\
    wie|warum|wer|wo|wann|welche|welcher|welches|que|qu|quel|quelle|comment|pourquoi|\
    qué|cómo|cuál|por|che|come|perché|quale|wat|hoe|waarom|welk|como|qual|porquê";

/// Where a table has names: in a column, or in two that hold a half each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameColumns {
    Whole(usize),
    Halves(usize, usize),
}

impl NameColumns {
    /// Whether a column is one of them.
    pub(super) fn hold(self, column: usize) -> bool {
        match self {
            Self::Whole(at) => at == column,
            Self::Halves(first, last) => first == column || last == column,
        }
    }
}

/// A heading as the lists have it: on one line, without case but for letters beyond ASCII, with straight
/// apostrophes, and without a number before it, the marks of a question round it, or the colon or the
/// asterisk of what has to be answered behind it.
pub(super) fn heading(cell: &str) -> String {
    let is_added = |char: char| {
        char == ' ' || char.is_ascii_punctuation() || matches!(char, '¿' | '¡' | '？' | '：' | '…')
    };
    let words: Vec<&str> = cell.split_whitespace().collect();
    let words = words.join(" ").to_ascii_lowercase();
    let words = words.replace(['’', '‘', 'ʼ', '´'], "'");
    let words = words.trim_matches(is_added);
    // Nothing but a number can stand before these here.
    let unnumbered = words.trim_start_matches(|char: char| char.is_ascii_digit());
    let is_numbered = unnumbered.starts_with(['.', ')', ':']);
    let words = if is_numbered { unnumbered } else { words };
    words.trim_start_matches(is_added).to_owned()
}

/// The columns of names of a table that is headed so, those that count most first.
pub(super) fn columns_of_names(row: &[String]) -> Vec<NameColumns> {
    if let Some(label) = columns(row, LABELS).first() {
        return vec![NameColumns::Whole(*label)];
    }
    // A line that is no row is a sentence, or has another separator.
    let worded = if row.len() > 1 { row } else { &[] };
    let worded = |owner: Owner| {
        let columns = worded.iter().enumerate();
        columns.filter_map(move |(at, it)| {
            (owner_of(it) == Some(owner)).then_some(NameColumns::Whole(at))
        })
    };
    let mut names = Vec::new();
    names.extend(columns(row, ASKED).into_iter().map(NameColumns::Whole));
    let [first, last] = HALVES.map(|half| columns(row, half).first().copied());
    names.extend(match (first, last) {
        (Some(first), Some(last)) if first != last => Some(NameColumns::Halves(first, last)),
        (first, last) => first.or(last).map(NameColumns::Whole),
    });
    names.extend(columns(row, NAMES).into_iter().map(NameColumns::Whole));
    names.extend(worded(Owner::Person));
    names.extend(columns(row, GROUPS).into_iter().map(NameColumns::Whole));
    names.extend(worded(Owner::Group));
    names
}

/// The columns that are known to hold something else.
pub(super) fn other_columns(row: &[String]) -> Vec<usize> {
    columns(row, OTHERS)
}

/// Whether a column that is headed as none that we know may hold names: what asks for something else
/// than a name has an answer below it.
pub(super) fn may_head_names(cell: &str, heading: &str) -> bool {
    let is_question = cell.trim_end().ends_with(['?', '？']);
    let begins_one = words(heading)
        .next()
        .is_none_or(|first| is_in(ASKING, first));
    !is_question && !begins_one && !is_of_something(heading) && !holds_else(heading)
}

/// Whom names belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Person,
    Group,
}

/// Whose names a heading asks for by its words, if it does.
fn owner_of(heading: &str) -> Option<Owner> {
    if holds_else(heading) {
        return None;
    }
    let (mut has_name, mut owner) = (false, Owner::Person);
    for word in words(first_asked(heading)) {
        if is_in(NAME_WORDS, word) {
            has_name = true;
        } else if is_in(GROUP_WORDS, word) {
            owner = Owner::Group;
        } else if !is_in(WORDS_BESIDE, word) {
            return None;
        }
    }
    has_name.then_some(owner)
}

/// What a heading asks for first, without what explains it or would do as well: `name (or a nickname)`.
fn first_asked(heading: &str) -> &str {
    let ends = ['(', ',', ';', ':', '/', '?', '.', '–', '—'];
    let mut asked = heading.split(ends).next().unwrap_or(heading);
    for other in [" - ", " or ", " oder ", " ou "] {
        asked = asked.split(other).next().unwrap_or(asked);
    }
    asked
}

/// Whether a heading asks for the name of something, or to name it.
fn is_of_something(heading: &str) -> bool {
    let mut words = words(heading).filter(|word| !is_in(WORDS_BESIDE, word));
    words.next().is_some_and(|first| is_in(NAME_WORDS, first))
}

fn holds_else(heading: &str) -> bool {
    words(heading).any(|word| is_in(WORDS_ELSEWHERE, word))
}

fn words(heading: &str) -> impl Iterator<Item = &str> {
    let is_between = |char: char| char.is_ascii() && !char.is_ascii_alphanumeric();
    let words = heading.split(is_between);
    words.filter(|word| !word.is_empty())
}

/// Whether a word is one of those between strokes.
pub(super) fn is_in(list: &str, word: &str) -> bool {
    list.split('|').any(|known| known == word)
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
