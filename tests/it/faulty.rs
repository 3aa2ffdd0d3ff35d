//! A cell that is faulty is not a cell that is empty: what an unreadable cell blocks, and what it
//! does not because its value would change nothing.
use crate::support::cases::fact;
use crate::support::people::{AT, e, f, g, indikator, pegawai, perilaku, posting_at, realisasi, rhk};
use skp::model::skp::{UmpanBalik, UmpanBalikContent};
use skp::model::vocab::{Akumulasi, Aspek, AspekPerilaku, JenisJabatan, JenisRhk, MetodeKaskade, Rating, StatusPegawai};
use skp::model::{Away, Data, Pegawai, Penilaian, Periode, Scale};
use skp::rules::Aturan;
use skp::score::{HasilPegawai, Reason, ScoreOptions, Status, score};
use skp::table::TableKind;

const PP30: &str = "pp-30-2019";
const P8: &str = "permenpanrb-8-2021";
const P6: &str = "permenpanrb-6-2022";

/// Somebody of whom everything is there, under each rule set; all figures are `angka`.
fn complete(jenis: JenisJabatan, angka: &str) -> Pegawai {
    let mut p = pegawai("198001012005011001");
    let mut posting = posting_at(None, None);
    posting.jenis_jabatan = g(jenis).state;
    p.posting.push(posting);
    let mut plan = rhk("1", JenisRhk::Utama, vec![indikator(Aspek::Kuantitas, "100", angka)]);
    plan.umpan_balik.push(UmpanBalik {
        periode: Periode::Tahun(2025),
        content: g(UmpanBalikContent::Rating(Rating::Sesuai)),
    });
    p.rhk.push(plan);
    let mark = |aspek: AspekPerilaku, nilai: Scale| perilaku(aspek, e(), g(nilai));
    let leads = !matches!(jenis, JenisJabatan::Pelaksana | JenisJabatan::Fungsional);
    for a in AspekPerilaku::NUMERIK {
        if leads || a != AspekPerilaku::Kepemimpinan {
            p.perilaku.push(mark(a, Scale::Angka(angka.parse().unwrap())));
        }
    }
    for a in AspekPerilaku::BERAKHLAK {
        p.perilaku.push(mark(a, Scale::Rating(Rating::Sesuai)));
    }
    p
}

fn hasil(p: &Pegawai, id: &str) -> HasilPegawai {
    let periode = Periode::Tahun(2025);
    let aturan = Aturan::load(id, periode).unwrap();
    let data = Data::new(periode, vec![p.clone()], vec![], vec![], TableKind::ALL.to_vec(), vec![]);
    score(&data, &aturan, &ScoreOptions::default()).pegawai.remove(0)
}

#[track_caller]
fn dinilai(p: &Pegawai, id: &str) {
    let h = hasil(p, id);
    assert_eq!((h.status(), h.reasons()), (Status::Dinilai, &[][..]), "{id}");
}

#[track_caller]
fn unrated(p: &Pegawai, id: &str, sebab: &[Reason]) -> HasilPegawai {
    let h = hasil(p, id);
    assert_eq!((h.status(), h.reasons()), (Status::BelumDapatDinilai, sebab), "{id}");
    assert_eq!((h.label(), h.nilai_kinerja(), h.angka_kredit), (None, None, None));
    h
}

#[test]
fn the_whole_person_is_scored_under_every_rule_set() {
    for jenis in [JenisJabatan::Pelaksana, JenisJabatan::Pengawas, JenisJabatan::JptPratama] {
        for id in [PP30, P8, P6] {
            dinilai(&complete(jenis, "100"), id);
        }
    }
}

#[test]
fn kepemimpinan_unreadable_matters_for_a_jf_only() {
    let mut p = complete(JenisJabatan::Fungsional, "100");
    p.posting[0].detail_mut().kepemimpinan = f().into();
    unrated(&p, PP30, &[Reason::DataPegawaiTidakLengkap]);
    for jenis in [JenisJabatan::Pelaksana, JenisJabatan::Administrator] {
        let mut p = complete(jenis, "100");
        p.posting[0].detail_mut().kepemimpinan = f().into();
        dinilai(&p, PP30);
    }
}

