//! Umpan balik given as a colour: which cells of its columns are open and coloured, and not merely decorated.
//!
//! A colour that belongs to the form says nothing: one of the whole row (stripes, shading), one that the written cells of the
//! column have, too, and the ones in which this program marks findings in a copy. Where every open cell of a column has one
//! colour, nobody can tell a form's from a penilai's; that is kept beside it.

use std::path::PathBuf;

use super::{DataTable, TableColumn, Tables};
use crate::base::origin::{Origin, SheetId};
use crate::base::own::is_mark;
use crate::base::text::{is_figure_sign, is_filler};
use crate::contract::{Key, TableKind};
use crate::input::tint::{self, Paint, PaintWish, Paints};
use crate::input::{Inputs, Rgb, Tint, Tints, Value};

/// What a cell holds, its colour aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Nothing,
    /// A dot, a square, a star: the colour may be that of its letters.
    Sign,
    Words,
}

fn holds(value: Value<'_>) -> Holds {
    match value {
        Value::Empty => Holds::Nothing,
        Value::Text(t) if is_filler(t) => Holds::Nothing,
        Value::Text(t) if is_figure_sign(t) => Holds::Sign,
        _ => Holds::Words,
    }
}

/// A column in which umpan balik stands, those to be ticked left out; the marks of perilaku are umpan balik, too.
fn is_feedback(table: &DataTable, column: &TableColumn) -> bool {
    let key = match table.jenis {
        TableKind::Perilaku => Key::Nilai,
        _ => Key::UmpanBalik,
    };
    column.key == Some(key) && column.facet.tick.is_none()
}

/// The cells of the columns of umpan balik that are not all full of words, each once; those beside the perilaku of a form
/// likewise.
fn cells<'a>(inputs: &'a Inputs, table: &'a DataTable) -> impl Iterator<Item = Vec<(Origin, Holds)>> {
    let of_column = move |col: u16| table.rows.each().map(move |row| table.cell(inputs, row, col));
    let columns = table.columns.iter().filter(|c| is_feedback(table, c)).map(|c| c.col);
    // Nearly always every cell has words, and then nothing is to be kept of them.
    let open = columns.filter(move |&col| of_column(col).any(|(value, _)| holds(value) != Holds::Words));
    let in_rows = open.map(move |col| {
        let mut last = None;
        let each = of_column(col).filter(|&(_, at)| last.replace(at) != Some(at));
        each.map(|(value, at)| (at, holds(value))).collect()
    });
    let entries = table.formulir.iter().flat_map(|form| &form.perilaku);
    let in_form = entries.filter_map(|(_, entry)| entry.as_ref());
    let in_form: Vec<_> = in_form.map(|entry| (entry.at, holds(entry.value(inputs)))).collect();
    in_rows.chain([in_form])
}

/// Marks the cells of umpan balik whose colour may say something. `paths`: those that were read. Whether there is any.
pub fn mark(paths: &[PathBuf], inputs: &mut Inputs, tables: &Tables) -> bool {
    let is_open = |cells: &Vec<(Origin, Holds)>| cells.iter().any(|(_, holds)| *holds != Holds::Words);
    let mut groups: Vec<(&DataTable, Vec<(Origin, Holds)>)> = Vec::new();
    for table in &tables.tables {
        groups.extend(cells(inputs, table).filter(is_open).map(|cells| (table, cells)));
    }
    let wishes = wishes(inputs, &groups);
    let paints = tint::look::paints(paths, inputs, &wishes);
    let mut found: Vec<Vec<((u32, u16), Tint)>> = wishes.iter().map(|_| Vec::new()).collect();
    let sheets: Vec<SheetId> = wishes.iter().map(|wish| wish.sheet).collect();
    for (table, cells) in &groups {
        if let Some(i) = sheets.iter().position(|sheet| *sheet == table.sheet) {
            found[i].extend(tints(table, cells, &paints[i]));
        }
    }
    let any = found.iter().any(|cells| !cells.is_empty());
    for (sheet, cells) in sheets.into_iter().zip(found) {
        inputs.sheets[sheet].set_tints(Tints::new(cells));
    }
    any
}

