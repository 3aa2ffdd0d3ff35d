//! `skp skema [NAMA]`: the JSON Schemas of everything the program writes.

use anyhow::bail;

use super::console;
use crate::cli::Warna;
use crate::exit::Exit;
use crate::report::json::schema;

pub(super) fn run(name: Option<&str>, page: bool) -> anyhow::Result<Exit> {
    let Some(name) = name else {
        let mut text = String::from(
            "JSON yang ditulis program ini; skemanya: skp skema NAMA, arti setiap kuncinya: skp skema NAMA --halaman\n\n",
        );
        for d in schema::ALL {
            text.push_str(&format!("  {:<11} {:<18} {}\n", d.name, d.id(), d.written_by));
        }
        console::out(&text, Warna::Auto)?;
        return Ok(Exit::Clean);
    };
    let Some(document) = schema::find(name) else {
        let known = schema::ALL.map(|d| d.name).join(", ");
        bail!("Tidak ada skema \"{name}\". Yang ada: {known}.");
    };
    let text = if page { document.page() } else { document.text() };
    console::out_with(|w| w.write_all(text.as_bytes()))?;
    Ok(Exit::Clean)
}
