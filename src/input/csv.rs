//! Delimited text: encoding, `sep=` line, delimiter, records; every value a text.

use ::csv::StringRecord;

use super::dialect::{self, Delimiter};
use super::ends::FieldEnds;
use super::filling::{Bounds, Filling};
use super::findings::{DelimiterAmbiguous, FileDamaged, FileNotTable};
use super::options::{Limits, ReadOptions};
use super::refusal::Refusal;
use super::sheet::{CellError, Sheet, Value};
use super::{answer, encoding};
use crate::base::ids::short;
use crate::base::origin::{FileId, Origin, SheetId};
use crate::finding::Noted;

/// Opening quotes that are never closed, told one by one up to here; more is a damaged file.
const LONE_QUOTES: usize = 20;

/// A text that was read.
#[derive(Debug)]
pub struct CsvText {
    /// Name of its encoding.
    pub encoding: &'static str,
    /// Its delimiter; `None` for a single column.
    pub delimiter: Option<char>,
    /// Its one table.
    pub sheet: Sheet,
    /// What was odd, at cells.
    pub problems: Vec<Noted>,
}

/// Reads delimited text. `named`: the user named the file, so it is meant to be a table.
pub fn read(bytes: &[u8], id: FileId, named: bool, options: &ReadOptions) -> Result<CsvText, Refusal> {
    let Some((text, encoding)) = encoding::decode(bytes) else {
        return Err(Refusal::new(FileNotTable {
            detail: "bukan teks dan bukan buku kerja".into(),
        }));
    };
    let mut text = text;
    if ends_lines_with_returns(text.as_bytes()) {
        text = text.replace('\r', "\n").into(); // line ends of old Macs
    }
    if let Some(lines) = dialect::unwrapped(&text, options.known_header) {
        text = lines.into();
    }
    let plan = CsvPlan::of(&text, named, options)?;
    let limits = limits(options);
    let bounds = Bounds::new(id, &limits);
    let mut records = Records::new(&plan, &bounds);
    let body = &text[plan.skipped..];
    // Up to the first line with a quote every line is a record.
    let quote = memchr::memchr(b'"', body.as_bytes()).unwrap_or(body.len());
    let quoted = memchr::memrchr(b'\n', &body.as_bytes()[..quote]).map_or(0, |n| n + 1);
    let (plain, rest) = body.split_at(if quote == body.len() { quote } else { quoted });
    let line = records.plain(plain.strip_prefix('\u{feff}').unwrap_or(plain), plan.first_line())?;
    records.all(rest.as_bytes(), line)?;
    let mut read = records.finish(&plan, id, encoding.name());
    read.problems
        .extend(zeros(body, plan.first_line()).map(|told| told.in_file(id)));
    Ok(read)
}

/// Bytes that no text has, where a copy broke off or a data base filled a field up: told at the first.
fn zeros(text: &str, first_line: u32) -> Option<Noted> {
    let first = memchr::memchr(0, text.as_bytes())?;
    let line = first_line.saturating_add(lines(&text.as_bytes()[..first]));
    let detail = match memchr::memchr_iter(0, text.as_bytes()).count() {
        1 => format!("ada bita kosong (NUL) di baris {}", line + 1),
        n => format!("ada {n} bita kosong (NUL), yang pertama di baris {}", line + 1),
    };
    Some(Noted::new(FileDamaged { detail }).at(Origin::new(SheetId(0), line, 0)))
}

/// A text may have more lines than a sheet of Excel.
pub fn limits(options: &ReadOptions) -> Limits {
    Limits {
        rows: u32::MAX,
        ..options.limits
    }
}

/// How a text is read; its first lines decide.
#[derive(Debug)]
pub struct CsvPlan {
    /// Bytes of the `sep=` line.
    pub skipped: usize,
    delimiter: u8,
    width: usize,
    /// A single column is none that a delimiter made, unless the user named one.
    single: bool,
}

