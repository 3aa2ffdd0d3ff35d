//! `skp periksa`: read and check only; the findings.

use super::progress::Progress;
use super::{console, request};
use crate::cli::{Format, PeriksaArgs};
use crate::exit::Exit;
use crate::finding::{Finding, Level};
use crate::report::json::{self, Findings1};
use crate::report::tables::{self, findings::FindingRow};
use crate::report::words::count;
use crate::report::{findings, form, mask::Mask};
use crate::run::Run;

pub(super) fn run(args: &PeriksaArgs) -> anyhow::Result<Exit> {
    let progress = Progress::new(args.show.diam);
    progress.step("Membaca dan memeriksa …");
    let run = Run::new(&request::request(&args.data, &args.findings)?)?;
    drop(progress);
    let mask = request::mask(&args.show, &run.inputs, &run.tables, &run.data);
    match args.show.format {
        Format::Tabel => console::out(&text(&run, &mask, args.show.diam), args.show.warna)?,
        Format::Csv => console::out_with(|w| {
            let rows = run.findings.iter().map(|f| FindingRow::new(&run, f));
            form::csv::write(w, &tables::findings::table(&run), rows, &mask)
        })?,
        Format::Json => console::out_with(|w| json::write(w, &Findings1::new(&run, &mask)))?,
    }
    Ok(request::exit(&run.findings, args.findings.ketat))
}

fn text(run: &Run, mask: &Mask, diam: bool) -> String {
    let all: Vec<&Finding> = run.findings.iter().collect();
    let mut out = findings::render(&all, mask, console::width());
    if !diam {
        let r = run.counts();
        let notes = run.findings.iter().filter(|f| f.tingkat == Level::Catatan).count();
        if r.galat + r.peringatan + notes == 0 {
            out.push_str("Tidak ada temuan.\n");
        } else {
            out.push_str(&format!(
                "{} galat, {} peringatan, {} catatan. Penjelasan satu kode: skp jelaskan KODE\n",
                count(r.galat),
                count(r.peringatan),
                count(notes)
            ));
        }
    }
    out
}
