//! `perilaku` and `pengecualian` rows.

use super::ctx::Ctx;
use super::people::Orang;
use super::rows::{Cell, Lembar};
use crate::input::Value;
use crate::model::read::number::{Mark, Shape};
use crate::model::read::word::{self, WordRead};
use crate::model::vocab::{Rating, Word};
use crate::model::{Field, NilaiPerilaku, Pengecualian, Skala, State, Sumber};
use crate::problem::ProblemKind;

/// Reads a `perilaku` table.
pub(super) fn read<'a>(ctx: &mut Ctx<'a>, orang: &mut Orang, lembar: &Lembar<'a>, table: usize) {
    let col = |name| lembar.col(name);
    let (nip, nama, aspek) = (col("nip"), col("nama"), col("aspek"));
    let (penilai, nip_penilai, nilai) = (col("penilai"), col("nip_penilai"), col("nilai"));
    let mark = Ctx::mark(lembar, nilai);
    for baris in lembar.rows() {
        let id = orang.of_row(ctx, baris.cell(nip), baris.cell(nama), table, Sumber::Lain);
        let aspek_cell = baris.cell(aspek);
        // Read before it is known whether the row joins anybody: a faulty cell is told either way.
        let row = NilaiPerilaku {
            at: baris.cell(nip).at,
            aspek: ctx.word(aspek_cell),
            penilai: ctx.word(baris.cell(penilai)),
            nip_penilai: ctx.other_nip(baris.cell(nip_penilai)),
            nilai: skala(ctx, baris.cell(nilai), mark),
        };
        if row.aspek.is_empty() {
            ctx.missing(aspek_cell, "aspek");
        }
        if let Some(id) = id {
            orang.get(id).perilaku.push(row);
        }
    }
}

/// A figure or a rating in words. The codes 1, 2, 3 are figures here: a perilaku of 3 on the scale
/// of 0–120 would otherwise become "di bawah ekspektasi".
fn skala<'a>(ctx: &mut Ctx<'a>, cell: Cell<'a>, mark: Option<Mark>) -> Field<Skala> {
    if let Value::Text(text) = cell.value
        && !text.contains(|c: char| c.is_ascii_digit())
    {
        return match word::read_rating::<Rating>(cell.value) {
            WordRead::Blank => Field::empty(cell.at),
            WordRead::Given(r) | WordRead::Doubtful(r) => Field::given(Skala::Rating(r), cell.at),
            WordRead::Unknown(near) => {
                let ratings = Rating::ALL.iter().map(|r| r.as_str()).collect::<Vec<_>>().join(", ");
                ctx.unknown_word(cell, format!("angka 0–120, atau {ratings}"), near);
                Field::faulty(cell.at)
            }
            WordRead::NotText => Field::faulty(cell.at),
        };
    }
    match ctx.figure(cell, mark).state {
        State::Empty => Field::empty(cell.at),
        State::Faulty => Field::faulty(cell.at),
        State::Given(Some((Shape::Single(d), None))) => Field::given(Skala::Angka(d), cell.at),
        State::Given(_) => {
            ctx.problem(ProblemKind::NumberUnreadable, cell, |p| p.expected("angka 0–120"));
            Field::faulty(cell.at)
        }
    }
}

/// Reads a `pengecualian` table. Of two rows for one person the first counts.
pub(super) fn read_pengecualian<'a>(ctx: &mut Ctx<'a>, orang: &mut Orang, lembar: &Lembar<'a>, table: usize) {
    let col = |name| lembar.col(name);
    let (nip, nama, alasan, keterangan) = (col("nip"), col("nama"), col("alasan"), col("keterangan"));
    for baris in lembar.rows() {
        let Some(id) = orang.of_row(ctx, baris.cell(nip), baris.cell(nama), table, Sumber::Lain) else {
            continue;
        };
        let alasan_cell = baris.cell(alasan);
        let row = Pengecualian {
            at: baris.cell(nip).at,
            alasan: ctx.text(alasan_cell),
            keterangan: ctx.shown(baris.cell(keterangan)),
        };
        if row.alasan.is_empty() {
            ctx.missing(alasan_cell, "alasan");
        }
        if let Some(first) = &orang.get(id).pengecualian {
            let other = first.at;
            ctx.doubled(ProblemKind::RowRepeated, baris.cell(nip), other);
        } else {
            orang.get(id).pengecualian = Some(row);
        }
    }
}
