//! Files that this program wrote itself: results that lie beside the data they were made from.
//! They are known by a mark ([`crate::base::own`]); reports from before there was one by their
//! author and title, or by the sheets that every report has.

use std::io::Read;
use std::path::Path;

use memchr::memmem;

use super::detect::{ByteKind, detect};
use super::guard::Zip;
use super::sheet::{Sheet, Value};
use super::{encoding, package};
use crate::base::own;

/// Bytes of a file's beginning in which a mark of a text must stand.
const HEAD: usize = 4 << 10;
/// Bytes of a part with document properties.
const PROPERTIES: u64 = 1 << 20;

/// Bytes of a part with notes in which its authors stand.
const AUTHORS: u64 = 64 << 10;

/// What a message calls the report.
const REPORT: &str = "laporan";

/// What the file is, where it is one of ours and no input: a few words for the message.
pub fn kind_of(bytes: &[u8], kind: ByteKind) -> Option<&'static str> {
    match kind {
        ByteKind::Xlsx | ByteKind::Xlsb | ByteKind::Ods => of_package(bytes),
        ByteKind::Json | ByteKind::Html | ByteKind::Text => {
            let head = &bytes[..bytes.len().min(HEAD)];
            let text = encoding::decode_lossy(head, encoding::guess(head)?);
            of_text(text.trim_start_matches('\u{feff}').trim_start(), kind)
        }
        _ => None,
    }
}

/// Which files a workbook is an annotated copy of: how their fingerprints begin.
pub fn originals(bytes: &[u8]) -> Vec<String> {
    let Ok(mut zip) = Zip::new(std::io::Cursor::new(bytes)) else {
        return Vec::new();
    };
    let notes: Vec<String> = package::part_names(&zip).filter(|part| part.contains("comment")).collect();
    let mut originals = Vec::new();
    for part in notes {
        let mut text = Vec::new();
        let part = package::index_of(&zip, &part).and_then(|index| zip.by_index(index).ok());
        // What cannot be read tells nothing.
        if part.is_some_and(|part| part.take(AUTHORS).read_to_end(&mut text).is_ok()) {
            originals.extend(own::originals(&String::from_utf8_lossy(&text)).map(str::to_owned));
        }
    }
    originals
}

/// Whether the file at `path` is one of ours; for deciding whether it may be written again.
pub fn is_own_file(path: &Path) -> bool {
    std::fs::read(path).is_ok_and(|bytes| kind_of(&bytes, detect(&bytes)).is_some())
}

fn of_text(text: &str, kind: ByteKind) -> Option<&'static str> {
    match kind {
        ByteKind::Json => {
            let (key, value) = text.strip_prefix('{')?.split_once(':')?;
            let is_ours = key.trim().trim_matches('"') == own::SCHEMA_KEY
                && value.trim_start().strip_prefix('"')?.starts_with(own::SCHEMA_PREFIX);
            is_ours.then_some("hasil berbentuk JSON")
        }
        ByteKind::Html => {
            let mark = format!("<meta name=\"generator\" content=\"{}", own::GENERATOR);
            text.contains(&mark).then_some("halaman hasil")
        }
        _ => {
            let line = text.lines().next()?;
            [';', ',', '\t'].into_iter().find_map(|delimiter| {
                let cells: Vec<&str> = line.split(delimiter).map(|c| c.trim().trim_matches('"')).collect();
                own::csv_kind(&cells)
            })
        }
    }
}

fn of_package(bytes: &[u8]) -> Option<&'static str> {
    let mut zip = Zip::new(std::io::Cursor::new(bytes)).ok()?;
    let mut has = |part: &str, mark: &str| {
        let Some(index) = package::index_of(&zip, part) else {
            return false;
        };
        let mut text = Vec::new();
        // Properties that cannot be read tell nothing.
        zip.by_index(index)
            .is_ok_and(|part| part.take(PROPERTIES).read_to_end(&mut text).is_ok())
            && memmem::find(&text, mark.as_bytes()).is_some()
    };
    let marked = format!("name=\"{}\"", own::PROPERTY);
    let is_ours = has("docProps/custom.xml", &marked)
        || has("meta.xml", &marked)
        || (has("docProps/core.xml", "<dc:creator>skp</dc:creator>") && has("docProps/core.xml", "<dc:title>Laporan kinerja "));
    is_ours.then_some(REPORT)
}

/// A report by its sheets, whatever format it was saved in since: Jejak says which program wrote it.
pub fn is_report(sheets: &[Sheet]) -> bool {
    sheets.iter().any(|s| {
        s.name.as_deref() == Some("Jejak")
            && s.at(0, 0) == Value::Text("Jejak")
            && s.at(2, 0) == Value::Text("Program")
            && matches!(s.at(2, 1), Value::Text(text) if text.starts_with("skp "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::origin::FileId;
    use crate::input::SheetBuilder;

    #[test]
    fn our_texts_are_known_by_how_they_begin() {
        let known = |text: &str| kind_of(text.as_bytes(), detect(text.as_bytes()));
        assert!(known("{\n  \"skema\": \"skp.hasil/1\",\n  \"versi\": \"0.1.0\"").is_some());
        assert!(known("{\"skema\":\"skp.baca/1\",\"masukan\":[]}").is_some());
        assert!(known("{\"skema\":\"lain/1\",\"data\":[]}").is_none());
        assert!(known("\u{feff}nip;nama;unit_kerja;nip_atasan;status;sebab;nilai_skp\r\n").is_some());
        assert!(known("\"nip\",\"nama\",\"unit_kerja\",\"nip_atasan\",\"status\",\"sebab\"\n").is_some());
        assert!(known("nip;nama;jabatan;jenis_jabatan;unit_kerja\n").is_none());
        assert!(known("<!doctype html><html><head><meta name=\"generator\" content=\"skp 0.2\"></head><table>").is_some());
    }

    #[test]
    fn an_old_report_is_known_by_its_jejak() {
        let sheet = |program: &str| {
            let mut b = SheetBuilder::new(FileId(0), Some("Jejak".into()));
            for (row, col, text) in [(0, 0, "Jejak"), (2, 0, "Program"), (2, 1, program)] {
                b.push(row, col, Value::Text(text));
            }
            b.finish()
        };
        assert!(is_report(&[sheet("skp 0.1.0")]));
        assert!(!is_report(&[sheet("lain 2")]));
    }
}
