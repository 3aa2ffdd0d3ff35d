//! `--anotasi`: the user's own workbook with fills and notes at the cells with findings, everything else as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{
    Button, Chart, ChartType, ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, Format, Image, Note, Table,
    Workbook,
};
use skp::finding::Level;
use skp::input::{self, ReadOptions};
use skp::report::annotated::{LeftOut, Mark, OldMarks, SheetMarks, annotate};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::support::containers;
use crate::support::program::{skp, told};

/// Parts of a package: as packed, and unpacked.
type Parts = BTreeMap<String, (Vec<u8>, Vec<u8>)>;

fn parts(bytes: &[u8]) -> Parts {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Parts::new();
    for i in 0..zip.len() {
        let mut packed = Vec::new();
        zip.by_index_raw(i).unwrap().read_to_end(&mut packed).unwrap();
        let mut part = zip.by_index(i).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = Vec::new();
        part.read_to_end(&mut text).unwrap();
        parts.insert(name, (packed, text));
    }
    parts
}

fn text<'p>(parts: &'p Parts, name: &str) -> &'p str {
    std::str::from_utf8(&parts[name].1).unwrap()
}

/// The same package with some parts replaced, added, or (`None`) left out.
fn with_parts(bytes: &[u8], new: &[(&str, Option<&str>)]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, text: &[u8]| {
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(text).unwrap();
    };
    for (name, (_, text)) in parts(bytes).iter().filter(|(name, _)| !new.iter().any(|(n, _)| n == name)) {
        put(name, text);
    }
    for (name, text) in new {
        if let Some(text) = text {
            put(name, text.as_bytes());
        }
    }
    out.finish().unwrap().into_inner()
}

fn mark(row: u32, col: u16, level: Level) -> Mark {
    Mark {
        row,
        col,
        level,
        note: Some(format!(
            "KAS001 ({})\nSalah di sini & di sana.\nPerbaikan: <isi>.",
            level.as_str()
        )),
    }
}

fn marks(sheet: &str, marks: Vec<Mark>) -> SheetMarks {
    SheetMarks {
        name: sheet.into(),
        marks,
        without_note: 0,
    }
}

fn annotated(bytes: &[u8], sheets: &[SheetMarks]) -> Result<Vec<u8>, LeftOut> {
    let mut out = Cursor::new(Vec::new());
    annotate(bytes, sheets)?.write(&mut out).unwrap();
    Ok(out.into_inner())
}

/// Every cell of every sheet, as our own reader (and so calamine) reads it.
fn cells(bytes: &[u8]) -> Vec<(String, u32, u16, String)> {
    let inputs = input::read_bytes("buku.xlsx", bytes, &ReadOptions::default());
    let mut cells = Vec::new();
    for sheet in &inputs.sheets {
        for row in sheet.rows() {
            for (col, value) in row.cells() {
                let name = sheet.name.as_deref().unwrap_or_default().to_owned();
                cells.push((name, row.number(), col, value.written()));
            }
        }
    }
    cells
}

/// The names of parts that differ, and of new ones; what did not change is the same as packed.
fn differences(before: &Parts, after: &Parts) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut changed, mut new) = (BTreeSet::new(), BTreeSet::new());
    for (name, (packed, text)) in after {
        match before.get(name) {
            None => drop(new.insert(name.clone())),
            Some((_, old)) if old != text => drop(changed.insert(name.clone())),
            Some((old, _)) => assert_eq!(old, packed, "{name}"),
        }
    }
    assert!(before.keys().all(|name| after.contains_key(name)), "nothing is lost");
    (changed, new)
}

fn names(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|n| (*n).to_owned()).collect()
}