impl CsvPlan {
    /// How this text is read.
    pub fn of(text: &str, named: bool, options: &ReadOptions) -> Result<Self, Refusal> {
        let (declared, body) = sep_line(text);
        let known = options.known_header;
        let forced = options.delimiter.and_then(|c| u8::try_from(c).ok()).filter(u8::is_ascii);
        let decided = match forced.or(declared) {
            Some(byte) => dialect::given(body, byte, known),
            None => dialect::find(body, known),
        };
        let (delimiter, width) = match decided {
            _ if known_failure(&decided, body) => {
                return Err(answer::refusal(&body[..body.floor_char_boundary(400)]));
            }
            Delimiter::Found { byte, width, known } if named || known || width > 2 => (byte, width),
            Delimiter::Either(a, b) if named => {
                let detail = format!("{} atau {}", dialect::name(a), dialect::name(b));
                return Err(Refusal::new(DelimiterAmbiguous { detail }));
            }
            // Prose with a comma in every line is no table.
            Delimiter::Found { .. } | Delimiter::Either(..) | Delimiter::None if !named => {
                return Err(Refusal::new(FileNotTable {
                    detail: "teks tanpa kolom".into(),
                }));
            }
            _ => (b';', 1),
        };
        Ok(Self {
            skipped: text.len() - body.len(),
            delimiter,
            width,
            single: width <= 1 && forced.is_none(),
        })
    }

    /// The line of the file at which its records begin.
    pub fn first_line(&self) -> u32 {
        u32::from(self.skipped > 0)
    }
}

/// An answer of a site in plain text, where no row holds the names of columns.
fn known_failure(decided: &Delimiter, text: &str) -> bool {
    !matches!(decided, Delimiter::Found { known: true, .. }) && answer::is_failure(text)
}

/// The `sep=;` line of Excel, and what follows it.
fn sep_line(text: &str) -> (Option<u8>, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let line = line.trim_end_matches('\r').trim_matches('"');
    let Some(after) = line
        .get(..4)
        .filter(|s| s.eq_ignore_ascii_case("sep="))
        .and_then(|_| line.get(4..))
    else {
        return (None, text);
    };
    match after.as_bytes() {
        [byte] if byte.is_ascii() => (Some(*byte), rest),
        _ => (None, text),
    }
}

/// Records as they are read.
#[derive(Debug)]
pub struct Records<'a> {
    delimiter: u8,
    width: usize,
    into: Filling<'a>,
    lone_quotes: Vec<Noted>,
}

impl<'a> Records<'a> {
    /// None have been read.
    pub fn new(plan: &CsvPlan, bounds: &'a Bounds<'a>) -> Self {
        Self {
            delimiter: plan.delimiter,
            width: plan.width,
            into: Filling::new(bounds, 0, None),
            lone_quotes: Vec::new(),
        }
    }

    /// All that was read.
    pub fn finish(self, plan: &CsvPlan, id: FileId, encoding: &'static str) -> CsvText {
        let (sheet, mut problems) = self.into.finish();
        problems.extend(self.lone_quotes.into_iter().map(|p| p.in_file(id)));
        problems.sort_by_key(|p| p.at);
        CsvText {
            encoding,
            delimiter: (!plan.single).then_some(char::from(plan.delimiter)),
            sheet,
            problems,
        }
    }

    /// Reads lines in which no quote stands, the first of them line `line` of the file. Gives the line behind them.
    pub fn plain(&mut self, text: &str, mut line: u32) -> Result<u32, Refusal> {
        let (mut from, mut col) = (0, 0);
        for at in FieldEnds::new(text.as_bytes(), self.delimiter) {
            if text.as_bytes()[at] == b'\n' {
                self.last_field(&text[from..at], line, col)?;
                (line, col) = (line.saturating_add(1), 0);
            } else {
                // Half of the fields of a table are empty.
                if from < at {
                    self.field(&text[from..at], line, col)?;
                }
                col += 1;
            }
            from = at + 1;
        }
        self.last_field(&text[from..], line, col)?;
        Ok(line)
    }

