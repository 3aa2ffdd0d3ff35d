//! Jejak: from what and by what a report was made.

use std::borrow::Cow;

use textwrap::{Options, WordSplitter};

use super::{Cell, Kind, Look, ReportRow, Table, col};
use crate::base::ids::short;
use crate::run::Run;

/// A label and what it says.
pub struct TrailRow {
    label: Cow<'static, str>,
    value: String,
}

impl TrailRow {
    /// What the report says of how it was made.
    pub fn new(label: impl Into<Cow<'static, str>>, value: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
        }
    }

    /// A row for each line: what is longer would make the whole page small when it is printed.
    pub fn folded(self) -> Vec<Self> {
        let lines = textwrap::wrap(&self.value, Options::new(LINE).word_splitter(WordSplitter::NoHyphenation));
        let mut label = Some(self.label);
        lines
            .into_iter()
            .map(|line| Self::new(label.take().unwrap_or_default(), line))
            .collect()
    }
}

/// Characters of a line that the columns of [`input_table`] below have room for.
const LINE: usize = 120;

impl ReportRow for TrailRow {}

/// The labels with their values, without headings.
pub fn table() -> Table<TrailRow> {
    Table {
        intro: Vec::new(),
        columns: vec![
            col("label", "", 34.0, Kind::Loose, |r: &TrailRow| Cell::word(&*r.label)).looks(|_| Look::Label),
            col("isi", "", 24.0, Kind::Loose, |r: &TrailRow| Cell::word(&*r.value)),
        ],
        frozen: 0,
        data_order: &[],
    }
}

/// A table that was read, or a file in which there is none.
pub struct InputRow<'a> {
    file: &'a str,
    sheet: &'a str,
    table: &'a str,
    /// Rows read and rows passed over.
    rows: Option<(u32, u32)>,
    /// Of the file; in its first row.
    sha256: Option<&'a str>,
}

impl ReportRow for InputRow<'_> {}

/// A row for each table, in the order of the files.
pub fn input_rows(run: &Run) -> Vec<InputRow<'_>> {
    let mut out = Vec::new();
    for (no, file) in (0_u32..).zip(&run.inputs.files) {
        let mut sha256 = Some(&*file.sha256);
        for table in &run.tables.tables {
            let sheet = run.inputs.sheet(table.sheet);
            if sheet.file.0 == no {
                out.push(InputRow {
                    file: &file.path,
                    sheet: sheet.name.as_deref().unwrap_or_default(),
                    table: table.jenis.as_str(),
                    rows: Some((short(table.rows.len()), short(table.skipped.len()))),
                    sha256: sha256.take(),
                });
            }
        }
        if sha256.is_some() {
            let adopted = run.inputs.adopted.map(|id| run.inputs.sheet(id)).filter(|s| s.file.0 == no);
            out.push(InputRow {
                file: &file.path,
                sheet: adopted.and_then(|s| s.name.as_deref()).unwrap_or_default(),
                table: if adopted.is_some() { "kalibrasi" } else { "tidak ada tabel" },
                rows: None,
                sha256,
            });
        }
    }
    out
}

/// The columns of [`input_rows`].
pub fn input_table<'a>() -> Table<InputRow<'a>> {
    Table {
        intro: vec![
            "Berkas masukan".to_owned(),
            "Periksa keaslian berkas dengan: certutil -hashfile NAMA_BERKAS SHA256 (Windows) atau sha256sum NAMA_BERKAS (Linux)."
                .to_owned(),
        ],
        columns: vec![
            col("berkas", "Berkas", 34.0, Kind::Wrap, |r: &InputRow<'a>| Cell::word(r.file)),
            col("lembar", "Lembar", 24.0, Kind::Wrap, |r: &InputRow<'a>| Cell::prose(r.sheet)),
            col("tabel", "Tabel", 18.0, Kind::Line, |r: &InputRow<'a>| Cell::word(r.table)),
            col("baris", "Baris", 12.0, Kind::Count, |r: &InputRow<'a>| {
                Cell::count(r.rows.map(|n| n.0))
            }),
            col("dilewati", "Dilewati", 12.0, Kind::Count, |r: &InputRow<'a>| {
                Cell::count(r.rows.map(|n| n.1))
            }),
            col("sha256", "SHA-256", 70.0, Kind::Line, |r: &InputRow<'a>| {
                Cell::word(r.sha256.unwrap_or_default())
            }),
        ],
        frozen: 0,
        data_order: &[],
    }
}
