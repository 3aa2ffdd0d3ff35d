//! `skp aturan daftar | tampil ID | periksa FILE`.

use super::console;
use crate::cli::{AturanArgs, AturanCommand, Format, ShowArgs};
use crate::exit::Exit;
use crate::report::json::{self, Rules1};
use crate::report::tables::parameters::{self, ParameterRow};
use crate::report::{aturan as lapor, form, mask::Mask};
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
    let semua = Aturan::semua_bawaan()?;
    match format {
        Format::Tabel => console::out(&lapor::daftar_tabel(&semua, console::screen()), warna)?,
        Format::Json => console::out_with(|w| json::write(w, &Rules1::new(&semua, false)))?,
        Format::Csv => console::out_with(|w| form::csv::write(w, &parameters::sets(), &semua, &Mask::off()))?,
    }
    Ok(Exit::Bersih)
}

fn display(id: &str, show: &ShowArgs) -> anyhow::Result<Exit> {
    let aturan = Aturan::latest(id)?;
    match show.format {
        Format::Tabel => console::out(&lapor::tabel(&aturan, console::screen()), show.warna)?,
        Format::Json => console::out_with(|w| json::write(w, &Rules1::new(std::slice::from_ref(&aturan), true)))?,
        Format::Csv => {
            let rows = aturan.parameter().into_iter().map(|p| ParameterRow::new(p, None));
            console::out_with(|w| form::csv::write(w, &parameters::table(String::new()), rows, &Mask::off()))?;
        }
    }
    Ok(Exit::Bersih)
}

/// A bad file is an error (exit code 2); a good one is told with what it changes.
fn periksa(file: &std::path::Path, show: &ShowArgs) -> anyhow::Result<Exit> {
    let nama = file.display().to_string();
    let aturan = Aturan::from_file(file)?;
    if show.format != Format::Tabel {
        return display(&nama, show);
    }
    let semua = aturan.parameter();
    let sendiri: Vec<_> = semua.iter().filter(|p| p.asal == nama).collect();
    let mut teks = format!(
        "{nama}: aturan \"{}\" sah. {} parameter, {} ditetapkan di berkas ini{}.\n",
        aturan.id,
        semua.len(),
        sendiri.len(),
        if aturan.memperluas.is_empty() {
            String::new()
        } else {
            format!(", selebihnya dari {}", aturan.memperluas.join(", "))
        }
    );
    for p in sendiri {
        teks.push_str(&format!(
            "  {}.{} = {} ({})\n",
            p.bagian,
            p.kunci,
            p.nilai,
            p.keyakinan.as_str()
        ));
    }
    console::out(&teks, show.warna)?;
    Ok(Exit::Bersih)
}
