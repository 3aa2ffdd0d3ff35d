//! What findings say and point at where a cell cannot be used: nothing that the data do not show, and the cells that it is about.

use serde_json::{Value as Json, json};

use crate::support::field::{A, B, clean, codes, folder, person, run, score};
use crate::support::program::{skp, told};

/// The findings of a code.
fn findings<'j>(hasil: &'j Json, code: &str) -> Vec<&'j Json> {
    let all = hasil["temuan"].as_array().unwrap().iter();
    all.filter(|t| t["kode"] == code).collect()
}

/// What the only finding of a code says, with its advice.
fn says(hasil: &Json, code: &str) -> String {
    let [one] = findings(hasil, code)[..] else {
        panic!("{code}: {hasil}")
    };
    format!("{} {}", one["pesan"], one["saran"])
}

/// The year of the clean instansi with this table of units.
fn with_unit(row: &str) -> Json {
    let mut files = clean();
    files.push((
        "unit.csv",
        format!("unit_kerja;nip_pimpinan;predikat_organisasi\nDinas Arsip;{row}\n"),
    ));
    run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]).1
}

#[test]
fn a_head_of_a_unit_who_is_not_in_the_data() {
    let gone = "197001012000031001";
    let hasil = with_unit(&format!("{gone};Baik"));
    let told = says(&hasil, "IDN042");
    assert!(told.contains(gone) && told.contains("predikat organisasinya"), "{told}");
    assert!(told.contains(&format!("(NIP {A})")), "{told}");
    // Nobody's penilai leads the unit, and that is not said of anybody.
    let spread = says(&hasil, "DST005");
    assert!(
        spread.contains("dihitung bersama di Dinas Arsip") && !spread.contains("memimpin"),
        "{spread}"
    );
    let hasil = with_unit(&format!("{A};Baik"));
    assert!(!codes(&hasil).contains(&"IDN042"), "{hasil}");
    assert!(
        says(&hasil, "DST002").contains("pejabat penilainya memimpin Dinas Arsip"),
        "{hasil}"
    );
    // Whom people name as their atasan is told by these.
    let mut files = clean();
    files[0].1 = files[0]
        .1
        .replace(&format!("Dinas Arsip,{A}"), &format!("Dinas Arsip,{gone}"));
    files.push(("unit.csv", format!("unit_kerja;nip_pimpinan\nDinas Arsip;{gone}\n")));
    let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert!(
        codes(&hasil).contains(&"KAS006") && !codes(&hasil).contains(&"IDN042"),
        "{hasil}"
    );
}

#[test]
fn the_predikat_of_an_organisation_by_any_of_its_labels() {
    for (written, read) in [
        ("Butuh Perbaikan/Cukup", "Butuh Perbaikan"),
        ("Cukup / Butuh Perbaikan", "Butuh Perbaikan"),
        ("BUTUH PERBAIKAN (CUKUP)", "Butuh Perbaikan"),
        ("Kurang/Misconduct", "Kurang"),
        ("KURANG / MISONDUCT", "Kurang"),
        ("Buruk", "Kurang"),
        ("Sangat Buruk", "Sangat Kurang"),
    ] {
        let hasil = with_unit(&format!("{A};{written}"));
        assert_eq!(hasil["unit"][0]["predikat_organisasi"], read, "{written}: {hasil}");
        assert!(!codes(&hasil).contains(&"STR021"), "{written}: {hasil}");
    }
    for unknown in ["Sangat Baik", "Cukup Baik", "Misconduct"] {
        assert!(codes(&with_unit(&format!("{A};{unknown}"))).contains(&"STR021"), "{unknown}");
    }
}

/// Whether anything is due from somebody hangs on his status: what cannot be read is told, and nothing that would follow.
#[test]
fn a_status_that_cannot_be_read_is_told_alone() {
    for (status, near) in [
        ("Persiapan Pensiun (MPP)", "mpp"),
        ("Tersangka - diberhentikan sementara", "diberhentikan_sementara"),
        ("Komisioner KPU", "pejabat_negara"),
        ("mutasi", "salah satu kata yang diterima"),
    ] {
        let mut files = clean();
        files[0].1 = files[0].1.replace("nip_atasan\n", "nip_atasan,status\n");
        files[0].1 = files[0]
            .1
            .replace(&format!("Dinas Arsip,{A}\n"), &format!("Dinas Arsip,{A},{status}\n"));
        for file in &mut files[1..] {
            file.1 = file.1.split_inclusive('\n').filter(|l| !l.starts_with(B)).collect();
        }
        let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!((exit, person(&hasil, A).0), (1, Some("Baik")), "{hasil}");
        assert!(says(&hasil, "STR021").contains(near), "{status}: {hasil}");
        let of_person: Vec<&str> = (hasil["temuan"].as_array().unwrap().iter())
            .filter(|t| t["nip"] == B)
            .filter_map(|t| t["kode"].as_str())
            .collect();
        assert_eq!(of_person, ["STR021"], "{status}: {hasil}");
        let reasons = &hasil["pegawai"][1]["sebab"];
        assert_eq!(*reasons, json!(["data_pegawai_tidak_lengkap"]), "{status}: {hasil}");
    }
}

