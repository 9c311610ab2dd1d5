//! Course packages: whole, offline, the same at every build, and with manifests that keep the rules of
//! their schemas (ADL's and IMS's for SCORM 1.2 and 2004, AICC's for cmi5, Rustici's for Tin Can).

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use clientele::model::{Pack, Phrase};
use clientele_site::content::Content;
use clientele_site::inline::Inline;
use clientele_site::load;
use clientele_site::package::{self, Source, Standard};
use clientele_site::seal::integrity;
use roxmltree::{Document, Node};
use scraper::{Html, Selector};

type Files = BTreeMap<String, Vec<u8>>;

static CONTENT: LazyLock<Content> =
    LazyLock::new(|| load(&root(), "en-GB").unwrap_or_else(|faults| panic!("{faults}")));

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Makes a package from stand-ins for what Trunk builds, with a title that XML has to escape.
fn made(standard: Standard) -> (Vec<u8>, Files) {
    let built = Path::new(env!("CARGO_TARGET_TMPDIR")).join(standard.name());
    std::fs::create_dir_all(&built).expect("a folder");
    let template = std::fs::read_to_string(root().join("index.html")).expect("the template");
    let gaps = template.split("{{asset.").skip(1);
    let named = gaps.filter_map(|rest| rest.split_once("}}").map(|(key, _)| key));
    let apps = ["form", "whole", "tools"];
    let of_apps = apps.map(|app| ["wasm", "app", "pack"].map(|key| format!("{app}.{key}")));
    let others = ["style", "sheet", "boot", "icon", "frame-style"].map(str::to_owned);
    let named = named.map(str::to_owned);
    let assets: BTreeMap<String, String> = of_apps
        .into_iter()
        .flatten()
        .chain(others)
        .chain(named)
        .map(|key| (format!("asset.{key}"), format!("{key}-0.{key}")))
        .collect();
    for name in assets.values() {
        std::fs::write(built.join(name), name).expect("a file");
    }
    let mut page = CONTENT.page.clone();
    for id in ["page.home.title", "page.home.description"] {
        page.insert(id.to_owned(), "Yours & <theirs> \"both\" – é".to_owned());
    }
    let content = Content {
        pack: CONTENT.pack.clone(),
        tools: CONTENT.tools.clone(),
        labels: CONTENT.labels.clone(),
        page,
    };
    let source = Source {
        content: &content,
        template: &template,
        assets: &assets,
        inline: &Inline::default(),
        built: &built,
        scripts: &root().join("static"),
    };
    let bytes = package::zip(&source, standard).unwrap_or_else(|error| panic!("{error}"));
    let again = package::zip(&source, standard).expect("the same");
    assert!(
        bytes == again,
        "the bytes differ from one build to the next"
    );
    let files = unzipped(&bytes);
    (bytes, files)
}

fn unzipped(bytes: &[u8]) -> Files {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut files = Files::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).expect("a file");
        let name = file.name().expect("a name").into_owned();
        assert!(file.is_file(), "{name} is no file");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("its bytes");
        files.insert(name, bytes);
    }
    files
}

fn text<'a>(files: &'a Files, name: &str) -> &'a str {
    let bytes = files.get(name);
    let bytes = bytes.unwrap_or_else(|| panic!("{name} is not at the root"));
    std::str::from_utf8(bytes).expect("UTF-8")
}

/// The child elements, which have to be these and in this order.
fn children<'a>(node: Node<'a, 'a>, names: &[&str]) -> Vec<Node<'a, 'a>> {
    let found: Vec<Node> = node.children().filter(Node::is_element).collect();
    let found_names: Vec<&str> = found.iter().map(|it| it.tag_name().name()).collect();
    assert_eq!(found_names, names, "in <{}>", node.tag_name().name());
    found
}

#[test]
fn what_stands_in_a_page_is_what_its_policy_names() {
    let within = Selector::parse("style, script:not([src])").expect("a selector");
    for standard in Standard::ALL {
        let (_, files) = made(standard);
        for name in files.keys().filter(|name| name.ends_with("index.html")) {
            let page = text(&files, name);
            let (_, policy) = page
                .split_once("content-security-policy\" content=\"")
                .expect("a policy");
            let policy = policy.split('"').next().unwrap_or_default();
            for element in Html::parse_document(page).select(&within) {
                let bytes: String = element.text().collect();
                let source = integrity(bytes.as_bytes());
                assert!(policy.contains(&source), "{name}: {bytes}");
            }
        }
    }
}

fn said<'a>(node: Node<'a, 'a>) -> &'a str {
    node.text().unwrap_or_default().trim()
}

const TITLE: &str = "Yours & <theirs> \"both\" – é";

