//! Where a table says something when it is not a column of its own: ticks under ratings, one thing over
//! several columns, name and NIP in one cell, a title above.
//!
//! A wide table is read as if it were long: each [`Slice`] is one reading of a row (a period, an aspek,
//! a rater), in which some meanings come from other places than in the table as a whole.

use super::form::Entry;
use super::{Facet, Key, TableColumn};
use crate::base::origin::{Origin, SheetId};
use crate::contract::facet;

/// Where a meaning is found.
#[derive(Debug, Clone)]
pub enum MeaningSource {
    /// A column.
    Column(u16),
    /// One of these columns is ticked; each stands for a word.
    Ticks(Box<[(u16, &'static str)]>),
    /// A word that the heading says, and the heading's cell.
    Word(Box<str>, Origin),
    /// A cell outside the rows.
    Cell(Entry),
    /// The NIP in a cell that holds the name, too.
    NipIn(u16),
    /// The name in a cell that holds the NIP, too.
    NameIn(u16),
    /// Nothing: the column with this meaning belongs to other readings of the row.
    Nothing,
}

/// One reading of the rows of a wide table.
#[derive(Debug, Clone)]
pub struct Slice {
    sources: Vec<(Key, MeaningSource)>,
    /// It names a period: what it says is of that period.
    pub periodic: bool,
}

impl Slice {
    /// The meanings that have a place of their own in this reading.
    pub fn keys(&self) -> impl Iterator<Item = Key> + use<'_> {
        self.sources.iter().map(|(key, _)| *key)
    }

    /// Where a meaning is found in this reading, if not where the table as a whole has it.
    #[must_use]
    pub fn source(&self, key: Key) -> Option<&MeaningSource> {
        self.sources.iter().find(|(k, _)| *k == key).map(|(_, s)| s)
    }
}

/// The places of a table's meanings beside its columns, and the readings of its rows.
pub(super) fn of(columns: &[TableColumn], sheet: SheetId, header: u32) -> (Vec<(Key, MeaningSource)>, Vec<Slice>) {
    let mut sources: Vec<(Key, MeaningSource)> = Vec::new();
    if let Some(both) = columns.iter().find(|c| c.key == Some(Key::NamaNip)) {
        let has = |key| columns.iter().any(|c| c.key == Some(key));
        if !has(Key::Nip) {
            sources.push((Key::Nip, MeaningSource::NipIn(both.col)));
        }
        if !has(Key::Nama) {
            sources.push((Key::Nama, MeaningSource::NameIn(both.col)));
        }
    }
    let faceted: Vec<(Key, &TableColumn)> = columns
        .iter()
        .filter(|c| !c.facet.is_plain())
        .filter_map(|c| Some((c.key?, c)))
        .collect();
    let mut facets: Vec<Facet> = Vec::new();
    for (key, column) in &faceted {
        let facet = column.facet.without_tick();
        if facet.is_plain() {
            if !sources.iter().any(|(k, _)| k == key) {
                sources.push((*key, ticks(&faceted, *key, &facet)));
            }
        } else if !facets.contains(&facet) {
            facets.push(facet);
        }
    }
    let whole: Vec<Facet> = facets
        .iter()
        .filter(|f| !facets.iter().any(|g| g != *f && f.within(g)))
        .cloned()
        .collect();
    let mut slices: Vec<Slice> = whole
        .iter()
        .map(|f| slice(columns, &faceted, f, (sheet, header), whole.len() > 1))
        .collect();
    // What the table says of no period in particular is a reading of its own.
    let periodic = slices.iter().any(|s| s.periodic);
    let of_periods = |key: Key| facet::has_periods(key) || faceted.iter().any(|(k, c)| *k == key && c.facet.period.is_some());
    if periodic && columns.iter().any(|c| c.facet.is_plain() && c.key.is_some_and(of_periods)) {
        slices.insert(
            0,
            Slice {
                sources: Vec::new(),
                periodic: false,
            },
        );
    }
    (sources, slices)
}

fn ticks(faceted: &[(Key, &TableColumn)], key: Key, facet: &Facet) -> MeaningSource {
    MeaningSource::Ticks(
        faceted
            .iter()
            .filter(|(k, c)| *k == key && c.facet.without_tick() == *facet)
            .filter_map(|(_, c)| Some((c.col, c.facet.tick?)))
            .collect(),
    )
}

fn slice(
    columns: &[TableColumn],
    faceted: &[(Key, &TableColumn)],
    facet: &Facet,
    (sheet, row): (SheetId, u32),
    several: bool,
) -> Slice {
    let mut sources: Vec<(Key, MeaningSource)> = Vec::new();
    let mut at = Origin::new(sheet, row, 0);
    for (key, column) in faceted {
        let own = column.facet.without_tick();
        if !own.within(facet) || sources.iter().any(|(k, _)| k == key) {
            continue;
        }
        if own == *facet {
            at = at.in_col(column.col);
        }
        let source = if column.facet.tick.is_some() {
            ticks(faceted, *key, &own)
        } else {
            MeaningSource::Column(column.col)
        };
        sources.push((*key, source));
    }
    let word = |text: &str| MeaningSource::Word(text.into(), at);
    if let Some(period) = &facet.period {
        sources.push((Key::Periode, word(period)));
        // A mark of no period in particular is not one of this period. Where it is alone, what stands beside it
        // (evidence, umpan balik) is of its period; marks never are: they have a reading of their own.
        let of_periods = |k: &Key| {
            let periods = || facet::has_periods(*k) || faceted.iter().any(|(key, c)| key == k && c.facet.period.is_some());
            facet::is_mark(*k) || (several && periods())
        };
        for key in columns.iter().filter_map(|c| c.key).filter(of_periods) {
            if !sources.iter().any(|(k, _)| *k == key) {
                sources.push((key, MeaningSource::Nothing));
            }
        }
    }
    if let Some(aspek) = facet.aspek {
        sources.push((Key::Aspek, word(aspek)));
    }
    if let Some(penilai) = facet.penilai {
        sources.push((Key::Penilai, word(penilai)));
    }
    Slice {
        sources,
        periodic: facet.period.is_some(),
    }
}
