//! Files made to hurt, and files that are merely broken: each is one typed problem, never a panic,
//! and a good file beside it is read all the same.

use std::fs;

use crate::support::containers::{biff, lie_about_size, ods, ole, parts, sheet, workbook, xlsx, zipped};
use skp::input::findings::{
    CellBeyond, DelimiterAmbiguous, FileBomb, FileDamaged, FileEmpty, FileEncrypted, FileErrorPage, FileNotTable, FileTooLarge,
    FileUnreadable,
};
use skp::input::{Inputs, ReadOptions, Value, read};
use skp::model::PeriodChoice;
use skp::run::{Request, Run};

/// Reads the bytes as a file with a name that says nothing, beside a good file.
fn inputs(bytes: &[u8]) -> Inputs {
    let dir = tempfile::tempdir().unwrap();
    let (file, good) = (dir.path().join("berkas.csv"), dir.path().join("baik.csv"));
    fs::write(&file, bytes).unwrap();
    fs::write(&good, "nip;nama\n1;Ani\n").unwrap();
    let inputs = read(&[file, good], &ReadOptions::default());
    assert_eq!(inputs.files.len(), 2);
    let last = inputs.sheets.last().unwrap();
    assert_eq!(last.at(1, 1), Value::Text("Ani"), "the good file is read");
    inputs
}

/// The one problem of a refused file.
fn refused(bytes: &[u8]) -> (&'static str, String) {
    let inputs = inputs(bytes);
    assert_eq!(inputs.sheets.len(), 1, "nothing of a refused file is used");
    let [problem] = inputs.problems.as_slice() else {
        panic!("one problem, not {:?}", inputs.problems)
    };
    assert_eq!(problem.file.unwrap().0, 0);
    (problem.kode(), format!("{:?}", problem.fact))
}

fn kind(bytes: &[u8]) -> &'static str {
    refused(bytes).0
}

#[test]
fn zip_bombs_are_refused_by_what_they_declare_and_by_what_they_hold() {
    let blanks = " ".repeat(40 << 20);
    let mut bomb = xlsx(&blanks);
    assert_eq!(kind(&bomb), FileBomb::CODE.kode);
    lie_about_size(&mut bomb, "xl/worksheets/sheet1.xml", 1000);
    let told = kind(&bomb);
    assert!(
        [FileBomb::CODE.kode, FileDamaged::CODE.kode].contains(&told),
        "a bomb that declares 1000 bytes: {told:?}"
    );

    let mut small = xlsx("<row r='1'><c r='A1'><v>1</v></c></row>");
    lie_about_size(&mut small, "xl/worksheets/sheet1.xml", 1 << 30);
    assert_eq!(kind(&small), FileBomb::CODE.kode, "1 GB declared");

    let mut many = parts("<worksheet/>");
    let names: Vec<String> = (0..21_000).map(|i| format!("xl/x{i}")).collect();
    many.extend(names.iter().map(|n| (&*Box::leak(n.clone().into_boxed_str()), String::new())));
    assert_eq!(kind(&zipped(&many)), FileBomb::CODE.kode, "too many parts");
}

#[test]
fn many_sheets_on_one_part_count_as_often_as_they_would_be_read() {
    let mut parts = parts(&sheet(&" ".repeat(1 << 20)));
    let sheets: Vec<String> = (0..1500).map(|i| format!("S{i}")).collect();
    let sheets: Vec<(&str, &str)> = sheets.iter().map(|s| (s.as_str(), "r1")).collect();
    parts[2].1 = workbook(&sheets);
    assert_eq!(kind(&zipped(&parts)), FileBomb::CODE.kode);
}

#[test]
fn a_cell_in_the_last_corner_costs_nothing_and_is_told() {
    let rows = r#"<row r="1"><c r="A1"><v>7</v></c></row><row r="1048576"><c r="XFD1048576"><v>8</v></c></row>"#;
    let inputs = inputs(&xlsx(rows));
    assert_eq!(inputs.sheets[0].at(0, 0).written(), "7");
    assert_eq!(inputs.problems[0].kode(), CellBeyond::CODE.kode);
    assert_eq!(inputs.problems[0].at.unwrap().a1(), "XFD1048576");
}

