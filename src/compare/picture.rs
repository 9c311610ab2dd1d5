//! A comparison's charts as one drawing, to be saved as a picture: how the verdicts fall, how the
//! scores are spread, and where everyone stands. No names are in it. The browser turns it into a
//! PNG, in the colours of the page.

use super::export::NAME;
use super::shapes::{AXIS, POSITIONS, crowd_axis, dots, heaps, is_dotted, score_side, side, size};
use super::state::Model;
use super::words;
use crate::export::{Picture, escape, lines};
use crate::model::{Group, Phrase, Question, Spread, ToolPack, ToolPhrase, VERDICTS, Verdict};

/// In pixels.
const WIDTH: i32 = 1200;
const MARGIN: i32 = 60;
const HALF: i32 = 510;

/// Where the second column begins, and where everything ends.
const SECOND: i32 = WIDTH - MARGIN - HALF;
const END: i32 = WIDTH - MARGIN;

/// The scale of each dimension: its middle, and how far its ends are from there.
const MIDDLE: i32 = 660;
const REACH: i32 = 300;

/// How the drawing looks; its colours and typefaces are the page's.
const STYLE: &str = "<style>text{font-family:var(--sans);fill:var(--ink);font-size:20px}\
     .title,.head{font-family:var(--serif);font-weight:600}.title{font-size:44px}.head{font-size:28px}\
     .soft{fill:var(--soft)}.end{text-anchor:end}.mid{text-anchor:middle}.paper{fill:var(--paper)}\
     .zone{fill:var(--panel);stroke:var(--edge)}.track{fill:var(--line)}.axis{stroke:var(--line);\
     stroke-width:2}.centre{stroke:var(--edge);stroke-width:2}.half{stroke:var(--ink);stroke-width:4}\
     .client{fill:var(--client)}.customer{fill:var(--customer)}.between{fill:var(--edge)}\
     .median{fill:var(--ink)}</style>";

/// The charts of a comparison.
#[must_use]
pub fn picture(model: &Model) -> Picture {
    let tools = &*model.tools;
    let group = model.roster.group();
    let mut drawing = Drawing::default();
    let title = tools.say(ToolPhrase::ComparisonTitle);
    drawing.text("title", MARGIN, 100, title);
    let product = tools.pack.say(Phrase::ProductName);
    drawing.text("soft end", END, 100, product);
    let count = words::counted(
        tools,
        ToolPhrase::ComparisonCountOne,
        ToolPhrase::ComparisonCount,
        model.people().len(),
    );
    drawing.text("soft", MARGIN, 138, &count);
    let verdicts = drawing.verdicts(tools, group, 200);
    let scores = drawing.scores(tools, group, 200);
    let height = drawing.spreads(tools, group, verdicts.max(scores) + 60);
    let name = [NAME, ".png"].concat();
    Picture::on_paper(name, (WIDTH, height), STYLE, &drawing.0)
}

/// The inside of a drawing, as it grows.
#[derive(Default)]
struct Drawing(String);

impl Drawing {
    fn text(&mut self, class: &str, x: i32, y: i32, words: &str) {
        let at = [x, y].map(|it| it.to_string());
        let parts = [
            "<text class=\"",
            class,
            "\" x=\"",
            &at[0],
            "\" y=\"",
            &at[1],
        ];
        self.0.extend(parts);
        self.0.push_str("\">");
        self.0.extend([escape(words).as_str(), "</text>"]);
    }

    /// An outline whose origin is at a point, so many times its own size.
    fn path(&mut self, class: &str, (x, y): (i32, i32), scale: &str, outline: &str) {
        let at = [x, y].map(|it| it.to_string());
        let place = ["<path transform=\"translate(", &at[0], " ", &at[1], ")"];
        self.0.extend(place);
        if !scale.is_empty() {
            self.0.extend([" scale(", scale, ")"]);
        }
        self.0
            .extend(["\" class=\"", class, "\" d=\"", outline, "\"/>"]);
    }

    fn line(&mut self, class: &str, from: (i32, i32), (dx, dy): (i32, i32)) {
        let by = [dx, dy].map(|it| it.to_string());
        let outline = ["M0 0l", &by[0], " ", &by[1]].concat();
        self.path(class, from, "", &outline);
    }

    fn bar(&mut self, class: &str, at: (i32, i32), width: i32) {
        let outline = ["M0 0h", &width.to_string(), "v10H0z"].concat();
        self.path(class, at, "", &outline);
    }

    /// How the verdicts fall; returns where it ends.
    fn verdicts(&mut self, tools: &ToolPack, group: &Group, top: i32) -> i32 {
        self.text(
            "head",
            MARGIN,
            top,
            tools.say(ToolPhrase::ComparisonVerdicts),
        );
        let all = i64::from(group.people().max(1));
        let mut y = top + 46;
        for (verdict, count) in VERDICTS.iter().zip(group.verdicts()) {
            if *verdict == Verdict::TooFew && count == 0 {
                continue;
            }
            self.text("", MARGIN, y, words::verdict(tools, *verdict));
            let share = words::share(tools, count, group.people());
            self.text("soft end", MARGIN + HALF, y, &share);
            self.bar("track", (MARGIN, y + 12), HALF);
            let width = i64::from(HALF) * i64::from(count) / all;
            let ink = match verdict {
                Verdict::Client => "client",
                Verdict::Customer => "customer",
                Verdict::Both(_) | Verdict::TooFew => "median",
            };
            self.bar(ink, (MARGIN, y + 12), i32::try_from(width).unwrap_or(HALF));
            y += 60;
        }
        y
    }