    /// The last field of a line, behind which a carriage return may stand.
    fn last_field(&mut self, text: &str, line: u32, col: u32) -> Result<(), Refusal> {
        let cut = text.as_bytes().last() == Some(&b'\r');
        self.field(&text[..text.len() - usize::from(cut)], line, col)
    }

    /// Reads `text`, whose first line is line `line` of the file.
    pub fn all(&mut self, text: &[u8], line: u32) -> Result<(), Refusal> {
        let text = &*dialect::tight(text, self.delimiter);
        let (mut from, mut line) = (0, line);
        // Each turn but the last ends at a quote that is never closed.
        while let Some(lone) = self.until_lone_quote(&text[from..], line)? {
            let start = from + lone.at;
            let end = memchr::memchr(b'\n', &text[start..]).map_or(text.len(), |n| start + n + 1);
            self.lone_quote(&text[start..end], lone.line)?;
            (from, line) = (end, lone.line + 1);
        }
        Ok(())
    }

    /// Reads records up to the end, or to one in which an opening quote swallows other records.
    fn until_lone_quote(&mut self, text: &[u8], first_line: u32) -> Result<Option<Lone>, Refusal> {
        let mut reader = dialect::reader(text, self.delimiter, true);
        let mut record = StringRecord::new();
        // The reader's own line count includes blank lines before a record, so lines are counted here.
        let (mut counted_to, mut line) = (0, first_line);
        while reader.read_record(&mut record).unwrap_or(false) {
            let end = position(reader.position(), text.len());
            let mut start = position_of(&record, text.len());
            while start < end && text[start] == b'\n' {
                start += 1;
            }
            line = line.saturating_add(lines(&text[counted_to..start]));
            counted_to = start;
            let raw = &text[start..end];
            let body = raw.strip_suffix(b"\n").unwrap_or(raw);
            let several = memchr::memchr(b'\n', body).is_some();
            // The last record may be one line, and its quote open to the end of the file.
            if several && self.swallows(body, record.len()) || !several && end == text.len() && self.quotes(body).is_open() {
                return Ok(Some(Lone { at: start, line }));
            }
            self.record(&record, line)?;
        }
        Ok(None)
    }

    /// The quotes of a record, followed to its end.
    fn quotes(&self, raw: &[u8]) -> Quotes {
        let mut quotes = Quotes::new(self.delimiter);
        for &byte in raw {
            quotes.step(byte);
        }
        quotes
    }

    /// Is this record of several lines really several records behind a quote that was never closed?
    ///
    /// A proper quoted field ends with a quote before a delimiter or line end. Two lone quotes in
    /// different rows can look like one proper field; then every line has the delimiters of a
    /// whole record, which lines of prose have not, except by chance in a narrow table.
    fn swallows(&self, raw: &[u8], fields: usize) -> bool {
        if self.quotes(raw).is_broken() {
            return true;
        }
        if self.width < 3 {
            return false;
        }
        let is_whole = |line: &&[u8]| memchr::memchr_iter(self.delimiter, line).count() == self.width - 1;
        let lines: Vec<&[u8]> = raw.split(|&b| b == b'\n').collect();
        let whole = lines.iter().filter(|l| is_whole(l)).count();
        if fields == self.width {
            whole == lines.len() && (whole > 2 || self.width > 4)
        } else {
            lines.get(1..lines.len() - 1).is_some_and(|inner| inner.iter().any(is_whole))
        }
    }

    /// A line with a lone quote: read without quoting, so that nothing is lost, and told.
    fn lone_quote(&mut self, text: &[u8], line: u32) -> Result<(), Refusal> {
        if self.lone_quotes.len() >= LONE_QUOTES {
            let detail = format!("lebih dari {LONE_QUOTES} tanda kutip pembuka (\") yang tidak ditutup");
            return Err(Refusal::new(FileDamaged { detail }));
        }
        let mut reader = dialect::reader(text, self.delimiter, false);
        let mut record = StringRecord::new();
        if reader.read_record(&mut record).unwrap_or(false) {
            let col = record.iter().position(|f| f.starts_with('"')).unwrap_or(0);
            let written = record.get(col).unwrap_or_default().to_owned();
            let at = Origin::new(SheetId(0), line, u16::try_from(col).unwrap_or(u16::MAX));
            let detail = "tanda kutip pembuka (\") tidak ditutup".into();
            self.lone_quotes
                .push(Noted::new(FileDamaged { detail }).at(at).written(written));
            self.record(&record, line)?;
        }
        Ok(())
    }

