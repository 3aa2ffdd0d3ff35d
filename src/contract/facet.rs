//! What sets a column apart from others of the same meaning: the period, aspek, rater or rating that
//! its heading or the group over it names (`masukan.md` section 2b.2 and 2b.7).
//!
//! `PREDIKAT KINERJA` over `JAN`, `FEB` …, `REALISASI TW I`, `TARGET` over `Kuantitas`, `Atasan` over
//! `Akuntabel`, `HASIL KERJA` over `DI ATAS`: in each the facet is taken out, and the rest is looked up.

use super::columns::Key;
use super::tables::TableKind;
use super::vocab::{Aspek, AspekPerilaku, PenilaiKind, Predikat, Rating, Word};
use crate::base::calendar::{MONTHS, month, month_name};
use crate::base::text::{fold_heading, fold_words};

/// What a heading says beside the meaning of its column.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Facet {
    /// The period, in words that a period cell could hold (`TW1`, `Mei 2025`, `Tahunan`, `2025`);
    /// `?` where it is one that cannot be told.
    pub period: Option<Box<str>>,
    /// The aspek of an indicator or of perilaku, in the words of the contract.
    pub aspek: Option<&'static str>,
    /// The rater of perilaku.
    pub penilai: Option<&'static str>,
    /// The rating or predikat that a tick in the column stands for.
    pub tick: Option<&'static str>,
}

/// A period that a heading names, but which one cannot be told (`SEMESTER`); a tick under a heading that nobody knows.
pub const UNCLEAR: &str = "?";

impl Facet {
    /// It says nothing.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    /// Whether everything that this says is said by the other, too.
    #[must_use]
    pub fn within(&self, other: &Self) -> bool {
        fn said<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> bool {
            a.is_none() || a == b
        }
        said(self.period.as_ref(), other.period.as_ref())
            && said(self.aspek.as_ref(), other.aspek.as_ref())
            && said(self.penilai.as_ref(), other.penilai.as_ref())
    }

    /// Without what a tick stands for.
    #[must_use]
    pub fn without_tick(&self) -> Self {
        Self {
            tick: None,
            ..self.clone()
        }
    }
}

/// Marks: of two columns for one of them nothing but a facet may decide.
#[must_use]
pub const fn is_mark(key: Key) -> bool {
    matches!(key, Key::HasilKerja | Key::PerilakuKerja | Key::HasilAkhir)
}

/// Marks, and that of an organisation: of two columns of one that nothing tells apart neither counts.
#[must_use]
pub const fn decides(key: Key) -> bool {
    is_mark(key) || matches!(key, Key::PredikatOrganisasi)
}

/// Meanings that a table may have once for each period.
#[must_use]
pub const fn has_periods(key: Key) -> bool {
    is_mark(key) || matches!(key, Key::Realisasi | Key::UmpanBalik | Key::Bukti | Key::Nilai)
}

/// Likewise in this kind of table: the marks of an organisation only where units are listed.
#[must_use]
pub fn has_periods_in(jenis: TableKind, key: Key) -> bool {
    has_periods(key) || (jenis == TableKind::Unit && matches!(key, Key::PredikatOrganisasi | Key::CapaianOrganisasi))
}

/// Meanings that a table may have once for each aspek.
#[must_use]
pub const fn has_aspek(key: Key) -> bool {
    matches!(key, Key::Target | Key::Satuan | Key::Realisasi | Key::Bukti | Key::Nilai)
}

/// Meanings that may be ticked.
#[must_use]
pub const fn has_ticks(key: Key) -> bool {
    is_mark(key) || matches!(key, Key::UmpanBalik | Key::Nilai)
}

/// An aspek of an indicator or of perilaku.
#[derive(Clone, Copy)]
enum AspekWord {
    Indicator(Aspek),
    Conduct(AspekPerilaku),
}

use AspekWord::{Conduct, Indicator};

impl AspekWord {
    fn as_str(self) -> &'static str {
        match self {
            Self::Indicator(aspek) => aspek.as_str(),
            Self::Conduct(aspek) => aspek.as_str(),
        }
    }
}

