//! How a file that this program wrote is known again: a result lies beside the data it was made
//! from and must not be read as data. Templates, samples and forms carry no mark; they are inputs.

/// Custom document property of every workbook that holds results …
pub const PROPERTY: &str = "skp";
/// … and its value for the report.
pub const REPORT: &str = "laporan";

/// Every JSON we write says `"skema": "skp.NAME/1"` on top; how the value begins.
pub const SCHEMA_PREFIX: &str = "skp.";
/// The key of the schema.
pub const SCHEMA_KEY: &str = "skema";

/// How a page that we write begins its `<meta name="generator" content="…">`.
pub const GENERATOR: &str = "skp ";

/// Who writes our notes into a copy of somebody's workbook: this name, and behind it of which file it is a copy.
const AUTHOR: &str = "skp ";
/// Letters of the fingerprint of that file.
const SHORT: usize = 16;

/// The author of the notes in a copy of the file with this fingerprint.
pub fn author_of(sha256: &str) -> String {
    format!("{AUTHOR}{}", &sha256[..SHORT.min(sha256.len())])
}

/// Of which files a comments part says that its workbook is a copy: how their fingerprints begin.
pub fn originals(comments: &str) -> impl Iterator<Item = &str> {
    let authors = comments
        .split('<')
        .filter_map(|tag| tag.split_once('>'))
        .map(|(_, text)| text);
    authors
        .filter_map(|author| author.strip_prefix(AUTHOR))
        .filter(|of| of.len() == SHORT && of.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)))
}

/// The fills in which findings are marked, by level: galat, peringatan, catatan. Each is a shade beside those that offices
/// have at hand, so that a mark in a copy of somebody's file is told from a colour that he gave.
pub const LEVEL_FILLS: [u32; 3] = [0x00FF_C7CF, 0x00FF_EB9D, 0x00DD_EBF8];
/// Those over a colour that the cell had: nobody knows it any more when the copy comes back as an input. A shade beside the
/// others, which stays whatever program saves the copy.
pub const COVERING_FILLS: [u32; 3] = [0x00FF_C7D0, 0x00FF_EB9E, 0x00DD_EBF9];

/// Whether a colour is that of a mark.
pub fn is_mark(rgb: u32) -> bool {
    LEVEL_FILLS.contains(&rgb) || COVERING_FILLS.contains(&rgb)
}

/// How the headers of our CSVs begin, and what each is. Columns behind these have come and may
/// come; no table of the input contract begins like this.
const CSV: [(&str, &str); 7] = [
    ("nip;nama;unit_kerja;nip_atasan;status;sebab", "hasil penilaian"),
    ("kode;tingkat;pesan;saran;acuan;berkas", "daftar temuan"),
    ("nip;nama;jabatan;hubungan", "matriks peran hasil"),
    ("nip;nama;unit_kerja;kode_rhk;rhk;jenis;pendukung;tautan", "kaskade"),
    ("berkas;lembar;jenis;baris_kepala;baris;dilewati", "hasil skp baca"),
    ("bagian;kunci;nilai;keyakinan;acuan", "daftar aturan"),
    ("id;judul;rezim;memperluas;berlaku", "daftar aturan"),
];

/// What a CSV with this header is, where it is one of ours. `cells`: the first row from its first
/// cell on.
pub fn csv_kind(cells: &[&str]) -> Option<&'static str> {
    let begins = |names: &str| {
        let shared = names.split(';').zip(cells).take_while(|(name, cell)| name == *cell).count();
        shared == names.split(';').count()
    };
    CSV.iter().find(|(names, _)| begins(names)).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_author_says_what_his_copy_is_of() {
        let part = |author: &str| format!("<authors><x:author>Ani</x:author><x:author>{author}</x:author></authors>");
        let author = author_of("0123456789abcdef0123");
        assert_eq!(originals(&part(&author)).collect::<Vec<_>>(), ["0123456789abcdef"]);
        for other in ["skp", "skp Dinas Arsip abc", "skp 0123456789ABCDEF", "lain"] {
            assert_eq!(originals(&part(other)).count(), 0, "{other}");
        }
    }

    #[test]
    fn only_a_whole_beginning_is_ours() {
        let ours = ["nip", "nama", "unit_kerja", "nip_atasan", "status", "sebab", "nilai_skp"];
        assert_eq!(csv_kind(&ours), Some("hasil penilaian"));
        assert_eq!(csv_kind(&ours[..5]), None);
        assert_eq!(csv_kind(&["nip", "nama", "jabatan", "jenis_jabatan", "unit_kerja"]), None);
    }
}
