//! The law's own filled-in forms (PermenPANRB 6/2022, Anak Lampiran 4, 5 and 6, p. 185 ff.), rebuilt by
//! `fixtures/anak-lampiran/buat.py`: read whole, linked, and nothing false said of them.

use std::path::Path;

use skp::finding::Level;
use skp::model::{PeriodChoice, TargetNilai};
use skp::run::{Request, Run};
use skp::score::Status;

fn run(folder: &str) -> Run {
    Run::new(&Request {
        masukan: vec![
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("fixtures/anak-lampiran")
                .join(folder),
        ],
        periode: PeriodChoice {
            tahun: Some(2025),
            periode: None,
        },
        ..Request::default()
    })
    .unwrap()
}

/// Each person's RHK by code, with how many indicators each has.
fn plans(run: &Run) -> Vec<(String, String)> {
    run.data
        .pegawai
        .iter()
        .map(|p| {
            let rhk: Vec<String> = p.rhk.iter().map(|r| format!("{}:{}", r.kode, r.indikator.len())).collect();
            (p.nama.to_string(), rhk.join(" "))
        })
        .collect()
}

#[test]
fn every_rhk_and_indicator_is_read_and_open_rows_are_none() {
    let named = |folder| {
        plans(&run(folder))
            .into_iter()
            .map(|(who, rhk)| format!("{who} {rhk}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        named("pusat"),
        [
            "ARGA PRATISTA 1:1 2:1 3:1 4:2 5:1 T6:1",
            "BINAR WIRATAMA 1:1 2:2 3:1 4:1 5:1 T6:1",
            "CAKRA MAHESWARA 1:3 2:3 3:1",
            "DAMAR LAKSANA 1:2 2:2 3:3 4:2",
        ]
    );
    assert_eq!(named("daerah"), ["FITRI ANGGRAINI 1:3 2:1 3:1 4:1 T5:1"]);
    assert_eq!(named("tugas-belajar"), ["GENDIS PALUPI 1:3 2:1 3:2 T4:2"]);
}

#[test]
fn targets_and_realisasi_are_the_figures_that_the_law_means() {
    let run = run("pusat");
    let of = |nama: &str, kode: &str, i: usize| {
        let p = run.data.pegawai.iter().find(|p| &*p.nama == nama).unwrap();
        let r = p.rhk.iter().find(|r| &*r.kode == kode).unwrap();
        r.indikator[i].clone()
    };
    let d = |t: &str| t.parse().unwrap();
    for (nama, kode, i, target, satuan, realisasi) in [
        ("ARGA PRATISTA", "1", 0, TargetNilai::Single(d("61.95")), Some("%"), "50"),
        ("ARGA PRATISTA", "2", 0, TargetNilai::Single(d("3.5")), Some("skala 5"), "3"),
        (
            "CAKRA MAHESWARA",
            "1",
            1,
            TargetNilai::Range(d("80"), d("90")),
            Some("%"),
            "85",
        ),
        (
            "CAKRA MAHESWARA",
            "1",
            2,
            TargetNilai::Range(d("7"), d("8")),
            Some("bulan"),
            "9",
        ),
        (
            "CAKRA MAHESWARA",
            "2",
            2,
            TargetNilai::Range(d("2"), d("3")),
            Some("hari"),
            "1",
        ),
        ("DAMAR LAKSANA", "2", 0, TargetNilai::Range(d("90"), d("95")), Some("%"), "93"),
        ("DAMAR LAKSANA", "2", 1, TargetNilai::Range(d("1"), d("2")), Some("hari"), "2"),
        (
            "DAMAR LAKSANA",
            "3",
            2,
            TargetNilai::Range(d("1"), d("2")),
            Some("minggu"),
            "10",
        ),
        ("DAMAR LAKSANA", "4", 0, TargetNilai::Range(d("80"), d("90")), Some("%"), "80"),
    ] {
        let ind = of(nama, kode, i);
        let t = ind.target.get().unwrap();
        assert_eq!((t.nilai, t.satuan.as_deref()), (Some(target), satuan), "{nama} {kode}.{i}");
        assert_eq!(ind.realisasi[0].nilai.get(), Some(&Some(d(realisasi))), "{nama} {kode}.{i}");
    }
    assert_eq!(of("DAMAR LAKSANA", "3", 2).realisasi[0].satuan.as_deref(), Some("hari kerja"));
}

/// The law prints no rating, only umpan balik in prose: whose judgement it is, the penilai's, is asked
/// for, and no open choice is taken for one.
#[test]
fn nobody_is_rated_by_an_open_choice_and_the_links_hold() {
    for folder in ["pusat", "daerah", "tugas-belajar"] {
        let run = run(folder);
        for h in &run.scores.pegawai {
            assert_eq!(h.status(), Status::BelumDapatDinilai, "{}", h.nama);
            assert!(!h.sebab().is_empty(), "{}", h.nama);
        }
        assert!(run.data.unit.is_empty(), "no capaian of the organisation was chosen");
        let false_findings: Vec<String> = run
            .findings
            .iter()
            .filter(|f| f.level == Level::Galat)
            .filter(|f| {
                ["STR", "TGT", "IDN", "HSL"].iter().any(|w| f.kode.starts_with(w))
                    || matches!(f.kode, "KAS001" | "KAS002" | "KAS003" | "KAS004")
            })
            .map(|f| format!("{} {}", f.kode, f.message))
            .collect();
        assert!(false_findings.is_empty(), "{folder}: {false_findings:#?}");
    }
}