/// A workbook with everything that is easily lost.
fn rich() -> Vec<u8> {
    let mut book = Workbook::new();
    let dark = Format::new().set_background_color(0x001F_3864).set_font_color(0x00FF_FFFF);
    let sheet = book.add_worksheet();
    sheet.set_name("Data & lain").unwrap();
    for (col, head) in ["NIP", "Nama", "Nilai"].iter().enumerate() {
        sheet.write_with_format(0, u16::try_from(col).unwrap(), *head, &dark).unwrap();
    }
    for row in 1..6 {
        sheet.write(row, 0, format!("19800101200501100{row}")).unwrap();
        sheet.write(row, 1, "Ani <A> & B").unwrap();
        sheet.write(row, 2, f64::from(row) * 1.5).unwrap();
    }
    sheet.write_formula(6, 2, "=SUM(C2:C6)").unwrap();
    sheet.insert_note(2, 1, &Note::new("tanya Budi").set_author("Ani")).unwrap();
    sheet.insert_note(5, 1, &Note::new("sudah benar")).unwrap();
    sheet.insert_button(10, 5, &Button::new().set_caption("Jalankan")).unwrap();
    let mut chart = Chart::new(ChartType::Column);
    chart.add_series().set_values("'Data & lain'!$C$2:$C$6");
    sheet.insert_chart(8, 0, &chart).unwrap();
    sheet.insert_image(8, 8, &Image::new_from_buffer(PNG).unwrap()).unwrap();
    let list = DataValidation::new().allow_list_strings(&["ya", "tidak"]).unwrap();
    sheet.add_data_validation(1, 3, 5, 3, &list).unwrap();
    let rule = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::GreaterThan(3))
        .set_format(Format::new().set_bold());
    sheet.add_conditional_format(1, 2, 5, 2, &rule).unwrap();
    sheet.add_table(20, 0, 23, 2, &Table::new()).unwrap();
    sheet.merge_range(30, 0, 31, 2, "gabung", &Format::new()).unwrap();
    sheet.protect();
    let plain = book.add_worksheet();
    plain.set_name("Polos").unwrap();
    plain.write(0, 0, "a").unwrap();
    let untouched = book.add_worksheet();
    untouched.write(0, 0, "b").unwrap();
    untouched.insert_note(0, 0, &Note::new("tetap")).unwrap();
    book.save_to_buffer().unwrap()
}

/// The smallest picture.
const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f,
    0x15, 0xc4, 0x89, 0, 0, 0, 13, b'I', b'D', b'A', b'T', 0x78, 0x9c, 0x63, 0, 1, 0, 0, 5, 0, 1, 0x0d, 0x0a, 0x2d, 0xb4, 0, 0,
    0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

