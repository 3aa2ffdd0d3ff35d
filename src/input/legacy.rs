//! `.xls` and `.xlsb` with calamine, bounded. Their number formats are not told, so no number
//! here is known to be a per cent; the model asks where it matters.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError};

use super::calamine_values::{duration, error_of, moment, value_of};
use super::filling::{Bounds, Filling, Sheets};
use super::findings::{FileEmpty, FileEncrypted};
use super::guard::{self, damaged};
use super::options::ReadOptions;
use super::refusal::Refusal;
use super::scan::{Unpacked, scan};
use super::sheet::{self, Merge, Value};
use super::squeeze_xls::Squeeze;
use super::strike;
use super::strike::xls::RecordStrikes;
use super::{xls_book, xlsb};
use crate::base::ids::{float, short, wide};
use crate::base::origin::FileId;

/// Reads an `.xls`. Formats from before BIFF5 are refused by calamine.
pub fn read_xls(bytes: &[u8], id: FileId, options: &ReadOptions) -> Result<Sheets, Refusal> {
    let records = xls_book::judge(bytes)?;
    let mut struck = RecordStrikes::of(&records.stream)
        .map(|book| book.cells())
        .unwrap_or_default();
    let squeezed = xls_book::squeezed(bytes, &records)?;
    let squeezes: Vec<Option<Squeeze>> = records.sheets.into_iter().map(|(_, squeeze)| squeeze).collect();
    drop(records.stream);
    let bytes = squeezed.as_deref().unwrap_or(bytes);
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|e| xls_refusal(&e))?;
    let bounds = Bounds::new(id, &options.limits);
    // The sheets of charts are listed among them.
    let places = book.sheets_metadata().iter().enumerate();
    let places: Vec<usize> = places
        .filter(|(_, s)| s.typ == SheetType::WorkSheet)
        .map(|(place, _)| place)
        .collect();
    let sheets: Vec<calamine::Sheet> = worksheets(book.sheets_metadata());
    if sheets.is_empty() {
        return Err(empty());
    }
    let mut all: Sheets = (Vec::new(), Vec::new());
    for (index, (meta, place)) in sheets.iter().zip(places).enumerate() {
        let mut into = Filling::new(&bounds, index, Some(&meta.name));
        into.set_hidden(meta.visible != SheetVisible::Visible);
        for area in book.merge_cells_by_sheet_name(&meta.name).unwrap_or_default() {
            into.merge(Merge {
                top: area.start.0,
                left: u16::try_from(area.start.1).unwrap_or(u16::MAX),
                bottom: area.end.0,
                right: u16::try_from(area.end.1).unwrap_or(u16::MAX),
            });
        }
        let range = book.worksheet_range(&meta.name).map_err(|e| xls_refusal(&e))?;
        if let Some((top, left)) = range.start() {
            let squeeze = squeezes.get(place).and_then(Option::as_ref);
            for (row, col, value) in range.used_cells() {
                let offset = |from: u32, by: usize| from.saturating_add(short(by));
                let at = (offset(top, row), offset(left, col));
                let (row, col) = squeeze.map_or(at, |s| s.place(at.0, at.1));
                into.push(row, col, value_of_data(value))?;
            }
        }
        add(&mut all, into);
        if let (Some(sheet), Some(cells)) = (all.0.last_mut(), struck.get_mut(place)) {
            sheet.set_struck(std::mem::take(cells));
        }
    }
    Ok(all)
}

