//! Columns whose heading nobody knows, told by what stands below them: a table needs the meaning, and
//! the cells of one unread column, all of them, can be nothing else. Each is told once.

use hashbrown::HashSet;

use super::header::{Header, UnreadMarks};
use super::settle::{self, Looks};
use super::{Key, TableColumn, TableKind};
use crate::base::text::{fold, fold_heading, fold_words};
use crate::contract::facet::{self, Facet};
use crate::contract::heading::look_up;
use crate::contract::mark_words::{
    self, is_of_another, is_of_another_rater, names_a_mark, names_a_talent, says_an_organisation, says_nothing_else,
};
use crate::contract::subject_words::{Subject, subject};
use crate::contract::tables::Need;
use crate::contract::unit_words::begins_a_unit;
use crate::contract::vocab::{JenisJabatan, JenisRhk, PredikatOrganisasi, StatusPegawai, Word};
use crate::input::sheet::Row;
use crate::input::{Sheet, Value};

/// What a kind of table may have under a heading of its own, and what its cells look like.
const TOLD: [(TableKind, Key, Looks); 14] = [
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
    (TableKind::Unit, Key::PredikatOrganisasi, predikat_organisasi),
    (TableKind::Penilaian, Key::HasilAkhir, settle::predikat),
    (TableKind::Penilaian, Key::HasilKerja, settle::mark),
    (TableKind::Penilaian, Key::PerilakuKerja, settle::mark),
];

/// How words of a heading begin that make it something else than what stands there now.
const NOT_NOW: [&str; 11] = [
    "lalu",
    "sebelum",
    "lama",
    "awal",
    "semula",
    "rencana",
    "direncana",
    "organisasi",
    "tujuan",
    "asal",
    "atasan",
];

pub(super) fn jenis(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if JenisRhk::named(&fold_words(t)).is_some())
}

pub(super) fn jenis_jabatan(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if JenisJabatan::named(&fold_words(t)).is_some())
}

fn predikat_organisasi(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if PredikatOrganisasi::named(&fold_words(t)).is_some())
}

pub(super) fn unit(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if begins_a_unit(t))
}

/// Names the unread columns that their cells tell.
pub(super) fn read(sheet: &Sheet, header: &mut Header, end: usize) {
    counts_under_choices(sheet, header, end);
    aspek_under_nilai(sheet, header, end);
    as_excused(sheet, header, end);
    as_marks(sheet, header, end);
    if !header.columns.iter().any(TableColumn::is_unread) {
        return;
    }
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
    marks_of_others(sheet, header, end);
    marks_left(sheet, header, end);
    ticks_left(sheet, header, end);
}

/// Letters of the number of a column, at most.
const NUMBERS: usize = 8;

/// Under the words of predikat stand counts of people, not ticks: nobody has a mark by them.
fn counts_under_choices(sheet: &Sheet, header: &mut Header, end: usize) {
    let ticked = |c: &&TableColumn| c.key == Some(Key::HasilAkhir) && c.facet.tick.is_some();
    let cols = |test: &dyn Fn(&&TableColumn) -> bool| header.columns.iter().filter(test).map(|c| c.col).collect::<Vec<u16>>();
    let columns = cols(&ticked);
    let named = cols(&|c| matches!(c.key, Some(Key::Nip | Key::NamaNip)));
    // Rows of sums and of numbers of columns name nobody.
    let is_person = |row: &Row<'_>| named.iter().any(|&col| row.get(col).written().len() > NUMBERS);
    let mut people = settle::probe(sheet, header, end).filter(is_person);
    if !people.any(|row| columns.iter().any(|&col| settle::several(row.get(col)))) {
        return;
    }
    for column in header.columns.iter_mut().filter(|c| ticked(&&**c)) {
        column.key = None;
        column.facet = Facet::default();
    }
}

