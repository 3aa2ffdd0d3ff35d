//! The yardstick: what reading and writing alone cost with the two libraries, for ratios in one run.
//!
//! * `cargo bench --bench dasar -- kerja MASUKAN.xlsx KELUARAN.xlsx`: the "bare Rust job" of `kecepatan.md`: join, mean capaian, weights, band,
//!   one result sheet and one detail sheet; no checks, no annotation. Two sheets at a time, low-memory, as much packed.
//! * `dasar salin MASUKAN.xlsx SEL KELUARAN.xlsx`: reads every cell of the input and writes the cells that `dasar tuang LAPORAN.xlsx SEL`
//!   took out of a finished report: the floor of that report.
//! * `dasar baca MASUKAN.xlsx`, `dasar isian FOLDER`: all cells with calamine, all fields with the csv crate.
//!
//! Floats here are fine: this is a measure of work, not a result for anybody.

#![allow(
    clippy::unwrap_used,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::print_stdout,
    clippy::print_stderr
)] // a measuring tool

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufReader, BufWriter, Read as _, Write as _};

use calamine::{DataRef, Reader, Xlsx};
use rust_xlsxwriter::Workbook;

type Book = Xlsx<BufReader<File>>;

fn open(path: &str) -> Book {
    calamine::open_workbook(path).unwrap()
}

/// Calls `row` with the texts of each row's cells (numbers as shortest text), header included.
fn each_row(book: &mut Book, sheet: &str, mut row: impl FnMut(&[String])) {
    let mut cells = book.worksheet_cells_reader(sheet).unwrap();
    let mut current: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some((cell, _)) = cells.next_cell_with_style_id().unwrap() {
        let (r, c) = cell.get_position();
        if r != at {
            row(&current);
            current.iter_mut().for_each(String::clear);
            at = r;
        }
        let c = c as usize;
        if current.len() <= c {
            current.resize(c + 1, String::new());
        }
        let _ = match cell.get_value() {
            DataRef::String(s) => write!(current[c], "{s}"),
            DataRef::SharedString(s) => write!(current[c], "{s}"),
            DataRef::Float(f) => write!(current[c], "{f}"),
            DataRef::Int(i) => write!(current[c], "{i}"),
            _ => Ok(()),
        };
    }
    row(&current);
}

fn column(header: &[String], name: &str) -> usize {
    header.iter().position(|h| h == name).unwrap_or(usize::MAX)
}

fn figure(text: &str) -> f64 {
    text.trim_end_matches(|c: char| !c.is_ascii_digit())
        .replace(',', ".")
        .parse()
        .unwrap_or(100.0)
}

type Plan = HashMap<(String, String, String), (f64, bool)>;

fn read_people_and_plan(path: &str) -> (Vec<[String; 3]>, Plan) {
    let mut book = open(path);
    let mut people = Vec::new();
    let mut at = [0; 3];
    each_row(&mut book, "pegawai", |r| {
        if r.first().is_some_and(|x| x == "nip") {
            at = ["nip", "nama", "unit_kerja"].map(|n| column(r, n));
        } else if let [Some(a), Some(b), Some(c)] = at.map(|i| r.get(i)) {
            people.push([a.clone(), b.clone(), c.clone()]);
        }
    });
    let mut plan = Plan::new();
    let mut at = [0; 5];
    each_row(&mut book, "skp", |r| {
        if r.first().is_some_and(|x| x == "nip") {
            at = ["nip", "kode_rhk", "aspek", "target", "arah"].map(|n| column(r, n));
        } else {
            let [nip, kode, aspek, target, arah] = at.map(|i| r.get(i).cloned().unwrap_or_default());
            plan.insert((nip, kode, aspek), (figure(&target), arah == "turun"));
        }
    });
    (people, plan)
}

type Marks = HashMap<String, (f64, u32)>;

fn read_results_and_marks(path: &str) -> (Vec<([String; 3], f64)>, Marks) {
    let mut book = open(path);
    let mut results = Vec::new();
    let mut at = [0; 4];
    each_row(&mut book, "realisasi", |r| {
        if r.first().is_some_and(|x| x == "nip") {
            at = ["nip", "kode_rhk", "aspek", "realisasi"].map(|n| column(r, n));
        } else {
            let [nip, kode, aspek, value] = at.map(|i| r.get(i).cloned().unwrap_or_default());
            results.push(([nip, kode, aspek], figure(&value)));
        }
    });
    let mut marks = Marks::new();
    let mut at = [0; 2];
    each_row(&mut book, "perilaku", |r| {
        if r.first().is_some_and(|x| x == "nip") {
            at = ["nip", "nilai"].map(|n| column(r, n));
        } else if let [Some(nip), Some(value)] = at.map(|i| r.get(i)) {
            let entry = marks.entry(nip.clone()).or_default();
            entry.0 += figure(value);
            entry.1 += 1;
        }
    });
    (results, marks)
}

