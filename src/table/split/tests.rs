use super::*;
use crate::base::origin::FileId;
use crate::input::{InputFile, Inputs, SheetBuilder, Value};
use crate::table::rows::reason;
use crate::table::{Key, Section, TableKind, Tables, recognise};

const NIP: [&str; 3] = ["198001012005011001", "198102022006012002", "199003032015031003"];

/// Inputs of one sheet; "" is an empty cell.
fn inputs(rows: &[&[&str]], merges: &[(u32, u16, u32, u16)]) -> Inputs {
    Inputs {
        files: vec![InputFile::workbook("x.xlsx")],
        sheets: vec![SheetBuilder::of_texts(Some("Lembar1"), rows, merges)],
        problems: Vec::new(),
        adopted: None,
    }
}

fn read(rows: &[&[&str]], merges: &[(u32, u16, u32, u16)]) -> (Inputs, Tables) {
    let inputs = inputs(rows, merges);
    let tables = recognise(&inputs);
    (inputs, tables)
}

/// 1-based row numbers of the data.
fn data(inputs: &Inputs, t: &DataTable) -> Vec<u32> {
    let sheet = inputs.sheet(t.sheet);
    t.rows.each().map(|r| sheet.row(r.index).number() + 1).collect()
}

fn skipped(t: &DataTable) -> Vec<(u32, &'static str)> {
    t.skipped.iter().map(|s| (s.row + 1, s.reason)).collect()
}

#[test]
fn everything_that_surrounds_a_table_is_told_apart_from_it() {
    let (i, t) = read(
        &[
            &["DAFTAR PEGAWAI DINAS PENDIDIKAN"],
            &["Periode: 2025"],
            &[],
            &["No", "NIP", "Nama", "Jabatan", "Jenis Jabatan", "OPD"],
            &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
            &["Contoh", NIP[0], "Budi", "Staf", "pelaksana", "Dinas"],
            &["1", NIP[0], "Ani", "Staf", "pelaksana", "Dinas"],
            &["BIDANG SMP"],
            &["2", NIP[1], "Budi", "Staf", "pelaksana", "Dinas"],
            &["No", "NIP", "Nama", "Jabatan", "Jenis Jabatan", "OPD"],
            &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
            &["3", "rusak", "Cici", "Staf", "pelaksana", "Dinas"],
            &["JUMLAH", "", "3"],
            &[],
            &["", "", "", "", "Jakarta, 31 Desember 2025"],
            &["", "", "", "", "Kepala Dinas,"],
            &[],
            &["", "", "", "", "Dra. Siti"],
            &["", "", "", "", "NIP. 197001011995012001"],
        ],
        &[(0, 0, 0, 5)],
    );
    assert_eq!(t.tables.len(), 1);
    let table = &t.tables[0];
    assert_eq!(table.jenis, TableKind::Pegawai);
    assert_eq!(table.header, (3, 3));
    assert_eq!(data(&i, table), [7, 9, 12], "the row with a broken NIP is data too");
    assert_eq!(
        skipped(table),
        [
            (5, reason::NUMBERING),
            (6, reason::SAMPLE),
            (8, reason::HEADING),
            (10, reason::REPEATED),
            (11, reason::NUMBERING),
            (13, reason::TOTAL),
            (15, reason::SIGNATURE),
            (16, reason::SIGNATURE),
            (18, reason::SIGNATURE),
            (19, reason::SIGNATURE),
        ]
    );
    assert_eq!(table.passed_over(&i), 5);
    assert_eq!(&*table.meta[1], "Periode: 2025");
}

