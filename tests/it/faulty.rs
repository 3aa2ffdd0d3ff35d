//! A cell that is faulty is not a cell that is empty: what an unreadable cell blocks, and what it
//! does not because its value would change nothing.
use crate::support::cases::fact;
use crate::support::people::{AT, e, f, g, indikator, pegawai, posting_at, realisasi, rhk};
use skp::model::skp::{IsiUmpanBalik, UmpanBalik};
use skp::model::vocab::{Akumulasi, Aspek, AspekPerilaku, JenisJabatan, JenisRhk, MetodeKaskade, Rating, StatusPegawai};
use skp::model::{Data, Defect, NilaiPerilaku, Pegawai, Penilaian, Periode, Skala};
use skp::rules::Aturan;
use skp::score::{HasilPegawai, Reason, ScoreOptions, Status, score};
use skp::table::JenisTabel;

const PP30: &str = "pp-30-2019";
const P8: &str = "permenpanrb-8-2021";
const P6: &str = "permenpanrb-6-2022";

/// Somebody of whom everything is there, under each rule set; all figures are `angka`.
fn lengkap(jenis: JenisJabatan, angka: &str) -> Pegawai {
    let mut p = pegawai("198001012005011001");
    let mut posting = posting_at(None, None);
    posting.jenis_jabatan = g(jenis);
    p.posting.push(posting);
    let mut plan = rhk("1", JenisRhk::Utama, vec![indikator(Aspek::Kuantitas, "100", angka)]);
    plan.umpan_balik.push(UmpanBalik {
        periode: Periode::Tahun(2025),
        isi: g(IsiUmpanBalik::Rating(Rating::Sesuai)),
    });
    p.rhk.push(plan);
    let mark = |aspek: AspekPerilaku, nilai: Skala| NilaiPerilaku {
        at: AT,
        aspek: g(aspek),
        penilai: e(),
        nip_penilai: e(),
        nilai: g(nilai),
    };
    let memimpin = !matches!(jenis, JenisJabatan::Pelaksana | JenisJabatan::Fungsional);
    for a in AspekPerilaku::NUMERIK {
        if memimpin || a != AspekPerilaku::Kepemimpinan {
            p.perilaku.push(mark(a, Skala::Angka(angka.parse().unwrap())));
        }
    }
    for a in AspekPerilaku::BERAKHLAK {
        p.perilaku.push(mark(a, Skala::Rating(Rating::Sesuai)));
    }
    p
}

fn hasil(p: &Pegawai, id: &str) -> HasilPegawai {
    let periode = Periode::Tahun(2025);
    let aturan = Aturan::load(id, periode).unwrap();
    let data = Data::new(periode, vec![p.clone()], vec![], vec![], JenisTabel::ALL.to_vec(), vec![]);
    score(&data, &aturan, &ScoreOptions::default()).pegawai.remove(0)
}

#[track_caller]
fn dinilai(p: &Pegawai, id: &str) {
    let h = hasil(p, id);
    assert_eq!((h.status, h.sebab), (Status::Dinilai, vec![]), "{id}");
}

#[track_caller]
fn belum(p: &Pegawai, id: &str, sebab: &[Reason]) -> HasilPegawai {
    let h = hasil(p, id);
    assert_eq!((h.status, h.sebab.as_slice()), (Status::BelumDapatDinilai, sebab), "{id}");
    assert_eq!((h.predikat, h.nilai_kinerja, h.angka_kredit), (None, None, None));
    h
}

#[test]
fn the_whole_person_is_scored_under_every_rule_set() {
    for jenis in [JenisJabatan::Pelaksana, JenisJabatan::Pengawas, JenisJabatan::JptPratama] {
        for id in [PP30, P8, P6] {
            dinilai(&lengkap(jenis, "100"), id);
        }
    }
}

