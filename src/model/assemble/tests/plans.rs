use super::*;
use crate::base::figure::Decimal;
use crate::model::vocab::{Aspek, Rating};
use crate::model::{Periode, RencanaHasilKerja, State, TargetNilai};

fn ani() -> Run {
    Run::new().table(TableKind::Pegawai, PEGAWAI, &[&format!("{A}|Ani|Staf|pelaksana|Dinas|")])
}

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn rows_become_rhk_with_indicators_and_realisasi() {
    let data = ani()
        .table(
            TableKind::Skp,
            SKP,
            &[
                &format!("{A}|n:1|utama|Laporan rapi||kuantitas|Jumlah|12 dokumen|"),
                &format!("{A}|1||||kualitas|Mutu|p:0.85|%"),
                &format!("{A}|n:2|tambahan|Tugas lain||waktu|Lama|7 – 8 bulan|"),
            ],
        )
        .table(
            TableKind::Realisasi,
            REALISASI,
            &[
                &format!("{A}|1|kuantitas|2025-S1|n:5|sesuai"),
                &format!("{A}|1|kuantitas|2025-S2|n:6|sesuai"),
                &format!("{A}|1|kualitas||p:0.9|sesuai"),
                &format!("{A}|2|waktu|2024|9|"),
                &format!("{A}|3|waktu|2025|9|"),
                &format!("{A}|2|biaya|2025|9|"),
            ],
        )
        .data();
    let p = person(&data, A);
    assert_eq!(p.rhk.len(), 2);
    let first = &p.rhk[0];
    assert_eq!((&*first.kode, first.indikator.len(), first.posting()), ("1", 2, Some(0)));
    let target = first.indikator[0].target.get().unwrap();
    assert_eq!(target.nilai, Some(TargetNilai::Single(d("12"))));
    assert_eq!(first.indikator[0].satuan.get().map(|s| &**s), Some("dokumen"));
    assert_eq!(
        first.indikator[1].target.get().unwrap().nilai,
        Some(TargetNilai::Single(d("85")))
    );
    let attained: Vec<_> = first.indikator[0]
        .realisasi
        .iter()
        .map(|r| (r.periode(), r.nilai.get().copied()))
        .collect();
    assert_eq!(
        attained,
        [
            (Periode::Semester(2025, 1), Some(Some(d("5")))),
            (Periode::Semester(2025, 2), Some(Some(d("6")))),
        ]
    );
    assert_eq!(first.indikator[1].realisasi[0].detail.satuan.as_deref(), Some("%"));
    assert_eq!(first.umpan_balik.len(), 3, "one a period: S1, S2 and the year");
    assert!(
        first
            .umpan_balik
            .iter()
            .all(|u| u.content.get() == Some(&crate::model::skp::UmpanBalikContent::Rating(Rating::Sesuai)))
    );
    assert_eq!(
        problems(&data),
        [("REA022", "B6".into()), ("REA022", "C7".into()), ("REA023", "D5".into()),]
    );
}

