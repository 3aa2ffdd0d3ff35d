//! `skp` rows → RHK with their indicators.

use super::column_years;
use super::ctx::{Ctx, push_tight};
use super::indikator::indikator;
use super::links;
use super::other_periods::{OtherYears, Periods};
use super::people::People;
use super::plan_index::PlanIndex;
use super::plan_posting::{last_posting, posting_at};
use super::rows::{InputCell, Line, TableRows};
use super::stretches::{RowReader, RowReaders, TableNotes};
use crate::base::few::Few;
use crate::base::ids::{IndikatorNo, PegawaiId, PostingNo, RhkNo};
use crate::base::origin::Origin;
use crate::base::text::fold;
use crate::model::findings::{NumberUnreadable, PostingUnknown, RhkInconsistent, TooManyCodes};
use crate::model::vocab::{Akumulasi, Arah, Aspek, JenisRhk};
use crate::model::{Field, Periode, RencanaHasilKerja, RhkDetail, Source, State, Text};
use crate::table::{Key, Section, TableKind};
use jiff::civil::Date;
use smallvec::SmallVec;
use thin_vec::ThinVec;

/// The row above, for blank cells beneath it.
#[derive(Clone, Copy)]
enum Above {
    /// Of this RHK.
    Rhk(PegawaiId, RhkNo),
    /// None, or one of which it is not known whose or which RHK it is.
    Nothing,
    /// Its NIP joins nobody, which is told there.
    Lost,
    /// Of another year, which is told for the table.
    OtherYear,
}

/// Reads an `skp` table. `all`: every table, to look at an earlier row again.
pub(super) fn read<'a>(readers: &mut RowReaders<'a>, all: &[TableRows<'a>], table: usize) {
    let table_rows = &all[table];
    let attained = ATTAINED.into_iter().any(|k| table_rows.has(k));
    let ctx = &mut readers.first().ctx;
    let meta = attained.then(|| super::realisasi::titled(ctx, table_rows)).flatten();
    let told = readers.read(all, table, |reader, rows| {
        read_rows(reader, (all, table), rows, (attained, meta))
    });
    told.tell(&mut readers.first().ctx, table_rows);
}

/// Rows that are for other periods than the one assessed.
#[derive(Default)]
struct OtherRows {
    /// By what the table says of realisasi.
    periods: Periods,
    /// By what it says of the plans.
    years: OtherYears,
}

impl OtherRows {
    fn tell<'a>(self, ctx: &mut Ctx<'a>, table_rows: &TableRows<'a>) {
        self.years.tell(ctx, table_rows.table);
        // Columns of another year are told by their headings.
        if !column_years::are_told(ctx, table_rows) {
            self.periods.tell(ctx, table_rows.table);
        }
    }
}

impl TableNotes for OtherRows {
    fn add(&mut self, next: Self) {
        self.periods.add(next.periods);
        self.years.add(next.years);
    }
}

