use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::model::Unit;
use crate::model::vocab::PredikatOrganisasi;
use crate::score::result::Outcome;
use crate::score::result::Scores;
use crate::score::uji::{AT, d, e, g, pegawai, posting_at};
use crate::score::unit_rollup::nested;
use crate::score::worker::RunFacts;

/// One person: unit, nilai or predikat.
struct People {
    unit: &'static str,
    nilai: Option<&'static str>,
    predikat: Option<Predikat>,
}

fn o(unit: &'static str, nilai: &'static str, predikat: Predikat) -> People {
    People {
        unit,
        nilai: Some(nilai),
        predikat: Some(predikat),
    }
}

fn unrated(unit: &'static str) -> People {
    People {
        unit,
        nilai: None,
        predikat: None,
    }
}

fn unit(nama: &str, induk: Option<&str>, organisasi: Option<PredikatOrganisasi>, pimpinan: Option<&str>) -> Unit {
    Unit {
        at: AT,
        unit_kerja: nama.into(),
        unit_induk: induk.map(Into::into),
        nip_pimpinan: pimpinan.map_or_else(e, |p| g(p.into())),
        predikat_organisasi: organisasi.map_or_else(e, g),
        capaian: e(),
        tahun_predikat: e(),
    }
}

fn prepare(persons: &[People], unit: Vec<Unit>) -> (Data, Vec<HasilPegawai>) {
    let mut all = Vec::new();
    let mut hasil = Vec::new();
    for (i, o) in (0_u32..).zip(persons) {
        let mut p = pegawai(&format!("{i:018}"));
        let mut posting = posting_at(None, None);
        posting.unit_kerja = o.unit.into();
        p.posting.push(posting);
        hasil.push(HasilPegawai {
            outcome: match (o.predikat, o.nilai.map(d)) {
                (Some(predikat), Some(nilai)) => Outcome::ByNumbers {
                    nilai,
                    predikat,
                    label: "",
                },
                (Some(predikat), None) => Outcome::ByRatings { predikat, label: "" },
                (None, _) => Outcome::NotYet(Vec::new()),
            },
            ..HasilPegawai::unscored(PegawaiId(i), &p, o.unit.into())
        });
        all.push(p);
    }
    let data = Data::new("2025".parse().unwrap(), all, unit, vec![], vec![], vec![]);
    (data, hasil)
}

fn per(kelompok: Pengelompokan) -> ScoreOptions {
    ScoreOptions {
        kelompok: Some(kelompok),
        ..ScoreOptions::default()
    }
}

fn aturan(id: &str) -> Aturan {
    Aturan::load(id, "2025".parse().unwrap()).unwrap()
}

use Predikat::{Baik, Cukup, Kurang, SangatBaik};

#[test]
fn counts_mean_and_rank() {
    let (data, mut hasil) = prepare(
        &[
            o("Bidang A", "95", Baik),
            o("Bidang B", "60", Kurang),
            o(" bidang  a", "95", Baik),
            unrated("Bidang A"),
            o("Bidang A", "80.01", Cukup),
            o("Bidang A", "99.5", Baik),
        ],
        vec![unit("BIDANG A", Some("Dinas"), Some(PredikatOrganisasi::Baik), None)],
    );
    let unit = compute(
        &data,
        &mut hasil,
        &aturan("pp-30-2019"),
        &ScoreOptions::default(),
        &mut Usage::new(),
    );
    assert_eq!(unit.len(), 2);
    let a = &unit[0];
    // The name is that of the unit table; people match whatever their blanks and letter case.
    assert_eq!(
        (&*a.unit_kerja, a.unit_induk.as_deref(), a.count, a.dinilai),
        ("BIDANG A", Some("Dinas"), 5, 4)
    );
    assert_eq!(a.predikat_organisasi, Some(PredikatOrganisasi::Baik));
    assert_eq!(a.average_nilai.unwrap().to_string(), "92.38"); // 369,51 / 4 = 92,3775
    assert_eq!(
        a.predikat.iter().collect::<Vec<_>>(),
        [
            ("Sangat Baik", 0),
            ("Baik", 3),
            ("Cukup", 1),
            ("Kurang", 0),
            ("Sangat Kurang", 0)
        ]
    );
    assert_eq!(a.members, [0, 2, 3, 4, 5].map(PegawaiId));
    assert!(!a.distribusi.as_ref().unwrap().possible);
    let rank: Vec<_> = hasil.iter().map(|p| p.unit_rank).collect();
    assert_eq!(rank, [Some(2), Some(1), Some(2), None, Some(4), Some(1)]);
    assert_eq!((&*unit[1].unit_kerja, unit[1].unit_induk.as_deref()), ("Bidang B", None));
}