#[test]
fn a_new_idea_unreadable_matters_only_where_it_would_decide() {
    let mut p = complete(JenisJabatan::Pelaksana, "109.99");
    p.posting[0].detail_mut().ide_baru = f().into();
    dinilai(&p, PP30);
    let mut p = complete(JenisJabatan::Pelaksana, "110");
    p.posting[0].detail_mut().ide_baru = f().into();
    unrated(&p, PP30, &[Reason::DataPegawaiTidakLengkap]);
}

#[test]
fn dates_and_status_matter_everywhere_the_kind_of_post_only_for_figures() {
    let mut p = complete(JenisJabatan::Pelaksana, "100");
    p.posting[0].mulai = f().state;
    for id in [PP30, P8, P6] {
        unrated(&p, id, &[Reason::DataPegawaiTidakLengkap]);
    }
    let mut p = complete(JenisJabatan::Pelaksana, "100");
    p.posting[0].detail_mut().status = f().into();
    for id in [PP30, P8, P6] {
        unrated(&p, id, &[Reason::DataPegawaiTidakLengkap]);
    }
    let mut p = complete(JenisJabatan::Pelaksana, "100");
    p.posting[0].jenis_jabatan = f().state;
    for id in [PP30, P8] {
        let h = unrated(&p, id, &[Reason::DataPegawaiTidakLengkap]);
        assert!(h.facts.is_empty(), "the reader has told it");
    }
    dinilai(&p, P6);
    // The model found another cell of the row that figures need: no matter where there are none.
    let mut p = complete(JenisJabatan::Pelaksana, "100");
    p.defects.faulty = true;
    unrated(&p, PP30, &[Reason::DataPegawaiTidakLengkap]);
    dinilai(&p, P6);
    let mut p = complete(JenisJabatan::Pelaksana, "100");
    p.defects.doubled = true;
    for id in [PP30, P8, P6] {
        unrated(&p, id, &[Reason::BarisGanda]);
    }
}

#[test]
fn a_posting_outside_the_period_is_none() {
    let day = jiff::civil::date(2024, 12, 31);
    let mut p = complete(JenisJabatan::Pelaksana, "100");
    p.posting[0].selesai = g(day).state;
    for id in [PP30, P6] {
        let h = unrated(&p, id, &[Reason::TanpaJabatan]);
        assert!(h.facts.iter().any(|x| x.kode() == "HSL013"));
    }
}

#[test]
fn cells_of_an_rhk_that_choose_its_formula() {
    use JenisJabatan::{JptPratama, Pelaksana};
    let with = |jenis: JenisJabatan, edit: &dyn Fn(&mut skp::model::RencanaHasilKerja)| {
        let mut p = complete(jenis, "100");
        edit(&mut p.rhk[0]);
        p
    };
    let p = with(Pelaksana, &|r| r.jenis = skp::model::State::Faulty);
    unrated(&p, PP30, &[Reason::RhkTidakLengkap]);
    let p = with(Pelaksana, &|r| r.detail_mut().method = f::<MetodeKaskade>().into());
    unrated(&p, P8, &[Reason::RhkTidakLengkap]);
    dinilai(&p, PP30);
    let p = with(Pelaksana, &|r| r.indikator[0].aim_mut().aspek = f().into());
    unrated(&p, P8, &[Reason::RhkTidakLengkap]);
    dinilai(&p, PP30);
    let p = with(JptPratama, &|r| r.indikator[0].detail_mut().kelompok = f().into());
    unrated(&p, P8, &[Reason::RhkTidakLengkap]);
    let p = with(JptPratama, &|r| r.indikator[0].detail_mut().target_maksimal = f().into());
    unrated(&p, P8, &[Reason::RhkTidakLengkap]);
    // On 99 the maximum attainable would change nothing.
    let mut p = complete(JptPratama, "99");
    p.rhk[0].indikator[0].detail_mut().target_maksimal = f().into();
    dinilai(&p, P8);
    // The reader finds no posting for a `mulai` that cannot be read.
    let p = with(Pelaksana, &|r| {
        r.detail_mut().mulai = f().into();
        r.posting_no = None;
    });
    let h = hasil(&p, PP30);
    assert!(h.reasons().contains(&Reason::PostingTidakDikenal), "{:?}", h.reasons());
    let p = with(Pelaksana, &|r| r.indikator[0].aim_mut().target = f().into());
    let h = unrated(&p, PP30, &[Reason::TargetTidakDapatDihitung]);
    assert!(h.facts.is_empty(), "the reader has told it");
    let p = with(Pelaksana, &|r| r.indikator[0].detail_mut().arah = f().into());
    unrated(&p, PP30, &[Reason::TargetTidakDapatDihitung]);
    let p = with(Pelaksana, &|r| r.doubled = true);
    for id in [PP30, P8, P6] {
        unrated(&p, id, &[Reason::BarisGanda]);
    }
    let p = with(Pelaksana, &|r| r.indikator[0].aim_mut().doubled = true);
    for id in [PP30, P8, P6] {
        unrated(&p, id, &[Reason::BarisGanda]);
    }
    let p = with(Pelaksana, &|r| r.indikator.clear());
    let h = unrated(&p, PP30, &[Reason::TargetTidakDapatDihitung]);
    assert_eq!(h.facts[0].kode(), "TGT001");
}

