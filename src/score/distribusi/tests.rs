use proptest::prelude::*;

use super::*;
use crate::base::figure::Desimal;
use crate::model::vocab::PredikatOrganisasi;
use crate::rules::Usage;

fn aturan(id: &str) -> Aturan {
    Aturan::load(id, "2025".parse().unwrap()).unwrap()
}

/// An agency's rules that nest, to try the tree deeper than the law does.
const BERSARANG: &str = r#"
[aturan]
id = "uji"
judul = "uji"
memperluas = "permenpanrb-6-2022"
mulai = 2025-01-01
acuan = "uji"
keyakinan = "teks"
[distribusi_organisasi.organisasi_istimewa]
nilai = [
  { kelompok = ["Sangat Baik", "Baik"], paling_sedikit_persen = 30 },
  { kelompok = ["Sangat Baik", "Baik", "Butuh Perbaikan"], paling_banyak_persen = 82.5 },
  { kelompok = ["Baik"], terbesar = true },
  { kelompok = ["Kurang", "Sangat Kurang"], paling_banyak_persen = 35 },
  { kelompok = ["Sangat Kurang"], paling_sedikit_orang = 2 },
]
mulai = 2025-01-01
acuan = "uji"
keyakinan = "teks"
[distribusi_organisasi.arti_terbesar]
nilai = "terbanyak"
mulai = 2025-01-01
acuan = "uji"
keyakinan = "teks"
"#;

/// Every rule table there is, with the rule set whose labels it shows.
fn tabel() -> Vec<(String, Vec<BoundRule>, Aturan)> {
    let mut p = Usage::new();
    let mut semua = vec![];
    let pp = aturan("pp-30-2019");
    semua.push(("pp".to_owned(), kaidah(&pp, None, &mut p).unwrap(), pp));
    let setengah = BERSARANG.replace("\"terbanyak\"", "\"lebih_dari_setengah\"");
    let buat = |teks: &str| Aturan::dari_teks("uji.toml", teks, "2025".parse().unwrap()).unwrap();
    let enam = aturan("permenpanrb-6-2022");
    let terbesar = [PredikatOrganisasi::Istimewa, PredikatOrganisasi::Baik];
    let mut tambah = |nama: &str, a: &Aturan, organisasi: &[PredikatOrganisasi]| {
        for &o in organisasi {
            semua.push((format!("{nama} {o}"), kaidah(a, Some(o), &mut p).unwrap(), a.clone()));
        }
    };
    tambah("6", &enam, PredikatOrganisasi::ALL);
    tambah("uji", &buat(BERSARANG), &terbesar[..1]);
    tambah("setengah", &buat(&setengah), &terbesar);
    semua
}

/// Whether the counts satisfy a rule, on percentages as the law writes them.
fn patuh(k: &BoundRule, x: &Counts) -> bool {
    let n: u32 = x.iter().sum();
    let ada: u32 = (0..5).filter(|i| k.set & (1 << i) != 0).map(|i| x[i]).sum();
    // `100·ada` against `persen·n`, both times 10 to some power.
    let banding = |p: Desimal| {
        let (skala, mantissa) = (10_i64.pow(p.scale()), i64::try_from(p.mantissa()).unwrap());
        (i64::from(ada) * 100 * skala).cmp(&(mantissa * i64::from(n)))
    };
    match k.syarat {
        Condition::PalingBanyakPersen(p) => banding(p).is_le(),
        Condition::PalingSedikitPersen(p) => banding(p).is_ge(),
        Condition::PalingSedikitOrang(m) => ada >= m,
        Condition::LebihDariSetengah => 2 * ada > n,
        Condition::Terbesar => x.iter().all(|y| *y <= ada),
    }
}

/// All ways to write `n` as five whole numbers.
fn susunan(n: u32) -> Vec<Counts> {
    let mut semua = Vec::new();
    for a in 0..=n {
        for b in 0..=n - a {
            for c in 0..=n - a - b {
                for d in 0..=n - a - b - c {
                    semua.push([a, b, c, d, n - a - b - c - d]);
                }
            }
        }
    }
    semua
}

