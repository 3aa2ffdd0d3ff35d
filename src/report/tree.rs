//! The cascade as a tree and the matriks peran hasil: what they say, not how they look.
//!
//! Terminal, dot, mermaid and workbook lay out the same [`Pohon`] and [`Matriks`].

use std::collections::{BTreeSet, HashMap};

use crate::check::phrases;
use crate::model::vocab::JenisRhk;
use crate::model::{Data, Hierarchy, PegawaiId, RhkId, TautanKe};

/// Everybody under their atasan, in outline order: an atasan before their bawahan, of these the
/// leading ones first, else in order of the data.
#[derive(Debug, Default)]
pub struct Pohon {
    /// People in outline order; each person exactly once.
    pub simpul: Vec<Simpul>,
}

/// A person in the tree.
#[derive(Debug)]
pub struct Simpul {
    /// Who.
    pub pegawai: PegawaiId,
    /// 0 for a root.
    pub kedalaman: u32,
    /// Index of the atasan in [`Pohon::simpul`].
    pub induk: Option<usize>,
    /// Why the person hangs on nobody although somebody should stand above, in plain words.
    pub masalah: Option<String>,
    /// RHK in order of the SKP.
    pub rhk: Vec<SimpulRhk>,
    /// People below, all levels.
    pub di_bawah: u32,
    /// RHK of the person with a broken or missing link.
    pub putus: u32,
    /// The same for all people below.
    pub putus_di_bawah: u32,
}

/// An RHK in the tree.
#[derive(Debug)]
pub struct SimpulRhk {
    /// Which.
    pub id: RhkId,
    /// Utama; `false` for tambahan and where the word cannot be read.
    pub utama: bool,
    /// What it hangs on.
    pub tautan: Vec<SimpulTautan>,
    /// An RHK utama of a non-JPT that names nothing to hang on.
    pub tanpa_tautan: bool,
    /// How many people carry it.
    pub pendukung: u32,
}

impl SimpulRhk {
    /// Nothing to hang on, or a link that leads nowhere.
    pub fn putus(&self) -> bool {
        self.tanpa_tautan || self.tautan.iter().any(|t| t.ke.is_err())
    }
}

/// A link of an RHK.
#[derive(Debug)]
pub struct SimpulTautan {
    /// The code (text) as written.
    pub kode: crate::model::Text,
    /// What it leads to, or in plain words why to nothing.
    pub ke: Result<TautanKe, String>,
}

impl Pohon {
    /// Builds the tree; linear, and without recursion, for a chain may be as long as the data.
    pub fn new(data: &Data, susunan: &Hierarchy) -> Self {
        let mut simpul: Vec<Simpul> = Vec::with_capacity(data.pegawai.len());
        let mut placed = vec![false; data.pegawai.len()];
        let mut open: Vec<(PegawaiId, Option<usize>)> = susunan.akar().map(|p| (p, None)).collect();
        open.reverse();
        while let Some((pegawai, induk)) = open.pop() {
            // The first member of a cycle comes round again below the others.
            if std::mem::replace(&mut placed[pegawai.0 as usize], true) {
                continue;
            }
            let here = simpul.len();
            let rhk = rhk_of(data, susunan, pegawai);
            simpul.push(Simpul {
                pegawai,
                kedalaman: induk.map_or(0, |i| simpul[i].kedalaman + 1),
                induk,
                masalah: phrases::masalah_atasan(data, susunan, pegawai).filter(|_| induk.is_none()),
                putus: u32::try_from(rhk.iter().filter(|r| r.putus()).count()).unwrap_or(u32::MAX),
                rhk,
                di_bawah: 0,
                putus_di_bawah: 0,
            });
            // Those who lead come before those who do not, so that the latter can be folded together.
            let (leading, staff): (Vec<_>, Vec<_>) = susunan
                .bawahan(pegawai)
                .iter()
                .partition(|b| !susunan.bawahan(**b).is_empty());
            let below = leading.into_iter().chain(staff).map(|b| (b, Some(here)));
            open.extend(below.collect::<Vec<_>>().into_iter().rev());
        }
        for i in (0..simpul.len()).rev() {
            if let Some(parent) = simpul[i].induk {
                let (people, broken) = (simpul[i].di_bawah + 1, simpul[i].putus_di_bawah + simpul[i].putus);
                simpul[parent].di_bawah += people;
                simpul[parent].putus_di_bawah += broken;
            }
        }
        Self { simpul }
    }
}

