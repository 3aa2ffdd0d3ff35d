use proptest::prelude::*;

use super::*;
use crate::base::figure::Decimal;
use crate::model::vocab::PredikatOrganisasi;
use crate::rules::Usage;

fn aturan(id: &str) -> Aturan {
    Aturan::load(id, "2025".parse().unwrap()).unwrap()
}

/// An agency's rules that nest, to try the tree deeper than the law does.
const NESTED: &str = r#"
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
fn table() -> Vec<(String, Vec<BoundRule>, Aturan)> {
    let mut p = Usage::new();
    let mut all = vec![];
    let pp = aturan("pp-30-2019");
    all.push(("pp".to_owned(), bound_rules(&pp, None, &mut p).unwrap(), pp));
    let half = NESTED.replace("\"terbanyak\"", "\"lebih_dari_setengah\"");
    let buat = |text: &str| Aturan::from_text("uji.toml", text, "2025".parse().unwrap()).unwrap();
    let six = aturan("permenpanrb-6-2022");
    let largest = [PredikatOrganisasi::Istimewa, PredikatOrganisasi::Baik];
    let mut add = |nama: &str, a: &Aturan, organisasi: &[PredikatOrganisasi]| {
        for &o in organisasi {
            all.push((format!("{nama} {o}"), bound_rules(a, Some(o), &mut p).unwrap(), a.clone()));
        }
    };
    add("6", &six, PredikatOrganisasi::ALL);
    add("uji", &buat(NESTED), &largest[..1]);
    add("setengah", &buat(&half), &largest);
    all
}

/// Whether the counts satisfy a rule, on percentages as the law writes them.
fn obeys(k: &BoundRule, x: &PredikatCounts) -> bool {
    let n: u32 = x.iter().sum();
    let has: u32 = (0..5).filter(|i| k.set & (1 << i) != 0).map(|i| x[i]).sum();
    // `100·ada` against `persen·n`, both times 10 to some power.
    let compare = |p: Decimal| {
        let (scale, mantissa) = (10_i64.pow(p.scale()), i64::try_from(p.mantissa()).unwrap());
        (i64::from(has) * 100 * scale).cmp(&(mantissa * i64::from(n)))
    };
    match k.condition {
        Condition::PalingBanyakPersen(p) => compare(p).is_le(),
        Condition::PalingSedikitPersen(p) => compare(p).is_ge(),
        Condition::PalingSedikitOrang(m) => has >= m,
        Condition::LebihDariSetengah => 2 * has > n,
        Condition::Terbesar => x.iter().all(|y| *y <= has),
    }
}

/// All ways to write `n` as five whole numbers.
fn hierarchy(n: u32) -> Vec<PredikatCounts> {
    let mut all = Vec::new();
    for a in 0..=n {
        for b in 0..=n - a {
            for c in 0..=n - a - b {
                for d in 0..=n - a - b - c {
                    all.push([a, b, c, d, n - a - b - c - d]);
                }
            }
        }
    }
    all
}

fn fits(nama: &str, aturan: &Aturan, bound_rules: &[BoundRule], valid: &[PredikatCounts], count: PredikatCounts) {
    let hasil = periksa(count, bound_rules, aturan).unwrap();
    assert_eq!(hasil.sesuai, bound_rules.iter().all(|k| obeys(k, &count)), "{nama} {count:?}");
    assert_eq!(hasil.possible, !valid.is_empty(), "{nama} {count:?}");
    // The fewest who move, and among those ways the shortest.
    let mut best: Option<(u32, u64)> = None;
    for x in valid {
        let how_many = moves::how_many(count, *x);
        if best.is_none_or(|(b, _)| how_many <= b) {
            let this_one = (how_many, moves::distance(count, *x));
            best = Some(best.map_or(this_one, |old| old.min(this_one)));
        }
    }
    let least = best.map(|(b, _)| b);
    assert_eq!(hasil.least_moves, least, "{nama} {count:?}");
    // The plan leads to a lawful distribution in as many moves.
    let mut after = count;
    for p in &hasil.moves {
        let place = |label| Predikat::ALL.iter().position(|q| aturan.label(*q) == label).unwrap();
        after[place(p.from)] -= p.count;
        after[place(p.to)] += p.count;
    }
    let moves: u32 = hasil.moves.iter().map(|p| p.count).sum();
    assert_eq!(Some(moves), least.or(Some(0)), "{nama} {count:?}");
    assert!(valid.is_empty() || valid.contains(&after), "{nama} {count:?} → {after:?}");
    let shortest = best.map_or(0, |(_, j)| j);
    assert_eq!(shortest, moves::distance(count, after), "{nama} {count:?} → {after:?}");
}

// Two tests, so that they run side by side.
#[test]
fn agrees_with_trying_every_distribution_of_an_odd_number() {
    try_all((1..40).step_by(2));
}

#[test]
fn agrees_with_trying_every_distribution_of_an_even_number() {
    try_all((2..=40).step_by(2));
}

