//! Whether two units written in cells can be the same measure (`masukan.md` section 2: a per-cent
//! realisasi is checked against the target's unit).

use crate::base::text::match_key;

/// How two units compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// The same, or one spelling of it.
    Sama,
    /// Another word; offices write `dokumen` and `laporan` for one thing.
    LainKata,
    /// They cannot be the same measure: per cent and a count, months and days.
    Bertentangan,
}

/// Measures that differ by a factor when mixed up. What is in none of them is a count of things.
const UKURAN: [&[&str]; 7] = [
    &["%", "persen", "pct", "percent", "prosen"],
    &["hari", "hr", "hari kerja"],
    &["minggu", "pekan"],
    &["bulan", "bln"],
    &["tahun", "thn", "th"],
    &["jam"],
    &["menit"],
];

fn ukuran(satuan: &str) -> Option<usize> {
    UKURAN.iter().position(|words| words.contains(&satuan))
}

/// Compares the target's unit with the realisasi's.
pub fn banding(target: &str, realisasi: &str) -> Comparison {
    if target == realisasi {
        return Comparison::Sama;
    }
    let (a, b) = (match_key(target), match_key(realisasi));
    let (a, b) = (a.trim_end_matches('.'), b.trim_end_matches('.'));
    if a == b {
        return Comparison::Sama;
    }
    match (ukuran(a), ukuran(b)) {
        (Some(x), Some(y)) if x == y => Comparison::Sama,
        (None, None) => Comparison::LainKata,
        _ => Comparison::Bertentangan,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn per_cent_is_no_count_and_a_month_no_day() {
        assert_eq!(banding("%", "Persen"), Comparison::Sama);
        assert_eq!(banding("Dokumen", "dokumen "), Comparison::Sama);
        assert_eq!(banding("dokumen", "laporan"), Comparison::LainKata);
        assert_eq!(banding("dokumen", "%"), Comparison::Bertentangan);
        assert_eq!(banding("bulan", "hari"), Comparison::Bertentangan);
        assert_eq!(banding("bln.", "bulan"), Comparison::Sama);
    }
}
