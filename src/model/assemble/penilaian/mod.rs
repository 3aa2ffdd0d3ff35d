//! `penilaian` rows and the two e-Kinerja downloads, which are a complete input by themselves.

mod joined;
mod marks;
mod posts;
mod table_period;
mod year_headings;

use jiff::civil::Date;

use super::ctx::Ctx;
use super::formulir::is_periodic;
use super::other_periods::{Periods, PredikatYears, tell_unclear_title, unclear_title};
use super::people::People;
use super::period_choice::{is_only_as_of, meta_in};
use super::rows::{InputCell, Line, TableRows};
use crate::base::ids::PegawaiId;
use crate::base::origin::Origin;
use crate::finding::Noted;
use crate::model::findings::{PartUnclear, UnclearBy};
use crate::model::read::date::{self, DateRead};
use crate::model::read::periode::{self, PeriodeRead};
use crate::model::read::word::RatingWord;
use crate::model::vocab::PredikatOrganisasi;
use crate::model::{Field, NamedBy, NamedPenilai, Penilaian, Periode, Source, Text};
use crate::table::{Key, TableColumn};
pub(super) use joined::join;
use joined::{complete, of_one_row};
use marks::{Digits, MARKS, marks_withheld, rating};
use posts::{Calon, plt};
pub(super) use posts::{Candidates, read_laporan, read_posts, settle};
pub(super) use table_period::NameOf;
use table_period::common_span;
pub(super) use table_period::{NamedPeriod, named_period, told_by_name};
use year_headings::NamedPart;

/// A download brings the unit with each row, and mostly the name; the contract's own table does not.
fn download(table_rows: &TableRows<'_>) -> bool {
    table_rows.has(Key::UnitKerja)
}

/// The predikat of an organisation that somebody's row says.
pub(super) struct OrganisationOf {
    /// Somebody.
    pub id: PegawaiId,
    /// The unit of his penilai, where it is that one's; else empty.
    pub of_penilai: Text,
    pub predikat: Field<PredikatOrganisasi>,
}

/// What is known of a table of marks as a whole.
struct MarkTable {
    /// The period that its title, its rows or its name say.
    meta: Option<Periode>,
    /// The part of the year that it is of, where its headings name the year and nothing else.
    part: Option<NamedPart>,
    /// Its headings name the year and nothing else.
    years_alone: bool,
    digits: Digits,
    /// Its title names a part of the year that nobody can tell.
    unclear: bool,
    /// Columns of marks that are nobody's.
    withheld: Vec<u16>,
}

impl MarkTable {
    fn of(ctx: &mut Ctx<'_>, table_rows: &TableRows<'_>) -> Self {
        let years_alone = year_headings::alone(table_rows);
        let titled = meta_in(table_rows.table, ctx.periode.tahun());
        let said = titled.or_else(|| common_span(table_rows));
        let by_name = named_period(ctx, table_rows.table, said);
        let meta = by_name.map(|n| n.periode).or(said);
        let told_by = match (by_name.map(|n| n.by), titled) {
            (Some(NameOf::Sheet), _) => Some("nama lembarnya"),
            (Some(NameOf::File(_)), _) => Some("nama berkasnya"),
            (Some(NameOf::Folder(_)), _) => Some("nama foldernya"),
            (None, Some(_)) => Some("judulnya").filter(|_| !is_only_as_of(table_rows.table, ctx.periode.tahun())),
            (None, None) => Some("tanggal SKP-nya"),
        };
        let part = meta.zip(told_by).map(|(periode, told_by)| NamedPart { periode, told_by });
        let digits = Digits::of(ctx, table_rows);
        // The names of sheet and file may tell the part that the title leaves open.
        let named = meta.is_some_and(|p| !matches!(p, Periode::Tahun(_)));
        let unclear = !named
            && if years_alone && !table_rows.rows_say(Key::Periode) {
                unclear_title(ctx, table_rows, true)
            } else {
                tell_unclear_title(ctx, table_rows, true)
            };
        Self {
            meta,
            part,
            years_alone,
            digits,
            unclear,
            withheld: marks_withheld(table_rows),
        }
    }

