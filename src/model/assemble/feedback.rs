//! What a penilai wrote where a rating may stand: umpan balik of an RHK, a mark of perilaku.
//!
//! The law leaves umpan balik free: prose, a symbol, stars (PermenPANRB 6/2022, note *** of the
//! filled forms). What is no rating is kept as written, never taken for an empty cell and never
//! guessed at: the scoring says what follows.

use super::ctx::Ctx;
use super::rows::{InputCell, Line, is_in_figures};
use crate::base::text::{clean, fold_words, is_blank, is_dash, is_figure_sign, is_filler};
use crate::input::Value;
use crate::model::findings::{ChoiceLeft, ChoiceUnclear, NumberUnreadable};
use crate::model::read::choice::ChoiceRead;
use crate::model::read::number::{DecimalMark, FigureShape};
use crate::model::read::word::{self, WordRead};
use crate::model::skp::{CellColour, UmpanBalikContent};
use crate::model::vocab::{Rating, Word};
use crate::model::{Field, Scale, State};
use crate::table::Key;

/// Who speaks, before a colon: no part of what is said.
const SPEAKERS: [&str; 6] = [
    "pejabat penilai kinerja",
    "pejabat penilai",
    "penilai",
    "pimpinan",
    "atasan",
    "atasan langsung",
];

/// Others who may have a line of their own beside the penilai's.
const OTHERS: [&str; 11] = [
    "rekan kerja",
    "rekan",
    "rekan setingkat",
    "rekan sejawat",
    "sejawat",
    "bawahan",
    "bawahan langsung",
    "pegawai lain",
    "pengguna layanan",
    "penerima layanan",
    "masyarakat",
];

/// What a text says.
pub(super) enum UmpanBalikSaid {
    /// Nothing: blank, a dash, "Belum dinilai".
    Nothing,
    /// One of the three ratings.
    Rating(Rating),
    /// Words or signs that are none.
    Words,
}

/// The umpan balik of a row, which may be a tick.
pub(super) fn of_row<'a>(ctx: &mut Ctx<'a>, line: &Line<'a, '_>) -> Field<UmpanBalikContent> {
    if let Some(at) = ctx.tick_unclear(line, Key::UmpanBalik) {
        return Field::faulty(at);
    }
    let cell = line.cell(Key::UmpanBalik);
    // 3 of 5 is no code, whatever it means.
    let figures = match cell.value {
        Value::Number { .. } => true,
        Value::Text(text) => is_in_figures(text),
        _ => false,
    };
    if figures && line.table_rows().has_scale && !ctx.is_disputed(cell) {
        return Field::given(UmpanBalikContent::Words(ctx.as_written(cell)), cell.at);
    }
    umpan_balik(ctx, cell)
}

/// Umpan balik of an RHK: the codes 1, 2, 3 are ratings, other figures words.
pub(super) fn umpan_balik<'a>(ctx: &mut Ctx<'a>, cell: InputCell<'a>) -> Field<UmpanBalikContent> {
    if ctx.is_disputed(cell) || ctx.broken(cell) {
        return Field::faulty(cell.at);
    }
    match struck(ctx, cell) {
        None => {}
        Some(Err(left)) => return unclear(ctx, cell, left),
        Some(Ok(said)) => {
            return said.map_or_else(
                || Field::empty(cell.at),
                |r| Field::given(UmpanBalikContent::Rating(r), cell.at),
            );
        }
    }
    if let Some(colour) = colour_of(ctx, cell) {
        return Field::given(UmpanBalikContent::Colour(Box::new(colour)), cell.at);
    }
    match meant(cell.value) {
        UmpanBalikSaid::Nothing => Field::empty(cell.at),
        UmpanBalikSaid::Rating(r) => Field::given(UmpanBalikContent::Rating(r), cell.at),
        UmpanBalikSaid::Words => Field::given(UmpanBalikContent::Words(ctx.as_written(cell)), cell.at),
    }
}

/// What a cell says by its colour, in which nothing stands but a dot, a square or the like. Where all have one colour, such a
/// sign says it all.
fn colour_of<'a>(ctx: &mut Ctx<'a>, cell: InputCell<'a>) -> Option<CellColour> {
    let tint = ctx.inputs.tint(cell.at)?;
    let sign = match cell.value {
        Value::Text(text) if is_figure_sign(text) => Some(ctx.as_written(cell)),
        _ => None,
    };
    (sign.is_none() || !tint.everywhere).then_some(CellColour { tint, sign })
}

