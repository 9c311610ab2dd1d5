//! What the widget knows at any moment.

use std::rc::Rc;

use crate::export::Outcome;
use crate::model::{
    Answers, ExampleAt, Goal, LinkError, Pack, Question, QuestionAt, Reading, Verdict, classify,
    encode, read,
};
use crate::route::Route;

use super::progress::Progress;
use super::share::{Share, Surroundings};

/// How many questions are asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// The six that matter most.
    Short,
    /// All of them.
    #[default]
    Full,
}

impl Form {
    /// How it is called where it is kept or told.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Full => "full",
        }
    }
}

/// Everything that the screens are drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The questionnaire and its text.
    pub pack: Rc<Pack>,
    /// Which form the visitor fills in.
    pub form: Form,
    /// The visitor's own answers.
    pub answers: Answers,
    /// What is shown.
    pub screen: Screen,
    /// Where the widget is, and what the browser can do.
    pub surroundings: Surroundings,
    /// What the visitor has to be told, until the next step or until dismissed.
    pub notice: Option<Notice>,
    /// Results of the visitor's own that were seen since the page was opened: Back may lead to one
    /// that has been overtaken since.
    pub seen: Vec<Answers>,
    /// Whether the next question is in the page already, out of sight: what a browser has laid out is
    /// there sooner when it is its turn.
    pub is_ahead: bool,
    /// Whether Next skips the questions that are answered: since the others were asked for, or a gap among the answers was gone
    /// on with, until the visitor goes elsewhere.
    pub is_filling: bool,
    /// The way from this page to the site's first one: empty there, `../../` two folders below.
    pub root: String,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    /// What it is, and a way in.
    Start,
    /// One question.
    Question(Asking),
    /// All answers at a glance.
    Review,
    /// A result.
    Result(Rc<Shown>),
    /// A link that can't be opened.
    Refused(LinkError),
}

/// A question that is being asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asking {
    /// Its place in the form, from 0.
    pub at: usize,
    /// Whether it was opened from the review, to go back there.
    pub from_review: bool,
}

/// A result that is being shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Whose it is.
    pub owner: Owner,
    /// What its answers say.
    pub reading: Reading,
    /// A what-if: what other answers would say; never saved.
    pub trial: Option<Reading>,
    /// Whether a what-if was left with the last step on this result.
    pub is_trial_over: bool,
    /// Where the business wants to stand, once that was chosen.
    pub goal: Option<Goal>,
    /// The example business laid beside the profile.
    pub compared: Option<ExampleAt>,
    /// What the share panel holds.
    pub share: Share,
}

/// Whose result is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The visitor's own.
    Own,
    /// One that the visitor had before changing an answer.
    Earlier,
    /// Somebody else's, with the label they gave it.
    Shared(Option<String>),
}

impl Owner {
    /// The label of somebody else's, if it has one.
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        match self {
            Self::Own | Self::Earlier => None,
            Self::Shared(label) => label.as_deref(),
        }
    }
}

impl Shown {
    /// The result of some answers.
    #[must_use]
    pub fn new(pack: &Pack, owner: Owner, answers: Answers) -> Self {
        Self {
            share: Share::of(&owner),
            owner,
            reading: read(pack, &answers),
            trial: None,
            is_trial_over: false,
            goal: None,
            compared: None,
        }
    }

    /// The reading on show: the trial's while there is one.
    #[must_use]
    pub fn current(&self) -> &Reading {
        self.trial.as_ref().unwrap_or(&self.reading)
    }

    /// What may be taken along of it: nothing of what is only tried.
    #[must_use]
    pub fn outcome(&self) -> Outcome<'_> {
        Outcome {
            reading: &self.reading,
            label: self.share.name(),
            goal: self.goal.as_ref(),
        }
    }
}

/// Something to tell the visitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Earlier answers were found, or brought back, and are being used.
    Restored,
    /// What was stored could not be read; it was put aside.
    SetAside,
    /// The browser keeps nothing, so the answers last as long as the page.
    NotKept,
    /// The answers were cleared; here they are, should that have been a slip.
    Cleared(Progress),
}

