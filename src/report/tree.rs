//! The cascade as a tree and the matriks peran hasil: what they say, not how they look.
//!
//! Terminal, dot, mermaid and workbook lay out the same [`Pohon`] and [`Matriks`].

use std::collections::{BTreeMap, BTreeSet};

use hashbrown::HashMap;

use crate::base::ids::{RhkNo, short};
use crate::check::phrases;
use crate::model::vocab::JenisRhk;
use crate::model::{Data, Hierarchy, PegawaiId, RhkId, TautanTarget};

/// Everybody under their atasan, in outline order: an atasan before their bawahan, of these the
/// leading ones first, else in order of the data.
#[derive(Debug, Default)]
pub struct Pohon {
    /// People in outline order; each person exactly once.
    pub node: Vec<PersonNode>,
}

/// A person in the tree.
#[derive(Debug)]
pub struct PersonNode {
    /// Who.
    pub pegawai: PegawaiId,
    /// 0 for a root.
    pub depth: u32,
    /// Index of the atasan in [`Pohon::node`].
    pub induk: Option<usize>,
    /// Why the person hangs on nobody although somebody should stand above, in plain words.
    pub problem: Option<String>,
    /// RHK in order of the SKP.
    pub rhk: Vec<RhkNode>,
    /// People below, all levels.
    pub di_bawah: u32,
    /// RHK of the person with a broken or missing link.
    pub severed: u32,
    /// The same for all people below.
    pub severed_beneath: u32,
}

/// An RHK in the tree.
#[derive(Debug)]
pub struct RhkNode {
    /// Which.
    pub id: RhkId,
    /// Utama; `false` for tambahan and where the word cannot be read.
    pub utama: bool,
    /// What it hangs on.
    pub tautan: Vec<TautanNode>,
    /// An RHK utama of a non-JPT that names nothing to hang on.
    pub without_tautan: bool,
    /// How many people carry it.
    pub supporter: u32,
}

impl RhkNode {
    /// Nothing to hang on, or a link that leads nowhere.
    pub fn severed(&self) -> bool {
        self.without_tautan || self.tautan.iter().any(|t| t.to.is_err())
    }
}

/// A link of an RHK.
#[derive(Debug)]
pub struct TautanNode {
    /// The code (text) as written.
    pub kode: crate::model::Text,
    /// What it leads to, or in plain words why to nothing.
    pub to: Result<TautanTarget, String>,
}

impl Pohon {
    /// Builds the tree; linear, and without recursion, for a chain may be as long as the data.
    pub fn new(data: &Data, hierarchy: &Hierarchy) -> Self {
        let mut node: Vec<PersonNode> = Vec::with_capacity(data.pegawai.len());
        let mut placed = vec![false; data.pegawai.len()];
        let mut open: Vec<(PegawaiId, Option<usize>)> = hierarchy.root().map(|p| (p, None)).collect();
        open.reverse();
        while let Some((pegawai, induk)) = open.pop() {
            // The first member of a cycle comes round again below the others.
            if std::mem::replace(&mut placed[pegawai], true) {
                continue;
            }
            let here = node.len();
            let rhk = rhk_of(data, hierarchy, pegawai);
            node.push(PersonNode {
                pegawai,
                depth: induk.map_or(0, |i| node[i].depth + 1),
                induk,
                problem: phrases::atasan_problem(data, hierarchy, pegawai).filter(|_| induk.is_none()),
                severed: short(rhk.iter().filter(|r| r.severed()).count()),
                rhk,
                di_bawah: 0,
                severed_beneath: 0,
            });
            // Those who lead come before those who do not, so that the latter can be folded together.
            let (leading, staff): (Vec<_>, Vec<_>) = hierarchy
                .bawahan(pegawai)
                .iter()
                .partition(|b| !hierarchy.bawahan(**b).is_empty());
            let below = leading.into_iter().chain(staff).map(|b| (b, Some(here)));
            open.extend(below.collect::<Vec<_>>().into_iter().rev());
        }
        for i in (0..node.len()).rev() {
            if let Some(parent) = node[i].induk {
                let (people, broken) = (node[i].di_bawah + 1, node[i].severed_beneath + node[i].severed);
                node[parent].di_bawah += people;
                node[parent].severed_beneath += broken;
            }
        }
        Self { node }
    }
}

fn rhk_of(data: &Data, hierarchy: &Hierarchy, pegawai: PegawaiId) -> Vec<RhkNode> {
    let p = data.pegawai(pegawai);
    RhkNo::each(&p.rhk)
        .map(|(rhk, r)| {
            let id = RhkId { pegawai, rhk };
            let utama = r.jenis.get() == Some(&JenisRhk::Utama);
            let carriers: BTreeSet<PegawaiId> = hierarchy.supporter(id).iter().map(|c| c.pegawai).collect();
            RhkNode {
                id,
                utama,
                tautan: r
                    .tautan
                    .iter()
                    .map(|t| TautanNode {
                        kode: t.kode.clone(),
                        to: t.to.as_ref().map(|k| *k).map_err(|why| phrases::severed(data, why)),
                    })
                    .collect(),
                without_tautan: utama && r.tautan.is_empty() && phrases::must_hang(data, id),
                supporter: short(carriers.len()),
            }
        })
        .collect()
}

