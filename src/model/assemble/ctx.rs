//! Cells → fields: keeps the origin, records what is wrong, shares texts.

use std::borrow::Cow;
use std::collections::BTreeSet;

use hashbrown::{HashMap, HashSet};

use jiff::civil::Date;

use super::kept::Kept;
use super::keys::Keys;
use super::rows::InputCell;
use crate::base::figure::Decimal;
use crate::base::origin::{Origin, SheetId};
use crate::base::text::{clean, clean_lines, is_dash};
use crate::finding::{Fact, Noted};
use crate::input::{Inputs, Value};
use crate::model::findings::{
    ChoiceLeft, ChoiceUnclear, ClockCell, DateUnreadable, NipMalformed, NipNumber, NumberAmbiguous, NumberUnreadable,
    PercentAmbiguous, PostCode, TwoTicks, ValueError, ValueMissing, ValueUncomputed, WordDoubtful, WordList, WordUnknown,
};
use crate::model::read::choice::{self, ChoiceRead};
use crate::model::read::date::DateRead;
use crate::model::read::measure;
use crate::model::read::nip::{Nip, NipRead};
use crate::model::read::number::{self, DecimalMark, FigureShape, NumberFault};
use crate::model::read::word::{self, RatingWord, WordRead};
use crate::model::read::{self, nip};
use crate::model::vocab::{JenisJabatan, StatusPegawai, Word};
use crate::model::{Field, Periode, Text};
use crate::table::Key;

/// What the builders share: the texts, the problems, and whom the row at hand is about.
#[derive(Debug)]
pub(super) struct Ctx<'a> {
    pub inputs: &'a Inputs,
    pub periode: Periode,
    pub problems: Vec<Noted>,
    /// The person the row is about, as far as known.
    pub nip: Option<Text>,
    /// The RHK the row is about.
    pub kode: Option<Text>,
    /// The years that rows of realisasi and penilaian are of.
    pub years: BTreeSet<i16>,
    /// Rows that do not count beside a richer one.
    superseded: HashSet<(SheetId, u32)>,
    texts: DataTexts,
    keys: Keys,
    /// What rows have alike.
    pub kept: Kept,
    empty: Text,
}

/// Shares texts. A sheet stores equal texts once, so most lookups go by address alone.
#[derive(Debug, Default)]
struct DataTexts {
    by_address: HashMap<(usize, usize, bool), Text>,
    by_text: HashSet<Text>,
}

impl DataTexts {
    fn intern(&mut self, text: &str) -> Text {
        if let Some(known) = self.by_text.get(text) {
            return known.clone();
        }
        let new: Text = text.into();
        self.by_text.insert(new.clone());
        new
    }

    /// `text` must live as long as the inputs: its address is its key.
    fn cleaned(&mut self, text: &str, lines: bool) -> Text {
        let key = (text.as_ptr().addr(), text.len(), lines);
        if let Some(known) = self.by_address.get(&key) {
            return known.clone();
        }
        let clean = if lines { clean_lines(text) } else { clean(text) };
        let shared = self.intern(&clean);
        self.by_address.insert(key, shared.clone());
        shared
    }
}

impl<'a> Ctx<'a> {
    pub fn new(inputs: &'a Inputs, periode: Periode) -> Self {
        Self {
            inputs,
            periode,
            problems: Vec::new(),
            nip: None,
            kode: None,
            years: BTreeSet::new(),
            superseded: HashSet::new(),
            texts: DataTexts::default(),
            keys: Keys::default(),
            kept: Kept::default(),
            empty: "".into(),
        }
    }

    /// Notes a fact at a cell, about the person and RHK of the row.
    pub fn note(&mut self, cell: InputCell<'_>, fact: impl Into<Box<dyn Fact>>) {
        let mut p = Noted::new(fact).at(cell.at);
        if !cell.value.is_blank() {
            p = p.written(cell.value.written());
        }
        p.nip.clone_from(&self.nip);
        p.kode_rhk.clone_from(&self.kode);
        self.problems.push(p);
    }

