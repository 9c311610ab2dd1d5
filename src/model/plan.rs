//! The way to where a business wants to stand: the smallest change of behaviour that leads there,
//! step by step, with the advice for each step.
//!
//! What pulls apart today comes first, since a tension costs money while it lasts (`docs/method.md` says where the tensions
//! are from); then whatever moves the score furthest, so that
//! whoever stops half-way has got the most for it.

use super::advise::{Recommendation, advise};
use super::answers::Answers;
use super::classify::{Centring, Shape, Verdict, classify};
use super::explain::tensions;
use super::index::{AdviceAt, TensionAt};
use super::pack::Pack;
use super::questionnaire::{Advice, Pole};
use super::rank::strongest;
use super::way::{self, Asks, Move};

/// Where a business may want to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Client-centred.
    Client,
    /// Customer-centred.
    Customer,
    /// Both, as two clear sides.
    TwoTrack,
}

impl Target {
    /// All of them, in the order shown.
    pub const ALL: [Self; 3] = [Self::Client, Self::TwoTrack, Self::Customer];

    /// The verdict that means it is reached.
    #[must_use]
    pub fn verdict(self) -> Verdict {
        match self {
            Self::Client => Verdict::Client,
            Self::Customer => Verdict::Customer,
            Self::TwoTrack => Verdict::Both(Shape::TwoTrack),
        }
    }

    /// Whether it is reached by a second offer beside today's, so that today's answers stay as they are.
    #[must_use]
    pub fn is_second_offer(self) -> bool {
        self == Self::TwoTrack
    }
}

/// One answer to change, and what goes with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The answer to change.
    pub change: Move,
    /// Which pole it moves towards.
    pub towards: Pole,
    /// Today's tensions that end with it; none where today's answers stay beside a second offer.
    pub ends: Vec<TensionAt>,
    /// Advice for this change that no other step has: what mends today's answer on the way to the target, else what the
    /// new answer calls for as its first or second reason; `None` where there is no more.
    pub advice: Option<AdviceAt>,
}

/// The way to a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Where it leads.
    pub target: Target,
    /// The steps in the order to take them, for a second offer those of the client's side first; none where the target is reached already.
    pub steps: Vec<Step>,
    /// The answers at its end.
    pub answers: Answers,
    /// Tensions that those answers have and today's don't; none for a second offer, which does not pull against the first.
    pub begins: Vec<TensionAt>,
}

/// Where a business wants to stand, and how it gets there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// What was chosen.
    pub target: Target,
    /// The way there; `None` where no change of the answers given leads there.
    pub plan: Option<Plan>,
}

impl Goal {
    /// A target with the way that leads there from some answers.
    #[must_use]
    pub fn from(pack: &Pack, answers: &Answers, target: Target) -> Self {
        let plan = plan(pack, answers, target);
        Self { target, plan }
    }
}

/// The smallest way to a target that a business can set out on. On the way to either end no answer stops short of the middle;
/// for a second offer each stands on the side that it is for. Of such ways it is one with the fewest answers that only
/// buyers decide, then with the fewest answers to change, then with the fewest steps, and on the way to either end then with
/// the most changes that end a tension. `None` with too few answers, or where no change of those given leads there.
#[must_use]
pub fn plan(pack: &Pack, answers: &Answers, target: Target) -> Option<Plan> {
    let verdict = target.verdict();
    let change = |end| way::to_centring(pack, answers, end, Asks::Change(end));
    let moves = match (classify(pack, answers).verdict, target) {
        (Verdict::TooFew, _) => return None,
        (today, _) if today == verdict => Vec::new(),
        (_, Target::Client) => change(Centring::Client)?,
        (_, Target::Customer) => change(Centring::Customer)?,
        (_, Target::TwoTrack) => way::to_shape(pack, answers, Shape::TwoTrack, Asks::SecondOffer)?,
    };
    let goal = way::moved(pack, answers, &moves);
    // What mends today's answers is meant for the target, and called for from the other side. A second offer mends, ends and
    // begins nothing.
    let (today, mends, then) = if target.is_second_offer() {
        (Vec::new(), Vec::new(), Vec::new())
    } else {
        let mends = advise(pack, answers, verdict);
        (tensions(pack, answers), mends, tensions(pack, &goal))
    };
    let called = [mends, advise(pack, &goal, verdict)];
    let mut changes = in_order(pack, answers, &moves, &today);
    if target.is_second_offer() {
        // Either side is read by itself.
        let is_client = |change: &(Move, Pole)| change.1 == Pole::Client;
        let (client, customer): (Vec<_>, Vec<_>) = changes.into_iter().partition(is_client);
        changes = [client, customer].concat();
    }
    let advice = advice_for(pack, answers, called, &changes);
    let mut ended = Vec::new();
    let steps = changes
        .into_iter()
        .zip(advice)
        .map(|((change, towards), advice)| Step {
            change,
            towards,
            ends: newly_ended(pack, &today, change, &mut ended),
            advice,
        })
        .collect();
    Some(Plan {
        target,
        steps,
        answers: goal,
        begins: then.into_iter().filter(|it| !today.contains(it)).collect(),
    })
}

