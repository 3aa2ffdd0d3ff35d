//! What an official one-person form says around its table: who is rated, by whom, for which
//! period; and in an evaluation the ratings and the perilaku below (`masukan.md` section 4).
//!
//! Everything is kept as the cell it stands in. The rows of RHK and indicators are an ordinary
//! [`DataTable`](super::DataTable) of kind `formulir_skp` or `formulir_evaluasi`.

mod begins;
pub(super) mod choices;
mod identity;
mod lines;
mod pages;
mod perilaku;
mod qualitative;
pub(super) mod rating_row;

use std::ops::Range;

use super::form_words::{FormField, FormLine, Who, unnumbered};
use super::person;
use crate::base::origin::{Origin, SheetId};
use crate::base::text::{fold, is_blank};
use crate::input::{Inputs, Sheet, Value};
pub use begins::{begins_at, form_field};
pub use identity::{after_identity, identity_at};
pub use pages::join_pages;
pub use qualitative::{behind_numbers, qualitative, split_qualitative};

/// A value filled in on a form.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The cell it stands in.
    pub at: Origin,
    /// The part of the cell that is meant ("Budi" of "NAMA : Budi"); `None` for the whole cell.
    pub section: Option<Box<str>>,
}

impl Entry {
    /// The value: a part of the cell is a text.
    pub fn value<'a>(&'a self, inputs: &'a Inputs) -> Value<'a> {
        self.on(inputs.sheet(self.at.sheet()))
    }

    /// The same where its sheet is at hand.
    pub(super) fn on<'a>(&'a self, sheet: &'a Sheet) -> Value<'a> {
        match &self.section {
            Some(part) => Value::Text(part),
            None => sheet.at(self.at.row(), self.at.col()),
        }
    }
}

/// An identity block.
#[derive(Debug, Clone, Default)]
pub struct Identity {
    /// NAMA.
    pub nama: Option<Entry>,
    /// NIP.
    pub nip: Option<Entry>,
    /// The NRP of somebody of TNI or Polri, who has no NIP.
    pub nrp: Option<Entry>,
    /// PANGKAT/GOL. RUANG.
    pub pangkat: Option<Entry>,
    /// JABATAN.
    pub jabatan: Option<Entry>,
    /// UNIT KERJA (INSTANSI where the form has no other).
    pub unit_kerja: Option<Entry>,
}

impl Identity {
    /// Where a field is kept; `None` for an instansi where the unit is known.
    fn slot(&mut self, field: FormField) -> Option<&mut Option<Entry>> {
        Some(match field {
            FormField::Nama => &mut self.nama,
            FormField::Nip => &mut self.nip,
            FormField::Pangkat => &mut self.pangkat,
            FormField::Jabatan => &mut self.jabatan,
            FormField::Unit => &mut self.unit_kerja,
            FormField::Instansi if self.unit_kerja.is_none() => &mut self.unit_kerja,
            FormField::Instansi => return None,
        })
    }
}

/// A form, without its table.
#[derive(Debug, Clone, Default)]
pub struct Formulir {
    /// The lines above the table, each cell apart.
    pub titles: Vec<Vec<String>>,
    /// PEGAWAI YANG DINILAI.
    pub pegawai: Identity,
    /// PEJABAT PENILAI KINERJA.
    pub penilai: Identity,
    /// PERIODE PENILAIAN, as written ("1 Januari s.d. 31 Desember 2025").
    pub periode: Option<Entry>,
    /// Umpan balik for each BerAKHLAK value that is named: the value's name as the form writes
    /// it (first line), and the cell of the umpan balik, open or filled; `None` where nobody can tell it.
    pub perilaku: Vec<(Entry, Option<Entry>)>,
    /// RATING HASIL KERJA.
    pub rating_hasil_kerja: Option<Entry>,
    /// RATING PERILAKU KERJA.
    pub rating_perilaku: Option<Entry>,
    /// PREDIKAT KINERJA PEGAWAI.
    pub predikat: Option<Entry>,
    /// The period that the labels of the two ratings name: `RATING HASIL KERJA TRIWULAN III`.
    pub rated_for: Option<Entry>,
    /// The period that the label of the predikat names.
    pub predikat_for: Option<Entry>,
    /// PERIODE: TRIWULAN I/II/III/IV-AKHIR, beside PERIODE PENILAIAN: which part of it is evaluated.
    pub triwulan: Option<Entry>,
    /// CAPAIAN KINERJA ORGANISASI.
    pub organisasi: Option<Entry>,
    /// The predikat organisasi that the heading of the curve names.
    pub curve: Option<Entry>,
    /// The title "… YANG MELAKSANAKAN TUGAS BELAJAR".
    pub tugas_belajar: Option<Entry>,
}

impl Formulir {
    /// It carries a line of an evaluation, whatever its headings: a rating or the predikat.
    pub fn evaluates(&self) -> bool {
        self.rating_hasil_kerja.is_some() || self.rating_perilaku.is_some() || self.predikat.is_some()
    }
}

