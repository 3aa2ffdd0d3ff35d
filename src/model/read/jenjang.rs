//! The jenjang of a jabatan fungsional as its name says it: "Guru Ahli Muda", "Statistisi Mahir".

use crate::base::text::fold_words;
use crate::model::vocab::{Jenjang, Word};

/// Jenjang that a jabatan names. `certain` tells that only a jabatan fungsional is called so ("Ahli
/// Muda"); a lone "Muda" at the end, or "Mahir", is one only where the post is known to be fungsional.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// The jenjang.
    pub jenjang: Jenjang,
    /// Spelled out in full.
    pub certain: bool,
}

/// Reads a jabatan; `None` where it names no jenjang, or two of them.
pub fn of_jabatan(jabatan: &str) -> Option<Named> {
    let folded = fold_words(jabatan);
    let words: Vec<&str> = folded.split(' ').collect();
    let full = |i: usize| {
        let (first, second) = (words[i], words.get(i + 1)?);
        let spelled = |j: &Jenjang| j.as_str().strip_prefix(first).and_then(|rest| rest.strip_prefix(' ')) == Some(second);
        Jenjang::ALL.iter().copied().find(spelled)
    };
    let mut found: Option<Named> = None;
    for (i, word) in words.iter().enumerate() {
        let alone = |j: &Jenjang| j.as_str() == *word || (i + 1 == words.len() && j.aliases().contains(word));
        let here = match full(i) {
            Some(jenjang) => Named { jenjang, certain: true },
            // The second word of one spelled out in full has been read with the first.
            None if i > 0 && full(i - 1).is_some() => continue,
            None => match Jenjang::ALL.iter().copied().find(alone) {
                Some(jenjang) => Named { jenjang, certain: false },
                None => continue,
            },
        };
        match found {
            Some(before) if before.jenjang != here.jenjang => return None,
            Some(before) if before.certain => {}
            _ => found = Some(here),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(jabatan: &str) -> Option<(Jenjang, bool)> {
        of_jabatan(jabatan).map(|n| (n.jenjang, n.certain))
    }

    #[test]
    fn the_names_of_posts_name_their_jenjang() {
        assert_eq!(read("Guru Ahli Muda"), Some((Jenjang::AhliMuda, true)));
        assert_eq!(read("GURU AHLI  MADYA - Matematika"), Some((Jenjang::AhliMadya, true)));
        assert_eq!(read("Perencana Ahli Utama (koordinator)"), Some((Jenjang::AhliUtama, true)));
        assert_eq!(read("Statistisi Mahir"), Some((Jenjang::Mahir, false)));
        assert_eq!(read("Arsiparis Terampil / Pengelola Arsip"), Some((Jenjang::Terampil, false)));
        assert_eq!(read("Auditor Madya"), Some((Jenjang::AhliMadya, false)));
        assert_eq!(read("Perawat Penyelia"), Some((Jenjang::Penyelia, false)));
    }

    #[test]
    fn what_names_none_or_two_names_none() {
        for jabatan in [
            "Kepala Seksi Muda Belia",
            "Asisten Ahli",
            "Dosen",
            "",
            "Ahli",
            "Pranata Komputer",
        ] {
            assert_eq!(read(jabatan), None, "{jabatan}");
        }
        assert_eq!(read("Guru Ahli Muda merangkap Guru Ahli Madya"), None);
        assert_eq!(read("Guru Ahli Muda, Ahli Muda"), Some((Jenjang::AhliMuda, true)));
    }
}