    /// The period of a row in one of its readings, and the part of the year that its heading contradicts.
    fn periode<'a>(&self, ctx: &mut Ctx<'a>, line: &Line<'a, '_>) -> (Field<Periode>, Option<(&'a TableColumn, NamedPart)>) {
        let year = self.meta.map_or(ctx.periode.tahun(), Periode::tahun);
        let Some(part) = year_headings::part_of(line, self.part, year).filter(|_| self.years_alone) else {
            return (periode(ctx, self.meta, line), None);
        };
        // Nothing to contradict where nothing is rated.
        let blank = MARKS.into_iter().all(|k| line.cell(k).value.is_blank());
        match year_headings::whole_year(line).filter(|_| !blank) {
            Some(heading) => (periode(ctx, self.meta, line), Some((heading, part))),
            None => (Field::given(part.periode, line.period_cell().at), None),
        }
    }

    /// The marks of a row. `periode`: the row's.
    fn row<'a>(&self, ctx: &mut Ctx<'a>, line: &Line<'a, '_>, periode: Field<Periode>) -> Penilaian {
        let asked = periode.get().is_none_or(|p| p.tahun() == ctx.periode.tahun());
        Penilaian {
            at: line.cell(Key::Nip).at,
            hasil_kerja: self.mark(ctx, line, Key::HasilKerja, asked),
            perilaku_kerja: self.mark(ctx, line, Key::PerilakuKerja, asked),
            hasil_akhir: self.mark(ctx, line, Key::HasilAkhir, asked),
            periode,
            start: ctx.date(line.cell(Key::PeriodeAwal)).get().copied(),
            end: ctx.date(line.cell(Key::PeriodeAkhir)).get().copied(),
            plt: plt(ctx, line),
            withheld: self.unclear || self.is_left_out(line) || self.digits.not_taken(line),
            of_download: download(line.table_rows()),
        }
    }

    /// A mark of the row stands in a column from which none is taken.
    fn is_left_out(&self, line: &Line<'_, '_>) -> bool {
        self.withheld.iter().any(|&col| !line.at(col).says_nothing())
    }

    /// A mark; none where the table's are nobody's. A faulty cell is told either way. `asked`: the row is of the year that is
    /// asked for.
    fn mark<'a, T: RatingWord>(&self, ctx: &mut Ctx<'a>, line: &Line<'a, '_>, key: Key, asked: bool) -> Field<T> {
        if asked && marks::says_another_year(line.cell(key).value, ctx.periode.tahun()) {
            return ctx.not_this::<T>(line.cell(key));
        }
        let mark = rating(ctx, line, key, &self.digits);
        if self.unclear { Field::empty(mark.at) } else { mark }
    }
}

/// Reads a `penilaian` table or a "Laporan Penilaian SKP".
pub(super) fn read<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    candidates: &mut Candidates,
    organisations: &mut Vec<OrganisationOf>,
    (table_rows, table): (&TableRows<'a>, usize),
) {
    let download = download(table_rows);
    let marks = MarkTable::of(ctx, table_rows);
    let mut periods = Periods::default();
    let wide = table_rows.has_slices();
    let mut told: Vec<u16> = Vec::new();
    let mut history = (people.covered() && !download && !wide)
        .then(|| {
            PredikatYears::of(
                table_rows
                    .rows()
                    .map(|line| silent_period(&line, marks.meta, ctx.periode.tahun())),
                ctx.periode.tahun(),
            )
        })
        .flatten();
    for line in table_rows.rows() {
        if let Some(history) = &mut history
            && people.is_stranger(line.cell(Key::Nip))
        {
            history.unknown();
            continue;
        }
        let brings = brings_person(ctx, &line, marks.meta);
        let id = person(ctx, people, (download, brings), &line, table);
        let penilai = ctx.other_nip(line.cell(Key::NipAtasan));
        let mut posted = false;
        for slice in table_rows.readings() {
            let line = line.reading(slice);
            // A period that the row leaves blank is not rated, unless it is the one asked for.
            let blank = MARKS.into_iter().all(|k| line.cell(k).value.is_blank());
            let (periode, conflict) = marks.periode(ctx, &line);
            let this = periode.get().is_none_or(|p| *p == ctx.periode);
            if wide && blank && !(this && line.is_periodic()) {
                continue;
            }
            // Read before it is known whether the row joins anybody: a faulty cell is told either way.
            let mut row = marks.row(ctx, &line, periode);
            if let Some((heading, part)) = conflict {
                if !told.contains(&heading.col) {
                    told.push(heading.col);
                    year_headings::tell(ctx, table_rows, heading, part);
                }
                row.take_nothing();
            }
            count_period(ctx, &mut periods, &row);
            let Some(id) = id else { continue };
            if this {
                organisations.extend(organisation(ctx, &line).map(|predikat| OrganisationOf {
                    of_penilai: of_penilai(ctx, &line),
                    id,
                    predikat,
                }));
            }
            if download && !posted && people.get(id).source != Source::Pegawai {
                // A wide table has one posting for all its periods.
                posted = wide;
                let calon = Calon::of_mark(ctx, &line, &row, wide);
                candidates.entry(id).or_default().push(calon);
            }
            if let Some((at, by)) = named_by(ctx, &penilai, line.cell(Key::NamaAtasan)) {
                people.get(id).penilai.push(NamedPenilai {
                    by,
                    at,
                    hari: rated_to(&row, ctx.periode),
                    plt: row.plt,
                });
            }
            // "HASIL KERJA" beside "PREDIKAT TAHUN 2025": two readings that say one thing.
            let rows = &mut people.get(id).penilaian;
            match rows.last_mut().filter(|last| wide && of_one_row(last, &row, ctx.periode)) {
                Some(last) => complete(last, row),
                None => rows.push(row),
            }
        }
    }
    ctx.nip = None;
    ctx.kode = None;
    match history {
        Some(history) => history.tell(ctx, table_rows.table),
        None => periods.tell(ctx, table_rows.table),
    }
}

