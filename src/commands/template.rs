//! `skp template`: an empty input workbook for a rule set.

use super::console;
use crate::base::output_file::Outputs;
use crate::cli::{TemplateArgs, Warna};
use crate::exit::Exit;
use crate::model::Periode;
use crate::rules::Aturan;
use crate::template::{self, RuleSet};

/// The columns do not depend on dated parameters: any year in which all built-in sets can be
/// loaded by name will do, and no clock is read.
const TAHUN: Periode = Periode::Tahun(2025);

pub(super) fn run(args: &TemplateArgs) -> anyhow::Result<Exit> {
    let set = RuleSet::of(&Aturan::load(&args.aturan, TAHUN)?);
    let mut outputs = Outputs::new(args.paksa);
    template::write(set, &mut outputs, &args.output)?;
    outputs.publish()?;
    console::say(
        &format!(
            "Buku kerja kosong untuk {} ditulis ke {}. Mulai dari lembar Petunjuk.",
            args.aturan,
            args.output.display()
        ),
        Warna::Auto,
    );
    Ok(Exit::Clean)
}
