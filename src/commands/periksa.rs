//! `skp periksa`: read and check only; the findings.

use std::mem::ManuallyDrop;
use std::path::Path;

use super::annotate::Copies;
use super::progress::Progress;
use super::{console, request};
use crate::cli::{Format, PeriksaArgs, Tingkat};
use crate::exit::Exit;
use crate::finding::{Finding, Level};
use crate::report::json::{self, Findings1};
use crate::report::tables::{self, findings::FindingRow};
use crate::report::words::count;
use crate::report::{findings, form, mask::Mask};
use crate::run::Run;

pub(super) fn run(args: &PeriksaArgs) -> anyhow::Result<Exit> {
    let mut outputs = request::outputs(&args.data, &args.findings, None, args.paksa);
    let copies = args
        .anotasi
        .as_deref()
        .map(|to| Copies::plan(to, &args.data.masukan, args.show.samarkan, &mut outputs))
        .transpose()?;
    let mut request = request::request(&args.data, &args.findings)?;
    request.not_input = outputs.places().map(Path::to_owned).collect();
    let progress = Progress::new(args.show.diam);
    request.watch = progress.watch();
    // The process ends with this: taking the run apart piece by piece would serve nobody.
    let run = ManuallyDrop::new(request::run(&args.show, &request)?);
    let told = copies.as_ref().map(|c| c.write(&run, &mut outputs)).transpose()?;
    outputs.publish()?;
    drop(progress);
    let mask = request::mask(&args.show, &run.inputs, &run.tables, &run.data);
    let shown: Vec<&Finding> = run.findings.iter().filter(|f| f.level <= args.lowest()).collect();
    match args.show.format {
        Format::Tabel => console::out(&text(&run, &shown, args, &mask), args.show.warna)?,
        Format::Csv => console::out_with(|w| {
            let rows = shown.iter().map(|f| FindingRow::new(&run, f));
            form::csv::write(w, &tables::findings::table(&run), rows, &mask)
        })?,
        Format::Json => console::out_with(|w| json::write(w, &Findings1::new(&run, &mask)))?,
    }
    let exit = request::exit(&run.findings, args.findings.ketat);
    let Some(told) = told else { return Ok(exit) };
    told.say(args.show.diam, args.show.warna);
    Ok(told.exit(exit))
}

/// Blocks of codes, the table of them, and the counts of all.
fn text(run: &Run, shown: &[&Finding], args: &PeriksaArgs, mask: &Mask) -> String {
    let screen = console::screen();
    let with_file = run.inputs.files.len() > 1;
    let mut out = String::new();
    if !args.ringkas {
        out.push_str(&findings::render(shown, with_file, mask, screen));
    }
    if args.show.diam {
        return out;
    }
    let table = findings::codes(shown, with_file, mask, screen);
    if !table.is_empty() {
        out.push_str(&format!("{table}\n"));
    }
    let r = run.counts();
    let notes = run.findings.iter().filter(|f| f.level == Level::Catatan).count();
    if run.findings.is_empty() {
        out.push_str("Tidak ada temuan.\n");
    } else {
        out.push_str(&format!(
            "{} galat, {} peringatan, {} catatan. Penjelasan satu kode: skp jelaskan KODE\n",
            count(r.galat),
            count(r.peringatan),
            count(notes)
        ));
    }
    out
}

impl PeriksaArgs {
    /// The lowest level that is shown.
    fn lowest(&self) -> Level {
        match self.tingkat {
            Some(Tingkat::Galat) => Level::Galat,
            Some(Tingkat::Peringatan) => Level::Peringatan,
            None => Level::Catatan,
        }
    }
}