#[test]
fn a_text_that_excel_could_not_hold_is_told_and_left_out() {
    let long = "x".repeat(32_768);
    let inputs = inputs(format!("nip;bukti;nilai\n1;{long};3\n2;{};4\n", &long[1..]).as_bytes());
    assert_eq!(inputs.problems[0].kode(), FileTooLarge::CODE.kode);
    assert_eq!(inputs.problems[0].at.unwrap().a1(), "B2");
    assert_eq!(inputs.sheets[0].at(1, 1), Value::Empty);
    assert_eq!(inputs.sheets[0].at(2, 1).written().len(), 32_767);
}

/// Nobody else looks at the number; a list that declares millions is refused all the same.
#[test]
fn a_list_of_texts_may_declare_what_it_does_not_have() {
    let told = |count: &str| {
        let mut all = parts(&sheet(r#"<row r="1"><c r="A1" t="s"><v>1</v></c></row>"#));
        all[3].1 = all[3].1.replace(
            "</Relationships>",
            r#"<Relationship Id="rs" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
        );
        let list = format!(
            r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="{count}" uniqueCount="{count}"><si><t>a</t></si><si><t>b</t></si></sst>"#
        );
        all.push(("xl/sharedStrings.xml", list));
        zipped(&all)
    };
    for count in ["0", "2", "99", "99999"] {
        let inputs = inputs(&told(count));
        assert_eq!(inputs.sheets[0].at(0, 0), Value::Text("b"), "{count}: {:?}", inputs.problems);
    }
    assert_eq!(kind(&told("4000000000")), FileDamaged::CODE.kode);
}

#[test]
fn styled_empty_rows_are_no_content() {
    use std::fmt::Write;
    let mut rows = String::from(r#"<row r="1"><c r="A1" s="0"/><c r="B1"><v>1</v></c></row>"#);
    for r in 2..300_000 {
        write!(
            rows,
            r#"<row r="{r}" s="3" customFormat="1" ht="15"><c r="A{r}" s="3"/></row>"#
        )
        .unwrap();
    }
    let inputs = inputs(&xlsx(&rows));
    assert!(inputs.problems.is_empty(), "{:?}", inputs.problems);
    assert_eq!(inputs.sheets[0].row_count(), 1);
}

#[test]
fn broken_workbooks_are_damaged() {
    let good = xlsx("<row r='1'><c r='A1'><v>1</v></c></row>");
    assert!(inputs(&good).problems.is_empty());
    for cut in [4, 100, good.len() / 2, good.len() - 10] {
        assert_eq!(kind(&good[..cut]), FileDamaged::CODE.kode, "cut after {cut} bytes");
    }
    for rows in [
        "<row r='1'><c r='A1'><v>1</v></row>",
        "<row r='1'><c r='A1'",
        "<row r='1'><c r='A1' t='s'><v>5</v></c></row>",
        "<row r='1'><c r='A1' t='wrong'><v>5</v></c></row>",
        "<row r='1'><c r='\u{e9}1'><v>5</v></c></row>",
        "<row r='2'><c r='A2'><v>5</v></c></row><row r='1'><c r='A1'><v>5</v></c></row>",
        "<row r='1'><c r='A1'><v>5</v></c><c r='A1'><v>6</v></c></row>",
    ] {
        assert_eq!(kind(&xlsx(rows)), FileDamaged::CODE.kode, "{rows}");
    }
    let whole = parts(&sheet(""));
    for missing in 1..whole.len() {
        let mut parts = whole.clone();
        let (name, _) = parts.remove(missing);
        if name == "_rels/.rels" {
            // It names the workbook, which stands where it always does.
            assert!(inputs(&zipped(&parts)).problems.is_empty());
            continue;
        }
        let told = kind(&zipped(&parts));
        assert!(
            [FileDamaged::CODE.kode, FileEmpty::CODE.kode].contains(&told),
            "without {name}: {told:?}"
        );
    }
    let mut no_sheets = whole.clone();
    no_sheets[2].1 = workbook(&[]);
    assert_eq!(
        kind(&zipped(&no_sheets)),
        FileDamaged::CODE.kode,
        "a sheet that was taken off the list"
    );
    let mut damaged = good;
    let middle = damaged.len() / 2;
    for byte in &mut damaged[middle..middle + 40] {
        *byte ^= 0x55;
    }
    assert_eq!(kind(&damaged), FileDamaged::CODE.kode);
}

#[test]
fn counts_that_lie_allocate_nothing() {
    let mut parts = parts(&sheet("<row r='1'><c r='A1' t='s'><v>0</v></c></row>"));
    let strings = |count: &str| format!(r#"<sst uniqueCount="{count}"><si><t>a</t></si></sst>"#);
    parts.push(("xl/sharedStrings.xml", strings("1")));
    assert_eq!(inputs(&zipped(&parts)).sheets[0].at(0, 0), Value::Text("a"));
    parts[5].1 = strings("99999999999");
    assert_eq!(kind(&zipped(&parts)), FileDamaged::CODE.kode);
    let formula = "<row r='1'><c r='A1'><f t='shared' si='99999999999' ref='A1:XFD1048576'>B1</f></c></row>";
    assert_eq!(inputs(&xlsx(formula)).sheets[0].at(0, 0), Value::Uncomputed);
}

#[test]
fn formulas_that_need_each_other_are_not_computed() {
    let rows = "<row r='1'><c r='A1'><f>B1</f></c><c r='B1'><f>A1</f><v></v></c><c r='C1'><f>1</f><v>1</v></c></row>";
    let inputs = inputs(&xlsx(rows));
    let row: Vec<_> = inputs.sheets[0].row_at(0).cells().map(|(_, v)| v.written()).collect();
    assert_eq!(row, ["(rumus tanpa hasil)", "(rumus tanpa hasil)", "1"]);
}

#[test]
fn entities_are_not_expanded() {
    let laughs = r#"<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"#;
    let rows = "<row r='1'><c r='A1' t='inlineStr'><is><t>&b;</t></is></c></row>";
    assert_eq!(
        kind(&zipped(&parts(&format!("{laughs}{}", sheet(rows))))),
        FileDamaged::CODE.kode
    );
}

#[test]
fn depth_costs_nothing() {
    let deep = "<a>".repeat(300_000);
    assert_eq!(kind(&xlsx(&deep)), FileDamaged::CODE.kode, "never closed");
    assert_eq!(
        kind(&xlsx(&format!("{deep}{}", "</a>".repeat(300_000)))),
        FileDamaged::CODE.kode
    );
    assert_eq!(
        kind(&ods(&format!("<table:table><table:table-row><table:table-cell>{deep}"))),
        FileDamaged::CODE.kode
    );
    let html = format!("<table><tr><td>1{}", "<div><span>".repeat(200_000));
    let read = inputs(html.as_bytes());
    assert_eq!(read.sheets[0].at(0, 0), Value::Text("1"));
    assert_eq!(kind("<table><tr><td>".repeat(100_000).as_bytes()), FileDamaged::CODE.kode);
    let attributes = (0..5000).map(|i| format!(" a{i}")).collect::<Vec<_>>().concat();
    assert_eq!(
        kind(format!("<table{attributes}><tr><td>1").as_bytes()),
        FileDamaged::CODE.kode
    );
}

#[test]
fn encrypted_workbooks_are_said_to_be_encrypted() {
    let office = ole(&[("EncryptionInfo", vec![4, 0, 4, 0]), ("EncryptedPackage", vec![7; 5000])]);
    assert_eq!(kind(&office), FileEncrypted::CODE.kode);
    let file_pass = (0x002F_u16, vec![1, 0, 1, 0, 1, 0]);
    let mut stream = biff(&[]);
    // After the first record, which begins the workbook.
    let record: Vec<u8> = [&file_pass.0.to_le_bytes()[..], &[6, 0], &file_pass.1].concat();
    stream.splice(20..20, record);
    assert_eq!(kind(&ole(&[("Workbook", stream)])), FileEncrypted::CODE.kode);
    let manifest = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/>";
    let ods = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet".into()),
        // Encrypted bytes look like anything, here like tags that never end.
        ("content.xml", "<\u{1}<a <b></c>".into()),
        ("META-INF/manifest.xml", manifest.into()),
    ]);
    assert_eq!(kind(&ods), FileEncrypted::CODE.kode);
    let whole = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet".into()),
        ("encrypted-package", "<\u{1}<a".into()),
        ("META-INF/manifest.xml", manifest.into()),
    ]);
    assert_eq!(kind(&whole), FileEncrypted::CODE.kode);
}

