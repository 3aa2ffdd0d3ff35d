//! Which rows below a header are data.
//!
//! The common row, one whose NIP cell holds a NIP, is told at a glance. All others are looked at
//! closely: numbering, sample, repeated header, section, total, heading; and what stands at the
//! foot of the table is judged when the foot is known (signatures, notes).

use super::form_words::{self, is_placeholder};
use super::header::{Header, may_be_header};
use super::{Key, Section, TableKind};
use crate::base::text::{fold, fold_into};
use crate::contract::heading::look_up_exact;
use crate::contract::tables::Need;
use crate::contract::unit_words::begins_a_unit;
use crate::input::sheet::{Merge, Row};
use crate::input::{Sheet, Value};

/// Reasons for passing over a row, in the user's words.
pub mod reason {
    /// `1 2 3` under the header.
    pub const NUMBERING: &str = "baris nomor kolom";
    /// A filled example.
    pub const SAMPLE: &str = "baris contoh";
    /// A row of a form that nobody has filled in: dashes, "(dapat ditambahkan pada tahun berjalan)".
    pub const UNFILLED: &str = "baris formulir yang belum diisi";
    /// The header once more.
    pub const REPEATED: &str = "kepala tabel berulang";
    /// UTAMA / TAMBAHAN.
    pub const SECTION: &str = "baris bagian (UTAMA/TAMBAHAN)";
    /// JUMLAH, TOTAL …
    pub const TOTAL: &str = "baris jumlah";
    /// A heading between the rows.
    pub const HEADING: &str = "judul di antara baris";
    /// A heading that names the unit of the people below it.
    pub const UNIT: &str = "baris nama unit kerja";
    /// "Mengetahui … NIP. …".
    pub const SIGNATURE: &str = "blok tanda tangan";
    /// A line drawn with signs between rows.
    pub const RULE: &str = "baris garis";
    /// A line of words below the table.
    pub const NOTE: &str = "keterangan di bawah tabel";
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// Nothing in the columns of the table.
    Blank,
    /// Surely data: it has a NIP, or (in a table without) what it must have.
    Strong,
    /// Data, unless it turns out to stand at the foot of the table. `true`: one cell only, and
    /// not in a place where one cell alone says anything.
    Loose(bool),
    /// A sample row with somebody's own NIP or name: data, and a fault.
    Overwritten,
    /// Not data, with its reason.
    Skip(&'static str),
    /// A section row.
    Section(Section),
    /// Two of its cells name columns: perhaps the header of the next table.
    PerhapsHeader,
    /// In a form: the table is over (perilaku, ratings, lampiran).
    FormEnd,
}

/// What the rows of a table are compared with.
#[derive(Debug)]
pub struct Shape<'a> {
    sheet: &'a Sheet,
    header: &'a Header,
    band: (u16, u16),
    form: bool,
    /// The row above, in a form, was one that nobody has filled in.
    under_unfilled: bool,
    rhk: Option<u16>,
    indikator: Option<u16>,
    /// Columns of a form that say something of an indicator.
    work: Vec<u16>,
    nip: Option<u16>,
    /// The column that holds name and NIP.
    both: Option<u16>,
    no: Option<u16>,
    nama: Option<u16>,
    known: Vec<u16>,
    must: Vec<u16>,
    /// Vertical merges in the table's columns, by column and top.
    merges: &'a [Merge],
    buffer: String,
}

