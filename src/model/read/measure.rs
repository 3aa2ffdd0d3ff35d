//! Units of measure: which of them are known, and whether two written ones can be the same.
//!
//! Known are per cent, money and time; between two of them, or one of them and anything else, no
//! figure goes over (`masukan.md` section 2b.10). Everything else counts things, and offices have
//! many words for one thing.

use super::date::month;
use crate::base::figure::Decimal;

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SatuanKind {
    /// `%`, `persen`.
    Percent,
    /// `Rp`, `rupiah`.
    Money,
    /// Time, by its unit.
    Time(Time),
    /// `skala 5`: the top of the scale.
    Scale(u32),
    /// Anything else.
    Count,
}

/// Units of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// Detik.
    Second,
    /// Menit.
    Minute,
    /// Jam.
    Hour,
    /// Hari, whichever.
    Day,
    /// Hari kerja.
    WorkDay,
    /// Hari kalender.
    CalendarDay,
    /// Minggu.
    Week,
    /// Bulan.
    Month,
    /// Triwulan.
    Quarter,
    /// Semester.
    HalfYear,
    /// Tahun.
    Year,
}

/// A unit as understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// What it measures.
    pub kind: SatuanKind,
    /// Its power of ten: 6 for `juta rupiah`.
    pub power: u32,
}

/// The words of a text in lower case, letters and digits only (`%` is a word).
pub fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '%' | '‰')))
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
}

/// The power of ten a word stands for. `m` and `t` are metres and tonnes as well, so they need money
/// beside them.
pub fn power(word: &str, money: bool) -> Option<u32> {
    Some(match word {
        "ribu" | "rb" | "ribuan" => 3,
        "juta" | "jt" | "jutaan" => 6,
        "miliar" | "milyar" | "miliaran" | "mlr" | "milyard" => 9,
        "triliun" | "trilyun" | "triliunan" | "tn" => 12,
        "m" if money => 9,
        "t" if money => 12,
        _ => return None,
    })
}

/// Whether a word is money.
pub fn is_money(word: &str) -> bool {
    matches!(word, "rp" | "rupiah" | "idr")
}

/// The known unit that a text begins with, and how many of its words name it.
fn known(words: &[String]) -> Option<(SatuanKind, usize)> {
    let first = words.first()?.as_str();
    let second = words.get(1).map(String::as_str);
    let kind = match first {
        "%" | "persen" | "prosen" | "percent" | "pct" | "persentase" | "presentase" | "prosentase" => SatuanKind::Percent,
        w if is_money(w) => SatuanKind::Money,
        "detik" | "dtk" => SatuanKind::Time(Time::Second),
        "menit" | "mnt" => SatuanKind::Time(Time::Minute),
        // a lesson is no hour
        "jam" if matches!(second, Some("pelajaran" | "pembelajaran" | "pelatihan" | "orang")) => return None,
        "jam" => SatuanKind::Time(Time::Hour),
        "hari" | "hr" => match second {
            Some("kerja") => return Some((SatuanKind::Time(Time::WorkDay), 2)),
            Some("kalender") => return Some((SatuanKind::Time(Time::CalendarDay), 2)),
            Some("orang") => return None,
            _ => SatuanKind::Time(Time::Day),
        },
        "hk" => SatuanKind::Time(Time::WorkDay),
        "minggu" | "mgg" | "pekan" => SatuanKind::Time(Time::Week),
        "bulan" | "bln" => SatuanKind::Time(Time::Month),
        "triwulan" | "tw" | "kuartal" => SatuanKind::Time(Time::Quarter),
        "semester" | "smt" => SatuanKind::Time(Time::HalfYear),
        "tahun" | "thn" | "th" => SatuanKind::Time(Time::Year),
        "skala" => {
            let top = words.get(1..)?.iter().map_while(|w| w.parse::<u32>().ok()).last()?;
            return Some((SatuanKind::Scale(top), words.len().min(2)));
        }
        _ => return None,
    };
    Some((kind, 1))
}