/// Words of headings for an aspek, longest first.
const ASPEK: [(&str, AspekWord); 25] = [
    ("berorientasi pelayanan", Conduct(AspekPerilaku::BerorientasiPelayanan)),
    ("orientasi pelayanan", Conduct(AspekPerilaku::OrientasiPelayanan)),
    ("inisiatif kerja", Conduct(AspekPerilaku::InisiatifKerja)),
    ("kuantitas output", Indicator(Aspek::Kuantitas)),
    ("kualitas mutu", Indicator(Aspek::Kualitas)),
    ("kuant output", Indicator(Aspek::Kuantitas)),
    ("kual mutu", Indicator(Aspek::Kualitas)),
    ("kerja sama", Conduct(AspekPerilaku::KerjaSama)),
    ("kerjasama", Conduct(AspekPerilaku::KerjaSama)),
    ("kepemimpinan", Conduct(AspekPerilaku::Kepemimpinan)),
    ("kolaboratif", Conduct(AspekPerilaku::Kolaboratif)),
    ("kuantitas", Indicator(Aspek::Kuantitas)),
    ("akuntabel", Conduct(AspekPerilaku::Akuntabel)),
    ("kompeten", Conduct(AspekPerilaku::Kompeten)),
    ("kualitas", Indicator(Aspek::Kualitas)),
    ("komitmen", Conduct(AspekPerilaku::Komitmen)),
    ("harmonis", Conduct(AspekPerilaku::Harmonis)),
    ("adaptif", Conduct(AspekPerilaku::Adaptif)),
    ("kuant", Indicator(Aspek::Kuantitas)),
    ("kual", Indicator(Aspek::Kualitas)),
    ("loyal", Conduct(AspekPerilaku::Loyal)),
    ("waktu", Indicator(Aspek::Waktu)),
    ("biaya", Indicator(Aspek::Biaya)),
    ("mutu", Indicator(Aspek::Kualitas)),
    ("pelayanan", Conduct(AspekPerilaku::BerorientasiPelayanan)),
];

/// The aspek that a text names, in the words of the contract.
#[must_use]
pub fn aspek_of(text: &str) -> Option<&'static str> {
    let folded = joined_parts(&fold_words(text));
    // "1. Berorientasi Pelayanan"
    let folded = folded
        .split_once(' ')
        .filter(|(n, _)| is_ordinal_word(n))
        .map_or(&*folded, |(_, rest)| rest);
    ASPEK.iter().find(|(w, _)| *w == folded).map(|(_, word)| word.as_str())
}

/// Words of headings for a rater, longest first.
const PENILAI: [(&str, PenilaiKind); 12] = [
    ("pejabat penilai kinerja", PenilaiKind::Atasan),
    ("rekan setingkat", PenilaiKind::Rekan),
    ("pejabat penilai", PenilaiKind::Atasan),
    ("atasan langsung", PenilaiKind::Atasan),
    ("rekan sejawat", PenilaiKind::Rekan),
    ("rekan kerja", PenilaiKind::Rekan),
    ("bawahan langsung", PenilaiKind::Bawahan),
    ("bawahan", PenilaiKind::Bawahan),
    ("sejawat", PenilaiKind::Rekan),
    ("atasan", PenilaiKind::Atasan),
    ("rekan", PenilaiKind::Rekan),
    ("pimpinan", PenilaiKind::Atasan),
];

/// Ratings as columns to tick are headed, beside the words of the vocabulary.
const RATING: [(&str, Rating); 5] = [
    ("dae", Rating::DiAtas),
    ("ae", Rating::DiAtas),
    ("se", Rating::Sesuai),
    ("dbe", Rating::DiBawah),
    ("be", Rating::DiBawah),
];

/// The same of predikat.
const PREDIKAT: [(&str, Predikat); 6] = [
    ("perlu perbaikan", Predikat::Cukup),
    ("bp", Predikat::Cukup),
    ("sb", Predikat::SangatBaik),
    ("sk", Predikat::SangatKurang),
    ("b", Predikat::Baik),
    ("k", Predikat::Kurang),
];

