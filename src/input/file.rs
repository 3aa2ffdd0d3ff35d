//! One file: bytes, hash, recognition, the reader for its kind. And all files, in parallel.

use std::any::Any;
use std::fs::File;
use std::io::{self, Read, Seek};

use rayon::prelude::*;

use super::copies::{copied, copies, without_originals};
use super::csv;
use super::detect::{ByteKind, detect};
use super::endings::may_be_a_table;
use super::findings::{
    FileDamaged, FileEmpty, FileEncrypted, FileErrorPage, FileNotTable, FileOwn, FileTooLarge, FileUnreadable, Skipped,
};
use super::fingerprint::fingerprint;
use super::inputs::FileFormat;
use super::options::ReadOptions;
use super::read_file::Read1;
use super::refusal::Refusal;
use super::skip::Skips;
use super::walk::Found;
use super::{csv_blocks, guard, html, json, legacy, ods, own, xlsx};
use crate::base::ids::{short, wide};
use crate::base::origin::FileId;

/// Reads all files; results in the order of `found`. A file that another one equals byte by byte
/// is not read again; one of which an annotated copy is among them is left out.
pub fn read_all(found: &[Found], options: &ReadOptions) -> Vec<Read1> {
    let skips: Vec<Skips<'_>> = found.iter().map(|f| Skips::of(f, options.skip)).collect();
    let copies = copies(found, &skips);
    let one = |i: usize, alone: bool| match &copies[i] {
        Some(copy) => copied(&found[i], file_id(i), copy, &found[copy.of]),
        None => read_one(&found[i], file_id(i), &skips[i], options, alone),
    };
    let mut files: Vec<Read1> = match found.len() {
        0 | 1 => (0..found.len()).map(|i| one(i, true)).collect(),
        n => (0..n).into_par_iter().with_max_len(1).map(|i| one(i, false)).collect(),
    };
    without_originals(&mut files);
    files
}

fn file_id(index: usize) -> FileId {
    FileId(short(index))
}

fn read_one(found: &Found, id: FileId, skips: &Skips<'_>, options: &ReadOptions, alone: bool) -> Read1 {
    let mut read = Read1::new(&found.path.to_string_lossy(), found.named);
    if !skips.file.is_empty() {
        read.skips.extend(&skips.file);
        return read.ended(id, false, Err(Refusal::new(Skipped)));
    }
    (options.watch)(&read.file.path);
    // A page, an archive or a program that lies in a folder as such is missed by nobody.
    let stray = !found.named && !may_be_a_table(&read.file.path);
    let result = fill(&mut read, found, id, options, alone).map_err(|mut refusal| {
        let fact: &dyn Any = &*refusal.fact;
        let detail = match (fact.downcast_ref::<FileErrorPage>(), fact.downcast_ref::<FileDamaged>()) {
            (Some(page), _) => Some(page.detail.clone()),
            (_, Some(damaged)) => Some(damaged.detail.clone()),
            _ => None,
        };
        if let Some(detail) = detail.filter(|_| stray) {
            refusal.fact = FileNotTable { detail }.into();
        }
        refusal
    });
    let result = match read.file.format {
        Some(FileFormat::Csv | FileFormat::Html | FileFormat::Json) if stray && result.is_ok() => {
            read.sheets.clear();
            read.problems.clear();
            Err(Refusal::new(FileNotTable {
                detail: "menurut akhiran namanya".into(),
            }))
        }
        _ => result,
    };
    let mut read = read.ended(id, options.verbose, result);
    for (option, name) in &skips.sheets {
        read.leave_out(*option, name, id);
    }
    read
}

/// A file that is in memory already.
pub fn read_memory(name: &str, bytes: &[u8], options: &ReadOptions) -> Read1 {
    let mut read = Read1::new(name, true);
    let id = FileId(0);
    read.file.sha256 = fingerprint(bytes);
    let result = read_bytes(&mut read, bytes, id, options, true);
    read.ended(id, options.verbose, result)
}

fn fill(read: &mut Read1, found: &Found, id: FileId, options: &ReadOptions, alone: bool) -> Result<(), Refusal> {
    if let Some(error) = &found.error {
        return Err(unreadable(error));
    }
    let mut file = File::open(&found.path).map_err(|e| unreadable(&e))?;
    let meta = file.metadata().map_err(|e| unreadable(&e))?;
    read.file.modified = meta.modified().ok();
    if meta.len() > options.limits.file_bytes {
        return Err(too_large(options));
    }
    if meta.len() > csv_blocks::WORTH_IT {
        if let Some((text, sha256)) = csv_blocks::read(&mut file, id, read.file.named, options) {
            read.file.sha256 = sha256;
            read.file.format = Some(FileFormat::Csv);
            read.take_text(text);
            return Ok(());
        }
        file.rewind().map_err(|e| unreadable(&e))?;
    }
    let bytes = bytes_of(file, meta.len(), options)?;
    let (result, sha256) = rayon::join(|| read_bytes(read, &bytes, id, options, alone), || fingerprint(&bytes));
    read.file.sha256 = sha256;
    result
}