/// Reads these rows of a table.
fn read_rows<'a>(
    reader: &mut RowReader<'a>,
    (all, table): (&[TableRows<'a>], usize),
    table_rows: &TableRows<'a>,
    (attained, meta): (bool, Option<Periode>),
) -> OtherRows {
    let RowReader { ctx, people, rencana } = reader;
    let mut others = OtherRows::default();
    let mut above = Above::Nothing;
    // In a list with names: number, NIP and name written once for all the RHK of a person.
    let named_once = table_rows.has(Key::Nama) && table_rows.has(Key::Nip);
    let mut named: Option<InputCell<'a>> = None;
    let mut numbered: Option<bool> = None;
    for line in table_rows.rows() {
        if others.years.has(ctx, &line) {
            if let Some(id) = people.known(line.cell(Key::Nip)) {
                people.get(id).lost.add(TableKind::Skp);
            }
            above = Above::OtherYear;
            continue;
        }
        let (mut nip, kode) = (line.cell(Key::Nip), line.cell(Key::KodeRhk));
        let under = kode.value.is_blank()
            && line.cell(Key::Rhk).value.is_blank()
            && !(line.cell(Key::Aspek).value.is_blank() && line.cell(Key::Indikator).value.is_blank());
        let continues = under && nip.value.is_blank();
        if continues && !matches!(above, Above::Rhk(..)) {
            ctx.nip = None;
            ctx.kode = None;
            match above {
                Above::Lost => unmatched(ctx, &line),
                Above::Nothing => ctx.missing(nip, Key::Nip),
                Above::OtherYear | Above::Rhk(..) => {}
            }
            continue;
        }
        if !continues {
            let unnamed = named_once && nip.value.is_blank() && line.cell(Key::Nama).value.is_blank();
            // Merged over all rows of a person the number is of his first one.
            let number = line.cell(Key::No);
            let unnumbered = number.value.is_blank() || number.at.row() < line.number();
            if unnamed && (unnumbered || *numbered.get_or_insert_with(|| numbers_rhk(&all[table]))) {
                nip = named.unwrap_or(nip);
            } else {
                named = Some(nip);
            }
            let Some(id) = people.of_row(ctx, nip, line.cell(Key::Nama), table, Source::Other) else {
                above = if nip.value.is_blank() { Above::Nothing } else { Above::Lost };
                unmatched(ctx, &line);
                continue;
            };
            let rhk = match above {
                Above::Rhk(person, rhk) if under && person == id => Some(rhk),
                _ if !table_rows.has(Key::KodeRhk) => by_text(ctx, people, rencana, &line, id),
                _ => rhk_of(ctx, people, rencana, &line, id, kode),
            };
            above = rhk.map_or(Above::Nothing, |rhk| Above::Rhk(id, rhk));
        }
        if let Above::Rhk(id, rhk) = above {
            name(ctx, people, id, rhk);
            readings(
                ctx,
                people,
                rencana,
                all,
                (table_rows, attained, meta),
                line,
                (id, rhk),
                &mut others.periods,
            );
        }
    }
    ctx.nip = None;
    ctx.kode = None;
    others
}

/// The numbers of a list begin anew with each person: they are those of his RHK.
fn numbers_rhk(table_rows: &TableRows<'_>) -> bool {
    let first = |line: &Line<'_, '_>| fold(&line.cell(Key::No).value.written()) == "1";
    let mut named = table_rows.rows().filter(|line| !line.cell(Key::Nip).value.is_blank());
    named.all(|line| first(&line))
}

/// What a table of plans may say of what was attained.
const ATTAINED: [Key; 3] = [Key::Realisasi, Key::UmpanBalik, Key::Bukti];

/// The indicators of a row, one for each aspek that its headings name, with what the table says of
/// their realisasi.
#[allow(clippy::too_many_arguments)] // a row with all it is joined to
fn readings<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    rencana: &mut PlanIndex,
    all: &[TableRows<'a>],
    (table_rows, attained, meta): (&TableRows<'a>, bool, Option<Periode>),
    line: Line<'a, '_>,
    at: (PegawaiId, RhkNo),
    periods: &mut Periods,
) {
    let wide = table_rows.has_slices();
    let mut done: SmallVec<[(Option<Aspek>, Option<IndikatorNo>); 1]> = SmallVec::new();
    for slice in table_rows.readings() {
        let row = line.reading(slice);
        let (target, realisasi) = (row.cell(Key::Target), row.cell(Key::Realisasi));
        // An aspek that the row leaves blank is none of its indicators.
        if wide && table_rows.aspek_by_heading() && target.value.is_blank() && realisasi.value.is_blank() {
            continue;
        }
        let aspek = Ctx::word_silent::<Aspek>(row.cell(Key::Aspek));
        let i = if let Some((_, i)) = done.iter().find(|(a, _)| *a == aspek) {
            *i
        } else {
            let i = indikator(ctx, people, rencana, all, &row, at);
            done.push((aspek, i));
            i
        };
        if attained && let Some(i) = i {
            super::realisasi::beside_target(ctx, people, all, &row, (at.0, at.1, i), (wide, meta), periods);
        }
    }
}

/// The RHK of a row in a table without codes: that of the person with the same text, or the next one,
/// called by its number.
fn by_text<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    rencana: &mut PlanIndex,
    line: &Line<'a, '_>,
    id: PegawaiId,
) -> Option<RhkNo> {
    let cell = line.cell(Key::Rhk);
    let text = ctx.lines(cell);
    let Some(text) = text.get().cloned() else {
        ctx.missing(cell, Key::Rhk);
        return None;
    };
    let posting = last_posting(ctx, people.get(id), id);
    let wanted = super::plan_key(&text);
    let known = people
        .get(id)
        .rhk
        .iter()
        .position(|r| r.posting() == posting && super::plan_key(&r.rhk) == wanted);
    if let Some(i) = known {
        return Some(RhkNo::at(i));
    }
    let jenis = jenis(ctx, line);
    let prefix = if jenis.get() == Some(&JenisRhk::Tambahan) { "T" } else { "" };
    let mut number = people.get(id).rhk.len() + 1;
    let (kode, key) = loop {
        let kode = ctx.share(&format!("{prefix}{number}"));
        let key = ctx.key(&kode);
        if rencana.latest(id, key).is_none() {
            break (kode, key);
        }
        number += 1;
    };
    ctx.kode = Some(kode.clone());
    let rhk = new_rhk(ctx, line, (kode, cell.at), Field::empty(cell.at), posting);
    let pegawai = people.get(id);
    let at = RhkNo::at(pegawai.rhk.len());
    push_tight(&mut pegawai.rhk, rhk);
    rencana.add_rhk(id, key, posting, at);
    Some(at)
}

/// A row that joins nobody: what is wrong in its cells is told all the same.
fn unmatched<'a>(ctx: &mut Ctx<'a>, line: &Line<'a, '_>) {
    ctx.word::<JenisRhk>(line.cell(Key::Jenis));
    ctx.word::<Aspek>(line.cell(Key::Aspek));
    ctx.text(line.cell(Key::Indikator));
    ctx.word::<Arah>(line.cell(Key::Arah));
    ctx.word::<Akumulasi>(line.cell(Key::Akumulasi));
    ctx.yes_no(line.cell(Key::TargetMaksimal));
    for key in [Key::TanggalPenetapan, Key::BatasWaktu] {
        ctx.date(line.cell(key));
    }
    ctx.loose_figure(line.cell(Key::Target), line.mark(line.cell(Key::Target)));
    ctx.plain(line.cell(Key::Bobot), line.mark(line.cell(Key::Bobot)));
}

