//! Findings: what is wrong, where, why, and how to mend it (`keluaran.md` section 3).

mod code;
mod fact;

use std::borrow::Cow;
use std::sync::Arc;

use serde::Serialize;

pub use code::{Code, Level};
pub use fact::{About, Fact, Noted, Said, say};

use crate::base::origin::Origin;

/// A finding. Fields that do not apply are left out of the JSON.
#[derive(Debug, Clone, Serialize)]
pub struct Finding {
    /// Code: family and three digits, `KAS002`. Never changes its meaning.
    pub kode: &'static str,
    /// Level.
    pub level: Level,
    /// What is wrong, one plain sentence.
    pub message: String,
    /// How to mend it.
    pub advice: Arc<str>,
    /// Why: the pasal, or the contract where no law speaks.
    pub acuan: Cow<'static, str>,
    /// File.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<Arc<str>>,
    /// Sheet; a CSV has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet_name: Option<Arc<str>>,
    /// Cell, A1 style.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// Column as the file writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<Arc<str>>,
    /// Value as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nilai: Option<String>,
    /// What was expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<Arc<str>>,
    /// The person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nip: Option<Arc<str>>,
    /// The RHK.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kode_rhk: Option<Arc<str>>,
    /// The unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_kerja: Option<Arc<str>>,
    /// The cell, for links and notes.
    #[serde(skip)]
    pub at: Option<Origin>,
}