/// Understands a unit as it is written in a cell or a column.
pub fn of(unit: &str) -> Measure {
    let words: Vec<String> = words(unit).filter(|w| w != "dalam").collect();
    let money = words.iter().any(|w| is_money(w));
    let power_of_ten = words.iter().take(3).find_map(|w| power(w, money));
    let rest: Vec<String> = words.into_iter().filter(|w| power(w, money).is_none()).collect();
    let kind = match known(&rest) {
        Some((kind, _)) => kind,
        // "Miliar" alone over a column is money
        None if rest.is_empty() && power_of_ten.is_some() => SatuanKind::Money,
        None => SatuanKind::Count,
    };
    Measure {
        kind,
        power: power_of_ten.unwrap_or(0),
    }
}

/// Whether a unit counts something; a column of dates or times of day does not.
pub fn counts(unit: &str) -> bool {
    words(unit)
        .next()
        .is_some_and(|w| !matches!(w.as_str(), "tanggal" | "tgl" | "waktu" | "pukul" | "jadwal"))
}

/// How two units compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SatuanLikeness {
    /// The same, or one spelling of it.
    Same,
    /// Another word; offices write `dokumen` and `laporan` for one thing.
    OtherWord,
    /// One of them is so many of the other in each month or year: how many in all, only the writer knows.
    Rate,
    /// They cannot be the same measure: per cent and a count, months and days.
    Contradict,
}

/// Compares two units as written.
pub fn compare(a: &str, b: &str) -> SatuanLikeness {
    if a == b {
        return SatuanLikeness::Same;
    }
    let (x, y) = (of(a), of(b));
    if x.power != y.power {
        return SatuanLikeness::Contradict;
    }
    match (x.kind, y.kind) {
        (SatuanKind::Count, SatuanKind::Count) => match (metric(a), metric(b)) {
            (Some(x), Some(y)) if x != y => SatuanLikeness::Contradict,
            (Some(_), Some(_)) if compare_counts(a, b) == SatuanLikeness::OtherWord => SatuanLikeness::Same,
            _ if is_pack_of(a, b) || is_pack_of(b, a) => SatuanLikeness::Contradict,
            _ => compare_counts(a, b),
        },
        (SatuanKind::Scale(_), SatuanKind::Count) | (SatuanKind::Count, SatuanKind::Scale(_)) => SatuanLikeness::OtherWord,
        (a, b) if a == b => SatuanLikeness::Same,
        // a day of which nothing is said is one of the calendar
        (SatuanKind::Time(Time::Day), SatuanKind::Time(Time::CalendarDay))
        | (SatuanKind::Time(Time::CalendarDay), SatuanKind::Time(Time::Day)) => SatuanLikeness::OtherWord,
        _ => SatuanLikeness::Contradict,
    }
}

/// From so many times the target on a figure without a unit is not of thousands or millions: it is in full.
const IN_FULL: i64 = 10;

/// The same below it, where the target is the one in full.
const IN_PART: i64 = 1000;

/// Likewise where a bare letter is the unit, which may be metres.
const BY_LETTER: i64 = 10_000;

/// Whether a figure that names no unit cannot be of the target's, which is of thousands, millions …: "2.400.000.000" against
/// 2,5 "miliar rupiah".
pub fn is_of_other_power(unit: &str, target: Decimal, reached: Decimal) -> bool {
    let above = |times: i64| reached >= target * Decimal::from(times);
    let is_far = above(IN_FULL) || (reached > Decimal::ZERO && reached * Decimal::from(IN_PART) <= target);
    is_far && (of(unit).power > 0 || matches!(unit.trim(), "M" | "T") && above(BY_LETTER))
}

