//! The styles of a workbook with those of the marked cells behind them: each is the style that the cell had, with
//! the fill of its level. Nothing that was there changes its number.

use std::collections::BTreeMap;

use super::LeftOut;
use super::edits::{Edit, Element, edited, elements, within};
use crate::base::ids::{index, short};
use crate::base::own::{COVERING_FILLS, LEVEL_FILLS};
use crate::base::tags::TagKind;
use crate::finding::Level;
use crate::report::workbook::level_fill;

/// Styles a workbook can have (Excel's limit is 65,490).
const STYLES_AT_MOST: usize = 64_000;

/// Elements around the colour of a fill.
const DEEP: usize = 4;

/// What stands in a styles part, in this order, as far as it matters where something is missing.
const ORDER: [&str; 6] = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"];

/// The smallest styles part there is, for a workbook without one.
const EMPTY: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">",
    "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>",
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>",
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>",
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>",
    "<cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs>",
    "</styleSheet>"
);

/// Fills of which a part without any has to have two before ours.
const FIRST_FILLS: [&str; 2] = ["none", "gray125"];

/// A styles part, and the numbers of the styles that were asked for.
#[derive(Debug)]
pub struct StylePart {
    /// The part.
    pub text: Vec<u8>,
    /// The style that is the first one with the fill of a level, or without ours.
    pub numbers: BTreeMap<(u32, Option<Level>), u32>,
}

/// What a cell shows behind its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    Nothing,
    /// The mark of an earlier run.
    Marked(OldFill),
    /// A colour that somebody gave.
    Given,
}

/// The fill of an earlier run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OldFill {
    /// Its level.
    pub level: Level,
    /// Whether there was something below it, which nobody knows any more.
    pub covers: bool,
}

impl OldFill {
    fn of(rgb: u32) -> Option<Self> {
        let levels = [Level::Galat, Level::Peringatan, Level::Catatan];
        levels.into_iter().find_map(|level| {
            let covers = rgb == covering_fill(level);
            (covers || rgb == level_fill(level)).then_some(Self { level, covers })
        })
    }
}

/// The styles with the fill of an earlier run.
pub fn marked_earlier(part: &[u8]) -> BTreeMap<u32, OldFill> {
    let is_there = |rgb: &u32| memchr::memmem::find(part, format!("{rgb:06X}").as_bytes()).is_some();
    let all = LEVEL_FILLS
        .iter()
        .chain(&COVERING_FILLS)
        .any(is_there)
        .then(|| elements(part, DEEP));
    let Some(all) = all.flatten() else {
        return BTreeMap::new();
    };
    let there = Additions::new(part, &all);
    let numbered = (0..).zip(there.members("cellXfs", "xf"));
    numbered
        .filter_map(|(n, xf)| match there.ground(xf) {
            Ground::Marked(fill) => Some((n, fill)),
            Ground::Nothing | Ground::Given => None,
        })
        .collect()
}

/// Adds the styles that are `wanted`, in order. `highest`: the highest number that a cell names; where there is no such
/// style it must not become one of ours.
pub fn extend(old: Option<&[u8]>, wanted: &[(u32, Option<Level>)], highest: u32) -> Result<StylePart, LeftOut> {
    let broken = LeftOut::Odd("bagian gayanya rusak");
    let text = old.unwrap_or(EMPTY.as_bytes());
    let all = elements(text, DEEP).ok_or(broken)?;
    if all[0].tag.kind == TagKind::Empty {
        return extend(None, wanted, highest);
    }
    let mut new = Additions::new(text, &all);
    let numbers = new.styles(wanted, highest)?;
    let mut edits = Vec::new();
    new.list(&mut edits, "fonts", &new.fonts, "");
    let first = FIRST_FILLS.map(|kind| new.fill(kind, None)).concat();
    new.list(&mut edits, "fills", &new.fills, &first);
    new.list(&mut edits, "cellXfs", &new.styles, &new.plain_style());
    Ok(StylePart {
        text: edited(text, edits)?,
        numbers,
    })
}

struct Additions<'a> {
    text: &'a [u8],
    all: &'a [Element<'a>],
    prefix: String,
    fills: Vec<String>,
    fonts: Vec<String>,
    styles: Vec<String>,
}

