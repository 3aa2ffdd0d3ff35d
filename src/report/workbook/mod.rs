//! The report workbook (`keluaran.md` section 5): one file per sheet, formats in one place.
//!
//! [`write()`] takes a [`Bahan`] (references to the one result value) and writes the whole workbook
//! or nothing. The same input gives the same bytes: the date is given, formats are numbered before
//! any sheet is filled, and no order depends on a thread or a hash map. Text from the data is
//! always written as text, never as a formula.

mod aturan;
mod bahan;
mod belum;
mod distribusi;
mod hasil;
mod index;
mod jejak;
mod kaskade;
mod kuadran;
mod law;
mod masukan;
mod matriks;
mod phrases;
mod rincian;
mod sheet_names;
mod sheet_table;
mod sheets;
mod styles;
mod summary;
mod temuan;
mod text;
mod unit;

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::UNIX_EPOCH;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Worksheet};

use crate::base::output_file::Outputs;
use crate::base::own;
use crate::base::workbook_file::{WorkbookError, WorkbookFile};

pub use bahan::{Bahan, Pilihan};
pub use sheets::{Lembar, LembarTidakDikenal};

use index::Indeks;
use sheet_table::Ruang;
use styles::Styles;

/// Compression that halves the writing at 5 % more bytes (`kecepatan.md`).
const PEMADATAN: u8 = 3;

/// Writes the report to `path`, among the outputs of the run.
///
/// # Errors
/// [`WorkbookError`]: the file cannot be put there, the disk is full … Nothing is left behind then.
pub fn write(bahan: &Bahan<'_>, pilihan: &Pilihan, outputs: &mut Outputs, path: &Path) -> Result<(), WorkbookError> {
    let place = WorkbookFile::new(path);
    let mut workbook = place.workbook()?;
    workbook.set_zip_compression_level(PEMADATAN);
    workbook.set_properties(&properti(bahan));
    let gaya = Styles::new();
    gaya.register(&mut workbook);
    let ruang = Ruang {
        bahan: *bahan,
        pilihan,
        gaya,
        indeks: Indeks::new(bahan, pilihan),
        pabrik: Mutex::new(workbook),
        kepala_cetak: kepala_cetak(bahan),
        kaki_cetak: kaki_cetak(bahan),
    };

    let sheets = isi(&ruang, &place)?;
    let mut workbook = ruang.pabrik.into_inner().unwrap_or_else(PoisonError::into_inner);
    for (n, mut sheet) in sheets.into_iter().enumerate() {
        if n == 0 {
            sheet.set_active(true);
        }
        workbook.push_worksheet(sheet);
    }
    place.save(&mut workbook, outputs)
}

/// All sheets in order. The input sheets are about as much work as all others together, so they
/// are filled on a second thread.
fn isi(ruang: &Ruang<'_>, place: &WorkbookFile) -> Result<Vec<Worksheet>, WorkbookError> {
    let fill = |which: &[Lembar]| -> Result<Vec<(Lembar, Vec<Worksheet>)>, WorkbookError> {
        place.contained(|| {
            which
                .iter()
                .map(|&l| Ok((l, satu(ruang, l).map_err(|e| place.error(e))?)))
                .collect::<Result<Vec<_>, _>>()
        })
    };
    let (inputs, others): (Vec<Lembar>, Vec<Lembar>) = ruang.pilihan.lembar.iter().partition(|l| **l == Lembar::Masukan);
    let (first, second) = rayon::join(|| fill(&others), || fill(&inputs));
    let mut sheets = first?;
    sheets.extend(second?);
    sheets.sort_by_key(|(lembar, _)| *lembar);
    Ok(sheets.into_iter().flat_map(|(_, s)| s).collect())
}

fn satu(ruang: &Ruang<'_>, lembar: Lembar) -> sheet_table::Hasil<Vec<Worksheet>> {
    match lembar {
        Lembar::Ringkasan => summary::write(ruang),
        Lembar::Hasil => hasil::write(ruang),
        Lembar::Rincian => rincian::write(ruang),
        Lembar::Unit => unit::write(ruang),
        Lembar::Distribusi => distribusi::write(ruang),
        Lembar::Kuadran => kuadran::write(ruang),
        Lembar::Kaskade => kaskade::write(ruang),
        Lembar::Matriks => matriks::write(ruang),
        Lembar::Temuan => temuan::write(ruang),
        Lembar::Belum => belum::write(ruang),
        Lembar::Masukan => masukan::write(ruang),
        Lembar::Aturan => aturan::write(ruang),
        Lembar::Jejak => jejak::write(ruang),
    }
}

fn properti(bahan: &Bahan<'_>) -> DocProperties {
    let seconds = bahan.tanggal.duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    let date = i64::try_from(seconds)
        .ok()
        .and_then(|s| ExcelDateTime::from_timestamp(s).ok())
        .unwrap_or_default();
    DocProperties::new()
        .set_title(format!("Laporan kinerja {}", bahan.data.periode))
        .set_author("skp")
        .set_custom_property(own::PROPERTY, own::REPORT)
        .set_company(text::shorten_text(bahan.instansi(), 200, "…"))
        .set_creation_datetime(&date)
}

/// `&` begins a code in headers and footers; a name with one doubles it.
fn print_out(text: &str, batas: usize) -> String {
    text::shorten_text(text, batas, "…").replace('&', "&&")
}

fn kepala_cetak(bahan: &Bahan<'_>) -> String {
    format!(
        "&L&B{}&RLaporan kinerja {}",
        print_out(bahan.instansi(), 80),
        bahan.data.periode
    )
}

fn kaki_cetak(bahan: &Bahan<'_>) -> String {
    format!(
        "&L&A&CHalaman &P dari &N&Rskp {} · {}",
        print_out(bahan.versi, 20),
        print_out(&bahan.aturan.id, 60)
    )
}
