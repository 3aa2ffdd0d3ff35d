//! The manual of the finding codes on the terminal: one page, or the list of all.

use super::findings::style;
use super::page;
use crate::finding::Code;

/// Columns that are pleasant to read.
const WIDTH: usize = 100;

/// The page of a code, folded for a screen of so many columns.
pub fn page(code: &Code, width: usize) -> String {
    let level = code.level.as_str();
    // The title is the first line.
    let (title, body) = code.page.split_once('\n').unwrap_or((code.page, ""));
    let text = page::render(&format!("{title} ({level})\n{body}"), width.min(WIDTH));
    format!("{text}\nAcuan: {}\n", code.acuan)
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
            code.title
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
