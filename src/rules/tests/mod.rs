mod values;

use super::*;
use crate::base::figure::Decimal;
use crate::model::vocab::{Predikat, PredikatOrganisasi, Rating, Word};

fn tahun(text: &str) -> Periode {
    text.parse().unwrap()
}

fn load(id: &str) -> Aturan {
    Aturan::load(id, tahun("2025")).unwrap()
}

/// An agency file: header and what differs.
fn instansi(basis: &str, content: &str) -> Result<Aturan, AturanError> {
    let text = format!(
        "[aturan]\nid = \"instansi\"\njudul = \"x\"\nmemperluas = \"{basis}\"\nmulai = 2025-01-01\nacuan = \"Perka\"\nkeyakinan = \"teks\"\n{content}"
    );
    Aturan::from_text("instansi.toml", &text, tahun("2025"))
}

/// A record; its first line is line 8 of [`instansi`].
fn record(key: &str, nilai: &str) -> String {
    format!("[{key}]\nnilai = {nilai}\nmulai = 2025-01-01\nacuan = \"Perka\"\nkeyakinan = \"teks\"\n")
}

fn reason(hasil: Result<Aturan, AturanError>) -> (u32, String) {
    match hasil {
        Err(AturanError::Content { file, row, reason }) => {
            assert_eq!(file, "instansi.toml");
            (row, reason)
        }
        other => panic!("seharusnya ditolak: {other:?}"),
    }
}

#[test]
fn built_in_sets_are_complete_and_sound() {
    for id in Aturan::built_in() {
        let aturan = Aturan::load(id, tahun("2025")).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(aturan.id, id);
        let all = aturan.parameter();
        assert!(all.len() > 50, "{id}: {}", all.len());
        assert!(all.iter().all(|p| !p.acuan.is_empty() && !p.nilai.is_empty()));
    }
    assert_eq!(load("permenpanrb-8-2021").memperluas, ["pp-30-2019"]);
    assert!(load("pp-30-2019").numerik().unwrap().konversi.is_none());
    assert!(load("permenpanrb-8-2021").numerik().unwrap().konversi.is_some());
    assert!(load("permenpanrb-6-2022").kualitatif().is_some());
}

#[test]
fn the_period_chooses_the_set() {
    for (periode, id) in [
        ("2022", "permenpanrb-6-2022"),
        ("2022-01", "permenpanrb-6-2022"),
        ("2025-TW3", "permenpanrb-6-2022"),
        ("2021-S2", "permenpanrb-8-2021"),
        ("2021-07", "permenpanrb-8-2021"),
        ("2021-12", "permenpanrb-8-2021"),
    ] {
        assert_eq!(Aturan::for_period(tahun(periode)).unwrap().id, id, "{periode}");
    }
    for periode in ["2021", "2021-S1", "2021-06", "2020", "2019-S2"] {
        let e = Aturan::for_period(tahun(periode)).unwrap_err();
        assert_eq!(e, AturanError::PeriodeUnsupported(tahun(periode)));
        assert!(e.to_string().contains("--aturan"), "{e}");
    }
    assert_eq!(Aturan::load("pp-30-2019", tahun("2021")).unwrap().id, "pp-30-2019");
    let e = Aturan::load("pp-31", tahun("2025")).unwrap_err().to_string();
    assert!(e.contains("pp-31") && e.contains("permenpanrb-6-2022"), "{e}");
    assert!(matches!(
        Aturan::load("tidak-ada.toml", tahun("2025")),
        Err(AturanError::Unreadable { .. })
    ));
}

#[test]
fn a_run_says_which_assumptions_it_leaned_on() {
    let aturan = load("pp-30-2019");
    let numerik = aturan.numerik().unwrap();
    let mut p = Usage::new();
    numerik.kinerja.bobot_dengan_rekan_bawahan.used(&mut p);
    assert!(aturan.asumsi(&p).is_empty());
    numerik.perilaku.bobot_penilai.used(&mut p);
    aturan.capaian.batas_bawah.used(&mut p);
    assert_eq!(aturan.asumsi(&p), ["batas_bawah", "bobot_penilai"]);
    let used: Vec<_> = aturan.used(&p).iter().map(|b| b.key).collect();
    assert_eq!(used, ["batas_bawah", "bobot_dengan_rekan_bawahan", "bobot_penilai"]);
}

