//! What a list of people is about, by the words of its title and headings: their kinerja, or something else of which
//! there are predikat, too (attendance, a course, an exam).

use super::unit_words::begins_a_unit;
use crate::base::text::{fold_heading, fold_words};

/// What a text says that a list is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Kinerja, or the SKP.
    Kinerja,
    /// Something else.
    Other,
}

/// How words begin that name something else than kinerja.
const OTHER: [&str; 41] = [
    "hadir",
    "kehadiran",
    "ketidakhadiran",
    "absen",
    "presensi",
    "apel",
    "alpa",
    "alpha",
    "mangkir",
    "terlambat",
    "keterlambatan",
    "disiplin",
    "kedisiplinan",
    "indisipliner",
    "ujian",
    "ukom",
    "ukg",
    "seleksi",
    "asesmen",
    "assessment",
    "teladan",
    "berprestasi",
    "lomba",
    "yudisium",
    "wisuda",
    "kelulusan",
    "kebugaran",
    "kesamaptaan",
    "profesionalitas",
    "kepuasan",
    "integritas",
    "supervisi",
    "terbaik",
    "sejawat",
    "survei",
    "kuesioner",
    "kuisioner",
    "angket",
    "checkup",
    "psikotes",
    "narkoba",
];

/// Likewise, and lists of people have columns of it.
const OF_A_PERSON: [&str; 21] = [
    "kompetensi",
    "diklat",
    "pelatihan",
    "kursus",
    "talenta",
    "sertifikasi",
    "sertifikat",
    "universitas",
    "hukdis",
    "ijazah",
    "ipk",
    "latsar",
    "bimtek",
    "prajabatan",
    "penghargaan",
    "satyalancana",
    "slks",
    "kehormatan",
    "toefl",
    "lhkpn",
    "lhkasn",
];

/// Words that say something else only side by side, or whole: `KESEHATAN` is what nurses work for.
const TOGETHER: [[&str; 2]; 9] = [
    ["uji", "kompetensi"],
    ["pemeriksaan", "kesehatan"],
    ["tes", "kesehatan"],
    ["uji", "kesehatan"],
    ["cek", "kesehatan"],
    ["medical", "check"],
    ["tes", "psikologi"],
    ["budaya", "kerja"],
    ["terhadap", "atasan"],
];

/// Words that begin the name of an office in a title, and of no unit in a list.
const OFFICES: [&str; 7] = ["subdit", "tim", "fungsi", "rumah", "rs", "rsud", "pokja"];

/// How few letters of a word are compared whole: "apel" is no beginning of "apelasi".
const WHOLE: usize = 4;

/// What a title, the name of a sheet or a heading says; `None` where it says neither. Kinerja counts before all else.
#[must_use]
pub fn subject(text: &str) -> Option<Subject> {
    let folded = fold_heading(text);
    let words: Vec<&str> = folded.split(' ').filter(|w| !w.is_empty()).collect();
    // What colleagues say of each other is about their kinerja, and none of their marks.
    let round = text.contains('°') || words.iter().any(|w| matches!(*w, "derajat" | "feedback"));
    if round && words.contains(&"360") {
        return Some(Subject::Other);
    }
    if names_kinerja(&words) {
        return Some(Subject::Kinerja);
    }
    let begins = |list: &[&str], word: &str| {
        list.iter()
            .any(|known| word == *known || (known.len() > WHOLE && word.starts_with(known)))
    };
    let names_office = |w: &&str| begins_a_unit(w) || OFFICES.contains(w);
    let office = words.iter().position(names_office).unwrap_or(words.len());
    // What follows is the name of an office: "SMA TELADAN", "BIDANG PENEGAKAN DISIPLIN".
    let words = &words[..office];
    let other = words.iter().any(|w| begins(&OTHER, w) || begins(&OF_A_PERSON, w));
    let whole = words.iter().any(|w| matches!(*w, "mcu" | "survey"));
    (other || whole || words.windows(2).any(|w| TOGETHER.iter().any(|two| w == two))).then_some(Subject::Other)
}

/// Whether a title says that the predikat or ratings below it are proposed: `USULAN PENETAPAN PREDIKAT KINERJA`. One of
/// people who are proposed for something (`USULAN KENAIKAN PANGKAT`) says nothing of their marks.
#[must_use]
pub fn proposes_marks(title: &str) -> bool {
    const BETWEEN: [&str; 8] = [
        "penetapan",
        "hasil",
        "rekap",
        "rekapitulasi",
        "daftar",
        "nilai",
        "penilaian",
        "pemberian",
    ];
    let folded = fold_heading(title);
    let mut words = folded.split(' ').skip_while(|w| !w.starts_with("usul"));
    words.next().is_some()
        && words
            .find(|w| !BETWEEN.contains(w))
            .is_some_and(|w| matches!(w, "predikat" | "rating"))
}

/// Whether a heading is about something else of which somebody has marks day by day or once, as attendance and exams;
/// courses, diplomas and punishments stand beside people in any list.
#[must_use]
pub fn heads_other_marks(heading: &str) -> bool {
    let folded = fold_heading(heading);
    let of_a_person = folded
        .split(' ')
        .any(|w| w == "hukuman" || OF_A_PERSON.iter().any(|known| w.starts_with(known)));
    !of_a_person && subject(heading) == Some(Subject::Other)
}

