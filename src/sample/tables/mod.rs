//! The eight tables of the contract (`masukan.md` section 1), written row by row.

mod marks;
mod people;
mod plans;

use jiff::civil::Date;

use super::fault;
use super::person::SamplePeople;
use super::place::BLOCK;
use super::sink::{PlacedCell, RowSink, SampleCell};
use crate::contract::vocab::Word;
use crate::contract::{Key, TableKind};
use marks::{penilaian_row, perilaku_rows};
use people::{pegawai_rows, pengecualian_row, sasaran_rows, unit_row};
use plans::{realisasi_rows, skp_rows};

/// Writes one table for the whole instansi.
pub(super) fn write<S: RowSink>(table: TableKind, people: &SamplePeople<'_>, sink: &mut S) -> Result<(), S::Error> {
    let rencana = people.rencana;
    for index in 0..rencana.pegawai {
        match table {
            TableKind::Unit if index % BLOCK < 16 => unit_row(people, index, sink)?,
            TableKind::Sasaran if index.is_multiple_of(BLOCK) => sasaran_rows(people, index, sink)?,
            TableKind::Unit | TableKind::Sasaran => {}
            _ => {
                let person = people.get(index);
                let fault = fault::of(rencana, &person);
                match table {
                    TableKind::Pegawai => pegawai_rows(people, &person, fault, sink)?,
                    TableKind::Skp => skp_rows(people, &person, fault, sink)?,
                    TableKind::Realisasi => realisasi_rows(people, &person, fault, sink)?,
                    TableKind::Perilaku => perilaku_rows(people, &person, fault, sink)?,
                    TableKind::Penilaian => penilaian_row(people, &person, sink)?,
                    _ => pengecualian_row(&person, sink)?,
                }
            }
        }
    }
    Ok(())
}

/// A day of the year assessed; the days used here exist in every year.
fn day(tahun: i16, month: i8, day: i8) -> SampleCell<'static> {
    Date::new(tahun, month, day).map_or(SampleCell::Empty, SampleCell::Date)
}

/// Another cell in place of the one that a row has in this column.
fn put<'a>(row: &mut [PlacedCell<'a>], column: Key, cell: SampleCell<'a>) {
    if let Some(place) = row.iter_mut().find(|(key, _)| *key == column) {
        place.1 = cell;
    }
}

/// A word of a vocabulary.
fn word<W: Word>(word: W) -> SampleCell<'static> {
    SampleCell::text(word.as_str())
}

/// The same where it is written; an empty text where what it says goes without saying.
fn word_if<W: Word>(word: Option<W>) -> SampleCell<'static> {
    SampleCell::text(word.map_or("", W::as_str))
}