impl<'a> Shape<'a> {
    /// The shape of the table under `header`, whose cells lie in the columns `band`.
    pub fn new(sheet: &'a Sheet, header: &'a Header, band: (u16, u16), merges: &'a [Merge]) -> Self {
        let of = |key: Key| header.columns.iter().find(|c| c.key == Some(key)).map(|c| c.col);
        let must = header
            .jenis
            .columns()
            .iter()
            .filter(|c| c.need == Need::Must)
            .filter_map(|c| of(c.key))
            .collect();
        let known = header
            .columns
            .iter()
            .filter(|c| c.key.is_some_and(|k| k != Key::No))
            .map(|c| c.col)
            .collect();
        Self {
            sheet,
            header,
            band,
            form: header.jenis.is_form(),
            under_unfilled: false,
            rhk: of(Key::Rhk),
            indikator: of(Key::Indikator),
            work: [Key::Indikator, Key::Target, Key::Realisasi, Key::UmpanBalik]
                .into_iter()
                .filter_map(of)
                .collect(),
            nip: of(Key::Nip).or_else(|| of(Key::NamaNip)),
            both: of(Key::NamaNip).filter(|_| of(Key::Nip).is_none()),
            no: of(Key::No),
            nama: of(Key::Nama),
            known,
            must,
            merges,
            buffer: String::new(),
        }
    }