/// A word of a vocabulary, as a heading writes it; a digit is a number there.
fn word<W: Word>(folded: &str, more: &[(&str, W)]) -> Option<W> {
    let own = || W::named(folded).filter(|_| folded.contains(char::is_alphabetic));
    more.iter().find(|(w, _)| *w == folded).map(|(_, word)| *word).or_else(own)
}

/// The rating that folded words are, or the predikat as ratings lead to it (and that it is one).
fn mark_of(folded: &str) -> Option<(&'static str, bool)> {
    let predikat = || word(folded, &PREDIKAT).map(|p| (p.by_ratings(), true));
    word(folded, &RATING).map(|r| (r.as_str(), false)).or_else(predikat)
}

/// The rating or predikat of which folded words are a short form.
#[must_use]
pub fn short_form(folded: &str) -> Option<&'static str> {
    let rating = RATING.iter().find(|(w, _)| *w == folded).map(|(_, r)| r.as_str());
    let short = |(w, _): &&(&str, Predikat)| *w == folded && w.len() <= 2;
    rating.or_else(|| PREDIKAT.iter().find(short).map(|(_, p)| p.by_ratings()))
}

/// Whether a text is a rating or a predikat, or its abbreviation.
#[must_use]
pub fn names_a_choice(text: &str) -> bool {
    mark_of(&fold_words(text)).is_some()
}

/// Takes the facet out of a heading: the facet, and the rest in folded words. Every heading part is
/// one level, outermost first.
#[must_use]
pub fn split(parts: &[Box<str>]) -> (Facet, String) {
    let mut facet = Facet::default();
    let folded: Vec<String> = parts.iter().map(|p| fold_heading(p)).collect();
    let (period, rest) = period(&folded.join(" "));
    facet.period = period;
    let mut rest = format!(" {rest} ");
    // The word of a tick is its column's own heading, never part of a longer one.
    if let Some(leaf) = folded.last().filter(|_| parts.len() > 1) {
        let leaf = leaf.as_str();
        if let Some((tick, _)) = mark_of(leaf) {
            facet.tick = Some(tick);
            if let Some(at) = rest.rfind(&format!(" {leaf} ")) {
                rest.replace_range(at..=at + leaf.len(), "");
            }
        }
    }
    facet.aspek = take(&mut rest, &ASPEK).map(AspekWord::as_str);
    facet.penilai = take(&mut rest, &PENILAI).map(PenilaiKind::as_str);
    (facet, rest.trim().to_owned())
}

/// The rating or predikat that a heading is, all of it: a place to tick where others stand beside it.
#[must_use]
pub fn tick_of(text: &str) -> Option<(&'static str, bool)> {
    let folded = fold_words(text);
    mark_of(&folded).filter(|_| folded.len() > 3)
}

/// A heading that holds its group's, as exports flatten them (`Hasil Kerja - Di Atas Ekspektasi`): the group, and
/// the rating or predikat that a tick in the column stands for.
#[must_use]
pub fn flattened_tick(heading: &str) -> Option<[Box<str>; 2]> {
    // "Umpan Balik (di atas|sesuai|di bawah)" lists what the cell may say.
    let heading = Some(heading.trim().trim_end_matches([')', ']'])).filter(|h| !h.contains('|'))?;
    let signs = heading
        .char_indices()
        .filter(|(_, c)| !c.is_alphanumeric() && !matches!(c, ' ' | '.'));
    let mut ways = signs.map(|(at, sign)| (heading[..at].trim(), heading[at + sign.len_utf8()..].trim()));
    let (group, leaf) = ways.find(|(group, leaf)| !group.is_empty() && tick_of(leaf).is_some())?;
    Some([group.into(), leaf.into()])
}

fn take<W: Copy>(rest: &mut String, words: &[(&str, W)]) -> Option<W> {
    let (at, len, word) = words
        .iter()
        .find_map(|&(w, word)| whole_words(rest, w).map(|at| (at, w.len(), word)))?;
    // With the blank before it.
    rest.replace_range(at - 1..at + len, "");
    Some(word)
}

