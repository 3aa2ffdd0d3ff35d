//! `skp kaskade`: who carries what, and where the chain is broken.

use anyhow::{Context as _, bail};

use super::progress::Progress;
use super::{console, request};
use crate::cli::{FindingArgs, Format, KaskadeArgs, KaskadeForm};
use crate::exit::Exit;
use crate::finding::Finding;
use crate::model::Hierarchy;
use crate::report::json::{self, Cascade1, Matrix1};
use crate::report::mask::Mask;
use crate::report::tables::{links, matrix};
use crate::report::tree::{Matriks, Pohon};
use crate::report::{form, graph, kaskade, matriks, waiting};
use crate::run::Run;
use crate::score::waiting::daftar;

pub(super) fn run(args: &KaskadeArgs) -> anyhow::Result<Exit> {
    if args.bentuk != KaskadeForm::Pohon && (args.matriks.is_some() || args.show.format != Format::Tabel) {
        bail!("--bentuk dot dan mermaid tidak dapat dipakai bersama --matriks atau --format");
    }
    let progress = Progress::new(args.show.diam);
    let mut request = request::request(&args.data, &FindingArgs::default())?;
    request.watch = progress.watch();
    let run = request::run(&args.show, &request)?;
    let hierarchy = Hierarchy::new(&run.data);
    drop(progress);
    let mask = request::mask(&args.show, &run.inputs, &run.tables, &run.data);
    match &args.matriks {
        Some(nip) => show_matrix(args, &run, &hierarchy, &mask, nip)?,
        None => show_tree(args, &run, &hierarchy, &mask)?,
    }
    let cascade: Vec<Finding> = run.findings.into_iter().filter(|f| f.kode.starts_with("KAS")).collect();
    Ok(request::exit(&cascade, false))
}

fn show_tree(args: &KaskadeArgs, run: &Run, hierarchy: &Hierarchy, mask: &Mask) -> anyhow::Result<()> {
    let tree = Pohon::new(&run.data, hierarchy);
    match (args.bentuk, args.show.format) {
        (KaskadeForm::Dot, _) => console::out_with(|w| graph::dot(w, &run.data, &tree, mask)),
        (KaskadeForm::Mermaid, _) => console::out_with(|w| graph::mermaid(w, &run.data, &tree, mask)),
        (KaskadeForm::Pohon, Format::Tabel) => {
            let mut text = kaskade::tree(&run.data, &tree, console::screen().width(), mask);
            text.push_str(&waiting::text(&run.data, &daftar(&run.data, &run.scores, hierarchy), mask));
            console::out(&text, args.show.warna)
        }
        (KaskadeForm::Pohon, Format::Csv) => {
            console::out_with(|w| form::csv::write(w, &links::table(), links::rows(&run.data, &tree), mask))
        }
        (KaskadeForm::Pohon, Format::Json) => {
            let rows = links::rows(&run.data, &tree);
            console::out_with(|w| json::write(w, &Cascade1::new(&run.data, &rows, mask)))
        }
    }
}

fn show_matrix(args: &KaskadeArgs, run: &Run, hierarchy: &Hierarchy, mask: &Mask, nip: &str) -> anyhow::Result<()> {
    let digits: String = nip.chars().filter(|c| !c.is_whitespace()).collect();
    let leader = run
        .data
        .find(&digits)
        .with_context(|| format!("NIP {} tidak ada dalam data. Periksa --matriks.", mask.nip(nip)))?;
    let m = Matriks::new(&run.data, hierarchy, leader);
    if m.rows.is_empty() || m.columns.is_empty() {
        bail!(
            "{} tidak punya bawahan atau RHK utama dalam data, jadi tidak ada matriksnya.",
            mask.name(&run.data.pegawai(leader).nama)
        );
    }
    let by_indikator = run.aturan.kualitatif().is_some();
    match args.show.format {
        Format::Tabel => console::out(
            &matriks::table(&run.data, &m, by_indikator, console::screen(), mask),
            args.show.warna,
        ),
        Format::Csv => console::out_with(|w| {
            let table = matrix::table(&run.data, &m, by_indikator, mask);
            form::csv::write(w, &table, matrix::rows(&run.data, &m, by_indikator), mask)
        }),
        Format::Json => console::out_with(|w| json::write(w, &Matrix1::new(&run.data, &m, mask))),
    }
}
