//! Data that are struck out: a stroke deletes nothing, so they are read as they stand, and it is said.

use super::findings::StruckRead;
use super::{DataTable, Key, Tables};
use crate::base::origin::Origin;
use crate::finding::Noted;
use crate::input::strike::StruckCells;
use crate::input::{Inputs, Sheet, Strike, Value};

/// Columns in which a stroke makes a choice, told where they are read; and the running number.
const OF_THEIR_OWN: [Key; 7] = [
    Key::No,
    Key::HasilKerja,
    Key::PerilakuKerja,
    Key::HasilAkhir,
    Key::PredikatOrganisasi,
    Key::UmpanBalik,
    Key::Nilai,
];

/// Notes once for a table that it has data with a stroke.
pub(super) fn note(inputs: &Inputs, out: &mut Tables) {
    for table in &out.tables {
        if let Some(cells) = inputs.sheet(table.sheet).struck() {
            out.problems.extend(of_table(inputs, table, cells));
        }
    }
}

/// What a line above a table says, without what is struck out of it: "TRIWULAN ~~I/II/III/~~IV-AKHIR".
pub(super) fn written(sheet: &Sheet, index: usize, col: u16, value: Value<'_>) -> String {
    let Value::Text(text) = value else { return value.written() };
    match sheet.strike(sheet.row_at(index).number(), col) {
        Some(Strike::Part(text)) => text.left().trim().to_owned(),
        _ => text.trim().to_owned(),
    }
}

fn of_table(inputs: &Inputs, table: &DataTable, cells: &StruckCells) -> Option<Noted> {
    let sheet = inputs.sheet(table.sheet);
    let is_data = |col: u16| {
        let key = table.columns.iter().find(|c| c.col == col).and_then(|c| c.key);
        key.is_some_and(|key| !OF_THEIR_OWN.contains(&key))
    };
    let in_rows = table.rows.each().flat_map(|row| {
        let number = sheet.row(row.index).number();
        cells.in_rows(number..=number).filter(|&(_, col, _)| is_data(col))
    });
    let in_form = table.formulir.iter().flat_map(|form| {
        let of = [&form.pegawai, &form.penilai];
        let entries = of
            .into_iter()
            .flat_map(|i| [&i.nama, &i.nip, &i.pangkat, &i.jabatan, &i.unit_kerja]);
        entries
            .flatten()
            .filter_map(|e| Some((e.at.row(), e.at.col(), cells.get(e.at.row(), e.at.col())?)))
    });
    let mut all = in_form.chain(in_rows);
    let (row, col, strike) = all.next()?;
    let fact = StruckRead {
        part: matches!(strike, Strike::Part(_)),
        others: all.count(),
    };
    Some(Noted::new(fact).at(Origin::new(table.sheet, row, col)))
}
