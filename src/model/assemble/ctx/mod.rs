//! Cells → fields: keeps the origin, records what is wrong, shares texts.

mod figures;
mod words;

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use hashbrown::HashSet;

use super::kept::Kept;
use super::keys::Keys;
use super::rows::{InputCell, TableRows};
use crate::base::ids::{PegawaiId, index};
use crate::base::origin::{Origin, SheetId};
use crate::base::text::{clean, clean_lines, is_dash};
use crate::finding::{Fact, Noted};
use crate::input::{Inputs, Value};
use crate::model::findings::{NipMalformed, NipNumber, ValueError, ValueMissing, ValueUncomputed};
use crate::model::read::nip::{self, Nip, NipRead};
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
    /// Whose plans say of which posting they are, where that decides of which one the others are.
    pub named_posts: HashSet<PegawaiId>,
    /// Cells that are no figure, in rows that match nobody.
    pub loose_words: Vec<Origin>,
    /// Rows that do not count beside a richer one.
    superseded: HashSet<(SheetId, u32)>,
    texts: DataTexts,
    keys: Keys,
    /// What rows have alike.
    pub kept: Kept,
    empty: Text,
    /// Columns from whose cells nothing is taken: of which another one says something else, or of another year.
    disputed: Vec<(SheetId, u16, RangeInclusive<u32>)>,
}

/// Shares texts. A sheet stores equal texts once and numbers them, so most are found by their number: those of neighbouring
/// rows stand together.
#[derive(Debug, Default)]
struct DataTexts {
    /// By sheet and number, cleaned to one line and as lines.
    by_number: Vec<[Vec<Option<Text>>; 2]>,
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

    /// The text of a cell.
    fn cleaned(&mut self, text: &str, lines: bool, cell: InputCell<'_>) -> Text {
        let clean = || if lines { clean_lines(text) } else { clean(text) };
        let Some(no) = cell.text_no.map(index) else {
            return self.intern(&clean());
        };
        let sheet = cell.at.sheet().index();
        if self.by_number.len() <= sheet {
            self.by_number.resize_with(sheet + 1, Default::default);
        }
        let known = &mut self.by_number[sheet][usize::from(lines)];
        if known.len() <= no {
            known.resize(no + 1, None);
        }
        if let Some(known) = &known[no] {
            return known.clone();
        }
        let shared = self.intern(&clean());
        self.by_number[sheet][usize::from(lines)][no] = Some(shared.clone());
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
            named_posts: HashSet::new(),
            loose_words: Vec::new(),
            superseded: HashSet::new(),
            texts: DataTexts::default(),
            keys: Keys::default(),
            kept: Kept::default(),
            empty: "".into(),
            disputed: Vec::new(),
        }
    }

    /// Takes nothing from the disputed columns of these tables.
    pub fn leave_disputed(&mut self, tables: &[TableRows<'a>]) {
        for table_rows in tables {
            for column in table_rows.table.columns.iter().filter(|c| c.disputed) {
                self.leave(table_rows, column.col);
            }
        }
    }

    /// Takes nothing from a column of a table, which is told there.
    pub fn leave(&mut self, table_rows: &TableRows<'a>, col: u16) {
        self.disputed.push((table_rows.table.sheet, col, table_rows.span()));
    }

    /// Whether a cell stands in a disputed column: told for its table.
    pub fn is_disputed(&self, cell: InputCell<'_>) -> bool {
        let at = cell.at;
        let mut columns = self.disputed.iter();
        columns.any(|(sheet, col, rows)| (*sheet, *col) == (at.sheet(), at.col()) && rows.contains(&at.row()))
    }

    /// For who reads other rows beside.
    pub fn beside(&self) -> Self {
        Self {
            disputed: self.disputed.clone(),
            named_posts: self.named_posts.clone(),
            ..Self::new(self.inputs, self.periode)
        }
    }

    /// Takes over what was noted of other rows, but for the problems that are `told` (by place) already.
    pub fn take_over(&mut self, next: &mut Self, told: impl Fn(usize) -> bool) {
        let problems = next.problems.drain(..).enumerate();
        self.problems.extend(problems.filter(|(at, _)| !told(*at)).map(|(_, p)| p));
        self.years.append(&mut next.years);
        self.loose_words.append(&mut next.loose_words);
        self.superseded.extend(next.superseded.drain());
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

    /// From here on problems are about this person.
    pub fn about(&mut self, nip: &Text) {
        // The rows of a person stand together: mostly it is already so.
        if !self.nip.as_ref().is_some_and(|own| Text::ptr_eq(own, nip)) {
            self.nip = Some(nip.clone());
        }
    }

    /// The number under which a code (a text shared here) is compared.
    pub fn key(&mut self, code: &Text) -> u32 {
        self.keys.of(code)
    }

    /// A table is read: the texts of the next one mostly stand in another sheet, and no row of it is alike.
    pub fn end_table(&mut self) {
        self.texts.by_number.clear();
        self.kept.forget_rows();
    }

    pub fn share(&mut self, text: &str) -> Text {
        self.texts.intern(text)
    }

    pub fn no_text(&self) -> Text {
        self.empty.clone()
    }

    fn text_of(&mut self, cell: InputCell<'a>, lines: bool) -> Text {
        match cell.value {
            Value::Text(t) => self.texts.cleaned(t, lines, cell),
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
            Field::given(self.text_of(cell, lines), cell.at)
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
            self.text_of(cell, true)
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
        self.note(cell, ValueMissing { column, head: None });
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
                let text = self.nip_text(cell, nip);
                Field::given(text, cell.at)
            }
            _ => Field::faulty(cell.at),
        }
    }

    /// The 18 digits as a shared text; the cell's own text where it is already clean.
    pub fn nip_text(&mut self, cell: InputCell<'a>, nip: Nip) -> Text {
        match cell.value {
            Value::Text(t) if t.len() == 18 && t.is_ascii() => self.texts.cleaned(t, false, cell),
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
}

/// Adds to a list that mostly stays at one to three: a vector would take room for four at once, and
/// of these lists there is one for each RHK and indicator.
pub(super) fn push_tight<T>(list: &mut Vec<T>, item: T) {
    if list.len() == list.capacity() && list.len() < 4 {
        list.reserve_exact(1);
    }
    list.push(item);
}
