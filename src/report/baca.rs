//! What was recognised in each file and sheet: `skp baca`, for people and as `skp.baca/1`
//! (`keluaran.md` section 6).

use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::Arc;

use comfy_table::presets::UTF8_BORDERS_ONLY;
use comfy_table::{ContentArrangement, Table as Grid};
use serde::Serialize;

use super::words::count;
use crate::base::origin::{FileId, SheetId, column_letters};
use crate::base::text::shorten;
use crate::contract::heading::nearest;
use crate::finding::Finding;
use crate::input::Inputs;
use crate::table::{Table, Tables};

/// The whole reading.
#[derive(Debug, Serialize)]
pub struct Bacaan<'a> {
    skema: &'static str,
    masukan: Vec<Masukan>,
    temuan: &'a [Finding],
}

/// One file.
#[derive(Debug, Serialize)]
struct Masukan {
    berkas: Arc<str>,
    sha256: String,
    /// `xlsx`, `csv` …; null when the file is no table.
    bentuk: Option<&'static str>,
    /// Text encoding.
    sandi: Option<&'static str>,
    /// Delimiter.
    pemisah: Option<String>,
    tabel: Vec<Tabel>,
    /// Sheets in which no table was recognised.
    lembar_lain: Vec<LembarLain>,
}

/// One table. Row numbers are those of the file, from 1.
#[derive(Debug, Serialize)]
struct Tabel {
    lembar: Option<Arc<str>>,
    tersembunyi: bool,
    jenis: &'static str,
    /// First row of the header.
    baris_kepala: u32,
    /// Last row of the header, where it has several levels.
    baris_kepala_akhir: u32,
    baris_awal: Option<u32>,
    baris_akhir: Option<u32>,
    baris: usize,
    dilewati: usize,
    kolom: Vec<Kolom>,
    tidak_dikenal: Vec<Arc<str>>,
    /// The nearest known name for those of `tidak_dikenal` that have one.
    mirip: Vec<Mirip>,
    lewat: Vec<Lewat>,
    /// Title and meta lines above the header.
    keterangan: Vec<Box<str>>,
}

#[derive(Debug, Serialize)]
struct Kolom {
    tertulis: Arc<str>,
    kanonik: &'static str,
    #[serde(skip)]
    col: u16,
}

#[derive(Debug, Serialize)]
struct Mirip {
    tertulis: Arc<str>,
    kanonik: &'static str,
}

#[derive(Debug, Serialize)]
struct Lewat {
    baris: u32,
    sebab: &'static str,
}

#[derive(Debug, Serialize)]
struct LembarLain {
    lembar: Option<Arc<str>>,
    sebab: &'static str,
}

impl<'a> Bacaan<'a> {
    /// Puts the reading together.
    pub fn new(inputs: &Inputs, tables: &Tables, temuan: &'a [Finding]) -> Self {
        let masukan = (0u32..)
            .zip(&inputs.files)
            .map(|(i, file)| Masukan {
                berkas: file.path.clone(),
                sha256: file.sha256.clone(),
                bentuk: file.format.map(crate::input::Format::as_str),
                sandi: file.encoding,
                pemisah: file.delimiter.map(String::from),
                tabel: tables
                    .tables
                    .iter()
                    .filter(|t| inputs.sheet(t.sheet).file == FileId(i))
                    .map(|t| tabel(inputs, t))
                    .collect(),
                lembar_lain: other_sheets(inputs, tables, FileId(i)),
            })
            .collect();
        Self {
            skema: "skp.baca/1",
            masukan,
            temuan,
        }
    }

    /// As JSON.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn json(&self, mut out: impl Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut out, self)?;
        out.write_all(b"\n")
    }

    /// As text with tables, `width` columns wide.
    pub fn text(&self, width: usize) -> String {
        let mut out = String::new();
        for file in &self.masukan {
            out.push_str(&file.text(width));
        }
        out
    }

    /// One line a column of a table, for spreadsheets.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn csv(&self, out: impl Write) -> io::Result<()> {
        let mut w = csv::WriterBuilder::new().delimiter(b';').from_writer(out);
        w.write_record([
            "berkas",
            "lembar",
            "jenis",
            "baris_kepala",
            "baris",
            "dilewati",
            "kolom",
            "tertulis",
            "kanonik",
        ])?;
        for file in &self.masukan {
            for t in &file.tabel {
                let known = t.kolom.iter().map(|k| (&k.tertulis, k.kanonik));
                let unknown = t.tidak_dikenal.iter().map(|u| (u, ""));
                for (i, (written, canonical)) in known.chain(unknown).enumerate() {
                    w.write_record([
                        &super::csv::as_text(&file.berkas),
                        &super::csv::as_text(t.lembar.as_deref().unwrap_or("")),
                        t.jenis,
                        &t.baris_kepala.to_string(),
                        &t.baris.to_string(),
                        &t.dilewati.to_string(),
                        &(i + 1).to_string(),
                        &super::csv::as_text(written),
                        canonical,
                    ])?;
                }
            }
        }
        w.flush()
    }
}

