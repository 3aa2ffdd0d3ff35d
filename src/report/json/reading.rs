//! `skp.baca/1`: what was recognised in each file and sheet. The text of `skp baca` is laid out
//! from the same view.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::MaskedWords;
use super::finding::FindingView;
use super::result::Findings;
use crate::base::origin::{FileId, SheetId};
use crate::base::text::is_blank;
use crate::contract::heading::nearest;
use crate::finding::Finding;
use crate::input::{Inputs, Value};
use crate::model::read::periode::{self, PeriodeRead};
use crate::model::{Periode, period_of};
use crate::report::mask::Mask;
use crate::table::{DataTable, Entry, Facet, Identity, TableRow, Tables};

/// The whole reading.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reading1<'a> {
    skema: &'static str,
    /// Files in the order of reading.
    pub masukan: Vec<ReadFile<'a>>,
    #[schemars(with = "Vec<FindingView>")]
    temuan: Findings<'a>,
}

/// One file.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReadFile<'a> {
    /// Path.
    pub berkas: &'a str,
    /// Fingerprint.
    pub sha256: &'a str,
    /// `xlsx`, `csv` …; null when the file is no table.
    pub bentuk: Option<&'static str>,
    /// Text encoding.
    pub sandi: Option<&'static str>,
    /// Delimiter.
    pub pemisah: Option<String>,
    /// Tables recognised.
    pub tabel: Vec<ReadTable<'a>>,
    /// Sheets in which no table was recognised.
    pub lembar_lain: Vec<OtherSheet<'a>>,
}

/// One table. Row numbers are those of the file, from 1.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReadTable<'a> {
    /// Sheet; null in delimited text.
    pub lembar: Option<MaskedWords<'a>>,
    /// The sheet is hidden.
    pub tersembunyi: bool,
    /// Kind of table.
    pub jenis: &'static str,
    /// First row of the header.
    pub baris_kepala: u32,
    /// Last row of the header, where it has several levels.
    pub baris_kepala_akhir: u32,
    /// First data row.
    pub baris_awal: Option<u32>,
    /// Last data row.
    pub baris_akhir: Option<u32>,
    /// Data rows, faulty ones included.
    pub baris: usize,
    /// Rows between that are no data.
    pub dilewati: usize,
    /// The period that its form or its title says.
    pub periode: Option<String>,
    /// Whose form it is.
    pub pegawai: Option<FormPerson<'a>>,
    /// Who evaluates, as a form names him.
    pub penilai: Option<FormPerson<'a>>,
    /// Columns understood.
    pub kolom: Vec<ReadColumn<'a>>,
    /// Of those whose headings say more than their meaning: what.
    pub rincian_kolom: Vec<ColumnDetail<'a>>,
    /// Columns not understood.
    pub tidak_dikenal: Vec<MaskedWords<'a>>,
    /// The nearest known name for those of `tidak_dikenal` that have one.
    pub mirip: Vec<Near<'a>>,
    /// Rows passed over.
    pub lewat: Vec<Passed>,
    /// Title and meta lines above the header.
    pub keterangan: Vec<MaskedWords<'a>>,
}

/// A column and what it was read as.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReadColumn<'a> {
    /// As the file writes it.
    pub tertulis: MaskedWords<'a>,
    /// Name in the input contract.
    pub kanonik: &'static str,
    /// What sets it apart from others of its meaning, for the text.
    #[serde(skip)]
    pub beside: Vec<String>,
    /// 0-based column, for the text.
    #[serde(skip)]
    pub col: u16,
}

/// What a heading says beside the meaning of its column.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ColumnDetail<'a> {
    /// As the file writes it.
    tertulis: MaskedWords<'a>,
    /// Name in the input contract.
    kanonik: &'static str,
    /// The period that it names.
    periode: Option<String>,
    /// The aspek or value that it names.
    aspek: Option<&'static str>,
    /// The rater that it names.
    penilai: Option<&'static str>,
}

/// Somebody of the identity block of a form, as written.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FormPerson<'a> {
    /// Name.
    pub nama: Option<MaskedWords<'a>>,
    /// NIP.
    pub nip: Option<MaskedWords<'a>>,
}

/// A heading and the known name nearest to it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Near<'a> {
    /// As the file writes it.
    pub tertulis: MaskedWords<'a>,
    /// Name in the input contract.
    pub kanonik: &'static str,
}

/// A row passed over.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Passed {
    /// Row of the file.
    pub baris: u32,
    /// Why.
    pub sebab: &'static str,
}

/// A sheet without a table.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OtherSheet<'a> {
    /// Its name.
    pub lembar: Option<MaskedWords<'a>>,
    /// Why.
    pub sebab: &'static str,
}

impl<'a> Reading1<'a> {
    /// Puts the reading together.
    pub fn new(inputs: &'a Inputs, tables: &'a Tables, periode: Periode, findings: &'a [Finding], mask: &'a Mask) -> Self {
        let masukan = (0u32..)
            .zip(&inputs.files)
            .map(|(i, file)| ReadFile {
                berkas: &file.path,
                sha256: &file.sha256,
                bentuk: file.format.map(crate::input::FileFormat::as_str),
                sandi: file.encoding,
                pemisah: file.delimiter.map(String::from),
                tabel: tables
                    .tables
                    .iter()
                    .filter(|t| inputs.sheet(t.sheet).file == FileId(i))
                    .map(|t| ReadTable::new(inputs, t, periode.tahun(), mask))
                    .collect(),
                lembar_lain: other_sheets(inputs, tables, FileId(i), mask),
            })
            .collect();
        Self {
            skema: "skp.baca/1",
            masukan,
            temuan: Findings::new(findings, mask),
        }
    }
}

