//! Units and their sasaran.

use super::vocab::PredikatOrganisasi;
use super::{Field, Text};
use crate::base::origin::Origin;

/// A row of the `unit` table.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Cell of the name.
    pub at: Origin,
    /// Name as written (blanks cleaned).
    pub unit_kerja: Text,
    /// The unit above.
    pub unit_induk: Option<Text>,
    /// NIP of its head.
    pub nip_pimpinan: Field<Text>,
    /// Predikat kinerja organisasi.
    pub predikat_organisasi: Field<PredikatOrganisasi>,
}

/// A row of the `sasaran` table (perjanjian kinerja / renstra).
#[derive(Debug, Clone)]
pub struct Sasaran {
    /// Cell of the code.
    pub at: Origin,
    /// Code.
    pub kode: Text,
    /// The unit it belongs to.
    pub unit_kerja: Text,
    /// Text.
    pub sasaran: Text,
    /// Indicator, target and satuan as written; empty where not given.
    pub indikator: Text,
    /// Target as written.
    pub target: Text,
    /// Satuan as written.
    pub satuan: Text,
}
