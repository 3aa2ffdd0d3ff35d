//! The words around a figure: bounds and lead-ins before it, its unit and a remark behind it.

use super::date::month;
use super::number::{OpenSide, strip_word};
use super::{date, measure};
use crate::base::figure::Decimal;

/// Signs and words of a bound, longer ones before those that they begin with. `>` and `<` are read as
/// `≥` and `≤`: no office means the figure itself to fall short.
const BOUNDS: [(&str, OpenSide); 44] = [
    ("≥", OpenSide::Least),
    (">=", OpenSide::Least),
    ("=>", OpenSide::Least),
    (">", OpenSide::Least),
    ("≤", OpenSide::Most),
    ("<=", OpenSide::Most),
    ("=<", OpenSide::Most),
    ("<", OpenSide::Most),
    ("minimal", OpenSide::Least),
    ("minimum", OpenSide::Least),
    ("min.", OpenSide::Least),
    ("min", OpenSide::Least),
    ("paling sedikit", OpenSide::Least),
    ("paling kurang", OpenSide::Least),
    ("paling rendah", OpenSide::Least),
    ("sekurang-kurangnya", OpenSide::Least),
    ("sekurangnya", OpenSide::Least),
    ("setidak-tidaknya", OpenSide::Least),
    ("setidaknya", OpenSide::Least),
    ("sedikitnya", OpenSide::Least),
    ("serendah-rendahnya", OpenSide::Least),
    ("lebih besar", OpenSide::Least),
    ("lebih dari", OpenSide::Least),
    ("lebih", OpenSide::Least),
    ("tidak kurang dari", OpenSide::Least),
    ("di atas", OpenSide::Least),
    ("diatas", OpenSide::Least),
    ("maksimal", OpenSide::Most),
    ("maksimum", OpenSide::Most),
    ("maks.", OpenSide::Most),
    ("maks", OpenSide::Most),
    ("max", OpenSide::Most),
    ("paling banyak", OpenSide::Most),
    ("paling tinggi", OpenSide::Most),
    ("paling lama", OpenSide::Most),
    ("paling lambat", OpenSide::Most),
    ("selambat-lambatnya", OpenSide::Most),
    ("selama-lamanya", OpenSide::Most),
    ("setinggi-tingginya", OpenSide::Most),
    ("kurang dari", OpenSide::Most),
    ("tidak lebih dari", OpenSide::Most),
    ("tidak melebihi", OpenSide::Most),
    ("di bawah", OpenSide::Most),
    ("dibawah", OpenSide::Most),
];

/// A bound at the front, and what stands behind it.
pub(super) fn bound(text: &str) -> Option<(OpenSide, &str)> {
    BOUNDS.iter().find_map(|&(word, bound)| {
        let rest = if word.starts_with(char::is_alphabetic) {
            strip_word(text, word)?
        } else {
            text.strip_prefix(word)?
        };
        let rest = ["atau sama dengan", "sama dengan", "dari"]
            .iter()
            .fold(rest.trim_start(), |rest, w| strip_word(rest, w).unwrap_or(rest));
        Some((bound, rest))
    })
}

/// Words that only lead in to a figure.
pub(super) fn lead_in(text: &str) -> Option<&str> {
    [
        "rata-rata",
        "rata rata",
        "rerata",
        "sebanyak",
        "sebesar",
        "sejumlah",
        "selama",
        "dalam waktu",
        "dalam",
        "mencapai",
        "tercapai",
        "terealisasi",
        "terlaksana",
        "terselesaikan",
        "realisasi",
        "capaian",
        "target",
        "total",
        "jumlah",
        "nilai",
        "indeks",
        "skor",
        "waktu",
        "tepat",
    ]
    .iter()
    .find_map(|w| strip_word(text, w))
    .map(|rest| rest.trim_start_matches([':', '=', ' ']))
}

/// Words that begin a remark: the unit ends before them.
fn ends_unit(word: &str) -> bool {
    is_basis(word)
        || matches!(
            word,
            "dari"
                | "dengan"
                | "pada"
                | "untuk"
                | "oleh"
                | "di"
                | "yang"
                | "dalam"
                | "selama"
                | "telah"
                | "sudah"
                | "dan"
                | "atau"
                | "serta"
                | "tepat"
                | "tercapai"
                | "terealisasi"
                | "selesai"
                | "siap"
                | "setiap"
                | "tiap"
                | "kepada"
                | "terhadap"
                | "atas"
                | "ketika"
                | "jika"
                | "apabila"
                | "sampai"
                | "hingga"
                | "ke"
                | "keatas"
                | "kebawah"
                | "minimal"
                | "minimum"
                | "maksimal"
                | "maksimum"
        )
}

/// Words that say what a figure rests on or counts from: figures behind them are no second reading.
fn is_basis(word: &str) -> bool {
    matches!(
        word,
        "berdasarkan"
            | "berdasar"
            | "menurut"
            | "sesuai"
            | "setelah"
            | "sesudah"
            | "sejak"
            | "sebelum"
            | "terhitung"
            | "karena"
            | "sebagaimana"
            | "merujuk"
            | "mengacu"
            | "dibanding"
            | "dibandingkan"
            | "tmt"
    )
}

