//! Units: who belongs to which, counts, means, ranks, distribution, and the sums along `unit_induk`.

use std::cell::RefCell;
use std::collections::BTreeMap;

use hashbrown::HashMap;

use super::distribusi::{self, BoundRule, PredikatCounts, at_place};
use super::group::Groups;
use super::result::{Distribusi, HasilPegawai, HasilUnit, Status, Tally, UnitGroup};
use super::run::ScoreOptions;
use crate::base::figure::{Decimal, Fraction, compare};
use crate::base::ids::short;
use crate::base::text::matched;
use crate::model::vocab::{Predikat, PredikatOrganisasi, Word};
use crate::model::{Data, PegawaiId, Text};
use crate::rules::values::Pengelompokan;
use crate::rules::{Aturan, Rezim, Usage};

/// Units with people in them, by first appearance, then those in whose group somebody counts though
/// nobody works there; with distribution. Fills in [`HasilPegawai::unit_rank`]. Of the options
/// `kelompok` and `predikat_organisasi` count; the latter is for units for which the `unit` table
/// says none (a faulty cell there is not nothing).
///
/// People belong to the unit of their last posting, whatever the grouping: only the distribution is
/// by `Groups`. Excepted people count in `count`, only people scored count in anything else.
pub fn compute(
    data: &Data,
    pegawai: &mut [HasilPegawai],
    aturan: &Aturan,
    options: &ScoreOptions,
    usage: &mut Usage,
) -> Vec<HasilUnit> {
    let by_rule = *aturan.kelompok.pengelompokan.shown();
    let groups = Groups::new(data, pegawai, options.kelompok.unwrap_or(by_rule));
    aturan
        .kelompok
        .pengelompokan
        .used_if(usage, options.kelompok.is_none() && groups.basis() == by_rule);
    let mut drafts = Drafts::default();
    for (i, p) in pegawai.iter().enumerate() {
        let draft = drafts.of(data, &groups, &p.unit_kerja);
        draft.members.push(i);
    }
    for draft in &drafts.all {
        rank(pegawai, &draft.members);
    }
    for (i, p) in pegawai.iter().enumerate() {
        if let Some(name) = groups.of(p) {
            drafts.of(data, &groups, &name).kelompok.push(i);
        }
    }
    let run = Counting {
        data,
        aturan,
        options,
        basis: groups.basis(),
        groups: &groups,
        rules: RefCell::default(),
    };
    drafts.all.into_iter().map(|u| u.selesai(&run, pegawai, usage)).collect()
}

/// Units being put together, each once.
#[derive(Default)]
struct Drafts {
    all: Vec<UnitDraft>,
    by_key: HashMap<String, usize>,
    /// The one asked for last: people of a unit mostly follow each other.
    last: Option<(Text, usize)>,
}

impl Drafts {
    fn of(&mut self, data: &Data, groups: &Groups<'_>, name: &Text) -> &mut UnitDraft {
        let known = self.last.as_ref().filter(|(last, _)| last == name).map(|(_, at)| *at);
        let at = known.unwrap_or_else(|| {
            let all = &mut self.all;
            let at = *self.by_key.entry_ref(&*matched(name)).or_insert_with(|| {
                all.push(UnitDraft {
                    nama: data.unit(name).map_or_else(|| name.clone(), |u| u.unit_kerja.clone()),
                    induk: groups.above(name),
                    members: Vec::new(),
                    kelompok: Vec::new(),
                });
                all.len() - 1
            });
            self.last = Some((name.clone(), at));
            at
        });
        &mut self.all[at]
    }
}

/// A unit being put together.
struct UnitDraft {
    nama: Text,
    induk: Option<Text>,
    /// Indices of the results of who works there.
    members: Vec<usize>,
    /// Indices of the results of who counts in its group.
    kelompok: Vec<usize>,
}

/// What every unit of a run is counted by.
struct Counting<'a> {
    data: &'a Data,
    aturan: &'a Aturan,
    options: &'a ScoreOptions,
    basis: Pengelompokan,
    groups: &'a Groups<'a>,
    /// The rules of the groups so far, by their predikat organisasi.
    rules: RefCell<HashMap<Option<PredikatOrganisasi>, Option<Vec<BoundRule>>>>,
}

