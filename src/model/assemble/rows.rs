//! A table row by row: each wanted column by its meaning, merged cells filled downwards.

use std::ops::{Range, RangeInclusive};

use crate::base::ids::RowNo;
use crate::base::origin::Origin;
use crate::base::text::{clean, fold, is_blank, is_dash};
use crate::contract::facet;
use crate::contract::tick::is_tick;
use crate::input::{Inputs, Sheet, Value};
use crate::model::read::number::{DecimalMark, Evidence};
use crate::model::read::periode;
use crate::model::{Field, Periode, RowField};
use crate::table::{DataTable, Key, MeaningSource, Pair, Section, Slice, TableColumn, TableKind, TableRow, person};

/// A table with the sheet it stands in.
#[derive(Debug, Clone)]
pub(super) struct TableRows<'a> {
    pub table: &'a DataTable,
    inputs: &'a Inputs,
    sheet: &'a Sheet,
    /// Where every meaning stands.
    places: Box<[KeyPlace]>,
    /// Of which meanings it says anything.
    said: Box<[bool]>,
    /// The rows of the sheet that are read.
    range: Range<RowNo>,
    /// The decimal mark of each column of figures, as far as its texts settle it.
    marks: Vec<(u16, Option<DecimalMark>)>,
    /// Columns of periods whose heading says how many of them make a year.
    numerals: Vec<(u16, usize)>,
    /// The intervened RHK is told by its text, not by its code: so says the heading.
    pub links_by_text: bool,
    /// Figures of umpan balik are of some scale: some are none of the codes 1, 2, 3, so none is.
    pub has_scale: bool,
}

/// Where the rows of a table say something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum KeyPlace {
    /// In a column of the sheet.
    Column(u16),
    /// In no column of its own, as the table's sources say.
    Source,
    /// In a row above.
    Above,
    /// Nowhere.
    Nowhere,
}

/// Columns of figures: each is judged on its own.
const FIGURES: [Key; 7] = [
    Key::Target,
    Key::Bobot,
    Key::Realisasi,
    Key::Nilai,
    Key::NilaiDitetapkan,
    Key::Ipk,
    Key::CapaianOrganisasi,
];

/// A cell: what it holds and where that really stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct InputCell<'a> {
    pub value: Value<'a>,
    pub at: Origin,
    /// The table has no such column: what is missing is told once for the table.
    pub absent: bool,
    /// The number of its text in its sheet, where the value is that text.
    pub text_no: Option<u32>,
}

impl<'a> InputCell<'a> {
    /// What stands at a place; as part of a cell, or of none that a column has, it is no text of the sheet.
    pub const fn new(value: Value<'a>, at: Origin) -> Self {
        Self {
            value,
            at,
            absent: false,
            text_no: None,
        }
    }

    /// Where it stands, told from a row.
    pub fn place_in_row(&self, row: Origin) -> RowField<()> {
        Field::empty(self.at).in_row(row)
    }

    /// Nothing, where there is no column for it.
    pub const fn absent(at: Origin) -> Self {
        Self {
            absent: true,
            ..Self::new(Value::Empty, at)
        }
    }

    /// Whether nothing, or only a dash, stands in it.
    pub fn says_nothing(&self) -> bool {
        let begins_a_word = |text: &str| text.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric);
        match self.value {
            Value::Text(text) => !begins_a_word(text) && (is_blank(text) || is_dash(&clean(text))),
            other => other.is_blank(),
        }
    }
}

/// A data row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a, 't> {
    table_rows: &'t TableRows<'a>,
    row: crate::input::sheet::Row<'a>,
    /// Its first cell inside the table.
    first: Origin,
    place: TableRow,
    /// The reading of the row, in a wide table.
    slice: Option<&'a Slice>,
    pub section: Option<Section>,
}

