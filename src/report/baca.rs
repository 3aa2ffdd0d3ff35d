//! The text of `skp baca`: what was recognised in each file and sheet (`keluaran.md` section 6).

use std::fmt::Write as _;

use super::form::terminal::{ColumnHead, Screen, grid};
use super::json::{ReadFile, ReadTable, Reading1};
use super::words::count;
use crate::base::origin::column_letters;
use crate::base::text::shorten;

/// The reading as text with tables.
pub fn text(reading: &Reading1<'_>, screen: Screen) -> String {
    let mut out = String::new();
    for file in &reading.masukan {
        out.push_str(&file_text(file, screen));
    }
    out
}

fn file_text(file: &ReadFile<'_>, screen: Screen) -> String {
    let mut out = format!("{}\n", file.berkas);
    let mut facts = vec![file.bentuk.unwrap_or("bukan tabel").to_owned()];
    facts.extend(file.sandi.map(|s| format!("sandi {s}")));
    facts.extend(file.pemisah.as_deref().map(|p| match p {
        "\t" => "pemisah tab".to_owned(),
        p => format!("pemisah {p}"),
    }));
    let _ = writeln!(out, "  {}\n", facts.join(" · "));
    for t in &file.tabel {
        out.push_str(&table_text(t, screen));
    }
    for l in &file.lembar_lain {
        let _ = writeln!(out, "  Lembar {}: {}", l.lembar.as_deref().unwrap_or("(tanpa nama)"), l.sebab);
    }
    if !file.lembar_lain.is_empty() {
        out.push('\n');
    }
    out
}

fn table_text(table: &ReadTable<'_>, screen: Screen) -> String {
    let mut out = String::from("  ");
    if let Some(name) = &table.lembar {
        let hidden = if table.tersembunyi { " (tersembunyi)" } else { "" };
        let _ = write!(out, "Lembar {name}{hidden}: ");
    }
    let _ = write!(out, "tabel {}, kepala di baris {}", table.jenis, table.baris_kepala);
    if table.baris_kepala_akhir > table.baris_kepala {
        let _ = write!(out, "–{}", table.baris_kepala_akhir);
    }
    let _ = match (table.baris_awal, table.baris_akhir) {
        (Some(a), Some(b)) => writeln!(out, ", {} baris data (baris {a}–{b})", count(table.baris)),
        _ => writeln!(out, ", tanpa baris data"),
    };
    for (who, person) in [
        ("Pegawai yang dinilai", &table.pegawai),
        ("Pejabat penilai kinerja", &table.penilai),
    ] {
        if let Some(person) = person {
            let nip = person.nip.as_deref().map(|nip| format!("NIP {nip}"));
            let said: Vec<&str> = person.nama.as_deref().into_iter().chain(nip.as_deref()).collect();
            let _ = writeln!(out, "  {who}: {}", said.join(", "));
        }
    }
    if let Some(periode) = &table.periode {
        let _ = writeln!(
            out,
            "  Periode menurut {}: {periode}",
            if table.pegawai.is_some() { "formulir" } else { "judulnya" }
        );
    }
    let heads = ["Kolom", "Tertulis", "Dibaca sebagai"].map(ColumnHead::left);
    let rows: Vec<Vec<String>> = table
        .kolom
        .iter()
        .map(|k| vec![column_letters(k.col), shorten(&k.tertulis, 60), k.read_as()])
        .collect();
    for line in grid(&heads, &rows, screen).lines() {
        let _ = writeln!(out, "  {line}");
    }
    if !table.tidak_dikenal.is_empty() {
        let names: Vec<String> = table
            .tidak_dikenal
            .iter()
            .map(|name| {
                let near = table.mirip.iter().find(|m| m.tertulis == *name);
                near.map_or_else(
                    || format!("\"{}\"", shorten(name, 60)),
                    |m| format!("\"{}\" (mungkin maksudnya {}?)", shorten(name, 60), m.kanonik),
                )
            })
            .collect();
        let _ = writeln!(out, "  Kolom yang tidak dikenal, dibiarkan: {}", names.join(", "));
    }
    let mut reasons: Vec<&'static str> = table.lewat.iter().map(|l| l.sebab).collect();
    reasons.sort_unstable();
    reasons.dedup();
    for reason in reasons {
        let rows: Vec<u32> = table.lewat.iter().filter(|l| l.sebab == reason).map(|l| l.baris).collect();
        let _ = writeln!(out, "  Dilewati, {reason}: baris {}", crate::table::row_list(&rows));
    }
    out.push('\n');
    out
}
