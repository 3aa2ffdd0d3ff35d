//! Findings: what is wrong, where, why, and how to mend it (`keluaran.md` section 3).

mod code;
mod fact;

use std::borrow::Cow;
use std::sync::Arc;

pub use code::{Code, Level};
pub use fact::{About, Fact, Noted, Said, say};

use crate::base::origin::Origin;
use crate::base::text::Text;

/// Letters of a cell that a sentence quotes, at most.
pub const QUOTED: usize = 60;

/// Where findings are, in the words of the file: shared by all findings of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundPlace {
    /// File.
    pub file: Text,
    /// Sheet; a CSV has none.
    pub sheet_name: Option<Text>,
    /// Column as the file writes it.
    pub column: Option<Text>,
}

/// A finding. Files of strangers make them by the million, so what many have alike is shared, and what
/// follows from another field is not kept.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Code: family and three digits, `KAS002`. Never changes its meaning.
    pub kode: &'static str,
    /// Level.
    pub level: Level,
    /// What is wrong, one plain sentence.
    pub message: Box<str>,
    /// How to mend it.
    pub advice: Text,
    /// Why: the pasal, or the contract where no law speaks.
    pub acuan: Cow<'static, str>,
    /// File, sheet, column; `None` where the finding is about no file.
    pub place: Option<Arc<FoundPlace>>,
    /// Value as written.
    pub nilai: Option<Box<str>>,
    /// What was expected.
    pub expected: Option<Text>,
    /// The person.
    pub nip: Option<Text>,
    /// The RHK.
    pub kode_rhk: Option<Text>,
    /// The unit.
    pub unit_kerja: Option<Text>,
    /// The cell, for links and notes.
    pub at: Option<Origin>,
}

impl Finding {
    /// File.
    pub fn file(&self) -> Option<&str> {
        self.place.as_ref().map(|p| &*p.file)
    }

    /// Sheet; a CSV has none.
    pub fn sheet_name(&self) -> Option<&str> {
        self.place.as_ref().and_then(|p| p.sheet_name.as_deref())
    }

    /// Column as the file writes it.
    pub fn column(&self) -> Option<&str> {
        self.place.as_ref().and_then(|p| p.column.as_deref())
    }

    /// Cell, A1 style.
    pub fn cell(&self) -> Option<String> {
        self.at.map(Origin::a1)
    }
}
