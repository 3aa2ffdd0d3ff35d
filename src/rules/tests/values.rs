//! What each kind of value refuses by itself, and what it answers.

use super::*;
use crate::model::vocab::{JenisJabatan, JenisPegawai, Jenjang, Kelompok, PenilaiKind};

fn refuse(basis: &str, case: &[(&str, &str, &str)]) {
    for (key, nilai, word) in case {
        let (_, a) = reason(instansi(basis, &record(key, nilai)));
        assert!(a.contains(word), "{key} = {nilai}\n→ {a}");
    }
}

#[test]
fn values_of_the_numeric_set_that_are_refused() {
    refuse(
        "permenpanrb-8-2021",
        &[
            (
                "pembulatan.pembulatan_nilai",
                "{ iki = 2, rhk = 2, tertimbang = 2, utama = 2, tambahan = 2, skp = 2, perilaku = 2, kinerja = 2, rata_rata_unit = 7 }",
                "paling halus 6",
            ),
            (
                "angka_kredit.koefisien_angka_kredit",
                "{ pemula = 3.75, terampil = 5, mahir = 12.5, penyelia = 25, ahli_pertama = 12.5, ahli_muda = 25, ahli_madya = 37.5, ahli_utama = 0 }",
                "koefisien ahli utama harus lebih dari 0",
            ),
            (
                "angka_kredit.persen_angka_kredit",
                "{ sangat_baik = 150, baik = 100, cukup = 75, kurang = 50, sangat_kurang = -1 }",
                "negatif",
            ),
            (
                "perilaku_numerik.wajib_kepemimpinan",
                "{ jenis_jabatan = [\"pengawas\", \"pengawas\"], bila_ditandai = [] }",
                "pengawas ditulis dua kali",
            ),
            (
                "perilaku_numerik.wajib_kepemimpinan",
                "{ jenis_jabatan = [\"pengawas\"], bila_ditandai = [\"fungsional\", \"JF\"] }",
                "fungsional ditulis dua kali",
            ),
            ("perilaku.aspek_perilaku", "[]", "kosong"),
            ("perilaku.aspek_perilaku", "[\"komitmen\", \"komitmen\"]", "dua kali"),
            (
                "perilaku_numerik.bobot_penilai",
                "{ atasan = 60, rekan = 20, bawahan = 10 }",
                "sekarang 90",
            ),
            (
                "perilaku_numerik.skala_perilaku",
                "{ dari = 0, sebelum = 120 }",
                "perlu `sampai`",
            ),
            ("kinerja.batas_nilai_skp", "130", "tidak cocok dengan pp-30-2019 baris"),
            (
                "konversi.kelompok_jpt",
                "{ pertama = [\"perjanjian_kinerja\", \"direktif\"], kedua = [\"rencana_aksi\", \"inisiatif_strategis\", \"direktif\"] }",
                "direktif ditulis dua kali",
            ),
            (
                "konversi.matriks_aspek",
                "[{ kategori = \"Sangat Baik\", nilai = 1, bila = [] }, { kategori = \"Baik\", nilai = 1, bila = [] }, { kategori = \"Cukup\", nilai = 1, bila = [] }, \
                 { kategori = \"Kurang\", nilai = 1, bila = [] }, { kategori = \"Sangat Kurang\", nilai = 1, bila = [] }]",
                "hanya baris terakhir",
            ),
            (
                "konversi.matriks_aspek",
                "[{ kategori = \"Sangat Baik\", nilai = 1, bila = [{ kategori = \"Baik\" }] }, { kategori = \"Baik\", nilai = 1, bila = [{ kategori = \"Baik\", paling_sedikit = 1 }] }, \
                 { kategori = \"Cukup\", nilai = 1, bila = [{ kategori = \"Baik\", paling_sedikit = 1 }] }, { kategori = \"Kurang\", nilai = 1, bila = [{ kategori = \"Baik\", kurang_dari = 1 }] }, \
                 { kategori = \"Sangat Kurang\", nilai = 1, bila = [] }]",
                "tepat satu dari `paling_sedikit` dan `kurang_dari`",
            ),
            (
                "konversi.matriks_aspek",
                "[{ kategori = \"Baik\", nilai = 1, bila = [] }, { kategori = \"Baik\", nilai = 1, bila = [] }]",
                "Baik ditulis dua kali",
            ),
            (
                "distribusi.klasifikasi",
                "{ di_atas = [], sesuai = [\"Baik\"], di_bawah = [\"Cukup\"] }",
                "`di_atas` kosong",
            ),
            ("distribusi.distribusi_di_atas", "{ paling_sedikit = -1 }", "antara 0 dan 100"),
            (
                "tambahan.kinerja_tambahan",
                "{ cara = \"bobot\", utama = 90 }",
                "`tambahan` belum diisi",
            ),
            ("jadwal.penetapan_skp_paling_lambat", "{ hari = 1, bulan = 13 }", "tidak ada"),
            ("tindak_lanjut.pembinaan", "{ uraian = \"x\" }", "perlu syarat"),
            (
                "tindak_lanjut.pembinaan",
                "{ nilai_sebelum = 70, uraian = \" \" }",
                "`uraian` kosong",
            ),
            (
                "tindak_lanjut.pembinaan",
                "{ predikat = [\"Baik\", \"Baik\"], uraian = \"x\" }",
                "dua kali",
            ),
        ],
    );
}

