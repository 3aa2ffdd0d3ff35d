//! Figures that may be of another scale or power than they look: umpan balik of 1 to 5, and realisasi in full against a
//! target in thousands or millions (`docs/kontrak/masukan.md` sections 2b.10 and 4, `aturan.md` section 6).

use serde_json::Value as Json;

use crate::support::field::{A, B, clean, codes, folder, person, run};

/// The year of the clean instansi with this umpan balik of both.
fn rated(a: &str, b: &str) -> (i32, Json) {
    let mut files = clean();
    files[2].1 = format!(
        "nip,kode_rhk,aspek,periode,realisasi,bukti,umpan_balik\n\
         {A},K1,kuantitas,2025,80,laporan,\"{a}\"\n{B},R1,kuantitas,2025,12,laporan,\"{b}\"\n"
    );
    run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"])
}

#[test]
fn figures_of_another_scale_are_no_codes() {
    for other in ["5", "4", "0", "4/5", "85", "2,5"] {
        for figure in ["1", "2", "3"] {
            let (_, hasil) = rated(other, figure);
            assert_eq!(person(&hasil, B).0, None, "{other} {figure}: {hasil}");
            let told = hasil["temuan"].to_string();
            assert!(
                codes(&hasil).contains(&"REA009") && told.contains(&format!("berisi \\\"{figure}\\\", bukan rating")),
                "{other} {figure}: {hasil}"
            );
        }
        // A word is a rating whatever stands beside it.
        let (_, hasil) = rated(other, "sesuai");
        assert_eq!(person(&hasil, B).0, Some("Baik"), "{other}: {hasil}");
    }
    for (other, figure) in [
        ("1", "2"),
        ("3", "2"),
        ("sesuai", "2"),
        ("Sudah baik, 12 dokumen", "2"),
        ("★★★★", "2"),
        ("31-12-2025", "2"),
        ("", "2"),
    ] {
        let (_, hasil) = rated(other, figure);
        assert_eq!(person(&hasil, B).0, Some("Baik"), "{other} {figure}: {hasil}");
    }
}

#[test]
fn the_line_of_the_penilai_counts_beside_those_of_others() {
    for text in [
        "Pejabat Penilai Kinerja: Sesuai Ekspektasi\nRekan Kerja: Sangat membantu",
        "Rekan Kerja: Di Bawah Ekspektasi\nPejabat Penilai Kinerja: Sesuai Ekspektasi",
        "Pimpinan : sesuai; Bawahan : baik sekali",
    ] {
        let (exit, hasil) = rated("sesuai", text);
        assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{text}: {hasil}");
    }
    for text in [
        "Pejabat Penilai Kinerja: Sudah bagus\nRekan Kerja: Sesuai Ekspektasi",
        "Rekan Kerja: Sesuai Ekspektasi",
        "Pimpinan: sesuai\nCatatan: lambat",
    ] {
        let (_, hasil) = rated("sesuai", text);
        assert_eq!(person(&hasil, B).0, None, "{text}: {hasil}");
        assert!(codes(&hasil).contains(&"REA009"), "{text}: {hasil}");
    }
}

/// Capaian in `pp-30-2019` of a target against a realisasi, and whether their units are said to contradict each other.
fn attained(target: &str, satuan: &str, arah: &str, realisasi: &str) -> (Option<String>, bool) {
    let mut files = clean();
    files[1].1 = format!(
        "nip,kode_rhk,jenis,rhk,aspek,indikator,target,satuan,arah,batas_waktu\n\
         {B},R1,utama,Terserapnya anggaran,biaya,Anggaran yang terserap,\"{target}\",{satuan},{arah},31/12/2025\n"
    );
    files[2].1 = format!("nip,kode_rhk,aspek,periode,realisasi,bukti\n{B},R1,biaya,2025,\"{realisasi}\",laporan\n");
    let (_, hasil) = run(
        folder(&files).path(),
        &["nilai", ".", "--tahun", "2025", "--aturan", "pp-30-2019"],
    );
    let people = hasil["pegawai"].as_array().unwrap();
    let own = people.iter().find(|p| p["nip"] == B).unwrap();
    let capaian = &own["rhk"][0]["indikator"][0]["capaian"];
    (
        (!capaian.is_null()).then(|| capaian.to_string()),
        codes(&hasil).contains(&"REA004"),
    )
}

#[test]
fn a_figure_in_full_is_not_held_against_powers() {
    for (target, satuan, arah, realisasi) in [
        ("2,5", "miliar rupiah", "naik", "2.400.000.000"),
        ("2,5", "M", "naik", "2.400.000.000"),
        ("2,5 M", "", "naik", "2.400.000.000"),
        ("750", "juta rupiah", "naik", "742.500.000"),
        ("750", "juta rupiah", "turun", "742.500.000"),
        ("750", "jt", "naik", "700.000.000"),
        ("4", "ribu orang", "naik", "3900"),
        ("3 - 4", "ribu orang", "naik", "3900"),
        ("750.000.000", "juta rupiah", "naik", "742,5"),
        ("2,5", "miliar", "naik", "Rp 2.400.000.000"),
    ] {
        let told = attained(target, satuan, arah, realisasi);
        assert_eq!(told, (None, true), "{target} {satuan} {arah}: {realisasi}");
    }
    for (target, satuan, realisasi, capaian) in [
        ("2,5", "miliar rupiah", "2,4", "96"),
        ("2,5", "miliar rupiah", "2,4 miliar", "96"),
        ("750", "juta rupiah", "1500", "120"),
        ("4", "ribu orang", "3,9", "97.5"),
        ("2,5", "M", "2,4", "96"),
        ("2", "M", "30", "120"),
        ("2.500.000.000", "rupiah", "2.400.000.000", "96"),
        ("Rp 2,5 miliar", "", "2.400.000.000", "96"),
        ("10", "dokumen", "150", "120"),
    ] {
        let told = attained(target, satuan, "naik", realisasi);
        assert_eq!(told, (Some(capaian.to_owned()), false), "{target} {satuan}: {realisasi}");
    }
}

/// A target or realisasi below zero is told in 6/2022 too, however its sign is written.
#[test]
fn figures_below_zero_are_told_in_every_writing() {
    let told = |target: &str, realisasi: &str| {
        let mut files = clean();
        files[1].1 = files[1].1.replace(",12,daftar", &format!(",{target},daftar"));
        files[2].1 = files[2].1.replace(",2025,12,", &format!(",2025,{realisasi},"));
        let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
        hasil["temuan"].to_string()
    };
    for figure in ["-5", "−5", "minus 5", "Minus 5 daftar", "(5)"] {
        assert!(told(figure, "12").contains("negatif"), "{figure}");
        assert!(told("12", figure).contains("negatif"), "{figure}");
    }
    for figure in ["5", "5 (lima) daftar", "- 5 daftar", "lima"] {
        assert!(!told(figure, "12").contains("negatif"), "{figure}");
        assert!(!told("12", figure).contains("negatif"), "{figure}");
    }
}
