use super::*;
use proptest::prelude::*;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn figure(text: &str) -> (FigureShape, Option<String>) {
    let f = read(text, None).unwrap_or_else(|e| panic!("{text}: {e:?}"));
    (f.shape, f.unit)
}

#[test]
fn figures_of_the_contract() {
    let one = |t: &str, value: &str, unit: Option<&str>| {
        assert_eq!(figure(t), (FigureShape::Single(d(value)), unit.map(str::to_owned)), "{t}");
    };
    one("1.234,56", "1234.56", None);
    one("1,234.56", "1234.56", None);
    one("12 dokumen", "12", Some("dokumen"));
    one("12 (dua belas) dokumen", "12", Some("dokumen"));
    one("100%", "100", Some("%"));
    one("85 persen", "85", Some("%"));
    one("Rp 1.250.000.000", "1250000000", Some("Rp"));
    one("Rp. 1.250.000,-", "1250000", Some("Rp"));
    one("rp1.250.000,00", "1250000", Some("Rp"));
    one("Rp 1,5 miliar", "1500000000", Some("Rp"));
    one("98,5", "98.5", None);
    one("½", "0.5", None);
    one("1½ hari", "1.5", Some("hari"));
    one("2 ¾ jam", "2.75", Some("jam"));
    one("0,125", "0.125", None);
    one("0.125", "0.125", None);
    one("1234.567", "1234.567", None);
    one("-5", "-5", None);
    one("minus 5", "-5", None);
    one("Minus 5 dokumen", "-5", Some("dokumen"));
    one("(5)", "-5", None);
    one("(1.250,50)", "-1250.50", None);
    one("'85", "85", None);
    one("12 orang-jam", "12", Some("orang-jam"));
    one("3 laporan/bulan", "3", Some("laporan/bulan"));
    one("85.", "85", None);
}

#[test]
fn ranges_and_bounds() {
    let range = |t: &str, lo: &str, hi: &str, unit: Option<&str>| {
        assert_eq!(figure(t), (FigureShape::Range(d(lo), d(hi)), unit.map(str::to_owned)), "{t}");
    };
    range("80 - 90%", "80", "90", Some("%"));
    range("80% - 90%", "80", "90", Some("%"));
    range("7 – 8 bulan", "7", "8", Some("bulan"));
    range("7 bulan s.d. 8 bulan", "7", "8", Some("bulan"));
    range("80 s/d 90", "80", "90", None);
    range("80,5-90,5", "80.5", "90.5", None);
    assert_eq!(figure("≥ 85").0, FigureShape::AtLeast(d("85")));
    assert_eq!(figure(">=85 %"), (FigureShape::AtLeast(d("85")), Some("%".into())));
    assert_eq!(figure("≤10 hari").0, FigureShape::AtMost(d("10")));
    assert_eq!(figure("Minimal 85").0, FigureShape::AtLeast(d("85")));
    assert_eq!(figure("maks. 3 hari").0, FigureShape::AtMost(d("3")));
}