/// Two unlike rows in two files: both cells are named.
#[test]
fn unlike_rows_of_somebody_are_named_both() {
    let marks = |predikat: &str| format!("nip,nama,skp_unor,hasil_akhir\n{A},Lintang,Arsip,{predikat}\n{B},Bagas,Arsip,Baik\n");
    let files = [("rekap.csv", marks("Baik")), ("rekap_revisi.csv", marks("Sangat Baik"))];
    let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    let told = says(&hasil, "HSL008");
    assert!(told.contains("sel A2 di rekap.csv dan sel A2 di rekap_revisi.csv"), "{told}");
    assert_eq!(person(&hasil, B).0, Some("Baik"), "{hasil}");
}

/// In 6/2022 a kinerja tambahan may be intervened, too; by numbers only an RHK utama.
#[test]
fn what_an_unknown_code_may_be_of_is_told_by_the_rules() {
    let mut files = clean();
    files[1].1.push_str(&format!(
        "{A},T1,tambahan,Panitia hari jadi,,kuantitas,Jumlah kegiatan,1,kegiatan,31/12/2025\n"
    ));
    files[1].1 = files[1].1.replace("daftar arsip,K1", "daftar arsip,K77");
    let dir = folder(&files);
    let (_, hasil) = run(dir.path(), &["periksa", ".", "--tahun", "2025"]);
    assert!(says(&hasil, "KAS002").contains("salah satu RHK di SKP"), "{hasil}");
    assert_eq!(findings(&hasil, "KAS002")[0]["harapan"], "salah satu dari K1, T1", "{hasil}");
    let (_, hasil) = run(
        dir.path(),
        &["periksa", ".", "--tahun", "2025", "--aturan", "permenpanrb-8-2021"],
    );
    assert!(says(&hasil, "KAS002").contains("salah satu RHK utama di SKP"), "{hasil}");
    assert_eq!(findings(&hasil, "KAS002")[0]["harapan"], "salah satu dari K1", "{hasil}");
}

/// A form that is rated nowhere is told at the person it is of, not at the heading of its first column.
#[test]
fn a_decision_still_due_is_told_at_the_person_of_the_form() {
    let form = format!(
        "EVALUASI KINERJA PEGAWAI\nPERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER 2025\nPEGAWAI YANG DINILAI\nNAMA;Lintang\nNIP;{A}\n\
         JABATAN;Arsiparis Ahli Muda\nUNIT KERJA;Dinas Arsip\n\
         NO;RENCANA HASIL KERJA;ASPEK;INDIKATOR KINERJA INDIVIDU;TARGET;REALISASI;UMPAN BALIK\nA. UTAMA\n\
         1;Daftar arsip tersusun;Kuantitas;Jumlah daftar;12 daftar;12 daftar;rapi\n"
    );
    let (_, hasil) = score(&form);
    let waiting = findings(&hasil, "HSL005")[0];
    assert_eq!((&waiting["sel"], &waiting["nilai"]), (&json!("B5"), &json!(A)), "{hasil}");
}

/// A number of something else is no heading that a table is known by.
#[test]
fn a_heading_of_another_number_is_no_likeness_to_a_table() {
    let likeness = |text: &str| {
        let dir = folder(&[("agenda.csv", text.to_owned())]);
        told(&skp(dir.path(), &["nilai", "agenda.csv", "--tahun", "2025"]))
    };
    let none = likeness("NPWP;12.345.678.9-012.000\nAlamat;Jalan Merdeka 1\n");
    assert!(none.contains("tidak ada satu pun judul kolom yang dikenali"), "{none}");
    let some = likeness("No;NIP;Hobi\n1;x;catur\n");
    assert!(some.contains("dikenali \"NIP\"") || some.contains("\"NIP\""), "{some}");
}
