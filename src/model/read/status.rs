//! `status` as personnel lists write it: the contract's words, the kedudukan hukum of SIASN, and the
//! kind of employee where a list has no other column for it (`masukan.md` section 2b.8).

use super::word::{self, WordRead};
use crate::base::text::fold_words;
use crate::input::Value;
use crate::model::vocab::{StatusPegawai, Word as _};

/// What a cell of `status` gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusRead {
    /// The status.
    pub word: WordRead<StatusPegawai>,
    /// The kind of employee that it tells beside: `PNS`, `CPNS`, `PPPK`.
    pub kind: Option<&'static str>,
}

/// Folded words with the word of the contract that they mean.
const WORDS: [(&str, StatusPegawai); 64] = {
    use StatusPegawai::{
        Aktif, Cltn, DiberhentikanSementara, Meninggal, Mpp, PejabatNegara, Pensiun, PenugasanKhusus, TugasBelajar,
    };
    [
        ("asn", Aktif),
        ("pegawai", Aktif),
        ("aktif bekerja", Aktif),
        ("kedudukan hukum aktif", Aktif),
        ("pusat", Aktif),
        ("daerah", Aktif),
        ("aktif bertugas", Aktif),
        ("cuti", Aktif),
        ("cuti tahunan", Aktif),
        ("cuti besar", Aktif),
        ("cuti sakit", Aktif),
        ("cuti melahirkan", Aktif),
        ("cuti bersalin", Aktif),
        ("cuti alasan penting", Aktif),
        ("cuti karena alasan penting", Aktif),
        ("izin belajar", Aktif),
        ("ijin belajar", Aktif),
        ("hukuman disiplin", Aktif),
        ("dalam hukuman disiplin", Aktif),
        ("menjalani hukuman disiplin", Aktif),
        ("kena hukuman disiplin", Aktif),
        ("terkena hukuman disiplin", Aktif),
        ("tb", TugasBelajar),
        ("tubel", TugasBelajar),
        ("tugas belajar aktif", TugasBelajar),
        ("aktif tugas belajar", TugasBelajar),
        ("pegawai tugas belajar", TugasBelajar),
        ("sedang tugas belajar", TugasBelajar),
        ("dpk", PenugasanKhusus),
        ("dpb", PenugasanKhusus),
        ("dpk dpb", PenugasanKhusus),
        ("dipekerjakan", PenugasanKhusus),
        ("diperbantukan", PenugasanKhusus),
        ("penugasan", PenugasanKhusus),
        ("cuti diluar tanggungan negara", Cltn),
        ("cuti luar tanggungan negara", Cltn),
        ("perpanjangan cltn", Cltn),
        ("sedang cltn", Cltn),
        ("mpp", Mpp),
        ("masa persiapan pensiun", Mpp),
        ("persiapan pensiun", Mpp),
        ("bebas tugas", Mpp),
        ("masa bebas tugas", Mpp),
        ("bebas tugas mpp", Mpp),
        ("diberhentikan sementara", DiberhentikanSementara),
        ("berhenti sementara", DiberhentikanSementara),
        ("pemberhentian sementara", DiberhentikanSementara),
        ("pemberhentian sementara sebagai pns", DiberhentikanSementara),
        ("skorsing", DiberhentikanSementara),
        ("pejabat negara", PejabatNegara),
        ("diangkat menjadi pejabat negara", PejabatNegara),
        ("diangkat sebagai pejabat negara", PejabatNegara),
        ("bup", Pensiun),
        ("pensiun bup", Pensiun),
        ("batas usia pensiun", Pensiun),
        ("mencapai bup", Pensiun),
        ("mencapai batas usia pensiun", Pensiun),
        ("pensiunan", Pensiun),
        ("pensiun dini", Pensiun),
        ("purna tugas", Pensiun),
        ("purna bakti", Pensiun),
        ("purnabakti", Pensiun),
        ("tewas", Meninggal),
        ("gugur", Meninggal),
    ]
};

/// What a cell of the kind of employee gave: lists head it `Status Kepegawaian` and write a status there, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KindRead {
    /// Nothing, or a kind of employee.
    Kind,
    /// A status, and the kind of employee that it tells beside.
    Status(StatusPegawai, Option<&'static str>),
    /// Neither.
    Other(WordRead<StatusPegawai>),
}

