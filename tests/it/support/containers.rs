//! Makes workbooks by hand, well-formed or not.
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK_RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// Parts of a smallest workbook around the content of one sheet.
pub fn parts(sheet: &str) -> Vec<(&'static str, String)> {
    vec![
        ("[Content_Types].xml", TYPES.into()),
        ("_rels/.rels", RELS.into()),
        ("xl/workbook.xml", workbook(&[("Isi", "r1")])),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.into()),
        ("xl/worksheets/sheet1.xml", sheet.to_owned()),
    ]
}

/// `workbook.xml` with sheets of these names and relationship ids.
pub fn workbook(sheets: &[(&str, &str)]) -> String {
    let sheet = |(name, id): &(&str, &str)| format!(r#"<sheet name="{name}" sheetId="1" r:id="{id}"/>"#);
    let sheets = sheets.iter().map(sheet).collect::<Vec<_>>().concat();
    format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{sheets}</sheets></workbook>"#
    )
}

/// A sheet around rows.
pub fn sheet(rows: &str) -> String {
    format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    )
}

/// The zip of these parts.
pub fn zipped(parts: &[(&str, String)]) -> Vec<u8> {
    let bytes: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (*name, content.as_bytes())).collect();
    zipped_bytes(&bytes)
}

fn zipped_bytes(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        zip.start_file(*name, options).expect("a part");
        zip.write_all(content).expect("its bytes");
    }
    zip.finish().expect("a zip").into_inner()
}

/// A workbook with one sheet of these rows.
pub fn xlsx(rows: &str) -> Vec<u8> {
    zipped(&parts(&sheet(rows)))
}

/// Makes a zip declare another unpacked size for a part, in its directory and before the part.
pub fn lie_about_size(zip: &mut [u8], part: &str, size: u32) {
    for (magic, name_at, size_at) in [(b"PK\x01\x02", 46, 24), (b"PK\x03\x04", 30, 22)] {
        let at = (0..zip.len() - name_at)
            .find(|&i| zip[i..].starts_with(magic) && zip[i + name_at..].starts_with(part.as_bytes()))
            .expect("the part is in the zip");
        zip[at + size_at..at + size_at + 4].copy_from_slice(&size.to_le_bytes());
    }
}

/// A compound file with these streams.
pub fn ole(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a compound file");
    for (name, content) in streams {
        file.create_stream(name)
            .and_then(|mut s| s.write_all(content))
            .expect("a stream");
    }
    file.flush().expect("in memory");
    file.into_inner().into_inner()
}

/// An `.xls` stream with one sheet of these records.
pub fn biff(records: &[(u16, Vec<u8>)]) -> Vec<u8> {
    biff_of(&[], records)
}

/// The same with records of the workbook as a whole, its fonts and texts, before it.
pub fn biff_of(shared: &[(u16, Vec<u8>)], records: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let record = |kind: u16, data: &[u8]| {
        let length = u16::try_from(data.len()).expect("a short record");
        [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
    };
    let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let end = record(0x000A, &[]);
    let mut globals = begin(5);
    for (kind, data) in shared {
        globals.extend(record(*kind, data));
    }
    let start = globals.len() + 4 + 11 + end.len();
    let mut bound = u32::try_from(start).expect("a small stream").to_le_bytes().to_vec();
    bound.extend([0, 0, 3, 0]);
    bound.extend(b"Isi");
    globals.extend(record(0x0085, &bound));
    globals.extend(&end);
    assert_eq!(globals.len(), start);
    globals.extend(begin(0x10));
    for (kind, data) in records {
        globals.extend(record(*kind, data));
    }
    globals.extend(end);
    globals
}

/// An `.xlsb` with one sheet of these records, between its dimension and its end; fonts, styles and texts are those of `styles` and
/// `shared`.
pub fn xlsb(styles: &[(u16, Vec<u8>)], shared: &[(u16, Vec<u8>)], cells: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let seven = |mut n: usize| {
        let mut bytes = Vec::new();
        loop {
            let low = u8::try_from(n & 0x7f).expect("seven bits");
            n >>= 7;
            bytes.push(if n == 0 { low } else { low | 0x80 });
            if n == 0 {
                return bytes;
            }
        }
    };
    let all = |records: &[(u16, Vec<u8>)]| {
        let record = |(kind, data): &(u16, Vec<u8>)| [seven(usize::from(*kind)), seven(data.len()), data.clone()].concat();
        records.iter().flat_map(record).collect::<Vec<u8>>()
    };
    let text = |text: &str| {
        let letters: Vec<u16> = text.encode_utf16().collect();
        let length = u32::try_from(letters.len()).expect("a short text").to_le_bytes();
        [
            &length[..],
            &letters.iter().flat_map(|l| l.to_le_bytes()).collect::<Vec<u8>>(),
        ]
        .concat()
    };
    let entry = [vec![0; 8], text("r1"), text("Isi")].concat();
    let book = [
        (0x0083, vec![]),
        (0x008F, vec![]),
        (0x009C, entry),
        (0x0090, vec![]),
        (0x009D, vec![]),
        (0x0084, vec![]),
    ];
    let sheet = [
        &[(0x0081, vec![]), (0x0094, vec![0; 16]), (0x0091, vec![])],
        cells,
        &[(0x0092, vec![]), (0x0082, vec![])],
    ];
    let rels = BOOK_RELS.replace("sheet1.xml", "sheet1.bin");
    let root = RELS.replace("workbook.xml", "workbook.bin");
    zipped_bytes(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("xl/_rels/workbook.bin.rels", rels.as_bytes()),
        ("xl/workbook.bin", &all(&book)),
        ("xl/styles.bin", &all(styles)),
        ("xl/sharedStrings.bin", &all(shared)),
        ("xl/worksheets/sheet1.bin", &all(&sheet.concat())),
    ])
}

/// An `.ods` around the content of `office:spreadsheet`.
pub fn ods(content: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>{content}</office:spreadsheet></office:body></office:document-content>"#
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet".into()),
        ("content.xml", content),
    ])
}
