//! The cards that previews of links show, as drawings: the verdict large, and its place on the
//! scale. What they say is content; how they look follows the light theme.

use clientele::export::lines;
use clientele::model::{Centring, Phrase};

use crate::colours::{CLIENT, CUSTOMER, INK, LINE, PAPER, SOFT};
use crate::content::Content;
use crate::html::escape;
use crate::page_text::Listed;
use crate::pages::verdict_title;

/// The size that previews ask for.
pub const WIDTH: u32 = 1200;
/// The height that goes with it.
pub const HEIGHT: u32 = 630;

/// Which card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Card {
    /// The question, for the pages that hold no verdict.
    Question,
    /// A verdict.
    Verdict(Centring),
}

/// What a card says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The product.
    pub product: String,
    /// The verdict, or the question.
    pub title: String,
    /// What that means.
    pub line: String,
}

/// Where the three stand across a card.
const PLACES: [(Centring, u32, Phrase); 3] = [
    (Centring::Client, 260, Phrase::GaugeClient),
    (Centring::Both, 600, Phrase::GaugeBoth),
    (Centring::Customer, 940, Phrase::GaugeCustomer),
];

/// How words are set.
#[derive(Clone, Copy)]
struct Type {
    size: u32,
    colour: &'static str,
    weight: u32,
    anchor: &'static str,
}

/// The product's name; titles are set like it, but for their size.
const NAME: Type = Type {
    size: 46,
    colour: INK,
    weight: 600,
    anchor: "start",
};

/// The line below a title.
const LINE_BELOW: Type = Type {
    size: 50,
    colour: SOFT,
    weight: 400,
    anchor: "start",
};

/// What a place is called that the card is about.
const PLACE: Type = Type {
    anchor: "middle",
    ..NAME
};
/// What any other is called.
const OTHER_PLACE: Type = Type {
    colour: SOFT,
    weight: 400,
    ..PLACE
};

/// How many characters of a title fit across a card.
const TITLE_WIDTH: usize = 25;

impl Card {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Question,
        Self::Verdict(Centring::Client),
        Self::Verdict(Centring::Customer),
        Self::Verdict(Centring::Both),
    ];

    /// The sentences that they ask for.
    pub(crate) const TEXTS: &[Listed] = &[
        ("card.client", &[]),
        ("card.customer", &[]),
        ("card.both", &[]),
        ("card.question", &[]),
        ("card.invitation", &[]),
    ];

    /// The beginning of its file's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Question => "card",
            Self::Verdict(Centring::Client) => "card-client",
            Self::Verdict(Centring::Customer) => "card-customer",
            Self::Verdict(Centring::Both) => "card-both",
        }
    }

    /// What it says.
    #[must_use]
    pub fn words(self, content: &Content) -> Words {
        let say = &content.page;
        let (title, line) = match self {
            Self::Question => (say.say("card.question"), "card.invitation"),
            Self::Verdict(centring) => (
                verdict_title(content, centring),
                match centring {
                    Centring::Client => "card.client",
                    Centring::Customer => "card.customer",
                    Centring::Both => "card.both",
                },
            ),
        };
        Words {
            product: content.pack.say(Phrase::ProductName).to_owned(),
            title: title.to_owned(),
            line: say.say(line).to_owned(),
        }
    }

    /// The drawing.
    #[must_use]
    pub fn svg(self, content: &Content) -> String {
        let words = self.words(content);
        let lines = lines(&words.title, TITLE_WIDTH);
        // A title of one line is larger, and takes the place of two.
        let (size, first) = if lines.len() == 1 {
            (112, 250)
        } else {
            (82, 190)
        };
        let title: String = (0u32..)
            .zip(&lines)
            .map(|(number, line)| text((76, first + number * 84), Type { size, ..NAME }, line))
            .collect();
        let chosen = |centring| self == Self::Verdict(centring);
        let names: String = PLACES
            .iter()
            .map(|(centring, x, phrase)| {
                let set = if chosen(*centring) || self == Self::Question {
                    PLACE
                } else {
                    OTHER_PLACE
                };
                text((*x, 580), set, content.pack.say(*phrase))
            })
            .collect();
        let marks: String = PLACES
            .iter()
            .map(|(centring, x, _)| match self {
                Self::Question => mark(*centring, *x, 464, 48),
                Self::Verdict(own) if own == *centring => mark(own, *x, 464, 62),
                Self::Verdict(_) => {
                    format!("<circle cx=\"{x}\" cy=\"464\" r=\"9\" fill=\"{LINE}\"/>")
                }
            })
            .collect();
        let product = text((134, 92), NAME, &words.product);
        let line = text((80, 342), LINE_BELOW, &words.line);
        let wordmark = mark(Centring::Both, 100, 77, 20);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
             viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"Libertinus Serif\">\
             <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{PAPER}\"/>\
             {wordmark}{product}{title}{line}\
             <path d=\"M80 464H1120\" stroke=\"{LINE}\" stroke-width=\"6\"/>\
             {marks}{names}</svg>"
        )
    }
}

fn text((x, y): (u32, u32), set: Type, words: &str) -> String {
    let Type {
        size,
        colour,
        weight,
        anchor,
    } = set;
    format!(
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\" \
         text-anchor=\"{anchor}\">{}</text>",
        escape(words)
    )
}

/// The mark of a verdict: round and warm, square and cool, or half of each.
fn mark(centring: Centring, x: u32, y: u32, radius: u32) -> String {
    let half = radius * 8 / 9;
    let shape = match centring {
        Centring::Client => format!("<circle r=\"{radius}\" fill=\"{CLIENT}\"/>"),
        Centring::Customer => {
            let side = 2 * half;
            format!("<path d=\"M-{half}-{half}h{side}v{side}h-{side}z\" fill=\"{CUSTOMER}\"/>")
        }
        Centring::Both => format!(
            "<path d=\"M0-{radius}a{radius} {radius} 0 0 0 0 {}z\" fill=\"{CLIENT}\"/>\
             <path d=\"M0-{half}h{half}v{}h-{half}z\" fill=\"{CUSTOMER}\"/>",
            2 * radius,
            2 * half
        ),
    };
    format!("<g transform=\"translate({x} {y})\">{shape}</g>")
}