/// People who are no ASN, folded as lists of employees write them.
const OTHERS: [&str; 25] = [
    "tni",
    "polri",
    "tni polri",
    "honorer",
    "tenaga honorer",
    "honor",
    "non asn",
    "non pns",
    "kontrak",
    "tenaga kontrak",
    "tkk",
    "thl",
    "phl",
    "ptt",
    "gtt",
    "pjlp",
    "thk ii",
    "blud",
    "pegawai blud",
    "outsourcing",
    "alih daya",
    "tidak tetap",
    "pegawai tidak tetap",
    "magang",
    "lainnya",
];

/// Kinds of employee, folded, as they are shown; of two that begin alike the longer one first.
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
    ("pnsd", "PNS"),
];

/// What may stand beside a kind of employee and says nothing of a status: at what work he is.
const WORK: [&str; 27] = [
    "penuh waktu",
    "tenaga kependidikan",
    "tenaga kesehatan",
    "tenaga teknis",
    "tenaga guru",
    "optimalisasi",
    "fungsional",
    "struktural",
    "pelaksana",
    "definitif",
    "kesehatan",
    "mengajar",
    "formasi",
    "pegawai",
    "titipan",
    "kemenag",
    "teknis",
    "tenaga",
    "nakes",
    "tetap",
    "induk",
    "dinas",
    "tahap",
    "dosen",
    "pusat",
    "penuh",
    "guru",
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
    let rest = if kind.is_some() { without_work(rest) } else { rest.to_owned() };
    // "PPPK Guru Paruh Waktu"
    let kind = if kind == Some("PPPK") && rest == "paruh waktu" {
        Some("PPPK paruh waktu")
    } else {
        kind
    };
    let word = match rest.as_str() {
        "" | "paruh waktu" if kind.is_some() => WordRead::Given(StatusPegawai::Aktif),
        "" => direct,
        rest => match (of(rest), held_in(rest)) {
            (Some(status), _) => WordRead::Given(status),
            (None, Some(near)) => WordRead::Unknown(Some(near)),
            (None, None) => direct,
        },
    };
    StatusRead {
        word,
        kind: kind.filter(|_| matches!(word, WordRead::Given(_))),
    }
}

/// Reads a cell of the kind of employee.
pub fn read_kind(value: Value<'_>) -> KindRead {
    // Nearly every cell holds a kind and no more.
    let is_kind = |folded: &str| folded == "asn" || OTHERS.contains(&folded) || KINDS.iter().any(|(word, _)| *word == folded);
    if let Value::Text(text) = value
        && is_kind(&fold_words(text))
    {
        return KindRead::Kind;
    }
    let read = read(value);
    match (read.word, read.kind) {
        // "Guru Tetap", "Aktif Mengajar"
        (WordRead::Unknown(_), _) if is_work(value) => KindRead::Kind,
        (WordRead::Blank, _) | (WordRead::Given(StatusPegawai::Aktif), Some(_)) => KindRead::Kind,
        (WordRead::Given(status), kind) => KindRead::Status(status, kind),
        (other, _) => KindRead::Other(other),
    }
}

/// A cell that says at what work somebody is, and no kind of employee.
fn is_work(value: Value<'_>) -> bool {
    matches!(value, Value::Text(text) if matches!(without_work(&fold_words(text)).as_str(), "" | "aktif"))
}

/// The words behind a kind of employee without those that only say his work, and when he came to it: "PPPK Tahap II".
fn without_work(rest: &str) -> String {
    let mut padded = format!(" {rest} ");
    for work in WORK {
        padded = padded.replace(&format!(" {work} "), " ");
    }
    let numbered = |word: &&str| matches!(*word, "i" | "ii") || word.bytes().all(|b| b.is_ascii_digit());
    let words: Vec<&str> = padded.split_whitespace().filter(|word| !numbered(word)).collect();
    words.join(" ")
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
    WORDS.iter().find(|(word, _)| *word == folded).map(|(_, status)| *status)
}

/// Words that turn what stands beside them into something else.
const TURNED: [&str; 9] = [
    "tidak", "bukan", "belum", "non", "nonaktif", "mantan", "eks", "selesai", "setelah",
];

/// Offices whose leaders and members are pejabat negara or of an LNS, and what these are called.
const OFFICES: [&str; 9] = ["kpu", "bawaslu", "dkpp", "kpk", "bpk", "kpi", "ombudsman", "komnas", "lns"];
const LEADERS: [&str; 4] = ["komisioner", "anggota", "ketua", "pimpinan"];

