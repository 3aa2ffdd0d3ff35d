//! Aturan: every parameter of the rule set with acuan and keyakinan; assumptions in use stand out.

use rust_xlsxwriter::Worksheet;

use super::law;
use super::sheet_table::{Hasil, Ruang, Tabel, kolom};
use super::sheets::Lembar;
use super::styles::Isi;

/// Writes the sheet.
pub(super) fn write(ruang: &Ruang<'_>) -> Hasil<Vec<Worksheet>> {
    let bahan = &ruang.bahan;
    let columns = vec![
        kolom("Bagian", 22.0, Isi::Text),
        kolom("Parameter", 30.0, Isi::Text),
        kolom("Nilai", 62.0, Isi::Bungkus),
        kolom("Keyakinan", 13.0, Isi::Text),
        kolom("Dipakai", 20.0, Isi::Text),
        kolom("Acuan", 46.0, Isi::Bungkus),
        kolom("Berlaku", 24.0, Isi::Text),
        kolom("Asal", 20.0, Isi::Text),
        kolom("Catatan", 46.0, Isi::Bungkus),
    ];
    let title = vec![
        format!("Aturan yang dipakai: {}", law::judul(bahan.aturan)),
        "Keyakinan: teks = dibaca dari bunyi peraturan · sekunder = beberapa sumber lain sepakat · tafsir = dari contoh atau hitungan · asumsi = belum ada sumber, perlu ditegaskan instansi.".to_owned(),
    ];
    let parameters = bahan.aturan.parameter();
    let mut t = Tabel::new(ruang, Lembar::Aturan, columns, 2, title, parameters.len())?;
    for p in &parameters {
        t.siap()?;
        let asumsi = bahan.scores.asumsi.iter().any(|k| k == p.kunci);
        t.teks(0, &p.bagian.replace('_', " "))?;
        t.teks(2, &p.nilai)?;
        if asumsi {
            t.teks_gaya(1, p.kunci, &ruang.gaya.sorot)?;
            t.teks_gaya(3, p.keyakinan.as_str(), &ruang.gaya.sorot)?;
            t.teks_gaya(4, "▲ asumsi dipakai", &ruang.gaya.sorot)?;
        } else {
            t.teks(1, p.kunci)?;
            t.teks(3, p.keyakinan.as_str())?;
            if p.dipakai(&bahan.scores.pakai) {
                t.teks(4, "ya")?;
            }
        }
        t.teks(5, p.acuan)?;
        t.teks(6, &p.berlaku())?;
        t.teks(7, p.asal)?;
        t.teks(8, p.catatan.unwrap_or_default())?;
        t.lanjut()?;
    }
    t.selesai()
}