#[test]
fn only_what_must_change_does() {
    let before = rich();
    let found = [
        marks(
            "Data & lain",
            vec![
                mark(0, 1, Level::Peringatan),
                mark(2, 1, Level::Galat),
                mark(3, 3, Level::Galat),
                mark(6, 2, Level::Catatan),
                mark(7, 0, Level::Galat),
                mark(40, 1, Level::Galat),
            ],
        ),
        marks("Polos", vec![mark(0, 0, Level::Galat)]),
    ];
    let after = annotated(&before, &found).unwrap();
    let (old, new) = (parts(&before), parts(&after));
    let (changed, fresh) = differences(&old, &new);
    assert_eq!(
        changed,
        names(&[
            "[Content_Types].xml",
            "xl/comments1.xml",
            "xl/drawings/vmlDrawing1.vml",
            "xl/styles.xml",
            "xl/worksheets/sheet1.xml",
            "xl/worksheets/sheet2.xml",
        ])
    );
    assert_eq!(
        fresh,
        names(&[
            "xl/comments3.xml",
            "xl/drawings/vmlDrawing3.vml",
            "xl/worksheets/_rels/sheet2.xml.rels"
        ])
    );
    assert_eq!(cells(&before), cells(&after));

    // Existing notes and the button stay, the note at a marked cell says both.
    let (said, drawn) = (text(&new, "xl/comments1.xml"), text(&new, "xl/drawings/vmlDrawing1.vml"));
    assert!(said.contains("tanya Budi") && said.contains("sudah benar") && said.contains("<author>Ani</author>"));
    assert!(said.contains("Salah di sini &amp; di sana.\nPerbaikan: &lt;isi&gt;."));
    assert_eq!(said.matches("<comment ref=").count(), 2 + 5);
    assert_eq!(drawn.matches("ObjectType=\"Note\"").count(), 2 + 5);
    assert_eq!(drawn.matches("ObjectType=\"Button\"").count(), 1);
    assert!(drawn.starts_with(text(&old, "xl/drawings/vmlDrawing1.vml").split("<o:idmap").next().unwrap()));

    // Of the sheet only styles of touched cells, cells that were not there, and (on the plain one) the drawing.
    let sheet = text(&new, "xl/worksheets/sheet1.xml");
    let without = |xml: &str, pieces: &[&str]| pieces.iter().fold(xml.to_owned(), |xml, piece| xml.replacen(piece, "", 1));
    let styles = sheet_styles(sheet);
    let added = [
        format!("<c r=\"D4\" s=\"{}\"/>", styles["D4"]),
        format!("<row r=\"8\"><c r=\"A8\" s=\"{}\"/></row>", styles["A8"]),
        format!("<row r=\"41\"><c r=\"B41\" s=\"{}\"/></row>", styles["B41"]),
    ];
    let added: Vec<&str> = added.iter().map(String::as_str).collect();
    assert_eq!(
        unstyled(&without(sheet, &added)),
        unstyled(text(&old, "xl/worksheets/sheet1.xml"))
    );
    let plain = text(&new, "xl/worksheets/sheet2.xml");
    assert!(plain.contains("<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/><legacyDrawing xmlns:r="));
    assert!(text(&new, "xl/worksheets/_rels/sheet2.xml.rels").contains("Target=\"/xl/comments3.xml\""));

    // Styles are only added, and letters that were white on dark ground are black on the new one.
    let (was, is) = (text(&old, "xl/styles.xml"), text(&new, "xl/styles.xml"));
    let list = |xml: &str, name: &str| {
        let (_, rest) = xml.split_once(&format!("<{name} count=\"")).unwrap();
        let (_, rest) = rest.split_once("\">").unwrap();
        rest.split_once(&format!("</{name}>")).unwrap().0.to_owned()
    };
    for name in ["fonts", "fills", "cellXfs"] {
        assert!(list(is, name).starts_with(&list(was, name)), "{name}");
    }
    assert_eq!(list(is, "fonts").matches("FF000000").count(), 1);
    assert_eq!(
        list(is, "fills").matches("<fill>").count(),
        list(was, "fills").matches("<fill>").count() + 3
    );

    // A copy is annotated again without saying anything twice.
    let again = parts(&annotated(&after, &found).unwrap());
    assert_eq!(text(&again, "xl/comments1.xml"), said);
    assert_eq!(text(&again, "xl/drawings/vmlDrawing1.vml"), drawn);
}

/// `s` of the cells of a sheet.
fn sheet_styles(xml: &str) -> BTreeMap<String, String> {
    let cell = |piece: &str| {
        let tag = piece.split('>').next()?;
        let of = |name: &str| Some(tag.split_once(&format!(" {name}=\""))?.1.split('"').next()?.to_owned());
        Some((of("r")?, of("s").unwrap_or_default()))
    };
    xml.split("<c").skip(1).filter_map(cell).collect()
}

/// A sheet without the styles of its cells.
fn unstyled(xml: &str) -> String {
    let mut out = String::new();
    for (i, piece) in xml.split("<c ").enumerate() {
        if i == 0 {
            out.push_str(piece);
            continue;
        }
        let (tag, rest) = piece.split_once('>').unwrap();
        let kept: Vec<&str> = tag.split(' ').filter(|a| !a.starts_with("s=")).collect();
        out.push_str(&format!("<c {}>{rest}", kept.join(" ").trim_end()));
    }
    out
}

/// A workbook of a hand-made sheet.
fn sheet_of(xml: &str) -> Vec<u8> {
    containers::zipped(&containers::parts(xml))
}