impl<'a> Additions<'a> {
    fn new(text: &'a [u8], all: &'a [Element<'a>]) -> Self {
        Self {
            text,
            all,
            prefix: all.first().map(Element::prefix).unwrap_or_default(),
            fills: Vec::new(),
            fonts: Vec::new(),
            styles: Vec::new(),
        }
    }

    fn list_of(&self, name: &str) -> Option<&'a Element<'a>> {
        self.all.iter().find(|e| e.depth == 1 && e.is(name))
    }

    /// What stands in a list.
    fn members(&self, list: &str, member: &str) -> Vec<&'a Element<'a>> {
        let Some(list) = self.list_of(list) else { return Vec::new() };
        let inside = within(self.all, list).iter();
        inside.filter(|e| e.depth == 2 && e.is(member)).collect()
    }

    /// What stands behind the letters of a style.
    fn ground(&self, style: &Element<'_>) -> Ground {
        let number = style.tag.attribute(b"fillId").and_then(|n| n.trim().parse::<usize>().ok());
        let fills = self.members("fills", "fill");
        let Some(fill) = number.and_then(|n| fills.get(n)) else {
            return Ground::Nothing;
        };
        let inside = within(self.all, fill);
        let is_plain = |e: &Element<'_>| e.is("patternFill") && matches!(e.tag.attribute(b"patternType"), None | Some("none"));
        if inside.iter().skip(1).all(is_plain) {
            return Ground::Nothing;
        }
        let colour = inside.iter().find(|e| e.is("fgColor")).and_then(|e| e.tag.attribute(b"rgb"));
        let digits = colour.and_then(|rgb| rgb.get(rgb.len().saturating_sub(6)..));
        let rgb = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        rgb.and_then(OldFill::of).map_or(Ground::Given, Ground::Marked)
    }

    /// The number of a fill that is none; `first`: the number of the first new one.
    fn no_fill(&mut self, first: usize) -> usize {
        let fills = self.members("fills", "fill");
        let is_none = |fill: &&Element<'_>| {
            let inside = within(self.all, fill).iter();
            let mut kinds = inside.skip(1).map(|e| e.tag.attribute(b"patternType"));
            kinds.next() == Some(Some("none")) && kinds.next().is_none()
        };
        fills.iter().position(is_none).unwrap_or_else(|| {
            self.fills.push(self.fill("none", None));
            first + self.fills.len() - 1
        })
    }

    fn styles(&mut self, wanted: &[(u32, Option<Level>)], highest: u32) -> Result<BTreeMap<(u32, Option<Level>), u32>, LeftOut> {
        let (there, fonts) = (self.members("cellXfs", "xf"), self.members("fonts", "font"));
        // A part without any gets the plain one first.
        let plain = there.len().max(1);
        let count = plain.max(index(highest) + 1);
        if count + wanted.len() > STYLES_AT_MOST {
            return Err(LeftOut::Odd("gaya selnya sudah sebanyak yang dapat ditampung Excel"));
        }
        let first = there.first().map_or_else(|| self.plain_style(), |xf| self.written(xf));
        self.styles.extend(std::iter::repeat_n(first, count - plain));
        let fills = self.members("fills", "fill").len();
        let first_fill = if self.list_of("fills").is_some() {
            fills
        } else {
            FIRST_FILLS.len()
        };
        let mut fill_of: BTreeMap<Option<(Level, bool)>, usize> = BTreeMap::new();
        let mut font_of: BTreeMap<usize, Option<usize>> = BTreeMap::new();
        let mut numbers = BTreeMap::new();
        for (i, &(base, level)) in wanted.iter().enumerate() {
            let style = there.get(index(base)).or(there.first());
            let font = style
                .and_then(|xf| xf.tag.attribute(b"fontId")?.trim().parse::<usize>().ok())
                .unwrap_or(0);
            let dark = level.and_then(|_| {
                *font_of.entry(font).or_insert_with(|| {
                    self.fonts.push(self.darkened(fonts.get(font)?)?);
                    Some(fonts.len() + self.fonts.len() - 1)
                })
            });
            let ground = style.map_or(Ground::Nothing, |xf| self.ground(xf));
            let covers = match ground {
                Ground::Nothing => dark.is_some(),
                Ground::Marked(fill) => fill.covers || dark.is_some(),
                Ground::Given => true,
            };
            let fill = *fill_of.entry(level.map(|level| (level, covers))).or_insert_with(|| {
                let Some(level) = level else {
                    return self.no_fill(first_fill);
                };
                let colour = if covers { covering_fill(level) } else { level_fill(level) };
                self.fills.push(self.fill("solid", Some(colour)));
                first_fill + self.fills.len() - 1
            });
            let style = style.map_or_else(|| self.plain_style(), |xf| self.written(xf));
            self.styles.push(with_fill(&style, fill, dark)?);
            numbers.insert((base, level), short(count + i));
        }
        Ok(numbers)
    }