/// The predikat organisasi beside a mark; none where its cell says none.
fn organisation<'a>(ctx: &mut Ctx<'a>, line: &Line<'a, '_>) -> Option<Field<PredikatOrganisasi>> {
    let cell = line.cell(Key::PredikatOrganisasi);
    if line.table_rows().is_document() {
        return Some(ctx.rating(cell)).filter(|said| said.get().is_some());
    }
    let said = Some(cell).filter(|cell| !ctx.is_disputed(*cell)).and_then(Ctx::word_silent);
    said.map(|predikat| Field::given(predikat, cell.at))
}

/// The unit of the penilai, whose predikat a document says, as a form does; a list says that of the row's own.
fn of_penilai<'a>(ctx: &mut Ctx<'a>, line: &Line<'a, '_>) -> Text {
    if line.table_rows().is_document() {
        ctx.shown(line.cell(Key::UnitAtasan))
    } else {
        Text::new()
    }
}

/// The pejabat penilai of a row or form, and the cell that names him: by his NIP, or where none is written by his name.
pub(super) fn named_by<'a>(ctx: &mut Ctx<'a>, nip: &Field<Text>, nama: InputCell<'a>) -> Option<(Origin, NamedBy)> {
    match nip.get() {
        Some(given) => Some((nip.at, NamedBy::Nip(given.clone()))),
        None if nip.is_empty() => Some((nama.at, NamedBy::Nama(ctx.optional(nama)?))),
        None => None,
    }
}

/// Counts the row as one of the period asked for, or of another.
fn count_period(ctx: &mut Ctx<'_>, periods: &mut Periods, row: &Penilaian) {
    if row.periode.is_faulty() {
        return;
    }
    ctx.years.insert(row.periode.get().map_or(ctx.periode.tahun(), |p| p.tahun()));
    match row.periode.get() {
        Some(&p) if p != ctx.periode => periods.other(p),
        _ => periods.asked(),
    }
}

/// The last day that a row rates: the end of its SKP where that lies in the row's period.
fn rated_to(row: &Penilaian, asked: Periode) -> Option<Date> {
    if row.periode.is_faulty() {
        return row.end;
    }
    let periode = row.periode.get().copied().unwrap_or(asked);
    Some(
        row.end
            .filter(|d| (periode.start()..=periode.end()).contains(d))
            .unwrap_or(periode.end()),
    )
}

/// The person of a row. A download names people like a `pegawai` table: somebody whose NIP cannot be
/// read stands in the result all the same, unless there is a `pegawai` table to say who there is. Beside such a table whoever
/// is named there with his post or his mark of this year (`brings`) stands in the result, too.
fn person<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    (download, brings): (bool, bool),
    line: &Line<'a, '_>,
    table: usize,
) -> Option<PegawaiId> {
    let (nip, nama) = (line.cell(Key::Nip), line.cell(Key::Nama));
    // Where it is not known whose the NIP are, the names say who there is.
    let only_named = nip.absent && !people.covered();
    if (download || only_named) && !people.is_closed() {
        return people.of_download_row(ctx, line, nip, nama, table);
    }
    let named = if people.is_closed() {
        brings
    } else {
        people.is_open() && !nama.value.is_blank()
    };
    people.of_row(ctx, nip, nama, table, if named { Source::Ekinerja } else { Source::Other })
}