#[test]
fn grouped_by_the_unit_above() {
    let persons = [
        o("A", "95", Baik),
        o("B", "95", Baik),
        o("C", "95", Baik),
        o("Dinas", "95", Baik),
    ];
    let daftar = vec![
        unit("A", Some("Dinas"), Some(PredikatOrganisasi::Kurang), None),
        unit("B", Some("dinas"), None, None),
        unit("Dinas", Some("Pemda"), Some(PredikatOrganisasi::Istimewa), None),
        unit("C", Some(" "), None, None),
    ];
    let (mut data, mut hasil) = prepare(&persons, daftar);
    let aturan = aturan("permenpanrb-6-2022");
    let induk = compute(&data, &mut hasil, &aturan, &per(Pengelompokan::Induk), &mut Usage::new());
    let short_form: Vec<_> = induk
        .iter()
        .map(|u| {
            (
                &*u.unit_kerja,
                u.unit_induk.as_deref(),
                u.count,
                u.kelompok.n,
                u.predikat_organisasi,
            )
        })
        .collect();
    // People stay with their unit kerja; only the group stands one step up.
    assert_eq!(
        short_form,
        [
            ("A", Some("Dinas"), 1, 0, Some(PredikatOrganisasi::Kurang)),
            ("B", Some("dinas"), 1, 0, None),
            ("C", None, 1, 1, None),
            ("Dinas", Some("Pemda"), 1, 2, Some(PredikatOrganisasi::Istimewa)),
            // The unit at the top of the table goes one step up too, where nobody works.
            ("Pemda", None, 0, 1, None),
        ]
    );
    let dinas = induk[3].distribusi.as_ref().unwrap();
    assert_eq!(
        (induk[3].kelompok.basis, dinas.n, dinas.predikat.get(1)),
        (Pengelompokan::Induk, 2, Some(("Baik", 2)))
    );
    assert!(induk.iter().filter(|u| u.distribusi.is_some()).count() == 1);
    // The rank stays within the unit kerja.
    assert!(hasil.iter().all(|p| p.unit_rank == Some(1)));
    // Where no unit table says it, the person's own row does.
    data.pegawai[0].posting[0].unit_kerja = "X".into();
    data.pegawai[0].posting[0].detail_mut().unit_induk = Some("Sekda".into());
    hasil[0].unit_kerja = "X".into();
    let unit = compute(&data, &mut hasil, &aturan, &per(Pengelompokan::Unit), &mut Usage::new());
    assert_eq!((&*unit[0].unit_kerja, unit[0].unit_induk.as_deref()), ("X", Some("Sekda")));
}

/// A person with an atasan, counted as Baik.
fn under(data: &mut Data, hasil: &mut [HasilPegawai], who: usize, atasan: usize) {
    let nip = data.pegawai[atasan].nip.clone();
    data.pegawai[who].posting[0].nip_atasan = g(nip.clone()).state;
    hasil[who].nip_atasan = Some(nip);
}