fn too_large(options: &ReadOptions) -> Refusal {
    let detail = format!("lebih dari {} MB", options.limits.file_bytes >> 20);
    Refusal::new(FileTooLarge { detail })
}

/// The reader for what the bytes are.
fn read_bytes(read: &mut Read1, bytes: &[u8], id: FileId, options: &ReadOptions, alone: bool) -> Result<(), Refusal> {
    let kind = detect(bytes);
    read.file.format = match kind {
        ByteKind::Xlsx => Some(FileFormat::Xlsx),
        ByteKind::Xlsb => Some(FileFormat::Xlsb),
        ByteKind::Ods => Some(FileFormat::Ods),
        ByteKind::Xls => Some(FileFormat::Xls),
        ByteKind::Html => Some(FileFormat::Html),
        ByteKind::Text => Some(FileFormat::Csv),
        ByteKind::Json => Some(FileFormat::Json),
        ByteKind::Encrypted | ByteKind::Empty | ByteKind::BrokenZip | ByteKind::Other(_) => None,
    };
    if let Some(what) = own::kind_of(bytes, kind).filter(|_| !options.own) {
        return Err(Refusal::new(FileOwn { what }));
    }
    match kind {
        ByteKind::Empty => {
            let detail = "berkas tidak berisi apa-apa".into();
            return Err(Refusal::new(FileEmpty { detail }));
        }
        ByteKind::Encrypted => return Err(Refusal::new(FileEncrypted)),
        ByteKind::BrokenZip => {
            return Err(guard::damaged("berkas terpotong atau rusak: daftar isi zip tidak ditemukan"));
        }
        ByteKind::Other(what) => return Err(Refusal::new(FileNotTable { detail: what.into() })),
        ByteKind::Xlsx => {
            read.take(guard::contained(|| xlsx::read(bytes, id, options, alone))?);
            read.originals = own::originals(bytes);
        }
        ByteKind::Xlsb => read.take(guard::contained(|| legacy::read_xlsb(bytes, id, options))?),
        ByteKind::Xls => read.take(guard::contained(|| legacy::read_xls(bytes, id, options))?),
        ByteKind::Ods => read.take(guard::contained(|| ods::read(bytes, id, options))?),
        ByteKind::Json => read.take(guard::contained(|| json::read(bytes, id, options))?),
        ByteKind::Html => {
            let (encoding, sheets, problems) = guard::contained(|| html::read(bytes, id, options))?;
            read.file.encoding = Some(encoding);
            read.take((sheets, problems));
        }
        ByteKind::Text => {
            let text = guard::contained(|| csv::read(bytes, id, read.file.named, options))?;
            read.take_text(text);
        }
    }
    if !options.own && own::is_report(&read.sheets) {
        return Err(Refusal::new(FileOwn { what: "laporan" }));
    }
    Ok(())
}

/// All bytes, unless they are too many.
fn bytes_of(file: File, size: u64, options: &ReadOptions) -> Result<Vec<u8>, Refusal> {
    let limit = options.limits.file_bytes;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|e| unreadable(&e))?;
    if wide(bytes.len()) > limit {
        return Err(too_large(options));
    }
    Ok(bytes)
}

fn unreadable(error: &io::Error) -> Refusal {
    let detail: String = match (error.kind(), error.raw_os_error()) {
        (io::ErrorKind::NotFound, _) => "tidak ada berkas atau folder dengan nama ini".into(),
        (io::ErrorKind::PermissionDenied, _) => "tidak ada izin membacanya".into(),
        // ERROR_SHARING_VIOLATION
        (_, Some(32)) if cfg!(windows) => "sedang dibuka program lain; tutup dulu di Excel".into(),
        // ELOOP
        (_, Some(40)) if cfg!(target_os = "linux") => "tautannya menunjuk kembali ke dirinya sendiri".into(),
        (io::ErrorKind::InvalidFilename, _) => "namanya terlalu panjang atau tidak diterima tempat penyimpanan itu".into(),
        (io::ErrorKind::NotADirectory, _) => "sebagian letaknya bukan folder".into(),
        // Our own words are told as they are, and not once more as the system's.
        _ if error.raw_os_error().is_none() && error.get_ref().is_some() => {
            let detail = error.to_string();
            return Refusal::new(FileUnreadable { detail });
        }
        _ => "sistem menolak membacanya".into(),
    };
    Refusal::new(FileUnreadable { detail }).because(error)
}
