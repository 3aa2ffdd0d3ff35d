//! The sheet Kalibrasi of a report, filled in by the pimpinan and read back: ratings that stand above
//! the typed ones. Nothing else of a report is ever read.

use std::collections::HashMap;

use super::read::nip::{self, NipRead};
use super::read::word::{WordRead, read_rating};
use super::{Data, Field, PegawaiId, Periode, Text};
use crate::base::origin::{Origin, SheetId};
use crate::base::text::{clean, fold_words, is_dash};
use crate::finding::Noted;
use crate::input::sheet::Row;
use crate::input::{Inputs, Value};
use crate::model::findings::{CalibrationUnused, NotUsed};
use crate::model::vocab::Rating;

/// Name of the sheet.
pub const SHEET: &str = "Kalibrasi";
/// What its title begins with; the period follows.
pub const TITLE: &str = "Kalibrasi predikat";
/// Headings of the columns that are read back.
pub const NIP: &str = "NIP";
/// Rating hasil kerja.
pub const HASIL_KERJA: &str = "Rating hasil kerja";
/// Rating perilaku kerja.
pub const PERILAKU: &str = "Rating perilaku kerja";
/// Why a rating is another than it was.
pub const ALASAN: &str = "Alasan";
/// Rating hasil kerja before the sheet was filled in.
pub const HASIL_KERJA_BEFORE: &str = "Hasil kerja semula";
/// Rating perilaku kerja before.
pub const PERILAKU_BEFORE: &str = "Perilaku semula";
/// The header stands within so many rows.
const HEADER_WITHIN: usize = 20;

/// What the pimpinan set for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calibrated {
    /// The NIP cell of the row.
    pub at: Origin,
    /// Rating hasil kerja.
    pub hasil_kerja: Field<Rating>,
    /// Rating perilaku kerja.
    pub perilaku: Field<Rating>,
    /// Why; empty when nothing is written.
    pub alasan: Text,
}

/// The rows by person, in the order of the sheet, and what could not be used.
#[derive(Debug, Default)]
pub struct Calibration {
    /// What its title says it is for.
    pub periode: Option<Periode>,
    /// One each.
    pub rows: Vec<(PegawaiId, Calibrated)>,
    /// Rows and cells that could not be used.
    pub problems: Vec<Noted>,
}

/// Columns of the sheet as they stand.
struct Columns {
    nip: u16,
    hasil_kerja: RatingColumn,
    perilaku: RatingColumn,
    alasan: Option<u16>,
}

/// A rating, and what it was before.
#[derive(Clone, Copy)]
struct RatingColumn {
    now: u16,
    before: Option<u16>,
}

/// Reads the sheet; `None` where it has no header of a Kalibrasi.
pub fn read(inputs: &Inputs, id: SheetId, data: &Data) -> Option<Calibration> {
    let mut rows = inputs.sheet(id).rows();
    let mut out = Calibration::default();
    let columns = rows.by_ref().take(HEADER_WITHIN).find_map(|row| {
        out.periode = out.periode.or_else(|| row.cells().find_map(|(_, value)| titled(value)));
        columns(&row)
    })?;
    let mut seen: HashMap<PegawaiId, usize> = HashMap::new();
    for row in rows {
        out.row(&row, id, &columns, data, &mut seen);
    }
    Some(out)
}

/// The period of a title.
fn titled(value: Value<'_>) -> Option<Periode> {
    let Value::Text(text) = value else { return None };
    clean(text).strip_prefix(TITLE)?.trim().parse().ok()
}

fn columns(row: &Row<'_>) -> Option<Columns> {
    let find = |heading: &str| {
        let same = |value: &Value<'_>| matches!(value, Value::Text(t) if fold_words(t) == fold_words(heading));
        row.cells().find(|(_, value)| same(value)).map(|(col, _)| col)
    };
    Some(Columns {
        nip: find(NIP)?,
        hasil_kerja: RatingColumn {
            now: find(HASIL_KERJA)?,
            before: find(HASIL_KERJA_BEFORE),
        },
        perilaku: RatingColumn {
            now: find(PERILAKU)?,
            before: find(PERILAKU_BEFORE),
        },
        alasan: find(ALASAN),
    })
}

impl Calibration {
    fn row(&mut self, row: &Row<'_>, id: SheetId, columns: &Columns, data: &Data, seen: &mut HashMap<PegawaiId, usize>) {
        let at = |col| Origin::new(id, row.number(), col);
        let person = match nip::read(row.get(columns.nip)) {
            NipRead::Blank => return,
            NipRead::Valid(nip) => data.find(&nip.to_string()),
            _ => None,
        };
        let Some(person) = person else {
            let written = row.get(columns.nip).written();
            self.problems.push(
                Noted::new(CalibrationUnused { why: NotUsed::Nobody })
                    .at(at(columns.nip))
                    .nip(written),
            );
            return;
        };
        let mut rating = |column: RatingColumn| {
            let cell = at(column.now);
            let mut unused = |why| {
                let nip = data.pegawai(person).nip.clone();
                self.problems.push(Noted::new(CalibrationUnused { why }).at(cell).nip(nip));
            };
            match read_rating::<Rating>(row.get(column.now)) {
                WordRead::Given(r) => Field::given(r, cell),
                WordRead::Blank => {
                    let before = column.before.map(|col| (read_rating(row.get(col)), at(col)));
                    let Some((WordRead::Given(r), there)) = before else {
                        return Field::empty(cell);
                    };
                    // Also where that is one of an earlier calibration.
                    unused(NotUsed::Emptied);
                    Field::given(r, there)
                }
                _ => {
                    unused(NotUsed::NoRating);
                    Field::faulty(cell)
                }
            }
        };
        let set = Calibrated {
            at: at(columns.nip),
            hasil_kerja: rating(columns.hasil_kerja),
            perilaku: rating(columns.perilaku),
            alasan: columns
                .alasan
                .map(|col| Text::from(clean(&row.get(col).written())))
                .filter(|alasan| !is_dash(alasan))
                .unwrap_or_else(|| "".into()),
        };
        match seen.get(&person) {
            None => {
                seen.insert(person, self.rows.len());
                self.rows.push((person, set));
            }
            Some(&i) if self.rows[i].1.says_as(&set) => {}
            Some(&i) => {
                // Nobody guesses which of them was meant.
                let nip = data.pegawai(person).nip.clone();
                self.problems
                    .push(Noted::new(CalibrationUnused { why: NotUsed::Doubled }).at(set.at).nip(nip));
                let first = &mut self.rows[i].1;
                first.hasil_kerja = Field::empty(first.hasil_kerja.at);
                first.perilaku = Field::empty(first.perilaku.at);
            }
        }
    }
}

impl Calibrated {
    fn says_as(&self, other: &Self) -> bool {
        self.hasil_kerja.state == other.hasil_kerja.state && self.perilaku.state == other.perilaku.state
    }
}