#[test]
fn words_and_standings_that_are_refused() {
    refuse(
        "permenpanrb-6-2022",
        &[
            ("rating.kata_umpan_balik", "{}", "belum berisi"),
            (
                "rating.kata_umpan_balik",
                "{ \"Bagus\" = \"sesuai ekspektasi\", \" bagus!\" = \"di atas ekspektasi\" }",
                "dibaca sama",
            ),
            (
                "rating.kata_umpan_balik",
                "{ \"Sesuai Ekspektasi\" = \"di atas ekspektasi\" }",
                "sudah berupa rating",
            ),
            (
                "rating.kata_umpan_balik",
                "{ \"!\" = \"di atas ekspektasi\" }",
                "kosong setelah",
            ),
            ("rating.predikat_tidak_lulus", "[]", "paling sedikit satu"),
            ("khusus.status_bukan_sasaran", "[\"aktif\"]", "selalu dinilai"),
            ("khusus.status_bukan_sasaran", "[\"mpp\", \"mpp\"]", "dua kali"),
        ],
    );
}

#[test]
fn values_of_the_qualitative_set_that_are_refused() {
    let o = "distribusi_organisasi.organisasi_baik";
    refuse(
        "permenpanrb-6-2022",
        &[
            (
                "rating.rating_hasil_kerja",
                "{ di_atas = 101, di_bawah = 50, sesuai = 50, utama_di_bawah = 50 }",
                "di_atas harus antara",
            ),
            (
                "rating.rating_hasil_kerja",
                "{ di_atas = 50, di_bawah = -1, sesuai = 50, utama_di_bawah = 50 }",
                "di_bawah harus antara",
            ),
            (
                "rating.rating_perilaku",
                "{ di_atas = 50, di_bawah = 101 }",
                "di_bawah harus antara",
            ),
            (
                "rating.rating_hasil_kerja",
                "{ di_atas = 50, di_bawah = 50, sesuai = 50, utama_di_bawah = 101 }",
                "utama_di_bawah harus antara",
            ),
            ("rating.ambang_capaian", "{ di_atas = 90, sesuai = 90 }", "ambang harus naik"),
            ("rating.ambang_capaian", "{ di_atas = 90, sesuai = 0 }", "ambang harus naik"),
            (o, "[{ kelompok = [], terbesar = true }]", "tanpa `kelompok`"),
            (
                o,
                "[{ kelompok = [\"Baik\", \"Baik\"], paling_sedikit_orang = 1 }]",
                "dua kali",
            ),
            (
                o,
                "[{ kelompok = [\"Baik\", \"Kurang\"], terbesar = true }]",
                "hanya untuk satu predikat",
            ),
            (
                o,
                "[{ kelompok = [\"Baik\"], terbesar = true }, { kelompok = [\"Kurang\"], terbesar = true }]",
                "hanya satu kelompok",
            ),
            (o, "[{ kelompok = [\"Baik\"], terbesar = false }]", "tepat satu dari"),
            (
                o,
                "[{ kelompok = [\"Baik\"], terbesar = true, paling_sedikit_orang = 1 }]",
                "tepat satu dari",
            ),
            (
                o,
                "[{ kelompok = [\"Baik\"], paling_banyak_persen = 101 }]",
                "antara 0 dan 100",
            ),
            (
                o,
                "[{ kelompok = [\"Baik\"], paling_sedikit_persen = -1 }]",
                "antara 0 dan 100",
            ),
            (
                o,
                "[{ kelompok = [\"Sangat Baik\", \"Baik\"], paling_sedikit_orang = 1 }, { kelompok = [\"Baik\", \"Kurang\"], paling_sedikit_orang = 1 }]",
                "terpisah atau yang satu berada di dalam",
            ),
            ("kinerja.batas_nilai_skp", "120", "tidak berlaku dalam aturan kualitatif"),
            (
                "predikat.ide_baru",
                "{ wajib = true, tanpa = \"Baik\" }",
                "tidak berlaku dalam aturan kualitatif",
            ),
            ("tambahan.lingkup_1", "1", "tidak berlaku dalam aturan kualitatif"),
            ("konversi.satu_aspek", "\"x\"", "tidak berlaku dalam aturan kualitatif"),
            (
                "distribusi.distribusi_di_atas",
                "{ paling_banyak = 20 }",
                "tidak berlaku dalam aturan kualitatif",
            ),
            (
                "perilaku_numerik.bobot_penilai",
                "{ atasan = 60, rekan = 20, bawahan = 20 }",
                "tidak berlaku dalam aturan kualitatif",
            ),
        ],
    );
    // Groups within one another and apart are fine, equal ones too.
    let valid = "[{ kelompok = [\"Baik\"], paling_sedikit_orang = 1 }, { kelompok = [\"Sangat Baik\", \"Baik\"], paling_banyak_persen = 90 }, \
               { kelompok = [\"Kurang\"], paling_sedikit_orang = 1 }, { kelompok = [\"Baik\"], paling_banyak_persen = 100 }]";
    assert!(instansi("permenpanrb-6-2022", &record(o, valid)).is_ok());
    assert!(
        instansi(
            "permenpanrb-6-2022",
            &record("rating.rating_perilaku", "{ di_atas = 0, di_bawah = 100 }")
        )
        .is_ok()
    );
    assert!(
        instansi(
            "permenpanrb-6-2022",
            &record("rating.ambang_capaian", "{ di_atas = 90.01, sesuai = 90 }")
        )
        .is_ok()
    );
}