    /// The same, where it is known what should stand in the cell.
    pub fn note_expecting(&mut self, cell: InputCell<'_>, fact: impl Into<Box<dyn Fact>>, expected: impl AsRef<str>) {
        self.note(cell, fact);
        let expected = self.share(expected.as_ref());
        if let Some(last) = self.problems.last_mut() {
            last.expected = Some(expected);
        }
    }

    /// The row of this cell does not count: a richer one says the same, so nothing is missing in it.
    pub fn superseded(&mut self, at: Origin) {
        self.superseded.insert((at.sheet(), at.row()));
    }

    /// Takes back that cells are missing in rows that do not count.
    pub fn forget_superseded(&mut self) {
        if self.superseded.is_empty() {
            return;
        }
        let gone = std::mem::take(&mut self.superseded);
        let of_gone = |p: &Noted| p.at.is_some_and(|at| gone.contains(&(at.sheet(), at.row())));
        self.problems.retain(|p| !(p.kode() == ValueMissing::CODE.kode && of_gone(p)));
    }

    /// True (and recorded) for `#N/A` and formulas without result.
    pub fn broken(&mut self, cell: InputCell<'_>) -> bool {
        match cell.value {
            Value::Error(_) => self.note(cell, ValueError),
            Value::Uncomputed => self.note(cell, ValueUncomputed),
            _ => return false,
        }
        true
    }

    /// The number under which a code (a text shared here) is compared.
    pub fn key(&mut self, code: &Text) -> u32 {
        self.keys.of(code)
    }

    pub fn share(&mut self, text: &str) -> Text {
        self.texts.intern(text)
    }

    pub fn no_text(&self) -> Text {
        self.empty.clone()
    }

    fn text_of(&mut self, value: Value<'a>, lines: bool) -> Text {
        match value {
            Value::Text(t) => self.texts.cleaned(t, lines),
            other => self.texts.intern(&other.written()),
        }
    }

    /// A text on one line.
    pub fn text(&mut self, cell: InputCell<'a>) -> Field<Text> {
        self.text_with(cell, false)
    }

    /// A text that may be a list: line breaks stay.
    pub fn lines(&mut self, cell: InputCell<'a>) -> Field<Text> {
        self.text_with(cell, true)
    }

    fn text_with(&mut self, cell: InputCell<'a>, lines: bool) -> Field<Text> {
        if cell.value.is_blank() {
            Field::empty(cell.at)
        } else if self.broken(cell) {
            Field::faulty(cell.at)
        } else {
            Field::given(self.text_of(cell.value, lines), cell.at)
        }
    }

    /// Whether anything but a dash stands in a cell, where only that matters.
    pub fn filled(&mut self, cell: InputCell<'a>) -> Field<()> {
        if cell.says_nothing() {
            Field::empty(cell.at)
        } else if self.broken(cell) {
            Field::faulty(cell.at)
        } else {
            Field::given((), cell.at)
        }
    }

    /// A text on one line; a dash says that there is none.
    pub fn entry(&mut self, cell: InputCell<'a>) -> Field<Text> {
        if cell.says_nothing() {
            Field::empty(cell.at)
        } else {
            self.text(cell)
        }
    }

    /// A text where nothing and a dash are the same, and none is no fault.
    pub fn optional(&mut self, cell: InputCell<'a>) -> Option<Text> {
        self.text(cell).get().filter(|t| !is_dash(t)).cloned()
    }

    /// What stands in a cell whose faults are told already, as a list may.
    pub fn as_written(&mut self, cell: InputCell<'a>) -> Text {
        if cell.value.is_blank() {
            self.no_text()
        } else {
            self.text_of(cell.value, true)
        }
    }

    /// A text that is only shown; "" when there is none.
    pub fn shown(&mut self, cell: InputCell<'a>) -> Text {
        self.text(cell).get().cloned().unwrap_or_else(|| self.no_text())
    }

