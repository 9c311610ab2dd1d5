//! How fast many results are read in: lines to people and figures, and the table put in order.
//! The figures to keep: ten times the lines take ten times the time.

use std::hint::black_box;
use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use clientele::compare::{Column, Effect, Event, Model, launch, update};
use clientele::model::{ToolPack, encode};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// The real questionnaire.
fn tools() -> Rc<ToolPack> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let content = clientele_site::load(root, "en-GB")
        .unwrap_or_else(|faults| panic!("the content has faults:\n{faults}"));
    Rc::new(content.tools)
}

/// A file of so many people, the examples over and over.
fn lines(tools: &ToolPack, count: usize) -> String {
    let codes: Vec<String> = tools
        .pack
        .examples
        .iter()
        .map(|example| encode(&example.answers(&tools.pack)))
        .collect();
    (0..count).fold(String::new(), |text, at| {
        text + &format!("Person {at},{}\n", codes[at % codes.len()])
    })
}

/// Everybody of a text, read slice by slice.
fn read(tools: &Rc<ToolPack>, text: String) -> Model {
    let (mut model, _) = launch(Rc::clone(tools), String::new(), "");
    let mut effects = update(&mut model, Event::TextGiven(text));
    while effects.contains(&Effect::NextSlice) {
        effects = update(&mut model, Event::SliceDue);
    }
    model
}

fn comparison(criterion: &mut Criterion) {
    let tools = tools();
    let mut group = criterion.benchmark_group("comparison");
    group
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2));
    for count in [1_000, 10_000, 100_000] {
        let text = lines(&tools, count);
        group.throughput(Throughput::Elements(count as u64));
        group.bench_function(BenchmarkId::new("read", count), |bencher| {
            bencher.iter(|| black_box(read(&tools, text.clone())));
        });
        let mut model = read(&tools, text);
        group.bench_function(BenchmarkId::new("sort", count), |bencher| {
            bencher.iter(|| black_box(update(&mut model, Event::SortedBy(Column::Name))));
        });
    }
    group.finish();
}

criterion_group!(benches, comparison);
criterion_main!(benches);