    /// The sheet.
    pub fn sheet(&self) -> &'a Sheet {
        self.sheet
    }

    /// The columns of the table.
    pub fn band(&self) -> (u16, u16) {
        self.band
    }

    /// The table has a NIP column, which tells data from other rows.
    pub fn has_nip(&self) -> bool {
        self.nip.is_some()
    }

    /// What the row is. `fresh`: no data row has come since the header (or its repetition).
    pub fn kind(&mut self, row: Row<'_>, fresh: bool) -> RowKind {
        let (lo, hi) = self.band;
        let mut cells = row.cells_in(lo, hi).filter(|(_, v)| !v.is_blank());
        let Some(first) = cells.next() else {
            return RowKind::Blank;
        };
        // At a glance: a row with a NIP is data, but for a sample, which says so in front.
        if let Some(nip) = self.nip {
            let value = if first.0 == nip { first.1 } else { row.get(nip) };
            if looks_like_nip(value) && (first.0 == nip || matches!(first.1, Value::Number { .. })) {
                return RowKind::Strong;
            }
            if looks_like_nip(value) && !is_sample(first.1) && Some(first.0) != self.no {
                return RowKind::Strong;
            }
        }
        let second = cells.next();
        let count = usize::from(second.is_some()) + 1 + cells.count();
        if count > 1 && is_rule(first.1) && row.cells_in(lo, hi).all(|(_, v)| v.is_blank() || is_rule(v)) {
            return RowKind::Skip(reason::RULE);
        }
        self.closely(row, first, second, count, fresh)
    }

    fn closely(
        &mut self,
        row: Row<'_>,
        first: (u16, Value<'_>),
        second: Option<(u16, Value<'_>)>,
        count: usize,
        fresh: bool,
    ) -> RowKind {
        if is_sample(first.1) || (Some(first.0) == self.no && second.is_some_and(|s| is_sample(s.1))) {
            return if self.is_overwritten(row) {
                RowKind::Overwritten
            } else {
                RowKind::Skip(reason::SAMPLE)
            };
        }
        if self.form {
            // "B. TAMBAHAN" beside the headings once more, on a new page
            if let Value::Text(t) = first.1
                && let Some(section) = section_of(&fold(t))
            {
                self.under_unfilled = false;
                return RowKind::Section(section);
            }
            if ends_form(first, second) && (count <= 4 || has_choice(row, self.band, first.1)) {
                return RowKind::FormEnd;
            }
            // "1 | RATING HASIL KERJA | SESUAI EKSPEKTASI": numbered as the RHK are
            if second.is_some_and(|(_, label)| has_choice(row, self.band, label)) {
                return RowKind::FormEnd;
            }
            // On a new page; a heading of the RHK would be taken for one that nobody has written.
            if self.repeats_header(row, count) {
                self.under_unfilled = false;
                return RowKind::Skip(reason::REPEATED);
            }
            // The headings of a table of another kind.
            if self.numbers_another(row) {
                return RowKind::FormEnd;
            }
            if is_bracketed(first.1) && self.is_numbering(row, count) {
                return RowKind::Skip(reason::NUMBERING);
            }
            if self.under_unfilled && (has_signature(row, self.band) || opens_signature(row, self.band, &mut self.buffer)) {
                self.under_unfilled = false;
                return RowKind::Loose(false);
            }
            if self.unfilled(row) {
                return RowKind::Skip(reason::UNFILLED);
            }
        }
        if self.repeats_header(row, count) {
            return RowKind::Skip(reason::REPEATED);
        }
        if fresh && self.is_numbering(row, count) {
            return RowKind::Skip(reason::NUMBERING);
        }
        if count <= 3
            && let Some(section) = self.section(row)
        {
            return RowKind::Section(section);
        }
        if may_be_header(row, self.band, &mut self.buffer) {
            return RowKind::PerhapsHeader;
        }
        let nip = self.nip.map(|c| row.get(c));
        let digits = nip.map_or(0, digits_of);
        if digits < 8 && self.is_total(first) {
            return RowKind::Skip(reason::TOTAL);
        }
        if self.nip.is_some() {
            if digits >= 8 && (!nip.is_some_and(|v| is_signature(v)) || self.says_more(row)) {
                return RowKind::Strong;
            }
            if self.nip.is_some_and(|c| self.under_merge(row.number(), c)) && count > 0 {
                return RowKind::Strong;
            }
            if self.nip_of_the_row_above(row) && self.under_a_filled_row(row) {
                return RowKind::Strong;
            }
            if count == 1 && self.names_unit_of_the_rows_below(row, first) {
                return RowKind::Loose(true);
            }
        } else if self.form {
            let says = self.known.iter().any(|&c| !row.get(c).is_blank());
            if !says || (count == 1 && self.spread(row.number(), first.0)) {
                return RowKind::Loose(true);
            }
            if has_signature(row, self.band) || opens_signature(row, self.band, &mut self.buffer) {
                return RowKind::Loose(false);
            }
            return RowKind::Strong;
        } else if self.must.iter().all(|&c| !row.get(c).is_blank()) && count >= 2 && !has_signature(row, self.band) {
            return RowKind::Strong;
        }
        // "I | SEKRETARIAT"
        if count == 2
            && self.nip.is_some_and(|c| row.get(c).is_blank())
            && is_ordinal_mark(first.1)
            && matches!(second, Some((_, Value::Text(t))) if is_unit_name(t))
        {
            return RowKind::Loose(true);
        }
        let heading = count == 1
            && matches!(first.1, Value::Text(_))
            && (!self.known.contains(&first.0) || Some(first.0) == self.nip || self.spread(row.number(), first.0));
        RowKind::Loose(heading)
    }

    /// Two cells of known columns hold something that is no line of a signature: "NIP. 1970…" in the
    /// NIP column of a filled row is a person.
    fn says_more(&self, row: Row<'_>) -> bool {
        let said = |&&c: &&u16| {
            let value = row.get(c);
            Some(c) != self.nip && !value.is_blank() && !is_signature(value)
        };
        self.known.iter().filter(said).count() >= 2
    }

    /// A sample row that is not the template's own any more: it has a NIP, and NIP or name is another's.
    fn is_overwritten(&self, row: Row<'_>) -> bool {
        let Some(nip) = self.nip.map(|c| row.get(c)).filter(|&v| super::person::is_nip(v)) else {
            return false;
        };
        // The sample is one person, whose name stands on the sheet of people alone.
        let sample = |key: Key| {
            let of = |kind: TableKind| kind.column(key).and_then(|c| c.fills.first()).map(|f| f.sample);
            of(self.header.jenis).or_else(|| of(TableKind::Pegawai))
        };
        let same = |value: Value<'_>, text: Option<&str>| match value {
            Value::Text(t) => text.is_some_and(|s| fold(t) == fold(s)),
            _ => false,
        };
        let name = self.nama.map(|c| row.get(c)).filter(|v| !v.is_blank());
        // "Nama Contoh": it says so itself.
        if name.is_some_and(|v| matches!(v, Value::Text(t) if fold(t).contains("contoh"))) {
            return false;
        }
        !(same(nip, sample(Key::Nip)) && name.is_none_or(|v| sample(Key::Nama).is_none() || same(v, sample(Key::Nama))))
    }

    /// The digits of the row's NIP.
    pub fn nip_digits(&self, row: Row<'_>) -> Option<String> {
        let Value::Text(text) = row.get(self.nip?) else { return None };
        let nip = super::person::nip_in(text)?;
        Some(nip.chars().filter(char::is_ascii_digit).collect())
    }

    /// In a table of names with the NIP below: the row says a NIP, and no name.
    pub fn nip_of_the_row_above(&self, row: Row<'_>) -> bool {
        let Some(col) = self.both else { return false };
        super::person::is_nip(row.get(col))
    }

    /// The row right above says more than a name: no signature goes on here.
    fn under_a_filled_row(&self, row: Row<'_>) -> bool {
        let index = self.sheet.index_of(row.number()).and_then(|i| i.checked_sub(1));
        index.map(|i| self.sheet.row_at(i)).is_some_and(|above| {
            above.number() + 1 == row.number() && self.known.iter().filter(|&&c| !above.get(c).is_blank()).count() >= 2
        })
    }

    /// In a numbered list of people: a row without a number that has nothing but the name of a unit where
    /// the others have theirs.
    fn names_unit_of_the_rows_below(&self, row: Row<'_>, first: (u16, Value<'_>)) -> bool {
        let Value::Text(text) = first.1 else { return false };
        let unit = || begins_a_unit(form_words::unnumbered(text));
        Some(first.0) == self.nama && self.no.is_some_and(|c| row.get(c).is_blank()) && unit()
    }

    /// A row whose running number says "NO": the header of a table of another kind.
    pub fn numbers_another(&self, row: Row<'_>) -> bool {
        let Some(Value::Text(text)) = self.no.map(|c| row.get(c)) else {
            return false;
        };
        matches!(fold(text).as_str(), "no" | "nomor" | "nourut")
    }

    /// A row of a form that is data wherever it stands: a number with its RHK, or an indicator
    /// with aspek or target.
    pub fn sure_in_form(&self, row: Row<'_>) -> bool {
        let filled = |key: Key| {
            self.header
                .columns
                .iter()
                .any(|c| c.key == Some(key) && !row.get(c.col).is_blank())
        };
        self.form
            && ((filled(Key::No) && filled(Key::Rhk)) || (filled(Key::Indikator) && (filled(Key::Aspek) || filled(Key::Target))))
            && !has_signature(row, self.band)
    }

    /// A row of a table of sasaran says a sasaran, or an indicator with its target; what follows the last
    /// one (programmes with their money, the two who sign) does not.
    pub fn belongs(&self, row: Row<'_>) -> bool {
        let filled = |key: Key| {
            self.header
                .columns
                .iter()
                .any(|c| c.key == Some(key) && !row.get(c.col).is_blank())
        };
        self.header.jenis != TableKind::Sasaran || filled(Key::Sasaran) || (filled(Key::Indikator) && filled(Key::Target))
    }

    /// A merge that comes down from a row above covers this cell.
    pub fn under_merge(&self, row: u32, col: u16) -> bool {
        super::merge_over(self.merges, row, col).is_some()
    }

    /// The cell is merged over three columns or more: a heading, not a value.
    fn spread(&self, row: u32, col: u16) -> bool {
        self.sheet
            .merges
            .iter()
            .any(|m| m.top == row && m.left == col && m.right - m.left >= 2)
    }

    /// Most cells say what the header says in the same column.
    fn repeats_header(&self, row: Row<'_>, count: usize) -> bool {
        let (lo, hi) = self.band;
        (self.header.first..=self.header.last).any(|level| {
            let head = self.sheet.row_at(level);
            let same = row
                .cells_in(lo, hi)
                .filter(|&(col, value)| match (value, head.get(col)) {
                    (Value::Text(a), Value::Text(b)) => {
                        let (a, b) = (a.trim(), b.trim());
                        !a.is_empty() && a.eq_ignore_ascii_case(b)
                    }
                    _ => false,
                })
                .count();
            same * 5 >= count * 3 && (same >= 2 || (same == count && head.cells_in(lo, hi).len() == 1))
        })
    }

    /// `1 2 3`, `(1) (2)`, `5=3x4`, `a b c`: rising from left to right.
    fn is_numbering(&self, row: Row<'_>, count: usize) -> bool {
        if count < 2 || count * 2 < self.header.columns.len() {
            return false;
        }
        let (lo, hi) = self.band;
        let mut last = 0;
        row.cells_in(lo, hi).filter(|(_, v)| !v.is_blank()).all(|(_, value)| {
            let number = ordinal(value);
            let rises = number.is_some_and(|n| n > last);
            last = number.unwrap_or(last);
            rises
        })
    }

    fn joined(&mut self, row: Row<'_>) -> &str {
        let (lo, hi) = self.band;
        self.buffer.clear();
        for (_, value) in row.cells_in(lo, hi) {
            if let Value::Text(t) = value {
                if t.len() + self.buffer.len() > 200 {
                    break;
                }
                fold_into(t, &mut self.buffer);
            }
        }
        &self.buffer
    }

    fn section(&mut self, row: Row<'_>) -> Option<Section> {
        section_of(self.joined(row))
    }

    /// A total says so in its first cell: with the word alone, or with words after it where no
    /// text of the data stands ("Jumlah dokumen …" is an indikator).
    fn is_total(&mut self, (col, value): (u16, Value<'_>)) -> bool {
        let Value::Text(text) = value else { return false };
        if text.len() > 80 || self.form {
            return false;
        }
        self.buffer.clear();
        fold_into(text, &mut self.buffer);
        let text = self.buffer.as_str();
        let free = Some(col) == self.nip || Some(col) == self.nama || !self.known.contains(&col);
        TOTALS.contains(&text) || (self.nip.is_some() && free && TOTALS.iter().any(|w| text.starts_with(w)))
    }

    /// A row of a form that nobody has filled in: its RHK is a placeholder, or under such a row its
    /// indicator is, or it holds dashes only.
    fn unfilled(&mut self, row: Row<'_>) -> bool {
        let open = |c: u16| matches!(row.get(c), Value::Text(t) if is_placeholder(t));
        let filled = |c: u16| !row.get(c).is_blank() && !open(c);
        let dashes = || self.known.iter().any(|&c| !row.get(c).is_blank() && open(c));
        let says = self.work.iter().any(|&c| filled(c));
        let rhk = self.rhk.map_or(Value::Empty, |c| row.get(c));
        self.under_unfilled = match rhk {
            Value::Text(t) if !rhk.is_blank() => {
                // One in words is the template's with all of its row, sample target included; dashes
                // beside an indicator are somebody's slip, and are shown as they are.
                is_placeholder(t) && (!says || t.contains(char::is_alphabetic))
            }
            v if !v.is_blank() => false,
            _ if self.under_unfilled => !self.indikator.is_some_and(filled),
            _ => !says && dashes(),
        };
        self.under_unfilled
    }
}

