//! What is told beside a result, so that nobody need guess: whose predikat organisasi was used, who is not counted, what helps,
//! what was recognised.

use calamine::{Reader as _, Xlsx, open_workbook};
use serde_json::Value as Json;

use crate::support::field::{A, B, clean, codes, folder, person, run, score, two};
use crate::support::program::skp;

/// The rows of a sheet of the report of some files, cells joined by " | ".
fn sheet(files: &[(&str, String)], name: &str) -> Vec<String> {
    let dir = folder(files);
    run(dir.path(), &["nilai", ".", "--tahun", "2025", "-o", "l.xlsx"]);
    let mut book: Xlsx<_> = open_workbook(dir.path().join("l.xlsx")).unwrap();
    let range = book.worksheet_range(name).unwrap();
    let joined = |row: &[calamine::Data]| row.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ");
    range.rows().map(joined).collect()
}

/// The clean instansi with a table more, the bawahan in a unit below.
fn with(name: &'static str, text: String) -> Vec<(&'static str, String)> {
    let mut files = clean();
    files[0].1 = files[0].1.replace("pelaksana,Dinas Arsip", "pelaksana,Bidang Simpan");
    files.push((name, text));
    files
}

#[test]
fn the_distribution_tells_whose_predikat_is_used_and_of_which_year() {
    let header = "unit_kerja;unit_induk;nip_pimpinan;predikat_organisasi;tahun_predikat";
    for (rows, wanted, never) in [
        (
            format!("Dinas Arsip;;;Baik;2024\nBidang Simpan;Dinas Arsip;{A};;"),
            "Baik (dari Dinas Arsip, 2024)",
            "Baik (2024)",
        ),
        (
            format!("Dinas Arsip;;;Baik;\nBidang Simpan;Dinas Arsip;{A};;"),
            "Baik (dari Dinas Arsip)",
            "2024",
        ),
        (
            format!("Dinas Arsip;;;;\nBidang Simpan;Dinas Arsip;{A};Baik;2024"),
            "Baik (2024)",
            "dari",
        ),
        (
            format!("Dinas Arsip;;;Kurang;2024\nBidang Simpan;Dinas Arsip;{A};Baik;2025"),
            "| Baik |",
            "Baik (",
        ),
    ] {
        let files = with("unit.csv", format!("{header}\n{rows}\n"));
        let row = sheet(&files, "Distribusi")
            .into_iter()
            .find(|r| r.starts_with("Bidang Simpan"))
            .unwrap();
        assert!(row.contains(wanted) && !row.contains(never), "{row}");
    }
}

#[test]
fn people_who_are_excepted_are_not_counted() {
    let files = with(
        "pengecualian.csv",
        format!("nip;alasan\n{B};Cuti di luar tanggungan negara\n"),
    );
    let page = sheet(&files, "Ringkasan");
    let line = page.iter().find(|r| r.starts_with("Sudah dinilai")).unwrap();
    assert!(
        line.contains("1 dari 1 (100,0 %) pegawai") && line.contains("tidak dihitung: 1 dikecualikan"),
        "{line}"
    );
    let page = sheet(&clean(), "Ringkasan");
    let line = page.iter().find(|r| r.starts_with("Sudah dinilai")).unwrap();
    assert!(
        line.contains("2 dari 2 (100,0 %) pegawai") && !line.contains("tidak dihitung"),
        "{line}"
    );
}

#[test]
fn reasons_that_add_up_to_more_than_the_people_are_said_to() {
    let line = |files: &[(&str, String)]| {
        let page = sheet(files, "Ringkasan");
        page.into_iter().find(|r| r.starts_with("Belum dapat dinilai")).unwrap()
    };
    let mut files = clean();
    files[2].1 = files[2].1.replace(
        &format!("{B},R1,kuantitas,2025,12,laporan,sesuai"),
        &format!("{B},R1,kuantitas,2025,12,laporan,"),
    );
    let one = line(&files);
    assert!(!one.contains("lebih dari satu sebab"), "{one}");
    files[3].1 = files[3].1.replace(&format!("{B},loyal,atasan,sesuai\n"), "");
    let several = line(&files);
    assert!(
        several.contains("1 pegawai (seseorang dapat dihitung pada lebih dari satu sebab)"),
        "{several}"
    );
}

