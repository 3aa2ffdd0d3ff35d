//! What a heading says: the text of a heading cell → the columns it may mean.
//!
//! Headings are compared *folded* ([`crate::base::text::fold`]) with every name of every [`Key`]:
//! as they stand, then without a trailing "(hint)", then without a year and without words that may
//! be absent or present (pegawai, ASN, kinerja …), then by how long official headings begin.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::columns::{Key, Rank};
use super::facet;
use super::mark_words::{FILLERS, MARK, hints_nothing_else};
use super::tables::{Column, TableKind};
use super::unit_words::{self, UnitHeading};
use crate::base::text::{fold, fold_heading, fold_into, is_blank};

/// A heading that names a column of a kind of table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The kind.
    pub jenis: TableKind,
    /// The column's meaning.
    pub key: Key,
    /// How well the heading names it.
    pub rank: Rank,
}

/// A heading is no longer than this; more is a sentence of the data.
const LONGEST: usize = 200;

struct HeadingIndex {
    /// By folded name.
    names: HashMap<Box<str>, Vec<Hit>>,
    /// By name without fillers.
    bare: HashMap<Box<str>, Vec<Hit>>,
    /// Beginnings of long headings, the longest first.
    begins: Vec<(Box<str>, Vec<Hit>)>,
    /// Of headings made of words for units: the unit, an office, the unit above.
    units: [Vec<Hit>; 3],
    /// Of headings that say name and nothing but whose (`NAMA GURU`).
    person: Vec<Hit>,
    /// Of headings made of words for marks: the predikat, the rating of hasil kerja, that of perilaku.
    marks: [Vec<Hit>; 3],
}

static INDEX: LazyLock<HeadingIndex> = LazyLock::new(|| {
    let mut index = HeadingIndex {
        names: HashMap::new(),
        bare: HashMap::new(),
        begins: Vec::new(),
        units: Default::default(),
        person: Vec::new(),
        marks: Default::default(),
    };
    for jenis in TableKind::ALL {
        for column in jenis.columns() {
            let key = column.key;
            let unit = match key {
                Key::UnitKerja => &[(0, Rank::Weak(100)), (1, Rank::Last(100))][..],
                Key::UnitInduk => &[(1, Rank::Last(101)), (2, Rank::Weak(100))],
                _ => &[],
            };
            for &(i, rank) in unit {
                index.units[i].push(Hit { jenis, key, rank });
            }
            if key == Key::Nama {
                let rank = Rank::Weak(100);
                index.person.push(Hit { jenis, key, rank });
            }
            if let Some(mark) = [Key::HasilAkhir, Key::HasilKerja, Key::PerilakuKerja]
                .iter()
                .position(|k| *k == key)
            {
                let rank = Rank::Weak(100);
                index.marks[mark].push(Hit { jenis, key, rank });
            }
            for (name, rank) in spellings(column) {
                let hit = Hit { jenis, key, rank };
                add(index.names.entry(fold(name).into()).or_default(), hit);
                // A year is no filler of itself.
                if !matches!(key, Key::Tahun | Key::TahunPredikat) {
                    add(index.bare.entry(without_fillers(name).into()).or_default(), hit);
                }
            }
            for beginning in key.names().begins {
                let folded: Box<str> = fold(beginning).into();
                let hit = Hit {
                    jenis,
                    key,
                    rank: Rank::Begins,
                };
                match index.begins.iter_mut().find(|(b, _)| *b == folded) {
                    Some((_, hits)) => add(hits, hit),
                    None => index.begins.push((folded, vec![hit])),
                }
            }
        }
    }
    // What is left of "hasil kinerja" or "kinerja organisasi" says nothing by itself, or something else.
    for general in ["", "hasil", "kategori", "organisasi", "gelar", "lengkap"] {
        index.bare.remove(general);
    }
    index.begins.sort_by_key(|(b, _)| std::cmp::Reverse(b.len()));
    index
});

/// One entry for each kind and meaning, the best.
fn add(hits: &mut Vec<Hit>, hit: Hit) {
    match hits.iter_mut().find(|h| h.jenis == hit.jenis && h.key == hit.key) {
        Some(known) => known.rank = known.rank.min(hit.rank),
        None => hits.push(hit),
    }
}

/// Every name of a column with its rank, but for the beginnings of long headings.
fn spellings(column: &'static Column) -> impl Iterator<Item = (&'static str, Rank)> {
    let names = column.key.names();
    let own = std::iter::once((column.key.name(), Rank::Usual));
    own.chain(names.best.iter().map(|&n| (n, Rank::Best)))
        .chain(names.names.iter().map(|&n| (n, Rank::Usual)))
        .chain(column.also.iter().map(|&n| (n, Rank::Usual)))
        .chain((0..).zip(names.weak).map(|(i, &n)| (n, Rank::Weak(i))))
        .chain((0..).zip(names.last).map(|(i, &n)| (n, Rank::Last(i))))
}

