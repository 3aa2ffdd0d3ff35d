//! A finding, wherever findings are listed.

use schemars::JsonSchema;
use serde::Serialize;

use super::MaskedWords;
use crate::base::text::Text;
use crate::finding::Finding;
use crate::report::mask::Mask;

/// A finding; fields that do not apply are left out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FindingView<'a> {
    kode: &'a str,
    /// `galat`, `peringatan`, `catatan`
    tingkat: &'static str,
    pesan: MaskedWords<'a>,
    saran: MaskedWords<'a>,
    acuan: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    berkas: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lembar: Option<MaskedWords<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sel: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kolom: Option<MaskedWords<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nilai: Option<MaskedWords<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    harapan: Option<MaskedWords<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nip: Option<MaskedWords<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kode_rhk: Option<MaskedWords<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit_kerja: Option<MaskedWords<'a>>,
}

impl<'a> FindingView<'a> {
    /// The view of a finding.
    pub fn new(f: &'a Finding, mask: &'a Mask) -> Self {
        let prose = |t: &'a Option<Text>| t.as_deref().map(|t| mask.text(t));
        Self {
            kode: f.kode,
            tingkat: f.level.as_str(),
            pesan: mask.text(&f.message),
            saran: mask.text(&f.advice),
            acuan: &f.acuan,
            berkas: f.file(),
            lembar: f.sheet_name().map(|t| mask.text(t)),
            sel: f.cell(),
            kolom: f.column().map(|t| mask.text(t)),
            nilai: f.nilai.as_deref().map(|t| mask.text(t)),
            harapan: f.expected.as_deref().map(|t| mask.text(t)),
            nip: f.nip.as_deref().map(|n| mask.nip(n)),
            kode_rhk: f.kode_rhk.as_deref().map(|t| mask.text(t)),
            unit_kerja: prose(&f.unit_kerja),
        }
    }
}
