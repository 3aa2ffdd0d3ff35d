//! Other tables and lines on the sheet of a table: below it, or beside it.

use super::{FormulaOf, SheetResult, SheetTable, put, write_formula};
use crate::base::ids::index;
use crate::report::form::wrapping::{height, wrapped_lines, wrapped_lines_bold};
use crate::report::tables::{Kind, ReportRow, Table};
use crate::report::workbook::cell_text;

impl<R: ReportRow> SheetTable<'_, '_, R> {
    /// Another table below this one, in the columns as they are; gives back the row after it.
    pub fn below<S: ReportRow>(&mut self, top: u32, table: &Table<S>, rows: &[S]) -> SheetResult<u32> {
        self.block((top, 0), table, rows, None)
    }

    /// Another table whose header begins at this cell; gives back the row after it. Where this table
    /// has columns they stay as wide as they are.
    pub fn block<S: ReportRow>(
        &mut self,
        (top, left): (u32, u16),
        table: &Table<S>,
        rows: &[S],
        formulas: Option<FormulaOf<'_, S>>,
    ) -> SheetResult<u32> {
        let (room, styles) = (self.room, &self.room.styles);
        let mut row = top;
        let right = left + u16::try_from(table.shown().count()).unwrap_or(0);
        for (n, line) in table.intro.iter().enumerate() {
            self.clear(row, left)?;
            let format = if n == 0 { &styles.section } else { &styles.remark };
            self.ws
                .write_string_with_format(row, left, cell_text(&room.mask().text(line)), format)?;
            self.given_last.end_row(&mut self.ws, row, height(1));
            row += 1;
        }
        let headed = table.has_headings();
        if headed {
            self.clear(row, right)?;
        }
        let mut heads = 1;
        let own = self.columns.iter().map(|(c, _)| c.width).skip(usize::from(left));
        let mut widths: Vec<f64> = own.collect();
        for (n, (col, c)) in (left..).zip(table.shown()).enumerate() {
            if widths.len() <= n {
                self.ws.set_column_width(col, c.width)?;
                widths.push(c.width);
            }
            if headed {
                self.ws
                    .write_string_with_format(row, col, cell_text(&c.title), &styles.head)?;
                heads = heads.max(wrapped_lines_bold(&c.title, widths[n]));
            }
        }
        if headed {
            // Beside another table the row has its height already.
            let mut points = height(1);
            if self.columns.is_empty() {
                points = height(heads) + 4;
                self.repeated = Some(row);
            }
            self.given_last.end_row(&mut self.ws, row, points);
            row += 1;
        }
        for r in rows {
            let mut lines = 1;
            self.clear(row, right)?;
            for ((col, c), width) in (left..).zip(table.shown()).zip(&widths) {
                let format = styles.of(c.look(r), c.kind).unwrap_or(styles.plain(c.kind));
                let found = c.value(r);
                let text = match formulas.and_then(|f| f(r, &c.key, row + 1)) {
                    Some(formula) => Some(write_formula(&mut self.ws, (row, col), &formula, &found, Some(format))?.into()),
                    None => put(room.mask(), &mut self.ws, (row, col), found, Some(format))?,
                };
                if let (Kind::Wrap, Some(text)) = (c.kind, text) {
                    lines = lines.max(wrapped_lines(&text, *width));
                }
            }
            self.given_last.end_row(&mut self.ws, row, height(lines));
            row += 1;
        }
        Ok(row)
    }

    /// Filled cells from a column on: they keep the lines of this table's columns out of what stands below it.
    fn clear(&mut self, row: u32, from: u16) -> SheetResult<()> {
        let end = u16::try_from(self.columns.len()).unwrap_or(u16::MAX);
        for col in from..end {
            self.ws.write_blank(row, col, &self.room.styles.blank)?;
        }
        Ok(())
    }

    /// A line of text on a row of its own, below all that was written.
    pub fn remark(&mut self, row: u32, text: &str) -> SheetResult<()> {
        self.ws.write_string_with_format(row, 0, text, &self.room.styles.remark)?;
        self.given_last.end_row(&mut self.ws, row, height(1));
        Ok(())
    }

    /// Lines of text under the table, a row apart from it.
    pub fn legend(&mut self, col: u16, title: &str, lines: &[String]) -> SheetResult<()> {
        let needed = index(self.row) + lines.len() + 2;
        if lines.is_empty() || needed >= index(self.room.choice.max_rows) {
            return Ok(());
        }
        let styles = &self.room.styles;
        let mut row = self.row + 1;
        self.clear(self.row, 0)?;
        self.given_last.end_row(&mut self.ws, self.row, height(1));
        self.clear(row, 0)?;
        self.ws.write_string_with_format(row, col, title, &styles.label)?;
        self.given_last.end_row(&mut self.ws, row, height(1));
        for line in lines {
            row += 1;
            self.clear(row, 0)?;
            self.ws.write_string_with_format(row, col, cell_text(line), &styles.remark)?;
            self.given_last.end_row(&mut self.ws, row, height(1));
        }
        self.print_to(row);
        Ok(())
    }
}
