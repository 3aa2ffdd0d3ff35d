//! The words of the official forms: what a line around the table is, by how it begins; whose identity
//! a block tells; what stands in a row that nobody has filled in (`masukan.md` sections 2b.6 and 4).

use super::form_period;
use crate::base::text::fold;

/// A line of a form that is no RHK.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormLine {
    /// PERIODE PENILAIAN, PERIODE.
    Period,
    /// CAPAIAN KINERJA ORGANISASI.
    Organisation,
    /// POLA DISTRIBUSI.
    Curve,
    /// RATING HASIL KERJA, RATING KINERJA.
    RatingWork,
    /// RATING PERILAKU.
    RatingConduct,
    /// PREDIKAT KINERJA PEGAWAI.
    Mark,
    /// PERILAKU KERJA.
    Conduct,
    /// CATATAN / REKOMENDASI.
    Notes,
    /// LAMPIRAN, DUKUNGAN SUMBER DAYA and what belongs to it.
    Annex,
}

/// How lines begin, folded, longer beginnings before those that they begin with.
const LINES: [(&str, FormLine); 39] = [
    ("capaiankinerjaorganisasi", FormLine::Organisation),
    ("capaianorganisasi", FormLine::Organisation),
    ("predikatkinerjaorganisasi", FormLine::Organisation),
    ("predikatorganisasi", FormLine::Organisation),
    ("ratingkinerjaorganisasi", FormLine::Organisation),
    ("poladistribusi", FormLine::Curve),
    ("kurvadistribusi", FormLine::Curve),
    ("ratinghasilkerja", FormLine::RatingWork),
    ("ratinghasilkinerja", FormLine::RatingWork),
    ("ratinghasil", FormLine::RatingWork),
    ("ratingperilakukerja", FormLine::RatingConduct),
    ("ratingperilaku", FormLine::RatingConduct),
    ("ratingkinerjapegawai", FormLine::RatingWork),
    ("ratingkinerja", FormLine::RatingWork),
    ("predikatkinerjapegawai", FormLine::Mark),
    ("predikatkinerja", FormLine::Mark),
    ("predikatpegawai", FormLine::Mark),
    ("predikatskp", FormLine::Mark),
    ("predikatakhir", FormLine::Mark),
    ("predikat", FormLine::Mark),
    ("kuadrankinerja", FormLine::Mark),
    ("perilakukerja", FormLine::Conduct),
    ("catatanrekomendasi", FormLine::Notes),
    ("catatandanrekomendasi", FormLine::Notes),
    ("catatanpejabatpenilai", FormLine::Notes),
    ("catatanpimpinan", FormLine::Notes),
    ("catatanatasan", FormLine::Notes),
    ("rekomendasicatatan", FormLine::Notes),
    ("lampiransasarankinerja", FormLine::Annex),
    ("lampiranskp", FormLine::Annex),
    ("lampiran", FormLine::Annex),
    ("dukungansumberdaya", FormLine::Annex),
    ("skemapertanggungjawaban", FormLine::Annex),
    ("konsekuensi", FormLine::Annex),
    ("periodepenilaian", FormLine::Period),
    ("masapenilaian", FormLine::Period),
    ("jangkawaktupenilaian", FormLine::Period),
    ("waktupenilaian", FormLine::Period),
    ("periode", FormLine::Period),
];

/// Lines whose beginning an RHK may have, too: only where nothing but a rating stands behind it.
const ASSESSED: [(&str, FormLine); 6] = [
    ("penilaianhasilkerja", FormLine::RatingWork),
    ("evaluasihasilkerja", FormLine::RatingWork),
    ("ekspektasihasilkerja", FormLine::RatingWork),
    ("penilaianperilaku", FormLine::RatingConduct),
    ("evaluasiperilaku", FormLine::RatingConduct),
    ("ekspektasiperilaku", FormLine::RatingConduct),
];

/// Words that may stand before the name of a rating.
const LEAD_INS: [&str; 4] = ["kesimpulan", "penetapan", "usulan", "hasil penilaian"];

/// Words between a label and its value that belong to neither.
const FILLERS: [&str; 11] = [
    "kerja", "kinerja", "pegawai", "pns", "asn", "akhir", "tahunan", "periodik", "dan", "tahun", "final",
];

