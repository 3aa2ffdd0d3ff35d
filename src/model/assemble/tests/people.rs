use super::*;
use crate::model::vocab::{Predikat, Rating};
use crate::model::{Defects, Periode, Source};

/// Rows of one person that are doubled.
const DOUBLED: Defects = Defects {
    nip: false,
    shared: false,
    doubled: true,
    faulty: false,
};
/// A cell that every rule set needs is faulty.
const FAULTY: Defects = Defects {
    nip: false,
    shared: false,
    doubled: false,
    faulty: true,
};

#[test]
fn a_nip_that_cannot_be_read_stands_once_and_matches_nothing() {
    let run = Run::new()
        .table(
            TableKind::Pegawai,
            PEGAWAI,
            &[
                "19800101 200501 1 001|Ani|Kadis|jpt_pratama|Dinas|",
                "n:198502022010012000|Budi|Staf|pelaksana|Dinas|198001012005011001",
                "19900303201501100|Citra|Staf|pelaksana|Dinas|198001012005011001",
                "19900303201501100|Dewi|Staf|pelaksana|Dinas|198001012005011001",
            ],
        )
        .table(
            TableKind::Skp,
            SKP,
            &["19900303201501100|1|utama|Rapi||kuantitas|Dokumen|12|dokumen"],
        );
    let data = run.data();
    let seen: Vec<_> = data.pegawai.iter().map(|p| (&*p.nip, &*p.nama, p.nip_valid)).collect();
    assert_eq!(
        seen,
        [
            (A, "Ani", true),
            ("1.98502022010012E17", "Budi", false),
            ("19900303201501100", "Citra", false),
            ("19900303201501100", "Dewi", false),
        ]
    );
    assert!(data.pegawai[1].defects.nip);
    assert_eq!(
        problems(&data),
        [
            ("IDN001", "A3".into()),
            ("IDN002", "A4".into()),
            ("IDN002", "A5".into()),
            ("IDN002", "A2".into()),
        ]
    );
    assert!(data.pegawai.iter().all(|p| p.rhk.is_empty()));
}

#[test]
fn postings_of_one_nip_are_put_in_order_and_may_not_overlap() {
    let rows = |second_start: &str| {
        [
            format!("{A}|Ani|Kabid B|administrator|Bidang B||{second_start}|"),
            format!("{A}|Ani|Kabid A|administrator|Bidang A||01/01/2025|30 Juni 2025"),
            format!("{A}|Ani|Plt Kadis|jpt_pratama|Dinas||01/03/2025|31/12/2025|V"),
        ]
    };
    let build = |start: &str| {
        let rows = rows(start);
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        Run::new().table(TableKind::Pegawai, PEGAWAI, &rows).data()
    };
    let data = build("2025-07-01");
    let p = person(&data, A);
    assert_eq!(data.pegawai.len(), 1);
    assert!(p.defects.is_empty() && data.problems.is_empty());
    assert_eq!(
        p.posting.iter().map(|x| &*x.jabatan).collect::<Vec<_>>(),
        ["Kabid A", "Plt Kadis", "Kabid B"]
    );
    assert_eq!(&*p.last_posting().unwrap().unit_kerja, "Bidang B");

    let data = build("2025-06-30");
    assert_eq!(person(&data, A).defects, DOUBLED);
    assert_eq!(problems(&data), [("IDN003", "A2".into())]);
    let other = data.pegawai[0].posting[0].at;
    assert_eq!(other.a1(), "A3");
    let told = format!("{:?}", data.problems[0].fact);
    assert!(told.contains(&format!("first: {other:?}")), "{told}");
}

#[test]
fn the_same_nip_twice_for_the_whole_year_is_an_error() {
    let (row, other) = (
        format!("{A}|Ani|Staf|pelaksana|Dinas|"),
        format!("{A}|Ani|Staf|pelaksana|Badan|"),
    );
    let data = Run::new().table(TableKind::Pegawai, PEGAWAI, &[&row, &other]).data();
    assert_eq!(person(&data, A).defects, DOUBLED);
    assert_eq!(problems(&data), [("IDN003", "A3".into())]);
}

