//! What the report is made from: references to the one result value, and what only the caller knows.

use std::time::SystemTime;

use crate::finding::{Finding, Level};
use crate::input::Inputs;
use crate::model::Data;
use crate::rules::Aturan;
use crate::score::{Scores, Status};
use crate::table::Tables;

use super::sheets::Lembar;

/// A run as the report sees it.
#[derive(Debug, Clone, Copy)]
pub struct Bahan<'a> {
    /// Files and sheets.
    pub inputs: &'a Inputs,
    /// Recognised tables.
    pub tables: &'a Tables,
    /// People.
    pub data: &'a Data,
    /// The rule set in use.
    pub aturan: &'a Aturan,
    /// Results.
    pub scores: &'a Scores,
    /// Findings in order.
    pub findings: &'a [Finding],
    /// Version of the program.
    pub versi: &'a str,
    /// The command line, as typed.
    pub perintah: &'a str,
    /// Options in effect, name and value, for the Jejak.
    pub opsi: &'a [(String, String)],
    /// Date the report carries: `SOURCE_DATE_EPOCH`, else the newest input's time. Never the clock.
    pub tanggal: SystemTime,
}

/// How the report is written.
#[derive(Debug, Clone)]
pub struct Pilihan {
    /// The sheets to write, see [`Lembar::for_period`].
    pub lembar: Vec<Lembar>,
    /// Rows a sheet can hold; past it a sheet goes on in a next one. Excel's 1,048,576 unless a test says less.
    pub batas_baris: u32,
    /// Rows from which a sheet is streamed to disk instead of built in memory. A streamed sheet
    /// costs a quarter of the memory, but has its rows on one line of text each.
    pub alir_dari: usize,
}

impl Default for Pilihan {
    fn default() -> Self {
        Self {
            lembar: Lembar::ALL.to_vec(),
            batas_baris: 1_048_576,
            alir_dari: 5_000,
        }
    }
}

impl<'a> Bahan<'a> {
    /// The agency: an `Instansi` line above a table, else the one unit without a unit induk, else nothing.
    pub(super) fn instansi(&self) -> &'a str {
        for line in self.tables.tables.iter().flat_map(|t| &t.meta) {
            let line = line.trim();
            if line.get(..8).is_some_and(|head| head.eq_ignore_ascii_case("instansi")) {
                let name = line[8..].trim_start_matches([' ', ':', '\t', '\u{a0}']).trim();
                if !name.is_empty() {
                    return name;
                }
            }
        }
        let mut roots = self.data.unit.iter().filter(|u| u.unit_induk.is_none());
        match (roots.next(), roots.next()) {
            (Some(only), None) => &only.unit_kerja,
            _ => "",
        }
    }

    /// People with this status.
    pub(super) fn jumlah(&self, status: Status) -> usize {
        self.scores.pegawai.iter().filter(|p| p.status == status).count()
    }

    /// Findings of this level.
    pub(super) fn temuan(&self, tingkat: Level) -> usize {
        self.findings.iter().filter(|f| f.tingkat == tingkat).count()
    }
}