#[test]
fn powers_of_ten_multiply_and_settle_dots() {
    let one = |t: &str, value: &str, unit: Option<&str>| {
        assert_eq!(figure(t), (FigureShape::Single(d(value)), unit.map(str::to_owned)), "{t}");
    };
    one("Rp 1,25 Miliar", "1250000000", Some("Rp"));
    one("Rp1,25M", "1250000000", Some("Rp"));
    one("Rp. 1,25 Milyar rupiah", "1250000000", Some("Rp"));
    one("1,25 M rupiah", "1250000000", Some("Rp"));
    one("2,5 T", "2.5", Some("T"));
    one("Rp 2,5 T", "2500000000000", Some("Rp"));
    one("Rp 3,2 Triliun", "3200000000000", Some("Rp"));
    one("500 ribu", "500000", None);
    one("3rb orang", "3000", Some("orang"));
    one("1,5 juta rupiah", "1500000", Some("Rp"));
    one("750 jt", "750000000", None);
    one("1.250 juta", "1250000000", None);
    one("Rp 450.000", "450000", Some("Rp"));
    one("450.000 rupiah", "450000", Some("Rp"));
    one("Rp 450.000/bulan", "450000", Some("Rp"));
    one("1.250.000,-", "1250000", None);
    one("1.250.000.-", "1250000", None);
    one("Rp 1.250.000,00", "1250000", Some("Rp"));
    one("12 m", "12", Some("m"));
    assert_eq!(read("Rp 450,000", None), Err(NumberFault::Ambiguous));
    assert_eq!(
        read("450.000 orang", None),
        Err(NumberFault::Ambiguous),
        "a unit of counting settles nothing"
    );
    assert_eq!(
        figure("Rp 1 – 1,5 Miliar").0,
        FigureShape::Range(d("1000000000"), d("1500000000"))
    );
    assert_eq!(
        figure("Rp 500 juta s.d. Rp 1 miliar").0,
        FigureShape::Range(d("500000000"), d("1000000000"))
    );
    let column = read("Rp 1,25 Miliar", None).unwrap().in_unit("juta rupiah").unwrap();
    assert_eq!(
        (column.shape, column.unit.as_deref()),
        (FigureShape::Single(d("1250")), Some("juta rupiah"))
    );
    let bare = read("1,25 M", None).unwrap();
    assert_eq!(
        bare.clone().in_unit("rupiah").unwrap().shape,
        FigureShape::Single(d("1250000000"))
    );
    assert_eq!(bare.in_unit("meter").unwrap().unit.as_deref(), Some("M"));
}

#[test]
fn the_unit_is_what_stands_directly_behind() {
    let one = |t: &str, value: &str, unit: Option<&str>| {
        assert_eq!(figure(t), (FigureShape::Single(d(value)), unit.map(str::to_owned)), "{t}");
    };
    one("10 hari kerja berdasarkan penilaian Pimpinan", "10", Some("hari kerja"));
    one("93% berdasarkan data dalam arsip aktif di Aplikasi SIMBG", "93", Some("%"));
    one("93% berdasarkan survei tahun 2025 atas 120 responden", "93", Some("%"));
    one("90 berdasarkan penilaian inspektorat", "90", None);
    one("3,5 skala 5", "3.5", Some("skala 5"));
    one("3,5 dari skala 5", "3.5", Some("skala 5"));
    one("3,8 (skala 1-5)", "3.8", Some("skala 5"));
    one("Rata-rata 2 jam setelah permohonan diterima", "2", Some("jam"));
    one("4 berdasarkan hasil survery kepuasan", "4", None);
    one("2 dokumen, lengkap", "2", Some("dokumen"));
    one("100% tercapai", "100", Some("%"));
    one("Tercapai 100%", "100", Some("%"));
    one("12 laporan tahun 2025", "12", Some("laporan"));
    one("12 laporan bulanan triwulan 2", "12", Some("laporan bulanan"));
    one("12 laporan (31/12/2025)", "12", Some("laporan"));
    one("12 (12) dokumen", "12", None);
    one("12 dokumen sesuai Perda Nomor 3 Tahun 2020", "12", Some("dokumen"));
    one("9 bulan berdasarkan data launching aplikasi", "9", Some("bulan"));
    assert_eq!(
        figure("80 – 90% sistem aplikasi siap digunakan"),
        (FigureShape::Range(d("80"), d("90")), Some("%".into()))
    );
    assert_eq!(
        figure("80 – 90% dari jumlah pengaduan"),
        (FigureShape::Range(d("80"), d("90")), Some("%".into()))
    );
    assert_eq!(
        figure("2-3 hari setelah permohonan / pengaduan disampaikan"),
        (FigureShape::Range(d("2"), d("3")), Some("hari".into()))
    );
    assert_eq!(
        figure("4-5 bulan setelah NSPK terbit"),
        (FigureShape::Range(d("4"), d("5")), Some("bulan".into()))
    );
}