fn cocok(nama: &str, aturan: &Aturan, kaidah: &[BoundRule], sah: &[Counts], jumlah: Counts) {
    let hasil = periksa(jumlah, kaidah, aturan).unwrap();
    assert_eq!(hasil.sesuai, kaidah.iter().all(|k| patuh(k, &jumlah)), "{nama} {jumlah:?}");
    assert_eq!(hasil.mungkin, !sah.is_empty(), "{nama} {jumlah:?}");
    // The fewest who move, and among those ways the shortest.
    let mut terbaik: Option<(u32, u64)> = None;
    for x in sah {
        let berapa = moves::berapa(jumlah, *x);
        if terbaik.is_none_or(|(b, _)| berapa <= b) {
            let ini = (berapa, moves::jarak(jumlah, *x));
            terbaik = Some(terbaik.map_or(ini, |lama| lama.min(ini)));
        }
    }
    let paling_sedikit = terbaik.map(|(b, _)| b);
    assert_eq!(hasil.pindah_minimal, paling_sedikit, "{nama} {jumlah:?}");
    // The plan leads to a lawful distribution in as many moves.
    let mut sesudah = jumlah;
    for p in &hasil.pindah {
        let letak = |label| Predikat::ALL.iter().position(|q| aturan.label(*q) == label).unwrap();
        sesudah[letak(p.dari)] -= p.jumlah;
        sesudah[letak(p.ke)] += p.jumlah;
    }
    let pindah: u32 = hasil.pindah.iter().map(|p| p.jumlah).sum();
    assert_eq!(Some(pindah), paling_sedikit.or(Some(0)), "{nama} {jumlah:?}");
    assert!(sah.is_empty() || sah.contains(&sesudah), "{nama} {jumlah:?} → {sesudah:?}");
    let terpendek = terbaik.map_or(0, |(_, j)| j);
    assert_eq!(terpendek, moves::jarak(jumlah, sesudah), "{nama} {jumlah:?} → {sesudah:?}");
}

// Two tests, so that they run side by side.
#[test]
fn agrees_with_trying_every_distribution_of_an_odd_number() {
    coba_semua((1..40).step_by(2));
}

#[test]
fn agrees_with_trying_every_distribution_of_an_even_number() {
    coba_semua((2..=40).step_by(2));
}

fn coba_semua(ukuran: impl Iterator<Item = u32>) {
    for n in ukuran {
        let semua = susunan(n);
        for (nama, kaidah, aturan) in tabel() {
            let sah: Vec<Counts> = semua.iter().copied().filter(|x| kaidah.iter().all(|k| patuh(k, x))).collect();
            // Everything for few people, a spread of counts for many.
            let lompat = (semua.len() / 6).max(1);
            for jumlah in semua
                .iter()
                .skip(n as usize % lompat)
                .step_by(if n <= 4 { 1 } else { lompat })
            {
                cocok(&nama, &aturan, &kaidah, &sah, *jumlah);
            }
        }
    }
}

#[test]
fn sizes_at_which_the_law_of_2019_cannot_be_met() {
    let pp = aturan("pp-30-2019");
    let kaidah = kaidah(&pp, None, &mut Usage::new()).unwrap();
    let mustahil: Vec<u32> = (1..=2000)
        .filter(|n| tree::terdekat([*n, 0, 0, 0, 0], &kaidah).is_none())
        .collect();
    assert_eq!(mustahil, [1, 2, 3, 4, 7, 8, 9, 14]);
    let hasil = periksa([0, 3, 1, 0, 0], &kaidah, &pp).unwrap();
    assert!(!hasil.sesuai && !hasil.mungkin && hasil.pindah_minimal.is_none() && hasil.pindah.is_empty());
}

#[test]
fn the_object_of_the_contract() {
    let pp = aturan("pp-30-2019");
    let kaidah = kaidah(&pp, None, &mut Usage::new()).unwrap();
    let hasil = periksa([9, 24, 4, 1, 0], &kaidah, &pp).unwrap();
    assert!(!hasil.sesuai && hasil.mungkin);
    assert_eq!((hasil.kelompok_dasar, hasil.n, hasil.pindah_minimal), ("unit", 38, Some(2)));
    assert_eq!(
        hasil.predikat,
        [
            ("Sangat Baik", 9),
            ("Baik", 24),
            ("Cukup", 4),
            ("Kurang", 1),
            ("Sangat Kurang", 0)
        ]
    );
    let rules: Vec<_> = hasil
        .aturan
        .iter()
        .map(|a| {
            (
                a.kelompok.join("+"),
                &*a.batas,
                a.jumlah,
                (a.paling_sedikit, a.kurang),
                (a.paling_banyak, a.lebih),
            )
        })
        .collect();
    let rule = |group: &str, bound, n, least, most| (group.to_owned(), bound, n, least, most);
    assert_eq!(
        rules,
        [
            rule("Sangat Baik", "<= 20%", 9, (None, None), (Some(7), Some(2))),
            rule("Baik", ">= 60%", 24, (Some(23), Some(0)), (None, None)),
            rule("Baik", "<= 70%", 24, (None, None), (Some(26), Some(0))),
            rule("Cukup+Kurang+Sangat Kurang", "<= 20%", 5, (None, None), (Some(7), Some(0))),
        ]
    );
    assert_eq!(hasil.pindah.len(), 1);
    let p = &hasil.pindah[0];
    assert_eq!((p.dari, p.ke, p.jumlah), ("Sangat Baik", "Baik", 2));
    assert!(periksa([0; 5], &kaidah, &pp).is_none());
}

