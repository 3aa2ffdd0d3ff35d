//! All that a check may look at, and the note of the parameters it decides by.

use std::sync::{Arc, Mutex, PoisonError};

use hashbrown::HashMap;

use crate::base::file_names::file_name;
use crate::base::origin::{FileId, Origin, SheetId};
use crate::finding::{FoundPlace, Noted};
use crate::input::Inputs;
use crate::model::{Data, Hierarchy, Pegawai, RencanaHasilKerja, RhkId};
use crate::rules::{Aturan, Parameter, Usage};
use crate::score::Scores;
use crate::table::{DataTable, TableColumn, TableKind, Tables};

/// All that a check may look at.
#[derive(Debug)]
pub struct Context<'a> {
    /// Files and sheets.
    pub inputs: &'a Inputs,
    /// Recognised tables.
    pub tables: &'a Tables,
    /// People.
    pub data: &'a Data,
    /// The rule set.
    pub aturan: &'a Aturan,
    /// Results.
    pub scores: &'a Scores,
    /// Who stands under whom, and which RHK carries which.
    pub hierarchy: Hierarchy,
    usage: Mutex<Usage>,
    by_sheet: HashMap<SheetId, Vec<&'a DataTable>>,
}

impl<'a> Context<'a> {
    /// Puts the context together.
    pub fn new(inputs: &'a Inputs, tables: &'a Tables, data: &'a Data, aturan: &'a Aturan, scores: &'a Scores) -> Self {
        let mut by_sheet: HashMap<_, Vec<_>> = HashMap::new();
        for t in &tables.tables {
            by_sheet.entry(t.sheet).or_default().push(t);
        }
        Self {
            inputs,
            tables,
            data,
            aturan,
            scores,
            hierarchy: Hierarchy::new(data),
            usage: Mutex::default(),
            by_sheet,
        }
    }

    /// The value of a parameter by which a check decides, noting that the run leans on it.
    pub fn used<'p, T>(&self, parameter: &'p Parameter<T>) -> &'p T {
        parameter.used(&mut self.usage.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The parameters by which checks have decided.
    pub fn usage(&self) -> Usage {
        *self.usage.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The table a cell belongs to: of those in its columns the last that begins above it.
    pub fn table(&self, at: Origin) -> Option<&'a DataTable> {
        self.by_sheet
            .get(&at.sheet())?
            .iter()
            .copied()
            .filter(|t| t.covers(at))
            .max_by_key(|t| t.header.0)
    }

    /// The table of a kind in a cell's sheet, whatever column the cell is in.
    pub fn table_of_kind(&self, at: Origin, jenis: TableKind) -> Option<&'a DataTable> {
        self.by_sheet
            .get(&at.sheet())?
            .iter()
            .copied()
            .filter(|t| t.jenis == jenis && t.header.0 <= at.row())
            .max_by_key(|t| t.header.0)
    }

    /// File, sheet and, where it is asked for, column of a cell.
    pub(super) fn place(&self, at: Origin, with_column: bool) -> Arc<FoundPlace> {
        let sheet = self.inputs.sheet(at.sheet());
        let column = self.column(at).filter(|_| with_column);
        Arc::new(FoundPlace {
            file: self.inputs.file(sheet.file).path.clone(),
            sheet_name: sheet.name.clone(),
            column: column.map(|c| c.written.clone()),
        })
    }

    /// The column that a cell stands in. On a form a heading speaks of the rows of its table, not of what is written around them.
    pub(super) fn column(&self, at: Origin) -> Option<&'a TableColumn> {
        let table = self.table(at)?;
        let sheet = self.inputs.sheet(at.sheet());
        let in_rows = || table.rows.each().any(|row| sheet.row(row.index).number() == at.row());
        let is_of_table = table.formulir.is_none() || at.row() <= table.header.1 || in_rows();
        let column = table.columns.iter().find(|c| c.col == at.col());
        column.filter(|_| is_of_table)
    }

    /// A cell inside a sentence: `sel C7 di lembar SKP`, of a CSV `sel C7 di skp.csv`. A sheet of another file than that of
    /// the sentence's own cell has the file named with it.
    pub fn cell_name(&self, at: Origin, own: Option<Origin>) -> String {
        let sheet = self.inputs.sheet(at.sheet());
        let same = own.is_some_and(|own| self.inputs.sheet(own.sheet()).file == sheet.file) || self.inputs.files.len() < 2;
        let cell = at.a1();
        match &sheet.name {
            Some(name) if same => format!("sel {cell} di lembar {name}"),
            Some(name) => format!("sel {cell} di lembar {name} berkas {}", self.name_of(sheet.file)),
            None => format!("sel {cell} di {}", self.name_of(sheet.file)),
        }
    }

    /// The name of a file; with its folders where another file of the run has the same.
    fn name_of(&self, file: FileId) -> &'a str {
        let path = &*self.inputs.file(file).path;
        let alike = self.inputs.files.iter().filter(|f| file_name(&f.path) == file_name(path));
        if alike.count() > 1 { path } else { file_name(path) }
    }

    /// What was noted of files and tables.
    pub(super) fn noted_before(&self) -> impl Iterator<Item = &'a Noted> {
        self.inputs.problems.iter().chain(&self.tables.problems)
    }

    /// What the scoring noted.
    pub(super) fn noted_after(&self) -> impl Iterator<Item = &'a Noted> {
        let of_people = self.scores.pegawai.iter().flat_map(|p| &p.facts);
        self.scores.missing_tables.iter().chain(of_people)
    }

    /// Every RHK with its person, in the order of the data.
    pub fn rhk(&self) -> impl Iterator<Item = (RhkId, &'a Pegawai, &'a RencanaHasilKerja)> + '_ {
        self.data.all().flat_map(super::walk::rhk)
    }

    /// Every RHK utama.
    pub fn rhk_utama(&self) -> impl Iterator<Item = (RhkId, &'a Pegawai, &'a RencanaHasilKerja)> + '_ {
        self.data.all().flat_map(super::walk::rhk_utama)
    }
}