/// Whether a row says who somebody is, and where he works or how he was rated this year.
fn brings_person(ctx: &Ctx<'_>, line: &Line<'_, '_>, meta: Option<Periode>) -> bool {
    let asked = ctx.periode.tahun();
    let is_now = |line: &Line<'_, '_>| silent_period(line, meta, asked).is_none_or(|p| p.tahun() == asked);
    let readings = line.table_rows().readings().map(|slice| line.reading(slice));
    let mut marked = readings
        .filter(|line| MARKS.into_iter().any(|k| !line.cell(k).says_nothing()))
        .peekable();
    let now = meta.is_none_or(|p| p.tahun() == asked)
        && if marked.peek().is_some() {
            marked.any(|line| is_now(&line))
        } else {
            !line.cell(Key::UnitKerja).says_nothing() && is_now(line)
        };
    now && !line.cell(Key::Nama).says_nothing()
}

/// The row's own period, else the year that its SKP is of, where that is another one than that of the lines above the table,
/// else what these say, else the year column.
fn periode<'a>(ctx: &mut Ctx<'a>, meta: Option<Periode>, line: &Line<'a, '_>) -> Field<Periode> {
    let year = meta.map_or(ctx.periode.tahun(), Periode::tahun);
    let own = if line.table_rows().is_document() {
        of_document(ctx, meta, line.period_cell(), year)
    } else {
        ctx.period_in(line.period_cell(), year)
    };
    if !own.is_empty() {
        return own;
    }
    match other_year(line, year).or(meta) {
        Some(p) => Field::given(p, own.at),
        None => ctx.period(line.cell(Key::Tahun)),
    }
}

/// The period that the label of a document's predikat names. Its year alone says no more than a title that names a part of
/// it, and `PERIODIK` no more than any title.
fn of_document<'a>(ctx: &mut Ctx<'a>, meta: Option<Periode>, label: InputCell<'a>, year: i16) -> Field<Periode> {
    let given = |p| Field::given(p, label.at);
    match (periode::read_in(label.value, year), meta) {
        (PeriodeRead::Blank, _) => Field::empty(label.at),
        (PeriodeRead::Given(p), Some(titled)) if titled.within(p) => given(titled),
        (PeriodeRead::Given(p), _) => given(p),
        (PeriodeRead::NotPeriode, Some(titled)) if is_periodic(label.value) || !matches!(titled, Periode::Tahun(_)) => {
            given(titled)
        }
        (PeriodeRead::NotPeriode, _) => {
            let line = label.value.written();
            let fact = PartUnclear {
                by: UnclearBy::Form { line },
            };
            ctx.problems.push(Noted::new(fact).at(label.at));
            Field::faulty(label.at)
        }
    }
}

/// [`periode`] of a row of which nothing is told yet.
fn silent_period(line: &Line<'_, '_>, meta: Option<Periode>, asked: i16) -> Option<Periode> {
    let own = line.period_cell().value;
    if !own.is_blank() {
        return periode::read(own).given();
    }
    let year = meta.map_or(asked, Periode::tahun);
    let of_column = || periode::read(line.cell(Key::Tahun).value).given();
    other_year(line, year).or(meta).or_else(of_column)
}

/// The year of the SKP that a row of a download is about, where it is not this one: by its year, or by its days, of which
/// none lies in this one.
fn other_year(line: &Line<'_, '_>, year: i16) -> Option<Periode> {
    let of_column = periode::read(line.cell(Key::Tahun).value).given();
    let day = |key| silent_date(line, key).get().copied();
    let of_days = || {
        let (first, last) = (day(Key::PeriodeAwal)?.year(), day(Key::PeriodeAkhir)?.year());
        (first > year || last < year).then_some(last)
    };
    let other = of_column.map(Periode::tahun).or_else(of_days)?;
    (other != year).then_some(Periode::Tahun(other))
}

/// A date cell whose faults were told when the row was read.
fn silent_date(line: &Line<'_, '_>, key: Key) -> Field<Date> {
    let cell = line.cell(key);
    match date::read(cell.value) {
        DateRead::Given(d) => Field::given(d, cell.at),
        _ => Field::empty(cell.at),
    }
}
