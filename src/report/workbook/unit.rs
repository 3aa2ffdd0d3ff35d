//! Unit: a row per unit in the order of the tree, and a sum for every unit that has others below it.

use std::collections::{HashMap, HashSet};

use rust_xlsxwriter::Worksheet;

use crate::figure::{Desimal, Rasio};
use crate::model::Teks;
use crate::model::unit::kunci;
use crate::model::vocab::Word;
use crate::rules::Rezim;
use crate::score::{HasilUnit, Status};

use super::lembar::Lembar;
use super::styles::Isi;
use super::tabel::{Hasil, Kolom, Ruang, Tabel, kolom};
use crate::report::words::count;

/// Counts of a unit, or of a unit with all below it.
#[derive(Debug, Clone, Default)]
struct Angka {
    jumlah: u32,
    dinilai: u32,
    dikecualikan: u32,
    predikat: Vec<u32>,
    nilai: Vec<Desimal>,
}

impl Angka {
    fn dari(ruang: &Ruang<'_>, unit: &HasilUnit) -> Self {
        let people = || unit.anggota.iter().map(|id| &ruang.bahan.scores.pegawai[id.0 as usize]);
        Self {
            jumlah: unit.jumlah,
            dinilai: unit.dinilai,
            dikecualikan: u32::try_from(people().filter(|p| p.status == Status::Dikecualikan).count()).unwrap_or(0),
            predikat: unit.predikat.iter().map(|&(_, n)| n).collect(),
            nilai: people()
                .filter(|p| p.status == Status::Dinilai)
                .filter_map(|p| p.nilai_kinerja)
                .collect(),
        }
    }

    fn tambah(&mut self, other: &Self) {
        self.jumlah += other.jumlah;
        self.dinilai += other.dinilai;
        self.dikecualikan += other.dikecualikan;
        self.predikat.resize(self.predikat.len().max(other.predikat.len()), 0);
        for (mine, theirs) in self.predikat.iter_mut().zip(&other.predikat) {
            *mine += theirs;
        }
        self.nilai.extend_from_slice(&other.nilai);
    }

    /// Mean over the people, exact, rounded once like the mean of a unit.
    fn rata_rata(&self) -> Option<Desimal> {
        Rasio::mean(self.nilai.iter().map(|&d| d.into()))
            .and_then(|m| m.round(2))
            .ok()
    }
}

/// The unit tree: what hangs on what, by key.
struct Pohon<'a> {
    nama: HashMap<Teks, &'a str>,
    anak: HashMap<Teks, Vec<Teks>>,
    akar: Vec<Teks>,
    hasil: HashMap<Teks, &'a HasilUnit>,
}

impl<'a> Pohon<'a> {
    fn new(ruang: &Ruang<'a>) -> Self {
        let bahan = ruang.bahan;
        let rows = bahan
            .data
            .unit
            .iter()
            .map(|u| (&*u.unit_kerja, u.unit_induk.as_deref()))
            .chain(bahan.scores.unit.iter().map(|u| (&*u.unit_kerja, u.unit_induk.as_deref())));
        let mut tree = Self {
            nama: HashMap::new(),
            anak: HashMap::new(),
            akar: Vec::new(),
            hasil: HashMap::new(),
        };
        let mut order: Vec<(Teks, Option<Teks>)> = Vec::new();
        for (unit, induk) in rows {
            let key = kunci(unit);
            let induk = induk.map(|i| {
                let induk_key = kunci(i);
                tree.nama.entry(induk_key.clone()).or_insert(i);
                induk_key
            });
            tree.nama.insert(key.clone(), unit);
            order.push((key, induk.filter(|i| !i.is_empty())));
        }
        let mut placed = HashSet::new();
        for (key, induk) in &order {
            if placed.insert(key.clone()) {
                match induk {
                    Some(induk) if induk != key => tree.anak.entry(induk.clone()).or_default().push(key.clone()),
                    _ => tree.akar.push(key.clone()),
                }
            }
        }
        // A unit induk that has no row of its own is a root.
        for (_, induk) in &order {
            if let Some(induk) = induk
                && placed.insert(induk.clone())
            {
                tree.akar.push(induk.clone());
            }
        }
        tree.hasil = bahan.scores.unit.iter().map(|u| (kunci(&u.unit_kerja), u)).collect();
        tree
    }

