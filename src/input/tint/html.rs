//! What colours a cell of an HTML table: an attribute made for it, a style of its own, or a class of the page's styles, as Excel
//! writes them.

use std::collections::HashMap;

use html5ever::tokenizer::Tag;

use super::Rgb;
use crate::input::strike::html::{STYLES, rules_of};

/// Properties that fill.
const FILL: &str = "background";

/// The words for colours that people write by hand.
const WORDS: [(&str, u32); 20] = [
    ("red", 0xFF_0000),
    ("darkred", 0x8B_0000),
    ("tomato", 0xFF_6347),
    ("pink", 0xFF_C0CB),
    ("orange", 0xFF_A500),
    ("gold", 0xFF_D700),
    ("yellow", 0xFF_FF00),
    ("lightyellow", 0xFF_FFE0),
    ("lime", 0x00_FF00),
    ("limegreen", 0x32_CD32),
    ("green", 0x00_8000),
    ("lightgreen", 0x90_EE90),
    ("blue", 0x00_00FF),
    ("lightblue", 0xAD_D8E6),
    ("purple", 0x80_0080),
    ("gray", 0x80_8080),
    ("grey", 0x80_8080),
    ("lightgray", 0xD3_D3D3),
    ("lightgrey", 0xD3_D3D3),
    ("silver", 0xC0_C0C0),
];

/// The fills of a page being read.
#[derive(Default)]
pub struct Fillings {
    /// Styles that are not looked through yet.
    styles: String,
    /// Classes with a fill.
    classes: HashMap<Box<str>, Rgb>,
}

impl Fillings {
    /// More of the page's styles.
    pub fn style(&mut self, text: &str) {
        if self.styles.len() + text.len() <= STYLES {
            self.styles.push_str(text);
        }
    }

    /// The fill that an element gives.
    pub fn by(&mut self, tag: &Tag) -> Option<Rgb> {
        if !self.styles.is_empty() {
            let styles = std::mem::take(&mut self.styles);
            if styles.contains(FILL) {
                let fills = rules_of(&styles, FILL).filter_map(|(class, says)| Some((class, declared(says)?)));
                self.classes.extend(fills);
            }
        }
        let mut by_class = None;
        let mut by_attribute = None;
        for a in &tag.attrs {
            match &*a.name.local {
                // What the element says itself stands above its class.
                "style" if a.value.contains(FILL) => return declared(&a.value),
                "bgcolor" => by_attribute = colour(&a.value),
                "class" if !self.classes.is_empty() => {
                    by_class = a.value.split_ascii_whitespace().find_map(|c| self.classes.get(c).copied());
                }
                _ => {}
            }
        }
        by_class.or(by_attribute)
    }
}

/// The fill of some declarations: "color:red;background:#92D050;mso-pattern:black none".
fn declared(style: &str) -> Option<Rgb> {
    style.split(';').find_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        let is_fill = matches!(name.trim(), "background" | "background-color");
        // A shorthand names the colour among other things.
        is_fill.then(|| colour(value).or_else(|| value.split_ascii_whitespace().find_map(colour)))?
    })
}

/// `#RRGGBB`, `#RGB`, `rgb(r, g, b)`, a word.
fn colour(text: &str) -> Option<Rgb> {
    let text = text.trim().trim_end_matches("!important").trim().to_ascii_lowercase();
    if let Some(inside) = text.strip_prefix("rgb").map(|t| t.trim_start_matches('a')) {
        let mut parts = inside
            .trim_matches(['(', ')'])
            .split([',', ' ', '/'])
            .filter(|p| !p.is_empty());
        let mut part = || parts.next()?.trim().parse::<u8>().ok();
        return Some(Rgb::of([part()?, part()?, part()?]));
    }
    if let Some(digits) = text.strip_prefix('#').filter(|d| d.len() == 3) {
        return Rgb::hex(&digits.chars().flat_map(|c| [c, c]).collect::<String>());
    }
    let word = WORDS.iter().find(|(word, _)| *word == text).map(|(_, c)| Rgb(*c));
    word.or_else(|| Rgb::hex(&text).filter(|_| text.starts_with('#') || text.len() == 6))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_as_pages_write_them() {
        for (text, wanted) in [
            ("#00B050", Some(0x00_B050)),
            ("#0f0", Some(0x00_FF00)),
            ("rgb(0, 176, 80)", Some(0x00_B050)),
            ("Yellow", Some(0xFF_FF00)),
            ("00B050", Some(0x00_B050)),
            ("transparent", None),
            ("rgb(1,2)", None),
        ] {
            assert_eq!(colour(text).map(|c| c.0), wanted, "{text}");
        }
        assert_eq!(
            declared("color:red; background:#92D050;mso-pattern:black none"),
            Some(Rgb(0x92_D050))
        );
        assert_eq!(declared("background: url(x.png) yellow"), Some(Rgb(0xFF_FF00)));
        assert_eq!(declared("color:red"), None);
    }
}
