//! The kinds of table and the columns of each: the input contract (`masukan.md` sections 1, 3 and 4),
//! declared once. Recognition, reading, the template, the sample and the guide's table of columns
//! come from here.

mod marks;
mod people;
mod plans;

use super::columns::Key;
use super::vocab::{AspekPerilaku, Predikat, Word};
use marks::{FORMULIR_EVALUASI, FORMULIR_SKP, LAPORAN_SKP, PENILAIAN};
use people::{PEGAWAI, PENGECUALIAN, SASARAN, UNIT};
use plans::{PERILAKU, REALISASI, SKP};

crate::base::ids::listed! {
    /// The kinds of table, in the order of the contract.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum TableKind {
        /// A row per pegawai and posting.
        Pegawai,
        /// Units.
        Unit,
        /// Sasaran of units.
        Sasaran,
        /// A row per indicator.
        Skp,
        /// Realisasi.
        Realisasi,
        /// Perilaku.
        Perilaku,
        /// Ratings set by the penilai; also the e-Kinerja "Laporan Penilaian SKP".
        Penilaian,
        /// People rightly without a result.
        Pengecualian,
        /// e-Kinerja "Laporan SKP".
        LaporanSkp,
        /// Official form, planning.
        FormulirSkp,
        /// Official form, evaluation.
        FormulirEvaluasi,
    }
}

/// A kind of table: its name, what it is for, its columns.
#[derive(Debug)]
pub struct TableSpec {
    /// The word of the contract, also the sheet's name in the template.
    pub name: &'static str,
    /// One line for the guide.
    pub purpose: &'static str,
    /// Columns in the order of the template.
    pub columns: &'static [Column],
}

/// Whether a column must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The table is not complete without it.
    Must,
    /// The contract wants it, but what it says can be told without it (codes by order, the jenis by
    /// section rows, the unit by the title).
    Derived,
    /// It may be missing.
    May,
}

/// A column of a kind of table.
#[derive(Debug)]
pub struct Column {
    /// What it means, and by which names it is known.
    pub key: Key,
    /// Whether it must be there.
    pub need: Need,
    /// What finding it says about the kind of the table: 0 nothing … 8 only this kind has it.
    pub weight: u8,
    /// Names that mean this in this kind of table only.
    pub also: &'static [&'static str],
    /// How it is filled in by hand; empty for what only downloads and forms have. Where rule sets
    /// differ there is one for each.
    pub fills: &'static [Fill],
}

/// How a column is filled in: what the template and the guide say of it.
#[derive(Debug, Clone, Copy)]
pub struct Fill {
    /// Width in characters.
    pub width: u32,
    /// What a cell may hold.
    pub content: Content,
    /// What the sample row shows; dates in ISO form.
    pub sample: &'static str,
    /// The note on the heading.
    pub note: &'static str,
    /// A row is of no use without it.
    pub required: bool,
    /// The rule sets that use it.
    pub rule_sets: &'static [RuleSet],
}

/// What a cell of a column may hold.
#[derive(Debug, Clone, Copy)]
pub enum Content {
    /// Any text.
    Text,
    /// A NIP: text-formatted, 18 digits.
    Nip,
    /// Text-formatted, so that Excel makes no number or date of it.
    Code,
    /// A date.
    Date,
    /// A figure between these.
    Figure(f64, f64),
    /// A figure, range or text.
    Free,
    /// One of these words.
    Choice(fn() -> Vec<&'static str>),
}

crate::base::ids::listed! {
    /// Which columns a rule set uses; an agency's own set has those of the set it extends.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum RuleSet {
        /// `permenpanrb-6-2022`: ratings in words.
        Qualitative,
        /// `pp-30-2019`: figures, weights of indicators.
        Numeric30,
        /// `permenpanrb-8-2021`: figures, cascade weighting, groups of a JPT.
        Numeric8,
    }
}

const NUMERIC: &[RuleSet] = &[RuleSet::Numeric30, RuleSet::Numeric8];
const NUMERIC_30: &[RuleSet] = &[RuleSet::Numeric30];
const NUMERIC_8: &[RuleSet] = &[RuleSet::Numeric8];
const WORDS: &[RuleSet] = &[RuleSet::Qualitative];

impl TableKind {
    /// Its declaration.
    #[must_use]
    pub const fn kind(self) -> &'static TableSpec {
        match self {
            Self::Pegawai => &PEGAWAI,
            Self::Unit => &UNIT,
            Self::Sasaran => &SASARAN,
            Self::Skp => &SKP,
            Self::Realisasi => &REALISASI,
            Self::Perilaku => &PERILAKU,
            Self::Penilaian => &PENILAIAN,
            Self::Pengecualian => &PENGECUALIAN,
            Self::LaporanSkp => &LAPORAN_SKP,
            Self::FormulirSkp => &FORMULIR_SKP,
            Self::FormulirEvaluasi => &FORMULIR_EVALUASI,
        }
    }

    /// The word of the contract.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.kind().name
    }

    /// Its columns.
    #[must_use]
    pub const fn columns(self) -> &'static [Column] {
        self.kind().columns
    }

    /// Its column with this meaning.
    #[must_use]
    pub fn column(self, key: Key) -> Option<&'static Column> {
        self.columns().iter().find(|c| c.key == key)
    }

    /// Whether other columns tell what an obligatory one would: name and NIP in one cell, the RHK and the indicator
    /// of a realisasi by their texts.
    pub fn told_otherwise(self, key: Key, has: impl Fn(Key) -> bool) -> bool {
        match (self, key) {
            (_, Key::Nip | Key::Nama) => has(Key::NamaNip),
            (Self::Realisasi, Key::KodeRhk) => has(Key::Rhk),
            (Self::Realisasi, Key::Aspek) => has(Key::Indikator) || (has(Key::Rhk) && !has(Key::KodeRhk)),
            _ => false,
        }
    }

    /// An official form of one person.
    #[must_use]
    pub const fn is_form(self) -> bool {
        matches!(self, Self::FormulirSkp | Self::FormulirEvaluasi)
    }
}