#[test]
fn a_sheet_may_be_written_in_any_way() {
    let found = || vec![mark(1, 1, Level::Galat), mark(2, 0, Level::Peringatan)];
    for (sheet, expected) in [
        // Prefixes, cells and rows that do not say where they are.
        (
            "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row>\
             <x:row><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>",
            "<x:c><x:v>2</x:v></x:c><x:c r=\"B2\" s=\"1\"/></x:row><x:row r=\"3\"><x:c r=\"A3\" s=\"2\"/></x:row></x:sheetData>",
        ),
        // Nothing there at all; styles of columns, and of a row that has no cells.
        (
            "<worksheet><cols><col min=\"2\" max=\"3\" style=\"4\"/></cols><sheetData/></worksheet>",
            "<sheetData><row r=\"2\"><c r=\"B2\" s=\"5\"/></row><row r=\"3\"><c r=\"A3\" s=\"6\"/></row></sheetData><legacyDrawing",
        ),
        (
            "<worksheet><sheetData><row r=\"2\" s=\"3\" customFormat=\"1\"/><row r=\"3\"></row></sheetData><extLst/></worksheet>",
            "<row r=\"2\" s=\"3\" customFormat=\"1\"><c r=\"B2\" s=\"4\"/></row><row r=\"3\"><c r=\"A3\" s=\"5\"/></row></sheetData><legacyDrawing",
        ),
        // What looks like cells and is none.
        (
            "<worksheet><sheetData><!-- <row r=\"9\"> --><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t><![CDATA[<c r=\"B2\">]]></t></is></c>\
             <c r='C2' s='0'/></row><row r=\"4\"/></sheetData></worksheet>",
            "</c><c r=\"B2\" s=\"1\"/><c r='C2' s='0'/></row><row r=\"3\"><c r=\"A3\" s=\"2\"/></row><row r=\"4\"/></sheetData>",
        ),
    ] {
        let before = sheet_of(sheet);
        let after = annotated(&before, &[marks("Isi", found())]).unwrap();
        let new = parts(&after);
        let xml = text(&new, "xl/worksheets/sheet1.xml");
        assert!(xml.contains(expected), "{xml}");
        assert_eq!(cells(&before), cells(&after));
        // There were no styles: now there are, and the workbook knows.
        assert!(text(&new, "xl/_rels/workbook.xml.rels").contains("/styles\" Target=\"/xl/styles.xml\""));
        assert!(text(&new, "[Content_Types].xml").contains("PartName=\"/xl/styles.xml\""));
    }
}

#[test]
fn notes_stand_before_form_controls_even_without_any() {
    let sheet = "<worksheet><sheetData><row r=\"2\"><c r=\"B2\"/></row></sheetData><drawing/>\
        <mc:AlternateContent xmlns:mc=\"m\"><mc:Choice><controls/></mc:Choice></mc:AlternateContent><extLst/></worksheet>";
    let after = annotated(&sheet_of(sheet), &[marks("Isi", vec![mark(1, 1, Level::Galat)])]).unwrap();
    let new = parts(&after);
    let xml = text(&new, "xl/worksheets/sheet1.xml");
    assert!(
        xml.contains("<drawing/><legacyDrawing ") && xml.contains("/><mc:AlternateContent"),
        "{xml}"
    );
}

#[test]
fn what_cannot_be_done_safely_is_left_out_with_its_reason() {
    let book = rich();
    let found = [marks("Data & lain", vec![mark(1, 1, Level::Galat)])];
    let refused = |bytes: &[u8]| annotated(bytes, &found).unwrap_err();
    let with = |name: &str, content: &str| with_parts(&book, &[(name, Some(content))]);
    assert_eq!(
        refused(&with("xl/threadedComments/threadedComment1.xml", "<a/>")),
        LeftOut::Threaded
    );
    assert_eq!(refused(&with("_xmlsignatures/sig1.xml", "<a/>")), LeftOut::Signed);
    let workbook = text(&parts(&book), "xl/workbook.xml").replace(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    );
    assert_eq!(refused(&with("xl/workbook.xml", &workbook)), LeftOut::Strict);
    for (name, content) in [
        ("xl/styles.xml", "<styleSheet><cellXfs></styleSheet>"),
        ("xl/comments1.xml", "<comments>"),
        ("xl/comments1.xml", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><comments/>"),
        ("xl/drawings/vmlDrawing1.vml", "<xml xmlns:v=\"x\"></xml>"),
        ("[Content_Types].xml", "nothing"),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r=\"3\"/><row r=\"2\"/></sheetData></worksheet>",
        ),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r=\"2\"><c r=\"B2\"/><c r=\"A2\"/></row></sheetData></worksheet>",
        ),
        ("xl/worksheets/sheet1.xml", "<worksheet/>"),
    ] {
        // Only a part that is needed has to be whole.
        let found = [
            marks("Data & lain", vec![mark(1, 1, Level::Galat)]),
            marks("Polos", vec![mark(0, 0, Level::Galat)]),
        ];
        let why = annotated(&with(name, content), &found).map(|_| ());
        assert!(matches!(why, Err(LeftOut::Odd(_))), "{name}: {why:?}");
    }
    let lost = with_parts(&book, &[("xl/comments1.xml", None)]);
    assert!(matches!(refused(&lost), LeftOut::Odd(_)));
    assert!(matches!(annotated(b"PK", &found), Err(LeftOut::Odd(_))));
}

