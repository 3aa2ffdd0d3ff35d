//! `.xlsx` and `.xlsm`, streamed cell by cell with calamine; never its dense ranges, which
//! allocate the bounding box of a sheet whatever is in it.

use std::collections::{BTreeMap, HashMap};
use std::io::Cursor;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use calamine::{CellErrorType, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use jiff::civil::Date;

use super::ReadOptions;
use super::file::Refusal;
use super::filling::{Bounds, Filling};
use super::findings::{FileEmpty, FileEncrypted, FileTooLarge};
use super::guard::{self, contained, damaged};
use super::package::{self, Package};
use super::plain_book::PlainBook;
use super::scan::{Seen, Unpacked, scan};
use super::sheet::{CellError, Sheet, Value};
use super::strike_xlsx::BookStrikes;
use crate::base::ids::{float, wide};
use crate::base::origin::{FileId, column_letters};
use crate::finding::Noted;

pub(super) type XlsxBook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// A second thread pays when there is this much XML for it.
const WORTH_A_THREAD: u64 = 1 << 20;

/// Reads all sheets, in workbook order.
pub fn read(bytes: &[u8], id: FileId, options: &ReadOptions, alone: bool) -> Result<(Vec<Sheet>, Vec<Noted>), Refusal> {
    let limits = &options.limits;
    let mut zip = guard::open(bytes, limits)?;
    let package = Package::of(&mut zip);
    if let Some(what) = &package.lost {
        return Err(damaged(what.clone()));
    }
    let nothing = || (Unpacked::new(wide(bytes.len()), limits), Bounds::new(id, limits));
    let (mut unpacked, mut bounds) = nothing();
    let mut plain = (!options.by_calamine)
        .then(|| PlainBook::read(bytes, &zip, &package, &unpacked, &bounds, alone))
        .flatten();
    if plain.is_none() {
        (unpacked, bounds) = nothing();
    }
    let mut seen = plain.as_mut().map(|p| std::mem::take(&mut p.seen)).unwrap_or_default();
    let others = scan(&zip, &unpacked, alone, |part| package.needs(part) && !seen.contains_key(part))?;
    seen.extend(others);
    shared_strings(&mut zip, &seen)?;
    let reduced;
    let is_plain = package.is_plain(&seen);
    let (mut book, bytes, done) = match plain {
        Some(plain) if is_plain => (plain.book, bytes, plain.sheets),
        _ => match open(bytes) {
            Ok(book) if is_plain => (book, bytes, Vec::new()),
            // Something that holds no data stands in the way; without it the sheets may be sound.
            _ => {
                reduced = package.reduced(&mut zip, &seen)?;
                bounds = Bounds::new(id, limits);
                (open(&reduced)?, reduced.as_slice(), Vec::new())
            }
        },
    };
    let parts: HashMap<&str, &str> = package.sheets.iter().map(|s| (s.name.as_str(), s.part.as_str())).collect();
    let plans: Vec<Plan> = work_sheets(&book)
        .map(|s| Plan {
            name: s.name.clone(),
            hidden: is_hidden(s),
            // A sheet we could not find in the package is read with all care.
            seen: parts
                .get(s.name.as_str())
                .and_then(|part| seen.get(*part))
                .cloned()
                .unwrap_or_else(|| Seen {
                    bytes: seen.values().map(|s| s.bytes).max().unwrap_or(0),
                    uncomputed: true,
                    ..Seen::default()
                }),
        })
        .collect();
    if plans.is_empty() {
        return Err(Refusal::new(FileEmpty {
            detail: "buku kerja tanpa lembar kerja".into(),
        }));
    }
    if plans.len() > limits.sheets {
        return Err(Refusal::new(FileTooLarge {
            detail: format!("{} lembar", plans.len()),
        }));
    }
    // Many sheets may stand on one part: what counts is what will be read.
    guard::judge(plans.iter().map(|p| p.seen.bytes).sum(), wide(bytes.len()), limits)?;
    let struck = seen.values().any(|s| s.struck).then(|| {
        let part = |plan: &Plan| parts.get(plan.name.as_str()).map(|part| (*part).to_owned());
        plans.iter().map(part).collect::<Vec<_>>()
    });
    let formats = number_formats(&mut book, plans.iter().map(|p| p.name.as_str()));
    let mut order = largest_first(&plans);
    order.retain(|i| done.iter().all(|(known, _)| known != i));
    let job = Job {
        bounds: &bounds,
        bytes,
        percent: formats.iter().map(|f| f.as_deref().is_some_and(shows_percent)).collect(),
        next: AtomicUsize::new(0),
        order,
        done: Mutex::new(done),
        plans,
    };
    if alone && rayon::current_num_threads() > 1 && job.order.get(1).is_some_and(|&i| job.plans[i].seen.bytes > WORTH_A_THREAD) {
        rayon::join(|| job.run(Some(book)), || job.run(None));
    } else {
        job.run(Some(book));
    }
    let (mut sheets, problems) = job.finish()?;
    if let Some(parts) = struck {
        strikes(&mut zip, &package, &seen, &parts, &mut sheets);
    }
    Ok((sheets, problems))
}

/// Marks what is struck out. `parts` are those of the sheets, where they are known.
fn strikes(
    zip: &mut guard::Zip<'_>,
    package: &Package,
    seen: &BTreeMap<String, Seen>,
    parts: &[Option<String>],
    sheets: &mut [Sheet],
) {
    let book = BookStrikes::of(zip, package);
    for (sheet, part) in sheets.iter_mut().zip(parts) {
        let Some(part) = part else { continue };
        // A stroke in the sheet itself is one in a text that stands in place.
        if !book.refer_to_none() || seen.get(part).is_some_and(|s| s.struck) {
            sheet.set_struck(book.cells(zip, part));
        }
    }
}

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

struct Plan {
    name: String,
    hidden: bool,
    seen: Seen,
}

fn largest_first(plans: &[Plan]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..plans.len()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(plans[i].seen.bytes), i));
    order
}

