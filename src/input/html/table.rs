//! A table of the document, and the text of its cells as a browser shows it.

use crate::input::sheet::Merge;
use crate::input::strike::{Stretches, Strike};
use crate::input::tint::Rgb;

/// Text of a cell or line, blanks collapsed as a browser does, and where it is struck out.
#[derive(Default)]
pub(super) struct Flow(String, Vec<std::ops::Range<usize>>);

impl Flow {
    /// Something stands on the line at hand.
    pub(super) fn is_on_a_line(&self) -> bool {
        !self.0.is_empty() && !self.0.ends_with('\n')
    }

    pub(super) fn struck(&mut self, text: &str) {
        let from = self.0.len();
        self.text(text);
        self.1.push(from..self.0.len());
    }

    pub(super) fn text(&mut self, text: &str) {
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

    pub(super) fn line(&mut self) {
        while self.0.ends_with(' ') {
            self.0.pop();
        }
        self.0.push('\n');
    }

    /// Only the blanks of the layout are taken off; a no-break space is the author's.
    pub(super) fn take(&mut self) -> String {
        self.1.clear();
        let text = std::mem::take(&mut self.0);
        text.trim_matches([' ', '\n']).to_owned()
    }

    /// What is struck out of it.
    pub(super) fn strike(&self) -> Option<Strike> {
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

/// What a cell or its row says of how it looks.
#[derive(Clone, Copy, Default)]
pub(super) struct CellMarks {
    /// Its text is struck out.
    pub(super) struck: bool,
    /// Its fill.
    pub(super) fill: Option<Rgb>,
}

pub(super) struct HtmlCell {
    pub(super) col: u16,
    pub(super) across: u16,
    pub(super) down: u32,
    pub(super) flow: Flow,
    /// The cell itself says that its text is struck out.
    pub(super) struck: bool,
}

pub(super) struct HtmlTable {
    /// Order of opening.
    pub(super) number: usize,
    pub(super) cells: Vec<(u32, u16, String)>,
    pub(super) strikes: Vec<(u32, u16, Strike)>,
    pub(super) fills: Vec<(u32, u16, Rgb)>,
    pub(super) merges: Vec<Merge>,
    /// Rows begun.
    pub(super) rows: u32,
    pub(super) in_row: bool,
    /// What the row says.
    pub(super) of_row: CellMarks,
    pub(super) next_col: u16,
    /// For each column: the row below the last one that a cell from above reaches.
    pub(super) busy: Vec<u32>,
    pub(super) cell: Option<HtmlCell>,
}

impl HtmlTable {
    pub(super) fn row(&mut self, struck: bool, fill: Option<Rgb>) {
        self.end_cell();
        self.of_row = CellMarks { struck, fill };
        self.rows = self.rows.saturating_add(1);
        self.in_row = true;
        self.next_col = 0;
    }

    pub(super) fn end_row(&mut self) {
        self.end_cell();
        self.in_row = false;
    }

    pub(super) fn cell(&mut self, across: u16, down: u32, most: u16, own: CellMarks) {
        self.end_cell();
        if !self.in_row {
            self.row(false, None);
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
        if let Some(fill) = own.fill.or(self.of_row.fill) {
            self.fills.push((row, col, fill));
        }
        self.cell = Some(HtmlCell {
            col,
            across,
            down,
            flow: Flow::default(),
            struck: own.struck || self.of_row.struck,
        });
    }

    pub(super) fn end_cell(&mut self) {
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