/// The folded text without fillers and years.
fn without_fillers(text: &str) -> String {
    fold_heading(text)
        .split(' ')
        .filter(|w| !FILLERS.contains(w) && !facet::is_year(w))
        .collect()
}

/// What a heading names, in every kind that knows it. `buffer` is scratch space.
pub fn look_up(text: &str, buffer: &mut String) -> &'static [Hit] {
    // A figure, a date, a NIP: no column is called so.
    if !text.bytes().any(|b| b.is_ascii_alphabetic() || !b.is_ascii()) {
        return &[];
    }
    let hits = look_up_named(text, buffer);
    if !hits.is_empty() || text.len() > LONGEST {
        return hits;
    }
    buffer.clear();
    fold_into(text, buffer);
    let begins = INDEX.begins.iter().find(|(beginning, _)| buffer.starts_with(&**beginning));
    begins.map_or_else(
        || {
            let words = fold_heading(text);
            if names_a_person(&words) {
                return INDEX.person.as_slice();
            }
            match made_of_unit_words(&words, text.contains('/')) {
                [] => made_of_mark_words(&words),
                units => units,
            }
        },
        |(_, hits)| hits.as_slice(),
    )
}

/// Words that say whose name it is, or how it is written.
const PERSON: [&str; 34] = [
    "lengkap",
    "gelar",
    "beserta",
    "dan",
    "dengan",
    "tanpa",
    "guru",
    "dosen",
    "tendik",
    "tenaga",
    "kependidikan",
    "kesehatan",
    "medis",
    "pendidik",
    "fungsional",
    "sipil",
    "pejabat",
    "karyawan",
    "penyuluh",
    "petugas",
    "staf",
    "aparatur",
    "anggota",
    "personil",
    "perawat",
    "dokter",
    "pppk",
    "cpns",
    "sesuai",
    "sk",
    "sapk",
    "siasn",
    "yang",
    "dinilai",
];

/// A heading that says name, and nothing else but whose or how it is written: `NAMA GURU`, `Nama Dosen/Tendik`.
fn names_a_person(words: &str) -> bool {
    let says_whose = |w: &&str| PERSON.contains(w) || matches!(*w, "pegawai" | "asn" | "pns");
    let words = || words.split(' ');
    words().any(|w| w == "nama") && words().any(|w| says_whose(&w)) && words().all(|w| FILLERS.contains(&w) || says_whose(&w))
}

/// What a heading names that says a mark and nothing else: `Nilai/Predikat SKP`, `Rating Akhir Perilaku`. One of
/// an organisation, of somebody else or of a mean has a word more, and is none.
fn made_of_mark_words(words: &str) -> &'static [Hit] {
    let words: Vec<&str> = words
        .split(' ')
        .filter(|w| !w.is_empty() && !FILLERS.contains(w) && !facet::is_year(w))
        .collect();
    let has = |word: &str| words.contains(&word);
    let conduct = has("perilaku");
    if !words
        .iter()
        .all(|w| MARK.contains(w) || matches!(*w, "perilaku" | "ekspektasi"))
    {
        return &[];
    }
    let rating = has("rating") || has("ekspektasi");
    match (conduct, rating) {
        (true, true) => &INDEX.marks[2],
        (false, true) if has("hasil") => &INDEX.marks[1],
        (false, false) if has("predikat") || has("kuadran") => &INDEX.marks[0],
        _ => &[],
    }
}

/// What a heading names that is made of nothing but words for units.
fn made_of_unit_words(words: &str, alternatives: bool) -> &'static [Hit] {
    let left = words.split(' ').filter(|w| !FILLERS.contains(w) && !facet::is_year(w));
    unit_words::heading(left, alternatives).map_or(&[], |unit| match unit {
        UnitHeading::Own => &INDEX.units[0],
        UnitHeading::Office => &INDEX.units[1],
        UnitHeading::Above => &INDEX.units[2],
    })
}

/// [`look_up`], but not by how a heading begins.
pub fn look_up_named(text: &str, buffer: &mut String) -> &'static [Hit] {
    let hits = look_up_exact(text, buffer);
    if !hits.is_empty() || text.len() > LONGEST {
        return hits;
    }
    INDEX.bare.get(without_fillers(text).as_str()).map_or(&[], Vec::as_slice)
}

