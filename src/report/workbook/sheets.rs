//! The sheets of the report, their order, and `--lembar`, which chooses among them.

use crate::model::kalibrasi;

crate::base::ids::listed! {
    /// A sheet of the report (the input sheets count as one choice), in the order in which they stand in the workbook.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum ReportSheet {
        /// What, when, which rules, counts, charts.
        Summary,
        /// A row per pegawai.
        Hasil,
        /// A row per indicator.
        Details,
        /// A row per unit, rolled up along the unit induk.
        Unit,
        /// Counts against the bounds of the law.
        Distribusi,
        /// Nine boxes with names.
        Kuadran,
        /// Ratings to be changed, with what that makes of each group.
        Kalibrasi,
        /// The cascade as an outline.
        Kaskade,
        /// Matriks peran hasil, one block per leader.
        Matriks,
        /// All findings.
        Temuan,
        /// Not scored, by whom it waits for.
        Unrated,
        /// The input sheets as read, annotated.
        Masukan,
        /// Parameters with acuan and keyakinan.
        Aturan,
        /// Inputs, hashes, version, command line.
        Jejak,
    }
}

/// A name in `--lembar` that is no sheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("lembar \"{nama}\" tidak dikenal; yang ada: {}", ReportSheet::daftar())]
pub struct UnknownSheet {
    /// As typed.
    pub nama: String,
}

impl ReportSheet {
    /// What is handed in on paper: printed where nobody named sheets; `cetak` in `--lembar` is these.
    pub const PRINTED: [Self; 5] = [Self::Summary, Self::Hasil, Self::Unit, Self::Distribusi, Self::Unrated];

    /// Name of the sheet (of an input sheet: the first word of its name).
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Summary => "Ringkasan",
            Self::Hasil => "Hasil",
            Self::Details => "Rincian",
            Self::Unit => "Unit",
            Self::Distribusi => "Distribusi",
            Self::Kuadran => "Kuadran",
            Self::Kalibrasi => kalibrasi::SHEET,
            Self::Kaskade => "Kaskade",
            Self::Matriks => "Matriks",
            Self::Temuan => "Temuan",
            Self::Unrated => "Belum",
            Self::Masukan => "Masukan",
            Self::Aturan => "Aturan",
            Self::Jejak => "Jejak",
        }
    }

    /// Colour of its tab: what is signed, what explains, what is to be mended, what it came from.
    pub(in crate::report) const fn tab(self) -> u32 {
        match self {
            Self::Summary | Self::Hasil | Self::Unit | Self::Distribusi => 0x001F_3864,
            Self::Details | Self::Kuadran | Self::Kalibrasi | Self::Kaskade | Self::Matriks => 0x0054_8235,
            Self::Temuan | Self::Unrated => 0x00C0_0000,
            Self::Masukan | Self::Aturan | Self::Jejak => 0x007F_7F7F,
        }
    }

    /// Whether it is built in memory unless it is large: rows of a streamed sheet have no level in an outline, and a
    /// chart finds no figures on it.
    pub(super) const fn is_kept(self) -> bool {
        matches!(self, Self::Distribusi | Self::Kaskade)
    }

    /// The sheets that formulas on this one read.
    const fn reads(self) -> &'static [Self] {
        match self {
            Self::Hasil => &[Self::Details, Self::Aturan],
            Self::Unit => &[Self::Hasil, Self::Details, Self::Distribusi, Self::Aturan],
            Self::Distribusi => &[Self::Hasil, Self::Details, Self::Aturan],
            Self::Details | Self::Kalibrasi => &[Self::Aturan],
            _ => &[],
        }
    }

    /// These sheets and those that their formulas read, in order.
    pub fn with_sources(mut sheets: Vec<Self>) -> Vec<Self> {
        let more: Vec<Self> = sheets.iter().flat_map(|s| s.reads()).copied().collect();
        sheets.extend(more);
        sheets.sort_unstable();
        sheets.dedup();
        sheets
    }

    fn daftar() -> String {
        format!(
            "{}; cetak = {}",
            Self::ALL.map(|l| l.as_str().to_lowercase()).join(", "),
            Self::PRINTED.map(|l| l.as_str().to_lowercase()).join(", ")
        )
    }

    /// Reads `hasil,rincian` (any case, blanks allowed). Empty parts are passed over; nothing
    /// named means all sheets.
    ///
    /// # Errors
    /// [`UnknownSheet`] for a name that is no sheet.
    pub fn chosen(text: &str) -> Result<Vec<Self>, UnknownSheet> {
        let mut picked = Vec::new();
        for nama in text.split([',', ';']).map(str::trim).filter(|n| !n.is_empty()) {
            if nama.eq_ignore_ascii_case("cetak") {
                picked.extend(Self::PRINTED);
                continue;
            }
            let report_sheet = Self::ALL
                .into_iter()
                .find(|l| l.as_str().eq_ignore_ascii_case(nama))
                .ok_or_else(|| UnknownSheet { nama: nama.to_owned() })?;
            picked.push(report_sheet);
        }
        picked.sort_unstable();
        picked.dedup();
        Ok(if picked.is_empty() { Self::ALL.to_vec() } else { picked })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_any_case_and_kept_in_order() {
        assert_eq!(
            ReportSheet::chosen("rincian, HASIL").unwrap(),
            [ReportSheet::Hasil, ReportSheet::Details]
        );
        assert_eq!(ReportSheet::chosen("").unwrap(), ReportSheet::ALL);
        assert_eq!(ReportSheet::chosen("cetak,belum").unwrap(), ReportSheet::PRINTED);
        let error = ReportSheet::chosen("hasil,grafik").unwrap_err();
        assert!(
            error
                .to_string()
                .contains("\"grafik\" tidak dikenal; yang ada: ringkasan, hasil")
        );
    }
}
