//! `skp contoh`: a fictitious instansi, as a workbook or a folder of CSV files.

use std::path::Path;

use anyhow::{Context as _, bail};

use super::console;
use crate::base::file_names::ending;
use crate::cli::{ContohArgs, Warna};
use crate::exit::Exit;
use crate::sample::{FaultRate, Perilaku, Rencana, write_csv_folder, write_xlsx};

pub(super) fn run(args: &ContohArgs) -> anyhow::Result<Exit> {
    let perilaku = match &args.aturan {
        None => Perilaku::All,
        Some(id) => Perilaku::for_aturan(id).with_context(|| {
            format!("aturan \"{id}\" tidak dikenal; pilih pp-30-2019, permenpanrb-8-2021, atau permenpanrb-6-2022")
        })?,
    };
    let rencana = Rencana {
        pegawai: args.pegawai,
        seed: args.benih,
        tahun: args.tahun,
        faults: FaultRate::percent(args.cacat),
        perilaku,
        overwrite: args.paksa,
    };
    match form(&args.output)? {
        Form::Workbook => write_xlsx(&rencana, &args.output)?,
        Form::Folder => write_csv_folder(&rencana, &args.output)?,
    }
    console::say(
        &format!(
            "Instansi fiktif dengan {} pegawai ditulis ke {}. Coba: skp nilai {} --tahun {}{}",
            args.pegawai,
            args.output.display(),
            console::typed(&args.output),
            args.tahun,
            args.aturan.as_ref().map(|id| format!(" --aturan {id}")).unwrap_or_default()
        ),
        Warna::Auto,
    );
    Ok(Exit::Clean)
}

enum Form {
    Workbook,
    Folder,
}

/// A name that ends in `.xlsx` is a workbook, a name without ending (or a folder that is there)
/// a folder; any other ending is likely a slip and is asked about.
fn form(output: &Path) -> anyhow::Result<Form> {
    if output.is_dir() {
        return Ok(Form::Folder);
    }
    match ending(output) {
        Some(e) if e == "xlsx" => Ok(Form::Workbook),
        None => Ok(Form::Folder),
        Some(e) => bail!(
            "tidak dapat membuat berkas .{e}: beri nama yang berakhir .xlsx untuk buku kerja, atau nama tanpa akhiran untuk folder CSV"
        ),
    }
}
