//! `skp nilai`: the main job.

use std::mem::ManuallyDrop;
use std::path::Path;

use anyhow::{Context as _, bail};

use super::annotate::Copies;
use super::progress::Progress;
use super::{Env, console, request};
use crate::base::file_names::ending;
use crate::base::ids::index;
use crate::base::output_file::Outputs;
use crate::base::visible::Guarded;
use crate::cli::{Format, NilaiArgs};
use crate::exit::Exit;
use crate::report::changes::Changes;
use crate::report::json::{self, Result1};
use crate::report::tables;
use crate::report::tables::results::{self, ResultRow};
use crate::report::workbook::{self, Choice, Filled, OptionUsed, Report, ReportSheet};
use crate::report::{form, mask::Mask, summary};
use crate::run::Run;
use crate::score::Status;

pub(super) fn run(args: &NilaiArgs, env: &Env) -> anyhow::Result<Exit> {
    let lembar = ReportSheet::chosen(&args.lembar.join(","))?;
    let mut request = request::request(&args.data, &args.findings)?;
    let beside = args.kalibrasi.as_deref().into_iter().chain(args.banding_dengan.as_deref());
    let mut outputs = request::outputs(&args.data, &args.findings, beside, args.paksa);
    for path in args.output.iter().chain(&args.json).chain(&args.html) {
        outputs.plan(path)?;
    }
    let kind = args.output.as_deref().map(OutputKind::of).transpose()?;
    has_ending("--json", args.json.as_deref(), &["json"])?;
    has_ending("--html", args.html.as_deref(), &["html", "htm"])?;
    let copies = args
        .anotasi
        .as_deref()
        .map(|to| Copies::plan(to, &args.data.masukan, args.show.samarkan, &mut outputs))
        .transpose()?;
    request.score.keep_rhk = shows_all(args, kind);
    request.fingerprints = shows_all(args, kind);
    request.not_input = outputs.places().map(Path::to_owned).collect();
    request::calibrate(&mut request, args.kalibrasi.as_deref());

    let progress = Progress::new(args.show.diam);
    request.watch = progress.watch();
    // The process ends with this: taking the run apart piece by piece would serve nobody.
    let run = ManuallyDrop::new(request::run(&args.show, &request)?);

    let mask = request::mask(&args.show, &run.inputs, &run.tables, &run.data);
    if let (Some(path), Some(kind)) = (&args.output, kind) {
        progress.writing(path);
        match kind {
            // Beside the page, below.
            OutputKind::Xlsx => {}
            OutputKind::Json => write_json(&mut outputs, path, &run, &mask)?,
            OutputKind::Csv => outputs.write(path, |w| write_csv(w, &run, &mask))?,
        }
    }
    if let Some(path) = &args.json {
        write_json(&mut outputs, path, &run, &mask)?;
    }
    let workbook = write_reports(&mut outputs, args, &run, &mask, lembar, env)?;
    let told = copies.as_ref().map(|c| c.write(&run, &mut outputs)).transpose()?;
    let said = LastWords::of(args, &run, &mask);
    // Saving takes room for copies of the notes; the run gives it, unless the terminal is still to tell all of it.
    let run = if workbook.is_some() && args.show.format == Format::Tabel {
        drop(ManuallyDrop::into_inner(run));
        None
    } else {
        Some(run)
    };
    if let Some(workbook) = workbook {
        workbook.save(&mut outputs)?;
    }
    outputs.publish()?;
    drop(progress);

    match (args.show.format, &run) {
        (Format::Json, Some(run)) => console::out_with(|w| json::write(w, &Result1::new(run, &mask)))?,
        (Format::Csv, Some(run)) => console::out_with(|w| write_csv(w, run, &mask))?,
        _ => console::out(&said.summary, args.show.warna)?,
    }
    if let Some(told) = &told {
        told.say(args.show.diam, args.show.warna);
    }
    if !said.closing.is_empty() {
        console::say(&said.closing, args.show.warna);
    }
    Ok(told.map_or(said.exit, |told| told.exit(said.exit)))
}