/// Kinerja, SKP, prestasi kerja; not the tunjangan kinerja, which is money.
fn names_kinerja(words: &[&str]) -> bool {
    words.iter().enumerate().any(|(i, word)| match *word {
        "skp" | "ekinerja" | "ekspektasi" => true,
        "kinerja" => i.checked_sub(1).is_none_or(|before| words[before] != "tunjangan"),
        "kerja" => i
            .checked_sub(1)
            .is_some_and(|before| matches!(words[before], "prestasi" | "hasil" | "perilaku" | "sasaran")),
        word => word.len() > 7 && word.contains("kinerja"),
    })
}

/// Words of scales of something else, whole cells.
#[must_use]
pub fn is_of_another_scale(cell: &str) -> bool {
    const WORDS: [&str; 16] = [
        "cum laude",
        "cumlaude",
        "summa cum laude",
        "magna cum laude",
        "dengan pujian",
        "pujian",
        "terpuji",
        "memuaskan",
        "sangat memuaskan",
        "cukup memuaskan",
        "kurang memuaskan",
        "lulus",
        "tidak lulus",
        "kompeten",
        "belum kompeten",
        "teladan",
    ];
    WORDS.contains(&fold_words(cell).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_over_proposed_marks() {
        for title in [
            "USULAN PREDIKAT KINERJA PEGAWAI TAHUN 2025",
            "Daftar Usulan Penetapan Predikat Kinerja",
            "USUL RATING HASIL KERJA",
        ] {
            assert!(proposes_marks(title), "{title}");
        }
        for title in [
            "DAFTAR USULAN KENAIKAN PANGKAT BERPREDIKAT BAIK",
            "USULAN SATYALANCANA DAN PREDIKAT KINERJA",
            "REKAP PREDIKAT KINERJA 2025",
            "USULAN PEGAWAI TELADAN",
        ] {
            assert!(!proposes_marks(title), "{title}");
        }
    }

    #[test]
    fn what_titles_and_headings_are_about() {
        for text in [
            "REKAP PREDIKAT KINERJA TAHUN 2025",
            "REKAP KEHADIRAN DAN PREDIKAT KINERJA",
            "SKP 2025",
            "DAFTAR PENILAIAN PRESTASI KERJA PNS",
            "SASARAN KERJA PEGAWAI",
            "PredikatKinerja",
            "e-Kinerja",
        ] {
            assert_eq!(subject(text), Some(Subject::Kinerja), "{text}");
        }
        for text in [
            "REKAP KEHADIRAN DAN PREDIKAT KEHADIRAN 2025",
            "REKAPITULASI PENILAIAN DISIPLIN PEGAWAI",
            "HASIL UJI KOMPETENSI",
            "HASIL UJIAN DINAS TINGKAT I TAHUN 2025",
            "PENILAIAN PEGAWAI TELADAN",
            "PEGAWAI BERPRESTASI",
            "NOMINASI PEGAWAI TERBAIK",
            "DAFTAR PESERTA PELATIHAN",
            "Nama Diklat",
            "Hadir",
            "IPK",
            "Absensi",
            "REKAP DISIPLIN UNTUK TUNJANGAN KINERJA",
            "NILAI DIKLAT PEGAWAI DINAS ARSIP",
            "USULAN SLKS X TAHUN 2025",
            "DAFTAR CALON PENERIMA TANDA KEHORMATAN",
            "HASIL PEMERIKSAAN KESEHATAN PEGAWAI",
            "REKAP MEDICAL CHECK UP",
            "HASIL MCU 2025",
            "PENILAIAN KINERJA 360 DERAJAT",
            "HASIL SURVEI PERILAKU KERJA 360°",
            "PENILAIAN TEMAN SEJAWAT",
            "PENILAIAN BAWAHAN TERHADAP ATASAN",
            "SURVEI BUDAYA KERJA BERAKHLAK",
        ] {
            assert_eq!(subject(text), Some(Subject::Other), "{text}");
        }
        for text in [
            "REKAP PREDIKAT PEGAWAI TAHUN 2025",
            "DINAS PENDIDIKAN KABUPATEN X",
            "PREDIKAT PEGAWAI BADAN PENDIDIKAN DAN PELATIHAN DAERAH",
            "Kompeten",
            "Nilai",
            "PNS",
            "Apelasi",
            "tes predikat",
            "DAFTAR TUNJANGAN KINERJA",
            "Sheet1",
            "Perguruan Tinggi",
            "REKAP PREDIKAT SMA TELADAN 2025",
            "PREDIKAT PEGAWAI BIDANG PENEGAKAN DISIPLIN",
            "SDN Teladan",
            "REKAP PREDIKAT TENAGA KESEHATAN",
            "PREDIKAT PEGAWAI DINAS KESEHATAN",
            "REKAP PREDIKAT SURVEYOR PEMETAAN",
            "PREDIKAT ANALIS KESEHATAN",
        ] {
            assert_eq!(subject(text), None, "{text}");
        }
    }
}