#[test]
fn an_equal_or_poorer_row_of_a_person_counts_once() {
    let spaced = "19800101 200501 1 001";
    let full = format!("{A}|Ani|Staf|pelaksana|Dinas||01/01/2025|");
    for (first, second, noted) in [
        (full.clone(), full.clone(), "A3"),
        (full.clone(), format!("{spaced}|ANI|staf |Pelaksana|Dinas||2025-01-01|"), "A3"),
        // poorer: the jabatan, the first day
        (full.clone(), format!("{A}|Ani||pelaksana|Dinas||01/01/2025|"), "A3"),
        (full.clone(), format!("{A}|Ani|Staf|pelaksana|Dinas|||"), "A3"),
        // the richer one may come later
        (format!("{A}|Ani||pelaksana|Dinas|||"), full.clone(), "A2"),
    ] {
        let data = Run::new().table(TableKind::Pegawai, PEGAWAI, &[&first, &second]).data();
        let p = person(&data, A);
        assert!(p.defects.is_empty(), "{first} and {second}");
        assert_eq!(problems(&data), [("IDN007", noted.into())], "{first} and {second}");
        assert_eq!((p.posting.len(), &*p.posting[0].jabatan), (1, "Staf"));
    }
    // Each says something that the other does not: nobody guesses.
    let data = Run::new()
        .table(
            TableKind::Pegawai,
            PEGAWAI,
            &[
                &format!("{A}|Ani|Staf||Dinas||01/01/2025|"),
                &format!("{A}|Ani|Staf|pelaksana|Dinas|||"),
            ],
        )
        .data();
    assert_eq!(person(&data, A).defects, DOUBLED);
}

#[test]
fn a_posting_that_does_not_touch_the_period_overlaps_nothing() {
    let build = |periode: &str, rows: &[&str]| {
        Run::of(periode.parse().unwrap())
            .table(TableKind::Pegawai, PEGAWAI, rows)
            .data()
    };
    let ended = format!("{A}|Ani|Kabid A|administrator|Bidang A|||30/06/2025");
    let next = format!("{A}|Ani|Kabid B|administrator|Bidang B||01/07/2025|");
    assert!(build("2025-TW3", &[&ended, &next]).problems.is_empty());
    assert!(build("2025-TW2", &[&ended, &next]).problems.is_empty());
    assert!(build("2025", &[&ended, &next]).problems.is_empty());
    let late = format!("{A}|Ani|Kabid A|administrator|Bidang A|||01/07/2025");
    assert_eq!(problems(&build("2025-TW3", &[&late, &next])), [("IDN003", "A3".into())]);
    // They overlap in June, and one of them is over before the period begins.
    let june = format!("{A}|Ani|Kabid B|administrator|Bidang B||01/06/2025|");
    assert!(build("2025-TW3", &[&ended, &june]).problems.is_empty());
    assert_eq!(problems(&build("2025-TW2", &[&ended, &june])), [("IDN003", "A3".into())]);
}

#[test]
fn one_mark_of_one_rater_counts_once() {
    let build = |rows: &[&str]| {
        Run::new()
            .table(TableKind::Pegawai, PEGAWAI, &[&format!("{A}|Ani|Staf|pelaksana|Dinas|")])
            .table(TableKind::Perilaku, "nip|aspek|penilai|nip_penilai|nilai", rows)
            .data()
    };
    let rekan = format!("{A}|komitmen|rekan|{B}|90");
    for (first, second) in [
        (rekan.clone(), rekan.clone()),
        (rekan.clone(), format!("{A}|Komitmen|rekan||90,0")),
        (format!("{A}|komitmen|rekan||90"), rekan.clone()),
        (format!("{A}|komitmen|atasan||90"), format!("{A}|komitmen|||90")),
        (
            format!("{A}|akuntabel|||sesuai"),
            format!("{A}|akuntabel|||Sesuai Ekspektasi"),
        ),
    ] {
        let data = build(&[&first, &second]);
        assert_eq!(problems(&data), [("IDN007", "A3".into())], "{first} and {second}");
        assert_eq!(person(&data, A).perilaku.len(), 1);
    }
    for second in [
        format!("{A}|komitmen|rekan|{A}|90"),
        format!("{A}|komitmen|bawahan|{B}|90"),
        format!("{A}|komitmen|rekan|{B}|91"),
        format!("{A}|kerja_sama|rekan|{B}|90"),
    ] {
        let data = build(&[&rekan, &second]);
        assert!(data.problems.is_empty());
        assert_eq!(person(&data, A).perilaku.len(), 2, "{second}");
    }
}

