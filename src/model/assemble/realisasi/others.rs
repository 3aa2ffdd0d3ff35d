//! Rows of a `realisasi` table that are for other periods than the one assessed, and how they are told.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::ids::PegawaiId;
use crate::model::Periode;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::other_periods::Periods;
use crate::model::assemble::rows::InputCell;
use crate::model::assemble::stretches::TableNotes;
use crate::model::findings::{RealisasiOtherPeriod, RealisasiOtherYear};
use crate::table::DataTable;

/// Rows of a table that are for another period than the one assessed: the first cell and the number of
/// rows, by year and by period of the year assessed.
#[derive(Debug, Default)]
pub(super) struct Others<'a> {
    pub years: BTreeMap<i16, (InputCell<'a>, usize)>,
    pub in_year: BTreeMap<Periode, (InputCell<'a>, usize)>,
    /// Whether that are all its rows.
    pub periods: Periods,
    /// Whose rows they are.
    pub ids: BTreeSet<PegawaiId>,
}

impl TableNotes for Others<'_> {
    fn add(&mut self, next: Self) {
        fn add<'a, K: Ord>(sums: &mut BTreeMap<K, (InputCell<'a>, usize)>, next: BTreeMap<K, (InputCell<'a>, usize)>) {
            for (key, (cell, rows)) in next {
                sums.entry(key).or_insert((cell, 0)).1 += rows;
            }
        }
        add(&mut self.years, next.years);
        add(&mut self.in_year, next.in_year);
        self.periods.add(next.periods);
        self.ids.extend(next.ids);
    }
}

impl<'a> Others<'a> {
    /// Gives whose rows are passed over with the whole table.
    pub fn tell(self, ctx: &mut Ctx<'a>, table: &DataTable) -> BTreeSet<PegawaiId> {
        if self.periods.all_other() {
            self.periods.tell(ctx, table);
            return self.ids;
        }
        let assessed = ctx.periode.tahun();
        for (year, (cell, rows)) in self.years {
            ctx.note_expecting(cell, RealisasiOtherYear { rows, year }, format!("periode tahun {assessed}"));
        }
        let first = self.in_year.values().map(|(cell, _)| *cell).min_by_key(|cell| cell.at);
        if let Some(cell) = first {
            let rows = self.in_year.values().map(|(_, rows)| rows).sum();
            let periods: Vec<String> = self.in_year.keys().map(ToString::to_string).collect();
            ctx.note(
                cell,
                RealisasiOtherPeriod {
                    rows,
                    periods: periods.join(", "),
                },
            );
        }
        BTreeSet::new()
    }
}