/// Reads what stands above (`above`) and below (`below`) the table of a form.
pub fn read(sheet: &Sheet, id: SheetId, cols: (u16, u16), above: Range<usize>, below: Range<usize>) -> Formulir {
    let reader = Reader::new(sheet, id, cols);
    let mut form = Formulir::default();
    reader.identities(above.clone(), &mut form);
    // What follows somebody else's identity belongs to his form.
    let next = reader.blocks(below.clone()).into_iter().find(|b| b.who == Who::Pegawai);
    let below = below.start..next.map_or(below.end, |b| b.row);
    let of_post = |t: &str| {
        let words = fold(t);
        ["periode", "masa", "jangkawaktu", "waktu"]
            .iter()
            .any(|w| words.strip_prefix(w).is_some_and(|rest| rest.starts_with("penilaian")))
    };
    form.periode = reader.labelled(above.clone(), of_post, FormLine::Period);
    let (of_above, of_below) = (reader.lines(above.clone()), reader.lines(below.clone()));
    let mut periods = of_above.iter().filter(|l| l.line == FormLine::Period && !of_post(l.text));
    let title = periods.find_map(|l| reader.value_of((l.row, l.col, l.text), above.end, FormLine::Period));
    if form.periode.is_some() {
        form.triwulan = title;
    } else {
        form.periode = title;
    }
    form.tugas_belajar = reader.title(above.clone(), "melaksanakantugasbelajar");
    form.curve = choices::curve(sheet, id, cols, above.clone());
    let organisation = |lines, end| reader.line(lines, end, FormLine::Organisation).map(|(entry, _)| entry);
    form.organisasi = organisation(&of_above, above.end).or_else(|| organisation(&of_below, below.end));
    let mut rating = |line| {
        let beside = || reader.rated(below.clone(), line);
        let under = || reader.under_heading(below.clone(), line);
        match reader.line(&of_below, below.end, line) {
            Some((entry, period)) => {
                let slot = if line == FormLine::Mark {
                    &mut form.predikat_for
                } else {
                    &mut form.rated_for
                };
                *slot = slot.take().or(period);
                Some(entry)
            }
            None => beside().or_else(under),
        }
    };
    let (hasil_kerja, perilaku, predikat) = (
        rating(FormLine::RatingWork),
        rating(FormLine::RatingConduct),
        rating(FormLine::Mark),
    );
    form.rating_hasil_kerja = hasil_kerja;
    form.rating_perilaku = perilaku;
    form.predikat = predikat;
    reader.perilaku(below, &of_below, &mut form);
    form
}

/// The name and the NIP that stand in one cell.
pub(super) fn name_and_nip(at: Origin, value: Value<'_>) -> Option<(Entry, Entry)> {
    let Value::Text(text) = value else { return None };
    let (nip, nama) = (person::nip_in(text)?, person::name_beside(text));
    let entry = |part: &str| Entry {
        at,
        section: Some(part.into()),
    };
    (!nama.is_empty()).then(|| (entry(nama), entry(nip)))
}

/// The cells of a form.
struct Reader<'a> {
    sheet: &'a Sheet,
    id: SheetId,
    cols: (u16, u16),
}

impl<'a> Reader<'a> {
    fn new(sheet: &'a Sheet, id: SheetId, cols: (u16, u16)) -> Self {
        Self { sheet, id, cols }
    }

    fn cells(&self, index: usize) -> impl Iterator<Item = (u16, Value<'a>)> + use<'a> {
        self.sheet
            .row_at(index)
            .cells_in(self.cols.0, self.cols.1)
            .filter(|(_, v)| !v.is_blank())
    }

    /// The title that holds these words (folded).
    fn title(&self, mut rows: Range<usize>, words: &str) -> Option<Entry> {
        rows.find_map(|row| {
            self.cells(row)
                .find(|(_, v)| matches!(v, Value::Text(t) if t.len() < 120 && fold(t).contains(words)))
                .map(|(col, _)| Entry {
                    at: self.at(row, col),
                    section: None,
                })
        })
    }

    fn at(&self, index: usize, col: u16) -> Origin {
        Origin::new(self.id, self.sheet.row_at(index).number(), col)
    }

    /// What is filled in for a label: after its colon, or in the next cell to the right.
    fn filled(&self, row: usize, col: u16, text: &str, end: u16) -> Option<Entry> {
        if let Some(rest) = head(text).1 {
            return Some(Entry {
                at: self.at(row, col),
                section: Some(rest.into()),
            });
        }
        self.cells(row)
            .filter(|&(c, _)| c > col && c <= end)
            .find_map(|(c, v)| self.entry(row, c, v))
    }

    /// A cell as a value, without a colon in front; `None` for a colon alone.
    fn entry(&self, row: usize, col: u16, value: Value<'_>) -> Option<Entry> {
        let section = match value {
            Value::Text(t) => {
                let t = t.trim();
                match t.strip_prefix(':') {
                    Some(rest) if is_blank(rest) => return None,
                    Some(rest) => Some(rest.trim().into()),
                    None => None,
                }
            }
            _ => None,
        };
        Some(Entry {
            at: self.at(row, col),
            section,
        })
    }
}

/// A label folded, without a running number before it ("1. NAMA").
fn label(text: &str) -> String {
    fold(unnumbered(text))
}

/// A label and what is filled in behind its colon.
fn head(text: &str) -> (&str, Option<&str>) {
    match text.split_once(':') {
        Some((name, rest)) => (name, Some(rest.trim()).filter(|r| !r.is_empty())),
        None => (text, None),
    }
}
