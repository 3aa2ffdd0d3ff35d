//! `skp panduan [BAB]`: the guide for staff, from inside the program.

use anyhow::bail;

use super::console;
use crate::cli::Warna;
use crate::exit::Exit;
use crate::report::page;

macro_rules! chapters {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../docs/panduan/", $name, ".md")))),*]
    };
}

/// The chapters in reading order; the first page tells which is for what.
const CHAPTERS: &[(&str, &str)] = chapters![
    "memasang",
    "dari-ekinerja",
    "dari-excel",
    "bentuk",
    "kolom",
    "predikat-organisasi",
    "membaca-laporan",
    "jawaban",
    "skrip",
    "kalibrasi",
    "kebijakan",
    "kata",
];
const FIRST_PAGE: &str = include_str!("../../docs/panduan/README.md");

pub(super) fn run(chapter: Option<&str>, warna: Warna) -> anyhow::Result<Exit> {
    let text = match chapter {
        None => FIRST_PAGE,
        Some(name) => {
            let wanted = name.to_lowercase().replace(' ', "-");
            let Some((_, text)) = CHAPTERS.iter().find(|(n, _)| *n == wanted) else {
                let names: Vec<_> = CHAPTERS.iter().map(|(n, _)| *n).collect();
                bail!("Tidak ada bab \"{name}\". Bab yang ada: {}.", names.join(", "));
            };
            text
        }
    };
    console::out(&page::render(text, console::screen().width().min(100)), warna)?;
    Ok(Exit::Clean)
}
