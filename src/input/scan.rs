//! A first look at the XML of a workbook, before calamine reads it: how many bytes it *really*
//! unpacks to, and what its tags tell ([`Walk`]): merged areas, formulas without a result, and what
//! calamine would misread. A second pass of XML parsing over every sheet would cost many times that.

use crate::base::ids::wide;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rayon::prelude::*;
use zip::ZipArchive;

use super::guard::{Zip, damaged, judge, key};
use super::options::Limits;
use super::refusal::Refusal;
use super::soundness::{Seen, Walk};

const CHUNK: usize = 256 << 10;
/// A zip of this size is worth a second thread.
const WORTH_A_THREAD: u64 = 1 << 20;

/// Looks at the parts that are `wanted` (by [`key`]). Errors: a part that does not unpack or is
/// not sound, or more bytes than bearable.
pub fn scan(
    zip: &Zip<'_>,
    unpacked: &Unpacked<'_>,
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
        unpacked,
        failed: AtomicBool::new(false),
    };
    let look = |zip: &mut Zip<'_>, (i, name, _): (usize, String, u64)| (i, work.part(zip, i, &name), name);
    let mut seen: Vec<(usize, Result<Seen, Refusal>, String)> = if alone && unpacked.worth_a_thread() {
        order.into_par_iter().with_max_len(1).map_init(|| zip.clone(), look).collect()
    } else {
        let mut zip = zip.clone();
        order.into_iter().map(|part| look(&mut zip, part)).collect()
    };
    // In the order of the zip, so that the same refusal is told whichever thread found it.
    seen.sort_by_key(|(i, ..)| *i);
    seen.into_iter().map(|(_, result, name)| Ok((name, result?))).collect()
}

/// How much a file has unpacked to so far, held against its size on disk.
#[derive(Debug)]
pub struct Unpacked<'a> {
    bytes: AtomicU64,
    packed: u64,
    limits: &'a Limits,
}

impl<'a> Unpacked<'a> {
    /// Of a file of so many bytes nothing has been unpacked.
    pub fn new(packed: u64, limits: &'a Limits) -> Self {
        Self {
            bytes: AtomicU64::new(0),
            packed,
            limits,
        }
    }

    /// So many more bytes. Errors: more than bearable.
    pub fn more(&self, bytes: u64) -> Result<(), Refusal> {
        let sum = self.bytes.fetch_add(bytes, Ordering::Relaxed) + bytes;
        judge(sum, self.packed, self.limits)
    }

    /// So many will be unpacked again.
    pub fn less(&self, bytes: u64) {
        self.bytes.fetch_sub(bytes, Ordering::Relaxed);
    }

    /// A second thread pays for itself.
    pub fn worth_a_thread(&self) -> bool {
        self.packed > WORTH_A_THREAD
    }
}

struct Work<'a> {
    unpacked: &'a Unpacked<'a>,
    /// The file is refused; nobody needs the rest.
    failed: AtomicBool,
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
        let unsound = |why: &str| damaged(format!("bagian {name}: {why}"));
        let mut part = zip.by_index(index).map_err(|e| broken(&e))?;
        let mut walk = is_xml(name).then(Walk::default);
        let mut buffer = vec![0; CHUNK];
        let mut seen = Seen::default();
        loop {
            let n = part.read(&mut buffer).map_err(|e| broken(&e))?;
            if n == 0 {
                break;
            }
            seen.bytes += wide(n);
            self.unpacked.more(wide(n))?;
            if let Some(walk) = &mut walk {
                walk.chunk(&buffer[..n]).map_err(unsound)?;
            }
        }
        if let Some(walk) = walk {
            walk.finish().map_err(unsound)?;
            seen = Seen::of(walk, seen.bytes);
        }
        Ok(seen)
    }
}

/// `name` is a [`key`], so lower case.
#[allow(clippy::case_sensitive_file_extension_comparisons)]
fn is_xml(name: &str) -> bool {
    name.ends_with(".xml") || name.ends_with(".rels")
}
