//! A first look at the XML of a workbook, before calamine reads it: how many bytes it *really*
//! unpacks to, which sheets have merged areas, which may hold formulas without a result, and
//! whether the cells are written in a way that calamine would misread ([`soundness`]).
//!
//! All these would otherwise cost a second pass of XML parsing over every sheet; searching the
//! unpacked bytes costs a fifteenth of that.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use memchr::memmem;
use rayon::prelude::*;
use zip::ZipArchive;

use super::file::Refusal;
use super::guard::{Zip, damaged, judge};
use super::package::{self, key};
use super::sheet::Merge;
use super::soundness::Cells;
use super::{Limits, a1};

/// What stands behind `</sheetData>` is kept up to here; merged areas are near its beginning.
const TAIL: usize = 8 << 20;
/// Longer than anything searched for, so that nothing is lost between two chunks.
const OVERLAP: usize = 32;
const CHUNK: usize = 256 << 10;
/// A formula longer than this is not looked through.
const FORMULA: usize = 64 << 10;
/// A zip of this size is worth a second thread.
const WORTH_A_THREAD: u64 = 1 << 20;

/// What was seen in one part.
#[derive(Debug, Default, Clone)]
pub struct Seen {
    /// Bytes, unpacked.
    pub bytes: u64,
    /// There may be a formula without a result: worth a second pass.
    pub uncomputed: bool,
    /// The sheet's `dimension` is none that calamine can read.
    pub odd_dimension: bool,
    /// Merged areas.
    pub merges: Vec<Merge>,
}

/// Looks at the parts that are `wanted` (by [`key`]). Errors: a part that does not unpack or is
/// not sound, or more bytes than bearable.
pub fn scan(
    zip: &Zip<'_>,
    packed: u64,
    limits: &Limits,
    alone: bool,
    wanted: impl Fn(&str) -> bool,
) -> Result<BTreeMap<String, Seen>, Refusal> {
    let mut order = Vec::new();
    for i in 0..zip.len() {
        let name = zip
            .name_for_index(i)
            .and_then(Result::ok)
            .map(|n| key(&n))
            .unwrap_or_default();
        let size = zip.by_index_data(i).map_or(0, |e| e.compressed_size());
        if wanted(&name) && !name.ends_with('/') {
            order.push((i, name, size));
        }
    }
    // The largest first, so that two threads end together.
    order.sort_by(|a, b| b.2.cmp(&a.2).then(a.0.cmp(&b.0)));
    let work = Work {
        bytes: AtomicU64::new(0),
        failed: AtomicBool::new(false),
        packed,
        limits,
    };
    let look = |zip: &mut Zip<'_>, (i, name, _): (usize, String, u64)| (i, work.part(zip, i, &name), name);
    let mut seen: Vec<(usize, Result<Seen, Refusal>, String)> = if alone && packed > WORTH_A_THREAD {
        order.into_par_iter().map_init(|| zip.clone(), look).collect()
    } else {
        let mut zip = zip.clone();
        order.into_iter().map(|part| look(&mut zip, part)).collect()
    };
    // In the order of the zip, so that the same refusal is told whichever thread found it.
    seen.sort_by_key(|(i, ..)| *i);
    seen.into_iter().map(|(_, result, name)| Ok((name, result?))).collect()
}

struct Work<'a> {
    bytes: AtomicU64,
    /// The file is refused; nobody needs the rest.
    failed: AtomicBool,
    packed: u64,
    limits: &'a Limits,
}

