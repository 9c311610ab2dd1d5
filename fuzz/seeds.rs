//! Writes what the fuzzers begin with into `fuzz/corpus`, where they have nothing better yet: `docs/proof.md` says when.
#![allow(
    dead_code,
    unused_imports,
    reason = "it takes its own part of the claims"
)]

#[path = "../tests/claims/mod.rs"]
mod claims;

use std::error::Error;
use std::fs;
use std::path::Path;

use clientele::model::{Pack, encode};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let content = clientele_site::load(root, "en-GB").map_err(|faults| faults.to_string())?;
    for (at, (target, bytes)) in seeds(root, &content.pack)?.iter().enumerate() {
        let folder = root.join("fuzz/corpus").join(target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(format!("seed-{at}")), bytes)?;
    }
    Ok(())
}

/// Sound input, each with its target's name.
type Seeds = Vec<(&'static str, Vec<u8>)>;

/// Some for each target.
fn seeds(root: &Path, pack: &Pack) -> Result<Seeds, Box<dyn Error>> {
    let codes: Vec<String> = (pack.examples.iter())
        .map(|example| encode(&example.answers(pack)))
        .collect();
    let golden = fs::read_to_string(root.join("tests/golden/links-v1.txt"))?;
    let golden = golden
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    let some = codes.iter().take(3).map(String::as_str);
    let codes_and_golden = some.chain(golden.filter(|it| it.starts_with('1')).take(6));
    let mut seeds = Seeds::new();
    for code in codes_and_golden {
        seeds.push(("code", code.into()));
        seeds.push(("code", format!("#{code}~Team%20North").into()));
        seeds.push(("progress", format!("1 full {code}").into()));
        seeds.push(("progress", format!("1 short {code}").into()));
        seeds.push((
            "import",
            format!("label,code\r\nAnn,{code}\r\n\"B, C\";{code}\n").into(),
        ));
    }
    for text in ["#question-3", "change-15", "review", "?secret=1", ""] {
        seeds.push(("code", text.into()));
    }
    seeds.push((
        "import",
        format!("https://a.example/compare/#{}", codes.join("~A.")).into(),
    ));
    seeds.push((
        "import",
        format!("https://a.example/r/cl/#{}~Team%20North\n2abc", codes[0]).into(),
    ));
    seeds.push((
        "message",
        b"ready 1\nheight 1 480\nheight 1 1e9\nconfig 1".to_vec(),
    ));
    seeds.push((
        "message",
        b"way=iframe\ntheme=dark\nradius=3\nhide=share poles\nlabel=A & b".to_vec(),
    ));
    seeds.push((
        "message",
        b"origin=https://host.example:8443/\nevents=on\naccent=#0a7d55".to_vec(),
    ));
    seeds.push((
        "message",
        b"theme=dark&way=moodle&tall=500&least=300&most=900".to_vec(),
    ));
    for kind in 0..5 {
        let slip = [b"slips:".as_slice(), &[40, 1, 1, kind]].concat();
        let given = [b"answers:".as_slice(), &[1, 2, 3, 4, 5, 6, 7, 0, 1]].concat();
        seeds.push(("pack", [slip, given].concat()));
    }
    seeds.push(("pack", claims::small(pack)));
    Ok(seeds)
}
