//! `skp template`: an input workbook for a rule set, empty or with the people of a list in it.

use std::path::Path;

use anyhow::bail;

use super::{console, request};
use crate::base::file_names::ending;
use crate::base::output_file::Outputs;
use crate::check::files::nothing_recognised;
use crate::cli::{FindingArgs, RuleArgs, TemplateArgs, Warna};
use crate::exit::Exit;
use crate::input;
use crate::model::{PeriodChoice, Periode};
use crate::rules::Aturan;
use crate::run::{self, RunError};
use crate::template::{self, Prefilled, RuleSet};

/// The columns do not depend on dated parameters: any year in which all built-in sets can be
/// loaded by name will do, and no clock is read.
const TAHUN: Periode = Periode::Tahun(2025);

pub(super) fn run(args: &TemplateArgs) -> anyhow::Result<Exit> {
    let set = RuleSet::of(&Aturan::load(&args.aturan, TAHUN)?);
    is_xlsx(&args.output)?;
    let mut outputs = Outputs::new(args.paksa);
    let known = if args.dari.is_empty() {
        Prefilled::default()
    } else {
        outputs = outputs.reading(input::files(&args.dari), input::is_own_file);
        people(args)?
    };
    template::write(set, &known, &mut outputs, &args.output)?;
    outputs.publish()?;
    console::say(&told(args, &known), Warna::Auto);
    Ok(Exit::Clean)
}

/// Only `.xlsx` is written: under another ending Excel would refuse the file.
fn is_xlsx(output: &Path) -> anyhow::Result<()> {
    match ending(output) {
        Some(e) if e == "xlsx" => Ok(()),
        _ => bail!(
            "tidak dapat membuat {}: buku kerja kosong selalu .xlsx, jadi beri nama misalnya {}",
            output.display(),
            output.with_extension("xlsx").display()
        ),
    }
}

/// Who is in the lists.
fn people(args: &TemplateArgs) -> anyhow::Result<Prefilled> {
    let rules = RuleArgs::default();
    let ask = request::request_of(args.dari.clone(), &rules, &FindingArgs::default())?;
    let (inputs, tables) = run::read_any(&ask)?;
    let data = super::baca::build(&inputs, &tables, PeriodChoice::default())?;
    let known = Prefilled::of(&data);
    if known.people.is_empty() {
        return Err(RunError::Input(nothing_recognised(&inputs, &tables.refused)).into());
    }
    Ok(known)
}

fn told(args: &TemplateArgs, known: &Prefilled) -> String {
    let output = args.output.display();
    if known.people.is_empty() {
        return format!(
            "Buku kerja kosong untuk {} ditulis ke {output}. Mulai dari lembar Petunjuk.",
            args.aturan
        );
    }
    let unread = match known.unread {
        0 => String::new(),
        n => format!(" NIP {n} orang tidak terbaca, jadi dikosongkan: isi dari sumber aslinya."),
    };
    format!(
        "Buku kerja untuk {} ditulis ke {output}, berisi {} baris pegawai dan {} unit.{unread} Periksa lembar pegawai dan unit, lalu isi lembar lainnya.",
        args.aturan,
        known.people.len(),
        known.units.len()
    )
}
