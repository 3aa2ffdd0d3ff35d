//! What can be wrong with a rule file or with the choice of a rule set.

use crate::base::ids::short;
use crate::model::Periode;

/// Why there is no rule set to compute by. Shown to the user as it stands; exit code 2.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AturanError {
    /// The file says something it must not.
    #[error("{file}, baris {row}: {reason}")]
    Content {
        /// File, or name of the built-in rule set.
        file: String,
        /// Line, from 1.
        row: u32,
        /// What is wrong, in words.
        reason: String,
    },
    /// The file cannot be read.
    #[error("{file}: berkas aturan tidak dapat dibaca ({why})")]
    Unreadable {
        /// File.
        file: String,
        /// The operating system's reason.
        why: String,
    },
    /// No rule set of this name.
    #[error("aturan \"{id}\" tidak dikenal. Yang tersedia: {available}; atau berikan berkas .toml milik instansi")]
    Unknown {
        /// As given.
        id: String,
        /// Known ids.
        available: String,
    },
    /// No rule set covers the period by itself.
    #[error(
        "periode {0} tidak didukung: dinilai menurut PP 46/2011 atau campuran dua sistem penilaian. \
         Sebutkan aturannya bila memang hendak memakai aturan lain, misalnya --aturan permenpanrb-8-2021"
    )]
    PeriodeUnsupported(Periode),
    /// Several things are wrong in the files, by file and line; never fewer than two.
    #[error("{} hal perlu diperbaiki:\n  {}", .0.len(), .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n  "))]
    Several(Vec<AturanError>),
}

impl AturanError {
    /// All that was found (one at least) as one error, in the order of file and line.
    pub(super) fn merge(mut all: Vec<Self>) -> Self {
        all.sort_by(|a, b| a.place().cmp(&b.place()));
        all.dedup();
        if all.len() == 1 { all.remove(0) } else { Self::Several(all) }
    }

    fn place(&self) -> (&str, u32) {
        match self {
            Self::Content { file, row, .. } => (file, *row),
            _ => ("", 0),
        }
    }
}

/// The line (from 1) of a byte offset.
pub(super) fn row(text: &str, offset: usize) -> u32 {
    let end = offset.min(text.len());
    let n = text.get(..end).unwrap_or(text).matches('\n').count();
    short(n + 1)
}

/// The words of the TOML reader in Indonesian. What is not recognised is said in general: the line is told beside it.
pub(crate) fn translate(message: &str) -> String {
    let quote = |text: &str| text.split('`').nth(1).map(str::to_owned);
    if let Some(rest) = message.strip_prefix("unknown field ") {
        let known = rest
            .split_once("expected")
            .map(|(_, d)| d.trim_start_matches(" one of").trim().replace(" or ", ", "));
        let key = quote(message).unwrap_or_default();
        return match known {
            Some(d) => format!("kunci `{key}` tidak dikenal; yang dikenal di sini: {d}"),
            None => format!("kunci `{key}` tidak dikenal"),
        };
    }
    if let Some(rest) = message.strip_prefix("unknown variant ") {
        let known = rest
            .split_once("expected")
            .map_or("", |(_, d)| d.trim_start_matches(" one of").trim())
            .replace(" or ", ", ");
        return format!(
            "kata \"{}\" tidak dikenal; yang dikenal: {known}",
            quote(message).unwrap_or_default()
        );
    }
    if message.starts_with("missing field") {
        return format!("`{}` belum diisi", quote(message).unwrap_or_default());
    }
    if message.starts_with("duplicate key") || message.starts_with("duplicate field") {
        return "kunci yang sama ditulis dua kali".to_owned();
    }
    if let Some(rest) = message.strip_prefix("invalid type: ") {
        return format!("jenis nilainya salah: {}", kinds(rest));
    }
    if message.starts_with("wanted ") {
        return format!("jenis nilainya salah: {}", kinds(message));
    }
    if let Some(rest) = message.strip_prefix("invalid value: ") {
        return format!("nilainya tidak dapat dipakai: {}", kinds(rest));
    }
    let in_our_words = ["bukan", "perlu", "tidak", "harus", "tiap"]
        .iter()
        .any(|k| message.contains(k));
    if in_our_words {
        message.to_owned()
    } else {
        format!("tulisan TOML tidak dapat dibaca: {}", faults(message))
    }
}

/// What a text that is no TOML lacks, as far as the reader's words tell it.
fn faults(message: &str) -> &'static str {
    let said = |words: &[&str]| words.iter().any(|w| message.contains(w));
    if said(&["with no value", "missing value"]) {
        "di belakang kunci belum ada nilainya; tulis kunci = nilai"
    } else if said(&["unquoted key"]) {
        "nama kunci hanya huruf a sampai z, angka, - dan _; nama lain ditulis di antara tanda kutip"
    } else if said(&["escape"]) {
        "tanda \\ di dalam teks; pakai tanda kutip tunggal ('…')"
    } else if said(&["date", "time"]) {
        "tanggal itu tidak ada; tulis seperti 2025-01-31"
    } else if said(&["must be quoted", "quote"]) {
        "teks ditulis di antara tanda kutip (\"…\")"
    } else if said(&["integer", "float", "zero", "digits"]) {
        "angkanya tidak tertulis sebagaimana mestinya; tulis seperti 12 atau 98.5"
    } else if said(&["unclosed", "closing", "unterminated", "basic string", "literal string"]) {
        "ada tanda kutip atau kurung yang belum ditutup"
    } else {
        "periksa tanda kutip, kurung, dan tanda = di baris itu"
    }
}

