//! Folding at the source: what nearly a whole table lacks is said once, not once per row.
//!
//! A column that is not there, or that hardly anybody filled, is one fact about the table. Said
//! ten thousand times it would bury everything else (`keluaran.md` section 2).

use std::collections::BTreeMap;

use super::{Context, Sink};
use crate::base::origin::{Origin, SheetId};
use crate::table::{JenisTabel, Key};

/// From so many cases on, a majority is told as one.
const BANYAK: usize = 20;

/// Collects the cases of a check and decides which are told one by one.
#[derive(Debug)]
pub struct Majority<T> {
    jenis: JenisTabel,
    kolom: Key,
    /// Whether a majority is folded even where the column is there.
    mayoritas: bool,
    total: BTreeMap<SheetId, usize>,
    hits: BTreeMap<SheetId, Vec<(Origin, T)>>,
}

/// Cases told as one.
#[derive(Debug, Clone, Copy)]
pub struct Many<'t, T> {
    /// Where to point: the column's header cell, or that of the table.
    pub at: Origin,
    /// How many there are.
    pub jumlah: usize,
    /// Of how many.
    pub dari: usize,
    /// The table has no such column at all.
    pub tanpa_kolom: bool,
    /// In how many sheets.
    pub lembar: usize,
    /// One of them, as an example.
    pub contoh: &'t T,
}

impl<T> Majority<T> {
    /// Cases that a table of kind `jenis` without column `kolom` would have in every row; they are
    /// told one by one where the column is there.
    pub fn kolom(jenis: JenisTabel, kolom: Key) -> Self {
        Self {
            jenis,
            kolom,
            mayoritas: false,
            total: BTreeMap::new(),
            hits: BTreeMap::new(),
        }
    }

    /// The same, and told as one too where more than half of a table's rows are cases.
    pub fn mayoritas(jenis: JenisTabel, kolom: Key) -> Self {
        Self {
            mayoritas: true,
            ..Self::kolom(jenis, kolom)
        }
    }

    /// Something that could be a case, and is one when `hit` is there.
    pub fn lihat(&mut self, at: Origin, hit: Option<T>) {
        *self.total.entry(at.sheet).or_default() += 1;
        if let Some(hit) = hit {
            self.hits.entry(at.sheet).or_default().push((at, hit));
        }
    }

    /// Tells the cases: `satu` for each that stands alone, `banyak` for those told as one.
    pub fn tell(
        self,
        ctx: &Context<'_>,
        sink: &mut Sink<'_>,
        mut satu: impl FnMut(&mut Sink<'_>, Origin, &T),
        mut banyak: impl FnMut(&mut Sink<'_>, Many<'_, T>),
    ) {
        let mut first: Option<Many<'_, T>> = None;
        for (sheet, hits) in &self.hits {
            let Some((at, contoh)) = hits.first() else { continue };
            let dari = self.total.get(sheet).copied().unwrap_or(hits.len());
            let table = ctx.tabel_jenis(*at, self.jenis);
            let column = table.and_then(|t| t.column(self.kolom));
            let tanpa_kolom = table.is_some() && column.is_none();
            if !(tanpa_kolom || self.mayoritas && hits.len() >= BANYAK && hits.len() * 2 > dari) {
                for (at, hit) in hits {
                    satu(sink, *at, hit);
                }
                continue;
            }
            // Several sheets of one kind (a file per unit) say it together.
            match &mut first {
                Some(b) => {
                    b.jumlah += hits.len();
                    b.dari += dari;
                    b.lembar += 1;
                    b.tanpa_kolom &= tanpa_kolom;
                }
                None => {
                    first = Some(Many {
                        at: table.map_or(*at, |t| Origin::new(*sheet, t.header.1, column.map_or(t.cols.0, |c| c.col))),
                        jumlah: hits.len(),
                        dari,
                        tanpa_kolom,
                        lembar: 1,
                        contoh,
                    });
                }
            }
        }
        if let Some(b) = first {
            banyak(sink, b);
        }
    }
}

impl<T> Many<'_, T> {
    /// "312 dari 320", and in how many sheets where there are several.
    pub fn berapa(&self) -> String {
        let count = format!("{} dari {}", self.jumlah, self.dari);
        if self.lembar > 1 {
            format!("{count} (di {} lembar)", self.lembar)
        } else {
            count
        }
    }
}