impl Work<'_> {
    fn part(&self, zip: &mut ZipArchive<Cursor<&[u8]>>, index: usize, name: &str) -> Result<Seen, Refusal> {
        if self.failed.load(Ordering::Relaxed) {
            return Ok(Seen::default());
        }
        let result = self.look(zip, index, name);
        if result.is_err() {
            self.failed.store(true, Ordering::Relaxed);
        }
        result
    }

    fn look(&self, zip: &mut ZipArchive<Cursor<&[u8]>>, index: usize, name: &str) -> Result<Seen, Refusal> {
        let broken = |e: &dyn std::fmt::Display| damaged(format!("bagian {name} rusak")).because(e);
        let mut part = zip.by_index(index).map_err(|e| broken(&e))?;
        let mut look = is_xml(name).then(Look::default);
        let mut buffer = vec![0; CHUNK];
        let mut seen = Seen::default();
        loop {
            let n = part.read(&mut buffer).map_err(|e| broken(&e))?;
            if n == 0 {
                break;
            }
            seen.bytes += n as u64;
            let sum = self.bytes.fetch_add(n as u64, Ordering::Relaxed) + n as u64;
            judge(sum, self.packed, self.limits)?;
            if let Some(look) = &mut look {
                look.chunk(&buffer[..n])
                    .map_err(|why| damaged(format!("bagian {name}: {why}")))?;
            }
        }
        if let Some(look) = look {
            seen.uncomputed = look.uncomputed;
            seen.odd_dimension = look.odd_dimension;
            seen.merges = merges(&look.tail);
        }
        Ok(seen)
    }
}

/// `name` is a [`key`], so lower case.
#[allow(clippy::case_sensitive_file_extension_comparisons)]
fn is_xml(name: &str) -> bool {
    name.ends_with(".xml")
}

/// Searches a sheet chunk by chunk.
#[derive(Debug, Default)]
struct Look {
    begun: bool,
    in_tail: bool,
    uncomputed: bool,
    odd_dimension: bool,
    cells: Cells,
    /// End of the last chunk that may be the beginning of what we search.
    rest: Vec<u8>,
    tail: Vec<u8>,
}

impl Look {
    fn chunk(&mut self, chunk: &[u8]) -> Result<(), &'static str> {
        if !self.begun {
            self.begun = true;
            self.odd_dimension = is_odd_dimension(chunk);
            self.cells.begin(chunk);
            // Elements with a prefix (`<x:c>`) are not searched but read twice.
            let head = &chunk[..chunk.len().min(2048)];
            if memmem::find(head, b":worksheet").is_some() {
                self.uncomputed = true;
            }
        }
        if self.in_tail {
            let room = TAIL.saturating_sub(self.tail.len());
            self.tail.extend_from_slice(&chunk[..chunk.len().min(room)]);
            return Ok(());
        }
        let joined;
        let text = if self.rest.is_empty() {
            chunk
        } else {
            joined = [self.rest.as_slice(), chunk].concat();
            joined.as_slice()
        };
        // `<sheetData>` opens what `</sheetData>` or `</x:sheetData>` ends.
        let end = memmem::find_iter(text, b"sheetData>")
            .find(|&at| memchr::memrchr(b'<', &text[..at]).is_some_and(|open| text.get(open + 1) == Some(&b'/')));
        let cells = &text[..end.unwrap_or(text.len())];
        let keep = if self.uncomputed {
            cells.len().saturating_sub(OVERLAP)
        } else {
            self.formulas(cells)
        };
        // Where the search of formulas goes on again, the cells are looked at again, too.
        let sound = self.cells.look(cells, end.is_some())?;
        if let Some(end) = end {
            self.in_tail = true;
            self.tail = text[end..].to_vec();
            self.rest = Vec::new();
        } else {
            self.rest = cells[keep.min(sound)..].to_vec();
        }
        Ok(())
    }

    /// Looks at the formulas; where to go on with the next chunk.
    fn formulas(&mut self, text: &[u8]) -> usize {
        let finder = memmem::Finder::new(b"<f");
        let mut at = 0;
        while let Some(found) = finder.find(&text[at..]) {
            let start = at + found;
            match result_of_formula(&text[start..]) {
                Some(true) => at = start + 2,
                Some(false) => {
                    self.uncomputed = true;
                    return text.len().saturating_sub(OVERLAP);
                }
                None if text.len() - start > FORMULA => {
                    self.uncomputed = true;
                    return text.len().saturating_sub(OVERLAP);
                }
                None => return start,
            }
        }
        at.max(text.len().saturating_sub(OVERLAP))
    }
}

