//! Umpan balik given as a colour (PermenPANRB 6/2022, Anak Lampiran 4, note ***): in every format that has colours, what is
//! decoration, and what an agency's rules make of it.

use std::fs;

use rust_xlsxwriter::{Color, Format, Workbook};
use serde_json::Value as Json;

use crate::support::containers::{biff_of, ole, xlsb, zipped};
use crate::support::field::{A, codes, run};

/// What stands in a cell: text, fill, colour of the letters (0 for none).
type Cell<'a> = (&'a str, u32, u32);

const GREEN: u32 = 0x00_B050;
const YELLOW: u32 = 0xFF_FF00;
const RED: u32 = 0xFF_0000;
const PALE: u32 = 0xFF_F2CC;

const HEADER: [&str; 9] = [
    "nip",
    "nama",
    "unit kerja",
    "RHK",
    "indikator",
    "target",
    "realisasi",
    "umpan balik",
    "bukti",
];

/// One person with an RHK for each of these cells of umpan balik; `fill` is that of all other cells of a row.
fn table<'a>(cells: &[Cell<'a>], fill: impl Fn(usize) -> u32) -> Vec<Vec<Cell<'a>>> {
    const TEXTS: [&str; 4] = ["Arsip tertata", "Daftar tersusun", "Layanan selesai", "Laporan dikirim"];
    let mut rows = vec![HEADER.iter().map(|h| (*h, 0x1F_4E79, 0)).collect::<Vec<_>>()];
    for (i, cell) in cells.iter().enumerate() {
        let of_row = fill(i);
        let mut row: Vec<Cell<'_>> = [
            A,
            "Lintang Kertapati",
            "Dinas Arsip",
            TEXTS[i],
            "Jumlah",
            "12",
            "12",
            "",
            "laporan",
        ]
        .iter()
        .map(|text| (*text, of_row, 0))
        .collect();
        row[7] = *cell;
        rows.push(row);
    }
    rows
}