#[test]
fn kepemimpinan_unreadable_matters_for_a_jf_only() {
    let mut p = lengkap(JenisJabatan::Fungsional, "100");
    p.posting[0].kepemimpinan = f();
    belum(&p, PP30, &[Reason::DataPegawaiTidakLengkap]);
    for jenis in [JenisJabatan::Pelaksana, JenisJabatan::Administrator] {
        let mut p = lengkap(jenis, "100");
        p.posting[0].kepemimpinan = f();
        dinilai(&p, PP30);
    }
}

#[test]
fn ide_baru_unreadable_matters_only_where_it_would_decide() {
    let mut p = lengkap(JenisJabatan::Pelaksana, "109.99");
    p.posting[0].ide_baru = f();
    dinilai(&p, PP30);
    let mut p = lengkap(JenisJabatan::Pelaksana, "110");
    p.posting[0].ide_baru = f();
    belum(&p, PP30, &[Reason::DataPegawaiTidakLengkap]);
}

#[test]
fn dates_and_status_matter_everywhere_the_kind_of_post_only_for_figures() {
    let mut p = lengkap(JenisJabatan::Pelaksana, "100");
    p.posting[0].mulai = f();
    for id in [PP30, P8, P6] {
        belum(&p, id, &[Reason::DataPegawaiTidakLengkap]);
    }
    let mut p = lengkap(JenisJabatan::Pelaksana, "100");
    p.posting[0].status = f();
    for id in [PP30, P8, P6] {
        belum(&p, id, &[Reason::DataPegawaiTidakLengkap]);
    }
    let mut p = lengkap(JenisJabatan::Pelaksana, "100");
    p.posting[0].jenis_jabatan = f();
    for id in [PP30, P8] {
        let h = belum(&p, id, &[Reason::DataPegawaiTidakLengkap]);
        assert!(h.fakta.is_empty(), "the reader has told it");
    }
    dinilai(&p, P6);
    // The model found another cell of the row that figures need: no matter where there are none.
    let mut p = lengkap(JenisJabatan::Pelaksana, "100");
    p.cacat = vec![Defect::DataPegawaiSalah];
    belum(&p, PP30, &[Reason::DataPegawaiTidakLengkap]);
    dinilai(&p, P6);
    let mut p = lengkap(JenisJabatan::Pelaksana, "100");
    p.cacat = vec![Defect::BarisGanda];
    for id in [PP30, P8, P6] {
        belum(&p, id, &[Reason::BarisGanda]);
    }
}

#[test]
fn a_posting_outside_the_period_is_none() {
    let day = jiff::civil::date(2024, 12, 31);
    let mut p = lengkap(JenisJabatan::Pelaksana, "100");
    p.posting[0].selesai = g(day);
    for id in [PP30, P6] {
        let h = hasil(&p, id);
        assert_eq!(h.status, Status::BelumDapatDinilai);
        assert!(h.sebab.contains(&Reason::DataPegawaiTidakLengkap), "{:?}", h.sebab);
        assert!(h.fakta.iter().any(|x| x.kode() == "HSL013"));
    }
}