impl Masukan {
    fn text(&self, width: usize) -> String {
        let mut out = format!("{}\n", self.berkas);
        let mut facts = vec![self.bentuk.unwrap_or("bukan tabel").to_owned()];
        facts.extend(self.sandi.map(|s| format!("sandi {s}")));
        facts.extend(self.pemisah.as_deref().map(|p| match p {
            "\t" => "pemisah tab".to_owned(),
            p => format!("pemisah {p}"),
        }));
        let _ = writeln!(out, "  {}\n", facts.join(" · "));
        for t in &self.tabel {
            out.push_str(&t.text(width));
        }
        for l in &self.lembar_lain {
            let _ = writeln!(out, "  Lembar {}: {}", l.lembar.as_deref().unwrap_or("(tanpa nama)"), l.sebab);
        }
        if !self.lembar_lain.is_empty() {
            out.push('\n');
        }
        out
    }
}

impl Tabel {
    fn text(&self, width: usize) -> String {
        let mut out = String::from("  ");
        if let Some(name) = &self.lembar {
            let hidden = if self.tersembunyi { " (tersembunyi)" } else { "" };
            let _ = write!(out, "Lembar {name}{hidden}: ");
        }
        let _ = write!(out, "tabel {}, kepala di baris {}", self.jenis, self.baris_kepala);
        if self.baris_kepala_akhir > self.baris_kepala {
            let _ = write!(out, "–{}", self.baris_kepala_akhir);
        }
        let _ = match (self.baris_awal, self.baris_akhir) {
            (Some(a), Some(b)) => writeln!(out, ", {} baris data (baris {a}–{b})", count(self.baris)),
            _ => writeln!(out, ", tanpa baris data"),
        };
        let mut grid = Grid::new();
        grid.load_style(UTF8_BORDERS_ONLY)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(width.saturating_sub(2)).unwrap_or(120))
            .set_header(["Kolom", "Tertulis", "Dibaca sebagai"]);
        for k in &self.kolom {
            grid.add_row([column_letters(k.col), shorten(&k.tertulis, 60), k.kanonik.to_owned()]);
        }
        for line in grid.to_string().lines() {
            let _ = writeln!(out, "  {line}");
        }
        if !self.tidak_dikenal.is_empty() {
            let names: Vec<String> = self
                .tidak_dikenal
                .iter()
                .map(|name| {
                    let near = self.mirip.iter().find(|m| m.tertulis == *name);
                    near.map_or_else(
                        || format!("\"{}\"", shorten(name, 60)),
                        |m| format!("\"{}\" (mungkin maksudnya {}?)", shorten(name, 60), m.kanonik),
                    )
                })
                .collect();
            let _ = writeln!(out, "  Kolom yang tidak dikenal, dibiarkan: {}", names.join(", "));
        }
        let mut reasons: Vec<&'static str> = self.lewat.iter().map(|l| l.sebab).collect();
        reasons.sort_unstable();
        reasons.dedup();
        for reason in reasons {
            let rows: Vec<u32> = self.lewat.iter().filter(|l| l.sebab == reason).map(|l| l.baris).collect();
            let _ = writeln!(out, "  Dilewati, {reason}: baris {}", crate::table::row_list(&rows));
        }
        out.push('\n');
        out
    }
}

fn tabel(inputs: &Inputs, t: &Table) -> Tabel {
    let sheet = inputs.sheet(t.sheet);
    let number = |r: Option<&crate::table::TableRow>| r.map(|r| sheet.row_at(r.index as usize).number() + 1);
    let unknown = || t.columns.iter().filter(|c| c.key.is_none() && c.surpassed.is_none());
    Tabel {
        lembar: sheet.name.clone(),
        tersembunyi: sheet.hidden,
        jenis: t.jenis.as_str(),
        baris_kepala: t.header.0 + 1,
        baris_kepala_akhir: t.header.1 + 1,
        baris_awal: number(t.rows.first()),
        baris_akhir: number(t.rows.last()),
        baris: t.baris(inputs),
        dilewati: t.dilewati(inputs),
        kolom: t
            .columns
            .iter()
            .filter_map(|c| {
                Some(Kolom {
                    tertulis: c.written.clone(),
                    kanonik: c.key?.name(),
                    col: c.col,
                })
            })
            .collect(),
        tidak_dikenal: unknown().map(|c| c.written.clone()).collect(),
        mirip: unknown()
            .filter_map(|c| {
                let key = nearest(&c.written, t.jenis)?;
                t.column(key).is_none().then(|| Mirip {
                    tertulis: c.written.clone(),
                    kanonik: key.name(),
                })
            })
            .collect(),
        lewat: t
            .skipped
            .iter()
            .map(|s| Lewat {
                baris: s.row + 1,
                sebab: s.reason,
            })
            .collect(),
        keterangan: t.meta.clone(),
    }
}

fn other_sheets(inputs: &Inputs, tables: &Tables, file: FileId) -> Vec<LembarLain> {
    (0u32..)
        .zip(&inputs.sheets)
        .filter(|(_, s)| s.file == file)
        .filter(|(i, _)| !tables.tables.iter().any(|t| t.sheet == SheetId(*i)))
        .map(|(_, s)| LembarLain {
            lembar: s.name.clone(),
            sebab: if s.row_count() == 0 {
                "kosong"
            } else {
                "tidak ada tabel yang dikenali"
            },
        })
        .collect()
}
