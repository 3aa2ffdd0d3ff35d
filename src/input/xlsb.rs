//! The records of an `.xlsb` that calamine does not tell about: the parts of its sheets, merged areas.

use std::collections::HashMap;
use std::io::{self, BufReader, Read};

use super::guard::{Zip, key};
use super::package::{index_of, relationships};
use super::sheet::Merge;

const SHEET: u16 = 0x009C;
const MERGED: u16 = 0x00B0;
/// Longer than any record we look into: a text of 32,767 letters, each with a font of its own.
const LONGEST: u64 = 256 << 10;
/// Merged areas of one sheet, at most.
const MERGES: usize = 1 << 20;

/// The part of each sheet, by its name. What cannot be read is told by calamine, which reads the same parts.
pub fn parts(zip: &mut Zip<'_>) -> HashMap<String, String> {
    let targets: HashMap<String, String> = relationships(zip, "xl/_rels/workbook.bin.rels")
        .into_iter()
        .map(|r| (r.id, key(&format!("xl/{}", r.target.trim_start_matches("/xl/")))))
        .collect();
    let mut sheets = HashMap::new();
    let _ = each(zip, "xl/workbook.bin", &[SHEET], |_, data| {
        let mut rest = data.get(8..).unwrap_or_default();
        if let (Some(id), Some(name)) = (wide(&mut rest), wide(&mut rest))
            && let Some(part) = targets.get(&String::from_utf16_lossy(&id))
        {
            sheets.insert(String::from_utf16_lossy(&name), part.clone());
        }
    });
    sheets
}

/// Merged areas of a sheet.
pub fn merges(zip: &mut Zip<'_>, part: &str) -> Vec<Merge> {
    let mut merges = Vec::new();
    let _ = each(zip, part, &[MERGED], |_, data| {
        let number = |at: usize| {
            data.get(at..at + 4)
                .map_or(u32::MAX, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
        };
        let short = |at| u16::try_from(number(at)).unwrap_or(u16::MAX);
        if merges.len() < MERGES {
            merges.push(Merge {
                top: number(0),
                left: short(8),
                bottom: number(4),
                right: short(12),
            });
        }
    });
    merges
}

/// The UTF-16 letters of a text with its length in front; what follows it stays in `rest`.
pub fn wide(rest: &mut &[u8]) -> Option<Vec<u16>> {
    let (length, after) = rest.split_first_chunk::<4>()?;
    let bytes = usize::try_from(u32::from_le_bytes(*length)).ok()?.checked_mul(2)?;
    let (text, after) = after.split_at_checked(bytes)?;
    *rest = after;
    Some(text.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]])).collect())
}

/// Calls `f` for each record of these kinds, with no data where it is longer than any can be.
///
/// # Errors
/// Where the part breaks off or cannot be unpacked.
pub fn each(zip: &mut Zip<'_>, part: &str, wanted: &[u16], mut f: impl FnMut(u16, &[u8])) -> io::Result<()> {
    let Some(index) = index_of(zip, part) else { return Ok(()) };
    let part = zip.by_index(index).map_err(io::Error::other)?;
    let mut reader = BufReader::with_capacity(64 << 10, part);
    let mut data = Vec::new();
    while let Some(kind) = kind(&mut reader)? {
        let length = length(&mut reader)?;
        let is_wanted = wanted.contains(&kind);
        let mut record = reader.by_ref().take(length);
        data.clear();
        if is_wanted && length <= LONGEST {
            record.read_to_end(&mut data)?;
        } else {
            io::copy(&mut record, &mut io::sink())?;
        }
        if is_wanted {
            f(kind, &data);
        }
    }
    Ok(())
}

fn byte(reader: &mut impl Read) -> io::Result<Option<u8>> {
    let mut byte = [0];
    Ok((reader.read(&mut byte)? == 1).then_some(byte[0]))
}

/// One or two bytes; `None` at the end.
fn kind(reader: &mut impl Read) -> io::Result<Option<u16>> {
    let Some(low) = byte(reader)? else { return Ok(None) };
    if low & 0x80 == 0 {
        return Ok(Some(u16::from(low)));
    }
    let high = byte(reader)?.unwrap_or(0);
    Ok(Some(u16::from(low & 0x7f) | u16::from(high & 0x7f) << 7))
}

/// Up to four bytes of seven bits.
fn length(reader: &mut impl Read) -> io::Result<u64> {
    let mut length = 0;
    for shift in [0, 7, 14, 21] {
        let next = byte(reader)?.unwrap_or(0);
        length |= u64::from(next & 0x7f) << shift;
        if next & 0x80 == 0 {
            break;
        }
    }
    Ok(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_lengths_are_of_seven_bits() {
        // The number of BrtMergeCell has its eighth bit set, so it takes two bytes.
        assert_eq!(kind(&mut [0xB0, 0x01].as_slice()).unwrap(), Some(MERGED));
        assert_eq!(kind(&mut [0x05].as_slice()).unwrap(), Some(5));
        assert_eq!(kind(&mut [].as_slice()).unwrap(), None);
        assert_eq!(length(&mut [0x90, 0x01].as_slice()).unwrap(), 144);
        let text = [2, 0, 0, 0, b'a', 0, b'b', 0, 9];
        let mut rest = text.as_slice();
        assert_eq!(wide(&mut rest).unwrap(), [u16::from(b'a'), u16::from(b'b')]);
        assert_eq!(rest, [9]);
    }
}
