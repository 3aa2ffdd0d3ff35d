//! Tables → [`Data`]: one file per table kind, each row read once, everything joined by NIP.
//!
//! Order matters: `pegawai` first (it says who there is), then units and sasaran, then plans, then
//! what hangs on plans and people. Within a kind the tables go in file order, so the result is the
//! same however the rows are spread over files.

mod alike;
mod column_years;
mod ctx;
mod feedback;
mod formulir;
mod indikator;
mod joined_postings;
mod kept;
mod keys;
mod likeness;
mod links;
mod listed_names;
mod lost;
mod other_periods;
mod pegawai;
mod penilaian;
mod people;
mod perilaku;
mod period_choice;
mod plan_index;
mod plan_posting;
mod realisasi;
mod rhk_text;
mod rows;
mod shared_nips;
mod skp;
mod stretches;
mod unit;
mod unit_names;

use std::collections::BTreeSet;

use ctx::Ctx;
use people::People;
pub use period_choice::{BuildError, PeriodChoice, period_of};
use rows::{Line, TableRows};
use shared_nips::SharedNips;
use stretches::{RowReader, RowReaders};

use super::Data;
use crate::base::origin::Origin;
use crate::input::Inputs;
use crate::table::{Key, TableKind, Tables};

/// Builds the data set of a run.
///
/// # Errors
/// [`BuildError`] when the period cannot be told. Everything else that is wrong with the data is in
/// [`Data::problems`], and everybody is in [`Data::pegawai`].
pub fn build(inputs: &Inputs, tables: &Tables, choice: &PeriodChoice) -> Result<Data, BuildError> {
    // What reading needed is gone before links are looked for, which need tables of their own.
    let mut data = read(inputs, tables, *choice, readers_for)?;
    links::resolve(&mut data);
    lost::link(&mut data);
    Ok(data)
}

/// From how many people on more than one core is worth it.
const PARALLEL_FROM: usize = 500;

/// How many read so many people side by side.
fn readers_for(people: usize) -> usize {
    if people < PARALLEL_FROM {
        1
    } else {
        rayon::current_num_threads()
    }
}

