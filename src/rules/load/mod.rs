//! From TOML to [`Aturan`]: a file and those it extends are read in layers, and for each parameter
//! the record of the first layer that has one counts, whole: value, dates, acuan and keyakinan
//! always come from the same record.

mod builder;
mod layer;
mod regime;

use std::path::Path;

use jiff::civil::Date;

use super::{Aturan, AturanError, BUILT_IN, validate};
use crate::base::text::is_blank;
pub(super) use builder::Builder;
use layer::Layer;
pub(super) use layer::{History, RuleFile};
use regime::complete;

/// How many files may extend one another.
const MOST_LAYERS: usize = 8;

/// Reads a built-in set by id.
pub(super) fn built_in(id: &str, at: Date) -> Option<Result<Aturan, AturanError>> {
    let (name, text) = BUILT_IN.iter().find(|(name, _)| *name == id)?;
    Some(Layer::read(name, (*text).to_owned()).and_then(|l| arrange(l, None, at)))
}

/// Reads a file.
pub(super) fn file(path: &Path, at: Date) -> Result<Aturan, AturanError> {
    arrange(read_file(path)?, Some(path), at)
}

/// Reads a file's text under a name, extending built-in sets only.
pub(super) fn text(name: &str, content: &str, at: Date) -> Result<Aturan, AturanError> {
    arrange(Layer::read(name, content.to_owned())?, None, at)
}

fn read_file(path: &Path) -> Result<Layer, AturanError> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|e| AturanError::Unreadable {
        file: name.clone(),
        why: match e.kind() {
            std::io::ErrorKind::NotFound => "tidak ada".to_owned(),
            std::io::ErrorKind::PermissionDenied => "tidak ada izin membaca".to_owned(),
            _ => "sistem menolaknya".to_owned(),
        },
    })?;
    let content = String::from_utf8(bytes).map_err(|_| AturanError::Unreadable {
        file: name.clone(),
        why: "bukan teks UTF-8".to_owned(),
    })?;
    Layer::read(&name, content)
}

/// Puts a set together with all it extends.
fn arrange(first: Layer, path: Option<&Path>, at: Date) -> Result<Aturan, AturanError> {
    let layers = layers(first, path)?;
    let basis = &layers[layers.len() - 1];
    let rezim = match &basis.head().rezim {
        Some(r) => *r.get_ref(),
        None => {
            return Err(basis.wrong(
                basis.file.aturan.span().start,
                "`rezim` (numerik atau kualitatif) atau `memperluas` belum diisi",
            ));
        }
    };
    for layer in &layers {
        if let Some(r) = layer.head().rezim.as_ref().filter(|r| *r.get_ref() != rezim) {
            return Err(layer.wrong(
                r.span().start,
                format!(
                    "rezim {} tidak dapat memperluas aturan {}",
                    r.get_ref().as_str(),
                    rezim.as_str()
                ),
            ));
        }
    }
    let mut s = Builder {
        layers: &layers,
        at,
        next: 0,
        wrong: Vec::new(),
    };
    let aturan = complete(&mut s, rezim, path);
    let Some(aturan) = aturan.filter(|_| s.wrong.is_empty()) else {
        return Err(AturanError::merge(s.wrong));
    };
    let mut wrong = Vec::new();
    validate::aturan(&aturan, &mut wrong);
    if wrong.is_empty() {
        return Ok(aturan);
    }
    Err(AturanError::merge(
        wrong.into_iter().map(|e| of_agency(e, &layers[0])).collect(),
    ))
}

/// A record of the law that does not fit what an agency changed: the agency's file is the one to mend.
fn of_agency(e: AturanError, upper: &Layer) -> AturanError {
    match e {
        AturanError::Content { file, row, reason } if *file != *upper.name => upper.wrong(
            upper.file.aturan.span().start,
            format!("tidak cocok dengan {file} baris {row}: {reason}; tulis juga parameter itu di berkas ini"),
        ),
        other => other,
    }
}

/// The file and all it extends, topmost first.
fn layers(first: Layer, path: Option<&Path>) -> Result<Vec<Layer>, AturanError> {
    let mut layers = vec![first];
    check_head(&layers[0], path.is_some())?;
    loop {
        let upper = &layers[layers.len() - 1];
        let Some(basis) = upper.head().memperluas.clone() else {
            return Ok(layers);
        };
        let offset = basis.span().start;
        if layers.len() == MOST_LAYERS {
            return Err(upper.wrong(offset, "`memperluas` berputar atau terlalu panjang"));
        }
        let name = basis.get_ref();
        let next = if let Some((name, text)) = BUILT_IN.iter().find(|(id, _)| *id == *name) {
            Layer::read(name, (*text).to_owned())?
        } else if let Some(folder) = path
            .and_then(Path::parent)
            .filter(|_| Path::new(name).extension().is_some_and(|e| e == "toml"))
        {
            let layer = read_file(&folder.join(name))?;
            check_head(&layer, true)?;
            layer
        } else {
            return Err(upper.wrong(
                offset,
                format!(
                    "`memperluas` menyebut \"{name}\" yang tidak dikenal; yang tersedia: {}",
                    super::list_of_ids()
                ),
            ));
        };
        layers.push(next);
    }
}

fn check_head(layer: &Layer, of_agency: bool) -> Result<(), AturanError> {
    let k = layer.head();
    let offset = layer.file.aturan.span().start;
    let id = k.id.get_ref();
    let valid = !id.is_empty() && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !valid {
        return Err(layer.wrong(k.id.span().start, "`id` ditulis dengan huruf kecil, angka dan tanda hubung"));
    }
    if of_agency && BUILT_IN.iter().any(|(b, _)| b == id) {
        return Err(layer.wrong(
            k.id.span().start,
            format!("`id` \"{id}\" milik aturan bawaan; beri nama sendiri dan tulis `memperluas = \"{id}\"`"),
        ));
    }
    if k.acuan.as_deref().is_none_or(is_blank) {
        return Err(layer.wrong(offset, "`acuan` aturan ini belum diisi"));
    }
    if k.keyakinan.is_none() {
        return Err(layer.wrong(
            offset,
            "`keyakinan` aturan ini belum diisi (teks, sekunder, tafsir atau asumsi)",
        ));
    }
    if let (Some(s), m) = (&k.selesai, layer.date(&k.mulai)?)
        && layer.date(s)? < m
    {
        return Err(layer.wrong(s.span().start, "`selesai` lebih awal daripada `mulai`"));
    }
    Ok(())
}
