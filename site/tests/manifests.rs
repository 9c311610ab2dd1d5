//! The manifests of course packages keep the rules of their schemas: ADL's and IMS's for SCORM 1.2 and 2004,
//! AICC's for cmi5, Rustici's for Tin Can.

mod sample;

use std::collections::BTreeSet;

use clientele_site::package::Standard;
use roxmltree::{Document, Node};
use sample::{CONTENT, TITLE, made, text};

/// The child elements, which have to be these and in this order.
fn children<'a>(node: Node<'a, 'a>, names: &[&str]) -> Vec<Node<'a, 'a>> {
    let found: Vec<Node> = node.children().filter(Node::is_element).collect();
    let found_names: Vec<&str> = found.iter().map(|it| it.tag_name().name()).collect();
    assert_eq!(found_names, names, "in <{}>", node.tag_name().name());
    found
}

fn said<'a>(node: Node<'a, 'a>) -> &'a str {
    node.text().unwrap_or_default().trim()
}

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
