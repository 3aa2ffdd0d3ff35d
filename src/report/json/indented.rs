//! A document as people read it: a member a line, two spaces a level.

use std::io::{self, Write};

use serde_json::ser::Formatter;

/// Spaces of a level.
const STEP: &str = "  ";
/// Bytes before the first of them.
const BREAK: usize = 2;

/// Lays a document out, in few pieces: a result has millions of lines.
#[derive(Debug)]
pub struct Indented {
    /// A comma, a line break, the spaces of the level and the quote that opens a name.
    line: String,
    /// The innermost list or object has a member.
    filled: bool,
    /// What is being written is a name: its quotes are written with what stands around them.
    name: bool,
}

impl Default for Indented {
    fn default() -> Self {
        Self {
            line: ",\n\"".into(),
            filled: false,
            name: false,
        }
    }
}

impl Indented {
    /// The line without its quote; without its comma before the first member.
    fn begin_line(&self, out: &mut (impl Write + ?Sized), first: bool) -> io::Result<()> {
        out.write_all(&self.line.as_bytes()[usize::from(first)..self.line.len() - 1])
    }

    fn begin(&mut self, out: &mut (impl Write + ?Sized), bracket: u8) -> io::Result<()> {
        self.line.insert_str(BREAK, STEP);
        self.filled = false;
        out.write_all(&[bracket])
    }

    fn end(&mut self, out: &mut (impl Write + ?Sized), bracket: u8) -> io::Result<()> {
        self.line.drain(BREAK..BREAK + STEP.len());
        if self.filled {
            self.begin_line(out, true)?;
        }
        self.filled = true;
        out.write_all(&[bracket])
    }
}

impl Formatter for Indented {
    fn begin_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, b'[')
    }

    fn end_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b']')
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.begin_line(out, first)
    }

    fn end_array_value<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, b'{')
    }

    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b'}')
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.name = true;
        out.write_all(&self.line.as_bytes()[usize::from(first)..])
    }

    fn begin_string<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        if self.name { Ok(()) } else { out.write_all(b"\"") }
    }

    fn end_string<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        let of_name = std::mem::take(&mut self.name);
        out.write_all(if of_name { b"\": " } else { b"\"" })
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        Ok(())
    }

    fn end_object_value<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    #[test]
    fn a_document_is_laid_out_as_usual() {
        let deep = (0..40).fold(json!([1, {}]), |inner, n| {
            if n % 2 == 0 {
                json!([inner])
            } else {
                json!({ "a\u{1}\"é": inner, "b": [] })
            }
        });
        for document in [deep, json!({}), json!([[], {}, [[]]]), Value::Null, json!("x")] {
            let mut out = Vec::new();
            super::super::write(&mut out, &document).unwrap();
            let usual = serde_json::to_string_pretty(&document).unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), usual + "\n");
        }
    }
}