#[test]
fn bounds_in_signs_and_words() {
    for (text, shape, unit) in [
        ("> 90 %", FigureShape::AtLeast(d("90")), Some("%")),
        (">90%", FigureShape::AtLeast(d("90")), Some("%")),
        ("< 4 hari", FigureShape::AtMost(d("4")), Some("hari")),
        ("minimal 12 daftar", FigureShape::AtLeast(d("12")), Some("daftar")),
        ("paling banyak 10", FigureShape::AtMost(d("10")), None),
        ("lebih dari 85%", FigureShape::AtLeast(d("85")), Some("%")),
        ("Lebih besar atau sama dengan 85", FigureShape::AtLeast(d("85")), None),
        ("kurang dari 3 hari", FigureShape::AtMost(d("3")), Some("hari")),
        (
            "paling lambat 3 hari kerja setelah surat diterima",
            FigureShape::AtMost(d("3")),
            Some("hari kerja"),
        ),
        ("Maksimal Rp 2 juta", FigureShape::AtMost(d("2000000")), Some("Rp")),
        (
            "Selambat-lambatnya dalam waktu 5 hari",
            FigureShape::AtMost(d("5")),
            Some("hari"),
        ),
        ("minimal sebanyak 3 dokumen", FigureShape::AtLeast(d("3")), Some("dokumen")),
        ("sekurang-kurangnya: 3 dokumen", FigureShape::AtLeast(d("3")), Some("dokumen")),
        ("85% ke atas", FigureShape::AtLeast(d("85")), Some("%")),
        ("3 hari maksimal", FigureShape::AtMost(d("3")), Some("hari")),
        ("tidak lebih dari 2 kali", FigureShape::AtMost(d("2")), Some("kali")),
    ] {
        assert_eq!(figure(text), (shape, unit.map(str::to_owned)), "{text}");
    }
    assert_eq!(figure("Nihil"), (FigureShape::Single(d("0")), None));
    assert_eq!(figure("NIHIL temuan"), (FigureShape::Single(d("0")), Some("temuan".into())));
}

#[test]
fn two_figures_are_nobodys_to_choose() {
    for text in [
        "100% (12 daftar)",
        "100% (12 dokumen)",
        "12 dokumen dan 3 laporan",
        "12 dokumen, 3 laporan",
        "7 bulan - 8 hari",
        "12 dari 14 dokumen",
        "12/14 dokumen",
        "2 x 24 jam",
        "1x24 jam",
        "85% / 12 dokumen",
        "1 Juta 500 Ribu",
        "1:20",
        "12 500",
    ] {
        assert_eq!(read(text, None), Err(NumberFault::TwoFigures), "{text}");
    }
    for text in ["00:20", "01:30:00", "00:20:00", "125:30:00"] {
        assert_eq!(read(text, None), Err(NumberFault::Clock), "{text}");
    }
}

#[test]
fn two_readings_are_no_reading() {
    assert_eq!(read("1.234", None), Err(NumberFault::Ambiguous));
    assert_eq!(read("12,500 dokumen", None), Err(NumberFault::Ambiguous));
    assert_eq!(
        read("1.234", Some(DecimalMark::Comma)).unwrap().shape,
        FigureShape::Single(d("1234"))
    );
    assert_eq!(
        read("1.234", Some(DecimalMark::Point)).unwrap().shape,
        FigureShape::Single(d("1.234"))
    );
}

#[test]
fn what_is_no_figure_stays_text() {
    for text in [
        "Tersusunnya dokumen",
        "1. Laporan\n2. Rencana",
        "31/12/2025",
        "2025-12-31",
        "10 Desember 2025",
        "1.98E+17",
        "10 Des",
        "minimal Baik",
        "paling lambat 31 Desember 2025",
        "12/2025",
        "2024/2025",
        "1) Laporan",
        "- 12 dokumen",
        "1.23.4",
        "1,234,56",
        "",
        "%",
        ",5",
    ] {
        assert_eq!(read(text, None), Err(NumberFault::NotFigure), "{text}");
    }
    assert_eq!(read("1234567890123456", None), Err(NumberFault::TooLong));
}