#[test]
fn kategori_and_predikat_at_every_boundary() {
    let aturan = load("permenpanrb-8-2021");
    let mut p = Usage::new();
    for (c, k) in [
        (0, Predikat::SangatKurang),
        (59, Predikat::SangatKurang),
        (60, Predikat::Kurang),
        (79, Predikat::Kurang),
        (80, Predikat::Cukup),
        (99, Predikat::Cukup),
        (100, Predikat::Baik),
        (101, Predikat::SangatBaik),
        (120, Predikat::SangatBaik),
    ] {
        assert_eq!(aturan.capaian.kategori(Decimal::from(c), &mut p), Some(k), "{c}");
    }
    assert_eq!(aturan.capaian.kategori(Decimal::from(121), &mut p), None);
    let predikat = &aturan.numerik().unwrap().predikat;
    for (nilai, ide, hasil) in [
        ("120", true, Predikat::SangatBaik),
        ("110", true, Predikat::SangatBaik),
        ("110", false, Predikat::Baik),
        ("120", false, Predikat::Baik),
        ("109.99", true, Predikat::Baik),
        ("90", false, Predikat::Baik),
        ("89.99", true, Predikat::Cukup),
        ("70", false, Predikat::Cukup),
        ("69.99", false, Predikat::Kurang),
        ("50", false, Predikat::Kurang),
        ("49.99", false, Predikat::SangatKurang),
        ("0", false, Predikat::SangatKurang),
    ] {
        assert_eq!(predikat.predikat(nilai.parse().unwrap(), ide, &mut p), Some(hasil), "{nilai}");
    }
}

#[test]
fn nilai_of_a_jpt_by_capaian() {
    let aturan = load("permenpanrb-8-2021");
    let konversi = aturan.numerik().unwrap().konversi.as_ref().unwrap();
    let mut p = Usage::new();
    for (c, maximum, nilai) in [
        (0, false, "0"),
        (30, false, "24.92"),
        (59, true, "49"),
        (60, false, "50"),
        (79, false, "69"),
        (80, false, "70"),
        (88, false, "78"),
        (98, false, "88"),
        (99, false, "89"),
        (100, false, "109"),
        (100, true, "120"),
        (101, true, "110"),
        (105, false, "114.44"),
        (110, false, "120"),
        (111, false, "120"),
        (120, false, "120"),
    ] {
        let hasil = konversi.nilai_jpt(Decimal::from(c), maximum, &mut p).unwrap().unwrap();
        assert_eq!(hasil.round(2).unwrap().to_string(), nilai, "{c}");
    }
}

/// Written again from the table of `aturan.md` 1.4, independent of the data.
fn matrix_by_table(aspek: &[Predikat]) -> (Predikat, i64) {
    use Predikat::{Baik, Cukup, Kurang, SangatBaik, SangatKurang};
    let n = |k| aspek.iter().filter(|&&a| a == k).count();
    if n(SangatKurang) >= 2 {
        (SangatKurang, 25)
    } else if n(SangatKurang) == 1 || n(Kurang) >= 2 {
        (Kurang, 60)
    } else if n(Kurang) == 1 || n(Cukup) >= 2 {
        (Cukup, 80)
    } else if n(Cukup) == 1 || n(SangatBaik) < 2 {
        (Baik, 100)
    } else {
        (SangatBaik, 120)
    }
}

