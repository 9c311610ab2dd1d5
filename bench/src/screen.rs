//! Every screen of the site, and what is done there to be timed.

use crate::act::Act::{self, Click, Paste, Press};

/// A screen, and what is measured there.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// What the table calls it.
    pub name: &'static str,
    /// Where it is.
    pub path: &'static str,
    /// The share code of the answers that an earlier visit has left in the browser, if there was one.
    pub kept: Option<&'static str>,
    /// What has to be there before anything else.
    pub when: &'static str,
    /// The acts in order, with what the table calls them; those without a name are only done.
    pub acts: &'static [(&'static str, Act)],
}

/// A result on one side, so that every target but one is somewhere else.
const ONE_SIDE: &str = "1pMMSjUhg_A";
/// A result of 'both', which has the most to say.
const BOTH: &str = "1VMcqMMZI7Q";
/// A first answer and nothing more.
const ONE_ANSWER: &str = "1BNk";
/// As a class hands them in.
const CODES: &str = "1pMMSjUhg_A,Ann\n1iLUajLZY-Q,Ben\n1qMURsVZg_A,Cleo\n1iNNRkMhoCA,Dev\n1ViisKaUQpA,Eva\n1NphEJiMQjw,Finn\n\
    1NihrJqMIZg,Gita\n1VpZsJhMY5g,Hugo\n1iaababRYyg,Ida\n1VMcqMMZI7Q,Jon\n1cMcqMJkYVg,Kim\n1iLNbkMhgMA,Leo";

