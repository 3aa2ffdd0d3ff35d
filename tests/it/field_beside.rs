//! One thing in two files: a plan with codes beside a flat one, a realisasi in a table and in a form, ratings in a form
//! and the predikat in a recap (`docs/kontrak/masukan.md` sections 2 and 2b.4).

use serde_json::Value as Json;

use crate::support::field::{A, B, clean, codes, folder, person, run};

const C: &str = "199001152015032002";

fn year(files: &[(&str, String)]) -> (i32, Json) {
    run(folder(files).path(), &["nilai", ".", "--tahun", "2025"])
}

/// The codes of somebody's RHK, and how many indicators they have.
fn plan<'j>(hasil: &'j Json, nip: &str) -> Vec<(&'j str, usize)> {
    let people = hasil["pegawai"].as_array().unwrap();
    let found = people.iter().find(|p| p["nip"] == nip).unwrap_or_else(|| panic!("{hasil}"));
    let rhk = found["rhk"].as_array().unwrap();
    rhk.iter()
        .map(|r| (r["kode_rhk"].as_str().unwrap(), r["indikator"].as_array().unwrap().len()))
        .collect()
}

/// Bagas' official form, with its target, its realisasi and the lines below it.
fn form(target: &str, attained: &str, below: &str) -> String {
    format!(
        "EVALUASI KINERJA PEGAWAI;;;;;;;\nPERIODE: AKHIR;;;;;;;\n;;;;;PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2025;;\n\
         NO;PEGAWAI YANG DINILAI;;NO;PEJABAT PENILAI KINERJA;;;\n1;NAMA;Bagas Adikarsa;1;NAMA;Lintang Kertapati;;\n\
         2;NIP;{B};2;NIP;{A};;\n3;JABATAN;Pengolah Data;3;JABATAN;Kepala Dinas;;\n4;UNIT KERJA;Dinas Arsip;4;UNIT KERJA;Dinas Arsip;;\n\
         HASIL KERJA;;;;;;;\nNO;RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI;RENCANA HASIL KERJA;ASPEK;INDIKATOR KINERJA INDIVIDU;\
         TARGET;REALISASI BERDASARKAN BUKTI DUKUNG;UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG\n\
         1;Meningkatnya mutu layanan;Tersusunnya daftar arsip;Kuantitas;Jumlah daftar;{target};{attained};Sesuai Ekspektasi\n{below}"
    )
}

#[test]
fn a_flat_plan_beside_one_with_codes_takes_its_codes() {
    for (name, flat) in [
        (
            "a.csv",
            format!(
                "NIP,Nama,Rencana Hasil Kerja,Indikator,Target\n{A},Lintang Kertapati,Meningkatnya mutu layanan.,Persentase arsip,80 %\n\
                 {B},Bagas Adikarsa,1. Tersusunnya daftar arsip,Jumlah daftar,12 daftar\n"
            ),
        ),
        (
            "z.csv",
            format!(
                "NIP,Nama,RHK,Indikator,Target,Satuan\n{A},Lintang Kertapati,Meningkatnya mutu layanan,Persentase arsip,80,%\n\
                 {B},Bagas Adikarsa,Tersusunnya daftar arsip,Jumlah daftar,\"12,0\",daftar\n"
            ),
        ),
    ] {
        let mut files = clean();
        files.push((name, flat.clone()));
        let (exit, hasil) = year(&files);
        assert_eq!(
            (plan(&hasil, A), plan(&hasil, B)),
            (vec![("K1", 1)], vec![("R1", 1)]),
            "{name}: {hasil}"
        );
        assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{name}: {hasil}");
        assert!(
            hasil["temuan"].to_string().contains("memakai kode dan jenis di sana"),
            "{hasil}"
        );
        // Another target is a contradiction, with both cells.
        files.last_mut().unwrap().1 = flat.replace("80", "75");
        let (exit, hasil) = year(&files);
        assert_eq!((exit, plan(&hasil, A)), (1, vec![("K1", 1)]), "{name}: {hasil}");
        assert!(codes(&hasil).contains(&"TGT020"), "{hasil}");
    }
}

#[test]
fn a_figure_with_its_unit_is_the_bare_figure() {
    for (table, target, attained) in [
        ("12", "12 daftar", "12 daftar"),
        ("12 daftar", "12", "12"),
        ("12 Daftar", "12 daftar", "12,0"),
    ] {
        let mut files = clean();
        files[2].1 = files[2].1.replace("2025,12,", &format!("2025,{table},"));
        files.push(("formulir.csv", form(target, attained, "")));
        let (exit, hasil) = year(&files);
        assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{table} {attained}: {hasil}");
        assert!(codes(&hasil).contains(&"REA021"), "told once: {hasil}");
    }
    for attained in ["11 daftar", "12 orang"] {
        let mut files = clean();
        files[2].1 = files[2].1.replace("2025,12,", "2025,12 daftar,");
        files.push(("formulir.csv", form("12 daftar", attained, "")));
        let (exit, hasil) = year(&files);
        assert_eq!((exit, person(&hasil, B).0), (1, None), "{attained}: {hasil}");
        assert!(codes(&hasil).contains(&"REA020"), "{attained}: {hasil}");
    }
}

