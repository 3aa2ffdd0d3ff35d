//! The law's own filled-in forms (PermenPANRB 6/2022, Anak Lampiran 4, 5 and 6, p. 185 ff.), rebuilt by
//! `fixtures/anak-lampiran/buat.py`: read whole, linked, and nothing false said of them.

use std::collections::BTreeMap;
use std::path::Path;

use skp::model::vocab::{Perspektif, StatusPegawai};
use skp::model::{Pegawai, PeriodChoice, TargetNilai};
use skp::run::{Request, Run};
use skp::score::{Reason, Status};

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
    // SKP form and evaluation of one person are one plan, though the law's own pages write some RHK with a comma more.
    assert_eq!(
        named("pusat"),
        [
            "ARGA PRATISTA 1:1 2:1 3:1 4:1 5:2 6:1 7:1 T8:1",
            "BINAR WIRATAMA 1:1 2:2 3:1 4:1 5:1 6:1 7:1 8:1 9:1 T10:1",
            "CAKRA MAHESWARA 1:3 2:3 3:1",
            "DAMAR LAKSANA 1:2 2:2 3:3 4:3",
        ]
    );
    assert_eq!(
        named("daerah"),
        [
            "EKA SENTANU 1:3 2:2 3:2 4:1 T5:1",
            "FITRI ANGGRAINI 1:3 2:1 3:1 4:2 5:1 6:2 7:1 8:1 T9:1",
            "GENDIS PALUPI 1:3 2:3 3:3 T4:2",
        ]
    );
    assert_eq!(named("tugas-belajar"), ["GENDIS PALUPI 1:3 2:3 3:3 4:1 5:3 T6:2"]);
}

/// What only the shape of a form says: whose it is, and the perspektif of an indicator in prose.
#[test]
fn the_kind_of_post_and_perspektif_are_read_from_the_form() {
    use Perspektif::{Anggaran, PenerimaLayanan, PenguatanInternal, ProsesBisnis};
    let head = |p: &Pegawai| p.posting[0].jenis_jabatan.get().is_some_and(|j| j.jpt_or_mandiri());
    let heads: Vec<String> = ["pusat", "daerah"]
        .into_iter()
        .flat_map(|folder| run(folder).data.pegawai)
        .filter(head)
        .map(|p| p.nama.to_string())
        .collect();
    assert_eq!(heads, ["ARGA PRATISTA", "BINAR WIRATAMA", "EKA SENTANU", "FITRI ANGGRAINI"]);
    let local = run("daerah");
    let dinas = &local.data.pegawai[0];
    let views: Vec<_> = dinas
        .rhk
        .iter()
        .flat_map(|r| &r.indikator)
        .map(|i| i.detail.perspektif.get())
        .collect();
    let wanted = [
        PenerimaLayanan,
        PenerimaLayanan,
        PenerimaLayanan,
        PenguatanInternal,
        PenguatanInternal,
        Anggaran,
        Anggaran,
        ProsesBisnis,
        ProsesBisnis,
    ];
    assert_eq!(views, wanted.iter().map(Some).collect::<Vec<_>>());
    let first = dinas.rhk[0].indikator[0].indikator.get().map(|t| &**t);
    assert_eq!(first, Some("Keluarga di wilayah kerja masuk dalam kategori keluarga sehat"));
    let other = run("tugas-belajar");
    assert_eq!(
        other.data.pegawai[0].posting[0].detail.status.get(),
        Some(&StatusPegawai::TugasBelajar)
    );
    assert!(local.data.pegawai.iter().all(|p| p.posting[0].detail.status.is_empty()));
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
    assert_eq!(
        of("DAMAR LAKSANA", "3", 2).realisasi[0].detail.satuan.as_deref(),
        Some("hari kerja")
    );
}

/// The law prints no rating, only umpan balik in prose: whose judgement it is, the penilai's, is asked
/// for, and no open choice is taken for one.
#[test]
fn nobody_is_rated_by_an_open_choice() {
    for folder in ["pusat", "daerah", "tugas-belajar"] {
        let run = run(folder);
        for h in &run.scores.pegawai {
            assert_eq!(h.status(), Status::BelumDapatDinilai, "{}", h.nama);
            assert_eq!(
                h.reasons(),
                [Reason::UmpanBalikKosong, Reason::PerluKeputusanPenilai],
                "{}",
                h.nama
            );
        }
        assert!(run.data.unit.is_empty(), "no capaian of the organisation was chosen");
    }
}