/// Tugas belajar that was not finished: no box of ratings, and no ratings that would help.
#[test]
fn who_is_not_finished_stands_in_no_box_and_has_an_advice_of_his_own() {
    let of = |marks: &str, studi: &str| {
        let mut files = clean();
        files[0].1 = format!(
            "nip,nama,jabatan,jenis_jabatan,unit_kerja,nip_atasan,status,studi\n\
             {A},Lintang Kertapati,Kepala Dinas,jpt_pratama,Dinas Arsip,,,\n\
             {B},Bagas Adikarsa,Pengolah Data,pelaksana,Dinas Arsip,{A},tugas_belajar,{studi}\n"
        );
        files.push((
            "penilaian.csv",
            format!("nip;periode;hasil_kerja;perilaku_kerja;hasil_akhir\n{B};2025;sesuai ekspektasi;sesuai ekspektasi;{marks}\n"),
        ));
        files
    };
    let boxes = sheet(&of("Sangat Kurang", "tidak_lulus"), "Kuadran").join("\n");
    assert!(
        boxes.contains("1 pegawai tidak ditempatkan") && !boxes.contains("Bagas"),
        "{boxes}"
    );
    let boxes = sheet(&of("", "berjalan"), "Kuadran").join("\n");
    assert!(!boxes.contains("tidak ditempatkan") && boxes.contains("Bagas"), "{boxes}");
    let waits = sheet(&of("", "tidak_lulus"), "Belum").join("\n");
    assert!(
        waits.contains("Tulis hasil_akhir Kurang atau Sangat Kurang") && !waits.contains("Tetapkan hasil_kerja"),
        "{waits}"
    );
}

#[test]
fn reading_tells_the_period_of_a_table_and_of_its_columns() {
    let title = format!(
        "Rekap Predikat\nPeriode : 1 Januari s.d. 31 Desember 2025\nNIP;Nama;Predikat Kinerja TW I;Predikat Kinerja Tahunan\n{B};Bagas Adikarsa;Baik;Baik\n"
    );
    let (_, read) = run(folder(&[("rekap.csv", title.clone())]).path(), &["baca", "rekap.csv"]);
    let table = &read["masukan"][0]["tabel"][0];
    assert_eq!(table["periode"], "2025", "{read}");
    let named: Vec<&Json> = table["rincian_kolom"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| &c["periode"])
        .collect();
    assert_eq!(named[0], "2025-TW1", "{read}");
    // What a column is stays as it was.
    assert_eq!(table["kolom"][0].as_object().unwrap().len(), 2, "{read}");
    let dir = folder(&[
        ("rekap.csv", title),
        ("daftar.csv", format!("NIP;Nama;Predikat Kinerja\n{B};Bagas Adikarsa;Baik\n")),
    ]);
    let told = |file| String::from_utf8(skp(dir.path(), &["baca", file]).stdout).unwrap();
    let text = told("rekap.csv");
    assert!(
        text.contains("Periode menurut judulnya: 2025") && text.contains("hasil_akhir (2025-TW1)"),
        "{text}"
    );
    let text = told("daftar.csv");
    assert!(!text.contains("Periode menurut") && !text.contains("hasil_akhir ("), "{text}");
}

#[test]
fn reading_tells_whose_form_it_is() {
    let form = format!(
        "SASARAN KINERJA PEGAWAI;;;;\nPERIODE PENILAIAN;;1 Januari s.d. 31 Desember 2025;;\n\
         NO;PEGAWAI YANG DINILAI;;PEJABAT PENILAI KINERJA;\n1;NAMA;Bagas Adikarsa;NAMA;Lintang Kertapati\n\
         2;NIP;{B};NIP;{A}\n3;JABATAN;Pengolah Data;JABATAN;Kepala Dinas\n4;UNIT KERJA;Dinas Arsip;UNIT KERJA;Dinas Arsip\n\
         NO;RENCANA HASIL KERJA;ASPEK;INDIKATOR KINERJA INDIVIDU;TARGET\n1;Tersusunnya daftar arsip;Kuantitas;Jumlah daftar;12 daftar\n"
    );
    let dir = folder(&[("skp.csv", form)]);
    let (_, read) = run(dir.path(), &["baca", "skp.csv"]);
    let table = &read["masukan"][0]["tabel"][0];
    assert_eq!(
        (&table["pegawai"]["nip"], &table["penilai"]["nama"]),
        (&Json::from(B), &Json::from("Lintang Kertapati")),
        "{read}"
    );
    assert_eq!(table["periode"], "2025", "{read}");
    let text = String::from_utf8(skp(dir.path(), &["baca", "skp.csv"]).stdout).unwrap();
    assert!(
        text.contains(&format!("Pegawai yang dinilai: Bagas Adikarsa, NIP {B}")),
        "{text}"
    );
    // Hidden where names are.
    let text = String::from_utf8(skp(dir.path(), &["baca", "skp.csv", "--samarkan"]).stdout).unwrap();
    assert!(
        text.contains("Pegawai yang dinilai") && !text.contains("Bagas") && !text.contains(B),
        "{text}"
    );
}

