//! `skp jelaskan KODE`: one finding code; `skp jelaskan NIP MASUKAN…`: one person's result.

use anyhow::bail;

use super::console::{self, CATATAN, TEBAL};
use crate::check::{Check, daftar};
use crate::cli::{Format, JelaskanArgs};
use crate::exit::Exit;

pub(super) fn run(args: &JelaskanArgs) -> anyhow::Result<Exit> {
    let subject = args.subject.trim();
    if let Some(check) = daftar::cari(subject) {
        return explain_code(check, args);
    }
    if is_code(subject) {
        bail!("Kode temuan \"{subject}\" tidak ada. Daftarnya ada di docs/pemeriksaan/README.md.");
    }
    bail!("\"{subject}\" bukan kode temuan")
}

/// Three letters and three digits.
fn is_code(text: &str) -> bool {
    text.len() == 6
        && text
            .bytes()
            .enumerate()
            .all(|(i, b)| if i < 3 { b.is_ascii_alphabetic() } else { b.is_ascii_digit() })
}

fn explain_code(check: &Check, args: &JelaskanArgs) -> anyhow::Result<Exit> {
    if args.show.format == Format::Json {
        let page = serde_json::json!({
            "kode": check.kode, "judul": check.judul, "tingkat": check.tingkat, "acuan": check.acuan, "halaman": check.page(),
        });
        console::out_with(|w| writeln!(w, "{page:#}"))?;
        return Ok(Exit::Bersih);
    }
    let mut text = String::new();
    for line in check.page().lines() {
        if let Some(title) = line.strip_prefix("# ") {
            text.push_str(&format!("{TEBAL}{title}{TEBAL:#} ({})\n", check.tingkat.as_str()));
        } else if let Some(heading) = line.strip_prefix("## ") {
            text.push_str(&format!("{CATATAN}{heading}{CATATAN:#}\n"));
        } else if line.is_empty() {
            text.push('\n');
        } else {
            text.push_str(&format!("  {line}\n"));
        }
    }
    text.push_str(&format!("\nAcuan: {}\n", check.acuan));
    console::out(&text, args.show.warna)?;
    Ok(Exit::Bersih)
}