/// Where these words stand in a text that has a blank at both ends.
fn whole_words(text: &str, words: &str) -> Option<usize> {
    let mut blanks = text.bytes().enumerate().filter(|&(_, byte)| byte == b' ');
    blanks.find_map(|(at, _)| text[at + 1..].strip_prefix(words)?.starts_with(' ').then_some(at + 1))
}

/// A heading in folded words, without the period that it names.
#[must_use]
pub fn without_period(heading: &str) -> String {
    period(&fold_heading(heading)).1
}

/// Whether a heading says that it is of the whole year (`PREDIKAT TAHUNAN`, `1 JANUARI S.D. 31 DESEMBER 2025`), and not only
/// of which year it is.
#[must_use]
pub fn names_whole_year(heading: &str) -> bool {
    let words = fold_heading(heading);
    let rest: Vec<&str> = words.split(' ').filter(|w| !is_year(w)).collect();
    period(&rest.join(" ")).0.as_deref() == Some("Tahunan")
}

/// Whether a word of a heading only numbers it: `1`, `P1`, `a`, `iv`.
#[must_use]
pub fn is_ordinal_word(word: &str) -> bool {
    let digits = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let lettered = word
        .strip_prefix(|c: char| c.is_ascii_alphabetic())
        .is_some_and(|rest| rest.is_empty() || digits(rest));
    digits(word) || lettered || ordinal(word).is_some()
}

/// A heading in folded words, without those that only number it.
#[must_use]
pub fn without_ordinals(heading: &str) -> String {
    let words = fold_heading(heading);
    let rest: Vec<&str> = words.split(' ').filter(|w| !is_ordinal_word(w)).collect();
    rest.join(" ")
}

/// Words that are written in two.
const IN_TWO: [([&str; 2], &str); 4] = [
    (["tri", "wulan"], "triwulan"),
    (["t", "w"], "tw"),
    (["t", "a"], "ta"),
    (["ber", "orientasi"], "berorientasi"),
];

/// The word that these two are, in small letters; `None` where they are two.
#[must_use]
pub fn in_one(first: &str, second: &str) -> Option<&'static str> {
    IN_TWO
        .iter()
        .find(|(parts, _)| *parts == [first, second])
        .map(|(_, one)| *one)
}

/// Folded words in which a part of the year is one word, and its number stands beside it: `tri wulan`, `semester ke 2`;
/// and those that are one and have a blank or hyphen within, `t w`, `ber orientasi`.
fn joined_parts(text: &str) -> String {
    let mut joined: Vec<&str> = Vec::new();
    for word in text.split(' ') {
        let last = joined.last().copied().unwrap_or("");
        if let Some(one) = in_one(last, word) {
            joined.pop();
            joined.push(one);
        } else if word != "ke" || !(last == "bulan" || PARTS.iter().any(|(w, _)| *w == last)) {
            joined.push(word);
        }
    }
    joined.join(" ")
}