/// The unit at the front of a text: the first word or words of what follows a figure. Then the rest,
/// if there is one.
pub(super) fn unit(text: &str) -> (Option<String>, Option<&str>) {
    let mut text = text.trim_start();
    // "12 (dua belas) dokumen", "100 (%)"
    if let Some(inner) = text.strip_prefix('(')
        && let Some((words, rest)) = inner.split_once(')')
        && !words.bytes().any(|b| b.is_ascii_digit())
    {
        let rest = rest.trim_start();
        text = match words.trim() {
            w @ ("%" | "persen") if rest.is_empty() => w,
            _ => rest,
        };
    }
    if let Some(rest) = text.strip_prefix('%') {
        let rest = rest.trim_start();
        return (Some("%".into()), Some(rest).filter(|r| !r.is_empty()));
    }
    let (mut end, mut before) = (0, 0);
    for (at, word) in pieces(text) {
        let bare = word.trim_end_matches(['.', ',', ';', ':']);
        // "laporan tahun 2025"
        if word.starts_with(|c: char| c.is_ascii_digit())
            && before > 0
            && numbers_something(&text[before..end].trim().to_lowercase())
        {
            end = before;
        }
        let stops = word.starts_with(['(', '[', '-', '–', '—', ';', ',', ':', '.', '"', '*'])
            || word.starts_with(|c: char| c.is_ascii_digit())
            || ends_unit(&bare.to_lowercase());
        if stops {
            break;
        }
        (before, end) = (end, at + bare.len());
        if bare.len() < word.len() {
            break;
        }
    }
    let (own, rest) = text.split_at(end);
    let rest = rest.trim_start_matches(['.', ',', ';', ':', ' ']);
    let own = match measure::of(own) {
        m if own.is_empty() || m.kind != measure::SatuanKind::Percent => own,
        _ => "%",
    };
    (
        Some(own.to_owned()).filter(|u| !u.is_empty()),
        Some(rest).filter(|r| !r.is_empty()),
    )
}

/// Words with their places.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(' ')
        .scan(0, |at, word| {
            let here = *at;
            *at += word.len() + 1;
            Some((here, word))
        })
        .filter(|(_, w)| !w.is_empty())
}

/// `skala 5`, `dari skala 5`, `(skala 1-5)` directly behind a figure.
pub(super) fn scale(text: &str) -> Option<String> {
    let text = text.trim_start_matches(['(', ' ']);
    let text = ["dari", "pada", "dalam"]
        .iter()
        .find_map(|w| strip_word(text, w))
        .unwrap_or(text);
    let rest = strip_word(text, "skala")?;
    let top = rest
        .split(|c: char| !c.is_ascii_digit())
        .filter(|w| !w.is_empty())
        .take(2)
        .map_while(|w| w.parse::<u32>().ok())
        .last()?;
    rest.starts_with(|c: char| c.is_ascii_digit()).then(|| format!("skala {top}"))
}

/// Whether a unit is the name of a month: "10 Desember" is a date.
pub(super) fn is_month(unit: &str) -> bool {
    unit.split(' ').next().is_some_and(|w| month(w).is_some())
}

/// A bound that stands behind its figure: "85 ke atas", "3 hari maksimal".
pub(super) fn bound_behind(tail: &str) -> Option<OpenSide> {
    let starts = |words: &[&str]| words.iter().any(|w| strip_word(tail, w).is_some());
    if starts(&["ke atas", "keatas", "atau lebih", "minimal", "minimum"]) {
        Some(OpenSide::Least)
    } else if starts(&["ke bawah", "kebawah", "atau kurang", "maksimal", "maksimum"]) {
        Some(OpenSide::Most)
    } else {
        None
    }
}

/// Words before a number that is no figure of its own: "tahun 2025", "Nomor 6", "triwulan 2".
fn numbers_something(word: &str) -> bool {
    matches!(
        word,
        "tahun"
            | "thn"
            | "th"
            | "ta"
            | "no"
            | "nomor"
            | "pasal"
            | "ayat"
            | "huruf"
            | "skala"
            | "ke"
            | "triwulan"
            | "tw"
            | "semester"
            | "smt"
            | "tahap"
            | "termin"
            | "bab"
            | "kelas"
            | "lantai"
            | "level"
            | "versi"
            | "jilid"
            | "edisi"
            | "eselon"
            | "tipe"
            | "tanggal"
            | "tgl"
            | "bulan"
            | "pukul"
            | "jam"
    )
}

/// Whether a remark holds a figure of its own that differs from those already read.
pub(super) fn second_figure(tail: &str, shown: [Option<Decimal>; 2]) -> bool {
    if !tail.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let words: Vec<String> = tail
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ';' | ':' | '%' | '"'))
        .map(|w| w.trim_matches(['.', ',', '-', '–']).to_lowercase())
        .filter(|w| !w.is_empty())
        .collect();
    for (i, word) in words.iter().enumerate() {
        if is_basis(word) {
            return false;
        }
        let digits = word
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'/' | b'-'));
        if !digits || !word.bytes().any(|b| b.is_ascii_digit()) {
            continue;
        }
        let before = i.checked_sub(1).map(|j| words[j].as_str());
        let behind = words.get(i + 1).map(String::as_str);
        let of_a_date = behind.is_some_and(|w| month(w).is_some()) || before.is_some_and(|w| month(w).is_some());
        let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        let dated = word.ends_with(|c: char| c.is_ascii_digit())
            && (matches!(date::read_text(word), date::DateRead::Given(_)) && word.contains(['/', '-', '.'])
                || word
                    .rsplit(['/', '-'])
                    .next()
                    .is_some_and(|y| y.len() == 4 && y.starts_with("20")));
        if of_a_date || year || dated || before.is_some_and(numbers_something) {
            continue;
        }
        let same = word
            .replace(',', ".")
            .parse::<Decimal>()
            .is_ok_and(|d| shown.iter().any(|s| s.is_some_and(|s| s == d)));
        if !same {
            return true;
        }
    }
    false
}
