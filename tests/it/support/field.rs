//! Files as offices hold them, read by the program: two people, a table or a few.

use std::path::Path;

use serde_json::Value as Json;
use skp::model::vocab::{AspekPerilaku, Word as _};

use super::program::{code, skp, told};

pub const A: &str = "198704062013042004";
pub const B: &str = "199409172017031005";

/// Runs a command in a folder: exit code and JSON, or what it told.
pub fn run(folder: &Path, args: &[&str]) -> (i32, Json) {
    let output = skp(folder, &[args, &["--format", "json"]].concat());
    let json = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| Json::String(told(&output)));
    (code(&output), json)
}

/// The year of one CSV.
pub fn score(text: &str) -> (i32, Json) {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("masukan.csv"), text).unwrap();
    run(dir.path(), &["nilai", "masukan.csv", "--tahun", "2025"])
}

/// Predikat and unit of a person.
pub fn person<'j>(hasil: &'j Json, nip: &str) -> (Option<&'j str>, &'j str) {
    let people = hasil["pegawai"].as_array().unwrap_or_else(|| panic!("{hasil}"));
    let found = people
        .iter()
        .find(|p| p["nip"] == nip)
        .unwrap_or_else(|| panic!("{nip}: {hasil}"));
    (found["predikat"].as_str(), found["unit_kerja"].as_str().unwrap_or(""))
}

/// Codes of the findings.
pub fn codes(hasil: &Json) -> Vec<&str> {
    let findings = hasil["temuan"].as_array().unwrap();
    findings.iter().filter_map(|t| t["kode"].as_str()).collect()
}

/// A table of two people: the header rows as given, then their rows.
pub fn two(header: &str, a: &str, b: &str) -> String {
    format!("{header}\n1;Lintang Kertapati;{A};{a}\n2;Bagas Adikarsa;{B};{b}\n")
}

/// A small clean instansi, a file for each kind of table.
pub fn clean() -> Vec<(&'static str, String)> {
    let mut perilaku = String::from("nip,aspek,penilai,nilai\n");
    for nip in [A, B] {
        for aspek in AspekPerilaku::BERAKHLAK {
            perilaku.push_str(&format!("{nip},{},atasan,sesuai\n", aspek.as_str()));
        }
    }
    vec![
        (
            "pegawai.csv",
            format!(
                "nip,nama,jabatan,jenis_jabatan,unit_kerja,nip_atasan\n\
                 {A},Lintang Kertapati,Kepala Dinas,jpt_pratama,Dinas Arsip,\n\
                 {B},Bagas Adikarsa,Pengolah Data,pelaksana,Dinas Arsip,{A}\n"
            ),
        ),
        (
            "skp.csv",
            format!(
                "nip,kode_rhk,jenis,rhk,kode_rhk_atasan,aspek,indikator,target,satuan,batas_waktu\n\
                 {A},K1,utama,Meningkatnya mutu layanan,,kuantitas,Persentase arsip,80,%,31/12/2025\n\
                 {B},R1,utama,Tersusunnya daftar arsip,K1,kuantitas,Jumlah daftar,12,daftar,31/12/2025\n"
            ),
        ),
        (
            "realisasi.csv",
            format!(
                "nip,kode_rhk,aspek,periode,realisasi,bukti,umpan_balik\n\
                 {A},K1,kuantitas,2025,80,laporan,sesuai\n{B},R1,kuantitas,2025,12,laporan,sesuai\n"
            ),
        ),
        ("perilaku.csv", perilaku),
    ]
}

/// A folder of files.
pub fn folder(files: &[(&str, String)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    dir
}