fn try_all(measure: impl Iterator<Item = u32>) {
    for n in measure {
        let all = hierarchy(n);
        for (nama, bound_rules, aturan) in table() {
            let valid: Vec<PredikatCounts> = all
                .iter()
                .copied()
                .filter(|x| bound_rules.iter().all(|k| obeys(k, x)))
                .collect();
            // Everything for few people, a spread of counts for many.
            let jump = (all.len() / 6).max(1);
            for count in all
                .iter()
                .skip(crate::base::ids::index(n) % jump)
                .step_by(if n <= 4 { 1 } else { jump })
            {
                fits(&nama, &aturan, &bound_rules, &valid, *count);
            }
        }
    }
}

#[test]
fn sizes_at_which_the_law_of_2019_cannot_be_met() {
    let pp = aturan("pp-30-2019");
    let bound_rules = bound_rules(&pp, None, &mut Usage::new()).unwrap();
    let impossible: Vec<u32> = (1..=2000)
        .filter(|n| tree::nearest([*n, 0, 0, 0, 0], &bound_rules).is_none())
        .collect();
    assert_eq!(impossible, [1, 2, 3, 4, 7, 8, 9, 14]);
    let hasil = periksa([0, 3, 1, 0, 0], &bound_rules, &pp).unwrap();
    assert!(!hasil.sesuai && !hasil.possible && hasil.least_moves.is_none() && hasil.moves.is_empty());
}

#[test]
fn the_object_of_the_contract() {
    let pp = aturan("pp-30-2019");
    let bound_rules = bound_rules(&pp, None, &mut Usage::new()).unwrap();
    let hasil = periksa([9, 24, 4, 1, 0], &bound_rules, &pp).unwrap();
    assert!(!hasil.sesuai && hasil.possible);
    assert_eq!((hasil.n, hasil.least_moves), (38, Some(2)));
    assert_eq!(
        hasil.predikat.iter().collect::<Vec<_>>(),
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
                a.count,
                (a.least, a.lacking),
                (a.most, a.excess),
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
    assert_eq!(hasil.moves.len(), 1);
    let p = &hasil.moves[0];
    assert_eq!((p.from, p.to, p.count), ("Sangat Baik", "Baik", 2));
    assert!(periksa([0; 5], &bound_rules, &pp).is_none());
}

#[test]
fn the_bounds_of_the_qualitative_set_in_the_words_of_the_contract() {
    let six = aturan("permenpanrb-6-2022");
    let mut p = Usage::new();
    let batas = |o, count| {
        let k = bound_rules(&six, Some(o), &mut Usage::new()).unwrap();
        let d = periksa(count, &k, &six).unwrap();
        d.aturan
            .iter()
            .map(|a| {
                format!(
                    "{} {} {}/{:?}/{:?}/{:?}/{:?}",
                    a.kelompok.join("+"),
                    a.batas,
                    a.count,
                    a.most,
                    a.excess,
                    a.least,
                    a.lacking
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
    assert!(bound_rules(&six, None, &mut p).is_none());
    assert!(p.is_empty());
}

#[test]
fn people_move_to_a_neighbouring_predikat_where_they_can() {
    let pp = aturan("pp-30-2019");
    let bound_rules = bound_rules(&pp, None, &mut Usage::new()).unwrap();
    // Below expectation: 12 of 40, at most 8; Baik 24. The four who rise are those in Cukup.
    let hasil = periksa([4, 24, 5, 4, 3], &bound_rules, &pp).unwrap();
    let step: Vec<_> = hasil.moves.iter().map(|p| (p.from, p.to, p.count)).collect();
    assert_eq!(step, [("Cukup", "Baik", 4)]);
}

#[test]
fn a_million_people_take_no_time() {
    for (nama, bound_rules, aturan) in table() {
        for count in [
            [1_000_000, 0, 0, 0, 0],
            [0, 0, 0, 0, 1_000_000],
            [300_000, 100_000, 200_000, 150_000, 250_000],
        ] {
            let hasil = periksa(count, &bound_rules, &aturan).unwrap();
            assert!(hasil.possible, "{nama}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn the_plan_is_lawful_and_moves_as_many_as_it_says(count in prop::array::uniform5(0_u32..3000)) {
        for (nama, bound_rules, aturan) in table().into_iter().take(6) {
            let Some(hasil) = periksa(count, &bound_rules, &aturan) else { continue };
            let mut after = count;
            for p in &hasil.moves {
                let place = |label| Predikat::ALL.iter().position(|q| aturan.label(*q) == label).unwrap();
                after[place(p.from)] -= p.count;
                after[place(p.to)] += p.count;
            }
            prop_assert_eq!(after.iter().sum::<u32>(), count.iter().sum::<u32>());
            if hasil.possible {
                prop_assert!(bound_rules.iter().all(|k| obeys(k, &after)), "{} {:?} → {:?}", nama, count, after);
                prop_assert_eq!(hasil.least_moves, Some(moves::how_many(count, after)));
            }
        }
    }
}
