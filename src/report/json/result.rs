//! `skp.hasil/1` and `skp.temuan/1`: what a run read, by what rules, and its people, units and findings.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::finding::FindingView;
use super::person::Person;
use super::unit::UnitView;
use super::{MaskedWords, VERSION};
use crate::finding::Finding;
use crate::input::Inputs;
use crate::report::mask::Mask;
use crate::run::{Counts, Run};
use crate::score::HasilUnit;
use crate::table::Tables;

/// A list whose members become views while it is written: 40,000 people are never held twice.
macro_rules! list {
    ($(#[$doc:meta])* $name:ident: [$of:ty] => $view:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name<'a>(&'a [$of], &'a Mask);

        impl<'a> $name<'a> {
            /// The list of these.
            pub fn new(members: &'a [$of], mask: &'a Mask) -> Self {
                Self(members, mask)
            }
        }

        impl Serialize for $name<'_> {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_seq(self.0.iter().map(|x| $view::new(x, self.1)))
            }
        }
    };
}

/// People, who become views while they are written.
#[derive(Debug, Clone, Copy)]
struct PeopleView<'a>(&'a Run, &'a Mask);

impl Serialize for PeopleView<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let Self(run, mask) = *self;
        let people = run.scores.pegawai.iter().zip(run.rhk().by_person());
        s.collect_seq(people.map(|p| Person::new(&run.data, &run.aturan, p, mask)))
    }
}

list!(
    /// Units.
    Units: [HasilUnit] => UnitView
);
list!(
    /// Findings.
    Findings: [Finding] => FindingView
);

/// `skp.hasil/1`: the whole result.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Result1<'a> {
    skema: &'static str,
    versi: &'static str,
    tahun: i16,
    periode: String,
    aturan: RulesUsed<'a>,
    masukan: Vec<InputFileView<'a>>,
    #[schemars(with = "Vec<Person>")]
    pegawai: PeopleView<'a>,
    #[schemars(with = "Vec<UnitView>")]
    unit: Units<'a>,
    #[schemars(with = "Vec<FindingView>")]
    temuan: Findings<'a>,
    ringkasan: Totals,
}

impl<'a> Result1<'a> {
    /// The view of a run.
    pub fn new(run: &'a Run, mask: &'a Mask) -> Self {
        Self {
            skema: "skp.hasil/1",
            versi: VERSION,
            tahun: run.data.periode.tahun(),
            periode: run.data.periode.to_string(),
            aturan: RulesUsed {
                id: &run.aturan.id,
                bobot: run.scores.bobot.as_deref(),
                asumsi: &run.scores.asumsi,
            },
            masukan: inputs(&run.inputs, &run.tables, mask),
            pegawai: PeopleView(run, mask),
            unit: Units::new(&run.scores.unit, mask),
            temuan: Findings::new(&run.findings, mask),
            ringkasan: run.counts().into(),
        }
    }
}

/// `skp.temuan/1`: the findings alone.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Findings1<'a> {
    skema: &'static str,
    versi: &'static str,
    tahun: i16,
    periode: String,
    masukan: Vec<InputFileView<'a>>,
    #[schemars(with = "Vec<FindingView>")]
    temuan: Findings<'a>,
    ringkasan: Totals,
}

impl<'a> Findings1<'a> {
    /// The view of a run.
    pub fn new(run: &'a Run, mask: &'a Mask) -> Self {
        Self {
            skema: "skp.temuan/1",
            versi: VERSION,
            tahun: run.data.periode.tahun(),
            periode: run.data.periode.to_string(),
            masukan: inputs(&run.inputs, &run.tables, mask),
            temuan: Findings::new(&run.findings, mask),
            ringkasan: run.counts().into(),
        }
    }
}

/// Counts of a run.
#[derive(Debug, Serialize, JsonSchema)]
struct Totals {
    /// People, excepted ones included.
    pegawai: usize,
    /// People scored.
    dinilai: usize,
    /// Findings of level galat.
    galat: usize,
    /// Findings of level peringatan.
    peringatan: usize,
}

impl From<Counts> for Totals {
    fn from(of: Counts) -> Self {
        let Counts {
            pegawai,
            dinilai,
            galat,
            peringatan,
        } = of;
        Self {
            pegawai,
            dinilai,
            galat,
            peringatan,
        }
    }
}

/// The rule set of the run.
#[derive(Debug, Serialize, JsonSchema)]
struct RulesUsed<'a> {
    id: &'a str,
    /// Weight of SKP and perilaku; null in 6/2022.
    bobot: Option<&'a str>,
    /// Parameters whose text nobody has seen and which this run leaned on.
    asumsi: &'a [String],
}

/// An input file and what was recognised in it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "InputFile")]
struct InputFileView<'a> {
    berkas: &'a str,
    sha256: &'a str,
    tabel: Vec<InputTable<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct InputTable<'a> {
    lembar: Option<MaskedWords<'a>>,
    jenis: &'static str,
    baris: usize,
    dilewati: usize,
}

fn inputs<'a>(inputs: &'a Inputs, tables: &Tables, mask: &'a Mask) -> Vec<InputFileView<'a>> {
    let mut files: Vec<InputFileView<'a>> = inputs
        .files
        .iter()
        .map(|f| InputFileView {
            berkas: &f.path,
            sha256: &f.sha256,
            tabel: Vec::new(),
        })
        .collect();
    for t in &tables.tables {
        let sheet = inputs.sheet(t.sheet);
        files[sheet.file].tabel.push(InputTable {
            lembar: sheet.name.as_deref().map(|n| mask.text(n)),
            jenis: t.jenis.as_str(),
            baris: t.data_rows(inputs),
            dilewati: t.passed_over(inputs),
        });
    }
    files
}