/// The groups of a run as (unit, how many).
fn groups(data: &Data, hasil: &mut [HasilPegawai], kelompok: Pengelompokan) -> Vec<(String, u32)> {
    let unit = compute(data, hasil, &aturan("permenpanrb-6-2022"), &per(kelompok), &mut Usage::new());
    let some = unit.iter().filter(|u| u.kelompok.n > 0);
    some.map(|u| (u.unit_kerja.to_string(), u.kelompok.n)).collect()
}

fn nip(i: u32) -> String {
    format!("{i:018}")
}

#[test]
fn by_penilai_a_head_counts_with_his_peers_and_the_head_of_all_nowhere() {
    let persons = [
        o("Dinas", "95", Baik),
        o("A", "95", Baik),
        o("A", "95", Baik),
        o("A", "95", Baik),
        o("B", "95", Baik),
        o("B", "95", Baik),
        // Nobody says who is above him.
        o("B", "95", Baik),
    ];
    let daftar = vec![
        unit("Dinas", Some("Pemda"), Some(PredikatOrganisasi::Baik), Some(&nip(0))),
        unit("A", Some("Dinas"), None, Some(&nip(1))),
        unit("B", Some("Dinas"), Some(PredikatOrganisasi::Istimewa), Some(&nip(4))),
    ];
    let (mut data, mut hasil) = prepare(&persons, daftar);
    for (who, atasan) in [(1, 0), (2, 1), (3, 1), (4, 0), (5, 4)] {
        under(&mut data, &mut hasil, who, atasan);
    }
    let found = groups(&data, &mut hasil, Pengelompokan::Penilai);
    assert_eq!(found, [("Dinas".into(), 2), ("A".into(), 2), ("B".into(), 2)]);
    let unit = compute(
        &data,
        &mut hasil,
        &aturan("permenpanrb-6-2022"),
        &per(Pengelompokan::Penilai),
        &mut Usage::new(),
    );
    // A has no predikat organisasi of its own: the nearest above it, which the result says.
    let a = &unit[1];
    assert_eq!((a.predikat_organisasi, a.count, a.dinilai), (None, 3, 3));
    assert_eq!(a.kelompok.predikat_organisasi, Some(PredikatOrganisasi::Baik));
    let d = a.distribusi.as_ref().unwrap();
    assert_eq!(
        (a.kelompok.basis, a.kelompok.organisasi_source.as_deref()),
        (Pengelompokan::Penilai, Some("Dinas"))
    );
    assert!(d.small && d.moves.is_empty() && !d.deviates());
    assert_eq!(unit[2].kelompok.organisasi_source, None);
}

#[test]
fn by_penilai_without_units_or_atasan_is_the_unit_kerja() {
    let persons = [o("A", "95", Baik), o("A", "95", Baik), o("B", "95", Baik)];
    let (mut data, mut hasil) = prepare(&persons, vec![unit("A", None, Some(PredikatOrganisasi::Baik), None)]);
    assert_eq!(
        groups(&data, &mut hasil, Pengelompokan::Penilai),
        [("A".into(), 2), ("B".into(), 1)]
    );
    let unit = compute(
        &data,
        &mut hasil,
        &aturan("permenpanrb-6-2022"),
        &ScoreOptions::default(),
        &mut Usage::new(),
    );
    assert_eq!(unit[0].kelompok.basis, Pengelompokan::Unit);
    // An atasan who leads no listed unit changes nothing.
    under(&mut data, &mut hasil, 1, 2);
    assert_eq!(
        groups(&data, &mut hasil, Pengelompokan::Penilai),
        [("A".into(), 2), ("B".into(), 1)]
    );
}