#[test]
fn predikat_organisasi_by_capaian_fall_from_the_best() {
    let all = |istimewa: &str, baik: &str, butuh_perbaikan: &str, kurang: &str| {
        let nilai = format!("{{ {istimewa}, {baik}, {butuh_perbaikan}, {kurang} }}");
        instansi("permenpanrb-6-2022", &record("rating.ambang_organisasi", &nilai))
    };
    let butuh_perbaikan = "butuh_perbaikan = 70";
    let set = all(
        "istimewa_lebih_dari = 90",
        "baik = 90",
        butuh_perbaikan,
        "kurang_lebih_dari = 50",
    )
    .unwrap();
    let ambang = set.kualitatif().unwrap().rating.ambang_organisasi.as_ref().unwrap().shown();
    for (capaian, predikat) in [
        ("90.01", "Istimewa"),
        ("90", "Baik"),
        ("89.99", "Butuh Perbaikan"),
        ("70", "Butuh Perbaikan"),
        ("69.99", "Kurang"),
        ("50.01", "Kurang"),
        ("50", "Sangat Kurang"),
        ("0", "Sangat Kurang"),
    ] {
        assert_eq!(ambang.predikat(capaian.parse().unwrap()).to_string(), predikat, "{capaian}");
    }
    for (istimewa, baik, kurang) in [
        ("istimewa = 90", "baik = 90", "kurang = 50"),
        ("istimewa = 110", "baik = 70", "kurang = 50"),
        ("istimewa = 110", "baik = 90", "kurang = 0"),
        ("istimewa = 110", "baik_lebih_dari = 110", "kurang = 50"),
    ] {
        let error = all(istimewa, baik, butuh_perbaikan, kurang).unwrap_err();
        assert!(format!("{error:?}").contains("ambang harus turun"), "{error:?}");
    }
    let both = all(
        "istimewa = 110",
        "baik = 90, baik_lebih_dari = 90",
        butuh_perbaikan,
        "kurang = 50",
    )
    .unwrap_err();
    assert!(format!("{both:?}").contains("perlu tepat satu"), "{both:?}");
}