/// The period that folded words name, and the words without it.
fn period(text: &str) -> (Option<Box<str>>, String) {
    let text = joined_parts(text);
    let mut words: Vec<&str> = text.split(' ').filter(|w| !w.is_empty()).collect();
    leave_out_units(&mut words);
    let mut year: Option<&str> = None;
    let mut part: Option<String> = None;
    let (mut years, mut unclear, mut cumulative, mut periodic) = (false, false, false, false);
    let mut months: Vec<i8> = Vec::new();
    let mut rest: Vec<&str> = Vec::new();
    let mut i = 0;
    while let Some(&word) = words.get(i) {
        let next = words.get(i + 1).copied();
        i += 1;
        if is_year(word) {
            years |= year.replace(word).is_some_and(|before| before != word);
            continue;
        }
        if let Some(used) = until(word, next) {
            i += used;
            cumulative = true;
            continue;
        }
        // "01-01-2025 s.d. 31-12-2025"
        if let Some(m) = date_in_figures(word, next, words.get(i + 1).copied()) {
            months.push(m);
            part = Some(month_name(m).to_owned());
            i += 1;
            continue;
        }
        // "1 Januari s.d. 31 Desember": the day says nothing.
        if word.len() <= 2 && word.parse::<u8>().is_ok() && next.is_some_and(|w| w.len() > 2 && month(w).is_some()) {
            continue;
        }
        // "3 (TIGA) TAHUN TERAKHIR" over its years says nothing; "1 TAHUN" beside "SEMESTER 1" is the year.
        let counted = counted_years(&words[i - 1..]);
        if let Some((n, used)) = counted {
            i += used;
            if n > 1 || words.get(i) == Some(&"terakhir") {
                continue;
            }
        }
        let found = if counted.is_some() {
            Some("Tahunan".to_owned())
        } else if let Some(m) = month(word).filter(|_| word.len() > 2) {
            months.push(m);
            Some(month_name(m).to_owned())
        } else if let Some((name, used)) = numbered(word, next) {
            i += usize::from(used);
            Some(name)
        } else if matches!(word, "tahunan" | "setahun") || (word == "12" && next == Some("bulan")) {
            i += usize::from(word == "12");
            Some("Tahunan".to_owned())
        } else if is_part(word) && next.is_none() && words.len() > 1 {
            Some(UNCLEAR.to_owned())
        } else {
            None
        };
        match found {
            Some(name) => unclear |= part.replace(name.clone()).is_some_and(|before| before != name),
            None if matches!(word, "tahun" | "thn" | "th" | "periode") => {}
            None if matches!(
                word,
                "bulanan" | "triwulanan" | "semesteran" | "periodik" | "caturwulan" | "cawu"
            ) =>
            {
                periodic = true;
            }
            // "TA 2025", "TAHUN ANGGARAN 2025"
            None if word == "ta" && next.is_some_and(is_year) => {}
            None if word == "anggaran" && i > 1 && words[i - 2] == "tahun" => {}
            None => rest.push(word),
        }
    }
    // "BULAN" over "JAN": the group's word is said by the month.
    if part.is_some() || year.is_some() {
        rest.retain(|w| !matches!(*w, "bulan" | "triwulan" | "semester" | "tw" | "terakhir"));
    }
    // "Predikat Bulanan" is one of some month, and which one is not said.
    if periodic && part.is_none() {
        part = Some(UNCLEAR.to_owned());
    }
    match months[..] {
        // "Januari - Maret", "1 Januari s.d. 31 Maret"
        [first, last] if first < last => {
            part = Some(spanning(first, last).to_owned());
            unclear = false;
        }
        _ if cumulative => part = part.map(|p| up_to(&p)),
        _ => {}
    }
    let text = match (part, year) {
        (None, None) => return (None, words.join(" ")),
        _ if unclear || years => UNCLEAR.to_owned(),
        (Some(part), _) if part == UNCLEAR => part,
        (None, Some(year)) => year.to_owned(),
        (Some(part), None) => part,
        (Some(part), Some(year)) if part == "Tahunan" => year.to_owned(),
        (Some(part), Some(year)) => format!("{part} {year}"),
    };
    (Some(text.into()), rest.join(" "))
}

/// Leaves out what says in which unit time is counted, and no period: "Realisasi Waktu (bulan)".
fn leave_out_units(words: &mut Vec<&str>) {
    let Some(from) = words.iter().position(|w| *w == "waktu").map(|at| at + 1) else {
        return;
    };
    let unit = |w: &&&str| is_part(w) || matches!(**w, "dalam" | "bln" | "minggu" | "hari" | "kerja" | "jam" | "menit" | "tahun");
    let count = words[from..].iter().take_while(unit).count();
    // "Waktu" under "Triwulan I"
    if words.get(from + count).is_none_or(|w| nth(w).is_none()) {
        words.drain(from..from + count);
    }
}

/// A part of the year, with no number to it.
fn is_part(word: &str) -> bool {
    matches!(word, "semester" | "triwulan" | "tw" | "bulan" | "kuartal")
}

/// A count in a word, up to eleven: of months more are a year.
#[must_use]
pub fn count_word(word: &str) -> Option<usize> {
    const COUNTS: [&str; 11] = [
        "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
    ];
    COUNTS.iter().position(|count| *count == word).map(|n| n + 1)
}