#[test]
fn of_several_units_of_one_atasan_the_persons_own_else_his_atasan() {
    let persons = [
        o("Induk", "95", Baik),
        o("A", "95", Baik),
        o("B", "95", Baik),
        o("C", "95", Baik),
    ];
    let daftar = vec![
        unit("A", Some("Induk"), None, Some(&nip(0))),
        unit("B", Some("Induk"), None, Some(&nip(0))),
        unit("C", Some("Induk"), None, None),
    ];
    let (mut data, mut hasil) = prepare(&persons, daftar);
    for who in 1..4 {
        under(&mut data, &mut hasil, who, 0);
    }
    let found = groups(&data, &mut hasil, Pengelompokan::Penilai);
    assert_eq!(found, [("Induk".into(), 2), ("A".into(), 1), ("B".into(), 1)]);
}

#[test]
fn heads_without_an_atasan_in_the_data_are_peers_under_the_unit_above() {
    let persons = [o("A", "95", Baik), o("B", "95", Baik)];
    let daftar = vec![
        unit("A", Some("Pemda"), None, Some(&nip(0))),
        unit("B", Some("Pemda"), None, Some(&nip(1))),
    ];
    let (data, mut hasil) = prepare(&persons, daftar);
    let found = groups(&data, &mut hasil, Pengelompokan::Penilai);
    assert_eq!(found, [("Pemda".into(), 2)]);
    let aturan = aturan("permenpanrb-6-2022");
    let all = compute(&data, &mut hasil, &aturan, &ScoreOptions::default(), &mut Usage::new());
    assert!(all.iter().all(|u| u.kelompok.basis == Pengelompokan::Penilai));
    // One such head alone has no peers.
    let (data, mut hasil) = prepare(&persons[..1], vec![unit("A", Some("Pemda"), None, Some(&nip(0)))]);
    assert!(groups(&data, &mut hasil, Pengelompokan::Penilai).is_empty());
}

#[test]
fn the_nearest_predikat_above_ends_at_a_faulty_cell_and_at_a_circle() {
    let persons = [o("A", "95", Baik), o("B", "95", Baik)];
    let faulty = Unit {
        predikat_organisasi: crate::score::uji::f(),
        ..unit("Induk", Some("Dinas"), None, None)
    };
    let daftar = vec![
        unit("A", Some("Induk"), None, None),
        faulty,
        unit("Dinas", None, Some(PredikatOrganisasi::Baik), None),
        unit("B", Some("B2"), None, None),
        unit("B2", Some("B"), None, None),
    ];
    let (data, mut hasil) = prepare(&persons, daftar);
    let unit = compute(
        &data,
        &mut hasil,
        &aturan("permenpanrb-6-2022"),
        &per(Pengelompokan::Unit),
        &mut Usage::new(),
    );
    assert!(
        unit.iter()
            .all(|u| u.kelompok.predikat_organisasi.is_none() && u.distribusi.is_none())
    );
}

#[test]
fn a_predikat_of_the_year_before_counts_and_an_older_one_does_not() {
    let persons = [o("A", "95", Baik)];
    for (tahun, found) in [
        (None, true),
        (Some(2025), true),
        (Some(2024), true),
        (Some(2023), false),
        (Some(2026), false),
    ] {
        let row = Unit {
            capaian: e(),
            tahun_predikat: tahun.map_or_else(e, g),
            ..unit("A", None, Some(PredikatOrganisasi::Baik), None)
        };
        let (data, mut hasil) = prepare(&persons, vec![row]);
        let unit = compute(
            &data,
            &mut hasil,
            &aturan("permenpanrb-6-2022"),
            &ScoreOptions::default(),
            &mut Usage::new(),
        );
        assert_eq!(unit[0].predikat_organisasi.is_some(), found, "{tahun:?}");
        assert_eq!(data.unit[0].year_before(2025), tahun == Some(2024));
    }
}

