//! A result as a drawing, to be saved as a picture: the verdict, the overall score, the profile and
//! the address. The browser turns it into a PNG, in the colours of the page.

use super::{Outcome, Picture, lines};
use crate::model::{Pack, Phrase, Reading, Standing, encode};
use crate::words;

/// The shape of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// 1200 × 630, as previews of links have it.
    Wide,
    /// 1080 × 1080, as photo walls have it.
    Square,
}

/// Where things stand in a picture, in pixels.
struct Layout {
    width: i32,
    height: i32,
    /// How many characters of the verdict fit into a line, in the widest serif that systems fall back on.
    title_width: usize,
    title_size: i32,
    /// The right end of the words and of the overall scale.
    words_end: i32,
    /// The baseline of the score's words.
    score: i32,
    /// The profile: left end of the names, and of the scales.
    names: i32,
    scales: i32,
    /// The first row, and the way from each to the next for fifteen of them.
    first_row: i32,
    rows: i32,
    row_size: i32,
}

/// From the edge of the picture to what is in it.
const MARGIN: i32 = 60;

impl Cut {
    fn layout(self) -> Layout {
        match self {
            Self::Wide => Layout {
                width: 1200,
                height: 630,
                title_width: 17,
                title_size: 54,
                words_end: 620,
                score: 545,
                names: 690,
                scales: 900,
                first_row: 66,
                rows: 525,
                row_size: 21,
            },
            Self::Square => Layout {
                width: 1080,
                height: 1080,
                title_width: 23,
                title_size: 70,
                words_end: 1020,
                score: 450,
                names: MARGIN,
                scales: 420,
                first_row: 516,
                rows: 490,
                row_size: 25,
            },
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Square => "square",
        }
    }
}

/// How the drawing looks; its colours and typefaces are the page's.
const STYLE: &str = "<style>text{font-family:var(--sans);fill:var(--ink)}.serif{font-family:var(--serif);\
     font-weight:600}.soft{fill:var(--soft)}.middle{text-anchor:middle}.end{text-anchor:end}.paper{fill:var(--paper)}.zone{\
     fill:var(--panel);stroke:var(--edge)}.axis{stroke:var(--line);stroke-width:3}.centre{\
     stroke:var(--edge);stroke-width:2}.client{fill:var(--client)}.customer{fill:var(--customer)}</style>";

/// The picture of a result, with the address that it names.
#[must_use]
pub fn picture(pack: &Pack, outcome: &Outcome<'_>, address: &str, cut: Cut) -> Picture {
    let at = cut.layout();
    let mut svg = Drawing::default();
    let reading = outcome.reading;
    svg.mark(0, MARGIN + 16, MARGIN + 10, 16);
    let product = pack.say(Phrase::ProductName);
    svg.text("serif", MARGIN + 44, MARGIN + 21, 30, product);

    let (label, size) = fitted(&outcome.label, 28);
    svg.text("soft", MARGIN, MARGIN + 82, size, &label);
    let title = lines(words::verdict(pack, reading.verdict), at.title_width);
    let step = at.title_size * 11 / 10;
    let first = MARGIN + 82 + step + if label.is_empty() { -30 } else { 10 };
    for (number, line) in (0..).zip(&title) {
        svg.text("serif", MARGIN, first + number * step, at.title_size, line);
    }

    svg.gauge(pack, reading, &at);
    let score = words::score(pack, reading);
    svg.text("soft", MARGIN, at.score, 25, &score);
    // An address has to be typed from the picture, so it stays whole, however long.
    svg.text(
        "soft",
        MARGIN,
        at.height - 44,
        fitting(address, 22),
        address,
    );

    let row = at.rows / i32::try_from(reading.profile.len()).unwrap_or(1).max(1);
    for (number, place) in (0..).zip(&reading.profile) {
        svg.row(pack, *place, at.first_row + number * row, &at);
    }
    let code = encode(&outcome.reading.answers);
    let name = ["clientele-", &code, "-", cut.name(), ".png"].concat();
    Picture::on_paper(name, (at.width, at.height), STYLE, &svg.text)
}

/// The width of the narrower column, less a little for typefaces that are wider than most.
const COLUMN: i32 = 550;

/// The smallest size of words.
const LEAST: i32 = 11;

/// The size at which words fit into the narrower column, at most so large.
fn fitting(words: &str, most: i32) -> i32 {
    (COLUMN * 100 / words.chars().map(width).sum::<i32>().max(1)).clamp(LEAST, most)
}

/// Words, cut where they don't fit into the narrower column at the smallest size, and the size at which they do.
fn fitted(words: &str, most: i32) -> (String, i32) {
    let size = fitting(words, most);
    let mut left = COLUMN * 100 / size;
    let fits = |char: &char| {
        left -= width(*char);
        left >= 0
    };
    let mut kept: String = words.chars().take_while(fits).collect();
    if kept.len() < words.len() {
        kept.pop();
        kept.push('…');
    }
    (kept, size)
}

