//! How many indicators a second the scoring computes on one core, without reading or writing.
//! `cargo bench --bench score`

#![allow(clippy::unwrap_used, dead_code, missing_docs)]

#[path = "../it/support/people.rs"]
mod people;

use std::collections::HashSet;
use std::hash::Hash;
use std::sync::Arc;

use divan::Bencher;
use divan::counter::ItemsCount;
use people::{d, g, indikator, pegawai, posting_at, rhk};
use skp::model::skp::{UmpanBalik, UmpanBalikContent};
use skp::model::vocab::{Aspek, AspekPerilaku, JenisJabatan, JenisRhk, Rating};
use skp::model::{
    Data, IndikatorAim, IndikatorDetail, Pegawai, PerilakuDetail, Periode, PostingDetail, RealisasiDetail, RhkDetail, Scale,
};
use skp::rules::{Aturan, Rezim};
use skp::score::{ScoreOptions, score};
use skp::table::TableKind;

const PEGAWAI: usize = 5_000;
/// Eight rows of SKP each, as in `kecepatan.md`.
const INDIKATOR: usize = 8;

fn main() {
    divan::main();
}

fn persons(n: usize, rezim: Rezim) -> Pegawai {
    let mut p = pegawai(&format!("19800101200501{:04}", n % 10_000));
    let mut posting = posting_at(None, None);
    posting.jenis_jabatan = g([JenisJabatan::Pelaksana, JenisJabatan::Fungsional, JenisJabatan::JptPratama][n % 3]).state;
    p.posting.push(posting);
    let mut left = INDIKATOR;
    for r in 0..3 {
        let aspek = [Aspek::Kuantitas, Aspek::Kualitas, Aspek::Waktu];
        let rows = aspek.iter().take(left.min(3)).enumerate().map(|(i, a)| {
            let done = format!("{}.{}", 90 + (n * 7 + i * 3 + r) % 25, n % 10);
            indikator(*a, "96.5", &done)
        });
        let mut plan = rhk(&format!("{}", r + 1), JenisRhk::Utama, rows.collect());
        plan.umpan_balik.push(UmpanBalik {
            periode: Periode::Tahun(2025),
            content: g(UmpanBalikContent::Rating(Rating::Sesuai)),
        });
        left -= plan.indikator.len();
        p.rhk.push(plan);
    }
    let aspek: &[AspekPerilaku] = match rezim {
        Rezim::Numerik => &AspekPerilaku::NUMERIK,
        Rezim::Kualitatif => &AspekPerilaku::BERAKHLAK,
    };
    p.perilaku = aspek
        .iter()
        .map(|a| {
            let mark = match rezim {
                Rezim::Numerik => Scale::Angka(d("97.5")),
                Rezim::Kualitatif => Scale::Rating(Rating::Sesuai),
            };
            people::perilaku(*a, people::e(), g(mark))
        })
        .collect();
    p
}

/// What many say alike, kept once: person by person, as reading does, so that what is dropped leaves no holes between people
/// into which the scoring would write.
#[derive(Default)]
struct Alike {
    postings: HashSet<Arc<PostingDetail>>,
    plans: HashSet<Arc<RhkDetail>>,
    aims: HashSet<Arc<IndikatorAim>>,
    details: HashSet<Arc<IndikatorDetail>>,
    attained: HashSet<Arc<RealisasiDetail>>,
    marks: HashSet<Arc<PerilakuDetail>>,
}

impl Alike {
    fn share(&mut self, mut p: Pegawai) -> Pegawai {
        fn once<T: Eq + Hash>(all: &mut HashSet<Arc<T>>, one: &mut Arc<T>) {
            match all.get(one) {
                Some(known) => one.clone_from(known),
                None => _ = all.insert(one.clone()),
            }
        }
        p.posting.iter_mut().for_each(|x| once(&mut self.postings, &mut x.detail));
        p.perilaku.iter_mut().for_each(|x| once(&mut self.marks, &mut x.detail));
        for plan in &mut p.rhk {
            once(&mut self.plans, &mut plan.detail);
            for i in &mut plan.indikator {
                once(&mut self.aims, &mut i.aim);
                once(&mut self.details, &mut i.detail);
                i.realisasi.iter_mut().for_each(|x| once(&mut self.attained, &mut x.detail));
            }
        }
        p
    }
}

#[divan::bench(args = ["pp-30-2019", "permenpanrb-8-2021", "permenpanrb-6-2022"], sample_count = 20)]
fn indikator_per_second(bencher: Bencher, id: &str) {
    let periode = Periode::Tahun(2025);
    let aturan = Aturan::load(id, periode).unwrap();
    let mut alike = Alike::default();
    let people: Vec<Pegawai> = (0..PEGAWAI).map(|n| alike.share(persons(n, aturan.rezim))).collect();
    drop(alike);
    let data = Data::new(periode, people, Vec::new(), Vec::new(), TableKind::ALL.to_vec(), Vec::new());
    let options = ScoreOptions {
        threads: Some(1),
        ..ScoreOptions::default()
    };
    bencher
        .counter(ItemsCount::new(PEGAWAI * INDIKATOR))
        .bench(|| score(&data, &aturan, &options));
}
