//! Elements built by call rather than by `html!`, for pages of many small ones: charts and tables.
//! `html!` lays out every element's construction where it stands, which a visitor downloads once
//! for each; a call is a tenth of that. Text stays text: nothing here parses markup.

use yew::Html;
use yew::virtual_dom::{AttrValue, AttributeOrProperty, Attributes, Key, VNode, VTag, VText};

/// An element with these attributes, names and values in the same order.
#[inline(never)]
pub(super) fn el(
    tag: &'static str,
    keys: &'static [&'static str],
    values: &[&str],
    children: Vec<Html>,
) -> Html {
    let mut element = VTag::new(tag);
    let value = |value: &&str| {
        let value: AttrValue = (*value).to_owned().into();
        Some(AttributeOrProperty::Attribute(value))
    };
    element.set_attributes(Attributes::Dynamic {
        keys,
        values: values.iter().map(value).collect(),
    });
    element.add_children(children);
    element.into()
}

/// An element of a class with nothing but a text in it. What says something else is another element, for on a page that
/// the browser translates a text can't be changed where it is. Unless it is empty its key is tag and words, which
/// [`keyed`] replaces.
#[inline(never)]
pub(super) fn text(tag: &'static str, class: &str, words: &str) -> Html {
    let inside = vec![plain(words)];
    let element = if class.is_empty() {
        el(tag, &[], &[], inside)
    } else {
        el(tag, &["class"], &[class], inside)
    };
    if words.is_empty() {
        return element;
    }
    under(Key::from([tag, " ", words].concat()), element)
}

/// A text by itself.
#[inline(never)]
pub(super) fn plain(words: &str) -> Html {
    VText::new(words.to_owned()).into()
}

/// An element as a member of a list, by its key.
#[inline(never)]
pub(super) fn keyed(key: u32, element: Html) -> Html {
    under(Key::from(key), element)
}

#[inline(never)]
fn under(key: Key, element: Html) -> Html {
    match element {
        VNode::VTag(mut tag) => {
            std::rc::Rc::make_mut(&mut tag).key = Some(key);
            VNode::VTag(tag)
        }
        other => other,
    }
}

/// A straight line of a drawing.
#[inline(never)]
pub(super) fn line(class: &str, from: (&str, &str), to: (&str, &str)) -> Html {
    el(
        "line",
        &["class", "x1", "y1", "x2", "y2"],
        &[class, from.0, from.1, to.0, to.1],
        Vec::new(),
    )
}

/// A part of a drawing whose origin stands at a point.
#[inline(never)]
pub(super) fn placed(class: &str, x: &str, y: &str, child: Html) -> Html {
    el(
        "svg",
        &["class", "x", "y", "overflow"],
        &[class, x, y, "visible"],
        vec![child],
    )
}

/// A shape by its outline.
#[inline(never)]
pub(super) fn path(class: &str, d: &str) -> Html {
    el("path", &["class", "d"], &[class, d], Vec::new())
}

/// A drawing as wide as there is room, which says nothing that the text beside it doesn't say.
#[inline(never)]
pub(super) fn drawing(class: &str, height: &str, children: Vec<Html>) -> Html {
    el(
        "svg",
        &["class", "width", "height", "aria-hidden", "focusable"],
        &[class, "100%", height, "true", "false"],
        children,
    )
}

/// A part of the page under a heading of its own.
#[inline(never)]
pub(super) fn panel(class: &str, title: &str, children: Vec<Html>) -> Html {
    let mut all = vec![text("h2", "", title)];
    all.extend(children);
    el("section", &["class"], &[class], all)
}