/// `---`, `:---:`, `====`: a line drawn with signs.
fn is_rule(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if t.trim().len() >= 3 && t.trim().bytes().all(|b| matches!(b, b'-' | b'=' | b':' | b'+' | b'_')))
}

/// The section a folded line opens.
fn section_of(text: &str) -> Option<Section> {
    match text.strip_suffix("jikaada").unwrap_or(text) {
        "utama" | "autama" | "iutama" | "1utama" | "kinerjautama" | "akinerjautama" | "hasilkerjautama" | "ahasilkerjautama"
        | "rhkutama" | "arhkutama" | "ikinerjautama" => Some(Section::Utama),
        "tambahan"
        | "btambahan"
        | "iitambahan"
        | "2tambahan"
        | "kinerjatambahan"
        | "bkinerjatambahan"
        | "hasilkerjatambahan"
        | "bhasilkerjatambahan"
        | "rhktambahan"
        | "brhktambahan"
        | "iikinerjatambahan" => Some(Section::Tambahan),
        _ => None,
    }
}

/// In a form: the table is over (perilaku, ratings, notes, lampiran). The line says so in its first
/// cell, or behind a heading "NO"; an RHK that begins with the same word has its number before it.
fn ends_form(first: (u16, Value<'_>), second: Option<(u16, Value<'_>)>) -> bool {
    match (first.1, second) {
        (Value::Text(no), Some((_, Value::Text(t)))) if fold(no) == "no" => form_words::ends_table(t),
        (Value::Text(t), _) => form_words::ends_table(t),
        _ => false,
    }
}