#[test]
fn old_workbooks_are_held_to_their_bounds() {
    let number = |row: u16, col: u16| {
        let at = [row.to_le_bytes(), col.to_le_bytes(), [0, 0]].concat();
        (0x0203, [at, 1.5_f64.to_le_bytes().to_vec()].concat())
    };
    let near = ole(&[("Workbook", biff(&[number(0, 0), number(3, 2)]))]);
    let read = inputs(&near);
    assert_eq!(read.sheets[0].at(3, 2).written(), "1,5");
    // Few cells far apart are read where they stand; a run of two in one record, too.
    let two = [
        &[200, 0xEA, 100, 0][..],
        &[0, 0, 0x03, 0, 0, 0],
        &[0, 0, 0x07, 0, 0, 0],
        &[101, 0],
    ]
    .concat();
    let read = inputs(&ole(&[("Workbook", biff(&[number(0, 0), number(3, 250), (0x00BD, two)]))]));
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    let filled = |sheet: &skp::input::Sheet| -> Vec<(u32, u16)> {
        let cells = |row: skp::input::sheet::Row<'_>| row.cells().map(|(col, _)| (row.number(), col)).collect::<Vec<_>>();
        sheet.rows().flat_map(cells).collect()
    };
    assert_eq!(filled(&read.sheets[0]), [(0, 0), (3, 250), (60_104, 100), (60_104, 101)]);
    assert_eq!(read.sheets[0].at(60_104, 100).written(), "0");
    assert_eq!(read.sheets[0].at(60_104, 101).written(), "0,01");
    let read = inputs(&ole(&[("Workbook", biff(&[number(0, 0), number(65_535, 65_535)]))]));
    assert_eq!(filled(&read.sheets[0]), [(0, 0)]);
    assert_eq!(read.problems[0].kode(), CellBeyond::CODE.kode);
    let sparse: Vec<_> = (0..2300).map(|i| number(i * 20, i)).collect();
    assert_eq!(kind(&ole(&[("Workbook", biff(&sparse))])), FileTooLarge::CODE.kode);
    let dimensions = (0x0200, [[0; 4], [255; 4], [0, 0, 255, 255], [0; 4]].concat()[..14].to_vec());
    assert_eq!(kind(&ole(&[("Workbook", biff(&[dimensions]))])), FileDamaged::CODE.kode);
    assert_eq!(kind(&ole(&[("Workbook", vec![1, 2, 3])])), FileDamaged::CODE.kode);
    assert_eq!(kind(&ole(&[("WordDocument", vec![1, 2, 3])])), FileNotTable::CODE.kode);
    assert_eq!(kind(&near[..600]), FileDamaged::CODE.kode);
    assert_eq!(kind(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), FileDamaged::CODE.kode);
}