    /// How the scores are spread, if anybody has one; returns where it ends.
    fn scores(&mut self, tools: &ToolPack, group: &Group, top: i32) -> i32 {
        let Some(quartiles) = group.quartiles() else {
            return top;
        };
        self.text("head", SECOND, top, tools.say(ToolPhrase::ComparisonScores));
        let (top, axis) = (top + 20, AXIS.cast_signed());
        let (middle, reach) = (SECOND + HALF / 2, HALF / 2 - 10);
        let across = |twice: i32| middle - reach * twice / 200;
        let edge = i32::from(tools.pack.judgement.threshold);
        let wide = (across(-2 * edge) - across(2 * edge)).to_string();
        let zone = ["M0 0h", &wide, "v104H0z"].concat();
        self.path("zone", (across(2 * edge), top + 8), "", &zone);
        self.line("axis", (across(200), top + axis), (2 * reach, 0));
        self.line("centre", (middle, top + 8), (0, 104));
        if words::has_quarters(group) {
            let half = across(quartiles.low) - across(quartiles.high);
            self.line("half", (across(quartiles.high), top + axis), (half, 0));
        }
        for (score, heap) in heaps(group.scores(), edge) {
            self.path(score_side(score, edge), (across(2 * score), top), "", &heap);
        }
        let median = (across(quartiles.median), top);
        self.path("median", median, "", "M0 106l7 12h-14z");
        for (place, phrase) in [
            (100 + edge, Phrase::GaugeClient),
            (0, Phrase::GaugeBoth),
            (-100 - edge, Phrase::GaugeCustomer),
        ] {
            let words = tools.pack.say(phrase);
            self.text("soft mid", across(place), top + 142, words);
        }
        let mut y = top + 190;
        for line in lines(&words::quarters(tools, group, quartiles), 56) {
            self.text("", SECOND, y, &line);
            y += 28;
        }
        y
    }

    /// Where everyone stands; returns where the drawing ends.
    fn spreads(&mut self, tools: &ToolPack, group: &Group, top: i32) -> i32 {
        self.text("head", MARGIN, top, tools.say(ToolPhrase::ComparisonSpread));
        let is_dotted = is_dotted(group);
        let mut y = top + 40;
        let legend = if is_dotted {
            ToolPhrase::ComparisonSpreadDots
        } else {
            ToolPhrase::ComparisonSpreadSized
        };
        for line in lines(tools.say(legend), 110) {
            self.text("soft", MARGIN, y, &line);
            y += 28;
        }
        y += 16;
        // As far out as the widest crowd at an end.
        let (left, right) = (MIDDLE - REACH - 24, MIDDLE + REACH + 24);
        self.text("soft", left, y, tools.pack.say(Phrase::GaugeClient));
        let customer = tools.pack.say(Phrase::GaugeCustomer);
        self.text("soft end", right, y, customer);
        let agreement = tools.say(ToolPhrase::ComparisonAgreementHead);
        self.text("soft end", END, y, agreement);
        let mut y = y + 24;
        for (question, spread) in tools.pack.questions.iter().zip(group.spreads()) {
            y = self.spread(question, spread, is_dotted, y);
        }
        y + MARGIN / 2
    }

    fn spread(&mut self, question: &Question, spread: &Spread, is_dotted: bool, top: i32) -> i32 {
        let most = POSITIONS.iter().map(|at| spread.at(*at)).max().unwrap_or(0);
        let above = if is_dotted { crowd_axis(most) } else { 22 };
        let axis = top + above.cast_signed();
        let across = |twice: i32| MIDDLE - REACH * twice / 4;
        self.text("", MARGIN, axis + 6, &question.name);
        self.line("axis", (across(4), axis), (2 * REACH, 0));
        self.line("centre", (MIDDLE, axis - 14), (0, 20));
        for at in POSITIONS {
            let count = spread.at(at);
            let x = across(2 * i32::from(at));
            if count == 0 {
                continue;
            }
            if is_dotted {
                let dots = dots(count, above, at > 0);
                self.path(side(at), (x, top), "", &dots);
            } else {
                self.mark(at, (x, axis), &size(count, most));
                self.text("soft mid", x, axis + 44, &count.to_string());
            }
        }
        if let Some(median) = spread.twice_median() {
            // Above the axis where numbers stand below it.
            let (y, triangle) = if is_dotted {
                (axis + 3, "M0 0l6 10h-12z")
            } else {
                (axis - 22, "M0 0l6-10h-12z")
            };
            self.path("median", (across(median), y), "", triangle);
        }
        if let Some(agreement) = spread.agreement() {
            self.text("end", END, axis + 6, &agreement.to_string());
        }
        axis + if is_dotted { 26 } else { 62 }
    }

    fn mark(&mut self, place: i8, at: (i32, i32), scale: &str) {
        match place {
            1.. => {
                let circle = "M-9 0a9 9 0 0 1 18 0a9 9 0 0 1-18 0z";
                self.path("client", at, scale, circle);
            }
            0 => {
                self.path("client", at, scale, "M0-9a9 9 0 0 0 0 18z");
                self.path("customer", at, scale, "M0-8H8V8H0Z");
            }
            _ => self.path("customer", at, scale, "M-8-8H8V8H-8Z"),
        }
    }
}