/// Beside a line of ratings stands one that may be chosen: however many cells there are, it is no RHK.
fn has_choice(row: Row<'_>, (lo, hi): (u16, u16), label: Value<'_>) -> bool {
    let Value::Text(text) = label else { return false };
    let line = form_words::line(text).map(|l| l.0);
    line.is_some_and(|line| row.cells_in(lo, hi).any(|(_, v)| super::choices::is_choice(line, v)))
}

/// `(1)`: in brackets, so the number of a column and not of a row.
fn is_bracketed(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if t.trim().starts_with('(') && t.trim().ends_with(')'))
}

/// `I`, `II.`, `B`: the number of a part, no person's.
fn is_ordinal_mark(value: Value<'_>) -> bool {
    let Value::Text(t) = value else { return false };
    let t = t.trim().trim_end_matches(['.', ')']);
    (1..=4).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_uppercase())
}

/// Beginnings of headings that are no unit: a group of people, a period.
const NO_UNITS: [&str; 26] = [
    "golongan",
    "gol",
    "pns",
    "cpns",
    "pppk",
    "asn",
    "pejabat",
    "jabatan",
    "eselon",
    "struktural",
    "fungsional",
    "pelaksana",
    "jpt",
    "administrator",
    "pengawas",
    "staf",
    "periode",
    "bulan",
    "triwulan",
    "semester",
    "tahun",
    "daftar",
    "keterangan",
    "catatan",
    "predikat",
    "pegawai",
];