    /// A text that must be there; "" and a problem when it is not.
    pub fn required(&mut self, cell: InputCell<'a>, column: Key) -> Text {
        let field = self.text(cell);
        if field.is_empty() {
            self.missing(cell, column);
        }
        field.get().cloned().unwrap_or_else(|| self.no_text())
    }

    pub fn missing(&mut self, cell: InputCell<'_>, column: Key) {
        // A column that is not there is told once, for the table.
        if cell.absent {
            return;
        }
        let column = column.name();
        self.note(cell, ValueMissing { column });
    }

    /// A code: `1` as number and as text are one code. A dash is none.
    pub fn code(&mut self, cell: InputCell<'a>) -> Field<Text> {
        let value = match cell.value {
            Value::Number { value, percent: false } => crate::base::figure::from_f64(value).map(|d| d.to_string()),
            _ => None,
        };
        let field = match value {
            Some(text) => Field::given(self.share(&text), cell.at),
            None => self.lines(cell),
        };
        match field.get() {
            Some(t) if is_dash(t) => Field::empty(cell.at),
            _ => field,
        }
    }

    /// A NIP that names somebody else (atasan, pemberi tugas).
    pub fn other_nip(&mut self, cell: InputCell<'a>) -> Field<Text> {
        match self.nip_read(cell) {
            NipRead::Blank => Field::empty(cell.at),
            NipRead::Valid(nip) => {
                let text = self.nip_text(cell.value, nip);
                Field::given(text, cell.at)
            }
            _ => Field::faulty(cell.at),
        }
    }

    /// The 18 digits as a shared text; the cell's own text where it is already clean.
    pub fn nip_text(&mut self, value: Value<'a>, nip: Nip) -> Text {
        match value {
            Value::Text(t) if t.len() == 18 && t.is_ascii() => self.texts.cleaned(t, false),
            _ => self.share(&nip.to_string()),
        }
    }

    /// From here on problems are about the person of this NIP cell, as it is written.
    pub fn begin_unmatched(&mut self, cell: InputCell<'a>) -> Text {
        let written = self.share(clean(&cell.value.written()).as_ref());
        self.nip = Some(written.clone()).filter(|t| !t.is_empty());
        self.kode = None;
        written
    }

    /// Reads a NIP cell and records what is wrong with it.
    pub fn nip_read(&mut self, cell: InputCell<'a>) -> NipRead {
        let read = nip::read(cell.value);
        match read {
            NipRead::Blank | NipRead::Valid(_) => {}
            NipRead::Number => self.note_expecting(cell, NipNumber, "NIP 18 angka dalam sel berformat Teks"),
            NipRead::Wrong(fault) => {
                let part = fault.to_string().into();
                self.note_expecting(cell, NipMalformed { part }, "NIP 18 angka");
            }
            NipRead::NotText => {
                if !self.broken(cell) {
                    let part = "bukan teks 18 angka".into();
                    self.note_expecting(cell, NipMalformed { part }, "NIP 18 angka");
                }
            }
        }
        read
    }

    /// A word of a vocabulary.
    pub fn word<T: Word>(&mut self, cell: InputCell<'a>) -> Field<T> {
        self.word_from(cell, word::read(cell.value))
    }

    /// `status`, and the kind of employee where it says that instead.
    pub fn status(&mut self, cell: InputCell<'a>) -> (Field<StatusPegawai>, Option<&'static str>) {
        let read = read::status::read(cell.value);
        let field = self.word_from(cell, read.word);
        (field, read.kind)
    }

    /// `jenis_jabatan`. "Struktural" is true and tells no kind, so nothing is given; an unknown code is
    /// noted.
    pub fn post(&mut self, cell: InputCell<'a>) -> Field<JenisJabatan> {
        use crate::model::read::post::{self, PostRead};
        match post::read(cell.value) {
            PostRead::Word(read) => self.word_from(cell, read),
            PostRead::Broad => Field::empty(cell.at),
            PostRead::UnknownCode => {
                self.note(cell, PostCode);
                Field::empty(cell.at)
            }
        }
    }