#[test]
fn cells_of_an_rhk_that_choose_its_formula() {
    use JenisJabatan::{JptPratama, Pelaksana};
    let with = |jenis: JenisJabatan, edit: &dyn Fn(&mut skp::model::RencanaHasilKerja)| {
        let mut p = lengkap(jenis, "100");
        edit(&mut p.rhk[0]);
        p
    };
    let p = with(Pelaksana, &|r| r.jenis = f());
    belum(&p, PP30, &[Reason::RhkTidakLengkap]);
    let p = with(Pelaksana, &|r| r.metode = f::<MetodeKaskade>());
    belum(&p, P8, &[Reason::RhkTidakLengkap]);
    dinilai(&p, PP30);
    let p = with(Pelaksana, &|r| r.indikator[0].aspek = f());
    belum(&p, P8, &[Reason::RhkTidakLengkap]);
    dinilai(&p, PP30);
    let p = with(JptPratama, &|r| r.indikator[0].kelompok = f());
    belum(&p, P8, &[Reason::RhkTidakLengkap]);
    let p = with(JptPratama, &|r| r.indikator[0].target_maksimal = f());
    belum(&p, P8, &[Reason::RhkTidakLengkap]);
    // On 99 the maximum attainable would change nothing.
    let mut p = lengkap(JptPratama, "99");
    p.rhk[0].indikator[0].target_maksimal = f();
    dinilai(&p, P8);
    let p = with(Pelaksana, &|r| r.mulai = f());
    let h = hasil(&p, PP30);
    assert!(h.sebab.contains(&Reason::PostingTidakDikenal), "{:?}", h.sebab);
    let p = with(Pelaksana, &|r| r.indikator[0].target = f());
    let h = belum(&p, PP30, &[Reason::TargetTidakDapatDihitung]);
    assert!(h.fakta.is_empty(), "the reader has told it");
    let p = with(Pelaksana, &|r| r.indikator[0].arah = f());
    belum(&p, PP30, &[Reason::TargetTidakDapatDihitung]);
    let p = with(Pelaksana, &|r| r.ganda = true);
    for id in [PP30, P8, P6] {
        belum(&p, id, &[Reason::BarisGanda]);
    }
    let p = with(Pelaksana, &|r| r.indikator[0].ganda = true);
    for id in [PP30, P8, P6] {
        belum(&p, id, &[Reason::BarisGanda]);
    }
    let p = with(Pelaksana, &|r| r.indikator.clear());
    let h = belum(&p, PP30, &[Reason::TargetTidakDapatDihitung]);
    assert_eq!(h.fakta[0].kode(), "TGT001");
}

#[test]
fn akumulasi_unreadable_matters_for_several_periods_only() {
    let mut p = lengkap(JenisJabatan::Pelaksana, "100");
    let i = &mut p.rhk[0].indikator[0];
    i.akumulasi = f::<Akumulasi>();
    i.realisasi = vec![realisasi("2025-TW2", "100")];
    dinilai(&p, PP30);
    p.rhk[0].indikator[0].realisasi.push(realisasi("2025-TW3", "100"));
    belum(&p, PP30, &[Reason::RealisasiTidakDapatDihitung]);
}

#[test]
fn units_that_cannot_be_the_same_block_another_word_does_not() {
    let mut p = lengkap(JenisJabatan::Pelaksana, "100");
    let i = &mut p.rhk[0].indikator[0];
    i.satuan = g("dokumen".into());
    i.realisasi[0].satuan = Some("laporan".into());
    dinilai(&p, PP30);
    assert_eq!(hasil(&p, PP30).fakta[0].kode(), "REA005");
    p.rhk[0].indikator[0].realisasi[0].satuan = Some("%".into());
    let h = belum(&p, PP30, &[Reason::RealisasiTidakDapatDihitung]);
    assert_eq!(h.fakta[0].kode(), "REA004");
}

#[test]
fn perilaku_rows_that_might_belong_to_any_aspek() {
    let mut p = lengkap(JenisJabatan::Pelaksana, "100");
    let mut row = p.perilaku[0].clone();
    row.aspek = f();
    p.perilaku.push(row);
    belum(&p, PP30, &[Reason::PerilakuTidakLengkap]);
    let mut p = lengkap(JenisJabatan::Pelaksana, "100");
    p.perilaku[1].penilai = f();
    belum(&p, PP30, &[Reason::PerilakuTidakLengkap]);
    let mut p = lengkap(JenisJabatan::Pelaksana, "100");
    p.perilaku[1].nilai = f();
    let h = hasil(&p, PP30);
    assert_eq!(h.sebab, [Reason::PerilakuTidakLengkap]);
    // A BerAKHLAK value of doubtful origin is no matter of the numeric regime, and the other way round.
    let mut p = lengkap(JenisJabatan::Pelaksana, "100");
    p.perilaku[6].penilai = f();
    dinilai(&p, PP30);
    belum(&p, P6, &[Reason::PerluKeputusanPenilai]);
}

