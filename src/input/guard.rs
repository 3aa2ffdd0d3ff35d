//! Guards around other people's readers: zip bombs are refused before a byte is unpacked, and a
//! panic inside a library becomes a refusal of that one file.

use std::collections::HashSet;
use std::io::Cursor;

use zip::ZipArchive;

use super::findings::{FileBomb, FileDamaged, FileTooLarge};
use super::options::Limits;
use super::refusal::Refusal;
use crate::base::ids::wide;
use crate::base::panic;

/// Below this a zip may be as dense as it likes: nothing can happen.
const DENSE_FLOOR: u64 = 32 << 20;
/// Above this a zip must not be denser than [`DENSE_RATIO`]; sheets full of people reach 15.
const LARGE: u64 = 512 << 20;
const DENSE_RATIO: u64 = 40;
/// Parts in a zip; real workbooks have some hundred.
const PARTS: usize = 20_000;

/// A zip whose directory was looked at and found bearable.
pub type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// A part's name for comparing: case and slashes do not matter in a package.
pub fn key(part: &str) -> String {
    part.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// Opens a zip, judging by the sizes its directory declares. They may lie: [`super::scan`]
/// holds the actual bytes to the same bound.
pub fn open<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Zip<'a>, Refusal> {
    let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged("zip tidak dapat dibuka").because(&e))?;
    if zip.len() > PARTS {
        return Err(Refusal::new(FileBomb {
            detail: format!("berisi {} bagian", zip.len()),
        }));
    }
    let mut declared: u64 = 0;
    for i in 0..zip.len() {
        // A part that does not matter may be damaged; one that does is told when it is read.
        declared = declared.saturating_add(zip.by_index_data(i).map_or(0, |part| part.size()));
    }
    judge(declared, wide(bytes.len()), limits)?;
    if let Some(name) = doubled(bytes) {
        return Err(damaged(format!("bagian {name} ada dua kali di dalamnya")));
    }
    Ok(zip)
}

/// A part that the directory lists twice: which of them is meant nobody can tell. `ZipArchive`
/// keeps the last one without a word, so the directory is read here; what is unusual about it is
/// the archive's to judge.
fn doubled(bytes: &[u8]) -> Option<String> {
    const HEADER: usize = 46;
    let number = |at: usize, size: usize| {
        let field = bytes.get(at..at + size)?;
        Some(field.iter().rev().fold(0_usize, |n, &b| n << 8 | usize::from(b)))
    };
    let end = memchr::memmem::rfind(bytes, b"PK\x05\x06")?;
    // The directory stands right before its end, whatever stands before the archive.
    let mut at = end.checked_sub(number(end + 12, 4)?)?;
    let mut names = HashSet::new();
    while bytes.get(at..at + 4) == Some(b"PK\x01\x02") {
        let length = number(at + 28, 2)?;
        let name = key(&String::from_utf8_lossy(bytes.get(at + HEADER..at + HEADER + length)?));
        at += HEADER + length + number(at + 30, 2)? + number(at + 32, 2)?;
        if !name.is_empty() && !names.insert(name.clone()) {
            return Some(name);
        }
    }
    None
}

/// Refuses what unpacks to too much, given the size on disk.
pub fn judge(unpacked: u64, packed: u64, limits: &Limits) -> Result<(), Refusal> {
    let ratio = unpacked / packed.max(1);
    let dense = (unpacked > DENSE_FLOOR && ratio > limits.ratio) || (unpacked > LARGE && ratio > DENSE_RATIO);
    let megabytes = unpacked >> 20;
    if dense {
        let detail = format!("{megabytes} MB dimampatkan menjadi {} KB", packed >> 10);
        Err(Refusal::new(FileBomb { detail }))
    } else if unpacked > limits.unpacked_bytes {
        let detail = format!(
            "isinya {megabytes} MB setelah dibuka; batasnya {} MB",
            limits.unpacked_bytes >> 20
        );
        Err(Refusal::new(FileTooLarge { detail }))
    } else {
        Ok(())
    }
}

/// A refusal of a damaged file.
pub fn damaged(detail: impl Into<String>) -> Refusal {
    Refusal::new(FileDamaged { detail: detail.into() })
}

/// Runs a reader; a panic inside it is a damaged file and prints nothing.
pub fn contained<T>(read: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    panic::contained(read).unwrap_or_else(|_| {
        Err(damaged(
            "isinya tidak mengikuti aturan formatnya, sehingga pembacanya berhenti",
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_refusal() {
        let refused = contained::<()>(|| panic!("inside a library")).unwrap_err();
        assert_eq!(refused.fact.code().kode, "STR004");
    }

    #[test]
    fn density_decides_before_size() {
        let limits = Limits::default();
        assert!(judge(30 << 20, 1 << 10, &limits).is_ok(), "small whatever its density");
        assert_eq!(judge(1 << 30, 1 << 20, &limits).unwrap_err().fact.code().kode, "STR003");
        assert!(judge(1 << 30, 100 << 20, &limits).is_ok());
        assert_eq!(judge(3 << 30, 300 << 20, &limits).unwrap_err().fact.code().kode, "STR005");
    }
}
