//! Jejak: from what, by what and how this report was made, so that anybody can make it again.

use rust_xlsxwriter::Worksheet;

use super::context::SheetContext;
use super::index::INPUTS_AT_MOST;
use super::sheets::ReportSheet;
use super::text::{cell_text, whole};
use crate::report::form::xlsx::SheetResult;
use crate::report::tables::Kind;
use crate::report::words::count;

/// Inputs whose names stand in the command that explains a person.
const NAMED_INPUTS: usize = 3;

/// Writes the sheet.
pub(super) fn write(room: &SheetContext<'_>) -> SheetResult<Vec<Worksheet>> {
    let (report, run, styles) = (&room.report, room.run(), &room.styles);
    let mut ws = Worksheet::new();
    ws.set_name(ReportSheet::Jejak.as_str())?
        .set_tab_color(ReportSheet::Jejak.tab());
    for (col, width) in (0_u16..).zip([34.0, 24.0, 18.0, 12.0, 12.0, 70.0]) {
        ws.set_column_width(col, width)?;
    }
    ws.write_string_with_format(0, 0, "Jejak", &styles.title)?;
    let mut row = 2;
    let mut pair = |ws: &mut Worksheet, label: &str, value: &str| -> SheetResult<()> {
        ws.write_string_with_format(row, 0, cell_text(label), &styles.label)?;
        ws.write_string(row, 1, cell_text(value))?;
        row += 1;
        Ok(())
    };
    pair(&mut ws, "Program", concat!("skp ", env!("CARGO_PKG_VERSION")))?;
    pair(&mut ws, "Perintah", report.command)?;
    pair(&mut ws, "Periode", &run.data.periode.to_string())?;
    pair(&mut ws, "Aturan", &run.aturan.id)?;
    if !run.scores.asumsi.is_empty() {
        pair(&mut ws, "Asumsi yang dipakai", &run.scores.asumsi.join(", "))?;
    }
    pair(&mut ws, "Penjelasan seorang pegawai", &explain_command(room))?;
    for option in report.options {
        let remark = if option.typed { "" } else { " (bawaan)" };
        pair(&mut ws, &option.name, &format!("{}{remark}", option.value))?;
    }
    if room.index.inputs_left_out > 0 {
        let text = format!(
            "{} lembar masukan tidak disalin ke sini (paling banyak {INPUTS_AT_MOST}, yang bertemuan lebih dulu)",
            count(room.index.inputs_left_out)
        );
        pair(&mut ws, "Catatan", &text)?;
    }
    row += 1;

    ws.write_string_with_format(row, 0, "Berkas masukan", &styles.section)?;
    ws.write_string_with_format(
        row + 1,
        0,
        "Periksa keaslian berkas dengan: certutil -hashfile NAMA_BERKAS SHA256 (Windows) atau sha256sum NAMA_BERKAS (Linux).",
        &styles.remark,
    )?;
    row += 2;
    for (col, head) in (0_u16..).zip(["Berkas", "Lembar", "Tabel", "Baris", "Dilewati", "SHA-256"]) {
        ws.write_string_with_format(row, col, head, &styles.head)?;
    }
    let header = row;
    row += 1;
    for (file_no, file) in (0_u32..).zip(&run.inputs.files) {
        let mut first = true;
        for table in &run.tables.tables {
            let sheet = run.inputs.sheet(table.sheet);
            if sheet.file.0 != file_no {
                continue;
            }
            if std::mem::take(&mut first) {
                ws.write_string(row, 5, &*file.sha256)?;
            }
            ws.write_string(row, 0, cell_text(&file.path))?;
            let name = room.mask().text(sheet.name.as_deref().unwrap_or_default());
            ws.write_string(row, 1, cell_text(&name))?;
            ws.write_string(row, 2, table.jenis.as_str())?;
            ws.write_number_with_format(row, 3, whole(table.rows.len()), styles.plain(Kind::Count))?;
            ws.write_number_with_format(row, 4, whole(table.skipped.len()), styles.plain(Kind::Count))?;
            row += 1;
        }
        if first {
            ws.write_string(row, 0, cell_text(&file.path))?;
            ws.write_string(row, 2, "tidak ada tabel")?;
            ws.write_string(row, 5, &*file.sha256)?;
            row += 1;
        }
    }
    room.print_setup(&mut ws, Some((header, header)))?;
    Ok(vec![ws])
}

/// The command that explains a person of this run. Many files are not listed.
fn explain_command(room: &SheetContext<'_>) -> String {
    let run = room.run();
    let files = &run.inputs.files;
    let inputs = if files.len() <= NAMED_INPUTS {
        files.iter().map(|f| format!("\"{}\"", f.path)).collect::<Vec<_>>().join(" ")
    } else {
        "MASUKAN".to_owned()
    };
    // An agency's own rules are found by the path that was typed, not by their id.
    let typed = room.report.options.iter().find(|o| o.name == "--aturan" && o.typed);
    format!(
        "skp jelaskan NIP {inputs} --periode {} --aturan {}",
        run.data.periode,
        typed.map_or(&*run.aturan.id, |o| &*o.value)
    )
}
