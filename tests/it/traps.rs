//! The traps of `jebakan.md` that scoring can fall into, by their number there. What the reader, the
//! distribution or the command line must avoid is tested beside those.
use crate::support::cases::{CaseFile, hasil, nilai};

/// One person in a case; what comes out under each key.
fn single(aturan: &str, persons: &str) -> impl Fn(&str) -> String + use<> {
    let text = format!("[[kasus]]\nnama = \"\"\nacuan = \"jebakan.md\"\naturan = [\"{aturan}\"]\n[[kasus.pegawai]]\n{persons}\n");
    let file: CaseFile = toml::from_str(&text).unwrap_or_else(|e| panic!("{e}\n{text}"));
    let (_, scores) = nilai(&file.kasus[0], aturan);
    move |key| {
        let h = &scores.pegawai[0];
        hasil(h, scores.kept_rhk.get().unwrap().of_person(h.id), key)
    }
}

const PELAKSANA: &str = "jenis_jabatan = \"pelaksana\"\n";

#[test]
fn jebakan_1_every_hundredth_has_a_predikat() {
    use skp::base::figure::Decimal;
    use skp::rules::{Aturan, Usage};
    let aturan = Aturan::load("pp-30-2019", "2025".parse().unwrap()).unwrap();
    let bands = &aturan.numerik().unwrap().predikat;
    let mut last = None;
    for n in 0..=12_000 {
        let predikat = bands.predikat(Decimal::new(n, 2), true, &mut Usage::new());
        let predikat = predikat.unwrap_or_else(|| panic!("{n} sen tanpa predikat"));
        assert!(last.is_none_or(|l| predikat <= l), "predikat memburuk pada {n} sen");
        last = Some(predikat);
    }
}

#[test]
fn jebakan_2_rounding_is_exact_and_once_a_stage() {
    // 66.67, 66.67, 66.67, 90: the mean of printed figures, 72.5025 → 72.5; unrounded thirds would give the
    // same only by luck, floats would print 72.50249999.
    let h = single(
        "pp-30-2019",
        &format!(
            "{PELAKSANA}perilaku_semua = \"89.99\"\nrhk = [{}]",
            r#"{ indikator = [{ target = "3", realisasi = ["2"] }] }, { indikator = [{ target = "3", realisasi = ["2"] }] }, { indikator = [{ target = "3", realisasi = ["2"] }] }, { indikator = [{ target = "100", realisasi = ["90"] }] }"#
        ),
    );
    assert_eq!(h("nilai_kinerja_utama"), "72,5");
    assert_eq!(h("nilai_kinerja"), "77,75"); // 50.75 + 26.997 = 77.747
    let h = single(
        "pp-30-2019",
        &format!(
            "{PELAKSANA}perilaku_semua = \"90\"\nrhk = [{{ indikator = [{{ target = \"100\", realisasi = [\"89.99999999999999\"] }}] }}]"
        ),
    );
    assert_eq!((h("capaian"), h("predikat")), ("90".into(), "Baik".into()));
}

#[test]
fn jebakan_3_missing_is_never_good() {
    for (target, realisasi) in [("0", "5"), ("", "5"), ("12", "")] {
        let h = single(
            "pp-30-2019",
            &format!(
                "{PELAKSANA}perilaku_semua = \"100\"\nrhk = [{{ indikator = [{{ target = \"{target}\", realisasi = [\"{realisasi}\"] }}] }}]"
            ),
        );
        assert_eq!(h("status"), "BelumDapatDinilai");
        assert_eq!(
            (h("predikat"), h("nilai_kinerja"), h("capaian")),
            ("-".into(), "-".into(), "-".into())
        );
        assert!(!h("sebab").is_empty());
    }
    let h = single("permenpanrb-6-2022", "penilaian = [{}]");
    assert_eq!((h("status"), h("predikat")), ("BelumDapatDinilai".into(), "-".into()));
}