#[test]
fn akumulasi_unreadable_matters_for_several_periods_only() {
    let mut p = complete(JenisJabatan::Pelaksana, "100");
    let i = &mut p.rhk[0].indikator[0];
    i.detail_mut().akumulasi = f::<Akumulasi>().into();
    i.realisasi = std::iter::once(realisasi("2025-TW2", "100")).collect();
    dinilai(&p, PP30);
    p.rhk[0].indikator[0].realisasi.push(realisasi("2025-TW3", "100"));
    unrated(&p, PP30, &[Reason::RealisasiTidakDapatDihitung]);
}

#[test]
fn units_that_cannot_be_the_same_block_another_word_does_not() {
    let mut p = complete(JenisJabatan::Pelaksana, "100");
    let i = &mut p.rhk[0].indikator[0];
    i.aim_mut().satuan = g("dokumen".into()).into();
    i.realisasi[0].detail_mut().satuan = Some("laporan".into());
    dinilai(&p, PP30);
    assert_eq!(hasil(&p, PP30).facts[0].kode(), "REA005");
    p.rhk[0].indikator[0].realisasi[0].detail_mut().satuan = Some("%".into());
    let h = unrated(&p, PP30, &[Reason::RealisasiTidakDapatDihitung]);
    assert_eq!(h.facts[0].kode(), "REA004");
}

#[test]
fn perilaku_rows_that_might_belong_to_any_aspek() {
    let mut p = complete(JenisJabatan::Pelaksana, "100");
    let mut row = p.perilaku[0].clone();
    row.detail_mut().aspek = f().into();
    p.perilaku.push(row);
    unrated(&p, PP30, &[Reason::PerilakuTidakLengkap]);
    let mut p = complete(JenisJabatan::Pelaksana, "100");
    p.perilaku[1].detail_mut().penilai = f().into();
    unrated(&p, PP30, &[Reason::PerilakuTidakLengkap]);
    let mut p = complete(JenisJabatan::Pelaksana, "100");
    p.perilaku[1].detail_mut().nilai = f().into();
    let h = hasil(&p, PP30);
    assert_eq!(h.reasons(), [Reason::PerilakuTidakLengkap]);
    // A BerAKHLAK value of doubtful origin is no matter of the numeric regime, and the other way round.
    let mut p = complete(JenisJabatan::Pelaksana, "100");
    p.perilaku[6].detail_mut().penilai = f().into();
    dinilai(&p, PP30);
    unrated(&p, P6, &[Reason::PerluKeputusanPenilai]);
}