#[test]
fn aspek_combine_as_the_table_says() {
    let aturan = load("permenpanrb-8-2021");
    let matriks = &aturan.numerik().unwrap().konversi.as_ref().unwrap().matriks_aspek.nilai;
    let all = Predikat::ALL;
    for &a in all {
        for &b in all {
            for aspek in [vec![a, b], vec![b, a]]
                .into_iter()
                .chain(all.iter().map(|&c| vec![a, b, c]))
                .chain(all.iter().flat_map(|&c| all.iter().map(move |&d| vec![a, b, c, d])))
            {
                let (kategori, nilai) = matrix_by_table(&aspek);
                assert_eq!(matriks.merge(&aspek), Some((kategori, Decimal::from(nilai))), "{aspek:?}");
            }
        }
        assert_eq!(matriks.nilai(a), Some(Decimal::from([120, 100, 80, 60, 25][a.ordinal()])));
    }
}

#[test]
fn the_quadrant_cell_for_cell() {
    use Rating::{DiAtas, DiBawah, Sesuai};
    let aturan = load("permenpanrb-6-2022");
    let kualitatif = aturan.kualitatif().unwrap();
    for (hasil, perilaku, label) in [
        (DiAtas, DiBawah, "Kurang"),
        (DiAtas, Sesuai, "Baik"),
        (DiAtas, DiAtas, "Sangat Baik"),
        (Sesuai, DiBawah, "Kurang"),
        (Sesuai, Sesuai, "Baik"),
        (Sesuai, DiAtas, "Baik"),
        (DiBawah, DiBawah, "Sangat Kurang"),
        (DiBawah, Sesuai, "Butuh Perbaikan"),
        (DiBawah, DiAtas, "Butuh Perbaikan"),
    ] {
        assert_eq!(aturan.label(kualitatif.rating.kuadran.nilai.predikat(hasil, perilaku)), label);
    }
    let pimpinan = &kualitatif.rating.rating_pimpinan.nilai;
    for &o in PredikatOrganisasi::ALL {
        let rating = match o {
            PredikatOrganisasi::Istimewa => DiAtas,
            PredikatOrganisasi::Baik => Sesuai,
            _ => DiBawah,
        };
        assert_eq!(pimpinan.untuk(o), rating);
        // Each organisasi has its own list of rules.
        assert_eq!(
            kualitatif.distribusi.untuk(o).key,
            format!("organisasi_{}", o.as_str().to_lowercase().replace(' ', "_"))
        );
    }
}

#[test]
fn an_agency_gives_only_what_differs() {
    let aturan = instansi(
        "pp-30-2019",
        &record("perilaku_numerik.bobot_penilai", "{ atasan = 50, rekan = 30, bawahan = 20 }"),
    )
    .unwrap();
    let bobot = &aturan.numerik().unwrap().perilaku.bobot_penilai;
    assert_eq!(
        (bobot.nilai.rekan, bobot.row, &*bobot.origin),
        (Decimal::from(30), 9, "instansi.toml")
    );
    assert_eq!(bobot.keyakinan, Keyakinan::Teks);
    assert_eq!(&*aturan.capaian.batas_atas.origin, "pp-30-2019");
    assert_eq!(aturan.memperluas, ["pp-30-2019"]);
    assert_eq!(aturan.automatic, None);
    // Through a set that itself extends another.
    let aturan = instansi("permenpanrb-8-2021", "").unwrap();
    assert_eq!(aturan.memperluas, ["permenpanrb-8-2021", "pp-30-2019"]);
    assert!(aturan.numerik().unwrap().konversi.is_some());
}

#[test]
fn an_agency_may_confirm_a_rule_in_words() {
    let word = load("pp-30-2019").numerik().unwrap().perilaku.nilai_perilaku.nilai.0.clone();
    let aturan = instansi(
        "pp-30-2019",
        &record("perilaku_numerik.nilai_perilaku", &format!("\"{word}\"")),
    )
    .unwrap();
    let mut p = Usage::new();
    aturan.numerik().unwrap().perilaku.nilai_perilaku.used(&mut p);
    assert!(aturan.asumsi(&p).is_empty());
}