/// One for each sheet, over all its cells and the columns beside them.
fn wishes<'a>(inputs: &'a Inputs, groups: &[(&DataTable, Vec<(Origin, Holds)>)]) -> Vec<PaintWish<'a>> {
    let mut wishes: Vec<PaintWish<'a>> = Vec::new();
    for (table, cells) in groups {
        let rows = || cells.iter().map(|(at, _)| at.row());
        let cols = || cells.iter().map(|(at, _)| at.col()).chain([table.cols.0, table.cols.1]);
        let (Some(first), Some(last), Some(left), Some(right)) = (rows().min(), rows().max(), cols().min(), cols().max()) else {
            continue;
        };
        match wishes.last_mut().filter(|w| w.sheet == table.sheet) {
            Some(wish) => {
                wish.rows = (wish.rows.0.min(first), wish.rows.1.max(last));
                wish.cols = (wish.cols.0.min(left), wish.cols.1.max(right));
            }
            None => wishes.push(PaintWish {
                sheet: table.sheet,
                name: inputs.sheet(table.sheet).name.as_deref().unwrap_or_default(),
                rows: (first, last),
                cols: (left, right),
            }),
        }
    }
    wishes
}

/// The colour of a cell of umpan balik.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Colour {
    /// None, or that of its row.
    Nothing,
    /// This program has put its mark over it.
    Marked,
    Given(Rgb),
}

/// Those of some cells of one column whose colour may say something.
fn tints(table: &DataTable, cells: &[(Origin, Holds)], paints: &Paints) -> Vec<((u32, u16), Tint)> {
    let own: Vec<u16> = table
        .columns
        .iter()
        .filter(|c| is_feedback(table, c))
        .map(|c| c.col)
        .collect();
    let beside: Vec<u16> = (table.cols.0..=table.cols.1)
        .filter(|col| own.binary_search(col).is_err())
        .collect();
    let colours: Vec<Colour> = cells.iter().map(|&(at, holds)| colour(at, holds, paints, &beside)).collect();
    let mut known = colours.iter().filter(|c| **c != Colour::Marked);
    let first = known.next();
    let everywhere = cells.len() > 1 && matches!(first, Some(Colour::Given(_))) && known.all(|c| Some(c) == first);
    if everywhere && cells.iter().any(|c| c.1 == Holds::Words) {
        return Vec::new();
    }
    let open = cells.iter().zip(colours).filter(|(cell, _)| cell.1 != Holds::Words);
    open.filter_map(|((at, _), colour)| match colour {
        Colour::Given(colour) => Some(((at.row(), at.col()), Tint { colour, everywhere })),
        Colour::Nothing | Colour::Marked => None,
    })
    .collect()
}

/// The colour of a cell, where it is not that of its row: of the columns beside it.
fn colour(at: Origin, holds: Holds, paints: &Paints, beside: &[u16]) -> Colour {
    let paint = paints.get(at.row(), at.col());
    if let Some(ink) = paint.ink.filter(|_| holds == Holds::Sign) {
        return Colour::Given(ink);
    }
    let Some(fill) = paint.fill else {
        return Colour::Nothing;
    };
    if is_mark(fill.0) {
        return Colour::Marked;
    }
    let (Some(&left), Some(&right)) = (beside.first(), beside.last()) else {
        return Colour::Given(fill);
    };
    let is_alike =
        |&(col, paint): &(u16, Paint)| col != at.col() && paint.fill == Some(fill) && beside.binary_search(&col).is_ok();
    let alike = paints.in_row(at.row(), (left, right)).filter(is_alike).count();
    if alike * 2 < beside.len() {
        Colour::Given(fill)
    } else {
        Colour::Nothing
    }
}
