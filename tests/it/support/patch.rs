//! The tables of a clean instansi, and how a case changes them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::check_cases::Case;

/// Cells by the name of their column; `seperti` and `sesudah` name rows.
pub type Row = BTreeMap<String, String>;

/// The columns whose words name a row.
pub const KEYS: [&str; 7] = ["nip", "kode", "kode_rhk", "aspek", "penilai", "periode", "unit_kerja"];

/// Tables by name, as they stand in `NAME.csv`.
pub struct Tables(BTreeMap<String, Sheet>);

struct Sheet {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Tables {
    pub fn read(folder: &Path) -> Self {
        let tables = fs::read_dir(folder).unwrap().map(|entry| {
            let path = entry.unwrap().path();
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(&path).unwrap();
            let mut rows = reader
                .records()
                .map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
            let sheet = Sheet {
                columns: rows.next().unwrap(),
                rows: rows.collect(),
            };
            (path.file_stem().unwrap().to_str().unwrap().to_owned(), sheet)
        });
        Self(tables.collect())
    }

    pub fn write(&self, folder: &Path) {
        for (name, sheet) in &self.0 {
            let mut writer = csv::Writer::from_path(folder.join(format!("{name}.csv"))).unwrap();
            for row in std::iter::once(&sheet.columns).chain(&sheet.rows) {
                writer.write_record(row).unwrap();
            }
            writer.flush().unwrap();
        }
    }

    pub fn patch(&mut self, case: &Case) {
        for (table, columns) in &case.columns {
            let sheet = self.sheet(table);
            sheet.columns.extend(columns.iter().cloned());
            for row in &mut sheet.rows {
                row.resize(sheet.columns.len(), String::new());
            }
        }
        for person in &case.people {
            self.copy_person(person);
        }
        let names = self.names();
        let tables: BTreeSet<&String> = case.set.keys().chain(case.add.keys()).chain(case.remove.keys()).collect();
        let none = (BTreeMap::new(), Vec::new(), Vec::new());
        for table in tables {
            self.sheet(table).patch(
                &names,
                case.set.get(table).unwrap_or(&none.0),
                case.add.get(table).unwrap_or(&none.1),
                case.remove.get(table).unwrap_or(&none.2),
            );
        }
        for (table, headings) in &case.headings {
            let sheet = self.sheet(table);
            for (heading, instead) in headings {
                let at = sheet.column(heading);
                sheet.columns[at].clone_from(instead);
            }
        }
        for (table, columns) in &case.without_columns {
            let sheet = self.sheet(table);
            for column in columns {
                let at = sheet.column(column);
                sheet.columns.remove(at);
                for row in &mut sheet.rows {
                    row.remove(at);
                }
            }
        }
        for table in &case.without {
            assert!(self.0.remove(table).is_some(), "tabel {table} tidak ada");
        }
    }

    fn sheet(&mut self, table: &str) -> &mut Sheet {
        self.0.get_mut(table).unwrap_or_else(|| panic!("tabel {table} tidak ada"))
    }

    /// The name of each NIP.
    fn names(&self) -> BTreeMap<String, String> {
        let Some(sheet) = self.0.get("pegawai") else {
            return BTreeMap::new();
        };
        let (nip, nama) = (sheet.column("nip"), sheet.column("nama"));
        sheet.rows.iter().map(|row| (row[nip].clone(), row[nama].clone())).collect()
    }

    fn copy_person(&mut self, person: &Row) {
        let names = self.names();
        for (table, sheet) in &mut self.0 {
            let Some(nip) = sheet.columns.iter().position(|c| c == "nip") else {
                continue;
            };
            let like = sheet.find(&names, &person["seperti"], table == "pegawai");
            for at in like {
                let mut row = sheet.rows[at].clone();
                row[nip].clone_from(&person["nip"]);
                if table == "pegawai" {
                    sheet.fill(&mut row, person);
                }
                sheet.rows.push(row);
            }
        }
    }
}

impl Sheet {
    fn column(&self, name: &str) -> usize {
        self.columns
            .iter()
            .position(|c| c == name)
            .unwrap_or_else(|| panic!("kolom {name} tidak ada di {:?}", self.columns))
    }

    fn fill(&self, row: &mut [String], cells: &Row) {
        for (column, text) in cells {
            if column != "seperti" && column != "sesudah" {
                row[self.column(column)].clone_from(text);
            }
        }
    }

    /// The rows that are named so.
    fn find(&self, names: &BTreeMap<String, String>, name: &str, must: bool) -> Vec<usize> {
        let found: Vec<usize> = (0..self.rows.len())
            .filter(|at| {
                let mut of_row: BTreeSet<&str> = BTreeSet::new();
                for (column, text) in self.columns.iter().zip(&self.rows[*at]) {
                    if KEYS.contains(&column.as_str()) {
                        of_row.extend(words(text));
                        let owner = names.get(text).filter(|_| column == "nip");
                        of_row.extend(owner.into_iter().flat_map(|nama| words(nama)));
                    }
                }
                name == "*" || words(name).all(|word| of_row.contains(word))
            })
            .collect();
        assert!(!must || !found.is_empty(), "tidak ada baris \"{name}\"");
        found
    }

    /// The one row that is named so.
    fn one(&self, names: &BTreeMap<String, String>, name: &str) -> usize {
        let found = self.find(names, name, true);
        assert_eq!(found.len(), 1, "\"{name}\" bukan satu baris");
        found[0]
    }

    fn patch(&mut self, names: &BTreeMap<String, String>, set: &BTreeMap<String, Row>, add: &[Row], remove: &[String]) {
        let mut rows = self.rows.clone();
        for (name, cells) in set {
            for at in self.find(names, name, true) {
                self.fill(&mut rows[at], cells);
            }
        }
        let gone: BTreeSet<usize> = remove.iter().flat_map(|name| self.find(names, name, true)).collect();
        let mut behind: BTreeMap<usize, Vec<Vec<String>>> = BTreeMap::new();
        for cells in add {
            let mut row = match cells.get("seperti") {
                Some(name) => self.rows[self.one(names, name)].clone(),
                None => vec![String::new(); self.columns.len()],
            };
            self.fill(&mut row, cells);
            let at = cells.get("sesudah").map_or(usize::MAX, |name| self.one(names, name));
            behind.entry(at).or_default().push(row);
        }
        self.rows.clear();
        for (at, row) in rows.into_iter().enumerate() {
            if !gone.contains(&at) {
                self.rows.push(row);
            }
            self.rows.extend(behind.remove(&at).unwrap_or_default());
        }
        self.rows.extend(behind.into_values().flatten());
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || c == '-')
        .filter(|word| !word.is_empty())
}
