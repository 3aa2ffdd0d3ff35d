//! The report workbook, read back with calamine and, for what calamine does not show, as XML.
use std::io::Read as _;
use std::path::PathBuf;

use crate::support::instansi::{UNIT, Uji, buat, label, nama, nip};
use calamine::{Data as XlsxCell, Range, Reader, Xlsx, open_workbook};
use skp::base::figure::Decimal;
use skp::base::output_file::Outputs;
use skp::model::PegawaiId;
use skp::report::workbook::{Choice, ReportSheet, fill};
use skp::rules::{Aturan, Rezim};
use skp::score::Status;

const PERSON: usize = 40;

fn write_to(file: &str, uji: &Uji, options: &Choice) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(file);
    let mut outputs = Outputs::new(true);
    fill(&uji.report(), options, &path).unwrap().save(&mut outputs).unwrap();
    outputs.publish().unwrap();
    path
}

fn open_up(path: &PathBuf) -> Xlsx<std::io::BufReader<std::fs::File>> {
    open_workbook(path).unwrap()
}

fn section(path: &PathBuf, nama: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    zip.by_name(nama).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn all_sections(path: &PathBuf, prefix: &str) -> Vec<(String, String)> {
    let zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut names: Vec<String> = zip
        .file_names()
        .map(|n| n.unwrap().into_owned())
        .filter(|n| n.starts_with(prefix))
        .collect();
    names.sort_unstable();
    names.into_iter().map(|n| (n.clone(), section(path, &n))).collect()
}

/// Column with this header in the first rows.
fn column(range: &Range<XlsxCell>, title: &str) -> (u32, u32) {
    let (rows, cols) = range.end().unwrap();
    (0..=rows.min(5))
        .flat_map(|r| (0..=cols).map(move |c| (r, c)))
        .find(|&at| range.get_value(at) == Some(&XlsxCell::String(title.to_owned())))
        .unwrap_or_else(|| panic!("kolom {title} tidak ada"))
}

fn text(range: &Range<XlsxCell>, row: u32, col: u32) -> String {
    range.get_value((row, col)).map_or_else(String::new, ToString::to_string)
}

#[test]
fn all_sheets_are_there_in_order() {
    for rezim in [Rezim::Numerik, Rezim::Kualitatif] {
        let path = write_to(&format!("urutan-{rezim:?}.xlsx"), &buat(PERSON, rezim), &Choice::default());
        let all = [
            "Ringkasan",
            "Hasil",
            "Rincian",
            "Unit",
            "Distribusi",
            "Kuadran",
            "Kaskade",
            "Matriks",
            "Temuan",
            "Belum",
            "Masukan pegawai",
            "Masukan skp",
            "Masukan realisasi",
            "Aturan",
            "Jejak",
        ];
        // The numeric sets know no ratings: an empty sheet is left out.
        let there = all.into_iter().filter(|s| *s != "Kuadran" || rezim == Rezim::Kualitatif);
        assert_eq!(open_up(&path).sheet_names(), there.collect::<Vec<_>>());
    }
}

#[test]
fn five_sheets_are_printed_with_the_workbook_and_the_others_on_request() {
    let printed = |options: &Choice, file: &str| -> Vec<String> {
        let path = write_to(file, &buat(PERSON, Rezim::Kualitatif), options);
        let names = open_up(&path).sheet_names();
        let book = section(&path, "xl/workbook.xml");
        let outside = |name: &String| {
            let last = format!("{name}!$XFD$1048576<");
            book.contains(&last) || book.contains(&last.replace(name, &format!("'{name}'")))
        };
        names.into_iter().filter(|name| !outside(name)).collect()
    };
    let five = ["Ringkasan", "Hasil", "Unit", "Distribusi", "Belum"];
    assert_eq!(printed(&Choice::default(), "dicetak.xlsx"), five);
    let named = Choice {
        sheets: ReportSheet::chosen("rincian,temuan").unwrap(),
        printed: ReportSheet::chosen("rincian,temuan").unwrap(),
        ..Choice::default()
    };
    assert_eq!(printed(&named, "dicetak-bila-disebut.xlsx"), ["Rincian", "Temuan"]);
    let notes = all_sections(
        &PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("dicetak.xlsx"),
        "xl/comments",
    );
    let says_how = notes.iter().filter(|(_, xml)| xml.contains("Abaikan Area Cetak")).count();
    assert_eq!(says_how, 7, "each but the input sheets, whose notes are findings");
}

#[test]
fn only_the_chosen_sheets_are_written() {
    let options = Choice {
        sheets: ReportSheet::chosen("rincian, HASIL").unwrap(),
        ..Choice::default()
    };
    let path = write_to("pilihan.xlsx", &buat(PERSON, Rezim::Numerik), &options);
    assert_eq!(open_up(&path).sheet_names(), ["Hasil", "Rincian"]);
}

#[test]
fn the_tukin_column_stands_only_where_the_agency_has_a_table() {
    let mut uji = buat(PERSON, Rezim::Kualitatif);
    let path = write_to("tanpa-tukin.xlsx", &uji, &Choice::default());
    let range = open_up(&path).worksheet_range("Hasil").unwrap();
    assert!(range.rows().flatten().all(|c| *c != "Tukin (%)"));

    let profile = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/contoh-aturan-instansi.toml");
    uji.run.aturan = Aturan::load(profile, uji.run.data.periode).unwrap();
    uji.run.scores.pegawai[0].tukin_persen = Some(Decimal::new(975, 1));
    let path = write_to("tukin.xlsx", &uji, &Choice::default());
    let range = open_up(&path).worksheet_range("Hasil").unwrap();
    let (head, tukin) = column(&range, "Tukin (%)");
    assert_eq!(range.get_value((head + 1, tukin)), Some(&XlsxCell::Float(97.5)));
    // What stands behind it has moved along with its heading.
    let (_, sebab) = column(&range, "Alasan dikecualikan");
    assert!((head + 1..=range.end().unwrap().0).any(|r| text(&range, r, sebab).contains("cuti sakit panjang")));
}

#[test]
fn hasil_shows_the_figures_of_the_result_value() {
    let uji = buat(PERSON, Rezim::Numerik);
    let path = write_to("nilai.xlsx", &uji, &Choice::default());
    let range = open_up(&path).worksheet_range("Hasil").unwrap();
    let (head, nilai) = column(&range, "Nilai kinerja");
    let (_, predikat) = column(&range, "Predikat");
    let (_, status) = column(&range, "Status");
    let (_, nip_col) = column(&range, "NIP");
    let (_, ak) = column(&range, "Angka kredit");
    for (row, p) in (head + 1..).zip(&uji.run.scores.pegawai) {
        assert_eq!(text(&range, row, status), p.status().words());
        assert_eq!(text(&range, row, predikat), p.label().unwrap_or_default());
        // Text, never a number: the NIP is whole.
        assert_eq!(range.get_value((row, nip_col)), Some(&XlsxCell::String(p.nip.to_string())));
        let shown = range.get_value((row, nilai)).filter(|v| **v != XlsxCell::Empty);
        match p.nilai_kinerja() {
            Some(d) => assert_eq!(shown, Some(&XlsxCell::Float(d.to_string().parse().unwrap()))),
            None => assert_eq!(shown, None, "missing is missing"),
        }
        if let Some(d) = p.angka_kredit {
            assert_eq!(
                range.get_value((row, ak)),
                Some(&XlsxCell::Float(d.to_string().parse().unwrap()))
            );
        }
    }
    let (_, sebab) = column(&range, "Sebab belum dinilai");
    let waiting = uji
        .run
        .scores
        .pegawai
        .iter()
        .position(|p| p.status() == Status::BelumDapatDinilai)
        .unwrap();
    assert!(text(&range, head + 1 + u32::try_from(waiting).unwrap(), sebab).contains("nilai perilaku belum lengkap"));
    assert!(
        range.rows().flatten().any(|c| *c == "cuti sakit panjang"),
        "why somebody is excepted"
    );
}

#[test]
fn cells_that_compute_show_what_the_engine_found() {
    for rezim in [Rezim::Numerik, Rezim::Kualitatif] {
        let uji = buat(PERSON, rezim);
        let plain = write_to(&format!("tanpa-rumus-{rezim:?}.xlsx"), &uji, &Choice::default());
        let choice = Choice {
            formulas: true,
            ..Choice::default()
        };
        let path = write_to(&format!("rumus-{rezim:?}.xlsx"), &uji, &choice);
        let (mut plain, mut book) = (open_up(&plain), open_up(&path));
        for sheet in ["Hasil", "Unit", "Distribusi"] {
            let formulas = book.worksheet_formula(sheet).unwrap();
            let (found, before) = (book.worksheet_range(sheet).unwrap(), plain.worksheet_range(sheet).unwrap());
            let start = formulas.start().unwrap();
            let mut seen = 0;
            for (row, col, formula) in formulas.used_cells() {
                assert!(!formula.contains("#REF"), "{formula}");
                let at = (start.0 + u32::try_from(row).unwrap(), start.1 + u32::try_from(col).unwrap());
                if let Some(value) = before.get_value(at).filter(|v| **v != XlsxCell::Empty) {
                    assert_eq!(
                        found.get_value(at).map(ToString::to_string),
                        Some(value.to_string()),
                        "{sheet} {at:?}"
                    );
                    seen += 1;
                }
            }
            assert!(seen > 10, "{sheet}: {seen} formulas");
        }
    }
}

#[test]
fn colours_follow_the_cells_that_compute() {
    let uji = buat(PERSON, Rezim::Kualitatif);
    let choice = Choice {
        formulas: true,
        sheets: vec![ReportSheet::Distribusi],
        ..Choice::default()
    };
    let computing = write_to("warna-rumus.xlsx", &uji, &choice);
    let sheets = section(&computing, "xl/worksheets/sheet1.xml");
    assert!(sheets.contains("=\"sesuai\"</formula>"), "a group that fits now");
    assert!(
        sheets.contains("berubah sejak laporan dibuat"),
        "a verdict that no longer holds"
    );
    let still = write_to(
        "warna-tetap.xlsx",
        &uji,
        &Choice {
            formulas: false,
            ..choice
        },
    );
    assert!(!section(&still, "xl/worksheets/sheet1.xml").contains("sesuai\"</formula>"));
}

#[test]
fn the_qualitative_hasil_has_ratings_and_no_figures() {
    let uji = buat(PERSON, Rezim::Kualitatif);
    let path = write_to("rating.xlsx", &uji, &Choice::default());
    let mut book = open_up(&path);
    let range = book.worksheet_range("Hasil").unwrap();
    let (head, rating) = column(&range, "Rating hasil kerja");
    assert_eq!(text(&range, head + 1, rating), "di atas ekspektasi");
    assert!(!range.rows().flatten().any(|c| *c == "Nilai kinerja"));
    let boxes = book.worksheet_range("Kuadran").unwrap();
    let headings: Vec<String> = boxes
        .rows()
        .flatten()
        .map(ToString::to_string)
        .filter(|t| t.ends_with(" orang"))
        .collect();
    assert_eq!(headings.len(), 9);
    let inside = uji
        .run
        .scores
        .pegawai
        .iter()
        .filter(|p| p.status() == Status::Dinilai)
        .count();
    let counted: usize = headings
        .iter()
        .map(|h| h.split(' ').rev().nth(1).unwrap().parse::<usize>().unwrap())
        .sum();
    assert_eq!(counted, inside, "everybody rated stands in one box");
    assert!(
        headings
            .iter()
            .any(|h| h.starts_with(label(skp::model::vocab::Predikat::Cukup, Rezim::Kualitatif)))
    );
}

#[test]
fn input_sheets_keep_the_addresses_of_the_file() {
    let uji = buat(PERSON, Rezim::Numerik);
    let path = write_to("masukan.xlsx", &uji, &Choice::default());
    let mut book = open_up(&path);
    for (name, id) in [("Masukan pegawai", 0), ("Masukan skp", 1), ("Masukan realisasi", 2)] {
        let range = book.worksheet_range(name).unwrap();
        let sheet = &uji.run.inputs.sheets[id];
        let mut cells = 0;
        for row in sheet.rows() {
            for (col, value) in row.cells() {
                let here = range.get_value((row.number(), u32::from(col))).unwrap();
                match value {
                    skp::input::Value::Text(t) => assert_eq!(here, &XlsxCell::String(t.to_owned())),
                    skp::input::Value::Number { value, .. } => assert_eq!(here, &XlsxCell::Float(value)),
                    skp::input::Value::Bool(b) => assert_eq!(here, &XlsxCell::Bool(b)),
                    skp::input::Value::Date(_) => assert!(matches!(here, XlsxCell::DateTime(_)), "{here:?}"),
                    other => assert_eq!(here, &XlsxCell::String(other.written())),
                }
                cells += 1;
            }
        }
        assert!(cells > PERSON * 3);
    }
    let range = book.worksheet_range("Masukan pegawai").unwrap();
    assert!(range.rows().flatten().any(|c| *c == "○ dilewati: baris nomor kolom"));
    assert!(
        range
            .rows()
            .flatten()
            .any(|c| c.to_string().starts_with("✗ galat IDN001 A23: NIP tersimpan"))
    );
}

#[test]
fn text_from_the_data_is_never_a_formula() {
    let path = write_to("rumus.xlsx", &buat(PERSON, Rezim::Kualitatif), &Choice::default());
    for (name, xml) in all_sections(&path, "xl/worksheets/sheet") {
        assert!(!xml.contains("<f>") && !xml.contains("<f "), "rumus di {name}");
    }
    let range = open_up(&path).worksheet_range("Hasil").unwrap();
    let (_, col) = column(&range, "Nama");
    assert_eq!(text(&range, 8, col), nama(7));
    assert!(nama(7).starts_with('='));
}

#[test]
fn every_link_leads_to_a_cell_that_exists() {
    let uji = buat(PERSON, Rezim::Numerik);
    let path = write_to("tautan.xlsx", &uji, &Choice::default());
    let mut book = open_up(&path);
    let names = book.sheet_names();
    let mut links = 0;
    for (part, xml) in all_sections(&path, "xl/worksheets/sheet") {
        for location in xml.split("location=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            let (sheet, cell) = location.rsplit_once('!').unwrap();
            let sheet = sheet.trim_matches('\'').replace("''", "'");
            assert!(names.contains(&sheet), "{part}: {location}");
            let digits = cell.find(|c: char| c.is_ascii_digit()).unwrap();
            let row: u32 = cell[digits..].parse().unwrap();
            let last = book.worksheet_range(&sheet).unwrap().end().unwrap();
            assert!((1..=last.0 + 1).contains(&row), "{part}: {location}");
            links += 1;
        }
    }
    let to_cells = uji.run.findings.iter().filter(|f| f.at.is_some()).count();
    assert!(links >= to_cells + PERSON, "temuan dan rincian: {links}");

    // The link of a finding and the address it names are the same cell.
    let at = uji.run.findings.iter().find(|f| f.kode == "TGT001").unwrap().at.unwrap();
    let temuan = names.iter().position(|n| n == "Temuan").unwrap() + 1;
    let xml = section(&path, &format!("xl/worksheets/sheet{temuan}.xml"));
    assert!(xml.contains(&format!("'Masukan skp'!{}", at.a1())));
}

#[test]
fn links_to_the_details_lead_to_the_persons_first_row() {
    let uji = buat(PERSON, Rezim::Numerik);
    let path = write_to("rincian.xlsx", &uji, &Choice::default());
    let mut book = open_up(&path);
    let hasil = book.worksheet_range("Hasil").unwrap();
    let details = book.worksheet_range("Rincian").unwrap();
    let (head, col) = column(&hasil, "Rincian");
    let (_, nip_col) = column(&details, "NIP");
    for (i, p) in (0_u32..).zip(&uji.run.scores.pegawai) {
        let row: u32 = text(&hasil, head + 1 + i, col)
            .strip_prefix("baris ")
            .unwrap()
            .parse()
            .unwrap();
        assert_eq!(text(&details, row - 1, nip_col), &*p.nip);
        assert_ne!(text(&details, row.saturating_sub(2), nip_col), &*p.nip, "the first row");
    }
}

#[test]
fn a_full_sheet_goes_on_in_the_next() {
    let uji = buat(PERSON, Rezim::Numerik);
    let options = Choice {
        max_rows: 30,
        ..Choice::default()
    };
    let path = write_to("penuh.xlsx", &uji, &options);
    let mut book = open_up(&path);
    let names = book.sheet_names();
    assert!(names.contains(&"Hasil 2".to_owned()), "{names:?}");
    let parts: Vec<&String> = names.iter().filter(|n| n.starts_with("Rincian")).collect();
    assert_eq!(parts.len(), 6, "160 rows at 29 a sheet: {parts:?}");
    let rows: usize = parts.iter().map(|n| book.worksheet_range(n).unwrap().height() - 1).sum();
    assert_eq!(rows, PERSON * 4);
    // Every finding's link still leads to its cell.
    let second = book.worksheet_range("Masukan 2 pegawai").unwrap();
    assert_eq!(
        text(&second, 4, 0),
        nip(30),
        "row 34 of the file is row 4 of the second sheet"
    );
    // Under the last of them stands what the short words mean.
    let mut numbered = |n: &str| {
        let range = book.worksheet_range(n).unwrap();
        range.rows().filter(|r| matches!(r[0], XlsxCell::Float(_))).count()
    };
    let people: usize = ["Hasil", "Hasil 2"].map(&mut numbered).iter().sum();
    assert_eq!(people, PERSON, "nobody is lost between two sheets");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for stream_from in [5_000, 10] {
        let options = Choice {
            large_from: stream_from,
            stream_from,
            ..Choice::default()
        };
        let bytes = |name: &str| std::fs::read(write_to(name, &buat(400, Rezim::Numerik), &options)).unwrap();
        let first = bytes("sama-a.xlsx");
        for _ in 0..3 {
            assert!(first == bytes("sama-b.xlsx"), "byte berbeda, alir dari {stream_from}");
        }
    }
    let core = section(
        &write_to("tanggal.xlsx", &buat(5, Rezim::Numerik), &Choice::default()),
        "docProps/core.xml",
    );
    assert!(core.contains("2025-12-17T"), "{core}");
}

#[test]
fn a_streamed_report_says_the_same_as_a_small_one() {
    let uji = buat(PERSON, Rezim::Numerik);
    let small = write_to("kecil.xlsx", &uji, &Choice::default());
    let options = Choice {
        large_from: 0,
        stream_from: 0,
        ..Choice::default()
    };
    let stream = write_to("alir.xlsx", &uji, &options);
    let (mut small, mut stream) = (open_up(&small), open_up(&stream));
    assert_eq!(small.sheet_names(), stream.sheet_names());
    for name in small.sheet_names() {
        // Charts, and the link to them, are for a size somebody can look at.
        if name != "Distribusi" {
            assert_eq!(
                small.worksheet_range(&name).unwrap(),
                stream.worksheet_range(&name).unwrap(),
                "{name}"
            );
        }
    }
}

#[test]
fn no_row_is_written_twice() {
    for (large_from, stream_from) in [(5_000, 0), (0, 0)] {
        let options = Choice {
            large_from,
            stream_from,
            ..Choice::default()
        };
        let path = write_to("baris.xlsx", &buat(PERSON, Rezim::Numerik), &options);
        for (name, xml) in all_sections(&path, "xl/worksheets/sheet") {
            let rows: Vec<u32> = xml
                .split("<row r=\"")
                .skip(1)
                .filter_map(|r| r.split('"').next()?.parse().ok())
                .collect();
            assert!(rows.is_sorted_by(|a, b| a < b), "{name}");
        }
    }
}

#[test]
fn a_row_of_a_streamed_sheet_stands_as_high_as_in_memory() {
    let uji = buat(PERSON, Rezim::Numerik);
    let drawn = |name: &str, stream_from: usize| {
        let choice = Choice {
            stream_from,
            ..Choice::default()
        };
        let path = write_to(name, &uji, &choice);
        let mut heights = Vec::new();
        for (sheet, xml) in all_sections(&path, "xl/worksheets/sheet") {
            for row in xml.split("<row r=\"").skip(1) {
                let tag = row.split('>').next().unwrap_or_default();
                if let (Some(number), Some((_, height))) = (tag.split('"').next(), tag.split_once(" ht=\"")) {
                    heights.push((sheet.clone(), number.to_owned(), height.to_owned()));
                }
            }
        }
        (heights, all_sections(&path, "xl/drawings/vmlDrawing"))
    };
    let (memory, streamed) = (drawn("tinggi-a.xlsx", 5_000), drawn("tinggi-b.xlsx", 0));
    assert!(memory.0.len() > PERSON, "{}", memory.0.len());
    assert!(memory == streamed, "heights, or where notes stand");
}

#[test]
fn cells_with_a_finding_carry_a_note_with_code_reason_and_remedy() {
    let path = write_to("catatan.xlsx", &buat(PERSON, Rezim::Numerik), &Choice::default());
    let notes: String = all_sections(&path, "xl/comments").into_iter().map(|(_, xml)| xml).collect();
    for needed in ["TGT001", "Target kosong", "Perbaikan: ", "Dasar: PermenPANRB 6/2022 Pasal 10"] {
        assert!(notes.contains(needed), "{needed}");
    }
    assert!(notes.contains("ref=\"D11\""), "the blank target cell has its note");
}

#[test]
fn the_cascade_marks_what_is_broken_and_folds() {
    let path = write_to("kaskade.xlsx", &buat(PERSON, Rezim::Numerik), &Choice::default());
    let mut book = open_up(&path);
    let range = book.worksheet_range("Kaskade").unwrap();
    let all: Vec<String> = range.rows().flatten().map(ToString::to_string).collect();
    assert!(
        all.iter()
            .any(|t| t == "R9: tidak ada di SKP atasan; yang paling mirip \"R1\"")
    );
    assert!(all.iter().any(|t| t.starts_with("✗ MELINGKAR")));
    assert_eq!(all.iter().filter(|t| *t == "✗ putus").count(), 1);
    assert_eq!(all.iter().filter(|t| *t == "▲ tanpa tautan").count(), 1);
    let (head, kode) = column(&range, "Kode RHK");
    let rhk = (head + 1..=range.end().unwrap().0)
        .filter(|&r| !text(&range, r, kode).is_empty())
        .count();
    assert_eq!(rhk, PERSON * 2, "every RHK once");
    let sheet = book.sheet_names().iter().position(|n| n == "Kaskade").unwrap() + 1;
    let xml = section(&path, &format!("xl/worksheets/sheet{sheet}.xml"));
    assert!(xml.contains("outlineLevel=\"3\""));
}

#[test]
fn units_are_summed_along_the_tree() {
    let uji = buat(PERSON, Rezim::Numerik);
    let path = write_to("unit.xlsx", &uji, &Choice::default());
    let range = open_up(&path).worksheet_range("Unit").unwrap();
    let (head, count) = column(&range, "Pegawai");
    let row = (head + 1..=range.end().unwrap().0)
        .find(|&r| text(&range, r, 0).trim() == format!("Jumlah {} dan di bawahnya", UNIT[0]))
        .unwrap();
    assert_eq!(range.get_value((row, count)), Some(&XlsxCell::Float(40.0)));
    let names: Vec<String> = (head + 1..=range.end().unwrap().0)
        .map(|r| text(&range, r, 0).trim().to_owned())
        .collect();
    for unit in UNIT {
        assert!(names.contains(&unit.to_owned()), "{unit}");
    }
}

#[test]
fn the_waiting_sheet_names_who_must_act() {
    let path = write_to("belum.xlsx", &buat(PERSON, Rezim::Numerik), &Choice::default());
    let range = open_up(&path).worksheet_range("Belum").unwrap();
    let (head, whom) = column(&range, "Yang harus bertindak");
    let (_, waits) = column(&range, "Pegawai yang menunggu");
    let rows: Vec<(String, String)> = (head + 1..=range.end().unwrap().0)
        .map(|r| (text(&range, r, whom), text(&range, r, waits)))
        .collect();
    assert_eq!(rows.len(), 4, "one row a person and reason");
    assert_eq!(rows.iter().filter(|(_, who)| *who == nama(11)).count(), 2);
    assert_eq!(rows.last().unwrap().0, "kepegawaian");
}

#[test]
fn an_existing_report_is_kept() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("laporan.xlsx");
    std::fs::write(&path, "lama").unwrap();
    let mut outputs = Outputs::new(false);
    let filled = fill(&buat(3, Rezim::Numerik).report(), &Choice::default(), &path).unwrap();
    let error = filled.save(&mut outputs).unwrap_err();
    assert!(error.to_string().contains("--paksa"), "{error}");
    assert_eq!(std::fs::read(&path).unwrap(), b"lama");
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "nothing left behind");
}

