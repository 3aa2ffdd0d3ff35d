//! What strikes out the text of an HTML table: an element made for it, a style of its own, or a class of the page's styles,
//! as Excel writes them.

use std::collections::HashSet;

use html5ever::LocalName;
use html5ever::tokenizer::Tag;

/// Bytes of the styles of a page that are looked at.
pub(in crate::input) const STYLES: usize = 1 << 20;
const STROKE: &str = "line-through";

/// The strokes of a page being read.
#[derive(Default)]
pub struct Strokes {
    /// The element that began the stroke, and how many of its name are open inside it.
    open: Option<(LocalName, u32)>,
    /// Styles that are not looked through yet.
    styles: String,
    /// Classes with a stroke.
    classes: HashSet<Box<str>>,
}

impl Strokes {
    /// The text at hand is struck out.
    pub fn open(&self) -> bool {
        self.open.is_some()
    }

    /// More of the page's styles.
    pub fn style(&mut self, text: &str) {
        if self.styles.len() + text.len() <= STYLES {
            self.styles.push_str(text);
        }
    }

    /// Whether an element strikes out what is in it.
    pub fn by(&mut self, tag: &Tag) -> bool {
        if matches!(&*tag.name, "s" | "strike" | "del") {
            return true;
        }
        if !self.styles.is_empty() {
            let styles = std::mem::take(&mut self.styles);
            if styles.contains(STROKE) {
                self.classes.extend(rules_of(&styles, STROKE).map(|(class, _)| class));
            }
        }
        tag.attrs.iter().any(|a| match &*a.name.local {
            "style" => a.value.contains(STROKE),
            "class" => !self.classes.is_empty() && a.value.split_ascii_whitespace().any(|c| self.classes.contains(c)),
            _ => false,
        })
    }

    /// An element inside a cell begins.
    pub fn begin(&mut self, tag: &Tag) {
        if let Some((name, depth)) = &mut self.open {
            *depth += u32::from(*name == tag.name);
        } else if !matches!(&*tag.name, "br" | "hr" | "img") && self.by(tag) {
            self.open = Some((tag.name.clone(), 1));
        }
    }

    /// An element ends.
    pub fn close(&mut self, name: &LocalName) {
        if let Some((open, depth)) = &mut self.open
            && open == name
        {
            *depth -= 1;
            if *depth == 0 {
                self.open = None;
            }
        }
    }

    /// A cell ends, and with it every stroke.
    pub fn end(&mut self) {
        self.open = None;
    }
}

/// The classes of a style sheet, each with what a rule says of it, where that names a property or its value.
pub(in crate::input) fn rules_of<'s>(styles: &'s str, wanted: &'s str) -> impl Iterator<Item = (Box<str>, &'s str)> {
    styles
        .split('}')
        .filter_map(|rule| rule.split_once('{'))
        .filter(move |(_, says)| says.contains(wanted))
        .flat_map(|(names, says)| names.split(',').map(move |name| (name, says)))
        .filter_map(|(selector, says)| {
            // The last part of a selector is what it styles.
            let (_, class) = selector.trim().rsplit([' ', '>']).next()?.rsplit_once('.')?;
            Some((class.split(':').next().unwrap_or(class).into(), says))
        })
}
