//! The indicator of an `skp` row: its target, and what becomes of a doubled one.

use super::ctx::{Ctx, index, push_tight};
use super::people::Orang;
use super::plan_index::Rencana;
use super::rows::{Baris, Cell, Lembar};
use super::skp::Kolom;
use crate::base::origin::Origin;
use crate::model::read::number::{Mark, Shape};
use crate::model::vocab::{Arah, Aspek};
use crate::model::{Field, Indikator, State, Target, TargetNilai, Text};
use crate::problem::ProblemKind;

/// Columns that belong to the indicator: what makes two rows for it alike or unlike.
fn is_of_indikator(name: &str) -> bool {
    matches!(
        name,
        "indikator"
            | "target"
            | "satuan"
            | "arah"
            | "target_maksimal"
            | "akumulasi"
            | "bobot"
            | "kelompok"
            | "perspektif"
            | "tanggal_penetapan"
            | "batas_waktu"
    )
}

/// Adds the row's indicator to its RHK, or finds that it stands there already.
pub(super) fn indikator<'a>(
    ctx: &mut Ctx<'a>,
    orang: &mut Orang,
    rencana: &mut Rencana,
    semua: &[Lembar<'a>],
    kolom: &Kolom,
    baris: &Baris<'a, '_>,
    (id, rhk): (u32, u32),
) {
    let aspek_cell = baris.cell(kolom.aspek);
    let aspek = ctx.word::<Aspek>(aspek_cell);
    if aspek.is_empty() {
        ctx.missing(aspek_cell, "aspek");
    }
    let no_field = ctx.ordinal(baris.cell(kolom.no_indikator), "nomor indikator: 1, 2, 3 …");
    let no = no_field.or_default(1).unwrap_or(0);
    let word = aspek.get().copied();
    let at = Origin::new(aspek_cell.at.sheet, baris.number(), kolom.nip.unwrap_or(aspek_cell.at.col));
    // Rows whose aspek or number cannot be read are nobody's double.
    let known = (!aspek.is_faulty() && no > 0)
        .then(|| rencana.indikator(id, rhk, aspek.get().copied(), no))
        .flatten();
    if let Some(i) = known {
        let first = &mut orang.get(id).rhk[rhk as usize].indikator[i as usize];
        let earlier = super::row_at(semua, first.at);
        let unlike = earlier.as_ref().and_then(|other| baris.first_unlike(other, is_of_indikator));
        first.ganda |= unlike.is_some();
        if let (Some(name), Some(other)) = (unlike, earlier) {
            orang.get(id).rhk[rhk as usize].ganda = true;
            ctx.doubled(ProblemKind::SkpDoubled, baris.named(name), other.named(name).at);
        } else if let Some(other) = earlier {
            ctx.doubled(ProblemKind::RowRepeated, baris.named("aspek"), other.named("aspek").at);
        }
        return;
    }
    let indicator = baca_indikator(ctx, kolom, baris, at, aspek, no);
    let list = &mut orang.get(id).rhk[rhk as usize].indikator;
    let i = index(list.len());
    push_tight(list, indicator);
    if no > 0 {
        rencana.add_indikator((id, rhk, word, no), i);
    }
}

fn baca_indikator<'a>(
    ctx: &mut Ctx<'a>,
    kolom: &Kolom,
    baris: &Baris<'a, '_>,
    at: Origin,
    aspek: Field<Aspek>,
    no: u32,
) -> Indikator {
    let text_cell = baris.cell(kolom.indikator);
    let text = ctx.lines(text_cell);
    if text.is_empty() {
        ctx.missing(text_cell, "indikator");
    }
    let own_unit = ctx.text(baris.cell(kolom.satuan));
    let target = target(ctx, baris.cell(kolom.target), kolom.mark_target, own_unit.get());
    let satuan = match (&own_unit.state, target.get().and_then(|t| t.satuan.clone())) {
        (State::Empty, Some(unit)) => Field::given(unit, target.at),
        _ => own_unit,
    };
    let arah = ctx.word(baris.cell(kolom.arah));
    let contradicts = match (target.get().and_then(|t| t.nilai), arah.get()) {
        (Some(TargetNilai::Minimal(_)), Some(Arah::Turun)) => Some("turun"),
        (Some(TargetNilai::Maksimal(_)), Some(Arah::Naik)) => Some("naik"),
        _ => None,
    };
    if let Some(word) = contradicts {
        let arah_at = arah.at;
        ctx.problem(ProblemKind::TargetContradictsArah, baris.cell(kolom.target), |p| {
            p.and(arah_at).detail(word)
        });
    }
    Indikator {
        at,
        aspek,
        no,
        indikator: text,
        target,
        satuan,
        arah,
        target_maksimal: ctx.yes_no(baris.cell(kolom.target_maksimal)),
        akumulasi: ctx.word(baris.cell(kolom.akumulasi)),
        bobot: ctx.plain(baris.cell(kolom.bobot), kolom.mark_bobot),
        kelompok: ctx.word(baris.cell(kolom.kelompok)),
        perspektif: ctx.word(baris.cell(kolom.perspektif)),
        tanggal_penetapan: ctx.date(baris.cell(kolom.tanggal_penetapan)),
        batas_waktu: ctx.date(baris.cell(kolom.batas_waktu)),
        realisasi: Vec::new(),
        ganda: false,
    }
}

/// A target: a figure with shape and unit, or a text.
pub(super) fn target<'a>(ctx: &mut Ctx<'a>, cell: Cell<'a>, mark: Option<Mark>, unit: Option<&Text>) -> Field<Target> {
    let figure = ctx.figure_of(cell, mark, unit.map(|u| &**u));
    let (nilai, satuan) = match figure.state {
        State::Empty => return Field::empty(cell.at),
        State::Faulty => return Field::faulty(cell.at),
        State::Given(None) => (None, None),
        State::Given(Some((shape, own))) => {
            let nilai = match shape {
                Shape::Single(d) => TargetNilai::Tunggal(d),
                Shape::Range(lo, hi) => TargetNilai::Rentang(lo, hi),
                Shape::AtLeast(d) => TargetNilai::Minimal(d),
                Shape::AtMost(d) => TargetNilai::Maksimal(d),
            };
            (Some(nilai), own)
        }
    };
    let tertulis = ctx.as_written(cell);
    Field::given(Target { tertulis, nilai, satuan }, cell.at)
}
