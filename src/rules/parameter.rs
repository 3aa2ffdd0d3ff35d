//! One parameter of the law: value, dates, citation and certainty in one record, so that they
//! cannot drift apart, and the recorder of which parameters a run leaned on.

use jiff::civil::Date;

use super::Keyakinan;
use super::values::ParameterValue;
use crate::base::text::Text;

/// A parameter with everything that is known about it.
///
/// Whatever a result depends on is read with [`Parameter::used`], which also notes that the run
/// leaned on it; what decides only sometimes, with [`Parameter::used_if`] or [`Parameter::when`].
/// [`Parameter::shown`] is for words about it, and for nothing that a result hangs on.
#[derive(Debug, Clone)]
pub struct Parameter<T> {
    /// The value: had through [`Parameter::used`] and its kin, or [`Parameter::shown`] where nothing hangs on it.
    pub(super) nilai: T,
    /// Key, unique in the whole rule set (`bobot_penilai`).
    pub key: &'static str,
    /// Section of the rule file it stands in (`perilaku_numerik`).
    pub section: &'static str,
    /// Citation: regulation, pasal or page.
    pub acuan: String,
    /// How sure it is.
    pub keyakinan: Keyakinan,
    /// In force from this day.
    pub mulai: Date,
    /// In force until this day; `None` = still.
    pub selesai: Option<Date>,
    /// Where the regulation can be read.
    pub tautan: Option<String>,
    /// What else to know.
    pub catatan: Option<String>,
    /// The rule set (or file) whose record counts.
    pub origin: Text,
    /// Line of the record in that file.
    pub row: u32,
    /// Place in [`Usage`].
    pub(super) index: u8,
}

impl<T> Parameter<T> {
    /// The value, noting that this run leans on it.
    pub fn used(&self, usage: &mut Usage) -> &T {
        usage.note(self.index);
        &self.nilai
    }

    /// The value, noted only where it decides anything: a weight where there is but one part decides nothing.
    pub fn used_if(&self, usage: &mut Usage, decides: bool) -> &T {
        if decides { self.used(usage) } else { &self.nilai }
    }

    /// The value where it decides, and noted only then: a limit that is passed, a list that somebody stands in.
    pub fn when(&self, usage: &mut Usage, decides: impl FnOnce(&T) -> bool) -> Option<&T> {
        decides(&self.nilai).then(|| self.used(usage))
    }

    /// The value without a note: for showing it.
    pub const fn shown(&self) -> &T {
        &self.nilai
    }

    /// The same record with another value; for tests that vary a rule.
    #[cfg(test)]
    pub fn set(&mut self, nilai: T) {
        self.nilai = nilai;
    }
}

impl<T: ParameterValue> Parameter<T> {
    /// As a row for sheets, `skp aturan tampil` and docs.
    pub(super) fn display(&self) -> ParameterFacts<'_> {
        ParameterFacts {
            key: self.key,
            section: self.section,
            nilai: self.nilai.display(),
            acuan: &self.acuan,
            keyakinan: self.keyakinan,
            mulai: self.mulai,
            selesai: self.selesai,
            tautan: self.tautan.as_deref(),
            catatan: self.catatan.as_deref(),
            origin: &self.origin,
            index: self.index,
        }
    }
}

/// A parameter as shown to people.
#[derive(Debug, Clone)]
pub struct ParameterFacts<'a> {
    /// Key.
    pub key: &'static str,
    /// Section.
    pub section: &'static str,
    /// Value in words.
    pub nilai: String,
    /// Citation.
    pub acuan: &'a str,
    /// How sure.
    pub keyakinan: Keyakinan,
    /// In force from.
    pub mulai: Date,
    /// In force until.
    pub selesai: Option<Date>,
    /// Where the regulation can be read.
    pub tautan: Option<&'a str>,
    /// What else to know.
    pub catatan: Option<&'a str>,
    /// Rule set or file whose record counts.
    pub origin: &'a str,
    index: u8,
}

impl ParameterFacts<'_> {
    /// Whether the citation says where in the regulation: a pasal, a page, a numbered part.
    pub fn located(&self) -> bool {
        let place = ["Pasal ", "hlm. ", "bagian "].iter().any(|w| self.acuan.contains(w));
        place && !self.unregulated()
    }

    /// Whether the regulation, read whole, says nothing of it: a choice that an agency may make otherwise.
    pub fn unregulated(&self) -> bool {
        self.acuan.starts_with("tidak diatur")
    }

    /// Days in force: `2021-07-01 – 2022-02-02`, or `sejak 2022-02-03`.
    pub fn in_force(&self) -> String {
        match self.selesai {
            Some(selesai) => format!("{} – {selesai}", self.mulai),
            None => format!("sejak {}", self.mulai),
        }
    }

    /// Whether the run behind `usage` leaned on it.
    pub fn used(&self, usage: &Usage) -> bool {
        usage.bit & (1 << self.index) != 0
    }
}

/// Most parameters a rule set can have: the width of [`Usage`]. A test and the loader hold it.
pub(super) const MOST: u8 = 128;

/// Which parameters a run leaned on. Cheap to hand down and copy; threads keep one each and
/// [`Usage::merge`] them at the end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    bit: u128,
}

impl Usage {
    /// Nothing used yet.
    pub const fn new() -> Self {
        Self { bit: 0 }
    }

    pub(super) const fn note(&mut self, index: u8) {
        self.bit |= 1 << index;
    }

    /// Adds what another part of the run used.
    pub const fn merge(&mut self, other: Self) {
        self.bit |= other.bit;
    }

    /// Nothing was used.
    pub const fn is_empty(self) -> bool {
        self.bit == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usage_of_two_threads_is_the_union() {
        let (mut a, mut b) = (Usage::new(), Usage::new());
        a.note(0);
        b.note(127);
        a.merge(b);
        let mut both = Usage::new();
        both.note(127);
        assert_ne!(a, both);
        both.note(0);
        assert_eq!(a, both);
        assert!(!a.is_empty());
        assert!(Usage::new().is_empty());
    }
}
