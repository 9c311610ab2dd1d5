//! How fast the judgement is: a verdict alone, a whole result, the sturdiness in it, and a link.
//! The figures to keep: two million verdicts a second, a whole result in 50 µs, a link in 1 µs.

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use clientele::model::{
    Answer, Answers, Pack, Target, Verdict, classify, decode, encode, plan, read, sturdiness,
    sturdiness_of_shape,
};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// The real questionnaire.
fn pack() -> Pack {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    clientele_site::load(root, "en-GB")
        .unwrap_or_else(|faults| panic!("the content has faults:\n{faults}"))
        .pack
}

/// How many answers a round goes through.
const SPREAD: usize = 1000;

/// Answers of every kind, drawn by a fixed rule: all options alike, and of each seven answers one
/// that does not apply or is missing.
fn spread(pack: &Pack) -> Vec<Answers> {
    let mut state = 1u64;
    let mut draw = |below: usize| {
        // Knuth's linear congruence: the high bits are even enough for this.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % below
    };
    let mut one = || {
        let questions = pack.questions.iter();
        questions.fold(Answers::default(), |answers, question| {
            let answer = match draw(14) {
                0 => Answer::Unanswered,
                1 => Answer::DoesNotApply,
                _ => Answer::Option(question.options[draw(question.options.len())].number),
            };
            answers.with(question, answer)
        })
    };
    (0..SPREAD).map(|_| one()).collect()
}

fn judgement(criterion: &mut Criterion) {
    let pack = pack();
    let answers = spread(&pack);
    let codes: Vec<String> = answers.iter().map(encode).collect();
    let verdicts: Vec<_> = answers
        .iter()
        .filter_map(|answers| Some((answers, classify(&pack, answers).verdict.centring()?)))
        .collect();

    let mut group = criterion.benchmark_group("judgement");
    group.throughput(Throughput::Elements(SPREAD as u64));
    group.bench_function("classify", |bencher| {
        bencher.iter(|| {
            for answers in &answers {
                black_box(classify(&pack, black_box(answers)));
            }
        });
    });
    group.bench_function("read", |bencher| {
        bencher.iter(|| {
            for answers in &answers {
                black_box(read(&pack, black_box(answers)));
            }
        });
    });
    group.throughput(Throughput::Elements(verdicts.len() as u64));
    group.bench_function("sturdiness", |bencher| {
        bencher.iter(|| {
            for (answers, centring) in &verdicts {
                black_box(sturdiness(&pack, black_box(answers), *centring));
            }
        });
    });
    let shapes: Vec<_> = answers
        .iter()
        .filter_map(|answers| match classify(&pack, answers).verdict {
            Verdict::Both(shape) => Some((answers, shape)),
            _ => None,
        })
        .collect();
    group.throughput(Throughput::Elements(shapes.len() as u64));
    group.bench_function("sturdiness of a shape", |bencher| {
        bencher.iter(|| {
            for (answers, shape) in &shapes {
                black_box(sturdiness_of_shape(&pack, black_box(answers), *shape));
            }
        });
    });
    group.throughput(Throughput::Elements(SPREAD as u64));
    group.bench_function("decode", |bencher| {
        bencher.iter(|| {
            for code in &codes {
                let _ = black_box(decode(&pack, black_box(code)));
            }
        });
    });
    // The heaviest of all: a state for each pull and each weight at either pole.
    group.throughput(Throughput::Elements(1));
    let hardest = answers.iter().max_by_key(|answers| {
        plan(&pack, answers, Target::TwoTrack).map_or(0, |plan| plan.steps.len())
    });
    group.bench_function("way to two tracks", |bencher| {
        bencher.iter(|| black_box(hardest.and_then(|it| plan(&pack, it, Target::TwoTrack))));
    });
    group.finish();
}

criterion_group! {
    name = benches;
    // Two seconds each tell the same as five: the rounds are even.
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .sample_size(30);
    targets = judgement
}
criterion_main!(benches);