#[test]
fn a_stranger_in_a_data_table_is_told_once_a_table_with_the_count() {
    let data = Run::new()
        .table(TableKind::Pegawai, PEGAWAI, &[&format!("{A}|Ani|Staf|pelaksana|Dinas|")])
        .table(
            TableKind::Perilaku,
            "nip|aspek|nilai",
            &[
                &format!("{B}|komitmen|n:90"),
                &format!("{B}|kerja_sama|n:90"),
                &format!("{A}|komitmen|90,5"),
            ],
        )
        .data();
    assert_eq!(problems(&data), [("IDN004", "A2".into())]);
    assert_eq!(
        format!("{:?}", data.problems[0].fact),
        "PersonUnknown { stands: None, rows: 2, near: [], elsewhere: [] }"
    );
    assert_eq!(data.pegawai.len(), 1);
    assert_eq!(person(&data, A).perilaku.len(), 1);
}

#[test]
fn without_a_pegawai_table_people_come_from_the_others() {
    let data = Run::new()
        .table(
            TableKind::Skp,
            SKP,
            &[&format!("{A}|1|utama|Rapi||kuantitas|Dokumen|12|dokumen")],
        )
        .table(TableKind::Perilaku, "nip|aspek|nilai", &[&format!("{B}|komitmen|sesuai")])
        .data();
    assert_eq!(
        data.pegawai.iter().map(|p| (&*p.nip, p.source)).collect::<Vec<_>>(),
        [(A, Source::Other), (B, Source::Other)]
    );
    assert!(data.problems.is_empty(), "{:?}", data.problems);
}

const DOWNLOAD: &str = "nip|nama|unit_kerja|unit_induk|jabatan|hasil_kerja|perilaku_kerja|hasil_akhir|jenis_jabatan|plt|periode_awal|periode_akhir|nip_atasan";

#[test]
fn a_download_is_a_complete_input_and_a_transfer_is_one_person() {
    let run = Run::without_year().sheet(
        TableKind::Penilaian,
        DOWNLOAD,
        &[
            &format!("{A}|Ani|Bidang A|Dinas|Staf|SESUAI EKSPEKTASI|DIATAS EKSPEKTASI|BAIK|JABATAN PELAKSANA|0|2025-01-01|2025-06-30|{C}"),
            &format!("{A}|Ani|Bidang B|Dinas|Staf|DIATAS EKSPEKTASI|DIATAS EKSPEKTASI|SANGAT BAIK|JABATAN PELAKSANA|0|2025-07-01|2025-12-31|{C}"),
            &format!("{B}|Budi|Bidang A|Dinas|Kabid|-||Belum dinilai|STRUKTURAL|0|2025-01-01|2025-12-31|{C}"),
            &format!("{B}|Budi|Sekretariat|Dinas|Sekretaris||||STRUKTURAL|1|2025-03-01|2025-12-31|{C}"),
        ],
        FileFormat::Xlsx,
        &[],
        &["Laporan Penilaian SKP Periode Bulanan Desember Tahun 2025", "Data ditarik pada : 15 Januari 2026"],
    );
    let data = run.data();
    assert_eq!(data.periode, Periode::Bulan(2025, 12));
    assert!(data.problems.is_empty(), "{:?}", data.problems);
    let ani = person(&data, A);
    assert_eq!(ani.source, Source::Ekinerja);
    assert_eq!(
        ani.posting.iter().map(|p| &*p.unit_kerja).collect::<Vec<_>>(),
        ["Bidang A", "Bidang B"]
    );
    assert_eq!(ani.penilaian[1].hasil_akhir.get(), Some(&Predikat::SangatBaik));
    assert_eq!(ani.penilaian[0].hasil_kerja.get(), Some(&Rating::Sesuai));
    let budi = person(&data, B);
    assert!(budi.penilaian[0].hasil_kerja.is_empty() && budi.penilaian[0].hasil_akhir.is_empty());
    assert!(budi.penilaian[1].plt);
    assert_eq!(&*budi.last_posting().unwrap().unit_kerja, "Bidang A");
}

