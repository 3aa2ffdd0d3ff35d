//! What an official one-person form says around its table: who is rated, by whom, for which
//! period; and in an evaluation the ratings and the perilaku below (`masukan.md` section 4).
//!
//! Everything is kept as the cell it stands in. The rows of RHK and indicators are an ordinary
//! [`DataTable`](super::DataTable) of kind `formulir_skp` or `formulir_evaluasi`.

use std::ops::Range;

use super::choices;
use super::form_words::{self, FormField, FormLine, Who, unnumbered};
use super::header::Header;
use super::person;
use super::{Key, TableColumn, TableKind};
use crate::base::origin::{Origin, SheetId};
use crate::base::text::{fold, fold_into, is_blank};
use crate::contract::vocab::{AspekPerilaku, Word as _};
use crate::input::{Inputs, Sheet, Value};

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
    /// PEGAWAI YANG DINILAI.
    pub pegawai: Identity,
    /// PEJABAT PENILAI KINERJA.
    pub penilai: Identity,
    /// PERIODE PENILAIAN, as written ("1 Januari s.d. 31 Desember 2025").
    pub periode: Option<Entry>,
    /// Umpan balik for each BerAKHLAK value that is named: the value's name as the form writes
    /// it (first line), and the cell of the umpan balik.
    pub perilaku: Vec<(Entry, Option<Entry>)>,
    /// RATING HASIL KERJA.
    pub rating_hasil_kerja: Option<Entry>,
    /// RATING PERILAKU KERJA.
    pub rating_perilaku: Option<Entry>,
    /// PREDIKAT KINERJA PEGAWAI.
    pub predikat: Option<Entry>,
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
    let of_post = |t: &str| fold(t).starts_with("periodepenilaian");
    form.periode = reader.labelled(above.clone(), |t| of_post(t).then_some(FormLine::Period), FormLine::Period);
    let evaluated = |t: &str| form_words::line(t).map(|l| l.0).filter(|_| !of_post(t));
    let title = reader.labelled(above.clone(), evaluated, FormLine::Period);
    if form.periode.is_some() {
        form.triwulan = title;
    } else {
        form.periode = title;
    }
    form.tugas_belajar = reader.title(above.clone(), "melaksanakantugasbelajar");
    form.curve = choices::curve(sheet, id, cols, above.clone());
    form.organisasi = reader
        .line(above, FormLine::Organisation)
        .or_else(|| reader.line(below.clone(), FormLine::Organisation));
    form.rating_hasil_kerja = reader.line(below.clone(), FormLine::RatingWork);
    form.rating_perilaku = reader.line(below.clone(), FormLine::RatingConduct);
    form.predikat = reader.line(below.clone(), FormLine::Mark);
    reader.perilaku(below, &mut form);
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

/// An identity block's title.
#[derive(Debug, Clone, Copy)]
struct IdentityBlock {
    row: usize,
    /// First column that belongs to it (its NO, if that stands to the left).
    start: u16,
    who: Who,
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

    fn blocks(&self, rows: Range<usize>) -> Vec<IdentityBlock> {
        let mut blocks = Vec::new();
        for row in rows {
            let mut before: Option<(u16, bool)> = None;
            for (col, value) in self.cells(row) {
                let Value::Text(t) = value else { continue };
                let name = label(t);
                let who = form_words::block_title(t);
                if let Some(who) = who {
                    let start = before.filter(|b| b.1).map_or(col, |b| b.0);
                    blocks.push(IdentityBlock { row, start, who });
                }
                before = Some((col, name == "no"));
            }
        }
        blocks
    }

