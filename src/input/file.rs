//! One file: bytes, hash, recognition, the reader for its kind. And all files, in parallel.

use std::fs::File;
use std::io::{self, Read};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use sha2::{Digest, Sha256};

use super::detect::{Kind, detect};
use super::walk::Found;
use super::{Format, InputFile, ReadOptions, Sheet, csv, guard, html, legacy, ods, xlsx};
use crate::base::origin::FileId;
use crate::problem::{Problem, ProblemKind};

/// One file, read; sheets in its own counting.
#[derive(Debug)]
pub struct Read1 {
    /// The file.
    pub file: InputFile,
    /// Its sheets; empty when it was refused.
    pub sheets: Vec<Sheet>,
    /// Its problems. `SheetId`s count from the first sheet of this file.
    pub problems: Vec<Problem>,
}

/// Sheets of one file, and what was odd in them.
pub type Sheets = (Vec<Sheet>, Vec<Problem>);

impl Read1 {
    fn new(path: &str, named: bool) -> Self {
        Self {
            file: InputFile {
                path: path.into(),
                sha256: String::new(),
                format: None,
                encoding: None,
                delimiter: None,
                modified: None,
                named,
            },
            sheets: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// A refused file gives nothing but its refusal.
    fn ended(mut self, id: FileId, result: Result<(), Refusal>) -> Self {
        if let Err(refusal) = result {
            self.sheets.clear();
            self.problems
                .push(Problem::new(refusal.kind).in_file(id).detail(refusal.detail));
        }
        self
    }

    fn take(&mut self, (sheets, problems): Sheets) {
        self.sheets = sheets;
        self.problems.extend(problems);
    }
}

/// Why a file is refused: the kind of problem, and a detail for the message.
#[derive(Debug)]
pub struct Refusal {
    /// The kind.
    pub kind: ProblemKind,
    /// The detail, a fragment in Indonesian.
    pub detail: String,
}

impl Refusal {
    /// A refusal.
    pub fn new(kind: ProblemKind, detail: impl Into<String>) -> Self {
        Self {
            kind,
            detail: detail.into(),
        }
    }
}

/// Reads all files; results in the order of `found`.
pub fn read_all(found: &[Found], options: &ReadOptions) -> Vec<Read1> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let workers = threads.min(found.len());
    if workers <= 1 {
        return found
            .iter()
            .enumerate()
            .map(|(i, f)| read_one(f, file_id(i), options, threads))
            .collect();
    }
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(found.len()));
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let i = next.fetch_add(1, Ordering::Relaxed);
                    let Some(f) = found.get(i) else { break };
                    let read = read_one(f, file_id(i), options, 1);
                    if let Ok(mut done) = done.lock() {
                        done.push((i, read));
                    }
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(i, _)| *i);
    done.into_iter().map(|(_, read)| read).collect()
}

fn file_id(index: usize) -> FileId {
    FileId(u32::try_from(index).unwrap_or(u32::MAX))
}

fn read_one(found: &Found, id: FileId, options: &ReadOptions, threads: usize) -> Read1 {
    let mut read = Read1::new(&found.path.to_string_lossy(), found.named);
    let result = fill(&mut read, found, id, options, threads);
    read.ended(id, result)
}

/// A file that is in memory already.
pub fn read_memory(name: &str, bytes: &[u8], options: &ReadOptions) -> Read1 {
    let mut read = Read1::new(name, true);
    let id = FileId(0);
    read.file.sha256 = hex(&Sha256::digest(bytes));
    let result = read_bytes(&mut read, bytes, id, options, 1);
    read.ended(id, result)
}

fn fill(read: &mut Read1, found: &Found, id: FileId, options: &ReadOptions, threads: usize) -> Result<(), Refusal> {
    if let Some(error) = &found.error {
        return Err(unreadable(error));
    }
    let bytes = bytes_of(found, read, options).map_err(|e| unreadable(&e))?;
    let Some(bytes) = bytes else {
        let detail = format!("lebih dari {} MB", options.limits.file_bytes >> 20);
        return Err(Refusal::new(ProblemKind::FileTooLarge, detail));
    };
    read.file.sha256 = hex(&Sha256::digest(&bytes));
    read_bytes(read, &bytes, id, options, threads)
}

/// The reader for what the bytes are.
fn read_bytes(read: &mut Read1, bytes: &[u8], id: FileId, options: &ReadOptions, threads: usize) -> Result<(), Refusal> {
    let kind = detect(bytes);
    read.file.format = match kind {
        Kind::Xlsx => Some(Format::Xlsx),
        Kind::Xlsb => Some(Format::Xlsb),
        Kind::Ods => Some(Format::Ods),
        Kind::Xls => Some(Format::Xls),
        Kind::Html => Some(Format::Html),
        Kind::Text => Some(Format::Csv),
        Kind::Encrypted | Kind::Empty | Kind::BrokenZip | Kind::Other(_) => None,
    };
    let refuse = |kind, detail: &str| Err(Refusal::new(kind, detail));
    match kind {
        Kind::Empty => return refuse(ProblemKind::FileEmpty, "berkas tidak berisi apa-apa"),
        Kind::Encrypted => return refuse(ProblemKind::FileEncrypted, "buku kerja dilindungi kata sandi"),
        Kind::BrokenZip => {
            return refuse(
                ProblemKind::FileDamaged,
                "berkas terpotong atau rusak: daftar isi zip tidak ditemukan",
            );
        }
        Kind::Other(what) => return refuse(ProblemKind::FileNotTable, what),
        Kind::Xlsx => read.take(guard::contained(|| xlsx::read(bytes, id, options, threads))?),
        Kind::Xlsb => read.take(guard::contained(|| legacy::read_xlsb(bytes, id, options))?),
        Kind::Xls => read.take(guard::contained(|| legacy::read_xls(bytes, id, options))?),
        Kind::Ods => read.take(guard::contained(|| ods::read(bytes, id, options))?),
        Kind::Html => {
            let (encoding, sheets, problems) = guard::contained(|| html::read(bytes, id, options))?;
            read.file.encoding = Some(encoding);
            read.take((sheets, problems));
        }
        Kind::Text => {
            let text = guard::contained(|| csv::read(bytes, id, read.file.named, options))?;
            read.file.encoding = Some(text.encoding);
            read.file.delimiter = text.delimiter;
            read.take((vec![text.sheet], text.problems));
        }
    }
    Ok(())
}

/// All bytes, or `None` when there are too many.
fn bytes_of(found: &Found, read: &mut Read1, options: &ReadOptions) -> io::Result<Option<Vec<u8>>> {
    let file = File::open(&found.path)?;
    let meta = file.metadata()?;
    read.file.modified = meta.modified().ok();
    let limit = options.limits.file_bytes;
    if meta.len() > limit {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0) + 1);
    file.take(limit + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

fn unreadable(error: &io::Error) -> Refusal {
    let detail = match (error.kind(), error.raw_os_error()) {
        (io::ErrorKind::NotFound, _) => "tidak ada berkas atau folder dengan nama ini".into(),
        (io::ErrorKind::PermissionDenied, _) => "tidak ada izin membacanya".into(),
        // ERROR_SHARING_VIOLATION
        (_, Some(32)) if cfg!(windows) => "sedang dibuka program lain; tutup dulu di Excel".into(),
        _ => error.to_string(),
    };
    Refusal::new(ProblemKind::FileUnreadable, detail)
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(64), |mut out, b| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{b:02x}");
        out
    })
}
