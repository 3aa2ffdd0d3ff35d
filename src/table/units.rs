//! Where a table says the unit without a column for it: a section row over the people, or a line of
//! its title.

use super::Key;
use super::form::Entry;
use super::layout::MeaningSource;
use crate::base::origin::{Origin, SheetId};
use crate::base::text::{clean, fold_words, is_blank, matches};
use crate::contract::heading::look_up_named;
use crate::contract::unit_words::begins_a_unit;
use crate::input::{Sheet, Value};

/// What a label of a title line says: the unit, or the one above.
fn unit_label(label: &str) -> Option<Key> {
    let mut buffer = String::new();
    let hits = look_up_named(label, &mut buffer);
    [Key::UnitKerja, Key::UnitInduk].into_iter().find(|key| {
        hits.iter()
            .filter(|h| matches!(h.key, Key::UnitKerja | Key::UnitInduk))
            .min_by_key(|h| h.rank.class())
            .is_some_and(|h| h.key == *key)
    })
}

/// The unit that a row between people names: behind its number or label, without a count of heads.
pub(super) fn in_section(text: &str) -> Option<&str> {
    let name = match text.split_once(':') {
        Some((label, rest)) if unit_label(label).is_some() => rest.trim(),
        Some(_) => return None,
        None => super::form_words::unnumbered(text.trim()),
    };
    let counted = |inner: &str| {
        let words = fold_words(inner);
        let (count, what) = words.split_once(' ').unwrap_or((&words, ""));
        count.bytes().all(|b| b.is_ascii_digit()) && !count.is_empty() && matches!(what, "" | "orang" | "pegawai" | "org")
    };
    let name = match name.strip_suffix(')').and_then(|n| n.rsplit_once('(')) {
        Some((before, inner)) if counted(inner) => before.trim_end(),
        _ => name,
    };
    super::rows::is_unit_name(name).then_some(name)
}

/// The unit and the unit above that the lines over a table tell. `any`: a line that is nothing but the
/// name of a unit counts, too (perjanjian kinerja). `people`: it stands over people who have no column for their unit;
/// then so does a title that is about one, the last of several.
pub(super) fn in_title(
    sheet: &Sheet,
    id: SheetId,
    rows: std::ops::Range<usize>,
    (lo, hi): (u16, u16),
    (any, people): (bool, bool),
) -> Vec<(Key, MeaningSource)> {
    let mut loose: Vec<Entry> = Vec::new();
    let mut found: Vec<(Key, MeaningSource)> = Vec::new();
    let mut add = |key: Key, entry: Entry| {
        if !found.iter().any(|(k, _)| *k == key) {
            found.push((key, MeaningSource::Cell(entry)));
        }
    };
    let from = rows.start.max(rows.end.saturating_sub(30));
    let mut instansi = false;
    for i in from..rows.end {
        let row = sheet.row_at(i);
        let cells: Vec<(u16, &str)> = row
            .cells_in(lo, hi)
            .filter_map(|(c, v)| match v {
                Value::Text(t) if !is_blank(t) => Some((c, t)),
                _ => None,
            })
            .collect();
        let at = |col| Origin::new(id, row.number(), col);
        let Some(&(col, text)) = cells.first() else { continue };
        if std::mem::take(&mut instansi) && cells.len() == 1 && !text.contains(':') && !is_period(text) {
            // e-Kinerja "Rekap Penilaian": the line below "3013 - Kementerian …" is the unit.
            add(
                Key::UnitKerja,
                Entry {
                    at: at(col),
                    section: None,
                },
            );
            continue;
        }
        instansi = cells.len() == 1 && begins_with_a_code(text);
        if let Some((label, rest)) = text.split_once(':') {
            let value = if is_blank(rest) {
                cells.get(1).map(|&(c, t)| (c, t.trim_start_matches(':').trim()))
            } else {
                Some((col, rest.trim()))
            };
            if let (Some(key), Some((c, value))) = (unit_label(label), value)
                && !matches!(fold_words(value).as_str(), "" | "all" | "semua")
            {
                add(
                    key,
                    Entry {
                        at: at(c),
                        section: Some(value.into()),
                    },
                );
            }
        } else if let [_, (c, value), ..] = cells[..]
            && value.starts_with(':')
            && let Some(key) = unit_label(text)
        {
            // "Unit Kerja | : | BAGIAN HUKUM"
            let value = value.trim_start_matches(':').trim();
            let (c, value) = if value.is_empty() {
                cells.get(2).copied().unwrap_or((c, value))
            } else {
                (c, value)
            };
            add(
                key,
                Entry {
                    at: at(c),
                    section: Some(value.trim().into()),
                },
            );
        } else if any && cells.len() == 1 && super::rows::is_unit_name(text) {
            add(
                Key::UnitKerja,
                Entry {
                    at: at(col),
                    section: None,
                },
            );
        } else if let ([_], Some(name)) = (&cells[..], about_a_unit(text).filter(|_| people)) {
            let entry = Entry {
                at: at(col),
                section: Some(name),
            };
            loose.retain(|e| !matches(e.section.as_deref().unwrap_or(""), entry.section.as_deref().unwrap_or("")));
            loose.push(entry);
        }
    }
    if let Some(unit) = loose.pop()
        && !found.iter().any(|(k, _)| *k == Key::UnitKerja)
    {
        found.push((Key::UnitKerja, MeaningSource::Cell(unit)));
        if let Some(above) = loose.pop()
            && !found.iter().any(|(k, _)| *k == Key::UnitInduk)
        {
            found.push((Key::UnitInduk, MeaningSource::Cell(above)));
        }
    }
    found
}

