//! A fictitious instansi of any size, for training, for trying the tool and for measuring it.
//!
//! The same plan gives the same bytes. Nothing is kept while writing: each table is a walk over
//! the indices, and whatever a row says about a person is a function of (seed, index), so the
//! tables agree with each other and memory does not grow with the number of people.
//!
//! Without [`FaultRate`] the data are free of findings of level galat under all three rule sets and
//! everybody is scored or rightly excepted. A plan made for one kind of rule set
//! ([`Perilaku::Angka`], [`Perilaku::Word`]) has a fixed shape: exactly 8 skp rows, 8 realisasi
//! rows and 7 perilaku rows for each pegawai and no special cases, which is the shape of the
//! measurements in `kecepatan.md`. [`Perilaku::All`] has the rows for all rule sets and
//! variety: transfers, Plt, tugas belajar, exceptions, realisasi by quarter and semester.

mod columns;
mod dice;
mod fault;
mod opd;
mod person;
mod place;
mod plan;
mod sink;
mod tables;
mod words;

use std::path::Path;

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use crate::base::output_file::{OutputError, Outputs};
use crate::base::workbook_file::EXCEL_ROWS;
use crate::base::workbook_file::{WorkbookError, WorkbookFile};
use crate::contract::TableKind;
use columns::{TABLES, columns};
use person::SamplePeople;
use sink::{CsvSink, XlsxSink};

/// The most pegawai a fictitious instansi can have.
pub const PEGAWAI_MAX: u32 = 1_000_000;

/// Which rows of `perilaku` are written, and with them the shape of the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Perilaku {
    /// Figures for the numeric rule sets and words for `permenpanrb-6-2022`; with variety.
    #[default]
    All,
    /// Figures only (`pp-30-2019`, `permenpanrb-8-2021`): four or five aspek by the atasan, filled
    /// up to seven rows by a rekan or a bawahan; no umpan balik, no typed ratings.
    Angka,
    /// Words on the seven BerAKHLAK values only (`permenpanrb-6-2022`).
    Word,
}

impl Perilaku {
    /// The kind of rows a rule set needs; `None` for a rule set nobody knows.
    #[must_use]
    pub fn for_aturan(id: &str) -> Option<Self> {
        match id {
            "pp-30-2019" | "permenpanrb-8-2021" => Some(Self::Angka),
            "permenpanrb-6-2022" => Some(Self::Word),
            _ => None,
        }
    }
}

/// Share of people with a seeded fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FaultRate(u32);

impl FaultRate {
    /// Nobody.
    pub const NONE: Self = Self(0);

    /// So many per cent of the people; 100 at most.
    #[must_use]
    pub fn percent(percent: u8) -> Self {
        Self(u32::from(percent.min(100)))
    }

    /// Faulty people in a hundred.
    #[must_use]
    pub const fn in_hundred(self) -> u32 {
        self.0
    }
}

/// What to make.
#[derive(Debug, Clone)]
pub struct Rencana {
    /// How many pegawai, at most [`PEGAWAI_MAX`].
    pub pegawai: u32,
    /// The seed.
    pub seed: u64,
    /// The year assessed, 2019 to 2100.
    pub tahun: i16,
    /// Share of people with a fault.
    pub faults: FaultRate,
    /// Rule sets the data are for.
    pub perilaku: Perilaku,
    /// Write over existing files.
    pub overwrite: bool,
}

impl Default for Rencana {
    fn default() -> Self {
        Self {
            pegawai: 500,
            seed: 1,
            tahun: 2025,
            faults: FaultRate::NONE,
            perilaku: Perilaku::All,
            overwrite: false,
        }
    }
}

impl Rencana {
    fn has_variety(&self) -> bool {
        self.perilaku == Perilaku::All
    }

