//! A first look at the XML of a workbook, before calamine reads it: how many bytes it *really*
//! unpacks to, which sheets have merged areas, and which may hold formulas without a result.
//!
//! All three would otherwise cost a second pass of XML parsing over every sheet; searching the
//! unpacked bytes costs a fifteenth of that.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread;

use memchr::memmem;
use zip::ZipArchive;

use super::Limits;
use super::file::Refusal;
use super::guard::{Zip, damaged, judge};
use super::package::key;
use super::sheet::Merge;

/// What stands behind `</sheetData>` is kept up to here; merged areas are near its beginning.
const TAIL: usize = 8 << 20;
/// Longer than anything searched for, so that nothing is lost between two chunks.
const OVERLAP: usize = 32;
const CHUNK: usize = 256 << 10;
/// A formula longer than this is not looked through.
const FORMULA: usize = 64 << 10;

/// What was seen in one part.
#[derive(Debug, Default, Clone)]
pub struct Seen {
    /// Bytes, unpacked.
    pub bytes: u64,
    /// There may be a formula without a result: worth a second pass.
    pub uncomputed: bool,
    /// Merged areas.
    pub merges: Vec<Merge>,
}

/// Looks at all parts; by [`key`]. Errors: a part that does not unpack, or more bytes than bearable.
pub fn scan(zip: &Zip<'_>, packed: u64, limits: &Limits, threads: usize) -> Result<BTreeMap<String, Seen>, Refusal> {
    let mut order = Vec::new();
    for i in 0..zip.len() {
        let name = zip
            .name_for_index(i)
            .and_then(Result::ok)
            .map(|n| key(&n))
            .unwrap_or_default();
        let size = zip.by_index_data(i).map_or(0, |e| e.compressed_size());
        // calamine does not read pictures, and does not unpack folders.
        if !name.contains("/media/") && !name.ends_with('/') {
            order.push((i, name, size));
        }
    }
    // The largest first, so that two threads end together.
    order.sort_by(|a, b| b.2.cmp(&a.2).then(a.0.cmp(&b.0)));
    let work = Work {
        order,
        next: AtomicUsize::new(0),
        bytes: AtomicU64::new(0),
        packed,
        limits,
        seen: Mutex::default(),
    };
    if threads > 1 && packed > 1 << 20 {
        thread::scope(|scope| {
            scope.spawn(|| work.run(zip.clone()));
            work.run(zip.clone());
        });
    } else {
        work.run(zip.clone());
    }
    let mut all = BTreeMap::new();
    for (_, name, result) in work.take() {
        all.insert(name, result?);
    }
    Ok(all)
}

type Results = Vec<(usize, String, Result<Seen, Refusal>)>;

struct Work<'a> {
    order: Vec<(usize, String, u64)>,
    next: AtomicUsize,
    bytes: AtomicU64,
    packed: u64,
    limits: &'a Limits,
    seen: Mutex<Results>,
}

impl Work<'_> {
    fn run(&self, mut zip: ZipArchive<Cursor<&[u8]>>) {
        loop {
            let Some((i, name, _)) = self.order.get(self.next.fetch_add(1, Ordering::Relaxed)) else {
                return;
            };
            let result = self.part(&mut zip, *i, name);
            let failed = result.is_err();
            if let Ok(mut seen) = self.seen.lock() {
                seen.push((*i, name.clone(), result));
            }
            if failed {
                // The file is refused; nobody needs the rest.
                self.next.store(self.order.len(), Ordering::Relaxed);
            }
        }
    }

    fn part(&self, zip: &mut ZipArchive<Cursor<&[u8]>>, index: usize, name: &str) -> Result<Seen, Refusal> {
        let mut part = zip
            .by_index(index)
            .map_err(|e| damaged(format!("bagian {name} rusak ({e})")))?;
        let mut look = is_xml(name).then(Look::default);
        let mut buffer = vec![0; CHUNK];
        let mut seen = Seen::default();
        loop {
            let n = part
                .read(&mut buffer)
                .map_err(|e| damaged(format!("bagian {name} rusak ({e})")))?;
            if n == 0 {
                break;
            }
            seen.bytes += n as u64;
            let sum = self.bytes.fetch_add(n as u64, Ordering::Relaxed) + n as u64;
            judge(sum, self.packed, self.limits)?;
            if let Some(look) = &mut look {
                look.chunk(&buffer[..n]);
            }
        }
        if let Some(look) = look {
            seen.uncomputed = look.uncomputed;
            seen.merges = merges(&look.tail);
        }
        Ok(seen)
    }

    /// Results in the order of the zip, so that the same refusal is told whichever thread found it.
    fn take(self) -> Results {
        let mut seen = self.seen.into_inner().unwrap_or_default();
        seen.sort_by_key(|(i, _, _)| *i);
        seen
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
    /// End of the last chunk that may be the beginning of what we search.
    rest: Vec<u8>,
    tail: Vec<u8>,
}

impl Look {
    fn chunk(&mut self, chunk: &[u8]) {
        if !self.begun {
            self.begun = true;
            // Elements with a prefix (`<x:c>`) are not searched but read twice.
            let head = &chunk[..chunk.len().min(2048)];
            if memmem::find(head, b":worksheet").is_some() {
                self.uncomputed = true;
            }
        }
        if self.in_tail {
            let room = TAIL.saturating_sub(self.tail.len());
            self.tail.extend_from_slice(&chunk[..chunk.len().min(room)]);
            return;
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
        if let Some(end) = end {
            self.in_tail = true;
            self.tail = text[end..].to_vec();
            self.rest = Vec::new();
        } else {
            self.rest = cells[keep..].to_vec();
        }
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
    let ((top, left), (bottom, right)) = (cell(from)?, cell(to)?);
    (top <= bottom && left <= right && (top, left) != (bottom, right)).then_some(Merge {
        top,
        left,
        bottom,
        right,
    })
}

/// `B2` → row 1, column 1.
fn cell(text: &str) -> Option<(u32, u16)> {
    let letters = text.find(|c: char| !c.is_ascii_alphabetic())?;
    let col = text[..letters].bytes().try_fold(0_u32, |n, b| {
        n.checked_mul(26)?.checked_add(u32::from(b.to_ascii_uppercase() - b'A') + 1)
    })?;
    let row: u32 = text[letters..].parse().ok()?;
    Some((row.checked_sub(1)?, u16::try_from(col.checked_sub(1)?).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(xml: &str, step: usize) -> Look {
        let mut look = Look::default();
        for chunk in xml.as_bytes().chunks(step) {
            look.chunk(chunk);
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
