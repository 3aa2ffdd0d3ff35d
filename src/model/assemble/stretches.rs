//! Plans, realisasi and perilaku of people, read side by side: the people are cut into stretches, one for each core, and so
//! are the tables, where each has its rows in the order of the people. What comes out is what one row after the other gives.

use hashbrown::HashSet;
use rayon::prelude::*;

use super::ctx::Ctx;
use super::other_periods::OtherYears;
use super::people::People;
use super::plan_index::PlanIndex;
use super::rows::TableRows;
use crate::base::ids::{PegawaiId, RowNo};
use crate::model::findings::PersonUnknown;
use crate::table::{Key, TableKind};

/// Kinds of tables that are read side by side.
const KINDS: [TableKind; 3] = [TableKind::Skp, TableKind::Realisasi, TableKind::Perilaku];

/// Kinds whose forms hold plans of any of the people.
const FORMS: [TableKind; 2] = [TableKind::FormulirSkp, TableKind::FormulirEvaluasi];

/// Who reads the rows of some people, and what he has read.
#[derive(Debug)]
pub(super) struct RowReader<'a> {
    pub ctx: Ctx<'a>,
    pub people: People,
    pub rencana: PlanIndex,
}

/// What is gathered from the rows of a table besides what they give their people.
pub(super) trait TableNotes: Send {
    /// Takes over what the rows behind these give.
    fn add(&mut self, next: Self);
}

/// Readers of all stretches in order, at least one.
#[derive(Debug)]
pub(super) struct RowReaders<'a> {
    first: RowReader<'a>,
    others: Vec<RowReader<'a>>,
    /// Of each table the rows of the stretches in order.
    parts: Vec<Vec<TableRows<'a>>>,
}

impl<'a> RowReaders<'a> {
    /// Cuts people and tables for so many readers, where that can be done.
    pub fn new(ctx: Ctx<'a>, mut people: People, table_rows: &[TableRows<'a>], readers: usize) -> Self {
        people.join_by_nip_only();
        let cut = parts(&ctx, &people, table_rows, readers);
        let count = if cut.is_some() { readers } else { 1 };
        let parts = cut.unwrap_or_default();
        let all = people.all.len();
        let mut others: Vec<RowReader<'a>> = (1..count)
            .rev()
            .map(|n| {
                let first = first_of(n, count, all);
                let people = people.split_off(first);
                let (ctx, rencana) = (ctx.beside(), PlanIndex::from(first));
                RowReader { ctx, people, rencana }
            })
            .collect();
        others.reverse();
        let rencana = PlanIndex::default();
        let first = RowReader { ctx, people, rencana };
        Self { first, others, parts }
    }

    /// The reader who has all people, where nothing is cut; where it is, nobody asks for more than what is told of tables.
    pub fn first(&mut self) -> &mut RowReader<'a> {
        &mut self.first
    }

    /// Everybody who reads.
    pub fn each(&mut self) -> impl Iterator<Item = &mut RowReader<'a>> {
        std::iter::once(&mut self.first).chain(&mut self.others)
    }

    /// Reads a table.
    pub fn read<T: TableNotes>(
        &mut self,
        all: &[TableRows<'a>],
        table: usize,
        read: impl Fn(&mut RowReader<'a>, &TableRows<'a>) -> T + Sync,
    ) -> T {
        if self.others.is_empty() {
            let gathered = read(&mut self.first, &all[table]);
            self.first.ctx.end_table();
            return gathered;
        }
        let (first, others) = (&mut self.first, &mut self.others);
        let (own, parts) = self.parts[table].split_at(1);
        let mut next: Vec<Option<T>> = others.iter().map(|_| None).collect();
        // The first stretch stays with whoever asks: handing it to another thread, too, would leave holes in his memory.
        let mut gathered = rayon::in_place_scope(|scope| {
            let read = &read;
            for ((reader, rows), place) in others.iter_mut().zip(parts).zip(&mut next) {
                scope.spawn(move |_| *place = Some(read(reader, rows)));
            }
            read(first, &own[0])
        });
        for (reader, next) in others.iter_mut().zip(next.into_iter().flatten()) {
            first.take_over(reader);
            reader.ctx.end_table();
            gathered.add(next);
        }
        first.ctx.end_table();
        gathered
    }

    /// All people, and what is known of all of them.
    pub fn together(mut self) -> (Ctx<'a>, People) {
        for mut reader in self.others {
            self.first.take_over(&mut reader);
            self.first.people.append(reader.people);
        }
        (self.first.ctx, self.first.people)
    }
}

impl<'a> RowReader<'a> {
    /// Takes over what was noted of the table at hand by the reader of a later stretch.
    fn take_over(&mut self, next: &mut RowReader<'a>) {
        let told = self.ctx.problems.len();
        // A NIP that nobody has is told once a table.
        let mut again = HashSet::new();
        for (&key, &(at, rows)) in &next.people.asing {
            if let Some((first, sum)) = self.people.asing.get_mut(&key) {
                *sum += rows;
                self.ctx.problems[*first].fact = PersonUnknown::in_rows(*sum).into();
                again.insert(at);
            }
        }
        let mut gone: Vec<usize> = again.iter().copied().collect();
        gone.sort_unstable();
        for (key, (at, rows)) in next.people.asing.drain().filter(|(_, (at, _))| !again.contains(at)) {
            let before = gone.partition_point(|&other| other < at);
            self.people.asing.insert(key, (told + at - before, rows));
        }
        self.ctx.take_over(&mut next.ctx, |at| again.contains(&at));
    }
}