/// Does a value follow this `<f…`? `None` when the text ends too early to tell. Anything unusual
/// is "no": it costs a second pass and is decided there.
fn result_of_formula(text: &[u8]) -> Option<bool> {
    match text.get(2)? {
        b'>' | b' ' | b'/' | b'\n' | b'\r' | b'\t' => {}
        _ => return Some(true), // another element: <font>, <filter>
    }
    let open = memchr::memchr(b'>', text)?;
    let mut after = open + 1;
    if text[open - 1] != b'/' {
        after += memmem::find(&text[after..], b"</f>")? + 4;
    }
    let value = text.get(after..after + 4)?;
    Some(value.starts_with(b"<v>") && value[3] != b'<')
}

/// `ref`s of the `mergeCell` elements in what follows the cells.
fn merges(tail: &[u8]) -> Vec<Merge> {
    let mut found = Vec::new();
    let mut rest = tail;
    while let Some(at) = memmem::find(rest, b"mergeCell ") {
        rest = &rest[at + 10..];
        let end = memchr::memchr(b'>', rest).unwrap_or(rest.len());
        let element = &rest[..end];
        for quote in [b'"', b'\''] {
            let open = [b"ref=".as_slice(), &[quote]].concat();
            if let Some(start) = memmem::find(element, &open) {
                let value = &element[start + 5..];
                let value = &value[..memchr::memchr(quote, value).unwrap_or(0)];
                found.extend(std::str::from_utf8(value).ok().and_then(area));
            }
        }
        rest = &rest[end..];
    }
    found
}

/// `B2:D9` → the area; `None` for a single cell or nonsense.
fn area(text: &str) -> Option<Merge> {
    let (from, to) = text.split_once(':')?;
    let ((top, left), (bottom, right)) = (a1(from)?, a1(to)?);
    (top <= bottom && left <= right && (top, left) != (bottom, right)).then_some(Merge {
        top,
        left,
        bottom,
        right,
    })
}

/// Whether a sheet that begins like this has a dimension that calamine cannot read.
fn is_odd_dimension(head: &[u8]) -> bool {
    let Some((from, to)) = package::dimension(head) else {
        return false;
    };
    let element = &head[from..to];
    let quoted = |quote: u8| {
        let open = [b"ref=".as_slice(), &[quote]].concat();
        let value = &element[memmem::find(element, &open)? + 5..];
        std::str::from_utf8(&value[..memchr::memchr(quote, value)?]).ok()
    };
    let Some(written) = quoted(b'"').or_else(|| quoted(b'\'')) else {
        return true;
    };
    match written.split_once(':') {
        None => a1(written).is_none(),
        Some((from, to)) => match (a1(from), a1(to)) {
            (Some(from), Some(to)) => from.0 > to.0 || from.1 > to.1,
            _ => true,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(xml: &str, step: usize) -> Look {
        let mut look = Look::default();
        for chunk in xml.as_bytes().chunks(step) {
            look.chunk(chunk).unwrap();
        }
        look
    }

    #[test]
    fn formulas_and_merges_are_seen_however_the_chunks_fall() {
        let computed = r#"<worksheet><sheetData><row><c r="A1"><f>B1+1</f><v>2</v></c><c><f t="shared" si="0"/><v>3</v></c></row></sheetData><mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell x='1' ref='C3:C3'/></mergeCells></worksheet>"#;
        for step in [1, 2, 3, 7, 1000] {
            let seen = look(computed, step);
            assert!(!seen.uncomputed, "step {step}");
            let merge = Merge {
                top: 0,
                left: 0,
                bottom: 1,
                right: 1,
            };
            assert_eq!(merges(&seen.tail), [merge], "step {step}");
        }
        for open in [
            "<f>B1</f></c>",
            "<f>B1</f><v></v>",
            "<f>B1</f><v/></c>",
            "<f si='1'/></c>",
            "<f>a</f> <v>1</v>",
        ] {
            let xml = computed.replace("<f>B1+1</f><v>2</v>", open);
            for step in [1, 3, 1000] {
                assert!(look(&xml, step).uncomputed, "{open} in steps of {step}");
            }
        }
    }
}
