//! The indicator of an `skp` row: its target, and what becomes of a doubled one.

use std::sync::Arc;

use super::ctx::{Ctx, push_tight};
use super::likeness::{Likeness, likeness};
use super::people::People;
use super::plan_index::PlanIndex;
use super::rows::{InputCell, Line, TableRows};
use super::{is_named, plan_key};
use crate::base::few::Few;
use crate::base::ids::{IndikatorNo, PegawaiId, RhkNo, short};
use crate::base::origin::Origin;
use crate::model::findings::{SkpDoubled, SkpRowRepeated, TargetContradictsArah};
use crate::model::read::number::{DecimalMark, FigureShape};
use crate::model::vocab::{Arah, Aspek};
use crate::model::{Field, Indikator, IndikatorAim, IndikatorDetail, State, Target, TargetNilai, Text};
use crate::table::Key;

/// Columns that belong to the indicator: what makes two rows for it alike or unlike.
fn is_of_indikator(key: Key) -> bool {
    matches!(
        key,
        Key::Indikator
            | Key::Target
            | Key::Satuan
            | Key::Arah
            | Key::TargetMaksimal
            | Key::Akumulasi
            | Key::Bobot
            | Key::Kelompok
            | Key::Perspektif
            | Key::TanggalPenetapan
            | Key::BatasWaktu
    )
}

/// Adds the row's indicator to its RHK, or finds that it stands there already.
pub(super) fn indikator<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    rencana: &mut PlanIndex,
    all: &[TableRows<'a>],
    line: &Line<'a, '_>,
    (id, rhk): (PegawaiId, RhkNo),
) -> Option<IndikatorNo> {
    let aspek_cell = line.cell(Key::Aspek);
    let aspek = ctx.word::<Aspek>(aspek_cell);
    if aspek.is_empty() {
        ctx.missing(aspek_cell, Key::Aspek);
    }
    let no_field = ctx.ordinal(line.cell(Key::NoIndikator), "nomor indikator: 1, 2, 3 …");
    // In a table without codes equal aspek are several indicators, numbered by their order.
    let no = if line.has(Key::KodeRhk) || line.has(Key::NoIndikator) {
        no_field.or_default(1).unwrap_or(0)
    } else {
        let list = &people.get(id).rhk[rhk].indikator;
        let alike = || list.iter().filter(|i| i.aspek.state == aspek.state);
        // A row for each period says the same indicator again.
        let again = line.has(Key::Periode).then(|| {
            let wanted = named_in(line);
            alike().find(|i| is_named(i, &wanted))
        });
        let again = again.flatten();
        again.map_or_else(|| short(alike().count() + 1), |i| i.no)
    };
    let at = Origin::new(aspek_cell.at.sheet(), line.number(), line.cell(Key::Nip).at.col());
    // Rows whose aspek or number cannot be read are nobody's double.
    let known = (!aspek.is_faulty() && no > 0)
        .then(|| rencana.indikator((id, rhk), &people.get(id).rhk[rhk].indikator, aspek.get().copied(), no))
        .flatten();
    if let Some(i) = elsewhere(people, line, &aspek, (id, rhk)).or(known) {
        return again(ctx, people, all, line, (id, rhk, i), (at, aspek, no));
    }
    let word = aspek.get().copied();
    let indicator = read_indikator(ctx, line, at, aspek, no);
    let list = &mut people.get(id).rhk[rhk].indikator;
    let i = IndikatorNo::at(list.len());
    push_tight(list, indicator);
    if no > 0 {
        rencana.add_indikator((id, rhk, word, no), i);
    }
    Some(i)
}

/// The key of the indicator's text in a row.
fn named_in(line: &Line<'_, '_>) -> Text {
    plan_key(&line.cell(Key::Indikator).value.written())
}

/// The indicator of a row without codes that another table has already: by its text, or where the row has none, the only
/// one there.
fn elsewhere(
    people: &mut People,
    line: &Line<'_, '_>,
    aspek: &Field<Aspek>,
    (id, rhk): (PegawaiId, RhkNo),
) -> Option<IndikatorNo> {
    if line.has(Key::KodeRhk) {
        return None;
    }
    let list = &people.get(id).rhk[rhk].indikator;
    let other = |i: &Indikator| !line.is_in_table_of(i.at) && (line.cell(Key::Aspek).absent || i.aspek.state == aspek.state);
    let mut others = (0..).map(IndikatorNo::at).zip(list).filter(|(_, i)| other(i));
    if line.has(Key::Indikator) {
        let wanted = named_in(line);
        return others.find(|(_, i)| is_named(i, &wanted)).map(|(i, _)| i);
    }
    let only = others.next().map(|(i, _)| i);
    only.filter(|_| others.next().is_none())
}

