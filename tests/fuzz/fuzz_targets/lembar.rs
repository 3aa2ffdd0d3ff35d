//! What is read of a worksheet without calamine is what calamine reads: the bytes are the XML of a sheet (before a NUL) and of the
//! shared texts (behind it).
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use skp::input::{ReadOptions, read_bytes};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const PARTS: [(&str, &str); 4] = [
    (
        "_rels/.rels",
        r#"<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>"#,
    ),
    (
        "xl/styles.xml",
        r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>"#,
    ),
];

fuzz_target!(|bytes: &[u8]| {
    let (sheet, texts) = bytes.split_at(bytes.iter().position(|b| *b == 0).unwrap_or(bytes.len()));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let own = [("xl/worksheets/sheet1.xml", sheet), ("xl/sharedStrings.xml", texts.get(1..).unwrap_or_default())];
    for (name, text) in PARTS.map(|(n, t)| (n, t.as_bytes())).into_iter().chain(own) {
        if zip.start_file(name, SimpleFileOptions::default()).is_err() || zip.write_all(text).is_err() {
            return;
        }
    }
    let Ok(packed) = zip.finish() else { return };
    let read = |by_calamine| {
        let options = ReadOptions {
            by_calamine,
            ..ReadOptions::default()
        };
        let inputs = read_bytes("x.xlsx", packed.get_ref(), &options);
        let rows = |s: &skp::input::Sheet| s.rows().map(|r| format!("{} {:?}", r.number(), r.cells().collect::<Vec<_>>())).collect::<Vec<_>>();
        (inputs.sheets.iter().map(rows).collect::<Vec<_>>(), format!("{:?}", inputs.problems))
    };
    assert_eq!(read(false), read(true));
});
