//! The summary on the terminal: units, who is not scored, findings by code, and the last line.

use super::findings::{codes, render as blocks, style};
use super::form::terminal::{ColumnHead, Screen, grid, sentence, table};
use super::mask::Mask;
use super::tables::groups;
use super::words::{count, list};
use crate::base::text::shorten;
use crate::finding::{Finding, Level};
use crate::model::vocab::{Predikat, Word as _};
use crate::run::Run;
use crate::score::Status;

/// How many rows a list on the terminal has before it is cut (the report has all).
const AT_MOST: usize = 25;

/// What `skp nilai` prints.
pub fn render(run: &Run, mask: &Mask, screen: Screen) -> String {
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
    unit_table(&mut out, run, mask, screen);
    waiting(&mut out, run, mask, screen);
    let all: Vec<&Finding> = run.findings.iter().collect();
    // One file needs no repeating of its name in every row.
    let with_file = run.inputs.files.len() > 1;
    if run.counts().dinilai == 0 {
        out.push_str(&blocks(&about_tables(&all), with_file, mask, screen));
    }
    let table = codes(&all, with_file, mask, screen);
    if !table.is_empty() {
        out.push_str(&format!("{table}\n"));
    }
    out.push_str(&last_line(run));
    out
}

/// Why nobody has a result, told in full: what is wrong with tables and files, and not with somebody.
fn about_tables<'f>(all: &[&'f Finding]) -> Vec<&'f Finding> {
    let of_table = |f: &&Finding| f.level == Level::Galat && f.nip.is_none() && f.kode.starts_with("STR");
    all.iter().copied().filter(of_table).collect()
}

/// Units that need attention first.
fn unit_table(out: &mut String, run: &Run, mask: &Mask, screen: Screen) {
    let all = groups::rows(run);
    if all.is_empty() {
        return;
    }
    let total = all.len();
    let mut keys = vec!["unit_kerja", "jumlah", "dinilai"];
    keys.extend(Predikat::ALL.iter().map(|p| p.as_str()));
    keys.extend(["rata_rata_nilai", "distribusi"]);
    out.push_str(&table(
        &groups::table(run),
        &keys,
        all.into_iter().take(AT_MOST),
        mask,
        screen,
    ));
    cut(out, total, groups::noun(run));
    if let Some(text) = groups::remark(run) {
        sentence(out, &text, "", "", screen);
    }
    out.push('\n');
}

fn cut(out: &mut String, total: usize, what: &str) {
    if total > AT_MOST {
        out.push_str(&format!(
            "… dan {} {what} lagi; semuanya ada di laporan (-o laporan.xlsx)\n",
            count(total - AT_MOST)
        ));
    }
}

fn waiting(out: &mut String, run: &Run, mask: &Mask, screen: Screen) {
    let not_scored = |s: Status| run.scores.pegawai.iter().filter(move |p| p.status() == s);
    let total = not_scored(Status::BelumDapatDinilai).count();
    if total > 0 {
        let heads = ["NIP", "Belum dapat dinilai", "Unit kerja", "Sebab"].map(ColumnHead::left);
        let rows: Vec<Vec<String>> = not_scored(Status::BelumDapatDinilai)
            .take(AT_MOST)
            .map(|p| {
                vec![
                    shorten(&mask.nip(&p.nip), 30),
                    shorten(&mask.name(&p.nama), 60),
                    shorten(&mask.text(&p.unit_kerja), 80),
                    list(p.reasons().iter().map(|s| s.words()), "; "),
                ]
            })
            .collect();
        out.push_str(&grid(&heads, &rows, screen));
        cut(out, total, "pegawai");
        out.push('\n');
    }
    let excepted = not_scored(Status::Dikecualikan).count();
    if excepted > 0 {
        out.push_str(&format!(
            "{} pegawai dikecualikan (tabel pengecualian atau status).\n\n",
            count(excepted)
        ));
    }
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
