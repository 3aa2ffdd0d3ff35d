//! `skp aturan daftar | tampil ID | periksa FILE`.

use super::console;
use crate::cli::{AturanArgs, AturanCommand, Format, ShowArgs};
use crate::exit::Exit;
use crate::report::json::{self, Rules1};
use crate::report::tables::parameters::{self, ParameterRow};
use crate::report::{aturan as tell, form, mask::Mask};
use crate::rules::Aturan;

pub(super) fn run(args: &AturanArgs) -> anyhow::Result<Exit> {
    match &args.command {
        None => daftar(Format::Tabel, crate::cli::Warna::Auto),
        Some(AturanCommand::Daftar(show)) => daftar(show.format, show.warna),
        Some(AturanCommand::Tampil { id, show }) => display(id, show),
        Some(AturanCommand::Periksa { file, show }) => periksa(file, show),
    }
}

fn daftar(format: Format, warna: crate::cli::Warna) -> anyhow::Result<Exit> {
    let all = Aturan::all_built_in()?;
    match format {
        Format::Tabel => console::out(&tell::list_table(&all, console::screen()), warna)?,
        Format::Json => console::out_with(|w| json::write(w, &Rules1::new(&all, false)))?,
        Format::Csv => console::out_with(|w| form::csv::write(w, &parameters::sets(), &all, &Mask::off()))?,
    }
    Ok(Exit::Clean)
}

fn display(id: &str, show: &ShowArgs) -> anyhow::Result<Exit> {
    let aturan = Aturan::latest(id)?;
    match show.format {
        Format::Tabel => console::out(&tell::printed(&aturan, console::screen()), show.warna)?,
        Format::Json => console::out_with(|w| json::write(w, &Rules1::new(std::slice::from_ref(&aturan), true)))?,
        Format::Csv => {
            let rows = aturan.parameter().into_iter().map(|p| ParameterRow::new(p, None));
            console::out_with(|w| form::csv::write(w, &parameters::table(String::new()), rows, &Mask::off()))?;
        }
    }
    Ok(Exit::Clean)
}

/// A bad file is an error (exit code 2); a good one is told with what it changes.
fn periksa(file: &std::path::Path, show: &ShowArgs) -> anyhow::Result<Exit> {
    let nama = file.display().to_string();
    let aturan = Aturan::from_file(file)?;
    if show.format != Format::Tabel {
        return display(&nama, show);
    }
    let all = aturan.parameter();
    let own: Vec<_> = all.iter().filter(|p| p.origin == nama).collect();
    let mut text = format!(
        "{nama}: aturan \"{}\" sah. {} parameter, {} ditetapkan di berkas ini{}.\n",
        aturan.id,
        all.len(),
        own.len(),
        if aturan.memperluas.is_empty() {
            String::new()
        } else {
            format!(", selebihnya dari {}", aturan.memperluas.join(", "))
        }
    );
    for p in own {
        text.push_str(&format!(
            "  {}.{} = {} ({})\n",
            p.section,
            p.key,
            p.nilai,
            p.keyakinan.as_str()
        ));
    }
    console::out(&text, show.warna)?;
    Ok(Exit::Clean)
}
