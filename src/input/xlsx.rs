//! `.xlsx` and `.xlsm`, streamed cell by cell with calamine; never its dense ranges, which
//! allocate the bounding box of a sheet whatever is in it.

use std::collections::{BTreeMap, HashMap};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use calamine::DataRef;

use super::calamine_values::value_of;
use super::filling::{Bounds, Filling};
use super::findings::{FileEmpty, FileTooLarge};
use super::guard::{self, contained, damaged};
use super::options::ReadOptions;
use super::package::Package;
use super::plain_book::PlainBook;
use super::refusal::Refusal;
use super::scan::{Unpacked, scan};
use super::sheet::{Sheet, Value};
use super::soundness::Seen;
use super::strike::xlsx::BookStrikes;
use super::xlsx_book::{Done, XlsxBook, is_hidden, number_formats, open, refusal, shared_strings, work_sheets};
use crate::base::ids::wide;
use crate::base::origin::{FileId, column_letters};
use crate::finding::Noted;

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