#[test]
fn two_final_rows_that_cannot_be_told_apart_are_an_error() {
    let columns = "nip|nama|unit_kerja|hasil_kerja|perilaku_kerja";
    let rows = [
        format!("{A}|Ani|Bidang A|sesuai|sesuai"),
        format!("{A}|Ani|Bidang B|sesuai|sesuai"),
    ];
    let data = Run::new().table(TableKind::Penilaian, columns, &[&rows[0], &rows[1]]).data();
    assert_eq!(person(&data, A).defects, DOUBLED);
    assert_eq!(problems(&data), [("IDN003", "A3".into())]);
}

#[test]
fn the_year_comes_from_the_data_or_is_asked_for() {
    let realisasi = |rows: &[&str]| Run::without_year().table(TableKind::Realisasi, REALISASI, rows).build();
    let row = |p: &str| format!("{A}|1|kuantitas|{p}|12|");
    assert_eq!(
        realisasi(&[&row("2025-S1"), &row("2025-S2")]).unwrap().periode,
        Periode::Tahun(2025)
    );
    assert_eq!(
        realisasi(&[&row("2024"), &row("2025")]).unwrap_err(),
        BuildError::TahunVaries(vec![2024, 2025])
    );
    assert_eq!(realisasi(&[&row("")]).unwrap_err(), BuildError::TahunUnknown);
}

#[test]
fn a_faulty_date_or_status_marks_the_person() {
    let data = Run::new()
        .table(
            TableKind::Pegawai,
            &format!("{PEGAWAI}|status"),
            &[
                &format!("{A}|Ani|Staf|pelaksana|Dinas||awal tahun||"),
                &format!("{B}|Budi|Staf|pelaksanaa|Dinas||||"),
                &format!("{C}|Citra|Staf|pelaksana|Dinas|#N/A|01/07/2025|01/06/2025|tidak|aktiff"),
            ],
        )
        .data();
    assert_eq!(person(&data, A).defects, FAULTY);
    assert!(person(&data, B).defects.is_empty(), "jenis_jabatan is judged by the scoring");
    assert_eq!(person(&data, C).defects, FAULTY);
    let mut kinds = problems(&data);
    kinds.sort();
    assert_eq!(
        kinds,
        [
            ("STR015", "F4".into()),
            ("STR020", "G2".into()),
            ("STR020", "H4".into()),
            ("STR021", "D3".into()),
            ("STR021", "J4".into()),
        ]
    );
}

#[test]
fn a_sheet_named_after_a_part_of_the_year_is_that_parts() {
    let row = format!("{A}|Ani|Bidang|Baik");
    for (name, wanted) in [("JAN", Some("2025-01")), ("TW II", Some("2025-TW2")), ("Rekap", None)] {
        let mut run = Run::new().table(TableKind::Penilaian, "nip|nama|unit_kerja|hasil_akhir", &[&row]);
        run.inputs.sheets[0].name = Some(name.into());
        let data = run.data();
        let told = person(&data, A).penilaian[0].periode.get().map(ToString::to_string);
        assert_eq!(told.as_deref(), wanted, "{name}");
    }
}
