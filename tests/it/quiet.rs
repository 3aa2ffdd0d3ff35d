//! Findings must mean something: a clean instansi stays quiet, and what a whole table lacks is
//! said once.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use skp::finding::Level;
use skp::model::PeriodChoice;
use skp::run::{Request, Run};
use skp::sample::{FaultRate, Perilaku, Rencana, write_csv_folder};

fn run(folder: &Path, aturan: &str) -> Run {
    Run::new(&Request {
        masukan: vec![folder.to_owned()],
        periode: PeriodChoice {
            tahun: Some(2025),
            periode: None,
        },
        aturan: Some(aturan.into()),
        ..Request::default()
    })
    .unwrap()
}

/// How often each code of level galat or peringatan was told.
fn loud(run: &Run) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for f in run.findings.iter().filter(|f| f.level != Level::Catatan) {
        *counts.entry(f.kode).or_default() += 1;
    }
    counts
}

#[test]
fn a_clean_instansi_is_told_little() {
    let folder = tempfile::tempdir().unwrap();
    let people = 600;
    write_csv_folder(
        &Rencana {
            pegawai: people,
            seed: 7,
            tahun: 2025,
            faults: FaultRate::percent(0),
            perilaku: Perilaku::All,
            overwrite: true,
        },
        folder.path(),
    )
    .unwrap();
    for aturan in ["permenpanrb-6-2022", "permenpanrb-8-2021", "pp-30-2019"] {
        let run = run(folder.path(), aturan);
        assert_eq!(run.counts().galat, 0, "{aturan}: {:?}", loud(&run));
        // Distributions are the pimpinan's to weigh; a made-up instansi knows none of them.
        for (kode, n) in loud(&run).into_iter().filter(|(k, _)| !k.starts_with("DST")) {
            assert!(
                n * 20 < skp::base::ids::index(people),
                "{aturan}: {kode} {n} kali pada {people} pegawai"
            );
        }
    }
}

/// The clean instansi of the fixtures with a column taken out of one table.
fn without_column(table: &str, column: &str) -> Run {
    let folder = tempfile::tempdir().unwrap();
    let basis = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/check/_dasar/numerik");
    for entry in std::fs::read_dir(basis).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let mut text = std::fs::read_to_string(&path).unwrap();
        if name == table {
            let at = text.lines().next().unwrap().split(',').position(|c| c == column).unwrap();
            text = text.lines().fold(String::new(), |mut out, line| {
                let kept: Vec<&str> = line
                    .split(',')
                    .enumerate()
                    .filter(|(i, _)| *i != at)
                    .map(|(_, c)| c)
                    .collect();
                writeln!(out, "{}", kept.join(",")).unwrap();
                out
            });
        }
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    run(folder.path(), "permenpanrb-8-2021")
}

#[test]
fn a_column_that_is_missing_is_said_once() {
    for (table, column, kode) in [
        ("skp.csv", "kode_rhk_atasan", "KAS001"),
        ("pegawai.csv", "nip_atasan", "KAS005"),
        ("skp.csv", "perspektif", "TGT060"),
        ("skp.csv", "satuan", "TGT052"),
        ("skp.csv", "batas_waktu", "TGT053"),
        ("realisasi.csv", "bukti", "REA050"),
    ] {
        let run = without_column(table, column);
        let told: Vec<_> = run.findings.iter().filter(|f| f.kode == kode).collect();
        assert_eq!(told.len(), 1, "{kode}: {told:#?}");
        // It points at the table, not at a person or at a column that has nothing to do with it.
        assert!(
            told[0].nip.is_none() && told[0].column().is_none() && told[0].cell().is_some(),
            "{told:#?}"
        );
    }
}

#[test]
fn a_column_that_hardly_anybody_filled_is_said_once_and_a_gap_by_its_cell() {
    let folder = tempfile::tempdir().unwrap();
    let write = |deadline: &dyn Fn(usize) -> &'static str| {
        let (mut pegawai, mut skp) = (
            String::from(
                "nip,nama,jabatan,jenis_jabatan,unit_kerja,nip_atasan\n197001011995031001,Ahmad,Kepala,jpt_pratama,Dinas,\n",
            ),
            String::from("nip,kode_rhk,jenis,rhk,kode_rhk_atasan,aspek,indikator,target,satuan,batas_waktu\n"),
        );
        for i in 0..60 {
            let nip = format!("19800101200501{}", 1001 + i);
            writeln!(pegawai, "{nip},Pegawai {i},Staf,pelaksana,Dinas,197001011995031001").unwrap();
            writeln!(
                skp,
                "{nip},R1,utama,Tersusunnya hasil {i},,kuantitas,Hasil {i},{i}1,berkas,{}",
                deadline(i)
            )
            .unwrap();
        }
        std::fs::write(folder.path().join("pegawai.csv"), pegawai).unwrap();
        std::fs::write(folder.path().join("skp.csv"), skp).unwrap();
        let run = run(folder.path(), "permenpanrb-6-2022");
        run.findings.into_iter().filter(|f| f.kode == "TGT053").collect::<Vec<_>>()
    };
    let most = write(&|i| if i < 20 { "2025-12-31" } else { "" });
    assert_eq!(most.len(), 1);
    assert!(most[0].message.contains("40 dari 60"), "{}", most[0].message);
    assert_eq!(most[0].cell().as_deref(), Some("J1"));
    let few = write(&|i| if i < 55 { "2025-12-31" } else { "" });
    assert_eq!(few.len(), 5);
    assert_eq!(few[0].cell().as_deref(), Some("J57"));
}

/// The qualitative form has no column for the RHK of the pimpinan: nobody can have left it empty.
#[test]
fn a_form_without_a_place_for_the_link_is_no_fault_of_the_person() {
    let form = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/produsen/formulir/skp-kualitatif.excel.xlsx");
    let run = run(&form, "permenpanrb-6-2022");
    let told: Vec<_> = run.findings.iter().filter(|f| f.kode == "KAS001").collect();
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!(told[0].level, Level::Catatan);
}
