//! Words that say unit: those with which the name of a unit begins, those of which a heading over
//! units is made ("UPT / BIDANG", "Satuan Pendidikan", "Unit Kerja Saudara"), and how they are shortened.

use crate::base::text::fold_words;

/// Offices of their own, or above others.
const LARGE: [&str; 14] = [
    "dinas",
    "sudin",
    "badan",
    "kantor",
    "instansi",
    "lembaga",
    "opd",
    "ukpd",
    "skpd",
    "direktorat",
    "satker",
    "kanwil",
    "balai",
    "biro",
];

/// Units inside an office.
const SMALL: [&str; 21] = [
    "unit",
    "unor",
    "upt",
    "uptd",
    "uptb",
    "bidang",
    "bagian",
    "bag",
    "sub",
    "subbag",
    "subbagian",
    "subbidang",
    "subdirektorat",
    "seksi",
    "puskesmas",
    "sekolah",
    "satdik",
    "satpend",
    "instalasi",
    "fakultas",
    "jurusan",
];

/// Words that a name may begin with, or be, and no heading is made of.
const NAMES_ONLY: [&str; 20] = [
    "sekretariat",
    "inspektorat",
    "deputi",
    "rsud",
    "pusat",
    "kelompok",
    "kementerian",
    "kecamatan",
    "kelurahan",
    "universitas",
    "politeknik",
    "sd",
    "sdn",
    "smp",
    "smpn",
    "sma",
    "sman",
    "smk",
    "smkn",
    "tk",
];

/// Words of headings that say unit only beside another one.
const BESIDE: [&str; 18] = [
    "kerja",
    "satuan",
    "perangkat",
    "daerah",
    "organisasi",
    "pendidikan",
    "suku",
    "asal",
    "penempatan",
    "dan",
    "atau",
    "tempat",
    "cabang",
    "wilayah",
    "eselon",
    "ii",
    "iii",
    "iv",
];

/// Words of headings that say unit only beside another one and a stroke between them: `Biro/Pusat`. Without it they are
/// the name of one (`SEKRETARIAT DINAS`).
const ALTERNATIVE: [&str; 6] = ["pusat", "sekretariat", "inspektorat", "kecamatan", "kelurahan", "rsud"];

/// What a heading over units says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitHeading {
    /// The unit somebody works in.
    Own,
    /// An office, which may be the unit or the one above it.
    Office,
    /// The unit above.
    Above,
}

/// Whether the words of a heading, without those that may be absent or present, say nothing but unit. `alternatives`: a
/// stroke stands between some of them.
#[must_use]
pub fn heading<'w>(words: impl Iterator<Item = &'w str>, alternatives: bool) -> Option<UnitHeading> {
    let (mut small, mut large, mut above) = (false, false, false);
    let mut pair = [""; 2];
    for word in words {
        if word == "induk" {
            above = true;
        } else if SMALL.contains(&word) {
            small = true;
        } else if LARGE.contains(&word) {
            large = true;
        } else if !(BESIDE.contains(&word) || (alternatives && ALTERNATIVE.contains(&word))) {
            return None;
        }
        // Each of the two is something else by itself.
        small |= [pair[1], word] == ["satuan", "pendidikan"];
        large |= [pair[1], word] == ["perangkat", "daerah"];
        pair = [pair[1], word];
    }
    match (above, small, large) {
        (true, ..) if small || large => Some(UnitHeading::Above),
        (false, true, _) => Some(UnitHeading::Own),
        (false, false, true) => Some(UnitHeading::Office),
        _ => None,
    }
}

/// A text begins with a word that begins the name of a unit, and nobody's own name.
#[must_use]
pub fn begins_a_unit(text: &str) -> bool {
    let words = fold_words(text);
    let first = words.split(' ').next().unwrap_or("");
    LARGE.contains(&first) || SMALL.contains(&first) || NAMES_ONLY.contains(&first)
}

/// How the name of an office begins that is no unit inside one.
const OFFICES: [&str; 9] = [
    "pemerintah",
    "pemkab",
    "pemkot",
    "pemprov",
    "kejaksaan",
    "pengadilan",
    "kabupaten",
    "kota",
    "provinsi",
];

/// Whether a line begins as the name of an office does, or says that it names one.
#[must_use]
pub fn begins_an_office(line: &str) -> bool {
    let words = fold_words(line);
    begins_a_unit(line) || names_an_office(line) || OFFICES.contains(&words.split(' ').next().unwrap_or(""))
}

/// `NAMA INSTANSI`: no name of a person.
#[must_use]
pub fn names_an_office(line: &str) -> bool {
    let words = fold_words(line);
    let named = words.strip_prefix("nama ");
    named.is_some_and(|rest| begins_a_unit(rest) || rest.starts_with("perangkat daerah"))
}

