//! Folding at the source: what nearly a whole table lacks is said once, not once per row.
//!
//! A column that is not there, or that hardly anybody filled, is one fact about the table. Said
//! ten thousand times it would bury everything else (`keluaran.md` section 2).

use std::collections::BTreeMap;

use super::{Context, Sink, phrases};
use crate::base::origin::{Origin, SheetId};
use crate::finding::Level;
use crate::model::RhkId;
use crate::table::{Key, TableKind};

/// From so many cases on, a majority is told as one.
const MANY: usize = 20;

/// Collects the cases of a check and decides which are told one by one.
#[derive(Debug)]
pub struct Majority<T> {
    jenis: TableKind,
    column: Key,
    /// Whether a majority is folded even where the column is there.
    of: bool,
    total: BTreeMap<SheetId, usize>,
    hits: BTreeMap<SheetId, Vec<(Origin, T)>>,
}

/// Cases told as one.
#[derive(Debug, Clone, Copy)]
pub struct Many<'t, T> {
    /// Where to point: the column's header cell, or that of the table.
    pub at: Origin,
    /// How many there are.
    pub count: usize,
    /// Of how many.
    pub of: usize,
    /// The table has no such column at all.
    pub without_column: bool,
    /// In how many sheets.
    pub sheets: usize,
    /// One of them, as an example.
    pub contoh: &'t T,
}

impl<T> Majority<T> {
    /// Cases that a table of kind `jenis` without column `kolom` would have in every row; they are
    /// told one by one where the column is there.
    pub fn column(jenis: TableKind, column: Key) -> Self {
        Self {
            jenis,
            column,
            of: false,
            total: BTreeMap::new(),
            hits: BTreeMap::new(),
        }
    }

    /// The same, and told as one too where more than half of a table's rows are cases.
    pub fn of(jenis: TableKind, column: Key) -> Self {
        Self {
            of: true,
            ..Self::column(jenis, column)
        }
    }

    /// Something that could be a case, and is one when `hit` is there.
    pub fn see(&mut self, at: Origin, hit: Option<T>) {
        *self.total.entry(at.sheet()).or_default() += 1;
        if let Some(hit) = hit {
            self.hits.entry(at.sheet()).or_default().push((at, hit));
        }
    }

    /// Tells the cases: `single` for each that stands alone, `many` for those told as one.
    pub fn tell(
        self,
        ctx: &Context<'_>,
        sink: &mut Sink<'_>,
        mut single: impl FnMut(&mut Sink<'_>, Origin, &T),
        mut many: impl FnMut(&mut Sink<'_>, Many<'_, T>),
    ) {
        let mut first: Option<Many<'_, T>> = None;
        for (sheet, hits) in &self.hits {
            let Some((at, contoh)) = hits.first() else { continue };
            let of = self.total.get(sheet).copied().unwrap_or(hits.len());
            let table = ctx.table_of_kind(*at, self.jenis);
            let column = table.and_then(|t| t.column(self.column));
            let without_column = table.is_some_and(|t| column.is_none() && !t.sources.iter().any(|(k, _)| *k == self.column));
            if !(without_column || self.of && hits.len() >= MANY && hits.len() * 2 > of) {
                for (at, hit) in hits {
                    single(sink, *at, hit);
                }
                continue;
            }
            // Several sheets of one kind (a file per unit) say it together.
            match &mut first {
                Some(b) => {
                    b.count += hits.len();
                    b.of += of;
                    b.sheets += 1;
                    b.without_column &= without_column;
                }
                None => {
                    first = Some(Many {
                        at: table.map_or(*at, |t| Origin::new(*sheet, t.header.1, column.map_or(t.cols.0, |c| c.col))),
                        count: hits.len(),
                        of,
                        without_column,
                        sheets: 1,
                        contoh,
                    });
                }
            }
        }
        if let Some(b) = first {
            many(sink, b);
        }
    }
}

/// What is told of an RHK, or of many as one.
pub struct ToldRhk {
    message: String,
    advice: &'static str,
    level: Option<Level>,
}

impl ToldRhk {
    /// What is wrong, and how to mend it.
    pub fn new(message: String, advice: &'static str) -> Self {
        Self {
            message,
            advice,
            level: None,
        }
    }

    /// A note alone, where the column is optional and not there at all.
    pub fn noted_without_column(self, b: &Many<'_, RhkId>) -> Self {
        Self {
            level: b.without_column.then_some(Level::Catatan),
            ..self
        }
    }
}

impl Majority<RhkId> {
    /// Tells RHK that lack something: `single` of one by its name, `many` of those told as one. `expected`: what should stand there.
    pub fn tell_rhk(
        self,
        ctx: &Context<'_>,
        sink: &mut Sink<'_>,
        expected: Option<&'static str>,
        single: impl Fn(String) -> ToldRhk,
        many: impl Fn(&Many<'_, RhkId>) -> ToldRhk,
    ) {
        self.tell(
            ctx,
            sink,
            |sink, at, id| {
                let ToldRhk { message, advice, .. } = single(phrases::rhk(ctx.data.rhk(*id)));
                let finding = sink.add(message, advice).about(*id).at(at);
                if let Some(expected) = expected {
                    finding.expected(expected);
                }
            },
            |sink, b| {
                let ToldRhk { message, advice, level } = many(&b);
                let finding = sink.add(message, advice).at_majority(&b);
                if let Some(level) = level {
                    finding.level(level);
                }
            },
        );
    }
}

impl<T> Many<'_, T> {
    /// "312 dari 320", and in how many sheets where there are several.
    pub fn how_many(&self) -> String {
        let count = format!("{} dari {}", self.count, self.of);
        if self.sheets > 1 {
            format!("{count} (di {} lembar)", self.sheets)
        } else {
            count
        }
    }
}