impl<'a> TableRows<'a> {
    pub fn new(inputs: &'a Inputs, table: &'a DataTable) -> Self {
        let mut places = vec![KeyPlace::Nowhere; Key::ALL.len()].into_boxed_slice();
        for (key, _) in &table.sources {
            places[key.ordinal()] = KeyPlace::Source;
        }
        for (key, above) in [(Key::UnitKerja, &table.units), (Key::Periode, &table.periods)] {
            if !above.is_empty() {
                places[key.ordinal()] = KeyPlace::Above;
            }
        }
        for column in table.columns.iter().rev() {
            let in_part = |key: Key| {
                let source = table.sources.iter().find(|(k, _)| *k == key);
                matches!(source, Some((_, MeaningSource::NameIn(_))))
            };
            if let Some(key) = column.key.filter(|&key| column.facet.is_plain() && !in_part(key)) {
                places[key.ordinal()] = KeyPlace::Column(column.col);
            }
        }
        let mut table_rows = Self {
            table,
            inputs,
            sheet: inputs.sheet(table.sheet),
            places,
            said: Key::ALL.iter().map(|&key| says(table, key)).collect(),
            range: RowNo(0)..RowNo(u32::MAX),
            marks: Vec::new(),
            numerals: Vec::new(),
            links_by_text: table.column(Key::KodeRhkAtasan).is_some_and(|c| {
                let heading = fold(&c.written);
                !heading.contains("kode") && !matches!(heading.as_str(), "rhkatasan" | "rhkpimpinan")
            }),
            has_scale: false,
        };
        let periods = table.columns.iter().filter(|c| c.key == Some(Key::Periode));
        table_rows.numerals = periods
            .filter_map(|c| Some((c.col, facet::periods_of(&c.written)?)))
            .collect();
        table_rows.marks = table
            .columns
            .iter()
            .filter(|c| c.key.is_some_and(|k| FIGURES.contains(&k)))
            .map(|c| (c.col, table_rows.judge(c.col)))
            .collect();
        let rated = |c: &&TableColumn| c.key == Some(Key::UmpanBalik) && c.facet.tick.is_none();
        let mut rated = table.columns.iter().filter(rated);
        table_rows.has_scale = rated.any(|c| table_rows.rows().any(|row| is_of_scale(row.at(c.col).value)));
        table_rows
    }

    /// Of targets of several years the one of the year that is asked for; where none is, they stay as they are.
    pub fn choose_target(&mut self, periode: Periode) {
        let period = |c: &TableColumn| facet::split(&[c.written.as_str().into()]).0.period;
        let columns = self.table.columns.iter();
        let of_target = columns.filter(|c| c.key == Some(Key::Target) || c.surpassed == Some(Key::Target));
        let targets: Vec<_> = of_target.filter_map(|c| Some((c, period(c)?))).collect();
        if targets.len() < 2 || !targets.iter().any(|(c, _)| c.key == Some(Key::Target)) {
            return;
        }
        let year = periode.tahun().to_string();
        if let Some((column, _)) = targets.iter().find(|(_, period)| **period == *year) {
            self.places[Key::Target.ordinal()] = KeyPlace::Column(column.col);
            self.marks.push((column.col, self.judge(column.col)));
        }
    }

    /// The rows of the sheet between which its data stand.
    pub fn span(&self) -> RangeInclusive<u32> {
        let last = self
            .table
            .rows
            .last()
            .map_or(self.table.header.1, |row| self.row(row).number());
        self.table.header.1..=last
    }

    /// The decimal mark that the texts of a column settle.
    fn judge(&self, col: u16) -> Option<DecimalMark> {
        let mut evidence = Evidence::default();
        for row in self.rows() {
            if let Value::Text(text) = row.at(col).value {
                evidence.add(text);
            }
        }
        evidence.mark()
    }

    /// The sheet column with a meaning.
    pub fn col(&self, key: Key) -> Option<u16> {
        match self.places[key.ordinal()] {
            KeyPlace::Column(col) => Some(col),
            _ => None,
        }
    }

    /// Whether each row says this in a cell of its own, or no row at all.
    pub fn is_plain(&self, key: Key) -> bool {
        let here = matches!(self.places[key.ordinal()], KeyPlace::Column(_) | KeyPlace::Nowhere);
        here && !self.has_slices() && self.table.merges.is_empty() && self.sheet.struck().is_none()
    }

    /// The first cell of the table, which is no other's.
    pub fn corner(&self) -> Origin {
        Origin::new(self.table.sheet, self.table.header.0, self.table.cols.0)
    }

    /// Whether the table says anything of this, in whatever way.
    pub fn has(&self, key: Key) -> bool {
        self.said[key.ordinal()]
    }

    /// Whether its rows say this, in a cell of their own or in a row above; not by headings.
    pub fn rows_say(&self, key: Key) -> bool {
        self.places[key.ordinal()] != KeyPlace::Nowhere
    }

