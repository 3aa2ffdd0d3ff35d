//! Words beside the name of a mark. A mark is taken only from a heading of which every word is known: one more
//! ("Predikat Disiplin", "Predikat I", "Predikat (Usulan)") may make it the mark of something or somebody else.

use super::facet;
use crate::base::text::fold_heading;

/// Words that a heading may have or lack.
pub const FILLERS: [&str; 14] = [
    "pegawai", "asn", "pns", "kinerja", "tahun", "nama", "kolom", "thn", "th", "atas", "anda", "saudara", "sdr", "ybs",
];

/// Words that a heading over a mark may have beside the one that says which mark.
pub const MARK: [&str; 16] = [
    "nilai",
    "hasil",
    "akhir",
    "skp",
    "kerja",
    "kinerja",
    "penilaian",
    "evaluasi",
    "tahunan",
    "setahun",
    "final",
    "kategori",
    "sebutan",
    "kuadran",
    "predikat",
    "rating",
];

/// Words of which a heading has one where a mark stands below it.
const OF_A_MARK: [&str; 14] = [
    "predikat",
    "kuadran",
    "hasil",
    "nilai",
    "kinerja",
    "penilaian",
    "kategori",
    "sebutan",
    "kualifikasi",
    "klasifikasi",
    "evaluasi",
    "prestasi",
    "skp",
    "skor",
];

/// Words that say no other mark either.
const BESIDE: [&str; 39] = [
    "tingkat",
    "perilaku",
    "ekspektasi",
    "capaian",
    "sasaran",
    "individu",
    "individual",
    "pppk",
    "p3k",
    "cpns",
    "sipil",
    "negeri",
    "aparatur",
    "bersangkutan",
    "simpulan",
    "kesimpulan",
    "menurut",
    "per",
    "kami",
    "diperoleh",
    "perolehan",
    "didapat",
    "ditetapkan",
    "penetapan",
    "disetujui",
    "definitif",
    "kalibrasi",
    "setelah",
    "sesudah",
    "yang",
    "dan",
    "atau",
    "di",
    "dari",
    "dalam",
    "untuk",
    "ekinerja",
    "e",
    "bkn",
];

/// Words of a hint that says how a cell is filled in.
const OF_A_HINT: [&str; 46] = [
    "isi",
    "diisi",
    "isian",
    "isikan",
    "pilih",
    "pilihan",
    "dipilih",
    "salah",
    "satu",
    "wajib",
    "opsional",
    "oleh",
    "pejabat",
    "penilai",
    "contoh",
    "misalnya",
    "kata",
    "angka",
    "huruf",
    "teks",
    "dengan",
    "sesuai",
    "lampiran",
    "permenpanrb",
    "permenpan",
    "panrb",
    "rb",
    "nomor",
    "no",
    "format",
    "dropdown",
    "otomatis",
    "rumus",
    "aplikasi",
    "siasn",
    "lihat",
    "tulis",
    "bila",
    "jika",
    "belum",
    "dinilai",
    "ada",
    "daftar",
    "tabel",
    "berdasarkan",
    "x",
];

/// How words begin that say that a mark is proposed or drafted.
const PROPOSED: [&str; 9] = [
    "usul",
    "diusul",
    "pengusul",
    "mengusul",
    "terusul",
    "draf",
    "konsep",
    "simulasi",
    "sementara",
];

/// How words begin that make a mark below them another's, or one of another time.
const OF_ANOTHER: [&str; 17] = [
    "lalu",
    "sebelum",
    "lama",
    "semula",
    "awal",
    "target",
    "rencana",
    "mandiri",
    "sendiri",
    "disiplin",
    "organisasi",
    "opd",
    "unit",
    "potensi",
    "kompetensi",
    "rekan",
    "bawahan",
];

/// Words of a heading over the mark that was decided upon in the end.
const FINAL: [&str; 7] = [
    "final",
    "akhir",
    "ditetapkan",
    "penetapan",
    "definitif",
    "disetujui",
    "kalibrasi",
];

/// Words of a heading over a mark that was changed.
const CHANGED: [&str; 12] = [
    "setelah",
    "sesudah",
    "pasca",
    "revisi",
    "direvisi",
    "koreksi",
    "dikoreksi",
    "perbaikan",
    "penyesuaian",
    "disesuaikan",
    "banding",
    "keberatan",
];

/// Raters beside the atasan: what they say is no umpan balik of the penilai.
const OTHER_RATERS: [&str; 10] = [
    "rekan",
    "sejawat",
    "bawahan",
    "mandiri",
    "sendiri",
    "pelanggan",
    "masyarakat",
    "kolega",
    "pengguna",
    "mitra",
];

/// Words of a heading of the predikat of an organisation.
const ORGANISATION: [&str; 14] = [
    "organisasi",
    "unit",
    "opd",
    "skpd",
    "perangkat",
    "daerah",
    "satker",
    "satuan",
    "instansi",
    "dinas",
    "badan",
    "bidang",
    "lembaga",
    "nko",
];

/// As in names, a letter more, less or another does not make a long word another one.
const SLIP_FROM: usize = 6;

/// Whether every word of a heading belongs to a mark of a person, so that it can be no other. `rest`: the heading without
/// a period that it names.
#[must_use]
pub fn says_nothing_else(rest: &str) -> bool {
    fold_heading(rest).split(' ').all(of_a_mark)
}

