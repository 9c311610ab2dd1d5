//! The score and the verdict.
//!
//! Score = 100 × Σ(weight × position) / Σ(2 × weight) over the answers that count. It is kept as
//! two whole numbers, so that no rounding ever decides a verdict.

use super::answers::Answers;
use super::pack::Pack;
use super::questionnaire::{Judgement, Pole};

/// Which of the two kinds of relationship a business is built round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Centring {
    /// Customers.
    Customer,
    /// Both.
    Both,
    /// Clients.
    Client,
}

impl Centring {
    /// The side of the scale it stands on: 1 client, 0 between, -1 customer.
    #[must_use]
    pub fn side(self) -> i32 {
        match self {
            Self::Client => 1,
            Self::Both => 0,
            Self::Customer => -1,
        }
    }
}

/// The two shapes of 'both', which need different advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Clear answers at both ends at once.
    TwoTrack,
    /// Half-way, or on either side without enough at both ends.
    InBetween,
}

/// What the answers say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Client-centred.
    Client,
    /// Customer-centred.
    Customer,
    /// Both, in one of its shapes.
    Both(Shape),
    /// Too few answers to say.
    TooFew,
}

impl Verdict {
    /// Its name wherever programs read it, in files and in events; it never changes.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Customer => "customer",
            Self::Both(Shape::TwoTrack) => "two-track",
            Self::Both(Shape::InBetween) => "in-between",
            Self::TooFew => "too-few",
        }
    }

    /// The verdict without the shape of 'both'; `None` when there are too few answers.
    #[must_use]
    pub fn centring(self) -> Option<Centring> {
        match self {
            Self::Client => Some(Centring::Client),
            Self::Customer => Some(Centring::Customer),
            Self::Both(_) => Some(Centring::Both),
            Self::TooFew => None,
        }
    }

    /// The side of the scale it stands on, as [`Centring::side`]; `None` when there are too few answers.
    #[must_use]
    pub fn side(self) -> Option<i32> {
        self.centring().map(Centring::side)
    }
}

/// How a 'both' in between comes about (`docs/method.md`, 'In between').
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Middle {
    /// More than half of the answers stand in the middle.
    HalfWay,
    /// They lean to a side: from half of the score that makes its verdict.
    Leans(Pole),
    /// They stand on either side, without enough at both ends for two tracks.
    Mixed,
}

impl Judgement {
    /// Which centring a pull means, of a largest one above 0: without any answer there is no verdict.
    #[must_use]
    pub fn centring(&self, pull: i32, full: i32) -> Centring {
        let edge = i32::from(self.threshold) * full;
        if 100 * pull >= edge {
            Centring::Client
        } else if 100 * pull <= -edge {
            Centring::Customer
        } else {
            Centring::Both
        }
    }

    /// The weight that has to stand fully at each pole for two tracks, of the weight of all answers that count; 0 for 0.
    #[must_use]
    pub fn two_track_weight(&self, weight: i32) -> i32 {
        (i32::from(self.two_track_share) * weight + 99) / 100
    }
}

/// The sums that the verdict is read from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Σ(weight × position): positive towards client.
    pub pull: i32,
    /// Σ(2 × weight): the largest that `pull` could be.
    pub full: i32,
    /// How many answers count.
    pub answered: u8,
    /// How many of those stand in the middle.
    pub in_the_middle: u8,
    /// Weight of the answers at +2.
    pub fully_client: i32,
    /// Weight of the answers at -2.
    pub fully_customer: i32,
}

impl Tally {
    /// Adds up the answers that count.
    #[must_use]
    pub fn of(pack: &Pack, answers: &Answers) -> Self {
        let mut tally = Self::default();
        for (question, position) in answers.positions(pack) {
            let Some(position) = position else { continue };
            let weight = question.weight();
            tally.pull += weight * i32::from(position);
            tally.full += 2 * weight;
            tally.answered += 1;
            match position {
                2 => tally.fully_client += weight,
                -2 => tally.fully_customer += weight,
                0 => tally.in_the_middle += 1,
                _ => {}
            }
        }
        tally
    }

    /// From -100 (customer) to 100 (client), rounded towards 0 so that a score short of the
    /// threshold is never shown as having reached it; 0 when nothing is answered.
    #[must_use]
    pub fn score(&self) -> i32 {
        if self.full == 0 {
            0
        } else {
            100 * self.pull / self.full
        }
    }

    /// The weight of all answers that count.
    #[must_use]
    pub fn weight(&self) -> i32 {
        self.full / 2
    }

    /// How a 'both' in between comes about.
    #[must_use]
    pub fn middle(&self, judgement: &Judgement) -> Middle {
        let leans = 200 * self.pull.abs() >= i32::from(judgement.threshold) * self.full;
        if 2 * self.in_the_middle > self.answered {
            Middle::HalfWay
        } else if !leans {
            Middle::Mixed
        } else if self.pull > 0 {
            Middle::Leans(Pole::Client)
        } else {
            Middle::Leans(Pole::Customer)
        }
    }

    /// Two-track when a good share of the weight stands fully at either pole.
    fn shape(&self, judgement: &Judgement) -> Shape {
        let smaller = self.fully_client.min(self.fully_customer);
        if smaller >= judgement.two_track_weight(self.weight()) {
            Shape::TwoTrack
        } else {
            Shape::InBetween
        }
    }
}

/// A verdict with the sums behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Classified {
    /// What the answers say.
    pub verdict: Verdict,
    /// The sums behind it.
    pub tally: Tally,
}

impl Classified {
    /// The score of [`Tally::score`]; `None` with too few answers, of which it would say nothing.
    #[must_use]
    pub fn score(&self) -> Option<i32> {
        (self.verdict != Verdict::TooFew).then(|| self.tally.score())
    }
}

/// Judges the answers.
#[must_use]
pub fn classify(pack: &Pack, answers: &Answers) -> Classified {
    let tally = Tally::of(pack, answers);
    let judgement = &pack.judgement;
    // At least one is wanted, so what is divided by below is above 0.
    let verdict = if tally.answered < judgement.least_answers {
        Verdict::TooFew
    } else {
        match judgement.centring(tally.pull, tally.full) {
            Centring::Client => Verdict::Client,
            Centring::Customer => Verdict::Customer,
            Centring::Both => Verdict::Both(tally.shape(judgement)),
        }
    };
    Classified { verdict, tally }
}