    fn source(&self, key: Key) -> Option<&'a MeaningSource> {
        let table = self.table;
        table.sources.iter().find(|(k, _)| *k == key).map(|(_, s)| s)
    }

    /// It is a document of one person, down a sheet.
    pub fn is_document(&self) -> bool {
        self.table.columns.is_empty()
    }

    /// Each row is read more than once.
    pub fn has_slices(&self) -> bool {
        !self.table.slices.is_empty()
    }

    /// The headings name the aspek.
    pub fn aspek_by_heading(&self) -> bool {
        self.table.slices.iter().any(|s| s.source(Key::Aspek).is_some())
    }

    /// The readings of each row: one for a table that says everything once.
    pub fn readings(&self) -> impl Iterator<Item = Option<&'a Slice>> + use<'a> {
        let slices = &self.table.slices;
        slices.iter().map(Some).chain(slices.is_empty().then_some(None))
    }

    pub fn rows(&self) -> impl Iterator<Item = Line<'a, '_>> {
        self.table.rows.between(&self.range).map(|row| self.row(row))
    }

    /// The same table, of which only these rows are read.
    pub fn between(&self, range: Range<RowNo>) -> Self {
        Self { range, ..self.clone() }
    }

    fn row(&self, row: TableRow) -> Line<'a, '_> {
        let of_sheet = self.sheet.row(row.index);
        Line {
            table_rows: self,
            row: of_sheet,
            first: Origin::new(self.table.sheet, of_sheet.number(), self.table.cols.0),
            place: row,
            slice: None,
            section: row.section,
        }
    }

    /// The data row with this sheet row number.
    pub fn at_number(&self, number: u32) -> Option<Line<'a, '_>> {
        let index = RowNo::at(self.sheet.index_of(number)?);
        self.table.rows.at(index).map(|row| self.row(row))
    }
}

