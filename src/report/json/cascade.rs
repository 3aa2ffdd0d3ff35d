//! `skp.kaskade/1` and `skp.matriks/1`: the cascade flat, and who carries which RHK of a leader.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::{MaskedWords, VERSION};
use crate::model::{Data, RhkId};
use crate::report::mask::Mask;
use crate::report::tables::links::LinkRow;
use crate::report::tree::Matriks;

/// The cascade: a member for each link of an RHK, and one for an RHK without any.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Cascade1<'a> {
    skema: &'static str,
    versi: &'static str,
    periode: String,
    #[schemars(with = "Vec<Link>")]
    kaskade: Links<'a>,
}

impl<'a> Cascade1<'a> {
    /// The view of these links.
    pub fn new(data: &Data, rows: &'a [LinkRow<'a>], mask: &'a Mask) -> Self {
        Self {
            skema: "skp.kaskade/1",
            versi: VERSION,
            periode: data.periode.to_string(),
            kaskade: Links(rows, mask),
        }
    }
}

#[derive(Debug)]
struct Links<'a>(&'a [LinkRow<'a>], &'a Mask);

impl Serialize for Links<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_seq(self.0.iter().map(|r| Link::new(r, self.1)))
    }
}

/// A link.
#[derive(Debug, Serialize, JsonSchema)]
struct Link<'a> {
    nip: MaskedWords<'a>,
    nama: MaskedWords<'a>,
    unit_kerja: MaskedWords<'a>,
    kode_rhk: MaskedWords<'a>,
    rhk: MaskedWords<'a>,
    jenis: &'static str,
    pendukung: u32,
    tautan: Option<MaskedWords<'a>>,
    nip_induk: Option<MaskedWords<'a>>,
    kode_induk: Option<MaskedWords<'a>>,
    /// `tertaut`, `puncak` (nothing above is due), `putus`.
    keadaan: &'static str,
    sebab: Option<MaskedWords<'a>>,
}

impl<'a> Link<'a> {
    fn new(r: &'a LinkRow<'a>, mask: &'a Mask) -> Self {
        let text = |t: Option<&'a str>| t.map(|t| mask.text(t));
        Self {
            nip: mask.nip(r.nip),
            nama: mask.name(r.nama),
            unit_kerja: mask.text(r.unit_kerja),
            kode_rhk: mask.text(r.kode_rhk),
            rhk: mask.text(r.rhk),
            jenis: r.jenis,
            pendukung: r.supporter,
            tautan: text(r.tautan),
            nip_induk: r.nip_induk.map(|n| mask.nip(n)),
            kode_induk: text(r.kode_induk),
            keadaan: r.condition,
            sebab: text(r.reason),
        }
    }
}

/// The matriks peran hasil of one leader.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Matrix1<'a> {
    skema: &'static str,
    nip: MaskedWords<'a>,
    nama: MaskedWords<'a>,
    rhk: Vec<LeaderRhk<'a>>,
    bawahan: Vec<Member<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct LeaderRhk<'a> {
    kode_rhk: MaskedWords<'a>,
    rhk: MaskedWords<'a>,
    indikator: Vec<MaskedWords<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct CodeText<'a> {
    kode_rhk: MaskedWords<'a>,
    rhk: MaskedWords<'a>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Member<'a> {
    nip: MaskedWords<'a>,
    nama: MaskedWords<'a>,
    bawahan_langsung: bool,
    /// Per RHK of the leader, in the same order.
    peran: Vec<Vec<CodeText<'a>>>,
}

impl<'a> Matrix1<'a> {
    /// The view of a matriks.
    pub fn new(data: &'a Data, m: &Matriks, mask: &'a Mask) -> Self {
        let brief = |id: &RhkId| {
            let r = data.rhk(*id);
            CodeText {
                kode_rhk: mask.text(&r.kode),
                rhk: mask.text(&r.rhk),
            }
        };
        let p = data.pegawai(m.pimpinan);
        Self {
            skema: "skp.matriks/1",
            nip: mask.nip(&p.nip),
            nama: mask.name(&p.nama),
            rhk: m
                .columns
                .iter()
                .map(|id| {
                    let CodeText { kode_rhk, rhk } = brief(id);
                    let indikator = data.rhk(*id).indikator.iter().filter_map(|i| i.indikator.as_ref());
                    LeaderRhk {
                        kode_rhk,
                        rhk,
                        indikator: indikator.map(|t| mask.text(t)).collect(),
                    }
                })
                .collect(),
            bawahan: m
                .rows
                .iter()
                .map(|b| {
                    let who = data.pegawai(b.pegawai);
                    Member {
                        nip: mask.nip(&who.nip),
                        nama: mask.name(&who.nama),
                        bawahan_langsung: b.direct_bawahan,
                        peran: b.cells.iter().map(|cell| cell.iter().map(brief).collect()).collect(),
                    }
                })
                .collect(),
        }
    }
}