#[test]
fn for_2022_only_the_words_of_the_regulation_count() {
    let persons: Vec<People> = (0..10).map(|_| o("A", "95", Baik)).collect();
    for (periode, batas, acuan) in [("2022", 1, "PermenPANRB 6/2022"), ("2023", 3, "SE MenPANRB 3/2023")] {
        let aturan = Aturan::load("permenpanrb-6-2022", periode.parse().unwrap()).unwrap();
        let (data, mut hasil) = prepare(&persons, vec![unit("A", None, Some(PredikatOrganisasi::Baik), None)]);
        let unit = compute(&data, &mut hasil, &aturan, &ScoreOptions::default(), &mut Usage::new());
        let d = unit[0].distribusi.as_ref().unwrap();
        assert_eq!((d.aturan.len(), d.sesuai), (batas, periode == "2022"), "{periode}");
        assert!(d.aturan.last().unwrap().acuan.starts_with(acuan), "{periode}");
        // The words stay those of 6/2022 when the percentages have come.
        assert!(
            d.aturan[0].acuan.starts_with("PermenPANRB 6/2022, Lampiran hlm. 95"),
            "{periode}"
        );
    }
}

#[test]
fn the_rule_sets_grouping_counts_unless_the_option_says_otherwise() {
    let (data, mut hasil) = prepare(&[o("A", "95", Baik)], vec![unit("A", Some("Dinas"), None, None)]);
    let mut aturan = aturan("pp-30-2019");
    let mut p = Usage::new();
    let nama = |aturan: &Aturan, options: ScoreOptions, hasil: &mut [HasilPegawai], p: &mut Usage| {
        let unit = compute(&data, hasil, aturan, &options, p);
        unit.iter().find(|u| u.kelompok.n > 0).unwrap().unit_kerja.to_string()
    };
    assert_eq!(nama(&aturan, per(Pengelompokan::Unit), &mut hasil, &mut p), "A");
    let key = |p: &Usage, a: &Aturan| a.used(p).iter().map(|b| b.key).collect::<Vec<_>>();
    assert!(!key(&p, &aturan).contains(&"pengelompokan"));
    aturan.kelompok.pengelompokan.set(Pengelompokan::Induk);
    assert_eq!(nama(&aturan, ScoreOptions::default(), &mut hasil, &mut p), "Dinas");
    assert!(key(&p, &aturan).contains(&"pengelompokan"));
    assert!(key(&p, &aturan).contains(&"klasifikasi"));
}

#[test]
fn nobody_scored_or_no_predikat_organisasi_means_nothing_to_check() {
    let aturan = aturan("permenpanrb-6-2022");
    let persons = |p| People {
        unit: "A",
        nilai: None,
        predikat: p,
    };
    let periksa = |persons: &[People], organisasi| {
        let (data, mut hasil) = prepare(persons, vec![unit("A", None, organisasi, None)]);
        compute(&data, &mut hasil, &aturan, &ScoreOptions::default(), &mut Usage::new()).remove(0)
    };
    assert!(periksa(&[persons(None)], Some(PredikatOrganisasi::Baik)).distribusi.is_none());
    assert!(periksa(&[persons(Some(Baik))], None).distribusi.is_none());
    let u = periksa(&[persons(Some(Baik)), persons(Some(Cukup))], Some(PredikatOrganisasi::Baik));
    assert!(u.distribusi.unwrap().sesuai);
    let all = [SangatBaik, Baik, Cukup, Kurang, Predikat::SangatKurang].map(|p| persons(Some(p)));
    assert!(periksa(&all, Some(PredikatOrganisasi::Baik)).distribusi.is_some());
    assert_eq!(u.average_nilai, None);
    assert_eq!(u.predikat.get(2), Some(("Butuh Perbaikan", 1)));
}

