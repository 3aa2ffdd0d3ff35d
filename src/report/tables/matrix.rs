//! Matriks peran hasil of one leader: bawahan down, across the leader's RHK, in 6/2022 its indikator. Sheet,
//! terminal and CSV lay out the same columns.

use super::{Cell, Kind, Look, ReportRow, Table, col, nth};
use crate::finding::Level;
use crate::model::{Data, Pegawai, RhkId};
use crate::report::mask::Mask;
use crate::report::tree::{Matriks, MatriksRow};
use crate::report::words::list;

/// What an empty cell says where the matriks is the law's own (PermenPANRB 6/2022 p. 47–49, format A.1.5).
pub const NO_ROLE: &str = "tidak ada peran";

/// A column: an RHK of the leader, or one of its indikator. A link leads to an RHK, so whoever carries one has
/// that part under each of its indikator.
pub struct MatrixColumn<'a> {
    /// Where the RHK stands among the columns of the [`Matriks`].
    pub at: usize,
    /// The RHK.
    pub rhk: RhkId,
    /// The indikator.
    pub measure: Option<&'a str>,
    /// Its number, from 1, where the RHK has several.
    pub number: Option<usize>,
}

/// The columns of a matriks, in order.
pub fn columns<'a>(data: &'a Data, m: &Matriks, by_indikator: bool) -> Vec<MatrixColumn<'a>> {
    let mut out = Vec::new();
    for (at, &rhk) in m.columns.iter().enumerate() {
        let indikator = data.rhk(rhk).indikator.iter().filter(|_| by_indikator);
        let measures: Vec<&str> = indikator.filter_map(|i| i.indikator.as_deref()).collect();
        if measures.is_empty() {
            out.push(MatrixColumn {
                at,
                rhk,
                measure: None,
                number: None,
            });
        }
        let several = measures.len() > 1;
        out.extend(measures.into_iter().zip(1..).map(|(measure, n)| MatrixColumn {
            at,
            rhk,
            measure: Some(measure),
            number: several.then_some(n),
        }));
    }
    out
}

/// A row of the matriks.
pub enum MatrixRow<'a> {
    /// A bawahan (or somebody of a tim) of the leader.
    Member {
        /// The people it is about.
        data: &'a Data,
        /// What the person carries.
        row: &'a MatriksRow,
        /// Who.
        person: &'a Pegawai,
        /// What stands where the person has no part.
        empty: &'static str,
    },
    /// Whether anybody carries a column.
    Supported(&'a Matriks),
}

impl ReportRow for MatrixRow<'_> {
    fn look(&self) -> Look {
        match self {
            Self::Member { .. } => Look::Plain,
            Self::Supported(_) => Look::Sum,
        }
    }
}

/// The rows, in the order of the matriks.
pub fn rows<'a>(data: &'a Data, m: &'a Matriks, qualitative: bool) -> Vec<MatrixRow<'a>> {
    m.rows
        .iter()
        .map(|row| MatrixRow::Member {
            data,
            row,
            person: data.pegawai(row.pegawai),
            empty: if qualitative { NO_ROLE } else { "" },
        })
        .collect()
}

impl MatrixRow<'_> {
    fn person(&self) -> Option<&Pegawai> {
        match self {
            Self::Member { person, .. } => Some(person),
            Self::Supported(_) => None,
        }
    }

    fn nama(&self) -> Cell<'_> {
        self.person().map_or(Cell::word("Didukung?"), |p| Cell::name(&*p.nama))
    }

    fn jabatan(&self) -> Cell<'_> {
        let posting = self.person().and_then(Pegawai::last_posting);
        Cell::prose(posting.map_or("", |x| &*x.jabatan))
    }

    /// The RHK by which the person supports the n-th RHK of the leader, each in these words.
    fn roles(&self, n: usize, before: &str, between: &str, words: impl Fn(&Data, RhkId) -> String) -> Cell<'_> {
        match self {
            Self::Member { data, row, empty, .. } => match row.cells[n].as_slice() {
                [] => Cell::word(*empty),
                all => Cell::prose(format!("{before}{}", list(all.iter().map(|id| words(data, *id)), between))),
            },
            Self::Supported(m) if m.carried(n) => Cell::word("✓ ya"),
            Self::Supported(_) => Cell::word("○ belum"),
        }
    }

    fn in_full(&self, n: usize) -> Cell<'_> {
        self.roles(n, "", "; ", |data, id| format!("{} {}", data.rhk(id).kode, data.rhk(id).rhk))
    }

    fn by_code(&self, n: usize) -> Cell<'_> {
        self.roles(n, "✓ ", ", ", |data, id| data.rhk(id).kode.to_string())
    }

    fn look_of(&self, n: usize) -> Look {
        match self {
            Self::Supported(m) if !m.carried(n) => Look::Level(Level::Peringatan),
            _ => Look::Plain,
        }
    }
}

/// The table of data forms: one column for each RHK of the leader, or each of its indikator.
pub fn table<'a>(data: &Data, m: &Matriks, by_indikator: bool, mask: &Mask) -> Table<MatrixRow<'a>> {
    let mut all = vec![
        col("nip", "NIP", 20.0, Kind::Code, |r: &MatrixRow<'a>| {
            Cell::nip(r.person().map_or("", |p| &*p.nip))
        }),
        col("nama", "Nama", 24.0, Kind::Wrap, MatrixRow::nama),
        col("jabatan", "Jabatan", 24.0, Kind::Wrap, MatrixRow::jabatan),
        col("hubungan", "Hubungan", 16.0, Kind::Line, |r| match r {
            MatrixRow::Member { row, .. } if row.direct_bawahan => Cell::word("bawahan langsung"),
            MatrixRow::Member { .. } => Cell::word("tim"),
            MatrixRow::Supported(_) => Cell::Empty,
        }),
    ];
    all.extend(columns(data, m, by_indikator).into_iter().map(|c| {
        let r = data.rhk(c.rhk);
        let mut heading = format!("{} {}", r.kode, r.rhk);
        if let Some(measure) = c.measure {
            heading.push_str(": ");
            heading.push_str(measure);
        }
        let heading = mask.text(&heading).into_owned();
        nth(heading.clone(), heading, 24.0, Kind::Wrap, MatrixRow::in_full, c.at)
    }));
    Table {
        intro: Vec::new(),
        columns: all,
        frozen: 2,
        data_order: &[],
    }
}

/// A block of the sheet: codes instead of whole RHK; `people` names who stands in it.
pub fn block<'a>(title: String, people: &'static str, columns: impl Iterator<Item = (usize, String)>) -> Table<MatrixRow<'a>> {
    let mut all = vec![
        col("nama", people, 30.0, Kind::Wrap, MatrixRow::nama),
        col("jabatan", "Jabatan", 26.0, Kind::Wrap, MatrixRow::jabatan),
    ];
    all.extend(columns.map(|(at, heading)| {
        nth(heading.clone(), heading, 24.0, Kind::Mark, MatrixRow::by_code, at).looks_nth(MatrixRow::look_of)
    }));
    if all.len() == 2 {
        all.push(col("rhk", "pimpinan ini belum punya RHK utama", 24.0, Kind::Line, |_| {
            Cell::Empty
        }));
    }
    Table {
        intro: vec![title],
        columns: all,
        frozen: 2,
        data_order: &[],
    }
}