/// Columns of signs under the group of columns to tick, in words that nobody knows: what is ticked there is not
/// guessed, and not passed over.
fn ticks_left(sheet: &Sheet, header: &mut Header, end: usize) {
    let group = |c: &TableColumn| {
        c.written
            .rsplit_once(TableColumn::BETWEEN_LEVELS)
            .map(|(group, _)| fold(group))
    };
    let ticked = header.columns.iter().filter(|c| c.facet.tick.is_some());
    let groups: Vec<(String, Key, Facet)> = ticked
        .filter_map(|c| Some((group(c)?, c.key?, c.facet.without_tick())))
        .collect();
    for column in header.columns.iter_mut().filter(|c| c.is_unread()) {
        let Some((_, key, facet)) = group(column).and_then(|own| groups.iter().find(|g| g.0 == own)) else {
            continue;
        };
        if settle::all_look(settle::probe_below(sheet, header.last, end), column.col, settle::sign) {
            column.key = Some(*key);
            column.facet = Facet {
                tick: Some(facet::UNCLEAR),
                ..facet.clone()
            };
        }
    }
}

/// Marks under headings that nobody knows, of a kind that the table has no column of: what they are is not guessed,
/// and nobody is told that his is missing.
fn marks_left(sheet: &Sheet, header: &mut Header, end: usize) {
    if header.jenis == TableKind::Skp && !header.has(Key::Realisasi) {
        // "Capaian" of a plan may be what was attained, or how many per cent of the target that is.
        let unread = header.columns.iter().filter(|c| c.is_unread() && says_attained(&c.written));
        let figures = |c: &&TableColumn| settle::all_look(settle::probe(sheet, header, end), c.col, settle::figure);
        let found: Vec<u16> = unread.filter(figures).map(|c| c.col).collect();
        header
            .marks_unread
            .extend(found.into_iter().map(|col| UnreadMarks::of(col, vec![Key::Realisasi])));
    }
    if header.jenis == TableKind::Unit && !header.has(Key::PredikatOrganisasi) {
        let unread = header.columns.iter().filter(|c| c.is_unread() && names_a_mark(&c.written));
        let marks = |c: &&TableColumn| settle::all_look(settle::probe(sheet, header, end), c.col, predikat_organisasi);
        let found: Vec<u16> = unread.filter(marks).map(|c| c.col).collect();
        header.marks_unread.extend(
            found
                .into_iter()
                .map(|col| UnreadMarks::of(col, vec![Key::PredikatOrganisasi])),
        );
    }
    if header.jenis == TableKind::Pegawai && header.complete() {
        // It says more of the people than a list of marks can, and stays what it is.
        let unread = header
            .columns
            .iter()
            .filter(|c| c.is_unread() && may_mean(Key::HasilAkhir, &c.written));
        let now = unread.filter(|c| facet::split(&[c.written.as_str().into()]).0.period.is_none());
        let marks = now.filter(|c| settle::all_look(settle::probe(sheet, header, end), c.col, settle::predikat));
        let found: Vec<u16> = marks.map(|c| c.col).collect();
        header
            .marks_unread
            .extend(found.into_iter().map(|col| UnreadMarks::of(col, Vec::new())));
    }
    if header.jenis == TableKind::Pegawai && !header.complete() && header.has(Key::Nip) {
        // Nobody has a mark by this list: what may be one under a heading of its own is named.
        let unread = header
            .columns
            .iter()
            .filter(|c| c.is_unread() && (names_a_mark(&c.written) || names_a_talent(&c.written)));
        let found: Vec<UnreadMarks> = unread
            .filter(|c| settle::all_look(settle::probe(sheet, header, end), c.col, |_| true))
            .map(|c| UnreadMarks {
                no_words: !settle::all_look(settle::probe(sheet, header, end), c.col, settle::predikat),
                ..UnreadMarks::of(c.col, vec![Key::HasilAkhir])
            })
            .collect();
        header.marks_unread.extend(found);
    }
    if header.jenis != TableKind::Penilaian {
        return;
    }
    let decided = header.has(Key::HasilAkhir);
    let ratings: Vec<Key> = [Key::HasilKerja, Key::PerilakuKerja]
        .into_iter()
        .filter(|k| !header.has(*k))
        .collect();
    let predikat = Some(Key::HasilAkhir).filter(|_| !decided && !ratings.is_empty());
    let kinds: [(Looks, Vec<Key>); 2] = [(settle::rating, ratings), (settle::predikat, predikat.into_iter().collect())];
    for (looks, lacking) in kinds {
        let Some(&first) = lacking.first() else { continue };
        for column in header.columns.iter_mut().filter(|c| c.is_unread()) {
            let rows = settle::probe_below(sheet, header.last, end);
            if !says_now(&column.written) || !settle::all_look(rows, column.col, looks) {
                continue;
            }
            if !decided {
                column.surpassed = Some(first);
            }
            header.marks_unread.push(UnreadMarks::of(column.col, lacking.clone()));
        }
    }
}

