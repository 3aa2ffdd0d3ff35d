//! What an official one-person form says around its table: who is rated, by whom, for which
//! period; and in an evaluation the ratings and the perilaku below (`masukan.md` section 4).
//!
//! Everything is kept as the cell it stands in. The rows of RHK and indicators are an ordinary
//! [`Table`](super::Table) of kind `formulir_skp` or `formulir_evaluasi`.

use std::ops::Range;

use super::header::Header;
use super::{Column, JenisTabel, Key};
use crate::base::origin::{Origin, SheetId};
use crate::base::text::{fold, fold_into};
use crate::input::{Inputs, Sheet, Value};

/// A value filled in on a form.
#[derive(Debug, Clone)]
pub struct Isian {
    /// The cell it stands in.
    pub at: Origin,
    /// The part of the cell that is meant ("Budi" of "NAMA : Budi"); `None` for the whole cell.
    pub bagian: Option<Box<str>>,
}

impl Isian {
    /// The value: a part of the cell is a text.
    pub fn value<'a>(&'a self, inputs: &'a Inputs) -> Value<'a> {
        match &self.bagian {
            Some(part) => Value::Text(part),
            None => inputs.value(self.at),
        }
    }
}

/// An identity block.
#[derive(Debug, Clone, Default)]
pub struct Identitas {
    /// NAMA.
    pub nama: Option<Isian>,
    /// NIP.
    pub nip: Option<Isian>,
    /// PANGKAT/GOL. RUANG.
    pub pangkat: Option<Isian>,
    /// JABATAN.
    pub jabatan: Option<Isian>,
    /// UNIT KERJA (INSTANSI where the form has no other).
    pub unit_kerja: Option<Isian>,
}

/// A form, without its table.
#[derive(Debug, Clone, Default)]
pub struct Formulir {
    /// PEGAWAI YANG DINILAI.
    pub pegawai: Identitas,
    /// PEJABAT PENILAI KINERJA.
    pub penilai: Identitas,
    /// PERIODE PENILAIAN, as written ("1 Januari s.d. 31 Desember 2025").
    pub periode: Option<Isian>,
    /// Umpan balik for each BerAKHLAK value that is named: the value's name as the form writes
    /// it (first line), and the cell of the umpan balik.
    pub perilaku: Vec<(Isian, Option<Isian>)>,
    /// RATING HASIL KERJA.
    pub rating_hasil_kerja: Option<Isian>,
    /// RATING PERILAKU KERJA.
    pub rating_perilaku: Option<Isian>,
    /// PREDIKAT KINERJA PEGAWAI.
    pub predikat: Option<Isian>,
}

/// Reads what stands above (`above`) and below (`below`) the table of a form.
pub fn read(sheet: &Sheet, id: SheetId, cols: (u16, u16), above: Range<usize>, below: Range<usize>) -> Formulir {
    let reader = Reader::new(sheet, id, cols);
    let mut form = Formulir::default();
    reader.identities(above.clone(), &mut form);
    form.periode = reader
        .labelled(above.clone(), |t| t.starts_with("periodepenilaian"))
        .or_else(|| reader.labelled(above, |t| t.starts_with("periode")));
    form.rating_hasil_kerja = reader.labelled(below.clone(), |t| t.starts_with("ratinghasilkerja"));
    form.rating_perilaku = reader.labelled(below.clone(), |t| t.starts_with("ratingperilaku"));
    form.predikat = reader.labelled(below.clone(), |t| {
        t.starts_with("predikatkinerja") && !t.starts_with("predikatkinerjaorganisasi")
    });
    reader.perilaku(below, &mut form);
    form
}

/// Whose identity a block tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Pegawai,
    Penilai,
    Lain,
}

/// An identity block's title.
#[derive(Debug, Clone, Copy)]
struct Block {
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

    fn at(&self, index: usize, col: u16) -> Origin {
        Origin::new(self.id, self.sheet.row_at(index).number(), col)
    }

