//! Matriks peran hasil of one leader: bawahan down, the leader's RHK across. What stands above a column and in
//! an empty cell is said here for the sheet, the terminal and the CSV alike.

use super::{Cell, Kind, ReportRow, Table, col, nth};
use crate::model::{Data, Pegawai, RhkId};
use crate::report::tree::{Matriks, MatriksRow};
use crate::report::words::list;

/// What an empty cell says where the matriks is the law's own (PermenPANRB 6/2022 p. 47–49, format A.1.5).
pub const NO_ROLE: &str = "tidak ada peran";

/// The leader's indikator of an RHK: in 6/2022 they stand above its column. A link leads to an RHK, so one
/// with several indikator has one column.
pub fn measures(data: &Data, id: RhkId) -> Option<String> {
    let all: Vec<&str> = data
        .rhk(id)
        .indikator
        .iter()
        .filter_map(|i| i.indikator.get().map(|t| &**t))
        .collect();
    (!all.is_empty()).then(|| list(&all, "; "))
}

/// A bawahan (or somebody of a tim) of the leader.
pub struct MatrixRow<'a> {
    data: &'a Data,
    row: &'a MatriksRow,
    person: &'a Pegawai,
    /// What stands where the person has no part.
    empty: &'static str,
}

impl ReportRow for MatrixRow<'_> {}

/// The rows, in the order of the matriks.
pub fn rows<'a>(data: &'a Data, m: &'a Matriks, by_indikator: bool) -> Vec<MatrixRow<'a>> {
    m.rows
        .iter()
        .map(|row| MatrixRow {
            data,
            row,
            person: data.pegawai(row.pegawai),
            empty: if by_indikator { NO_ROLE } else { "" },
        })
        .collect()
}

/// The columns: one for each RHK of the leader, by its indikator where the rule set has them above.
pub fn table<'a>(data: &Data, m: &Matriks, by_indikator: bool) -> Table<MatrixRow<'a>> {
    let mut columns = vec![
        col("nip", "NIP", 20.0, Kind::Code, |r: &MatrixRow<'a>| Cell::nip(&*r.person.nip)),
        col("nama", "Nama", 24.0, Kind::Wrap, |r| Cell::name(&*r.person.nama)),
        col("jabatan", "Jabatan", 24.0, Kind::Wrap, |r| {
            Cell::prose(r.person.last_posting().map_or("", |x| &*x.jabatan))
        }),
        col("hubungan", "Hubungan", 16.0, Kind::Line, |r| {
            Cell::word(if r.row.direct_bawahan { "bawahan langsung" } else { "tim" })
        }),
    ];
    columns.extend(m.columns.iter().enumerate().map(|(n, k)| {
        let r = data.rhk(*k);
        let mut heading = format!("{} {}", r.kode, r.rhk);
        if let Some(measures) = measures(data, *k).filter(|_| by_indikator) {
            heading.push_str(": ");
            heading.push_str(&measures);
        }
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
    let all = list(all, "; ");
    if all.is_empty() {
        Cell::word(r.empty)
    } else {
        Cell::prose(all)
    }
}
