//! Guards around other people's readers: zip bombs are refused before a byte is unpacked, and a
//! panic inside a library becomes a refusal of that one file.

use std::io::Cursor;

use zip::ZipArchive;

use super::Limits;
use super::file::Refusal;
use crate::base::panic;
use crate::problem::ProblemKind;

/// Below this a zip may be as dense as it likes: nothing can happen.
const DENSE_FLOOR: u64 = 32 << 20;
/// Above this a zip must not be denser than [`DENSE_RATIO`]; sheets full of people reach 15.
const LARGE: u64 = 512 << 20;
const DENSE_RATIO: u64 = 40;
/// Parts in a zip; real workbooks have some hundred.
const PARTS: usize = 20_000;

/// A zip whose directory was looked at and found bearable.
pub type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens a zip, judging by the sizes its directory declares. They may lie: [`super::scan`]
/// holds the actual bytes to the same bound.
pub fn open<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Zip<'a>, Refusal> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged("zip tidak dapat dibuka").because(&e))?;
    if zip.len() > PARTS {
        return Err(Refusal::new(ProblemKind::FileBomb, format!("berisi {} bagian", zip.len())));
    }
    let mut declared: u64 = 0;
    for i in 0..zip.len() {
        let part = zip
            .by_index_raw(i)
            .map_err(|e| damaged(format!("bagian ke-{} rusak", i + 1)).because(&e))?;
        declared = declared.saturating_add(part.size());
    }
    judge(declared, bytes.len() as u64, limits)?;
    Ok(zip)
}

/// Refuses what unpacks to too much, given the size on disk.
pub fn judge(unpacked: u64, packed: u64, limits: &Limits) -> Result<(), Refusal> {
    let ratio = unpacked / packed.max(1);
    let dense = (unpacked > DENSE_FLOOR && ratio > limits.ratio) || (unpacked > LARGE && ratio > DENSE_RATIO);
    let megabytes = unpacked >> 20;
    if dense {
        let detail = format!("{megabytes} MB dimampatkan menjadi {} KB", packed >> 10);
        Err(Refusal::new(ProblemKind::FileBomb, detail))
    } else if unpacked > limits.unpacked_bytes {
        let detail = format!(
            "isinya {megabytes} MB setelah dibuka; batasnya {} MB",
            limits.unpacked_bytes >> 20
        );
        Err(Refusal::new(ProblemKind::FileTooLarge, detail))
    } else {
        Ok(())
    }
}

/// A refusal of a damaged file.
pub fn damaged(detail: impl Into<String>) -> Refusal {
    Refusal::new(ProblemKind::FileDamaged, detail)
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
        assert_eq!(refused.kind, ProblemKind::FileDamaged);
    }

    #[test]
    fn density_decides_before_size() {
        let limits = Limits::default();
        assert!(judge(30 << 20, 1 << 10, &limits).is_ok(), "small whatever its density");
        assert_eq!(judge(1 << 30, 1 << 20, &limits).unwrap_err().kind, ProblemKind::FileBomb);
        assert!(judge(1 << 30, 100 << 20, &limits).is_ok());
        assert_eq!(
            judge(3 << 30, 300 << 20, &limits).unwrap_err().kind,
            ProblemKind::FileTooLarge
        );
    }
}