#[test]
fn an_empty_run_still_gives_a_report() {
    let path = write_to("kosong.xlsx", &buat(0, Rezim::Kualitatif), &Choice::default());
    let names = open_up(&path).sheet_names();
    assert!(
        names.starts_with(&["Ringkasan".to_owned()]) && names.ends_with(&["Jejak".to_owned()]),
        "{names:?}"
    );
}

/// One block a leader: his RHK (in 6/2022 each of their indikator) across, the bawahan down, and under them whether anybody carries it.
#[test]
fn the_sheet_matriks_has_a_block_for_each_leader() {
    for rezim in [Rezim::Numerik, Rezim::Kualitatif] {
        let uji = buat(PERSON, rezim);
        let path = write_to(&format!("matriks-{rezim:?}.xlsx"), &uji, &Choice::default());
        let sheet = open_up(&path).worksheet_range("Matriks").unwrap();
        let rows: Vec<Vec<String>> = sheet.rows().map(|r| r.iter().map(ToString::to_string).collect()).collect();
        let qualitative = rezim == Rezim::Kualitatif;
        let data = &uji.run.data;
        let leaders: Vec<PegawaiId> = data
            .all()
            .filter(|(id, _)| {
                data.all()
                    .any(|(b, p)| b != *id && p.posting[0].nip_atasan.get() == Some(&data.pegawai(*id).nip))
            })
            .map(|(id, _)| id)
            .collect();
        assert!(!leaders.is_empty());
        for id in leaders {
            let leader = data.pegawai(id);
            let title = format!("{} — {}", leader.nama, leader.posting[0].jabatan);
            let top = rows.iter().position(|r| r[0] == title).unwrap_or_else(|| panic!("{title}"));
            let mut heads: Vec<String> = Vec::new();
            for rhk in &leader.rhk {
                let named = format!("{}: {}", rhk.kode, rhk.rhk);
                if qualitative {
                    let measures = rhk.indikator.iter().map(|i| i.indikator.as_ref().unwrap());
                    heads.extend(measures.map(|m| format!("{named}\nIndikator: {m}")));
                } else {
                    heads.push(named);
                }
            }
            assert_eq!(rows[top + 1][2..2 + heads.len()], heads, "{title}");
            let end = top + rows[top..].iter().position(|r| r[0] == "Didukung?").unwrap();
            let members: Vec<&str> = rows[top + 2..end].iter().map(|r| &*r[0]).collect();
            let wanted: Vec<&str> = data
                .all()
                .filter(|(b, p)| *b != id && p.posting[0].nip_atasan.get() == Some(&leader.nip))
                .map(|(_, p)| &*p.nama)
                .collect();
            assert_eq!(members, wanted, "{title}");
            for column in 2..2 + heads.len() {
                let carried = rows[top + 2..end].iter().any(|r| r[column].starts_with('✓'));
                assert_eq!(rows[end][column], if carried { "✓ ya" } else { "○ belum" }, "{title}");
                let empty = if qualitative { "tidak ada peran" } else { "" };
                assert!(
                    rows[top + 2..end]
                        .iter()
                        .all(|r| r[column].starts_with('✓') || r[column] == empty),
                    "{title}"
                );
            }
        }
    }
}