fn scored<'p>(pegawai: &'p [HasilPegawai], indices: &[usize]) -> Vec<&'p HasilPegawai> {
    let people = indices.iter().map(|&i| &pegawai[i]);
    people.filter(|p| p.status() == Status::Dinilai).collect()
}

fn counts(people: &[&HasilPegawai]) -> PredikatCounts {
    let mut count: PredikatCounts = [0; 5];
    for predikat in people.iter().filter_map(|p| p.predikat()) {
        count[at_place(predikat)] += 1;
    }
    count
}

impl UnitDraft {
    fn selesai(self, run: &Counting<'_>, pegawai: &[HasilPegawai], usage: &mut Usage) -> HasilUnit {
        let (data, aturan) = (run.data, run.aturan);
        let row = data.unit(&self.nama);
        let (organisasi, faulty) = match row {
            // One that cannot be read, or is of a year that does not count, is not nothing.
            Some(u) if !u.predikat_organisasi.is_empty() => {
                let organisasi = u.organisasi(data.periode.tahun());
                (organisasi, organisasi.is_none())
            }
            _ => (run.options.predikat_organisasi, false),
        };
        let dinilai = scored(pegawai, &self.members);
        let (kelompok, counted) = self.group(run, pegawai, organisasi, faulty, usage);
        let distribusi = run.distribution(&kelompok, &counted, usage);
        HasilUnit {
            count: persons(self.members.len()),
            dinilai: persons(dinilai.len()),
            average_nilai: average(&dinilai, aturan, usage),
            predikat: Tally::new(aturan.rezim, counts(&dinilai)),
            predikat_organisasi: organisasi,
            distribusi,
            members: self.members.iter().map(|&i| pegawai[i].id).collect(),
            kelompok,
            unit_kerja: self.nama,
            unit_induk: self.induk,
        }
    }

    /// Who counts together here, and by which predikat organisasi.
    fn group<'p>(
        &self,
        run: &Counting<'_>,
        pegawai: &'p [HasilPegawai],
        organisasi: Option<PredikatOrganisasi>,
        faulty: bool,
        usage: &mut Usage,
    ) -> (UnitGroup, Vec<&'p HasilPegawai>) {
        let mut counted = scored(pegawai, &self.kelompok);
        let mut with_open: Vec<PegawaiId> = self.kelompok.iter().map(|&i| pegawai[i].id).collect();
        let head = run.data.unit(&self.nama).and_then(|u| u.nip_pimpinan.get());
        // By penilai nobody counts in the group of the unit that he leads himself.
        if run.basis != Pengelompokan::Penilai
            && let Some(kepala) = head.and_then(|nip| run.data.find(nip))
            && !*run.aturan.kelompok.pimpinan_dihitung.used(usage)
        {
            counted.retain(|p| p.id != kepala);
            with_open.retain(|id| *id != kepala);
        }
        let above = if organisasi.is_none() && !faulty && run.aturan.kualitatif().is_some() {
            run.groups.nearest_above(&self.nama)
        } else {
            None
        };
        let (predikat_organisasi, organisasi_source) = match above {
            Some((predikat, unit)) => (Some(predikat), Some(unit)),
            None => (organisasi, None),
        };
        let rated = organisasi_source
            .as_deref()
            .map_or_else(|| run.data.unit(&self.nama), |name| run.data.unit(name));
        let tahun = run.data.periode.tahun();
        let late = predikat_organisasi.is_some() && rated.is_some_and(|row| row.year_before(tahun));
        let group = UnitGroup {
            basis: run.basis,
            predikat: Tally::new(run.aturan.rezim, counts(&counted)),
            n: persons(counted.len()),
            members: counted.iter().map(|p| p.id).collect(),
            with_open,
            predikat_organisasi,
            organisasi_source,
            organisasi_year: late.then(|| tahun - 1),
        };
        (group, counted)
    }
}