#[test]
fn tables_side_by_side_are_both_read() {
    let (i, t) = read(
        &[
            &[
                "NIP",
                "Nama",
                "Jabatan",
                "Jenis Jabatan",
                "Unit Kerja",
                "",
                "Unit Kerja",
                "Unit Induk",
                "Predikat Organisasi",
            ],
            &[NIP[0], "Ani", "Staf", "pelaksana", "Dinas", "", "Dinas", "", "Baik"],
            &[NIP[1], "Budi", "Staf", "pelaksana", "Dinas"],
            &["", "", "", "", "", "", "Bidang A", "Dinas", "Baik"],
        ],
        &[],
    );
    let kinds: Vec<_> = t.tables.iter().map(|t| (t.jenis, t.cols, data(&i, t))).collect();
    assert_eq!(
        kinds,
        [
            (TableKind::Pegawai, (0, 4), vec![2, 3]),
            (TableKind::Unit, (6, 8), vec![2, 4]),
        ]
    );
    assert!(t.problems.is_empty(), "{:?}", t.problems);
}

#[test]
fn side_by_side_without_a_gap_and_with_headers_in_different_rows() {
    let (i, t) = read(
        &[
            &["NIP", "Kode RHK", "Aspek", "Realisasi", "No", "NIP", "Alasan"],
            &[NIP[0], "1", "kuantitas", "12", "1", NIP[1], "cuti"],
        ],
        &[],
    );
    let kinds: Vec<_> = t.tables.iter().map(|t| (t.jenis, t.cols, data(&i, t))).collect();
    assert_eq!(
        kinds,
        [
            (TableKind::Realisasi, (0, 3), vec![2]),
            (TableKind::Pengecualian, (4, 6), vec![2]),
        ]
    );
    let (i, t) = read(
        &[
            &["NIP", "Kode RHK", "Aspek", "Realisasi", "", "DIKECUALIKAN"],
            &[NIP[0], "1", "kuantitas", "12", "", "NIP", "Alasan"],
            &[NIP[0], "2", "kuantitas", "12", "", NIP[1], "cuti"],
        ],
        &[],
    );
    let kinds: Vec<_> = t.tables.iter().map(|t| (t.jenis, t.cols, data(&i, t))).collect();
    assert_eq!(
        kinds,
        [
            (TableKind::Realisasi, (0, 3), vec![2, 3]),
            (TableKind::Pengecualian, (5, 6), vec![3]),
        ]
    );
}

#[test]
fn tables_one_below_the_other_are_both_read() {
    let (i, t) = read(
        &[
            &["unit_kerja", "unit_induk", "nip_pimpinan"],
            &["Dinas", "", NIP[0]],
            &["Bidang A", "Dinas", NIP[1]],
            &[],
            &["DATA PEGAWAI"],
            &["Periode", "2025"],
            &["No", "Identitas", "", "Jabatan", "", ""],
            &["", "NIP", "Nama", "Nama Jabatan", "Jenis Jabatan", "Unit Kerja"],
            &["1", NIP[0], "Ani", "Kepala Dinas", "jpt_pratama", "Dinas"],
        ],
        &[],
    );
    let kinds: Vec<_> = t.tables.iter().map(|t| (t.jenis, t.header, data(&i, t))).collect();
    assert_eq!(
        kinds,
        [(TableKind::Unit, (0, 0), vec![2, 3]), (TableKind::Pegawai, (6, 7), vec![9]),]
    );
    assert_eq!(t.tables[1].meta.len(), 2);
    assert_eq!(&*t.tables[1].columns[1].written, "Identitas / NIP");
    assert!(t.problems.is_empty(), "{:?}", t.problems);
}

#[test]
fn sections_and_merges_hold_for_the_rows_below() {
    let (i, t) = read(
        &[
            &["NIP", "Kode RHK", "Jenis", "RHK", "Aspek", "Indikator", "Target"],
            &["A. UTAMA"],
            &[NIP[0], "1", "", "Menyusun", "kuantitas", "Jumlah dokumen", "12"],
            &["", "", "", "", "kualitas", "Jumlah salah", "0"],
            &["B.", "TAMBAHAN"],
            &[NIP[0], "2", "", "Rapat", "kuantitas", "Total rapat", "12"],
        ],
        &[(2, 0, 3, 0), (2, 3, 3, 3), (1, 0, 1, 6)],
    );
    let table = &t.tables[0];
    assert_eq!(data(&i, table), [3, 4, 6]);
    assert_eq!(
        table.rows.each().map(|r| r.section).collect::<Vec<_>>(),
        [Some(Section::Utama), Some(Section::Utama), Some(Section::Tambahan)]
    );
    let (value, at) = table.cell(&i, table.rows.each().nth(1).unwrap(), 0);
    assert_eq!((value, at.a1().as_str()), (Value::Text(NIP[0]), "A3"));
    let (value, at) = table.cell(&i, table.rows.each().nth(1).unwrap(), 1);
    assert_eq!((value, at.a1().as_str()), (Value::Empty, "B4"), "not merged");
    let (value, at) = table.cell(&i, table.rows.each().nth(2).unwrap(), 3);
    assert_eq!((value, at.a1().as_str()), (Value::Text("Rapat"), "D6"));
}