/// Sheets that were read, with their places among the sheets.
pub(super) type Done = Vec<(usize, Result<(Sheet, Vec<Noted>), Refusal>)>;

struct Job<'a> {
    bounds: &'a Bounds<'a>,
    /// The workbook as calamine reads it.
    bytes: &'a [u8],
    /// Which style ids show a number as per cent.
    percent: Vec<bool>,
    next: AtomicUsize,
    order: Vec<usize>,
    done: Mutex<Done>,
    plans: Vec<Plan>,
}

impl<'a> Job<'a> {
    /// Reads sheets as long as there are any. The workbook is opened by calamine where a sheet needs it.
    fn run(&self, mut book: Option<XlsxBook<'a>>) {
        while let Some(&i) = self.order.get(self.next.fetch_add(1, Ordering::Relaxed)) {
            let result = contained(|| {
                if book.is_none() {
                    book = Some(open(self.bytes)?);
                }
                book.as_mut()
                    .map_or_else(|| Err(damaged("isinya rusak")), |book| self.sheet(book, i))
            });
            if let Ok(mut done) = self.done.lock() {
                done.push((i, result));
            }
        }
    }

    fn begin(&self, index: usize) -> Filling<'_> {
        let plan = &self.plans[index];
        let mut into = Filling::new(self.bounds, index, Some(&plan.name));
        into.set_hidden(plan.hidden);
        for merge in &plan.seen.merges {
            into.merge(*merge);
        }
        into
    }

    fn finish(self) -> Result<(Vec<Sheet>, Vec<Noted>), Refusal> {
        let mut done = self.done.into_inner().unwrap_or_default();
        done.sort_by_key(|(i, _)| *i);
        let (mut sheets, mut problems) = (Vec::new(), Vec::new());
        for (_, result) in done {
            let (sheet, found) = result?;
            sheets.push(sheet);
            problems.extend(found);
        }
        Ok((sheets, problems))
    }

    fn sheet(&self, book: &mut XlsxBook<'_>, index: usize) -> Result<(Sheet, Vec<Noted>), Refusal> {
        let plan = &self.plans[index];
        let uncomputed = if plan.seen.uncomputed {
            formulas_without_result(book, &plan.name)?
        } else {
            Vec::new()
        };
        let mut uncomputed = uncomputed.into_iter().peekable();
        let mut into = self.begin(index);
        let mut cells = book
            .worksheet_cells_reader(&plan.name)
            .map_err(|e| refusal(&e, Some(&plan.name)))?;
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|e| refusal(&e, Some(&plan.name)))? {
            let at @ (row, col) = cell.get_position();
            let value = match cell.get_value() {
                DataRef::Empty => {
                    while uncomputed.next_if(|&formula| formula < at).is_some() {}
                    if uncomputed.next_if_eq(&at).is_none() {
                        continue;
                    }
                    Value::Uncomputed
                }
                other => {
                    let percent = self.percent.get(style).copied();
                    // Style 0 of a workbook without styles is the plain one.
                    if percent.is_none() && style > 0 && is_figure(other) {
                        return Err(damaged(format!(
                            "lembar {}: format angka sel {}{} tidak ada dalam daftar gaya, sehingga persen dan tanggal tidak dapat dibedakan dari angka biasa",
                            plan.name,
                            column_letters(u16::try_from(col).unwrap_or(u16::MAX)),
                            row + 1
                        )));
                    }
                    value_of(other, percent.unwrap_or(false))
                }
            };
            into.push(row, col, value)?;
        }
        Ok(into.finish())
    }
}

