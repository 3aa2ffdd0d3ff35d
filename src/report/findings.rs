//! Findings on the terminal: what, where, why, how to mend; folded where a code repeats.

use crate::base::text::shorten;
use std::collections::HashMap;

use anstyle::{AnsiColor, Style};

use super::mask::Mask;
use super::words::count;
use crate::finding::{Finding, Level};

/// A code that repeats more often than this in a file is folded.
pub const LIPAT: usize = 20;

/// The colour of a level.
pub fn style(tingkat: Level) -> Style {
    match tingkat {
        Level::Galat => AnsiColor::Red.on_default().bold(),
        Level::Peringatan => AnsiColor::Yellow.on_default().bold(),
        Level::Catatan => AnsiColor::Cyan.on_default(),
    }
}

/// Where it is: `berkas › lembar › sel`; without the file where everything is in one.
pub fn place(f: &Finding, with_file: bool, mask: &Mask) -> String {
    let mut place = f.berkas.as_deref().filter(|_| with_file).unwrap_or("").to_owned();
    let sheet = f.lembar.as_deref().map(|n| mask.text(n));
    for part in [sheet.as_deref(), f.sel.as_deref()].into_iter().flatten() {
        if !place.is_empty() {
            place.push_str(" › ");
        }
        place.push_str(part);
    }
    if let Some(kolom) = &f.kolom {
        place.push_str(&format!(" (kolom {})", mask.text(kolom)));
    }
    shorten(&place, usize::MAX)
}

/// All findings, in order; `… dan 312 lagi` where a code repeats in a file.
pub fn render(findings: &[&Finding], mask: &Mask, width: usize) -> String {
    let key = |f: &Finding| (f.berkas.clone(), f.kode);
    let mut total: HashMap<_, usize> = HashMap::new();
    for f in findings {
        *total.entry(key(f)).or_default() += 1;
    }
    let mut shown: HashMap<_, usize> = HashMap::new();
    let mut out = String::new();
    for f in findings {
        let k = key(f);
        let n = shown.entry(k.clone()).or_default();
        *n += 1;
        if *n <= LIPAT {
            one(&mut out, f, mask, width);
        } else if *n == LIPAT + 1 {
            let rest = total.get(&k).copied().unwrap_or(0) - LIPAT;
            let s = style(f.tingkat);
            out.push_str(&format!(
                "{s}{}{s:#}  … dan {} lagi dengan kode ini di berkas yang sama\n\n",
                f.kode,
                count(rest)
            ));
        }
    }
    out
}

fn one(out: &mut String, f: &Finding, mask: &Mask, width: usize) {
    let s = style(f.tingkat);
    out.push_str(&format!("{s}{} {}{s:#}", f.kode, f.tingkat.as_str()));
    let place = place(f, true, mask);
    if !place.is_empty() {
        out.push_str(&format!("  {place}"));
    }
    out.push('\n');
    wrap(out, &mask.text(&f.pesan), "  ", "  ", width);
    let mut value = Vec::new();
    if let Some(nilai) = &f.nilai {
        value.push(format!("tertulis \"{}\"", shorten(&mask.text(nilai), 80)));
    }
    if let Some(harapan) = &f.harapan {
        value.push(format!("seharusnya {}", mask.text(harapan)));
    }
    if !value.is_empty() {
        wrap(out, &value.join("; "), "  ", "  ", width);
    }
    wrap(out, &mask.text(&f.saran), "  → ", "    ", width);
    wrap(out, &f.acuan, "  Dasar: ", "    ", width);
    out.push('\n');
}

fn wrap(out: &mut String, text: &str, first: &str, next: &str, width: usize) {
    let clean: String = text.chars().filter(|c| !c.is_control() || *c == '\n').collect();
    let mut line = first.to_owned();
    let mut empty = true;
    for word in clean.split_whitespace() {
        if !empty && line.chars().count() + 1 + word.chars().count() > width {
            out.push_str(&line);
            out.push('\n');
            next.clone_into(&mut line);
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    if !empty {
        out.push_str(&line);
        out.push('\n');
    }
}