/// Reads an `.xlsb`, streaming.
pub fn read_xlsb(bytes: &[u8], id: FileId, options: &ReadOptions) -> Result<Sheets, Refusal> {
    let mut zip = guard::open(bytes, &options.limits)?;
    let seen = scan(&zip, &Unpacked::new(wide(bytes.len()), &options.limits), false, |part| {
        part.starts_with("xl/") && !part.contains("/media/")
    })?;
    let mut book = Xlsb::new(Cursor::new(bytes)).map_err(|e| xlsb_refusal(&e))?;
    let bounds = Bounds::new(id, &options.limits);
    let sheets = worksheets(book.sheets_metadata());
    if sheets.is_empty() {
        return Err(empty());
    }
    // Many sheets may stand on one part.
    let largest = seen.values().map(|s| s.bytes).max().unwrap_or(0);
    guard::judge(
        largest.saturating_mul(wide(sheets.len()) / 4),
        wide(bytes.len()),
        &options.limits,
    )?;
    let parts = xlsb::parts(&mut zip);
    let strokes = strike::xlsb::strokes(&mut zip);
    let mut all: Sheets = (Vec::new(), Vec::new());
    for (index, meta) in sheets.iter().enumerate() {
        let mut into = Filling::new(&bounds, index, Some(&meta.name));
        into.set_hidden(meta.visible != SheetVisible::Visible);
        let part = parts.get(&meta.name);
        for merge in part.map(|part| xlsb::merges(&mut zip, part)).unwrap_or_default() {
            into.merge(merge);
        }
        let mut formulas = formulas(&mut book, &meta.name).into_iter().peekable();
        let mut cells = book.worksheet_cells_reader(&meta.name).map_err(|e| xlsb_refusal(&e))?;
        while let Some(cell) = cells.next_cell().map_err(|e| xlsb_refusal(&e))? {
            let at @ (row, col) = cell.get_position();
            // calamine passes over formulas whose result is an error: they are not blank.
            while let Some((row, col)) = formulas.next_if(|&formula| formula < at) {
                into.push(row, col, Value::Error(sheet::CellError::Other))?;
            }
            formulas.next_if_eq(&at);
            into.push(row, col, value_of(cell.get_value(), false))?;
        }
        for (row, col) in formulas {
            into.push(row, col, Value::Error(sheet::CellError::Other))?;
        }
        add(&mut all, into);
        if let (Some(sheet), Some(strokes), Some(part)) = (all.0.last_mut(), &strokes, part) {
            sheet.set_struck(strike::xlsb::cells(strokes, &mut zip, part));
        }
    }
    Ok(all)
}

/// Addresses of formulas, in file order, as far as calamine can read them.
fn formulas(book: &mut Xlsb<Cursor<&[u8]>>, name: &str) -> Vec<(u32, u32)> {
    let mut found = Vec::new();
    if let Ok(mut cells) = book.worksheet_cells_reader(name) {
        while let Ok(Some(cell)) = cells.next_formula() {
            found.push(cell.get_position());
        }
    }
    found
}

fn worksheets(sheets: &[calamine::Sheet]) -> Vec<calamine::Sheet> {
    sheets.iter().filter(|s| s.typ == SheetType::WorkSheet).cloned().collect()
}

fn add(all: &mut Sheets, sheet: Filling<'_>) {
    let (sheet, problems) = sheet.finish();
    all.0.push(sheet);
    all.1.extend(problems);
}

fn value_of_data(value: &Data) -> Value<'_> {
    match value {
        Data::Empty => Value::Empty,
        Data::String(text) | Data::DateTimeIso(text) => Value::Text(text),
        Data::DurationIso(text) => duration(text).map_or(Value::Text(text), Value::Clock),
        Data::Bool(value) => Value::Bool(*value),
        Data::Error(error) => Value::Error(error_of(error)),
        Data::DateTime(when) => moment(*when),
        Data::Float(value) => numeric(*value),
        // Whole numbers of RK records have 30 bits.
        #[allow(clippy::cast_precision_loss)]
        Data::Int(value) => numeric(float(*value)),
    }
}

fn numeric(value: f64) -> Value<'static> {
    match value_of(&DataRef::Float(value), false) {
        Value::Number { value, percent } => Value::Number { value, percent },
        _ => Value::Error(sheet::CellError::Num),
    }
}

fn empty() -> Refusal {
    Refusal::new(FileEmpty {
        detail: "buku kerja tanpa lembar kerja".into(),
    })
}

fn xls_refusal(error: &XlsError) -> Refusal {
    match error {
        XlsError::Password => Refusal::new(FileEncrypted),
        other => damaged("isinya rusak; buka di Excel lalu simpan sebagai .xlsx").because(other),
    }
}

fn xlsb_refusal(error: &XlsbError) -> Refusal {
    match error {
        XlsbError::Password => Refusal::new(FileEncrypted),
        other => damaged("isinya rusak; buka di Excel lalu simpan sebagai .xlsx").because(other),
    }
}