#[test]
fn jebakan_4_one_rated_item_of_ten_does_not_decide_the_year() {
    let nine = r#"{ target = "10", realisasi = [""] }, "#.repeat(9);
    let h = single(
        "pp-30-2019",
        &format!(
            "{PELAKSANA}perilaku_semua = \"100\"\nrhk = [{{ indikator = [{nine}{{ target = \"10\", realisasi = [\"12\"] }}] }}]"
        ),
    );
    assert_eq!((h("status"), h("rhk")), ("BelumDapatDinilai".into(), "-".into()));
    let h = single(
        "permenpanrb-6-2022",
        "perilaku_semua = \"sesuai\"\nrhk = [{ umpan_balik = [\"di atas\"], indikator = [{ target = \"a\" }] }, { indikator = [{ target = \"a\" }] }]",
    );
    assert_eq!(
        (h("status"), h("rating_hasil_kerja")),
        ("BelumDapatDinilai".into(), "-".into())
    );
}

#[test]
fn jebakan_5_and_19_no_division_by_zero_and_no_all_zero_weights() {
    let h = single(
        "pp-30-2019",
        &format!(
            "{PELAKSANA}perilaku_semua = \"100\"\nrhk = [{{ indikator = [{{ target = \"1\", realisasi = [\"1\"], bobot = \"0\" }}, {{ target = \"1\", realisasi = [\"1\"], bobot = \"0\" }}] }}]"
        ),
    );
    assert_eq!((h("sebab"), h("fakta")), ("BobotTidakSah".into(), "BobotTidakSah".into()));
    // All scores equal is nothing special.
    let h = single(
        "pp-30-2019",
        &format!(
            "{PELAKSANA}perilaku_semua = \"100\"\nrhk = [{{ indikator = [{{ target = \"1\", realisasi = [\"1\"] }}, {{ target = \"1\", realisasi = [\"1\"] }}] }}]"
        ),
    );
    assert_eq!(h("nilai_kinerja"), "100");
}

#[test]
fn jebakan_6_one_task_does_not_rescue_the_rest() {
    let h = single(
        "pp-30-2019",
        &format!(
            "{PELAKSANA}perilaku_semua = \"100\"\nrhk = [{{ indikator = [{{ target = \"1\", realisasi = [\"3\"] }}, {{ target = \"10\", realisasi = [\"4\"] }}] }}]"
        ),
    );
    assert_eq!((h("capaian"), h("rhk")), ("120; 40".into(), "80".into()));
    let h = single(
        "pp-30-2019",
        &format!(
            "{PELAKSANA}perilaku_semua = \"100\"\nrhk = [{{ indikator = [{{ target = \"1\", realisasi = [\"3\"] }}] }}, {{ jenis = \"tambahan\", lingkup = 3, indikator = [{{ target = \"1\", realisasi = [\"3\"] }}] }}]"
        ),
    );
    assert_eq!((h("nilai_kinerja_tambahan"), h("nilai_skp")), ("3,6".into(), "120".into()));
}

#[test]
fn jebakan_8_biaya_and_ranges_use_the_right_figures() {
    // Spent 90 of 100 with arah turun: 110, not 90 and not 111.11.
    let h = single(
        "pp-30-2019",
        &format!(
            "{PELAKSANA}rhk = [{{ indikator = [{{ aspek = \"biaya\", target = \"100\", arah = \"turun\", realisasi = [\"90\"] }}, {{ target = \"80 - 90\", realisasi = [\"92\"] }}, {{ target = \"80 - 90\", realisasi = [\"70\"] }}] }}]"
        ),
    );
    assert_eq!(h("capaian"), "110; 102,22; 87,5");
}

#[test]
fn jebakan_9_no_number_of_the_law_stands_in_the_code() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/score");
    let law = [
        "120", "110", "109", "101", "90", "89", "80", "79", "70", "69", "60", "59", "50", "49", "40", "30", "25", "20", "10",
        "12",
    ];
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            continue; // the distribution's solver
        }
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        // Base 10 and the twelve months of a calendar are no law; the distribution's solver has its own words.
        if ["result.rs", "posting.rs", "trace.rs"].contains(&name.as_str()) {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap_or("");
        for (n, line) in code.lines().enumerate() {
            let line = line.split("//").next().unwrap_or("");
            if line.contains("const MOST") {
                continue; // how much is shown, not what is computed
            }
            let unquoted: String = line.split('"').step_by(2).collect();
            for word in unquoted.split(|c: char| !c.is_ascii_alphanumeric() && c != '_') {
                assert!(
                    !law.contains(&word),
                    "{name}:{}: {word} di dalam kode; angka aturan milik rules/data",
                    n + 1
                );
            }
        }
    }
}

