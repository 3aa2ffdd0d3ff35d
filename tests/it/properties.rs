//! Properties of the scoring that must hold for any data: proptest looks for a counterexample.
use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::support::people::{d, e, g, indikator, pegawai, posting_at, realisasi, rhk};
use proptest::prelude::*;
use skp::base::figure::Decimal;
use skp::model::skp::{UmpanBalik, UmpanBalikContent};
use skp::model::vocab::{Akumulasi, Arah, Aspek, AspekPerilaku, JenisJabatan, JenisRhk, PenilaiKind, Rating, Word};
use skp::model::{Data, Indikator, Pegawai, PegawaiId, Periode, RencanaHasilKerja, Scale, TargetNilai};
use skp::rules::Aturan;
use skp::score::{HasilPegawai, HasilRhk, ScoreOptions, Scores, Status, score};
use skp::table::TableKind;

const PERIODE: Periode = Periode::Tahun(2025);

static ATURAN: LazyLock<Vec<Aturan>> = LazyLock::new(|| {
    ["pp-30-2019", "permenpanrb-8-2021", "permenpanrb-6-2022"]
        .into_iter()
        .map(|id| Aturan::load(id, PERIODE).unwrap())
        .collect()
});

fn nilai(people: Vec<Pegawai>, aturan: &Aturan, threads: usize) -> Scores {
    with_data(people, aturan, threads).1
}

fn with_data(people: Vec<Pegawai>, aturan: &Aturan, threads: usize) -> (Data, Scores) {
    let data = Data::new(PERIODE, people, Vec::new(), Vec::new(), TableKind::ALL.to_vec(), Vec::new());
    let options = ScoreOptions {
        threads: Some(threads),
        keep_rhk: true,
        ..ScoreOptions::default()
    };
    let scores = score(&data, aturan, &options);
    (data, scores)
}

/// Results of the RHK of one person.
fn rhk_of(scores: &Scores, id: PegawaiId) -> &[HasilRhk] {
    scores.kept_rhk.get().unwrap().of_person(id)
}

/// Hundredths as a decimal.
fn sen(n: i64) -> Decimal {
    Decimal::new(n, 2)
}

fn target() -> impl Strategy<Value = TargetNilai> {
    let figure = -100_i64..30_000;
    prop_oneof![
        4 => figure.clone().prop_map(|n| TargetNilai::Single(sen(n))),
        2 => (figure.clone(), figure.clone()).prop_map(|(a, b)| TargetNilai::Range(sen(a), sen(b))),
        1 => figure.clone().prop_map(|n| TargetNilai::AtLeast(sen(n))),
        1 => figure.prop_map(|n| TargetNilai::AtMost(sen(n))),
    ]
}

fn one_indikator() -> impl Strategy<Value = Indikator> {
    let rows = prop::collection::vec((0_u8..8, -50_i64..30_000), 0..4);
    (
        target(),
        rows,
        prop::option::of(prop::sample::select(Arah::ALL)),
        prop::sample::select(Akumulasi::ALL),
        prop::sample::select(Aspek::ALL),
        prop::option::weighted(0.2, 0_i64..100),
        prop::bool::weighted(0.1),
    )
        .prop_map(|(t, rows, arah, akumulasi, aspek, bobot, maximum)| {
            let mut i = indikator(aspek, "1", "");
            i.aim_mut().target = crate::support::people::target(t).into();
            i.detail_mut().arah = (arah.map_or_else(e, g)).into();
            i.detail_mut().akumulasi = (g(akumulasi)).into();
            i.detail_mut().bobot = (bobot.map_or_else(e, |b| g(Decimal::from(b)))).into();
            i.detail_mut().target_maksimal = (g(maximum)).into();
            i.realisasi = rows
                .into_iter()
                .map(|(p, n)| {
                    let periode = ["2025", "2025", "2025", "2025", "2025-S1", "2025-S2", "2025-TW1", "2024"][usize::from(p)];
                    realisasi(periode, &sen(n).to_string())
                })
                .collect();
            i
        })
}

fn one_rhk() -> impl Strategy<Value = RencanaHasilKerja> {
    (
        prop::collection::vec(one_indikator(), 1..5),
        prop::bool::weighted(0.8),
        prop::collection::vec(prop::sample::select(Rating::ALL), 0..3),
    )
        .prop_map(|(rows, utama, umpan)| {
            let jenis = if utama { JenisRhk::Utama } else { JenisRhk::Tambahan };
            let mut r = rhk("1", jenis, rows);
            r.umpan_balik = umpan
                .into_iter()
                .map(|u| UmpanBalik {
                    periode: PERIODE,
                    content: g(UmpanBalikContent::Rating(u)),
                })
                .collect();
            r
        })
}