    fn blocks(&self, rows: Range<usize>) -> Vec<Block> {
        let mut blocks = Vec::new();
        for row in rows {
            let mut before: Option<(u16, bool)> = None;
            for (col, value) in self.cells(row) {
                let Value::Text(t) = value else { continue };
                let name = label(t);
                let who = match name.as_str() {
                    "pegawaiyangdinilai" | "pegawainegerisipilyangdinilai" | "pnsyangdinilai" | "asnyangdinilai" => {
                        Some(Who::Pegawai)
                    }
                    "pejabatpenilaikinerja" | "pejabatpenilai" | "pejabatpenilaikinerjapns" => Some(Who::Penilai),
                    "atasanpejabatpenilaikinerja" | "atasanpejabatpenilai" | "atasanpejabatpenilaikinerjapns" => Some(Who::Lain),
                    _ => None,
                };
                if let Some(who) = who {
                    let start = before.filter(|b| b.1).map_or(col, |b| b.0);
                    blocks.push(Block { row, start, who });
                }
                before = Some((col, name == "no"));
            }
        }
        blocks
    }

    fn identities(&self, rows: Range<usize>, form: &mut Formulir) {
        let blocks = self.blocks(rows.clone());
        for row in rows {
            for (col, value) in self.cells(row) {
                let Value::Text(t) = value else { continue };
                let field = label(head(t).0);
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
                let slot = match field.as_str() {
                    "nama" | "namalengkap" | "namapegawai" => &mut identity.nama,
                    "nip" | "nipnippppk" | "nipnippk" | "nippppk" | "nipnipppk" => &mut identity.nip,
                    "pangkatgolruang"
                    | "pangkatgolonganruang"
                    | "pangkatgol"
                    | "pangkatgolongan"
                    | "pangkat"
                    | "golonganruang" => &mut identity.pangkat,
                    "jabatan" => &mut identity.jabatan,
                    "unitkerja" | "unitorganisasi" | "unor" | "satuankerja" => &mut identity.unit_kerja,
                    "instansi" if identity.unit_kerja.is_none() => &mut identity.unit_kerja,
                    _ => continue,
                };
                if slot.is_none() || field == "unitkerja" {
                    *slot = self.filled(row, col, t, end);
                }
            }
        }
    }

    /// What is filled in for a label: after its colon, or in the next cell to the right.
    fn filled(&self, row: usize, col: u16, text: &str, end: u16) -> Option<Isian> {
        if let Some(rest) = head(text).1 {
            return Some(Isian {
                at: self.at(row, col),
                bagian: Some(rest.into()),
            });
        }
        self.cells(row)
            .filter(|&(c, _)| c > col && c <= end)
            .find_map(|(c, v)| self.isian(row, c, v))
    }

    /// A cell as a value, without a colon in front; `None` for a colon alone.
    fn isian(&self, row: usize, col: u16, value: Value<'_>) -> Option<Isian> {
        let bagian = match value {
            Value::Text(t) => {
                let t = t.trim();
                match t.strip_prefix(':') {
                    Some(rest) if rest.trim().is_empty() => return None,
                    Some(rest) => Some(rest.trim().into()),
                    None => None,
                }
            }
            _ => None,
        };
        Some(Isian {
            at: self.at(row, col),
            bagian,
        })
    }

    /// The value beside (or below) the first cell whose label is wanted.
    fn labelled(&self, rows: Range<usize>, wanted: impl Fn(&str) -> bool) -> Option<Isian> {
        for row in rows.clone() {
            for (col, value) in self.cells(row) {
                let Value::Text(t) = value else { continue };
                let (name, rest) = head(t);
                let name = label(name);
                if !wanted(&name) {
                    continue;
                }
                if rest.is_none() && name.len() > 30 {
                    // "PERIODE PENILAIAN 1 JANUARI SD 31 DESEMBER 2025" without a colon.
                    return Some(Isian {
                        at: self.at(row, col),
                        bagian: None,
                    });
                }
                if let Some(found) = self.filled(row, col, t, self.cols.1) {
                    return Some(found);
                }
                if row + 1 < rows.end
                    && let Some((c, v)) = self.cells(row + 1).find(|&(c, _)| c == col)
                {
                    return self.isian(row + 1, c, v);
                }
            }
        }
        None
    }

