//! Units: who belongs to which, counts, means, ranks, distribution, and the sums along `unit_induk`.

use std::collections::{BTreeMap, HashMap};

use super::distribusi::{self, Counts, at_place};
use super::result::{HasilPegawai, HasilUnit, Status};
use super::run::ScoreOptions;
use crate::base::figure::{Desimal, Rasio};
use crate::base::text::match_key;
use crate::model::vocab::{Predikat, Word};
use crate::model::{Data, PegawaiId, Text};
use crate::rules::values::Pengelompokan;
use crate::rules::{Aturan, Rezim, Usage};

/// Units with people in them, by first appearance, with distribution; fills in
/// [`HasilPegawai::peringkat_unit`]. Of the options `kelompok` and `predikat_organisasi` count; the
/// latter is for units for which the `unit` table says none (a faulty cell there is not nothing).
///
/// People belong to the unit of their last posting. Grouped by induk the units are those one step up
/// (a unit without induk stays itself); the rank stays within the unit kerja. Excepted people
/// count in `jumlah`, only people scored count in anything else.
pub fn compute(
    data: &Data,
    pegawai: &mut [HasilPegawai],
    aturan: &Aturan,
    options: &ScoreOptions,
    pemakaian: &mut Usage,
) -> Vec<HasilUnit> {
    peringkat(pegawai);
    let kelompok = options
        .kelompok
        .unwrap_or_else(|| *aturan.kelompok.pengelompokan.used(pemakaian));
    let mut letak: HashMap<Text, usize> = HashMap::new();
    let mut unit: Vec<UnitDraft> = Vec::new();
    for (i, p) in pegawai.iter().enumerate() {
        let nama = match kelompok {
            Pengelompokan::Unit => p.unit_kerja.clone(),
            Pengelompokan::Induk => induk(data, p).unwrap_or_else(|| p.unit_kerja.clone()),
        };
        let k = match_key(&nama);
        let di = *letak.entry(k).or_insert_with(|| {
            unit.push(UnitDraft {
                nama: data.unit(&nama).map_or(nama, |u| u.unit_kerja.clone()),
                induk: None,
                anggota: Vec::new(),
            });
            unit.len() - 1
        });
        let u = &mut unit[di];
        if u.induk.is_none() {
            u.induk = match kelompok {
                Pengelompokan::Unit => induk(data, p),
                Pengelompokan::Induk => data.unit(&u.nama).and_then(|x| x.unit_induk.clone()).filter(berisi),
            };
        }
        u.anggota.push(i);
    }
    unit.into_iter()
        .map(|u| u.selesai(data, pegawai, aturan, options, pemakaian))
        .collect()
}

/// A unit being put together.
struct UnitDraft {
    nama: Text,
    induk: Option<Text>,
    /// Indices of the results.
    anggota: Vec<usize>,
}

/// The unit above a person's unit: from the `unit` table, else as the person's own row says it.
fn induk(data: &Data, p: &HasilPegawai) -> Option<Text> {
    match data.unit(&p.unit_kerja) {
        Some(u) => u.unit_induk.clone(),
        None => data.pegawai(p.id).posting_terakhir().and_then(|x| x.unit_induk.clone()),
    }
    .filter(berisi)
}

fn berisi(nama: &Text) -> bool {
    !nama.trim().is_empty()
}

impl UnitDraft {
    fn selesai(
        self,
        data: &Data,
        pegawai: &[HasilPegawai],
        aturan: &Aturan,
        options: &ScoreOptions,
        pemakaian: &mut Usage,
    ) -> HasilUnit {
        let baris = data.unit(&self.nama);
        let organisasi = match baris.map(|u| &u.predikat_organisasi) {
            Some(sel) if !sel.is_empty() => sel.get().copied(),
            _ => options.predikat_organisasi,
        };
        let pimpinan = baris.and_then(|u| u.nip_pimpinan.get()).and_then(|nip| data.find(nip));
        let dinilai: Vec<&HasilPegawai> = self
            .anggota
            .iter()
            .map(|&i| &pegawai[i])
            .filter(|p| p.status == Status::Dinilai)
            .collect();
        let hitung = |orang: &mut dyn Iterator<Item = &HasilPegawai>| {
            let mut jumlah: Counts = [0; 5];
            for predikat in orang.filter_map(|p| p.predikat_kinerja) {
                jumlah[at_place(predikat)] += 1;
            }
            jumlah
        };
        let semua = hitung(&mut dinilai.iter().copied());
        let dalam_n: Vec<&HasilPegawai> = match pimpinan {
            Some(kepala) if !*aturan.kelompok.pimpinan_dihitung.used(pemakaian) => {
                dinilai.iter().copied().filter(|p| p.id != kepala).collect()
            }
            _ => dinilai.clone(),
        };
        let jumlah = hitung(&mut dalam_n.iter().copied());
        let kosong = jumlah.iter().all(|n| *n == 0);
        let mut distribusi = if kosong {
            None
        } else {
            distribusi::kaidah(aturan, organisasi, pemakaian).and_then(|k| distribusi::periksa(jumlah, &k, aturan))
        };
        if let Some(d) = &mut distribusi
            && aturan.rezim == Rezim::Numerik
        {
            terdekat(d, &dalam_n, aturan);
        }
        HasilUnit {
            jumlah: orang(self.anggota.len()),
            dinilai: orang(dinilai.len()),
            rata_rata_nilai: rata_rata(&dinilai, aturan, pemakaian),
            predikat: Predikat::ALL.iter().map(|&p| (aturan.label(p), semua[at_place(p)])).collect(),
            predikat_organisasi: organisasi,
            distribusi,
            anggota: self.anggota.iter().map(|&i| pegawai[i].id).collect(),
            unit_kerja: self.nama,
            unit_induk: self.induk,
        }
    }
}