/// What the schemas of both SCORM manifests ask for alike.
fn check_scorm(standard: Standard, namespace: &str, adl: &str, version: &str, kind: &str) {
    let (_, files) = made(standard);
    let manifest = Document::parse(text(&files, "imsmanifest.xml")).expect("well-formed XML");
    let whole = manifest.root_element();
    assert_eq!(whole.tag_name().name(), "manifest");
    for node in whole.descendants().filter(Node::is_element) {
        let is_metadata = node
            .ancestors()
            .any(|it| it.has_tag_name((metadata_of(standard), "lom")));
        let sequencing = "http://www.imsglobal.org/xsd/imsss";
        let wanted = match node.tag_name().name() {
            _ if is_metadata => metadata_of(standard),
            "sequencing" | "deliveryControls" | "controlMode" => sequencing,
            _ => namespace,
        };
        assert_eq!(node.tag_name().namespace(), Some(wanted), "{node:?}");
        assert_ne!(node.tag_name().name(), "masteryscore");
    }
    let mut ids = BTreeSet::new();
    for id in whole
        .descendants()
        .filter_map(|it| it.attribute("identifier"))
    {
        assert!(ids.insert(id), "{id} is there twice");
        let is_name = id.starts_with(|first: char| first.is_ascii_alphabetic())
            && id
                .chars()
                .all(|it| it.is_ascii_alphanumeric() || "-_.".contains(it));
        assert!(is_name, "{id} is no xs:ID");
    }
    let parts = children(whole, &["metadata", "organizations", "resources"]);
    let metadata = children(parts[0], &["schema", "schemaversion", "lom"]);
    assert_eq!(
        [said(metadata[0]), said(metadata[1])],
        ["ADL SCORM", version]
    );
    let general = children(
        children(metadata[2], &["general"])[0],
        &["title", "language", "description"],
    );
    assert_eq!(
        said(general[0].first_element_child().expect("a text")),
        TITLE
    );
    assert_eq!(said(general[1]), "en-GB");

    let organization = parts[1].first_element_child().expect("an organisation");
    assert_eq!(
        parts[1].attribute("default"),
        organization.attribute("identifier")
    );
    let item = organization
        .children()
        .find(|it| it.has_tag_name((namespace, "item")));
    let item = item.expect("an item");
    for node in [organization, item] {
        assert_eq!(said(node.first_element_child().expect("a title")), TITLE);
    }
    let resources: Vec<Node> = parts[2].children().filter(Node::is_element).collect();
    assert_eq!(resources.len(), 1);
    let resource = resources[0];
    assert_eq!(
        item.attribute("identifierref"),
        resource.attribute("identifier")
    );
    assert_eq!(resource.attribute("type"), Some("webcontent"));
    assert_eq!(resource.attribute("href"), Some("index.html"));
    assert_eq!(resource.attribute((adl, kind)), Some("sco"));
    let other = if kind == "scormtype" {
        "scormType"
    } else {
        "scormtype"
    };
    assert_eq!(resource.attribute((adl, other)), None);
    let hrefs = resource.children().filter(Node::is_element).map(|file| {
        assert_eq!(file.tag_name().name(), "file");
        file.attribute("href").expect("a path").to_owned()
    });
    let listed: Vec<String> = hrefs.collect();
    let present: Vec<String> = files
        .keys()
        .filter(|it| *it != "imsmanifest.xml")
        .cloned()
        .collect();
    assert_eq!(
        listed, present,
        "each file is listed once, and each that is listed is there"
    );
}

fn metadata_of(standard: Standard) -> &'static str {
    match standard {
        Standard::Scorm12 => "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
        _ => "http://ltsc.ieee.org/xsd/LOM",
    }
}

#[test]
fn scorm_12() {
    check_scorm(
        Standard::Scorm12,
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "http://www.adlnet.org/xsd/adlcp_rootv1p2",
        "1.2",
        "scormtype",
    );
}

#[test]
fn scorm_2004() {
    check_scorm(
        Standard::Scorm2004,
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        "http://www.adlnet.org/xsd/adlcp_v1p3",
        "2004 4th Edition",
        "scormType",
    );
    // Without these a platform makes a pass of its own from a course that says nothing of passing.
    let (_, files) = made(Standard::Scorm2004);
    let manifest = text(&files, "imsmanifest.xml");
    let controls = "completionSetByContent=\"true\" objectiveSetByContent=\"true\"";
    assert!(manifest.contains(controls));
}

