//! Files of which another one is a copy: equal byte by byte, or written by `--anotasi` and corrected since. One of the two is read.

use std::collections::{BTreeMap, HashMap};
use std::fs::{File, Metadata};
use std::io::{self, Read};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::findings::{FileCopy, FileOriginal};
use super::fingerprint::hex;
use super::read_file::Read1;
use super::refusal::Refusal;
use super::skip::Skips;
use super::walk::Found;
use crate::base::origin::FileId;
use crate::finding::Noted;

/// A file that equals another one.
pub struct Copy {
    /// Of its bytes.
    pub sha256: String,
    /// Index of the one that is read.
    pub of: usize,
}

/// Which files are copies of another one. Only files of one size are looked into.
pub fn copies(found: &[Found], skips: &[Skips<'_>]) -> Vec<Option<Copy>> {
    let mut by_size: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (i, f) in found.iter().enumerate() {
        let size = f.path.metadata().ok().filter(Metadata::is_file).map_or(0, |m| m.len());
        if f.error.is_none() && skips[i].file.is_empty() && size > 0 {
            by_size.entry(size).or_default().push(i);
        }
    }
    let mut copies: Vec<Option<Copy>> = found.iter().map(|_| None).collect();
    let alike: Vec<Vec<usize>> = by_size.into_values().filter(|files| files.len() > 1).collect();
    let hashed: Vec<Vec<(usize, String)>> = alike
        .into_par_iter()
        .map(|files| {
            files
                .into_iter()
                .filter_map(|i| Some((i, hash_of(&found[i]).ok()?)))
                .collect()
        })
        .collect();
    for files in hashed {
        let mut equal: HashMap<String, Vec<usize>> = HashMap::new();
        for (i, sha256) in files {
            equal.entry(sha256).or_default().push(i);
        }
        for (sha256, files) in equal {
            // "data.xlsx" is read, "data - salinan.xlsx" is its copy.
            let original = files.iter().copied().min_by_key(|&i| (found[i].path.as_os_str().len(), i));
            let Some(of) = original else { continue };
            for i in files.into_iter().filter(|&i| i != of) {
                let sha256 = sha256.clone();
                copies[i] = Some(Copy { sha256, of });
            }
        }
    }
    copies
}

fn hash_of(found: &Found) -> io::Result<String> {
    let mut file = File::open(&found.path)?;
    let (mut hasher, mut buffer) = (Sha256::new(), vec![0; 64 << 10]);
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hex(&hasher.finalize())),
            n => hasher.update(&buffer[..n]),
        }
    }
}

pub fn copied(found: &Found, id: FileId, copy: &Copy, first: &Found) -> Read1 {
    let mut read = Read1::new(&found.path.to_string_lossy(), found.named);
    read.file.sha256.clone_from(&copy.sha256);
    let of = first.path.to_string_lossy().into_owned();
    let (own, other) = (&found.path, &first.path);
    let elsewhere = own.file_name() == other.file_name() && own.parent() != other.parent();
    read.ended(id, false, Err(Refusal::new(FileCopy { of, elsewhere })))
}

/// Leaves out the files of which an annotated copy is read, too: that one names the very bytes it was made from, so it says the
/// same and what was corrected in it.
pub fn without_originals(files: &mut [Read1]) {
    let is_whole = |copy: &&Read1| !copy.sheets.is_empty() && copy.skips.is_empty();
    let copies: Vec<(String, String)> = (files.iter().filter(is_whole))
        .flat_map(|copy| copy.originals.iter().map(|of| (of.clone(), copy.file.path.to_string())))
        .collect();
    for (id, file) in (0_u32..).map(FileId).zip(files).filter(|(_, file)| !file.sheets.is_empty()) {
        let copy = copies
            .iter()
            .find(|(of, path)| file.file.sha256.starts_with(of.as_str()) && *path != *file.file.path);
        if let Some((_, copy)) = copy {
            file.sheets.clear();
            file.problems = vec![Noted::new(FileOriginal { copy: copy.clone() }).in_file(id)];
        }
    }
}
