//! A table on a sheet, row by row: header, widths, filter, frozen panes, print set-up, and going
//! on in a next sheet when one is full.

use std::sync::{Mutex, PoisonError};

use rust_xlsxwriter::{Format, IgnoreError, Note, Url, Workbook, Worksheet, XlsxError};

use crate::base::figure::Desimal;

use super::bahan::{Bahan, Pilihan};
use super::index::{Indeks, nama_bagian};
use super::sheets::Lembar;
use super::styles::{Isi, Styles};
use super::text;

/// Result of writing into a sheet.
pub(super) type Hasil<T> = Result<T, XlsxError>;

/// Notes a sheet gets at most: 100,000 of them cost five seconds and 1.6 GB, and Excel as much
/// again. Past that the colour and the Temuan column say it.
pub(super) const CATATAN_TERBANYAK: usize = 2_000;
/// Links a sheet can hold (Excel's limit).
const TAUTAN_TERBANYAK: usize = 65_530;

/// All that the sheets share.
pub(super) struct Ruang<'a> {
    pub bahan: Bahan<'a>,
    pub pilihan: &'a Pilihan,
    pub gaya: Styles,
    pub indeks: Indeks<'a>,
    /// Makes streamed sheets; locked only while one is made.
    pub pabrik: Mutex<Workbook>,
    /// Header of each printed page.
    pub kepala_cetak: String,
    /// Footer of each printed page.
    pub kaki_cetak: String,
}

impl Ruang<'_> {
    /// An empty sheet: streamed when many rows are coming, else in memory.
    pub(super) fn worksheet(&self, rows: usize) -> Hasil<Worksheet> {
        if rows > self.pilihan.alir_dari {
            self.pabrik
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .new_worksheet_with_constant_memory()
        } else {
            Ok(Worksheet::new())
        }
    }

    /// Whether this sheet is written (so that links to it lead somewhere).
    pub(super) fn ada(&self, lembar: Lembar) -> bool {
        self.pilihan.lembar.contains(&lembar)
    }

    /// A4 landscape, one page wide, header and footer, repeated header rows.
    pub(super) fn print_out(&self, ws: &mut Worksheet, kepala: Option<(u32, u32)>) -> Hasil<()> {
        ws.set_paper_size(9)
            .set_landscape()
            .set_print_fit_to_pages(1, 0)
            .set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3)
            .set_header(self.kepala_cetak.as_str())
            .set_footer(self.kaki_cetak.as_str());
        if let Some((first, last)) = kepala {
            ws.set_repeat_rows(first, last)?;
        }
        Ok(())
    }
}

/// A column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kolom {
    pub judul: &'static str,
    pub lebar: f64,
    pub isi: Isi,
}

/// Short for a column of a table.
pub(super) const fn kolom(judul: &'static str, lebar: f64, isi: Isi) -> Kolom {
    Kolom { judul, lebar, isi }
}

/// A table being written.
pub(super) struct Tabel<'r, 'a> {
    pub ruang: &'r Ruang<'a>,
    nama: &'static str,
    kolom: Vec<Kolom>,
    beku: u16,
    pengantar: Vec<String>,
    besar: usize,
    jadi: Vec<Worksheet>,
    ws: Worksheet,
    /// Row being written, 0-based.
    pub baris: u32,
    /// Lines of text in the row being written.
    baris_teks: u32,
    /// Columns that are printed; the rest is for the screen.
    dicetak: u16,
    catatan: usize,
    tautan: usize,
}

impl<'r, 'a> Tabel<'r, 'a> {
    /// Begins a table. `pengantar`: lines above the header, the first in title type. `beku`:
    /// columns that stay in view. `rows`: how many are coming, roughly.
    pub(super) fn new(
        ruang: &'r Ruang<'a>,
        lembar: Lembar,
        kolom: Vec<Kolom>,
        beku: u16,
        pengantar: Vec<String>,
        rows: usize,
    ) -> Hasil<Self> {
        let ws = ruang.worksheet(rows)?;
        let mut kolom = kolom;
        if rows > ruang.pilihan.alir_dari {
            // The height of a wrapped row must be known; at this size one line has to do.
            for k in kolom.iter_mut().filter(|k| k.isi == Isi::Bungkus) {
                k.isi = Isi::Text;
            }
        }
        let mut tabel = Self {
            ruang,
            nama: lembar.as_str(),
            kolom,
            beku,
            pengantar,
            besar: rows,
            jadi: Vec::new(),
            ws,
            baris: 0,
            baris_teks: 1,
            dicetak: u16::MAX,
            catatan: 0,
            tautan: 0,
        };
        tabel.open()?;
        Ok(tabel)
    }

