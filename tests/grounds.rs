//! No advice contradicts an answer: none asks for what an answer rules out, or for what it says is there already.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use clientele::model::{
    Advice, AdviceAt, Answers, Plan, QuestionAt, Target, VERDICTS, advise, plan,
};
use common::{answers_with_a_verdict, any_answers, at, pack, question};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Advice that an answer contradicts: the question, the answer's positions, the advice.
type Contradiction = (&'static str, &'static [i8], &'static [&'static str]);

const CONTRADICTIONS: &[Contradiction] = &[
    // Who buys once neither comes back nor stays.
    (
        "duration",
        &[-2],
        &[
            "marketing-loyalty",
            "marketing-long-view",
            "pricing-retainer",
            "support-call-first",
            "bizdev-deepen",
            "measuring-stay-and-send",
            "measuring-over-years",
            "measuring-come-back",
            "bridging-most-valuable",
            "bridging-invite",
            "bridging-closer-trial",
        ],
    ),
    // A retainer, an agreement, a contact are there already.
    ("pricing", &[2], &["pricing-retainer"]),
    (
        "contract",
        &[2],
        &["delivery-proper-start", "bridging-closer-trial"],
    ),
    ("who", &[2], &["bridging-success-manager"]),
    ("who", &[1, 2], &["support-from-desk-to-person"]),
    // There is no one person yet who could have a stand-in.
    (
        "who",
        &[-1, -2],
        &["support-named-contact", "team-second-person"],
    ),
    // A list is no agreement, and who quotes, agrees or adjusts nothing gives nothing away.
    ("pricing", &[-1, -2], &["pricing-stages"]),
    ("pricing", &[1, 2], &["pricing-stop-giving-away"]),
    ("scope", &[1, 2], &["pricing-stop-giving-away"]),
    (
        "personalisation",
        &[-1, -2],
        &["pricing-stop-giving-away", "pricing-leave-the-list"],
    ),
    // The path to the sale is chosen.
    ("cycle", &[2, 1, -1, -2], &["sales-one-path"]),
    // Adjusting is no exception, or there is none.
    (
        "personalisation",
        &[2, 1, -1, -2],
        &["delivery-limit-adjusting"],
    ),
    (
        "personalisation",
        &[2, -1, -2],
        &["measuring-which-pays", "bizdev-choose-side"],
    ),
];

fn advice(id: &str) -> (AdviceAt, &'static Advice) {
    let found = AdviceAt::numbered(&pack().advice).find(|(_, it)| it.id == id);
    found.unwrap_or_else(|| panic!("there is no advice '{id}'"))
}

/// What these answers are given of a list of advice, whatever the verdict is taken to be.
fn given(answers: &Answers, ids: &[&'static str]) -> Vec<&'static str> {
    let all = VERDICTS
        .into_iter()
        .flat_map(|verdict| advise(pack(), answers, verdict));
    let all: Vec<AdviceAt> = all.map(|it| it.advice).collect();
    let is_given = |id: &&&str| all.contains(&advice(id).0);
    ids.iter().filter(is_given).copied().collect()
}

/// What a plan's steps are given of a list of advice.
fn dealt(plan: &Plan, ids: &[&'static str]) -> Vec<&'static str> {
    let is_dealt = |id: &&&str| {
        let mut steps = plan.steps.iter();
        steps.any(|step| step.advice == Some(advice(id).0))
    };
    ids.iter().filter(is_dealt).copied().collect()
}

/// Words that speak of buyers who stay or come back.
const OF_STAYING: [&str; 12] = [
    "come back",
    "comes back",
    "came back",
    "coming back",
    "return",
    "stay",
    "regular",
    "yearly",
    "renew",
    "loyal",
    "retainer",
    "lifetime",
];

/// Advice with such words that is right for those who sell once, too.
const RIGHT_WITHOUT: [&str; 10] = [
    // Names what is for those who stay beside what is for the others.
    "pricing-stages",
    "pricing-two-lists",
    "sales-next-purchase",
    "technology-reminders",
    "measuring-two-scoreboards",
    // Of help, of goods, of income, of answers, of somebody's reasons.
    "support-close-the-loop",
    "technology-self-service",
    "sales-one-path",
    "bridging-relationship-plan",
    "team-account-skills",
];

#[test]
fn whatever_speaks_of_staying_is_kept_from_those_who_sell_once() {
    let (place, _) = QuestionAt::numbered(&pack().questions)
        .find(|(_, it)| it.id == "duration")
        .expect("it is asked");
    for advice in &pack().advice {
        let (what, why) = (advice.what.plain(), advice.why.plain());
        let texts = [&*advice.title, &*what, &*why, &*advice.monday];
        let words = texts.join(" ").to_lowercase();
        let speaks = OF_STAYING.iter().any(|it| words.contains(it));
        let mut guards = advice.unless.iter();
        let is_kept = guards.any(|it| it.question == place && it.holds(-2));
        let is_right = RIGHT_WITHOUT.contains(&&*advice.id);
        assert!(!speaks || is_kept || is_right, "{}", advice.id);
        assert!(!is_right || (speaks && !is_kept), "{}", advice.id);
    }
}

proptest! {
    #[test]
    fn no_advice_contradicts_an_answer(answers in any_answers()) {
        for (id, positions, ids) in CONTRADICTIONS {
            for position in *positions {
                let answers = answers.with(question(id), at(question(id), *position));
                prop_assert_eq!(given(&answers, ids), [""; 0], "'{}' at {}", id, position);
            }
        }
    }

    // An answer that is to change may call for advice that the old or the new one contradicts.
    #[test]
    fn no_step_contradicts_an_answer_that_stays(
        (answers, _) in answers_with_a_verdict(),
        (id, positions, ids) in select(CONTRADICTIONS),
        which in any::<Index>(),
    ) {
        let answer = at(question(id), *which.get(positions));
        let answers = answers.with(question(id), answer);
        for target in Target::ALL {
            if let Some(plan) = plan(pack(), &answers, target)
                && plan.answers.to(question(id)) == answer
            {
                prop_assert_eq!(dealt(&plan, ids), [""; 0], "'{}', {:?}", id, target);
            }
        }
    }
}
