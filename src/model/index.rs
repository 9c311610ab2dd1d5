//! Where the things of a pack stand in its lists: a type for each list, so that none is taken for another's.

use core::ops::Index;

use serde::{Deserialize, Serialize};

use super::pack::{Draft, Pack};
use super::questionnaire::{Advice, Area, Example, Question, Section, Tension};

macro_rules! indices {
    ($($(#[$doc:meta])* $name:ident: $thing:ty = $list:ident,)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(u8);

        impl $name {
            /// The things of the list, or what there is for each of them, with their indices.
            pub fn numbered<T>(things: impl IntoIterator<Item = T>) -> impl Iterator<Item = (Self, T)> {
                (0..).map(Self).zip(things)
            }

            /// What has this index; `None` where nothing has, as an event may bring any from outside.
            #[must_use]
            pub fn of(self, draft: &Draft) -> Option<&$thing> {
                draft.$list.get(usize::from(self.0))
            }
        }

        /// For indices that the pack itself holds, and for those that `of` has found there: a pack is checked when it is
        /// made, so they always point at something. No other is looked up so, since that panics.
        impl Index<$name> for Pack {
            type Output = $thing;

            fn index(&self, at: $name) -> &$thing {
                &self.$list[usize::from(at.0)]
            }
        }

        /// Any number makes one: a draft's are checked when it becomes a pack, an event's when it is taken.
        impl From<u8> for $name {
            fn from(number: u8) -> Self {
                Self(number)
            }
        }

        impl From<$name> for u8 {
            fn from(at: $name) -> Self {
                at.0
            }
        }

        impl From<$name> for usize {
            fn from(at: $name) -> Self {
                at.0.into()
            }
        }
    )*};
}

indices! {
    /// Which of the pack's sections.
    SectionAt: Section = sections,
    /// Which of the pack's questions.
    QuestionAt: Question = questions,
    /// Which of the pack's examples.
    ExampleAt: Example = examples,
    /// Which of the pack's tensions.
    TensionAt: Tension = tensions,
    /// Which of the pack's areas.
    AreaAt: Area = areas,
    /// Which of the pack's advice.
    AdviceAt: Advice = advice,
}
