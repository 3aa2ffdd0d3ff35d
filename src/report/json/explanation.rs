//! `skp.penjelasan/1`: one person's result with every step; `skp.kode/1`: one finding code.

use schemars::JsonSchema;
use serde::Serialize;

use super::MaskedWords;
use super::finding::FindingView;
use super::person::Person;
use crate::base::origin::Origin;
use crate::finding::Code;
use crate::input::Inputs;
use crate::report::explain::{filled, findings_about};
use crate::report::mask::Mask;
use crate::run::Run;
use crate::score::waiting::{Actor, actor};
use crate::score::{Explanation, Reason, Step};

/// How a person's result came about.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Explanation1<'a> {
    skema: &'static str,
    periode: String,
    aturan: Rules<'a>,
    pegawai: Person<'a>,
    /// What is missing, and from whom.
    kurang: Vec<Missing<'a>>,
    langkah: Vec<StepView<'a>>,
    /// The way to the next better predikat.
    berikutnya: Option<Next<'a>>,
    temuan: Vec<FindingView<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Rules<'a> {
    id: &'a str,
    bobot: Option<&'a str>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Missing<'a> {
    sebab: &'static str,
    apa: &'static str,
    dari: &'static str,
    nama: Option<MaskedWords<'a>>,
    nip: Option<MaskedWords<'a>>,
    langkah: &'static str,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Next<'a> {
    menuju: &'a str,
    /// Each by itself enough.
    jalan: Vec<MaskedWords<'a>>,
}

/// A step with its cells named as the user sees them.
#[derive(Debug, Serialize, JsonSchema)]
struct StepView<'a> {
    judul: MaskedWords<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rumus: Option<MaskedWords<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hasil: Option<MaskedWords<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pembulatan: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    acuan: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    keyakinan: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    catatan: Option<MaskedWords<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sel: Vec<CellView<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    anak: Vec<StepView<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct CellView<'a> {
    berkas: &'a str,
    lembar: Option<MaskedWords<'a>>,
    sel: String,
    nilai: String,
}

impl<'a> Explanation1<'a> {
    /// The view of an explanation.
    pub fn new(run: &'a Run, p: &'a Explanation, mask: &'a Mask) -> Self {
        Self {
            skema: "skp.penjelasan/1",
            periode: run.data.periode.to_string(),
            aturan: Rules {
                id: &run.aturan.id,
                bobot: run.scores.bobot.as_deref(),
            },
            pegawai: Person::new(&run.data, &run.aturan, (&p.hasil, &p.rhk), mask),
            kurang: p.hasil.reasons().iter().map(|&s| Missing::new(run, p, s, mask)).collect(),
            langkah: p.step.iter().map(|s| StepView::new(&run.inputs, s, mask)).collect(),
            berikutnya: p.next.as_ref().map(|b| Next {
                menuju: b.next_predikat,
                jalan: b.runs.iter().map(|j| mask.text(j)).collect(),
            }),
            temuan: findings_about(run, p).map(|f| FindingView::new(f, mask)).collect(),
        }
    }
}

impl<'a> Missing<'a> {
    fn new(run: &'a Run, p: &Explanation, s: Reason, mask: &'a Mask) -> Self {
        let (nama, nip) = match actor(&run.data, p.hasil.id, s) {
            Actor::Pegawai(id) => {
                let who = run.data.pegawai(id);
                (Some(mask.name(&who.nama)), Some(mask.nip(&who.nip)))
            }
            Actor::OutsideData(nip) => (None, Some(mask.nip(&nip).into_owned().into())),
            Actor::Kepegawaian => (None, None),
        };
        Self {
            sebab: s.code(),
            apa: s.words(),
            dari: s.duty().words(),
            nama,
            nip,
            langkah: s.steps_for(run.data.pegawai(p.hasil.id)),
        }
    }
}

impl<'a> StepView<'a> {
    fn new(inputs: &'a Inputs, step: &'a Step, mask: &'a Mask) -> Self {
        let text = |t: &'a Option<String>| t.as_deref().map(|t| mask.text(t));
        Self {
            judul: mask.text(&step.title),
            rumus: text(&step.formula),
            hasil: text(&step.hasil),
            pembulatan: step.pembulatan,
            acuan: step.acuan.as_deref(),
            keyakinan: step.keyakinan.map(crate::rules::Keyakinan::as_str),
            catatan: text(&step.catatan),
            sel: filled(inputs, &step.cell)
                .into_iter()
                .map(|at| CellView::new(inputs, at, mask))
                .collect(),
            anak: step.anak.iter().map(|s| Self::new(inputs, s, mask)).collect(),
        }
    }
}

impl<'a> CellView<'a> {
    fn new(inputs: &'a Inputs, at: Origin, mask: &'a Mask) -> Self {
        let sheet = inputs.sheet(at.sheet());
        Self {
            berkas: &inputs.file(sheet.file).path,
            lembar: sheet.name.as_deref().map(|n| mask.text(n)),
            sel: at.a1(),
            nilai: mask.owned(inputs.value(at).written()),
        }
    }
}

/// A finding code with its page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Code1 {
    skema: &'static str,
    #[serde(flatten)]
    code: CodeView,
}

/// All finding codes with their pages.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Codes1 {
    skema: &'static str,
    kode: Vec<CodeView>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct CodeView {
    kode: &'static str,
    judul: &'static str,
    tingkat: &'static str,
    acuan: &'static str,
    halaman: &'static str,
}

impl Code1 {
    /// The view of a code.
    pub fn new(code: &'static Code) -> Self {
        Self {
            skema: "skp.kode/1",
            code: CodeView::new(code),
        }
    }
}

impl Codes1 {
    /// The view of all codes.
    pub fn new(codes: &[&'static Code]) -> Self {
        Self {
            skema: "skp.daftar-kode/1",
            kode: codes.iter().map(|c| CodeView::new(c)).collect(),
        }
    }
}

impl CodeView {
    fn new(code: &'static Code) -> Self {
        Self {
            kode: code.kode,
            judul: code.title,
            tingkat: code.level.as_str(),
            acuan: code.acuan,
            halaman: code.page,
        }
    }
}
