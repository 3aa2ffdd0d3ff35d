use super::*;
use crate::input::{Format, InputFile, Inputs, SheetBuilder};
use crate::origin::FileId;
use crate::table::{Tables, recognise};

const NIP: [&str; 3] = ["198001012005011001", "198102022006012002", "199003032015031003"];

/// Inputs of one sheet; "" is an empty cell.
fn inputs(rows: &[&[&str]], merges: &[(u32, u16, u32, u16)]) -> Inputs {
    let mut b = SheetBuilder::new(FileId(0), Some("Lembar1".into()));
    for (r, cells) in (0u32..).zip(rows) {
        for (c, text) in (0u16..).zip(*cells) {
            if !text.is_empty() {
                assert!(b.push(r, c, Value::Text(text)));
            }
        }
    }
    for &(top, left, bottom, right) in merges {
        b.merge(Merge {
            top,
            left,
            bottom,
            right,
        });
    }
    Inputs {
        files: vec![InputFile {
            path: "x.xlsx".into(),
            sha256: String::new(),
            format: Some(Format::Xlsx),
            encoding: None,
            delimiter: None,
            modified: None,
            named: true,
        }],
        sheets: vec![b.finish()],
        problems: Vec::new(),
    }
}

fn read(rows: &[&[&str]], merges: &[(u32, u16, u32, u16)]) -> (Inputs, Tables) {
    let inputs = inputs(rows, merges);
    let tables = recognise(&inputs);
    (inputs, tables)
}

/// 1-based row numbers of the data.
fn data(inputs: &Inputs, t: &Table) -> Vec<u32> {
    let sheet = inputs.sheet(t.sheet);
    t.rows.iter().map(|r| sheet.row_at(r.index as usize).number() + 1).collect()
}

fn skipped(t: &Table) -> Vec<(u32, &'static str)> {
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
    assert_eq!(table.jenis, JenisTabel::Pegawai);
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
    assert_eq!(table.dilewati(&i), 5);
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
            (JenisTabel::Pegawai, (0, 4), vec![2, 3]),
            (JenisTabel::Unit, (6, 8), vec![2, 4]),
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
            (JenisTabel::Realisasi, (0, 3), vec![2]),
            (JenisTabel::Pengecualian, (4, 6), vec![2]),
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
            (JenisTabel::Realisasi, (0, 3), vec![2, 3]),
            (JenisTabel::Pengecualian, (5, 6), vec![3]),
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
        [(JenisTabel::Unit, (0, 0), vec![2, 3]), (JenisTabel::Pegawai, (6, 7), vec![9]),]
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
        table.rows.iter().map(|r| r.section).collect::<Vec<_>>(),
        [Some(Section::Utama), Some(Section::Utama), Some(Section::Tambahan)]
    );
    let (value, at) = table.cell(&i, table.rows[1], 0);
    assert_eq!((value, at.a1().as_str()), (Value::Text(NIP[0]), "A3"));
    let (value, at) = table.cell(&i, table.rows[1], 1);
    assert_eq!((value, at.a1().as_str()), (Value::Empty, "B4"), "not merged");
    let (value, at) = table.cell(&i, table.rows[2], 3);
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
        .filter(|p| p.kind == ProblemKind::ColumnMissing)
        .filter_map(|p| p.detail.as_deref())
        .collect();
    assert_eq!(missing, ["jenis_jabatan"]);
    assert_eq!(t.tables[0].columns[4].canonical, None);
}

#[test]
fn a_sheet_of_words_is_no_table() {
    let (_, t) = read(&[&["Petunjuk pengisian"], &["Isi kolom NIP", "lalu kolom Nama"]], &[]);
    assert!(t.tables.is_empty());
    let kinds: Vec<_> = t.problems.iter().map(|p| p.kind).collect();
    assert_eq!(kinds, [ProblemKind::FileNotRecognised], "no NIP: a guide, not lost input");
}

#[test]
fn a_header_alone_is_a_table_of_no_rows() {
    let (_, t) = read(&[&["nip", "alasan", "keterangan"]], &[]);
    assert_eq!(t.tables[0].jenis, JenisTabel::Pengecualian);
    assert!(t.tables[0].rows.is_empty());
}
