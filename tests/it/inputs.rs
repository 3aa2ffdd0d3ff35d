//! What stands in files is what is read: values, addresses, per cents, dates, merges, folders.

use std::fs;
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use skp::base::origin::Origin;
use skp::input::sheet::Merge;
use skp::input::{CellError, Inputs, ReadOptions, Value, read};

fn read_at(path: &Path) -> Inputs {
    read(&[path.to_owned()], &ReadOptions::default())
}

fn save(book: &mut Workbook, dir: &Path) -> PathBuf {
    let path = dir.join("buku.xlsx");
    book.save(&path).expect("a workbook in a temporary folder");
    path
}

#[test]
fn a_workbook_is_read_as_it_stands() {
    let dir = tempfile::tempdir().unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Data & <isi>").unwrap();
    sheet.write_string(2, 1, " NIP\u{a0}").unwrap();
    sheet
        .write_number_with_format(3, 1, 0.85, &Format::new().set_num_format("0%"))
        .unwrap();
    sheet
        .write_number_with_format(3, 2, 0.5, &Format::new().set_num_format("0.00\" %\""))
        .unwrap();
    let day = ExcelDateTime::from_ymd(2025, 3, 1).unwrap();
    sheet
        .write_datetime_with_format(3, 3, &day, &Format::new().set_num_format("dd/mm/yyyy"))
        .unwrap();
    sheet.write_boolean(3, 4, true).unwrap();
    sheet.write_formula(3, 5, Formula::new("=1+1").set_result("2")).unwrap();
    sheet.write_formula(3, 6, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write_blank(3, 7, &Format::new().set_bold()).unwrap();
    sheet.merge_range(5, 0, 7, 1, "RHK", &Format::new()).unwrap();
    book.add_worksheet().set_name("Sembunyi").unwrap().set_hidden(true);
    let inputs = read_at(&save(&mut book, dir.path()));

    assert!(inputs.problems.is_empty(), "{:?}", inputs.problems);
    let [file] = inputs.files.as_slice() else { panic!("one file") };
    assert_eq!(file.format.unwrap().as_str(), "xlsx");
    assert_eq!(file.sha256.len(), 64);
    let [data, hidden] = inputs.sheets.as_slice() else {
        panic!("two sheets")
    };
    assert_eq!(data.name.as_deref(), Some("Data & <isi>"));
    assert!(hidden.hidden && !data.hidden && hidden.row_count() == 0);
    assert_eq!(data.at(2, 1), Value::Text(" NIP\u{a0}"));
    assert_eq!(
        data.at(3, 1),
        Value::Number {
            value: 0.85,
            percent: true
        }
    );
    assert_eq!(
        data.at(3, 2),
        Value::Number {
            value: 0.5,
            percent: false
        }
    );
    assert_eq!(data.at(3, 3), Value::Date(jiff::civil::date(2025, 3, 1)));
    assert_eq!(data.at(3, 4), Value::Bool(true));
    assert_eq!(
        data.at(3, 5),
        Value::Number {
            value: 2.0,
            percent: false
        }
    );
    assert_eq!(data.at(3, 6), Value::Error(CellError::Div0));
    assert_eq!(data.at(3, 7), Value::Empty);
    assert_eq!(
        data.merges,
        [Merge {
            top: 5,
            left: 0,
            bottom: 7,
            right: 1
        }]
    );
    assert_eq!(data.at(5, 0), Value::Text("RHK"));
    assert_eq!(data.at(6, 0), Value::Empty);
}

#[test]
fn a_folder_is_read_whole_and_prose_in_it_is_passed_over() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("a")).unwrap();
    fs::write(dir.path().join("a/pegawai.csv"), "nip;nama\n1;Ani\n").unwrap();
    fs::write(dir.path().join("b.tsv"), "nip\tnama\n2\tBudi\n").unwrap();
    fs::write(dir.path().join("catatan.txt"), "Halo,\nini catatan.\n").unwrap();
    let known = |name: &str| ["nip", "nama"].contains(&name);
    let options = ReadOptions {
        known_header: &known,
        ..ReadOptions::default()
    };
    let inputs = read(&[dir.path().to_owned()], &options);
    let delimiters: Vec<_> = inputs.files.iter().map(|f| f.delimiter).collect();
    assert_eq!(delimiters, [Some(';'), Some('\t'), None]);
    assert!(inputs.files.iter().all(|f| !f.named));
    assert_eq!(inputs.sheets.len(), 2);
    assert_eq!(inputs.sheets[1].at(1, 1), Value::Text("Budi"));
    let kinds: Vec<_> = inputs.problems.iter().map(|p| (p.kode(), p.file.unwrap().0)).collect();
    assert_eq!(kinds, [("STR007", 2)]);
}

#[test]
fn the_user_may_force_the_delimiter() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.csv");
    fs::write(&path, "1,5;2,5\n3,5;4,5\n").unwrap();
    assert_eq!(read_at(&path).problems[0].kode(), "STR008");
    let options = ReadOptions {
        delimiter: Some(';'),
        ..ReadOptions::default()
    };
    let inputs = read(&[path], &options);
    assert!(inputs.problems.is_empty());
    assert_eq!(inputs.sheets[0].at(1, 1), Value::Text("4,5"));
}