#[test]
fn a_note_for_each_of_many_cells_costs_no_more_than_they_do() {
    let rows: Vec<String> = (1..=9_000_u32)
        .map(|r| format!("<row r=\"{r}\"><c r=\"A{r}\"><v>1</v></c></row>"))
        .collect();
    let found = (0..9_000).map(|r| mark(r, 0, Level::Galat)).collect();
    let after = annotated(&containers::xlsx(&rows.concat()), &[marks("Isi", found)]).unwrap();
    let new = parts(&after);
    assert_eq!(text(&new, "xl/comments1.xml").matches("<comment ref=").count(), 9_000);
    // One style for all of them.
    assert_eq!(text(&new, "xl/styles.xml").matches("applyFill").count(), 1);
}

fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(path)
}

#[test]
fn one_workbook_gives_a_file_that_reads_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path();
    fs::copy(fixture("dinas/dinas-bercacat.xlsx"), at.join("dinas.xlsx")).unwrap();
    let before = fs::read(at.join("dinas.xlsx")).unwrap();
    let run = skp(
        at,
        &[
            "nilai",
            "dinas.xlsx",
            "--tahun",
            "2025",
            "--anotasi",
            "dinas-catatan.xlsx",
            "-o",
            "laporan.xlsx",
        ],
    );
    assert_eq!(run.status.code(), Some(1), "{}", told(&run));
    assert!(
        told(&run).contains("ditulis ke dinas-catatan.xlsx: 32 sel ditandai (14 galat, "),
        "{}",
        told(&run)
    );
    assert!(at.join("laporan.xlsx").exists());
    assert_eq!(fs::read(at.join("dinas.xlsx")).unwrap(), before);
    let after = fs::read(at.join("dinas-catatan.xlsx")).unwrap();
    differences(&parts(&before), &parts(&after));
    assert_eq!(cells(&before), cells(&after));
    let findings = |name: &str| {
        let run = skp(at, &["periksa", name, "--tahun", "2025", "--format", "json"]);
        String::from_utf8_lossy(&run.stdout).replace(name, "x")
    };
    let without_hash = |json: String| json.lines().filter(|l| !l.contains("sha256")).collect::<Vec<_>>().join("\n");
    assert_eq!(
        without_hash(findings("dinas.xlsx")),
        without_hash(findings("dinas-catatan.xlsx"))
    );

    // What is there stays, but for --paksa; the same input gives the same bytes.
    let again = [
        "periksa",
        "dinas.xlsx",
        "--tahun",
        "2025",
        "--diam",
        "--anotasi",
        "dinas-catatan.xlsx",
    ];
    let run = skp(at, &again);
    assert_eq!(run.status.code(), Some(2));
    assert!(told(&run).contains("--paksa"));
    let run = skp(at, &[again.as_slice(), &["--paksa"]].concat());
    assert_eq!(run.status.code(), Some(1));
    assert_eq!(fs::read(at.join("dinas-catatan.xlsx")).unwrap(), after);
}

#[test]
fn several_inputs_give_a_folder_of_the_same_names() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path();
    fs::create_dir_all(at.join("data/bidang")).unwrap();
    fs::copy(fixture("dinas/dinas-bercacat.xlsx"), at.join("data/bidang/dinas.xlsx")).unwrap();
    fs::copy(fixture("produsen/tata-letak/pegawai.csv-id.csv"), at.join("data/pegawai.csv")).unwrap();
    fs::copy(
        fixture("produsen/tata-letak/penilaian-grup.libreoffice.xls"),
        at.join("data/lama.xls"),
    )
    .unwrap();
    fs::copy(
        fixture("produsen/tata-letak/penilaian-grup.libreoffice.ods"),
        at.join("data/libre.ods"),
    )
    .unwrap();
    let run = skp(
        at,
        &["periksa", "data", "--tahun", "2025", "--anotasi", "hasil/catatan", "--diam"],
    );
    let heard = told(&run);
    assert!(run.status.code().is_some_and(|c| c < 2), "{heard}");
    let mut copies = Vec::new();
    for folder in ["hasil/catatan", "hasil/catatan/bidang"] {
        for entry in fs::read_dir(at.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            copies.extend(path.is_file().then(|| path.strip_prefix(at).unwrap().display().to_string()));
        }
    }
    assert_eq!(copies, ["hasil/catatan/bidang/dinas.xlsx"]);
    for (file, why) in [("pegawai.csv", "CSV"), ("lama.xls", ".xlsx"), ("libre.ods", ".xlsx")] {
        let line = heard.lines().find(|l| l.contains(file)).unwrap_or_default();
        assert!(
            line.starts_with("Tanpa salinan beranotasi") && line.contains(why),
            "{file}: {heard}"
        );
    }
}