#[test]
fn thresholds_may_exclude_either_bound() {
    for nilai in [
        "{ di_atas_lebih_dari = 100, sesuai_lebih_dari = 80 }",
        "{ di_atas_lebih_dari = 100, sesuai = 80 }",
        "{ di_atas = 100, sesuai_lebih_dari = 80 }",
    ] {
        assert!(
            instansi("permenpanrb-6-2022", &record("rating.ambang_capaian", nilai)).is_ok(),
            "{nilai}"
        );
    }
}

#[test]
fn edges_that_are_accepted() {
    for (key, nilai) in [
        ("distribusi.distribusi_sesuai", "{ paling_sedikit = 60, paling_banyak = 60 }"),
        ("distribusi.distribusi_di_atas", "{ paling_banyak = 0 }"),
        ("distribusi.distribusi_di_atas", "{ paling_banyak = 100 }"),
        ("kinerja.bobot_atasan_saja", "{ skp = 100, perilaku = 0 }"),
        ("capaian.pembulatan_pita", "0"),
        (
            "konversi.kaskade_bobot_atasan",
            "{ sangat_baik = 20, baik = 20, cukup = 20, kurang = 20, sangat_kurang = 20 }",
        ),
        ("konversi.jpt_target_maksimal", "109"),
        ("jadwal.penetapan_skp_paling_lambat", "{ hari = 31, bulan = 12 }"),
        ("tambahan.batas_tambahan", "0"),
    ] {
        let hasil = instansi("permenpanrb-8-2021", &(record(key, nilai) + "selesai = 2025-01-01\n"));
        assert!(hasil.is_ok(), "{key} = {nilai}: {hasil:?}");
    }
    assert!(instansi("pp-30-2019", &record("capaian.pembulatan_capaian", "6")).is_ok());
    assert!(instansi("pp-30-2019", &record("capaian.pembulatan_pita", "2")).is_ok());
}