#[test]
fn dated_records_follow_one_another() {
    let two = "[[capaian.batas_bawah]]\nnilai = 0\nmulai = 2019-01-01\nselesai = 2023-12-31\nacuan = \"a\"\nkeyakinan = \"teks\"\n\
               [[capaian.batas_bawah]]\nnilai = 0\nmulai = 2024-01-01\nacuan = \"b\"\nkeyakinan = \"teks\"\n";
    let text = format!(
        "[aturan]\nid = \"x\"\njudul = \"x\"\nmemperluas = \"pp-30-2019\"\nmulai = 2025-01-01\nacuan = \"P\"\nkeyakinan = \"teks\"\n{two}"
    );
    for (periode, acuan, row) in [("2018", "a", 9), ("2023", "a", 9), ("2024", "b", 15), ("2025", "b", 15)] {
        let aturan = Aturan::from_text("x.toml", &text, tahun(periode)).unwrap();
        assert_eq!(
            (aturan.capaian.batas_bawah.acuan.as_str(), aturan.capaian.batas_bawah.row),
            (acuan, row)
        );
    }
    let (_, word) = reason(instansi("pp-30-2019", &two.replace("selesai = 2023-12-31\n", "")));
    assert!(word.contains("urut menurut `mulai`"), "{word}");
    let (_, word) = reason(instansi("pp-30-2019", &two.replace("2024-01-01", "2018-01-01")));
    assert!(word.contains("urut menurut `mulai`"), "{word}");
    let (_, word) = reason(instansi("pp-30-2019", "[capaian]\nbatas_bawah = []\n"));
    assert!(word.contains("tidak berisi"), "{word}");
}