impl ReadColumn<'_> {
    /// What it was read as, with what sets it apart from others of its meaning: `hasil_akhir (2025-TW1)`.
    pub fn read_as(&self) -> String {
        if self.beside.is_empty() {
            return self.kanonik.to_owned();
        }
        format!("{} ({})", self.kanonik, self.beside.join(", "))
    }
}

impl<'a> ReadTable<'a> {
    fn new(inputs: &'a Inputs, t: &'a DataTable, year: i16, mask: &'a Mask) -> Self {
        let sheet = inputs.sheet(t.sheet);
        let number = |r: Option<TableRow>| r.map(|r| sheet.row(r.index).number() + 1);
        // A mark that its heading leaves open is nobody's: what no other column says better was not understood.
        let open = |key| t.column(key).is_none();
        let unknown = || {
            let unused = t.columns.iter().filter(|c| c.key.is_none());
            unused.filter(|c| c.surpassed.is_none_or(open))
        };
        Self {
            lembar: sheet.name.as_deref().map(|n| mask.text(n)),
            tersembunyi: sheet.hidden,
            jenis: t.jenis.as_str(),
            baris_kepala: t.header.0 + 1,
            baris_kepala_akhir: t.header.1 + 1,
            baris_awal: number(t.rows.each().next()),
            baris_akhir: number(t.rows.last()),
            baris: t.data_rows(inputs),
            dilewati: t.passed_over(inputs),
            periode: period_of(inputs, t, year).map(|p| p.to_string()),
            pegawai: t
                .formulir
                .as_deref()
                .and_then(|form| FormPerson::new(inputs, &form.pegawai, mask)),
            penilai: t
                .formulir
                .as_deref()
                .and_then(|form| FormPerson::new(inputs, &form.penilai, mask)),
            kolom: t
                .columns
                .iter()
                .filter_map(|c| {
                    Some(ReadColumn {
                        tertulis: mask.text(&c.written),
                        kanonik: c.key?.name(),
                        beside: beside(&c.facet, year),
                        col: c.col,
                    })
                })
                .collect(),
            rincian_kolom: t
                .columns
                .iter()
                .filter(|c| !beside(&c.facet, year).is_empty())
                .filter_map(|c| {
                    Some(ColumnDetail {
                        tertulis: mask.text(&c.written),
                        kanonik: c.key?.name(),
                        periode: c.facet.period.as_deref().map(|word| period_named(word, year)),
                        aspek: c.facet.aspek,
                        penilai: c.facet.penilai,
                    })
                })
                .collect(),
            tidak_dikenal: unknown().map(|c| mask.text(&c.written)).collect(),
            mirip: unknown()
                .filter_map(|c| {
                    let key = nearest(&c.written, t.jenis)?;
                    t.column(key).is_none().then(|| Near {
                        tertulis: mask.text(&c.written),
                        kanonik: key.name(),
                    })
                })
                .collect(),
            lewat: t
                .skipped
                .iter()
                .map(|s| Passed {
                    baris: s.row + 1,
                    sebab: s.reason,
                })
                .collect(),
            keterangan: t.meta.iter().map(|line| mask.title(line)).collect(),
        }
    }
}

impl<'a> FormPerson<'a> {
    fn new(inputs: &'a Inputs, identity: &'a Identity, mask: &'a Mask) -> Option<Self> {
        fn said(inputs: &Inputs, entry: Option<&Entry>) -> Option<String> {
            entry.map(|e| e.value(inputs).written()).filter(|text| !is_blank(text))
        }
        let nama = said(inputs, identity.nama.as_ref()).map(|text| Cow::Owned(mask.name(&text).into_owned()));
        let nip = said(inputs, identity.nip.as_ref()).map(|text| Cow::Owned(mask.nip(&text).into_owned()));
        (nama.is_some() || nip.is_some()).then_some(Self { nama, nip })
    }
}

/// What a heading says beside a meaning, for the text.
fn beside(facet: &Facet, year: i16) -> Vec<String> {
    let period = facet.period.as_deref().map(|word| period_named(word, year));
    let words = facet.aspek.into_iter().chain(facet.penilai).map(str::to_owned);
    period.into_iter().chain(words).collect()
}

/// The period that a heading names, as the program writes periods; the heading's own word where it is no whole period.
fn period_named(word: &str, year: i16) -> String {
    match periode::read_in(Value::Text(word), year) {
        PeriodeRead::Given(periode) => periode.to_string(),
        _ => word.to_owned(),
    }
}

fn other_sheets<'a>(inputs: &'a Inputs, tables: &Tables, file: FileId, mask: &'a Mask) -> Vec<OtherSheet<'a>> {
    (0u32..)
        .zip(&inputs.sheets)
        .filter(|(_, s)| s.file == file)
        .filter(|(i, _)| !tables.tables.iter().any(|t| t.sheet == SheetId(*i)))
        .map(|(_, s)| OtherSheet {
            lembar: s.name.as_deref().map(|n| mask.text(n)),
            sebab: if s.row_count() == 0 {
                "kosong"
            } else {
                "tidak ada tabel yang dikenali"
            },
        })
        .collect()
}
