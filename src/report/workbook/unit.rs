//! Unit: a row per unit in the order of the tree, and a sum for every unit that has others below it.

use rust_xlsxwriter::Worksheet;

use crate::base::figure::Desimal;
use crate::model::vocab::Word;
use crate::rules::Rezim;
use crate::score::unit_rollup::{UnitBertingkat, bertingkat};
use crate::score::{HasilUnit, Status};

use super::sheet_table::{Hasil, Kolom, Ruang, Tabel, kolom};
use super::sheets::Lembar;
use super::styles::Isi;
use crate::report::words::count;

/// Counts of a unit, or of a unit with all below it.
struct Angka {
    jumlah: u32,
    dinilai: u32,
    dikecualikan: u32,
    predikat: Vec<u32>,
}

impl Angka {
    fn sendiri(ruang: &Ruang<'_>, unit: &HasilUnit) -> Self {
        let excepted = unit
            .anggota
            .iter()
            .filter(|id| ruang.bahan.scores.pegawai[id.0 as usize].status == Status::Dikecualikan);
        Self {
            jumlah: unit.jumlah,
            dinilai: unit.dinilai,
            dikecualikan: u32::try_from(excepted.count()).unwrap_or(0),
            predikat: unit.predikat.iter().map(|&(_, n)| n).collect(),
        }
    }

    fn bersama(unit: &UnitBertingkat) -> Self {
        Self {
            jumlah: unit.jumlah,
            dinilai: unit.dinilai,
            dikecualikan: unit.dikecualikan,
            predikat: unit.predikat.to_vec(),
        }
    }
}

/// Writes the sheet.
pub(super) fn write(ruang: &Ruang<'_>) -> Hasil<Vec<Worksheet>> {
    let bahan = &ruang.bahan;
    let numerik = bahan.aturan.rezim == Rezim::Numerik;
    let labels: Vec<&'static str> = bahan
        .scores
        .unit
        .first()
        .map_or_else(Vec::new, |u| u.predikat.iter().map(|p| p.0).collect());
    let mut columns = vec![
        kolom("Unit kerja", 46.0, Isi::Bungkus),
        kolom("Unit induk", 28.0, Isi::Bungkus),
        kolom("Predikat organisasi", 16.0, Isi::Text),
        kolom("Pegawai", 9.0, Isi::Bulat),
        kolom("Dinilai", 9.0, Isi::Bulat),
        kolom("Belum dapat dinilai", 10.0, Isi::Bulat),
        kolom("Dikecualikan", 12.0, Isi::Bulat),
    ];
    columns.extend(labels.iter().map(|label| kolom(label, 10.0, Isi::Bulat)));
    if numerik {
        columns.push(kolom("Rata-rata nilai", 11.0, Isi::Desimal));
    }
    columns.push(Kolom {
        judul: "Sebaran predikat",
        lebar: 46.0,
        isi: Isi::Bungkus,
    });

    let order = bertingkat(bahan.data, bahan.scores, bahan.aturan);
    let title = vec![
        format!("Unit kerja: {} unit", count(bahan.scores.unit.len())),
        "Baris \"Jumlah\" menghitung unit itu bersama semua unit di bawahnya. Unit yang menjorok ke kanan berada di bawah unit di atasnya.".to_owned(),
    ];
    let mut t = Tabel::new(ruang, Lembar::Unit, columns, 1, title, order.len() * 2)?;
    for node in &order {
        let depth = node.tingkat as usize;
        let indent = "    ".repeat(depth.min(8));
        if let Some(unit) = node.unit.map(|i| &bahan.scores.unit[i]) {
            t.siap()?;
            t.teks_dalam(0, &unit.unit_kerja, depth + 1)?;
            t.teks(1, unit.unit_induk.as_deref().unwrap_or_default())?;
            t.teks(2, unit.predikat_organisasi.map_or("", Word::as_str))?;
            angka_baris(&mut t, &Angka::sendiri(ruang, unit), unit.rata_rata_nilai, numerik, false)?;
            sebaran(&mut t, unit, labels.len(), numerik)?;
            t.lanjut()?;
        }
        if node.di_bawah > 0 {
            t.siap()?;
            for col in 1..3 {
                t.teks_gaya(col, "", &ruang.gaya.jumlah)?;
            }
            let text = format!("{indent}Jumlah {} dan di bawahnya", node.unit_kerja);
            t.teks_gaya(0, &text, &ruang.gaya.jumlah)?;
            angka_baris(&mut t, &Angka::bersama(node), node.rata_rata_nilai, numerik, true)?;
            t.lanjut()?;
        }
    }
    t.selesai()
}

fn angka_baris(t: &mut Tabel<'_, '_>, a: &Angka, mean: Option<Desimal>, numerik: bool, sum: bool) -> Hasil<()> {
    let belum = a.jumlah.saturating_sub(a.dinilai).saturating_sub(a.dikecualikan);
    let gaya = &t.ruang.gaya;
    let counts = [a.jumlah, a.dinilai, belum, a.dikecualikan]
        .into_iter()
        .chain(a.predikat.iter().copied());
    let mut col = 3;
    for n in counts {
        if sum {
            t.bulat_gaya(col, n, &gaya.jumlah_bulat)?;
        } else {
            t.bulat(col, n)?;
        }
        col += 1;
    }
    if numerik {
        if sum {
            t.desimal_gaya(col, mean, &gaya.jumlah_desimal)?;
        } else {
            t.desimal(col, mean)?;
        }
    }
    Ok(())
}

fn sebaran(t: &mut Tabel<'_, '_>, unit: &HasilUnit, labels: usize, numerik: bool) -> Hasil<()> {
    let col = u16::try_from(7 + labels + usize::from(numerik)).unwrap_or(u16::MAX);
    let text = super::distribusi::kesimpulan(unit);
    match &unit.distribusi {
        Some(d) if d.menyimpang() => {
            let format = t.ruang.gaya.tanda(crate::finding::Level::Peringatan, Isi::Bungkus);
            t.teks_gaya(col, &text, format)
        }
        _ => t.teks(col, &text),
    }
}
