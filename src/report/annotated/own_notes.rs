//! Which part of a note is one that an earlier copy put there. A corrected copy is the next input, and whoever saved it
//! since may have dropped the author and joined the runs: a note is known by how it is written.

use crate::finding::Level;

/// Where in the text of a note ours begins, and goes to its end: 0 where all of it is ours, behind what somebody wrote before
/// it otherwise. `None` where nothing is ours, or where somebody has written behind it or into it.
pub fn begins_at(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if is_head(line) && is_whole(&text[at..]) {
            return Some(text[..at].trim_end().len());
        }
        at += line.len();
    }
    None
}

/// Whether some line is one with which our notes begin, whatever became of the rest.
pub fn has_traces(text: &str) -> bool {
    text.lines().any(is_head)
}

/// `KAS001 (galat)`.
fn is_head(line: &str) -> bool {
    let Some((code, level)) = line.trim_end().split_once(' ') else {
        return false;
    };
    let levels = [Level::Galat, Level::Peringatan, Level::Catatan];
    let is_level = levels.iter().any(|l| level == format!("({})", l.as_str()));
    let is_code = code.len() == 6 && code.is_char_boundary(3);
    is_level && is_code && {
        let (family, number) = code.split_at(3);
        family.bytes().all(|b| b.is_ascii_uppercase()) && number.bytes().all(|b| b.is_ascii_digit())
    }
}

/// Whether a text that begins with a head is ours to its end: each finding with its remedy and its ground, a line for each, and
/// nothing behind but the next one or how many more there are. One that was cut for its length ends with its dots.
fn is_whole(text: &str) -> bool {
    const FINDING: [&str; 3] = ["", "Perbaikan: ", "Dasar: "];
    let text = text.trim_end();
    let mut wanted = FINDING.as_slice();
    for line in text.lines().skip(1) {
        match wanted {
            [next, rest @ ..] if line.starts_with(next) && !line.is_empty() => wanted = rest,
            [] if is_head(line) => wanted = &FINDING,
            [] if line.is_empty() || line.starts_with("… dan ") => {}
            _ => return false,
        }
    }
    wanted.is_empty() || text.ends_with(" …")
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTE: &str = "KAS001 (galat)\nSalah di sini.\nPerbaikan: isi.\nDasar: hlm. 5";

    #[test]
    fn ours_is_known_to_its_end() {
        let two = format!("{NOTE}\n\n{NOTE}\n\n… dan 3 temuan lagi; lihat skp periksa.");
        for whole in [NOTE, &two, "IDN001 (catatan)\nPanjang sekali …"] {
            assert_eq!(begins_at(whole), Some(0), "{whole}");
            assert_eq!(begins_at(&whole.replace('\n', "\r\n")), Some(0), "{whole}");
        }
        assert_eq!(begins_at(&format!("tanya Budi\n\n{two}")), Some(10));
    }

    #[test]
    fn what_somebody_wrote_is_his() {
        let answered = format!("{NOTE}\n\nAni: sudah dicek");
        assert!(begins_at(&answered).is_none() && has_traces(&answered));
        for within in [
            "KAS001 (galat)\nsudah saya betulkan",
            &NOTE.replace("Perb", "Ani: sudah\nPerb"),
        ] {
            assert!(begins_at(within).is_none() && has_traces(within), "{within}");
        }
        for other in [
            "",
            "tanya Budi",
            "lihat KAS001 (galat)",
            "KAS001 (salah)\nPerbaikan: a\nDasar: b",
            "Dasar: SK 5",
        ] {
            assert!(begins_at(other).is_none() && !has_traces(other), "{other}");
        }
    }
}