/// All of it but the links, read by so many as are told for the number of people.
fn read(
    inputs: &Inputs,
    tables: &Tables,
    choice: PeriodChoice,
    readers_for: impl Fn(usize) -> usize,
) -> Result<Data, BuildError> {
    let mut table_rows: Vec<TableRows<'_>> = tables.tables.iter().map(|t| TableRows::new(inputs, t)).collect();
    let periode = period_choice::choose(inputs, choice, &table_rows)?;
    for rows in &mut table_rows {
        rows.choose_target(periode);
    }
    let table_rows = table_rows;
    let has = |jenis| table_rows.iter().any(|l| l.table.jenis == jenis);
    let of = |jenis: TableKind| table_rows.iter().enumerate().filter(move |(_, l)| l.table.jenis == jenis);

    let mut ctx = Ctx::new(inputs, periode);
    ctx.leave_disputed(&table_rows);
    column_years::settle(&mut ctx, &table_rows);
    let mut lost = lost::of_tables(&table_rows);
    let mut people = nobody_yet(inputs, &table_rows);
    for (_, l) in of(TableKind::Pegawai) {
        pegawai::read(&mut ctx, &mut people, l);
    }
    pegawai::order_postings(&mut ctx, &mut people, &table_rows);

    let mut units = unit::read_units(&mut ctx, of(TableKind::Unit).map(|(_, l)| l));
    let mut sasaran = Vec::new();
    for (_, l) in of(TableKind::Sasaran) {
        unit::read_sasaran(&mut ctx, &mut sasaran, l);
    }

    // Downloads name people with their posts; plans then hang on those posts.
    let mut candidates = penilaian::Candidates::new();
    let mut organisations = Vec::new();
    for (i, l) in of(TableKind::Penilaian) {
        penilaian::read(&mut ctx, &mut people, &mut candidates, &mut organisations, (l, i));
    }
    for (i, l) in of(TableKind::LaporanSkp) {
        penilaian::read_laporan(&mut ctx, &mut people, &mut candidates, l, i);
    }
    for jenis in [TableKind::Skp, TableKind::Realisasi, TableKind::Perilaku] {
        for (i, l) in of(jenis) {
            penilaian::read_posts(&mut ctx, &mut people, &mut candidates, l, i);
        }
    }
    penilaian::settle(&mut ctx, &mut people, candidates);
    plan_posting::place(&mut ctx, &mut people, &table_rows);
    let count = readers_for(people.all.len());
    let mut readers = RowReaders::new(ctx, people, &table_rows, count);
    // A table without codes finds its RHK in those that have them, wherever it stands.
    for codes in [true, false] {
        for (i, _) in of(TableKind::Skp).filter(|(_, l)| l.has(Key::KodeRhk) == codes) {
            skp::read(&mut readers, &table_rows, i);
        }
    }
    let RowReader { ctx, people, rencana } = readers.first();
    let mut forms = formulir::read_all(ctx, people, rencana, &table_rows);
    let other_forms = forms.passed_over;
    let parts = std::mem::take(&mut forms.parts);
    // An SKP that could not be joined with anybody is told at its table, and not again of each realisasi.
    let has_skp = (has(TableKind::Skp) || has(TableKind::FormulirSkp) || has(TableKind::FormulirEvaluasi))
        && readers.each().any(|r| r.people.all.iter().any(|p| !p.rhk.is_empty()));
    let mut passed_over = BTreeSet::new();
    for (i, _) in of(TableKind::Realisasi) {
        passed_over.append(&mut realisasi::read(&mut readers, &table_rows, i, has_skp));
    }
    let mut part_marks = Vec::new();
    for (i, _) in of(TableKind::Perilaku) {
        part_marks.append(&mut perilaku::read(&mut readers, &table_rows, i));
    }
    readers.each().for_each(|r| penilaian::join(&mut r.people, periode));
    let (mut ctx, mut people) = readers.together();
    for id in passed_over {
        realisasi::only_of_others(people.get(id), periode);
    }
    let namesakes = unit_names::settle(&mut ctx, &mut people, &mut units, &mut sasaran);
    let listed = (organisations.into_iter())
        .filter_map(|said| {
            let own = people.get(said.id).last_posting()?.unit_kerja.clone();
            Some((said.id, said.of_penilai, own, said.predikat))
        })
        .collect();
    forms.settle(&mut ctx, &people, listed, (&mut units, &namesakes));
    formulir::tell_parts(&mut ctx, &mut people, &table_rows, parts);
    for (i, l) in of(TableKind::Pengecualian) {
        perilaku::read_pengecualian(&mut ctx, &mut people, l, i);
    }

    // Realisasi may stand beside the targets.
    let beside = |l: &TableRows<'_>| l.table.jenis == TableKind::Skp && (l.has(Key::Realisasi) || l.has(Key::UmpanBalik));
    let realisasi = table_rows.iter().any(beside);
    let present = TableKind::ALL
        .into_iter()
        .filter(|&j| has(j) || (j == TableKind::Realisasi && realisasi))
        .collect();
    let lost_rows = lost::settle(&mut ctx, &mut people, &table_rows);
    other_periods::ratings_of_others(&mut ctx, &mut people, &table_rows);
    other_periods::perilaku_of_parts(&mut ctx, &mut people, part_marks);
    let other_year = other_periods::wholly_other_year(&mut ctx, &table_rows);
    if other_year {
        lost.add(TableKind::Realisasi);
    }
    ctx.forget_superseded();
    people.settle();
    let mut data = Data::new(periode, people.all, units, sasaran, present, ctx.problems);
    data.lost = lost;
    data.lost_rows = lost_rows;
    data.loose_words = ctx.loose_words;
    data.other_year = other_year;
    data.other_forms = other_forms;
    data.has_umpan_balik = table_rows.iter().any(|l| l.has(Key::UmpanBalik));
    Ok(data)
}

/// The people of a run, before any of them is known.
fn nobody_yet(inputs: &Inputs, all: &[TableRows<'_>]) -> People {
    let lists = || all.iter().filter(|l| l.table.jenis == TableKind::Pegawai);
    let nameless = lists().all(|l| !l.has(Key::Nip) && !l.has(Key::NamaNip));
    let open = lists().all(|l| l.table.is_list_of_names());
    let covered = lists().next().is_some();
    let shared = SharedNips::of(inputs, all, covered);
    People::new(covered, open, covered && nameless, shared)
}

/// The data row at a place, whichever table it is in.
fn row_at<'a, 't>(all: &'t [TableRows<'a>], at: Origin) -> Option<Line<'a, 't>> {
    all.iter()
        .filter(|l| l.table.covers(at) && l.table.header.1 < at.row())
        .max_by_key(|l| l.table.header.0)
        .and_then(|l| l.at_number(at.row()))
}

/// The key under which two names of units or posts match: words and figures.
fn unit_key(text: &str) -> super::Text {
    text_key(text)
}

/// The key under which two texts of forms match: words and figures. The law's own forms write one RHK with a
/// comma more and a full stop less (PermenPANRB 6/2022 p. 196, 203).
fn text_key(text: &str) -> super::Text {
    let words = crate::base::text::fold_words(text);
    if words.is_empty() {
        crate::base::text::match_key(text)
    } else {
        words.into()
    }
}

/// The same of a text in a table, without what copying puts around it.
pub(super) fn plan_key(text: &str) -> super::Text {
    text_key(links::bare(text))
}

/// Whether an indicator has a text of this [`plan_key`].
fn is_named(indicator: &super::Indikator, key: &super::Text) -> bool {
    indicator.indikator.as_ref().is_some_and(|text| plan_key(text) == *key)
}

/// Whether two texts differ by more than blanks and letter case.
fn unlike(a: &str, b: &str) -> bool {
    !crate::base::text::matches(a, b)
}

#[cfg(test)]
mod tests;
