//! Findings on the terminal: galat first, one block a code with its cells, what to do and why; and
//! the table of codes.

use std::collections::BTreeMap;

use anstyle::{AnsiColor, Style};

use super::form::terminal::{ColumnHead, Screen, grid, sentence};
use super::mask::Mask;
use super::words::count;
use crate::base::text::shorten;
use crate::check::catalogue;
use crate::finding::{Finding, Level};

/// Cells of a code told one by one; the others are counted.
pub const FOLD: usize = 20;

/// The colour of a level.
pub fn style(level: Level) -> Style {
    match level {
        Level::Galat => AnsiColor::Red.on_default().bold(),
        Level::Peringatan => AnsiColor::Yellow.on_default().bold(),
        Level::Catatan => AnsiColor::Cyan.on_default(),
    }
}

/// Where it is: `berkas › lembar › sel`; without the file where everything is in one.
pub fn place(f: &Finding, with_file: bool, mask: &Mask) -> String {
    let mut place = f.file().filter(|_| with_file).unwrap_or("").to_owned();
    let sheet = f.sheet_name().map(|n| mask.text(n));
    for part in [sheet.as_deref(), f.cell().as_deref()].into_iter().flatten() {
        if !place.is_empty() {
            place.push_str(" › ");
        }
        place.push_str(part);
    }
    if let Some(column) = f.column() {
        place.push_str(&format!(" (kolom {})", mask.text(column)));
    }
    shorten(&place, usize::MAX)
}

/// Findings of one code at one level, in their order.
type Blocks<'f> = BTreeMap<(Level, &'static str), Vec<&'f Finding>>;

fn blocks<'f>(findings: &[&'f Finding]) -> Blocks<'f> {
    let mut blocks: Blocks<'f> = BTreeMap::new();
    for &f in findings {
        blocks.entry((f.level, f.kode)).or_default().push(f);
    }
    blocks
}

/// A block for each code, the worst level first.
pub fn render(findings: &[&Finding], with_file: bool, mask: &Mask, screen: Screen) -> String {
    let mut out = String::new();
    for ((level, kode), all) in blocks(findings) {
        let s = style(level);
        let title = catalogue::find(kode).map_or("", |c| c.title);
        out.push_str(&format!(
            "{s}{kode} {}{s:#}  {title} · {} temuan\n",
            level.as_str(),
            count(all.len())
        ));
        // What to do is said once where it is the same for all.
        let same = all.iter().all(|f| f.advice == all[0].advice);
        for f in all.iter().take(FOLD) {
            one(&mut out, f, with_file, mask, screen);
            if !same {
                sentence(&mut out, &mask.text(&f.advice), "      → ", "        ", screen);
            }
        }
        if all.len() > FOLD {
            out.push_str(&format!("  … dan {} lagi\n", count(all.len() - FOLD)));
        }
        if same {
            sentence(&mut out, &mask.text(&all[0].advice), "  → ", "    ", screen);
        }
        sentence(&mut out, &all[0].acuan, "  Dasar: ", "    ", screen);
        out.push('\n');
    }
    out
}

/// One finding: its place, what is wrong, what is written there and what should be.
fn one(out: &mut String, f: &Finding, with_file: bool, mask: &Mask, screen: Screen) {
    let place = place(f, with_file, mask);
    let mut text = if place.is_empty() {
        mask.text(&f.message).into_owned()
    } else {
        format!("{place}: {}", mask.text(&f.message))
    };
    let written = f.nilai.as_deref().map(|v| shorten(&mask.text(v), 80));
    // Most messages quote what is written already.
    if let Some(written) = written.filter(|w| !text.contains(w.as_str())) {
        text.push_str(&format!(" Tertulis \"{written}\"."));
    }
    if let Some(expected) = &f.expected {
        text.push_str(&format!(" Seharusnya {}.", mask.text(expected)));
    }
    sentence(out, &text, "  • ", "    ", screen);
}

/// The codes with how often each occurs and where first.
pub fn codes(findings: &[&Finding], with_file: bool, mask: &Mask, screen: Screen) -> String {
    let heads = [
        ColumnHead::left("Kode"),
        ColumnHead::left("Tingkat"),
        ColumnHead::right("Jumlah"),
        ColumnHead::left("Temuan"),
        ColumnHead::left("Yang pertama"),
    ];
    let rows: Vec<Vec<String>> = blocks(findings)
        .into_iter()
        .map(|((level, kode), all)| {
            vec![
                kode.to_owned(),
                level.as_str().to_owned(),
                count(all.len()),
                catalogue::find(kode).map_or("", |c| c.title).to_owned(),
                place(all[0], with_file, mask),
            ]
        })
        .collect();
    if rows.is_empty() {
        String::new()
    } else {
        grid(&heads, &rows, screen)
    }
}
