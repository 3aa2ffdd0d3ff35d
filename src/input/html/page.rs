//! The document while its tokens go by: its tables one below the other, and the lines between them.

use html5ever::Attribute;
use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{Tag, TokenSinkResult};

use super::table::{CellMarks, Flow, HtmlTable};
use super::{DEPTH, ROWSPAN};
use crate::base::origin::FileId;
use crate::input::answer;
use crate::input::filling::{Bounds, Filling, Sheets};
use crate::input::findings::FileNotTable;
use crate::input::guard::damaged;
use crate::input::options::ReadOptions;
use crate::input::refusal::Refusal;
use crate::input::sheet::{Merge, Value};
use crate::input::strike::Strike;
use crate::input::strike::html::Strokes;
use crate::input::tint::Rgb;
use crate::input::tint::html::Fillings;

pub(super) struct HtmlPage {
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
    fills: Vec<(u32, u16, Rgb)>,
    merges: Vec<Merge>,
    /// What strikes out the text being read.
    strokes: Strokes,
    /// What colours a cell.
    fillings: Fillings,
}

impl HtmlPage {
    pub(super) fn new(cols: u16) -> Self {
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
            fills: Vec::new(),
            merges: Vec::new(),
            strokes: Strokes::default(),
            fillings: Fillings::default(),
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        if let Some(silent) = &self.silent {
            match &**silent {
                "title" => self.title.text(text),
                "style" => {
                    self.strokes.style(text);
                    self.fillings.style(text);
                }
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

    pub(super) fn open(&mut self, tag: &Tag) -> TokenSinkResult<()> {
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
                let fill = self.fillings.by(tag);
                self.innermost(|t| t.row(struck, fill));
            }
            "td" | "th" => {
                let across = span(tag, "colspan").min(u32::from(self.cols));
                let down = span(tag, "rowspan").min(ROWSPAN);
                let most = self.cols;
                let struck = self.strokes.by(tag);
                let fill = self.fillings.by(tag);
                self.strokes.end();
                let across = u16::try_from(across).unwrap_or(most);
                self.innermost(|t| t.cell(across, down, most, CellMarks { struck, fill }));
            }
            name => {
                self.strokes.begin(tag);
                self.block(name);
            }
        }
        TokenSinkResult::Continue
    }

    pub(super) fn close(&mut self, name: &html5ever::LocalName) {
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
                    if name == "br" || cell.flow.is_on_a_line() {
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
            fills: Vec::new(),
            merges: Vec::new(),
            rows: 0,
            in_row: false,
            of_row: CellMarks::default(),
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
            let fills = table.fills.into_iter();
            self.fills
                .extend(fills.map(|(row, col, fill)| (from.saturating_add(row), col, fill)));
            self.merges.extend(table.merges.into_iter().map(|m| Merge {
                top: from.saturating_add(m.top),
                bottom: from.saturating_add(m.bottom.min(table.rows.saturating_sub(1))),
                ..m
            }));
            self.rows = self.rows.saturating_add(table.rows);
        }
    }

    /// The document ends.
    fn end(&mut self) {
        while !self.open.is_empty() {
            self.close_table(); // never closed in the file
        }
    }

    /// The coloured cells, in the order of the sheet.
    pub(super) fn into_fills(mut self) -> Vec<(u32, u16, Rgb)> {
        self.end();
        self.fills
    }

    pub(super) fn into_sheet(mut self, id: FileId, options: &ReadOptions) -> Result<Sheets, Refusal> {
        self.end();
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
