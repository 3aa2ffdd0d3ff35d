//! A table as it is kept: its rows, and what its layout, its title and the rows between people tell.

use std::ops::Range;

use super::body::Body;
use super::{Finder, SEARCH};
use crate::base::origin::Origin;
use crate::contract::facet;
use crate::contract::unit_words::begins_a_unit;
use crate::input::sheet::Merge;
use crate::input::sheet::Row;
use crate::input::{Sheet, Value};
use crate::table::header::Header;
use crate::table::layout::MeaningSource;
use crate::table::rows::reason;
use crate::table::{DataTable, Entry, Formulir, Key, RowList, Skipped, TableKind, layout, settle, struck, units};

impl Finder<'_> {
    /// Makes a table of the rows that were found under a header, with what its layout and title tell.
    pub(super) fn keep(
        &mut self,
        header: &Header,
        mut body: Body,
        merges: Vec<Merge>,
        (jenis, mut formulir): (TableKind, Option<Box<Formulir>>),
        (start, band): (usize, (u16, u16)),
    ) {
        let sheet = self.sheet;
        let title = start..header.first;
        let titles = titles(sheet, title.clone(), band);
        let meta = titles.iter().map(|cells| cells.join(" ").into()).collect();
        if let Some(form) = &mut formulir {
            form.titles = titles;
        }
        let last_head = sheet.row_at(header.last).number();
        let (mut sources, slices) = layout::of(&header.columns, self.id, last_head);
        if let Some(col) = header.atasan_in_one {
            sources.push((Key::NipAtasan, MeaningSource::NipIn(col)));
            sources.push((Key::NamaAtasan, MeaningSource::NameIn(col)));
        }
        let overwritten = std::mem::take(&mut body.overwritten);
        let sections = body.section.is_some();
        let (rows, mut skipped) = body.into_rows(sheet);
        let periods = if slices.is_empty() {
            self.periods(header, band, &rows, &mut skipped)
        } else {
            Box::default()
        };
        let units = self.units(header, band, &rows, &mut skipped, sections);
        let wants = |key| header.jenis.column(key).is_some() && !header.has(key);
        if wants(Key::UnitKerja) || wants(Key::UnitInduk) {
            let any = header.jenis == TableKind::Sasaran;
            let lists = match header.jenis {
                TableKind::Pegawai | TableKind::Penilaian | TableKind::LaporanSkp => true,
                TableKind::Skp => header.has(Key::Nama) || header.has(Key::NamaNip),
                _ => false,
            };
            let people = lists && wants(Key::UnitKerja);
            let told = units::in_title(sheet, self.id, title, band, (any, people));
            sources.extend(told.into_iter().filter(|(k, _)| wants(*k)));
        }
        self.problems_of(header, &sources, !units.is_empty(), sections, &overwritten);
        let mut columns = header.columns.clone();
        settle::swapped(sheet, self.id, &mut columns, &rows, last_head, self.problems);
        self.tell_skipped(header, &skipped);
        self.found.push(DataTable {
            jenis,
            sheet: self.id,
            header: (sheet.row_at(header.first).number(), sheet.row_at(header.last).number()),
            cols: header.span(),
            columns,
            rows,
            skipped,
            sources,
            slices,
            meta,
            formulir,
            merges: merges.into(),
            units,
            periods,
        });
    }

    /// In a table of what was attained or rated, without a column for the period: the rows between the others that say
    /// nothing but one ("TRIWULAN I").
    fn periods(&self, header: &Header, band: (u16, u16), rows: &RowList, skipped: &mut [Skipped]) -> Box<[Entry]> {
        let has_periods = header.columns.iter().filter_map(|c| c.key).any(facet::has_periods);
        if !has_periods || header.has(Key::Periode) {
            return Box::default();
        }
        self.headings(rows, skipped, reason::PERIOD, |row| {
            let mut cells = row.cells_in(band.0, band.1).filter(|(_, v)| !v.is_blank());
            let (Some((col, Value::Text(text))), None) = (cells.next(), cells.next()) else {
                return None;
            };
            let (said, rest) = facet::split(&[text.into()]);
            let period = said.period.filter(|p| rest.is_empty() && &**p != facet::UNCLEAR)?;
            Some((col, Some(period)))
        })
    }

    /// In a list of people without a column for their unit: the rows between them that name it.
    /// Beside UTAMA and TAMBAHAN a heading is one of RHK, unless it begins as the name of a unit does.
    fn units(&self, header: &Header, band: (u16, u16), rows: &RowList, skipped: &mut [Skipped], sections: bool) -> Box<[Entry]> {
        if !(header.has(Key::Nip) || header.has(Key::NamaNip)) || header.has(Key::UnitKerja) {
            return Box::default();
        }
        self.headings(rows, skipped, reason::UNIT, |row| {
            row.cells_in(band.0, band.1).rev().find_map(|(col, v)| match v {
                Value::Text(t) => units::in_section(t)
                    .filter(|name| !sections || begins_a_unit(name))
                    .map(|name| (col, (name != t).then(|| name.into()))),
                _ => None,
            })
        })
    }

    /// The rows between the others that say something of those below them: in which column, and which part of the cell.
    fn headings(
        &self,
        rows: &RowList,
        skipped: &mut [Skipped],
        why: &'static str,
        says: impl Fn(Row<'_>) -> Option<(u16, Option<Box<str>>)>,
    ) -> Box<[Entry]> {
        let last = rows.last().map_or(0, |r| self.sheet.row(r.index).number());
        let mut found = Vec::new();
        for s in skipped.iter_mut().filter(|s| s.reason == reason::HEADING && s.row < last) {
            let Some(index) = self.sheet.index_of(s.row) else { continue };
            if let Some((col, section)) = says(self.sheet.row_at(index)) {
                s.reason = why;
                let at = Origin::new(self.id, s.row, col);
                found.push(Entry { at, section });
            }
        }
        found.into()
    }
}

/// The lines above a header, each cell apart.
fn titles(sheet: &Sheet, rows: Range<usize>, (lo, hi): (u16, u16)) -> Vec<Vec<String>> {
    let from = rows.start.max(rows.end.saturating_sub(SEARCH));
    (from..rows.end)
        .map(|i| {
            let cells = sheet.row_at(i).cells_in(lo, hi).filter(|(_, v)| !v.is_blank());
            cells.map(|(col, v)| struck::written(sheet, i, col, v)).collect()
        })
        .filter(|cells: &Vec<String>| !cells.is_empty())
        .collect()
}