#[test]
#[allow(clippy::too_many_lines)] // one long table of cases
fn what_is_off_is_refused_with_line_and_reason() {
    let r = record;
    for (content, row, word) in [
        (r("capaian.batas_puncak", "1"), 8, "`batas_puncak` tidak dikenal"),
        ("[capain]\n".to_owned(), 8, "`capain` tidak dikenal"),
        (
            r("capaian.batas_atas", "120") + "satuan = \"%\"\n",
            13,
            "`satuan` tidak dikenal",
        ),
        (
            r("capaian.batas_atas", "120").replace("acuan = \"Perka\"\n", ""),
            9,
            "`capaian.batas_atas`: `acuan` belum diisi",
        ),
        (
            r("capaian.batas_atas", "120").replace("Perka", "  "),
            9,
            "`acuan` belum diisi",
        ),
        (
            r("capaian.batas_atas", "120").replace("keyakinan = \"teks\"\n", ""),
            9,
            "`keyakinan` belum diisi",
        ),
        (
            r("capaian.batas_atas", "120").replace("mulai = 2025-01-01\n", ""),
            9,
            "`mulai` belum diisi",
        ),
        (
            r("capaian.batas_atas", "120").replace("nilai = 120\n", ""),
            8,
            "`nilai` belum diisi",
        ),
        (
            r("capaian.batas_atas", "120").replace("\"teks\"", "\"yakin\""),
            12,
            "\"yakin\" tidak dikenal",
        ),
        (r("capaian.batas_atas", "120") + "selesai = 2024-01-01\n", 9, "lebih awal"),
        (
            r("capaian.batas_atas", "120").replace("2025-01-01", "2025-01-01T00:00:00"),
            10,
            "tanpa jam",
        ),
        (r("capaian.batas_atas", "\"banyak\""), 9, "banyak"),
        (r("capaian.batas_atas", "-1"), 9, "negatif"),
        (r("capaian.batas_atas", "0"), 9, "tidak di atas batas bawahnya"),
        (
            r("capaian.kategori_cukup", "{ dari = 81, sebelum = 100 }"),
            9,
            "pita berlubang: 80 sampai sebelum 81",
        ),
        (
            r("capaian.kategori_cukup", "{ dari = 79, sebelum = 100 }"),
            9,
            "pita bertumpuk: 79 sampai sebelum 80",
        ),
        (
            r("capaian.kategori_cukup", "{ dari = 80, sampai = 99 }"),
            9,
            "ditutup dengan `sebelum`",
        ),
        (r("capaian.kategori_cukup", "{ dari = 80 }"), 9, "tepat satu batas atas"),
        (
            r("capaian.kategori_cukup", "{ dari = 80, sebelum = 80 }"),
            9,
            "di bawah batas bawahnya",
        ),
        (
            r("capaian.kategori_sangat_baik", "{ dari = 101, sampai = 100 }"),
            9,
            "di bawah batas bawahnya",
        ),
        (r("capaian.kategori_cukup", "{ sebelum = 80 }"), 9, "`dari` belum diisi"),
        (
            r("capaian.kategori_sangat_baik", "{ dari = 101, sampai = 119 }"),
            9,
            "harus `sampai` 120, bukan 119",
        ),
        (
            r("capaian.kategori_sangat_baik", "{ dari = 101, sebelum = 121 }"),
            9,
            "ditutup dengan `sampai = 120`",
        ),
        (
            r("predikat.predikat_baik", "{ dari = 91, sebelum = 110 }"),
            9,
            "pita berlubang",
        ),
        (
            r("predikat.ide_baru", "{ wajib = true, tanpa = \"Sangat Baik\" }"),
            9,
            "di bawah Sangat Baik",
        ),
        (
            r("kinerja.bobot_atasan_saja", "{ skp = 70, perilaku = 31 }"),
            9,
            "jumlah bobot harus 100, sekarang 101 (skp 70 + perilaku 31)",
        ),
        (
            r("kinerja.bobot_atasan_saja", "{ skp = 0, perilaku = 0 }"),
            9,
            "jumlah bobot harus 100, sekarang 0",
        ),
        (
            r("kinerja.bobot_atasan_saja", "{ skp = 110, perilaku = -10 }"),
            9,
            "tidak boleh negatif",
        ),
        (
            r("perilaku_numerik.bobot_penilai", "{ atasan = 0, rekan = 50, bawahan = 50 }"),
            9,
            "bobot atasan tidak boleh 0",
        ),
        (
            r("tambahan.kinerja_tambahan", "{ cara = \"bobot\", utama = 90, tambahan = 5 }"),
            9,
            "sekarang 95",
        ),
        (
            r("distribusi.distribusi_sesuai", "{ paling_sedikit = 70, paling_banyak = 60 }"),
            9,
            "batas bawah 70% di atas batas atas 60%",
        ),
        (r("distribusi.distribusi_sesuai", "{}"), 9, "atau keduanya"),
        (
            r("distribusi.distribusi_sesuai", "{ paling_banyak = 101 }"),
            9,
            "antara 0 dan 100",
        ),
        (
            r(
                "distribusi.klasifikasi",
                "{ di_atas = [\"Sangat Baik\"], sesuai = [\"Baik\"], di_bawah = [\"Cukup\"] }",
            ),
            9,
            "predikat Kurang tidak masuk",
        ),
        (
            r(
                "distribusi.klasifikasi",
                "{ di_atas = [\"Hebat\"], sesuai = [\"Baik\"], di_bawah = [\"Cukup\"] }",
            ),
            9,
            "\"Hebat\" bukan predikat",
        ),
        (r("rating.kuadran", "{}"), 9, "`di_atas` belum diisi"),
        (
            r("rating.ambang_capaian", "{ di_atas = 110, sesuai = 90 }"),
            8,
            "tidak berlaku dalam aturan numerik",
        ),
        (r("angka_kredit.bulan_setahun", "0"), 9, "pembagi bulan"),
        (
            r("capaian.realisasi_kosong", "\"dianggap 0\""),
            8,
            "tidak dapat diganti dengan kata-kata",
        ),
        (r("capaian.realisasi_kosong", "\" \""), 9, "tidak boleh kosong"),
        (r("capaian.pembulatan_capaian", "7"), 9, "paling halus 6"),
        (r("capaian.pembulatan_pita", "3"), 9, "lebih halus"),
        (
            r("jadwal.penetapan_skp_paling_lambat", "{ hari = 31, bulan = 2 }"),
            9,
            "tidak ada",
        ),
        ("rezim_lain".to_owned(), 8, "TOML"),
        (
            "[capaian]\nbatas_atas = 3\n".to_owned(),
            9,
            "seharusnya catatan parameter dengan nilai, mulai, acuan, keyakinan",
        ),
        (
            "[capaian.batas_atas]\nnilai = 120\nnilai = 121\n".to_owned(),
            10,
            "ditulis dua kali",
        ),
    ] {
        let (line, a) = reason(instansi("pp-30-2019", &content));
        assert!(a.contains(word), "{content}\n→ {a}");
        assert_eq!(line, row, "{content}\n→ {a}");
    }
}