/// A row for an indicator that stands there already. An equal or poorer one counts once, of unlike
/// ones nobody guesses. `Some` where the row has more to say: the realisasi of another period.
fn again<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    all: &[TableRows<'a>],
    line: &Line<'a, '_>,
    (id, rhk, i): (PegawaiId, RhkNo, IndikatorNo),
    (at, aspek, no): (Origin, Field<Aspek>, u32),
) -> Option<IndikatorNo> {
    let first = &people.get(id).rhk[rhk].indikator[i];
    let row = super::row_at(all, first.at)?;
    let earlier = row.reading_at(Key::Target, first.target_at()).unwrap_or(row);
    let compare = |keys: fn(Key) -> bool| {
        let keys = earlier.keys().chain(line.keys()).filter(|k| keys(*k));
        likeness(ctx.periode, &earlier, line, keys)
    };
    let plan = compare(is_of_indikator);
    let attained = compare(|k| matches!(k, Key::Periode | Key::Realisasi | Key::UmpanBalik | Key::Bukti));
    let first_at = earlier.cell(Key::Aspek).at;
    let known = (
        Field {
            at: first.aspek.at(first.at),
            state: first.aspek.state.clone(),
        },
        first.no,
    );
    if let Likeness::Unlike(name) | Likeness::Beside(name) = plan {
        let first = earlier.cell(name).at;
        ctx.note(line.cell(name), SkpDoubled { first });
        let rhk = &mut people.get(id).rhk[rhk];
        rhk.doubled = true;
        rhk.indikator[i].aim_mut().doubled = true;
        return None;
    }
    if attained == Likeness::Poorer {
        ctx.note(line.cell(Key::Aspek), SkpRowRepeated { first: first_at });
    }
    if plan == Likeness::Richer {
        ctx.superseded(first_at);
        // What a table without the column does not say, the poorer row does.
        let (aspek, no) = if line.cell(Key::Aspek).absent { known } else { (aspek, no) };
        let richer = read_indikator(ctx, line, at, aspek, no);
        let list = &mut people.get(id).rhk[rhk].indikator;
        let poorer = std::mem::replace(&mut list[i], richer);
        if poorer.doubled {
            list[i].aim_mut().doubled = true;
        }
        list[i].realisasi = poorer.realisasi;
    }
    (attained != Likeness::Poorer).then_some(i)
}

fn read_indikator<'a>(ctx: &mut Ctx<'a>, line: &Line<'a, '_>, at: Origin, aspek: Field<Aspek>, no: u32) -> Indikator {
    let text_cell = line.cell(Key::Indikator);
    let text = ctx.lines(text_cell);
    if text.is_empty() {
        ctx.missing(text_cell, Key::Indikator);
    }
    let read = |ctx: &mut Ctx<'a>| read_plan(ctx, line, at, aspek, no);
    let (aim, detail) = ctx.once(|kept| &mut kept.plans, line, &[u64::from(no)], read);
    Indikator {
        at,
        indikator: text.get().cloned(),
        aim,
        detail,
        realisasi: Few::new(),
    }
}

/// What a row says of its indicator besides the text.
fn read_plan<'a>(
    ctx: &mut Ctx<'a>,
    line: &Line<'a, '_>,
    at: Origin,
    aspek: Field<Aspek>,
    no: u32,
) -> (Arc<IndikatorAim>, Arc<IndikatorDetail>) {
    let own_unit = ctx.entry(line.cell(Key::Satuan));
    let target = target(ctx, line.cell(Key::Target), line.mark(line.cell(Key::Target)), own_unit.get());
    let satuan = match (&own_unit.state, target.get().and_then(|t| t.satuan.clone())) {
        (State::Empty, Some(unit)) => Field::given(unit, target.at),
        _ => own_unit,
    };
    let arah = ctx.word(line.cell(Key::Arah));
    let contradicts = match (target.get().and_then(|t| t.nilai), arah.get()) {
        (Some(TargetNilai::AtLeast(_)), Some(Arah::Turun)) => Some("turun"),
        (Some(TargetNilai::AtMost(_)), Some(Arah::Naik)) => Some("naik"),
        _ => None,
    };
    if let Some(arah) = contradicts {
        ctx.note(line.cell(Key::Target), TargetContradictsArah { arah });
    }
    let bobot = line.cell(Key::Bobot);
    let detail = IndikatorDetail {
        arah: arah.in_row(at),
        target_maksimal: ctx.yes_no(line.cell(Key::TargetMaksimal)).in_row(at),
        akumulasi: ctx.word(line.cell(Key::Akumulasi)).in_row(at),
        bobot: ctx.plain(bobot, line.mark(bobot)).in_row(at),
        kelompok: ctx.word(line.cell(Key::Kelompok)).in_row(at),
        perspektif: ctx.word(line.cell(Key::Perspektif)).in_row(at),
        tanggal_penetapan: ctx.date(line.cell(Key::TanggalPenetapan)).in_row(at),
        batas_waktu: ctx.date(line.cell(Key::BatasWaktu)).in_row(at),
    };
    let aim = IndikatorAim {
        aspek: aspek.in_row(at),
        no,
        doubled: false,
        target: target.in_row(at),
        satuan: satuan.in_row(at),
    };
    (ctx.kept.aim.share(aim), ctx.kept.indikator.share(detail))
}

/// A target: a figure with shape and unit, or a text.
pub(super) fn target<'a>(
    ctx: &mut Ctx<'a>,
    cell: InputCell<'a>,
    mark: Option<DecimalMark>,
    unit: Option<&Text>,
) -> Field<Target> {
    let figure = ctx.figure_of(cell, mark, unit.map(|u| &**u));
    let (nilai, satuan) = match figure.state {
        State::Empty => return Field::empty(cell.at),
        State::Faulty => return Field::faulty(cell.at),
        State::Given(None) => (None, None),
        State::Given(Some((shape, own))) => {
            let nilai = match shape {
                FigureShape::Single(d) => TargetNilai::Single(d),
                FigureShape::Range(lo, hi) => TargetNilai::Range(lo, hi),
                FigureShape::AtLeast(d) => TargetNilai::AtLeast(d),
                FigureShape::AtMost(d) => TargetNilai::AtMost(d),
            };
            (Some(nilai), own)
        }
    };
    let written = ctx.as_written(cell);
    Field::given(Target { written, nilai, satuan }, cell.at)
}