/// Whether a heading between people may be the name of their unit.
pub fn is_unit_name(text: &str) -> bool {
    let text = form_words::unnumbered(text.trim());
    if text.chars().count() < 3 || text.len() > 100 || text.contains(':') {
        return false;
    }
    let folded = crate::base::text::fold_words(text);
    let first = folded.split(' ').next().unwrap_or("");
    !NO_UNITS.contains(&first) && folded.chars().any(char::is_alphabetic)
}

/// Words that make a total row when they are all a key cell says.
const TOTALS: [&str; 7] = [
    "jumlah",
    "total",
    "jumlahtotal",
    "grandtotal",
    "subtotal",
    "ratarata",
    "rerata",
];

/// A text of 15 to 30 characters that begins with a digit (an apostrophe or `="` before it).
pub fn looks_like_nip(value: Value<'_>) -> bool {
    let Value::Text(t) = value else { return false };
    (15..=30).contains(&t.len())
        && t.trim_start_matches(['\'', '=', '"', ' ', '\u{a0}'])
            .starts_with(|c: char| c.is_ascii_digit())
}

/// A text that is nothing but a NIP, as far as its form tells: digits, with at most blanks and
/// marks between them, that begin with a birth date. A date with a time of day is none.
pub fn is_surely_nip(value: Value<'_>) -> bool {
    let Value::Text(text) = value else { return false };
    if !looks_like_nip(value) || text.contains(|c: char| c.is_alphabetic() || c == ':') {
        return false;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let part = |range: std::ops::Range<usize>| digits.get(range).and_then(|d| d.parse::<u32>().ok()).unwrap_or(0);
    (17..=19).contains(&digits.len())
        && (1940..=2012).contains(&part(0..4))
        && (1..=12).contains(&part(4..6))
        && (1..=31).contains(&part(6..8))
}

/// How many digits a cell has; a number counts as many.
fn digits_of(value: Value<'_>) -> usize {
    match value {
        Value::Number { value, .. } if value.abs() >= 1e8 => 15,
        Value::Text(t) => t.chars().filter(|c| c.is_numeric()).count(),
        // A NIP cell with an error or an uncomputed formula is a row all the same.
        Value::Error(_) | Value::Uncomputed => 18,
        _ => 0,
    }
}

fn is_sample(value: Value<'_>) -> bool {
    let Value::Text(t) = value else { return false };
    let t = t.trim_start_matches(|c: char| !c.is_alphanumeric());
    t.get(..6).is_some_and(|head| head.eq_ignore_ascii_case("contoh")) && !t[6..].starts_with(char::is_alphanumeric)
}

/// The number a cell of a numbering row shows.
fn ordinal(value: Value<'_>) -> Option<u32> {
    match value {
        Value::Number { value, .. } => (1..=200_u32).find(|&n| (f64::from(n) - value).abs() < f64::EPSILON),
        Value::Text(t) => {
            let t = t.trim().trim_matches(['(', ')', '[', ']', '.', ' ']);
            let mut chars = t.chars();
            if let (Some(c @ ('a'..='z' | 'A'..='Z')), None) = (chars.next(), chars.next()) {
                return Some(u32::from(c.to_ascii_lowercase()) - u32::from('a') + 1);
            }
            let end = t.find(|c: char| !c.is_ascii_digit()).unwrap_or(t.len());
            let rest = t[end..].trim_start();
            if end == 0 || end > 3 || !(rest.is_empty() || rest.starts_with('=')) {
                return None;
            }
            t[..end].parse().ok()
        }
        _ => None,
    }
}

/// "NIP. 1970…", "NIP 1970…": the last line of a signature.
pub fn is_signature(value: Value<'_>) -> bool {
    let Value::Text(t) = value else { return false };
    let t = t.trim();
    if t.len() > 60 || !t.get(..3).is_some_and(|h| h.eq_ignore_ascii_case("nip")) {
        return false;
    }
    let rest = t[3..].trim_start_matches(['.', ':', ' ', '\u{a0}']);
    rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == '_')
}