fn job(input: &str, output: &str) {
    let ((people, plan), (results, marks)) = std::thread::scope(|s| {
        let other = s.spawn(|| read_results_and_marks(input));
        let own = read_people_and_plan(input);
        (own, other.join().unwrap())
    });
    let mut book = Workbook::new();
    book.set_zip_compression_level(2);
    let mut sums: Marks = HashMap::new();
    let detail = book.add_worksheet_with_low_memory().unwrap();
    for (row, ([nip, kode, aspek], value)) in (1u32..).zip(&results) {
        let (target, down) = plan
            .get(&(nip.clone(), kode.clone(), aspek.clone()))
            .copied()
            .unwrap_or((100.0, false));
        let capaian = (if down { 2.0 - value / target } else { value / target } * 100.0).clamp(0.0, 120.0);
        let entry = sums.entry(nip.clone()).or_default();
        entry.0 += capaian;
        entry.1 += 1;
        detail.write_string(row, 0, nip).unwrap();
        detail.write_string(row, 1, kode).unwrap();
        detail.write_string(row, 2, aspek).unwrap();
        detail.write_number(row, 3, target).unwrap();
        detail.write_number(row, 4, *value).unwrap();
        detail.write_number(row, 5, capaian).unwrap();
    }
    let sheet = book.add_worksheet_with_low_memory().unwrap();
    for (row, [nip, nama, unit]) in (1u32..).zip(&people) {
        let mean = |m: &Marks| m.get(nip).map_or(0.0, |(sum, n)| sum / f64::from(*n));
        let (skp, perilaku) = (mean(&sums), mean(&marks));
        let nilai = skp * 0.7 + perilaku * 0.3;
        let predikat = match nilai {
            x if x >= 110.0 => "Sangat Baik",
            x if x >= 90.0 => "Baik",
            x if x >= 70.0 => "Cukup",
            x if x >= 50.0 => "Kurang",
            _ => "Sangat Kurang",
        };
        for (col, text) in (0u16..).zip([nip.as_str(), nama, unit, predikat]) {
            sheet.write_string(row, col, text).unwrap();
        }
        for (col, value) in (4u16..).zip([skp, perilaku, nilai]) {
            sheet.write_number(row, col, value).unwrap();
        }
    }
    book.save(output).unwrap();
}

fn read_all(path: &str, mut cell: impl FnMut(usize, u32, u16, &DataRef<'_>)) {
    let mut book = open(path);
    for (i, name) in book.sheet_names().into_iter().enumerate() {
        let mut cells = book.worksheet_cells_reader(&name).unwrap();
        while let Some((c, _)) = cells.next_cell_with_style_id().unwrap() {
            let (row, col) = c.get_position();
            cell(i, row, col as u16, c.get_value());
        }
    }
}

/// Writes a workbook's cells to a flat file: what is to be written, without what it costs to read a workbook.
fn dump(report: &str, path: &str) {
    let mut out = BufWriter::new(File::create(path).unwrap());
    read_all(report, |sheet, row, col, value| {
        let text = match value {
            DataRef::Float(f) => f.to_le_bytes().to_vec(),
            DataRef::String(s) => s.as_bytes().to_vec(),
            DataRef::SharedString(s) => s.as_bytes().to_vec(),
            _ => return,
        };
        out.write_all(&[sheet as u8, u8::from(matches!(value, DataRef::Float(_)))])
            .unwrap();
        out.write_all(&row.to_le_bytes()).unwrap();
        out.write_all(&col.to_le_bytes()).unwrap();
        out.write_all(&(text.len() as u32).to_le_bytes()).unwrap();
        out.write_all(&text).unwrap();
    });
    out.flush().unwrap();
}

/// The floor of a report: reads every cell of the input, and writes the cells of a dump, sheet by sheet.
fn copy(input: &str, dump: &str, output: &str) {
    let mut read = 0u64;
    read_all(input, |_, _, _, _| read += 1);
    let mut from = BufReader::with_capacity(1 << 16, File::open(dump).unwrap());
    let mut book = Workbook::new();
    book.set_zip_compression_level(2);
    let (mut written, mut sheets) = (0u64, 0usize);
    let (mut head, mut text) = ([0u8; 12], Vec::new());
    while from.read_exact(&mut head).is_ok() {
        let at = usize::from(head[0]);
        while sheets <= at {
            book.add_worksheet_with_constant_memory().unwrap();
            sheets += 1;
        }
        let sheet = book.worksheet_from_index(at).unwrap();
        let row = u32::from_le_bytes(head[2..6].try_into().unwrap());
        let col = u16::from_le_bytes(head[6..8].try_into().unwrap());
        text.resize(u32::from_le_bytes(head[8..].try_into().unwrap()) as usize, 0);
        from.read_exact(&mut text).unwrap();
        if head[1] == 1 {
            let value = f64::from_le_bytes(text[..].try_into().unwrap());
            sheet.write_number(row, col, value).unwrap();
        } else {
            sheet.write_string(row, col, std::str::from_utf8(&text).unwrap()).unwrap();
        }
        written += 1;
    }
    book.save(output).unwrap();
    println!("{read} sel dibaca, {written} sel ditulis");
}

/// Every field of a CSV file or of all files of a folder: the floor of reading them.
fn fields(path: &str) {
    let mut n = 0u64;
    let folder = std::fs::read_dir(path);
    let files = folder.map_or_else(|_| vec![path.into()], |d| d.map(|e| e.unwrap().path()).collect());
    for file in files {
        let mut csv = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_path(file)
            .unwrap();
        let mut record = csv::ByteRecord::new();
        while csv.read_byte_record(&mut record).unwrap() {
            n += record.len() as u64;
        }
    }
    println!("{n} isian");
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["kerja", input, output] => job(input, output),
        ["baca", input] => {
            let mut n = 0u64;
            read_all(input, |_, _, _, _| n += 1);
            println!("{n} sel");
        }
        ["isian", folder] => fields(folder),
        ["tuang", report, cells] => dump(report, cells),
        ["salin", input, cells, output] => copy(input, cells, output),
        _ => eprintln!(
            "dasar kerja MASUKAN KELUARAN | baca MASUKAN | isian FOLDER | tuang LAPORAN SEL | salin MASUKAN SEL KELUARAN"
        ),
    }
}