fn orang(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Mean nilai kinerja, rounded by the rule set; `None` where nobody has one (6/2022).
fn rata_rata(dinilai: &[&HasilPegawai], aturan: &Aturan, pemakaian: &mut Usage) -> Option<Desimal> {
    // An exact sum of decimals first: one fraction a person would cost more than the scoring.
    let mut jumlah = Desimal::ZERO;
    let mut banyak = 0_i64;
    for n in dinilai.iter().filter_map(|p| p.nilai_kinerja) {
        jumlah = jumlah.checked_add(n)?;
        banyak += 1;
    }
    let rata = Rasio::from(jumlah).per(Rasio::int(banyak)).ok()?;
    let pembulatan = aturan.pembulatan.pembulatan_nilai.used(pemakaian);
    rata.round(pembulatan.rata_rata_unit).ok()
}

/// Rank within the unit kerja by nilai kinerja, best first: 1, 2, 2, 4.
fn peringkat(pegawai: &mut [HasilPegawai]) {
    let mut unit: HashMap<Text, Vec<(Desimal, usize)>> = HashMap::new();
    for (i, p) in pegawai.iter().enumerate() {
        if let (Status::Dinilai, Some(nilai)) = (p.status, p.nilai_kinerja) {
            unit.entry(match_key(&p.unit_kerja)).or_default().push((nilai, i));
        }
    }
    // Order between units does not matter: each person is written once.
    for mut urut in unit.into_values() {
        urut.sort_by_key(|x| std::cmp::Reverse(x.0));
        let mut sama: Option<(Desimal, u32)> = None;
        for (ke, (nilai, i)) in (1_u32..).zip(urut) {
            let peringkat = match sama {
                Some((n, r)) if n == nilai => r,
                _ => ke,
            };
            sama = Some((nilai, peringkat));
            pegawai[i].peringkat_unit = Some(peringkat);
        }
    }
}

/// So many names a step of advice carries at most.
const NAMA_PALING_BANYAK: usize = 20;

/// Names for each step of the advice who stands nearest to the boundary by nilai: the best of those
/// who would rise, the last of those who would fall. Nobody is named twice.
fn terdekat(d: &mut super::result::Distribusi, dinilai: &[&HasilPegawai], aturan: &Aturan) {
    let letak = |label: &str| Predikat::ALL.iter().position(|p| aturan.label(*p) == label);
    let mut grup: BTreeMap<&'static str, Vec<(Desimal, PegawaiId)>> =
        d.pindah.iter().map(|langkah| (langkah.dari, Vec::new())).collect();
    for p in dinilai {
        if let (Some(predikat), Some(nilai)) = (p.predikat_kinerja, p.nilai_kinerja)
            && let Some(g) = grup.get_mut(aturan.label(predikat))
        {
            g.push((nilai, p.id));
        }
    }
    for urut in grup.values_mut() {
        // Best first; equal ones in the order of the data.
        urut.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    }
    // The steps stand best `ke` first: who rises is taken from the top in that order, who falls
    // from the bottom in the opposite one, so that the last go furthest.
    let (naik, turun): (Vec<_>, Vec<_>) = d.pindah.iter_mut().partition(|l| letak(l.ke) < letak(l.dari));
    for langkah in naik {
        if let Some(urut) = grup.get_mut(langkah.dari) {
            let n = banyak(langkah.jumlah).min(urut.len());
            langkah.terdekat = urut.drain(..n).take(NAMA_PALING_BANYAK).map(|(_, id)| id.0).collect();
        }
    }
    for langkah in turun.into_iter().rev() {
        if let Some(urut) = grup.get_mut(langkah.dari) {
            let dari = urut.len() - banyak(langkah.jumlah).min(urut.len());
            langkah.terdekat = urut
                .drain(dari..)
                .rev()
                .take(NAMA_PALING_BANYAK)
                .map(|(_, id)| id.0)
                .collect();
        }
    }
}

fn banyak(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests;