    fn record(&mut self, record: &StringRecord, line: u32) -> Result<(), Refusal> {
        let last = record.len().saturating_sub(1);
        for (col, field) in record.iter().enumerate() {
            let text = if col == last {
                field.strip_suffix('\r').unwrap_or(field)
            } else {
                field
            };
            self.field(text, line, short(col))?;
        }
        Ok(())
    }

    fn field(&mut self, text: &str, line: u32, col: u32) -> Result<(), Refusal> {
        let Some(&first) = text.as_bytes().first() else {
            return Ok(());
        };
        let (escaped, error) = match first {
            b'=' => (unwrap_escape(text), None),
            // A CSV saved by Excel spells error cells out; read as text, one would pass for words.
            b'#' | 0..=b' ' | 0x7f.. => (None, CellError::from_text(text)),
            // Told by its first byte: nearly every field is neither.
            _ => return self.into.push(line, col, Value::Text(text)),
        };
        let value = match (&escaped, error) {
            (Some(inner), _) => Value::Text(inner),
            (None, Some(error)) => Value::Error(error),
            (None, None) => Value::Text(text),
        };
        self.into.push(line, col, value)
    }
}

struct Lone {
    at: usize,
    line: u32,
}

fn position_of(record: &StringRecord, most: usize) -> usize {
    record.position().map_or(most, |p| position(p, most))
}

fn position(position: &::csv::Position, most: usize) -> usize {
    usize::try_from(position.byte()).unwrap_or(most).min(most)
}

fn lines(text: &[u8]) -> u32 {
    short(memchr::memchr_iter(b'\n', text).count())
}

/// `="1980…"`: how spreadsheets are made to keep a figure as text. Gives the text inside.
fn unwrap_escape(text: &str) -> Option<String> {
    let inner = text.strip_prefix("=\"")?.strip_suffix('"')?;
    let plain = inner.replace("\"\"", "");
    (!plain.contains('"')).then(|| inner.replace("\"\"", "\""))
}

/// Follows the quotes of a record strictly.
struct Quotes {
    delimiter: u8,
    state: CsvState,
    broken: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum CsvState {
    FieldStart,
    Plain,
    Quoted,
    /// Behind a quote inside a quoted field: its end, or the first of two.
    Closed,
}

impl Quotes {
    const fn new(delimiter: u8) -> Self {
        Self {
            delimiter,
            state: CsvState::FieldStart,
            broken: false,
        }
    }

    fn step(&mut self, byte: u8) {
        self.state = match (self.state, byte) {
            (CsvState::Quoted, b'"') => CsvState::Closed,
            (CsvState::Quoted, _) | (CsvState::Closed | CsvState::FieldStart, b'"') => CsvState::Quoted,
            (CsvState::Closed, b) if b != self.delimiter && b != b'\r' && b != b'\n' => {
                self.broken = true;
                CsvState::Plain
            }
            (CsvState::Closed, b'\r') => CsvState::Closed,
            (_, b) if b == self.delimiter || b == b'\n' => CsvState::FieldStart,
            _ => CsvState::Plain,
        };
    }

    fn is_broken(&self) -> bool {
        self.broken || self.is_open()
    }