const fn is_figure(value: &DataRef<'_>) -> bool {
    matches!(value, DataRef::Float(_) | DataRef::Int(_) | DataRef::DateTime(_))
}

/// Addresses of formulas whose result was never stored, in file order.
fn formulas_without_result(book: &mut XlsxBook<'_>, name: &str) -> Result<Vec<(u32, u32)>, Refusal> {
    let mut found = Vec::new();
    let mut cells = book.worksheet_cells_reader(name).map_err(|e| refusal(&e, Some(name)))?;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|e| refusal(&e, Some(name)))? {
        if cell.formula.is_some() && matches!(cell.value, DataRef::Empty) {
            found.push(cell.pos);
        }
    }
    Ok(found)
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

/// Does a number format show per cent? `%` that is no literal.
fn shows_percent(code: &str) -> bool {
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '%' => return true,
            // the next character is a literal, or only its width
            '\\' | '_' | '*' => {
                chars.next();
            }
            '"' => {
                chars.find(|&c| c == '"');
            }
            '[' => {
                chars.find(|&c| c == ']');
            }
            _ => {}
        }
    }
    false
}

pub(super) fn value_of<'a>(value: &'a DataRef<'_>, percent: bool) -> Value<'a> {
    match value {
        DataRef::Empty => Value::Empty,
        DataRef::String(text) => Value::Text(text),
        DataRef::DurationIso(text) => duration(text).map_or(Value::Text(text), Value::Clock),
        DataRef::SharedString(text) => Value::Text(text),
        DataRef::Float(value) => number(*value, percent),
        // calamine gives whole numbers of xlsx as floats; others fit exactly below 2^53.
        #[allow(clippy::cast_precision_loss)]
        DataRef::Int(value) => number(float(*value), percent),
        DataRef::Bool(value) => Value::Bool(*value),
        DataRef::DateTime(when) => moment(*when),
        DataRef::DateTimeIso(text) => text
            .get(..10)
            .and_then(|d| d.parse::<Date>().ok())
            .map_or(Value::Text(text), Value::Date),
        DataRef::Error(error) => Value::Error(error_of(error)),
    }
}

fn number(value: f64, percent: bool) -> Value<'static> {
    // An overflowing literal (1E999) is no number anybody wrote.
    if value.is_finite() {
        Value::Number { value, percent }
    } else {
        Value::Error(CellError::Num)
    }
}

/// A serial that its format shows as a date or a time.
pub(super) fn moment(when: ExcelDateTime) -> Value<'static> {
    let serial = when.as_f64();
    match date(when) {
        Some(day) => Value::Date(day),
        None if serial.is_finite() && (!when.is_datetime() || (0.0..1.0).contains(&serial)) => Value::Clock(serial),
        None => number(serial, false),
    }
}

/// `PT1H20M30S` as days.
pub(super) fn duration(text: &str) -> Option<f64> {
    let mut rest = text.strip_prefix("PT")?;
    let mut seconds = 0.0;
    for (unit, factor) in [('H', 3600.0), ('M', 60.0), ('S', 1.0)] {
        if let Some((figure, after)) = rest.split_once(unit) {
            seconds += figure.parse::<f64>().ok().filter(|f| f.is_finite() && *f >= 0.0)? * factor;
            rest = after;
        }
    }
    rest.is_empty().then_some(seconds / 86_400.0)
}

/// The date of a serial; `None` for times of day, durations and serials outside the calendar.
pub(super) fn date(when: ExcelDateTime) -> Option<Date> {
    let serial = when.as_f64();
    if !when.is_datetime() || !(1.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let (year, month, day, ..) = when.to_ymd_hms_milli();
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

pub(super) fn error_of(error: &CellErrorType) -> CellError {
    match error {
        CellErrorType::Div0 => CellError::Div0,
        CellErrorType::NA => CellError::NA,
        CellErrorType::Name => CellError::Name,
        CellErrorType::Null => CellError::Null,
        CellErrorType::Num => CellError::Num,
        CellErrorType::Ref => CellError::Ref,
        CellErrorType::Value => CellError::Value,
        CellErrorType::GettingData => CellError::Other,
    }
}

/// What calamine could not do, as a refusal of the file.
fn refusal(error: &XlsxError, sheet: Option<&str>) -> Refusal {
    let place = sheet.map(|s| format!("lembar {s}: ")).unwrap_or_default();
    match error {
        XlsxError::Password => Refusal::new(FileEncrypted),
        XlsxError::FileNotFound(part) => damaged(format!("{place}bagian {part} tidak ada")),
        XlsxError::WorksheetNotFound(name) => damaged(format!("isi lembar {name} tidak ada")),
        XlsxError::RelationshipNotFound => damaged("daftar bagiannya tidak lengkap"),
        other => damaged(format!("{place}isinya rusak")).because(other),
    }
}