/// serde's names for kinds of value, in the words of somebody who writes the file.
const KINDS: [(&str, &str); 16] = [
    (", expected ", ", seharusnya "),
    ("a TOML datetime", "tanggal tanpa tanda kutip, misalnya 2025-01-01"),
    ("a Decimal type representing a fixed-point number", "angka"),
    ("a boolean", "true atau false"),
    ("a string", "teks dalam tanda kutip"),
    ("a sequence", "daftar [ … ]"),
    ("sequence", "daftar [ … ]"),
    ("a map", "tabel ([nama] di baris sendiri)"),
    ("map", "tabel"),
    ("wanted string or table", "seharusnya teks dalam tanda kutip"),
    ("u8", "bilangan bulat 0 sampai 255"),
    ("string \"", "teks \""),
    ("integer `", "angka `"),
    ("floating point `", "angka `"),
    ("boolean `", "kata `"),
    ("struct ", "tabel "),
];

fn kinds(message: &str) -> String {
    KINDS
        .iter()
        .fold(message.to_owned(), |text, (serde, ours)| text.replace(serde, ours))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_language_of_the_reader_is_left() {
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Form {
            #[expect(dead_code, reason = "read to be refused")]
            #[serde(rename = "tingkat")]
            level: std::collections::BTreeMap<String, crate::finding::Level>,
        }
        let faulty = [
            "[tingkat]\nX=1",
            "[tingkat]\nX=",
            "[tingkat\n",
            "x",
            "a=\"",
            "a=1\na=2",
            "[a]\n[a]",
            "a=[1,",
            "a={",
            "a=2025-13-01",
            "a=25:00:00",
            "a='\\x",
            "a=\"\\q\"",
            "tingkat=1",
            "tingkat=['a']",
            "[tingkat]\nX=true",
            "a=01",
            "a=1_",
            "a b=1",
            "\"a\"b=1",
            "é=1",
            "a=nan.1",
            "a=1.e",
            "\0",
            "",
            "a.b=1\na=2",
            "tingkat=2025-01-01",
            "[[tingkat]]",
            "=1",
            "a==1",
            "]",
            "a=x",
        ];
        let english = [
            "expected", "invalid", "missing", "unclosed", "string", "key", "value", "with", "of", "or", "and", "map", "wanted",
            "unknown",
        ];
        for text in faulty {
            let said = match toml::from_str::<Form>(text) {
                Err(error) => translate(error.message()),
                Ok(_) => panic!("{text:?} is no such file"),
            };
            let mut words = said.split(|c: char| !c.is_ascii_alphabetic());
            let left = words.find(|w| english.contains(w));
            assert_eq!(left, None, "{text:?}: {said}");
        }
    }

    #[test]
    fn lines_count_from_one() {
        assert_eq!(row("a\nb\nc", 0), 1);
        assert_eq!(row("a\nb\nc", 2), 2);
        assert_eq!(row("a\nb\nc", 99), 3);
    }

    #[test]
    fn words_of_the_reader_become_indonesian() {
        assert_eq!(
            translate("unknown field `nila`, expected one of `nilai`, `mulai`"),
            "kunci `nila` tidak dikenal; yang dikenal di sini: `nilai`, `mulai`"
        );
        assert_eq!(
            translate("unknown field `x`, expected `a` or `b`"),
            "kunci `x` tidak dikenal; yang dikenal di sini: `a`, `b`"
        );
        assert_eq!(translate("unknown field `x`, there are no fields"), "kunci `x` tidak dikenal");
        assert_eq!(translate("duplicate key"), "kunci yang sama ditulis dua kali");
        assert_eq!(translate("duplicate field `nilai`"), "kunci yang sama ditulis dua kali");
        assert_eq!(
            translate("invalid value: integer `-1`, expected u8"),
            "nilainya tidak dapat dipakai: angka `-1`, seharusnya bilangan bulat 0 sampai 255"
        );
        assert_eq!(translate("missing field `dari`"), "`dari` belum diisi");
        assert_eq!(
            translate("unknown variant `yakin`, expected one of `teks`, `asumsi`"),
            "kata \"yakin\" tidak dikenal; yang dikenal: `teks`, `asumsi`"
        );
        assert!(translate("invalid type: string \"x\", expected a Decimal").contains("seharusnya"));
        assert!(translate("key with no value, expected `=`").ends_with("tulis kunci = nilai"));
        assert!(!translate("expected newline").contains("newline"));
        assert_eq!(translate("\"x\" bukan predikat"), "\"x\" bukan predikat");
    }
}
