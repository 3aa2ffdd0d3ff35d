//! What the value of one cell looks like: a figure, a mark, a code, a date, a post.

use crate::base::text::{clean, fold_words, is_blank, is_dash};
use crate::contract::facet;
use crate::contract::tick;
use crate::contract::vocab::{PenilaiKind, Predikat, Word as _};
use crate::input::Value;
use crate::table::contents::{jenis_jabatan, unit};
use crate::table::person;

/// What a filled cell looks like.
pub(in crate::table) type Looks = fn(Value<'_>) -> bool;

pub(in crate::table) fn figure(value: Value<'_>) -> bool {
    match value {
        Value::Text(t) => t
            .trim_start_matches(|c: char| !c.is_alphanumeric())
            .starts_with(|c: char| c.is_ascii_digit()),
        Value::Number { .. } => true,
        _ => false,
    }
}

pub(super) fn no_figure(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if !t.chars().any(|c| c.is_ascii_digit()) && !is_dash(&clean(t)))
}

pub(super) fn no_nip(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if person::nip_in(t).is_none() && t.chars().any(char::is_alphabetic))
}

pub(in crate::table) fn rating(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if fold_words(t).ends_with("ekspektasi"))
}

/// The word of a predikat, its figure or short form beside it or not: `Baik`, `100 (Baik)`.
pub(in crate::table) fn predikat(value: Value<'_>) -> bool {
    let Value::Text(text) = value else { return false };
    let named = |t: &str| Predikat::named(&fold_words(t)).is_some();
    let mut parts = text
        .split(|c: char| !(c.is_alphabetic() || c == ' '))
        .filter(|p| !is_blank(p));
    text.contains(char::is_alphabetic)
        && (named(text) || (parts.clone().any(named) && parts.all(|p| named(p) || facet::short_form(&fold_words(p)).is_some())))
}

pub(in crate::table) fn sign(value: Value<'_>) -> bool {
    match value {
        Value::Text(t) => tick::is_sign(t) || is_dash(&clean(t)),
        Value::Bool(_) => true,
        Value::Number { value, .. } => (0.0..=1.0).contains(&value) && value.fract() == 0.0,
        _ => false,
    }
}

/// A count of more than one: no tick.
pub(in crate::table) fn several(value: Value<'_>) -> bool {
    match value {
        Value::Number { value, .. } => value > 1.0,
        Value::Text(t) => {
            let digits: String = t.trim().chars().take_while(char::is_ascii_digit).collect();
            digits.parse::<u32>().is_ok_and(|n| n > 1)
        }
        _ => false,
    }
}

pub(in crate::table) fn aspek(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if facet::aspek_of(t).is_some())
}

pub(super) fn no_aspek(value: Value<'_>) -> bool {
    !aspek(value)
}

pub(in crate::table) fn mark(value: Value<'_>) -> bool {
    rating(value)
        || matches!(value, Value::Text(t) if matches!(fold_words(t).as_str(), "sesuai" | "di atas" | "diatas" | "di bawah" | "dibawah"))
}

/// Words that are no mark.
pub(super) fn no_mark(value: Value<'_>) -> bool {
    no_figure(value) && !mark(value) && !predikat(value)
}

/// A mark of perilaku, in words or as a figure.
pub(super) fn score(value: Value<'_>) -> bool {
    mark(value) || predikat(value) || bare_figure(value)
}

/// Who rates.
pub(super) fn rater(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if PenilaiKind::named(&fold_words(t)).is_some())
}

pub(super) fn period(value: Value<'_>) -> bool {
    match value {
        Value::Text(t) => {
            let (facet, rest) = facet::split(&[t.replace('-', " ").into()]);
            facet.period.is_some() && rest.is_empty()
        }
        Value::Number { value, .. } => (1990.0..2100.0).contains(&value),
        _ => false,
    }
}

pub(super) fn no_period(value: Value<'_>) -> bool {
    figure(value) && !period(value)
}

/// A post, by how it begins: no unit is called so.
pub(in crate::table) fn post(value: Value<'_>) -> bool {
    const POSTS: [&str; 36] = [
        "kepala",
        "kabid",
        "kabag",
        "kasi",
        "kasubag",
        "kasubbag",
        "kadis",
        "sekretaris",
        "camat",
        "lurah",
        "staf",
        "staff",
        "pengolah",
        "pengelola",
        "pengadministrasi",
        "analis",
        "penelaah",
        "penata",
        "operator",
        "guru",
        "dokter",
        "perawat",
        "bidan",
        "arsiparis",
        "auditor",
        "pranata",
        "penyuluh",
        "pengawas",
        "teknisi",
        "pustakawan",
        "perencana",
        "direktur",
        "asisten",
        "inspektur",
        "plt",
        "pelaksana",
    ];
    begins(value, |word| POSTS.contains(&word))
}

pub(super) fn no_jenis_jabatan(value: Value<'_>) -> bool {
    matches!(value, Value::Text(_)) && !jenis_jabatan(value)
}

pub(super) fn arah(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if matches!(fold_words(t).as_str(), "naik" | "turun"))
}

pub(super) fn no_arah(value: Value<'_>) -> bool {
    matches!(value, Value::Text(_)) && !arah(value)
}

/// A short word without a blank, as codes are.
pub(super) fn code(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if t.trim().chars().count() <= 12 && !t.trim().contains(char::is_whitespace))
        || matches!(value, Value::Number { .. })
}

pub(super) fn sentence(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if t.trim().contains(char::is_whitespace))
}

/// A figure and no more: of codes any may be one.
pub(super) fn bare_figure(value: Value<'_>) -> bool {
    matches!(value, Value::Number { .. })
        || matches!(value, Value::Text(t) if t.trim().bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')))
}

/// `K1`, `R1.2`: no figure begins so.
pub(super) fn letter_code(value: Value<'_>) -> bool {
    code(value)
        && matches!(value, Value::Text(t) if t.trim().starts_with(char::is_alphabetic) && t.contains(|c: char| c.is_ascii_digit()))
}

pub(super) fn date(value: Value<'_>) -> bool {
    match value {
        Value::Date(_) => true,
        Value::Text(t) => {
            let parts: Vec<&str> = t.trim().split(['/', '-']).collect();
            parts.len() == 3
                && parts
                    .iter()
                    .all(|p| (1..=4).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
        }
        _ => false,
    }
}

pub(super) fn no_date(value: Value<'_>) -> bool {
    figure(value) && !date(value)
}

/// Words of a name, and of no post or unit.
pub(super) fn no_post(value: Value<'_>) -> bool {
    no_figure(value) && !post(value) && !unit(value)
}

/// Whether a text begins with such a word.
fn begins(value: Value<'_>, is_such: impl Fn(&str) -> bool) -> bool {
    matches!(value, Value::Text(t) if is_such(fold_words(t).split(' ').next().unwrap_or("")))
}

/// Begins as an indicator does: `Jumlah …`, `Persentase …`.
pub(super) fn measures(value: Value<'_>) -> bool {
    const WORDS: [&str; 12] = [
        "jumlah",
        "persentase",
        "presentase",
        "prosentase",
        "tingkat",
        "indeks",
        "nilai",
        "rasio",
        "skor",
        "banyaknya",
        "ketepatan",
        "frekuensi",
    ];
    begins(value, |word| WORDS.contains(&word))
}

/// Begins as a result does: `Tersusunnya …`, `Meningkatnya …`.
pub(super) fn result(value: Value<'_>) -> bool {
    begins(value, |w| {
        w.ends_with("nya") && ["ter", "me", "ber"].iter().any(|b| w.starts_with(b))
    })
}
