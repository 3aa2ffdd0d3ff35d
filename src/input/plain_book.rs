//! The sheets of a workbook that are of the plainest shape, unpacked, walked over and read in one pass.
//!
//! What stands between the rows of such a sheet is sound by the grammar of [`plain_sheet`], and what stands before and behind
//! them is walked over, so the sheet need not be walked over before it is read. A sheet of any other shape is left as if nobody
//! had looked at it.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{self, Read};

use rayon::prelude::*;

use super::filling::{Bounds, Filling};
use super::guard;
use super::package::Package;
use super::plain_sheet::{self, SharedTexts, SheetStyles};
use super::scan::{Unpacked, scan};
use super::soundness::{Seen, Walk};
use super::xlsx_book::{Done, XlsxBook, is_hidden, number_formats, open, shared_strings, work_sheets};
use crate::base::ids::wide;

/// What was read of a workbook without calamine, which knows only its sheets and styles.
pub struct PlainBook<'a> {
    /// The workbook, opened.
    pub book: XlsxBook<'a>,
    /// Sheets that were read.
    pub sheets: Done,
    /// The parts that were walked over.
    pub seen: BTreeMap<String, Seen>,
}

/// A sheet to try.
struct Wanted {
    index: usize,
    name: String,
    hidden: bool,
    part: String,
    /// Place of the part in the zip.
    place: usize,
}

impl<'a> PlainBook<'a> {
    /// Reads what it can. `None` where the workbook itself is odd; what is wrong with it is then told by whoever reads it with
    /// all care.
    pub fn read(
        bytes: &'a [u8],
        zip: &guard::Zip<'a>,
        package: &Package,
        unpacked: &Unpacked<'_>,
        bounds: &Bounds<'_>,
        alone: bool,
    ) -> Option<Self> {
        let parts: HashSet<&str> = package.sheets.iter().map(|s| s.part.as_str()).collect();
        let names: HashMap<&str, &str> = package.sheets.iter().map(|s| (s.name.as_str(), s.part.as_str())).collect();
        // A part that several sheets show, a name that several have: not here.
        if package.is_odd || [parts.len(), names.len()] != [package.sheets.len(); 2] || parts.len() > bounds.limits.sheets {
            return None;
        }
        let frame = |part: &str| package.needs(part) && !parts.contains(part);
        let mut seen = scan(zip, unpacked, alone, frame).ok()?;
        shared_strings(&mut zip.clone(), &seen).ok()?;
        let mut book = open(bytes).ok()?;
        let places = places(zip)?;
        let mut wanted = Vec::new();
        for (index, sheet) in work_sheets(&book).enumerate() {
            let part = *names.get(sheet.name.as_str())?;
            wanted.push(Wanted {
                index,
                name: sheet.name.clone(),
                hidden: is_hidden(sheet),
                part: part.to_owned(),
                place: (*places.get(part)?)?,
            });
        }
        let first = wanted.first()?;
        if !plain_sheet::head_is_sound(zip.clone().by_index(first.place).ok()?) {
            return None;
        }
        let formats = number_formats(&mut book, std::iter::once(first.name.as_str()));
        let texts = match &package.strings {
            Some(part) => {
                let mut xml = String::new();
                zip.clone()
                    .by_index((*places.get(part)?)?)
                    .ok()?
                    .read_to_string(&mut xml)
                    .ok()?;
                SharedTexts::read(&xml)?
            }
            None => SharedTexts::default(),
        };
        let styles = SheetStyles {
            all: formats.iter().map(|f| plain_sheet::style(f.as_deref())).collect(),
            since_1904: package.since_1904,
        };
        let size = |sheet: &Wanted| {
            zip.clone()
                .by_index_data(sheet.place)
                .map_or(0, |part| part.compressed_size())
        };
        wanted.sort_by_cached_key(|sheet| (std::cmp::Reverse(size(sheet)), sheet.index));
        let sheet = |zip: &mut guard::Zip<'a>, sheet: Wanted| {
            let mut part = CountedPart::new(zip.by_index(sheet.place).ok()?, unpacked);
            let mut into = Filling::new(bounds, sheet.index, Some(&sheet.name));
            into.set_hidden(sheet.hidden);
            let mut walk = Walk::default();
            let read = plain_sheet::cells(&mut part, &mut walk, &texts, &styles, |row, col, value| {
                into.push(row, col, value).ok()
            });
            if read.is_none() || walk.uncomputed {
                unpacked.less(part.bytes);
                into.abandon();
                return None;
            }
            walk.merges.iter().for_each(|merge| into.merge(*merge));
            Some((sheet.index, sheet.part, Seen::of(walk, part.bytes), into.finish()))
        };
        let read: Vec<_> = if alone && unpacked.worth_a_thread() {
            wanted
                .into_par_iter()
                .with_max_len(1)
                .map_init(|| zip.clone(), sheet)
                .collect()
        } else {
            let mut zip = zip.clone();
            wanted.into_iter().map(|wanted| sheet(&mut zip, wanted)).collect()
        };
        let mut sheets = Vec::new();
        for (index, part, walked, sheet) in read.into_iter().flatten() {
            seen.insert(part, walked);
            sheets.push((index, Ok(sheet)));
        }
        Some(Self { book, sheets, seen })
    }
}

/// Places in the zip of the parts that have one name each.
fn places(zip: &guard::Zip<'_>) -> Option<HashMap<String, Option<usize>>> {
    let mut places: HashMap<String, Option<usize>> = HashMap::new();
    for i in 0..zip.len() {
        let name = guard::key(&zip.name_for_index(i)?.ok()?);
        places.entry(name).and_modify(|place| *place = None).or_insert(Some(i));
    }
    Some(places)
}

/// A part being unpacked; its bytes count with those of all others.
struct CountedPart<'a, R> {
    part: R,
    unpacked: &'a Unpacked<'a>,
    bytes: u64,
}

impl<'a, R: Read> CountedPart<'a, R> {
    fn new(part: R, unpacked: &'a Unpacked<'a>) -> Self {
        Self {
            part,
            unpacked,
            bytes: 0,
        }
    }
}

impl<R: Read> Read for CountedPart<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.part.read(buffer)?;
        self.bytes += wide(n);
        let more = self.unpacked.more(wide(n));
        more.map(|()| n).map_err(|_| io::ErrorKind::FileTooLarge.into())
    }
}
