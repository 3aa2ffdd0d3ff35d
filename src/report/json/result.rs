//! `skp.hasil/1` and `skp.temuan/1`: people, units, findings.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::{Figure, MaskedWords, VERSION};
use crate::base::text::Text;
use crate::finding::Finding;
use crate::input::Inputs;
use crate::model::vocab::Word;
use crate::model::{Data, Indikator};
use crate::report::mask::Mask;
use crate::rules::Aturan;
use crate::run::{Counts, Run};
use crate::score::{AturanDistribusi, Distribusi, HasilIndikator, HasilPegawai, HasilRhk, HasilUnit, UnitGroup};
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
        s.collect_seq(
            self.0
                .scores
                .pegawai
                .iter()
                .map(|p| Person::new(&self.0.data, &self.0.aturan, p, self.1)),
        )
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

/// A person's result. Figures are null in the sets that have none, ratings in those that count.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Person<'a> {
    nip: MaskedWords<'a>,
    nama: MaskedWords<'a>,
    unit_kerja: MaskedWords<'a>,
    nip_atasan: Option<MaskedWords<'a>>,
    /// `dinilai`, `belum_dapat_dinilai`, `dikecualikan`
    status: &'static str,
    /// Why not.
    #[schemars(schema_with = "reasons")]
    sebab: Vec<&'static str>,
    /// Why somebody is excepted: as `pengecualian` says, or the status with its acuan.
    #[serde(skip_serializing_if = "Option::is_none")]
    alasan: Option<MaskedWords<'a>>,
    nilai_kinerja_utama: Option<Figure>,
    nilai_kinerja_tambahan: Option<Figure>,
    nilai_skp: Option<Figure>,
    nilai_perilaku: Option<Figure>,
    nilai_kinerja: Option<Figure>,
    rating_hasil_kerja: Option<&'static str>,
    rating_perilaku: Option<&'static str>,
    /// In the words of the rule set.
    predikat: Option<&'static str>,
    angka_kredit: Option<Figure>,
    /// By the agency's own table; absent where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    tukin_persen: Option<Figure>,
    peringkat_unit: Option<u32>,
    rhk: Vec<Rhk<'a>>,
    /// Codes of findings about the person.
    temuan: &'a [&'static str],
}

impl<'a> Person<'a> {
    /// The view of a person's result.
    pub fn new(data: &'a Data, aturan: &Aturan, p: &'a HasilPegawai, mask: &'a Mask) -> Self {
        Self {
            nip: mask.nip(&p.nip),
            nama: mask.name(&p.nama),
            unit_kerja: mask.text(&p.unit_kerja),
            nip_atasan: p.nip_atasan.as_deref().map(|n| mask.nip(n)),
            status: p.status().code(),
            sebab: p.reasons().iter().map(|s| s.code()).collect(),
            alasan: p.alasan().map(|a| mask.text(a)),
            nilai_kinerja_utama: p.nilai_kinerja_utama.map(Figure),
            nilai_kinerja_tambahan: p.nilai_kinerja_tambahan.map(Figure),
            nilai_skp: p.nilai_skp.map(Figure),
            nilai_perilaku: p.nilai_perilaku.map(Figure),
            nilai_kinerja: p.nilai_kinerja().map(Figure),
            rating_hasil_kerja: p.rating_hasil_kerja.map(Word::as_str),
            rating_perilaku: p.rating_perilaku.map(Word::as_str),
            predikat: p.label(),
            angka_kredit: p.angka_kredit.map(Figure),
            tukin_persen: p.tukin_persen.map(Figure),
            peringkat_unit: p.unit_rank,
            rhk: p.rhk.iter().map(|r| Rhk::new(data, aturan, r, mask)).collect(),
            temuan: &p.temuan,
        }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
#[allow(clippy::struct_field_names)] // the keys of the contract
struct Rhk<'a> {
    kode_rhk: MaskedWords<'a>,
    jenis: Option<&'static str>,
    /// First day of the posting, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    mulai: Option<String>,
    nilai: Option<Figure>,
    nilai_tertimbang: Option<Figure>,
    indikator: Vec<Indicator<'a>>,
}

impl<'a> Rhk<'a> {
    fn new(data: &'a Data, aturan: &Aturan, r: &'a HasilRhk, mask: &'a Mask) -> Self {
        let plan = data.rhk(r.id);
        let indicator = |i: &'a HasilIndikator| Indicator::new(aturan, &plan.indikator[i.index], i, mask);
        Self {
            kode_rhk: mask.text(&plan.kode),
            jenis: r.jenis.map(Word::as_str),
            mulai: r.mulai.map(|d| d.to_string()),
            nilai: r.nilai.map(Figure),
            nilai_tertimbang: r.weighted_nilai.map(Figure),
            indikator: r.indikator.iter().map(indicator).collect(),
        }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
struct Indicator<'a> {
    aspek: Option<&'static str>,
    no: u32,
    target: Option<MaskedWords<'a>>,
    realisasi: Option<String>,
    capaian: Option<Figure>,
    kategori: Option<&'static str>,
}

impl<'a> Indicator<'a> {
    fn new(aturan: &Aturan, plan: &'a Indikator, i: &'a HasilIndikator, mask: &'a Mask) -> Self {
        Self {
            aspek: i.aspek.map(Word::as_str),
            no: i.no,
            target: plan.target.get().map(|t| mask.text(&t.written)),
            realisasi: i.realisasi.as_ref().map(|r| mask.owned(r.to_string())),
            capaian: i.capaian.map(Figure),
            kategori: i.kategori.map(|k| aturan.label(k)),
        }
    }
}

/// A unit with its counts and, where it can be checked, its distribution.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Unit")]
#[allow(clippy::struct_field_names)] // the keys of the contract
pub struct UnitView<'a> {
    unit_kerja: MaskedWords<'a>,
    unit_induk: Option<MaskedWords<'a>>,
    predikat_organisasi: Option<&'static str>,
    jumlah: u32,
    dinilai: u32,
    rata_rata_nilai: Option<Figure>,
    /// People scored per predikat, best first, in the words of the rule set.
    #[schemars(with = "BTreeMap<String, u32>")]
    predikat: Tally<'a>,
    distribusi: Option<Distribution<'a>>,
}

impl<'a> UnitView<'a> {
    fn new(u: &'a HasilUnit, mask: &'a Mask) -> Self {
        Self {
            unit_kerja: mask.text(&u.unit_kerja),
            unit_induk: u.unit_induk.as_deref().map(|n| mask.text(n)),
            predikat_organisasi: u.predikat_organisasi.map(Word::as_str),
            jumlah: u.count,
            dinilai: u.dinilai,
            rata_rata_nilai: u.average_nilai.map(Figure),
            predikat: Tally(&u.predikat),
            distribusi: u.distribusi.as_ref().map(|d| Distribution::new(&u.kelompok, d, mask)),
        }
    }
}

/// Counts under their labels, in order.
#[derive(Debug)]
struct Tally<'a>(&'a [(&'static str, u32)]);

impl Serialize for Tally<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_map(self.0.iter().map(|(k, v)| (k, v)))
    }
}

#[derive(Debug, Serialize, JsonSchema)]
struct Distribution<'a> {
    /// `penilai`, `unit` or `induk`
    kelompok_dasar: &'static str,
    /// People counted: those scored.
    n: u32,
    #[schemars(with = "BTreeMap<String, u32>")]
    predikat: Tally<'a>,
    /// The unit above whose predikat organisasi the pattern goes by.
    #[serde(skip_serializing_if = "Option::is_none")]
    predikat_organisasi_dari: Option<MaskedWords<'a>>,
    sesuai: bool,
    mungkin: bool,
    pindah_minimal: Option<u32>,
    aturan: Vec<Bound<'a>>,
}