/// Marks that are there and not taken: the column is named, and nobody is said not to have been rated.
#[test]
fn marks_that_are_not_taken_are_named_and_no_reason_is_false() {
    let sebab = |hasil: &Json, nip: &str| {
        let people = hasil["pegawai"].as_array().unwrap();
        people.iter().find(|p| p["nip"] == nip).unwrap()["sebab"].clone()
    };
    let unused = serde_json::json!(["penilaian_tidak_dipakai"]);
    for (header, row, code) in [
        ("Usulan Predikat", "Baik", "STR103"),
        ("Usul Predikat Kinerja 2025", "Baik", "STR103"),
        ("Predikat yang Diusulkan", "Baik", "STR103"),
        ("Usulan Rating Hasil Kerja", "Sesuai Ekspektasi", "STR103"),
        ("Rekomendasi Predikat", "Baik", "STR036"),
        ("Predikat Tim", "Baik", "STR036"),
    ] {
        let header = format!("No;Nama;NIP;Unit;{header}");
        let (exit, hasil) = score(&two(&header, &format!("X;{row}"), &format!("X;{row}")));
        assert_eq!(
            (exit, person(&hasil, A).0, sebab(&hasil, A)),
            (1, None, unused.clone()),
            "{header}: {hasil}"
        );
        assert!(codes(&hasil).contains(&code), "{header}: {hasil}");
        assert!(
            !codes(&hasil)
                .iter()
                .any(|c| matches!(*c, "STR012" | "PRL004" | "TGT008" | "HSL007")),
            "{header}: {hasil}"
        );
        // Whose cell is blank has not been rated.
        let (_, hasil) = score(&two(&header, "X;", &format!("X;{row}")));
        assert_eq!(
            (sebab(&hasil, A), sebab(&hasil, B)),
            (serde_json::json!(["belum_dinilai"]), unused.clone()),
            "{header}: {hasil}"
        );
    }
    for heading in ["Predikat Tahun Lalu", "Predikat Sebelumnya", "Predikat Semula"] {
        let (exit, hasil) = score(&two(&format!("No;Nama;NIP;Unit;{heading}"), "X;Baik", "X;Baik"));
        assert_eq!((exit, person(&hasil, A).0), (1, None), "{heading}: {hasil}");
        let told = hasil["temuan"].to_string();
        assert!(
            told.contains(&format!("Kolom \\\"{heading}\\\" (sel E1) berisi penilaian")),
            "{heading}: {told}"
        );
        assert!(
            !told.contains(&format!(
                "belum dikenal ini yang dimaksud, ganti judulnya menjadi jabatan: \\\"{heading}"
            )),
            "{told}"
        );
    }
    let (exit, hasil) = score(&two(
        "No;Nama;NIP;Unit;Usulan Predikat;Predikat",
        "X;Kurang;Baik",
        "X;Baik;Baik",
    ));
    assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{hasil}");
    assert!(!codes(&hasil).contains(&"STR103"), "{hasil}");
}

/// Where nobody has a result, the terminal says at once what is wrong with the table, and what reads it.
#[test]
fn a_run_without_a_result_says_what_to_type() {
    let dir = tempfile::tempdir().unwrap();
    let table = "nip;nama;unit_kerja;periode;hasil_akhir\n198203032007031002;Budi;Dinas A;2025-11;Baik\n";
    std::fs::write(dir.path().join("november.csv"), table).unwrap();
    let run = skp(dir.path(), &["nilai", "november.csv", "--tahun", "2025"]);
    let shown = String::from_utf8(run.stdout).unwrap();
    assert!(shown.contains("--periode 2025-11"), "{shown}");
    let rated = skp(dir.path(), &["nilai", "november.csv", "--periode", "2025-11"]);
    assert!(!String::from_utf8(rated.stdout).unwrap().contains("→"));
}