    /// A row of identity: one label for each block, beside what is filled in. Several in one block are
    /// the headings of a list.
    fn is_identity(&self, row: usize, starts: &[u16]) -> bool {
        let labels: Vec<u16> = self
            .cells(row)
            .filter(|(_, v)| matches!(v, Value::Text(t) if form_words::field(&label(head(t).0)).is_some()))
            .map(|(c, _)| c)
            .collect();
        let of_block = |i: usize| {
            let end = starts.get(i + 1).copied().unwrap_or(u16::MAX);
            labels.iter().filter(|&&c| c >= starts[i] && c < end).count()
        };
        !labels.is_empty() && (0..starts.len()).all(|i| of_block(i) <= 1)
    }

    fn identities(&self, rows: Range<usize>, form: &mut Formulir) {
        let blocks = self.blocks(rows.clone());
        let titled = blocks.iter().any(|b| b.who == Who::Pegawai);
        for row in rows {
            for (col, value) in self.cells(row) {
                let Value::Text(t) = value else { continue };
                let field = label(head(t).0);
                if !titled {
                    self.untitled(row, col, t, form);
                    continue;
                }
                // The block above and to the left, the nearest one.
                let Some(block) = blocks
                    .iter()
                    .filter(|b| b.row < row && b.start <= col)
                    .max_by_key(|b| (b.row, b.start))
                else {
                    continue;
                };
                let identity = match block.who {
                    Who::Pegawai => &mut form.pegawai,
                    Who::Penilai => &mut form.penilai,
                    Who::Lain => continue,
                };
                let end = blocks
                    .iter()
                    .filter(|b| b.row == block.row && b.start > block.start)
                    .map(|b| b.start - 1)
                    .min()
                    .unwrap_or(self.cols.1);
                let Some(slot) = form_words::field(&field).and_then(|f| identity.slot(f)) else {
                    continue;
                };
                if slot.is_none() || field == "unitkerja" {
                    *slot = self
                        .filled(row, col, t, end)
                        .filter(|entry| !(field.contains("nrp") && self.is_other_number(entry)));
                }
            }
        }
        for identity in [&mut form.pegawai, &mut form.penilai] {
            self.split_name(identity);
        }
    }

    /// The number of somebody of TNI or Polri, who may be penilai: no NIP, and no faulty one.
    fn is_other_number(&self, entry: &Entry) -> bool {
        let written = entry.on(self.sheet).written();
        (5..=12).contains(&written.chars().filter(char::is_ascii_digit).count())
    }

    /// A name and a NIP in one cell are two entries.
    fn split_name(&self, identity: &mut Identity) {
        let ((Some(both), None) | (None, Some(both))) = (&identity.nama, &identity.nip) else {
            return;
        };
        if let Some((nama, nip)) = name_and_nip(both.at, both.on(self.sheet)) {
            identity.nama = Some(nama);
            identity.nip = Some(nip);
        }
    }