/// How wide a character is, in hundredths of the size: by its kind, as only the browser knows the typeface.
fn width(char: char) -> i32 {
    match char {
        // The last are scripts that are written in squares, and pictures.
        'W' | 'M' | '@' | '%' | '—' | '\u{1100}'.. => 100,
        _ if char.is_uppercase() => 72,
        _ => 53,
    }
}

#[derive(Default)]
struct Drawing {
    text: String,
}

impl Drawing {
    fn add(&mut self, parts: &[&str]) {
        self.text.extend(parts.iter().copied());
    }

    fn text(&mut self, class: &str, x: i32, y: i32, size: i32, words: &str) {
        let (x, y, size) = (x.to_string(), y.to_string(), size.to_string());
        self.add(&["<text class=\"", class, "\" x=\"", &x, "\" y=\"", &y]);
        self.add(&["\" font-size=\"", &size, "\">", &escape(words), "</text>"]);
    }

    fn line(&mut self, class: &str, from: (i32, i32), to: (i32, i32)) {
        let parts = [from.0, from.1, to.0, to.1].map(|it| it.to_string());
        let [x1, y1, x2, y2] = &parts;
        self.add(&["<path class=\"", class, "\" d=\"M", x1, " ", y1]);
        self.add(&["L", x2, " ", y2, "\"/>"]);
    }

    /// The mark of a place: round for the client, square for the customer, half of each between.
    fn mark(&mut self, place: i32, x: i32, y: i32, radius: i32) {
        let (x, y, r) = (x.to_string(), y.to_string(), radius.to_string());
        let half = (radius * 8 / 9).to_string();
        self.add(&["<g transform=\"translate(", &x, " ", &y, ")\">"]);
        let sides = (2 * radius).to_string();
        if place > 0 {
            self.add(&["<circle class=\"client\" r=\"", &r, "\"/>"]);
        } else {
            let start = if place < 0 {
                ["-", &half].concat()
            } else {
                self.add(&["<path class=\"client\" d=\"M0-", &r, "a", &r, " ", &r]);
                self.add(&[" 0 0 0 0 ", &sides, "z\"/>"]);
                "0".to_owned()
            };
            self.add(&["<path class=\"customer\" d=\"M", &start, "-", &half]);
            self.add(&["H", &half, "V", &half, "H", &start, "z\"/>"]);
        }
        self.add(&["</g>"]);
    }

    /// The overall score on its scale, with the width of 'both' as a zone.
    fn gauge(&mut self, pack: &Pack, reading: &Reading, at: &Layout) {
        let y = at.score - 70;
        let (middle, reach) = (
            i32::midpoint(MARGIN, at.words_end),
            (at.words_end - MARGIN) / 2,
        );
        let across = |score: i32| middle - reach * score / 100;
        let edge = i32::from(pack.judgement.threshold);
        let (zone, width) = (
            across(edge).to_string(),
            (2 * reach * edge / 100).to_string(),
        );
        self.add(&[
            "<path class=\"zone\" d=\"M",
            &zone,
            " ",
            &(y - 22).to_string(),
        ]);
        self.add(&["h", &width, "v44h-", &width, "z\"/>"]);
        for (class, x, phrase) in [
            ("soft", MARGIN, Phrase::GaugeClient),
            ("soft middle", middle, Phrase::GaugeBoth),
            ("soft end", at.words_end, Phrase::GaugeCustomer),
        ] {
            self.text(class, x, y - 40, 24, pack.say(phrase));
        }
        self.line("axis", (MARGIN, y), (at.words_end, y));
        self.line("centre", (middle, y - 22), (middle, y + 22));
        if let (Some(side), Some(score)) = (reading.verdict.side(), reading.score()) {
            // At the very end the mark still stands within the scale.
            self.mark(side, across(score * 94 / 100), y, 26);
        }
    }

    /// A row of the profile: the dimension's name, and its place on the scale.
    fn row(&mut self, pack: &Pack, place: Standing, y: i32, at: &Layout) {
        let question = &pack[place.question];
        let baseline = y + at.row_size * 35 / 100;
        self.text("", at.names, baseline, at.row_size, &question.name);
        let end = at.width - MARGIN;
        let middle = i32::midpoint(at.scales, end);
        self.line("axis", (at.scales, y), (end, y));
        self.line("centre", (middle, y - 11), (middle, y + 11));
        if let Some(position) = place.position {
            let reach = (end - at.scales) / 2 - 12;
            self.mark(
                position.into(),
                middle - reach * i32::from(position) / 2,
                y,
                11,
            );
        }
    }
}

/// Text as it may stand in a drawing.
pub(crate) fn escape(text: &str) -> String {
    text.chars()
        .filter(|char| !char.is_control() && !matches!(char, '\u{fffe}' | '\u{ffff}'))
        .fold(String::new(), |mut escaped, char| {
            match char {
                '<' => escaped.push_str("&lt;"),
                '&' => escaped.push_str("&amp;"),
                '>' => escaped.push_str("&gt;"),
                _ => escaped.push(char),
            }
            escaped
        })
}