#[test]
fn what_the_tables_answer() {
    let aturan = load("pp-30-2019");
    let numerik = aturan.numerik().unwrap();
    let d = |n: &str| n.parse::<Decimal>().unwrap();
    let bobot = &numerik.perilaku.bobot_penilai.nilai;
    assert_eq!(
        [PenilaiKind::Atasan, PenilaiKind::Rekan, PenilaiKind::Bawahan].map(|s| bobot.untuk(s)),
        ["60", "20", "20"].map(d)
    );
    let koefisien = &aturan.angka_kredit.koefisien_angka_kredit.nilai;
    let all: Vec<_> = Jenjang::ALL.iter().map(|&j| koefisien.untuk(j).to_string()).collect();
    assert_eq!(all, ["3.75", "5", "12.5", "25", "12.5", "25", "37.5", "50"]);
    let persen = &aturan.angka_kredit.persen_angka_kredit.nilai;
    let all: Vec<_> = Predikat::ALL.iter().map(|&p| persen.untuk(p).to_string()).collect();
    assert_eq!(all, ["150", "100", "75", "50", "25"]);
    let lingkup: Vec<_> = (0..=4)
        .map(|n| numerik.tambahan.lingkup(n).map(|p| p.nilai.to_string()))
        .collect();
    assert_eq!(lingkup, [None, Some("1".into()), Some("2".into()), Some("3".into()), None]);
    let kepemimpinan = &numerik.perilaku.wajib_kepemimpinan.nilai;
    for &j in JenisJabatan::ALL {
        let always = !matches!(j, JenisJabatan::Pelaksana | JenisJabatan::Fungsional);
        assert_eq!(kepemimpinan.untuk(j, false), always, "{j}");
        assert_eq!(kepemimpinan.untuk(j, true), always || j == JenisJabatan::Fungsional, "{j}");
    }
    let jpt = load("permenpanrb-8-2021");
    let kelompok = &jpt.numerik().unwrap().konversi.as_ref().unwrap().kelompok_jpt.nilai;
    assert_eq!(
        Kelompok::ALL.iter().map(|&k| kelompok.pertama(k)).collect::<Vec<_>>(),
        [true, true, false, false]
    );
}

#[test]
fn without_the_condition_a_high_nilai_is_enough() {
    let aturan = instansi(
        "pp-30-2019",
        &record("predikat.ide_baru", "{ wajib = false, tanpa = \"Baik\" }"),
    )
    .unwrap();
    let mut p = Usage::new();
    let predikat = aturan.numerik().unwrap().predikat.predikat(Decimal::from(110), false, &mut p);
    assert_eq!(predikat, Some(Predikat::SangatBaik));
    let key: Vec<_> = aturan.used(&p).iter().map(|b| b.key).collect();
    assert_eq!(key, ["predikat_sangat_baik", "ide_baru"]);
}

#[test]
fn what_follows_from_a_predikat_and_what_it_leans_on() {
    let d = |n: &str| Some(n.parse::<Decimal>().unwrap());
    for (predikat, nilai, key) in [
        (
            Predikat::SangatBaik,
            d("115"),
            &["kenaikan_pangkat", "prioritas_suksesi", "prioritas_promosi"][..],
        ),
        (Predikat::Baik, d("90"), &["kenaikan_pangkat", "prioritas_promosi"]),
        (Predikat::Cukup, d("89.99"), &["perbaikan_kinerja"]),
        (Predikat::Cukup, d("70"), &["perbaikan_kinerja"]),
        (Predikat::Kurang, d("69.99"), &["perbaikan_kinerja", "pembinaan"]),
        (Predikat::SangatKurang, None, &["perbaikan_kinerja"]),
        (Predikat::Baik, None, &["kenaikan_pangkat"]),
    ] {
        let aturan = load("pp-30-2019");
        let mut p = Usage::new();
        let hasil: Vec<_> = aturan
            .tindak_lanjut
            .in_force(JenisPegawai::Pns, predikat, None, nilai, &mut p)
            .map(|t| t.key)
            .collect();
        assert_eq!(hasil, key, "{predikat} {nilai:?}");
        let used: Vec<_> = aturan.used(&p).iter().map(|b| b.key).collect();
        assert_eq!(used, key);
    }
}

#[test]
fn a_piece_is_read_at_its_ends_and_between() {
    let s = super::super::values::Segment {
        dari: 101,
        sampai: 110,
        nilai_dari: Decimal::from(110),
        nilai_sampai: Decimal::from(120),
    };
    assert!(s.holds(Decimal::from(101)) && s.holds(Decimal::from(110)));
    assert!(!s.holds(Decimal::from(100)) && !s.holds(Decimal::from(111)));
    assert_eq!(
        s.nilai(Decimal::from(104)).unwrap(),
        crate::base::figure::Fraction::new(340, 3).unwrap()
    );
}
