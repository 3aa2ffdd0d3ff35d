//! Columns whose heading nobody knows, told by what stands below them: a table needs the meaning, and
//! the cells of one unread column, all of them, can be nothing else. Each is told once.

use super::header::Header;
use super::settle::{self, Looks};
use super::{Key, TableColumn, TableKind};
use crate::base::text::{fold, fold_words};
use crate::contract::facet;
use crate::contract::tables::Need;
use crate::contract::unit_words::begins_a_unit;
use crate::contract::vocab::{JenisJabatan, JenisRhk, Word};
use crate::input::{Sheet, Value};

/// What a kind of table may have under a heading of its own, and what its cells look like.
const TOLD: [(TableKind, Key, Looks); 11] = [
    (TableKind::Perilaku, Key::Aspek, settle::aspek),
    (TableKind::Perilaku, Key::Nilai, settle::mark),
    (TableKind::Realisasi, Key::Aspek, settle::aspek),
    (TableKind::Realisasi, Key::UmpanBalik, settle::mark),
    (TableKind::Skp, Key::Aspek, settle::aspek),
    (TableKind::Skp, Key::Jenis, jenis),
    (TableKind::Skp, Key::UmpanBalik, settle::mark),
    (TableKind::Pegawai, Key::JenisJabatan, jenis_jabatan),
    (TableKind::Pegawai, Key::UnitKerja, unit),
    (TableKind::Penilaian, Key::UnitKerja, unit),
    (TableKind::Penilaian, Key::HasilAkhir, settle::predikat),
];

/// Words of a heading under which a mark is somebody's of this year.
const OF_A_MARK: [&str; 9] = [
    "predikat",
    "kuadran",
    "hasil",
    "nilai",
    "kinerja",
    "penilaian",
    "kategori",
    "sebutan",
    "kualifikasi",
];

/// Words of a heading that make it something else than what stands there now.
const NOT_NOW: [&str; 12] = [
    "usul",
    "lalu",
    "sebelum",
    "lama",
    "awal",
    "semula",
    "rencana",
    "organisasi",
    "tujuan",
    "asal",
    "atasan",
    "penilai",
];

fn jenis(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if JenisRhk::named(&fold_words(t)).is_some())
}

pub(super) fn jenis_jabatan(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if JenisJabatan::named(&fold_words(t)).is_some())
}

pub(super) fn unit(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if begins_a_unit(t))
}

/// Names the unread columns that their cells tell.
pub(super) fn read(sheet: &Sheet, header: &mut Header, end: usize) {
    if !header.columns.iter().any(TableColumn::is_unread) {
        return;
    }
    as_marks(sheet, header, end);
    for (kind, key, looks) in TOLD {
        if kind != header.jenis || header.has(key) {
            continue;
        }
        let mut found = candidates(sheet, header, end, key, looks);
        if let (Some(col), None) = (found.next(), found.next()) {
            drop(found);
            take(header, col, key);
        }
    }
}

fn candidates<'a>(
    sheet: &'a Sheet,
    header: &'a Header,
    end: usize,
    key: Key,
    looks: Looks,
) -> impl Iterator<Item = u16> + use<'a> {
    header
        .columns
        .iter()
        .filter(move |c| {
            c.is_unread() && may_mean(key, &c.written) && settle::all_look(settle::probe(sheet, header, end), c.col, looks)
        })
        .map(|c| c.col)
}

fn may_mean(key: Key, heading: &str) -> bool {
    let heading = fold(heading);
    let has = |words: &[&str]| words.iter().any(|w| heading.contains(w));
    match key {
        Key::HasilAkhir => has(&OF_A_MARK) && !has(&NOT_NOW) && facet::split(&[heading.as_str().into()]).0.period.is_none(),
        Key::UnitKerja => !has(&NOT_NOW),
        _ => true,
    }
}

fn take(header: &mut Header, col: u16, key: Key) {
    for column in header.columns.iter_mut().filter(|c| c.col == col) {
        column.key = Some(key);
    }
    header.missing.retain(|&k| k != key);
    header.matched += 1;
    header.by_content.push((col, key));
}

/// A list of people that is no list of postings and has a column of predikat is one of marks; two such
/// columns that nothing tells apart are nobody's.
fn as_marks(sheet: &Sheet, header: &mut Header, end: usize) {
    if header.jenis != TableKind::Pegawai || header.complete() || !(header.has(Key::Nip) || header.has(Key::NamaNip)) {
        return;
    }
    let marks: Vec<u16> = candidates(sheet, header, end, Key::HasilAkhir, settle::predikat).collect();
    if marks.is_empty() {
        return;
    }
    header.jenis = TableKind::Penilaian;
    let columns = TableKind::Penilaian.columns();
    for column in &mut header.columns {
        column.key = column.key.filter(|k| columns.iter().any(|c| c.key == *k));
    }
    header.missing = columns
        .iter()
        .filter(|c| c.need == Need::Must && !header.has(c.key))
        .filter(|c| !(matches!(c.key, Key::Nip | Key::Nama) && header.has(Key::NamaNip)))
        .map(|c| c.key)
        .collect();
    if let [first, second, ..] = marks[..] {
        header.ambiguous.push((second, first, Key::HasilAkhir));
        take(header, first, Key::HasilAkhir);
        header.by_content.pop();
    }
}
