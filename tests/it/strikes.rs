//! Choices made by striking out the others, as the law's own forms are filled in (PermenPANRB 6/2022, Anak Lampiran 4–6): in
//! every format that shows strokes, in the places where offices write them, and what is not a choice.

use std::fs;

use rust_xlsxwriter::{Format, Workbook};
use serde_json::Value as Json;

use crate::support::containers::{biff_of, ole, xlsb, xlsx, zipped};
use crate::support::field::{A, codes, run};

/// A cell as it is written here: `~` begins and ends a stroke.
fn pieces(cell: &str) -> impl Iterator<Item = (&str, bool)> {
    let all = cell.split('~').enumerate();
    all.map(|(i, piece)| (piece, i % 2 == 1))
        .filter(|(piece, _)| !piece.is_empty())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn as_xlsx(rows: &[Vec<String>]) -> Vec<u8> {
    let (plain, struck) = (Format::new(), Format::new().set_font_strikethrough());
    let format = |is_struck| if is_struck { &struck } else { &plain };
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (r, row) in (0..).zip(rows) {
        for (c, cell) in (0..).zip(row) {
            let all: Vec<_> = pieces(cell).map(|(piece, is_struck)| (format(is_struck), piece)).collect();
            match all.as_slice() {
                [] => {}
                [(format, text)] => drop(sheet.write_string_with_format(r, c, *text, format).unwrap()),
                several => drop(sheet.write_rich_string(r, c, several).unwrap()),
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn as_ods(rows: &[Vec<String>]) -> Vec<u8> {
    let span = |(piece, is_struck): (&str, bool)| {
        let text = escaped(piece);
        if is_struck {
            format!("<text:span text:style-name=\"T2\">{text}</text:span>")
        } else {
            text
        }
    };
    let cell = |cell: &String| {
        let text = match cell.strip_prefix('~').and_then(|c| c.strip_suffix('~')) {
            Some(whole) if !whole.contains('~') => ("ce2", escaped(whole)),
            _ => ("ce1", pieces(cell).map(span).collect()),
        };
        format!(
            "<table:table-cell table:style-name=\"{}\" office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
            text.0,
            text.1.replace('\n', "</text:p><text:p>")
        )
    };
    let row = |row: &Vec<String>| {
        format!(
            "<table:table-row>{}</table:table-row>",
            row.iter().map(cell).collect::<String>()
        )
    };
    let style = |family: &str, name: &str, line: &str| {
        format!(
            "<style:style style:name=\"{name}\" style:family=\"{family}\"><style:text-properties style:text-line-through-style=\"{line}\"/></style:style>"
        )
    };
    let styles = [
        style("table-cell", "ce1", "none"),
        style("table-cell", "ce2", "solid"),
        style("text", "T1", "none"),
        style("text", "T2", "solid"),
    ];
    let content = format!(
        "<office:document-content><office:automatic-styles>{}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name=\"A\">{}</table:table></office:spreadsheet></office:body></office:document-content>",
        styles.concat(),
        rows.iter().map(row).collect::<String>()
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet".to_owned()),
        ("content.xml", content),
    ])
}

/// Two fonts, the second with a stroke, and a style of each; every text shared, with runs where only a part is struck out.
fn as_xls(rows: &[Vec<String>]) -> Vec<u8> {
    let fonts = [vec![200, 0, 0, 0], vec![200, 0, 8, 0]].map(|font| (0x0031, [font, vec![0; 12]].concat()));
    let styles = [0, 1].map(|font| (0x00E0, [vec![font], vec![0; 19]].concat()));
    let (mut texts, mut cells) = (Vec::new(), Vec::new());
    let mut count = 0_u32;
    let pair = |n: usize| u16::try_from(n).unwrap().to_le_bytes();
    for (r, row) in rows.iter().enumerate() {
        for (c, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let all: Vec<(Vec<u16>, bool)> = pieces(cell).map(|(text, s)| (text.encode_utf16().collect(), s)).collect();
            let [first, more @ ..] = all.as_slice() else { continue };
            let letters: Vec<u16> = all.iter().flat_map(|(text, _)| text.iter().copied()).collect();
            texts.extend(pair(letters.len()));
            texts.push(if more.is_empty() { 1 } else { 9 });
            if !more.is_empty() {
                texts.extend(pair(more.len()));
            }
            texts.extend(letters.iter().flat_map(|letter| letter.to_le_bytes()));
            let mut from = first.0.len();
            for (text, is_struck) in more {
                texts.extend([pair(from), pair(usize::from(*is_struck))].concat());
                from += text.len();
            }
            let style = usize::from(first.1);
            cells.push((0x00FD, [&pair(r)[..], &pair(c), &pair(style), &count.to_le_bytes()].concat()));
            count += 1;
        }
    }
    let texts = (0x00FC, [&count.to_le_bytes()[..], &count.to_le_bytes(), &texts].concat());
    let shared: Vec<(u16, Vec<u8>)> = fonts.into_iter().chain(styles).chain([texts]).collect();
    ole(&[("Workbook", biff_of(&shared, &cells))])
}

/// The same in the records of an `.xlsb`, among styles of names and of cells that have no stroke.
fn as_xlsb(rows: &[Vec<String>]) -> Vec<u8> {
    let four = |n: usize| u32::try_from(n).unwrap().to_le_bytes();
    let pair = |n: usize| u16::try_from(n).unwrap().to_le_bytes();
    let font = |mark: u8| (0x002B, [vec![200, 0, mark, 0, 0x90, 1], vec![0; 19]].concat());
    let style = |font: u8| (0x002F, [vec![0, 0, 0, 0, font], vec![0; 11]].concat());
    let styles = [
        (0x0116, vec![]),
        (0x0263, four(2).to_vec()),
        font(0),
        font(8),
        (0x0264, vec![]),
        (0x0272, four(1).to_vec()),
        style(0),
        (0x0273, vec![]),
        (0x0269, four(2).to_vec()),
        style(0),
        style(1),
        (0x026A, vec![]),
        (0x0117, vec![]),
    ];
    let (mut texts, mut cells) = (Vec::new(), Vec::new());
    for (r, row) in rows.iter().enumerate() {
        cells.push((0x0000, [&four(r)[..], &[0; 13]].concat()));
        for (c, cell) in row.iter().enumerate() {
            let all: Vec<(Vec<u16>, bool)> = pieces(cell).map(|(text, s)| (text.encode_utf16().collect(), s)).collect();
            // A blank with a stroke says nothing.
            let Some((first, more)) = all.split_first() else {
                cells.push((0x0001, [&four(c)[..], &[1, 0, 0, 0]].concat()));
                continue;
            };
            let letters: Vec<u8> = all.iter().flat_map(|(text, _)| text).flat_map(|l| l.to_le_bytes()).collect();
            let mut text = vec![u8::from(!more.is_empty())];
            text.extend(four(letters.len() / 2));
            text.extend(&letters);
            if !more.is_empty() {
                text.extend(four(more.len()));
            }
            let mut from = first.0.len();
            for (piece, is_struck) in more {
                text.extend([pair(from), pair(usize::from(*is_struck))].concat());
                from += piece.len();
            }
            let style = four(usize::from(first.1));
            cells.push((0x0007, [four(c), style, four(texts.len())].concat()));
            texts.push((0x0013, text));
        }
    }
    let count = four(texts.len());
    let begin = (0x009F, [count, count].concat());
    let shared: Vec<(u16, Vec<u8>)> = [begin].into_iter().chain(texts).chain([(0x00A0, vec![])]).collect();
    xlsb(&styles, &shared, &cells)
}

/// `stroke` is what stands before and behind a struck stretch.
fn as_html(rows: &[Vec<String>], stroke: (&str, &str)) -> Vec<u8> {
    let piece = |(piece, is_struck): (&str, bool)| {
        let (before, behind) = if is_struck { stroke } else { ("", "") };
        format!("{before}{}{behind}", escaped(piece))
    };
    let cell = |cell: &String| {
        format!(
            "<td>{}</td>",
            pieces(cell).map(piece).collect::<String>().replace('\n', "<br>")
        )
    };
    let row = |row: &Vec<String>| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
    let rows: String = rows.iter().map(row).collect();
    format!("<html><head><style>td {{color:black}}\n.font6, .x7 {{mso-x:1; text-decoration:line-through}}</style></head><body><table>{rows}</table></body></html>")
        .into_bytes()
}

/// An evaluation form: what stands above the table, and the lines below it.
fn form(above: &[&[&str]], below: &[&[&str]]) -> Vec<Vec<String>> {
    let nip = ["2", "NIP", A];
    let head: [&[&str]; 6] = [
        &["EVALUASI KINERJA PEGAWAI"],
        &["DINAS ARSIP", "", "", "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER 2025"],
        &["NO", "PEGAWAI YANG DINILAI"],
        &["1", "NAMA", "Lintang Kertapati"],
        &nip,
        &["5", "UNIT KERJA", "DINAS ARSIP"],
    ];
    let table: [&[&str]; 4] = [
        &["HASIL KERJA"],
        &[
            "NO",
            "RENCANA HASIL KERJA",
            "REALISASI BERDASARKAN BUKTI DUKUNG",
            "UMPAN BALIK BERKELANJUTAN",
        ],
        &["A. UTAMA"],
        &["1", "Arsip tertata", "tertata semua", "bagus"],
    ];
    let rows = head[..1].iter().chain(above).chain(&head[1..]).chain(&table).chain(below);
    rows.map(|row| row.iter().map(|c| (*c).to_owned()).collect()).collect()
}

fn read(name: &str, bytes: &[u8]) -> Json {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(name), bytes).unwrap();
    run(dir.path(), &["nilai", name, "--tahun", "2025"]).1
}

/// The ratings and the predikat of the one person.
fn judged(hasil: &Json) -> [String; 3] {
    let [person] = hasil["pegawai"].as_array().unwrap().as_slice() else {
        panic!("{hasil}")
    };
    ["rating_hasil_kerja", "rating_perilaku", "predikat"].map(|k| person[k].as_str().unwrap_or("").to_owned())
}

const RATING: &str = "~DIATAS EKSPEKTASI/~ SESUAI EKSPEKTASI/~ DIBAWAH EKSPEKTASI~**";
const JUDGED: [&str; 3] = ["sesuai ekspektasi", "di atas ekspektasi", "Baik"];

#[test]
fn one_form_in_every_format() {
    let rows = form(
        &[
            &["PERIODE: TRIWULAN ~I/II/III/~IV-AKHIR"],
            &["CAPAIAN KINERJA ORGANISASI*"],
            &["~ISTIMEWA/~ BAIK/~ BUTUH PERBAIKAN/ KURANG/ SANGAT KURANG~"],
        ],
        &[
            &["RATING HASIL KERJA*"],
            &[RATING],
            &["RATING PERILAKU KERJA*"],
            &["DIATAS EKSPEKTASI/ ~SESUAI EKSPEKTASI/ DIBAWAH EKSPEKTASI~**"],
            &["PREDIKAT KINERJA PEGAWAI*"],
            &["~SANGAT BAIK/~ BAIK/ ~BUTUH PERBAIKAN/ KURANG(MISCONDUCT)/ SANGAT KURANG~"],
        ],
    );
    for (name, bytes) in [
        ("f.xlsx", as_xlsx(&rows)),
        ("f.ods", as_ods(&rows)),
        ("f.xls", as_xls(&rows)),
        ("f.xlsb", as_xlsb(&rows)),
        ("s.xls", as_html(&rows, ("<s>", "</s>"))),
        ("del.xls", as_html(&rows, ("<b><del>", "</del></b>"))),
        (
            "span.xls",
            as_html(&rows, ("<span style='text-decoration: line-through'>", "</span>")),
        ),
        ("excel.xls", as_html(&rows, ("<font class=\"font6\">", "</font>"))),
    ] {
        let hasil = read(name, &bytes);
        assert_eq!(judged(&hasil), JUDGED, "{name}: {hasil}");
        assert_eq!(hasil["unit"][0]["predikat_organisasi"], "Baik", "{name}");
        assert!(!codes(&hasil).iter().any(|c| c.starts_with("REA07")), "{name}: {hasil}");
    }
}

#[test]
fn wherever_the_choices_stand() {
    let conduct: &[&str] = &["RATING PERILAKU KERJA", "DI ATAS EKSPEKTASI"];
    let layouts: [&[&[&str]]; 8] = [
        &[&["RATING HASIL KERJA*", "", RATING]],
        &[&["RATING HASIL KERJA*: ~DIATAS EKSPEKTASI~/ SESUAI EKSPEKTASI/ ~DIBAWAH EKSPEKTASI~"]],
        &[&[
            "Rating Hasil Kerja",
            ":",
            "~Di Atas Ekspektasi~\nSesuai Ekspektasi\n~Di Bawah Ekspektasi~",
        ]],
        &[&[
            "RATING HASIL KERJA",
            "~DI ATAS EKSPEKTASI~",
            "SESUAI EKSPEKTASI",
            "~DI BAWAH EKSPEKTASI~",
        ]],
        &[
            &["RATING HASIL KERJA"],
            &[
                "",
                "~DI ATAS EKSPEKTASI~",
                "/",
                "SESUAI EKSPEKTASI",
                "/",
                "~DI BAWAH EKSPEKTASI~",
            ],
        ],
        &[
            &["RATING HASIL KERJA"],
            &["~Di atas ekspektasi~"],
            &["Sesuai ekspektasi"],
            &["~Di bawah ekspektasi~"],
        ],
        &[
            &["RATING HASIL KERJA", "1. ~Di atas~"],
            &["", "2. Sesuai"],
            &["", "3. ~Di bawah~"],
        ],
        &[&["RATING HASIL KERJA", "~DI ATAS~ / SESUAI / ~DI BAWAH~ EKSPEKTASI"]],
    ];
    for lines in layouts {
        let below: Vec<&[&str]> = lines.iter().copied().chain([conduct]).collect();
        let rows = form(&[], &below);
        for (name, bytes) in [
            ("f.xlsx", as_xlsx(&rows)),
            ("f.ods", as_ods(&rows)),
            ("f.xls", as_xls(&rows)),
            ("f.xlsb", as_xlsb(&rows)),
        ] {
            let hasil = read(name, &bytes);
            assert_eq!(judged(&hasil), JUDGED, "{name} {lines:?}: {hasil}");
            assert!(!codes(&hasil).contains(&"REA072"), "{name} {lines:?}: {hasil}");
        }
    }
}

#[test]
fn what_is_not_one_choice_is_asked_about_and_an_open_form_says_nothing() {
    let mark: &[&str] = &["PREDIKAT KINERJA PEGAWAI", ""];
    let work = |hasil: &Json| judged(hasil)[0].clone();
    let unclear: [&[&[&str]]; 7] = [
        &[&[
            "RATING HASIL KERJA",
            "~DI ATAS EKSPEKTASI~/ SESUAI EKSPEKTASI/ DI BAWAH EKSPEKTASI",
        ]],
        &[&[
            "RATING HASIL KERJA",
            "~DI ATAS EKSPEKTASI/ SESUAI EKSPEKTASI/ DI BAWAH EKSPEKTASI~",
        ]],
        &[&[
            "RATING HASIL KERJA",
            "DI ATAS ~EKSPEKTASI/ SESUAI EKSPEKTASI/ DI BAWAH EKSPEKTASI~",
        ]],
        &[&["RATING HASIL KERJA", "~SESUAI EKSPEKTASI~"]],
        &[&[
            "RATING HASIL KERJA",
            "~DI ATAS EKSPEKTASI~",
            "SESUAI EKSPEKTASI",
            "DI BAWAH EKSPEKTASI",
        ]],
        &[&[
            "RATING HASIL KERJA",
            "~DI ATAS~ EKSPEKTASI",
            "SESUAI EKSPEKTASI",
            "~DI BAWAH EKSPEKTASI~",
        ]],
        &[
            &["RATING HASIL KERJA"],
            &["~DI ATAS EKSPEKTASI~"],
            &["~SESUAI EKSPEKTASI~"],
            &["~DI BAWAH EKSPEKTASI~"],
        ],
    ];
    for lines in unclear {
        let below: Vec<&[&str]> = lines.iter().copied().chain([mark]).collect();
        let hasil = read("f.xlsx", &as_xlsx(&form(&[], &below)));
        assert_eq!(
            (work(&hasil), codes(&hasil).contains(&"REA072")),
            (String::new(), true),
            "{lines:?}: {hasil}"
        );
    }
    let open: [&[&[&str]]; 4] = [
        &[&[
            "RATING HASIL KERJA",
            "DI ATAS EKSPEKTASI/ SESUAI EKSPEKTASI/ DI BAWAH EKSPEKTASI",
        ]],
        &[&[
            "RATING HASIL KERJA",
            "Di atas ekspektasi\nSesuai ekspektasi\nDi bawah ekspektasi",
        ]],
        &[&[
            "RATING HASIL KERJA",
            "DI ATAS EKSPEKTASI",
            "SESUAI EKSPEKTASI",
            "DI BAWAH EKSPEKTASI",
        ]],
        &[
            &["RATING HASIL KERJA"],
            &["DI ATAS EKSPEKTASI"],
            &["SESUAI EKSPEKTASI"],
            &["DI BAWAH EKSPEKTASI"],
        ],
    ];
    for lines in open {
        let below: Vec<&[&str]> = lines.iter().copied().chain([mark]).collect();
        let hasil = read("f.xlsx", &as_xlsx(&form(&[], &below)));
        let told = codes(&hasil);
        assert_eq!(work(&hasil), "", "{lines:?}: {hasil}");
        assert!(!told.contains(&"REA072") && !told.contains(&"STR021"), "{lines:?}: {hasil}");
    }
}

#[test]
fn an_evaluation_of_a_quarter_is_never_the_years() {
    let below: [&[&str]; 3] = [
        &["RATING HASIL KERJA", "SESUAI EKSPEKTASI"],
        &["RATING PERILAKU KERJA", "DI ATAS EKSPEKTASI"],
        &["PREDIKAT KINERJA PEGAWAI", "BAIK"],
    ];
    for (title, of_the_year) in [
        ("PERIODE: TRIWULAN ~I/II/III/~IV-AKHIR", true),
        ("PERIODE***: TRIWULAN I/II/III/IV-AKHIR*", true),
        ("PERIODE: TRIWULAN IV", true),
        ("PERIODE: TRIWULAN ~I/~II/~III/IV-AKHIR~", false),
        ("PERIODE: TRIWULAN: ~I/II/~III~/IV-AKHIR~*", false),
        ("PERIODE: TRIWULAN II", false),
        ("PERIODE: SEMESTER I", false),
    ] {
        let hasil = read("f.xlsx", &as_xlsx(&form(&[&[title]], &below)));
        let predikat = judged(&hasil)[2].clone();
        assert_eq!(predikat, if of_the_year { "Baik" } else { "" }, "{title}: {hasil}");
        assert!(!codes(&hasil).contains(&"REA072"), "{title}: {hasil}");
    }
    let hasil = read(
        "f.xlsx",
        &as_xlsx(&form(&[&["PERIODE: TRIWULAN ~I/~II/III/IV-AKHIR"]], &below)),
    );
    assert!(!codes(&hasil).contains(&"REA072"), "AKHIR is left: {hasil}");
    let hasil = read(
        "f.xlsx",
        &as_xlsx(&form(&[&["PERIODE: TRIWULAN ~I/~II/III~/IV-AKHIR~"]], &below)),
    );
    assert!(codes(&hasil).contains(&"REA072"), "two are left: {hasil}");
}

#[test]
fn the_heading_of_the_curve_tells_the_predikat_of_an_open_line() {
    let open: &[&str] = &["ISTIMEWA/ BAIK/ BUTUH PERBAIKAN/ KURANG/ SANGAT KURANG"];
    let curve: &[&str] = &["KURVA DISTRIBUSI PREDIKAT KINERJA PEGAWAI DENGAN\nCAPAIAN KINERJA ORGANISASI BAIK"];
    let other: &[&str] = &["KURVA DISTRIBUSI PREDIKAT KINERJA PEGAWAI DENGAN CAPAIAN KINERJA ORGANISASI KURANG"];
    let above: [&[&str]; 5] = [&["CAPAIAN KINERJA ORGANISASI*"], open, &["POLA DISTRIBUSI:"], curve, other];
    let below: [&[&str]; 2] = [
        &["RATING HASIL KERJA", "SESUAI EKSPEKTASI"],
        &["RATING PERILAKU", "SESUAI EKSPEKTASI"],
    ];
    let organisation =
        |above: &[&[&str]]| read("f.xlsx", &as_xlsx(&form(above, &below)))["unit"][0]["predikat_organisasi"].clone();
    assert_eq!(organisation(&above[..4]), "Baik");
    assert_eq!(organisation(&above), Json::Null, "curves of two");
}

/// The document D.1.1 has its quarters above, and perhaps its predikat, to strike out.
#[test]
fn the_document_is_filled_in_the_same_way() {
    let document = |quarters: &str, mark: &str| {
        let rows = [
            vec!["DOKUMEN EVALUASI KINERJA PEGAWAI"],
            vec![quarters],
            vec!["DINAS ARSIP", "", "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER 2025"],
            vec!["1", "PEGAWAI YANG DINILAI"],
            vec!["", "NAMA", "Lintang Kertapati"],
            vec!["", "NIP", A],
            vec!["4", "EVALUASI KINERJA"],
            vec!["", "PREDIKAT KINERJA PEGAWAI", mark],
        ];
        rows.map(|row| row.into_iter().map(str::to_owned).collect::<Vec<_>>())
    };
    let mark = "~SANGAT BAIK/~ BAIK/ ~BUTUH PERBAIKAN/ KURANG/ SANGAT KURANG~";
    for (quarters, predikat) in [
        ("PERIODE*: TRIWULAN ~I/II/III/~IV-AKHIR**", "Baik"),
        ("PERIODE*: TRIWULAN ~I/~II/~III/IV-AKHIR~**", ""),
    ] {
        let hasil = read("f.xlsx", &as_xlsx(&document(quarters, mark)));
        assert_eq!(judged(&hasil)[2], predikat, "{quarters}: {hasil}");
    }
    let hasil = read("f.xlsx", &as_xlsx(&document("", "~SANGAT BAIK/~ BAIK/ CUKUP")));
    assert!(codes(&hasil).contains(&"REA072"), "{hasil}");
}

/// Umpan balik may be chosen so, too; one that is struck out is no rating, and said to be struck out.
#[test]
fn umpan_balik_with_strokes() {
    let below: [&[&str]; 1] = [&["RATING PERILAKU KERJA", "SESUAI EKSPEKTASI"]];
    let with = |said: &str| {
        let mut rows = form(&[], &below);
        let cell = rows.iter_mut().flatten().find(|c| *c == "bagus").unwrap();
        said.clone_into(cell);
        read("f.xlsx", &as_xlsx(&rows))
    };
    let hasil = with("~DI ATAS/~ SESUAI/ ~DI BAWAH~ EKSPEKTASI");
    assert_eq!(judged(&hasil)[0], "sesuai ekspektasi", "{hasil}");
    for (said, told) in [
        ("~Sesuai ekspektasi~", "dicoret seluruhnya"),
        ("Sesuai ~ekspektasi~", "\\\"Sesuai ekspektasi\\\" yang dicoret sebagian"),
    ] {
        let hasil = with(said);
        assert_eq!(judged(&hasil)[0], "", "{said}: {hasil}");
        let found = hasil["temuan"].to_string();
        assert!(found.contains(told) && !found.contains("(dicoret"), "{said}: {hasil}");
    }
    // Prose is quoted as it is written.
    let hasil = with("Pertahankan, ~tingkatkan~ kerja tim");
    assert!(
        hasil["temuan"].to_string().contains("Pertahankan, tingkatkan kerja tim") && !codes(&hasil).contains(&"REA072"),
        "{hasil}"
    );
}

/// A run that says it has no stroke, and one whose stroke meets no letter.
#[test]
fn what_is_not_struck_out_is_not() {
    let run = |strike: &str, text: &str| format!("<r><rPr>{strike}</rPr><t>{text}</t></r>");
    for (runs, struck) in [
        (run("<strike val=\"0\"/>", "Baik"), false),
        (run("<strike val=\"false\"/>", "Baik"), false),
        (run("", "Baik") + &run("<strike/>", " / "), false),
        (run("", "Baik") + &run("<strike val=\"1\"/>", "/ Kurang"), true),
    ] {
        let book = xlsx(&format!("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>{runs}</is></c></row>"));
        let inputs = skp::input::read_bytes("a.xlsx", &book, &skp::input::ReadOptions::default());
        assert_eq!(inputs.sheets[0].struck().is_some(), struck, "{runs}");
    }
}