/// `3 tahun`, `2 (dua) tahun`, `satu tahun`: how many, and how many further words it takes.
fn counted_years(words: &[&str]) -> Option<(usize, usize)> {
    let (first, rest) = words.split_first()?;
    let n = count_word(first).or_else(|| first.parse().ok().filter(|_| first.len() <= 2))?;
    let again = usize::from(rest.first().is_some_and(|w| count_word(w).is_some()));
    matches!(rest.get(again), Some(&("tahun" | "thn" | "th"))).then_some((n, again + 1))
}

/// The month of a date written in figures.
fn date_in_figures(day: &str, month: Option<&str>, year: Option<&str>) -> Option<i8> {
    let figure = |w: &str, most: i8| w.parse().ok().filter(|n| w.len() <= 2 && (1..=most).contains(n));
    figure(day, 31)?;
    year.filter(|y| is_year(y))?;
    figure(month?, 12)
}

/// `s.d.`, `s/d`, `sd`, `sampai dengan`: how many further words it takes.
fn until(word: &str, next: Option<&str>) -> Option<usize> {
    match (word, next) {
        ("sd", _) => Some(0),
        ("s", Some("d")) | ("sampai", Some("dengan")) => Some(1),
        _ => None,
    }
}

/// The period from the first day of a month to the last one of another.
fn spanning(first: i8, last: i8) -> &'static str {
    match (first, last) {
        (1, 3) => "TW1",
        (4, 6) => "TW2",
        (7, 9) => "TW3",
        (10, 12) => "TW4",
        (1, 6) => "S1",
        (7, 12) => "S2",
        (1, 12) => "Tahunan",
        _ => UNCLEAR,
    }
}

/// The period from the beginning of the year to the end of this one: `s.d. Juni` is the first half.
fn up_to(part: &str) -> String {
    match part {
        "Januari" => "Januari",
        "Maret" | "TW1" => "TW1",
        "Juni" | "TW2" | "S1" => "S1",
        "Desember" | "TW4" | "S2" | "Tahunan" => "Tahunan",
        _ => UNCLEAR,
    }
    .to_owned()
}

/// Whether a word is a year in figures.
#[must_use]
pub fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|b| b.is_ascii_digit())
}

/// The number that a roman or plain numeral of 1 to 12 says.
#[must_use]
pub fn ordinal(text: &str) -> Option<u8> {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let n = match (1..).zip(ROMAN).find(|(_, r)| *r == text) {
        Some((n, _)) => n,
        None if (1..=2).contains(&text.len()) => text.parse().ok()?,
        None => return None,
    };
    (1..=12).contains(&n).then_some(n)
}

/// The period that the numeral `n` stands for among `count` that make a year: four are quarters, twelve
/// months, two halves.
#[must_use]
pub fn numeral_period(n: u8, count: usize) -> Option<&'static str> {
    let words: &[&'static str] = match count {
        12 => &MONTHS,
        4 => &["TW1", "TW2", "TW3", "TW4"],
        2 => &["S1", "S2"],
        _ => return None,
    };
    words.get(usize::from(n).checked_sub(1)?).copied()
}

/// How many of the periods that a heading of a period column names make a year (`Bulan`, `Triwulan`).
#[must_use]
pub fn periods_of(heading: &str) -> Option<usize> {
    let words = fold_words(heading);
    let says = |w: &str| words.split(' ').any(|x| x == w);
    if says("bulan") || says("bln") {
        Some(12)
    } else if says("triwulan") || says("tw") || says("kuartal") {
        Some(4)
    } else if says("semester") || says("smt") {
        Some(2)
    } else {
        None
    }
}

/// Words and abbreviations for a part of the year that is numbered, and how many of them a year has.
pub const PARTS: [(&str, u8); 20] = [
    ("semester", 2),
    ("semesteran", 2),
    ("smester", 2),
    ("smstr", 2),
    ("smtr", 2),
    ("smt", 2),
    ("sem", 2),
    ("sm", 2),
    ("s", 2),
    ("triwulan", 4),
    ("triwulanan", 4),
    ("tribulan", 4),
    ("trwulan", 4),
    ("triwln", 4),
    ("trwln", 4),
    ("triw", 4),
    ("trw", 4),
    ("tw", 4),
    ("kuartal", 4),
    ("q", 4),
];