fn as_xlsx(rows: &[Vec<Cell<'_>>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (r, row) in (0..).zip(rows) {
        for (c, &(text, fill, ink)) in (0..).zip(row) {
            let mut format = Format::new();
            if fill > 0 {
                format = format.set_background_color(Color::RGB(fill));
            }
            if ink > 0 {
                format = format.set_font_color(Color::RGB(ink));
            }
            if text.is_empty() {
                sheet.write_blank(r, c, &format).unwrap();
            } else {
                sheet.write_string_with_format(r, c, text, &format).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// The fills and inks that the cells have, each pair once; the place of a cell's among them.
fn styles(rows: &[Vec<Cell<'_>>]) -> (Vec<(u32, u32)>, impl Fn(&Cell<'_>) -> usize) {
    let mut all = vec![(0, 0)];
    for &(_, fill, ink) in rows.iter().flatten() {
        if !all.contains(&(fill, ink)) {
            all.push((fill, ink));
        }
    }
    let known = all.clone();
    (all, move |&(_, fill, ink): &Cell<'_>| {
        known.iter().position(|s| *s == (fill, ink)).unwrap()
    })
}

/// As LibreOffice writes it: colours in the styles of cells, those of a whole column as its default.
fn as_ods(rows: &[Vec<Cell<'_>>]) -> Vec<u8> {
    let (all, style) = styles(rows);
    let of_style = |(i, &(fill, ink)): (usize, &(u32, u32))| {
        let fill = if fill > 0 {
            format!("#{fill:06x}")
        } else {
            "transparent".to_owned()
        };
        format!(
            "<style:style style:name=\"ce{i}\" style:family=\"table-cell\"><style:table-cell-properties fo:background-color=\"{fill}\"/>\
             <style:text-properties fo:color=\"#{ink:06x}\"/></style:style>"
        )
    };
    let styles: String = all.iter().enumerate().map(of_style).collect();
    let last = rows.last().unwrap().len() - 1;
    let column = |i: usize| {
        format!(
            "<table:table-column table:default-cell-style-name=\"ce{}\"/>",
            style(&rows[1][i])
        )
    };
    let columns: String = (0..=last).map(column).collect();
    let cell = |(i, cell): (usize, &Cell<'_>)| {
        let own = if style(cell) == style(&rows[1][i]) {
            String::new()
        } else {
            format!(" table:style-name=\"ce{}\"", style(cell))
        };
        match cell.0 {
            "" => format!("<table:table-cell{own}/>"),
            text => format!("<table:table-cell{own} office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"),
        }
    };
    let row = |row: &Vec<Cell<'_>>| {
        format!(
            "<table:table-row>{}</table:table-row>",
            row.iter().enumerate().map(cell).collect::<String>()
        )
    };
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>\
         <table:table table:name=\"A\">{columns}{}</table:table></office:spreadsheet></office:body></office:document-content>",
        rows.iter().map(row).collect::<String>()
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet".to_owned()),
        ("content.xml", content),
    ])
}

fn four(n: usize) -> [u8; 4] {
    u32::try_from(n).unwrap().to_le_bytes()
}

fn pair(n: usize) -> [u8; 2] {
    u16::try_from(n).unwrap().to_le_bytes()
}

/// Red, green, blue.
fn parts(colour: u32) -> [u8; 3] {
    let [_, red, green, blue] = colour.to_be_bytes();
    [red, green, blue]
}

/// Colours in a palette of the workbook's own, a font and a style for each pair.
fn as_xls(rows: &[Vec<Cell<'_>>]) -> Vec<u8> {
    const AUTOMATIC: usize = 0x7FFF;
    let (all, style) = styles(rows);
    let colours: Vec<u32> = all.iter().flat_map(|&(fill, ink)| [fill, ink]).collect();
    let number = |colour: u32| 8 + colours.iter().position(|c| *c == colour).unwrap();
    let palette = [
        pair(colours.len()).to_vec(),
        colours.iter().flat_map(|c| [parts(*c).to_vec(), vec![0]].concat()).collect(),
    ]
    .concat();
    let font = |&(_, ink): &(u32, u32)| {
        let colour = if ink > 0 { number(ink) } else { AUTOMATIC };
        (0x0031, [vec![200, 0, 0, 0], pair(colour).to_vec(), vec![0; 10]].concat())
    };
    let format = |(i, &(fill, _)): (usize, &(u32, u32))| {
        // The fifth font is called 5.
        let font = if i > 3 { i + 1 } else { i };
        let (pattern, colour) = if fill > 0 { (1_usize << 26, number(fill)) } else { (0, 64) };
        let data = [
            pair(font).to_vec(),
            vec![0; 12],
            four(pattern).to_vec(),
            pair(colour | 65 << 7).to_vec(),
        ];
        (0x00E0, data.concat())
    };
    let shared: Vec<(u16, Vec<u8>)> = all
        .iter()
        .map(font)
        .chain(all.iter().enumerate().map(format))
        .chain([(0x0092, palette)])
        .collect();
    let mut cells = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        for (c, cell) in row.iter().enumerate() {
            let at = [pair(r), pair(c), pair(style(cell))].concat();
            if cell.0.is_empty() {
                cells.push((0x0201, at));
                continue;
            }
            let letters: Vec<u16> = cell.0.encode_utf16().collect();
            let text: Vec<u8> = letters.iter().flat_map(|l| l.to_le_bytes()).collect();
            cells.push((0x0204, [at, pair(letters.len()).to_vec(), vec![1], text].concat()));
        }
    }
    ole(&[("Workbook", biff_of(&shared, &cells))])
}

fn as_xlsb(rows: &[Vec<Cell<'_>>]) -> Vec<u8> {
    let (all, style) = styles(rows);
    let colour = |colour: u32| match colour {
        0 => vec![0; 8],
        _ => [vec![5, 0, 0, 0], parts(colour).to_vec(), vec![0xFF]].concat(),
    };
    let mut records: Vec<(u16, Vec<u8>)> = vec![(0x0116, vec![]), (0x0263, four(all.len()).to_vec())];
    for &(_, ink) in &all {
        records.push((
            0x002B,
            [vec![200, 0, 0, 0, 0x90, 1], vec![0; 6], colour(ink), vec![0; 5]].concat(),
        ));
    }
    records.extend([(0x0264, vec![]), (0x025B, four(all.len()).to_vec())]);
    for &(fill, _) in &all {
        let pattern = four(usize::from(fill > 0)).to_vec();
        records.push((0x002D, [pattern, colour(fill), vec![0; 48]].concat()));
    }
    records.extend([(0x025C, vec![]), (0x0269, four(all.len()).to_vec())]);
    for i in 0..all.len() {
        let data = [vec![0; 4], pair(i).to_vec(), pair(i).to_vec(), vec![0; 8]];
        records.push((0x002F, data.concat()));
    }
    records.extend([(0x026A, vec![]), (0x0117, vec![])]);
    let mut cells = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        cells.push((0x0000, [&four(r)[..], &[0; 13]].concat()));
        for (c, cell) in row.iter().enumerate() {
            let at = [four(c), four(style(cell))].concat();
            if cell.0.is_empty() {
                cells.push((0x0001, at));
                continue;
            }
            let letters: Vec<u16> = cell.0.encode_utf16().collect();
            let text = letters.iter().flat_map(|l| l.to_le_bytes()).collect();
            cells.push((0x0006, [at, four(letters.len()).to_vec(), text].concat()));
        }
    }
    xlsb(&records, &[(0x009F, vec![0; 8]), (0x00A0, vec![])], &cells)
}

/// As Excel writes it: a class for each style. Letters have no colour here.
fn as_html(rows: &[Vec<Cell<'_>>]) -> Vec<u8> {
    let (all, style) = styles(rows);
    let class = |(i, &(fill, _)): (usize, &(u32, u32))| match fill {
        0 => format!(".xl{i} {{color:black}}\n"),
        _ => format!("td.xl{i} {{color:black; background:#{fill:06X}; mso-pattern:black none}}\n"),
    };
    let classes: String = all.iter().enumerate().map(class).collect();
    let cell = |cell: &Cell<'_>| format!("<td class=xl{}>{}</td>", style(cell), cell.0);
    let row = |row: &Vec<Cell<'_>>| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
    let rows: String = rows.iter().map(row).collect();
    format!("<html><head><style>{classes}</style></head><body><table>{rows}</table></body></html>").into_bytes()
}

fn read(name: &str, bytes: &[u8], rules: Option<&str>) -> Json {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(name), bytes).unwrap();
    let mut args = vec!["nilai", name, "--tahun", "2025"];
    if let Some(rules) = rules {
        fs::write(dir.path().join("aturan.toml"), rules).unwrap();
        args.extend(["--aturan", "aturan.toml"]);
    }
    run(dir.path(), &args).1
}

/// Cells and sentences of the findings with a code.
fn told(hasil: &Json, kode: &str) -> Vec<(String, String)> {
    let findings = hasil["temuan"].as_array().unwrap_or_else(|| panic!("{hasil}"));
    let text = |t: &Json, key: &str| t[key].as_str().unwrap_or("").to_owned();
    let of_code = findings.iter().filter(|t| t["kode"] == kode);
    of_code.map(|t| (text(t, "sel"), text(t, "pesan"))).collect()
}

fn every_format(rows: &[Vec<Cell<'_>>]) -> [(&'static str, Vec<u8>); 5] {
    [
        ("f.xlsx", as_xlsx(rows)),
        ("f.ods", as_ods(rows)),
        ("f.xls", as_xls(rows)),
        ("f.xlsb", as_xlsb(rows)),
        ("h.xls", as_html(rows)),
    ]
}

fn says(found: &[(String, String)], wanted: &[(&str, &str)], name: &str) {
    assert_eq!(found.len(), wanted.len(), "{name}: {found:?}");
    for ((cell, text), (at, word)) in found.iter().zip(wanted) {
        assert!(cell == at && text.contains(word), "{name}: {found:?}");
    }
}

#[test]
fn a_colour_is_named_and_asked_about_in_every_format() {
    let rows = table(&[("", GREEN, 0), ("", YELLOW, 0), ("sesuai", 0, 0), ("-", RED, 0)], |_| 0);
    for (name, bytes) in every_format(&rows) {
        let hasil = read(name, &bytes, None);
        let wanted = [
            ("H2", "berisi warna sel hijau"),
            ("H3", "berisi warna sel kuning"),
            ("H5", "berisi warna sel merah"),
        ];
        says(&told(&hasil, "REA009"), &wanted, name);
        assert!(!codes(&hasil).contains(&"REA006"), "{name}: {hasil}");
        let person = &hasil["pegawai"][0];
        assert_eq!(person["status"], "belum_dapat_dinilai", "{name}");
        let reasons = person["sebab"].as_array().unwrap();
        assert!(reasons.iter().any(|r| r == "perlu_keputusan_penilai"), "{name}: {reasons:?}");
        assert_eq!(person["rating_hasil_kerja"], Json::Null, "{name}");
    }
}

#[test]
fn a_dot_has_the_colour_of_its_letters() {
    let rows = table(&[("●", 0, GREEN), ("■", 0, RED), ("sesuai", 0, 0)], |_| 0);
    for (name, bytes) in every_format(&rows).into_iter().take(4) {
        let found = told(&read(name, &bytes, None), "REA009");
        says(
            &found,
            &[("H2", "\"●\" berwarna hijau"), ("H3", "\"■\" berwarna merah")],
            name,
        );
    }
}

#[test]
fn decoration_says_nothing() {
    let waits = |what: &str, rows: &[Vec<Cell<'_>>]| {
        for (name, bytes) in every_format(rows) {
            let hasil = read(name, &bytes, None);
            assert_eq!(told(&hasil, "REA009"), [], "{what} {name}");
            assert!(!told(&hasil, "REA006").is_empty(), "{what} {name}: {hasil}");
        }
    };
    let stripe = |i: usize| if i.is_multiple_of(2) { 0xD9_E1F2 } else { 0 };
    waits(
        "stripes",
        &table(&[("", stripe(0), 0), ("", stripe(1), 0), ("sesuai", stripe(2), 0)], stripe),
    );
    waits(
        "a column to fill in",
        &table(&[("", PALE, 0), ("sesuai", PALE, 0), ("", PALE, 0)], |_| 0),
    );
    waits("white", &table(&[("", 0xFF_FFFF, 0), ("sesuai", 0, 0)], |_| 0));
    let marked = [("", 0xFF_C7CF, 0), ("", PALE, 0), ("sesuai", PALE, 0)];
    waits("a column to fill in, with a finding marked", &table(&marked, |_| 0));
    waits(
        "the fill of a finding",
        &table(&[("", 0xFF_C7CF, 0), ("sesuai", 0, 0)], |_| 0),
    );
}

#[test]
fn one_colour_in_every_open_cell_is_named_beside_what_is_missing() {
    let rows = table(&[("", GREEN, 0), ("", GREEN, 0)], |_| 0);
    for (name, bytes) in every_format(&rows) {
        let hasil = read(name, &bytes, None);
        assert_eq!(told(&hasil, "REA009"), [], "{name}");
        says(
            &told(&hasil, "REA006"),
            &[("H2", "berwarna hijau, sama seperti semua sel")],
            name,
        );
    }
    // In a copy in which one of them is marked the others still are alike.
    let rows = table(&[("", 0xFF_C7CF, 0), ("", GREEN, 0), ("", GREEN, 0)], |_| 0);
    for (name, bytes) in every_format(&rows) {
        assert_eq!(told(&read(name, &bytes, None), "REA009"), [], "{name}");
    }
}

#[test]
fn the_words_of_an_agency_hold_for_colours() {
    let rules = r#"
[aturan]
id = "instansi-warna"
judul = "Aturan instansi"
memperluas = "permenpanrb-6-2022"
mulai = 2025-01-01
acuan = "Keputusan"
keyakinan = "teks"

[rating.kata_umpan_balik]
acuan = "Keputusan"
keyakinan = "asumsi"
mulai = 2025-01-01
nilai = { "hijau" = "sesuai ekspektasi", "warna kuning" = "di bawah ekspektasi" }
"#;
    let rows = table(&[("", GREEN, 0), ("", GREEN, 0), ("●", 0, GREEN), ("", YELLOW, 0)], |_| 0);
    let alike = table(&[("", GREEN, 0), ("", 0xC6_EFCE, 0), ("", GREEN, 0)], |_| 0);
    let uniform = table(&[("", GREEN, 0), ("", GREEN, 0)], |_| 0);
    let below = table(&[("", YELLOW, 0), ("", YELLOW, 0), ("", GREEN, 0)], |_| 0);
    for (rows, rating) in [
        (&rows, "sesuai ekspektasi"),
        (&alike, "sesuai ekspektasi"),
        (&uniform, "sesuai ekspektasi"),
        (&below, "di bawah ekspektasi"),
    ] {
        for (name, bytes) in every_format(rows) {
            let hasil = read(name, &bytes, Some(rules));
            if name.starts_with('h') && rows.iter().flatten().any(|c| c.2 > 0) {
                continue;
            }
            assert_eq!(hasil["pegawai"][0]["rating_hasil_kerja"], rating, "{name}: {hasil}");
            assert_eq!(told(&hasil, "REA009"), [], "{name}");
        }
    }
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("f.xlsx"), as_xlsx(&rows)).unwrap();
    fs::write(dir.path().join("aturan.toml"), rules).unwrap();
    let (_, told) = run(
        dir.path(),
        &["jelaskan", A, "f.xlsx", "--tahun", "2025", "--aturan", "aturan.toml"],
    );
    assert!(
        told.to_string().contains("warna sel hijau: dibaca dari kata_umpan_balik"),
        "{told}"
    );
}

