//! A person's result with its RHK and indicators, in `skp.hasil/1`.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::{Figure, MaskedWords};
use crate::model::vocab::Word;
use crate::model::{Data, Indikator};
use crate::report::mask::Mask;
use crate::rules::Aturan;
use crate::score::{HasilIndikator, HasilPegawai, HasilRhk};

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
    #[schemars(with = "Vec<Rhk>")]
    rhk: RhkList<'a>,
    /// Codes of findings about the person.
    temuan: &'a [&'static str],
}

impl<'a> Person<'a> {
    /// The view of a person's result with those of his RHK.
    pub fn new(data: &'a Data, aturan: &'a Aturan, (p, rhk): (&'a HasilPegawai, &'a [HasilRhk]), mask: &'a Mask) -> Self {
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
            rhk: RhkList(ResultSource { data, aturan, mask }, rhk),
            temuan: &p.temuan,
        }
    }
}

/// What the views of RHK and indicators are made from.
#[derive(Debug, Clone, Copy)]
struct ResultSource<'a> {
    data: &'a Data,
    aturan: &'a Aturan,
    mask: &'a Mask,
}

/// RHK, which become views while they are written.
#[derive(Debug)]
struct RhkList<'a>(ResultSource<'a>, &'a [HasilRhk]);

impl Serialize for RhkList<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_seq(self.1.iter().map(|r| Rhk::new(self.0, r)))
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
    #[schemars(with = "Vec<Indicator>")]
    indikator: IndicatorList<'a>,
}

impl<'a> Rhk<'a> {
    fn new(source: ResultSource<'a>, r: &'a HasilRhk) -> Self {
        Self {
            kode_rhk: source.mask.text(&source.data.rhk(r.id).kode),
            jenis: r.jenis.map(Word::as_str),
            mulai: r.mulai.map(|d| d.to_string()),
            nilai: r.nilai.map(Figure),
            nilai_tertimbang: r.weighted_nilai.map(Figure),
            indikator: IndicatorList(source, r),
        }
    }
}

/// The indicators of an RHK, likewise.
#[derive(Debug)]
struct IndicatorList<'a>(ResultSource<'a>, &'a HasilRhk);

impl<'a> Serialize for IndicatorList<'a> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let Self(source, rhk) = *self;
        let plan = source.data.rhk(rhk.id);
        let view = |i: &'a HasilIndikator| Indicator::new(source, &plan.indikator[i.index], i);
        s.collect_seq(rhk.indikator.iter().map(view))
    }
}

#[derive(Debug, Serialize, JsonSchema)]
struct Indicator<'a> {
    aspek: Option<&'static str>,
    no: u32,
    target: Option<MaskedWords<'a>>,
    realisasi: Option<MaskedWords<'a>>,
    capaian: Option<Figure>,
    kategori: Option<&'static str>,
}

impl<'a> Indicator<'a> {
    fn new(source: ResultSource<'a>, plan: &'a Indikator, i: &'a HasilIndikator) -> Self {
        let ResultSource { aturan, mask, .. } = source;
        Self {
            aspek: i.aspek.map(Word::as_str),
            no: i.no,
            target: plan.target.get().map(|t| mask.text(&t.written)),
            realisasi: i.realisasi.as_ref().map(|r| match r.words() {
                Cow::Borrowed(text) => mask.text(text),
                Cow::Owned(text) => mask.owned(text).into(),
            }),
            capaian: i.capaian.map(Figure),
            kategori: i.kategori.map(|k| aturan.label(k)),
        }
    }
}

/// The closed set of `sebab`.
fn reasons(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let codes: Vec<&str> = crate::score::Reason::ALL.iter().map(|r| r.code()).collect();
    schemars::json_schema!({ "type": "array", "items": { "type": "string", "enum": codes } })
}