#[test]
fn only_cells_with_one_reading_settle_a_column() {
    let mark = |cells: &[&str]| {
        let mut e = Evidence::default();
        for c in cells {
            e.add(c);
        }
        e.mark()
    };
    assert_eq!(mark(&["1.234", "98,5"]), Some(DecimalMark::Comma));
    assert_eq!(mark(&["12.500,75"]), Some(DecimalMark::Comma));
    assert_eq!(mark(&["1.250.000"]), Some(DecimalMark::Comma));
    assert_eq!(mark(&["1,250,000"]), Some(DecimalMark::Point));
    assert_eq!(mark(&["80,5 - 90,5 %"]), Some(DecimalMark::Comma));
    assert_eq!(mark(&["1.234", "85", "12 dokumen"]), None);
    assert_eq!(
        mark(&["98,5", "97.5"]),
        None,
        "a column that contradicts itself settles nothing"
    );
    assert_eq!(mark(&["Aplikasi versi 2.5", "1.234"]), None, "a text is no figure");
    assert_eq!(
        mark(&["Rp 450.000", "1.234"]),
        Some(DecimalMark::Comma),
        "money has one reading"
    );
    assert_eq!(
        mark(&["85% berdasarkan survei 1.234,5", "1.234"]),
        None,
        "a remark is no figure"
    );
}

#[test]
fn number_cells_are_their_shortest_decimal() {
    assert_eq!(from_number(0.85), Ok(d("0.85")));
    assert_eq!(from_number(0.1 + 0.2), Ok(d("0.30000000000000004")));
    assert_eq!(from_number(1e15), Err(NumberFault::TooLong));
    assert_eq!(from_number(f64::INFINITY), Err(NumberFault::NotFigure));
}

fn grouped(whole: u64, sep: char) -> String {
    let digits = whole.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(sep);
        }
        out.push(c);
    }
    out
}

proptest! {
    #[test]
    fn both_styles_give_back_the_figure(whole in 0_u64..1_000_000_000_000, cents in 0_u32..100) {
        let expected = d(&format!("{whole}.{cents:02}"));
        let indonesian = format!("{},{cents:02}", grouped(whole, '.'));
        let english = format!("{}.{cents:02}", grouped(whole, ','));
        prop_assert_eq!(figure(&indonesian).0, FigureShape::Single(expected.normalize()));
        prop_assert_eq!(figure(&english).0, FigureShape::Single(expected.normalize()));
    }

    #[test]
    fn a_known_mark_never_changes_a_figure_with_one_reading(text in "[0-9]{1,4}[.,]?[0-9]{0,4}( dokumen| ?%)?") {
        if let Ok(free) = read(&text, None) {
            prop_assert_eq!(&read(&text, Some(DecimalMark::Comma)), &Ok(free.clone()));
            prop_assert_eq!(&read(&text, Some(DecimalMark::Point)), &Ok(free));
        }
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,30}", mark in prop_oneof![Just(None), Just(Some(DecimalMark::Comma))]) {
        let _ = read(&text, mark);
        Evidence::default().add(&text);
    }
}

proptest::proptest! {
    #[test]
    fn the_short_way_reads_what_the_long_one_does(text in "[0-9]{0,6}[.,]?[0-9]{0,6}%?|[0-9.,%]{0,9}") {
        let (mut short, mut long) = (Evidence::default(), Evidence::default());
        for mark in [None, Some(DecimalMark::Comma), Some(DecimalMark::Point)] {
            proptest::prop_assert_eq!(parse(&text, mark, &mut short), read_whole(&text, mark, &mut long));
        }
        proptest::prop_assert_eq!(short, long);
    }
}