/// Whether two figures may be in one unit: the same, or one of them names none.
pub fn may_be_one(a: Option<&str>, b: Option<&str>) -> bool {
    a.zip(b).is_none_or(|(a, b)| compare(a, b) == SatuanLikeness::Same)
}

/// What makes another unit of the one before it: `laporan per bulan`, `dokumen/bulan`, `laporan Januari`.
fn is_rate(word: &str) -> bool {
    word == "per" || month(word).is_some() || matches!(known(&[word.to_owned()]), Some((SatuanKind::Time(_), _)))
}

/// Short forms of units that do not begin the whole word.
const SHORT: [(&str, &str); 4] = [("org", "orang"), ("lbr", "lembar"), ("bh", "buah"), ("pkt", "paket")];

/// `Dok` and `Dokumen`, `org` and `orang`: one word, and its short form.
fn one_word(a: &str, b: &str) -> bool {
    let short = |a: &str, b: &str| a.len() == 3 && b.len() > 4 && b.starts_with(a) || SHORT.contains(&(a, b));
    a == b || short(a, b) || short(b, a)
}

/// The unit of weight, length, area, volume or data that a text is or begins with, in one spelling: 2 ton are no 2 kg.
fn metric(unit: &str) -> Option<&'static str> {
    let words: Vec<String> = words(unit).collect();
    let second = words.get(1).map(String::as_str);
    Some(match words.first()?.as_str() {
        "mg" | "miligram" => "mg",
        "gram" | "gr" => "gram",
        "ons" => "ons",
        "kg" | "kilogram" | "kilo" => "kg",
        "kuintal" | "kwintal" | "kw" => "kuintal",
        "ton" | "t" => "ton",
        "mm" | "milimeter" => "mm",
        "cm" | "sentimeter" => "cm",
        "m" | "meter" if second == Some("persegi") => "m2",
        "m" | "meter" if second == Some("kubik") => "m3",
        "m" | "meter" | "mtr" => "m",
        "km" | "kilometer" if second == Some("persegi") => "km2",
        "km" | "kilometer" => "km",
        "m2" | "m²" => "m2",
        "km2" | "km²" => "km2",
        "ha" | "hektar" | "hektare" => "ha",
        "ml" | "mililiter" => "ml",
        "liter" | "ltr" | "lt" => "liter",
        "m3" | "m³" => "m3",
        "kb" => "kb",
        "mb" => "mb",
        "gb" => "gb",
        "tb" => "tb",
        _ => return None,
    })
}

/// `rim` beside `lembar`, `lusin` beside `buah`: many of the other in one.
fn is_pack_of(pack: &str, piece: &str) -> bool {
    let first = |unit: &str| words(unit).next().unwrap_or_default();
    matches!(first(pack).as_str(), "rim" | "lusin" | "kodi" | "gros")
        && matches!(
            first(piece).as_str(),
            "lembar" | "lbr" | "helai" | "buah" | "bh" | "biji" | "pcs" | "unit"
        )
}

/// `per bulan`, `/bulan`, `setiap minggu`: so many in each.
fn is_each(unit: &str, word: &str) -> bool {
    let time = |w: &str| matches!(known(&[w.to_owned()]), Some((SatuanKind::Time(_), _)));
    matches!(word, "per" | "setiap" | "tiap") || (time(word) && unit.contains('/'))
}

