//! HTML tables that web applications save as `.xls`, read from html5ever's tokens. No tree is
//! built: nesting costs nothing, however deep.
//!
//! The whole document is one sheet, as Excel opens it: text outside tables a row each, tables one
//! below the other (a table inside a cell below the table it is in), spans as merged areas.

use std::cell::RefCell;

use html5ever::Attribute;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, EndTag, StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::file::{Refusal, Sheets};
use super::filling::{Bounds, Filling};
use super::findings::{FileNotTable, FileTooLarge};
use super::guard::damaged;
use super::sheet::{Merge, Value};
use super::strike::{Stretches, Strike};
use super::strike_html::Strokes;
use super::{ReadOptions, answer, encoding};
use crate::base::origin::FileId;
use crate::finding::Noted;

/// Largest document; it is held in memory, and no export of a table is larger.
const BYTES: usize = 128 << 20;
/// Attributes of one tag; the tokenizer compares each with all others.
const ATTRIBUTES: usize = 512;
/// Tables inside tables.
const DEPTH: usize = 64;
/// Rows one cell may span, as HTML itself has it.
const ROWSPAN: u32 = 65_534;

/// Reads the document; also the name of its encoding.
pub fn read(bytes: &[u8], id: FileId, options: &ReadOptions) -> Result<(&'static str, Vec<super::Sheet>, Vec<Noted>), Refusal> {
    if bytes.len() > BYTES {
        return Err(Refusal::new(FileTooLarge {
            detail: format!("halaman HTML lebih dari {} MB", BYTES >> 20),
        }));
    }
    let Some((text, encoding)) = encoding::decode(bytes) else {
        return Err(Refusal::new(FileNotTable {
            detail: "bukan teks dan bukan buku kerja".into(),
        }));
    };
    if has_monster_tag(text.as_bytes()) {
        return Err(damaged("ada tag HTML dengan ribuan atribut"));
    }
    let sink = HtmlSink {
        page: RefCell::new(HtmlPage::new(options.limits.cols)),
    };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(&text));
    // It only pauses for a sink that asks for it, to run a script.
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let page = tokenizer.sink.page.into_inner();
    let (sheets, problems) = page.into_sheet(id, options)?;
    Ok((encoding.name(), sheets, problems))
}

fn has_monster_tag(text: &[u8]) -> bool {
    let mut rest = text;
    while let Some(open) = memchr::memchr(b'<', rest) {
        rest = &rest[open + 1..];
        if !rest.first().is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let end = memchr::memchr(b'>', rest).unwrap_or(rest.len());
        let separators = rest[..end]
            .windows(2)
            .filter(|w| is_separator(w[0]) && !is_separator(w[1]))
            .count();
        if separators > ATTRIBUTES {
            return true;
        }
        rest = &rest[end..];
    }
    false
}

fn is_separator(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'/' | b'"' | b'\'')
}

struct HtmlSink {
    page: RefCell<HtmlPage>,
}