#[test]
fn open_documents_are_held_to_their_bounds() {
    let cell = "<table:table-cell office:value-type='float' office:value='1'";
    let table = |rows: &str| ods(&format!("<table:table table:name='A'>{rows}</table:table>"));
    let row = |attributes: &str, cells: &str| format!("<table:table-row{attributes}>{cells}</table:table-row>");
    let far = row(
        " table:number-rows-repeated='1048575'",
        "<table:table-cell table:number-columns-repeated='16384'/>",
    );
    let read = inputs(&table(&format!("{far}{}", row("", &format!("{cell}/>")))));
    assert!(read.problems.is_empty());
    assert_eq!(read.sheets[0].at(1_048_575, 0).written(), "1");
    let endless = row(
        " table:number-rows-repeated='4000000000'",
        &format!("{cell} table:number-columns-repeated='4000000000'/>"),
    );
    let options = ReadOptions {
        limits: skp::input::Limits {
            cells: 100_000,
            ..skp::input::Limits::default()
        },
        ..ReadOptions::default()
    };
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), table(&endless)).unwrap();
    let read = skp::input::read(&[file.path().to_owned()], &options);
    assert_eq!(read.problems[0].kode(), FileBomb::CODE.kode);
    assert!(read.sheets.is_empty());
    let blanks =
        "<table:table-cell office:value-type='string'><text:p>a<text:s text:c='4000000000'/>b</text:p></table:table-cell>";
    let read = inputs(&table(&row("", blanks)));
    assert_eq!(read.sheets[0].at(0, 0).written().len(), 1002);
    for cut in [
        "<table:table table:name='A'>",
        "<table:table><table:table-row>",
        "<table:table><table:table-row><table:table-cell>",
    ] {
        assert_eq!(kind(&ods(cut)), FileDamaged::CODE.kode, "{cut}");
    }
    assert_eq!(kind(&ods("<x/>")), FileEmpty::CODE.kode);
}

