//! A document as people read it: a member a line, two spaces a level.

use std::io::{self, Write};

use serde_json::ser::Formatter;

/// A line break and the spaces of the deepest level that is written in one piece.
const BREAK: &[u8] = b"\n                                ";
/// Spaces of a level.
const STEP: usize = 2;

/// Lays a document out. Each line is begun in one piece: a result has millions of them.
#[derive(Debug, Default)]
pub struct Indented {
    level: usize,
    /// The innermost list or object has a member.
    filled: bool,
}

impl Indented {
    fn line(&self, out: &mut (impl Write + ?Sized)) -> io::Result<()> {
        let mut spaces = self.level * STEP;
        let first = spaces.min(BREAK.len() - 1);
        out.write_all(&BREAK[..=first])?;
        spaces -= first;
        while spaces > 0 {
            let more = spaces.min(BREAK.len() - 1);
            out.write_all(&BREAK[1..=more])?;
            spaces -= more;
        }
        Ok(())
    }

    fn begin(&mut self, out: &mut (impl Write + ?Sized), bracket: u8) -> io::Result<()> {
        self.level += 1;
        self.filled = false;
        out.write_all(&[bracket])
    }

    fn end(&mut self, out: &mut (impl Write + ?Sized), bracket: u8) -> io::Result<()> {
        self.level -= 1;
        if self.filled {
            self.line(out)?;
        }
        self.filled = true;
        out.write_all(&[bracket])
    }

    fn member(&self, out: &mut (impl Write + ?Sized), first: bool) -> io::Result<()> {
        if !first {
            out.write_all(b",")?;
        }
        self.line(out)
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
        self.member(out, first)
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
        self.member(out, first)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
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