impl Counting<'_> {
    /// The check of the group; `None` where there is nobody or nothing to check by.
    fn distribution(&self, group: &UnitGroup, counted: &[&HasilPegawai], usage: &mut Usage) -> Option<Distribusi> {
        let aturan = self.aturan;
        let count = counts(counted);
        if count.iter().all(|n| *n == 0) {
            return None;
        }
        let mut known = self.rules.borrow_mut();
        let rules = known
            .entry(group.predikat_organisasi)
            .or_insert_with(|| distribusi::bound_rules(aturan, group.predikat_organisasi, usage));
        let mut d = distribusi::periksa(count, rules.as_deref()?, aturan)?;
        d.small = !d.sesuai && d.possible && d.n < u32::from(*aturan.kelompok.ukuran_terkecil.used(usage));
        if d.small {
            // Too few for a pattern: counts and bounds are shown, nobody is advised to move.
            d.moves.clear();
        } else if aturan.rezim == Rezim::Numerik {
            nearest(&mut d, counted, aturan);
        }
        Some(d)
    }
}

fn persons(n: usize) -> u32 {
    short(n)
}

/// Mean nilai kinerja, rounded by the rule set; `None` where nobody has one (6/2022).
fn average(dinilai: &[&HasilPegawai], aturan: &Aturan, usage: &mut Usage) -> Option<Decimal> {
    // An exact sum of decimals first: one fraction a person would cost more than the scoring.
    let mut count = Decimal::ZERO;
    let mut many = 0_i64;
    for n in dinilai.iter().filter_map(|p| p.nilai_kinerja()) {
        count = count.checked_add(n)?;
        many += 1;
    }
    let average = Fraction::from(count).per(Fraction::int(many)).ok()?;
    let pembulatan = aturan.pembulatan.pembulatan_nilai.used(usage);
    average.round(pembulatan.rata_rata_unit).ok()
}

/// Rank among those who work in one unit by nilai kinerja, best first: 1, 2, 2, 4.
fn rank(pegawai: &mut [HasilPegawai], members: &[usize]) {
    let nilai = |&i: &usize| Some((pegawai[i].nilai_kinerja()?, i));
    let mut sorted: Vec<(Decimal, usize)> = members.iter().filter_map(nilai).collect();
    sorted.sort_by(|a, b| compare(b.0, a.0));
    let mut same: Option<(Decimal, u32)> = None;
    for (to, (nilai, i)) in (1_u32..).zip(sorted) {
        let rank = match same {
            Some((n, r)) if n == nilai => r,
            _ => to,
        };
        same = Some((nilai, rank));
        pegawai[i].unit_rank = Some(rank);
    }
}

/// So many names a step of advice carries at most.
const MOST_NAMES: usize = 20;

/// Names for each step of the advice who stands nearest to the boundary by nilai: the best of those
/// who would rise, the last of those who would fall. Nobody is named twice.
fn nearest(d: &mut Distribusi, dinilai: &[&HasilPegawai], aturan: &Aturan) {
    let place = |label: &str| Predikat::ALL.iter().position(|p| aturan.label(*p) == label);
    let mut group: BTreeMap<&'static str, Vec<(Decimal, PegawaiId)>> =
        d.moves.iter().map(|step| (step.from, Vec::new())).collect();
    for p in dinilai {
        if let (Some(predikat), Some(nilai)) = (p.predikat(), p.nilai_kinerja())
            && let Some(g) = group.get_mut(aturan.label(predikat))
        {
            g.push((nilai, p.id));
        }
    }
    for sorted in group.values_mut() {
        // Best first; equal ones in the order of the data.
        sorted.sort_by(|a, b| compare(b.0, a.0).then(a.1.cmp(&b.1)));
    }
    // The steps stand best `ke` first: who rises is taken from the top in that order, who falls
    // from the bottom in the opposite one, so that the last go furthest.
    let (naik, turun): (Vec<_>, Vec<_>) = d.moves.iter_mut().partition(|l| place(l.to) < place(l.from));
    for step in naik {
        if let Some(sorted) = group.get_mut(step.from) {
            let n = many(step.count).min(sorted.len());
            step.nearest = sorted.drain(..n).take(MOST_NAMES).map(|(_, id)| id.0).collect();
        }
    }
    for step in turun.into_iter().rev() {
        if let Some(sorted) = group.get_mut(step.from) {
            let start = sorted.len() - many(step.count).min(sorted.len());
            step.nearest = sorted.drain(start..).rev().take(MOST_NAMES).map(|(_, id)| id.0).collect();
        }
    }
}

fn many(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests;