#[test]
fn pieces_of_the_jpt_conversion_must_join() {
    for (key, nilai, word) in [
        (
            "konversi.jpt_cukup",
            "{ dari = 81, sampai = 99, nilai_dari = 70, nilai_sampai = 89 }",
            "capaian 80 seharusnya",
        ),
        (
            "konversi.jpt_cukup",
            "{ dari = 80, sampai = 98, nilai_dari = 70, nilai_sampai = 89 }",
            "capaian 99 seharusnya",
        ),
        (
            "konversi.jpt_penuh",
            "{ dari = 111, sampai = 119, nilai_dari = 120, nilai_sampai = 120 }",
            "sampai capaian 120",
        ),
        (
            "konversi.jpt_cukup",
            "{ dari = 80, sampai = 99, nilai_dari = 60, nilai_sampai = 89 }",
            "nilai turun",
        ),
        (
            "konversi.jpt_cukup",
            "{ dari = 80, sampai = 99, nilai_dari = 89, nilai_sampai = 70 }",
            "nilai turun",
        ),
        (
            "konversi.jpt_baik",
            "{ dari = 100, sampai = 100, nilai_dari = 108, nilai_sampai = 109 }",
            "dua nilai",
        ),
        (
            "konversi.jpt_baik",
            "{ dari = 100, sampai = 99, nilai_dari = 109, nilai_sampai = 109 }",
            "di bawah `dari`",
        ),
        ("konversi.jpt_target_maksimal", "100", "di bawah nilai capaian biasa"),
        ("konversi.kaskade_bagian_sendiri", "90", "lebih dari 100"),
        ("konversi.bobot_kelompok_jpt", "{ pertama = 60, kedua = 60 }", "sekarang 120"),
        (
            "konversi.kelompok_jpt",
            "{ pertama = [\"direktif\"], kedua = [\"rencana_aksi\"] }",
            "perjanjian_kinerja tidak ada",
        ),
        (
            "konversi.matriks_aspek",
            "[{ kategori = \"Baik\", nilai = 100, bila = [] }]",
            "tidak mempunyai baris Sangat Baik",
        ),
        ("capaian.pembulatan_capaian", "2", "harus 0"),
    ] {
        let hasil = instansi("permenpanrb-8-2021", &record(key, nilai));
        let e = hasil.expect_err(key).to_string();
        assert!(e.contains(word), "{key}: {e}");
    }
}