#[test]
fn a_missing_column_is_told_and_the_table_read() {
    let (i, t) = read(
        &[
            &["NIP", "Nama", "Jabatan", "Unit Kerja", "Hobi"],
            &[NIP[0], "Ani", "Staf", "Dinas", "baca"],
        ],
        &[],
    );
    assert_eq!(data(&i, &t.tables[0]), [2]);
    let missing: Vec<_> = t
        .problems
        .iter()
        .filter(|p| p.kode() == "STR012")
        .map(|p| format!("{:?}", p.fact))
        .collect();
    assert_eq!(
        missing,
        ["ColumnMissing { column: \"jenis_jabatan\", table: \"pegawai\", near: None, unread: [\"Hobi\"] }"]
    );
    assert_eq!(t.tables[0].columns[4].key, None);
}

#[test]
fn a_sheet_of_words_is_no_table() {
    let (_, t) = read(&[&["Petunjuk pengisian"], &["Isi kolom NIP", "lalu kolom Nama"]], &[]);
    assert!(t.tables.is_empty());
    let codes: Vec<_> = t.problems.iter().map(Noted::kode).collect();
    assert_eq!(codes, ["STR009"], "no NIP: a guide, not lost input");
}

#[test]
fn a_header_alone_is_a_table_of_no_rows() {
    let (_, t) = read(&[&["nip", "alasan", "keterangan"]], &[]);
    assert_eq!(t.tables[0].jenis, TableKind::Pengecualian);
    assert!(t.tables[0].rows.is_empty());
}

#[test]
fn totals_and_notes_are_told_apart_from_data_with_the_same_words() {
    let (i, t) = read(
        &[
            &["Indikator", "NIP", "Kode RHK", "Jenis", "RHK", "Aspek", "Target"],
            &["Jumlah dokumen", NIP[0], "1", "utama", "Menyusun", "kuantitas", "12"],
            &["Jumlah salah", "", "", "", "", "kualitas", "0"],
            &["", "", "JUMLAH", "", "", "", "12"],
            &["Total rapat", NIP[0], "2", "tambahan", "Rapat", "kuantitas", "12"],
            &[],
            &["Catatan: data per Desember"],
        ],
        &[],
    );
    let table = &t.tables[0];
    assert_eq!(data(&i, table), [2, 3, 5]);
    assert_eq!(skipped(table), [(4, reason::TOTAL), (7, reason::NOTE)]);
}

#[test]
fn five_levels_with_merges_far_down_and_right() {
    let blank: &[&str] = &[];
    let mut rows = vec![blank; 20];
    rows.push(&["", "", "", "FORM A"]);
    rows.push(&["", "", "", "Data", "", "", "Hasil", "", ""]);
    rows.push(&["", "", "", "Orang", "", "", "Nilai", "", ""]);
    rows.push(&["", "", "", "Pokok", "", "", "Rating", "", "Akhir"]);
    rows.push(&["", "", "", "NIP", "Nama", "Unor", "Hasil Kerja", "Perilaku Kerja", "Predikat"]);
    rows.push(&["", "", "", "1", "2", "3", "4", "5", "6"]);
    rows.push(&["", "", "", NIP[0], "Ani", "Dinas", "sesuai", "sesuai", "Baik"]);
    let (i, t) = read(
        &rows,
        &[
            (21, 3, 21, 5),
            (21, 6, 21, 8),
            (22, 3, 22, 5),
            (22, 6, 22, 8),
            (23, 3, 23, 5),
            (23, 6, 23, 7),
        ],
    );
    let table = &t.tables[0];
    assert_eq!(table.jenis, TableKind::Penilaian);
    assert_eq!(table.header, (21, 24));
    assert_eq!(data(&i, table), [27]);
    assert_eq!(&*table.columns[0].written, "Data / Orang / Pokok / NIP");
    assert_eq!(&*table.columns[5].written, "Hasil / Nilai / Akhir / Predikat");
    assert_eq!(table.columns[5].key, Some(Key::HasilAkhir));
}