#[test]
fn what_is_no_table_is_said_to_be_none() {
    assert_eq!(kind(b""), FileEmpty::CODE.kode);
    assert_eq!(kind(b"\xef\xbb\xbf\r\n \r\n"), FileEmpty::CODE.kode);
    let noise: Vec<u8> = (0_u32..5000)
        .map(|i| i.wrapping_mul(2_654_435_761).to_le_bytes()[2])
        .collect();
    assert_eq!(kind(&noise), FileNotTable::CODE.kode);
    assert_eq!(kind(b"%PDF-1.7 ..."), FileNotTable::CODE.kode);
    assert_eq!(
        kind(&zipped(&[("word/document.xml", "<w/>".into())])),
        FileNotTable::CODE.kode
    );
    assert_eq!(kind(&zipped(&[("a.csv", "a;b".into())])), FileNotTable::CODE.kode);
    assert_eq!(
        kind(b"<html><body>Sesi Anda telah berakhir. Silakan masuk kembali."),
        FileErrorPage::CODE.kode
    );
    assert_eq!(kind(b"1,5;2,5\n3,5;4,5\n"), DelimiterAmbiguous::CODE.kode);
    assert!(refused(b"PK\x03\x04").1.contains("terpotong"));
}

#[test]
fn lone_quotes_in_number_damage_the_file() {
    let mut text = String::from("a;b;c\n");
    for i in 0..500 {
        text += &format!("{i};\"x;y\n");
    }
    assert_eq!(refused(text.as_bytes()).0, FileDamaged::CODE.kode);
    let inputs = inputs(b"a;b;c\n1;\"x;y\n2;z;z\n");
    assert_eq!(inputs.sheets[0].row_count(), 3);
    assert_eq!(inputs.problems[0].at.unwrap().a1(), "B2");
}

#[test]
fn what_cannot_be_opened_is_unreadable() {
    let dir = tempfile::tempdir().unwrap();
    let missing = dir.path().join("tidak-ada.xlsx");
    let read = skp::input::read(&[missing], &ReadOptions::default());
    assert_eq!(read.problems[0].kode(), FileUnreadable::CODE.kode);
    assert!(read.files[0].named && read.files[0].format.is_none());
    #[cfg(unix)]
    {
        let link = dir.path().join("putar.csv");
        std::os::unix::fs::symlink("putar.csv", &link).unwrap();
        let read = skp::input::read(
            std::slice::from_ref(&link),
            &ReadOptions {
                verbose: true,
                ..ReadOptions::default()
            },
        );
        let told = format!("{:?}", read.problems[0].fact);
        assert!(!cfg!(target_os = "linux") || told.contains("menunjuk kembali"), "{told}");
        fs::remove_file(&link).unwrap();
        // What is no file says so itself; the system has no word of its own.
        let read = skp::input::read(
            &["/dev/null".into()],
            &ReadOptions {
                verbose: true,
                ..ReadOptions::default()
            },
        );
        assert_eq!(read.problems[0].because, None, "{:?}", read.problems[0].fact);
        let link = dir.path().join("lingkaran");
        std::os::unix::fs::symlink(dir.path(), &link).unwrap();
        fs::write(dir.path().join("a.csv"), "a;b;c\n1;2;3\n").unwrap();
        let read = skp::input::read(&[dir.path().to_owned()], &ReadOptions::default());
        assert_eq!(read.files.len(), 1, "a folder that contains itself is read once");
        let device = skp::input::read(&["/dev/zero".into()], &ReadOptions::default());
        assert_eq!(device.problems[0].kode(), FileUnreadable::CODE.kode);
    }
}