/// The first person of a stretch.
fn first_of(stretch: usize, count: usize, people: usize) -> usize {
    people * stretch / count
}

/// The rows of each table by stretch; `None` where rows may make people known, or stand in another order than these.
fn parts<'a>(ctx: &Ctx<'a>, people: &People, table_rows: &[TableRows<'a>], readers: usize) -> Option<Vec<Vec<TableRows<'a>>>> {
    let is = |kinds: &[TableKind], l: &TableRows<'_>| kinds.contains(&l.table.jenis);
    let codes = |l: &TableRows<'_>| l.table.jenis == TableKind::Perilaku || l.has(Key::KodeRhk);
    if readers < 2 || !people.is_closed() || table_rows.iter().any(|l| is(&FORMS, l) || (is(&KINDS, l) && !codes(l))) {
        return None;
    }
    let cut = |l: &TableRows<'a>| {
        if is(&KINDS, l) {
            cut(ctx, people, l, readers)
        } else {
            Some(Vec::new())
        }
    };
    table_rows.par_iter().map(cut).collect()
}

/// The rows of a table by stretch.
fn cut<'a>(ctx: &Ctx<'a>, people: &People, l: &TableRows<'a>, count: usize) -> Option<Vec<TableRows<'a>>> {
    let begin: Vec<usize> = (1..count).map(|n| first_of(n, count, people.all.len())).collect();
    let stretch_of = |id: PegawaiId| begin.partition_point(|&first| first <= id.index());
    let mut starts = Vec::new();
    // What stands in the row above: the rows of a person stand together.
    let mut above = None;
    let col = l.col(Key::Nip).filter(|_| l.is_plain(Key::Nip))?;
    for line in l.rows() {
        let kept = line.kept_as(col);
        if above.replace(kept) == Some(kept) {
            continue;
        }
        // Whoever is known nowhere stays with the rows above.
        let Some(stretch) = people.known(line.cell(Key::Nip)).map(stretch_of) else {
            continue;
        };
        if stretch < starts.len() {
            return None;
        }
        if stretch > starts.len() {
            // Blank cells of the next row look at this one: it must be read.
            if OtherYears::default().has(&mut ctx.beside(), &line) {
                return None;
            }
            starts.resize(stretch, line.place());
        }
    }
    starts.resize(count - 1, RowNo(u32::MAX));
    let begins = [RowNo(0)].into_iter().chain(starts.iter().copied());
    let ends = starts.iter().copied().chain([RowNo(u32::MAX)]);
    Some(begins.zip(ends).map(|(from, to)| l.between(from..to)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Periode;
    use crate::model::assemble::pegawai;
    use crate::model::assemble::shared_nips::SharedNips;
    use crate::model::assemble::tests::{A, B, C, PEGAWAI, REALISASI, Run, SKP};

    /// How many read these rows, of three people, when three may.
    fn readers(realisasi: &[&str], perilaku: &str) -> usize {
        let people = [A, B, C].map(|nip| format!("{nip}|Orang|Staf|pelaksana|Dinas|||"));
        let plans = [A, A, B, C].map(|nip| format!("{nip}|K1|utama|RHK||kuantitas|Ukuran|n:1|buah"));
        let marks = format!("{perilaku}|komitmen|n:90");
        let run = Run::new()
            .table(TableKind::Pegawai, PEGAWAI, &people.each_ref().map(String::as_str))
            .table(TableKind::Skp, SKP, &plans.each_ref().map(String::as_str))
            .table(TableKind::Realisasi, REALISASI, realisasi)
            .table(TableKind::Perilaku, "nip|aspek|nilai", &[&marks]);
        let table_rows: Vec<TableRows<'_>> = run.rows();
        let mut ctx = Ctx::new(&run.inputs, Periode::Tahun(2025));
        let mut people = People::new(true, false, false, SharedNips::default());
        pegawai::read(&mut ctx, &mut people, &table_rows[0]);
        let readers = RowReaders::new(ctx, people, &table_rows, 3);
        let rows: Vec<usize> = readers.parts.iter().flatten().map(|l| l.rows().count()).collect();
        assert!(
            readers.others.is_empty() || rows.iter().sum::<usize>() == 5 + realisasi.len(),
            "{rows:?}"
        );
        1 + readers.others.len()
    }

    #[test]
    fn tables_in_the_order_of_the_people_are_cut() {
        let row = |nip: &str| format!("{nip}|K1|kuantitas|2025|n:1|");
        let read = |nips: &[&str], marks: &str| {
            let rows: Vec<String> = nips.iter().map(|nip| row(nip)).collect();
            readers(&rows.iter().map(String::as_str).collect::<Vec<_>>(), marks)
        };
        assert_eq!(read(&[A, B, B, C], C), 3);
        // Who has no rows, and who is known nowhere, is in nobody's way.
        assert_eq!(read(&[A, "", "123", C], A), 3);
        assert_eq!(read(&[B], ""), 3);
        assert_eq!(read(&[A, B, A], C), 1);
        assert_eq!(read(&[C, B], C), 1);
    }
}