/// The heading says capaian or hasil, and nothing else.
fn says_attained(heading: &str) -> bool {
    let rest = facet::without_period(heading);
    let attained = |w: &str| matches!(w, "capaian" | "pencapaian" | "hasil");
    rest.split(' ').any(attained)
        && rest
            .split(' ')
            .all(|w| attained(w) || matches!(w, "kinerja" | "kerja" | "output" | "persen"))
}

/// Marks under a heading that says that they are proposed, of another time or of somebody else: none of them is taken, and
/// the column is named where the table has no mark of its own.
fn marks_of_others(sheet: &Sheet, header: &mut Header, end: usize) {
    let people = matches!(header.jenis, TableKind::Pegawai | TableKind::Penilaian);
    if !people || header.columns.iter().any(|c| c.key.is_some_and(facet::is_mark)) {
        return;
    }
    let last = header.last;
    for column in header.columns.iter_mut().filter(|c| c.is_unread() && !says_now(&c.written)) {
        let look = |looks| settle::all_look(settle::probe_below(sheet, last, end), column.col, looks);
        if look(settle::rating) || (names_a_mark(&column.written) && look(settle::predikat)) {
            column.surpassed = Some(Key::HasilAkhir);
            header.marks_of_others.push(column.col);
        }
    }
}

/// Ratings stand under a heading that nobody knows, or predikat under one that has a word for marks and others.
fn holds_marks(sheet: &Sheet, header: &Header, end: usize) -> bool {
    let looks = |c: &TableColumn, looks| settle::all_look(settle::probe(sheet, header, end), c.col, looks);
    let rates = |c: &&TableColumn| c.is_unread() && (says_now(&c.written) || is_proposed(&c.written));
    let mut unread = header.columns.iter().filter(rates);
    header.jenis == TableKind::Pegawai
        && unread.any(|c| looks(c, settle::rating) || (names_a_mark(&c.written) && looks(c, settle::predikat)))
}

/// The heading does not say that what stands below it is of another time or of somebody else.
pub(super) fn says_now(heading: &str) -> bool {
    let heading = fold_heading(heading);
    !heading
        .split(' ')
        .any(|w| mark_words::is_proposed(w) || NOT_NOW.iter().any(|begin| w.starts_with(begin)))
}

/// The heading says that what stands below it is proposed or drafted: marks all the same, if of nobody yet.
pub(super) fn is_proposed(heading: &str) -> bool {
    fold_heading(heading).split(' ').any(mark_words::is_proposed)
}

/// "NILAI PERILAKU" over the names of the values: their marks stand in other columns.
fn aspek_under_nilai(sheet: &Sheet, header: &mut Header, end: usize) {
    if header.jenis != TableKind::Perilaku || header.has(Key::Aspek) {
        return;
    }
    let names = |c: &&TableColumn| {
        c.key == Some(Key::Nilai)
            && c.facet.is_plain()
            && settle::all_look(settle::probe(sheet, header, end), c.col, settle::aspek)
    };
    let mut found = header.columns.iter().filter(names).map(|c| c.col);
    if let (Some(col), None) = (found.next(), found.next()) {
        drop(found);
        take(header, col, Key::Aspek);
        if !header.has(Key::Nilai) {
            header.missing.push(Key::Nilai);
        }
    }
}