    /// A word of a vocabulary whose faults are told elsewhere.
    pub fn word_silent<T: Word>(cell: InputCell<'a>) -> Option<T> {
        match word::read(cell.value) {
            WordRead::Given(w) | WordRead::Doubtful(w) => Some(w),
            _ => None,
        }
    }

    /// Two ticks where one may stand: nobody guesses which is meant.
    pub fn ticked_twice(&mut self, line: &super::rows::Line<'a, '_>, key: Key) -> Option<Origin> {
        let (first, second) = line.two_ticks(key)?;
        self.note(second, TwoTicks { first: first.at });
        Some(first.at)
    }

    /// A rating or predikat; "belum dinilai" is empty. Where choices are struck out, the one that is left.
    pub fn rating<T: RatingWord>(&mut self, cell: InputCell<'a>) -> Field<T> {
        let left = match self.struck(cell) {
            None => match (word::read_rating(cell.value), self.apart::<T>(cell)) {
                (WordRead::Unknown(_), Some(words)) => ChoiceLeft::Several(words),
                (read, _) => return self.word_from(cell, read),
            },
            Some(ChoiceRead::Left(read)) => return self.word_from(cell, read),
            Some(ChoiceRead::Nothing) => ChoiceLeft::Nothing,
            Some(ChoiceRead::Several(words)) => ChoiceLeft::Several(words),
            Some(ChoiceRead::Half(word)) => ChoiceLeft::Half(word),
        };
        self.note(cell, ChoiceUnclear { left });
        Field::faulty(cell.at)
    }

    /// The choices that a form has in cells of their own, where several are left.
    fn apart<T: RatingWord>(&self, cell: InputCell<'_>) -> Option<Vec<String>> {
        let Value::Text(text) = cell.value else { return None };
        // Put together, it is no part of any one cell.
        let own = !matches!(self.inputs.value(cell.at), Value::Text(all) if all.contains(text));
        own.then(|| choice::several::<T>(text)).flatten()
    }

    /// What a cell says in which something is struck out; `None` where nothing is.
    pub fn struck<T: RatingWord>(&self, cell: InputCell<'_>) -> Option<ChoiceRead<T>> {
        if cell.absent || cell.value.is_blank() {
            return None;
        }
        let strike = self.inputs.strike(cell.at)?;
        Some(choice::read(strike, cell.value))
    }

    fn word_from<T: Word>(&mut self, cell: InputCell<'a>, read: WordRead<T>) -> Field<T> {
        let list = WordList::of::<T>();
        let unknown = |near| WordUnknown { near, list: Some(list) };
        match read {
            WordRead::Blank => Field::empty(cell.at),
            WordRead::Given(w) => Field::given(w, cell.at),
            WordRead::Doubtful(w) => {
                self.note(cell, WordDoubtful { read: w.as_str(), list });
                Field::given(w, cell.at)
            }
            WordRead::Unknown(near) => {
                self.note(cell, unknown(near));
                Field::faulty(cell.at)
            }
            WordRead::NotText => {
                if !self.broken(cell) {
                    self.note(cell, unknown(None));
                }
                Field::faulty(cell.at)
            }
        }
    }

    fn unknown_word(&mut self, cell: InputCell<'_>, expected: &str, near: Option<&'static str>) {
        self.note_expecting(cell, WordUnknown { near, list: None }, expected);
    }

    /// ya/tidak.
    pub fn yes_no(&mut self, cell: InputCell<'a>) -> Field<bool> {
        self.answer(cell, word::read_bool(cell.value))
    }

    /// Whether a row is as Plt, Plh or Pjb.
    pub fn plt(&mut self, cell: InputCell<'a>) -> Field<bool> {
        self.answer(cell, word::read_plt(cell.value))
    }