impl<'a> Distribution<'a> {
    fn new(group: &'a UnitGroup, d: &'a Distribusi, mask: &'a Mask) -> Self {
        Self {
            kelompok_dasar: group.basis.as_str(),
            n: d.n,
            predikat: Tally(&d.predikat),
            predikat_organisasi_dari: group.organisasi_source.as_deref().map(|u| mask.text(u)),
            sesuai: d.sesuai,
            mungkin: d.possible,
            pindah_minimal: d.least_moves,
            aturan: d.aturan.iter().map(Bound::new).collect(),
        }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
struct Bound<'a> {
    kelompok: &'a [&'static str],
    /// `<= 20%`, `>= 1 orang`, `terbesar`
    batas: &'a str,
    jumlah: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    paling_banyak: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paling_sedikit: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lebih: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kurang: Option<u32>,
}

impl<'a> Bound<'a> {
    fn new(a: &'a AturanDistribusi) -> Self {
        Self {
            kelompok: &a.kelompok,
            batas: &a.batas,
            jumlah: a.count,
            paling_banyak: a.most,
            paling_sedikit: a.least,
            lebih: a.excess,
            kurang: a.lacking,
        }
    }
}

/// A finding; fields that do not apply are left out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FindingView<'a> {
    kode: &'a str,
    /// `galat`, `peringatan`, `catatan`
    tingkat: &'static str,
    pesan: MaskedWords<'a>,
    saran: MaskedWords<'a>,
    acuan: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    berkas: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lembar: Option<MaskedWords<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sel: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kolom: Option<MaskedWords<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nilai: Option<MaskedWords<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    harapan: Option<MaskedWords<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nip: Option<MaskedWords<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kode_rhk: Option<MaskedWords<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit_kerja: Option<MaskedWords<'a>>,
}

impl<'a> FindingView<'a> {
    /// The view of a finding.
    pub fn new(f: &'a Finding, mask: &'a Mask) -> Self {
        let prose = |t: &'a Option<Text>| t.as_deref().map(|t| mask.text(t));
        Self {
            kode: f.kode,
            tingkat: f.level.as_str(),
            pesan: mask.text(&f.message),
            saran: mask.text(&f.advice),
            acuan: &f.acuan,
            berkas: f.file(),
            lembar: f.sheet_name().map(|t| mask.text(t)),
            sel: f.cell(),
            kolom: f.column().map(|t| mask.text(t)),
            nilai: f.nilai.as_deref().map(|t| mask.text(t)),
            harapan: f.expected.as_deref().map(|t| mask.text(t)),
            nip: f.nip.as_deref().map(|n| mask.nip(n)),
            kode_rhk: f.kode_rhk.as_deref().map(|t| mask.text(t)),
            unit_kerja: prose(&f.unit_kerja),
        }
    }
}

/// The closed set of `sebab`.
fn reasons(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let codes: Vec<&str> = crate::score::Reason::ALL.iter().map(|r| r.code()).collect();
    schemars::json_schema!({ "type": "array", "items": { "type": "string", "enum": codes } })
}