    /// A form without titles over its identity: the labels say themselves whose they are.
    fn untitled(&self, row: usize, col: u16, text: &str, form: &mut Formulir) {
        let field = label(head(text).0);
        let mut own = field.as_str();
        for word in [
            "pejabatpenilaikinerja",
            "pejabatpenilai",
            "atasanlangsung",
            "penilai",
            "atasan",
        ] {
            if let Some(at) = own.find(word) {
                own = if at == 0 { &own[word.len()..] } else { &own[..at] };
                break;
            }
        }
        let of_rater = own.len() < field.len();
        let identity = if of_rater { &mut form.penilai } else { &mut form.pegawai };
        let meaning = if own.is_empty() && of_rater {
            Some(FormField::Nama)
        } else {
            form_words::field(own)
        };
        if let Some(slot) = meaning.and_then(|f| identity.slot(f))
            && slot.is_none()
        {
            *slot = self.filled(row, col, text, self.cols.1);
        }
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

    /// The value of the first line of a kind; of several that name a year, the first of the last year.
    fn line(&self, rows: Range<usize>, wanted: FormLine) -> Option<Entry> {
        let is_wanted = |t: &str| form_words::line(t).map(|l| l.0) == Some(wanted);
        let years = rows.clone().flat_map(|row| self.cells(row)).filter_map(|(_, v)| match v {
            Value::Text(t) if is_wanted(t) => form_words::year_of(t),
            _ => None,
        });
        let last = years.max();
        let of_year = |t: &str| form_words::year_of(t).is_none_or(|year| Some(year) == last);
        self.labelled(rows, |t| form_words::line(t).map(|l| l.0).filter(|_| of_year(t)), wanted)
    }

    /// The value of the first cell that is the wanted line: behind its label in the same cell, in the
    /// next cell to the right, or below it.
    fn labelled(&self, rows: Range<usize>, what: impl Fn(&str) -> Option<FormLine>, wanted: FormLine) -> Option<Entry> {
        for row in rows.clone() {
            for (col, value) in self.cells(row) {
                let Value::Text(t) = value else { continue };
                if what(t) != Some(wanted) {
                    continue;
                }
                if let Some((_, Some(rest))) = form_words::line(t) {
                    return Some(Entry {
                        at: self.at(row, col),
                        section: Some(rest.into()),
                    });
                }
                let right = self
                    .cells(row)
                    .filter(|&(c, v)| c > col && !is_label(v))
                    .find_map(|(c, v)| Some((row, c, self.entry(row, c, v)?)));
                let below = || {
                    let row = Some(row + 1).filter(|&row| row < rows.end)?;
                    let first = || self.cells(row).next().filter(|&(_, v)| choices::is_choice(wanted, v));
                    let (c, v) = self.below(row, col).or_else(first)?;
                    Some((row, c, self.entry(row, c, v)?))
                };
                if let Some((row, col, entry)) = right.or_else(below) {
                    let apart = choices::in_cells(self.sheet, self.id, wanted, (row, col), rows.end, self.cols.1);
                    return Some(apart.unwrap_or(entry));
                }
            }
        }
        None
    }

    /// What stands below a label: the cell under it, else the only one of that row; never a label.
    fn below(&self, row: usize, col: u16) -> Option<(u16, Value<'a>)> {
        if self.cells(row).any(|(_, v)| is_label(v)) {
            return None;
        }
        let mut cells = self.cells(row);
        let first = cells.next()?;
        if first.0 == col || cells.next().is_none() {
            return Some(first);
        }
        self.cells(row).find(|&(c, _)| c == col)
    }

    fn perilaku(&self, rows: Range<usize>, form: &mut Formulir) {
        let mut umpan_balik: Option<u16> = None;
        for row in rows {
            let is_other =
                |v: Value<'_>| matches!(v, Value::Text(t) if form_words::line(t).is_some_and(|l| l.0 != FormLine::Conduct));
            if self.cells(row).any(|(_, v)| is_other(v)) {
                continue;
            }
            let mut named: Option<u16> = None;
            for (col, value) in self.cells(row) {
                let Value::Text(t) = value else { continue };
                let name = label(t.lines().next().unwrap_or(t));
                if name.starts_with("umpanbalik") {
                    umpan_balik = Some(col);
                } else if is_aspek(&name) && named.is_none() {
                    named = Some(col);
                    let first = t
                        .lines()
                        .next()
                        .unwrap_or(t)
                        .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
                    form.perilaku.push((
                        Entry {
                            at: self.at(row, col),
                            section: Some(first.trim().into()),
                        },
                        None,
                    ));
                }
            }
            // The umpan balik stands in the row of the value or in one below it.
            let Some(last) = form.perilaku.last_mut() else { continue };
            if last.1.is_some() {
                continue;
            }
            let aspek = last.0.at.col();
            last.1 = self
                .cells(row)
                .filter(|&(c, _)| umpan_balik.map_or(c > aspek, |u| c == u))
                .filter(|(_, v)| umpan_balik.is_some() || !matches!(v, Value::Text(t) if label(t).starts_with("ekspektasi")))
                .last()
                .and_then(|(c, v)| self.entry(row, c, v));
        }
    }
}

/// Whether a folded text is a value of BerAKHLAK or an aspek of PP 30/2019.
fn is_aspek(folded: &str) -> bool {
    AspekPerilaku::ALL.iter().any(|a| fold(a.as_str()) == folded)
}

/// A form whose heading HASIL KERJA spans the numbers and the RHK: under it the RHK stand behind their
/// number.
pub fn behind_numbers(sheet: &Sheet, rows: Range<usize>, header: &mut Header) {
    let Some(i) = header.columns.iter().position(|c| c.key == Some(Key::Rhk)) else {
        return;
    };
    if header.has(Key::No) {
        return;
    }
    let at = header.columns[i].col;
    let end = header.columns.get(i + 1).map_or(at + 3, |c| c.col);
    let numbered = (header.last + 1..rows.end.min(header.last + 11)).find_map(|r| {
        let row = sheet.row_at(r);
        is_number(row.get(at))
            .then(|| {
                row.cells_in(at + 1, end.saturating_sub(1))
                    .find(|(_, v)| matches!(v, Value::Text(_)) && !v.is_blank())
            })
            .flatten()
    });
    if let Some((col, _)) = numbered {
        let mut rhk = header.columns[i].clone();
        rhk.col = col;
        header.columns[i].key = Some(Key::No);
        header.columns.insert(i + 1, rhk);
    }
}

/// `1`, `2.`, `(3)`.
fn is_number(value: Value<'_>) -> bool {
    match value {
        Value::Number { .. } => true,
        Value::Text(t) => t.trim().trim_matches(['.', ')', '(']).parse::<u32>().is_ok(),
        _ => false,
    }
}

/// The row behind the identity block at the top of a form, if there is one: what is filled in there
/// is no heading, even where the table follows without a blank row.
pub fn after_identity(sheet: &Sheet, rows: Range<usize>, cols: (u16, u16)) -> Option<usize> {
    let reader = Reader::new(sheet, SheetId(0), cols);
    let blocks = reader.blocks(rows.clone());
    let mut end = None;
    // Somebody else's identity begins another form.
    let rated = blocks.iter().find(|b| b.who == Who::Pegawai).map(|b| b.row);
    let other = |b: &&IdentityBlock| b.who == Who::Pegawai && rated.is_some_and(|r| r < b.row);
    let until = blocks.iter().find(other).map_or(rows.end, |b| b.row);
    for title in blocks.iter().filter(|b| b.who != Who::Lain && b.row < until).map(|b| b.row) {
        let starts: Vec<u16> = blocks.iter().filter(|b| b.row == title).map(|b| b.start).collect();
        let mut row = title + 1;
        while row < rows.end && reader.is_identity(row, &starts) {
            row += 1;
        }
        if row > title + 1 {
            end = Some(row.max(end.unwrap_or(0)));
        }
    }
    end
}

/// The row behind an identity block whose title stands in the first of these rows.
pub fn identity_at(sheet: &Sheet, rows: Range<usize>, cols: (u16, u16)) -> Option<usize> {
    let titles = Reader::new(sheet, SheetId(0), cols).blocks(rows.start..rows.end.min(rows.start + 1));
    titles
        .iter()
        .any(|b| b.who != Who::Lain)
        .then(|| after_identity(sheet, rows, cols))?
}

/// A label folded, without a running number before it ("1. NAMA").
fn label(text: &str) -> String {
    fold(unnumbered(text))
}

/// A cell that is a line of the form itself, and so no value of another one.
fn is_label(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if form_words::line(t).is_some() || form_words::block_title(t).is_some() || fold(t).starts_with("umpanbalik"))
}

