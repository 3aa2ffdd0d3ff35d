//! `status` as personnel lists write it: the contract's words, the kedudukan hukum of SIASN, and the
//! kind of employee where a list has no other column for it (`masukan.md` section 2b.8).

use super::word::{self, WordRead};
use crate::base::text::fold_words;
use crate::input::Value;
use crate::model::vocab::{StatusPegawai, Word};

/// What a cell of `status` gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusRead {
    /// The status.
    pub word: WordRead<StatusPegawai>,
    /// The kind of employee that it tells beside: `PNS`, `CPNS`, `PPPK`.
    pub kind: Option<&'static str>,
}

/// Folded words with the word of the contract that they mean.
const WORDS: [(&str, &str); 63] = [
    ("asn", "aktif"),
    ("pegawai", "aktif"),
    ("aktif bekerja", "aktif"),
    ("kedudukan hukum aktif", "aktif"),
    ("pusat", "aktif"),
    ("daerah", "aktif"),
    ("aktif bertugas", "aktif"),
    ("cuti", "aktif"),
    ("cuti tahunan", "aktif"),
    ("cuti besar", "aktif"),
    ("cuti sakit", "aktif"),
    ("cuti melahirkan", "aktif"),
    ("cuti bersalin", "aktif"),
    ("cuti alasan penting", "aktif"),
    ("cuti karena alasan penting", "aktif"),
    ("izin belajar", "aktif"),
    ("ijin belajar", "aktif"),
    ("hukuman disiplin", "aktif"),
    ("dalam hukuman disiplin", "aktif"),
    ("menjalani hukuman disiplin", "aktif"),
    ("kena hukuman disiplin", "aktif"),
    ("terkena hukuman disiplin", "aktif"),
    ("tb", "tugas_belajar"),
    ("tubel", "tugas_belajar"),
    ("tugas belajar aktif", "tugas_belajar"),
    ("aktif tugas belajar", "tugas_belajar"),
    ("pegawai tugas belajar", "tugas_belajar"),
    ("sedang tugas belajar", "tugas_belajar"),
    ("dpk", "penugasan_khusus"),
    ("dpb", "penugasan_khusus"),
    ("dpk dpb", "penugasan_khusus"),
    ("dipekerjakan", "penugasan_khusus"),
    ("diperbantukan", "penugasan_khusus"),
    ("penugasan", "penugasan_khusus"),
    ("cuti diluar tanggungan negara", "cltn"),
    ("cuti luar tanggungan negara", "cltn"),
    ("perpanjangan cltn", "cltn"),
    ("sedang cltn", "cltn"),
    ("mpp", "mpp"),
    ("masa persiapan pensiun", "mpp"),
    ("bebas tugas", "mpp"),
    ("masa bebas tugas", "mpp"),
    ("bebas tugas mpp", "mpp"),
    ("diberhentikan sementara", "diberhentikan_sementara"),
    ("berhenti sementara", "diberhentikan_sementara"),
    ("pemberhentian sementara", "diberhentikan_sementara"),
    ("pemberhentian sementara sebagai pns", "diberhentikan_sementara"),
    ("skorsing", "diberhentikan_sementara"),
    ("pejabat negara", "pejabat_negara"),
    ("diangkat menjadi pejabat negara", "pejabat_negara"),
    ("diangkat sebagai pejabat negara", "pejabat_negara"),
    ("bup", "pensiun"),
    ("pensiun bup", "pensiun"),
    ("batas usia pensiun", "pensiun"),
    ("mencapai bup", "pensiun"),
    ("mencapai batas usia pensiun", "pensiun"),
    ("pensiunan", "pensiun"),
    ("pensiun dini", "pensiun"),
    ("purna tugas", "pensiun"),
    ("purna bakti", "pensiun"),
    ("purnabakti", "pensiun"),
    ("tewas", "meninggal"),
    ("gugur", "meninggal"),
];