/// Every screen, in the order in which people meet them.
pub const SCREENS: &[Screen] = &[
    Screen {
        name: "form",
        path: "",
        kept: None,
        when: ".start button.primary",
        acts: &[
            ("start", Click(".start button.secondary")),
            ("an option", Click(".question input[type=radio]")),
            ("Next", Click(".question button[type=submit]")),
            ("Back", Click(".question button.quiet")),
            ("an option by key", Press("h1", "2")),
            ("", Click(".question button[type=submit]")),
            ("skip", Click(".question:not(.ahead) .actions .secondary")),
        ],
    },
    Screen {
        name: "question with a term",
        path: "#question-4",
        kept: None,
        when: ".question .help button.term",
        acts: &[
            ("look the term up", Click(".question .help button.term")),
            (
                "away with it",
                Press("[popover] button, .question .help button.term", "Escape"),
            ),
        ],
    },
    Screen {
        name: "start, gone on with",
        path: "",
        kept: Some(ONE_ANSWER),
        when: ".start button.primary",
        acts: &[("go on", Click(".start button.primary"))],
    },
    Screen {
        name: "review",
        path: "#review",
        kept: Some(ONE_SIDE),
        when: "dl a",
        acts: &[
            ("change an answer", Click("dl a")),
            ("back to the review", Click(".question button[type=submit]")),
            ("see the result", Click(".actions .primary")),
        ],
    },
    Screen {
        name: "own result, one side",
        path: "#1pMMSjUhg_A",
        kept: Some(ONE_SIDE),
        when: ".actions.onward",
        acts: &[
            ("try a what-if", Click("#trial-button")),
            ("what-if: an answer", Press(".profile select", "ArrowDown")),
            (
                "what-if: the next answer",
                Press(".profile select", "ArrowUp"),
            ),
            ("end the what-if", Click("#trial-button")),
            ("a part sought", Click(".to-share")),
            (
                "target: clients",
                Click(".targets label:nth-of-type(1) input"),
            ),
            (
                "target: two tracks",
                Click(".targets label:nth-of-type(2) input"),
            ),
            (
                "target: customers",
                Click(".targets label:nth-of-type(3) input"),
            ),
            (
                "share: a name",
                Paste(".share input[type=text]", "Team North"),
            ),
            ("share: copy", Click(".share .primary")),
            ("share: campaign opened", Click(".share summary")),
            ("begin afresh", Click(".onward button.quiet")),
        ],
    },
    Screen {
        name: "own result, both",
        path: "#1VMcqMMZI7Q",
        kept: Some(BOTH),
        when: ".actions.onward",
        acts: &[
            ("a step's reasons", Click(".actions-list summary")),
            (
                "beside an example",
                Press(".comparison select", "ArrowDown"),
            ),
            ("profile as a table", Click(".as-table summary")),
            ("an area opened", Click(".area-list summary")),
            ("plan as Markdown", Click(".files button:nth-of-type(2)")),
            ("answers as CSV", Click(".files button:nth-of-type(3)")),
            ("all as JSON", Click(".files button:nth-of-type(4)")),
            ("picture, wide", Click(".files button:nth-of-type(5)")),
            ("QR code as PNG", Click(".files button:nth-of-type(8)")),
            ("print", Click(".files button:nth-of-type(1)")),
            ("what would flip it", Click(".flips .flip button")),
            ("", Click("#trial-button")),
            ("review my answers", Click(".onward a.secondary")),
        ],
    },
    Screen {
        name: "somebody's result",
        path: "#1iaababRYyg~Ida",
        kept: None,
        when: ".targets",
        acts: &[
            ("a target", Click(".targets label:nth-of-type(1) input")),
            ("answer it yourself", Click(".result .primary")),
        ],
    },
    Screen {
        name: "too few answers",
        path: "#1BNk",
        kept: Some(ONE_ANSWER),
        when: ".actions .primary",
        acts: &[("answer more", Click(".actions .primary"))],
    },
    Screen {
        name: "refused link",
        path: "#1pMMSjUhg",
        kept: None,
        when: ".actions .primary",
        acts: &[("start", Click(".actions .primary"))],
    },
    Screen {
        name: "verdict's page",
        path: "r/both/",
        kept: None,
        when: "button.term",
        acts: &[("look a term up", Click("button.term"))],
    },
    Screen {
        name: "questionnaire for a pen",
        path: "questionnaire/",
        kept: None,
        when: "main input[type=radio]",
        acts: &[("tick an option", Click("main input[type=radio]"))],
    },
    Screen {
        name: "compare",
        path: "compare/",
        kept: None,
        when: "textarea",
        acts: &[
            ("paste twelve", Paste("textarea", CODES)),
            ("read them", Click("button[type=submit]")),
            ("order the table", Click("button.sort")),
            ("hide names", Click("button.toggle")),
            ("charts as a picture", Click(".take button:nth-of-type(4)")),
            ("take one out", Click("tbody button.quiet")),
        ],
    },
    Screen {
        name: "compare, two",
        path: "compare/#1NphEJiMQjw~Finn.1pMMSjUhg_A~Ann",
        kept: None,
        when: ".take",
        acts: &[
            ("hide names", Click("button.toggle")),
            ("copy the link", Click(".take button:nth-of-type(1)")),
            ("remove all", Click(".group-actions button:nth-of-type(3)")),
        ],
    },
    Screen {
        name: "embed",
        path: "embed/",
        kept: None,
        when: "input[type=radio]",
        acts: &[
            (
                "another way",
                Click("fieldset:first-of-type label:nth-of-type(2) input"),
            ),
            ("another theme", Click("input[type=radio][value=dark]")),
            ("corners rounded", Press("#radius", "ArrowRight")),
            ("parts opened", Click(".builder-more summary")),
            ("a part hidden", Click(".builder-more input[type=checkbox]")),
            (
                "another width",
                Click(".builder-widths label:nth-of-type(2) input"),
            ),
            ("copy the lines", Click("button.primary")),
            ("the usual settings", Click("#reset")),
        ],
    },
    Screen {
        name: "embedded",
        path: "?embed",
        kept: None,
        when: ".start button.primary",
        acts: &[
            ("start", Click(".start button.primary")),
            ("an option", Click(".question input[type=radio]")),
            ("Next", Click(".question button[type=submit]")),
        ],
    },
];