    fn open(&mut self) -> Hasil<()> {
        self.ws.set_name(nama_bagian(self.nama, self.jadi.len() as u64))?;
        let gaya = &self.ruang.gaya;
        for (row, line) in (0_u32..).zip(&self.pengantar) {
            let format = if row == 0 { &gaya.judul } else { &gaya.keterangan };
            self.ws.write_string_with_format(row, 0, text::sel(line), format)?;
            if row == 0 {
                self.ws.set_row_height(row, 22)?;
            }
            // Filled cells keep the columns' lines out of the title.
            for col in 1..self.lebar() {
                self.ws.write_blank(row, col, &gaya.keterangan)?;
            }
        }
        self.baris = self.kepala();
        for (col, k) in (0_u16..).zip(&self.kolom) {
            self.ws
                .set_column_width(col, k.lebar)?
                .set_column_format(col, gaya.isi(k.isi))?;
            self.ws.write_string_with_format(self.baris, col, k.judul, &gaya.kepala)?;
        }
        let lines = self.kolom.iter().map(|k| baris_teks(k.judul, k.lebar)).max().unwrap_or(1);
        self.ws.set_row_height(self.baris, tinggi(lines) + 6)?;
        self.baris += 1;
        self.catatan = 0;
        self.tautan = 0;
        Ok(())
    }

    /// Prints the first `n` columns only; what stands to their right is for the screen. 0: all
    /// of the sheet, and what stands below the table too.
    pub(super) fn cetak_kolom(&mut self, n: u16) {
        self.dicetak = n;
    }

    /// Columns of the table.
    fn lebar(&self) -> u16 {
        u16::try_from(self.kolom.len()).unwrap_or(u16::MAX)
    }

    fn kepala(&self) -> u32 {
        u32::try_from(self.pengantar.len()).unwrap_or(0)
    }

    fn close(&mut self) -> Hasil<()> {
        let kepala = self.kepala();
        let last_col = self.lebar().saturating_sub(1);
        let last = self.baris.saturating_sub(1).max(kepala);
        self.ws.autofilter(kepala, 0, last, last_col)?;
        self.ws.set_freeze_panes(kepala + 1, self.beku)?;
        for (col, k) in (0_u16..).zip(&self.kolom) {
            if k.isi == Isi::Nip {
                self.ws
                    .ignore_error_range(kepala, col, last, col, IgnoreError::NumberStoredAsText)?;
            }
        }
        if self.dicetak > 0 {
            let right = self.dicetak.min(self.lebar()) - 1;
            self.ws.set_print_area(0, 0, last, right)?;
        }
        self.ruang.print_out(&mut self.ws, Some((kepala, kepala)))
    }

    /// Makes room for a next row; call before writing each row.
    pub(super) fn siap(&mut self) -> Hasil<()> {
        if self.baris < self.ruang.pilihan.batas_baris {
            return Ok(());
        }
        self.close()?;
        let next = self.ruang.worksheet(self.besar)?;
        self.jadi.push(std::mem::replace(&mut self.ws, next));
        self.open()
    }

    /// The row is complete.
    pub(super) fn lanjut(&mut self) -> Hasil<()> {
        if self.baris_teks > 1 {
            // Excel would find the height by itself, LibreOffice and previews do not.
            self.ws.set_row_height(self.baris, tinggi(self.baris_teks))?;
            self.baris_teks = 1;
        }
        self.baris += 1;
        Ok(())
    }

    fn measure(&mut self, col: u16, text: &str) {
        if let Some(k) = self.kolom.get(usize::from(col)).filter(|k| k.isi == Isi::Bungkus) {
            self.baris_teks = self.baris_teks.max(baris_teks(text, k.lebar));
        }
    }

    /// Text; nothing for an empty one.
    pub(super) fn teks(&mut self, col: u16, text: &str) -> Hasil<()> {
        if !text.is_empty() {
            self.measure(col, text);
            self.ws.write_string(self.baris, col, text::sel(text))?;
        }
        Ok(())
    }

    /// Text in another format than the column's.
    pub(super) fn teks_gaya(&mut self, col: u16, text: &str, format: &Format) -> Hasil<()> {
        self.measure(col, text);
        self.ws.write_string_with_format(self.baris, col, text::sel(text), format)?;
        Ok(())
    }

