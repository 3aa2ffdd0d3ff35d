//! What one row says: the figure or text attained, its evidence, and the umpan balik of its RHK.

use std::sync::Arc;

use crate::base::ids::{PegawaiId, RhkNo, wide};
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::feedback;
use crate::model::assemble::people::People;
use crate::model::assemble::rows::{InputCell, Line};
use crate::model::read::number::FigureShape;
use crate::model::skp::UmpanBalik;
use crate::model::{Field, Periode, Realisasi, RealisasiDetail, RowField, State, Text};
use crate::table::Key;

/// Umpan balik belongs to the RHK; the same one on each of its rows counts once.
pub(super) fn umpan_balik<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    line: &Line<'a, '_>,
    periode: &Field<Periode>,
    (id, rhk): (PegawaiId, RhkNo),
) {
    let content = feedback::of_row(ctx, line);
    if content.is_empty() {
        return;
    }
    let mut said = UmpanBalik {
        periode: periode.get().copied().unwrap_or(ctx.periode),
        content,
    };
    if periode.is_faulty() {
        if !said.says() {
            return;
        }
        // It is there, and nobody knows for which period: it counts for the earliest, where nothing of a known one does.
        let start = ctx.periode.start();
        said = UmpanBalik {
            periode: Periode::Bulan(start.year(), u8::try_from(start.month()).unwrap_or(1)),
            content: Field::faulty(said.content.at),
        };
    }
    let list = &mut people.get(id).rhk[rhk].umpan_balik;
    if !list
        .iter()
        .any(|u| u.periode == said.periode && u.content.state == said.content.state)
    {
        list.push(said);
    }
}

/// The realisasi of a row, or the one of a row that holds the same.
pub(super) fn read_realisasi<'a>(
    ctx: &mut Ctx<'a>,
    line: &Line<'a, '_>,
    periode_cell: InputCell<'a>,
    periode: &Field<Periode>,
    unit: Option<&Text>,
) -> Realisasi {
    let cell = line.cell(Key::Realisasi);
    let bukti = ctx.filled(line.cell(Key::Bukti)).in_row(cell.at);
    // A text that is shared is one as long as its place is.
    let beside = [
        unit.map_or(0, |u| wide(u.as_ptr().addr())),
        u64::from(bukti.is_empty()) | u64::from(bukti.is_faulty()) << 1,
    ];
    let detail = ctx.once(
        |kept| &mut kept.attained,
        line,
        &beside,
        |ctx| read_attained(ctx, line, cell, periode_cell, periode, unit, bukti),
    );
    Realisasi { at: cell.at, detail }
}

/// What a row says of what was attained.
fn read_attained<'a>(
    ctx: &mut Ctx<'a>,
    line: &Line<'a, '_>,
    cell: InputCell<'a>,
    periode_cell: InputCell<'a>,
    periode: &Field<Periode>,
    unit: Option<&Text>,
    bukti: RowField<()>,
) -> Arc<RealisasiDetail> {
    let figure = ctx.figure_of(cell, line.mark(cell), unit.map(|u| &**u));
    let (mut nilai, satuan) = match figure.state {
        State::Empty => (State::Empty, None),
        State::Faulty => (State::Faulty, None),
        State::Given(Some((FigureShape::Single(d), unit))) => (State::Given(Some(d)), unit),
        // A range or a bound is what was aimed at, not what was attained: text.
        State::Given(_) => (State::Given(None), None),
    };
    if periode.is_faulty() {
        // Nobody knows which period it is for, so the year's figure is not known either.
        nilai = State::Faulty;
    }
    let detail = RealisasiDetail {
        nilai,
        written: ctx.as_written(cell),
        doubled: false,
        periode: periode.get().copied().unwrap_or(ctx.periode),
        periode_cell: Field::empty(periode_cell.at).in_row(cell.at),
        satuan,
        bukti,
    };
    ctx.kept.realisasi.share(detail)
}