#[test]
fn the_header_is_checked_too() {
    let kepala = "[aturan]\nid = \"x\"\njudul = \"x\"\nmemperluas = \"pp-30-2019\"\nmulai = 2025-01-01\nacuan = \"P\"\nkeyakinan = \"teks\"\n";
    let attempt = |text: String| Aturan::from_text("x.toml", &text, tahun("2025"));
    assert!(attempt(kepala.to_owned()).is_ok());
    for (dari, to, word) in [
        (
            "memperluas = \"pp-30-2019\"\n",
            "",
            "`rezim` (numerik atau kualitatif) atau `memperluas`",
        ),
        ("pp-30-2019", "pp-99", "\"pp-99\" yang tidak dikenal"),
        (
            "judul",
            "rezim = \"kualitatif\"\njudul",
            "rezim kualitatif tidak dapat memperluas aturan numerik",
        ),
        ("judul = \"x\"\n", "", "`judul` belum diisi"),
        ("id = \"x\"", "id = \"X Y\"", "huruf kecil"),
        ("acuan = \"P\"\n", "", "`acuan` aturan ini belum diisi"),
        ("keyakinan = \"teks\"\n", "", "`keyakinan` aturan ini belum diisi"),
        ("mulai = 2025-01-01", "mulai = 2025-01-01\nselesai = 2024-01-01", "lebih awal"),
    ] {
        let e = attempt(kepala.replace(dari, to)).expect_err(word).to_string();
        assert!(e.contains(word) && e.starts_with("x.toml, baris "), "{e}");
    }
    // A set that extends nothing must say everything.
    let e = attempt(kepala.replace("memperluas = \"pp-30-2019\"", "rezim = \"numerik\""))
        .unwrap_err()
        .to_string();
    assert!(e.contains("tidak ada di sini maupun di aturan yang diperluas"), "{e}");
}