/// Whether a hint behind the name of a mark leaves it that mark: how to fill it in, the words to choose from, its number.
#[must_use]
pub fn hints_nothing_else(hint: &str) -> bool {
    hint.split(['/', '|', ',', ';']).all(|part| {
        facet::names_a_choice(part)
            || fold_heading(part)
                .split(' ')
                .all(|w| of_a_mark(w) || OF_A_HINT.contains(&w) || w.bytes().all(|b| b.is_ascii_digit()))
    })
}

/// Whether every word of a heading belongs to the mark of an organisation.
#[must_use]
pub fn says_an_organisation(rest: &str) -> bool {
    fold_heading(rest)
        .split(' ')
        .all(|w| of_a_mark(w) || ORGANISATION.contains(&w))
}

/// Whether a heading says that it holds what somebody else than the atasan says.
#[must_use]
pub fn is_of_another_rater(heading: &str) -> bool {
    fold_heading(heading).split(' ').any(|w| OTHER_RATERS.contains(&w))
}

/// Whether a group of columns says that the marks below it are others than what their own headings name.
#[must_use]
pub fn is_of_another(group: &str) -> bool {
    fold_heading(group)
        .split(' ')
        .any(|w| is_proposed(w) || OF_ANOTHER.iter().any(|begin| w.starts_with(begin)))
}

/// What a heading says of the mark below it beside another one of the same meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkStage {
    /// It was decided upon in the end.
    Final,
    /// It was changed: whether it counts by now is not said.
    Changed,
}

/// The stage of a mark by its heading, where every word of that belongs to a mark or says which stage it is.
#[must_use]
pub fn stage(heading: &str) -> Option<MarkStage> {
    if is_of_another(heading) {
        return None;
    }
    let folded = fold_heading(heading);
    let has = |list: &[&str]| folded.split(' ').any(|w| list.contains(&w));
    let known = |w: &str| of_a_mark(w) || FINAL.contains(&w) || CHANGED.contains(&w) || w.bytes().all(|b| b.is_ascii_digit());
    let stage = match (has(&FINAL), has(&CHANGED)) {
        (true, _) => MarkStage::Final,
        (false, true) => MarkStage::Changed,
        (false, false) => return None,
    };
    folded.split(' ').all(known).then_some(stage)
}

/// Whether a heading has a word for marks.
#[must_use]
pub fn names_a_mark(heading: &str) -> bool {
    fold_heading(heading)
        .split(' ')
        .any(|word| OF_A_MARK.iter().any(|known| is_word(known, word)))
}

/// Whether a word says that the mark beside it is proposed or drafted.
#[must_use]
pub fn is_proposed(word: &str) -> bool {
    PROPOSED.iter().any(|begin| word.starts_with(begin))
}

/// Whether a heading has a word for the place of somebody among the talents of his office.
#[must_use]
pub fn names_a_talent(heading: &str) -> bool {
    let words = fold_heading(heading);
    words.split(' ').any(|w| matches!(w, "talenta" | "kotak" | "peringkat"))
}

fn of_a_mark(word: &str) -> bool {
    let mut known = FILLERS.iter().chain(&MARK).chain(&OF_A_MARK).chain(&BESIDE);
    word.is_empty() || known.any(|known| is_word(known, word))
}

/// The same word, but for a slip of the pen.
fn is_word(known: &str, word: &str) -> bool {
    let long = known.len() >= SLIP_FROM && word.len() >= SLIP_FROM;
    known == word || (long && strsim::damerau_levenshtein(known, word) == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_more_is_another_mark() {
        for heading in [
            "Predikat SKP",
            "Sebutan Kinerja",
            "Kualifikasi",
            "Pridikat Kinerja",
            "Penilaian Prestasi Kerja PNS",
        ] {
            assert!(says_nothing_else(heading), "{heading}");
        }
        for heading in [
            "Predikat Disiplin",
            "Predikat I",
            "Predikat OPD",
            "Target Predikat",
            "Penilaian Mandiri",
            "Predikat Kinerja Tim",
        ] {
            assert!(!says_nothing_else(heading), "{heading}");
        }
    }

    #[test]
    fn the_final_one_of_two_marks() {
        for heading in [
            "Predikat Final",
            "Predikat (Akhir)",
            "Predikat Ditetapkan",
            "Penetapan Predikat Kinerja 2025",
            "Final",
            "Predikat / Hasil Kalibrasi",
            "Predikat Setelah Kalibrasi",
        ] {
            assert_eq!(stage(heading), Some(MarkStage::Final), "{heading}");
        }
        for heading in ["Revisi Predikat", "Predikat Setelah Banding", "Predikat (koreksi)"] {
            assert_eq!(stage(heading), Some(MarkStage::Changed), "{heading}");
        }
        for heading in [
            "Predikat",
            "Predikat Sebelum Kalibrasi",
            "Usulan Predikat Final",
            "Predikat Akhir Disiplin",
            "Ujian Akhir",
            "Akhir Masa Jabatan",
        ] {
            assert_eq!(stage(heading), None, "{heading}");
        }
    }

    #[test]
    fn a_hint_may_say_how_it_is_filled_in() {
        for hint in [
            "Sangat Baik/Baik/Butuh Perbaikan",
            "SB/B/BP/K/SK",
            "di atas|sesuai|di bawah",
            "diisi oleh pejabat penilai",
            "6",
            "pilih salah satu",
            "SKP",
        ] {
            assert!(hints_nothing_else(hint), "{hint}");
        }
        for hint in ["Usulan", "Tahun Lalu", "OPD", "I", "Sementara"] {
            assert!(!hints_nothing_else(hint), "{hint}");
        }
    }
}
