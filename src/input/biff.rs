//! The records of an `.xls`, one behind the other.

pub(super) const BOUND_SHEET: u16 = 0x0085;
pub(super) const BEGIN: u16 = 0x0809;
pub(super) const END: u16 = 0x000A;
pub(super) const MULTIPLE: u16 = 0x00BD;
/// NUMBER, LABEL, RSTRING, BOOLERR, RK, LABELSST, FORMULA: row and column come first.
pub(super) const CELLS_OF_ONE: [u16; 7] = [0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, 0x00FD, 0x0006];

/// A little-endian number; 0 where the record is too short (calamine refuses such a record).
pub(super) fn number(data: &[u8], at: usize, bytes: usize) -> u64 {
    data.get(at..at + bytes)
        .map_or(0, |d| d.iter().rev().fold(0, |n, &b| n << 8 | u64::from(b)))
}

/// Records of a stream: kind, data.
pub(super) struct BiffRecords<'a> {
    stream: &'a [u8],
    at: usize,
    /// Streams inside streams, where only one is walked through.
    depth: Option<u32>,
}

impl<'a> BiffRecords<'a> {
    pub(super) const fn new(stream: &'a [u8]) -> Self {
        Self {
            stream,
            at: 0,
            depth: None,
        }
    }

    /// Those of the sheet that begins here, up to its end.
    pub(super) const fn of_sheet(stream: &'a [u8]) -> Self {
        Self {
            stream,
            at: 0,
            depth: Some(0),
        }
    }

    /// Where the data of the last record end.
    pub(super) const fn place(&self) -> usize {
        self.at
    }
}

impl<'a> Iterator for BiffRecords<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let head = self.stream.get(self.at..self.at + 4)?;
        let kind = u16::from_le_bytes([head[0], head[1]]);
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let data = self.stream.get(self.at + 4..self.at + 4 + length)?;
        self.at += 4 + length;
        if let Some(depth) = &mut self.depth {
            match kind {
                BEGIN => *depth += 1,
                END if *depth <= 1 => return None,
                END => *depth -= 1,
                _ => {}
            }
        }
        Some((kind, data))
    }
}
