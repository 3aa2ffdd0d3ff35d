//! `skp periksa`: read and check only; the findings.

use serde::Serialize;

use super::progress::Progress;
use super::{console, request};
use crate::cli::{Format, PeriksaArgs};
use crate::exit::Exit;
use crate::finding::{Finding, Level};
use crate::report::words::count;
use crate::report::{csv, findings, mask::Mask};
use crate::run::{self, Masukan, Ringkasan, Run};

/// The findings as JSON: the same objects as in `skp.hasil/1`.
#[derive(Serialize)]
struct Temuan<'a> {
    skema: &'static str,
    versi: &'static str,
    tahun: i16,
    periode: String,
    masukan: Vec<Masukan<'a>>,
    #[serde(rename = "temuan")]
    findings: &'a [Finding],
    ringkasan: Ringkasan,
}

pub(super) fn run(args: &PeriksaArgs) -> anyhow::Result<Exit> {
    let progress = Progress::new(args.show.diam);
    progress.step("Membaca dan memeriksa …");
    let run = Run::new(&request::request(&args.data, &args.findings)?)?;
    drop(progress);
    let samar = if args.show.samarkan {
        Mask::new(&run.data)
    } else {
        Mask::off()
    };
    match args.show.format {
        Format::Tabel => console::out(&text(&run, &samar, args.show.diam), args.show.warna)?,
        Format::Csv => console::out_masked(&samar, |w| csv::findings(w, &run.findings))?,
        Format::Json => {
            let json = Temuan {
                skema: "skp.temuan/1",
                versi: env!("CARGO_PKG_VERSION"),
                tahun: run.data.periode.tahun(),
                periode: run.data.periode.to_string(),
                masukan: run::masukan(&run.inputs, &run.tables),
                findings: &run.findings,
                ringkasan: run.ringkasan(),
            };
            console::out_masked(&samar, |w| {
                serde_json::to_writer_pretty(&mut *w, &json)?;
                w.write_all(b"\n")
            })?;
        }
    }
    Ok(request::exit(&run.findings, args.findings.ketat))
}

fn text(run: &Run, samar: &Mask, diam: bool) -> String {
    let all: Vec<&Finding> = run.findings.iter().collect();
    let mut out = findings::render(&all, samar, console::width());
    if !diam {
        let r = run.ringkasan();
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
