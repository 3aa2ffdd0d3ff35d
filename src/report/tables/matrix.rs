//! Matriks peran hasil of one leader: bawahan down, the leader's RHK across.

use super::{Cell, Kind, Row, Table, col, nth};
use crate::model::{Data, Pegawai};
use crate::report::tree::{Matriks, MatriksRow};
use crate::report::words::list;

/// A bawahan (or somebody of a tim) of the leader.
pub struct MatrixRow<'a> {
    data: &'a Data,
    row: &'a MatriksRow,
    person: &'a Pegawai,
}

impl Row for MatrixRow<'_> {}

/// The rows, in the order of the matriks.
pub fn rows<'a>(data: &'a Data, m: &'a Matriks) -> Vec<MatrixRow<'a>> {
    m.rows
        .iter()
        .map(|row| MatrixRow {
            data,
            row,
            person: data.pegawai(row.pegawai),
        })
        .collect()
}

/// The columns: one for each RHK of the leader.
pub fn table<'a>(data: &Data, m: &Matriks) -> Table<MatrixRow<'a>> {
    let mut columns = vec![
        col("nip", "NIP", 20.0, Kind::Code, |r: &MatrixRow<'a>| Cell::nip(&*r.person.nip)),
        col("nama", "Nama", 24.0, Kind::Wrap, |r| Cell::name(&*r.person.nama)),
        col("jabatan", "Jabatan", 24.0, Kind::Wrap, |r| {
            Cell::prose(r.person.posting_terakhir().map_or("", |x| &*x.jabatan))
        }),
        col("hubungan", "Hubungan", 16.0, Kind::Line, |r| {
            Cell::word(if r.row.direct_bawahan { "bawahan langsung" } else { "tim" })
        }),
    ];
    columns.extend(m.columns.iter().enumerate().map(|(n, k)| {
        let r = data.rhk(*k);
        let heading = format!("{} {}", r.kode, r.rhk);
        nth(heading.clone(), heading, 24.0, Kind::Wrap, role, n)
    }));
    Table {
        intro: Vec::new(),
        columns,
        frozen: 2,
        data_order: &[],
    }
}

/// The RHK by which the person supports the n-th RHK of the leader.
fn role<'r>(r: &'r MatrixRow<'_>, n: usize) -> Cell<'r> {
    let all = r.row.cells[n]
        .iter()
        .map(|id| format!("{} {}", r.data.rhk(*id).kode, r.data.rhk(*id).rhk));
    Cell::prose(list(all, "; "))
}
