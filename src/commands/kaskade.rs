//! `skp kaskade`: who carries what, and where the chain is broken.

use anyhow::{Context as _, bail};

use super::progress::Progress;
use super::{console, request};
use crate::check::waiting::daftar;
use crate::cli::{BentukKaskade, FindingArgs, Format, KaskadeArgs};
use crate::exit::Exit;
use crate::finding::Finding;
use crate::model::Hierarchy;
use crate::report::mask::Mask;
use crate::report::tree::{Matriks, Pohon};
use crate::report::{graph, kaskade, matriks, waiting};
use crate::run::Run;

pub(super) fn run(args: &KaskadeArgs) -> anyhow::Result<Exit> {
    if args.bentuk != BentukKaskade::Pohon && (args.matriks.is_some() || args.show.format != Format::Tabel) {
        bail!("--bentuk dot dan mermaid tidak dapat dipakai bersama --matriks atau --format");
    }
    let progress = Progress::new(args.show.diam);
    progress.step("Membaca dan menelusuri kaskade …");
    let run = Run::new(&request::request(&args.data, &FindingArgs::default())?)?;
    let susunan = Hierarchy::new(&run.data);
    drop(progress);
    let samar = if args.show.samarkan {
        Mask::new(&run.data)
    } else {
        Mask::off()
    };
    match &args.matriks {
        Some(nip) => show_matrix(args, &run, &susunan, &samar, nip)?,
        None => show_tree(args, &run, &susunan, &samar)?,
    }
    let cascade: Vec<Finding> = run.findings.into_iter().filter(|f| f.kode.starts_with("KAS")).collect();
    Ok(request::exit(&cascade, false))
}

fn show_tree(args: &KaskadeArgs, run: &Run, susunan: &Hierarchy, samar: &Mask) -> anyhow::Result<()> {
    let pohon = Pohon::new(&run.data, susunan);
    match (args.bentuk, args.show.format) {
        (BentukKaskade::Dot, _) => console::out_masked(samar, |w| graph::dot(w, &run.data, &pohon)),
        (BentukKaskade::Mermaid, _) => console::out_masked(samar, |w| graph::mermaid(w, &run.data, &pohon)),
        (BentukKaskade::Pohon, Format::Tabel) => {
            let mut text = kaskade::pohon(&run.data, &pohon, console::width());
            text.push_str(&waiting::text(&run.data, &daftar(&run.data, &run.scores, susunan)));
            console::out(&samar.text(&text), args.show.warna)
        }
        (BentukKaskade::Pohon, Format::Csv) => {
            console::out_masked(samar, |w| kaskade::csv(w, &kaskade::baris(&run.data, &pohon)))
        }
        (BentukKaskade::Pohon, Format::Json) => {
            let json = serde_json::json!({
                "skema": "skp.kaskade/1",
                "versi": env!("CARGO_PKG_VERSION"),
                "periode": run.data.periode.to_string(),
                "kaskade": kaskade::baris(&run.data, &pohon),
            });
            console::out_masked(samar, |w| writeln!(w, "{json:#}"))
        }
    }
}

fn show_matrix(args: &KaskadeArgs, run: &Run, susunan: &Hierarchy, samar: &Mask, nip: &str) -> anyhow::Result<()> {
    let digits: String = nip.chars().filter(|c| !c.is_whitespace()).collect();
    let leader = run
        .data
        .find(&digits)
        .with_context(|| format!("NIP {nip} tidak ada dalam data. Periksa --matriks."))?;
    let m = Matriks::new(&run.data, susunan, leader);
    if m.baris.is_empty() || m.kolom.is_empty() {
        let name = &run.data.pegawai(leader).nama;
        bail!(
            "{}",
            samar.text(&format!(
                "{name} tidak punya bawahan atau RHK utama dalam data, jadi tidak ada matriksnya."
            ))
        );
    }
    match args.show.format {
        Format::Tabel => console::out(&samar.text(&matriks::table(&run.data, &m, console::width())), args.show.warna),
        Format::Csv => console::out_masked(samar, |w| matriks::csv(w, &run.data, &m)),
        Format::Json => console::out_masked(samar, |w| {
            serde_json::to_writer_pretty(&mut *w, &matriks::json(&run.data, &m))?;
            w.write_all(b"\n")
        }),
    }
}
