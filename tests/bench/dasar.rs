//! The yardstick: what reading and writing alone cost with the two libraries, for ratios in one run.
//!
//! * `cargo bench --bench dasar -- kerja MASUKAN.xlsx KELUARAN.xlsx`: the "bare Rust job" of `kecepatan.md`: join, mean capaian, weights, band,
//!   one result sheet and one detail sheet; no checks, no annotation. Two sheets at a time, low-memory, level 3.
//! * `dasar salin MASUKAN.xlsx LAPORAN.xlsx KELUARAN.xlsx`: reads every cell of the input and writes as many cells of
//!   the same kinds as the finished report holds: the floor of the full report.
//!
//! Floats here are fine: this is a measure of work, not a result for anybody.

#![allow(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::print_stdout,
    clippy::print_stderr
)] // a measuring tool

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::File;
use std::io::BufReader;

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
    book.set_zip_compression_level(3);
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

/// Reads the input in two threads as `skp` may, and writes the report's cells, sheet by sheet.
fn copy(input: &str, report: &str, output: &str) {
    let mut read = 0u64;
    read_all(input, |_, _, _, _| read += 1);
    // The report's cells are gathered untimed in spirit: they are what is to be written, not work of the floor.
    let mut sheets: Vec<Vec<(u32, u16, Cell)>> = Vec::new();
    read_all(report, |i, row, col, value| {
        if sheets.len() <= i {
            sheets.resize_with(i + 1, Vec::new);
        }
        let cell = match value {
            DataRef::Float(f) => Cell::Number(*f),
            DataRef::String(s) => Cell::Text(s.as_str().into()),
            DataRef::SharedString(s) => Cell::Text((*s).into()),
            _ => return,
        };
        sheets[i].push((row, col, cell));
    });
    let start = std::time::Instant::now();
    let mut book = Workbook::new();
    book.set_zip_compression_level(3);
    let mut written = 0u64;
    for cells in &sheets {
        let sheet = book.add_worksheet_with_constant_memory().unwrap();
        for (row, col, cell) in cells {
            match cell {
                Cell::Text(t) => sheet.write_string(*row, *col, &**t).unwrap(),
                Cell::Number(n) => sheet.write_number(*row, *col, *n).unwrap(),
            };
            written += 1;
        }
    }
    book.save(output).unwrap();
    println!(
        "{read} sel dibaca, {written} sel ditulis; menulis {:.2} s",
        start.elapsed().as_secs_f64()
    );
}

enum Cell {
    Text(Box<str>),
    Number(f64),
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
        ["salin", input, report, output] => copy(input, report, output),
        _ => eprintln!("dasar kerja MASUKAN KELUARAN | dasar baca MASUKAN | dasar salin MASUKAN LAPORAN KELUARAN"),
    }
}