#[test]
fn a_typed_rating_that_cannot_be_read_is_not_replaced_by_the_proposal() {
    let typed = |hasil: bool, perilaku: bool| Penilaian {
        at: AT,
        periode: e(),
        hasil_kerja: if hasil { f() } else { e() },
        perilaku_kerja: if perilaku { f() } else { e() },
        hasil_akhir: g(skp::model::vocab::Predikat::Baik),
        start: None,
        end: None,
        plt: false,
        withheld: false,
        of_download: false,
    };
    for (hasil_kerja, perilaku, words) in [
        (true, false, "rating hasil kerja yang ditulis tidak terbaca"),
        (false, true, "rating perilaku kerja yang ditulis tidak terbaca"),
    ] {
        let mut p = complete(JenisJabatan::Pelaksana, "100");
        p.penilaian.push(typed(hasil_kerja, perilaku));
        let h = unrated(&p, P6, &[Reason::PerluKeputusanPenilai]);
        assert_eq!(h.facts[0].kode(), "HSL005");
        assert_eq!(fact(&h.facts[0]).1, words);
    }
    // Both unreadable and a predikat typed: it does not count as "no ratings at all".
    let mut p = complete(JenisJabatan::Pelaksana, "100");
    p.penilaian.push(typed(true, true));
    unrated(&p, P6, &[Reason::PerluKeputusanPenilai]);
}

#[test]
fn a_set_nilai_unreadable_is_told_by_the_reader() {
    let mut p = complete(JenisJabatan::Pelaksana, "100");
    p.posting[0].detail_mut().status = g(StatusPegawai::TugasBelajar).into();
    p.posting[0].away = Some(Box::new(Away {
        nilai_ditetapkan: f(),
        ..Away::unsaid(AT)
    }));
    let h = unrated(&p, PP30, &[Reason::NilaiDitetapkanKosong]);
    assert!(h.facts.is_empty());
}

#[test]
fn a_table_that_the_whole_run_lacks_is_counted_not_told_per_person() {
    let periode = Periode::Tahun(2025);
    let mut p = complete(JenisJabatan::Pelaksana, "100");
    p.rhk[0].indikator[0].realisasi = skp::base::few::Few::new();
    p.perilaku.clear();
    let without = |kinds: &[TableKind]| -> Vec<TableKind> {
        TableKind::ALL
            .into_iter()
            .filter(|j| !kinds.contains(j) && *j != TableKind::FormulirEvaluasi)
            .collect()
    };
    let aturan = Aturan::load(PP30, periode).unwrap();
    let data = Data::new(
        periode,
        vec![p.clone(), p],
        vec![],
        vec![],
        without(&[TableKind::Realisasi, TableKind::Perilaku]),
        vec![],
    );
    let scores = score(&data, &aturan, &ScoreOptions::default());
    let lacking: Vec<_> = scores.missing_tables.iter().map(|f| format!("{:?}", f.fact)).collect();
    assert_eq!(
        lacking,
        [
            "NoRealisasiTable { pegawai: 2, plan_forms: false }",
            "NoPerilakuTable { pegawai: 2, plan_forms: false }"
        ]
    );
    for h in &scores.pegawai {
        assert!(h.facts.is_empty(), "{:?}", h.facts);
        assert_eq!(h.reasons(), [Reason::RealisasiKosong, Reason::PerilakuTidakLengkap]);
    }
}