/// What a line is, and what is filled in behind its label in the same cell.
pub fn line(text: &str) -> Option<(FormLine, Option<&str>)> {
    let text = unnumbered(text);
    if text.len() > 300 || !text.starts_with(begins_a_line) {
        return None;
    }
    let short = |word: &str| {
        let head = text.split([':', '\n']).next().unwrap_or(text);
        fold(head) == word
    };
    let found = |text| LINES.iter().find_map(|&(word, line)| Some((line, after(text, word)?)));
    let led_in = || {
        let rest = LEAD_INS.iter().find_map(|w| after(text, &fold(w)))?.trim_start();
        found(rest).filter(|(line, _)| matches!(line, FormLine::RatingWork | FormLine::RatingConduct | FormLine::Mark))
    };
    let assessed = || {
        let (line, rest) = ASSESSED.iter().find_map(|&(word, line)| Some((line, after(text, word)?)))?;
        let value = fold(rest);
        let value = value.strip_prefix("kerja").unwrap_or(&value);
        (value.is_empty() || value.ends_with("ekspektasi")).then_some((line, rest))
    };
    let (line, rest) = match rating_of(text).or_else(|| found(text)).or_else(led_in).or_else(assessed) {
        Some(found) => found,
        None if short("rating") => (FormLine::RatingWork, text.split_once([':', '\n']).map_or("", |t| t.1)),
        // As words of their own only: an RHK may begin with them.
        None if short("catatan") || short("rekomendasi") => (FormLine::Notes, text.split_once([':', '\n']).map_or("", |t| t.1)),
        None => return None,
    };
    // "Lampiran 3 dokumen tersusun" is work
    if line == FormLine::Annex && text.split_whitespace().count() > 6 {
        return None;
    }
    // With something behind the colon a year is that of the periode, on whichever side it stands.
    let says_year = line == FormLine::Period && text.split_once([':', '\n']).is_some_and(|(_, t)| !fold(t).is_empty());
    let is_filler = |f: &&&str| !says_year || !matches!(**f, "tahun" | "tahunan");
    let year = |rest| if says_year { None } else { after_year(rest) };
    let rates = matches!(line, FormLine::RatingWork | FormLine::RatingConduct | FormLine::Mark);
    let part = |rest| if rates { form_period::after_part(rest) } else { None };
    let mut rest = rest.trim_start_matches(is_between);
    while let Some(behind) = FILLERS
        .iter()
        .filter(is_filler)
        .find_map(|f| after(rest, f))
        .or_else(|| year(rest))
        .or_else(|| part(rest))
    {
        rest = behind.trim_start_matches(is_between);
    }
    Some((line, Some(rest.trim()).filter(|r| !r.is_empty())))
}

/// A letter with which one of the lines begins: most texts of a form are done with by it.
fn begins_a_line(c: char) -> bool {
    matches!(
        c.to_ascii_lowercase(),
        'c'..='e' | 'h' | 'j'..='m' | 'p' | 'r' | 's' | 'u' | 'w'
    )
}

/// Words between "rating" and what is rated.
const OF_RATING: [&str; 8] = [
    "kinerja",
    "pegawai",
    "penilaian",
    "evaluasi",
    "akhir",
    "atas",
    "aspek",
    "komponen",
];

/// A rating whose label says what is rated last: "RATING KINERJA (HASIL KERJA)".
fn rating_of(text: &str) -> Option<(FormLine, &str)> {
    let mut rest = after(text, "rating")?.trim_start_matches(is_between);
    while let Some(behind) = OF_RATING.iter().find_map(|w| after(rest, w)) {
        rest = behind.trim_start_matches(is_between);
    }
    let rated = [
        ("hasilkerja", FormLine::RatingWork),
        ("hasilkinerja", FormLine::RatingWork),
        ("perilaku", FormLine::RatingConduct),
    ];
    rated.iter().find_map(|&(word, line)| Some((line, after(rest, word)?)))
}

