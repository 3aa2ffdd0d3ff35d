//! The manual of the finding codes on the terminal: one page, or the list of all.

use anstyle::{AnsiColor, Style};

use super::findings::style;
use crate::finding::Code;

/// The page of a code.
pub fn page(code: &Code) -> String {
    const BOLD: Style = Style::new().bold();
    const HEADING: Style = AnsiColor::Cyan.on_default();
    let mut text = String::new();
    for line in code.page.lines() {
        if let Some(title) = line.strip_prefix("# ") {
            text.push_str(&format!("{BOLD}{title}{BOLD:#} ({})\n", code.level.as_str()));
        } else if let Some(heading) = line.strip_prefix("## ") {
            text.push_str(&format!("{HEADING}{heading}{HEADING:#}\n"));
        } else if line.is_empty() {
            text.push('\n');
        } else {
            text.push_str(&format!("  {line}\n"));
        }
    }
    text.push_str(&format!("\nAcuan: {}\n", code.acuan));
    text
}

/// All codes, by family, with what they tell.
pub fn list(codes: &[&'static Code]) -> String {
    let mut text = String::from("Kode temuan. Penjelasan sebuah kode: skp jelaskan KODE.\n");
    let mut family = "";
    for code in codes {
        let own = code.kode.get(..3).unwrap_or_default();
        if own != family {
            family = own;
            text.push_str(&format!("\n{own}: {}\n", about(own)));
        }
        let colour = style(code.level);
        text.push_str(&format!(
            "  {}  {colour}{:<10}{colour:#}  {}\n",
            code.kode,
            code.level.as_str(),
            code.judul
        ));
    }
    text
}

/// What a family of codes is about.
fn about(family: &str) -> &'static str {
    match family {
        "DST" => "distribusi predikat",
        "HSL" => "hasil penilaian",
        "IDN" => "identitas pegawai",
        "KAS" => "kaskade dan atasan",
        "PRL" => "perilaku kerja",
        "REA" => "realisasi dan umpan balik",
        "STR" => "berkas, tabel, dan sel",
        "TGT" => "SKP dan target",
        _ => "",
    }
}