/// A label and what is filled in behind its colon.
fn head(text: &str) -> (&str, Option<&str>) {
    match text.split_once(':') {
        Some((name, rest)) => (name, Some(rest.trim()).filter(|r| !r.is_empty())),
        None => (text, None),
    }
}

/// The header of a qualitative SKP that has no other column than the RHK, often only the line
/// "HASIL KERJA" over it. `None` when the rows are no form.
pub fn qualitative(sheet: &Sheet, rows: Range<usize>, cols: (u16, u16)) -> Option<Header> {
    let reader = Reader::new(sheet, SheetId(0), cols);
    let top = rows.start;
    let end = rows.end.min(top + 40);
    let identity = reader.blocks(top..end).into_iter().find(|b| b.who == Who::Pegawai)?;
    let mut buffer = String::new();
    let (row, col, text) = (identity.row + 1..end).find_map(|row| {
        reader.cells(row).find_map(|(col, value)| {
            let Value::Text(t) = value else { return None };
            buffer.clear();
            fold_into(t, &mut buffer);
            matches!(buffer.as_str(), "hasilkerja" | "rencanahasilkerja" | "rencanakinerja").then_some((row, col, t))
        })
    })?;
    // Where the RHK really stand: behind their number, in the first row that has both.
    let numbered = (row + 1..end.max((row + 10).min(rows.end))).find_map(|r| {
        let mut cells = reader.cells(r);
        let (no, first) = cells.next()?;
        let (rhk, _) = cells.next().filter(|_| is_number(first))?;
        Some((no, rhk))
    });
    let mut columns = Vec::new();
    let rhk = match numbered {
        Some((no, rhk)) => {
            columns.push(TableColumn {
                col: no,
                written: "NO".into(),
                key: Some(Key::No),
                facet: crate::table::Facet::default(),
                surpassed: None,
            });
            rhk
        }
        None => col,
    };
    columns.push(TableColumn {
        col: rhk,
        written: text.trim().into(),
        key: Some(Key::Rhk),
        facet: crate::table::Facet::default(),
        surpassed: None,
    });
    Some(Header {
        jenis: TableKind::FormulirSkp,
        first: row,
        last: row,
        columns,
        missing: Vec::new(),
        doubled: Vec::new(),
        ambiguous: Vec::new(),
        by_content: Vec::new(),
        people: false,
        score: 0,
        matched: 1,
    })
}

