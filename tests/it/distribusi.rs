//! The findings of the distribution (DST), from tables to the words a leader reads.

use std::fmt::Write as _;
use std::fs;

use skp::finding::{Finding, Level};
use skp::model::PeriodChoice;
use skp::run::{Request, Run};

/// Ratings whose quadrant cell is the predikat.
fn rating(predikat: char) -> (&'static str, &'static str) {
    match predikat {
        'S' => ("di atas ekspektasi", "di atas ekspektasi"),
        'B' => ("sesuai ekspektasi", "sesuai ekspektasi"),
        'P' => ("di bawah ekspektasi", "sesuai ekspektasi"),
        'K' => ("sesuai ekspektasi", "di bawah ekspektasi"),
        _ => ("di bawah ekspektasi", "di bawah ekspektasi"),
    }
}

/// A run over units given as (name, predikat organisasi, one letter a person).
fn scored(unit: &[(&str, &str, &str)], unit_table: bool) -> Run {
    let folder = tempfile::tempdir().unwrap();
    let mut pegawai = "nip;nama;jabatan;jenis_jabatan;unit_kerja\n".to_owned();
    let mut penilaian = "nip;periode;hasil_kerja;perilaku_kerja;hasil_akhir\n".to_owned();
    let mut daftar = "unit_kerja;predikat_organisasi\n".to_owned();
    let mut number = 0;
    for (nama, organisasi, persons) in unit {
        if unit_table {
            writeln!(daftar, "{nama};{organisasi}").unwrap();
        }
        for predikat in persons.chars() {
            number += 1;
            let nip = format!("19800101200501{}{number:03}", 1 + number % 2);
            writeln!(pegawai, "{nip};Pegawai {number};Staf;pelaksana;{nama}").unwrap();
            let (hasil, perilaku) = rating(predikat);
            writeln!(penilaian, "{nip};2025;{hasil};{perilaku};").unwrap();
        }
    }
    for (nama, content) in [("pegawai.csv", pegawai), ("penilaian.csv", penilaian), ("unit.csv", daftar)] {
        if nama != "unit.csv" || unit_table {
            fs::write(folder.path().join(nama), content).unwrap();
        }
    }
    Run::new(&Request {
        masukan: vec![folder.path().to_owned()],
        periode: PeriodChoice {
            tahun: Some(2025),
            periode: None,
        },
        ..Request::default()
    })
    .unwrap()
}

fn dst(run: &Run) -> Vec<&Finding> {
    run.findings.iter().filter(|f| f.kode.starts_with("DST")).collect()
}

#[test]
fn a_deviation_is_told_in_persons_with_the_least_moves() {
    let run = scored(
        &[("Bidang A", "Baik", "SSSBBPKBBB"), ("Bidang B", "Baik", "SSSSSSBBBB")],
        true,
    );
    let temuan = dst(&run);
    assert_eq!(temuan.len(), 1, "{temuan:?}");
    let f = temuan[0];
    assert_eq!(
        (f.kode, f.level, f.unit_kerja.as_deref()),
        ("DST001", Level::Peringatan, Some("Bidang B"))
    );
    assert_eq!(
        &*f.message,
        "Distribusi predikat Bidang B (10 orang dinilai: Sangat Baik 6, Baik 4) menyimpang dari \
         PermenPANRB 6/2022, Lampiran hlm. 95 huruf c; SE MenPANRB 3/2023 (pola distribusi predikat kinerja): Baik 4 orang, kurang 2 untuk menjadi kelompok terbesar; \
         Butuh Perbaikan + Kurang 0 orang, kurang 1 (paling sedikit 1, ≥ 1 orang)."
    );
    // One of the six moves to Baik and one to Butuh Perbaikan: then 4, 5, 1.
    assert!(f.advice.contains("Paling sedikit 2 orang perlu ditinjau"), "{}", f.advice);
    assert!(f.advice.contains("bukan koreksi otomatis"), "{}", f.advice);
    assert_eq!(
        f.acuan,
        "PermenPANRB 6/2022, Lampiran hlm. 95 huruf c; SE MenPANRB 3/2023 (pola distribusi predikat kinerja)"
    );
    assert_eq!(f.cell().as_deref(), Some("A3"));
}

#[test]
fn a_size_that_cannot_fit_is_a_note() {
    let run = scored(&[("Bidang A", "Baik", "B")], true);
    let temuan = dst(&run);
    assert_eq!(temuan.len(), 1);
    assert_eq!((temuan[0].kode, temuan[0].level), ("DST002", Level::Catatan));
    assert!(
        temuan[0].message.contains("dengan 1 orang yang dinilai"),
        "{}",
        temuan[0].message
    );
}

#[test]
fn no_predikat_organisasi_is_said_and_nothing_checked() {
    let run = scored(&[("Bidang A", "Baik", "BBP"), ("Bidang B", "", "SSSS")], true);
    let temuan = dst(&run);
    assert_eq!(temuan.len(), 1);
    assert_eq!(
        (temuan[0].kode, temuan[0].level, temuan[0].cell().as_deref()),
        ("DST003", Level::Catatan, Some("B3"))
    );
    assert!(run.scores.unit[1].distribusi.is_none());
    // Without a single one it is said once for all.
    let run = scored(&[("Bidang A", "", "BBP"), ("Bidang B", "", "SSSS")], false);
    let temuan = dst(&run);
    assert_eq!(temuan.len(), 1);
    assert!(temuan[0].message.contains("2 unit tidak diperiksa"), "{}", temuan[0].message);
    // And of a single unit by its name.
    let run = scored(&[("Bidang A", "", "BBP")], false);
    assert_eq!(dst(&run)[0].unit_kerja.as_deref(), Some("Bidang A"));
}