/// One table, two writers: a heading of the CSV is the key of a column that the sheet shows, and the other way round;
/// what a rule set cannot fill is in the CSV alone, the link to Rincian on the sheet alone.
#[test]
fn the_csv_and_the_sheet_of_results_have_the_same_columns() {
    for rezim in [Rezim::Numerik, Rezim::Kualitatif] {
        let uji = buat(3, rezim);
        let table = skp::report::tables::results::table(&uji.run);
        let sheet = open_up(&write_to(&format!("kolom-{rezim:?}.xlsx"), &uji, &Choice::default()))
            .worksheet_range("Hasil")
            .unwrap();
        let shown: Vec<String> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
        let titled: Vec<String> = table.shown().map(|c| c.title.to_string()).collect();
        assert_eq!(shown, titled, "{rezim:?}");
        let mut written = Vec::new();
        let rows = (0..3).map(|i| skp::report::tables::results::ResultRow::new(&uji.run, i, &[]));
        skp::report::form::csv::write(&mut written, &table, rows, &uji.mask).unwrap();
        let written = String::from_utf8(written).unwrap();
        let head = written.trim_start_matches('\u{feff}').lines().next().unwrap();
        let keys: Vec<&str> = head.split([';', ',']).map(|k| k.trim_matches('"')).collect();
        for column in &table.columns {
            let on_sheet = shown.contains(&column.title.to_string());
            let in_csv = keys.contains(&&*column.key);
            assert_eq!(on_sheet, !column.data_only, "{}", column.key);
            assert_eq!(in_csv, column.key != "rincian", "{}", column.key);
        }
        assert_eq!(keys.len(), table.columns.len() - 1, "{head}");
    }
}