impl<'a> Line<'a, '_> {
    /// Its place in the sheet.
    pub fn place(&self) -> RowNo {
        self.place.index
    }

    /// 0-based row number in the sheet.
    pub fn number(&self) -> u32 {
        self.row.number()
    }

    /// Its table.
    pub fn table_rows(&self) -> &TableRows<'a> {
        self.table_rows
    }

    /// What is kept of the cell in a column: where it is the same, so is the value.
    pub fn kept_as(&self, col: u16) -> Option<u32> {
        self.row.kept_as(col)
    }

    /// Puts in `into` what tells the cells of these columns from others of the sheet.
    pub fn cells_alike(&self, cols: &[u16], into: &mut Vec<u64>) {
        for &col in cols {
            self.row.tell_apart(col, into);
        }
    }

    /// The kind of its table.
    pub fn jenis(&self) -> TableKind {
        self.table_rows.table.jenis
    }

    /// Whether a cell stands in the same table.
    pub fn is_in_table_of(&self, at: Origin) -> bool {
        self.table_rows.table.covers(at) && self.table_rows.at_number(at.row()).is_some()
    }

    /// The first cell of the row inside the table.
    pub fn first(&self) -> Origin {
        self.first
    }

    /// This row in one of its readings.
    pub fn reading(self, slice: Option<&'a Slice>) -> Self {
        Self { slice, ..self }
    }

    /// The cell of a column; an absent column is an empty cell at the start of the row. Under a
    /// vertical merge it is the merge's first cell.
    pub fn cell(&self, key: Key) -> InputCell<'a> {
        if let Some(source) = self.slice.and_then(|s| s.source(key)) {
            return self.from(source);
        }
        match self.table_rows.places[key.ordinal()] {
            KeyPlace::Column(col) => self.at(col),
            KeyPlace::Source => self.table_rows.source(key).map_or_else(|| self.nothing(), |s| self.from(s)),
            KeyPlace::Above => self.above(key),
            KeyPlace::Nowhere => self.nothing(),
        }
    }

    /// The period of the row; a bare numeral under "Bulan", "Triwulan" or "Semester" is one of these.
    pub fn period_cell(&self) -> InputCell<'a> {
        let cell = self.cell(Key::Periode);
        let mut numerals = self.table_rows.numerals.iter();
        let Some(&(_, count)) = numerals.find(|(col, _)| *col == cell.at.col()) else {
            return cell;
        };
        let numeral = match cell.value {
            Value::Text(t) => facet::ordinal(&fold(t)),
            Value::Number { value, .. } => (1..=12_u8).find(|&n| (f64::from(n) - value).abs() < f64::EPSILON),
            _ => None,
        };
        match numeral.and_then(|n| facet::numeral_period(n, count)) {
            Some(word) => InputCell {
                value: Value::Text(word),
                text_no: None,
                ..cell
            },
            None => cell,
        }
    }

    /// The period of what was attained, where a period without a year is of this one. A heading that names the year says of
    /// which year it is; which part of it the row says, and a row of another year than this one is of that.
    pub fn attained_period_cell(&self, year: i16) -> InputCell<'a> {
        let cell = self.period_cell();
        if !self.is_periodic() {
            return cell;
        }
        let said = |cell: InputCell<'_>| periode::read_in(cell.value, year).given();
        let own = self.reading(None).period_cell();
        match (said(cell), said(own)) {
            (Some(named @ Periode::Tahun(_)), Some(part)) if part.within(named) || part.tahun() != year => own,
            _ => cell,
        }
    }

    fn nothing(&self) -> InputCell<'a> {
        InputCell::absent(self.first())
    }

    /// What stands at a place that is no column of its own.
    fn from(&self, source: &'a MeaningSource) -> InputCell<'a> {
        match source {
            MeaningSource::Column(col) => self.at(*col),
            MeaningSource::Word(word, at) => InputCell::new(Value::Text(word), *at),
            MeaningSource::Cell(entry) => InputCell::new(entry.value(self.table_rows.inputs), entry.at),
            MeaningSource::Ticks(columns) => {
                let ticked = columns.iter().find(|(col, _)| is_ticked(self.at(*col).value));
                match ticked.or_else(|| columns.first()) {
                    Some(&(col, word)) => InputCell::new(
                        if ticked.is_some() { Value::Text(word) } else { Value::Empty },
                        self.at(col).at,
                    ),
                    None => self.nothing(),
                }
            }
            MeaningSource::NipIn(col) => {
                let both = self
                    .pair_cell(*col, &[Pair::NipBelow, Pair::NipAbove])
                    .unwrap_or_else(|| self.at(*col));
                match both.value {
                    Value::Text(t) if self.holds_both(*col) && person::is_name_alone(t) => InputCell::new(Value::Empty, both.at),
                    Value::Text(t) => InputCell::new(Value::Text(person::nip_in(t).unwrap_or(t)), both.at),
                    other => InputCell::new(other, both.at),
                }
            }
            MeaningSource::NameIn(col) => {
                let both = self.pair_cell(*col, &[Pair::NameBelow]).unwrap_or_else(|| self.at(*col));
                match both.value {
                    Value::Text(t) => InputCell::new(Value::Text(person::name_beside(t)), both.at),
                    other => InputCell::new(other, both.at),
                }
            }
            MeaningSource::Nothing => self.nothing(),
        }
    }

    /// The column holds name and NIP of the people.
    fn holds_both(&self, col: u16) -> bool {
        self.table_rows.table.column(Key::NamaNip).is_some_and(|c| c.col == col)
    }

    /// The cell of the row above or below that holds what of this row stands there, where it is one of these.
    fn pair_cell(&self, col: u16, wanted: &[Pair]) -> Option<InputCell<'a>> {
        let pair = self.place.pair.filter(|pair| wanted.contains(pair) && self.holds_both(col))?;
        let place = self.place.index.index();
        let index = if pair == Pair::NipAbove {
            place.checked_sub(1)?
        } else {
            place + 1
        };
        let row = self.table_rows.sheet.row_at(index);
        let (col, value) = match pair {
            Pair::NipBelow => row.cells().find(|(_, v)| person::is_nip(*v))?,
            Pair::NameBelow | Pair::NipAbove => (col, row.get(col)),
        };
        let at = Origin::new(self.table_rows.table.sheet, row.number(), col);
        Some(InputCell::new(value, at))
    }

    /// The ticked ones of the cells to tick, with what a tick there stands for.
    pub fn ticked(&self, key: Key) -> impl Iterator<Item = (InputCell<'a>, &'static str)> {
        let source = self.slice.and_then(|s| s.source(key)).or_else(|| self.table_rows.source(key));
        let columns: &[(u16, &'static str)] = match source {
            Some(MeaningSource::Ticks(columns)) => columns,
            _ => &[],
        };
        let cells = columns.iter().map(|(col, word)| (self.at(*col), *word));
        cells.filter(|(c, _)| is_ticked(c.value))
    }

    /// See [`TableRows::links_by_text`].
    pub fn links_by_text(&self) -> bool {
        self.table_rows.links_by_text
    }

    /// The reading names a period.
    pub fn is_periodic(&self) -> bool {
        self.slice.is_some_and(|s| s.periodic)
    }

    /// One of a period does not say once more what a column says of no period.
    pub fn says_itself(&self, key: Key) -> bool {
        self.slice.is_none_or(|s| !s.periodic || s.source(key).is_some())
    }

    /// Whether its table says anything of this.
    pub fn has(&self, key: Key) -> bool {
        self.table_rows.has(key)
    }

    /// What a row above names, the unit or the period; over the first such row, what the title says.
    fn above(&self, key: Key) -> InputCell<'a> {
        let table = self.table_rows.table;
        let entry = match key {
            Key::Periode => table.period_above(self.number()),
            _ => table.unit_above(self.number()),
        };
        if let (None, Some(source)) = (entry, self.table_rows.source(key)) {
            return self.from(source);
        }
        let value = entry.map_or(Value::Empty, |e| e.value(self.table_rows.inputs));
        InputCell::new(value, entry.map_or_else(|| self.first(), |e| e.at))
    }

    /// The decimal mark of the column a cell stands in.
    pub fn mark(&self, cell: InputCell<'_>) -> Option<DecimalMark> {
        let marks = &self.table_rows.marks;
        marks
            .iter()
            .find(|(col, _)| *col == cell.at.col())
            .and_then(|(_, mark)| *mark)
    }

    /// The cell in a sheet column.
    #[inline]
    pub fn at(&self, col: u16) -> InputCell<'a> {
        let at = self.first.in_col(col);
        let Some(cell) = self.row.filled(col) else {
            return match self.table_rows.table.merged_from(at.row(), col) {
                Some(top) => InputCell::new(self.table_rows.sheet.at(top, col), at.in_row(top)),
                None => InputCell::new(Value::Empty, at),
            };
        };
        // Written where it is wanted: cells are asked for by the million, and nearly all of them are texts.
        match cell.text() {
            Some((no, text)) => InputCell {
                value: Value::Text(text),
                at,
                absent: false,
                text_no: Some(no),
            },
            None => InputCell::new(cell.value(), at),
        }
    }

    /// The columns that the row has, by what they mean.
    pub fn keys(&self) -> impl Iterator<Item = Key> + use<'a> {
        let (table, slice) = (self.table_rows.table, self.slice);
        let beside = slice.into_iter().flat_map(Slice::keys);
        table
            .columns
            .iter()
            .filter(|c| c.facet.is_plain())
            .filter_map(|c| c.key)
            .chain(beside)
    }

    /// The reading of the row in which this column stands at this place.
    pub fn reading_at(self, key: Key, at: Origin) -> Option<Self> {
        let mut readings = self.table_rows.readings().map(|slice| self.reading(slice));
        readings.find(|r| r.cell(key).at == at)
    }
}