#[test]
fn the_option_gives_a_predikat_organisasi_to_units_that_have_none() {
    let persons = [o("A", "95", Baik), o("B", "95", Baik), o("C", "95", Baik), o("D", "95", Baik)];
    let wrong = Unit {
        predikat_organisasi: crate::score::uji::f(),
        ..unit("C", None, None, None)
    };
    let daftar = vec![
        unit("A", None, Some(PredikatOrganisasi::Istimewa), None),
        wrong,
        unit("D", None, None, None),
    ];
    let (data, mut hasil) = prepare(&persons, daftar);
    let options = ScoreOptions {
        predikat_organisasi: Some(PredikatOrganisasi::Kurang),
        ..ScoreOptions::default()
    };
    let unit = compute(&data, &mut hasil, &aturan("permenpanrb-6-2022"), &options, &mut Usage::new());
    let organisasi: Vec<_> = unit.iter().map(|u| u.predikat_organisasi).collect();
    assert_eq!(
        organisasi,
        [
            Some(PredikatOrganisasi::Istimewa),
            Some(PredikatOrganisasi::Kurang),
            None,
            Some(PredikatOrganisasi::Kurang)
        ]
    );
}

#[test]
fn the_leader_counts_unless_the_rule_set_says_otherwise() {
    let persons = [
        o("A", "95", Baik),
        o("A", "95", Baik),
        o("A", "95", Baik),
        o("A", "80", Cukup),
        o("A", "80", Cukup),
    ];
    let (data, mut hasil) = prepare(
        &persons,
        vec![unit("A", None, Some(PredikatOrganisasi::Baik), Some("000000000000000000"))],
    );
    let mut aturan = aturan("pp-30-2019");
    let n = |aturan: &Aturan, hasil: &mut [HasilPegawai]| {
        let u = compute(&data, hasil, aturan, &ScoreOptions::default(), &mut Usage::new()).remove(0);
        assert_eq!((u.predikat.counts()[1], u.dinilai), (3, 5));
        u.distribusi.unwrap().aturan[1].count
    };
    assert_eq!(n(&aturan, &mut hasil), 3);
    aturan.kelompok.pimpinan_dihitung.set(false);
    assert_eq!(n(&aturan, &mut hasil), 2);
}

#[test]
fn who_stands_nearest_is_named() {
    // N = 10: Sangat Baik 4 (at most 2), Baik 3 (at least 6), below 3 (at most 2).
    let persons = [
        o("A", "115", SangatBaik),
        o("A", "111", SangatBaik),
        o("A", "118", SangatBaik),
        o("A", "112", SangatBaik),
        o("A", "95", Baik),
        o("A", "95", Baik),
        o("A", "95", Baik),
        o("A", "71", Cukup),
        o("A", "85", Cukup),
        o("A", "60", Kurang),
    ];
    let (data, mut hasil) = prepare(&persons, vec![]);
    let unit = compute(
        &data,
        &mut hasil,
        &aturan("pp-30-2019"),
        &ScoreOptions::default(),
        &mut Usage::new(),
    );
    let d = unit[0].distribusi.as_ref().unwrap();
    assert_eq!(d.least_moves, Some(3));
    let step: Vec<_> = d.moves.iter().map(|p| (p.from, p.to, p.count, p.nearest.clone())).collect();
    assert_eq!(step, [("Sangat Baik", "Baik", 2, vec![1, 3]), ("Cukup", "Baik", 1, vec![8])]);
}