#[test]
fn cmi5_and_tin_can() {
    let (_, files) = made(Standard::Xapi);
    let is_uuid = |id: &str| {
        let digits = id.strip_prefix("urn:uuid:").unwrap_or_default();
        let groups: Vec<usize> = digits.split('-').map(str::len).collect();
        groups == [8, 4, 4, 4, 12] && digits.chars().all(|it| it == '-' || it.is_ascii_hexdigit())
    };
    let cmi5 = Document::parse(text(&files, "cmi5.xml")).expect("well-formed XML");
    let whole = cmi5.root_element();
    let namespace = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";
    assert!(whole.has_tag_name((namespace, "courseStructure")));
    let parts = children(whole, &["course", "au"]);
    children(parts[0], &["title", "description"]);
    let unit = children(parts[1], &["title", "description", "url"]);
    let ids: Vec<&str> = parts.iter().filter_map(|it| it.attribute("id")).collect();
    assert!(ids.len() == 2 && ids[0] != ids[1] && ids.iter().all(|id| is_uuid(id)));
    for line in whole
        .descendants()
        .filter(|it| it.tag_name().name() == "langstring")
    {
        assert_eq!((line.attribute("lang"), said(line)), (Some("en-GB"), TITLE));
    }
    assert_eq!(said(unit[2]), "index.html");
    assert_eq!(parts[1].attribute("moveOn"), Some("Completed"));
    assert_eq!(parts[1].attribute("launchMethod"), Some("AnyWindow"));
    assert_eq!(parts[1].attribute("masteryScore"), None);

    let tincan = Document::parse(text(&files, "tincan.xml")).expect("well-formed XML");
    assert!(
        tincan
            .root_element()
            .has_tag_name(("http://projecttincan.com/tincan.xsd", "tincan"))
    );
    let activities = children(tincan.root_element(), &["activities"]);
    let activity = children(activities[0], &["activity"])[0];
    assert!(activity.attribute("id").is_some_and(is_uuid));
    let parts = children(activity, &["name", "description", "launch"]);
    let texts: Vec<&str> = parts.iter().map(|it| said(*it)).collect();
    assert_eq!(texts, [TITLE, TITLE, "index.html"]);
    assert!(
        activity
            .attribute("type")
            .is_some_and(|it| it.starts_with("http://"))
    );

    let words: serde_json::Value = serde_json::from_str(text(&files, "course.json")).expect("JSON");
    for question in &CONTENT.pack.questions {
        let options = words["questions"][&question.id]
            .as_object()
            .expect("options");
        assert_eq!(options.len(), question.options.len() + 1);
    }
}

#[test]
fn a_package_is_whole_and_asks_nothing_of_any_site() {
    for standard in Standard::ALL {
        let (bytes, files) = made(standard);
        assert!(bytes.starts_with(b"PK"));
        for (path, bytes) in &files {
            assert!(!path.contains("..") && !path.starts_with('/') && !path.contains('\\'));
            let Some(folder) = path.strip_suffix("index.html") else {
                continue;
            };
            let page = std::str::from_utf8(bytes).expect("UTF-8");
            let outside = page.replace("http://www.w3.org/2000/svg", "");
            for word in ["://", "canonical", "og:", "twitter:", "serviceWorker", "{{"] {
                assert!(!outside.contains(word), "{path}: {word}");
            }
            for attribute in [
                "href=\"",
                "src=\"",
                "data-app=\"",
                "data-wasm=\"",
                "data-pack=\"",
                "data-whole-app=\"",
                "data-whole-wasm=\"",
                "data-whole-pack=\"",
                "data-adapter=\"",
            ] {
                for part in page.split(attribute).skip(1) {
                    let link = part.split(['"', '#']).next().unwrap_or_default();
                    // What boot.js fetches lies beside it.
                    let folder = if attribute.starts_with("data") {
                        ""
                    } else {
                        folder
                    };
                    assert!(
                        link.is_empty() || leads(folder, link, &files),
                        "{path}: {link}"
                    );
                }
            }
        }
        let home = text(&files, "index.html");
        assert!(home.contains(&format!("data-course=\"{}\"", standard.name())));
        assert_eq!(home.matches("data-adapter").count(), 1);
        assert!(!home.contains("data-frame"));
        assert_eq!(home.matches("id=\"disconnected\"").count(), 1);
        assert!(!text(&files, "about/index.html").contains("data-adapter"));
        for script in ["scorm.js", "xapi.js", "course.js"]
            .iter()
            .filter_map(|it| files.get(*it))
        {
            let script = std::str::from_utf8(script).expect("UTF-8");
            assert!(!script.contains("localStorage") && !script.contains("sessionStorage"));
        }
    }
}

/// Whether a relative link from a folder leads to one of the files.
fn leads(folder: &str, link: &str, files: &Files) -> bool {
    let mut parts: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    files.contains_key(&parts.join("/"))
}

#[test]
fn nothing_is_said_that_is_not_true_in_a_course() {
    let (_, files) = made(Standard::Scorm12);
    for app in ["form", "whole"] {
        let start = format!("{app}.pack-");
        let pack = files.iter().find(|(path, _)| path.starts_with(&start));
        let pack = Pack::from_bytes(pack.expect("the pack").1).expect("a sound pack");
        for phrase in Phrase::ALL {
            let sentence = pack.say(*phrase);
            let id = phrase.id_and_gaps().0;
            assert!(!sentence.contains("in this browser"), "{id}: {sentence}");
        }
    }
    for (path, bytes) in files
        .iter()
        .filter(|(path, _)| path.ends_with("index.html"))
    {
        let page = std::str::from_utf8(bytes).expect("UTF-8");
        for claim in ["in this browser.", "in your browser", "this site"] {
            let page = page.replace("nothing is kept in this browser", "");
            assert!(!page.contains(claim), "{path}: {claim}");
        }
    }
}