/// What there is to say of a run when all is written, put together before.
struct LastWords {
    summary: String,
    closing: String,
    exit: Exit,
}

impl LastWords {
    fn of(args: &NilaiArgs, run: &Run, mask: &Mask) -> Self {
        let open = run.scores.pegawai.iter().any(|p| p.status() == Status::BelumDapatDinilai);
        // A run in which nobody could be scored has not done what it was asked for.
        let nobody = !run.scores.pegawai.iter().any(|p| p.status() == Status::Dinilai);
        let told = args.show.format == Format::Tabel && !args.show.diam;
        Self {
            summary: if told {
                summary::render(run, mask, console::screen())
            } else {
                String::new()
            },
            closing: if told { closing(args, run) } else { String::new() },
            exit: if nobody || (args.tuntas && open) {
                Exit::HasGalat
            } else {
                request::exit(&run.findings, args.findings.ketat)
            },
        }
    }
}

/// What is written beside the terminal's summary: the page, and the workbook, which is still to be saved.
fn write_reports(
    outputs: &mut Outputs,
    args: &NilaiArgs,
    run: &Run,
    mask: &Mask,
    sheets: Vec<ReportSheet>,
    env: &Env,
) -> anyhow::Result<Option<Filled>> {
    let options: Vec<OptionUsed> = env
        .options
        .iter()
        .map(|o| OptionUsed {
            name: o.name.clone(),
            value: o.value.clone(),
            typed: o.typed,
        })
        .collect();
    let changes = args.banding_dengan.as_deref().map(|path| changes(path, run)).transpose()?;
    let report = Report {
        run,
        mask,
        command: &env.command_line.join(" "),
        options: &options,
        date: run.tanggal(env.source_date),
        changes: changes.as_ref(),
        place: args.tempat.as_deref(),
        signed_on: args.tanggal.as_deref(),
    };
    let mut workbook = None;
    if let Some(path) = args.output.as_deref()
        && matches!(OutputKind::of(path)?, OutputKind::Xlsx)
    {
        let choice = sheets_of(args, run, sheets)?;
        if choice.formulas && tables::indicators::count(run) >= index(choice.max_rows) {
            bail!("--rumus: indikatornya lebih banyak daripada baris satu lembar. Jalankan per unit kerja, atau tanpa --rumus.");
        }
        workbook = Some(workbook::fill(&report, &choice, path)?);
    }
    if let Some(path) = &args.html {
        outputs.write(path, |w| form::html::write(w, &report))?;
    }
    Ok(workbook)
}

/// The sheets asked for, with what their formulas read. The sheet Kalibrasi lives by formulas: who names it
/// asks for them, and without them it is not there.
fn sheets_of(args: &NilaiArgs, run: &Run, mut sheets: Vec<ReportSheet>) -> anyhow::Result<Choice> {
    let named = sheets.contains(&ReportSheet::Kalibrasi) && sheets.len() < ReportSheet::ALL.len();
    if named && run.aturan.kualitatif().is_none() {
        bail!(
            "--lembar kalibrasi: kalibrasi mengubah rating, sedangkan aturan {} menilai dengan angka.",
            run.aturan.id
        );
    }
    let formulas = args.rumus || named;
    // Who names sheets wants them on paper too.
    let printed = if args.lembar.is_empty() {
        ReportSheet::PRINTED.to_vec()
    } else {
        sheets.clone()
    };
    if formulas {
        sheets = ReportSheet::with_sources(sheets);
    } else {
        sheets.retain(|s| *s != ReportSheet::Kalibrasi);
    }
    Ok(Choice {
        sheets,
        printed,
        formulas,
        ..Choice::default()
    })
}