/// Kinds of employee, folded, as they are shown.
const KINDS: [(&str, &str); 12] = [
    ("pppk paruh waktu", "PPPK paruh waktu"),
    ("p3k paruh waktu", "PPPK paruh waktu"),
    ("p3k pw", "PPPK paruh waktu"),
    ("calon pegawai negeri sipil", "CPNS"),
    ("calon pns", "CPNS"),
    ("cpns", "CPNS"),
    ("pegawai negeri sipil", "PNS"),
    ("pns", "PNS"),
    ("pegawai pemerintah dengan perjanjian kerja", "PPPK"),
    ("pppk", "PPPK"),
    ("p3k", "PPPK"),
    ("pppk penuh waktu", "PPPK"),
];

/// Reads a `status` cell.
pub fn read(value: Value<'_>) -> StatusRead {
    let direct = word::read::<StatusPegawai>(value);
    let (WordRead::Unknown(_), Value::Text(text)) = (direct, value) else {
        return StatusRead {
            word: direct,
            kind: None,
        };
    };
    let folded = fold_words(text);
    // "1 - Aktif"
    let folded = folded.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    let (kind, rest) = without_kind(folded);
    let word = match rest {
        "" if kind.is_some() => WordRead::Given(StatusPegawai::Aktif),
        "" => direct,
        rest => of(rest).map_or(direct, WordRead::Given),
    };
    StatusRead {
        word,
        kind: kind.filter(|_| word != direct),
    }
}

/// Takes the kind of employee off either end: "PNS Aktif", "Aktif PNS".
fn without_kind(folded: &str) -> (Option<&'static str>, &str) {
    for (word, shown) in KINDS {
        let rest = folded
            .strip_prefix(word)
            .filter(|r| r.is_empty() || r.starts_with(' '))
            .or_else(|| folded.strip_suffix(word).filter(|r| r.ends_with(' ')));
        if let Some(rest) = rest {
            return (Some(shown), rest.trim());
        }
    }
    (None, folded)
}

fn of(folded: &str) -> Option<StatusPegawai> {
    if let WordRead::Given(status) = word::read(Value::Text(folded)) {
        return Some(status);
    }
    let canonical = WORDS.iter().find(|(word, _)| *word == folded)?.1;
    StatusPegawai::ALL.iter().copied().find(|s| s.as_str() == canonical)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_personnel_lists() {
        let read = |text: &str| {
            let read = read(Value::Text(text));
            match read.word {
                WordRead::Given(s) => (s.as_str(), read.kind),
                WordRead::Blank => ("", read.kind),
                _ => ("?", read.kind),
            }
        };
        for (text, status, kind) in [
            ("Aktif", "aktif", None),
            ("PNS", "aktif", Some("PNS")),
            ("CPNS", "aktif", Some("CPNS")),
            ("Calon PNS", "aktif", Some("CPNS")),
            ("PPPK", "aktif", Some("PPPK")),
            ("P3K", "aktif", Some("PPPK")),
            ("PPPK Paruh Waktu", "aktif", Some("PPPK paruh waktu")),
            ("Tugas Belajar Aktif", "tugas_belajar", None),
            ("Hukuman Disiplin", "aktif", None),
            ("PNS Aktif", "aktif", Some("PNS")),
            ("Aktif (PNS)", "aktif", None),
            ("PNS - Tugas Belajar", "tugas_belajar", Some("PNS")),
            ("1 - Aktif", "aktif", None),
            ("CUTI MELAHIRKAN", "aktif", None),
            ("CLTN", "cltn", None),
            ("Perpanjangan CLTN", "cltn", None),
            ("BUP", "pensiun", None),
            ("Pensiun (BUP)", "pensiun", None),
            ("DPK", "penugasan_khusus", None),
            ("Meninggal Dunia", "meninggal", None),
            (" - ", "", None),
            ("mutasi", "?", None),
            ("PNS pindahan dari mana", "?", None),
        ] {
            assert_eq!(read(text), (status, kind), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,40}") {
            let _ = read(Value::Text(&text));
        }
    }
}