#[test]
fn a_hundred_thousand_rows_cost_next_to_nothing() {
    // Not timed: what is asserted is that every row is told at a glance or not at all.
    let mut b = SheetBuilder::new(FileId(0), None);
    for (c, name) in (0u16..).zip(["nip", "kode_rhk", "aspek", "realisasi"]) {
        assert!(b.push(0, c, Value::Text(name)));
    }
    for row in 1..100_001 {
        assert!(b.push(row, 0, Value::Text(NIP[0])));
        assert!(b.push(row, 3, Value::Text("12")));
    }
    let sheet = b.finish();
    let mut problems = Vec::new();
    let found = tables(&sheet, SheetId(0), "", &mut problems);
    assert_eq!(found[0].rows.len(), 100_000);
    assert!(problems.is_empty());
}

mod hostile {
    use proptest::prelude::*;

    use super::*;

    const WORDS: [&str; 24] = [
        "NIP",
        "nama",
        "jabatan",
        "jenis jabatan",
        "unit kerja",
        "kode rhk",
        "rhk",
        "aspek",
        "indikator",
        "target",
        "realisasi",
        "NO",
        "PEGAWAI YANG DINILAI",
        "PEJABAT PENILAI KINERJA",
        "RENCANA HASIL KERJA",
        "HASIL KERJA",
        "PERILAKU KERJA",
        "A. UTAMA",
        "JUMLAH",
        "contoh",
        "NIP. 198001012005011001",
        "198001012005011001",
        "1",
        "x: é…",
    ];

    proptest! {
        #[test]
        fn any_mixture_of_words_and_merges_is_read_without_a_panic(
            cells in prop::collection::vec(prop::collection::vec(prop::option::of(0usize..WORDS.len()), 0..9), 0..25),
            merges in prop::collection::vec((0u32..25, 0u16..9, 0u32..6, 0u16..6), 0..8),
        ) {
            let rows: Vec<Vec<&str>> = cells
                .iter()
                .map(|row| row.iter().map(|c| c.map_or("", |i| WORDS[i])).collect())
                .collect();
            let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
            let merges: Vec<_> = merges.iter().map(|&(t, l, h, w)| (t, l, t + h, l + w)).collect();
            let (inputs, tables) = read(&rows, &merges);
            for t in &tables.tables {
                // No row is data of one table twice, or data and skipped at once.
                let data = data(&inputs, t);
                let mut sorted = data.clone();
                sorted.sort_unstable();
                sorted.dedup();
                prop_assert_eq!(&sorted, &data);
                prop_assert!(t.skipped.iter().all(|s| !data.contains(&(s.row + 1))));
                prop_assert!(data.iter().all(|&r| r > t.header.1 + 1));
            }
        }
    }
}

#[test]
fn headings_between_people_name_their_units() {
    let (inputs, tables) = read(
        &[
            &["NO", "NAMA", "NIP", "HASIL KERJA", "PERILAKU KERJA", "PREDIKAT"],
            &["SEKRETARIAT"],
            &["1", "Ani", NIP[0], "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Baik"],
            &["II", "BIDANG ARSIP"],
            &["2", "Budi", NIP[1], "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Baik"],
            &["GOLONGAN III"],
            &["3", "Candra", NIP[2], "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Baik"],
        ],
        &[],
    );
    let t = &tables.tables[0];
    assert_eq!(data(&inputs, t), [3, 5, 7]);
    let unit = |row| t.unit_above(row).map(|u| u.value(&inputs).written());
    assert_eq!(unit(2).as_deref(), Some("SEKRETARIAT"));
    assert_eq!(unit(4).as_deref(), Some("BIDANG ARSIP"));
    assert_eq!(unit(6).as_deref(), Some("BIDANG ARSIP"), "a golongan is no unit");
}

