//! Sums along `unit_induk`: each unit with all that stands below it, for the Unit sheet.

use std::collections::HashMap;

use super::distribusi::{Counts, at_place};
use super::result::{HasilUnit, Scores, Status};
use crate::base::figure::{Desimal, Rasio};
use crate::base::text::match_key;
use crate::model::{Data, Text};
use crate::rules::Aturan;

/// A unit and all below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitBertingkat {
    /// Name.
    pub unit_kerja: Text,
    /// 0 at the top.
    pub tingkat: u32,
    /// Index in [`Scores::unit`]; `None` for a unit above without people of its own.
    pub unit: Option<usize>,
    /// How many units follow it that stand below it; 0 = none.
    pub di_bawah: usize,
    /// The chain of `unit_induk` above it runs into itself; it was cut here.
    pub berputar: bool,
    /// People, its own and those below.
    pub jumlah: u32,
    /// People scored.
    pub dinilai: u32,
    /// People excepted.
    pub dikecualikan: u32,
    /// People scored per predikat, best first.
    pub predikat: Counts,
    /// Mean nilai kinerja over them, rounded as that of a unit.
    pub rata_rata_nilai: Option<Desimal>,
}

/// A unit in the tree being built.
struct Node {
    nama: Text,
    unit: Option<usize>,
    induk: Option<usize>,
    berputar: bool,
}

/// What is summed.
#[derive(Clone, Copy, Default)]
struct Isi {
    jumlah: u32,
    dinilai: u32,
    dikecualikan: u32,
    predikat: Counts,
    nilai: Desimal,
    bernilai: u32,
}

impl Isi {
    fn push_more(&mut self, lain: &Self) {
        self.jumlah += lain.jumlah;
        self.dinilai += lain.dinilai;
        self.dikecualikan += lain.dikecualikan;
        for (a, b) in self.predikat.iter_mut().zip(lain.predikat) {
            *a += b;
        }
        // At most 2^32 people with nilai up to 120: far inside 28 digits.
        self.nilai += lain.nilai;
        self.bernilai += lain.bernilai;
    }
}

/// All units as a tree in reading order: a unit, then what stands below it; side by side in the
/// order of the `unit` table, those it does not name after them. Units above that have no people of
/// their own are there too. A chain that runs into itself is cut at its unit that
/// appears first, so that everybody is counted once at every level.
pub fn bertingkat(data: &Data, scores: &Scores, aturan: &Aturan) -> Vec<UnitBertingkat> {
    let mut simpul = pohon(data, &scores.unit);
    potong_lingkaran(&mut simpul);
    let n = simpul.len();
    let mut anak: Vec<Vec<usize>> = vec![Vec::new(); n];
    let mut akar: Vec<usize> = Vec::new();
    for i in urut_tabel(data, &simpul) {
        match simpul[i].induk {
            Some(induk) => anak[induk].push(i),
            None => akar.push(i),
        }
    }
    // Reading order by an explicit stack: a chain may be as long as there are units.
    let mut urut: Vec<(usize, u32)> = Vec::with_capacity(n);
    let mut tumpukan: Vec<(usize, u32)> = akar.into_iter().rev().map(|i| (i, 0)).collect();
    while let Some((i, tingkat)) = tumpukan.pop() {
        urut.push((i, tingkat));
        tumpukan.extend(anak[i].iter().rev().map(|&a| (a, tingkat + 1)));
    }
    let mut isi: Vec<Isi> = simpul
        .iter()
        .map(|s| s.unit.map(|u| isi_sendiri(scores, &scores.unit[u])).unwrap_or_default())
        .collect();
    // Whoever stands below comes later in the reading order.
    let mut di_bawah = vec![0_usize; n];
    for &(i, _) in urut.iter().rev() {
        if let Some(induk) = simpul[i].induk {
            let bawah = isi[i];
            isi[induk].push_more(&bawah);
            di_bawah[induk] += di_bawah[i] + 1;
        }
    }
    let desimal = aturan.pembulatan.pembulatan_nilai.nilai.rata_rata_unit;
    urut.into_iter()
        .map(|(i, tingkat)| UnitBertingkat {
            unit_kerja: simpul[i].nama.clone(),
            tingkat,
            unit: simpul[i].unit,
            di_bawah: di_bawah[i],
            berputar: simpul[i].berputar,
            jumlah: isi[i].jumlah,
            dinilai: isi[i].dinilai,
            dikecualikan: isi[i].dikecualikan,
            predikat: isi[i].predikat,
            rata_rata_nilai: Rasio::from(isi[i].nilai)
                .per(Rasio::int(i64::from(isi[i].bernilai)))
                .and_then(|r| r.round(desimal))
                .ok(),
        })
        .collect()
}