/// What a label rates that is the heading of a part of the form, unless its rating stands beside it: "a. Hasil Kerja".
pub fn rated(label: &str) -> Option<FormLine> {
    match fold(unnumbered(label)).as_str() {
        "hasilkerja" | "hasilkinerja" => Some(FormLine::RatingWork),
        "perilakukerja" | "perilaku" => Some(FormLine::RatingConduct),
        "hasilakhir" | "kesimpulan" => Some(FormLine::Mark),
        _ => None,
    }
}

/// The year that the label of a line names: "PREDIKAT KINERJA TAHUN 2024".
pub fn year_of(text: &str) -> Option<u16> {
    let label = text.split([':', '\n']).next().unwrap_or(text);
    let words = label.split(|c: char| !c.is_ascii_digit());
    words
        .filter(|w| w.len() == 4 && matches!(&w[..2], "19" | "20"))
        .find_map(|w| w.parse().ok())
}

/// What stands behind a year at the front.
fn after_year(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (digits == 4 && matches!(&text[..2], "19" | "20")).then(|| &text[4..])
}

/// A line after which a form has no RHK.
pub fn ends_table(text: &str) -> bool {
    line(text).is_some_and(|(line, _)| line != FormLine::Period)
}

const fn is_between(c: char) -> bool {
    matches!(
        c,
        '*' | ' ' | ':' | '-' | '–' | '=' | '/' | '.' | ',' | '\n' | '\r' | '\u{a0}' | '(' | ')'
    )
}

/// A text without a running number in front: "1. NAMA", "B. PERILAKU KERJA", "(2) …".
pub fn unnumbered(text: &str) -> &str {
    let text =
        text.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ')' | '(' | '\u{a0}'));
    // "I.", "II)", "B.", "a."
    match text.split_once(['.', ')']) {
        // A numeral or one letter: "UPT.", "NI." are words.
        Some((number, rest))
            if (number.len() == 1 && number.bytes().all(|b| b.is_ascii_alphabetic()))
                || (2..=5).contains(&number.len()) && number.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) =>
        {
            rest.trim_start()
        }
        _ => text,
    }
}

/// What stands behind a folded beginning.
fn after<'a>(text: &'a str, beginning: &str) -> Option<&'a str> {
    let mut wanted = beginning.chars();
    let mut next = wanted.next()?;
    for (at, c) in text.char_indices() {
        if !c.is_alphanumeric() {
            continue;
        }
        if !c.to_lowercase().eq(std::iter::once(next)) {
            return None;
        }
        let Some(following) = wanted.next() else {
            let rest = &text[at + c.len_utf8()..];
            return (!rest.starts_with(char::is_alphanumeric)).then_some(rest);
        };
        next = following;
    }
    None
}

/// Whose identity a block tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// PEGAWAI YANG DINILAI.
    Pegawai,
    /// PEJABAT PENILAI KINERJA.
    Penilai,
    /// ATASAN PEJABAT PENILAI KINERJA.
    Lain,
}

/// The title of an identity block.
pub fn block_title(text: &str) -> Option<Who> {
    if text.len() > 80 {
        return None;
    }
    let name = fold(unnumbered(text));
    let identity = ["identitas", "datadiri", "data"].iter().find_map(|w| name.strip_prefix(w));
    if matches!(identity, Some("pegawai" | "pns" | "asn" | "pppk")) {
        return Some(Who::Pegawai);
    }
    let name = identity.unwrap_or(&name);
    let of_the_rated = ["yangdinilai", "yangdievaluasi", "dinilai"];
    if name.starts_with("atasanpejabatpenilai") {
        Some(Who::Lain)
    } else if name.starts_with("pejabatpenilai") || matches!(name, "penilai" | "penilaikinerja" | "atasanlangsung") {
        Some(Who::Penilai)
    } else if name == "yangdinilai"
        || (["pegawai", "pns", "asn", "pppk"].iter().any(|w| name.starts_with(w))
            && of_the_rated.iter().any(|w| name.ends_with(w)))
    {
        Some(Who::Pegawai)
    } else {
        None
    }
}

