//! The judgement: pure and total. It knows no browser, no clock and no chance, so everything here
//! is tested natively.

mod advise;
mod answers;
mod classify;
mod compare;
mod ends;
mod explain;
mod flip;
mod group;
mod index;
pub mod limits;
mod link;
mod linked;
mod pack;
mod phrase;
mod plan;
mod questionnaire;
mod rank;
mod reading;
mod space;
mod sturdiness;
mod tools;
mod way;

pub use advise::{Recommendation, advise, start_here};
pub use answers::{Answer, Answers, SLOTS};
pub use classify::{Centring, Classified, Middle, Shape, Tally, Verdict, classify};
pub use compare::{Difference, Likeness, differences, nearest_examples};
pub use explain::{Standing, Weighing, profile, tensions, weighings};
pub use flip::{Flip, flip_of_shape, flips};
pub use group::{Group, Quartiles, Shared, Spread, VERDICTS, verdict_place};
pub use index::{AdviceAt, AreaAt, ExampleAt, QuestionAt, SectionAt, TensionAt};
pub use link::{LinkError, decode, decode_sent, encode, is_of_code};
pub use linked::{Linked, Stretch};
pub use pack::{Draft, Pack, PackError};
pub use phrase::Phrase;
pub use plan::{Goal, Plan, Step, Target, plan};
pub use questionnaire::{
    Advice, Area, Audience, Call, Condition, Example, Judgement, Pole, Question, QuestionOption,
    Section, Tension, Term, Towards,
};
pub use reading::{Reading, read};
pub use sturdiness::{Grade, Sturdiness, sturdiness, sturdiness_of_shape};
pub use tools::{ToolPack, ToolPhrase};
pub use way::{Move, moved};