    /// One is never closed.
    fn is_open(&self) -> bool {
        self.state == CsvState::Quoted
    }
}

/// Records end as on old Macs, and Excel there writes so still: with CR alone. A line break inside quotes ends none.
fn ends_lines_with_returns(text: &[u8]) -> bool {
    let mut returns = memchr::memchr_iter(b'\r', text);
    if returns.all(|at| text.get(at + 1) == Some(&b'\n')) {
        return false;
    }
    let mut quoted = false;
    memchr::memchr2_iter(b'"', b'\n', text).all(|at| {
        quoted ^= text[at] == b'"';
        quoted || text[at] == b'"'
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(bytes: &[u8]) -> CsvText {
        read(bytes, FileId(0), true, &ReadOptions::default()).unwrap()
    }

    fn cells(text: &CsvText) -> Vec<(u32, u16, String)> {
        text.sheet
            .rows()
            .flat_map(|r| r.cells().map(move |(c, v)| (r.number(), c, v.written())).collect::<Vec<_>>())
            .collect()
    }

    #[test]
    fn rows_are_physical_lines() {
        let t = read_text(b"sep=;\r\n\r\nnip;nama\r\n1;\"a\r\nb\"\r\n\n;x\r\n");
        assert_eq!(t.delimiter, Some(';'));
        let is = |row, col, s: &str| (row, col, s.to_owned());
        assert_eq!(
            cells(&t),
            [
                is(2, 0, "nip"),
                is(2, 1, "nama"),
                is(3, 0, "1"),
                is(3, 1, "a\nb"),
                is(6, 1, "x")
            ]
        );
        assert!(t.problems.is_empty());
    }

    #[test]
    fn lines_without_quotes_are_read_as_those_with_them() {
        let rows = "nip;nama;\r\n\r\n;;\n1; b ;c\r\n;\u{e9};=\"x\"\n#N/A;;y\r\r\n\n9;8";
        let bare = rows.replace("=\"x\"", "x");
        for (plain, quoted) in [
            (bare.clone(), format!("\"\"\n{bare}")),
            (rows.into(), format!("\"\"\n{rows}")),
        ] {
            let behind = |t: &CsvText, by: u32| cells(t).into_iter().map(|(r, c, s)| (r + by, c, s)).collect::<Vec<_>>();
            assert_eq!(
                behind(&read_text(plain.as_bytes()), 1),
                behind(&read_text(quoted.as_bytes()), 0)
            );
        }
    }

    #[test]
    fn old_macs_end_lines_with_carriage_returns() {
        let t = read_text(b"a;b\rc;d\r");
        assert_eq!(cells(&t).last().unwrap().0, 1);
    }

    #[test]
    fn excels_escape_is_unwrapped_and_an_apostrophe_is_not() {
        let t = read_text(b"a;b\n=\"198001012005011001\";'85\n\"=\"\"007\"\"\";=\"a\"&\"b\"\n");
        let texts: Vec<String> = cells(&t).into_iter().map(|c| c.2).collect();
        assert_eq!(texts, ["a", "b", "198001012005011001", "'85", "007", "=\"a\"&\"b\""]);
    }

    #[test]
    fn a_lone_quote_swallows_nothing() {
        for second in ["8;x\";9", "8;\"y;9", "\"8;x;9", "8;x;9"] {
            let text = format!("a;b;c;d;e\n1;2;3;4;5\n4;\"5;6;7;8\n7;7;7;7;7\n{second};10;11\n10;11;12;13;14\n");
            let t = read_text(text.as_bytes());
            let rows: Vec<u32> = t.sheet.rows().map(|r| r.number()).collect();
            assert_eq!(rows, [0, 1, 2, 3, 4, 5], "{second}");
            assert_eq!(t.sheet.at(2, 1), Value::Text("\"5"), "{second}");
            assert_eq!(t.problems[0].at, Some(Origin::new(SheetId(0), 2, 1)), "{second}");
        }
        let adjacent = read_text(b"a;b;c;d;e\n1;\"2;3;4;5\n6;7\";8;9;10\n");
        assert_eq!((adjacent.sheet.row_count(), adjacent.problems.len()), (3, 1));
        let fine = read_text(b"a;b;c\n1;\"satu; dua\ntiga\nempat \"\"lima\"\"\";3\n");
        assert!(fine.problems.is_empty());
        assert_eq!(fine.sheet.row_count(), 2);
    }
}
