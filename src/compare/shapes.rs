//! The shapes of a comparison's charts, as outlines: the page draws them, and so does the picture.

use crate::model::Group;

/// How many points of the score share a column.
const STEP: i32 = 5;

/// How large the dots of the scores are.
struct Size {
    /// Half of how wide and high a dot is.
    radius: u32,
    /// How many points of the score lie between dots that don't cover one another on the narrowest screen.
    step: i32,
    /// So many at most stand one above the other.
    most: usize,
}

/// A few people are to be seen, too.
const LARGE: Size = Size {
    radius: 5,
    step: 9,
    most: 7,
};

/// Beyond, there are columns.
const SMALL: Size = Size {
    radius: 3,
    step: 5,
    most: 12,
};

/// Up to so many people may have large dots.
const FEW: u32 = 12;

/// How high the highest column is.
const HEIGHT: u32 = 84;

/// Where the axis of the scores is.
pub(crate) const AXIS: u32 = 100;

/// Up to so many people, each is a dot on every dimension.
const MOST_DOTS: u32 = 60;

/// How many dots stand beside one another, and how far apart.
const ROW: u32 = 6;
const PITCH: u32 = 8;

/// The positions in the order of the scale.
pub(crate) const POSITIONS: [i8; 5] = [2, 1, 0, -1, -2];

/// What is drawn at a score: where it is, and its outline.
type Heap = (i32, String);

/// The scores as dots, each at its very score and as low as there is room, or as columns where that would be too high.
pub(crate) fn heaps(scores: &[u32], edge: i32) -> Vec<Heap> {
    let is_few = scores.iter().sum::<u32>() <= FEW;
    let large = is_few.then(|| dotted(scores, edge, &LARGE));
    large
        .flatten()
        .or_else(|| dotted(scores, edge, &SMALL))
        .unwrap_or_else(|| columns(scores))
}

/// Dots, round or square as their side is; `None` where too many would stand one above the other.
fn dotted(scores: &[u32], edge: i32, size: &Size) -> Option<Vec<Heap>> {
    let mut heaps = Vec::new();
    // By row, from the lowest: the first score at which there is room again.
    let mut free: Vec<i32> = Vec::new();
    for (score, count) in (-100..).zip(scores).filter(|(_, count)| **count > 0) {
        let mut drawn = String::new();
        for _ in 0..*count {
            let row = free.iter().position(|from| *from <= score);
            let row = row.unwrap_or(free.len());
            if row == size.most {
                return None;
            }
            if row == free.len() {
                free.push(score);
            }
            free[row] = score + size.step;
            let pitch = 2 * size.radius + 1;
            let foot = AXIS - 3 - pitch * u32::try_from(row).unwrap_or(0);
            dot(&mut drawn, (0, foot), size.radius, score >= edge);
        }
        heaps.push((score, drawn));
    }
    Some(heaps)
}

/// Columns of scores that go to the place towards the middle, so that nobody is drawn beyond an edge that they have not
/// reached. The one in the middle takes from either side, so it is as much wider and lower: its area says how many there are.
fn columns(scores: &[u32]) -> Vec<Heap> {
    let mut places: Vec<(i32, u64)> = Vec::new();
    for (score, count) in (-100..).zip(scores).filter(|(_, count)| **count > 0) {
        let place = score / STEP * STEP;
        match places.last_mut() {
            Some((last, sum)) if *last == place => *sum += u64::from(*count),
            _ => places.push((place, u64::from(*count))),
        }
    }
    let width = |place: i32| if place == 0 { 9 } else { 5_u64 };
    // Both widths go into it.
    let high = |(place, count): &(i32, u64)| 45 * count / width(*place);
    let most = places.iter().map(high).max().unwrap_or(1).max(1);
    let drawn = places.iter().map(|column| {
        let wide = width(column.0);
        let height = (u64::from(HEIGHT) * high(column) / most).max(1).to_string();
        let left = if wide == 9 { "M-4.5" } else { "M-2.5" };
        let outline = [
            left,
            " 100v-",
            &height,
            "h",
            &wide.to_string(),
            "v",
            &height,
            "z",
        ];
        (column.0, outline.concat())
    });
    drawn.collect()
}

/// Which class of shape a place of the score has.
pub(crate) fn score_side(place: i32, edge: i32) -> &'static str {
    if place >= edge {
        "client"
    } else if place <= -edge {
        "customer"
    } else {
        "between"
    }
}

/// Adds a round or square dot with its foot at a point.
fn dot(drawn: &mut String, (x, foot): (i32, u32), radius: u32, is_round: bool) {
    let left = x - radius.cast_signed();
    let (middle, wide) = (foot - radius, 2 * radius);
    let outline = if is_round {
        format!(
            "{left} {middle}a{radius} {radius} 0 0 1 {wide} 0a{radius} {radius} 0 0 1-{wide} 0z"
        )
    } else {
        format!("{left} {middle}v-{radius}h{wide}v{wide}h-{wide}z")
    };
    drawn.push('M');
    drawn.push_str(&outline);
}

/// Whether a group is small enough for a dot for each person.
pub(crate) fn is_dotted(group: &Group) -> bool {
    group.people() <= MOST_DOTS
}

/// Where the axis is below a crowd of dots of which at most so many share a place.
pub(crate) fn crowd_axis(most: u32) -> u32 {
    (most.div_ceil(ROW) * PITCH).max(PITCH) + 4
}

/// Which class of shape a position has.
pub(crate) fn side(position: i8) -> &'static str {
    match position {
        1.. => "client",
        0 => "between",
        _ => "customer",
    }
}

/// A heap of dots on the axis, each row of it centred.
pub(crate) fn dots(count: u32, axis: u32, is_round: bool) -> String {
    let mut drawn = String::new();
    for at in 0..count {
        let (row, column) = (at / ROW, at % ROW);
        let in_row = (count - row * ROW).min(ROW);
        let pitch = PITCH.cast_signed();
        let x = pitch * column.cast_signed() - pitch * (in_row.cast_signed() - 1) / 2;
        dot(
            &mut drawn,
            (x, axis - 2 - row * PITCH),
            SMALL.radius,
            is_round,
        );
    }
    drawn
}

/// How many times its own size a mark has, so that its area stands for how many there are. The
/// largest is twice as large; sizes go by quarters.
pub(crate) fn size(count: u32, most: u32) -> String {
    let quarters = (64 * u64::from(count) / u64::from(most.max(1)))
        .isqrt()
        .max(1);
    let hundredths = quarters * 25;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