/// Words of names of units as they are shortened, and in full.
const SHORTENED: [(&str, &str); 34] = [
    ("adm", "administrasi"),
    ("bag", "bagian"),
    ("bid", "bidang"),
    ("dinkes", "dinas kesehatan"),
    ("dikdas", "pendidikan dasar"),
    ("disdik", "dinas pendidikan"),
    ("kasubbag", "kepala sub bagian"),
    ("kab", "kabupaten"),
    ("kec", "kecamatan"),
    ("kel", "kelurahan"),
    ("kepeg", "kepegawaian"),
    ("keu", "keuangan"),
    ("n", "negeri"),
    ("pkm", "puskesmas"),
    ("sdn", "sd negeri"),
    ("sek", "sekretariat"),
    ("setda", "sekretariat daerah"),
    ("sie", "seksi"),
    ("smkn", "smk negeri"),
    ("sman", "sma negeri"),
    ("smpn", "smp negeri"),
    ("subag", "sub bagian"),
    ("subbag", "sub bagian"),
    ("subbagian", "sub bagian"),
    ("subbid", "sub bidang"),
    ("subbidang", "sub bidang"),
    ("subsie", "sub seksi"),
    ("subseksi", "sub seksi"),
    ("tu", "tata usaha"),
    ("umpeg", "umum kepegawaian"),
    ("uptb", "upt"),
    ("uptd", "upt"),
    ("dan", ""),
    ("pada", ""),
];

/// The name of a unit with its shortened words in full: two names of one such form may be one unit, or two.
#[must_use]
pub fn in_full(name: &str) -> String {
    let folded = fold_words(name);
    let words = folded.split(' ').map(|word| {
        let long = SHORTENED.iter().find(|(short, _)| *short == word);
        long.map_or(word, |(_, long)| long)
    });
    let words: Vec<&str> = words.filter(|w| !w.is_empty()).collect();
    words.join(" ")
}

/// Whether two names may be one office written in two ways: one has words more, or a word is shortened or mistyped.
#[must_use]
pub fn may_be_one(a: &str, b: &str) -> bool {
    let (a, b) = (in_full(a), in_full(b));
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let is_word = |a: &str, b: &str| {
        let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
        let is_cut = short.len() >= 3 && long.starts_with(short);
        a == b || is_cut || (short.len() >= 6 && strsim::damerau_levenshtein(a, b) <= 2)
    };
    let (few, many) = if a.len() < b.len() { (&a, &b) } else { (&b, &a) };
    few.iter().all(|word| many.iter().any(|other| is_word(word, other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortened_names_are_one_in_full() {
        for (short, long) in [
            ("Subbag. TU", "Sub Bagian Tata Usaha"),
            ("SUBAG UMUM & KEPEG.", "Subbagian Umum dan Kepegawaian"),
            ("Bid. Arsip", "Bidang Arsip"),
            ("SDN 1 Khayal", "SD Negeri 1 Khayal"),
            ("UPTD Arsip", "UPT Arsip"),
        ] {
            assert_eq!(in_full(short), in_full(long), "{short}");
        }
        for (one, other) in [
            ("Bidang Arsip I", "Bidang Arsip II"),
            ("SDN 1", "SDN 2"),
            ("Seksi TU", "Subbag TU"),
        ] {
            assert_ne!(in_full(one), in_full(other), "{one}");
        }
    }

    #[test]
    fn one_office_may_be_written_in_two_ways() {
        for (one, other) in [
            ("Dinkes", "Dinas Kesehatan"),
            ("Dinas Kesehatan Kab. Khayal", "Dinas Kesehatan Kabupaten Khayal"),
            ("Dinas Kesehatan", "Dinas Kesehatan Kabupaten Khayal"),
            ("Dinas Arsip & Pustaka", "Dinas Arsip dan Pustaka"),
            ("Dinas Pendidikan", "Dinas Pendidkan"),
            ("UPT Layanan A", "UPT A"),
        ] {
            assert!(may_be_one(one, other), "{one}");
        }
        for (one, other) in [
            ("UPT A", "UPT B"),
            ("Dinas Kesehatan", "Dinas Pendidikan"),
            ("Puskesmas Mawar", "Puskesmas Melati"),
            ("SMP Negeri 1", "SMP Negeri 2"),
        ] {
            assert!(!may_be_one(one, other), "{one}");
        }
    }

    #[test]
    fn headings_made_of_words_for_units() {
        let of = |text: &str| heading(fold_words(text).split(' '), text.contains('/'));
        for text in [
            "UPT / Bidang",
            "Satuan Pendidikan",
            "Sub Bagian",
            "Unit Organisasi Asal",
            "Puskesmas",
            "Unit Kerja/OPD",
            "Sekretariat / Bidang",
        ] {
            assert_eq!(of(text), Some(UnitHeading::Own), "{text}");
        }
        for text in [
            "Suku Dinas",
            "Perangkat Daerah",
            "OPD",
            "Instansi Asal",
            "Biro/Pusat",
            "Dinas/Kecamatan",
        ] {
            assert_eq!(of(text), Some(UnitHeading::Office), "{text}");
        }
        assert_eq!(of("OPD Induk"), Some(UnitHeading::Above));
        for text in [
            "Satuan",
            "Pendidikan",
            "Daerah",
            "Kerja",
            "Induk",
            "Kode Unit",
            "Kepala Dinas",
            "Berat Badan",
            "Unit Cost",
            "SEKRETARIAT",
            "SEKRETARIAT DINAS",
            "Kantor Pusat",
            "Unit Kerja: Sekretariat",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
        assert!(begins_a_unit("Bidang Arsip") && begins_a_unit("UPTD Arsip") && begins_a_unit("SDN 1"));
        assert!(!begins_a_unit("Kepala Bidang Arsip") && !begins_a_unit("Bagas Adikarsa"));
    }
}
