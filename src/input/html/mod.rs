//! HTML tables that web applications save as `.xls`, read from html5ever's tokens. No tree is
//! built: nesting costs nothing, however deep.
//!
//! The whole document is one sheet, as Excel opens it: text outside tables a row each, tables one
//! below the other (a table inside a cell below the table it is in), spans as merged areas.

mod page;
mod table;

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, EndTag, StartTag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use crate::base::origin::FileId;
use crate::finding::Noted;
use crate::input::encoding;
use crate::input::findings::{FileNotTable, FileTooLarge};
use crate::input::guard::damaged;
use crate::input::options::{Limits, ReadOptions};
use crate::input::refusal::Refusal;
use crate::input::tint::{Paint, PaintWish, Paints};
use page::HtmlPage;

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
    let (sheets, problems) = page(&text, options.limits.cols).into_sheet(id, options)?;
    Ok((encoding.name(), sheets, problems))
}

/// The coloured cells of some rows of a document that was read before.
pub fn paints(bytes: &[u8], wishes: &[&PaintWish<'_>]) -> Vec<Paints> {
    let Some((text, _)) = encoding::decode(bytes) else {
        return Vec::new();
    };
    let fills = page(&text, Limits::default().cols).into_fills();
    let of_wish = |wish: &&PaintWish<'_>| {
        let mut found = Paints::default();
        for &(row, col, fill) in fills.iter().filter(|(row, col, _)| wish.has_cell(*row, *col)) {
            found.mark(row, col, Paint::new(Some(fill), None));
        }
        found
    };
    wishes.iter().map(of_wish).collect()
}

fn page(text: &str, cols: u16) -> HtmlPage {
    let sink = HtmlSink {
        page: RefCell::new(HtmlPage::new(cols)),
    };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(text));
    // It only pauses for a sink that asks for it, to run a script.
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.page.into_inner()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::sheet::Merge;

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
