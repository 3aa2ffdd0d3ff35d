//! What a colour is called. Nobody is rated by it: it is named so that the penilai can be asked what it means, and so that an
//! agency's table may say it.

use std::borrow::Cow;

use crate::input::Rgb;

/// Of one byte: from here on a colour is bright.
const BRIGHT: i32 = 0xC0;
/// Parts that differ by less are a grey.
const GREY: i32 = 12;

/// The name of a colour, as people call it; one that they would not agree on by its parts, `#663300`.
pub fn name(colour: Rgb) -> Cow<'static, str> {
    let parts = colour.parts().map(i32::from);
    let [red, green, blue] = parts;
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    let spread = most - least;
    if spread < GREY {
        return if most < 0x40 { "hitam" } else { "abu-abu" }.into();
    }
    // The place on the circle of colours, in degrees from red.
    let hue = if most == red {
        (60 * (green - blue) / spread + 360) % 360
    } else if most == green {
        120 + 60 * (blue - red) / spread
    } else {
        240 + 60 * (red - green) / spread
    };
    let name = match hue {
        0..15 | 345.. => "merah",
        15..42 if most >= BRIGHT => "jingga",
        42..70 if most >= BRIGHT => "kuning",
        70..170 => "hijau",
        170..255 => "biru",
        255..320 => "ungu",
        320..345 => "merah muda",
        _ => return format!("#{:06X}", colour.0).into(),
    };
    name.into()
}

/// Whatever else a table of words may call it: other words for the same, and how computers write it.
pub fn other_names(colour: Rgb) -> impl Iterator<Item = String> {
    let name = name(colour);
    let alike: &[&str] = match &*name {
        "jingga" => &["oranye", "oren"],
        "abu-abu" => &["abu abu", "abu"],
        "merah muda" => &["pink"],
        _ => &[],
    };
    let behind = format!("warna {name}");
    let hex = format!("#{:06X}", colour.0);
    alike.iter().map(|&word| word.to_owned()).chain([behind, hex])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_that_offices_have_at_hand() {
        for (colour, wanted) in [
            (0xC0_0000, "merah"),
            (0xFF_0000, "merah"),
            (0xFF_C7CE, "merah"),
            (0xFF_8080, "merah"),
            (0xED_7D31, "jingga"),
            (0xFC_E4D6, "jingga"),
            (0xFF_C000, "kuning"),
            (0xFF_FF00, "kuning"),
            (0xFF_EB9C, "kuning"),
            (0xFF_F2CC, "kuning"),
            (0x92_D050, "hijau"),
            (0x00_B050, "hijau"),
            (0xC6_EFCE, "hijau"),
            (0x37_5623, "hijau"),
            (0x00_FF00, "hijau"),
            (0x00_B0F0, "biru"),
            (0x00_70C0, "biru"),
            (0xDD_EBF7, "biru"),
            (0x70_30A0, "ungu"),
            (0xFF_99CC, "merah muda"),
            (0xD9_D9D9, "abu-abu"),
            (0x00_0000, "hitam"),
            (0x66_3300, "#663300"),
            (0x80_8000, "#808000"),
        ] {
            assert_eq!(name(Rgb(colour)), wanted, "{colour:06X}");
        }
    }
}