/// Problems of the row from here on are about this RHK.
fn name(ctx: &mut Ctx<'_>, people: &mut People, id: PegawaiId, rhk: RhkNo) {
    let pegawai = people.get(id);
    ctx.about(&pegawai.nip);
    ctx.kode = Some(pegawai.rhk[rhk].kode.clone());
}

/// The RHK of a row: found again by code and posting, or new.
fn rhk_of<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    rencana: &mut PlanIndex,
    line: &Line<'a, '_>,
    id: PegawaiId,
    kode: InputCell<'a>,
) -> Option<RhkNo> {
    let code = ctx.code(kode);
    let Some(code) = code.get().cloned() else {
        if code.is_empty() {
            ctx.missing(kode, Key::KodeRhk);
        }
        return None;
    };
    ctx.kode = Some(code.clone());
    let key = ctx.key(&code);
    let mulai = ctx.date(line.cell(Key::Mulai));
    let pegawai = people.get(id);
    let posting = match &mulai.state {
        State::Given(day) => posting_at(ctx, pegawai, *day),
        // A blank one joins the RHK of that code above; a new code is of the last posting.
        State::Empty => match rencana.latest(id, key) {
            Some(rhk) => pegawai.rhk[rhk].posting(),
            None => last_posting(ctx, pegawai, id),
        },
        State::Faulty => None,
    };
    if mulai.get().is_some() && posting.is_none() && !pegawai.posting.is_empty() {
        ctx.note(line.cell(Key::Mulai), PostingUnknown);
    }
    if let Some(rhk) = rencana.in_posting(id, key, posting) {
        compare(ctx, &pegawai.rhk[rhk], line);
        return Some(rhk);
    }
    let rhk = new_rhk(ctx, line, (code, kode.at), mulai, posting);
    let pegawai = people.get(id);
    let at = RhkNo::at(pegawai.rhk.len());
    push_tight(&mut pegawai.rhk, rhk);
    rencana.add_rhk(id, key, posting, at);
    Some(at)
}

fn new_rhk<'a>(
    ctx: &mut Ctx<'a>,
    line: &Line<'a, '_>,
    (kode, at): (Text, Origin),
    mulai: Field<Date>,
    posting: Option<usize>,
) -> RencanaHasilKerja {
    let text = line.cell(Key::Rhk);
    let lines = ctx.lines(text);
    if lines.is_empty() {
        ctx.missing(text, Key::Rhk);
    }
    let above = line.cell(Key::KodeRhkAtasan);
    let jenis = jenis(ctx, line);
    let kode_atasan = codes(ctx, above);
    RencanaHasilKerja {
        at,
        kode,
        rhk: lines.get().cloned().unwrap_or_else(|| ctx.no_text()),
        kode_atasan: kode_atasan.get().cloned(),
        detail: {
            let detail = RhkDetail {
                nip_pemberi_tugas: ctx.other_nip(line.cell(Key::NipPemberiTugas)).in_row(at),
                method: ctx.word(line.cell(Key::MetodeKaskade)).in_row(at),
                lingkup: lingkup(ctx, line.cell(Key::Lingkup)).in_row(at),
                nomor_sk: ctx.entry(line.cell(Key::NomorSk)).in_row(at),
                mulai: mulai.in_row(at),
                rhk_cell: text.place_in_row(at),
                jenis_cell: Field::empty(jenis.at).in_row(at),
                kode_atasan_cell: kode_atasan.place().in_row(at),
            };
            ctx.kept.rhk.share(detail)
        },
        indikator: Vec::new(),
        tautan: Few::new(),
        umpan_balik: ThinVec::new(),
        posting_no: posting.map(PostingNo::at),
        jenis: jenis.state,
        tautan_text: line.links_by_text(),
        doubled: false,
    }
}

