//! A writer for libraries that complain by themselves when writing fails: what fails first is kept, and what follows
//! is written nowhere.

use std::io::{self, Seek, SeekFrom, Write};

use super::ids::wide;

/// Writes until something fails, and then to nowhere; [`FirstError::end`] tells.
#[derive(Debug)]
pub struct FirstError<W> {
    out: W,
    failed: Option<io::Error>,
    /// Where the writer would stand, and how far it has come, once nothing is written any more.
    at: u64,
    end: u64,
}

impl<W: Write + Seek> FirstError<W> {
    /// Around a writer.
    pub fn new(out: W) -> Self {
        Self {
            out,
            failed: None,
            at: 0,
            end: 0,
        }
    }

    /// The result of what was written through it.
    ///
    /// # Errors
    /// What failed first.
    pub fn end<T>(mut self, written: io::Result<T>) -> io::Result<T> {
        if self.failed.is_none()
            && let Err(error) = self.out.flush()
        {
            self.failed = Some(error);
        }
        self.failed.map_or(written, Err)
    }

    fn moved(&mut self, to: u64) -> u64 {
        self.at = to;
        self.end = self.end.max(to);
        to
    }
}

impl<W: Write + Seek> Write for FirstError<W> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let written = match self.failed {
            Some(_) => buffer.len(),
            None => match self.out.write(buffer) {
                Ok(0) if !buffer.is_empty() => {
                    self.failed = Some(io::ErrorKind::WriteZero.into());
                    buffer.len()
                }
                Ok(written) => written,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => return Err(error),
                Err(error) => {
                    self.failed = Some(error);
                    buffer.len()
                }
            },
        };
        self.moved(self.at + wide(written));
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<W: Write + Seek> Seek for FirstError<W> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        if self.failed.is_none() {
            match self.out.seek(to) {
                Ok(at) => return Ok(self.moved(at)),
                Err(error) => self.failed = Some(error),
            }
        }
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.end.checked_add_signed(by),
        };
        Ok(self.moved(at.unwrap_or(0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_first_is_told_at_the_end_and_nothing_else_fails() {
        let mut room = [0; 4];
        let mut out = FirstError::new(io::Cursor::new(&mut room[..]));
        out.write_all(b"abcdef").unwrap();
        out.seek(SeekFrom::Start(1)).unwrap();
        out.write_all(b"more").unwrap();
        assert_eq!(out.stream_position().unwrap(), 5);
        assert_eq!(out.end(Ok(())).unwrap_err().kind(), io::ErrorKind::WriteZero);
    }

    #[test]
    fn what_fits_is_written_whole() {
        let mut room = Vec::new();
        let mut out = FirstError::new(io::Cursor::new(&mut room));
        out.write_all(b"abc").unwrap();
        out.seek(SeekFrom::Start(1)).unwrap();
        out.write_all(b"B").unwrap();
        out.end(Ok(())).unwrap();
        assert_eq!(room, b"aBc");
    }
}