#[test]
fn a_copy_is_never_where_it_would_do_harm() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path();
    fs::create_dir(at.join("data")).unwrap();
    fs::copy(fixture("dinas/dinas.xlsx"), at.join("data/a.xlsx")).unwrap();
    fs::copy(fixture("dinas/dinas-bercacat.xlsx"), at.join("data/b.XLSM")).unwrap();
    fs::write(at.join("teks.csv"), "NIP;Predikat Kinerja\n").unwrap();
    for (args, why) in [
        (["data/a.xlsx", "--anotasi", "data/a.xlsx"].as_slice(), "tidak pernah ditimpa"),
        (&["data/a.xlsx", "--anotasi", "data"], "adalah berkas masukan"),
        (&["data", "--anotasi", "data/catatan"], "di dalam folder masukan"),
        (&["data", "data/a.xlsx", "--anotasi", "data"], "di dalam folder masukan"),
        (&["data/a.xlsx", "data/b.XLSM", "--anotasi", "data/b.XLSM"], "Sebutkan folder"),
        (&["data/b.XLSM", "--anotasi", "b.xlsx"], "berakhiran .xlsm"),
        (&["data/a.xlsx", "--anotasi", "a.xlsm"], "berakhiran .xlsx"),
        (&["data/a.xlsx", "--anotasi", "b.xlsx", "--samarkan"], "--samarkan"),
        (
            &["data/a.xlsx", "data/b.XLSM", "--anotasi", "dua.xlsx"],
            "nama folder tanpa akhiran",
        ),
        (&["data", "--anotasi", "dua.xlsx"], "nama folder tanpa akhiran"),
        (
            &["teks.csv", "--anotasi", "b.csv"],
            "adalah teks (CSV), bukan buku kerja .xlsx",
        ),
        (&["teks.csv", "--anotasi", "b.xlsx"], "Simpan dulu sebagai Buku Kerja Excel"),
    ] {
        let run = skp(at, &[&["periksa", "--tahun", "2025", "--paksa"], args].concat());
        assert_eq!(run.status.code(), Some(2), "{args:?}: {}", told(&run));
        assert!(told(&run).contains(why), "{args:?}: {}", told(&run));
    }
    let mut left: Vec<_> = fs::read_dir(at).unwrap().map(|e| e.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["data", "teks.csv"]);
    assert_eq!(fs::read_dir(at.join("data")).unwrap().count(), 2);
}