impl Model {
    /// The questions of the visitor's form, with their indices in the pack.
    pub fn asked(&self) -> impl Iterator<Item = (QuestionAt, &Question)> {
        QuestionAt::numbered(&self.pack.questions)
            .filter(|(_, question)| self.form == Form::Full || question.short)
    }

    /// How many questions the visitor's form has; never 0.
    #[must_use]
    pub fn total(&self) -> usize {
        self.asked().count()
    }

    /// The question at a place of the form, with its index in the pack.
    #[must_use]
    pub fn question_at(&self, at: usize) -> (QuestionAt, &Question) {
        let last = self.total().saturating_sub(1);
        let first = QuestionAt::from(0);
        self.asked()
            .nth(at.min(last))
            .unwrap_or((first, &self.pack[first]))
    }

    /// Whether the visitor's answers are enough for a verdict.
    #[must_use]
    pub fn has_verdict(&self) -> bool {
        classify(&self.pack, &self.answers).verdict != Verdict::TooFew
    }

    /// The visitor's own present result, if that is on show.
    #[must_use]
    pub fn own_result(&self) -> Option<&Shown> {
        match &self.screen {
            Screen::Result(shown) if shown.owner == Owner::Own => Some(shown),
            _ => None,
        }
    }

    /// The question being asked, if one is.
    #[must_use]
    pub fn asking(&self) -> Option<Asking> {
        match self.screen {
            Screen::Question(asking) => Some(asking),
            _ => None,
        }
    }

    /// The question to go on to from the one being asked.
    #[must_use]
    pub fn next(&self) -> Option<Asking> {
        self.next_after(self.asking()?)
    }

    /// The question to go on to from another. From one that was opened from the review, and from the last, the way leads
    /// to the review.
    #[must_use]
    pub fn next_after(&self, asking: Asking) -> Option<Asking> {
        let mut behind = self.asked().enumerate().skip(asking.at + 1);
        let is_wanted = |question| !self.is_filling || self.answers.lack(question);
        let (at, _) = behind.find(|(_, (_, question))| is_wanted(question))?;
        (!asking.from_review).then_some(Asking { at, ..asking })
    }

    /// How many questions of the form are answered, 'Doesn't apply' included.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.asked()
            .filter(|(_, question)| !self.answers.lack(question))
            .count()
    }

    /// Where to go on: behind the last answered question; at the first gap when that was the last one, or when all of the
    /// short form's are answered, since those lie among the others. `None` when nothing is left to answer.
    #[must_use]
    pub fn resume_at(&self) -> Option<usize> {
        let (mut behind, mut is_short_done) = (0, true);
        for (at, (_, question)) in self.asked().enumerate() {
            if !self.answers.lack(question) {
                behind = at + 1;
            } else if question.short {
                is_short_done = false;
            }
        }
        if is_short_done || behind == self.total() {
            self.first_open()
        } else {
            Some(behind)
        }
    }

    /// Whether something behind this place of the form is answered already.
    pub(super) fn is_gap(&self, at: usize) -> bool {
        let mut behind = self.asked().skip(at + 1);
        behind.any(|(_, question)| !self.answers.lack(question))
    }

    /// The first place of the form that is still to be answered.
    #[must_use]
    pub fn first_open(&self) -> Option<usize> {
        self.asked()
            .position(|(_, question)| self.answers.lack(question))
    }

    /// What is kept of it all.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress {
            form: self.form,
            answers: self.answers,
        }
    }

    /// Takes the form and the answers of some progress for the visitor's.
    pub(super) fn go_on_from(&mut self, progress: Progress) {
        self.form = progress.form;
        self.answers = progress.answers;
    }

    /// The address of what is shown.
    #[must_use]
    pub fn route(&self) -> Route {
        match &self.screen {
            Screen::Start | Screen::Refused(_) => Route::Start,
            Screen::Question(asking) if asking.from_review => Route::Change(asking.at + 1),
            Screen::Question(asking) => Route::Question(asking.at + 1),
            Screen::Review => Route::Review,
            Screen::Result(shown) => Route::Result {
                code: encode(&shown.reading.answers),
                label: shown.owner.label().map(str::to_owned),
            },
        }
    }
}