/// A cell of the row is the last line of a signature.
pub fn has_signature(row: Row<'_>, (lo, hi): (u16, u16)) -> bool {
    row.cells_in(lo, hi).any(|(_, v)| is_signature(v))
}

/// The row opens a signature block: "Mengetahui", "Jakarta, 31 Desember 2025", "Kepala Dinas,".
pub fn opens_signature(row: Row<'_>, (lo, hi): (u16, u16), buffer: &mut String) -> bool {
    row.cells_in(lo, hi).any(|(_, value)| {
        let Value::Text(t) = value else { return false };
        if t.len() > 100 || !look_up_exact(t, buffer).is_empty() {
            return false;
        }
        buffer.clear();
        fold_into(t, buffer);
        [
            "mengetahui",
            "menyetujui",
            "pejabatpenilai",
            "pegawaiyangdinilai",
            "atasanlangsung",
            "kepala",
            "an",
            "plt",
        ]
        .iter()
        .any(|w| buffer.starts_with(w) && (w.len() > 3 || t.contains('.')))
            || (t.contains(',') && t.trim_end().ends_with(|c: char| c.is_ascii_digit() || c == '.' || c == '…'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_no_nip() {
        for nip in [
            "198704062013042004",
            "19870406 201304 2 004",
            "'198704062013042004",
            "19870406.201304.2.004",
        ] {
            assert!(is_surely_nip(Value::Text(nip)), "{nip}");
        }
        for other in [
            "09 Agustus 2025 23:59:01",
            "2025-08-09 23:59:01.000000",
            "20250809235901000",
            "Rekam 2025-08-09 235901",
            "3201011203870001",
            "021-345678901234567",
        ] {
            assert!(!is_surely_nip(Value::Text(other)), "{other}");
        }
    }
}
