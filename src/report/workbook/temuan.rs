//! Temuan: every finding, with a link to its cell on the annotated input sheet.

use std::fmt::Write as _;

use rust_xlsxwriter::Worksheet;

use crate::finding::{Finding, Level};

use super::sheet_table::{Hasil, Ruang, Tabel, kolom};
use super::sheets::Lembar;
use super::styles::{Isi, lambang};

/// Writes the sheet.
pub(super) fn write(ruang: &Ruang<'_>) -> Hasil<Vec<Worksheet>> {
    let bahan = &ruang.bahan;
    let columns = vec![
        kolom("Kode", 9.0, Isi::Text),
        kolom("Tingkat", 14.0, Isi::Text),
        kolom("Apa yang keliru", 50.0, Isi::Bungkus),
        kolom("Cara memperbaiki", 48.0, Isi::Bungkus),
        kolom("Ke sel", 20.0, Isi::Text),
        kolom("Tertulis", 21.0, Isi::Nip),
        kolom("NIP", 20.0, Isi::Nip),
        kolom("Dasar", 30.0, Isi::Bungkus),
        kolom("Berkas", 24.0, Isi::Text),
        kolom("Lembar", 16.0, Isi::Text),
        kolom("Sel", 8.0, Isi::Text),
        kolom("Kolom", 18.0, Isi::Text),
        kolom("Seharusnya", 28.0, Isi::Bungkus),
        kolom("Kode RHK", 11.0, Isi::Nip),
        kolom("Unit kerja", 28.0, Isi::Text),
    ];
    let title = vec![
        format!(
            "Temuan: {} galat, {} peringatan, {} catatan",
            bahan.temuan(Level::Galat),
            bahan.temuan(Level::Peringatan),
            bahan.temuan(Level::Catatan)
        ),
        "✗ galat harus diperbaiki · ▲ peringatan perlu dilihat · ● catatan untuk diketahui. Klik \"Ke sel\" untuk melihat selnya di lembar masukan.".to_owned(),
    ];
    let mut t = Tabel::new(ruang, Lembar::Temuan, columns, 2, title, bahan.findings.len())?;
    t.cetak_kolom(8);
    for f in bahan.findings {
        t.siap()?;
        baris(&mut t, f)?;
        t.lanjut()?;
    }
    t.selesai()
}

fn baris(t: &mut Tabel<'_, '_>, f: &Finding) -> Hasil<()> {
    let ruang = t.ruang;
    t.teks(0, f.kode)?;
    t.teks_gaya(1, lambang(f.tingkat), ruang.gaya.tanda(f.tingkat, Isi::Text))?;
    t.teks(2, &f.pesan)?;
    t.teks(3, &f.saran)?;
    if let Some(at) = f.at
        && let Some(link) = ruang.indeks.ke_masukan(at)
    {
        let text = match &f.lembar {
            Some(sheet) => format!("{sheet}!{}", at.a1()),
            None => at.a1(),
        };
        t.tautan(4, &link, &text)?;
    }
    t.teks(5, f.nilai.as_deref().unwrap_or_default())?;
    t.teks(6, f.nip.as_deref().unwrap_or_default())?;
    t.teks(7, &f.acuan)?;
    t.teks(8, f.berkas.as_deref().unwrap_or_default())?;
    t.teks(9, f.lembar.as_deref().unwrap_or_default())?;
    t.teks(10, f.sel.as_deref().unwrap_or_default())?;
    t.teks(11, f.kolom.as_deref().unwrap_or_default())?;
    t.teks(12, f.harapan.as_deref().unwrap_or_default())?;
    t.teks(13, f.kode_rhk.as_deref().unwrap_or_default())?;
    t.teks(14, f.unit_kerja.as_deref().unwrap_or_default())
}

/// The text of a note about some findings: code, what, remedy, why.
pub(super) fn catatan<'f>(findings: impl Iterator<Item = &'f Finding>) -> String {
    const TERBANYAK: usize = 4;
    let mut out = String::new();
    let mut left = 0_usize;
    for (n, f) in findings.enumerate() {
        if n >= TERBANYAK {
            left += 1;
            continue;
        }
        if n > 0 {
            out.push_str("\n\n");
        }
        let _ = write!(
            out,
            "{} ({})\n{}\nPerbaikan: {}\nDasar: {}",
            f.kode,
            f.tingkat.as_str(),
            f.pesan,
            f.saran,
            f.acuan
        );
    }
    if left > 0 {
        let _ = write!(out, "\n\n… dan {left} temuan lagi; lihat lembar Temuan.");
    }
    out
}