#[test]
fn units_roll_up_and_a_circle_is_cut() {
    let persons = [
        o("Seksi 1", "90", Baik),
        o("Seksi 2", "100", Baik),
        o("Bidang", "80", Cukup),
        unrated("Seksi 1"),
        o("X", "50", Kurang),
        o("Y", "70", Cukup),
    ];
    let daftar = vec![
        unit("Seksi 1", Some("Bidang"), None, None),
        unit("Seksi 2", Some("Bidang"), None, None),
        unit("Bidang", Some("Dinas"), None, None),
        unit("X", Some("Y"), None, None),
        unit("Y", Some("x"), None, None),
    ];
    let (data, mut hasil) = prepare(&persons, daftar);
    hasil[3].outcome = Outcome::Excepted("".into());
    let aturan = aturan("pp-30-2019");
    let mut usage = Usage::new();
    let hasil_unit = compute(&data, &mut hasil, &aturan, &ScoreOptions::default(), &mut usage);
    let scores = Scores {
        pegawai: hasil,
        unit: hasil_unit,
        bobot: None,
        asumsi: vec![],
        usage,
        missing_tables: vec![],
        kept_rhk: OnceLock::new(),
        facts: RunFacts::new(&data, &aturan, &ScoreOptions::default(), &mut Usage::new()),
    };
    let tree = nested(&data, &scores, &aturan);
    let short_form: Vec<_> = tree
        .iter()
        .map(|u| {
            let average = u.average_nilai.map(|r| r.to_string()).unwrap_or_default();
            (
                &*u.unit_kerja,
                u.level,
                u.unit.is_some(),
                u.is_cyclic,
                u.count,
                u.dinilai,
                average,
            )
        })
        .collect();
    assert_eq!(
        short_form,
        [
            ("X", 0, true, true, 2, 2, "60".to_owned()),
            ("Y", 1, true, false, 1, 1, "70".to_owned()),
            // Not in the table: after what is.
            ("Dinas", 0, false, false, 4, 3, "90".to_owned()),
            ("Bidang", 1, true, false, 4, 3, "90".to_owned()),
            ("Seksi 1", 2, true, false, 2, 1, "90".to_owned()),
            ("Seksi 2", 2, true, false, 1, 1, "100".to_owned()),
        ]
    );
    assert_eq!(tree[3].predikat, [0, 2, 1, 0, 0]);
    assert_eq!(tree.iter().map(|u| u.di_bawah).collect::<Vec<_>>(), [1, 0, 3, 2, 0, 0]);
    assert_eq!(tree.iter().map(|u| u.exempt).collect::<Vec<_>>(), [0, 0, 1, 1, 1, 0]);
    // A unit that is its own induk.
    let (data, mut hasil) = prepare(&[o("A", "90", Baik)], vec![unit("A", Some("a"), None, None)]);
    let unit = compute(&data, &mut hasil, &aturan, &ScoreOptions::default(), &mut Usage::new());
    let scores = Scores {
        pegawai: hasil,
        unit,
        bobot: None,
        asumsi: vec![],
        usage,
        missing_tables: vec![],
        kept_rhk: OnceLock::new(),
        facts: RunFacts::new(&data, &aturan, &ScoreOptions::default(), &mut Usage::new()),
    };
    let tree = nested(&data, &scores, &aturan);
    assert_eq!((tree.len(), tree[0].is_cyclic, tree[0].count), (1, true, 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn everybody_is_in_exactly_one_unit(persons in prop::collection::vec((0_usize..4, prop::option::of(0_usize..5)), 0..60)) {
        let persons: Vec<People> = persons
            .into_iter()
            .map(|(u, p)| People {
                unit: ["A", "B", "c", "C "][u],
                nilai: p.map(|p| ["115", "95", "80", "60", "30"][p]),
                predikat: p.map(|p| Predikat::ALL[p]),
            })
            .collect();
        let (data, mut hasil) = prepare(&persons, vec![unit("A", Some("B"), None, None)]);
        for kelompok in [Pengelompokan::Unit, Pengelompokan::Induk] {
            let unit = compute(&data, &mut hasil, &aturan("pp-30-2019"), &per(kelompok), &mut Usage::new());
            let mut members: Vec<_> = unit.iter().flat_map(|u| u.members.iter().map(|id| id.0)).collect();
            members.sort_unstable();
            let all: Vec<u32> = (0..u32::try_from(persons.len()).unwrap()).collect();
            prop_assert_eq!(members, all);
            for u in &unit {
                prop_assert_eq!(crate::base::ids::index(u.count), u.members.len());
                prop_assert_eq!(u.predikat.counts().iter().sum::<u32>(), u.dinilai);
            }
        }
    }
}