/// Whether a line is the title of an official form: `SASARAN KINERJA PEGAWAI`, `FORMULIR EVALUASI KINERJA`.
pub fn is_form_title(text: &str) -> bool {
    const NAMES: [&str; 4] = [
        "sasarankinerjapegawai",
        "sasarankerjapegawai",
        "evaluasikinerja",
        "penilaiankinerja",
    ];
    if !(15..120).contains(&text.len()) {
        return false;
    }
    let name = fold(text);
    let kinds = ["formulir", "form", "hasil", "rencana"];
    let name = kinds.iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(&name);
    NAMES.iter().any(|title| name.starts_with(title))
}

/// A field of an identity block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormField {
    /// NAMA.
    Nama,
    /// NIP, NI PPPK, NIP/NRP.
    Nip,
    /// PANGKAT/GOL. RUANG.
    Pangkat,
    /// JABATAN.
    Jabatan,
    /// UNIT KERJA and its other names.
    Unit,
    /// INSTANSI, where the form has no other unit.
    Instansi,
}

/// The field that a label names. `label` is folded.
pub fn field(label: &str) -> Option<FormField> {
    if label.len() > 40 {
        return None;
    }
    let begins = |words: &[&str]| words.iter().any(|w| label.starts_with(w));
    Some(match label {
        "nama"
        | "namalengkap"
        | "namapegawai"
        | "namadangelar"
        | "namalengkapdangelar"
        | "namapejabat"
        | "namanip"
        | "namadannip"
        | "namapegawainip"
        | "namapegawaidannip"
        | "namalengkapnip"
        | "namapejabatpenilai" => FormField::Nama,
        _ if begins(&["niplama", "karpeg", "nokarpeg"]) => return None,
        _ if begins(&["nip", "nippk", "nippppk", "nip3k", "nomorindukp", "noindukp", "nrp"]) => FormField::Nip,
        _ if begins(&["pangkat", "golongan", "gol"]) => FormField::Pangkat,
        "jabatan" | "namajabatan" | "jabatanpegawai" | "jabatanterakhir" => FormField::Jabatan,
        "instansi" | "namainstansi" => FormField::Instansi,
        "unit" | "unor" | "skpd" | "opd" | "satker" | "sekolah" | "bidang" | "bagian" => FormField::Unit,
        _ if begins(&["unitkerja", "unitorganisasi", "satuankerja", "perangkatdaerah"]) => FormField::Unit,
        _ => return None,
    })
}

