//! Tables that are known by name and not supported: they are refused with that reason, and nothing of
//! them is read.

use crate::base::origin::{Origin, SheetId};
use crate::base::text::{fold, fold_words};
use crate::input::sheet::Row;
use crate::input::{Sheet, Value};

/// So many rows say what a sheet is.
const HEAD: usize = 40;

/// The monthly form of PPPK paruh waktu: each of these stands in it.
const PART_TIME: [&str; 2] = ["paruhwaktu", "targetbulan"];

/// Words of its title that say the same where its columns have other names.
const OF_A_MONTH: [&str; 2] = ["bulan", "bulanan"];

/// Words that only PP 46/2011 has; two of them, or its title with one.
const PP46: [&str; 8] = [
    "nilaiprestasikerja",
    "penilaianprestasikerja",
    "integritas",
    "disiplin",
    "skp60",
    "perilaku40",
    "kegiatantugasjabatan",
    "kuantoutput",
];

/// Why a sheet is refused, if it is.
pub(super) fn sheet(sheet: &Sheet, id: SheetId) -> Option<(&'static str, Origin)> {
    let (mut part, mut old) = ([false; 2], [false; 8]);
    let mut title = PartTimeTitle::default();
    let mut first = None;
    for row in sheet.rows().take(HEAD) {
        title.read(row);
        for (col, value) in row.cells() {
            let Value::Text(text) = value else { continue };
            if text.len() > 120 {
                continue;
            }
            let text = fold(text);
            // A list of people with a column of kinds ("pppk_paruh_waktu") has no target of a month.
            part[0] |= text.contains(PART_TIME[0]);
            part[1] |= text.starts_with(PART_TIME[1]);
            for (seen, word) in old.iter_mut().zip(PP46) {
                if text == word || (word.len() > 12 && text.contains(word)) || (word.len() == 5 && text.starts_with(word)) {
                    *seen = true;
                    first.get_or_insert(Origin::new(id, row.number(), col));
                }
            }
        }
    }
    let corner = Origin::new(id, sheet.row_at(0).number(), 0);
    if part == [true, true] || title.is_form == Some(true) {
        return Some(("evaluasi kinerja bulanan PPPK paruh waktu (KepmenPANRB 16/2025)", corner));
    }
    if let Some(at) = sheet
        .rows()
        .take(HEAD)
        .find_map(|row| talents(row).map(|col| Origin::new(id, row.number(), col)))
    {
        return Some(("peta talenta (kotak manajemen talenta)", at));
    }
    let strong = old.iter().filter(|s| **s).count();
    (strong >= 2).then(|| ("penilaian prestasi kerja menurut PP 46/2011", first.unwrap_or(corner)))
}

/// What stands above the headings of a form of one person: that it is of a month, and of somebody who works part of the
/// time.
#[derive(Default)]
struct PartTimeTitle {
    part_time: bool,
    month: bool,
    /// Whether the headings, once they are met, are of such a form.
    is_form: Option<bool>,
}

impl PartTimeTitle {
    fn read(&mut self, row: Row<'_>) {
        if self.is_form.is_some() {
            return;
        }
        let texts: Vec<String> = row
            .cells()
            .filter_map(|(_, v)| match v {
                Value::Text(t) if t.len() <= 120 => Some(fold_words(t)),
                _ => None,
            })
            .collect();
        if texts.iter().any(|t| t.starts_with("target")) {
            // A list names people beside it, and a form of SKP results or indicators.
            let first = |t: &String| matches!(t.split(' ').next(), Some("nip" | "nama" | "ni"));
            let other = |t: &String| first(t) || t.contains("hasil kerja") || t.contains("indikator");
            self.is_form = Some(self.part_time && self.month && !texts.iter().any(other));
            return;
        }
        for text in texts {
            let words: Vec<&str> = text.split(' ').collect();
            self.month |= words.iter().any(|w| OF_A_MONTH.contains(w));
            let part_time = |w: &[&str]| w == ["paruh", "waktu"] || matches!(w, ["pppk" | "p3k", "pw"]);
            self.part_time |= words.windows(2).any(part_time);
        }
    }
}

/// Headings of a talent map: potensi beside the box that somebody is in.
fn talents(row: Row<'_>) -> Option<u16> {
    let is =
        |value: Value<'_>, words: &[&str]| matches!(value, Value::Text(t) if t.len() <= 40 && words.contains(&fold(t).as_str()));
    let boxes = [
        "kotak",
        "kotaktalenta",
        "box",
        "ninebox",
        "9box",
        "boxtalenta",
        "kotaktalentpool",
        "kuadrantalenta",
        "posisikotak",
        "nomorkotak",
        "nokotak",
    ];
    let potential = row.cells().any(|(_, v)| {
        is(
            v,
            &[
                "potensi",
                "potensial",
                "nilaipotensi",
                "skorpotensi",
                "sumbuxpotensi",
                "sumbuypotensi",
            ],
        )
    });
    row.cells().find(|&(_, v)| potential && is(v, &boxes)).map(|c| c.0)
}