impl TokenSink for HtmlSink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut page = self.page.borrow_mut();
        match token {
            CharacterTokens(text) => page.text(&text),
            TagToken(tag) if tag.kind == StartTag => return page.open(&tag),
            TagToken(tag) if tag.kind == EndTag => page.close(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Text of a cell or line, blanks collapsed as a browser does, and where it is struck out.
#[derive(Default)]
struct Flow(String, Vec<std::ops::Range<usize>>);

impl Flow {
    fn struck(&mut self, text: &str) {
        let from = self.0.len();
        self.text(text);
        self.1.push(from..self.0.len());
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_ascii_whitespace() {
                if !self.0.ends_with([' ', '\n']) {
                    self.0.push(' ');
                }
            } else {
                self.0.push(c);
            }
        }
    }

    fn line(&mut self) {
        while self.0.ends_with(' ') {
            self.0.pop();
        }
        self.0.push('\n');
    }

    /// Only the blanks of the layout are taken off; a no-break space is the author's.
    fn take(&mut self) -> String {
        self.1.clear();
        let text = std::mem::take(&mut self.0);
        text.trim_matches([' ', '\n']).to_owned()
    }

    /// What is struck out of it.
    fn strike(&self) -> Option<Strike> {
        let mut all = Stretches::default();
        let mut from = 0;
        for range in &self.1 {
            // Blanks at the end of a line were taken off again.
            let (start, end) = (range.start.min(self.0.len()), range.end.min(self.0.len()));
            all.push(self.0.get(from..start)?, false);
            all.push(self.0.get(start..end)?, true);
            from = end;
        }
        all.push(self.0.get(from..)?, false);
        all.finish()
    }
}

struct HtmlCell {
    col: u16,
    across: u16,
    down: u32,
    flow: Flow,
    /// The cell itself says that its text is struck out.
    struck: bool,
}

struct HtmlTable {
    /// Order of opening.
    number: usize,
    cells: Vec<(u32, u16, String)>,
    strikes: Vec<(u32, u16, Strike)>,
    merges: Vec<Merge>,
    /// Rows begun.
    rows: u32,
    in_row: bool,
    /// The row says that its text is struck out.
    struck: bool,
    next_col: u16,
    /// For each column: the row below the last one that a cell from above reaches.
    busy: Vec<u32>,
    cell: Option<HtmlCell>,
}

impl HtmlTable {
    fn row(&mut self, struck: bool) {
        self.end_cell();
        self.struck = struck;
        self.rows = self.rows.saturating_add(1);
        self.in_row = true;
        self.next_col = 0;
    }

    fn end_row(&mut self) {
        self.end_cell();
        self.in_row = false;
    }

    fn cell(&mut self, across: u16, down: u32, most: u16, struck: bool) {
        self.end_cell();
        if !self.in_row {
            self.row(false);
        }
        let row = self.rows - 1;
        while self.busy.get(usize::from(self.next_col)).is_some_and(|&until| until > row) {
            self.next_col += 1;
        }
        let col = self.next_col;
        let end = col.saturating_add(across).min(most.saturating_add(1));
        if self.busy.len() < usize::from(end) {
            self.busy.resize(usize::from(end), 0);
        }
        for busy in &mut self.busy[usize::from(col).min(usize::from(end))..usize::from(end)] {
            *busy = row.saturating_add(down);
        }
        self.next_col = end.max(col);
        self.cell = Some(HtmlCell {
            col,
            across,
            down,
            flow: Flow::default(),
            struck: struck || self.struck,
        });
    }

    fn end_cell(&mut self) {
        let Some(mut cell) = self.cell.take() else { return };
        let row = self.rows - 1;
        if let Some(strike) = cell.flow.strike() {
            self.strikes.push((row, cell.col, strike));
        }
        let text = cell.flow.take();
        if !text.is_empty() {
            self.cells.push((row, cell.col, text));
        }
        if cell.across > 1 || cell.down > 1 {
            self.merges.push(Merge {
                top: row,
                left: cell.col,
                bottom: row.saturating_add(cell.down - 1),
                right: cell.col.saturating_add(cell.across - 1),
            });
        }
    }
}

struct HtmlPage {
    cols: u16,
    /// Tables being read, the innermost last.
    open: Vec<HtmlTable>,
    /// Tables read, of the outermost one that is open.
    read: Vec<HtmlTable>,
    opened: usize,
    too_deep: bool,
    outside: Flow,
    /// Inside an element whose text is not shown.
    silent: Option<html5ever::LocalName>,
    title: Flow,
    /// It asks for a password: a page for signing in.
    asks_password: bool,
    rows: u32,
    cells: Vec<(u32, u16, String)>,
    strikes: Vec<(u32, u16, Strike)>,
    merges: Vec<Merge>,
    /// What strikes out the text being read.
    strokes: Strokes,
}

impl HtmlPage {
    fn new(cols: u16) -> Self {
        Self {
            cols,
            open: Vec::new(),
            read: Vec::new(),
            opened: 0,
            too_deep: false,
            outside: Flow::default(),
            silent: None,
            title: Flow::default(),
            asks_password: false,
            rows: 0,
            cells: Vec::new(),
            strikes: Vec::new(),
            merges: Vec::new(),
            strokes: Strokes::default(),
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(silent) = &self.silent {
            match &**silent {
                "title" => self.title.text(text),
                "style" => self.strokes.style(text),
                _ => {}
            }
            return;
        }
        match self.open.last_mut() {
            Some(table) => {
                if let Some(cell) = &mut table.cell {
                    if cell.struck || self.strokes.open() {
                        cell.flow.struck(text);
                    } else {
                        cell.flow.text(text);
                    }
                }
                // Text in a table but in no cell is not shown where it stands; rare, and no data.
            }
            None => self.outside.text(text),
        }
    }

    fn open(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        match &*tag.name {
            "script" => return self.hide(tag, ScriptData),
            "style" | "noembed" | "noframes" | "iframe" | "xmp" => return self.hide(tag, Rawtext),
            "title" | "textarea" => return self.hide(tag, Rcdata),
            "table" => self.open_table(),
            "input" => {
                let is_secret = |a: &Attribute| &*a.name.local == "type" && a.value.eq_ignore_ascii_case("password");
                self.asks_password |= tag.attrs.iter().any(is_secret);
            }
            "tr" => {
                let struck = self.strokes.by(tag);
                self.innermost(|t| t.row(struck));
            }
            "td" | "th" => {
                let across = span(tag, "colspan").min(u32::from(self.cols));
                let down = span(tag, "rowspan").min(ROWSPAN);
                let most = self.cols;
                let struck = self.strokes.by(tag);
                self.strokes.end();
                self.innermost(|t| t.cell(u16::try_from(across).unwrap_or(most), down, most, struck));
            }
            name => {
                self.strokes.begin(tag);
                self.block(name);
            }
        }
        TokenSinkResult::Continue
    }

    fn close(&mut self, name: &html5ever::LocalName) {
        if self.silent.as_ref() == Some(name) {
            self.silent = None;
            return;
        }
        match &**name {
            "table" => self.close_table(),
            "tr" => self.innermost(HtmlTable::end_row),
            "td" | "th" => {
                self.strokes.end();
                self.innermost(HtmlTable::end_cell);
            }
            _ => {
                self.strokes.close(name);
                self.block(name);
            }
        }
    }

    fn hide(&mut self, tag: &Tag, kind: html5ever::tokenizer::states::RawKind) -> TokenSinkResult<()> {
        self.silent = Some(tag.name.clone());
        TokenSinkResult::RawData(kind)
    }

    /// Elements that begin a new line.
    fn block(&mut self, name: &str) {
        let is_block = matches!(
            name,
            "br" | "p" | "div" | "li" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "center" | "hr"
        );
        if !is_block {
            return;
        }
        match self.open.last_mut() {
            None => self.outside_line(),
            Some(table) => {
                if let Some(cell) = &mut table.cell {
                    // One line break for a paragraph's end and the next one's begin.
                    if name == "br" || (!cell.flow.0.is_empty() && !cell.flow.0.ends_with('\n')) {
                        cell.flow.line();
                    }
                }
            }
        }
    }

    fn outside_line(&mut self) {
        let text = self.outside.take();
        if !text.is_empty() {
            self.cells.push((self.rows, 0, text));
            self.rows = self.rows.saturating_add(1);
        }
    }

    fn innermost(&mut self, f: impl FnOnce(&mut HtmlTable)) {
        if let Some(table) = self.open.last_mut() {
            f(table);
        }
    }

    fn open_table(&mut self) {
        if self.open.is_empty() {
            self.outside_line();
        }
        if self.open.len() >= DEPTH {
            self.too_deep = true;
            return;
        }
        self.opened += 1;
        self.open.push(HtmlTable {
            number: self.opened,
            cells: Vec::new(),
            strikes: Vec::new(),
            merges: Vec::new(),
            rows: 0,
            in_row: false,
            struck: false,
            next_col: 0,
            busy: Vec::new(),
            cell: None,
        });
    }

    fn close_table(&mut self) {
        let Some(mut table) = self.open.pop() else { return };
        table.end_row();
        self.read.push(table);
        if !self.open.is_empty() {
            return;
        }
        self.read.sort_by_key(|t| t.number);
        for table in self.read.drain(..) {
            let from = self.rows;
            self.cells.extend(
                table
                    .cells
                    .into_iter()
                    .map(|(row, col, text)| (from.saturating_add(row), col, text)),
            );
            let strikes = table.strikes.into_iter();
            self.strikes
                .extend(strikes.map(|(row, col, strike)| (from.saturating_add(row), col, strike)));
            self.merges.extend(table.merges.into_iter().map(|m| Merge {
                top: from.saturating_add(m.top),
                bottom: from.saturating_add(m.bottom.min(table.rows.saturating_sub(1))),
                ..m
            }));
            self.rows = self.rows.saturating_add(table.rows);
        }
    }

    fn into_sheet(mut self, id: FileId, options: &ReadOptions) -> Result<Sheets, Refusal> {
        while !self.open.is_empty() {
            self.close_table(); // never closed in the file
        }
        self.outside_line();
        if self.too_deep {
            return Err(damaged(format!("tabel di dalam tabel lebih dari {DEPTH} tingkat")));
        }
        let title = self.title.take();
        if self.opened == 0 || self.asks_password || answer::is_failure(&title) {
            let first = self.cells.first().map(|(_, _, text)| text.as_str());
            let says = if title.is_empty() { first.unwrap_or_default() } else { &title };
            let failed = |text: &str| answer::is_failure(text);
            if !self.asks_password && !failed(&title) && !self.cells.iter().take(50).any(|(_, _, text)| failed(text)) {
                return Err(Refusal::new(FileNotTable {
                    detail: "halaman web tanpa tabel; bila ini hasil unduhan, unduhannya gagal: masuk lagi ke aplikasinya, lalu unduh ulang".into(),
                }));
            }
            return Err(answer::refusal(says));
        }
        let bounds = Bounds::new(id, &options.limits);
        let mut into = Filling::new(&bounds, 0, None);
        for merge in self.merges {
            into.merge(merge);
        }
        for (row, col, text) in &self.cells {
            into.push(*row, u32::from(*col), Value::Text(text))?;
        }
        for (row, col, strike) in self.strikes {
            into.strike(row, u32::from(col), strike);
        }
        let (sheet, problems) = into.finish();
        Ok((vec![sheet], problems))
    }
}

fn span(tag: &Tag, name: &str) -> u32 {
    let value = tag
        .attrs
        .iter()
        .find(|a| &*a.name.local == name)
        .map(|a| a.value.trim().parse::<u32>());
    value.and_then(Result::ok).unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(html: &str) -> super::super::Sheet {
        read(html.as_bytes(), FileId(0), &ReadOptions::default()).unwrap().1.remove(0)
    }

    fn texts(html: &str) -> Vec<(u32, u16, String)> {
        sheet(html)
            .rows()
            .flat_map(|r| r.cells().map(move |(c, v)| (r.number(), c, v.written())).collect::<Vec<_>>())
            .collect()
    }

    #[test]
    fn tables_are_read_as_excel_shows_them() {
        let html = "<html><head><title>x</title><style>td {a:b}</style></head><body><h3>Laporan\n SKP</h3>
            <table border=1><tr><th rowspan=2>No<th colspan='2'>Nama &amp; NIP</tr><tr><td>a<td>b
            <tr><td>1</td><td>Ani<br>S.Kom.</td><td>&nbsp;1980</td></tr></table>Jumlah: 1";
        let is = |r, c, t: &str| (r, c, t.to_owned());
        assert_eq!(
            texts(html),
            [
                is(0, 0, "Laporan SKP"),
                is(1, 0, "No"),
                is(1, 1, "Nama & NIP"),
                is(2, 1, "a"),
                is(2, 2, "b"),
                is(3, 0, "1"),
                is(3, 1, "Ani\nS.Kom."),
                is(3, 2, "\u{a0}1980"),
                is(4, 0, "Jumlah: 1"),
            ]
        );
        let merge = |top, left, bottom, right| Merge {
            top,
            left,
            bottom,
            right,
        };
        assert_eq!(sheet(html).merges, [merge(1, 0, 2, 0), merge(1, 1, 1, 2)]);
    }

    #[test]
    fn a_table_in_a_cell_comes_below() {
        let html = "<table><tr><td>luar<table><tr><td>dalam</table></td></tr><tr><td>bawah</table>";
        let is = |r, c, t: &str| (r, c, t.to_owned());
        assert_eq!(texts(html), [is(0, 0, "luar"), is(1, 0, "bawah"), is(2, 0, "dalam")]);
    }

    #[test]
    fn wild_spans_and_depth_are_bounded() {
        let wide = "<table><tr><td colspan=99999999 rowspan=4000000000>x<td>y</table>";
        assert_eq!(texts(wide).len(), 1, "the second cell is beyond the last column");
        let deep = format!("<table><tr><td>x{}", "<div><b>".repeat(100_000));
        assert_eq!(texts(&deep).len(), 1);
        let tables = "<table><tr><td>".repeat(1000);
        assert_eq!(
            read(tables.as_bytes(), FileId(0), &ReadOptions::default())
                .unwrap_err()
                .fact
                .code()
                .kode,
            "STR004"
        );
    }
}
