//! What can happen, and what has to be done about it outside.

use super::keys::KeyPlace;
use super::share::Sharing;
use super::state::Form;
use super::told::Told;
use crate::export::{File, Picture};
use crate::model::{Answer, ExampleAt, QuestionAt, Target};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The visitor began a form.
    Started(Form),
    /// The visitor went on with earlier answers.
    Resumed,
    /// The visitor put the earlier answers away.
    BegunAfresh,
    /// The visitor wanted the cleared answers back.
    ClearingUndone,
    /// An answer was chosen by pointer or by the browser's own keys.
    OptionChosen {
        /// Which of the pack's questions.
        question: QuestionAt,
        /// What was chosen.
        answer: Answer,
    },
    /// An answer was chosen by its digit.
    DigitPressed {
        /// Which of the pack's questions.
        question: QuestionAt,
        /// What was chosen.
        answer: Answer,
    },
    /// A key was pressed on the question: [`key_pressed`](super::key_pressed) says what it means.
    KeyPressed {
        /// Where the focus was.
        place: KeyPlace,
        /// Its name, as `KeyboardEvent.key` has it.
        key: String,
    },
    /// An arrow led from the heading into the options.
    OptionsEntered,
    /// The question was left forwards, answered or not.
    WentOn,
    /// The question was left backwards.
    WentBack,
    /// The question on show was drawn, so there is time for the next.
    QuestionDrawn,
    /// The result was asked for.
    ResultOpened,
    /// The questions that are still open were asked for; a short form becomes the full one.
    OthersAskedFor,
    /// The start was asked for, also from somebody else's result.
    StartOpened,
    /// The browser's address changed: its fragment.
    AddressChanged(String),
    /// Something happened on a result.
    OnResult(OnResult),
    /// Another tab kept this progress, or none.
    ProgressChanged(Option<String>),
    /// The browser refused to keep the answers.
    SaveFailed,
    /// A notice was put away.
    NoticeDismissed,
}

/// Something that happened on a result; nothing where there is none on show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnResult {
    /// A what-if was begun.
    TrialStarted,
    /// An answer was tried.
    TrialChosen {
        /// Which of the pack's questions.
        question: QuestionAt,
        /// What was tried.
        answer: Answer,
    },
    /// The smallest change with this place among [all of the reading's](crate::model::Reading::all_flips) was tried.
    FlipTried(usize),
    /// The what-if was left.
    TrialEnded,
    /// Where the business wants to stand was chosen.
    TargetChosen(Target),
    /// The end of the way to the target was tried.
    PlanTried,
    /// A part of the result was asked for, by its element's id.
    PartSought(&'static str),
    /// Something happened in the share panel.
    Shared(Sharing),
    /// An example business was laid beside the profile, or none.
    ExampleChosen(Option<ExampleAt>),
}

/// Something to do outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Keep this progress.
    Save(String),
    /// Forget the progress.
    Forget,
    /// Keep this unreadable text under another name, too: the next progress takes its place.
    SetAside(String),
    /// Let the whole app go on from here: from the address, and with the progress of the moment
    /// that it is there.
    HandOver,
    /// Add this fragment to the history.
    Push(String),
    /// Pass the result on.
    PassOn(PassOn),
    /// Tell the page's own scripts, once the screen is drawn.
    Tell(Told),
    /// Move the focus once the screen is drawn; of several the last one counts.
    Focus(Focus),
}

/// A way to pass a result on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PassOn {
    /// Put this text on the clipboard, and report how that went.
    Copy(String),
    /// Hand this link to other apps.
    Offer {
        /// The link.
        link: String,
        /// What it is of, for whoever gets it.
        title: String,
    },
    /// Save this file.
    Download(File),
    /// Draw this picture and save it, and report how that went.
    Draw(Picture),
    /// Print the page.
    Print,
}

/// Where the focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The heading of the screen, with the page scrolled to its top.
    Heading,
    /// The option with this place among the question's choices, from 0.
    Option(usize),
    /// The way to change the answer to the question at this place of the form, from 1.
    Change(usize),
    /// The control that begins a what-if.
    TrialButton,
    /// The first control of a what-if.
    TrialPanel,
    /// The heading of the part of the result with this id.
    Part(&'static str),
}
