//! Official one-person forms: the person, the post, the RHK with their indicators, and in an
//! evaluation the realisasi, umpan balik, perilaku and ratings (`masukan.md` section 4).
//!
//! A form has no codes: an RHK is called by its number (tambahan with a `T` before it), and its link is
//! the text of the intervened RHK. The planning and the evaluation form of one person join by the
//! texts of RHK and indicators.

mod continued;
mod evaluasi;
mod indikator;
mod organisasi;
mod period;
mod posting;
mod rhk;

use hashbrown::{HashMap, HashSet};

use jiff::civil::Date;

use super::ctx::Ctx;
use super::other_periods;
use super::penilaian::named_by;
use super::people::People;
use super::plan_index::PlanIndex;
use super::rows::{InputCell, TableRows};
use super::text_key;
use crate::base::ids::{PegawaiId, RhkNo};
use crate::base::origin::Origin;
use crate::finding::Noted;
use crate::model::findings::{FormUnnamed, PartUnclear, PeriodUnused, UnclearBy};
use crate::model::read::periode::spanning;
use crate::model::vocab::JenisRhk;
use crate::model::{NamedPenilai, Pegawai, Periode, Source, Text};
use crate::table::TableKind;
use crate::table::form::{Entry, Formulir};
use organisasi::{Organisasi, organisasi};
pub(super) use period::{by_name, days_of, is_periodic, of_titles};
use period::{evaluated, is_dated, part_of, term, unclear};

/// The form being read.
#[derive(Debug)]
struct FormSheets {
    id: PegawaiId,
    posting: Option<usize>,
    /// How many RHK utama and tambahan the form has so far.
    utama: u32,
    tambahan: u32,
    /// RHK the person had before this form in the same posting, by kind and text: those of another
    /// form of theirs.
    already: HashMap<(JenisRhk, Text), RhkNo>,
    /// What its realisasi and umpan balik are for: the part of the assessed period that the form covers.
    periode: Periode,
    /// The form says which days it is of.
    dated: bool,
    /// Nobody can tell which part of the year it is of: it is read as a plan.
    unclear: bool,
    /// Where the form begins: what stands above it in the sheet is another form's.
    top: u32,
}

/// A form of a part of the period assessed, whose marks of perilaku are that part's.
#[derive(Debug)]
pub(super) struct PartForm {
    id: PegawaiId,
    table: usize,
    days: (Date, Date),
    /// It has ratings or a predikat.
    rated: bool,
}

/// What goes over from form to form.
#[derive(Debug, Default)]
pub(super) struct Forms {
    /// Cells of the marks of perilaku that came from forms.
    marks: HashSet<Origin>,
    /// Forms of a part of the period assessed that ends before it does.
    pub parts: Vec<PartForm>,
    /// Forms are passed over, because they are for other periods.
    pub passed_over: bool,
    /// What forms say of units.
    organisations: Vec<Organisasi>,
}

/// Reads all forms: planning before evaluation, and those in the order of their periods, so that of
/// several the last one stands.
pub(super) fn read_all<'a>(ctx: &mut Ctx<'a>, people: &mut People, rencana: &mut PlanIndex, all: &[TableRows<'a>]) -> Forms {
    let mut forms = Forms::default();
    let mut order: Vec<(TableKind, Option<Date>, usize)> = Vec::new();
    for (i, table_rows) in all.iter().enumerate() {
        let jenis = table_rows.table.jenis;
        if let (TableKind::FormulirSkp | TableKind::FormulirEvaluasi, Some(form)) = (jenis, table_rows.table.formulir.as_deref())
        {
            order.push((jenis, term(ctx, table_rows.table, form).map(|(_, (_, to))| to), i));
        }
    }
    order.sort_unstable();
    for (_, _, i) in order {
        read(ctx, people, rencana, &mut forms, &all[i], i);
    }
    forms
}

