//! The colours of the light theme as numbers, for what no style sheet reaches: cards, icons and the manifest.

/// The paper, behind everything.
pub(crate) const PAPER: &str = "#fcfaf6";
/// What is read.
pub(crate) const INK: &str = "#241b13";
/// What is read second.
pub(crate) const SOFT: &str = "#50453d";
/// Lines that part.
pub(crate) const LINE: &str = "#d5d0c8";
/// The client's mark.
pub(crate) const CLIENT: &str = "#c1552c";
/// The customer's mark.
pub(crate) const CUSTOMER: &str = "#00717c";

#[cfg(test)]
mod tests {
    use super::*;
    use clientele::export::THEMED;

    const TOKENS: &str = include_str!("../../style/first/1-tokens.css");
    const ICON: &str = include_str!("../../static/icon.svg");

    /// What a name stands for where it is defined first.
    fn value(name: &str) -> &'static str {
        let defined = TOKENS.split_once(&format!("\n  {name}: "));
        let (_, rest) = defined.unwrap_or_else(|| panic!("{name} is not defined"));
        rest.split(';').next().unwrap_or_default()
    }

    /// A name's colour in the light theme, which stands first, as an sRGB number.
    fn in_numbers(name: &str) -> String {
        let (_, rest) = value(name).split_once("oklch(").expect("a colour");
        let said = rest.split(')').next().unwrap_or_default();
        let said: Vec<f64> = said.split(' ').filter_map(|it| it.parse().ok()).collect();
        let [lightness, chroma, hue] = said[..] else {
            panic!("three numbers for {name}, not {said:?}");
        };
        let (b, a) = hue.to_radians().sin_cos();
        let (a, b) = (chroma * a, chroma * b);
        // By CSS Color 4: from Oklab to the cones' answers, to linear light, to sRGB.
        let cone = |by_a: f64, by_b: f64| (lightness + by_a * a + by_b * b).powi(3);
        let long = cone(0.396_337_777_4, 0.215_803_757_3);
        let middle = cone(-0.105_561_345_8, -0.063_854_172_8);
        let short = cone(-0.089_484_177_5, -1.291_485_548);
        let linear = [
            4.076_741_662_1 * long - 3.307_711_591_3 * middle + 0.230_969_929_2 * short,
            -1.268_438_004_6 * long + 2.609_757_401_1 * middle - 0.341_319_396_5 * short,
            -0.004_196_086_3 * long - 0.703_418_614_7 * middle + 1.707_614_701 * short,
        ];
        let numbers = linear.map(|light| {
            let light = light.clamp(0.0, 1.0);
            let seen = if light > 0.003_130_8 {
                1.055 * light.powf(1.0 / 2.4) - 0.055
            } else {
                12.92 * light
            };
            let apart = |number: &u8| (f64::from(*number) - 255.0 * seen).abs();
            let nearest = (0..=255).min_by(|one, other| apart(one).total_cmp(&apart(other)));
            format!("{:02x}", nearest.unwrap_or_default())
        });
        format!("#{}", numbers.concat())
    }

    #[test]
    fn are_those_of_the_style() {
        for (name, number) in [
            ("--paper", PAPER),
            ("--ink", INK),
            ("--soft", SOFT),
            ("--line", LINE),
            ("--client", CLIENT),
            ("--customer", CUSTOMER),
        ] {
            assert_eq!(in_numbers(name), number, "{name}");
        }
    }

    #[test]
    fn the_icon_has_those_of_the_poles() {
        let fills: Vec<&str> = ICON
            .split("fill=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert_eq!(fills, [CLIENT, CUSTOMER]);
    }

    #[test]
    fn what_pictures_name_is_defined() {
        for name in THEMED {
            assert_ne!(value(name), "", "{name}");
        }
    }
}