/// Words of a title before the name of the unit it is about.
const OF_A_TITLE: [&str; 38] = [
    "rekap",
    "rekapitulasi",
    "daftar",
    "laporan",
    "data",
    "hasil",
    "penilaian",
    "evaluasi",
    "predikat",
    "rating",
    "nilai",
    "kinerja",
    "kerja",
    "pegawai",
    "asn",
    "pns",
    "pppk",
    "skp",
    "sasaran",
    "nominatif",
    "capaian",
    "realisasi",
    "penetapan",
    "akhir",
    "tahunan",
    "periodik",
    "perilaku",
    "dan",
    "nama",
    "pada",
    "di",
    "lingkungan",
    "lingkup",
    "untuk",
    "aparatur",
    "sipil",
    "negara",
    "se",
];

/// Words with which a title goes on behind the name of a unit.
const BEHIND: [&str; 10] = [
    "tahun", "thn", "ta", "periode", "bulan", "triwulan", "tw", "semester", "masa", "per",
];

/// The name of a unit that a title without a label is, or is about: `DINAS ARSIP`, `REKAP SKP BIDANG LAYANAN TAHUN 2025`.
/// Only words of titles may stand before it.
fn about_a_unit(text: &str) -> Option<Box<str>> {
    if text.len() > 120 || text.contains([':', ';', ',']) {
        return None;
    }
    let text = clean(text);
    let words: Vec<&str> = text.split(' ').filter(|w| !w.is_empty()).collect();
    let of_title = |word: &&str| fold_words(word).split(' ').all(|w| OF_A_TITLE.contains(&w));
    let first = words.iter().position(|w| !of_title(w))?;
    let behind = |word: &&str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let year = bare.len() == 4 && bare.bytes().all(|b| b.is_ascii_digit());
        year || BEHIND.contains(&fold_words(word).as_str())
    };
    let last = words[first..].iter().position(behind).map_or(words.len(), |n| first + n);
    let name = words[first..last].join(" ");
    let name = name.trim_end_matches([' ', '-', '–', '(']);
    // A sentence is about something else, a word for units alone names none, and `BAGIAN 1` is a part.
    let folded = fold_words(name);
    let says = |words: &[&str]| folded.split(' ').any(|w| words.contains(&w));
    let numbered = |w: &str| w.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'i' | b'v' | b'x'));
    let part = folded.starts_with("bagian ") && folded.split(' ').skip(1).all(numbered);
    let names = name.contains(' ') && !part && !says(&["yang", "ini", "adalah", "dengan", "dinilai", "masing"]);
    (names && begins_a_unit(name) && super::rows::is_unit_name(name)).then(|| name.into())
}

/// `0810000 - Pemerintah Kab. …`
fn begins_with_a_code(text: &str) -> bool {
    text.trim_start().split_once(" - ").is_some_and(|(code, name)| {
        code.len() >= 3 && code.bytes().all(|b| b.is_ascii_digit()) && name.chars().any(char::is_alphabetic)
    })
}

fn is_period(text: &str) -> bool {
    let words = fold_words(text);
    ["periode", "tahun", "bulan"].iter().any(|w| words.starts_with(w))
}
