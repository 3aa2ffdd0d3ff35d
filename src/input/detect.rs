//! What is this file? By its bytes: offices rename files, and web applications name HTML `.xls`.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;

use super::{answer, encoding, json};

/// What the bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByteKind {
    /// Excel 2007 and later.
    Xlsx,
    /// Excel binary workbook.
    Xlsb,
    /// OpenDocument spreadsheet.
    Ods,
    /// Excel 97–2003 (or 5/95).
    Xls,
    /// An OLE container around an encrypted workbook.
    Encrypted,
    /// An HTML document with a table.
    Html,
    /// Records of an interface.
    Json,
    /// Text of some encoding.
    Text,
    /// No bytes, or blanks only.
    Empty,
    /// A zip that cannot be opened.
    BrokenZip,
    /// Something else; in words, for the message.
    Other(&'static str),
}

/// Magic bytes of what people put beside their tables, and what to call it.
const OTHERS: &[(&[u8], &str)] = &[
    (b"%PDF", "dokumen PDF"),
    (b"\x89PNG", "gambar"),
    (b"\xff\xd8\xff", "gambar"),
    (b"GIF8", "gambar"),
    (b"{\\rtf", "dokumen RTF (Word)"),
    (b"Rar!", "arsip RAR; keluarkan dulu isinya"),
    (b"7z\xbc\xaf", "arsip 7z; keluarkan dulu isinya"),
    (b"\x1f\x8b", "arsip gzip; keluarkan dulu isinya"),
    (b"MIME-Version:", "halaman web (MHTML); simpan sebagai .xlsx"),
    (b"SQLite format 3", "basis data SQLite"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
];

/// Elements by which a text that begins with one is known as a page, or a piece of one.
const PAGE: [&str; 15] = [
    "<html",
    "<!doctype html",
    "<table",
    "<body",
    "<meta",
    "<head",
    "<div",
    "<p",
    "<br",
    "<b",
    "<pre",
    "<h1",
    "<h4",
    "<script",
    "<center",
];

/// Decides by content.
pub fn detect(bytes: &[u8]) -> ByteKind {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip_kind(bytes);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return ole_kind(bytes);
    }
    if let Some((_, name)) = OTHERS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return ByteKind::Other(name);
    }
    text_kind(bytes)
}

fn zip_kind(bytes: &[u8]) -> ByteKind {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else {
        return ByteKind::BrokenZip;
    };
    let names: Vec<String> = zip
        .file_names_raw()
        .map(|n| String::from_utf8_lossy(n).replace('\\', "/").to_lowercase())
        .collect();
    let has = |name: &str| names.iter().any(|n| n == name);
    let under = |folder: &str| names.iter().any(|n| n.starts_with(folder));
    if has("xl/workbook.bin") {
        return ByteKind::Xlsb;
    }
    let mut mimetype = Vec::new();
    if let Ok(part) = zip.by_name("mimetype") {
        // An unreadable mimetype is a mimetype that says nothing.
        let _ = part.take(128).read_to_end(&mut mimetype);
    }
    if mimetype.starts_with(b"application/vnd.oasis.opendocument") {
        return if memmem::find(&mimetype, b"spreadsheet").is_some() {
            ByteKind::Ods
        } else {
            ByteKind::Other("dokumen LibreOffice yang bukan lembar kerja")
        };
    }
    if under("xl/") || names.iter().any(|n| n.ends_with("workbook.xml")) {
        ByteKind::Xlsx
    } else if under("word/") {
        ByteKind::Other("dokumen Word")
    } else if under("ppt/") {
        ByteKind::Other("presentasi PowerPoint")
    } else if has("index/document.iwa") || under("index/tables/") {
        ByteKind::Other("dokumen Apple (Numbers, Pages, atau Keynote); ekspor dulu sebagai Excel dari sana")
    } else if has("[content_types].xml") {
        // A workbook that lost its parts: the workbook reader will say which.
        ByteKind::Xlsx
    } else {
        ByteKind::Other("arsip zip; keluarkan dulu isinya")
    }
}

fn ole_kind(bytes: &[u8]) -> ByteKind {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &wide).is_some()
    };
    if has("EncryptedPackage") {
        ByteKind::Encrypted
    } else if has("Workbook") || has("Book") || !has("Root Entry") {
        // Without a directory it was cut off; the workbook reader will say so.
        ByteKind::Xls
    } else if has("WordDocument") {
        ByteKind::Other("dokumen Word")
    } else {
        ByteKind::Other("berkas Office lama yang bukan buku kerja")
    }
}

fn text_kind(bytes: &[u8]) -> ByteKind {
    let head = &bytes[..bytes.len().min(64 << 10)];
    let Some(encoding) = encoding::guess(head) else {
        return ByteKind::Other("bukan teks dan bukan buku kerja");
    };
    let text = encoding::decode_lossy(head, encoding).to_ascii_lowercase();
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if text.is_empty() {
        return if bytes.len() <= head.len() {
            ByteKind::Empty
        } else {
            ByteKind::Text
        };
    }
    if text.starts_with("<?xml") && text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        return ByteKind::Other("buku kerja XML 2003; buka di Excel lalu simpan sebagai .xlsx");
    }
    if text.contains("urn:oasis:names:tc:opendocument") {
        return ByteKind::Other("OpenDocument tanpa zip (.fods); simpan sebagai .xlsx atau .ods");
    }
    let has = |tag: &str| {
        let ends = |rest: &str| rest.starts_with(|c: char| c == '>' || c == '/' || c.is_ascii_whitespace());
        text.match_indices(tag).any(|(at, _)| ends(&text[at + tag.len()..]))
    };
    let is_html = (text.starts_with('<') && PAGE.into_iter().any(has)) || (has("<table") && has("<tr"));
    if is_html {
        ByteKind::Html
    } else if text.starts_with("<?xml") && !answer::is_failure(text) {
        ByteKind::Other("berkas XML")
    } else if json::looks_like_json(text) {
        ByteKind::Json
    } else {
        ByteKind::Text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_not_the_name() {
        assert_eq!(detect(b""), ByteKind::Empty);
        assert_eq!(detect(b"\xef\xbb\xbf \r\n"), ByteKind::Empty);
        assert_eq!(detect(b"nip;nama\n"), ByteKind::Text);
        assert_eq!(detect(b"\xff\xfen\0i\0p\0"), ByteKind::Text);
        assert_eq!(detect(b"  <TABLE border=1><TR><TD>x"), ByteKind::Html);
        assert_eq!(detect(b"Warning: x<br><table><tr><td>"), ByteKind::Html);
        assert_eq!(
            detect(b"<?xml version='1.0'?><meta:x/><table:table>"),
            ByteKind::Other("berkas XML")
        );
        assert_eq!(detect(b"%PDF-1.7"), ByteKind::Other("dokumen PDF"));
        assert_eq!(detect(b"PK\x03\x04 cut off"), ByteKind::BrokenZip);
        assert!(matches!(detect(b"\x01\x02\x00\x03\x07\x08"), ByteKind::Other(_)));
    }
}