#[test]
fn files_extend_files_but_never_in_a_circle() {
    let folder = tempfile::tempdir().unwrap();
    let write = |nama: &str, id: &str, basis: &str, content: &str| {
        let path = folder.path().join(nama);
        let text = format!(
            "[aturan]\nid = \"{id}\"\njudul = \"x\"\nmemperluas = \"{basis}\"\nmulai = 2025-01-01\nacuan = \"P\"\nkeyakinan = \"teks\"\n{content}"
        );
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    write(
        "provinsi.toml",
        "provinsi",
        "permenpanrb-6-2022",
        &record("kelompok.pengelompokan", "\"induk\""),
    );
    let dinas = write("dinas.toml", "dinas", "provinsi.toml", "");
    let aturan = Aturan::load(&dinas, tahun("2025")).unwrap();
    assert_eq!(aturan.memperluas, ["provinsi", "permenpanrb-6-2022"]);
    assert_eq!(aturan.kelompok.pengelompokan.nilai, super::values::Pengelompokan::Induk);
    assert!(aturan.file.is_some());

    write("b.toml", "b", "c.toml", "");
    let c = write("c.toml", "c", "b.toml", "");
    let e = Aturan::load(&c, tahun("2025")).unwrap_err().to_string();
    assert!(e.contains("berputar"), "{e}");
    let steal = write("curi.toml", "pp-30-2019", "pp-30-2019", "");
    let e = Aturan::load(&steal, tahun("2025")).unwrap_err().to_string();
    assert!(e.contains("milik aturan bawaan"), "{e}");
}

/// JSON and the Aturan sheet tell a key without its section.
#[test]
fn no_two_parameters_of_a_rule_set_share_a_key() {
    for aturan in Aturan::all_built_in().unwrap() {
        let mut key: Vec<&str> = aturan.parameter().iter().map(|p| p.key).collect();
        let all = key.len();
        key.sort_unstable();
        key.dedup();
        assert_eq!(key.len(), all, "{}", aturan.id);
    }
}

#[test]
fn a_rule_set_may_be_in_force_for_one_day() {
    let kepala = |selesai: &str| {
        format!(
            "[aturan]\nid = \"sehari\"\njudul = \"x\"\nmemperluas = \"pp-30-2019\"\nmulai = 2025-01-02\n\
             selesai = {selesai}\nacuan = \"Perka\"\nkeyakinan = \"teks\"\n"
        )
    };
    let baca = |selesai| Aturan::from_text("x.toml", &kepala(selesai), "2025".parse().unwrap());
    assert!(baca("2025-01-02").is_ok());
    assert!(baca("2025-01-01").unwrap_err().to_string().contains("lebih awal"));
}

#[test]
fn a_band_holds_its_lower_bound_and_its_upper_one_only_at_the_top() {
    let aturan = Aturan::latest("pp-30-2019").unwrap();
    let pita = aturan.capaian.pita();
    let holds = |i: usize, x: &str| pita[i].1.nilai.holds(x.parse().unwrap());
    assert!(holds(1, "100") && !holds(1, "101"), "Baik is 100 ≤ x < 101");
    assert!(holds(0, "101") && holds(0, "120") && !holds(0, "120.01"));
}

#[test]
fn all_that_is_wrong_is_told_at_once_in_the_order_of_the_file() {
    let content = format!(
        "{}{}{}",
        record("kinerja.bobot_atasan_saja", "{ skp = 70, perilaku = 31 }"),
        record("capaian.pembulatan_pita", "9"),
        "[jadwal.keberatan]\nnilai = { hari = 14 }\nmulai = 2025-01-01\nkeyakinan = \"teks\"\n"
    );
    let AturanError::Several(all) = instansi("pp-30-2019", &content).unwrap_err() else {
        panic!("one of several");
    };
    let word: Vec<String> = all.iter().map(ToString::to_string).collect();
    assert_eq!(word.len(), 3, "{word:?}");
    assert!(
        word[0].contains("baris 9: `kinerja.bobot_atasan_saja`: jumlah bobot harus 100"),
        "{word:?}"
    );
    assert!(word[1].contains("`capaian.pembulatan_pita`"), "{word:?}");
    assert!(word[2].contains("`jadwal.keberatan`: `acuan` belum diisi"), "{word:?}");
    assert_eq!(
        AturanError::Several(all).to_string(),
        format!("3 hal perlu diperbaiki:\n  {}", word.join("\n  "))
    );

    // What must hold between parameters is looked at when each by itself is right.
    let content = format!(
        "{}{}",
        record("capaian.kategori_cukup", "{ dari = 81, sebelum = 100 }"),
        record("predikat.ide_baru", "{ wajib = true, tanpa = \"Sangat Baik\" }")
    );
    let word = instansi("permenpanrb-8-2021", &content).unwrap_err().to_string();
    let row: Vec<&str> = word.lines().skip(1).collect();
    assert_eq!(row.len(), 2, "{word}");
    assert!(
        row[0].contains("pita berlubang") && row[1].contains("di bawah Sangat Baik"),
        "{word}"
    );
}

#[test]
fn every_unknown_key_and_wrong_kind_of_value_is_told_at_once() {
    let content = [
        "[jadwal.keberatan]\nnilai = \"empat belas\"\nmulai = 2025-01-01\nacuan = \"x\"\nkeyakinan = \"teks\"\n",
        "[kinerja.bobot_atasan_saja]\nnilia = { skp = 70, perilaku = 30 }\nkeyakinan = \"yakin\"\n",
        "[bukan_bagian]\nx = 1\n",
        "[[capaian.batas_atas]]\nnilai = 120\nmulai = \"2025\"\n",
        // What is right beside them is no reason for a further fault.
        "[capaian.batas_bawah]\nnilai = 0\nmulai = 2025-01-01\nacuan = \"x\"\nkeyakinan = \"teks\"\n",
    ]
    .concat();
    let word = instansi("pp-30-2019", &content).unwrap_err().to_string();
    let row: Vec<&str> = word.lines().skip(1).collect();
    let expected = [
        ("baris 9:", "jenis nilainya salah"),
        ("baris 14:", "kunci `nilia` tidak dikenal"),
        ("baris 15:", "kata \"yakin\" tidak dikenal"),
        ("baris 16:", "kunci `bukan_bagian` tidak dikenal"),
        ("baris 20:", "jenis nilainya salah"),
    ];
    assert_eq!(row.len(), expected.len(), "{word}");
    for (b, (line, what)) in row.iter().zip(expected) {
        assert!(b.contains(line) && b.contains(what), "{b}\n→ {line} {what}");
    }
}

#[test]
fn a_file_full_of_faults_is_told_up_to_a_limit() {
    let section: Vec<String> = (0..5000).map(|i| format!("[x{i}]")).collect();
    let content = section.join("\n");
    let AturanError::Several(all) = instansi("pp-30-2019", &content).unwrap_err() else {
        panic!("one of several");
    };
    assert_eq!(all.len(), 100);
}
