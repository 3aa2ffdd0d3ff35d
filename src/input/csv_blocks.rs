//! Delimited text in UTF-8, read in blocks that stay in the processor's cache until their cells are taken and they are
//! hashed, where that is asked for.
//!
//! The beginning of a text decides how it is read, and up to the first quote each line is a record. Whatever else a text
//! may be gives `None`, and the file is read whole from its start by [`super::csv::read`], which says the same of all that
//! is read here.

use std::io::{self, Read, Take};

use encoding_rs::UTF_8;
use sha2::{Digest, Sha256};

use super::csv::{self, CsvPlan, CsvText, Records};
use super::detect::{ByteKind, detect};
use super::filling::Bounds;
use super::fingerprint::hex;
use super::options::ReadOptions;
use super::{dialect, encoding, guard, own};
use crate::base::ids::wide;
use crate::base::origin::FileId;

/// Bytes at the beginning, so many that all that decides stands there; behind them a `sep=` line has room, too.
const HEAD: usize = dialect::SAMPLE + (4 << 10);
/// Bytes of each block behind them.
const BLOCK: usize = 64 << 10;
/// A file that is no longer than this is better read whole.
pub const WORTH_IT: u64 = 512 << 10;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// Reads a file, and its hash, empty where nobody asks for it; `None` where it must be read whole.
pub fn read(file: &mut dyn Read, id: FileId, named: bool, options: &ReadOptions) -> Option<(CsvText, String)> {
    guard::contained(|| Ok(in_blocks(file, BLOCK, id, named, options))).ok()?
}

/// What has been read and not been used, and the rest of the file.
struct TextBlock<'a> {
    bytes: Vec<u8>,
    file: Take<&'a mut dyn Read>,
    /// Where somebody asks for the hash.
    hasher: Option<Sha256>,
}

impl TextBlock<'_> {
    /// Reads so many bytes more; whether the file ends before.
    fn read(&mut self, more: usize) -> io::Result<bool> {
        let before = self.bytes.len();
        (&mut self.file).take(wide(more)).read_to_end(&mut self.bytes)?;
        if let Some(hasher) = &mut self.hasher {
            hasher.update(&self.bytes[before..]);
        }
        Ok(self.bytes.len() - before < more)
    }
}

fn in_blocks(file: &mut dyn Read, size: usize, id: FileId, named: bool, options: &ReadOptions) -> Option<(CsvText, String)> {
    let mut block = TextBlock {
        bytes: Vec::with_capacity(HEAD),
        file: file.take(options.limits.file_bytes + 1),
        hasher: options.fingerprints.then(Sha256::new),
    };
    let mut ended = block.read(HEAD).ok()?;
    let kind = detect(&block.bytes);
    if kind != ByteKind::Text || !options.own && own::kind_of(&block.bytes, kind).is_some() {
        return None;
    }
    if encoding::guess(&block.bytes)? != UTF_8 {
        return None;
    }
    let mut begin = if block.bytes.starts_with(BOM) { BOM.len() } else { 0 };
    let plan = {
        let head = &block.bytes[begin..];
        let text = head.utf8_chunks().next()?.valid();
        let plan = CsvPlan::of(text, named, options).ok()?;
        // A quote in the first line may be around it as a whole, and without a line feed lines may end otherwise.
        if text.len() - plan.skipped <= dialect::SAMPLE || head[memchr::memchr2(b'\n', b'"', head)?] == b'"' {
            return None;
        }
        begin += plan.skipped;
        begin += if block.bytes[begin..].starts_with(BOM) { BOM.len() } else { 0 };
        plan
    };
    block.bytes.drain(..begin);

    let limits = csv::limits(options);
    let bounds = Bounds::new(id, &limits);
    let mut records = Records::new(&plan, &bounds);
    let mut line = plan.first_line();
    loop {
        let bytes = &block.bytes;
        let quote = memchr::memchr(b'"', bytes);
        let lines = match quote {
            None if ended => bytes.len(),
            None => memchr::memrchr(b'\n', bytes)? + 1,
            Some(quote) => memchr::memrchr(b'\n', &bytes[..quote]).map_or(0, |at| at + 1),
        };
        line = records.plain(utf8(&bytes[..lines])?, line).ok()?;
        block.bytes.drain(..lines);
        if quote.is_some() {
            ended = block.read(usize::MAX).ok()?;
            records.all(utf8(&block.bytes)?.as_bytes(), line).ok()?;
        }
        if ended {
            break;
        }
        ended = block.read(size).ok()?;
    }
    let too_large = block.file.limit() == 0;
    let sha256 = block.hasher.map_or_else(String::new, |hasher| hex(&hasher.finalize()));
    (!too_large).then(|| (records.finish(&plan, id, UTF_8.name()), sha256))
}

