//! `perilaku` and `pengecualian` rows.

use super::ctx::Ctx;
use super::people::Orang;
use super::rows::{Cell, Lembar};
use crate::input::Value;
use crate::model::findings::{NumberUnreadable, RowRepeated};
use crate::model::read::number::{Mark, Shape};
use crate::model::read::word::{self, WordRead};
use crate::model::vocab::{Rating, Word};
use crate::model::{Field, NilaiPerilaku, Pengecualian, Skala, State, Sumber};
use crate::table::Key;

/// Reads a `perilaku` table.
pub(super) fn read<'a>(ctx: &mut Ctx<'a>, orang: &mut Orang, lembar: &Lembar<'a>, table: usize) {
    for baris in lembar.rows() {
        let id = orang.of_row(ctx, baris.cell(Key::Nip), baris.cell(Key::Nama), table, Sumber::Lain);
        let aspek_cell = baris.cell(Key::Aspek);
        // Read before it is known whether the row joins anybody: a faulty cell is told either way.
        let row = NilaiPerilaku {
            at: baris.cell(Key::Nip).at,
            aspek: ctx.word(aspek_cell),
            penilai: ctx.word(baris.cell(Key::Penilai)),
            nip_penilai: ctx.other_nip(baris.cell(Key::NipPenilai)),
            nilai: skala(ctx, baris.cell(Key::Nilai), baris.mark(baris.cell(Key::Nilai))),
        };
        if row.aspek.is_empty() {
            ctx.missing(aspek_cell, Key::Aspek);
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
            ctx.note_expecting(cell, NumberUnreadable { why: None }, "angka 0–120");
            Field::faulty(cell.at)
        }
    }
}

/// Reads a `pengecualian` table. Of two rows for one person the first counts.
pub(super) fn read_pengecualian<'a>(ctx: &mut Ctx<'a>, orang: &mut Orang, lembar: &Lembar<'a>, table: usize) {
    for baris in lembar.rows() {
        let Some(id) = orang.of_row(ctx, baris.cell(Key::Nip), baris.cell(Key::Nama), table, Sumber::Lain) else {
            continue;
        };
        let alasan_cell = baris.cell(Key::Alasan);
        let row = Pengecualian {
            at: baris.cell(Key::Nip).at,
            alasan: ctx.text(alasan_cell),
            keterangan: ctx.shown(baris.cell(Key::Keterangan)),
        };
        if row.alasan.is_empty() {
            ctx.missing(alasan_cell, Key::Alasan);
        }
        if let Some(first) = &orang.get(id).pengecualian {
            let first = first.at;
            ctx.note(baris.cell(Key::Nip), RowRepeated { first });
        } else {
            orang.get(id).pengecualian = Some(row);
        }
    }
}
