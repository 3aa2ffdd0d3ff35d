//! `jenis_jabatan` as personnel lists write it: the contract's words, eselon codes, codes of
//! e-Kinerja, names of posts that only one kind has (`masukan.md` sections 2b.8 and 3).

use super::word::{self, WordRead};
use crate::base::text::fold_words;
use crate::input::Value;
use crate::model::vocab::JenisJabatan;

/// What a cell of `jenis_jabatan` gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostRead {
    /// A word of the vocabulary, nothing, or neither.
    Word(WordRead<JenisJabatan>),
    /// True, and too little: "Struktural" is a JPT, an administrator or a pengawas.
    Broad,
    /// A code nobody has explained.
    UnknownCode,
}

/// Reads a `jenis_jabatan` cell.
pub fn read(value: Value<'_>) -> PostRead {
    let direct = word::read::<JenisJabatan>(value);
    if !matches!(direct, WordRead::Unknown(_)) {
        return PostRead::Word(direct);
    }
    let text = value.written();
    let folded = fold_words(&text);
    let words: Vec<&str> = folded.split(' ').collect();
    // "2 - Struktural": the word is for people, the code for machines.
    let words = match words.as_slice() {
        [code, rest @ ..] if !rest.is_empty() && code.bytes().all(|b| b.is_ascii_digit()) => rest,
        all => all,
    };
    of_words(words, direct)
}

fn of_words(words: &[&str], direct: WordRead<JenisJabatan>) -> PostRead {
    let given = |jenis| PostRead::Word(WordRead::Given(jenis));
    if let Some(jenis) = eselon(words) {
        return given(jenis);
    }
    match word::read::<JenisJabatan>(Value::Text(&words.join(" "))) {
        WordRead::Given(jenis) => return given(jenis),
        WordRead::Blank => return PostRead::Word(direct),
        _ => {}
    }
    match words {
        ["1"] => return PostRead::Broad,
        ["2"] => return given(JenisJabatan::Fungsional),
        ["4"] => return given(JenisJabatan::Pelaksana),
        [code] if code.bytes().all(|b| b.is_ascii_digit()) => return PostRead::UnknownCode,
        _ => {}
    }
    BEGINNINGS
        .iter()
        .find(|(beginning, _)| words.starts_with(beginning))
        .map_or(PostRead::Word(direct), |&(_, read)| read)
}

/// What the words begin with, longer beginnings first.
const BEGINNINGS: [(&[&str], PostRead); 44] = {
    const JF: PostRead = PostRead::Word(WordRead::Given(JenisJabatan::Fungsional));
    const PELAKSANA: PostRead = PostRead::Word(WordRead::Given(JenisJabatan::Pelaksana));
    const ADMINISTRATOR: PostRead = PostRead::Word(WordRead::Given(JenisJabatan::Administrator));
    const PENGAWAS: PostRead = PostRead::Word(WordRead::Given(JenisJabatan::Pengawas));
    const PRATAMA: PostRead = PostRead::Word(WordRead::Given(JenisJabatan::JptPratama));
    const MADYA: PostRead = PostRead::Word(WordRead::Given(JenisJabatan::JptMadya));
    const UTAMA: PostRead = PostRead::Word(WordRead::Given(JenisJabatan::JptUtama));
    [
        (&["jptu"], UTAMA),
        (&["jptm"], MADYA),
        (&["jptp"], PRATAMA),
        (&["jpt"], PostRead::Broad),
        (&["jabatan", "pimpinan", "tinggi"], PostRead::Broad),
        (&["pimpinan", "tinggi"], PostRead::Broad),
        (&["pejabat", "pimpinan", "tinggi"], PostRead::Broad),
        (&["struktural"], PostRead::Broad),
        (&["jabatan", "struktural"], PostRead::Broad),
        (&["pejabat", "struktural"], PostRead::Broad),
        (&["jabatan", "administrasi"], PostRead::Broad),
        (&["pejabat", "administrasi"], PostRead::Broad),
        (&["administrasi"], PostRead::Broad),
        (&["ja"], PostRead::Broad),
        (&["fungsional", "umum"], PELAKSANA),
        (&["jabatan", "fungsional", "umum"], PELAKSANA),
        (&["jabatan", "pelaksana"], PELAKSANA),
        (&["pelaksana"], PELAKSANA),
        (&["staf"], PELAKSANA),
        (&["klerek"], PELAKSANA),
        (&["operator"], PELAKSANA),
        (&["teknisi"], PELAKSANA),
        (&["jfu"], PELAKSANA),
        (&["fungsional"], JF),
        (&["jabatan", "fungsional"], JF),
        (&["pejabat", "fungsional"], JF),
        (&["jft"], JF),
        (&["jf"], JF),
        (&["guru"], JF),
        (&["kepala", "sekolah"], JF),
        (&["pengawas", "sekolah"], JF),
        (&["dosen"], JF),
        (&["widyaiswara"], JF),
        (&["kepala", "puskesmas"], JF),
        (&["tenaga", "kesehatan"], JF),
        (&["nakes"], JF),
        (&["dokter"], JF),
        (&["perawat"], JF),
        (&["bidan"], JF),
        (&["non", "eselon"], PELAKSANA),
        (&["noneselon"], PELAKSANA),
        (&["camat"], ADMINISTRATOR),
        (&["lurah"], PENGAWAS),
        (&["tenaga", "pendidik"], JF),
    ]
};