/// These bytes as text; zeros, which no text has, are told by [`super::csv::read`].
fn utf8(bytes: &[u8]) -> Option<&str> {
    let zero = memchr::memchr(0, bytes).is_some();
    std::str::from_utf8(bytes).ok().filter(|_| !zero)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::input::fingerprint::fingerprint;

    const KNOWN: [&str; 4] = ["nip", "nama", "target", "satuan"];

    fn told(text: &CsvText) -> String {
        let rows = text.sheet.rows();
        let rows: Vec<_> = rows.map(|row| (row.number(), row.cells().collect::<Vec<_>>())).collect();
        format!("{} {:?} {rows:?} {:?}", text.encoding, text.delimiter, text.problems)
    }

    /// What blocks of this size give is what the whole gives; whether they give anything.
    fn alike(bytes: &[u8], size: usize, named: bool) -> bool {
        let options = ReadOptions {
            known_header: &|name| KNOWN.contains(&name),
            ..ReadOptions::default()
        };
        let Some((text, sha256)) = in_blocks(&mut &*bytes, size, FileId(0), named, &options) else {
            return false;
        };
        assert_eq!(sha256, fingerprint(bytes));
        assert_eq!(detect(bytes), ByteKind::Text);
        assert!(told(&text) == told(&csv::read(bytes, FileId(0), named, &options).unwrap()));
        true
    }

    /// Lines of this kind, as many as decide.
    fn head(line: &str) -> String {
        line.repeat(HEAD / line.len() + 1)
    }

    #[test]
    fn plain_lines_are_read_in_blocks() {
        let plain = format!("nip;nama;target\r\n{}", head("198704062013042004;Ani;12,5\r\n"));
        let quoted = format!("{plain}1;\"a\r\nb\";\"lone\r\n2;b;#N/A\n");
        for text in [
            plain.clone(),
            quoted.clone(),
            format!("\u{feff}{quoted}"),
            format!("\u{feff}\u{feff}sep=;\r\n{plain}x;\u{e9}\r;\n\n\u{feff};9"),
            format!("sep=;\n{plain}x\ry;\u{e9};z"),
        ] {
            for size in [64, 1_000, BLOCK] {
                assert!(alike(text.as_bytes(), size, true), "{size} {:?}", &text[..60]);
            }
        }
    }

    #[test]
    fn what_is_not_plain_is_left_to_the_whole() {
        let plain = format!("nip;nama;target\r\n{}", head("198704062013042004;Ani;12,5\r\n"));
        let narrow = |text: &str| text.chars().map(|c| u8::try_from(c).unwrap()).collect::<Vec<u8>>();
        for bytes in [
            format!("\"nip;nama\"\n{plain}").into_bytes(),
            format!("{plain}1;\0;2\n").into_bytes(),
            format!("\u{feff}{plain}1;\0;2\n").into_bytes(),
            format!("{plain}1;\"\0\";2\n").into_bytes(),
            narrow(&format!("{plain}1;\u{e9};2\n")),
            narrow(&format!("{plain}1;\"\u{e9}\";2\n")),
            narrow(&format!("\u{e9}{plain}")),
            plain.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            plain.replace("\r\n", "\r").into_bytes(),
            format!("{plain}{}\n", "x".repeat(2 * BLOCK)).into_bytes(),
            head("1,5;2,5\n").into_bytes(),
            format!("<table><tr>{plain}").into_bytes(),
            format!("nip;nama;unit_kerja;nip_atasan;status;sebab\n{plain}").into_bytes(),
            plain.as_bytes()[..dialect::SAMPLE].to_owned(),
            b"nip;nama\n".to_vec(),
        ] {
            assert!(!alike(&bytes, BLOCK, true), "{:?}", String::from_utf8_lossy(&bytes[..60]));
        }
    }

    #[test]
    fn a_hash_is_made_where_somebody_asks_for_it() {
        let text = format!("nip;nama;target\n{}", head("198704062013042004;Ani;12,5\n"));
        let read = |fingerprints: bool| {
            let options = ReadOptions {
                fingerprints,
                ..ReadOptions::default()
            };
            in_blocks(&mut text.as_bytes(), BLOCK, FileId(0), true, &options).unwrap()
        };
        let (with, without) = (read(true), read(false));
        assert_eq!((&*with.1, &*without.1), (&*fingerprint(text.as_bytes()), ""));
        assert_eq!(told(&with.0), told(&without.0));
    }

    const PIECES: [&str; 23] = [
        "\n",
        "\n",
        "\n",
        "\r\n",
        "\r\n",
        "\r",
        ";",
        ";",
        ";",
        ";",
        ",",
        "\t",
        "|",
        "\"",
        "; \"",
        "\"\"",
        "198704062013042004",
        "nip",
        "Ani",
        "=\"007\"",
        "#N/A",
        "\u{e9}",
        "\u{feff}",
    ];

    const ODD: [&[u8]; 2] = [b"\0", b"\xe9"];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn blocks_and_the_whole_are_read_alike(
            begin in proptest::sample::select(&["", "\u{feff}", "sep=;\n", "\u{feff}sep=,\r\n", "\u{feff}\u{feff}"][..]),
            line in proptest::sample::select(&["1;2;3\n", "1,2,3\r\n", "nip;x;\u{e9}\n", "1\t2,5;\t\r\n", ";;\n\n"][..]),
            rest in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..120),
            odd in proptest::option::weighted(0.2, (0..60_usize, proptest::sample::select(&ODD[..]))),
            size in 10..200_usize,
            named: bool,
        ) {
            let mut bytes = format!("{begin}nip;nama;target\n{}", head(line)).into_bytes();
            for (i, piece) in rest.iter().enumerate() {
                bytes.extend_from_slice(odd.filter(|(at, _)| *at == i).map_or(piece.as_bytes(), |(_, odd)| odd));
            }
            alike(&bytes, size, named);
        }
    }
}