/// A workbook of one sheet whose cells and other parts are as given.
fn changed(change: impl FnOnce(&mut Vec<(&'static str, String)>)) -> Vec<u8> {
    let mut parts = parts(&sheet("<row r='1'><c r='A1'><v>1</v></c></row>"));
    change(&mut parts);
    zipped(&parts)
}

fn part<'p>(parts: &'p mut [(&'static str, String)], name: &str) -> &'p mut String {
    &mut parts.iter_mut().find(|(n, _)| *n == name).unwrap().1
}

#[test]
fn what_holds_no_data_damages_nothing() {
    let sheets = |more: &str| {
        changed(|parts| {
            let list = part(parts, "xl/workbook.xml");
            *list = list.replace("</sheets>", &format!("{more}</sheets>"));
        })
    };
    let mut sound = vec![
        sheets(r#"<sheet name="Module1" sheetId="99" state="veryHidden" r:id=""/>"#),
        sheets(r#"<sheet name="Modul" sheetId="7"/>"#),
        changed(|parts| {
            let list = part(parts, "xl/workbook.xml");
            *list = list.replace("<sheet ", "<sheet state='aneh' ");
        }),
    ];
    for odd in ["1:9", "A:C", "", "#REF!", "B2:A1", "A1:B2:C3", "A0", "A1:ZZZZ9"] {
        let dimension = format!("<dimension ref='{odd}'/><sheetData>");
        sound.push(changed(|parts| {
            let sheet = &mut parts.iter_mut().find(|(n, _)| n.contains("worksheets")).unwrap().1;
            *sheet = sheet.replace("<sheetData>", &dimension);
        }));
    }
    for name in [
        "docProps/thumbnail.jpeg",
        "xl/drawings/drawing1.xml",
        "xl/printerSettings/a.bin",
        "xl/comments1.xml",
    ] {
        let text = "gambar yang panjang ".repeat(20);
        let mut bytes = changed(|parts| parts.push((name, text)));
        // What the part says it unpacks to is not what it unpacks to.
        lie_about_size(&mut bytes, name, 7);
        sound.push(bytes);
    }
    for bytes in sound {
        let read = inputs(&bytes);
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        assert_eq!(read.sheets[0].at(0, 0).written(), "1");
    }
    // A sheet that lost its link is no module: its part is there, and nothing leads to it.
    let orphan = changed(|parts| {
        let list = part(parts, "xl/workbook.xml");
        *list = list.replace("r:id=\"r1\"", "r:id=\"\"");
    });
    assert_eq!(kind(&orphan), FileDamaged::CODE.kode);
}

#[test]
fn a_part_that_is_there_twice_is_refused() {
    let good = changed(|_| {});
    let name = b"xl/workbook.xml";
    // The name in the directory of another part of the same length.
    let mut twice = changed(|parts| parts.push(("xl/workbooq.xml", "<workbook/>".into())));
    let at: Vec<usize> = (0..twice.len() - name.len())
        .filter(|&i| &twice[i..i + name.len()] == b"xl/workbooq.xml")
        .collect();
    for at in at {
        twice[at..at + name.len()].copy_from_slice(name);
    }
    assert!(inputs(&good).problems.is_empty());
    let (kind, detail) = refused(&twice);
    assert_eq!(kind, FileDamaged::CODE.kode);
    assert!(detail.contains("dua kali"), "{detail}");
}

#[test]
fn a_figure_whose_style_is_unknown_is_refused() {
    let (told, detail) = refused(&xlsx("<row r='1'><c r='A1' s='400'><v>0.81</v></c></row>"));
    assert_eq!(told, FileDamaged::CODE.kode);
    assert!(detail.contains("A1") && detail.contains("persen"), "{detail}");
    // A text has no format that matters.
    let text = xlsx("<row r='1'><c r='A1' s='400' t='str'><v>x</v></c></row>");
    assert!(inputs(&text).problems.is_empty());
    for odd in [
        "<c r='A1' s='&#49;'><v>1</v></c>",
        "<c r='A1'><v>1<!-- -->2</v></c>",
        "<c r='A1' t='s'><v>x</v></c>",
    ] {
        assert_eq!(
            kind(&xlsx(&format!("<row r='1'>{odd}</row>"))),
            FileDamaged::CODE.kode,
            "{odd}"
        );
    }
}

#[test]
fn answers_of_sites_are_no_tables() {
    for answer in [
        "<div>\n<h4>Kesalahan PHP</h4>\n<p>Severity: Warning</p></div>",
        "<br />\n<b>Fatal error</b>: Uncaught Error in /var/www/x.php:3<br />",
        "<html><head><title>502 Bad Gateway</title></head><body><center>nginx</center></body></html>",
        "<html><body><form><table><tr><td>Sandi<td><input type=password></table></form></body></html>",
        "Fatal error: Allowed memory size of 134217728 bytes exhausted",
        "{\"message\":\"Unauthenticated.\"}",
        "Warning: mysqli_connect(): (HY000/1040): Too many connections in /home/ekin/koneksi.php on line 4",
        "Maaf, server sedang dalam pemeliharaan. Silakan coba beberapa saat lagi.",
        "Sistem sedang dalam perbaikan, coba lagi nanti",
        "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>",
    ] {
        assert_eq!(kind(answer.as_bytes()), FileErrorPage::CODE.kode, "{answer}");
    }
    // XML that is no answer.
    assert_eq!(kind(b"<?xml version='1.0'?><rss><channel/></rss>"), FileNotTable::CODE.kode);
}

#[test]
fn cells_written_by_a_count_stay_in_proportion() {
    let repeated = |rows: u32, cols: u32| {
        ods(&format!(
            "<table:table table:name='A'><table:table-row table:number-rows-repeated='{rows}'>\
             <table:table-cell office:value-type='string' table:number-columns-repeated='{cols}'><text:p>x</text:p></table:table-cell>\
             </table:table-row></table:table>"
        ))
    };
    assert_eq!(kind(&repeated(90_000, 1_000)), FileBomb::CODE.kode);
    let read = inputs(&repeated(200, 10));
    assert_eq!(read.sheets[0].row_count(), 200);
}

#[test]
fn marks_of_many_raters_are_compared_rater_by_rater() {
    let dir = tempfile::tempdir().unwrap();
    let of = |serial: usize| format!("199001012015011{serial:03}");
    let rater = |serial: usize| format!("198001012005011{serial:03}");
    let mut pegawai = "nip;nama;jabatan;jenis_jabatan;unit_kerja\n".to_owned();
    let mut perilaku = "nip;aspek;penilai;nip_penilai;nilai\n".to_owned();
    for person in 1..=5 {
        pegawai += &format!("{};Orang {person};Analis;pelaksana;Bagian A\n", of(person));
        for by in 1..=300 {
            // One of them tells people apart.
            let mark = if (person, by) == (4, 170) { 81 } else { 80 };
            perilaku += &format!("{};kerja_sama;rekan;{};{mark}\n", of(person), rater(by));
        }
    }
    fs::write(dir.path().join("pegawai.csv"), pegawai).unwrap();
    fs::write(dir.path().join("perilaku.csv"), perilaku).unwrap();
    let run = Run::new(&Request {
        masukan: vec![dir.path().to_owned()],
        periode: PeriodChoice {
            tahun: Some(2025),
            periode: None,
        },
        aturan: Some("pp-30-2019".to_owned()),
        ..Request::default()
    })
    .unwrap();
    let alike = run.findings.iter().filter(|f| f.kode == "PRL050");
    assert_eq!(alike.count(), 299);
}