#[test]
fn jebakan_10_one_vocabulary_the_label_by_rule_set() {
    let h = single("permenpanrb-6-2022", "penilaian = [{ hasil_akhir = \"Cukup\" }]");
    assert_eq!(h("predikat"), "Butuh Perbaikan");
    let h = single(
        "pp-30-2019",
        &format!("{PELAKSANA}perilaku_semua = \"80\"\nrhk = [{{ indikator = [{{ target = \"100\", realisasi = [\"80\"] }}] }}]"),
    );
    assert_eq!(h("predikat"), "Cukup");
}

#[test]
fn jebakan_11_a_period_is_part_of_every_key() {
    let h = single(
        "permenpanrb-6-2022",
        "penilaian = [{ periode = \"2024\", hasil_kerja = \"sesuai\", perilaku_kerja = \"sesuai\" }, { periode = \"2025-TW3\", hasil_kerja = \"sesuai\", perilaku_kerja = \"sesuai\" }]",
    );
    assert_eq!((h("status"), h("predikat")), ("BelumDapatDinilai".into(), "-".into()));
    let h = single(
        "pp-30-2019",
        &format!("{PELAKSANA}rhk = [{{ indikator = [{{ target = \"10\", realisasi = [\"2024: 10\"] }}] }}]"),
    );
    assert_eq!(h("capaian"), "-");
}

#[test]
fn jebakan_12_and_15_unreadable_nips_are_separate_people_and_nobody_is_dropped() {
    use skp::model::{Data, Periode};
    use skp::rules::Aturan;
    use skp::score::{Reason, ScoreOptions, Status, score};
    let mut people = Vec::new();
    for _ in 0..2 {
        let mut p = crate::support::people::pegawai("1.99609E+17");
        p.nip_valid = false;
        p.posting.push(crate::support::people::posting_at(None, None));
        people.push(p);
    }
    let periode = Periode::Tahun(2025);
    for id in ["pp-30-2019", "permenpanrb-6-2022"] {
        let aturan = Aturan::load(id, periode).unwrap();
        let data = Data::new(
            periode,
            people.clone(),
            vec![],
            vec![],
            skp::table::TableKind::ALL.to_vec(),
            vec![],
        );
        let scores = score(&data, &aturan, &ScoreOptions::default());
        assert_eq!(scores.pegawai.len(), 2);
        for h in &scores.pegawai {
            assert_eq!(
                (h.status(), h.reasons()),
                (Status::BelumDapatDinilai, &[Reason::NipTidakTerbaca][..])
            );
            assert_eq!(&*h.nip, "1.99609E+17");
        }
    }
}

#[test]
fn jebakan_16_and_18_a_transfer_is_one_result_with_all_its_months() {
    let persons = r#"perilaku_semua = "100"
posting = [
  { jenis_jabatan = "pelaksana", unit_kerja = "A", selesai = "2025-09-30" },
  { jenis_jabatan = "pelaksana", unit_kerja = "B", mulai = "2025-10-01" },
  { jenis_jabatan = "pengawas", unit_kerja = "C", mulai = "2025-02-01", plt = true },
]
rhk = [
  { posting = 0, indikator = [{ target = "100", realisasi = ["80"] }] },
  { posting = 1, indikator = [{ target = "100", realisasi = ["100"] }] },
]"#;
    let h = single("pp-30-2019", persons);
    assert_eq!(
        (h("nilai_skp"), h("unit_kerja"), h("status")),
        ("85".into(), "B".into(), "Dinilai".into())
    );
}

#[test]
fn jebakan_20_all_faults_of_a_person_in_one_run() {
    let h = single(
        "pp-30-2019",
        &format!(
            "{PELAKSANA}perilaku = {{ komitmen = \"130\" }}\nrhk = [{{ indikator = [{{ target = \"0\", realisasi = [\"\"], bobot = \"10\" }}, {{ target = \"x\", realisasi = [\"-1\"] }}] }}]"
        ),
    );
    assert_eq!(
        h("sebab"),
        "RealisasiKosong; RealisasiTidakDapatDihitung; TargetTidakDapatDihitung; BobotTidakSah; PerilakuTidakLengkap"
    );
    assert_eq!(
        h("fakta"),
        // PerilakuKosong names all aspek that he lacks.
        "TargetZero; RealisasiKosong; TargetInWords; RealisasiImplausible; BobotTidakSah; PerilakuKosong; PerilakuOffScale"
    );
}