/// The number of a part of the year, in figures or in words.
#[must_use]
pub fn nth(text: &str) -> Option<u8> {
    match text {
        "satu" | "pertama" | "kesatu" => Some(1),
        "dua" | "kedua" => Some(2),
        "tiga" | "ketiga" => Some(3),
        "empat" | "keempat" => Some(4),
        _ => ordinal(text),
    }
}

/// `TW I`, `triwulan 3`, `S2`, `Semester II`, `Q1`, `bulan 5`: the name, and whether the next word was used.
fn numbered(word: &str, next: Option<&str>) -> Option<(String, bool)> {
    let nth = |text: &str, max: u8| nth(text).filter(|n| *n <= max);
    if matches!(word, "bulan" | "bln") {
        return next
            .and_then(ordinal)
            .and_then(|n| i8::try_from(n).ok())
            .map(|n| (month_name(n).to_owned(), true));
    }
    for (prefix, max) in PARTS {
        let name = if max == 2 { "S" } else { "TW" };
        if word == prefix {
            if let Some(n) = next.and_then(|t| nth(t, max)) {
                return Some((format!("{name}{n}"), true));
            }
        } else if let Some(n) = word.strip_prefix(prefix).and_then(|t| nth(t, max)) {
            return Some((format!("{name}{n}"), false));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(parts: &[&str]) -> (Facet, String) {
        split(&parts.iter().map(|p| Box::from(*p)).collect::<Vec<_>>())
    }

    fn period_of(parts: &[&str]) -> (Option<String>, String) {
        let (facet, rest) = of(parts);
        (facet.period.map(Into::into), rest)
    }

    #[test]
    fn a_period_in_a_heading_or_its_group() {
        let told = |p: &str, rest: &str| (Some(p.to_owned()), rest.to_owned());
        assert_eq!(period_of(&["PREDIKAT KINERJA", "JAN"]), told("Januari", "predikat kinerja"));
        assert_eq!(period_of(&["2025", "PREDIKAT KINERJA"]), told("2025", "predikat kinerja"));
        assert_eq!(
            period_of(&["PREDIKAT KINERJA", "TAHUNAN"]),
            told("Tahunan", "predikat kinerja")
        );
        assert_eq!(period_of(&["REALISASI TW I"]), told("TW1", "realisasi"));
        assert_eq!(period_of(&["Realisasi", "Triwulan", "IV"]), told("TW4", "realisasi"));
        assert_eq!(period_of(&["TW II"]), told("TW2", ""));
        assert_eq!(period_of(&["Semester I 2025", "Realisasi"]), told("S1 2025", "realisasi"));
        assert_eq!(period_of(&["PREDIKAT", "SEMESTER"]), told("?", "predikat"));
        assert_eq!(
            period_of(&["PREDIKAT KINERJA BULANAN", "MEI"]),
            told("Mei", "predikat kinerja")
        );
        assert_eq!(period_of(&["Predikat Bulanan"]), told("?", "predikat"));
        assert_eq!(period_of(&["Realisasi Bulan"]), told("?", "realisasi"));
        assert_eq!(period_of(&["Realisasi Waktu (bulan)"]), (None, "realisasi".into()));
        assert_eq!(period_of(&["Target Waktu (hari kerja)"]), (None, "target".into()));
        assert_eq!(period_of(&["Realisasi Waktu (bulan) TW I"]), told("TW1", "realisasi"));
        assert_eq!(period_of(&["Realisasi Waktu", "Triwulan", "I"]), told("TW1", "realisasi"));
        for (heading, period) in [
            ("Predikat SM I", "S1"),
            ("Predikat Smstr. 2", "S2"),
            ("Predikat Tri Wulan IV", "TW4"),
            ("Predikat Tri-Wulan ke-3", "TW3"),
            ("Predikat Triwulan Kedua", "TW2"),
            ("Predikat Bulan ke-5", "Mei"),
            ("Predikat Cawu I", "?"),
            ("Predikat Periodik", "?"),
            ("Predikat T.W. IV", "TW4"),
            ("Predikat SKP 1 Tahun", "Tahunan"),
            ("Predikat Satu Tahun", "Tahunan"),
            ("Predikat TA 2024", "2024"),
            ("Predikat T.A. 2025", "2025"),
            ("Predikat Tahun Anggaran 2025", "2025"),
        ] {
            assert_eq!(period_of(&[heading]).0.as_deref(), Some(period), "{heading}");
        }
        assert_eq!(period_of(&["Predikat I"]), (None, "predikat i".into()));
        for group in [
            "PREDIKAT 3 TAHUN TERAKHIR",
            "PREDIKAT 3 (TIGA) TAHUN TERAKHIR",
            "PREDIKAT 1 (SATU) TAHUN TERAKHIR",
        ] {
            assert_eq!(period_of(&[group, "2025"]), told("2025", "predikat"), "{group}");
        }
        assert_eq!(period_of(&["PREDIKAT BULAN 5"]), told("Mei", "predikat"));
        assert_eq!(period_of(&["PREDIKAT S.D. JUNI 2025"]), told("S1 2025", "predikat"));
        assert_eq!(period_of(&["Realisasi s/d TW IV"]), told("Tahunan", "realisasi"));
        assert_eq!(period_of(&["Realisasi sampai dengan September"]), told("?", "realisasi"));
        for (heading, period) in [
            ("PREDIKAT PERIODE 1 JANUARI S.D. 31 DESEMBER 2025", "2025"),
            ("Predikat Jan - Mar 2025", "TW1 2025"),
            ("Predikat 1 Juli s/d 31 Desember", "S2"),
            ("Predikat Februari - Mei 2025", "?"),
        ] {
            assert_eq!(period_of(&[heading]), told(period, "predikat"), "{heading}");
        }
        assert_eq!(period_of(&["PREDIKAT KINERJA"]), (None, "predikat kinerja".into()));
        assert_eq!(
            period_of(&["TARGET/ SESUAI EKSPEKTASI"]),
            (None, "target sesuai ekspektasi".into())
        );
    }

    #[test]
    fn a_flattened_heading_is_its_group_and_the_word_to_tick() {
        for heading in [
            "Hasil Kerja - Di Atas Ekspektasi",
            "Hasil Kerja (Di Atas Ekspektasi)",
            "Hasil Kerja: Di Atas Ekspektasi",
            "Hasil Kerja/Di Atas Ekspektasi",
        ] {
            let [group, leaf] = flattened_tick(heading).unwrap();
            assert_eq!((&*group, &*leaf), ("Hasil Kerja", "Di Atas Ekspektasi"));
        }
        for heading in [
            "Umpan Balik (di atas|sesuai|di bawah)",
            "Hasil Kerja",
            "Hasil Kerja (bobot)",
            "Sangat Baik",
            "- Baik",
        ] {
            assert_eq!(flattened_tick(heading), None, "{heading}");
        }
    }

    #[test]
    fn aspek_raters_and_ticks() {
        let (facet, rest) = of(&["TARGET", "Kuantitas"]);
        assert_eq!((facet.aspek, rest.as_str()), (Some("kuantitas"), "target"));
        let (facet, rest) = of(&["Atasan Langsung", "Akuntabel"]);
        assert_eq!(
            (facet.penilai, facet.aspek, rest.as_str()),
            (Some("atasan"), Some("akuntabel"), "")
        );
        let (facet, rest) = of(&["HASIL KERJA", "DI BAWAH"]);
        assert_eq!((facet.tick, rest.as_str()), (Some("di bawah ekspektasi"), "hasil kerja"));
        let (facet, rest) = of(&["PREDIKAT KINERJA", "SANGAT BAIK"]);
        assert_eq!((facet.tick, rest.as_str()), (Some("Sangat Baik"), "predikat kinerja"));
    }
}