/// Every finding of every form: its code and the cells, and why it is right.
#[test]
fn every_finding_is_one_that_the_form_shows() {
    let told = |folder: &str| {
        let run = run(folder);
        let mut by_place: BTreeMap<(String, &str), Vec<String>> = BTreeMap::new();
        for f in &run.findings {
            let file = f.file().unwrap_or_default();
            let file = Path::new(file).file_stem().unwrap().to_string_lossy().into_owned();
            by_place.entry((file, f.kode)).or_default().push(f.cell().unwrap_or_default());
        }
        by_place
            .into_iter()
            .map(|((file, code), cells)| format!("{file} {code} {}", cells.join(" ")))
            .collect::<Vec<_>>()
    };
    // HSL005: the penilai has to decide, for what is written is prose (REA009, PRL005). REA006: the cell
    // "(umpan balik)***" is open. STR014: the row of an open tambahan. KAS012: the RHK of the Direktur that the only
    // bawahan whose form is there does not carry (the law prints no other form of Direktorat II).
    assert_eq!(
        told("pusat"),
        [
            "1-direktur-jenderal-iii-evaluasi HSL005 A34",
            "1-direktur-jenderal-iii-evaluasi PRL005 G36",
            "1-direktur-jenderal-iii-evaluasi REA006 G26 G27 G29 G30 G32",
            "1-direktur-jenderal-iii-evaluasi REA009 G23 G24 G25",
            "2-direktur-ii-evaluasi HSL005 A36",
            "2-direktur-ii-evaluasi PRL005 G38",
            "2-direktur-ii-evaluasi REA006 G26 G27 G28 G29 G30 G31 G32 G34",
            "2-direktur-ii-evaluasi REA009 G23 G24",
            "2-direktur-ii-skp KAS012 B16 B18 B19 B20 B21 B22 B23 B24",
            "3-kepala-subdirektorat-ii-evaluasi HSL005 A33",
            "3-kepala-subdirektorat-ii-evaluasi PRL005 H35",
            "3-kepala-subdirektorat-ii-evaluasi REA006 H26 H29",
            "3-kepala-subdirektorat-ii-evaluasi REA009 H23",
            "3-kepala-subdirektorat-ii-evaluasi STR014 A31",
            "3-kepala-subdirektorat-ii-skp STR014 A23",
            "4-jabatan-fungsional-evaluasi HSL005 A36",
            "4-jabatan-fungsional-evaluasi PRL005 H38",
            "4-jabatan-fungsional-evaluasi REA006 H25 H27 H30",
            "4-jabatan-fungsional-evaluasi REA009 H23",
            "4-jabatan-fungsional-evaluasi STR014 A34",
            "4-jabatan-fungsional-skp STR014 A26",
        ]
    );
    // KAS001, a catatan: format A.1.1 has no column for the intervened RHK (hlm. 227).
    assert_eq!(
        told("daerah"),
        [
            "1-kepala-dinas-evaluasi HSL005 A28",
            "1-kepala-dinas-evaluasi PRL005 F30",
            "1-kepala-dinas-evaluasi REA006 F23 F24 F26",
            "1-kepala-dinas-evaluasi REA009 F21 F22",
            "2-kepala-puskesmas-evaluasi HSL005 A32",
            "2-kepala-puskesmas-evaluasi PRL005 F34",
            "2-kepala-puskesmas-evaluasi REA006 F23 F24 F25 F26 F27 F28 F30",
            "2-kepala-puskesmas-evaluasi REA009 F21 F22",
            "3-bidan-penyelia-evaluasi HSL005 A27",
            "3-bidan-penyelia-evaluasi PRL005 F29",
            "3-bidan-penyelia-evaluasi REA006 F23 F25",
            "3-bidan-penyelia-evaluasi REA009 F21 F22",
            "3-bidan-penyelia-skp KAS001 B13",
        ]
    );
    // KAS006: the Kepala Puskesmas has no form in this folder.
    assert_eq!(
        told("tugas-belajar"),
        [
            "1-bidan-penyelia-evaluasi HSL005 A28",
            "1-bidan-penyelia-evaluasi PRL005 F30",
            "1-bidan-penyelia-evaluasi REA006 F22 F24 F26",
            "1-bidan-penyelia-evaluasi REA009 F20 F21 F23",
            "1-bidan-penyelia-skp KAS001 B12",
            "1-bidan-penyelia-skp KAS006 F6",
        ]
    );
}