/// The rating that is left in a cell in which something is struck out, or none; errors: what is left where that is no
/// one choice. `None` where nothing is struck out, and of prose, which is read as it stands.
fn struck(ctx: &Ctx<'_>, cell: InputCell<'_>) -> Option<Result<Option<Rating>, ChoiceLeft>> {
    Some(match ctx.struck::<Rating>(cell)? {
        ChoiceRead::Left(WordRead::Given(r) | WordRead::Doubtful(r)) => Ok(Some(r)),
        ChoiceRead::Left(WordRead::Blank) => Ok(None),
        ChoiceRead::Left(WordRead::Unknown(_) | WordRead::NotText) => return None,
        ChoiceRead::Nothing => Err(ChoiceLeft::Nothing),
        ChoiceRead::Several(words) => Err(ChoiceLeft::Several(words)),
        ChoiceRead::Half(word) => match word::read_rating::<Rating>(Value::Text(&word)) {
            WordRead::Given(_) | WordRead::Doubtful(_) => Err(ChoiceLeft::Half(word)),
            _ => return None,
        },
    })
}

/// Not one choice is left: that is told at the cell.
fn unclear<'a, T>(ctx: &mut Ctx<'a>, cell: InputCell<'a>, left: ChoiceLeft) -> Field<T> {
    ctx.note(cell, ChoiceUnclear { left });
    Field::faulty(cell.at)
}

/// What the cell of an umpan balik says.
pub(super) fn meant(value: Value<'_>) -> UmpanBalikSaid {
    match value {
        Value::Text(text) => said(text),
        other => match word::read_rating::<Rating>(other) {
            WordRead::Given(r) | WordRead::Doubtful(r) => UmpanBalikSaid::Rating(r),
            WordRead::Blank => UmpanBalikSaid::Nothing,
            WordRead::Unknown(_) | WordRead::NotText => UmpanBalikSaid::Words,
        },
    }
}

/// A mark of perilaku: a figure, a rating in words, or other words. The codes 1, 2, 3 are figures
/// here: a perilaku of 3 on the scale of 0–120 would otherwise become "di bawah ekspektasi".
pub(super) fn perilaku<'a>(ctx: &mut Ctx<'a>, cell: InputCell<'a>, mark: Option<DecimalMark>) -> Field<Scale> {
    if ctx.is_disputed(cell) {
        return Field::faulty(cell.at);
    }
    match struck(ctx, cell) {
        None => {}
        Some(Err(left)) => return unclear(ctx, cell, left),
        Some(Ok(said)) => return said.map_or_else(|| Field::empty(cell.at), |r| Field::given(Scale::Rating(r), cell.at)),
    }
    if let Some(colour) = colour_of(ctx, cell) {
        return Field::given(Scale::Colour(Box::new(colour)), cell.at);
    }
    if let Value::Text(text) = cell.value
        && !is_bare_figure(text)
    {
        match said(text) {
            UmpanBalikSaid::Nothing => return Field::empty(cell.at),
            UmpanBalikSaid::Rating(r) if text.contains(char::is_alphabetic) => {
                return Field::given(Scale::Rating(r), cell.at);
            }
            // A sentence is no figure, though it may hold one.
            UmpanBalikSaid::Words if fold_words(text).split(' ').count() > 2 || !text.contains(|c: char| c.is_ascii_digit()) => {
                return Field::given(Scale::Words(ctx.as_written(cell)), cell.at);
            }
            UmpanBalikSaid::Rating(_) | UmpanBalikSaid::Words => {}
        }
    }
    match ctx.figure(cell, mark).state {
        State::Empty => Field::empty(cell.at),
        State::Faulty => Field::faulty(cell.at),
        State::Given(Some((FigureShape::Single(d), None))) => Field::given(Scale::Angka(d), cell.at),
        State::Given(_) => {
            ctx.note_expecting(cell, NumberUnreadable { why: None }, "angka 0–120");
            Field::faulty(cell.at)
        }
    }
}

/// Digits with one mark at most, which here are a figure and nothing else.
fn is_bare_figure(text: &str) -> bool {
    let marks = text.bytes().filter(|b| matches!(b, b'.' | b',')).count();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits > 0 && marks <= 1 && digits + marks == text.len()
}

/// A rating, where the whole text is one (perhaps behind the name of who speaks); a rating inside a
/// sentence is prose.
fn said(text: &str) -> UmpanBalikSaid {
    // As the contract spells it: nothing to clean.
    if let Some(&rating) = Rating::ALL.iter().find(|r| r.as_str() == text) {
        return UmpanBalikSaid::Rating(rating);
    }
    let text = clean(beside_others(text).unwrap_or(text));
    let text = text.trim();
    if text.is_empty() || is_dash(text) {
        return UmpanBalikSaid::Nothing;
    }
    let text = without_speaker(text);
    let folded = fold_words(text);
    if folded.is_empty() {
        return if is_filler(text) {
            UmpanBalikSaid::Nothing
        } else {
            UmpanBalikSaid::Words
        };
    }
    // What the official form prints in the empty cell.
    if folded == "umpan balik" {
        return UmpanBalikSaid::Nothing;
    }
    match word::read_rating::<Rating>(Value::Text(text)) {
        WordRead::Blank => UmpanBalikSaid::Nothing,
        WordRead::Given(r) | WordRead::Doubtful(r) if agrees(text, r) => UmpanBalikSaid::Rating(r),
        _ => UmpanBalikSaid::Words,
    }
}