/// See [`TableRows::has`].
fn says(table: &DataTable, key: Key) -> bool {
    (key == Key::UnitKerja && !table.units.is_empty())
        || (key == Key::Periode && !table.periods.is_empty())
        || table.sources.iter().any(|(k, _)| *k == key)
        || table.columns.iter().any(|c| c.key == Some(key))
        || table.slices.iter().any(|s| s.source(key).is_some())
}

/// A mark in figures that is none of the codes 1, 2, 3: `5`, `0`, `4/5`. Stars are a word of their own beside codes.
fn is_of_scale(value: Value<'_>) -> bool {
    match value {
        Value::Number { value, .. } => ![1.0, 2.0, 3.0].contains(&value),
        Value::Text(text) => text.len() <= LONGEST_MARK && is_in_figures(text) && !matches!(fold(text).as_str(), "1" | "2" | "3"),
        _ => false,
    }
}

/// Bytes of a mark in figures; what is longer is a day or a number of something.
const LONGEST_MARK: usize = 6;

/// Figures and no word: `3`, `4/5`.
pub(super) fn is_in_figures(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit()) && !text.contains(char::is_alphabetic)
}

/// See [`is_tick`]; a figure but nought is one, too.
fn is_ticked(value: Value<'_>) -> bool {
    match value {
        Value::Empty | Value::Bool(false) => false,
        Value::Text(t) => is_tick(t),
        Value::Number { value, .. } => value != 0.0,
        _ => true,
    }
}