/// A text that stands where somebody has yet to write: dashes, "(dapat ditambahkan pada tahun
/// berjalan)", "Rencana Hasil Kerja Tambahan 1", "(realisasi)****".
pub fn is_placeholder(text: &str) -> bool {
    let trimmed = text.trim();
    if trimmed.len() > 120 {
        return false;
    }
    let folded = fold(trimmed);
    if folded.is_empty() {
        return trimmed.chars().all(|c| {
            c.is_whitespace()
                || matches!(
                    c,
                    '-' | '–' | '—' | '−' | '.' | '…' | '_' | '/' | '(' | ')' | '[' | ']' | ':' | '*'
                )
        });
    }
    // "Indikator Kinerja Individu:" opens the list below it.
    if trimmed.ends_with(':') && ["indikator", "ukuran"].iter().any(|w| folded.starts_with(w)) {
        return false;
    }
    if folded.contains("dapatditambahkan") || folded.contains("ditambahkanpadatahunberjalan") {
        return true;
    }
    // "Diisi bila ada penugasan": no RHK is a request, or says that there is none.
    let asks = ["diisi", "silakandiisi", "akanditambahkan", "akandiisi"]
        .iter()
        .any(|w| folded.starts_with(w))
        && ["bila", "jika", "apabila", "oleh", "sesuai", "kemudian", "berjalan", "setelah"]
            .iter()
            .any(|w| folded.contains(w));
    let none = ["tidakada", "belumada", "belumterdapat", "tidakterdapat"]
        .iter()
        .find_map(|w| folded.strip_prefix(w));
    let of_what = [
        "",
        "penugasan",
        "tugas",
        "kinerja",
        "tugastambahan",
        "kinerjatambahan",
        "hasilkerjatambahan",
        "rhktambahan",
        "tambahan",
    ];
    if asks || none.is_some_and(|what| of_what.contains(&what)) {
        return true;
    }
    // "(diisi oleh …)", "[tuliskan …]": only in brackets, for an RHK may begin with a verb.
    let bracketed = trimmed.starts_with(['(', '[', '<', '{']) || trimmed.starts_with("…") || trimmed.starts_with("...");
    if bracketed
        && ["diisi", "isi", "tulis", "contoh", "jikaada", "bilaada"]
            .iter()
            .any(|w| folded.starts_with(w))
    {
        return true;
    }
    let mut rest = folded.trim_end_matches(|c: char| c.is_ascii_digit());
    let before = rest;
    for (word, needs_more) in [
        ("rencanahasilkerja", false),
        ("rhk", false),
        ("hasilkerja", false),
        ("rencanakinerja", false),
        ("indikatorkinerjaindividu", false),
        ("indikatorkinerja", false),
        ("indikator", false),
        ("ukurankeberhasilan", false),
        ("kinerja", true),
        ("realisasi", false),
        ("umpanbalik", false),
        ("target", false),
    ] {
        if let Some(behind) = rest.strip_prefix(word) {
            rest = behind;
            let mut more = false;
            while let Some(behind) = [
                "tambahan",
                "utama",
                "individu",
                "pegawai",
                "pimpinan",
                "atasan",
                "yangdiintervensi",
                "dst",
            ]
            .iter()
            .find_map(|w| rest.strip_prefix(w))
            {
                rest = behind;
                more = true;
            }
            return rest.is_empty() && (more || !needs_more);
        }
    }
    matches!(
        before,
        "dst" | "dstnya" | "nihil" | "tidakada" | "belumada" | "kosong" | "xxx" | "na"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_known_by_how_they_begin() {
        for (text, wanted, behind) in [
            ("RATING HASIL KERJA*", FormLine::RatingWork, None),
            (
                "RATING HASIL KERJA : SESUAI EKSPEKTASI",
                FormLine::RatingWork,
                Some("SESUAI EKSPEKTASI"),
            ),
            (
                "RATING HASIL KERJA SESUAI EKSPEKTASI",
                FormLine::RatingWork,
                Some("SESUAI EKSPEKTASI"),
            ),
            ("Rating Kinerja", FormLine::RatingWork, None),
            ("RATING KINERJA (HASIL KERJA)", FormLine::RatingWork, None),
            ("RATING KINERJA (PERILAKU)", FormLine::RatingConduct, None),
            (
                "Rating Akhir Aspek Perilaku Kerja : Sesuai",
                FormLine::RatingConduct,
                Some("Sesuai"),
            ),
            ("RATING", FormLine::RatingWork, None),
            ("KESIMPULAN RATING HASIL KERJA", FormLine::RatingWork, None),
            ("Penilaian Perilaku Kerja", FormLine::RatingConduct, None),
            ("PREDIKAT KINERJA PEGAWAI TAHUN 2025 : BAIK", FormLine::Mark, Some("BAIK")),
            ("RATING PERILAKU KERJA*", FormLine::RatingConduct, None),
            ("PREDIKAT KINERJA PEGAWAI* : BAIK", FormLine::Mark, Some("BAIK")),
            ("5. PREDIKAT KINERJA", FormLine::Mark, None),
            ("CAPAIAN KINERJA ORGANISASI*", FormLine::Organisation, None),
            ("CAPAIAN KINERJA ORGANISASI: BAIK", FormLine::Organisation, Some("BAIK")),
            ("Predikat Kinerja Organisasi", FormLine::Organisation, None),
            ("POLA DISTRIBUSI:", FormLine::Curve, None),
            ("PERILAKU KERJA", FormLine::Conduct, None),
            ("CATATAN / REKOMENDASI", FormLine::Notes, None),
            ("Catatan: perlu pelatihan", FormLine::Notes, Some("perlu pelatihan")),
            ("DUKUNGAN SUMBER DAYA", FormLine::Annex, None),
            (
                "PERIODE PENILAIAN 1 JANUARI SD 31 DESEMBER 2025",
                FormLine::Period,
                Some("1 JANUARI SD 31 DESEMBER 2025"),
            ),
            ("PERIODE: TRIWULAN IV", FormLine::Period, Some("TRIWULAN IV")),
            ("PERIODE PENILAIAN : TAHUN 2025", FormLine::Period, Some("TAHUN 2025")),
            // What stands beside it may say more.
            ("PERIODE PENILAIAN TAHUN 2025 :", FormLine::Period, None),
        ] {
            assert_eq!(line(text), Some((wanted, behind)), "{text}");
        }
        for text in [
            "Tersusunnya laporan kinerja",
            "Catatan rapat tersusun tepat waktu",
            "Rekomendasi kebijakan tersusun",
            "HASIL KERJA",
            "Ratingnya naik",
            "Penilaian perilaku kerja pegawai terlaksana",
            "Usulan kenaikan pangkat terkirim",
            "Lampiran peraturan daerah tentang arsip yang tersusun lengkap",
            "",
        ] {
            assert_eq!(line(text), None, "{text}");
        }
    }

    #[test]
    fn labels_of_identity_by_meaning() {
        for (label, wanted) in [
            ("NI PPPK", FormField::Nip),
            ("NIP/NI PPPK", FormField::Nip),
            ("NIP/NRP", FormField::Nip),
            ("NIP (*opsional)", FormField::Nip),
            ("NIPPPK", FormField::Nip),
            ("NI. PPPK", FormField::Nip),
            ("Nomor Induk Pegawai", FormField::Nip),
            ("PANGKAT/ GOL. RUANG", FormField::Pangkat),
            ("Pangkat/Korps", FormField::Pangkat),
            ("UNIT KERJA", FormField::Unit),
            ("Perangkat Daerah", FormField::Unit),
            ("INSTANSI", FormField::Instansi),
        ] {
            assert_eq!(field(&fold(label)), Some(wanted), "{label}");
        }
        for label in ["NIP LAMA", "Jabatan Atasan", "Nama Jabatan Atasan", "KARPEG", "Target"] {
            assert_eq!(field(&fold(label)), None, "{label}");
        }
        assert_eq!(block_title("PEGAWAI YANG DINILAI"), Some(Who::Pegawai));
        assert_eq!(block_title("Pejabat Penilai Kinerja"), Some(Who::Penilai));
        assert_eq!(block_title("ATASAN PEJABAT PENILAI KINERJA"), Some(Who::Lain));
        assert_eq!(block_title("PEGAWAI NEGERI SIPIL YANG DINILAI"), Some(Who::Pegawai));
        assert_eq!(block_title("Pegawai dinilai"), Some(Who::Pegawai));
        assert_eq!(block_title("IDENTITAS PEGAWAI"), Some(Who::Pegawai));
        assert_eq!(block_title("B. Identitas Pejabat Penilai Kinerja"), Some(Who::Penilai));
        assert_eq!(block_title("Pegawai"), None);
    }

    #[test]
    fn what_nobody_has_filled_in() {
        for text in [
            "-",
            " – ",
            "…",
            "....",
            "(dapat ditambahkan pada tahun berjalan)",
            "Dapat ditambahkan pada tahun berjalan",
            "Rencana Hasil Kerja Tambahan 1",
            "RHK Tambahan",
            "(Rencana Hasil Kerja)",
            "Rencana Hasil Kerja 2",
            "Kinerja Tambahan 1",
            "Indikator Kinerja Tambahan 1",
            "Indikator Kinerja Individu",
            "(realisasi)****",
            "(umpan balik)***",
            "(diisi oleh pegawai)",
            "Diisi bila ada penugasan",
            "Belum ada penugasan",
            "Tidak ada kinerja tambahan",
            "dst.",
            "Tidak ada",
            "Nihil",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in [
            "Tersusunnya daftar arsip",
            "Rencana hasil kerja unit tersusun",
            "Indikator kinerja utama dinas terukur",
            "Kinerja",
            "Isi brankas tercatat",
            "Tidak ada pengaduan masyarakat",
            "12 dokumen",
            "1",
        ] {
            assert!(!is_placeholder(text), "{text}");
        }
    }

    #[test]
    fn every_line_begins_with_one_of_its_letters() {
        let words = LINES.iter().chain(&ASSESSED).map(|(word, _)| *word);
        for word in words.chain(LEAD_INS) {
            assert!(word.starts_with(begins_a_line), "{word}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,40}") {
            let _ = (line(&text), field(&text), block_title(&text), is_placeholder(&text));
        }
    }
}
