//! A realisasi beside another one for the same indicator and period: repeated, poorer, richer, or doubled.

use crate::base::ids::{IndikatorNo, PegawaiId, RhkNo};
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::feedback::{self, UmpanBalikSaid};
use crate::model::assemble::likeness::{Likeness, likeness};
use crate::model::assemble::people::People;
use crate::model::assemble::row_at;
use crate::model::assemble::rows::{Line, TableRows};
use crate::model::findings::{RealisasiDoubled, RealisasiRowRepeated};
use crate::model::skp::UmpanBalik;
use crate::model::{Field, Realisasi, RealisasiDetail, RowField, State};
use crate::table::Key;

/// Adds a realisasi to its indicator. An equal or poorer one for the same period counts once; of
/// unlike ones nobody guesses. One whose period cannot be read is nobody's double.
pub(super) fn add<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    tables: &[TableRows<'a>],
    line: &Line<'a, '_>,
    (id, rhk, i): (PegawaiId, RhkNo, IndikatorNo),
    row: Realisasi,
    period_unknown: bool,
) {
    let list = &mut people.get(id).rhk[rhk].indikator[i].realisasi;
    // Rows of another period are passed over, and told as that: nothing hangs on how they stand to each other.
    let counts_once = !period_unknown && row.periode().within(ctx.periode);
    let known = list.iter_mut().find(|r| counts_once && r.periode() == row.periode());
    let Some(first) = known else {
        list.push(row);
        return;
    };
    let cell = line.cell(Key::Realisasi);
    let earlier = first.at;
    let other = row_at(tables, earlier).map(|r| r.reading_at(Key::Realisasi, earlier).unwrap_or(r));
    // Umpan balik is the RHK's: unlike ones are told there.
    let like = other.map(|other| likeness(ctx.periode, &other, line, [Key::Realisasi, Key::Bukti].into_iter()));
    // A row of nothing but its key repeats nothing.
    let says = |r: &Realisasi| !(r.nilai.is_empty() && r.bukti.is_empty());
    match like {
        Some(Likeness::Poorer) if says(&row) => ctx.note(cell, RealisasiRowRepeated { first: earlier }),
        Some(Likeness::Poorer) => {}
        Some(Likeness::Richer) => {
            let doubled = first.doubled;
            let poorer = std::mem::replace(first, row);
            if doubled {
                first.detail_mut().doubled = true;
            }
            if says(&poorer) {
                ctx.note(cell, RealisasiRowRepeated { first: earlier });
            }
        }
        // An empty realisasi is a missing one: it doubles nothing.
        _ if row.nilai.is_empty() => list.push(row),
        _ if first.nilai.is_empty() => *first = row,
        _ => {
            first.detail_mut().doubled = true;
            ctx.note(cell, RealisasiDoubled { first: earlier });
            list.push(row);
            if let Some(last) = list.last_mut() {
                last.detail_mut().doubled = true;
            }
        }
    }
}

/// A row that may be this RHK's or another posting's: what it says is there and cannot be told, so
/// that nothing is computed as if it were missing.
pub(super) fn unclear<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    line: &Line<'a, '_>,
    (id, rhk): (PegawaiId, RhkNo),
    indikator: Option<IndikatorNo>,
) {
    let (cell, umpan) = (line.cell(Key::Realisasi), line.cell(Key::UmpanBalik));
    let periode = ctx.periode;
    let data = &mut people.get(id).rhk[rhk];
    if let Some(i) = indikator
        && !cell.value.is_blank()
    {
        let detail = RealisasiDetail {
            nilai: State::Faulty,
            written: ctx.as_written(cell),
            doubled: false,
            periode,
            periode_cell: Field::empty(line.cell(Key::Periode).at).in_row(cell.at),
            satuan: None,
            bukti: RowField::empty(cell.at),
        };
        data.indikator[i].realisasi.push(Realisasi {
            at: cell.at,
            detail: ctx.kept.realisasi.share(detail),
        });
    }
    if !matches!(feedback::meant(umpan.value), UmpanBalikSaid::Nothing) || ctx.inputs.tint(umpan.at).is_some() {
        let content = Field::faulty(umpan.at);
        data.umpan_balik.push(UmpanBalik { periode, content });
    }
}

/// Whether a row that may be one of several RHK's says what such a row above it says, or less: then it
/// counts once, as any other does.
pub(super) fn repeats<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    tables: &[TableRows<'a>],
    line: &Line<'a, '_>,
    id: PegawaiId,
    all: &[(RhkNo, Option<IndikatorNo>)],
) -> bool {
    let earlier = all.iter().find_map(|&(rhk, indikator)| {
        let list = &people.get(id).rhk[rhk].indikator[indikator?].realisasi;
        let unclear = list.iter().find(|r| r.nilai.is_faulty() && r.periode() == ctx.periode);
        unclear.map(|r| r.at)
    });
    let Some((earlier, other)) = earlier.and_then(|at| Some((at, row_at(tables, at)?))) else {
        return false;
    };
    let keys = other.keys().chain(line.keys()).filter(|k| counts(*k));
    let repeated = likeness(ctx.periode, &other, line, keys) == Likeness::Poorer;
    if repeated {
        ctx.note(line.cell(Key::Realisasi), RealisasiRowRepeated { first: earlier });
    }
    repeated
}

/// Every understood column counts, but for the running number, the name and what says which row it is.
fn counts(key: Key) -> bool {
    let which = matches!(
        key,
        Key::Nip | Key::NamaNip | Key::KodeRhk | Key::Aspek | Key::NoIndikator | Key::Periode
    );
    !(which || key.is_of_post() || matches!(key, Key::No | Key::Nama))
}