/// The moves with their directions: those that end a tension first, then those with most effect on
/// the score; equals keep the pack's order.
fn in_order(
    pack: &Pack,
    answers: &Answers,
    moves: &[Move],
    today: &[TensionAt],
) -> Vec<(Move, Pole)> {
    /// More than any effect on the score.
    const FIRST: i32 = 1000;
    let gained = |change: &Move| {
        let question = &pack[change.question];
        let from = answers.position(question).unwrap_or(0);
        let to = question.position_of(change.to).unwrap_or(from);
        question.weight() * i32::from(to - from)
    };
    let urgency = |change: &Move| {
        let is_first = today.iter().any(|tension| ends(pack, *tension, *change));
        gained(change).abs() + if is_first { FIRST } else { 0 }
    };
    strongest(moves, urgency)
        .into_iter()
        .map(|change| {
            let towards = if gained(&change) > 0 {
                Pole::Client
            } else {
                Pole::Customer
            };
            (change, towards)
        })
        .collect()
}

/// Whether a change ends a tension.
fn ends(pack: &Pack, tension: TensionAt, change: Move) -> bool {
    let position = pack[change.question].position_of(change.to);
    pack[tension].when.iter().any(|condition| {
        condition.question == change.question
            && position.is_some_and(|position| !condition.holds(position))
    })
}

/// Which of today's tensions end with a change, and had not ended before.
fn newly_ended(
    pack: &Pack,
    today: &[TensionAt],
    change: Move,
    ended: &mut Vec<TensionAt>,
) -> Vec<TensionAt> {
    let now: Vec<TensionAt> = today
        .iter()
        .copied()
        .filter(|tension| !ended.contains(tension) && ends(pack, *tension, change))
        .collect();
    ended.extend(&now);
    now
}

/// Deals the advice out to the changes, none of it twice: first what mends today's answer, then what is about the very
/// question at the goal, then what has it for its second reason. As a third one it has little to do with the change.
fn advice_for(
    pack: &Pack,
    answers: &Answers,
    [mends, follows]: [Vec<Recommendation>; 2],
    changes: &[(Move, Pole)],
) -> Vec<Option<AdviceAt>> {
    let mut dealt = vec![None; changes.len()];
    let mut deal = |called: &[Recommendation], is_about: &dyn Fn(&Advice, Move) -> bool| {
        for (place, (change, _)) in changes.iter().enumerate() {
            let found = called.iter().find(|found| {
                !dealt.contains(&Some(found.advice))
                    && found.is_called_for()
                    && found.because.contains(&change.question)
                    && is_about(&pack[found.advice], *change)
            });
            if let (None, Some(found)) = (dealt[place], found) {
                dealt[place] = Some(found.advice);
            }
        }
    };
    // Today's answer calls for it, and the new one less.
    deal(&mends, &|advice, change| {
        let question = &pack[change.question];
        let today = answers.position(question);
        let then = question.position_of(change.to);
        let mut calls = advice.calls.iter();
        calls.any(|call| {
            let strength = |position: Option<i8>| position.map_or(0, |it| call.strength(it));
            call.question == change.question && strength(today) > strength(then)
        })
    });
    for reason in 0..2 {
        deal(&follows, &|advice, change| {
            let call = advice.calls.get(reason);
            call.is_some_and(|call| call.question == change.question)
        });
    }
    dealt
}