#[test]
fn blank_rhk_cells_and_merges_belong_to_the_rhk_above() {
    let merge = |left| Merge {
        top: 3,
        left,
        bottom: 4,
        right: left,
    };
    let data = ani()
        .sheet(
            TableKind::Skp,
            SKP,
            &[
                &format!("{A}|R1|utama|Laporan rapi||kuantitas|Jumlah|12|dokumen"),
                "|||||kualitas|Mutu|90|%",
                &format!("{A}|R2|utama|Layanan cepat||kuantitas|Jumlah|10|orang"),
                "|||||waktu|Lama|2|hari",
            ],
            FileFormat::Xlsx,
            &[merge(0), merge(1), merge(2), merge(3)],
            &[],
        )
        .data();
    let p = person(&data, A);
    let seen: Vec<_> = p
        .rhk
        .iter()
        .map(|r| {
            (
                &*r.kode,
                r.indikator.iter().map(|i| *i.aspek.get().unwrap()).collect::<Vec<_>>(),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("R1", vec![Aspek::Kuantitas, Aspek::Kualitas]),
            ("R2", vec![Aspek::Kuantitas, Aspek::Waktu])
        ]
    );
    assert!(data.problems.is_empty(), "{:?}", data.problems);
}

#[test]
fn an_equal_double_counts_once_and_an_unlike_one_is_in_doubt() {
    let one = format!("{A}|R1|utama|Laporan||kuantitas|Jumlah|12|dokumen");
    let spaced = format!("{A}|R1|utama|Laporan||Kuantitas|jumlah |12|Dokumen");
    let other = format!("{A}|R1|utama|Laporan||kuantitas|Jumlah|13|dokumen");
    let data = ani().table(TableKind::Skp, SKP, &[&one, &spaced]).data();
    assert_eq!(problems(&data), [("TGT021", "F3".into())]);
    assert!(!person(&data, A).rhk[0].doubled);

    // A poorer one, in either order: the richer counts.
    let poor = format!("{A}|r1|utama|Laporan||kuantitas|Jumlah||");
    for rows in [[&one, &poor], [&poor, &one]] {
        let data = ani().table(TableKind::Skp, SKP, &[rows[0], rows[1]]).data();
        assert_eq!(problems(&data), [("TGT021", "F3".into())]);
        let rhk = &person(&data, A).rhk[0];
        assert_eq!(
            (rhk.doubled, rhk.indikator.len(), rhk.indikator[0].doubled),
            (false, 1, false)
        );
        assert!(rhk.indikator[0].target.get().is_some() && rhk.indikator[0].satuan.get().is_some());
    }
    // The default written out, and each of the two with something of its own.
    let columns = format!("{SKP}|arah|perspektif");
    for (second, unlike) in [("naik|anggaran", false), ("turun|", true), ("|proses_bisnis", true)] {
        let rows = [format!("{one}||anggaran"), format!("{one}|{second}")];
        let data = ani().table(TableKind::Skp, &columns, &[&rows[0], &rows[1]]).data();
        assert_eq!(person(&data, A).rhk[0].doubled, unlike, "{second}");
    }
    let halves = [
        format!("{A}|R1|utama|Laporan||kuantitas|Jumlah|12|"),
        format!("{A}|R1|utama|Laporan||kuantitas|Jumlah||dokumen"),
    ];
    let data = ani().table(TableKind::Skp, SKP, &[&halves[0], &halves[1]]).data();
    assert_eq!(problems(&data), [("TGT020", "I3".into())], "nobody joins two halves");

    // The realisasi of two periods beside one target are two realisasi.
    let columns = format!("{SKP}|periode|realisasi");
    let rows = ["2025-TW1|5", "2025-TW2|12", "2025-TW2|12"].map(|r| format!("{one}|{r}"));
    let data = ani().table(TableKind::Skp, &columns, &[&rows[0], &rows[1], &rows[2]]).data();
    assert_eq!(problems(&data), [("REA021", "K4".into())]);
    let realisasi = &person(&data, A).rhk[0].indikator[0].realisasi;
    assert_eq!((realisasi.len(), realisasi.iter().any(|r| r.doubled)), (2, false));

    let data = ani().table(TableKind::Skp, SKP, &[&one, &other]).data();
    assert_eq!(problems(&data), [("TGT020", "H3".into())]);
    let first = person(&data, A).rhk[0].indikator[0].target_at();
    assert_eq!(first.a1(), "H2");
    let told = format!("{:?}", data.problems[0].fact);
    assert!(told.contains(&format!("first: {first:?}")), "{told}");
    let rhk = &person(&data, A).rhk[0];
    assert!(rhk.doubled && rhk.indikator[0].doubled);
    assert_eq!(rhk.indikator.len(), 1);
}

#[test]
fn doubled_realisasi_of_one_period() {
    let skp = format!("{A}|R1|utama|Laporan||kuantitas|Jumlah|12|dokumen");
    let build = |rows: &[&str]| {
        ani()
            .table(TableKind::Skp, SKP, &[&skp])
            .table(TableKind::Realisasi, REALISASI, rows)
            .data()
    };
    let row = |periode: &str, value: &str| format!("{A}|R1|kuantitas|{periode}|{value}|");
    let data = build(&[&row("2025", "10"), &row("2025", "10")]);
    assert_eq!(problems(&data), [("REA021", "E3".into())]);
    assert_eq!(person(&data, A).rhk[0].indikator[0].realisasi.len(), 1);

    let data = build(&[&row("2025", "10"), &row("", "10,0")]);
    assert_eq!(problems(&data), [("REA021", "E3".into())], "an empty period is the year");

    let data = build(&[&row("2025", "10"), &row("", "11")]);
    assert_eq!(problems(&data), [("REA020", "E3".into())], "two yearly rows");
    assert!(person(&data, A).rhk[0].indikator[0].realisasi.iter().all(|r| r.doubled));

    let with = |value: &str, bukti: &str| format!("{A}|R1|kuantitas|2025|{value}||{bukti}");
    let build = |rows: &[&str]| {
        let columns = format!("{REALISASI}|bukti");
        ani()
            .table(TableKind::Skp, SKP, &[&skp])
            .table(TableKind::Realisasi, &columns, rows)
            .data()
    };
    for (first, second) in [
        (with("10", "Laporan"), with("10", "")),
        (with("10", ""), with("10", "laporan ")),
        (with("", "Laporan"), with("10", "Laporan")),
    ] {
        let data = build(&[&first, &second]);
        assert_eq!(problems(&data), [("REA021", "E3".into())], "{first} and {second}");
        let kept = &person(&data, A).rhk[0].indikator[0].realisasi;
        assert_eq!((kept.len(), kept[0].doubled), (1, false));
        assert!(kept[0].nilai.get().is_some() && kept[0].detail.bukti.get().is_some());
    }
    let data = build(&[&with("10", "Laporan"), &with("10", "Foto")]);
    assert_eq!(
        problems(&data),
        [("REA020", "E3".into())],
        "two proofs of one figure are not one row"
    );
    let build = |rows: &[&str]| {
        ani()
            .table(TableKind::Skp, SKP, &[&skp])
            .table(TableKind::Realisasi, REALISASI, rows)
            .data()
    };

    let data = build(&[&row("2025", ""), &row("2025", "10")]);
    assert!(data.problems.is_empty(), "an empty realisasi is a missing one");

    let data = build(&[&row("akhir", "10")]);
    assert_eq!(problems(&data), [("STR021", "D2".into())]);
    assert!(person(&data, A).rhk[0].indikator[0].realisasi[0].nilai.is_faulty());
}

#[test]
fn what_belongs_to_the_rhk_is_taken_from_its_first_row() {
    let data = ani()
        .table(
            TableKind::Skp,
            &format!("{SKP}|metode_kaskade"),
            &[
                &format!("{A}|R1|utama|Laporan|X1|kuantitas|Jumlah|12|dokumen|"),
                &format!("{A}|R1|utama|laporan ||kualitas|Mutu|90|%|langsung"),
                &format!("{A}|R1|tambahan|Lain|X2|waktu|Lama|2|hari|tidak langsung"),
            ],
        )
        .data();
    assert_eq!(
        problems(&data),
        [
            ("TGT022", "D4".into()),
            ("TGT022", "E4".into()),
            ("TGT022", "C4".into()),
            ("TGT022", "J4".into()),
        ]
    );
    let rhk = &person(&data, A).rhk[0];
    assert_eq!((&*rhk.rhk, rhk.indikator.len(), rhk.doubled), ("Laporan", 3, false));
}

#[test]
fn mulai_decides_the_posting() {
    let run = Run::new()
        .table(
            TableKind::Pegawai,
            PEGAWAI,
            &[
                &format!("{A}|Ani|Kabid A|administrator|Bidang A||01/01/2025|30/06/2025"),
                &format!("{A}|Ani|Kabid B|administrator|Bidang B||01/07/2025|30/11/2025"),
            ],
        )
        .table(
            TableKind::Skp,
            &format!("{SKP}|mulai"),
            &[
                &format!("{A}|R1|utama|Satu||kuantitas|Jumlah|12|dokumen|01/01/2025"),
                &format!("{A}|R1|utama|Dua||kuantitas|Jumlah|6|dokumen|01/07/2025"),
                &format!("{A}|R2|utama|Tiga||kuantitas|Jumlah|6|dokumen|"),
                &format!("{A}|R3|utama|Empat||kuantitas|Jumlah|6|dokumen|31/12/2025"),
            ],
        )
        .table(
            TableKind::Realisasi,
            REALISASI,
            &[
                &format!("{A}|R1|kuantitas|2025-TW1|3|"),
                &format!("{A}|R1|kuantitas|2025-TW4|4|"),
            ],
        );
    let data = run.data();
    let p = person(&data, A);
    let seen: Vec<_> = p
        .rhk
        .iter()
        .map(|r| (&*r.rhk, r.posting(), r.indikator[0].realisasi.len()))
        .collect();
    assert_eq!(
        seen,
        [
            ("Satu", Some(0), 1),
            ("Dua", Some(1), 1),
            ("Tiga", Some(1), 0),
            ("Empat", None, 0)
        ],
        "the first triwulan lies in the first posting, the last one in none: then the last posting"
    );
    assert_eq!(problems(&data), [("TGT024", "J5".into())]);
}

#[test]
fn an_rhk_of_a_posting_that_ends_before_it_begins_is_not_given_to_another() {
    let data = Run::new()
        .table(
            TableKind::Pegawai,
            PEGAWAI,
            &[
                &format!("{A}|Ani|Kabid A|administrator|Bidang A||01/01/2025|"),
                &format!("{A}|Ani|Analis|fungsional|Bidang B||01/10/2025|31/08/2025"),
            ],
        )
        .table(
            TableKind::Skp,
            &format!("{SKP}|mulai"),
            &[
                &format!("{A}|R1|utama|Satu||kuantitas|Jumlah|12|dokumen|01/01/2025"),
                &format!("{A}|R2|utama|Dua||kuantitas|Jumlah|6|dokumen|01/10/2025"),
            ],
        )
        .data();
    let seen: Vec<_> = person(&data, A).rhk.iter().map(RencanaHasilKerja::posting).collect();
    assert_eq!(seen, [Some(0), Some(1)]);
}

#[test]
fn figures_are_read_by_their_column_and_never_guessed() {
    let target = |cells: &[&str], format: FileFormat| {
        let rows: Vec<String> = cells
            .iter()
            .enumerate()
            .map(|(i, c)| format!("{A}|R{i}|utama|Satu||kuantitas|Jumlah|{c}|%"))
            .collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let data = ani().sheet(TableKind::Skp, SKP, &rows, format, &[], &[]).data();
        let values: Vec<_> = person(&data, A)
            .rhk
            .iter()
            .map(|r| match &r.indikator[0].target.state {
                State::Given(t) => format!("{:?}", t.nilai),
                State::Faulty => "salah".into(),
                State::Empty => "kosong".into(),
            })
            .collect();
        (values, problems(&data))
    };
    let (values, found) = target(&["1.234", "n:98.5"], FileFormat::Xlsx);
    assert_eq!(values, ["salah", "Some(Single(98.5))"]);
    assert_eq!(found, [("STR017", "H2".into())]);
    let (values, found) = target(&["1.234", "98,5"], FileFormat::Xlsx);
    assert_eq!(values, ["Some(Single(1234))", "Some(Single(98.5))"]);
    assert!(found.is_empty());
    let (values, found) = target(&["n:0.85", "n:85", "n:0"], FileFormat::Xls);
    assert_eq!(values, ["salah", "Some(Single(85))", "Some(Single(0))"]);
    assert_eq!(found, [("STR019", "H2".into())]);
    // Nobody knows whether 0,85 is 0,85 % or 85 %, whatever the format of the file.
    let (values, found) = target(&["n:0.85", "rumus", "Seluruh dokumen rapi", "0,85%", "1,5"], FileFormat::Xlsx);
    assert_eq!(values, ["salah", "salah", "None", "Some(Single(0.85))", "salah"]);
    assert_eq!(
        found,
        [("STR019", "H2".into()), ("STR016", "H3".into()), ("STR019", "H6".into())]
    );
}

#[test]
fn a_bound_against_the_direction_is_told() {
    let data = ani()
        .table(
            TableKind::Skp,
            &format!("{SKP}|arah"),
            &[
                &format!("{A}|R1|utama|Satu||waktu|Lama|≤ 10|hari|naik"),
                &format!("{A}|R2|utama|Dua||waktu|Lama|≤ 10|hari|"),
            ],
        )
        .data();
    assert_eq!(problems(&data), [("TGT023", "H2".into())]);
}