/// Indices in the order of the `unit` table; what it does not name comes after, as it appeared.
fn urut_tabel(data: &Data, simpul: &[Node]) -> Vec<usize> {
    let mut baris: HashMap<Text, usize> = HashMap::new();
    for (i, u) in data.unit.iter().enumerate() {
        baris.entry(match_key(&u.unit_kerja)).or_insert(i);
    }
    let mut urut: Vec<usize> = (0..simpul.len()).collect();
    urut.sort_by_cached_key(|&i| (baris.get(&match_key(&simpul[i].nama)).copied().unwrap_or(usize::MAX), i));
    urut
}

fn isi_sendiri(scores: &Scores, unit: &HasilUnit) -> Isi {
    let mut isi = Isi::default();
    for id in &unit.anggota {
        isi.jumlah += 1;
        let Some(p) = scores.pegawai.get(id.0 as usize) else {
            continue;
        };
        isi.dikecualikan += u32::from(p.status == Status::Dikecualikan);
        if p.status != Status::Dinilai {
            continue;
        }
        isi.dinilai += 1;
        if let Some(predikat) = p.predikat_kinerja {
            isi.predikat[at_place(predikat)] += 1;
        }
        if let Some(nilai) = p.nilai_kinerja {
            isi.nilai += nilai;
            isi.bernilai += 1;
        }
    }
    isi
}

/// The units and all above them, each once.
fn pohon(data: &Data, unit: &[HasilUnit]) -> Vec<Node> {
    let mut letak: HashMap<Text, usize> = HashMap::new();
    let mut simpul: Vec<Node> = Vec::new();
    let mut induk: Vec<Option<Text>> = Vec::new();
    for (i, u) in unit.iter().enumerate() {
        letak.entry(match_key(&u.unit_kerja)).or_insert(i);
        simpul.push(Node {
            nama: u.unit_kerja.clone(),
            unit: Some(i),
            induk: None,
            berputar: false,
        });
        induk.push(u.unit_induk.clone());
    }
    let mut i = 0;
    while i < simpul.len() {
        if let Some(nama) = induk[i].take().filter(|n| !n.trim().is_empty()) {
            let di = *letak.entry(match_key(&nama)).or_insert_with(|| {
                let baris = data.unit(&nama);
                simpul.push(Node {
                    nama: baris.map_or_else(|| nama.clone(), |u| u.unit_kerja.clone()),
                    unit: None,
                    induk: None,
                    berputar: false,
                });
                induk.push(baris.and_then(|u| u.unit_induk.clone()));
                simpul.len() - 1
            });
            simpul[i].induk = Some(di);
        }
        i += 1;
    }
    simpul
}

/// Every unit has at most one above it, so a walk upwards ends, meets an earlier walk, or runs
/// into itself.
fn potong_lingkaran(simpul: &mut [Node]) {
    let mut jalan_ke = vec![usize::MAX; simpul.len()];
    for awal in 0..simpul.len() {
        let mut jalan: Vec<usize> = Vec::new();
        let mut di = Some(awal);
        while let Some(i) = di {
            if jalan_ke[i] != usize::MAX {
                if jalan_ke[i] == awal {
                    let lingkaran = jalan.iter().copied().skip_while(|j| *j != i);
                    if let Some(pertama) = lingkaran.min() {
                        simpul[pertama].induk = None;
                        simpul[pertama].berputar = true;
                    }
                }
                break;
            }
            jalan_ke[i] = awal;
            jalan.push(i);
            di = simpul[i].induk;
        }
    }
}
