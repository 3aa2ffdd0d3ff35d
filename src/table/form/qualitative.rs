//! Forms whose RHK have no heading of their own, and cells that list the indicators under their RHK.

use std::ops::Range;

use super::Reader;
use crate::base::origin::SheetId;
use crate::base::text::fold_into;
use crate::input::{Sheet, Value};
use crate::table::form_words::Who;
use crate::table::header::Header;
use crate::table::{Facet, Key, TableColumn, TableKind};

/// A form whose heading HASIL KERJA spans the numbers and the RHK: under it the RHK stand behind their
/// number.
pub fn behind_numbers(sheet: &Sheet, rows: Range<usize>, header: &mut Header) {
    let Some(i) = header.columns.iter().position(|c| c.key == Some(Key::Rhk)) else {
        return;
    };
    if header.has(Key::No) {
        return;
    }
    let at = header.columns[i].col;
    let end = header.columns.get(i + 1).map_or(at + 3, |c| c.col);
    let numbered = (header.last + 1..rows.end.min(header.last + 11)).find_map(|r| {
        let row = sheet.row_at(r);
        is_number(row.get(at))
            .then(|| {
                row.cells_in(at + 1, end.saturating_sub(1))
                    .find(|(_, v)| matches!(v, Value::Text(_)) && !v.is_blank())
            })
            .flatten()
    });
    if let Some((col, _)) = numbered {
        let mut rhk = header.columns[i].clone();
        rhk.col = col;
        header.columns[i].key = Some(Key::No);
        header.columns.insert(i + 1, rhk);
    }
}

/// `1`, `2.`, `(3)`.
fn is_number(value: Value<'_>) -> bool {
    match value {
        Value::Number { .. } => true,
        Value::Text(t) => t.trim().trim_matches(['.', ')', '(']).parse::<u32>().is_ok(),
        _ => false,
    }
}

/// The header of a qualitative SKP that has no other column than the RHK, often only the line
/// "HASIL KERJA" over it. `None` when the rows are no form.
pub fn qualitative(sheet: &Sheet, rows: Range<usize>, cols: (u16, u16)) -> Option<Header> {
    let reader = Reader::new(sheet, SheetId(0), cols);
    let top = rows.start;
    let end = rows.end.min(top + 40);
    let identity = reader.blocks(top..end).into_iter().find(|b| b.who == Who::Pegawai)?;
    let mut buffer = String::new();
    let (row, col, text) = (identity.row + 1..end).find_map(|row| {
        reader.cells(row).find_map(|(col, value)| {
            let Value::Text(t) = value else { return None };
            buffer.clear();
            fold_into(t, &mut buffer);
            matches!(buffer.as_str(), "hasilkerja" | "rencanahasilkerja" | "rencanakinerja").then_some((row, col, t))
        })
    })?;
    // Where the RHK really stand: behind their number, in the first row that has both.
    let numbered = (row + 1..end.max((row + 10).min(rows.end))).find_map(|r| {
        let mut cells = reader.cells(r);
        let (no, first) = cells.next()?;
        let (rhk, _) = cells.next().filter(|_| is_number(first))?;
        Some((no, rhk))
    });
    let mut columns = Vec::new();
    let rhk = match numbered {
        Some((no, rhk)) => {
            columns.push(TableColumn {
                col: no,
                written: "NO".into(),
                key: Some(Key::No),
                facet: Facet::default(),
                surpassed: None,
                disputed: false,
            });
            rhk
        }
        None => col,
    };
    columns.push(TableColumn {
        col: rhk,
        written: text.trim().into(),
        key: Some(Key::Rhk),
        facet: Facet::default(),
        surpassed: None,
        disputed: false,
    });
    Some(Header {
        jenis: TableKind::FormulirSkp,
        first: row,
        last: row,
        columns,
        missing: Vec::new(),
        doubled: Vec::new(),
        ambiguous: Vec::new(),
        by_content: Vec::new(),
        atasan_in_one: None,
        doubtful_nip: None,
        marks_unread: Vec::new(),
        marks_of_others: Vec::new(),
        people: false,
        score: 0,
        matched: 1,
    })
}

/// Takes a qualitative cell apart: the RHK, and the indicators listed under "Ukuran keberhasilan
/// / Indikator Kinerja Individu, dan Target". A cell that *begins* with those words (a row below
/// its RHK) has an empty RHK part. `None` when the cell has no such list.
pub fn split_qualitative(text: &str) -> Option<(&str, Vec<&str>)> {
    const WORDS: [&str; 3] = ["ukuran keberhasilan", "indikator kinerja individu", "indikator keberhasilan"];
    let lower = text.to_ascii_lowercase();
    let start = WORDS.iter().filter_map(|w| lower.find(w)).min()?;
    let rest = &text[start..];
    // The list begins behind the heading: its colon, or the end of its line.
    let end_of_line = rest.find('\n').unwrap_or(rest.len());
    let behind = rest[..end_of_line].find(':').map_or(end_of_line, |i| i + 1);
    let items = rest[behind..]
        .lines()
        .map(|l| {
            l.trim()
                .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '•' | '*' | '–' | '.' | ')' | '·'))
                .trim()
        })
        .filter(|l| !l.is_empty())
        .collect();
    Some((text[..start].trim(), items))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_qualitative_cell_holds_the_rhk_and_its_indicators() {
        let cell = "Tersusunnya renja\nUkuran keberhasilan / Indikator Kinerja Individu, dan Target:\n- Dokumen terbit\n2. Tepat waktu\n";
        assert_eq!(
            split_qualitative(cell),
            Some(("Tersusunnya renja", vec!["Dokumen terbit", "Tepat waktu"]))
        );
        assert_eq!(split_qualitative("Ukuran Keberhasilan: satu"), Some(("", vec!["satu"])));
        assert_eq!(split_qualitative("Tersusunnya renja"), None);
    }
}
