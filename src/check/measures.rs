//! Units of measure as checks need them: which figures can be added up.

use crate::base::text::{clean, matched};

/// A satuan for comparing: lower case, single blanks, without a point at the end.
pub fn satuan(text: &str) -> String {
    matched(text).trim_end_matches('.').to_owned()
}

/// Whether any word of a text is one of those, in small letters.
fn any_word(text: &str, one_of: impl Fn(&str) -> bool) -> bool {
    matched(text).split(|c: char| !c.is_alphanumeric()).any(one_of)
}

/// Per cent, index, mark and the like: a state, not an amount. They are not summed over people or
/// months.
pub fn condition(written_satuan: &str) -> bool {
    written_satuan.contains('%')
        || any_word(written_satuan, |word| {
            matches!(
                word,
                "persen"
                    | "persentase"
                    | "prosentase"
                    | "indeks"
                    | "index"
                    | "nilai"
                    | "skor"
                    | "poin"
                    | "predikat"
                    | "level"
                    | "kategori"
                    | "rasio"
                    | "skala"
                    | "tingkat"
                    | "opini"
            )
        })
}

/// Whether an indicator says itself what its figure is: "Indeks …", "Nilai …", "Persentase …" (so the law's own forms,
/// PermenPANRB 6/2022 p. 190: "Indeks penyelesaian …" with target 90).
pub fn says_measure(indikator: &str) -> bool {
    let key = matched(indikator);
    let first = key.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // "Tingkat …" leaves open of what: per cent, a scale of 4, of 5.
    (first != "tingkat" && condition(first)) || first == "presentase"
}

/// Amounts of people, documents, activities: they add up. A span of time does not: three people
/// with 12 months each do not make 36.
pub fn summable(written_satuan: &str) -> bool {
    !clean(written_satuan).trim_end_matches('.').is_empty()
        && !condition(written_satuan)
        && !any_word(written_satuan, |word| {
            matches!(
                word,
                "hari" | "minggu" | "bulan" | "triwulan" | "semester" | "tahun" | "jam" | "menit"
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_indicator_may_say_what_its_figure_is() {
        for text in [
            "Indeks penyelesaian RPP",
            "Nilai Akuntabilitas",
            "Persentase serapan",
            "Presentase telaahan",
            "Skor SAKIP",
        ] {
            assert!(says_measure(text), "{text}");
        }
        for text in ["Tingkat kepuasan", "Jumlah dokumen", "Permohonan selesai", "Nilailah", ""] {
            assert!(!says_measure(text), "{text}");
        }
    }

    #[test]
    fn amounts_add_up_and_states_and_spans_do_not() {
        for text in ["Dokumen", "orang", "laporan ", "unit kerja"] {
            assert!(summable(text), "{text}");
        }
        for text in ["%", "Persen", "indeks SPBE", "Nilai", "bulan", "hari kerja", ""] {
            assert!(!summable(text), "{text}");
        }
    }
}