/// A recap names people of whom no form is read: what it says of them counts.
#[test]
fn a_list_of_predikat_beside_forms_of_others() {
    let rated = "RATING HASIL KERJA;;;;;;;\nSESUAI EKSPEKTASI;;;;;;;\nRATING PERILAKU KERJA;;;;;;;\nSESUAI EKSPEKTASI;;;;;;;\n";
    let list = |b: &str, c: &str| {
        format!("No;Nama;NIP;Unit Kerja;Predikat\n1;Bagas Adikarsa;{B};Dinas Arsip;{b}\n2;Dewi;{C};Dinas Arsip;{c}\n")
    };
    let read = |b: &str, c: &str| year(&[("formulir.csv", form("12", "12", rated)), ("rekap.csv", list(b, c))]).1;
    let hasil = read("Baik", "Sangat Baik");
    assert_eq!(
        (person(&hasil, B).0, person(&hasil, C).0),
        (Some("Baik"), Some("Sangat Baik")),
        "{hasil}"
    );
    assert!(!codes(&hasil).contains(&"HSL008"), "one evaluation in two files: {hasil}");
    // Against both ratings of the form: told, and the cell stands.
    let hasil = read("Kurang", "-");
    assert_eq!((person(&hasil, B).0, person(&hasil, C).0), (Some("Baik"), None), "{hasil}");
    assert!(
        codes(&hasil).contains(&"HSL001") && codes(&hasil).contains(&"HSL007"),
        "{hasil}"
    );
    assert!(
        !codes(&hasil).contains(&"TGT006"),
        "nobody said that there is no SKP: {hasil}"
    );
}

/// A list of those whose forms are read adds no posting, with units in it or without.
#[test]
fn a_list_of_names_beside_forms() {
    let rated = "RATING HASIL KERJA;;;;;;;\nSESUAI EKSPEKTASI;;;;;;;\nRATING PERILAKU KERJA;;;;;;;\nSESUAI EKSPEKTASI;;;;;;;\n";
    for list in [
        format!("DAFTAR HADIR\nNo;Nama;NIP;Unit Kerja;Hadir\n1;Bagas Adikarsa;{B};Bidang Lain;200\n"),
        format!("DAFTAR HADIR\nNo;Nama;NIP;Tanda Tangan\n1;Bagas Adikarsa;{B};\n"),
    ] {
        let (_, hasil) = year(&[("formulir.csv", form("12", "12", rated)), ("hadir.csv", list.clone())]);
        assert_eq!(person(&hasil, B), (Some("Baik"), "Dinas Arsip"), "{list}: {hasil}");
        let codes = codes(&hasil);
        assert!(codes.contains(&"STR031"), "{list}: {hasil}");
        assert!(!codes.iter().any(|c| matches!(*c, "STR010" | "STR012")), "{list}: {hasil}");
    }
}

/// Plans and what was attained under headings that nobody knows: the column is named, and nothing else is said to be missing.
#[test]
fn a_realisasi_without_its_column() {
    for (header, a, b) in [
        ("nip,kode_rhk,aspek,bukti", "K1,kuantitas,laporan", "R1,kuantitas,SK"),
        (
            "nip,kode_rhk,aspek,periode,Hasil nyata",
            "K1,kuantitas,2025,82",
            "R1,kuantitas,2025,12",
        ),
        (
            "NIP,Nama,Kode RHK,Aspek,Angka akhir tahun",
            "L,K1,kuantitas,82",
            "B,R1,kuantitas,12",
        ),
        (
            "NIP,Kode RHK,Aspek,No,Pencapaian nyata",
            "K1,kuantitas,1,82",
            "R1,kuantitas,2,12",
        ),
    ] {
        let mut files = clean();
        files[2].1 = format!("{header}\n{A},{a}\n{B},{b}\n");
        let (exit, hasil) = year(&files);
        let told = hasil["temuan"].to_string();
        assert_eq!(
            (exit, told.matches("tidak punya kolom realisasi").count()),
            (1, 1),
            "{header}: {hasil}"
        );
        assert!(
            !codes(&hasil).iter().any(|c| matches!(*c, "STR010" | "REA008" | "REA001")),
            "{header}: {hasil}"
        );
    }
    // Figures are no aspek: that column is asked of the missing one only.
    let mut files = clean();
    files[2].1 = format!("NIP,Nama,Kode RHK,Periode,Hasil,Bukti Dukung\n{A},L,K1,TW I,82,x\n{B},B,R1,TW I,12,y\n");
    let told = year(&files).1["temuan"].to_string();
    assert_eq!(
        (told.matches("STR012").count(), told.matches("\\\"Hasil\\\"").count()),
        (2, 1),
        "{told}"
    );
    // A list of codes is no realisasi.
    for header in ["nip,kode_rhk,kode_rhk_atasan,satuan", "nip,kode_rhk,jenis,perspektif"] {
        let mut files = clean();
        files.push(("lain.csv", format!("{header}\n{A},K1,,\n{B},R1,,\n")));
        assert!(!year(&files).1["temuan"].to_string().contains("kolom realisasi"), "{header}");
    }
}

/// A row whose NIP is an error of a formula is its owner's, by his name or by a code that only he has.
#[test]
fn a_row_without_a_nip_is_not_missing() {
    for (header, row) in [
        (
            "nip,kode_rhk,aspek,periode,realisasi,bukti,umpan_balik",
            "#N/A,R1,kuantitas,2025,12,x,sesuai",
        ),
        (
            "nip,nama,kode_rhk,aspek,realisasi,bukti,umpan_balik",
            ",BAGAS  Adikarsa,R1,kuantitas,12,x,sesuai",
        ),
    ] {
        let mut files = clean();
        let first = if header.contains("nama") {
            "Lintang Kertapati,K1,kuantitas"
        } else {
            "K1,kuantitas,2025"
        };
        files[2].1 = format!("{header}\n{A},{first},80,x,sesuai\n{row}\n");
        let (exit, hasil) = year(&files);
        assert_eq!((exit, person(&hasil, B).0), (1, None), "{hasil}");
        assert!(
            !codes(&hasil).iter().any(|c| matches!(*c, "REA001" | "REA006")),
            "{header}: {hasil}"
        );
    }
}