    fn written(&self, element: &Element<'_>) -> String {
        String::from_utf8_lossy(&self.text[element.whole.clone()]).into_owned()
    }

    fn plain_style(&self) -> String {
        let p = &self.prefix;
        format!("<{p}xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>")
    }

    fn fill(&self, pattern: &str, colour: Option<u32>) -> String {
        let p = &self.prefix;
        let colours = colour.map_or_else(String::new, |rgb| {
            format!("<{p}fgColor rgb=\"FF{rgb:06X}\"/><{p}bgColor indexed=\"64\"/>")
        });
        format!("<{p}fill><{p}patternFill patternType=\"{pattern}\">{colours}</{p}patternFill></{p}fill>")
    }

    /// A font with black letters, where the font's own are too light to be read on the fill of a level: the
    /// white ones of a header on dark ground.
    fn darkened(&self, font: &Element<'_>) -> Option<String> {
        let colour = within(self.all, font).iter().find(|e| e.is("color"))?;
        if !is_light(colour) {
            return None;
        }
        let shifted = colour.whole.start - font.whole.start..colour.whole.end - font.whole.start;
        let black = Edit::replace(shifted, format!("<{}color rgb=\"FF000000\"/>", colour.prefix()));
        let dark = edited(&self.text[font.whole.clone()], vec![black]).ok()?;
        Some(String::from_utf8_lossy(&dark).into_owned())
    }

    /// Puts new members behind those of a list; where there is no list, one that begins with `first`.
    fn list(&self, edits: &mut Vec<Edit>, name: &str, new: &[String], first: &str) {
        if new.is_empty() {
            return;
        }
        let p = &self.prefix;
        if let Some(list) = self.list_of(name) {
            let member = within(self.all, list).iter().filter(|e| e.depth == 2);
            let first = if member.clone().next().is_none() { first } else { "" };
            let count = member.count() + new.len() + usize::from(!first.is_empty());
            if list.tag.value_of(b"count").is_some() {
                edits.push(Edit::attribute(&list.tag, "count", &count.to_string()));
            }
            edits.push(list.append(&format!("{first}{}", new.concat())));
            return;
        }
        let place = ORDER.iter().position(|n| *n == name).unwrap_or(ORDER.len());
        let before = |e: &Element<'_>| ORDER.iter().take(place).any(|n| e.is(n));
        let list = format!("<{p}{name}>{first}{}</{p}{name}>", new.concat());
        edits.push(match self.all.iter().rev().find(|e| e.depth == 1 && before(e)) {
            Some(before) => Edit::insert(before.whole.end, list),
            None => self.all[0].prepend(&list),
        });
    }
}

const fn covering_fill(level: Level) -> u32 {
    let [galat, peringatan, catatan] = COVERING_FILLS;
    match level {
        Level::Galat => galat,
        Level::Peringatan => peringatan,
        Level::Catatan => catatan,
    }
}

/// A style with another fill, and another font where one is given.
fn with_fill(style: &str, fill: usize, font: Option<usize>) -> Result<String, LeftOut> {
    let mut text = style.to_owned();
    let font = font.map(|n| [("fontId", n.to_string()), ("applyFont", "1".to_owned())]);
    let fill = [("fillId", fill.to_string()), ("applyFill", "1".to_owned())];
    for (name, value) in fill.into_iter().chain(font.into_iter().flatten()) {
        let all = elements(text.as_bytes(), 0).ok_or(LeftOut::Odd("bagian gayanya rusak"))?;
        let after = edited(text.as_bytes(), vec![Edit::attribute(&all[0].tag, name, &value)])?;
        text = String::from_utf8_lossy(&after).into_owned();
    }
    Ok(text)
}