#[test]
fn marks_of_an_earlier_run_go_and_what_others_wrote_and_coloured_stays() {
    let note = |row, col, code: &str| Mark {
        note: Some(format!("{code} (galat)\nSalah.\nPerbaikan: isi.\nDasar: hlm. 5")),
        ..mark(row, col, Level::Galat)
    };
    let first = [
        marks(
            "Data & lain",
            vec![
                note(0, 0, "KAS001"),
                note(2, 1, "KAS001"),
                note(3, 1, "KAS001"),
                note(12, 5, "KAS001"),
            ],
        ),
        marks("Polos", vec![note(0, 0, "KAS001")]),
    ];
    let book = rich();
    let once = annotated(&book, &first).unwrap();
    // The same once more changes nothing.
    assert!(annotate(&once, &first).unwrap().is_same());

    // One finding is left, of another kind; the other sheet has none.
    let second = [marks("Data & lain", vec![note(3, 1, "HSL001")])];
    let copy = annotate(&once, &second).unwrap();
    let expected = OldMarks {
        notes: 4,
        kept_notes: 0,
        cleared: 3,
        // A header in white on dark ground: its colours are not known any more.
        covered: 1,
    };
    assert_eq!(copy.earlier, expected);
    let mut out = Cursor::new(Vec::new());
    copy.write(&mut out).unwrap();
    let new = parts(out.get_ref());
    let said = text(&new, "xl/comments1.xml");
    assert!(
        said.contains("tanya Budi") && said.contains("sudah benar") && !said.contains("KAS001"),
        "{said}"
    );
    assert_eq!(said.matches("HSL001").count(), 1);
    let boxes = text(&new, "xl/drawings/vmlDrawing1.vml");
    assert_eq!(boxes.matches("ObjectType=\"Note\"").count(), 3, "{boxes}");
    assert!(boxes.contains("ObjectType=\"Button\""));
    let emptied = text(&new, "xl/comments3.xml");
    assert!(!emptied.contains("<comment "), "{emptied}");
    assert_eq!(cells(&book).len(), cells(out.get_ref()).len());

    // A workbook that has none of ours is the same byte for byte, notes of others and all.
    assert!(annotate(&book, &[]).unwrap().is_same());
}

#[test]
fn a_corrected_copy_is_the_next_input() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path();
    let head = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>NIP</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Predikat Kinerja</t></is></c></row>";
    let rest = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>197304132004032004</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>Baikk sekali</t></is></c></row>";
    fs::write(at.join("rekap.xlsx"), containers::xlsx(&[head, rest].concat())).unwrap();
    let run = skp(at, &["periksa", "rekap.xlsx", "--tahun", "2025", "--anotasi", "catatan.xlsx"]);
    assert!(told(&run).contains("2 sel ditandai (1 galat,"), "{}", told(&run));
    let copy = fs::read(at.join("catatan.xlsx")).unwrap();
    let sheet = text(&parts(&copy), "xl/worksheets/sheet1.xml").replace("Baikk sekali", "Baik");
    fs::write(
        at.join("diperbaiki.xlsx"),
        with_parts(&copy, &[("xl/worksheets/sheet1.xml", Some(&sheet))]),
    )
    .unwrap();
    let run = skp(
        at,
        &["periksa", "diperbaiki.xlsx", "--tahun", "2025", "--anotasi", "bersih.xlsx"],
    );
    assert!(
        told(&run).contains("1 catatan lama dari skp dibuang. Warna tanda di 1 sel dihapus."),
        "{}",
        told(&run)
    );
    let clean = parts(&fs::read(at.join("bersih.xlsx")).unwrap());
    // Who reads the folder of both reads everybody twice.
    assert!(told(&run).contains("sefolder dengan aslinya"), "{}", told(&run));
    let said = text(&clean, "xl/comments1.xml");
    assert!(!said.contains("(galat)"), "{said}");
    let run = skp(at, &["periksa", "bersih.xlsx", "--tahun", "2025", "--anotasi", "lagi.xlsx"]);
    assert!(
        !told(&run).contains("dibuang") && run.status.code() == Some(0),
        "{}",
        told(&run)
    );
}