impl Column {
    const fn new(key: Key, need: Need, weight: u8) -> Self {
        Self {
            key,
            need,
            weight,
            also: &[],
            fills: &[],
        }
    }

    const fn weight(self, weight: u8) -> Self {
        Self { weight, ..self }
    }

    const fn also(self, also: &'static [&'static str]) -> Self {
        Self { also, ..self }
    }

    const fn fills(self, fills: &'static [Fill]) -> Self {
        Self { fills, ..self }
    }

    /// How it is filled in under a rule set; `None` where the set does not use it.
    #[must_use]
    pub fn fill(&self, set: RuleSet) -> Option<&'static Fill> {
        self.fills.iter().find(|f| f.rule_sets.contains(&set))
    }

    /// The contract marks it as obligatory.
    #[must_use]
    pub fn starred(&self) -> bool {
        self.need != Need::May
    }
}

/// The table is not complete without it.
const fn must(key: Key) -> Column {
    Column::new(key, Need::Must, 4)
}

/// Wanted, but it can be told without it.
const fn derived(key: Key) -> Column {
    Column::new(key, Need::Derived, 4)
}

/// It may be missing.
const fn may(key: Key) -> Column {
    Column::new(key, Need::May, 2)
}

/// It only describes and stands in tables of any kind.
const fn plain(key: Key) -> Column {
    Column::new(key, Need::May, 1)
}

/// It gives the kind away.
const fn telling(key: Key) -> Column {
    Column::new(key, Need::May, 8)
}

const fn fill(width: u32, content: Content, sample: &'static str, note: &'static str) -> Fill {
    Fill {
        width,
        content,
        sample,
        note,
        required: false,
        rule_sets: &RuleSet::ALL,
    }
}

impl Fill {
    const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    const fn only(self, rule_sets: &'static [RuleSet]) -> Self {
        Self { rule_sets, ..self }
    }
}

/// NIP and unit of the sample person, the same on every sheet.
const SAMPLE_NIP: &str = "198501012010011001";
const SAMPLE_ATASAN: &str = "197503152000032002";
const SAMPLE_UNIT: &str = "Bidang Pembinaan SD";

const NO: Column = plain(Key::No).weight(0);
const NO_NIP: Column = plain(Key::BukanNip).weight(0);
const NAMA: Column = plain(Key::Nama);
const NAMA_NIP: Column = plain(Key::NamaNip);
/// Where somebody works, in a list that says it beside his plans or marks: it counts where there is no table of
/// people.
const AT_UNIT: Column = plain(Key::UnitKerja).weight(0);
const AT_UNIT_INDUK: Column = plain(Key::UnitInduk).weight(0);
const AT_POST: Column = plain(Key::Jabatan).weight(0);
const OF_POST: Column = plain(Key::JenisJabatan).weight(0);
const UNDER: Column = plain(Key::NipAtasan).weight(0);
const UNDER_NAME: Column = plain(Key::NamaAtasan).weight(0);

const NIP: Column = must(Key::Nip).fills(&[fill(
    21,
    Content::Nip,
    SAMPLE_NIP,
    "NIP 18 angka, sebagai teks (kolom ini sudah diformat Teks). Untuk PPPK: NI PPPK.",
)
.required()]);

/// The words of a vocabulary.
fn words<W: Word>() -> Vec<&'static str> {
    W::WORDS.to_vec()
}

fn yes_no() -> Vec<&'static str> {
    vec!["ya", "tidak"]
}

fn jenis_pegawai() -> Vec<&'static str> {
    vec!["PNS", "PPPK"]
}

fn lingkup() -> Vec<&'static str> {
    vec!["1", "2", "3"]
}

fn aspek_numerik() -> Vec<&'static str> {
    AspekPerilaku::NUMERIK.iter().map(|a| a.as_str()).collect()
}

fn berakhlak() -> Vec<&'static str> {
    AspekPerilaku::BERAKHLAK.iter().map(|a| a.as_str()).collect()
}

/// The labels of 6/2022.
fn predikat() -> Vec<&'static str> {
    Predikat::ALL.iter().map(|p| p.by_ratings()).collect()
}

/// The columns of a table, and those that a list has beside plans or marks.
macro_rules! with_post {
    ($($column:expr),* $(,)?) => {
        &[$($column,)* AT_POST, OF_POST, AT_UNIT, AT_UNIT_INDUK, UNDER_NAME]
    };
}
use with_post;