/// `dokumen` and `dokumen perencanaan` are one unit; `laporan` and `laporan per bulan` are not.
fn compare_counts(a: &str, b: &str) -> SatuanLikeness {
    let (units, mut common) = ((a, b), 0);
    let (mut a, mut b) = (words(a), words(b));
    loop {
        match (a.next(), b.next()) {
            (None, None) if common > 0 => return SatuanLikeness::Same,
            (Some(x), Some(y)) if one_word(&x, &y) => common += 1,
            (Some(more), None) if common > 0 && is_each(units.0, &more) => return SatuanLikeness::Rate,
            (None, Some(more)) if common > 0 && is_each(units.1, &more) => return SatuanLikeness::Rate,
            (None, Some(more)) | (Some(more), None) if common > 0 && !is_rate(&more) => {
                return SatuanLikeness::Same;
            }
            _ => return SatuanLikeness::OtherWord,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_measure_are_never_taken_for_each_other() {
        for (a, b) in [
            ("kg", "ton"),
            ("gram", "kg"),
            ("km", "m"),
            ("ha", "m2"),
            ("meter persegi", "meter"),
            ("liter", "ml"),
            ("ton", "kuintal"),
            ("GB", "MB"),
            ("lembar", "rim"),
            ("lusin", "buah"),
            ("kg", "t"),
            ("kg beras", "ton beras"),
        ] {
            assert_eq!(compare(a, b), SatuanLikeness::Contradict, "{a} {b}");
            assert_eq!(compare(b, a), SatuanLikeness::Contradict, "{b} {a}");
        }
        for (a, b) in [
            ("kg", "kilogram"),
            ("m²", "meter persegi"),
            ("ha", "Hektar"),
            ("kg", "Kg beras"),
        ] {
            assert_eq!(compare(a, b), SatuanLikeness::Same, "{a} {b}");
        }
        for (a, b) in [
            ("buah", "lembar"),
            ("dokumen", "laporan"),
            ("kg", "paket"),
            ("rim", "paket"),
            ("tb", "kasus"),
        ] {
            assert_eq!(compare(a, b), SatuanLikeness::OtherWord, "{a} {b}");
        }
    }

    #[test]
    fn known_units_are_never_taken_for_one_another() {
        for (a, b) in [
            ("dokumen", "%"),
            ("bulan", "hari"),
            ("minggu", "hari"),
            ("minggu", "hari kerja"),
            ("jam", "menit"),
            ("menit", "detik"),
            ("tahun", "semester"),
            ("Rp", "daftar"),
            ("rupiah", "%"),
            ("tabel", "Rp"),
            ("hari kerja", "hari kalender"),
            ("hari", "hari kerja"),
            ("juta rupiah", "rupiah"),
            ("Ribu Orang", "orang"),
            ("skala 5", "skala 100"),
            ("skala 5", "%"),
            ("jam", "jam pelajaran"),
        ] {
            assert_eq!(compare(a, b), SatuanLikeness::Contradict, "{a} {b}");
            assert_eq!(compare(b, a), SatuanLikeness::Contradict, "{b} {a}");
        }
    }

    #[test]
    fn one_unit_has_many_spellings() {
        for (a, b) in [
            ("%", "Persen"),
            ("Persen (%)", "%"),
            ("Dokumen", "dokumen "),
            ("bln.", "bulan"),
            ("Rp", "Rupiah"),
            ("Rp Juta", "juta rupiah"),
            ("Rupiah (juta)", "Jutaan Rupiah"),
            ("pekan", "minggu"),
            ("dokumen", "dokumen perencanaan"),
            ("hk", "hari kerja"),
            ("bulan layanan", "bulan"),
            ("Dok", "Dokumen"),
            ("Lap.", "laporan"),
            ("Org", "orang"),
        ] {
            assert_eq!(compare(a, b), SatuanLikeness::Same, "{a} {b}");
        }
        for (a, b) in [
            ("dokumen", "laporan"),
            ("hari", "hari kalender"),
            ("laporan", "laporan Januari"),
            ("skala 5", "indeks"),
        ] {
            assert_eq!(compare(a, b), SatuanLikeness::OtherWord, "{a} {b}");
        }
        for (a, b) in [
            ("laporan", "laporan per bulan"),
            ("dokumen", "dokumen/bulan"),
            ("Dok", "dokumen/tahun"),
        ] {
            assert_eq!(compare(a, b), SatuanLikeness::Rate, "{a} {b}");
            assert_eq!(compare(b, a), SatuanLikeness::Rate, "{b} {a}");
        }
    }
}