/// Codes in one cell, at most: an RHK intervenes a few of the atasan's, never hundreds.
const CODES: usize = 100;

/// The codes of a cell. More than [`CODES`] are no list that anybody wrote: that is told once, and
/// not each of them again.
fn codes<'a>(ctx: &mut Ctx<'a>, cell: InputCell<'a>) -> Field<Text> {
    let field = ctx.code(cell);
    let count = field.get().map_or(0, |text| links::codes_in(text).count());
    if count <= CODES {
        return field;
    }
    ctx.note(cell, TooManyCodes { count, most: CODES });
    Field::faulty(cell.at)
}

fn jenis<'a>(ctx: &mut Ctx<'a>, line: &Line<'a, '_>) -> Field<JenisRhk> {
    let cell = line.cell(Key::Jenis);
    let own = ctx.word(cell);
    match (own.is_empty(), line.section) {
        (true, Some(Section::Utama)) => Field::given(JenisRhk::Utama, cell.at),
        (true, Some(Section::Tambahan)) => Field::given(JenisRhk::Tambahan, cell.at),
        // Without such a column, and without sections, everything is utama; that is told for the table.
        (true, None) if cell.absent => Field::given(JenisRhk::Utama, cell.at),
        (true, None) => {
            ctx.missing(cell, Key::Jenis);
            own
        }
        (false, _) => own,
    }
}

fn lingkup<'a>(ctx: &mut Ctx<'a>, cell: InputCell<'a>) -> Field<u8> {
    const EXPECTED: &str = "1, 2, atau 3";
    let field = ctx.ordinal(cell, EXPECTED);
    match field.get() {
        None if field.is_faulty() => Field::faulty(cell.at),
        None => Field::empty(cell.at),
        Some(&n) => {
            if let Ok(n @ 1..=3) = u8::try_from(n) {
                return Field::given(n, cell.at);
            }
            ctx.note_expecting(cell, NumberUnreadable { why: None }, EXPECTED);
            Field::faulty(cell.at)
        }
    }
}

/// A later row of an RHK may leave blank what belongs to the RHK; something else is recorded.
fn compare<'a>(ctx: &mut Ctx<'a>, first: &RencanaHasilKerja, line: &Line<'a, '_>) {
    let unlike = |ctx: &mut Ctx<'a>, cell: InputCell<'a>, first: Origin| ctx.note(cell, RhkInconsistent { first });
    let cell = line.cell(Key::Rhk);
    if differs(cell, first.rhk_at()) {
        let field = ctx.lines(cell);
        if field.get().is_some_and(|t| super::unlike(t, &first.rhk)) {
            unlike(ctx, cell, first.rhk_at());
        }
    }
    let cell = line.cell(Key::KodeRhkAtasan);
    if differs(cell, first.kode_atasan_at()) {
        let field = ctx.code(cell);
        if let Some(code) = field.get()
            && first.kode_atasan.as_ref().is_none_or(|f| super::unlike(f, code))
        {
            unlike(ctx, cell, first.kode_atasan_at());
        }
    }
    // Blank in the first row is the default, so only the effective values are compared.
    let cell = line.cell(Key::Jenis);
    if differs(cell, first.jenis_at()) {
        let field = ctx.word::<JenisRhk>(cell);
        if field.get().is_some() && field.get() != first.jenis.get() {
            unlike(ctx, cell, first.jenis_at());
        }
    }
    let cell = line.cell(Key::MetodeKaskade);
    if differs(cell, first.detail.method.at(first.at)) {
        let field = ctx.word(cell);
        let first_value = first.detail.method.or_default(crate::model::vocab::MetodeKaskade::Langsung);
        if field.get().is_some() && field.get().copied() != first_value {
            unlike(ctx, cell, first.detail.method.at(first.at));
        }
    }
    let cell = line.cell(Key::NipPemberiTugas);
    if differs(cell, first.detail.nip_pemberi_tugas.at(first.at)) {
        let field = ctx.other_nip(cell);
        if field.get().is_some() && field.get() != first.detail.nip_pemberi_tugas.get() {
            unlike(ctx, cell, first.detail.nip_pemberi_tugas.at(first.at));
        }
    }
    let cell = line.cell(Key::Lingkup);
    if differs(cell, first.detail.lingkup.at(first.at)) {
        let field = lingkup(ctx, cell);
        if field.get().is_some() && field.get().copied() != first.detail.lingkup.or_default(1) {
            unlike(ctx, cell, first.detail.lingkup.at(first.at));
        }
    }
}

/// Whether a cell says anything of its own, rather than being blank or the first row's (merged).
fn differs(cell: InputCell<'_>, first: Origin) -> bool {
    cell.at != first && !cell.value.is_blank()
}