/// What every alternative of a heading names ("OPD / UNIT KERJA", "NIPPPK/NIP", "Unit atau Instansi"),
/// each kind and meaning by its best name.
pub fn look_up_alternatives(text: &str, buffer: &mut String) -> Vec<Hit> {
    let parts: Vec<&str> = text
        .split(['/', '|', '\n'])
        .flat_map(|p| p.split(" atau "))
        .filter(|p| !is_blank(p))
        .collect();
    if !(2..=4).contains(&parts.len()) || text.len() > LONGEST {
        return Vec::new();
    }
    let mut hits: Vec<Hit> = look_up_named(parts[0], buffer).to_vec();
    for part in &parts[1..] {
        let others = look_up_named(part, buffer);
        hits.retain_mut(|hit| {
            let same = others.iter().find(|o| o.jenis == hit.jenis && o.key == hit.key);
            hit.rank = same.map_or(hit.rank, |o| o.rank.min(hit.rank));
            same.is_some()
        });
    }
    hits
}

/// What a heading names as it stands, or without its trailing "(hint)". Quick: rows of data are
/// tried with it.
pub fn look_up_exact(text: &str, buffer: &mut String) -> &'static [Hit] {
    if text.len() > LONGEST {
        return &[];
    }
    buffer.clear();
    fold_into(text, buffer);
    if let Some(hits) = INDEX.names.get(buffer.as_str()) {
        return hits;
    }
    match without_hint(text) {
        Some((short, hint)) => {
            buffer.clear();
            fold_into(short, buffer);
            let hits = INDEX.names.get(buffer.as_str()).map_or(&[][..], Vec::as_slice);
            let other_mark = hits.iter().any(|h| facet::is_mark(h.key)) && !hints_nothing_else(hint);
            if other_mark { &[] } else { hits }
        }
        None => &[],
    }
}

/// Whether the text names a column of any kind: what the CSV reader tells its delimiter by.
pub fn is_known_header(text: &str) -> bool {
    !look_up(text, &mut String::new()).is_empty()
}

/// The text without a trailing "(hint)", and the hint; `None` when it has none, or is nothing else.
fn without_hint(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_end();
    let inner = text.strip_suffix(')').or_else(|| text.strip_suffix(']'))?;
    let open = inner.rfind(['(', '['])?;
    let short = &text[..open];
    short
        .chars()
        .any(char::is_alphanumeric)
        .then_some((short, &inner[open + 1..]))
}