/// A reason beside columns of something else (a list of leave, of punishments) excepts nobody: unless the
/// heading or a line above it says so, or every reason is one for which people are without a result.
fn as_excused(sheet: &Sheet, header: &mut Header, end: usize) {
    if header.jenis != TableKind::Pengecualian {
        return;
    }
    let Some(at) = header.columns.iter().position(|c| c.key == Some(Key::Alasan)) else {
        return;
    };
    let mut buffer = String::new();
    let about_people = |hit: &crate::contract::heading::Hit| {
        matches!(
            hit.key,
            Key::Jabatan | Key::UnitKerja | Key::UnitInduk | Key::Golongan | Key::JenisPegawai | Key::JenisJabatan | Key::Status
        )
    };
    let foreign = header
        .columns
        .iter()
        .filter(|c| c.is_unread())
        .any(|c| !look_up(&c.written, &mut buffer).iter().any(about_people));
    let says = |text: &str| {
        let words = fold_words(text);
        words.contains("kecuali") || words.contains("tidak dinilai") || words.contains("belum dinilai")
    };
    let mut titles = (0..header.first)
        .map(|i| sheet.row_at(i))
        .flat_map(|row| row.cells().map(|(_, v)| v));
    let said = says(&header.columns[at].written)
        || sheet.name.as_deref().is_some_and(says)
        || titles.any(|v| matches!(v, Value::Text(t) if t.len() <= 200 && says(t)));
    if foreign && !said && !settle::all_look(settle::probe(sheet, header, end), header.columns[at].col, excused) {
        header.columns[at].key = None;
        header.missing.push(Key::Alasan);
    }
}

/// A reason for which people are rightly without a result.
fn excused(value: Value<'_>) -> bool {
    let Value::Text(text) = value else { return false };
    let words = fold_words(text);
    let begins = |spelling: &str| {
        words
            .strip_prefix(spelling)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    StatusPegawai::ALL
        .iter()
        .filter(|s| **s != StatusPegawai::Aktif)
        .any(|s| begins(&fold_words(s.as_str())) || s.aliases().iter().any(|a| begins(a)))
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
            c.is_unread()
                && may_mean(key, &c.written)
                && settle::all_look(settle::probe(sheet, header, end), c.col, looks)
                && !(key == Key::HasilAkhir && is_of_anything(sheet, header, &c.written))
        })
        .map(|c| c.col)
}

/// A bare "Nilai" is one of anything, unless a line above the table or the name of its sheet says that it is of kinerja.
fn is_of_anything(sheet: &Sheet, header: &Header, heading: &str) -> bool {
    let of_kinerja = |text: &str| subject(text) == Some(Subject::Kinerja);
    let mut titles = (0..header.first).flat_map(|i| sheet.row_at(i).cells());
    matches!(fold(heading).as_str(), "nilai" | "skor")
        && !sheet.name.as_deref().is_some_and(of_kinerja)
        && !titles.any(|(_, v)| matches!(v, Value::Text(t) if t.len() <= 200 && of_kinerja(t)))
}

fn may_mean(key: Key, heading: &str) -> bool {
    let rest = facet::without_period(heading);
    let has = |word: &str| rest.split(' ').any(|w| w == word);
    match key {
        Key::HasilAkhir => {
            // "Predikat Tahun Ini" says as much as no year; under a group it is beside that of another year.
            let alone = !heading.contains(TableColumn::BETWEEN_LEVELS);
            let rest = rest.strip_suffix(" ini").filter(|_| alone).unwrap_or(&rest);
            names_a_mark(rest) && says_nothing_else(rest)
        }
        Key::HasilKerja => has("hasil") && !has("perilaku") && says_nothing_else(&rest),
        // "Hasil Kerja / Perilaku Kerja" holds both.
        Key::PerilakuKerja => has("perilaku") && !rest.contains("hasil k") && says_nothing_else(&rest),
        Key::UmpanBalik | Key::Nilai => !is_of_another(heading) && !is_of_another_rater(heading),
        Key::UnitKerja => says_now(heading) && !has("penilai"),
        Key::PredikatOrganisasi => names_a_mark(&rest) && says_an_organisation(&rest),
        _ => true,
    }
}

