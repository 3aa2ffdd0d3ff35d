use super::*;
use proptest::prelude::*;

fn d(text: &str) -> Desimal {
    text.parse().unwrap()
}

fn figure(text: &str) -> (Shape, Option<String>) {
    let f = read(text, None).unwrap_or_else(|e| panic!("{text}: {e:?}"));
    (f.shape, f.unit)
}

#[test]
fn figures_of_the_contract() {
    let one = |t: &str, value: &str, unit: Option<&str>| {
        assert_eq!(figure(t), (Shape::Single(d(value)), unit.map(str::to_owned)), "{t}");
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
    one("Rp 1,5 miliar", "1.5", Some("Rp miliar"));
    one("98,5", "98.5", None);
    one("0,125", "0.125", None);
    one("0.125", "0.125", None);
    one("1234.567", "1234.567", None);
    one("-5", "-5", None);
    one("'85", "85", None);
    one("12 orang-jam", "12", Some("orang-jam"));
    one("3 laporan/bulan", "3", Some("laporan/bulan"));
    one("85.", "85", None);
}

#[test]
fn ranges_and_bounds() {
    let range = |t: &str, lo: &str, hi: &str, unit: Option<&str>| {
        assert_eq!(figure(t), (Shape::Range(d(lo), d(hi)), unit.map(str::to_owned)), "{t}");
    };
    range("80 - 90%", "80", "90", Some("%"));
    range("80% - 90%", "80", "90", Some("%"));
    range("7 – 8 bulan", "7", "8", Some("bulan"));
    range("7 bulan s.d. 8 bulan", "7", "8", Some("bulan"));
    range("80 s/d 90", "80", "90", None);
    range("80,5-90,5", "80.5", "90.5", None);
    assert_eq!(figure("≥ 85").0, Shape::AtLeast(d("85")));
    assert_eq!(figure(">=85 %"), (Shape::AtLeast(d("85")), Some("%".into())));
    assert_eq!(figure("≤10 hari").0, Shape::AtMost(d("10")));
    assert_eq!(figure("Minimal 85").0, Shape::AtLeast(d("85")));
    assert_eq!(figure("maks. 3 hari").0, Shape::AtMost(d("3")));
}

#[test]
fn two_readings_are_no_reading() {
    assert_eq!(read("1.234", None), Err(Fault::Ambiguous));
    assert_eq!(read("12,500 dokumen", None), Err(Fault::Ambiguous));
    assert_eq!(read("1.234", Some(Mark::Comma)).unwrap().shape, Shape::Single(d("1234")));
    assert_eq!(read("1.234", Some(Mark::Point)).unwrap().shape, Shape::Single(d("1.234")));
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
        "12 dokumen dan 3 laporan",
        "> 85",
        "1.23.4",
        "1,234,56",
        "7 bulan - 8 hari",
        "",
        "%",
        ",5",
    ] {
        assert_eq!(read(text, None), Err(Fault::NotFigure), "{text}");
    }
    assert_eq!(read("1234567890123456", None), Err(Fault::TooLong));
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
    assert_eq!(mark(&["1.234", "98,5"]), Some(Mark::Comma));
    assert_eq!(mark(&["12.500,75"]), Some(Mark::Comma));
    assert_eq!(mark(&["1.250.000"]), Some(Mark::Comma));
    assert_eq!(mark(&["1,250,000"]), Some(Mark::Point));
    assert_eq!(mark(&["80,5 - 90,5 %"]), Some(Mark::Comma));
    assert_eq!(mark(&["1.234", "85", "12 dokumen"]), None);
    assert_eq!(
        mark(&["98,5", "97.5"]),
        None,
        "a column that contradicts itself settles nothing"
    );
    assert_eq!(mark(&["Aplikasi versi 2.5", "1.234"]), None, "a text is no figure");
}

#[test]
fn number_cells_are_their_shortest_decimal() {
    assert_eq!(from_number(0.85), Ok(d("0.85")));
    assert_eq!(from_number(0.1 + 0.2), Ok(d("0.30000000000000004")));
    assert_eq!(from_number(1e15), Err(Fault::TooLong));
    assert_eq!(from_number(f64::INFINITY), Err(Fault::NotFigure));
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
        prop_assert_eq!(figure(&indonesian).0, Shape::Single(expected.normalize()));
        prop_assert_eq!(figure(&english).0, Shape::Single(expected.normalize()));
    }

    #[test]
    fn a_known_mark_never_changes_a_figure_with_one_reading(text in "[0-9]{1,4}[.,]?[0-9]{0,4}( dokumen| ?%)?") {
        if let Ok(free) = read(&text, None) {
            prop_assert_eq!(&read(&text, Some(Mark::Comma)), &Ok(free.clone()));
            prop_assert_eq!(&read(&text, Some(Mark::Point)), &Ok(free));
        }
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,30}", mark in prop_oneof![Just(None), Just(Some(Mark::Comma))]) {
        let _ = read(&text, mark);
        Evidence::default().add(&text);
    }
}