fn rhk_of(data: &Data, susunan: &Hierarchy, pegawai: PegawaiId) -> Vec<SimpulRhk> {
    let p = data.pegawai(pegawai);
    (0u32..)
        .zip(&p.rhk)
        .map(|(rhk, r)| {
            let id = RhkId { pegawai, rhk };
            let utama = r.jenis.get() == Some(&JenisRhk::Utama);
            let carriers: BTreeSet<PegawaiId> = susunan.pendukung(id).iter().map(|c| c.pegawai).collect();
            SimpulRhk {
                id,
                utama,
                tautan: r
                    .tautan
                    .iter()
                    .map(|t| SimpulTautan {
                        kode: t.kode.clone(),
                        ke: t.ke.as_ref().map(|k| *k).map_err(|why| phrases::putus(data, why)),
                    })
                    .collect(),
                tanpa_tautan: utama && r.tautan.is_empty() && phrases::wajib_menginduk(data, id),
                pendukung: u32::try_from(carriers.len()).unwrap_or(u32::MAX),
            }
        })
        .collect()
}

/// Matriks peran hasil of a leader: who carries which of the leader's RHK utama.
#[derive(Debug)]
pub struct Matriks {
    /// The leader.
    pub pimpinan: PegawaiId,
    /// Columns: RHK utama of the leader.
    pub kolom: Vec<RhkId>,
    /// Rows: bawahan langsung, then others who carry an RHK (a tim), in order of the data.
    pub baris: Vec<BarisMatriks>,
}

/// A row of the matriks.
#[derive(Debug)]
pub struct BarisMatriks {
    /// Who.
    pub pegawai: PegawaiId,
    /// Whether the leader is the atasan langsung.
    pub bawahan_langsung: bool,
    /// Per column the RHK that carry it; empty where none does.
    pub sel: Vec<Vec<RhkId>>,
}

impl Matriks {
    /// The matriks of one leader.
    pub fn new(data: &Data, susunan: &Hierarchy, pimpinan: PegawaiId) -> Self {
        let p = data.pegawai(pimpinan);
        let kolom: Vec<RhkId> = (0u32..)
            .zip(&p.rhk)
            .filter(|(_, r)| r.jenis.get() == Some(&JenisRhk::Utama))
            .map(|(rhk, _)| RhkId { pegawai: pimpinan, rhk })
            .collect();
        let mut baris: Vec<BarisMatriks> = Vec::new();
        let mut row_of: HashMap<PegawaiId, usize> = HashMap::new();
        let direct = susunan.bawahan(pimpinan);
        let others: BTreeSet<PegawaiId> = kolom.iter().flat_map(|k| susunan.pendukung(*k)).map(|c| c.pegawai).collect();
        for (pegawai, bawahan_langsung) in direct.iter().map(|b| (*b, true)).chain(others.iter().map(|o| (*o, false))) {
            row_of.entry(pegawai).or_insert_with(|| {
                baris.push(BarisMatriks {
                    pegawai,
                    bawahan_langsung,
                    sel: vec![Vec::new(); kolom.len()],
                });
                baris.len() - 1
            });
        }
        for (column, k) in kolom.iter().enumerate() {
            for carrier in susunan.pendukung(*k) {
                if let Some(row) = row_of.get(&carrier.pegawai) {
                    let cell = &mut baris[*row].sel[column];
                    if cell.last() != Some(carrier) {
                        cell.push(*carrier);
                    }
                }
            }
        }
        Self { pimpinan, kolom, baris }
    }

    /// The matriks of everybody who has bawahan or whose RHK somebody carries, in order of the data.
    pub fn semua(data: &Data, susunan: &Hierarchy) -> Vec<Self> {
        data.semua()
            .map(|(id, _)| Self::new(data, susunan, id))
            .filter(|m| !m.baris.is_empty() && !m.kolom.is_empty())
            .collect()
    }
}