    fn check(&self) -> Result<(), SampleError> {
        if self.pegawai == 0 || self.pegawai > PEGAWAI_MAX {
            return Err(SampleError::Size(self.pegawai));
        }
        if !(2019..=2100).contains(&self.tahun) {
            return Err(SampleError::Year(self.tahun));
        }
        Ok(())
    }
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// Number of pegawai out of range.
    #[error("jumlah pegawai {0} tidak dapat dibuat: pilih 1 sampai dengan 1.000.000")]
    Size(u32),
    /// Year out of range.
    #[error("tahun {0} tidak dapat dibuat: pilih 2019 sampai dengan 2100")]
    Year(i16),
    /// The output is there already, or cannot be put in its place.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// The workbook cannot be written.
    #[error(transparent)]
    Workbook(#[from] WorkbookError),
}

/// Writes the instansi as one workbook with a sheet for each table. The file appears whole or
/// not at all.
///
/// # Errors
/// [`SampleError`]: a plan out of range, an existing file without `paksa`, or what the disk says.
pub fn write_xlsx(rencana: &Rencana, path: &Path) -> Result<(), SampleError> {
    write_xlsx_limited(rencana, path, EXCEL_ROWS)
}

fn write_xlsx_limited(rencana: &Rencana, path: &Path, limit: u32) -> Result<(), SampleError> {
    rencana.check()?;
    let mut outputs = Outputs::new(rencana.overwrite);
    outputs.plan(path)?;
    let file = WorkbookFile::new(path);
    let mut workbook = file.workbook()?;
    file.contained(|| sheets(rencana, &mut workbook, limit).map_err(|e| file.error(e)))?;
    file.save(&mut workbook, &mut outputs)?;
    Ok(outputs.publish()?)
}

fn sheets(rencana: &Rencana, workbook: &mut Workbook, limit: u32) -> Result<(), XlsxError> {
    workbook.set_zip_compression_level(3);
    // A fixed date: the same plan gives the same bytes.
    let created = sink::excel_date(Date::constant(2025, 1, 1))?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title("Data contoh: instansi fiktif")
            .set_comment("Dibuat dengan `skp contoh`. Semua orang, NIP, dan unit di dalamnya rekaan.")
            .set_creation_datetime(&created),
    );
    let people = SamplePeople::new(rencana);
    for table in TABLES {
        let mut sink = XlsxSink::new(workbook, table.as_str(), columns(table), limit)?;
        tables::write(table, &people, &mut sink)?;
        sink.finish();
    }
    Ok(())
}

/// Writes the instansi as a folder of CSV files (`pegawai.csv`, `skp.csv` …), made if it is not
/// there. The files take their places only when all of them are complete.
///
/// # Errors
/// [`SampleError`]: a plan out of range, one of the files existing without `paksa`, or what the
/// disk says.
pub fn write_csv_folder(rencana: &Rencana, folder: &Path) -> Result<(), SampleError> {
    rencana.check()?;
    let made = make_folder(folder)?;
    let written = csv_files(rencana, folder);
    if written.is_err() {
        // Only folders that are empty go, innermost first; whatever stands in them was not ours.
        for folder in made {
            if std::fs::remove_dir(folder).is_err() {
                break;
            }
        }
    }
    written
}

/// Makes the folder and those above it; those that were not there, innermost first.
fn make_folder(folder: &Path) -> Result<Vec<&Path>, OutputError> {
    let made: Vec<&Path> = folder
        .ancestors()
        .take_while(|f| !f.as_os_str().is_empty() && !f.exists())
        .collect();
    std::fs::create_dir_all(folder).map_err(|e| OutputError::Io(folder.to_owned(), e))?;
    Ok(made)
}

fn csv_files(rencana: &Rencana, folder: &Path) -> Result<(), SampleError> {
    let target = |table: TableKind| folder.join(format!("{}.csv", table.as_str()));
    let mut outputs = Outputs::new(rencana.overwrite);
    for table in TABLES {
        outputs.plan(&target(table))?;
    }
    let people = SamplePeople::new(rencana);
    for table in TABLES {
        outputs.write(&target(table), |file| {
            let mut sink = CsvSink::new(file, columns(table))?;
            tables::write(table, &people, &mut sink)?;
            sink.finish()
        })?;
    }
    Ok(outputs.publish()?)
}

#[cfg(test)]
mod tests;