#[test]
fn a_typed_rating_that_cannot_be_read_is_not_replaced_by_the_proposal() {
    let typed = |hasil: bool, perilaku: bool| Penilaian {
        at: AT,
        periode: e(),
        hasil_kerja: if hasil { f() } else { e() },
        perilaku_kerja: if perilaku { f() } else { e() },
        hasil_akhir: g(skp::model::vocab::Predikat::Baik),
        awal: None,
        akhir: None,
        plt: false,
    };
    for (hasil_kerja, perilaku, words) in [
        (true, false, "rating hasil kerja yang ditulis tidak terbaca"),
        (false, true, "rating perilaku kerja yang ditulis tidak terbaca"),
    ] {
        let mut p = lengkap(JenisJabatan::Pelaksana, "100");
        p.penilaian.push(typed(hasil_kerja, perilaku));
        let h = belum(&p, P6, &[Reason::PerluKeputusanPenilai]);
        assert_eq!(h.fakta[0].kode(), "HSL005");
        assert_eq!(fact(&h.fakta[0]).1, words);
    }
    // Both unreadable and a predikat typed: it does not count as "no ratings at all".
    let mut p = lengkap(JenisJabatan::Pelaksana, "100");
    p.penilaian.push(typed(true, true));
    belum(&p, P6, &[Reason::PerluKeputusanPenilai]);
}

#[test]
fn nilai_ditetapkan_unreadable_is_told_by_the_reader() {
    let mut p = lengkap(JenisJabatan::Pelaksana, "100");
    p.posting[0].status = g(StatusPegawai::TugasBelajar);
    p.posting[0].nilai_ditetapkan = f();
    let h = belum(&p, PP30, &[Reason::NilaiDitetapkanKosong]);
    assert!(h.fakta.is_empty());
}

#[test]
fn a_table_that_the_whole_run_lacks_is_counted_not_told_per_person() {
    let periode = Periode::Tahun(2025);
    let mut p = lengkap(JenisJabatan::Pelaksana, "100");
    p.rhk[0].indikator[0].realisasi.clear();
    p.perilaku.clear();
    let without = |kinds: &[JenisTabel]| -> Vec<JenisTabel> {
        JenisTabel::ALL
            .into_iter()
            .filter(|j| !kinds.contains(j) && *j != JenisTabel::FormulirEvaluasi)
            .collect()
    };
    let aturan = Aturan::load(PP30, periode).unwrap();
    let data = Data::new(
        periode,
        vec![p.clone(), p],
        vec![],
        vec![],
        without(&[JenisTabel::Realisasi, JenisTabel::Perilaku]),
        vec![],
    );
    let scores = score(&data, &aturan, &ScoreOptions::default());
    let kurang: Vec<_> = scores.tabel_kurang.iter().map(|f| format!("{:?}", f.fact)).collect();
    assert_eq!(
        kurang,
        [
            "TabelRealisasiTidakAda { pegawai: 2 }",
            "TabelPerilakuTidakAda { pegawai: 2 }"
        ]
    );
    for h in &scores.pegawai {
        assert!(h.fakta.is_empty(), "{:?}", h.fakta);
        assert_eq!(h.sebab, [Reason::RealisasiKosong, Reason::PerilakuTidakLengkap]);
    }
}

