//! `skp nilai`: the main job.

use std::io::Write as _;
use std::path::Path;

use anyhow::bail;

use super::progress::Progress;
use super::{Env, console, request};
use crate::base::output_file::Outputs;
use crate::cli::{Format, NilaiArgs};
use crate::exit::Exit;
use crate::report::workbook::{self, Bahan, Lembar, Pilihan};
use crate::report::{csv, mask::Mask, summary};
use crate::run::Run;
use crate::score::Status;

pub(super) fn run(args: &NilaiArgs, env: &Env) -> anyhow::Result<Exit> {
    let lembar = Lembar::for_period(&args.lembar.join(","))?;
    let mut request = request::request(&args.data, &args.findings)?;
    let mut outputs = request::outputs(&args.data, &args.findings, args.paksa);
    for path in args.output.iter().chain(&args.json) {
        outputs.plan(path)?;
    }
    let kind = args.output.as_deref().map(Kind::of).transpose()?;
    request.not_input = outputs.places().map(Path::to_owned).collect();

    let progress = Progress::new(args.show.diam);
    progress.step("Membaca, memeriksa, dan menghitung …");
    let run = Run::new(&request)?;

    if let (Some(path), Some(kind)) = (&args.output, kind) {
        progress.step("Menulis laporan …");
        match kind {
            Kind::Xlsx => write_report(&mut outputs, path, args, &run, lembar, env)?,
            Kind::Json => write_json(&mut outputs, path, &run)?,
            Kind::Csv => outputs.write(path, |w| csv::results(w, &run.scores.pegawai))?,
        }
    }
    if let Some(path) = &args.json {
        write_json(&mut outputs, path, &run)?;
    }
    outputs.publish()?;
    drop(progress);

    print(args, &run)?;
    if !args.show.diam && args.show.format == Format::Tabel {
        console::say(&closing(args), args.show.warna);
    }
    let open = run.scores.pegawai.iter().any(|p| p.status == Status::BelumDapatDinilai);
    if args.tuntas && open {
        return Ok(Exit::AdaGalat);
    }
    Ok(request::exit(&run.findings, args.findings.ketat))
}

fn write_report(
    outputs: &mut Outputs,
    path: &Path,
    args: &NilaiArgs,
    run: &Run,
    lembar: Vec<Lembar>,
    env: &Env,
) -> anyhow::Result<()> {
    let perintah = env.command_line.join(" ");
    let bahan = Bahan {
        inputs: &run.inputs,
        tables: &run.tables,
        data: &run.data,
        aturan: &run.aturan,
        scores: &run.scores,
        findings: &run.findings,
        versi: env!("CARGO_PKG_VERSION"),
        perintah: &perintah,
        opsi: &args.opsi(),
        tanggal: run.tanggal(env.source_date),
    };
    workbook::write(
        &bahan,
        &Pilihan {
            lembar,
            ..Pilihan::default()
        },
        outputs,
        path,
    )?;
    Ok(())
}

/// The last line: where the report is, or that there is none and how to get it.
fn closing(args: &NilaiArgs) -> String {
    let written: Vec<String> = args
        .output
        .iter()
        .chain(&args.json)
        .map(|p| p.display().to_string())
        .collect();
    if written.is_empty() {
        "Tidak ada laporan yang ditulis. Untuk menulisnya tambahkan: -o laporan.xlsx".to_owned()
    } else {
        format!("Laporan ditulis ke {}", written.join(" dan "))
    }
}

/// What `-o` writes, by the ending of its name.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Xlsx,
    Json,
    Csv,
}

impl Kind {
    fn of(path: &Path) -> anyhow::Result<Self> {
        let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("xlsx") => Ok(Self::Xlsx),
            Some("json") => Ok(Self::Json),
            Some("csv") => Ok(Self::Csv),
            _ => bail!(
                "-o \"{}\": nama laporan harus berakhiran .xlsx, .json, atau .csv.",
                path.display()
            ),
        }
    }
}

fn write_json(outputs: &mut Outputs, path: &Path, run: &Run) -> anyhow::Result<()> {
    outputs.write(path, |w| {
        serde_json::to_writer_pretty(&mut *w, &run.hasil())?;
        w.write_all(b"\n")
    })?;
    Ok(())
}

fn print(args: &NilaiArgs, run: &Run) -> anyhow::Result<()> {
    let samar = if args.show.samarkan {
        Mask::new(&run.data)
    } else {
        Mask::off()
    };
    match args.show.format {
        Format::Tabel if args.show.diam => Ok(()),
        Format::Tabel => console::out(&summary::render(run, &samar, console::width()), args.show.warna),
        Format::Json => console::out_masked(&samar, |w| {
            serde_json::to_writer_pretty(&mut *w, &run.hasil())?;
            w.write_all(b"\n")
        }),
        Format::Csv => console::out_masked(&samar, |w| csv::results(w, &run.scores.pegawai)),
    }
}

impl NilaiArgs {
    /// Options in effect, for the report's Jejak.
    fn opsi(&self) -> Vec<(String, String)> {
        let rules = &self.data.rules;
        let given = [
            ("--tahun", rules.tahun.map(|t| t.to_string())),
            ("--periode", rules.periode.clone()),
            ("--aturan", rules.aturan.clone()),
            ("--bobot", rules.bobot.clone()),
            ("--kelompok", rules.kelompok.map(|k| format!("{k:?}").to_lowercase())),
            ("--pemisah", rules.pemisah.clone()),
            ("--predikat-organisasi", rules.predikat_organisasi.clone()),
            (
                "--kebijakan",
                self.findings.kebijakan.as_ref().map(|p| p.display().to_string()),
            ),
            ("--abaikan", Some(self.findings.abaikan.join(",")).filter(|a| !a.is_empty())),
            ("--ketat", self.findings.ketat.then(|| "ya".to_owned())),
            ("--lembar", Some(self.lembar.join(",")).filter(|l| !l.is_empty())),
        ];
        given
            .into_iter()
            .filter_map(|(name, value)| value.map(|v| (name.to_owned(), v)))
            .collect()
    }
}