/// The last lines: what to do about the codes in the table above, where the report is or how to get one.
fn closing(args: &NilaiArgs, run: &Run) -> String {
    let mut lines = String::new();
    if run.scores.pegawai.is_empty() {
        let inputs: Vec<String> = args.data.masukan.iter().map(|p| console::typed(p)).collect();
        lines.push_str(&format!(
            "Tidak ada orang yang terbaca. Apa yang terbaca dan apa yang dilewati: skp baca {}\n",
            inputs.join(" ")
        ));
    }
    if let Some(code) = run.findings.iter().min_by_key(|f| f.level).map(|f| f.kode) {
        lines.push_str(&format!(
            "Arti sebuah kode dan cara memperbaikinya, misalnya: skp jelaskan {code}\n"
        ));
    }
    lines + &report(args)
}

/// Where the report is, or that there is none and how to get it.
fn report(args: &NilaiArgs) -> String {
    let written: Vec<String> = args
        .output
        .iter()
        .chain(&args.json)
        .chain(&args.html)
        .map(|p| p.display().to_string())
        .collect();
    if written.is_empty() && args.anotasi.is_some() {
        "Selain salinan itu tidak ada laporan yang ditulis. Untuk menulisnya tambahkan: -o laporan.xlsx".to_owned()
    } else if written.is_empty() {
        "Tidak ada laporan yang ditulis. Untuk menulisnya tambahkan: -o laporan.xlsx".to_owned()
    } else {
        format!("Laporan ditulis ke {}", written.join(" dan "))
    }
}

/// The differences from an earlier result.
fn changes(path: &Path, run: &Run) -> anyhow::Result<Changes> {
    let shown = path.display();
    let bytes = std::fs::read(path)
        .with_context(|| format!("--banding-dengan \"{shown}\" tidak dapat dibaca. Periksa nama, letak, dan izin berkasnya."))?;
    Changes::since(&String::from_utf8_lossy(&bytes), run).map_err(|why| anyhow::anyhow!("--banding-dengan \"{shown}\" {why}."))
}

/// Whether an output shows the RHK and the fingerprints of the inputs: the terminal, a CSV and the page do without.
fn shows_all(args: &NilaiArgs, kind: Option<OutputKind>) -> bool {
    let by_name = matches!(kind, Some(OutputKind::Xlsx | OutputKind::Json));
    by_name || args.json.is_some() || args.show.format == Format::Json
}

/// What `-o` writes, by the ending of its name.
#[derive(Debug, Clone, Copy)]
enum OutputKind {
    Xlsx,
    Json,
    Csv,
}

impl OutputKind {
    fn of(path: &Path) -> anyhow::Result<Self> {
        match ending(path).as_deref() {
            Some("xlsx") => Ok(Self::Xlsx),
            Some("json") => Ok(Self::Json),
            Some("csv") => Ok(Self::Csv),
            Some("html" | "htm") => bail!(
                "-o \"{0}\": halaman untuk peramban ditulis dengan --html \"{0}\". Nama untuk -o berakhiran .xlsx, .json, atau .csv.",
                path.display()
            ),
            _ => bail!(
                "-o \"{}\": nama laporan harus berakhiran .xlsx, .json, atau .csv.",
                path.display()
            ),
        }
    }
}

/// A name that says what is in the file: whoever opens it goes by its ending.
fn has_ending(option: &str, path: Option<&Path>, endings: &[&str]) -> anyhow::Result<()> {
    let Some(path) = path else { return Ok(()) };
    if ending(path).is_none_or(|e| !endings.contains(&e.as_str())) {
        bail!("{option} \"{}\": namanya harus berakhiran .{}.", path.display(), endings[0]);
    }
    Ok(())
}

fn write_json(outputs: &mut Outputs, path: &Path, run: &Run, mask: &Mask) -> anyhow::Result<()> {
    outputs.write(path, |w| json::write(&mut Guarded::new(w), &Result1::new(run, mask)))?;
    Ok(())
}

/// Hasil as CSV.
fn write_csv(w: &mut dyn std::io::Write, run: &Run, mask: &Mask) -> std::io::Result<()> {
    let people = (0..run.scores.pegawai.len()).map(|i| ResultRow::new(run, i, &[]));
    form::csv::write(w, &results::table(run), people, mask)
}