fn take(header: &mut Header, col: u16, key: Key) {
    for column in header.columns.iter_mut().filter(|c| c.col == col) {
        column.key = Some(key);
        if facet::has_periods(key) {
            // "EVALUASI KINERJA 2024": a mark of that year.
            column.facet.period = facet::split(&[column.written.as_str().into()]).0.period;
        }
    }
    header.missing.retain(|&k| k != key);
    header.matched += 1;
    header.by_content.push((col, key));
}

/// "NILAI KINERJA" over predikat, where no aspek stands beside it: no mark of perilaku.
fn predikat_under_nilai(sheet: &Sheet, header: &mut Header, end: usize) -> bool {
    let aspek = header.has(Key::Aspek) || header.columns.iter().any(|c| c.facet.aspek.is_some());
    if header.jenis != TableKind::Perilaku || aspek || header.has(Key::Penilai) {
        return false;
    }
    let last = header.last;
    let says = |c: &TableColumn| may_mean(Key::HasilAkhir, &c.written);
    let mut found = false;
    for column in header.columns.iter_mut().filter(|c| c.key == Some(Key::Nilai)) {
        if says(column) && settle::all_look(settle::probe_below(sheet, last, end), column.col, settle::predikat) {
            column.key = None;
            found = true;
        }
    }
    found
}

/// Whether a complete list of people says nothing that one of marks could not say, so that it loses nothing as one.
fn is_list_of_marks_too(header: &Header) -> bool {
    let marks = TableKind::Penilaian.columns();
    let keys = header.columns.iter().filter_map(|c| c.key);
    header.jenis == TableKind::Pegawai && keys.into_iter().all(|key| marks.iter().any(|c| c.key == key))
}

/// A list of people that is no list of postings and has a column of predikat is one of marks; two such
/// columns that nothing tells apart are nobody's.
fn as_marks(sheet: &Sheet, header: &mut Header, end: usize) {
    let by_words = predikat_under_nilai(sheet, header, end);
    let undecided = header.jenis == TableKind::Pegawai || !header.sure() || by_words;
    if !undecided
        || header.jenis == TableKind::Penilaian
        || (header.complete() && !is_list_of_marks_too(header))
        || !(header.has(Key::Nip) || header.has(Key::NamaNip))
    {
        return;
    }
    let marks: Vec<u16> = candidates(sheet, header, end, Key::HasilAkhir, settle::predikat).collect();
    if marks.is_empty() && !by_words && (header.complete() || !holds_marks(sheet, header, end)) {
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
        .filter(|c| !header.jenis.told_otherwise(c.key, |key| header.has(key)))
        .map(|c| c.key)
        .collect();
    let period = |col: u16| {
        let column = header.columns.iter().find(|c| c.col == col)?;
        let period = facet::split(&[column.written.as_str().into()]).0.period;
        period.filter(|p| &**p != facet::UNCLEAR)
    };
    let periods: Option<HashSet<Box<str>>> = marks.iter().map(|&col| period(col)).collect();
    if marks.len() > 1 && periods.is_some_and(|told| told.len() == marks.len()) {
        // "SKP 2024 | SKP 2025"
        for col in marks {
            take(header, col, Key::HasilAkhir);
        }
    } else if let [first, second, ..] = marks[..] {
        header.ambiguous.push((second, first, Key::HasilAkhir));
        take(header, first, Key::HasilAkhir);
        header.by_content.pop();
    }
}
