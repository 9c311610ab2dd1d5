//! The two poles' marks, which never change shape, place or meaning: client round and warm,
//! customer square and cool, both half round and half square.

use yew::prelude::*;

use crate::model::Verdict;

/// Half of a circle of radius 9 at the left, half of a square at the right.
const LEFT_HALF: &str = "M0-9a9 9 0 0 0 0 18z";
const RIGHT_HALF: &str = "M0-8H8V8H0Z";

fn framed(inside: Html) -> Html {
    html! {
        <svg class="mark" viewBox="-10 -10 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            { inside }
        </svg>
    }
}

/// The client's mark.
pub fn client() -> Html {
    framed(figure(1))
}

/// The customer's mark.
pub fn customer() -> Html {
    framed(figure(-1))
}

/// The mark of both.
pub fn both() -> Html {
    framed(figure(0))
}

/// The mark of a place on the scale: positive is client, negative customer.
pub fn of(place: i32) -> Html {
    framed(figure(place))
}

/// The mark of a verdict: that of its side, or an empty place where there is none.
pub(super) fn of_verdict(verdict: Verdict) -> Html {
    verdict.side().map_or_else(none, of)
}

/// An empty place: no mark of either pole.
pub(super) fn none() -> Html {
    framed(html! { <path class="none" d="M-7 0H7" /> })
}

/// The mark of a verdict that also says which of two people marks are of: filled, or an outline.
pub(super) fn legend(verdict: Verdict, is_outline: bool) -> Html {
    let class = if is_outline { "theirs" } else { "" };
    let mark = |side| framed(html! { <g {class}>{ shape(side, is_outline) }</g> });
    verdict.side().map_or_else(none, mark)
}

/// The mark of a place within a drawing, about its origin; an outline where it is not what the drawing is of.
pub fn shape(place: i32, outline: bool) -> Html {
    let class = if outline { "outline" } else { "" };
    html! { <g {class}>{ figure(place) }</g> }
}

fn figure(place: i32) -> Html {
    match place {
        1.. => html! { <circle class="client" r="9" /> },
        0 => html! {
            <>
                <path class="client" d={LEFT_HALF} />
                <path class="customer" d={RIGHT_HALF} />
            </>
        },
        _ => html! { <rect class="customer" x="-8" y="-8" width="16" height="16" /> },
    }
}
