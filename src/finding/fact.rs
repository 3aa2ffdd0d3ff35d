//! Facts: what a room has seen, as a typed value that knows its code and its words.
//!
//! A room declares its facts in its `findings.rs` with [`facts!`](crate::facts). Where the fact is
//! met it is [`Noted`] with its cell; `check::run` makes a finding of it at the end and tells the
//! words, through [`About`], what file, heading and person it is about. So a fact without a code does
//! not compile, and no room needs to know how a cell is named.

use std::any::Any;
use std::fmt;

use super::{Code, Level};
use crate::base::ids::{IndikatorNo, PegawaiId, RhkId};
use crate::base::origin::{FileId, Origin};
use crate::base::text::Text;

/// Something met on the way from bytes to a result that a user must be told.
pub trait Fact: Any + fmt::Debug + Send + Sync {
    /// The one code that tells it.
    fn code(&self) -> &'static Code;
    /// The words, given what it is about.
    fn says(&self, about: &dyn About) -> Said;
    /// The same fact again.
    fn again(&self) -> Box<dyn Fact>;
}

impl Clone for Box<dyn Fact> {
    fn clone(&self) -> Self {
        self.again()
    }
}

impl<F: Fact + 'static> From<F> for Box<dyn Fact> {
    fn from(fact: F) -> Self {
        Box::new(fact)
    }
}

/// What a fact says: message and remedy, and what in the finding is otherwise than usual.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    /// What is wrong, one plain sentence.
    pub message: String,
    /// How to mend it.
    pub advice: String,
    /// A level other than the code's own.
    pub level: Option<Level>,
    /// An acuan other than the code's own (a parameter of the rule set in use).
    pub acuan: Option<String>,
    /// What was expected, where the words know it.
    pub expected: Option<String>,
    /// The cell is only where to look (a row, a header, a sheet): its column and value are not named.
    pub place_only: bool,
}

impl Said {
    /// With another level than the code's own: the same fact may be an error for one and a note for
    /// another.
    #[must_use]
    pub fn level(mut self, level: Level) -> Self {
        self.level = Some(level);
        self
    }

    /// With another acuan than the code's own.
    #[must_use]
    pub fn acuan(mut self, acuan: impl Into<String>) -> Self {
        self.acuan = Some(acuan.into());
        self
    }

    /// With what was expected.
    #[must_use]
    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }

    /// The cell is only where to look.
    #[must_use]
    pub fn place_only(mut self) -> Self {
        self.place_only = true;
        self
    }
}

/// Message and remedy.
pub fn say(message: impl Into<String>, advice: impl Into<String>) -> Said {
    Said {
        message: message.into(),
        advice: advice.into(),
        level: None,
        acuan: None,
        expected: None,
        place_only: false,
    }
}

/// How the words of a fact name what it is about. What does not apply is empty.
pub trait About {
    /// The cell as the beginning of a sentence: `Sel C7 (kolom "Target")`.
    fn place(&self) -> String {
        "Sebuah sel".to_owned()
    }
    /// Another cell that belongs to it: `sel C7 di lembar SKP`.
    fn cell(&self, _at: Origin) -> String {
        "sel lain".to_owned()
    }
    /// The value as written, shortened.
    fn written(&self) -> String {
        String::new()
    }
    /// The cell.
    fn at(&self) -> Option<Origin> {
        None
    }
    /// The file as the user named it or as it was found.
    fn file(&self) -> &str;
    /// What a library or the system said, in its own language, where that is to be told.
    fn because(&self) -> Option<&str> {
        None
    }
    /// Whether the user named the file himself (otherwise it came with a folder).
    fn file_named(&self) -> bool {
        true
    }
    /// The sheet; a CSV has none.
    fn sheet(&self) -> Option<&str> {
        None
    }
    /// The kind of table the cell stands in.
    fn table(&self) -> Option<&'static str> {
        None
    }
    /// The cell of RATING PERILAKU KERJA, where the cell stands on a form that has it.
    fn conduct_rating(&self) -> Option<String> {
        None
    }
    /// The NIP.
    fn nip(&self) -> &str;
    /// The person: name and NIP; `None` where nobody of the data has the NIP.
    fn person(&self) -> Option<String> {
        None
    }
    /// The code of the RHK.
    fn kode_rhk(&self) -> &str;
    /// The RHK: code and the beginning of its text.
    fn rhk(&self) -> String {
        String::new()
    }
    /// The indicator, as `indikator kuantitas 1`.
    fn indicator(&self) -> String {
        String::new()
    }
    /// The period that is assessed.
    fn period(&self) -> String {
        String::new()
    }
    /// The qualitative regime.
    fn qualitative(&self) -> bool {
        false
    }
    /// Nobody of the data has a result, and somebody could.
    fn nobody_rated(&self) -> bool {
        false
    }
    /// A word of the input contract as the rule set in use says it (`Cukup` is Butuh Perbaikan in 6/2022).
    fn label(&self, word: &'static str) -> &'static str {
        word
    }
}