    fn perilaku(&self, rows: Range<usize>, form: &mut Formulir) {
        let mut umpan_balik: Option<u16> = None;
        for row in rows {
            if self.sheet.row_at(row).cells_in(self.cols.0, self.cols.1).any(|(_, v)| {
                matches!(v, Value::Text(t) if { let l = label(t); l.starts_with("rating") || l.starts_with("predikat") })
            }) {
                continue;
            }
            let mut named: Option<u16> = None;
            for (col, value) in self.cells(row) {
                let Value::Text(t) = value else { continue };
                let name = label(t.lines().next().unwrap_or(t));
                if name.starts_with("umpanbalik") {
                    umpan_balik = Some(col);
                } else if NILAI.contains(&name.as_str()) && named.is_none() {
                    named = Some(col);
                    let first = t
                        .lines()
                        .next()
                        .unwrap_or(t)
                        .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
                    form.perilaku.push((
                        Isian {
                            at: self.at(row, col),
                            bagian: Some(first.trim().into()),
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
            let aspek = last.0.at.col;
            last.1 = self
                .cells(row)
                .filter(|&(c, _)| umpan_balik.map_or(c > aspek, |u| c == u))
                .filter(|(_, v)| umpan_balik.is_some() || !matches!(v, Value::Text(t) if label(t).starts_with("ekspektasi")))
                .last()
                .and_then(|(c, v)| self.isian(row, c, v));
        }
    }
}

/// The BerAKHLAK values and the aspek of PP 30/2019, folded.
const NILAI: [&str; 12] = [
    "berorientasipelayanan",
    "akuntabel",
    "kompeten",
    "harmonis",
    "loyal",
    "adaptif",
    "kolaboratif",
    "orientasipelayanan",
    "komitmen",
    "inisiatifkerja",
    "kerjasama",
    "kepemimpinan",
];

/// A label folded, without a running number before it ("1. NAMA").
fn label(text: &str) -> String {
    let text = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '(' | ' '));
    fold(text)
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
        let number = match first {
            Value::Number { .. } => true,
            Value::Text(t) => t.trim().trim_end_matches(['.', ')']).parse::<u32>().is_ok(),
            _ => false,
        };
        let (rhk, _) = cells.next().filter(|_| number)?;
        Some((no, rhk))
    });
    let mut columns = Vec::new();
    let rhk = match numbered {
        Some((no, rhk)) => {
            columns.push(Column {
                col: no,
                written: "NO".into(),
                key: Some(Key::No),
                surpassed: None,
            });
            rhk
        }
        None => col,
    };
    columns.push(Column {
        col: rhk,
        written: text.trim().into(),
        key: Some(Key::Rhk),
        surpassed: None,
    });
    Some(Header {
        jenis: JenisTabel::FormulirSkp,
        first: row,
        last: row,
        columns,
        missing: Vec::new(),
        doubled: Vec::new(),
        score: 0,
        matched: 1,
    })
}

/// Takes a qualitative cell apart: the RHK, and the indicators listed under "Ukuran keberhasilan
/// / Indikator Kinerja Individu, dan Target". A cell that *begins* with those words (a row below
/// its RHK) has an empty RHK part. `None` when the cell has no such list.
pub fn pisah_kualitatif(text: &str) -> Option<(&str, Vec<&str>)> {
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
            pisah_kualitatif(cell),
            Some(("Tersusunnya renja", vec!["Dokumen terbit", "Tepat waktu"]))
        );
        assert_eq!(pisah_kualitatif("Ukuran Keberhasilan: satu"), Some(("", vec!["satu"])));
        assert_eq!(pisah_kualitatif("Tersusunnya renja"), None);
    }
}
