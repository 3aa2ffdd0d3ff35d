//! A realisasi for something that the SKP does not have: what it names, and how to mend it.

use crate::base::text::{Text, shorten};
use crate::finding::{About, Said, say};

/// What a realisasi is for that is not in the SKP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnknownPlan {
    /// The RHK of its code.
    Rhk,
    /// The indicator of its aspek and this number.
    Indikator(u32),
    /// The RHK of its text.
    RhkText {
        /// The text most like it.
        near: Option<Text>,
    },
    /// The indicator of its text.
    IndikatorText {
        /// The text most like it.
        near: Option<Text>,
    },
    /// The RHK is there, and which of its indicators is meant is not said.
    Which {
        /// So many it has.
        of: usize,
    },
}

const CODES: &str = "Perbaiki kode RHK, aspek, atau nomor indikatornya, atau tambahkan indikator itu ke SKP.";

/// So much of a text is quoted.
const QUOTED: usize = 120;

impl UnknownPlan {
    /// The sentence at the cell.
    #[must_use]
    pub fn says(&self, a: &dyn About) -> Said {
        let nearest = |near: &Option<Text>, or: &str| {
            let likely = near
                .as_ref()
                .map(|n| format!("Mungkin maksudnya \"{}\". ", shorten(n, QUOTED)));
            format!(
                "{}Samakan teksnya dengan SKP, atau tambahkan kolom {or}.",
                likely.unwrap_or_default()
            )
        };
        let text = shorten(&a.written(), QUOTED);
        let (what, mend) = match self {
            Self::Rhk => (format!("RHK {}, yang tidak ada di SKP", a.kode_rhk()), CODES.to_owned()),
            Self::Indikator(no) => (
                format!(
                    "indikator {no} aspek \"{}\" pada RHK {}, yang tidak ada di SKP",
                    a.written(),
                    a.kode_rhk()
                ),
                CODES.to_owned(),
            ),
            Self::RhkText { near } => (
                format!("RHK \"{text}\", yang tidak ada di SKP pegawai itu"),
                nearest(near, "kode_rhk"),
            ),
            Self::IndikatorText { near } => (
                format!("indikator \"{text}\", yang tidak ada pada RHK {} di SKP", a.kode_rhk()),
                nearest(near, "aspek"),
            ),
            Self::Which { of } => (
                format!(
                    "RHK {}, yang mempunyai {of} indikator di SKP; indikator yang mana tidak disebut",
                    a.kode_rhk()
                ),
                "Tambahkan kolom indikator dengan teks seperti di SKP, atau kolom aspek.".to_owned(),
            ),
        };
        say(format!("{} adalah realisasi untuk {what}; tidak dihitung.", a.place()), mend)
    }
}