/// Matriks peran hasil of a leader: who carries which of the leader's RHK.
#[derive(Debug)]
pub struct Matriks {
    /// The leader.
    pub pimpinan: PegawaiId,
    /// Columns: RHK utama of the leader, and tambahan that somebody carries.
    pub columns: Vec<RhkId>,
    /// Rows: bawahan langsung, then others who carry an RHK (a tim), in order of the data.
    pub rows: Vec<MatriksRow>,
}

/// A row of the matriks.
#[derive(Debug)]
pub struct MatriksRow {
    /// Who.
    pub pegawai: PegawaiId,
    /// Whether the leader is the atasan langsung.
    pub direct_bawahan: bool,
    /// Per column the RHK that carry it; empty where none does.
    pub cells: Vec<Vec<RhkId>>,
}

impl Matriks {
    /// The matriks of one leader: the bawahan, then others who carry an RHK.
    pub fn new(data: &Data, hierarchy: &Hierarchy, pimpinan: PegawaiId) -> Self {
        let columns = Self::columns(data, hierarchy, pimpinan);
        let others: BTreeSet<PegawaiId> = columns
            .iter()
            .flat_map(|k| hierarchy.supporter(*k))
            .map(|c| c.pegawai)
            .collect();
        let direct = hierarchy.bawahan(pimpinan).iter().map(|b| (*b, true));
        let members = direct.chain(others.into_iter().map(|o| (o, false)));
        Self::of(hierarchy, pimpinan, columns, members)
    }

    /// The matriks of a leader with the bawahan alone.
    pub fn of_bawahan(data: &Data, hierarchy: &Hierarchy, pimpinan: PegawaiId) -> Self {
        let columns = Self::columns(data, hierarchy, pimpinan);
        let direct = hierarchy.bawahan(pimpinan).iter().map(|b| (*b, true));
        Self::of(hierarchy, pimpinan, columns, direct)
    }

    /// The matriks of each ketua tim with those who work for them under another atasan
    /// (`nip_pemberi_tugas`), both in order of the data.
    pub fn of_teams(data: &Data, hierarchy: &Hierarchy) -> Vec<Self> {
        let mut teams: BTreeMap<PegawaiId, Vec<PegawaiId>> = BTreeMap::new();
        for (id, p) in data.all() {
            let atasan = p.last_posting().and_then(|x| x.nip_atasan.get());
            let givers = p.rhk.iter().filter_map(|r| r.detail.nip_pemberi_tugas.get());
            for nip in givers.filter(|nip| Some(*nip) != atasan) {
                let Some(leader) = data.find(nip).filter(|&l| l != id) else {
                    continue;
                };
                let team = teams.entry(leader).or_default();
                if team.last() != Some(&id) {
                    team.push(id);
                }
            }
        }
        let of = |(leader, team): (PegawaiId, Vec<PegawaiId>)| {
            let columns = Self::columns(data, hierarchy, leader);
            Self::of(hierarchy, leader, columns, team.into_iter().map(|id| (id, false)))
        };
        teams.into_iter().map(of).collect()
    }

    /// RHK utama, and a tambahan that somebody carries (6/2022 lets it be intervened).
    fn columns(data: &Data, hierarchy: &Hierarchy, pimpinan: PegawaiId) -> Vec<RhkId> {
        RhkNo::each(&data.pegawai(pimpinan).rhk)
            .map(|(rhk, r)| (RhkId { pegawai: pimpinan, rhk }, r))
            .filter(|(id, r)| r.jenis.get() != Some(&JenisRhk::Tambahan) || !hierarchy.supporter(*id).is_empty())
            .map(|(id, _)| id)
            .collect()
    }

    fn of(
        hierarchy: &Hierarchy,
        pimpinan: PegawaiId,
        columns: Vec<RhkId>,
        members: impl Iterator<Item = (PegawaiId, bool)>,
    ) -> Self {
        let mut rows: Vec<MatriksRow> = Vec::new();
        let mut row_of: HashMap<PegawaiId, usize> = HashMap::new();
        for (pegawai, direct_bawahan) in members {
            row_of.entry(pegawai).or_insert_with(|| {
                rows.push(MatriksRow {
                    pegawai,
                    direct_bawahan,
                    cells: vec![Vec::new(); columns.len()],
                });
                rows.len() - 1
            });
        }
        for (at, k) in columns.iter().enumerate() {
            for carrier in hierarchy.supporter(*k) {
                if let Some(&place) = row_of.get(&carrier.pegawai) {
                    let cell = &mut rows[place].cells[at];
                    if cell.last() != Some(carrier) {
                        cell.push(*carrier);
                    }
                }
            }
        }
        Self { pimpinan, columns, rows }
    }

    /// Whether anybody carries the RHK of a column.
    pub fn carried(&self, column: usize) -> bool {
        self.rows.iter().any(|b| !b.cells[column].is_empty())
    }

    /// The matriks of everybody who has bawahan or whose RHK somebody carries, in order of the data.
    pub fn all(data: &Data, hierarchy: &Hierarchy) -> Vec<Self> {
        data.all()
            .map(|(id, _)| Self::new(data, hierarchy, id))
            .filter(|m| !m.rows.is_empty() && !m.columns.is_empty())
            .collect()
    }
}
