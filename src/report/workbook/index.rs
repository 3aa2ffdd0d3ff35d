//! Where things stand in the workbook: findings by cell and by person, rows of Rincian, names of
//! the input sheets. Worked out before any sheet is written, so that sheets may be written in any
//! order and on two threads and still link to each other.

use std::collections::HashMap;

use crate::base::origin::{Origin, SheetId, column_letters};
use crate::finding::Finding;

use super::bahan::{Bahan, Pilihan};
use super::sheet_names::{Nama, ke_sel};
use super::sheets::Lembar;

/// Input sheets that are reproduced at most; a folder of thousands of forms would make a workbook
/// that Excel cannot open.
pub(super) const MASUKAN_TERBANYAK: usize = 250;

/// The index.
#[derive(Debug)]
pub(super) struct Indeks<'a> {
    findings: &'a [Finding],
    /// Findings with a cell, by cell.
    sel: Vec<(Origin, u32)>,
    /// Findings by NIP as written.
    orang: HashMap<&'a str, Vec<u32>>,
    /// First row of each person in Rincian, counted over all its sheets from 0; empty when Rincian is not written.
    rincian: Vec<u64>,
    /// Names of the sheets that reproduce an input sheet; empty when it is not reproduced.
    masukan: Vec<Vec<String>>,
    /// Input sheets left out because there are too many.
    pub masukan_terlewat: usize,
    batas: u32,
}

impl<'a> Indeks<'a> {
    pub(super) fn new(bahan: &Bahan<'a>, pilihan: &Pilihan) -> Self {
        let mut sel: Vec<(Origin, u32)> = (0_u32..)
            .zip(bahan.findings)
            .filter_map(|(i, f)| f.at.map(|at| (at, i)))
            .collect();
        sel.sort_unstable();
        let mut orang: HashMap<&str, Vec<u32>> = HashMap::new();
        for (i, f) in (0_u32..).zip(bahan.findings) {
            if let Some(nip) = f.nip.as_deref() {
                orang.entry(nip).or_default().push(i);
            }
        }
        let mut rincian = Vec::new();
        if pilihan.lembar.contains(&Lembar::Rincian) {
            let mut row = 0;
            for p in &bahan.scores.pegawai {
                rincian.push(row);
                row += p.rhk.iter().map(|r| r.indikator.len().max(1) as u64).sum::<u64>();
            }
        }
        let mut index = Self {
            findings: bahan.findings,
            sel,
            orang,
            rincian,
            masukan: vec![Vec::new(); bahan.inputs.sheets.len()],
            masukan_terlewat: 0,
            batas: pilihan.batas_baris,
        };
        if pilihan.lembar.contains(&Lembar::Masukan) {
            index.name_inputs(bahan);
        }
        index
    }

    fn name_inputs(&mut self, bahan: &Bahan<'a>) {
        let ids = || (0_u32..).map(SheetId).take(bahan.inputs.sheets.len());
        let mut wanted = vec![false; bahan.inputs.sheets.len()];
        for table in &bahan.tables.tables {
            wanted[table.sheet.0 as usize] = true;
        }
        for &(at, _) in &self.sel {
            wanted[at.sheet.0 as usize] = true;
        }
        let mut chosen: Vec<SheetId> = ids().filter(|id| wanted[id.0 as usize]).collect();
        if chosen.len() > MASUKAN_TERBANYAK {
            self.masukan_terlewat = chosen.len() - MASUKAN_TERBANYAK;
            // Those with findings first: they are what somebody must look at.
            chosen.sort_by_key(|&id| (self.pada_lembar(id).is_empty(), id));
            chosen.truncate(MASUKAN_TERBANYAK);
            chosen.sort_unstable();
        }
        let mut names = Nama::default();
        for id in chosen {
            let sheet = bahan.inputs.sheet(id);
            let written = sheet
                .name
                .as_deref()
                .unwrap_or_else(|| stem(&bahan.inputs.file(sheet.file).path));
            let last = sheet.rows().next_back().map_or(0, |r| r.number());
            let parts = 1 + last / self.batas;
            let first = names.give(&format!("Masukan {written}"));
            let mut all = vec![first];
            for part in 2..=parts {
                all.push(names.give(&format!("Masukan {part} {written}")));
            }
            self.masukan[id.0 as usize] = all;
        }
    }

    /// The finding.
    pub(super) fn temuan(&self, i: u32) -> &'a Finding {
        &self.findings[i as usize]
    }

    /// Findings about cells of a sheet, by cell.
    pub(super) fn pada_lembar(&self, id: SheetId) -> &[(Origin, u32)] {
        let start = self.sel.partition_point(|(at, _)| at.sheet < id);
        let end = self.sel.partition_point(|(at, _)| at.sheet <= id);
        &self.sel[start..end]
    }

    /// Findings about a person, in their order.
    pub(super) fn about(&self, nip: &str) -> &[u32] {
        self.orang.get(nip).map_or(&[], Vec::as_slice)
    }

    /// Names of the sheets that reproduce an input sheet.
    pub(super) fn masukan(&self, id: SheetId) -> &[String] {
        &self.masukan[id.0 as usize]
    }

    /// Name of the first input sheet in the workbook.
    pub(super) fn masukan_pertama(&self) -> Option<&str> {
        self.masukan.iter().flatten().next().map(String::as_str)
    }

    /// Link to a cell on the input sheet that reproduces it.
    pub(super) fn ke_masukan(&self, at: Origin) -> Option<String> {
        let part = at.row / self.batas;
        let name = self.masukan(at.sheet).get(part as usize)?;
        Some(ke_sel(
            name,
            &Origin {
                row: at.row % self.batas,
                ..at
            }
            .a1(),
        ))
    }

    /// Sheet and row (1-based) of a person's first row in Rincian.
    pub(super) fn di_rincian(&self, pegawai: usize) -> Option<(String, u64)> {
        let row = *self.rincian.get(pegawai)?;
        // One header row on each sheet.
        let capacity = u64::from(self.batas - 1);
        Some((nama_bagian(Lembar::Rincian.as_str(), row / capacity), row % capacity + 2))
    }
}

/// Name of the n-th sheet (from 0) of a table: `Rincian`, `Rincian 2` …
pub(super) fn nama_bagian(nama: &str, n: u64) -> String {
    if n == 0 {
        nama.to_owned()
    } else {
        format!("{nama} {}", n + 1)
    }
}

/// File name without folder and ending.
pub(super) fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.rsplit_once('.')
        .map_or(name, |(s, _)| if s.is_empty() { name } else { s })
}

/// `C5` of a 0-based row and column.
pub(super) fn a1(row: u32, col: u16) -> String {
    format!("{}{}", column_letters(col), row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_lose_folder_and_ending() {
        assert_eq!(stem("data/dinas/pegawai.csv"), "pegawai");
        assert_eq!(stem(r"C:\data\skp.2025.xlsx"), "skp.2025");
        assert_eq!(stem(".csv"), ".csv");
    }
}
