//! Files are opened once more for the colours of some of their cells.

use std::path::PathBuf;

use super::{PaintWish, Paints, ods, xls, xlsb, xlsx};
use crate::base::origin::FileId;
use crate::base::visible::visible;
use crate::input::fingerprint::fingerprint;
use crate::input::guard::{self, contained};
use crate::input::inputs::{FileFormat, Inputs};
use crate::input::options::Limits;
use crate::input::{html, walk};

/// How the cells of the wanted rows are coloured, sheet by sheet. `paths` are those that were read. A file that is no more what
/// it was when it was read, or cannot be read, has no colours: what it says otherwise has been told.
#[must_use]
pub fn paints(paths: &[PathBuf], inputs: &Inputs, wishes: &[PaintWish<'_>]) -> Vec<Paints> {
    let mut found: Vec<Paints> = wishes.iter().map(|_| Paints::default()).collect();
    let mut of_file: Vec<(FileId, Vec<usize>)> = Vec::new();
    for (i, wish) in wishes.iter().enumerate() {
        let file = inputs.sheet(wish.sheet).file;
        match of_file.last_mut() {
            Some((last, wanted)) if *last == file => wanted.push(i),
            _ => of_file.push((file, vec![i])),
        }
    }
    if of_file.is_empty() {
        return found;
    }
    let places = walk::find(paths, &[]);
    for (file, wanted) in of_file {
        let known = inputs.file(file);
        let Some(format) = known.format.filter(|f| !matches!(f, FileFormat::Csv | FileFormat::Json)) else {
            continue;
        };
        let place = places.iter().find(|p| *visible(&p.path.to_string_lossy()) == *known.path);
        let bytes = place.and_then(|place| std::fs::read(&place.path).ok());
        let Some(bytes) = bytes.filter(|bytes| fingerprint(bytes) == known.sha256) else {
            continue;
        };
        let of_these: Vec<&PaintWish<'_>> = wanted.iter().map(|&i| &wishes[i]).collect();
        let read = contained(|| Ok(of_bytes(&bytes, format, &of_these))).unwrap_or_default();
        for (i, paints) in wanted.into_iter().zip(read) {
            found[i] = paints;
        }
    }
    found
}

/// How the cells of the wanted rows of one file are coloured, wish by wish; nothing of what cannot be read.
#[must_use]
pub fn of_bytes(bytes: &[u8], format: FileFormat, wishes: &[&PaintWish<'_>]) -> Vec<Paints> {
    let limits = Limits::default();
    match format {
        FileFormat::Xls => xls::paints(bytes, wishes),
        FileFormat::Html => html::paints(bytes, wishes),
        FileFormat::Xlsx | FileFormat::Xlsb | FileFormat::Ods => {
            let Ok(mut zip) = guard::open(bytes, &limits) else {
                return Vec::new();
            };
            match format {
                FileFormat::Xlsx => xlsx::paints(&mut zip, wishes),
                FileFormat::Xlsb => xlsb::paints(&mut zip, wishes),
                _ => ods::paints(&mut zip, wishes),
            }
        }
        FileFormat::Csv | FileFormat::Json => Vec::new(),
    }
}