    fn answer(&mut self, cell: InputCell<'a>, read: WordRead<bool>) -> Field<bool> {
        match read {
            WordRead::Blank => Field::empty(cell.at),
            WordRead::Given(b) | WordRead::Doubtful(b) => Field::given(b, cell.at),
            WordRead::Unknown(near) => {
                self.unknown_word(cell, "ya atau tidak", near);
                Field::faulty(cell.at)
            }
            WordRead::NotText => {
                if !self.broken(cell) {
                    self.unknown_word(cell, "ya atau tidak", None);
                }
                Field::faulty(cell.at)
            }
        }
    }

    /// A date.
    pub fn date(&mut self, cell: InputCell<'a>) -> Field<Date> {
        match read::date::read(cell.value) {
            DateRead::Blank => Field::empty(cell.at),
            DateRead::Given(d) => Field::given(d, cell.at),
            DateRead::NotDate => {
                if !self.broken(cell) {
                    let expected = "tanggal, misalnya 01/03/2025 atau 1 Maret 2025";
                    self.note_expecting(cell, DateUnreadable { why: None }, expected);
                }
                Field::faulty(cell.at)
            }
        }
    }

    /// A period.
    pub fn period(&mut self, cell: InputCell<'a>) -> Field<Periode> {
        self.period_in(cell, self.periode.tahun())
    }

    /// A period, where one without a year is of this year.
    pub fn period_in(&mut self, cell: InputCell<'a>, year: i16) -> Field<Periode> {
        use read::periode::PeriodeRead;
        match read::periode::read_in(cell.value, year) {
            PeriodeRead::Blank => Field::empty(cell.at),
            PeriodeRead::Given(p) => Field::given(p, cell.at),
            PeriodeRead::NotPeriode => {
                if !self.broken(cell) {
                    self.unknown_word(cell, "periode: 2025, 2025-S1, 2025-TW3, atau 2025-07", None);
                }
                Field::faulty(cell.at)
            }
        }
    }

    /// A figure with shape and unit. `None` in the field is a text that is no figure: the caller
    /// knows whether that is allowed.
    pub fn figure(&mut self, cell: InputCell<'a>, mark: Option<DecimalMark>) -> Field<Option<(FigureShape, Option<Text>)>> {
        self.figure_of(cell, mark, None)
    }

    /// Like [`Self::figure`], of a column or an indicator with this unit: `unit` says what a bare
    /// figure counts, so one that may be a fraction of 100 % is asked about, and a time of day or a
    /// date is none.
    pub fn figure_of(
        &mut self,
        cell: InputCell<'a>,
        mark: Option<DecimalMark>,
        unit: Option<&str>,
    ) -> Field<Option<(FigureShape, Option<Text>)>> {
        let read = match cell.value {
            Value::Empty => return Field::empty(cell.at),
            Value::Number { value, percent } => number::from_number(value).map(|d| {
                if percent {
                    (
                        FigureShape::Single((d * Decimal::ONE_HUNDRED).normalize()),
                        Some(Cow::Borrowed("%")),
                    )
                } else {
                    (FigureShape::Single(d), None)
                }
            }),
            Value::Text(text) => {
                if cell.value.is_blank() || is_dash(&clean(text)) {
                    return Field::empty(cell.at);
                }
                number::read(text, mark)
                    .and_then(|f| f.in_unit(unit.unwrap_or("")))
                    .map(|f| (f.shape, f.unit.map(Cow::Owned)))
            }
            Value::Date(_) | Value::Clock(_) => Err(NumberFault::Clock),
            Value::Bool(_) => Err(NumberFault::NotFigure),
            Value::Error(_) | Value::Uncomputed => {
                self.broken(cell);
                return Field::faulty(cell.at);
            }
        };
        match read {
            Ok((shape, own)) => {
                if own.is_none() && self.percent_in_doubt(cell, shape, unit) {
                    return Field::faulty(cell.at);
                }
                let own = own.map(|u| self.share(&u));
                Field::given(Some((shape, own)), cell.at)
            }
            Err(NumberFault::Clock) if unit.is_some_and(measure::counts) => {
                let (date, unit) = (matches!(cell.value, Value::Date(_)), unit.unwrap_or("").to_owned());
                self.note(cell, ClockCell { date, unit });
                Field::faulty(cell.at)
            }
            Err(NumberFault::NotFigure | NumberFault::TwoFigures) if matches!(cell.value, Value::Text(t) if in_pieces(t)) => {
                let why = Some("angkanya terpisah oleh spasi");
                self.note(cell, NumberUnreadable { why });
                Field::faulty(cell.at)
            }
            Err(NumberFault::NotFigure | NumberFault::TwoFigures | NumberFault::Clock) => Field::given(None, cell.at),
            Err(NumberFault::Ambiguous) => {
                self.note(cell, NumberAmbiguous);
                Field::faulty(cell.at)
            }
            Err(NumberFault::TooLong) => {
                let why = Some("terlalu banyak angka untuk dihitung persis");
                let expected = "angka dengan paling banyak 15 digit di depan koma";
                self.note_expecting(cell, NumberUnreadable { why }, expected);
                Field::faulty(cell.at)
            }
        }
    }