/// A fact with where it was met and whom it is about.
#[derive(Debug, Clone)]
pub struct Noted {
    /// The fact.
    pub fact: Box<dyn Fact>,
    /// The file, when the fact is about a whole file (otherwise `at` tells it).
    pub file: Option<FileId>,
    /// The cell.
    pub at: Option<Origin>,
    /// The value as written, where it is not that of the cell.
    pub written: Option<Box<str>>,
    /// What was expected, in words.
    pub expected: Option<Text>,
    /// What a library or the system said, in its own language, where that is to be told.
    pub because: Option<Box<str>>,
    /// The NIP as it stands in the row, where the person may be in nobody's data.
    pub nip: Option<Text>,
    /// The code of the RHK as it stands in the row.
    pub kode_rhk: Option<Text>,
    /// The person.
    pub pegawai: Option<PegawaiId>,
    /// The RHK.
    pub rhk: Option<RhkId>,
    /// Index of the indicator in the RHK.
    pub indikator: Option<IndikatorNo>,
}

impl Noted {
    /// A fact with nothing else known yet.
    #[must_use]
    pub fn new(fact: impl Into<Box<dyn Fact>>) -> Self {
        Self {
            fact: fact.into(),
            file: None,
            at: None,
            written: None,
            expected: None,
            because: None,
            nip: None,
            kode_rhk: None,
            pegawai: None,
            rhk: None,
            indikator: None,
        }
    }

    /// The code that tells it.
    pub fn kode(&self) -> &'static str {
        self.fact.code().kode
    }

    /// About a whole file.
    #[must_use]
    pub fn in_file(mut self, file: FileId) -> Self {
        self.file = Some(file);
        self
    }

    /// At a cell.
    #[must_use]
    pub fn at(mut self, at: Origin) -> Self {
        self.at = Some(at);
        self
    }

    /// With the value as written.
    #[must_use]
    pub fn written(mut self, text: impl Into<Box<str>>) -> Self {
        self.written = Some(text.into());
        self
    }

    /// With what was expected.
    #[must_use]
    pub fn expected(mut self, text: impl Into<Text>) -> Self {
        self.expected = Some(text.into());
        self
    }

    /// About the person with this NIP.
    #[must_use]
    pub fn nip(mut self, nip: impl Into<Text>) -> Self {
        self.nip = Some(nip.into());
        self
    }

    /// About the RHK with this code.
    #[must_use]
    pub fn rhk(mut self, kode: impl Into<Text>) -> Self {
        self.kode_rhk = Some(kode.into());
        self
    }
}

/// Declares the facts of a room: code, type, what it carries, what it says.
///
/// ```ignore
/// facts! {
///     /// Not a figure where one is needed.
///     STR018 NumberUnreadable { why: Option<&'static str> } => |f, a| say(
///         format!("{} berisi \"{}\", …", a.place(), a.written()),
///         "Tulis angkanya dengan angka, misalnya 12 atau 98,5.",
///     );
/// }
/// ```
///
/// `f` is the value, `a` what it is about ([`About`]). The page `docs/pemeriksaan/STR018.md` must be
/// there. `CODES` lists the codes declared.
#[macro_export]
macro_rules! facts {
    ($(
        $(#[$doc:meta])*
        $kode:ident $name:ident $({ $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)? })?
        => |$fact:pat_param, $about:pat_param| $said:expr;
    )*) => {
        /// The codes of these facts.
        pub static CODES: &[&$crate::finding::Code] = &[$($name::CODE),*];
        $(
            $crate::facts!(@type $(#[$doc])* $name $({ $($(#[$field_doc])* $field: $type),* })?);
            impl $name {
                /// The code that tells it.
                pub const CODE: &'static $crate::finding::Code = &$crate::code!($kode);
            }
            impl $crate::finding::Fact for $name {
                fn code(&self) -> &'static $crate::finding::Code {
                    Self::CODE
                }
                fn says(&self, $about: &dyn $crate::finding::About) -> $crate::finding::Said {
                    let $fact = self;
                    $said
                }
                fn again(&self) -> Box<dyn $crate::finding::Fact> {
                    Box::new(self.clone())
                }
            }
        )*
    };
    (@type $(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty),* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type),*
        }
    };
    (@type $(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name;
    };
}
