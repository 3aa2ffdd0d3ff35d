//! Units and their sasaran.

use super::vocab::PredikatOrganisasi;
use super::{Field, State, Text};
use crate::base::figure::Decimal;
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
    /// Capaian kinerja organisasi as a figure; it is no predikat unless an agency's thresholds make it one.
    pub capaian: Field<Decimal>,
    /// The year it is of; empty = the assessed one.
    pub tahun_predikat: Field<u32>,
}

impl Unit {
    /// What a unit is called whose name others have, too: by the one above it.
    pub fn named_apart(name: &str, above: &str) -> Text {
        format!("{name} ({above})").into()
    }

    /// The name that a unit so called shares with others.
    pub fn shared_name<'n>(name: &'n str, above: &str) -> Option<&'n str> {
        name.strip_suffix(')')?.strip_suffix(above)?.strip_suffix(" (")
    }

    /// Takes the predikat that an agency's thresholds give for the capaian, where none is typed.
    pub fn rate_by_capaian(&mut self, predikat: impl FnOnce(Decimal) -> PredikatOrganisasi) {
        if let (State::Empty, Some(&capaian)) = (&self.predikat_organisasi.state, self.capaian.get()) {
            self.predikat_organisasi = Field::given(predikat(capaian), self.capaian.at);
        }
    }

    /// Predikat organisasi for an assessed year: of that year, or of the year before where this
    /// year's is late (6/2022 Lampiran p. 94 f). `None` where there is none, and for any other year.
    pub fn organisasi(&self, tahun: i16) -> Option<PredikatOrganisasi> {
        let of = self.of_year(tahun);
        let fits = of == Some(year(tahun)) || self.year_before(tahun);
        self.predikat_organisasi.get().copied().filter(|_| fits)
    }

    /// The year that the row is of, for an assessed one: empty is that one, and of a cell that cannot be read nothing is known.
    pub fn of_year(&self, tahun: i16) -> Option<u32> {
        match self.tahun_predikat.state {
            State::Empty => Some(year(tahun)),
            State::Given(of) => Some(of),
            State::Faulty => None,
        }
    }

    /// Whether the predikat organisasi is that of the year before.
    pub fn year_before(&self, tahun: i16) -> bool {
        self.tahun_predikat.get().is_some_and(|of| of + 1 == year(tahun))
    }
}

fn year(tahun: i16) -> u32 {
    u32::try_from(tahun).unwrap_or(0)
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
