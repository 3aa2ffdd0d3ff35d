//! A workbook as calamine opens it: its sheets, its number formats, and what it refuses.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::findings::FileEncrypted;
use super::guard::{self, contained, damaged};
use super::package;
use super::refusal::Refusal;
use super::sheet::Sheet;
use super::soundness::Seen;
use crate::finding::Noted;

/// The workbook.
pub(super) type XlsxBook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Sheets that were read, with their places among the sheets.
pub(super) type Done = Vec<(usize, Result<(Sheet, Vec<Noted>), Refusal>)>;

/// The sheets that have cells, in order.
pub(super) fn work_sheets<'b>(book: &'b XlsxBook<'_>) -> impl Iterator<Item = &'b calamine::Sheet> {
    book.sheets_metadata().iter().filter(|s| s.typ == SheetType::WorkSheet)
}

pub(super) fn is_hidden(sheet: &calamine::Sheet) -> bool {
    sheet.visible != SheetVisible::Visible
}

pub(super) fn open(bytes: &[u8]) -> Result<XlsxBook<'_>, Refusal> {
    Xlsx::new(Cursor::new(bytes)).map_err(|e| refusal(&e, None))
}

/// Texts that a list may declare without having them: nobody else looks at the number, and so much room is nothing.
const TEXTS_DECLARED: u64 = 100_000;

/// calamine reserves memory for as many shared strings as are declared. A string takes at least
/// `<si/>`, so a part cannot hold more than a fifth of its bytes.
pub(super) fn shared_strings(zip: &mut guard::Zip<'_>, seen: &BTreeMap<String, Seen>) -> Result<(), Refusal> {
    for (part, seen) in seen.iter().filter(|(part, _)| part.ends_with("sharedstrings.xml")) {
        let declared = package::root_attribute(zip, part, "uniqueCount").and_then(|n| n.trim().parse::<u64>().ok());
        if declared.is_some_and(|n| n > TEXTS_DECLARED.max(seen.bytes / 5 + 1)) {
            return Err(damaged("daftar teksnya menyebut jumlah yang tidak mungkin"));
        }
    }
    Ok(())
}

/// The number format of each style id. The palette belongs to the workbook, but only a sheet's reader shows it.
pub(super) fn number_formats<'n>(book: &mut XlsxBook<'_>, mut sheets: impl Iterator<Item = &'n str>) -> Vec<Option<String>> {
    sheets
        .find_map(|sheet| {
            let cells = contained(|| book.worksheet_cells_reader(sheet).map_err(|e| refusal(&e, None))).ok()?;
            let formats = cells
                .styles()
                .iter()
                .map(|s| s.number_format.as_ref().map(|f| f.format_code.clone()));
            Some(formats.collect())
        })
        .unwrap_or_default()
}

/// What calamine could not do, as a refusal of the file.
pub(super) fn refusal(error: &XlsxError, sheet: Option<&str>) -> Refusal {
    let place = sheet.map(|s| format!("lembar {s}: ")).unwrap_or_default();
    match error {
        XlsxError::Password => Refusal::new(FileEncrypted),
        XlsxError::FileNotFound(part) => damaged(format!("{place}bagian {part} tidak ada")),
        XlsxError::WorksheetNotFound(name) => damaged(format!("isi lembar {name} tidak ada")),
        XlsxError::RelationshipNotFound => damaged("daftar bagiannya tidak lengkap"),
        other => damaged(format!("{place}isinya rusak")).because(other),
    }
}