#[test]
fn a_run_says_which_assumptions_it_leaned_on_and_no_others() {
    let periode = Periode::Tahun(2025);
    let asumsi = |people: Vec<Pegawai>, id: &str| {
        let aturan = Aturan::load(id, periode).unwrap();
        let data = Data::new(periode, people, vec![], vec![], JenisTabel::ALL.to_vec(), vec![]);
        score(&data, &aturan, &ScoreOptions::default()).asumsi
    };
    let atasan = lengkap(JenisJabatan::Administrator, "100");
    let link = |n: usize| {
        let mut p = lengkap(JenisJabatan::Pelaksana, "100");
        p.nip = "198001012005011002".into();
        p.rhk[0].metode = g(MetodeKaskade::TidakLangsung);
        p.rhk[0].tautan = vec![
            skp::model::Tautan {
                kode: "1".into(),
                at: AT,
                ke: Ok(skp::model::TautanKe::Rhk(skp::model::RhkId {
                    pegawai: skp::model::PegawaiId(0),
                    rhk: 0,
                })),
            };
            n
        ];
        p
    };
    let has = |people: &[Pegawai], key: &str| asumsi(people.to_vec(), P8).iter().any(|k| k == key);
    assert!(!has(&[atasan.clone(), link(1)], "kaskade_beberapa"));
    assert!(has(&[atasan.clone(), link(2)], "kaskade_beberapa"));
    // Weights of raters only where somebody but the atasan rates.
    let mut p = lengkap(JenisJabatan::Pelaksana, "100");
    assert!(!asumsi(vec![p.clone()], PP30).iter().any(|k| k == "bobot_penilai"));
    let mut row = p.perilaku[0].clone();
    row.penilai = g(skp::model::vocab::SumberPenilai::Rekan);
    p.perilaku.push(row);
    assert!(asumsi(vec![p], PP30).iter().any(|k| k == "bobot_penilai"));
}

#[test]
fn a_rule_counts_as_used_only_where_it_decided_something() {
    let periode = Periode::Tahun(2025);
    let dipakai = |p: &Pegawai, id: &str, kunci: &str| {
        let aturan = Aturan::load(id, periode).unwrap();
        let data = Data::new(periode, vec![p.clone()], vec![], vec![], JenisTabel::ALL.to_vec(), vec![]);
        let scores = score(&data, &aturan, &ScoreOptions::default());
        aturan.dipakai(&scores.pakai).iter().any(|b| b.kunci == kunci)
    };
    // Two postings: the last one decides.
    let tetap = lengkap(JenisJabatan::Pelaksana, "100");
    let mut pindah = tetap.clone();
    let july = jiff::civil::date(2025, 7, 1);
    pindah.posting[0].selesai = g(july.yesterday().unwrap());
    let mut baru = pindah.posting[0].clone();
    (baru.mulai, baru.selesai) = (g(july), e());
    pindah.posting.push(baru);
    assert!(!dipakai(&tetap, PP30, "posting_terakhir"));
    assert!(dipakai(&pindah, PP30, "posting_terakhir"));
    // The printed matrix is for three aspek; for another number it is extended.
    let aspek = |n: usize| {
        let mut p = tetap.clone();
        let semua = [Aspek::Kuantitas, Aspek::Kualitas, Aspek::Waktu];
        p.rhk[0].indikator = semua[..n].iter().map(|a| indikator(*a, "100", "100")).collect();
        p
    };
    assert!(!dipakai(&aspek(1), P8, "matriks_aspek_lain"));
    assert!(dipakai(&aspek(2), P8, "matriks_aspek_lain"));
    assert!(!dipakai(&aspek(3), P8, "matriks_aspek_lain"));
    // A nilai right at its limit was not limited.
    let mut penuh = lengkap(JenisJabatan::Pelaksana, "120");
    assert!(!dipakai(&penuh, PP30, "batas_nilai_skp"));
    let tambahan = |kode: &str| {
        let mut r = rhk(kode, JenisRhk::Tambahan, vec![indikator(Aspek::Kuantitas, "100", "120")]);
        r.lingkup = g(3);
        r
    };
    penuh.rhk.push(tambahan("2"));
    assert!(dipakai(&penuh, PP30, "batas_nilai_skp"));
    let poin = |n: usize| {
        let mut p = tetap.clone();
        p.rhk.extend((0..n).map(|i| tambahan(&format!("T{i}"))));
        (hasil(&p, PP30).nilai_kinerja_tambahan, dipakai(&p, PP30, "batas_tambahan"))
    };
    let (sedikit, banyak) = (poin(1), poin(20));
    assert_eq!((sedikit.1, banyak), (false, (Some(10.into()), true)));
}
