//! A writer for libraries that complain by themselves when writing fails: what fails first is kept, and what follows
//! is written nowhere.

use std::io::{self, Seek, SeekFrom, Write};

use super::ids::wide;

/// A writer that never fails: it keeps the first error and drops what comes after.
#[derive(Debug)]
pub struct FirstError<W> {
    out: W,
    error: Option<io::Error>,
    /// Where the writer stands, and how far it has come.
    at: u64,
    end: u64,
}

impl<W: Write> FirstError<W> {
    /// Around a writer that stands at its beginning.
    pub fn new(out: W) -> Self {
        Self {
            out,
            error: None,
            at: 0,
            end: 0,
        }
    }

    /// The result of what was written through it.
    ///
    /// # Errors
    /// What failed first: what is said after it is only its echo.
    pub fn result<T, E>(mut self, written: Result<T, E>) -> io::Result<Result<T, E>> {
        self.flush()?;
        self.error.map_or(Ok(written), Err)
    }

    fn moved(&mut self, to: u64) -> u64 {
        self.at = to;
        self.end = self.end.max(to);
        to
    }
}

impl<W: Write> Write for FirstError<W> {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        if self.error.is_none() {
            self.error = self.out.write_all(data).err();
        }
        self.moved(self.at + wide(data.len()));
        Ok(data.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.error.is_none() {
            self.error = self.out.flush().err();
        }
        Ok(())
    }
}

impl<W: Write + Seek> Seek for FirstError<W> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        if self.error.is_none() {
            match self.out.seek(to) {
                Ok(at) => return Ok(self.moved(at)),
                Err(error) => self.error = Some(error),
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
    fn the_first_error_is_told_at_the_end_and_nothing_else() {
        let mut room = [0; 4];
        let mut out = FirstError::new(io::Cursor::new(&mut room[..]));
        out.write_all(b"abcdef").unwrap();
        out.seek(SeekFrom::Start(1)).unwrap();
        out.write_all(b"more").unwrap();
        assert_eq!(out.stream_position().unwrap(), 5);
        assert_eq!(out.result(Ok::<_, ()>(())).unwrap_err().kind(), io::ErrorKind::WriteZero);
    }

    #[test]
    fn what_fits_is_written_whole() {
        let mut room = Vec::new();
        let mut out = FirstError::new(io::Cursor::new(&mut room));
        out.write_all(b"abc").unwrap();
        out.seek(SeekFrom::Start(1)).unwrap();
        out.write_all(b"B").unwrap();
        out.result(Ok::<_, ()>(())).unwrap().unwrap();
        assert_eq!(room, b"aBc");
    }

    #[test]
    fn what_follows_the_first_error_is_dropped() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::StorageFull.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Err(io::ErrorKind::Other.into())
            }
        }
        let mut out = FirstError::new(Full);
        out.write_all(b"x").unwrap();
        out.flush().unwrap();
        assert_eq!(
            out.result(Err::<(), _>("later")).unwrap_err().kind(),
            io::ErrorKind::StorageFull
        );
    }
}
