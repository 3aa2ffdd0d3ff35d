//! Sums along `unit_induk`: each unit with all that stands below it, for the Unit sheet.

use hashbrown::HashMap;

use super::distribusi::{PredikatCounts, at_place};
use super::result::{HasilUnit, Scores, Status};
use crate::base::figure::{Decimal, Fraction};
use crate::base::text::{is_blank, match_key};
use crate::model::{Data, Text};
use crate::rules::Aturan;

/// A unit and all below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NestedUnit {
    /// Name.
    pub unit_kerja: Text,
    /// 0 at the top.
    pub level: u32,
    /// Index in [`Scores::unit`]; `None` for a unit above without people of its own.
    pub unit: Option<usize>,
    /// How many units follow it that stand below it; 0 = none.
    pub di_bawah: usize,
    /// The chain of `unit_induk` above it runs into itself; it was cut here.
    pub is_cyclic: bool,
    /// People, its own and those below.
    pub count: u32,
    /// People scored.
    pub dinilai: u32,
    /// People excepted.
    pub exempt: u32,
    /// People scored per predikat, best first.
    pub predikat: PredikatCounts,
    /// Mean nilai kinerja over them, rounded as that of a unit.
    pub average_nilai: Option<Decimal>,
}

/// A unit in the tree being built.
struct UnitNode {
    nama: Text,
    unit: Option<usize>,
    induk: Option<usize>,
    is_cyclic: bool,
}

/// What is summed.
#[derive(Clone, Copy, Default)]
struct UnitSums {
    count: u32,
    dinilai: u32,
    exempt: u32,
    predikat: PredikatCounts,
    nilai: Decimal,
    with_nilai: u32,
}

impl UnitSums {
    fn push_more(&mut self, other: &Self) {
        self.count += other.count;
        self.dinilai += other.dinilai;
        self.exempt += other.exempt;
        for (a, b) in self.predikat.iter_mut().zip(other.predikat) {
            *a += b;
        }
        // At most 2^32 people with nilai up to 120: far inside 28 digits.
        self.nilai += other.nilai;
        self.with_nilai += other.with_nilai;
    }
}

/// All units as a tree in reading order: a unit, then what stands below it; side by side in the
/// order of the `unit` table, those it does not name after them. Units above that have no people of
/// their own are there too. A chain that runs into itself is cut at its unit that
/// appears first, so that everybody is counted once at every level.
pub fn nested(data: &Data, scores: &Scores, aturan: &Aturan) -> Vec<NestedUnit> {
    let mut node = tree(data, &scores.unit);
    cut_cycles(&mut node);
    let n = node.len();
    let mut anak: Vec<Vec<usize>> = vec![Vec::new(); n];
    let mut root: Vec<usize> = Vec::new();
    for i in table_order(data, &node) {
        match node[i].induk {
            Some(induk) => anak[induk].push(i),
            None => root.push(i),
        }
    }
    // Reading order by an explicit stack: a chain may be as long as there are units.
    let mut sorted: Vec<(usize, u32)> = Vec::with_capacity(n);
    let mut stack: Vec<(usize, u32)> = root.into_iter().rev().map(|i| (i, 0)).collect();
    while let Some((i, level)) = stack.pop() {
        sorted.push((i, level));
        stack.extend(anak[i].iter().rev().map(|&a| (a, level + 1)));
    }
    let mut content: Vec<UnitSums> = node
        .iter()
        .map(|s| s.unit.map(|u| own_content(scores, &scores.unit[u])).unwrap_or_default())
        .collect();
    // Whoever stands below comes later in the reading order.
    let mut di_bawah = vec![0_usize; n];
    for &(i, _) in sorted.iter().rev() {
        if let Some(induk) = node[i].induk {
            let lower = content[i];
            content[induk].push_more(&lower);
            di_bawah[induk] += di_bawah[i] + 1;
        }
    }
    let decimal = aturan.pembulatan.pembulatan_nilai.shown().rata_rata_unit;
    sorted
        .into_iter()
        .map(|(i, level)| NestedUnit {
            unit_kerja: node[i].nama.clone(),
            level,
            unit: node[i].unit,
            di_bawah: di_bawah[i],
            is_cyclic: node[i].is_cyclic,
            count: content[i].count,
            dinilai: content[i].dinilai,
            exempt: content[i].exempt,
            predikat: content[i].predikat,
            average_nilai: Fraction::from(content[i].nilai)
                .per(Fraction::int(i64::from(content[i].with_nilai)))
                .and_then(|r| r.round(decimal))
                .ok(),
        })
        .collect()
}