/// The kind of an eselon code, bare or named: `II.b`, `III/a`, `Eselon IV`, `Struktural Eselon 3a`.
/// `III/c` is a golongan and no eselon.
fn eselon(words: &[&str]) -> Option<JenisJabatan> {
    let named = words.iter().position(|w| matches!(*w, "eselon" | "esl" | "es" | "esselon"));
    let code = match named {
        Some(i) => words.get(i + 1..)?,
        None if words.len() <= 2 => words,
        None => return None,
    };
    let (number, level) = match code {
        [one] => {
            let cut = one.trim_end_matches(['a', 'b']).len();
            one.split_at(cut)
        }
        [number, level @ ("a" | "b"), ..] => (*number, *level),
        [number, ..] if named.is_some() => (*number, ""),
        _ => return None,
    };
    // A bare "2" is a code of e-Kinerja.
    let arabic = named.is_some() || !level.is_empty();
    if level.len() > 1 {
        return None;
    }
    Some(match number {
        "i" => JenisJabatan::JptMadya,
        "ii" => JenisJabatan::JptPratama,
        "iii" => JenisJabatan::Administrator,
        "iv" => JenisJabatan::Pengawas,
        "v" => JenisJabatan::Pelaksana,
        "1" if arabic => JenisJabatan::JptMadya,
        "2" if arabic => JenisJabatan::JptPratama,
        "3" if arabic => JenisJabatan::Administrator,
        "4" if arabic => JenisJabatan::Pengawas,
        "5" if arabic => JenisJabatan::Pelaksana,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_personnel_lists() {
        use JenisJabatan::{Administrator, Fungsional, JptMadya, JptPratama, Pelaksana, Pengawas};
        for (text, jenis) in [
            ("jpt_pratama", JptPratama),
            ("II.b", JptPratama),
            ("IIb", JptPratama),
            ("II/B", JptPratama),
            ("Eselon II", JptPratama),
            ("Eselon 2b", JptPratama),
            ("I.a", JptMadya),
            ("III.a", Administrator),
            ("III/a", Administrator),
            ("Struktural Eselon III.b", Administrator),
            ("IV.b", Pengawas),
            ("Eselon IV", Pengawas),
            ("eselon iv/a", Pengawas),
            ("Esl. IV a", Pengawas),
            ("4 - Pelaksana", Pelaksana),
            ("3. Administrator", Administrator),
            ("JPTP", JptPratama),
            ("Guru", Fungsional),
            ("Guru Ahli Muda", Fungsional),
            ("Kepala Sekolah", Fungsional),
            ("Pengawas Sekolah", Fungsional),
            ("JF Ahli Pertama", Fungsional),
            ("Fungsional Tertentu", Fungsional),
            ("Fungsional Umum", Pelaksana),
            ("Pelaksana/JFU", Pelaksana),
            ("2", Fungsional),
            ("4", Pelaksana),
        ] {
            assert_eq!(read(Value::Text(text)), PostRead::Word(WordRead::Given(jenis)), "{text}");
        }
        for text in [
            "Struktural",
            "2 - Struktural",
            "1",
            "JABATAN STRUKTURAL",
            "JPT",
            "Pejabat Administrasi",
            "JA",
        ] {
            assert_eq!(read(Value::Text(text)), PostRead::Broad, "{text}");
        }
        for text in ["9", "3", "0"] {
            assert_eq!(read(Value::Text(text)), PostRead::UnknownCode, "{text}");
        }
        let number = Value::Number {
            value: 2.0,
            percent: false,
        };
        assert_eq!(read(number), PostRead::Word(WordRead::Given(Fungsional)));
        assert_eq!(
            read(Value::Text("III/c")),
            PostRead::Word(WordRead::Unknown(None)),
            "a golongan"
        );
        assert_eq!(read(Value::Text("IV/d")), PostRead::Word(WordRead::Unknown(None)));
        assert_eq!(
            read(Value::Text("pengawass")),
            PostRead::Word(WordRead::Unknown(Some("pengawas")))
        );
        assert_eq!(read(Value::Text(" - ")), PostRead::Word(WordRead::Blank));
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,40}") {
            let _ = read(Value::Text(&text));
        }
    }
}