/// The known column name nearest to a heading that was not understood, if one is near enough to
/// be a slip of the pen. `jenis` says whose columns are meant.
pub fn nearest(text: &str, jenis: TableKind) -> Option<Key> {
    let wanted = fold(without_hint(text).map_or(text, |(short, _)| short));
    if wanted.chars().count() < 3 {
        return None;
    }
    let mut best: Option<(f64, Key)> = None;
    for column in jenis.columns() {
        for (name, _) in spellings(column) {
            let likeness = strsim::normalized_damerau_levenshtein(&wanted, &fold(name));
            if likeness >= 0.7 && best.is_none_or(|(b, _)| likeness > b) {
                best = Some((likeness, column.key));
            }
        }
    }
    best.map(|(_, key)| key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str, jenis: TableKind) -> Option<&'static str> {
        look_up(text, &mut String::new())
            .iter()
            .filter(|h| h.jenis == jenis)
            .min_by_key(|h| h.rank.class())
            .map(|h| h.key.name())
    }

    #[test]
    fn case_blanks_punctuation_and_hints_do_not_count() {
        for text in [
            "nip",
            "N I P",
            "NIP BARU",
            "NIP/NI PPPK",
            "N.I.P. (18 digit)",
            "\u{feff}ＮＩＰ*",
            "NIPPPK",
            "NIP/NRK",
            "Nomor Induk Pegawai",
        ] {
            assert_eq!(named(text, TableKind::Pegawai), Some("nip"), "{text}");
        }
        for text in ["NIP Lama", "NIP (lama)", "Karpeg", "NIK"] {
            assert_eq!(named(text, TableKind::Pegawai), Some("bukan_nip"), "{text}");
        }
        for text in ["Pangkat/Gol. Ruang", "golru", "Gol"] {
            assert_eq!(named(text, TableKind::Pegawai), Some("golongan"), "{text}");
        }
        for jenis in [
            TableKind::Pegawai,
            TableKind::Penilaian,
            TableKind::LaporanSkp,
            TableKind::Unit,
        ] {
            for text in [
                "Perangkat Daerah",
                "OPD",
                "SKPD",
                "Unor",
                "SATUAN KERJA",
                "Satker",
                "Sekolah",
                "Bidang",
                "Instansi",
            ] {
                assert_eq!(named(text, jenis), Some("unit_kerja"), "{text}");
            }
        }
        assert_eq!(named("pegawai_atasan_nip", TableKind::Pegawai), Some("nip_atasan"));
        assert_eq!(named("nip_penilai", TableKind::Perilaku), Some("nip_penilai"));
        assert_eq!(named("is_skp_plt_plh_pjb", TableKind::Penilaian), Some("plt"));
        assert_eq!(named("(catatan)", TableKind::Pegawai), None);
        assert!(is_known_header("Umpan Balik (di atas|sesuai|di bawah)"));
        assert!(!is_known_header("198001012005011001"));
        let names = INDEX.names.keys().chain(INDEX.begins.iter().map(|(b, _)| b));
        assert!(names.clone().all(|n| n.bytes().any(|b| b.is_ascii_alphabetic())));
    }

    #[test]
    fn a_year_and_fillers_may_stand_or_be_absent() {
        for text in [
            "PREDIKAT KINERJA TAHUN 2025",
            "Predikat ASN 2025",
            "PREDIKAT",
            "kuadranKinerja",
            "Predikat Kinerja Periodik",
            "Predikat SKP",
            "Nilai/Predikat SKP 2025",
            "PREDIKAT AKHIR SKP",
            "Kategori / Predikat Penilaian",
        ] {
            assert_eq!(named(text, TableKind::Penilaian), Some("hasil_akhir"), "{text}");
        }
        for text in [
            "Rating Hasil Kinerja",
            "hasilKerja",
            "Hasil Kerja Pegawai",
            "Nilai Hasil Kerja 2025",
            "Rating Akhir Hasil Kinerja",
        ] {
            assert_eq!(named(text, TableKind::Penilaian), Some("hasil_kerja"), "{text}");
        }
        assert_eq!(
            named("Rating Evaluasi Perilaku", TableKind::Penilaian),
            Some("perilaku_kerja")
        );
        for text in [
            "Predikat Unit Eselon",
            "Predikat Usulan",
            "Rata-rata Predikat",
            "Rating",
            "Nilai Akhir",
        ] {
            assert_ne!(named(text, TableKind::Penilaian), Some("hasil_akhir"), "{text}");
        }
        assert_eq!(named("Jabatan ASN", TableKind::Penilaian), Some("jabatan"));
        assert_eq!(named("Hasil", TableKind::Penilaian), None);
        let either = |text| {
            look_up_alternatives(text, &mut String::new())
                .iter()
                .find(|h| h.jenis == TableKind::Penilaian)
                .map(|h| h.key.name())
        };
        assert_eq!(either("OPD / UNIT KERJA"), Some("unit_kerja"));
        assert_eq!(either("NIPPPK/NIP"), Some("nip"));
        assert_eq!(either("Jabatan / Unit Kerja"), None);
        assert_eq!(named("Jenis Pegawai", TableKind::Pegawai), Some("jenis_pegawai"));
        assert_eq!(named("Kinerja Pegawai", TableKind::Penilaian), None);
    }

    #[test]
    fn long_official_headings_are_known_by_how_they_begin() {
        let form = |text| named(text, TableKind::FormulirEvaluasi);
        for text in [
            "REALISASI BERDASARKAN BUKTI",
            "REALISASI BERDASAR BUKTI DUKUNG",
            "Realisasi Kinerja s.d. Desember",
        ] {
            assert_eq!(form(text), Some("realisasi"), "{text}");
        }
        assert_eq!(form("UMPAN BALIK BERDASAR BUKTI DUKUNG"), Some("umpan_balik"));
        for text in [
            "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
            "RENCANA KINERJA ATASAN LANGSUNG YANG DIINTERVENSI",
            "RHK KEPALA DINAS",
            "RENCANA HASIL KERJA KEPALA BIDANG",
        ] {
            assert_eq!(form(text), Some("kode_rhk_atasan"), "{text}");
        }
        assert_eq!(form("TARGET/ SESUAI EKSPEKTASI"), Some("target"));
        assert_eq!(form("RENCANA HASIL KERJA INDIVIDU PEGAWAI"), Some("rhk"));
    }

    #[test]
    fn no_name_means_two_columns_of_one_kind() {
        for (name, hits) in &INDEX.names {
            for hit in hits {
                let rivals: Vec<_> = hits
                    .iter()
                    .filter(|h| h.jenis == hit.jenis && h.key != hit.key && h.rank == hit.rank && hit.rank <= Rank::Begins)
                    .collect();
                assert!(rivals.is_empty(), "\"{name}\": {hit:?} and {rivals:?}");
            }
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_recognised_as_one() {
        assert_eq!(nearest("Jenis Jabatn", TableKind::Pegawai), Some(Key::JenisJabatan));
        assert_eq!(nearest("Warna kesukaan", TableKind::Pegawai), None);
    }
}