/// Reads every file under `SKP_BERKAS_TETANGGA` (spreadsheets from the test suites of other
/// libraries) and prints what became of each; see docs/berkas-tetangga.md.
#[test]
#[ignore = "needs a folder of other people's files"]
fn files_of_neighbours_are_read_or_refused() {
    let folder = std::env::var_os("SKP_BERKAS_TETANGGA").expect("SKP_BERKAS_TETANGGA names a folder");
    let inputs = read(&[PathBuf::from(folder)], &ReadOptions::default());
    let mut lines = Vec::new();
    for (i, file) in inputs.files.iter().enumerate() {
        let format = file.format.map_or("-", skp::input::FileFormat::as_str);
        let of_file = |f: skp::base::origin::FileId| f.index() == i;
        let sheets: Vec<_> = inputs.sheets.iter().filter(|s| of_file(s.file)).collect();
        let cells: usize = sheets.iter().flat_map(|s| s.rows()).map(|r| r.cells().len()).sum();
        let problem = inputs.problems.iter().find(|p| p.file.is_some_and(of_file));
        assert!(!sheets.is_empty() || problem.is_some(), "{} vanished", file.path);
        let problem = problem.map_or(String::new(), |p| format!("{:?}", p.fact));
        lines.push(format!("{format}\t{}\t{cells}\t{}\t{problem}", sheets.len(), file.path));
    }
    let report = std::env::var_os("SKP_BERKAS_TETANGGA_HASIL").expect("SKP_BERKAS_TETANGGA_HASIL names a file");
    fs::write(report, lines.join("\n")).expect("the report is written");
}

/// A text in which a copy left zeros is read, and told; a file that is called a table and is none is warned of in a folder.
#[test]
fn zeros_in_a_text_and_tables_by_name_only() {
    let rows = "nip;nama\n1;Ani\n2;Budi\n";
    for (text, line) in [
        (rows.replace("Budi", "Bu\0di"), 2),
        (format!("\u{feff}{}", rows.replace("Budi", "Bu\0di")), 2),
        (format!("{rows}{}", "\0".repeat(9)), 3),
        (format!("{}2;Bu\0di\n", "1;Ani\n".repeat(200_000)), 200_000),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.csv");
        fs::write(&path, &text).unwrap();
        let inputs = read_at(&path);
        let [told] = inputs.problems.as_slice() else {
            panic!("{:?}", inputs.problems)
        };
        assert_eq!((told.kode(), told.at.map(Origin::row)), ("STR004", Some(line)));
        assert_eq!(inputs.sheets[0].at(1, 1), Value::Text("Ani"));
    }
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.csv"), [0, 1, 2, 3, 4, 5, 6, 7, 8].repeat(9)).unwrap();
    fs::write(dir.path().join("b.dat"), [0, 1, 2, 3, 4, 5, 6, 7, 8].repeat(8)).unwrap();
    fs::write(
        dir.path().join("c.csv"),
        "nip;nama;jabatan;unit_kerja\n198704062013042004;Ani;Arsiparis;Dinas\n",
    )
    .unwrap();
    let output = crate::support::program::skp(dir.path(), &["periksa", ".", "--tahun", "2025", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let level = |file: &str| {
        let of = |t: &&serde_json::Value| t["kode"] == "STR007" && t["berkas"].as_str().is_some_and(|f| f.ends_with(file));
        told["temuan"]
            .as_array()
            .unwrap()
            .iter()
            .find(of)
            .map(|t| t["tingkat"].clone())
    };
    assert_eq!(level("a.csv"), Some("peringatan".into()), "{told}");
    assert_eq!(level("b.dat"), Some("catatan".into()), "{told}");
}

/// Two workbooks of one kind have sheets of one name: the other cell of a finding is named with its file.
#[test]
fn the_other_file_is_named_where_sheets_are_called_alike() {
    let dir = tempfile::tempdir().unwrap();
    for (folder, file, post) in [
        ("utara", "data.xlsx", "Arsiparis"),
        ("selatan", "data.xlsx", "Analis"),
        ("selatan", "lain.xlsx", "Penyuluh"),
    ] {
        let path = dir.path().join(folder);
        fs::create_dir_all(&path).unwrap();
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("pegawai").unwrap();
        for (c, head) in ["nip", "nama", "jabatan", "unit_kerja", "mulai"].into_iter().enumerate() {
            sheet.write(0, u16::try_from(c).unwrap(), head).unwrap();
        }
        let nip = if file == "lain.xlsx" {
            "199409172017031005"
        } else {
            "198704062013042004"
        };
        for (r, post) in [post, "Pengawas"]
            .into_iter()
            .enumerate()
            .take(if file == "lain.xlsx" { 2 } else { 1 })
        {
            for (c, text) in [nip, "Ani", post, "Dinas", "2025-01-01"].into_iter().enumerate() {
                sheet
                    .write(u32::try_from(r + 1).unwrap(), u16::try_from(c).unwrap(), text)
                    .unwrap();
            }
        }
        book.save(path.join(file)).unwrap();
    }
    let output = crate::support::program::skp(dir.path(), &["periksa", ".", "--tahun", "2025", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let doubled = |nip: &str| {
        let of = |t: &&serde_json::Value| t["kode"] == "IDN003" && t["nip"] == nip;
        told["temuan"].as_array().unwrap().iter().find(of).unwrap()["pesan"].to_string()
    };
    let (both, one) = (doubled("198704062013042004"), doubled("199409172017031005"));
    let sheets = ["utara", "selatan"].map(|folder| {
        both.contains(&format!(
            "di lembar pegawai berkas {}",
            Path::new(".").join(folder).join("data.xlsx").display()
        ))
    });
    assert_eq!(sheets.iter().filter(|named| **named).count(), 1, "{both}");
    assert!(!one.contains("berkas"), "{one}");
}
