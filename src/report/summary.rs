//! The summary on the terminal: units, who is not scored, findings by code, and the last line.

use std::collections::BTreeMap;

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{Cell, CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};

use super::findings::{self, style};
use super::mask::Mask;
use super::tables::units::verdict;
use super::words::count;
use crate::base::figure::with_comma;
use crate::base::text::shorten;
use crate::check::catalogue;
use crate::finding::{Finding, Level};
use crate::run::Run;
use crate::score::Status;

/// Lines under the header and around the table only: rows stay close together.
const GARIS: TableStyle = UTF8_HORIZONTAL_ONLY.row_separator(LineStyle::none());

/// How many rows a list on the terminal has before it is cut (the report has all).
const PALING_BANYAK: usize = 25;

/// A table in the house's style. Off a terminal the width is fixed, so that output does not depend on where it runs.
pub fn table(width: usize) -> Table {
    let mut table = Table::new();
    table.load_style(GARIS);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(120));
    table
}

/// A right-aligned cell.
pub fn right(text: impl ToString) -> Cell {
    Cell::new(text).set_alignment(CellAlignment::Right)
}

/// What `skp nilai` prints.
pub fn render(run: &Run, mask: &Mask, width: usize) -> String {
    let mut out = String::new();
    let bold = anstyle::Style::new().bold();
    let bobot = run
        .scores
        .bobot
        .as_deref()
        .map(|b| format!(", bobot SKP/perilaku {b}"))
        .unwrap_or_default();
    out.push_str(&format!(
        "{bold}Hasil penilaian kinerja {}{bold:#}  (aturan {}{bobot})\n\n",
        run.data.periode, run.aturan.id
    ));
    units(&mut out, run, mask, width);
    waiting(&mut out, run, mask, width);
    codes(&mut out, run, mask, width);
    out.push_str(&last_line(run));
    out
}

fn units(out: &mut String, run: &Run, mask: &Mask, width: usize) {
    let Some(first) = run.scores.unit.first() else { return };
    let labels: Vec<&str> = first.predikat.iter().map(|(label, _)| *label).collect();
    let numeric = run.scores.unit.iter().any(|u| u.rata_rata_nilai.is_some());
    let mut table = table(width);
    let mut head = vec![Cell::new("Unit kerja"), right("Pegawai"), right("Dinilai")];
    head.extend(labels.iter().map(right));
    if numeric {
        head.push(right("Rata-rata"));
    }
    head.push(Cell::new("Distribusi"));
    table.set_header(head);
    for unit in run.scores.unit.iter().take(PALING_BANYAK) {
        let mut row = vec![
            Cell::new(mask.text(&unit.unit_kerja)),
            right(count(unit.jumlah as usize)),
            right(count(unit.dinilai as usize)),
        ];
        row.extend(
            unit.predikat
                .iter()
                .map(|(_, n)| right(if *n == 0 { "–".to_owned() } else { count(*n as usize) })),
        );
        if numeric {
            row.push(right(unit.rata_rata_nilai.map_or_else(|| "–".to_owned(), with_comma)));
        }
        row.push(Cell::new(verdict(unit)));
        table.add_row(row);
    }
    out.push_str(&format!("{table}\n"));
    cut(out, run.scores.unit.len(), "unit");
    out.push('\n');
}

fn cut(out: &mut String, total: usize, what: &str) {
    if total > PALING_BANYAK {
        out.push_str(&format!(
            "… dan {} {what} lagi; semuanya ada di laporan (-o laporan.xlsx)\n",
            count(total - PALING_BANYAK)
        ));
    }
}

fn waiting(out: &mut String, run: &Run, mask: &Mask, width: usize) {
    let not_scored = |s: Status| run.scores.pegawai.iter().filter(move |p| p.status == s);
    let total = not_scored(Status::BelumDapatDinilai).count();
    if total > 0 {
        let mut table = table(width);
        table.set_header(["NIP", "Belum dapat dinilai", "Unit kerja", "Sebab"]);
        for p in not_scored(Status::BelumDapatDinilai).take(PALING_BANYAK) {
            let why: Vec<&str> = p.sebab.iter().map(|s| s.words()).collect();
            table.add_row([
                shorten(&mask.nip(&p.nip), 30),
                shorten(&mask.name(&p.nama), 60),
                shorten(&mask.text(&p.unit_kerja), 80),
                why.join("; "),
            ]);
        }
        out.push_str(&format!("{table}\n"));
        cut(out, total, "pegawai");
        out.push('\n');
    }
    let excepted = not_scored(Status::Dikecualikan).count();
    if excepted > 0 {
        out.push_str(&format!("{} pegawai dikecualikan (tabel pengecualian).\n\n", count(excepted)));
    }
}

fn codes(out: &mut String, run: &Run, mask: &Mask, width: usize) {
    // One file needs no repeating of its name in every row.
    let alone = run.inputs.files.len() == 1;
    let mut by_code: BTreeMap<(Level, &str), (usize, &Finding)> = BTreeMap::new();
    for f in &run.findings {
        by_code.entry((f.tingkat, f.kode)).or_insert((0, f)).0 += 1;
    }
    if by_code.is_empty() {
        return;
    }
    let mut table = table(width);
    table.set_header(vec![
        Cell::new("Kode"),
        Cell::new("Tingkat"),
        right("Jumlah"),
        Cell::new("Temuan"),
        Cell::new("Yang pertama"),
    ]);
    for ((tingkat, kode), (n, first)) in &by_code {
        let judul = catalogue::find(kode).map_or("", |c| c.judul);
        table.add_row(vec![
            Cell::new(kode),
            Cell::new(tingkat.as_str()),
            right(count(*n)),
            Cell::new(judul),
            Cell::new(findings::place(first, !alone, mask)),
        ]);
    }
    out.push_str(&format!("{table}\n\n"));
}

fn last_line(run: &Run) -> String {
    let r = run.counts();
    let g = style(if r.galat > 0 { Level::Galat } else { Level::Catatan });
    format!(
        "{} pegawai, {} dinilai · {g}{} galat{g:#}, {} peringatan\n",
        count(r.pegawai),
        count(r.dinilai),
        count(r.galat),
        count(r.peringatan)
    )
}