    /// Text at a depth of a tree.
    pub(super) fn teks_dalam(&mut self, col: u16, text: &str, depth: usize) -> Hasil<()> {
        let formats = &self.ruang.gaya.indentasi;
        let depth = depth.min(formats.len() - 1);
        if let Some(k) = self.kolom.get(usize::from(col)).filter(|k| k.isi == Isi::Bungkus) {
            let taken = f64::from(u16::try_from(depth).unwrap_or(0)) * 1.6;
            self.baris_teks = self.baris_teks.max(baris_teks(text, k.lebar - taken));
        }
        self.ws
            .write_string_with_format(self.baris, col, text::sel(text), &formats[depth])?;
        Ok(())
    }

    /// A figure; nothing when there is none.
    pub(super) fn desimal(&mut self, col: u16, figure: Option<Desimal>) -> Hasil<()> {
        if let Some(d) = figure {
            self.ws.write_number(self.baris, col, text::angka(d))?;
        }
        Ok(())
    }

    /// A figure in another format.
    pub(super) fn desimal_gaya(&mut self, col: u16, figure: Option<Desimal>, format: &Format) -> Hasil<()> {
        match figure {
            Some(d) => self.ws.write_number_with_format(self.baris, col, text::angka(d), format)?,
            None => self.ws.write_blank(self.baris, col, format)?,
        };
        Ok(())
    }

    /// A count.
    pub(super) fn bulat(&mut self, col: u16, n: u32) -> Hasil<()> {
        self.ws.write_number(self.baris, col, n)?;
        Ok(())
    }

    /// A count in another format.
    pub(super) fn bulat_gaya(&mut self, col: u16, n: u32, format: &Format) -> Hasil<()> {
        self.ws.write_number_with_format(self.baris, col, n, format)?;
        Ok(())
    }

    /// A link inside the workbook; plain text where the sheet can hold no more of them.
    pub(super) fn tautan(&mut self, col: u16, ke: &str, text: &str) -> Hasil<()> {
        if self.tautan >= TAUTAN_TERBANYAK {
            return self.teks(col, text);
        }
        self.tautan += 1;
        let url = Url::new(ke).set_text(text::sel(text));
        self.ws.write_url_with_format(self.baris, col, url, &self.ruang.gaya.tautan)?;
        Ok(())
    }

    /// A note on a cell of this row, while the sheet can have more.
    pub(super) fn catatan(&mut self, col: u16, text: &str) -> Hasil<()> {
        if self.catatan < CATATAN_TERBANYAK {
            self.catatan += 1;
            self.ws.insert_note(self.baris, col, &catatan(text))?;
        }
        Ok(())
    }

    /// Puts this row `level` deep into the outline (Excel has seven levels).
    pub(super) fn dalam(&mut self, level: usize) -> Hasil<()> {
        for _ in 0..level.min(7) {
            self.ws.group_rows(self.baris, self.baris)?;
        }
        Ok(())
    }

    /// Branches fold up into the row above them.
    pub(super) fn atas(&mut self) {
        self.ws.group_symbols_above(true);
    }

    /// The sheet being written, for what only one sheet does.
    pub(super) fn ws(&mut self) -> &mut Worksheet {
        &mut self.ws
    }

    /// The finished sheets.
    pub(super) fn selesai(mut self) -> Hasil<Vec<Worksheet>> {
        self.close()?;
        self.jadi.push(self.ws);
        Ok(self.jadi)
    }
}

/// Lines that a text takes in a column of this width.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped to 1–27 just before
pub(super) fn baris_teks(text: &str, lebar: f64) -> u32 {
    // Words are not broken, so a little of each line is lost.
    let room = ((lebar - 2.5) * 0.95).max(1.0);
    let lines: f64 = text
        .lines()
        .map(|l| (text::hitungan(l.chars().count()) / room).ceil().max(1.0))
        .sum();
    lines.clamp(1.0, 27.0) as u32
}

/// Height in points of a row of so many lines.
pub(super) const fn tinggi(lines: u32) -> u32 {
    lines * 15
}

/// A note of a readable size.
pub(super) fn catatan(text: &str) -> Note {
    let text = text::shorten_text(text, 1_200, " …");
    let lines: usize = text.lines().map(|l| 1 + l.chars().count() / 48).sum();
    let height = u32::try_from(lines).unwrap_or(20).clamp(4, 22) * 18 + 12;
    Note::new(text)
        .set_author("skp")
        .add_author_prefix(false)
        .set_width(340)
        .set_height(height)
}