fn persons() -> impl Strategy<Value = Pegawai> {
    let marks = prop::collection::vec(
        (
            prop::sample::select(AspekPerilaku::ALL),
            prop::sample::select(PenilaiKind::ALL),
            0_i64..12_500,
            prop::sample::select(Rating::ALL),
        ),
        0..24,
    );
    (
        prop::collection::vec(one_rhk(), 0..5),
        marks,
        prop::option::weighted(0.95, prop::sample::select(JenisJabatan::ALL)),
        prop::bool::ANY,
        prop::bool::weighted(0.9),
        prop::sample::select(vec!["Bidang A", "Bidang B"]),
    )
        .prop_map(|(plans, marks, jenis, ide, valid, unit)| {
            let mut p = pegawai("198001012005011001");
            p.nip_valid = valid;
            let mut posting = posting_at(None, None);
            posting.jenis_jabatan = jenis.map_or_else(e, g).state;
            posting.detail_mut().ide_baru = g(ide).into();
            posting.unit_kerja = unit.into();
            p.posting.push(posting);
            p.rhk = plans;
            for (i, r) in p.rhk.iter_mut().enumerate() {
                r.kode = i.to_string().as_str().into();
            }
            p.perilaku = marks
                .into_iter()
                .map(|(aspek, penilai, angka, rating)| {
                    let mark = if AspekPerilaku::NUMERIK.contains(&aspek) {
                        Scale::Angka(sen(angka))
                    } else {
                        Scale::Rating(rating)
                    };
                    crate::support::people::perilaku(aspek, g(penilai), g(mark))
                })
                .collect();
            p
        })
}

fn numbered(mut people: Vec<Pegawai>) -> Vec<Pegawai> {
    for (i, p) in people.iter_mut().enumerate() {
        p.nip = format!("1980010120050110{i:02}").as_str().into();
    }
    people
}

/// Everything about a result but its place in the list.
fn print_out(data: &Data, aturan: &Aturan, h: (&HasilPegawai, &[HasilRhk])) -> String {
    let mask = skp::report::mask::Mask::off();
    serde_json::to_string(&skp::report::json::Person::new(data, aturan, h, &mask)).unwrap()
}

fn inside(x: Option<Decimal>, upper: i64) -> bool {
    x.is_none_or(|x| x >= Decimal::ZERO && x <= Decimal::from(upper))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everybody_is_in_the_result_once_and_a_result_is_whole(people in prop::collection::vec(persons(), 0..8)) {
        let people = numbered(people);
        for aturan in ATURAN.iter() {
            let scores = nilai(people.clone(), aturan, 1);
            let nips: Vec<_> = scores.pegawai.iter().map(|h| h.nip.clone()).collect();
            prop_assert_eq!(nips, people.iter().map(|p| p.nip.clone()).collect::<Vec<_>>());
            for h in &scores.pegawai {
                let scored = h.status() == Status::Dinilai;
                prop_assert_eq!(scored, h.label().is_some());
                prop_assert_eq!(scored, h.reasons().is_empty());
                prop_assert!(scored || (h.nilai_kinerja().is_none() && h.angka_kredit.is_none()));
                prop_assert!(inside(h.nilai_kinerja(), 120) && inside(h.nilai_skp, 120) && inside(h.nilai_perilaku, 120));
                prop_assert!(inside(h.nilai_kinerja_utama, 120) && inside(h.nilai_kinerja_tambahan, 10));
                for i in rhk_of(&scores, h.id).iter().flat_map(|r| &r.indikator) {
                    prop_assert!(inside(i.capaian, 120));
                    prop_assert!(i.capaian.is_some() == i.kategori.is_some());
                }
            }
            let count: u32 = scores.unit.iter().map(|u| u.count).sum();
            prop_assert_eq!(skp::base::ids::index(count), people.len());
            for u in &scores.unit {
                prop_assert_eq!(u.predikat.counts().iter().sum::<u32>(), u.dinilai);
            }
        }
    }

    #[test]
    fn order_of_people_and_rows_and_the_number_of_threads_change_nothing(
        people in prop::collection::vec(persons(), 1..6),
        seed in any::<prop::sample::Index>(),
    ) {
        let people = numbered(people);
        for aturan in ATURAN.iter() {
            let by_nip = |(data, s): (Data, Scores)| -> BTreeMap<String, String> {
                s.pegawai.iter().map(|h| (h.nip.to_string(), print_out(&data, aturan, (h, rhk_of(&s, h.id))))).collect()
            };
            let straight = by_nip(with_data(people.clone(), aturan, 1));
            let mut other = people.clone();
            other.rotate_left(seed.index(people.len()));
            for p in &mut other {
                p.perilaku.reverse();
                p.posting.reverse();
                for i in p.rhk.iter_mut().flat_map(|r| &mut r.indikator) {
                    i.realisasi.reverse();
                }
                for r in &mut p.rhk {
                    r.umpan_balik.reverse();
                }
            }
            prop_assert_eq!(straight, by_nip(with_data(other, aturan, 1)));
        }
    }

    #[test]
    fn more_realisasi_never_lowers_a_rising_and_never_raises_a_falling_one(
        t in target(), a in 0_i64..40_000, more in 0_i64..40_000, turun in any::<bool>(),
    ) {
        for aturan in &ATURAN[..2] {
            let capaian = |n: i64| {
                let mut i = indikator(Aspek::Kuantitas, "1", &sen(n).to_string());
                i.aim_mut().target = crate::support::people::target(t).into();
                i.detail_mut().arah = (g(if turun { Arah::Turun } else { Arah::Naik })).into();
                let mut p = pegawai("198001012005011001");
                let mut posting = posting_at(None, None);
                posting.jenis_jabatan = g(JenisJabatan::JptPratama).state;
                p.posting.push(posting);
                p.rhk.push(rhk("1", JenisRhk::Utama, vec![i]));
                let scores = nilai(vec![p], aturan, 1);
                let i = &rhk_of(&scores, PegawaiId(0))[0].indikator[0];
                (i.capaian, i.nilai())
            };
            let naik = match t {
                TargetNilai::AtLeast(_) => true,
                TargetNilai::AtMost(_) => false,
                _ => !turun,
            };
            let (low, high) = (capaian(a), capaian(a + more));
            prop_assert_eq!(low.0.is_some(), high.0.is_some());
            // A range is no ramp: the step from just outside to inside may go either way only in
            // the good direction, which the same inequality states.
            if naik {
                prop_assert!(low <= high, "{low:?} > {high:?}");
            } else {
                prop_assert!(low >= high, "{low:?} < {high:?}");
            }
        }
    }

    #[test]
    fn bands_cover_the_scale_without_hole_or_overlap(n in 0_i64..=12_000) {
        let x = sen(n);
        for numerik in ATURAN.iter().filter_map(Aturan::numerik) {
            let hit = numerik.predikat.pita().into_iter().filter(|(_, p)| p.shown().holds(x)).count();
            // Sangat Baik and Baik share 110–120: ide baru decides between them (Pasal 41(5)).
            prop_assert!(hit == 1 || (hit == 2 && x >= d("110")), "{x}: {hit} pita");
        }
    }
}