    /// One plain figure, no unit but `%`.
    pub fn plain(&mut self, cell: InputCell<'a>, mark: Option<DecimalMark>) -> Field<Decimal> {
        let field = self.figure(cell, mark);
        match field.state {
            crate::model::State::Empty => Field::empty(cell.at),
            crate::model::State::Faulty => Field::faulty(cell.at),
            crate::model::State::Given(Some((FigureShape::Single(d), unit))) if unit.as_deref().is_none_or(|u| u == "%") => {
                Field::given(d, cell.at)
            }
            crate::model::State::Given(_) => {
                self.note_expecting(cell, NumberUnreadable { why: None }, "satu angka");
                Field::faulty(cell.at)
            }
        }
    }

    /// A whole number from 1; `None` (and recorded) when it is something else.
    pub fn ordinal(&mut self, cell: InputCell<'a>, expected: &'static str) -> Field<u32> {
        use rust_decimal::prelude::ToPrimitive;
        let field = self.figure(cell, None);
        let number = match &field.state {
            crate::model::State::Empty => return Field::empty(cell.at),
            crate::model::State::Faulty => return Field::faulty(cell.at),
            crate::model::State::Given(Some((FigureShape::Single(d), None))) if d.is_integer() => d.to_u32().filter(|&n| n > 0),
            crate::model::State::Given(_) => None,
        };
        if let Some(n) = number {
            return Field::given(n, cell.at);
        }
        self.note_expecting(cell, NumberUnreadable { why: None }, expected);
        Field::faulty(cell.at)
    }

    /// A bare figure whose unit is per cent and that may be 0.85 % or 85 % (`masukan.md` section
    /// 2b.10). 0 is 0 either way.
    fn percent_in_doubt(&mut self, cell: InputCell<'a>, shape: FigureShape, unit: Option<&str>) -> bool {
        let largest = shape.largest();
        let doubtful = largest > Decimal::ZERO
            && largest <= Decimal::new(15, 1)
            && unit.is_some_and(|u| measure::of(u).kind == measure::SatuanKind::Percent);
        if doubtful {
            self.note(cell, PercentAmbiguous);
        }
        doubtful
    }
}

/// Adds to a list that mostly stays at one to three: a vector would take room for four at once, and
/// of these lists there is one for each RHK and indicator.
pub(super) fn push_tight<T>(list: &mut Vec<T>, item: T) {
    if list.len() == list.capacity() && list.len() < 4 {
        list.reserve_exact(1);
    }
    list.push(item);
}

/// Digits and blanks only: no words that somebody wrote, and no figure either ("1 90").
fn in_pieces(text: &str) -> bool {
    let text = text.trim();
    text.contains(char::is_whitespace) && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace())
}