/// The status whose words stand in a cell among others: what it may mean, never what it is read as.
fn held_in(folded: &str) -> Option<&'static str> {
    let words: Vec<&str> = folded.split(' ').collect();
    let any = |list: &[&str]| words.iter().any(|w| list.contains(w));
    if any(&TURNED) {
        return None;
    }
    if folded.starts_with("komisioner") || (any(&LEADERS) && any(&OFFICES)) {
        return Some(StatusPegawai::PejabatNegara.as_str());
    }
    if words.len() < 2 {
        return None;
    }
    let of_contract = StatusPegawai::ALL.iter().flat_map(|status| {
        let spelled = std::iter::once(fold_words(status.as_str()));
        let others = status.aliases().iter().map(|alias| (*alias).to_owned());
        spelled.chain(others).map(move |word| (word, *status))
    });
    let known: Vec<(String, StatusPegawai)> = (of_contract)
        .chain(WORDS.map(|(word, status)| (word.to_owned(), status)))
        .filter(|(_, status)| *status != StatusPegawai::Aktif)
        .collect();
    let (mut at, mut found) = (0, None);
    while at < words.len() {
        let is_here = |known: &str| {
            let length = known.split(' ').count();
            (words.get(at..at + length).is_some_and(|here| here.join(" ") == known)).then_some(length)
        };
        // The longest words first: "persiapan pensiun" is no pensiun.
        let here = known.iter().filter_map(|(word, status)| Some((is_here(word)?, *status)));
        let Some((length, status)) = here.max_by_key(|(length, _)| *length) else {
            at += 1;
            continue;
        };
        if found.replace(status).is_some_and(|other| other != status) {
            return None;
        }
        at += length;
    }
    found.map(StatusPegawai::as_str)
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
            ("PPPK Penuh Waktu", "aktif", Some("PPPK")),
            ("P3K Penuh Waktu", "aktif", Some("PPPK")),
            ("PPPK Guru", "aktif", Some("PPPK")),
            ("PPPK Tahap II", "aktif", Some("PPPK")),
            ("PNS Kemenag", "aktif", Some("PNS")),
            ("PPPK (Tenaga Teknis)", "aktif", Some("PPPK")),
            ("PPPK Guru Paruh Waktu", "aktif", Some("PPPK paruh waktu")),
            ("PNS Guru - Tugas Belajar", "tugas_belajar", Some("PNS")),
            ("Guru", "?", None),
            ("Paruh Waktu", "?", None),
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

    #[test]
    fn a_status_where_kinds_stand() {
        use StatusPegawai::{Aktif, Cltn, Mpp, TugasBelajar};
        let read = |text: &str| read_kind(Value::Text(text));
        for text in [
            "PNS",
            "cpns",
            "PPPK Penuh Waktu",
            "ASN",
            "TNI",
            "Non ASN",
            "-",
            "",
            "PNS Daerah",
            "PPPK Tahap II",
            "PPPK 2023",
            "Pegawai Tetap",
            "Guru",
            "Aktif Mengajar",
        ] {
            assert_eq!(read(text), KindRead::Kind, "{text}");
        }
        assert_eq!(read("Masa Persiapan Pensiun"), KindRead::Status(Mpp, None));
        assert_eq!(read("PNS - CLTN"), KindRead::Status(Cltn, Some("PNS")));
        assert_eq!(read("Tubel"), KindRead::Status(TugasBelajar, None));
        assert_eq!(read("Aktif"), KindRead::Status(Aktif, None));
        for text in ["Mutasi Keluar", "Non Aktif", "PPPK Mutasi"] {
            assert!(matches!(read(text), KindRead::Other(_)), "{text}");
        }
    }

    #[test]
    fn what_a_cell_may_mean_is_the_status_whose_words_it_holds() {
        for (text, near) in [
            ("Persiapan Pensiun (MPP)", Some("mpp")),
            ("Tersangka - diberhentikan sementara", Some("diberhentikan_sementara")),
            ("Komisioner KPU", Some("pejabat_negara")),
            ("Anggota Bawaslu Kabupaten", Some("pejabat_negara")),
            ("PNS sedang cuti di luar tanggungan negara s.d. 2026", Some("cltn")),
            ("diberhentikan sementara, lalu pensiun", None),
            ("staf sekretariat KPU", None),
            ("selesai tugas belajar", None),
            ("tidak pensiun", None),
            ("mutasi", None),
        ] {
            assert_eq!(read(Value::Text(text)).word, WordRead::Unknown(near), "{text}");
        }
        assert_eq!(
            read(Value::Text("Persiapan Pensiun")).word,
            WordRead::Given(StatusPegawai::Mpp)
        );
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,40}") {
            let _ = (read(Value::Text(&text)), read_kind(Value::Text(&text)));
        }
    }
}
