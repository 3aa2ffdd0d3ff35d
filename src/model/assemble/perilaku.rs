//! `perilaku` and `pengecualian` rows.

use super::ctx::Ctx;
use super::feedback;
use super::people::Orang;
use super::rows::Lembar;
use crate::model::findings::RowRepeated;
use crate::model::{Field, NilaiPerilaku, Pengecualian, Sumber};
use crate::table::Key;

/// Reads a `perilaku` table.
pub(super) fn read<'a>(ctx: &mut Ctx<'a>, orang: &mut Orang, lembar: &Lembar<'a>, table: usize) {
    for baris in lembar.rows() {
        let id = orang.of_row(ctx, baris.cell(Key::Nip), baris.cell(Key::Nama), table, Sumber::Lain);
        let wide = lembar.has_slices();
        for slice in lembar.readings() {
            let baris = baris.reading(slice);
            let cell = baris.cell(Key::Nilai);
            let twice = ctx.ticked_twice(&baris, Key::Nilai);
            // A rater who says nothing of a value has not rated it.
            if wide && cell.value.is_blank() && twice.is_none() {
                continue;
            }
            let aspek_cell = baris.cell(Key::Aspek);
            // Read before it is known whether the row joins anybody: a faulty cell is told either way.
            let row = NilaiPerilaku {
                at: if wide { cell.at } else { baris.cell(Key::Nip).at },
                aspek: ctx.word(aspek_cell),
                penilai: ctx.word(baris.cell(Key::Penilai)),
                nip_penilai: ctx.other_nip(baris.cell(Key::NipPenilai)),
                nilai: twice.map_or_else(|| feedback::perilaku(ctx, cell, baris.mark(cell)), Field::faulty),
            };
            if row.aspek.is_empty() {
                ctx.missing(aspek_cell, Key::Aspek);
            }
            if let Some(id) = id {
                orang.get(id).perilaku.push(row);
            }
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
