//! `perilaku` and `pengecualian` rows.

use super::ctx::Ctx;
use super::feedback;
use super::people::People;
use super::rows::TableRows;
use crate::model::findings::RowRepeated;
use crate::model::{Field, NilaiPerilaku, Pengecualian, Source};
use crate::table::Key;

/// Reads a `perilaku` table.
pub(super) fn read<'a>(ctx: &mut Ctx<'a>, people: &mut People, table_rows: &TableRows<'a>, table: usize) {
    for line in table_rows.rows() {
        let id = people.of_row(ctx, line.cell(Key::Nip), line.cell(Key::Nama), table, Source::Lain);
        let wide = table_rows.has_slices();
        for slice in table_rows.readings() {
            let line = line.reading(slice);
            let cell = line.cell(Key::Nilai);
            let twice = ctx.ticked_twice(&line, Key::Nilai);
            // A rater who says nothing of a value has not rated it.
            if wide && cell.value.is_blank() && twice.is_none() {
                continue;
            }
            let aspek_cell = line.cell(Key::Aspek);
            // Read before it is known whether the row joins anybody: a faulty cell is told either way.
            let row = NilaiPerilaku {
                at: if wide { cell.at } else { line.cell(Key::Nip).at },
                aspek: ctx.word(aspek_cell),
                penilai: ctx.word(line.cell(Key::Penilai)),
                nip_penilai: ctx.other_nip(line.cell(Key::NipPenilai)),
                nilai: twice.map_or_else(|| feedback::perilaku(ctx, cell, line.mark(cell)), Field::faulty),
            };
            if row.aspek.is_empty() {
                ctx.missing(aspek_cell, Key::Aspek);
            }
            if let Some(id) = id {
                people.get(id).perilaku.push(row);
            }
        }
    }
}

/// Reads a `pengecualian` table. Of two rows for one person the first counts.
pub(super) fn read_pengecualian<'a>(ctx: &mut Ctx<'a>, people: &mut People, table_rows: &TableRows<'a>, table: usize) {
    for line in table_rows.rows() {
        let Some(id) = people.of_row(ctx, line.cell(Key::Nip), line.cell(Key::Nama), table, Source::Lain) else {
            continue;
        };
        let alasan_cell = line.cell(Key::Alasan);
        let row = Pengecualian {
            at: line.cell(Key::Nip).at,
            alasan: ctx.text(alasan_cell),
            keterangan: ctx.shown(line.cell(Key::Keterangan)),
        };
        if row.alasan.is_empty() {
            ctx.missing(alasan_cell, Key::Alasan);
        }
        if let Some(first) = &people.get(id).pengecualian {
            let first = first.at;
            ctx.note(line.cell(Key::Nip), RowRepeated { first });
        } else {
            people.get(id).pengecualian = Some(row);
        }
    }
}
