//! `skp.aturan/1`: the rule sets, each with its parameters where asked.

use schemars::JsonSchema;
use serde::Serialize;

use crate::rules::{Aturan, ParameterFacts};

/// The sets.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Rules1<'a> {
    skema: &'static str,
    aturan: Vec<RuleSetView<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "RuleSet")]
struct RuleSetView<'a> {
    id: &'a str,
    judul: &'a str,
    rezim: &'static str,
    memperluas: &'a [String],
    mulai: String,
    selesai: Option<String>,
    otomatis_dari: Option<String>,
    otomatis_sampai: Option<String>,
    acuan: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<Vec<ParameterView<'a>>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct ParameterView<'a> {
    kunci: &'a str,
    bagian: &'a str,
    nilai: String,
    acuan: &'a str,
    keyakinan: &'static str,
    mulai: String,
    selesai: Option<String>,
    catatan: Option<&'a str>,
    asal: &'a str,
}

impl<'a> Rules1<'a> {
    /// The view of these sets, with all parameters when `detailed`.
    pub fn new(sets: &'a [Aturan], detailed: bool) -> Self {
        Self {
            skema: "skp.aturan/1",
            aturan: sets.iter().map(|a| RuleSetView::new(a, detailed)).collect(),
        }
    }
}

impl<'a> RuleSetView<'a> {
    fn new(a: &'a Aturan, detailed: bool) -> Self {
        Self {
            id: &a.id,
            judul: &a.judul,
            rezim: a.rezim.as_str(),
            memperluas: &a.memperluas,
            mulai: a.mulai.to_string(),
            selesai: a.selesai.map(|d| d.to_string()),
            otomatis_dari: a.automatic.map(|(d, _)| d.to_string()),
            otomatis_sampai: a.automatic.and_then(|(_, d)| d).map(|d| d.to_string()),
            acuan: &a.acuan,
            parameter: detailed.then(|| a.parameter().into_iter().map(ParameterView::new).collect()),
        }
    }
}

impl<'a> ParameterView<'a> {
    fn new(p: ParameterFacts<'a>) -> Self {
        Self {
            kunci: p.key,
            bagian: p.section,
            nilai: p.nilai,
            acuan: p.acuan,
            keyakinan: p.keyakinan.as_str(),
            mulai: p.mulai.to_string(),
            selesai: p.selesai.map(|d| d.to_string()),
            catatan: p.catatan,
            asal: p.origin,
        }
    }
}
