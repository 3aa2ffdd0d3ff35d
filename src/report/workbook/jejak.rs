//! Jejak: from what, by what and how this report was made, so that anybody can make it again.

use rust_xlsxwriter::Worksheet;

use super::index::MASUKAN_TERBANYAK;
use super::sheet_table::{Hasil, Ruang};
use super::sheets::Lembar;
use super::styles::Isi;
use super::text;
use crate::report::words::count;

/// Writes the sheet.
pub(super) fn write(ruang: &Ruang<'_>) -> Hasil<Vec<Worksheet>> {
    let (bahan, gaya) = (&ruang.bahan, &ruang.gaya);
    let mut ws = Worksheet::new();
    ws.set_name(Lembar::Jejak.as_str())?;
    for (col, width) in (0_u16..).zip([34.0, 20.0, 18.0, 12.0, 12.0, 70.0]) {
        ws.set_column_width(col, width)?;
    }
    ws.write_string_with_format(0, 0, "Jejak", &gaya.judul)?;
    let mut row = 2;
    let mut pair = |ws: &mut Worksheet, label: &str, value: &str| -> Hasil<()> {
        ws.write_string_with_format(row, 0, text::sel(label), &gaya.label)?;
        ws.write_string(row, 1, text::sel(value))?;
        row += 1;
        Ok(())
    };
    pair(&mut ws, "Program", &format!("skp {}", bahan.versi))?;
    pair(&mut ws, "Perintah", bahan.perintah)?;
    pair(&mut ws, "Periode", &bahan.data.periode.to_string())?;
    pair(&mut ws, "Aturan", &bahan.aturan.id)?;
    for (name, value) in bahan.opsi {
        pair(&mut ws, name, value)?;
    }
    if ruang.indeks.masukan_terlewat > 0 {
        let text = format!(
            "{} lembar masukan tidak disalin ke sini (paling banyak {MASUKAN_TERBANYAK}, yang bertemuan lebih dulu)",
            count(ruang.indeks.masukan_terlewat)
        );
        pair(&mut ws, "Catatan", &text)?;
    }
    row += 1;

    ws.write_string_with_format(row, 0, "Berkas masukan", &gaya.subjudul)?;
    ws.write_string_with_format(
        row + 1,
        0,
        "Periksa keaslian berkas dengan: certutil -hashfile NAMA_BERKAS SHA256 (Windows) atau sha256sum NAMA_BERKAS (Linux).",
        &gaya.keterangan,
    )?;
    row += 2;
    for (col, head) in (0_u16..).zip(["Berkas", "Lembar", "Tabel", "Baris", "Dilewati", "SHA-256"]) {
        ws.write_string_with_format(row, col, head, &gaya.kepala)?;
    }
    let header = row;
    row += 1;
    for (file_no, file) in (0_u32..).zip(&bahan.inputs.files) {
        let mut first = true;
        for table in &bahan.tables.tables {
            let sheet = bahan.inputs.sheet(table.sheet);
            if sheet.file.0 != file_no {
                continue;
            }
            if std::mem::take(&mut first) {
                ws.write_string(row, 5, &*file.sha256)?;
            }
            ws.write_string(row, 0, text::sel(&file.path))?;
            ws.write_string(row, 1, text::sel(sheet.name.as_deref().unwrap_or_default()))?;
            ws.write_string(row, 2, table.jenis.as_str())?;
            ws.write_number_with_format(row, 3, text::hitungan(table.rows.len()), gaya.isi(Isi::Bulat))?;
            ws.write_number_with_format(row, 4, text::hitungan(table.skipped.len()), gaya.isi(Isi::Bulat))?;
            row += 1;
        }
        if first {
            ws.write_string(row, 0, text::sel(&file.path))?;
            ws.write_string(row, 2, "tidak ada tabel")?;
            ws.write_string(row, 5, &*file.sha256)?;
            row += 1;
        }
    }
    ruang.print_out(&mut ws, Some((header, header)))?;
    Ok(vec![ws])
}