/// Whether a colour is near white: by its figure, or as one of the palette or the theme.
fn is_light(colour: &Element<'_>) -> bool {
    if let Some(rgb) = colour.tag.attribute(b"rgb") {
        let digits = rgb.get(rgb.len().saturating_sub(6)..).unwrap_or_default();
        let n = u32::from_str_radix(digits, 16).unwrap_or(0);
        let [_, red, green, blue] = n.to_be_bytes().map(u32::from);
        return (red * 299 + green * 587 + blue * 114) / 1000 > 160;
    }
    let is = |name: &[u8], light: &[&str]| colour.tag.attribute(name).is_some_and(|v| light.contains(&v));
    // White and the light ground of the theme; white, bright green, yellow and cyan of the palette.
    is(b"theme", &["0", "2"]) || is(b"indexed", &["1", "3", "5", "7", "9", "11", "13", "15"])
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = "<styleSheet><fonts count=\"2\"><font><sz val=\"9\"/></font><font><b/><color theme=\"0\"/></font></fonts>\
        <fills count=\"2\"><fill/><fill/></fills><cellXfs count=\"2\"><xf fontId=\"0\" fillId=\"1\"/>\
        <xf fontId=\"1\"><alignment wrapText=\"1\"/></xf></cellXfs><dxfs/></styleSheet>";

    fn text(styles: &StylePart) -> &str {
        std::str::from_utf8(&styles.text).unwrap()
    }

    #[test]
    fn a_marked_style_is_the_old_one_with_a_fill() {
        let styles = extend(
            Some(SMALL.as_bytes()),
            &[(1, Some(Level::Galat)), (0, Some(Level::Galat)), (0, Some(Level::Catatan))],
            1,
        )
        .unwrap();
        let expected = "<styleSheet><fonts count=\"3\"><font><sz val=\"9\"/></font><font><b/><color theme=\"0\"/></font>\
            <font><b/><color rgb=\"FF000000\"/></font></fonts><fills count=\"5\"><fill/><fill/>\
            <fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFC7D0\"/><bgColor indexed=\"64\"/></patternFill></fill>\
            <fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFC7CF\"/><bgColor indexed=\"64\"/></patternFill></fill>\
            <fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFDDEBF8\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>\
            <cellXfs count=\"5\"><xf fontId=\"0\" fillId=\"1\"/><xf fontId=\"1\"><alignment wrapText=\"1\"/></xf>\
            <xf applyFont=\"1\" applyFill=\"1\" fillId=\"2\" fontId=\"2\"><alignment wrapText=\"1\"/></xf>\
            <xf applyFill=\"1\" fontId=\"0\" fillId=\"3\"/><xf applyFill=\"1\" fontId=\"0\" fillId=\"4\"/></cellXfs><dxfs/></styleSheet>";
        assert_eq!(text(&styles), expected);
        let numbers: Vec<_> = styles.numbers.values().copied().collect();
        assert_eq!(numbers, [3, 4, 2]);

        // The next run knows its marks: that over nothing can go, the other stays, and so does what is marked anew.
        let covers = |part: &[u8]| -> Vec<(u32, bool)> {
            let marked = marked_earlier(part);
            marked.iter().map(|(n, fill)| (*n, fill.covers)).collect()
        };
        assert_eq!(covers(&styles.text), [(2, true), (3, false), (4, false)]);
        assert!(marked_earlier(SMALL.as_bytes()).is_empty());
        let wanted = [(4, None), (3, Some(Level::Catatan)), (2, Some(Level::Peringatan))];
        let again = extend(Some(&styles.text), &wanted, 4).unwrap();
        assert_eq!(again.numbers.values().copied().collect::<Vec<_>>(), [7, 6, 5]);
        assert!(
            text(&again).contains("<xf applyFill=\"1\" fontId=\"0\" fillId=\"5\"/></cellXfs>")
                || text(&again).contains("patternType=\"none\"")
        );
        assert_eq!(
            covers(&again.text),
            [(2, true), (3, false), (4, false), (6, false), (7, true)]
        );
    }

    #[test]
    fn lists_that_are_missing_are_made() {
        for old in [None, Some("<styleSheet/>"), Some("<styleSheet><fonts/><dxfs/></styleSheet>")] {
            let styles = extend(old.map(str::as_bytes), &[(7, Some(Level::Peringatan))], 0).unwrap();
            assert_eq!(styles.numbers[&(7, Some(Level::Peringatan))], 1, "{old:?}");
            let all = elements(&styles.text, 2).unwrap();
            let of = |name| all.iter().filter(|e| e.depth == 2 && e.is(name)).count();
            assert_eq!(
                (of("fill"), of("xf")),
                (3, if old.is_some_and(|o| o.contains("fonts")) { 2 } else { 3 }),
                "{old:?}"
            );
            assert!(
                text(&styles).contains("<xf applyFill=\"1\"") || text(&styles).contains("fillId=\"2\""),
                "{old:?}"
            );
        }
        let far = extend(Some(SMALL.as_bytes()), &[(0, Some(Level::Galat))], 4).unwrap();
        assert_eq!(
            far.numbers[&(0, Some(Level::Galat))],
            5,
            "a number that a cell names, and that is none, stays none of ours"
        );
        assert!(text(&far).contains("<cellXfs count=\"6\">"));
        assert!(extend(Some(b"<styleSheet>"), &[(0, Some(Level::Galat))], 0).is_err());
    }
}
