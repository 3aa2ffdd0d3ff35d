//! The report workbook, read back with calamine and, for what calamine does not show, as XML.
use std::io::Read as _;
use std::path::PathBuf;

use crate::support::instansi::{UNIT, Uji, buat, label, nama, nip};
use calamine::{Data as Sel, Range, Reader, Xlsx, open_workbook};
use skp::base::figure::Desimal;
use skp::base::output_file::Outputs;
use skp::report::workbook::{Choice, Lembar, write};
use skp::rules::{Aturan, Rezim};
use skp::score::Status;

const ORANG: usize = 40;

fn tulis_ke(berkas: &str, uji: &Uji, pilihan: &Choice) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(berkas);
    let mut outputs = Outputs::new(true);
    write(&uji.report(), pilihan, &mut outputs, &path).unwrap();
    outputs.publish().unwrap();
    path
}

fn open_up(path: &PathBuf) -> Xlsx<std::io::BufReader<std::fs::File>> {
    open_workbook(path).unwrap()
}

fn bagian(path: &PathBuf, nama: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    zip.by_name(nama).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn bagian_semua(path: &PathBuf, awalan: &str) -> Vec<(String, String)> {
    let zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut names: Vec<String> = zip
        .file_names()
        .map(|n| n.unwrap().into_owned())
        .filter(|n| n.starts_with(awalan))
        .collect();
    names.sort_unstable();
    names.into_iter().map(|n| (n.clone(), bagian(path, &n))).collect()
}

/// Column with this header in the first rows.
fn kolom(range: &Range<Sel>, judul: &str) -> (u32, u32) {
    let (rows, cols) = range.end().unwrap();
    (0..=rows.min(5))
        .flat_map(|r| (0..=cols).map(move |c| (r, c)))
        .find(|&at| range.get_value(at) == Some(&Sel::String(judul.to_owned())))
        .unwrap_or_else(|| panic!("kolom {judul} tidak ada"))
}

fn teks(range: &Range<Sel>, row: u32, col: u32) -> String {
    range.get_value((row, col)).map_or_else(String::new, ToString::to_string)
}

#[test]
fn all_sheets_are_there_in_order() {
    for rezim in [Rezim::Numerik, Rezim::Kualitatif] {
        let path = tulis_ke(&format!("urutan-{rezim:?}.xlsx"), &buat(ORANG, rezim), &Choice::default());
        let all = [
            "Ringkasan",
            "Hasil",
            "Rincian",
            "Unit",
            "Distribusi",
            "Kuadran",
            "Kaskade",
            "Matriks",
            "Temuan",
            "Belum",
            "Masukan pegawai",
            "Masukan skp",
            "Masukan realisasi",
            "Aturan",
            "Jejak",
        ];
        // The numeric sets know no ratings: an empty sheet is left out.
        let there = all.into_iter().filter(|s| *s != "Kuadran" || rezim == Rezim::Kualitatif);
        assert_eq!(open_up(&path).sheet_names(), there.collect::<Vec<_>>());
    }
}

#[test]
fn only_the_chosen_sheets_are_written() {
    let pilihan = Choice {
        sheets: Lembar::chosen("rincian, HASIL").unwrap(),
        ..Choice::default()
    };
    let path = tulis_ke("pilihan.xlsx", &buat(ORANG, Rezim::Numerik), &pilihan);
    assert_eq!(open_up(&path).sheet_names(), ["Hasil", "Rincian"]);
}

#[test]
fn the_tukin_column_stands_only_where_the_agency_has_a_table() {
    let mut uji = buat(ORANG, Rezim::Kualitatif);
    let path = tulis_ke("tanpa-tukin.xlsx", &uji, &Choice::default());
    let range = open_up(&path).worksheet_range("Hasil").unwrap();
    assert!(range.rows().flatten().all(|c| *c != "Tukin (%)"));

    let profil = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/contoh-aturan-instansi.toml");
    uji.run.aturan = Aturan::load(profil, uji.run.data.periode).unwrap();
    uji.run.scores.pegawai[0].tukin_persen = Some(Desimal::new(975, 1));
    let path = tulis_ke("tukin.xlsx", &uji, &Choice::default());
    let range = open_up(&path).worksheet_range("Hasil").unwrap();
    let (head, tukin) = kolom(&range, "Tukin (%)");
    assert_eq!(range.get_value((head + 1, tukin)), Some(&Sel::Float(97.5)));
    // What stands behind it has moved along with its heading.
    let (_, sebab) = kolom(&range, "Alasan dikecualikan");
    assert!((head + 1..=range.end().unwrap().0).any(|r| teks(&range, r, sebab).contains("cuti sakit panjang")));
}

#[test]
fn hasil_shows_the_figures_of_the_result_value() {
    let uji = buat(ORANG, Rezim::Numerik);
    let path = tulis_ke("nilai.xlsx", &uji, &Choice::default());
    let range = open_up(&path).worksheet_range("Hasil").unwrap();
    let (head, nilai) = kolom(&range, "Nilai kinerja");
    let (_, predikat) = kolom(&range, "Predikat");
    let (_, status) = kolom(&range, "Status");
    let (_, nip_col) = kolom(&range, "NIP");
    let (_, ak) = kolom(&range, "Angka kredit");
    for (row, p) in (head + 1..).zip(&uji.run.scores.pegawai) {
        assert_eq!(teks(&range, row, status), p.status.words());
        assert_eq!(teks(&range, row, predikat), p.predikat.unwrap_or_default());
        // Text, never a number: the NIP is whole.
        assert_eq!(range.get_value((row, nip_col)), Some(&Sel::String(p.nip.to_string())));
        let shown = range.get_value((row, nilai)).filter(|v| **v != Sel::Empty);
        match p.nilai_kinerja {
            Some(d) => assert_eq!(shown, Some(&Sel::Float(d.to_string().parse().unwrap()))),
            None => assert_eq!(shown, None, "missing is missing"),
        }
        if let Some(d) = p.angka_kredit {
            assert_eq!(range.get_value((row, ak)), Some(&Sel::Float(d.to_string().parse().unwrap())));
        }
    }
    let (_, sebab) = kolom(&range, "Sebab belum dinilai");
    let waiting = uji
        .run
        .scores
        .pegawai
        .iter()
        .position(|p| p.status == Status::BelumDapatDinilai)
        .unwrap();
    assert!(teks(&range, head + 1 + u32::try_from(waiting).unwrap(), sebab).contains("nilai perilaku belum lengkap"));
    assert!(
        range.rows().flatten().any(|c| *c == "cuti sakit panjang"),
        "why somebody is excepted"
    );
}

#[test]
fn the_qualitative_hasil_has_ratings_and_no_figures() {
    let uji = buat(ORANG, Rezim::Kualitatif);
    let path = tulis_ke("rating.xlsx", &uji, &Choice::default());
    let mut book = open_up(&path);
    let range = book.worksheet_range("Hasil").unwrap();
    let (head, rating) = kolom(&range, "Rating hasil kerja");
    assert_eq!(teks(&range, head + 1, rating), "di atas ekspektasi");
    assert!(!range.rows().flatten().any(|c| *c == "Nilai kinerja"));
    let boxes = book.worksheet_range("Kuadran").unwrap();
    let headings: Vec<String> = boxes
        .rows()
        .flatten()
        .map(ToString::to_string)
        .filter(|t| t.ends_with(" orang"))
        .collect();
    assert_eq!(headings.len(), 9);
    let inside = uji.run.scores.pegawai.iter().filter(|p| p.status == Status::Dinilai).count();
    let counted: usize = headings
        .iter()
        .map(|h| h.split(' ').rev().nth(1).unwrap().parse::<usize>().unwrap())
        .sum();
    assert_eq!(counted, inside, "everybody rated stands in one box");
    assert!(
        headings
            .iter()
            .any(|h| h.starts_with(label(skp::model::vocab::Predikat::Cukup, Rezim::Kualitatif)))
    );
}

#[test]
fn input_sheets_keep_the_addresses_of_the_file() {
    let uji = buat(ORANG, Rezim::Numerik);
    let path = tulis_ke("masukan.xlsx", &uji, &Choice::default());
    let mut book = open_up(&path);
    for (name, id) in [("Masukan pegawai", 0), ("Masukan skp", 1), ("Masukan realisasi", 2)] {
        let range = book.worksheet_range(name).unwrap();
        let sheet = &uji.run.inputs.sheets[id];
        let mut cells = 0;
        for row in sheet.rows() {
            for (col, value) in row.cells() {
                let here = range.get_value((row.number(), u32::from(col))).unwrap();
                match value {
                    skp::input::Value::Text(t) => assert_eq!(here, &Sel::String(t.to_owned())),
                    skp::input::Value::Number { value, .. } => assert_eq!(here, &Sel::Float(value)),
                    skp::input::Value::Bool(b) => assert_eq!(here, &Sel::Bool(b)),
                    skp::input::Value::Date(_) => assert!(matches!(here, Sel::DateTime(_)), "{here:?}"),
                    other => assert_eq!(here, &Sel::String(other.written())),
                }
                cells += 1;
            }
        }
        assert!(cells > ORANG * 3);
    }
    let range = book.worksheet_range("Masukan pegawai").unwrap();
    assert!(range.rows().flatten().any(|c| *c == "○ dilewati: baris nomor kolom"));
    assert!(
        range
            .rows()
            .flatten()
            .any(|c| c.to_string().starts_with("✗ galat IDN001 A23: NIP tersimpan"))
    );
}

#[test]
fn text_from_the_data_is_never_a_formula() {
    let path = tulis_ke("rumus.xlsx", &buat(ORANG, Rezim::Kualitatif), &Choice::default());
    for (name, xml) in bagian_semua(&path, "xl/worksheets/sheet") {
        assert!(!xml.contains("<f>") && !xml.contains("<f "), "rumus di {name}");
    }
    let range = open_up(&path).worksheet_range("Hasil").unwrap();
    let (_, col) = kolom(&range, "Nama");
    assert_eq!(teks(&range, 8, col), nama(7));
    assert!(nama(7).starts_with('='));
}

#[test]
fn every_link_leads_to_a_cell_that_exists() {
    let uji = buat(ORANG, Rezim::Numerik);
    let path = tulis_ke("tautan.xlsx", &uji, &Choice::default());
    let mut book = open_up(&path);
    let names = book.sheet_names();
    let mut links = 0;
    for (part, xml) in bagian_semua(&path, "xl/worksheets/sheet") {
        for location in xml.split("location=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            let (sheet, cell) = location.rsplit_once('!').unwrap();
            let sheet = sheet.trim_matches('\'').replace("''", "'");
            assert!(names.contains(&sheet), "{part}: {location}");
            let digits = cell.find(|c: char| c.is_ascii_digit()).unwrap();
            let row: u32 = cell[digits..].parse().unwrap();
            let last = book.worksheet_range(&sheet).unwrap().end().unwrap();
            assert!((1..=last.0 + 1).contains(&row), "{part}: {location}");
            links += 1;
        }
    }
    let to_cells = uji.run.findings.iter().filter(|f| f.at.is_some()).count();
    assert!(links >= to_cells + ORANG, "temuan dan rincian: {links}");

    // The link of a finding and the address it names are the same cell.
    let at = uji.run.findings.iter().find(|f| f.kode == "TGT001").unwrap().at.unwrap();
    let temuan = names.iter().position(|n| n == "Temuan").unwrap() + 1;
    let xml = bagian(&path, &format!("xl/worksheets/sheet{temuan}.xml"));
    assert!(xml.contains(&format!("'Masukan skp'!{}", at.a1())));
}

#[test]
fn links_to_rincian_lead_to_the_persons_first_row() {
    let uji = buat(ORANG, Rezim::Numerik);
    let path = tulis_ke("rincian.xlsx", &uji, &Choice::default());
    let mut book = open_up(&path);
    let hasil = book.worksheet_range("Hasil").unwrap();
    let rincian = book.worksheet_range("Rincian").unwrap();
    let (head, col) = kolom(&hasil, "Rincian");
    let (_, nip_col) = kolom(&rincian, "NIP");
    for (i, p) in (0_u32..).zip(&uji.run.scores.pegawai) {
        let row: u32 = teks(&hasil, head + 1 + i, col)
            .strip_prefix("baris ")
            .unwrap()
            .parse()
            .unwrap();
        assert_eq!(teks(&rincian, row - 1, nip_col), &*p.nip);
        assert_ne!(teks(&rincian, row.saturating_sub(2), nip_col), &*p.nip, "the first row");
    }
}

#[test]
fn a_full_sheet_goes_on_in_the_next() {
    let uji = buat(ORANG, Rezim::Numerik);
    let pilihan = Choice {
        max_rows: 30,
        ..Choice::default()
    };
    let path = tulis_ke("penuh.xlsx", &uji, &pilihan);
    let mut book = open_up(&path);
    let names = book.sheet_names();
    assert!(names.contains(&"Hasil 2".to_owned()), "{names:?}");
    let parts: Vec<&String> = names.iter().filter(|n| n.starts_with("Rincian")).collect();
    assert_eq!(parts.len(), 6, "160 rows at 29 a sheet: {parts:?}");
    let rows: usize = parts.iter().map(|n| book.worksheet_range(n).unwrap().height() - 1).sum();
    assert_eq!(rows, ORANG * 4);
    // Every finding's link still leads to its cell.
    let second = book.worksheet_range("Masukan 2 pegawai").unwrap();
    assert_eq!(
        teks(&second, 4, 0),
        nip(30),
        "row 34 of the file is row 4 of the second sheet"
    );
    let people: usize = ["Hasil", "Hasil 2"]
        .iter()
        .map(|n| book.worksheet_range(n).unwrap().height() - 1)
        .sum();
    assert_eq!(people, ORANG, "nobody is lost between two sheets");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for stream_from in [5_000, 10] {
        let pilihan = Choice {
            stream_from,
            ..Choice::default()
        };
        let bytes = |name: &str| std::fs::read(tulis_ke(name, &buat(400, Rezim::Numerik), &pilihan)).unwrap();
        let first = bytes("sama-a.xlsx");
        for _ in 0..3 {
            assert!(first == bytes("sama-b.xlsx"), "byte berbeda, alir dari {stream_from}");
        }
    }
    let core = bagian(
        &tulis_ke("tanggal.xlsx", &buat(5, Rezim::Numerik), &Choice::default()),
        "docProps/core.xml",
    );
    assert!(core.contains("2025-12-17T"), "{core}");
}

#[test]
fn a_streamed_report_says_the_same_as_a_small_one() {
    let uji = buat(ORANG, Rezim::Numerik);
    let kecil = tulis_ke("kecil.xlsx", &uji, &Choice::default());
    let pilihan = Choice {
        stream_from: 0,
        ..Choice::default()
    };
    let alir = tulis_ke("alir.xlsx", &uji, &pilihan);
    let (mut kecil, mut alir) = (open_up(&kecil), open_up(&alir));
    assert_eq!(kecil.sheet_names(), alir.sheet_names());
    for name in kecil.sheet_names() {
        // Charts, and the link to them, are for a size somebody can look at.
        if name != "Distribusi" {
            assert_eq!(
                kecil.worksheet_range(&name).unwrap(),
                alir.worksheet_range(&name).unwrap(),
                "{name}"
            );
        }
    }
}

#[test]
fn cells_with_a_finding_carry_a_note_with_code_reason_and_remedy() {
    let path = tulis_ke("catatan.xlsx", &buat(ORANG, Rezim::Numerik), &Choice::default());
    let notes: String = bagian_semua(&path, "xl/comments").into_iter().map(|(_, xml)| xml).collect();
    for needed in ["TGT001", "Target kosong", "Perbaikan: ", "Dasar: PermenPANRB 6/2022 Pasal 10"] {
        assert!(notes.contains(needed), "{needed}");
    }
    assert!(notes.contains("ref=\"D11\""), "the blank target cell has its note");
}

#[test]
fn the_cascade_marks_what_is_broken_and_folds() {
    let path = tulis_ke("kaskade.xlsx", &buat(ORANG, Rezim::Numerik), &Choice::default());
    let mut book = open_up(&path);
    let range = book.worksheet_range("Kaskade").unwrap();
    let all: Vec<String> = range.rows().flatten().map(ToString::to_string).collect();
    assert!(
        all.iter()
            .any(|t| t == "R9: tidak ada di SKP atasan; yang paling mirip \"R1\"")
    );
    assert!(all.iter().any(|t| t.starts_with("✗ MELINGKAR")));
    assert_eq!(all.iter().filter(|t| *t == "✗ putus").count(), 1);
    assert_eq!(all.iter().filter(|t| *t == "▲ tanpa tautan").count(), 1);
    let (head, kode) = kolom(&range, "Kode RHK");
    let rhk = (head + 1..=range.end().unwrap().0)
        .filter(|&r| !teks(&range, r, kode).is_empty())
        .count();
    assert_eq!(rhk, ORANG * 2, "every RHK once");
    let sheet = book.sheet_names().iter().position(|n| n == "Kaskade").unwrap() + 1;
    let xml = bagian(&path, &format!("xl/worksheets/sheet{sheet}.xml"));
    assert!(xml.contains("outlineLevel=\"3\""));
}

#[test]
fn units_are_summed_along_the_tree() {
    let uji = buat(ORANG, Rezim::Numerik);
    let path = tulis_ke("unit.xlsx", &uji, &Choice::default());
    let range = open_up(&path).worksheet_range("Unit").unwrap();
    let (head, jumlah) = kolom(&range, "Pegawai");
    let row = (head + 1..=range.end().unwrap().0)
        .find(|&r| teks(&range, r, 0).trim() == format!("Jumlah {} dan di bawahnya", UNIT[0]))
        .unwrap();
    assert_eq!(range.get_value((row, jumlah)), Some(&Sel::Float(40.0)));
    let names: Vec<String> = (head + 1..=range.end().unwrap().0)
        .map(|r| teks(&range, r, 0).trim().to_owned())
        .collect();
    for unit in UNIT {
        assert!(names.contains(&unit.to_owned()), "{unit}");
    }
}

#[test]
fn belum_names_who_must_act() {
    let path = tulis_ke("belum.xlsx", &buat(ORANG, Rezim::Numerik), &Choice::default());
    let range = open_up(&path).worksheet_range("Belum").unwrap();
    let (head, siapa) = kolom(&range, "Yang harus bertindak");
    let (_, menunggu) = kolom(&range, "Pegawai yang menunggu");
    let rows: Vec<(String, String)> = (head + 1..=range.end().unwrap().0)
        .map(|r| (teks(&range, r, siapa), teks(&range, r, menunggu)))
        .collect();
    assert_eq!(rows.len(), 4, "one row a person and reason");
    assert_eq!(rows.iter().filter(|(_, who)| *who == nama(11)).count(), 2);
    assert_eq!(rows.last().unwrap().0, "kepegawaian");
}

#[test]
fn an_existing_report_is_kept() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("laporan.xlsx");
    std::fs::write(&path, "lama").unwrap();
    let mut outputs = Outputs::new(false);
    let error = write(&buat(3, Rezim::Numerik).report(), &Choice::default(), &mut outputs, &path).unwrap_err();
    assert!(error.to_string().contains("--paksa"), "{error}");
    assert_eq!(std::fs::read(&path).unwrap(), b"lama");
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "nothing left behind");
}

#[test]
fn an_empty_run_still_gives_a_report() {
    let path = tulis_ke("kosong.xlsx", &buat(0, Rezim::Kualitatif), &Choice::default());
    let names = open_up(&path).sheet_names();
    assert!(
        names.starts_with(&["Ringkasan".to_owned()]) && names.ends_with(&["Jejak".to_owned()]),
        "{names:?}"
    );
}
