//! Which cells of a file are marked, how, and what their notes say.

use std::collections::BTreeMap;

use crate::base::origin::{FileId, SheetId};
use crate::base::text::Text;
use crate::finding::{Finding, Level};
use crate::input::Sheet;
use crate::report::form::xlsx::note_text_of;
use crate::report::workbook::cut;
use crate::run::Run;

/// Notes a sheet gets at most, the worst first: Excel keeps a drawing for each. Past that the fill says it.
const NOTES_AT_MOST: usize = 10_000;
/// UTF-16 units of a note.
const NOTE_LENGTH: usize = 1_500;

/// A cell with findings.
#[derive(Debug)]
pub struct Mark {
    /// 0-based.
    pub row: u32,
    /// 0-based.
    pub col: u16,
    /// The worst of them.
    pub level: Level,
    /// What the note says; `None` where there are too many notes.
    pub note: Option<String>,
}

/// The marked cells of one sheet, by row and column.
#[derive(Debug)]
pub struct SheetMarks {
    /// Its name.
    pub name: Text,
    /// The cells.
    pub marks: Vec<Mark>,
    /// Cells that get a fill and no note.
    pub without_note: usize,
}

/// The marked cells of every file, by file and sheet. Findings that are about no cell are in none of them.
pub fn of_run(run: &Run) -> BTreeMap<FileId, Vec<SheetMarks>> {
    let mut by_sheet: BTreeMap<SheetId, Vec<(u32, u16, &Finding)>> = BTreeMap::new();
    for finding in &run.findings {
        if let Some(at) = finding.at {
            by_sheet.entry(at.sheet()).or_default().push((at.row(), at.col(), finding));
        }
    }
    let mut files: BTreeMap<FileId, Vec<SheetMarks>> = BTreeMap::new();
    for (id, found) in by_sheet {
        let sheet = run.inputs.sheet(id);
        if let Some(name) = &sheet.name {
            let marks = of_sheet(name, sheet, found);
            files.entry(sheet.file).or_default().push(marks);
        }
    }
    files
}

fn of_sheet(name: &Text, sheet: &Sheet, mut found: Vec<(u32, u16, &Finding)>) -> SheetMarks {
    found.sort_by_key(|f| (f.0, f.1));
    to_merged(sheet, &mut found);
    found.sort_by_key(|f| (f.0, f.1));
    let cells: Vec<&[(u32, u16, &Finding)]> = found.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).collect();
    let worst = |cell: &[(u32, u16, &Finding)]| cell.iter().map(|f| f.2.level).min().unwrap_or(Level::Catatan);
    let mut order: Vec<usize> = (0..cells.len()).collect();
    order.sort_by_key(|&i| worst(cells[i]));
    let mut told = vec![false; cells.len()];
    order.iter().take(NOTES_AT_MOST).for_each(|&i| told[i] = true);
    let marks = cells.iter().zip(&told).map(|(cell, &told)| Mark {
        row: cell[0].0,
        col: cell[0].1,
        level: worst(cell),
        note: told.then(|| cut(&note_text_of(cell.iter().map(|f| f.2), "skp periksa"), NOTE_LENGTH, " …")),
    });
    SheetMarks {
        name: name.clone(),
        marks: marks.collect(),
        without_note: cells.len().saturating_sub(NOTES_AT_MOST),
    }
}

/// A cell under a merge is nowhere to be seen: its mark goes to the cell that shows. `found` is in order; merges
/// that overlap (no program makes them) hide each other.
fn to_merged(sheet: &Sheet, found: &mut [(u32, u16, &Finding)]) {
    let mut merges: Vec<_> = sheet.merges.iter().collect();
    merges.sort_by_key(|m| (m.top, m.left));
    let mut merges = merges.into_iter().peekable();
    // Those that began above or here, by their left column.
    let mut open: BTreeMap<u16, _> = BTreeMap::new();
    for cell in found {
        while let Some(merge) = merges.next_if(|m| m.top <= cell.0) {
            open.insert(merge.left, merge);
        }
        while let Some((&left, merge)) = open.range(..=cell.1).next_back() {
            if merge.bottom < cell.0 {
                open.remove(&left);
                continue;
            }
            if cell.1 <= merge.right {
                (cell.0, cell.1) = (merge.top, merge.left);
            }
            break;
        }
    }
}