fn read<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    rencana: &mut PlanIndex,
    forms: &mut Forms,
    table_rows: &TableRows<'a>,
    table: usize,
) {
    let Some(form) = table_rows.table.formulir.as_deref() else {
        return;
    };
    ctx.nip = None;
    ctx.kode = None;
    let first = Origin::new(table_rows.table.sheet, table_rows.table.header.0, table_rows.table.cols.0);
    let term = term(ctx, table_rows.table, form);
    if let Some((_, days)) = term
        && (days.1 < ctx.periode.start() || days.0 > ctx.periode.end())
    {
        other_periods::tell_days(ctx, table_rows.table, days, PeriodUnused::Whole);
        forms.passed_over = true;
        return;
    }
    ctx.years.insert(ctx.periode.tahun());
    let nip = entry(ctx, form.pegawai.nip.as_ref(), first);
    let nama = entry(ctx, form.pegawai.nama.as_ref(), first);
    tell_unnamed(ctx, nip, nama);
    let Some(id) = people.of_form(ctx, nip, nama, table) else {
        return;
    };
    let days = term.map(|(cell, days)| (cell.at, days));
    let evaluated = evaluated(ctx, form, days.map(|(_, d)| d));
    if people.get(id).source == Source::Formulir {
        posting::add(ctx, people, id, form, table_rows, nip.at, days);
    } else {
        // Where a table says who the atasan is, the form may say another.
        let penilai = ctx.other_nip(entry(ctx, form.penilai.nip.as_ref(), first));
        let nama = entry(ctx, form.penilai.nama.as_ref().filter(|_| form.penilai.nrp.is_none()), first);
        if let Some((at, by)) = named_by(ctx, &penilai, nama) {
            people.get(id).penilai.push(NamedPenilai {
                by,
                at,
                hari: days.map(|(_, (_, to))| to),
                plt: false,
            });
        }
    }
    let pegawai = people.get(id);
    let posting = posting::of(ctx, pegawai, form, first, days.map(|(_, d)| d));
    let dated = evaluated.filter(|_| is_dated(ctx, form));
    let whole_post = dated.is_some_and(|days| posting::is_whole_last(ctx, pegawai, posting, days));
    let mut already = HashMap::new();
    for (i, r) in RhkNo::each(&pegawai.rhk).filter(|(_, r)| r.posting() == posting) {
        if let Some(&jenis) = r.jenis.get() {
            already.entry((jenis, text_key(&r.rhk))).or_insert(i);
        }
    }
    let unclear = unclear(ctx, form, evaluated).filter(|_| table_rows.table.jenis == TableKind::FormulirEvaluasi);
    let mut sheets = FormSheets {
        id,
        posting,
        utama: 0,
        tambahan: 0,
        already,
        periode: if whole_post {
            ctx.periode
        } else {
            part_of(ctx.periode, evaluated)
        },
        dated: evaluated.is_some(),
        unclear: unclear.is_some(),
        top: table_rows.table.header.0,
    };
    let longer = !sheets.periode.within(ctx.periode);
    rhk::rows(ctx, people, rencana, table_rows, &mut sheets);
    if table_rows.table.jenis == TableKind::FormulirEvaluasi {
        ctx.kode = None;
        if let Some((at, line)) = unclear {
            let fact = PartUnclear {
                by: UnclearBy::Form { line },
            };
            ctx.problems.push(Noted::new(fact).at(at.unwrap_or(first)));
            only_plans(people.get(id), ctx.periode);
            return;
        }
        if longer {
            // Its plan serves; what was attained and how it was rated is another period's.
            if let Some(days) = evaluated {
                other_periods::tell_days(ctx, table_rows.table, days, PeriodUnused::AllButPlans);
            }
            only_plans(people.get(id), ctx.periode);
        } else if let Some(days) = evaluated.filter(|days| is_of_part(ctx.periode, sheets.periode, people.get(id), days.1)) {
            let rated = form.evaluates();
            forms.parts.push(PartForm { id, table, days, rated });
        } else {
            evaluasi::perilaku(ctx, people, id, forms, form, first);
        }
        let by_days = || evaluated.filter(|_| !whole_post).and_then(|(from, to)| spanning(from, to));
        let rated = longer.then_some(sheets.periode).or_else(by_days);
        let ratings = evaluasi::ratings(ctx, form, first, evaluated, rated);
        people.get(id).penilaian.extend(ratings);
        forms.add_organisation(ctx, id, form, first);
    }
}

/// Nobody is told that what an evaluation of another period says is missing.
fn only_plans(pegawai: &mut Pegawai, assessed: Periode) {
    super::realisasi::only_of_others(pegawai, assessed);
    if pegawai.perilaku.is_empty() {
        pegawai.lost.add(TableKind::Perilaku);
    }
}

/// Tells which of the two that name a person the form does not say.
fn tell_unnamed<'a>(ctx: &mut Ctx<'a>, nip: InputCell<'a>, nama: InputCell<'a>) {
    let unnamed: Vec<&'static str> = [(nip, "NIP"), (nama, "nama")]
        .into_iter()
        .filter(|(cell, _)| cell.absent)
        .map(|(_, what)| what)
        .collect();
    if !unnamed.is_empty() {
        ctx.note(
            InputCell { absent: false, ..nip },
            FormUnnamed {
                what: unnamed.join(" dan "),
            },
        );
    }
}

impl Forms {
    /// What an evaluation says of its unit.
    fn add_organisation<'a>(&mut self, ctx: &mut Ctx<'a>, id: PegawaiId, form: &'a Formulir, first: Origin) {
        let own = ctx.shown(entry(ctx, form.pegawai.unit_kerja.as_ref(), first));
        let of_penilai = ctx.shown(entry(ctx, form.penilai.unit_kerja.as_ref(), first));
        let predikat = organisasi(ctx, form, first);
        if predikat.get().is_some() {
            self.organisations.push((id, of_penilai, own, predikat));
        }
    }
}

/// Whether a form is of a part of the period that ends before it does, and somebody goes on behind it. His perilaku there is
/// that part's, as in a list; where a table of people says that he has left, it is the last there is.
fn is_of_part(assessed: Periode, of_form: Periode, pegawai: &Pegawai, last: Date) -> bool {
    let goes_on = || {
        let mut posts = pegawai.current_posting();
        pegawai.source == Source::Formulir || posts.any(|(_, p)| p.selesai.get().is_none_or(|end| *end > last))
    };
    of_form.last_bulan() < assessed.last_bulan() && goes_on()
}

/// Tells, at the last of them, of whose perilaku forms of a part of the period are all there is. Where they are rated there, their
/// ratings tell it.
pub(super) fn tell_parts(ctx: &mut Ctx<'_>, people: &mut People, all: &[TableRows<'_>], parts: Vec<PartForm>) {
    let mut told = HashSet::new();
    for part in parts.into_iter().rev() {
        let pegawai = people.get(part.id);
        if !pegawai.perilaku.is_empty() || !told.insert(part.id) {
            continue;
        }
        pegawai.lost.add(TableKind::Perilaku);
        if !part.rated {
            other_periods::tell_days(ctx, all[part.table].table, part.days, PeriodUnused::Perilaku);
        }
    }
}

/// What is filled in, as a cell; where nothing is, an empty one at `first`.
fn entry<'a>(ctx: &Ctx<'a>, entry: Option<&'a Entry>, first: Origin) -> InputCell<'a> {
    match entry {
        Some(i) => InputCell::new(i.value(ctx.inputs), i.at),
        None => InputCell::absent(first),
    }
}