#[test]
fn two_threads_give_what_one_gives() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let people: Vec<Pegawai> = (0..1200)
        .map(|i| {
            let mut p = persons().new_tree(&mut runner).unwrap().current();
            p.nip = format!("19800101200501{i:04}").as_str().into();
            p
        })
        .collect();
    for aturan in ATURAN.iter() {
        let ((data, one), three) = (with_data(people.clone(), aturan, 1), nilai(people.clone(), aturan, 3));
        let printed = |s: &Scores| {
            s.pegawai
                .iter()
                .map(|h| print_out(&data, aturan, (h, rhk_of(s, h.id))))
                .collect::<Vec<_>>()
        };
        assert_eq!(printed(&one), printed(&three));
        assert_eq!(one.asumsi, three.asumsi);
        assert_eq!(format!("{:?}", one.missing_tables), format!("{:?}", three.missing_tables));
    }
}

#[test]
fn the_explanation_gives_the_very_result_of_the_run() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    use skp::score::explain;
    let mut runner = TestRunner::deterministic();
    let people: Vec<Pegawai> = (0..60).map(|_| persons().new_tree(&mut runner).unwrap().current()).collect();
    let people = numbered(people);
    for aturan in ATURAN.iter() {
        let data = Data::new(
            PERIODE,
            people.clone(),
            Vec::new(),
            Vec::new(),
            TableKind::ALL.to_vec(),
            Vec::new(),
        );
        let options = ScoreOptions::default();
        let scores = score(&data, aturan, &options);
        let again = scores.rhk(&data, aturan);
        for h in &scores.pegawai {
            let mut p = explain(&data, aturan, &ScoreOptions::default(), h.id);
            p.hasil.unit_rank = h.unit_rank;
            assert_eq!(
                print_out(&data, aturan, (&p.hasil, &p.rhk)),
                print_out(&data, aturan, (h, again.of_person(h.id)))
            );
            assert_eq!(
                p.next.is_some(),
                h.predikat().is_some_and(|x| x != skp::model::vocab::Predikat::SangatBaik)
            );
            // Every figure of the result is the result of some step.
            if let Some(x) = h.nilai_kinerja() {
                let want = skp::base::figure::with_comma(x);
                assert!(p.step.iter().any(|s| s.hasil.as_deref() == Some(&want)), "{want}");
            }
        }
    }
}