/// A group that is too small to say anything of is not said to be within its bounds.
#[test]
fn the_first_page_does_not_call_a_small_group_fitting() {
    for (organisation, wanted) in [("Istimewa", "(1 unit diperiksa)"), ("Baik", "0 dari 1 unit sesuai")] {
        let dir = tempfile::tempdir().unwrap();
        let mut csv = "nip;nama;unit_kerja;jabatan;hasil_kerja;perilaku_kerja\n".to_owned();
        for (i, rating) in (1..).zip(["di atas", "di atas", "sesuai", "sesuai"]) {
            csv += &format!("19800101200501100{i};Orang {i};Dinas;Analis;{rating} ekspektasi;{rating} ekspektasi\n");
        }
        std::fs::write(dir.path().join("penilaian.csv"), csv).unwrap();
        let unit = format!("unit_kerja;predikat_organisasi\nDinas;{organisation}\n");
        std::fs::write(dir.path().join("unit.csv"), unit).unwrap();
        crate::support::field::run(dir.path(), &["nilai", ".", "--tahun", "2025", "-o", "l.xlsx"]);
        let page = open_up(&dir.path().join("l.xlsx")).worksheet_range("Ringkasan").unwrap();
        let line = page.rows().find(|r| r[0] == "Sebaran predikat").unwrap();
        let said: Vec<String> = line.iter().map(ToString::to_string).collect();
        assert!(said.concat().contains(wanted), "{said:?}");
    }
}

/// Without the sheets of the input a finding still says where it is.
#[test]
fn the_address_of_a_finding_stands_as_text_where_its_sheet_does_not() {
    let uji = buat(3, Rezim::Numerik);
    let only = Choice {
        sheets: vec![ReportSheet::Temuan],
        ..Choice::default()
    };
    let range = open_up(&write_to("alamat.xlsx", &uji, &only))
        .worksheet_range("Temuan")
        .unwrap();
    let (head, col) = column(&range, "Ke sel");
    let (last, _) = range.end().unwrap();
    let written: Vec<String> = (head + 1..=last).map(|row| text(&range, row, col)).collect();
    let placed = uji.run.findings.iter().filter(|f| f.at.is_some()).count();
    assert!(placed > 0);
    assert_eq!(written.iter().filter(|t| !t.is_empty()).count(), placed, "{written:?}");
}