#[test]
fn a_form_without_a_blank_row_keeps_its_identity_and_drops_unfilled_rows() {
    let head = [
        "NO",
        "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
        "RENCANA HASIL KERJA",
        "ASPEK",
        "INDIKATOR KINERJA INDIVIDU",
        "TARGET",
    ];
    let (inputs, tables) = read(
        &[
            &["PEGAWAI YANG DINILAI", "", "", "PEJABAT PENILAI KINERJA"],
            &["NAMA", "", "Ani", "NAMA", "", "Budi"],
            &["NI PPPK", "", NIP[0], "NIP", "", NIP[1]],
            &["UNIT KERJA", "", "BIDANG ARSIP", "UNIT KERJA", "", "DINAS ARSIP"],
            &["CAPAIAN KINERJA ORGANISASI*"],
            &["BAIK"],
            &head,
            &["A. UTAMA"],
            &["1", "Mutu layanan", "Daftar arsip", "Kuantitas", "Jumlah daftar", "12 daftar"],
            &["B. TAMBAHAN"],
            &["-", "-", "-", "-", "-", "-"],
            &[
                "2",
                "",
                "Rencana Hasil Kerja Tambahan 1",
                "Kuantitas",
                "Indikator Kinerja Tambahan 1",
                "1",
            ],
            &["", "", "", "Waktu", "-", "-"],
            &["RATING HASIL KERJA*"],
            &["SESUAI EKSPEKTASI"],
            &["RATING PERILAKU KERJA : SESUAI EKSPEKTASI"],
            &["PREDIKAT KINERJA PEGAWAI", "", "BAIK"],
            &["CATATAN/REKOMENDASI", "", "Ikut pelatihan"],
        ],
        &[],
    );
    let t = &tables.tables[0];
    assert_eq!(t.jenis, TableKind::FormulirEvaluasi, "its ratings make it an evaluation");
    assert_eq!(data(&inputs, t), [9]);
    let form = t.formulir.as_deref().unwrap();
    let text = |i: &Option<form::Entry>| i.as_ref().map(|i| i.value(&inputs).written());
    assert_eq!(text(&form.pegawai.nip).as_deref(), Some(NIP[0]));
    assert_eq!(text(&form.pegawai.unit_kerja).as_deref(), Some("BIDANG ARSIP"));
    assert_eq!(text(&form.penilai.unit_kerja).as_deref(), Some("DINAS ARSIP"));
    assert_eq!(text(&form.organisasi).as_deref(), Some("BAIK"));
    assert_eq!(text(&form.rating_hasil_kerja).as_deref(), Some("SESUAI EKSPEKTASI"));
    assert_eq!(text(&form.rating_perilaku).as_deref(), Some("SESUAI EKSPEKTASI"));
    assert_eq!(text(&form.predikat).as_deref(), Some("BAIK"));
}

#[test]
fn units_without_a_head_are_no_groups_of_a_heading() {
    let (i, t) = read(
        &[
            &["unit_kerja", "unit_induk", "nip_pimpinan", "predikat_organisasi"],
            &["Dinas Contoh", "", "", "Istimewa"],
            &["Bidang 1", "Dinas Contoh", "", ""],
            &["Bidang 2", "Dinas Contoh", NIP[0], "Baik"],
        ],
        &[],
    );
    assert_eq!(t.tables.len(), 1);
    assert_eq!((t.tables[0].jenis, t.tables[0].header), (TableKind::Unit, (0, 0)));
    assert_eq!(data(&i, &t.tables[0]), [2, 3, 4]);
}