#[test]
fn a_file_and_its_annotated_copy_count_once() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path();
    fs::create_dir(at.join("data")).unwrap();
    let (original, copy) = (at.join("data/dinas.xlsx"), at.join("data/dinas catatan.xlsx"));
    fs::copy(fixture("dinas/dinas-bercacat.xlsx"), &original).unwrap();
    // What is told, without the table of who it is about and the names of the files.
    let said = |more: &[&str]| {
        let run = skp(
            at,
            &[["periksa", "data", "--tahun", "2025", "--format", "csv"].as_slice(), more].concat(),
        );
        String::from_utf8_lossy(&run.stdout).replace("dinas catatan.xlsx", "dinas.xlsx")
    };
    let others = |text: &str| {
        text.lines()
            .filter(|l| !l.starts_with("STR097"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let alone = said(&[]);
    let run = skp(
        at,
        &[
            "periksa",
            "data/dinas.xlsx",
            "--tahun",
            "2025",
            "--anotasi",
            "data/dinas catatan.xlsx",
        ],
    );
    assert!(told(&run).contains("sefolder dengan aslinya"), "{}", told(&run));
    let both = said(&[]);
    assert!(both.contains("adalah salinannya yang ditulis --anotasi"), "{both}");
    assert_eq!(others(&both), others(&alone));

    let bytes = fs::read(&copy).unwrap();
    let texts = text(&parts(&bytes), "xl/sharedStrings.xml").replace("SMP-9", "SMP-1");
    fs::write(&copy, with_parts(&bytes, &[("xl/sharedStrings.xml", Some(&texts))])).unwrap();
    let both = said(&[]);
    assert!(
        both.contains("STR097") && alone.contains("KAS002") && !both.contains("KAS002"),
        "{both}"
    );
    // With the copy left out the original is read; one that has changed since is none of which nothing is lost.
    assert!(!said(&["--lewati", "dinas catatan.xlsx"]).contains("STR097"));
    fs::write(
        &original,
        with_parts(&fs::read(&original).unwrap(), &[("lain.txt", Some("lain"))]),
    )
    .unwrap();
    assert!(!said(&[]).contains("STR097"));
}

/// Workbooks of three producers, or all of a folder outside the repository: `SKP_BUKU=FOLDER SKP_BUKU_KELUAR=FOLDER
/// cargo test --test it annotated::workbooks_of_others`.
#[test]
fn workbooks_of_others_keep_what_they_hold() {
    let (from, to) = (std::env::var("SKP_BUKU").ok(), std::env::var("SKP_BUKU_KELUAR").ok());
    let folders = match from {
        Some(folder) => vec![folder.into()],
        None => ["anotasi", "produsen/tata-letak", "produsen/ekinerja", "produsen/formulir"]
            .map(fixture)
            .into(),
    };
    let mut outcomes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in folders
        .iter()
        .flat_map(|f: &PathBuf| fs::read_dir(f).unwrap().map(|e| e.unwrap().path()))
    {
        if !path.extension().is_some_and(|e| e == "xlsx" || e == "xlsm") {
            continue;
        }
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = fs::read(&path).unwrap();
        let inputs = input::read_bytes("buku.xlsx", &bytes, &ReadOptions::default());
        let untouched = "tidak disentuh";
        let sheets = inputs.sheets.iter().filter(|s| s.name.as_deref() != Some(untouched));
        let found: Vec<SheetMarks> = sheets.map(some_marks).collect();
        let outcome = match annotated(&bytes, &found) {
            _ if found.is_empty() => "not read".to_owned(),
            Err(why) => format!("{why:?}"),
            Ok(after) => {
                differences(&parts(&bytes), &parts(&after));
                assert_eq!(cells(&bytes), cells(&after), "{name}");
                let notes: usize = found.iter().map(|s| s.marks.len()).sum();
                let said = parts(&after);
                let said = said
                    .iter()
                    .filter(|(part, _)| part.contains("comments") && Path::new(part).extension().is_some_and(|e| e == "xml"));
                let count: usize = said
                    .map(|(_, (_, text))| String::from_utf8_lossy(text).matches("KAS001").count())
                    .sum();
                assert_eq!(count, notes, "{name}");
                if let Some(to) = &to {
                    fs::write(Path::new(to).join(&name), after).unwrap();
                }
                "annotated".to_owned()
            }
        };
        outcomes.entry(outcome).or_default().push(name);
    }
    if let Some(to) = &to {
        fs::write(Path::new(to).join("hasil.txt"), format!("{outcomes:#?}")).unwrap();
    } else {
        assert_eq!(outcomes.keys().collect::<Vec<_>>(), ["annotated"], "{outcomes:?}");
        assert!(outcomes["annotated"].len() > 15, "{outcomes:?}");
    }
}

/// Marks at cells that are there and at some that are not.
fn some_marks(sheet: &input::Sheet) -> SheetMarks {
    let mut at: BTreeSet<(u32, u16)> = [(0, 0), (1, 1), (4, 2), (30, 7)].into();
    let some = sheet.rows().step_by(3).take(5);
    at.extend(some.filter_map(|row| Some((row.number(), row.cells().next()?.0))));
    let levels = [Level::Galat, Level::Peringatan, Level::Catatan];
    let all = at
        .into_iter()
        .zip(levels.into_iter().cycle())
        .map(|((r, c), l)| mark(r, c, l));
    marks(sheet.name.as_deref().unwrap(), all.collect())
}