    /// Units in the order of the tree with their depth. Units in a circle come last, at depth 0.
    fn urut(&self) -> Vec<(Teks, usize)> {
        let mut out = Vec::new();
        let mut seen = HashSet::new();
        let mut visit = |root: &Teks| {
            let mut stack = vec![(root.clone(), 0)];
            while let Some((key, depth)) = stack.pop() {
                if !seen.insert(key.clone()) {
                    continue;
                }
                for child in self.anak.get(&key).into_iter().flatten().rev() {
                    stack.push((child.clone(), depth + 1));
                }
                out.push((key, depth));
            }
        };
        self.akar.iter().for_each(&mut visit);
        let mut rest: Vec<&Teks> = self.anak.keys().collect();
        rest.sort_unstable();
        rest.into_iter().for_each(&mut visit);
        out
    }
}

/// Writes the sheet.
pub(super) fn tulis(ruang: &Ruang<'_>) -> Hasil<Vec<Worksheet>> {
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
        kolom("Predikat organisasi", 16.0, Isi::Teks),
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

    let tree = Pohon::new(ruang);
    let order = tree.urut();
    let own: Vec<Option<Angka>> = order
        .iter()
        .map(|(k, _)| tree.hasil.get(k).map(|u| Angka::dari(ruang, u)))
        .collect();
    let title = vec![
        format!("Unit kerja: {} unit", count(bahan.scores.unit.len())),
        "Baris \"Jumlah\" menghitung unit itu bersama semua unit di bawahnya. Unit yang menjorok ke kanan berada di bawah unit di atasnya.".to_owned(),
    ];
    let mut t = Tabel::new(ruang, Lembar::Unit, columns, 1, title, order.len() * 2)?;
    for (i, (key, depth)) in order.iter().enumerate() {
        let depth = *depth;
        let end = order[i + 1..]
            .iter()
            .position(|(_, d)| *d <= depth)
            .map_or(order.len(), |n| i + 1 + n);
        let name = tree.nama.get(key).copied().unwrap_or_default();
        let indent = "    ".repeat(depth.min(8));
        if let (Some(unit), Some(angka)) = (tree.hasil.get(key), &own[i]) {
            t.siap()?;
            t.teks_dalam(0, &unit.unit_kerja, depth + 1)?;
            t.teks(1, unit.unit_induk.as_deref().unwrap_or_default())?;
            t.teks(2, unit.predikat_organisasi.map_or("", Word::as_str))?;
            angka_baris(&mut t, angka, unit.rata_rata_nilai, numerik, false)?;
            sebaran(&mut t, unit, labels.len(), numerik)?;
            t.lanjut()?;
        }
        if end > i + 1 {
            let mut sum = Angka::default();
            own[i..end].iter().flatten().for_each(|a| sum.tambah(a));
            if sum.jumlah > 0 {
                sum.predikat.resize(labels.len(), 0);
                t.siap()?;
                for col in 1..3 {
                    t.teks_gaya(col, "", &ruang.gaya.jumlah)?;
                }
                t.teks_gaya(0, &format!("{indent}Jumlah {name} dan di bawahnya"), &ruang.gaya.jumlah)?;
                let mean = sum.rata_rata();
                angka_baris(&mut t, &sum, mean, numerik, true)?;
                t.lanjut()?;
            }
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
        Some(d) if !d.sesuai && d.mungkin => {
            let format = t.ruang.gaya.tanda(crate::finding::Tingkat::Peringatan, Isi::Bungkus);
            t.teks_gaya(col, &text, format)
        }
        _ => t.teks(col, &text),
    }
}
