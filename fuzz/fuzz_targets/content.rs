//! The real questionnaire, as the content compiler has packed it: so that nothing of the compiler
//! itself has to be built for the fuzzer.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use clientele::model::{Pack, ToolPack, ToolPhrase};

fn pack() -> Pack {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/content/en-GB.pack");
    let bytes = fs::read(&file).expect("`cargo run -p clientele-site -- pack` makes it");
    Pack::from_bytes(&bytes).expect("it is made by this version")
}

/// The sentences of the tools matter to nothing that is tried here.
fn tools() -> ToolPack {
    let phrases = ToolPhrase::ALL.iter().map(|it| format!("{it:?}"));
    ToolPack::new(pack(), phrases.collect()).expect("one for each")
}

thread_local! {
    /// The questionnaire.
    pub static PACK: Rc<Pack> = Rc::new(pack());
    /// The same with the sentences of the tools.
    pub static TOOLS: Rc<ToolPack> = Rc::new(tools());
}