#[test]
fn the_bounds_of_the_qualitative_set_in_the_words_of_the_contract() {
    let enam = aturan("permenpanrb-6-2022");
    let mut p = Usage::new();
    let batas = |o, jumlah| {
        let k = kaidah(&enam, Some(o), &mut Usage::new()).unwrap();
        let d = periksa(jumlah, &k, &enam).unwrap();
        d.aturan
            .iter()
            .map(|a| {
                format!(
                    "{} {} {}/{:?}/{:?}/{:?}/{:?}",
                    a.kelompok.join("+"),
                    a.batas,
                    a.jumlah,
                    a.paling_banyak,
                    a.lebih,
                    a.paling_sedikit,
                    a.kurang
                )
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        batas(PredikatOrganisasi::Baik, [6, 4, 0, 0, 0]),
        [
            "Baik terbesar 4/None/None/None/Some(2)",
            "Baik <= 70% 4/Some(7)/Some(0)/None/None",
            "Butuh Perbaikan+Kurang >= 1 orang 0/None/None/Some(1)/Some(1)",
        ]
    );
    assert_eq!(
        batas(PredikatOrganisasi::SangatKurang, [1, 9, 0, 0, 1]),
        [
            "Sangat Baik <= 0% 1/Some(0)/Some(1)/None/None",
            "Butuh Perbaikan+Kurang >= 10% 0/None/None/Some(2)/Some(2)",
            "Sangat Kurang >= 60% 1/None/None/Some(7)/Some(6)",
        ]
    );
    assert!(kaidah(&enam, None, &mut p).is_none());
    assert!(p.is_empty());
}

#[test]
fn people_move_to_a_neighbouring_predikat_where_they_can() {
    let pp = aturan("pp-30-2019");
    let kaidah = kaidah(&pp, None, &mut Usage::new()).unwrap();
    // Below expectation: 12 of 40, at most 8; Baik 24. The four who rise are those in Cukup.
    let hasil = periksa([4, 24, 5, 4, 3], &kaidah, &pp).unwrap();
    let langkah: Vec<_> = hasil.pindah.iter().map(|p| (p.dari, p.ke, p.jumlah)).collect();
    assert_eq!(langkah, [("Cukup", "Baik", 4)]);
}

#[test]
fn a_million_people_take_no_time() {
    for (nama, kaidah, aturan) in tabel() {
        for jumlah in [
            [1_000_000, 0, 0, 0, 0],
            [0, 0, 0, 0, 1_000_000],
            [300_000, 100_000, 200_000, 150_000, 250_000],
        ] {
            let hasil = periksa(jumlah, &kaidah, &aturan).unwrap();
            assert!(hasil.mungkin, "{nama}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn the_plan_is_lawful_and_moves_as_many_as_it_says(jumlah in prop::array::uniform5(0_u32..3000)) {
        for (nama, kaidah, aturan) in tabel().into_iter().take(6) {
            let Some(hasil) = periksa(jumlah, &kaidah, &aturan) else { continue };
            let mut sesudah = jumlah;
            for p in &hasil.pindah {
                let letak = |label| Predikat::ALL.iter().position(|q| aturan.label(*q) == label).unwrap();
                sesudah[letak(p.dari)] -= p.jumlah;
                sesudah[letak(p.ke)] += p.jumlah;
            }
            prop_assert_eq!(sesudah.iter().sum::<u32>(), jumlah.iter().sum::<u32>());
            if hasil.mungkin {
                prop_assert!(kaidah.iter().all(|k| patuh(k, &sesudah)), "{} {:?} → {:?}", nama, jumlah, sesudah);
                prop_assert_eq!(hasil.pindah_minimal, Some(moves::berapa(jumlah, sesudah)));
            }
        }
    }
}