/// What the penilai says where others have a line of their own, too: "Pejabat Penilai Kinerja: Sesuai Ekspektasi" over
/// "Rekan Kerja: Sangat membantu". A line that is nobody's makes prose of it all.
fn beside_others(text: &str) -> Option<&str> {
    let (mut own, mut others) = (None, false);
    for line in text.split(['\n', '\r', ';']).filter(|line| !is_blank(line)) {
        let (who, said) = line.split_once(':')?;
        let who = fold_words(who.trim_start_matches(|c: char| !c.is_alphabetic()));
        if OTHERS.contains(&who.as_str()) {
            others = true;
        } else if !SPEAKERS.contains(&who.as_str()) || own.replace(said).is_some() {
            return None;
        }
    }
    own.filter(|_| others)
}

fn without_speaker(text: &str) -> &str {
    match text.split_once(':') {
        Some((who, rest)) if SPEAKERS.contains(&fold_words(who).as_str()) => rest.trim(),
        _ => text,
    }
}

/// Whether what stands in brackets behind a rating, if anything, is the same rating or its code: a
/// remark there makes prose of it.
fn agrees(text: &str, rating: Rating) -> bool {
    let Some((_, inside)) = text.split_once('(') else {
        return true;
    };
    let inside = Value::Text(inside.trim_end_matches([')', '.', ' ']));
    matches!(word::read_rating::<Rating>(inside), WordRead::Given(r) if r == rating)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match said(text) {
            UmpanBalikSaid::Nothing => "kosong".to_owned(),
            UmpanBalikSaid::Rating(r) => r.to_string(),
            UmpanBalikSaid::Words => "kata".to_owned(),
        }
    }

    #[test]
    fn only_a_whole_text_is_a_rating() {
        for (text, wanted) in [
            ("sesuai", "sesuai ekspektasi"),
            ("DIATAS EKSPEKTASI", "di atas ekspektasi"),
            (" Di\u{a0}bawah  ekspektasi. ", "di bawah ekspektasi"),
            ("2", "sesuai ekspektasi"),
            ("Pejabat Penilai Kinerja: Sesuai Ekspektasi", "sesuai ekspektasi"),
            ("Pimpinan : di atas", "di atas ekspektasi"),
            ("Sesuai Ekspektasi (2)", "sesuai ekspektasi"),
            ("Sesuai ekspektasi (tetapi lambat)", "kata"),
            ("Sudah sesuai ekspektasi, teruskan", "kata"),
            ("Pimpinan: sudah baik", "kata"),
            ("Rekan kerja: sesuai", "kata"),
            (
                "Pejabat Penilai Kinerja: Sesuai Ekspektasi\nRekan Kerja: Sangat membantu",
                "sesuai ekspektasi",
            ),
            ("Bawahan: baik; Pimpinan: Di Atas Ekspektasi", "di atas ekspektasi"),
            ("1. Rekan Kerja: di bawah\n2. Atasan: sesuai", "sesuai ekspektasi"),
            ("Pejabat Penilai Kinerja:\nRekan Kerja: Sesuai Ekspektasi", "kosong"),
            ("Pejabat Penilai Kinerja: Sudah bagus\nRekan Kerja: Sesuai Ekspektasi", "kata"),
            ("Pimpinan: sesuai\nAtasan: di bawah\nRekan: baik", "kata"),
            ("Pimpinan: sesuai\nCatatan: lambat", "kata"),
            ("Pimpinan: sesuai\ntetapi lambat", "kata"),
            ("4", "kata"),
            ("85", "kata"),
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
    }

    #[test]
    fn symbols_are_words_and_dashes_are_nothing() {
        for text in ["★★★★★", "👍👍", "***", "☺", "✓", "+", "🟢", "hijau", "💯"] {
            assert_eq!(read(text), "kata", "{text}");
        }
        for text in [
            "",
            " ",
            "-",
            "--",
            "–",
            "...",
            "…",
            "\u{200b}",
            "\u{ad}",
            "null",
            "Belum dinilai",
            "(umpan balik)",
            "(umpan balik)***",
        ] {
            assert_eq!(read(text), "kosong", "{text}");
        }
    }
}