#[test]
fn marks_of_perilaku_are_asked_about_alike() {
    let mut rows = vec![vec![("nip", 0, 0), ("nama", 0, 0), ("aspek", 0, 0), ("nilai", 0, 0)]];
    let aspek = [
        "berorientasi pelayanan",
        "akuntabel",
        "kompeten",
        "harmonis",
        "loyal",
        "adaptif",
        "kolaboratif",
    ];
    for (i, aspek) in aspek.into_iter().enumerate() {
        let nilai = [("", GREEN, 0), ("", RED, 0), ("sesuai", 0, 0)][i.min(2)];
        rows.push(vec![(A, 0, 0), ("Lintang Kertapati", 0, 0), (aspek, 0, 0), nilai]);
    }
    for (name, bytes) in every_format(&rows) {
        let found = told(&read(name, &bytes, None), "PRL005");
        says(&found, &[("D2", "warna sel hijau")], name);
        assert!(found[0].1.contains("warna sel merah"), "{name}: {found:?}");
    }
}

#[test]
fn the_numeric_law_does_not_look_at_colours() {
    let rows = table(&[("", GREEN, 0), ("", RED, 0)], |_| 0);
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("f.xlsx"), as_xlsx(&rows)).unwrap();
    let (_, hasil) = run(dir.path(), &["nilai", "f.xlsx", "--tahun", "2025", "--aturan", "pp-30-2019"]);
    assert!(!codes(&hasil).iter().any(|c| c.starts_with("REA00")), "{hasil}");
}