#[test]
fn a_run_says_which_assumptions_it_leaned_on_and_no_others() {
    let periode = Periode::Tahun(2025);
    let asumsi = |people: Vec<Pegawai>, id: &str| {
        let aturan = Aturan::load(id, periode).unwrap();
        let data = Data::new(periode, people, vec![], vec![], TableKind::ALL.to_vec(), vec![]);
        score(&data, &aturan, &ScoreOptions::default()).asumsi
    };
    let atasan = complete(JenisJabatan::Administrator, "100");
    let link = |n: usize| {
        let mut p = complete(JenisJabatan::Pelaksana, "100");
        p.nip = "198001012005011002".into();
        p.rhk[0].detail_mut().method = g(MetodeKaskade::TidakLangsung).into();
        p.rhk[0].tautan = vec![
            skp::model::Tautan {
                kode: "1".into(),
                to: Ok(skp::model::TautanTarget::Rhk(skp::model::RhkId {
                    pegawai: skp::model::PegawaiId(0),
                    rhk: skp::base::ids::RhkNo(0),
                })),
            };
            n
        ]
        .into_iter()
        .collect();
        p
    };
    let has = |people: &[Pegawai], key: &str| asumsi(people.to_vec(), P8).iter().any(|k| k == key);
    assert!(!has(&[atasan.clone(), link(1)], "kaskade_beberapa"));
    assert!(has(&[atasan.clone(), link(2)], "kaskade_beberapa"));
    // Weights of raters only where somebody but the atasan rates.
    let mut p = complete(JenisJabatan::Pelaksana, "100");
    assert!(!asumsi(vec![p.clone()], PP30).iter().any(|k| k == "bobot_penilai"));
    let mut row = p.perilaku[0].clone();
    row.detail_mut().penilai = g(skp::model::vocab::PenilaiKind::Rekan).into();
    p.perilaku.push(row);
    assert!(asumsi(vec![p], PP30).iter().any(|k| k == "bobot_penilai"));
}

#[test]
fn a_rule_counts_as_used_only_where_it_decided_something() {
    let periode = Periode::Tahun(2025);
    let used = |p: &Pegawai, id: &str, key: &str| {
        let aturan = Aturan::load(id, periode).unwrap();
        let data = Data::new(periode, vec![p.clone()], vec![], vec![], TableKind::ALL.to_vec(), vec![]);
        let scores = score(&data, &aturan, &ScoreOptions::default());
        aturan.used(&scores.usage).iter().any(|b| b.key == key)
    };
    // Two postings: the last one decides.
    let stays = complete(JenisJabatan::Pelaksana, "100");
    let mut moves = stays.clone();
    let july = jiff::civil::date(2025, 7, 1);
    moves.posting[0].selesai = g(july.yesterday().unwrap()).state;
    let mut new = moves.posting[0].clone();
    (new.mulai, new.selesai) = (g(july).state, e().state);
    moves.posting.push(new);
    assert!(!used(&stays, PP30, "posting_terakhir"));
    assert!(used(&moves, PP30, "posting_terakhir"));
    // A row as Plt beside the definitive post is set aside.
    let mut acting = stays.clone();
    acting.posting.push(stays.posting[0].clone());
    acting.posting[1].plt = true;
    assert!(!used(&stays, PP30, "plt"));
    assert!(used(&acting, PP30, "plt"));
    // The printed matrix is for three aspek; for another number it is extended.
    let aspek = |n: usize| {
        let mut p = stays.clone();
        let all = [Aspek::Kuantitas, Aspek::Kualitas, Aspek::Waktu];
        p.rhk[0].indikator = all[..n].iter().map(|a| indikator(*a, "100", "100")).collect();
        p
    };
    assert!(!used(&aspek(1), P8, "matriks_aspek_lain"));
    assert!(used(&aspek(2), P8, "matriks_aspek_lain"));
    assert!(!used(&aspek(3), P8, "matriks_aspek_lain"));
    // A nilai right at its limit was not limited.
    let mut full = complete(JenisJabatan::Pelaksana, "120");
    assert!(!used(&full, PP30, "batas_nilai_skp"));
    let tambahan = |kode: &str| {
        let mut r = rhk(kode, JenisRhk::Tambahan, vec![indikator(Aspek::Kuantitas, "100", "120")]);
        r.detail_mut().lingkup = g(3).into();
        r
    };
    full.rhk.push(tambahan("2"));
    assert!(used(&full, PP30, "batas_nilai_skp"));
    let poin = |n: usize| {
        let mut p = stays.clone();
        p.rhk.extend((0..n).map(|i| tambahan(&format!("T{i}"))));
        (hasil(&p, PP30).nilai_kinerja_tambahan, used(&p, PP30, "batas_tambahan"))
    };
    let (few, many) = (poin(1), poin(20));
    assert_eq!((few.1, many), (false, (Some(10.into()), true)));
}
