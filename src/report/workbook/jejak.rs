//! Jejak: from what, by what and how this report was made, so that anybody can make it again.

use super::context::SheetContext;
use super::index::INPUTS_AT_MOST;
use super::sheets::ReportSheet;
use crate::base::origin::FileId;
use crate::report::form::xlsx::{FilledSheet, SheetResult, SheetTable};
use crate::report::tables;
use crate::report::tables::trail::{self, TrailRow};
use crate::report::words::count;

/// Inputs whose names stand in the command that explains a person.
const NAMED_INPUTS: usize = 3;

/// Writes the sheet.
pub(super) fn write(room: &SheetContext<'_>) -> SheetResult<Vec<FilledSheet>> {
    let run = room.run();
    let page = tables::page(vec!["Jejak".to_owned()], 0);
    let mut sheet = SheetTable::new(room, ReportSheet::Jejak, &page, 0)?;
    let (_, top) = sheet.ws();
    let rows: Vec<TrailRow> = made_by(room).into_iter().flat_map(TrailRow::folded).collect();
    let next = sheet.below(top, &trail::table(), &rows)?;
    sheet.below(next + 1, &trail::input_table(), &trail::input_rows(run))?;
    sheet.finish()
}

/// Program, command, rules and every option in effect.
fn made_by(room: &SheetContext<'_>) -> Vec<TrailRow> {
    let (report, run) = (&room.report, room.run());
    let mut rows = vec![
        TrailRow::new("Program", concat!("skp ", env!("CARGO_PKG_VERSION"))),
        TrailRow::new("Perintah", report.command),
        TrailRow::new("Periode", run.data.periode.to_string()),
        TrailRow::new("Aturan", &*run.aturan.id),
    ];
    if !run.scores.asumsi.is_empty() {
        rows.push(TrailRow::new("Asumsi yang dipakai", run.scores.asumsi.join(", ")));
    }
    rows.push(TrailRow::new("Penjelasan seorang pegawai", explain_command(room)));
    rows.extend(report.options.iter().map(|option| {
        let remark = if option.typed { "" } else { " (bawaan)" };
        TrailRow::new(option.name.clone(), format!("{}{remark}", option.value))
    }));
    if room.index.inputs_left_out > 0 {
        rows.push(TrailRow::new(
            "Catatan",
            format!(
                "{} lembar masukan tidak disalin ke sini (paling banyak {INPUTS_AT_MOST}, yang bertemuan lebih dulu)",
                count(room.index.inputs_left_out)
            ),
        ));
    }
    rows
}

/// The command that explains a person of this run. Many files are not listed.
fn explain_command(room: &SheetContext<'_>) -> String {
    let run = room.run();
    let adopted = run.inputs.adopted_file();
    let files = (0_u32..).zip(&run.inputs.files).filter(|(n, _)| adopted != Some(FileId(*n)));
    let mut inputs: Vec<String> = files.map(|(_, f)| format!("\"{}\"", f.path)).collect();
    if inputs.len() > NAMED_INPUTS {
        inputs = vec!["MASUKAN".to_owned()];
    }
    if let Some(id) = adopted {
        inputs.push(format!("--kalibrasi \"{}\"", run.inputs.file(id).path));
    }
    // An agency's own rules are found by the path that was typed, not by their id.
    let typed = room.report.options.iter().find(|o| o.name == "--aturan" && o.typed);
    format!(
        "skp jelaskan NIP {} --periode {} --aturan {}",
        inputs.join(" "),
        run.data.periode,
        typed.map_or(&*run.aturan.id, |o| &*o.value)
    )
}
