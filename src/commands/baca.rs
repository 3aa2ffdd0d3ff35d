//! `skp baca`: what was recognised in each file and sheet, and what could not be read.

use super::{console, request};
use crate::check::files::nothing_recognised;
use crate::check::{self, Context};
use crate::cli::{BacaArgs, FindingArgs, Format};
use crate::exit::Exit;
use crate::finding::{Code, Finding};
use crate::input::Inputs;
use crate::model::{self, BuildError, Data, PeriodChoice};
use crate::report::json::{self, Reading1};
use crate::report::tables::reading;
use crate::report::{baca, findings, form, mask::Mask};
use crate::rules::Aturan;
use crate::run::{self, Request, RunError};
use crate::score::{self, ScoreOptions};
use crate::table::Tables;

/// The rule set under which cells are read when the period has none: whether a cell can be read
/// does not depend on it.
const ATURAN: &str = "permenpanrb-6-2022";

pub(super) fn run(args: &BacaArgs) -> anyhow::Result<Exit> {
    let mut ask = request::request(&args.data, &FindingArgs::default())?;
    ask.fingerprints = args.show.format == Format::Json;
    let (inputs, tables) = run::read_any(&ask).map_err(|e| request::refused(&args.show, &ask, e))?;
    let mut data = build(&inputs, &tables, ask.periode)?;
    let found = reading_findings(&ask, &inputs, &tables, &mut data)?;
    let mask = request::mask(&args.show, &inputs, &tables, &data);
    let view = Reading1::new(&inputs, &tables, data.periode, &found, &mask);
    match args.show.format {
        Format::Json => console::out_with(|w| json::write(w, &view))?,
        // The view is masked already.
        Format::Csv => console::out_with(|w| form::csv::write(w, &reading::table(), reading::rows(&view), &Mask::off()))?,
        Format::Tabel => {
            let screen = console::screen();
            let mut text = baca::text(&view, screen);
            // Skipped rows stand with their table already.
            let all: Vec<&Finding> = found.iter().filter(|f| f.kode != "STR014").collect();
            text.push_str(&findings::render(&all, inputs.files.len() > 1, &mask, screen));
            console::out(&text, args.show.warna)?;
        }
    }
    if tables.tables.is_empty() {
        let refusal = RunError::Input(nothing_recognised(&inputs, &tables.refused));
        return Err(request::refused(&args.show, &ask, refusal).into());
    }
    Ok(request::exit(&found, false))
}

/// The data set, so that its cells are read. A period is not needed to show what is in a file;
/// where neither options nor data tell one, any year will do.
pub(super) fn build(inputs: &Inputs, tables: &Tables, choice: PeriodChoice) -> Result<Data, BuildError> {
    let year = match model::build(inputs, tables, &choice) {
        Err(BuildError::TahunUnknown) => 2025,
        Err(BuildError::TahunVaries(years)) => years.last().copied().unwrap_or(2025),
        other => return other,
    };
    let choice = PeriodChoice {
        tahun: Some(year),
        periode: None,
    };
    model::build(inputs, tables, &choice)
}

/// Findings about reading: files, sheets, columns, cells, and people who cannot be told apart.
fn reading_findings(ask: &Request, inputs: &Inputs, tables: &Tables, data: &mut Data) -> anyhow::Result<Vec<Finding>> {
    let aturan = match &ask.aturan {
        Some(name) => Aturan::load(name, data.periode)?,
        None => Aturan::for_period(data.periode).or_else(|_| Aturan::load(ATURAN, data.periode))?,
    };
    let scores = score::score(data, &aturan, &ScoreOptions::default());
    let problems = std::mem::take(&mut data.problems);
    let ctx = Context::new(inputs, tables, data, &aturan, &scores);
    let reading = |c: &Code| c.kode.starts_with("STR") || c.kode.starts_with("IDN");
    Ok(check::run(&ctx, problems, reading))
}
