//! A Markdown page of the guide on a terminal: headings, wrapped paragraphs, tables, commands to type.
//!
//! Only what our own pages use is understood; a page is ours, never a stranger's.

use anstyle::{AnsiColor, Style};
use comfy_table::{ContentArrangement, Table};

const TITLE: Style = Style::new().bold();
const HEADING: Style = AnsiColor::Cyan.on_default();

/// The page in at most `width` columns.
pub fn render(markdown: &str, width: usize) -> String {
    let mut page = Page {
        out: String::new(),
        width,
        paragraph: String::new(),
        rows: Vec::new(),
    };
    let mut in_code = false;
    for line in markdown.lines() {
        if line.starts_with("```") {
            page.flush();
            in_code = !in_code;
            page.out.push('\n');
        } else if in_code {
            // What must be typed, without the prompt of the page and its expected exit code.
            if !line.starts_with("? ") {
                page.out
                    .push_str(&format!("    {}\n", line.strip_prefix("$ ").unwrap_or(line)));
            }
        } else {
            page.line(line);
        }
    }
    page.flush();
    let mut text = page.out.trim_end().to_owned();
    while text.contains("\n\n\n") {
        text = text.replace("\n\n\n", "\n\n");
    }
    text.push('\n');
    text
}

struct Page {
    out: String,
    width: usize,
    /// Lines that belong together, until a blank one.
    paragraph: String,
    rows: Vec<Vec<String>>,
}

impl Page {
    fn line(&mut self, line: &str) {
        if let Some(row) = line.strip_prefix('|') {
            let row = row.trim_end().trim_end_matches('|');
            if !row.trim_matches(['-', '|', ' ', ':']).is_empty() {
                self.rows.push(row.split('|').map(|c| plain(c.trim())).collect());
            }
            return;
        }
        let begins = line.is_empty() || line.starts_with(['#', '!']) || is_item(line);
        if begins {
            self.flush();
        }
        if let Some(title) = line.strip_prefix("# ") {
            self.out.push_str(&format!("{TITLE}{}{TITLE:#}\n", plain(title)));
        } else if line.starts_with('#') {
            let heading = plain(line.trim_start_matches('#').trim());
            self.out.push_str(&format!("\n{HEADING}{heading}{HEADING:#}\n"));
        } else if !line.starts_with('!') && !line.is_empty() {
            if !self.paragraph.is_empty() {
                self.paragraph.push(' ');
            }
            self.paragraph
                .push_str(if is_item(line) { line.trim_end() } else { line.trim() });
        }
    }

    /// Writes what was gathered.
    fn flush(&mut self) {
        if !self.rows.is_empty() {
            let mut table = Table::new();
            table.set_content_arrangement(ContentArrangement::Dynamic);
            table.set_width(u16::try_from(self.width).unwrap_or(u16::MAX));
            table.load_style(comfy_table::TableStyle::new());
            for row in self.rows.drain(..) {
                table.add_row(row);
            }
            self.out.push('\n');
            for line in table.lines() {
                self.out.push_str(line.trim_end());
                self.out.push('\n');
            }
        }
        let text = std::mem::take(&mut self.paragraph);
        if text.is_empty() {
            return;
        }
        let depth = text.len() - text.trim_start().len();
        let marker = text
            .trim_start()
            .split_once(' ')
            .filter(|_| is_item(&text))
            .map(|(m, _)| m.len() + 1);
        if marker.is_none() {
            self.out.push('\n');
        }
        let hanging = " ".repeat(depth + marker.unwrap_or(0));
        let options = textwrap::Options::new(self.width)
            .subsequent_indent(&hanging)
            .break_words(false);
        for line in textwrap::wrap(&plain(&text), options) {
            self.out.push_str(&line);
            self.out.push('\n');
        }
    }
}

/// A bullet or a numbered line.
fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("* ")
        || line
            .split_once(". ")
            .is_some_and(|(n, _)| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

/// Text without marks: emphasis and code marks go, of a link its words stay.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        let Some((words, after)) = link.split_once("](") else {
            break;
        };
        let Some((_, after)) = after.split_once(')') else {
            break;
        };
        out.push_str(before);
        out.push_str(words);
        rest = after;
    }
    out.push_str(rest);
    out.replace("**", "").replace('`', "")
}

#[cfg(test)]
mod tests {
    use super::render;

    #[test]
    fn a_page_becomes_what_a_terminal_shows() {
        let page = "# Judul\n\nSatu **kalimat** dengan [tautan](x.md)\nyang disambung.\n\n* butir yang cukup panjang untuk dilipat\n  di sini\n\n\
                    ```console\n$ skp baca a.xlsx\n? 1\n```\n\n| a | b |\n|---|---|\n| `x` | y |\n";
        let text = anstream::adapter::strip_str(&render(page, 30)).to_string();
        assert_eq!(
            text,
            "Judul\n\nSatu kalimat dengan tautan\nyang disambung.\n* butir yang cukup panjang\n  untuk dilipat di sini\n\n    skp baca a.xlsx\n\n a  b\n x  y\n"
        );
    }
}