/// Indices in the order of the `unit` table; what it does not name comes after, as it appeared.
fn table_order(data: &Data, node: &[UnitNode]) -> Vec<usize> {
    let mut row: HashMap<Text, usize> = HashMap::new();
    for (i, u) in data.unit.iter().enumerate() {
        row.entry(match_key(&u.unit_kerja)).or_insert(i);
    }
    let mut sorted: Vec<usize> = (0..node.len()).collect();
    sorted.sort_by_cached_key(|&i| (row.get(&match_key(&node[i].nama)).copied().unwrap_or(usize::MAX), i));
    sorted
}

fn own_content(scores: &Scores, unit: &HasilUnit) -> UnitSums {
    let mut content = UnitSums::default();
    for id in &unit.members {
        content.count += 1;
        let Some(p) = scores.pegawai.get(id.index()) else {
            continue;
        };
        content.exempt += u32::from(p.status() == Status::Dikecualikan);
        if p.status() != Status::Dinilai {
            continue;
        }
        content.dinilai += 1;
        if let Some(predikat) = p.predikat() {
            content.predikat[at_place(predikat)] += 1;
        }
        if let Some(nilai) = p.nilai_kinerja() {
            content.nilai += nilai;
            content.with_nilai += 1;
        }
    }
    content
}

/// The units and all above them, each once.
fn tree(data: &Data, unit: &[HasilUnit]) -> Vec<UnitNode> {
    let mut place: HashMap<Text, usize> = HashMap::new();
    let mut node: Vec<UnitNode> = Vec::new();
    let mut induk: Vec<Option<Text>> = Vec::new();
    for (i, u) in unit.iter().enumerate() {
        place.entry(match_key(&u.unit_kerja)).or_insert(i);
        node.push(UnitNode {
            nama: u.unit_kerja.clone(),
            unit: Some(i),
            induk: None,
            is_cyclic: false,
        });
        induk.push(u.unit_induk.clone());
    }
    let mut i = 0;
    while i < node.len() {
        if let Some(nama) = induk[i].take().filter(|n| !is_blank(n)) {
            let here = *place.entry(match_key(&nama)).or_insert_with(|| {
                let row = data.unit(&nama);
                node.push(UnitNode {
                    nama: row.map_or_else(|| nama.clone(), |u| u.unit_kerja.clone()),
                    unit: None,
                    induk: None,
                    is_cyclic: false,
                });
                induk.push(row.and_then(|u| u.unit_induk.clone()));
                node.len() - 1
            });
            node[i].induk = Some(here);
        }
        i += 1;
    }
    node
}

/// Every unit has at most one above it, so a walk upwards ends, meets an earlier walk, or runs
/// into itself.
fn cut_cycles(node: &mut [UnitNode]) {
    let mut way_to = vec![usize::MAX; node.len()];
    for start in 0..node.len() {
        let mut runs: Vec<usize> = Vec::new();
        let mut here = Some(start);
        while let Some(i) = here {
            if way_to[i] != usize::MAX {
                if way_to[i] == start {
                    let cycles = runs.iter().copied().skip_while(|j| *j != i);
                    if let Some(first_pass) = cycles.min() {
                        node[first_pass].induk = None;
                        node[first_pass].is_cyclic = true;
                    }
                }
                break;
            }
            way_to[i] = start;
            runs.push(i);
            here = node[i].induk;
        }
    }
}