/// Takes a qualitative cell apart: the RHK, and the indicators listed under "Ukuran keberhasilan
/// / Indikator Kinerja Individu, dan Target". A cell that *begins* with those words (a row below
/// its RHK) has an empty RHK part. `None` when the cell has no such list.
pub fn split_qualitative(text: &str) -> Option<(&str, Vec<&str>)> {
    const WORDS: [&str; 3] = ["ukuran keberhasilan", "indikator kinerja individu", "indikator keberhasilan"];
    let lower = text.to_ascii_lowercase();
    let start = WORDS.iter().filter_map(|w| lower.find(w)).min()?;
    let rest = &text[start..];
    // The list begins behind the heading: its colon, or the end of its line.
    let end_of_line = rest.find('\n').unwrap_or(rest.len());
    let behind = rest[..end_of_line].find(':').map_or(end_of_line, |i| i + 1);
    let items = rest[behind..]
        .lines()
        .map(|l| {
            l.trim()
                .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '•' | '*' | '–' | '.' | ')' | '·'))
                .trim()
        })
        .filter(|l| !l.is_empty())
        .collect();
    Some((text[..start].trim(), items))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_qualitative_cell_holds_the_rhk_and_its_indicators() {
        let cell = "Tersusunnya renja\nUkuran keberhasilan / Indikator Kinerja Individu, dan Target:\n- Dokumen terbit\n2. Tepat waktu\n";
        assert_eq!(
            split_qualitative(cell),
            Some(("Tersusunnya renja", vec!["Dokumen terbit", "Tepat waktu"]))
        );
        assert_eq!(split_qualitative("Ukuran Keberhasilan: satu"), Some(("", vec!["satu"])));
        assert_eq!(split_qualitative("Tersusunnya renja"), None);
    }
}
