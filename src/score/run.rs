//! The run: everybody scored, in parallel where that pays, always in the order of the data.

use std::sync::OnceLock;

use rayon::prelude::*;

use crate::finding::Noted;
use crate::model::vocab::{MetodeKaskade, PredikatOrganisasi};
use crate::model::{Data, Pegawai, PegawaiId};
use crate::rules::values::{BobotSkp, Pengelompokan};
use crate::rules::{Aturan, Usage};
use crate::score::kaskade::{OwnValue, OwnValues};
use crate::score::notes::{NeededTable, OnlyHeld};
use crate::score::person::{self, FirstPass};
use crate::score::result::{HasilPegawai, HasilRhk, RhkResults, Scores, Status};
use crate::score::trace::Silent;
use crate::score::unit;
use crate::score::worker::{RunFacts, Worker};

/// What the command line says about scoring.
#[derive(Debug, Clone, Copy, Default)]
pub struct ScoreOptions {
    /// `--bobot`: the split of SKP and perilaku; `None` = by who rated.
    pub bobot: Option<BobotSkp>,
    /// `--kelompok`: units as they are, or by the unit above; `None` = as the rule set says.
    pub kelompok: Option<Pengelompokan>,
    /// `--predikat-organisasi`: for units for which no `unit` row says one; `None` = not known.
    pub predikat_organisasi: Option<PredikatOrganisasi>,
    /// Threads to use; `None` = as many as the machine has.
    pub threads: Option<usize>,
    /// Keep the results of the RHK, which [`Scores::rhk`] gives: an output shows them.
    pub keep_rhk: bool,
}

/// From this many people on a second thread pays for itself.
const PARALLEL_FROM: usize = 500;

/// Scores everybody.
pub fn score(data: &Data, aturan: &Aturan, options: &ScoreOptions) -> Scores {
    let mut usage = Usage::new();
    let run = RunFacts::new(data, aturan, options, &mut usage);
    let results = everybody(data, aturan, &run, options, &mut usage);
    let missing_tables = results.beside.missing(data, run.only_held);
    let mut pegawai = results.people;
    if pegawai.iter().any(|p| p.status() == Status::Dinilai) {
        // Whoever has a result has terms to keep: the sheet of the rules tells them.
        for due in aturan.jadwal.after() {
            due.term.used(&mut usage);
        }
        if let Some(of_whom) = &aturan.jadwal.hasil_final {
            of_whom.used(&mut usage);
        }
    }
    let unit = unit::compute(data, &mut pegawai, aturan, options, &mut usage);
    Scores {
        pegawai,
        unit,
        bobot: run.bobot.map(|b| b.to_string()),
        asumsi: aturan.asumsi(&usage),
        usage,
        missing_tables,
        kept_rhk: results.beside.rhk.map(OnceLock::from).unwrap_or_default(),
        facts: run,
    }
}

impl Scores {
    /// Results of the RHK of everybody. Where they were not kept they are computed again, once.
    pub fn rhk(&self, data: &Data, aturan: &Aturan) -> &RhkResults {
        self.kept_rhk.get_or_init(|| {
            let options = ScoreOptions {
                keep_rhk: true,
                ..ScoreOptions::default()
            };
            let again = everybody(data, aturan, &self.facts, &options, &mut Usage::new());
            again.beside.rhk.unwrap_or_default()
        })
    }

    /// Those of one person as the first pass leaves them, not weighted yet: for whoever wants to know more of few people
    /// than is kept of all.
    pub fn first_pass(&self, data: &Data, aturan: &Aturan, id: PegawaiId) -> Vec<HasilRhk> {
        let mut k = Worker::new(data, aturan, &self.facts, Silent);
        person::start(&mut k, id, data.pegawai(id)).0.rhk
    }
}

/// Scores everybody, one by one.
fn everybody(data: &Data, aturan: &Aturan, run: &RunFacts, options: &ScoreOptions, usage: &mut Usage) -> Results {
    let threads = threads(data.pegawai.len(), options);
    let results = if cascaded(data, aturan) {
        let (mut start, all, used) = first_pass(data, aturan, run, threads);
        usage.merge(used);
        second_pass(data, aturan, run, &mut start, &all, (threads, options.keep_rhk))
    } else {
        at_once(data, aturan, run, (threads, options.keep_rhk))
    };
    usage.merge(results.beside.usage);
    results
}

/// Whether somebody's RHK is weighted by those of others, so that all of them come first.
pub(super) fn cascaded(data: &Data, aturan: &Aturan) -> bool {
    let mut rhk = data.pegawai.iter().flat_map(|p| &p.rhk);
    aturan.numerik().is_some_and(|n| n.konversi.is_some())
        && rhk.any(|r| r.detail.method.get() == Some(&MetodeKaskade::TidakLangsung))
}

/// Own nilai of every RHK of everybody: what an explanation needs of the others.
pub(super) fn own_nilai(data: &Data, aturan: &Aturan, run: &RunFacts, options: &ScoreOptions) -> OwnValues {
    first_pass(data, aturan, run, threads(data.pegawai.len(), options)).1
}

fn threads(people: usize, options: &ScoreOptions) -> usize {
    if people < PARALLEL_FROM {
        return 1;
    }
    options
        .threads
        .unwrap_or_else(|| std::thread::available_parallelism().map_or(1, std::num::NonZero::get))
        .max(1)
}

/// People in one stretch, so that every thread has one.
fn stretch(data: &Data, threads: usize) -> usize {
    data.pegawai.len().div_ceil(threads).max(1)
}

/// Cuts the people into stretches, works on all of them, each with its own extra, and gives the
/// results in order.
fn in_stretches<E: Send, T: Send>(
    data: &Data,
    threads: usize,
    extras: impl Iterator<Item = E>,
    work: impl Fn(u32, &[Pegawai], E) -> T + Sync,
) -> Vec<T> {
    let size = stretch(data, threads);
    let stretches = (0_u32..).step_by(size).zip(data.pegawai.chunks(size)).zip(extras);
    let work = |((first, people), extra)| work(first, people, extra);
    if threads == 1 {
        return stretches.map(work).collect();
    }
    let stretches: Vec<((u32, &[Pegawai]), E)> = stretches.collect();
    stretches.into_par_iter().map(work).collect()
}

/// First pass over everybody.
fn first_pass(data: &Data, aturan: &Aturan, run: &RunFacts, threads: usize) -> (Vec<FirstPass>, OwnValues, Usage) {
    let work = |first: u32, people: &[Pegawai], ()| {
        let mut k = Worker::new(data, aturan, run, Silent);
        let out: (Vec<FirstPass>, OwnValues) = (first..)
            .zip(people)
            .map(|(i, p)| person::start(&mut k, PegawaiId(i), p))
            .unzip();
        (out, k.usage)
    };
    let mut start = Vec::with_capacity(data.pegawai.len());
    let mut all = Vec::with_capacity(data.pegawai.len());
    let mut usage = Usage::new();
    let mut take = |((a, s), used): ((Vec<FirstPass>, OwnValues), Usage)| {
        start.extend(a);
        all.extend(s);
        usage.merge(used);
    };
    for part in in_stretches(data, threads, std::iter::repeat(()), work) {
        take(part);
    }
    (start, all, usage)
}

/// Results of everybody.
struct Results {
    people: Vec<HasilPegawai>,
    beside: Beside,
}

/// What the results of people give beside themselves.
struct Beside {
    /// Results of their RHK, where they are kept.
    rhk: Option<RhkResults>,
    /// How many wait for each table.
    waiting: [u32; NeededTable::ALL.len()],
    usage: Usage,
}

impl Beside {
    fn of(people: usize, keep_rhk: bool) -> Self {
        Self {
            rhk: keep_rhk.then(|| RhkResults::of(people)),
            waiting: [0; NeededTable::ALL.len()],
            usage: Usage::new(),
        }
    }

    /// The result of the next person.
    fn result(
        &mut self,
        k: &mut Worker<'_, Silent>,
        id: PegawaiId,
        p: &Pegawai,
        start: FirstPass,
        all: &[Box<[OwnValue]>],
    ) -> HasilPegawai {
        let (result, rhk) = person::end(k, id, p, start, all);
        if let Some(kept) = &mut self.rhk {
            kept.push(rhk);
        }
        for t in NeededTable::ALL {
            self.waiting[t.ordinal()] += u32::from(k.missing_tables[t.ordinal()]);
        }
        result
    }

    fn end(mut self, k: &Worker<'_, Silent>) -> Self {
        self.usage = k.usage;
        self
    }

    /// The tables that the run lacks.
    fn missing(&self, data: &Data, held: Option<OnlyHeld>) -> Vec<Noted> {
        NeededTable::ALL
            .into_iter()
            .filter(|t| self.waiting[t.ordinal()] > 0)
            .map(|t| Noted::new(t.missing(self.waiting[t.ordinal()], data, held)))
            .collect()
    }

    /// Of all stretches in order.
    fn joined(stretches: Vec<Self>) -> Self {
        let mut stretches = stretches.into_iter();
        let mut all = stretches.next().unwrap_or_else(|| Self::of(0, false));
        for next in stretches {
            if let (Some(all), Some(next)) = (&mut all.rhk, next.rhk) {
                all.append(next);
            }
            for (sum, n) in all.waiting.iter_mut().zip(next.waiting) {
                *sum += n;
            }
            all.usage.merge(next.usage);
        }
        all
    }
}

/// Places for everybody's results: every stretch writes its own where they stay, so that none is held twice.
fn places(data: &Data) -> Vec<Option<HasilPegawai>> {
    data.pegawai.iter().map(|_| None).collect()
}

/// The results that stand in all these places; the list stays where it is.
fn filled(places: Vec<Option<HasilPegawai>>) -> Vec<HasilPegawai> {
    debug_assert!(places.iter().all(Option::is_some));
    places.into_iter().map_while(|place| place).collect()
}

/// Second pass over everybody.
fn second_pass(
    data: &Data,
    aturan: &Aturan,
    run: &RunFacts,
    start: &mut [FirstPass],
    all: &OwnValues,
    (threads, keep_rhk): (usize, bool),
) -> Results {
    let work = |first: u32, people: &[Pegawai], (start, out): (&mut [FirstPass], &mut [Option<HasilPegawai>])| {
        let mut k = Worker::new(data, aturan, run, Silent);
        let mut beside = Beside::of(people.len(), keep_rhk);
        for (((id, p), a), place) in (first..).map(PegawaiId).zip(people).zip(start).zip(out) {
            *place = Some(beside.result(&mut k, id, p, std::mem::take(a), all));
        }
        beside.end(&k)
    };
    let mut people = places(data);
    let size = stretch(data, threads);
    let extras = start.chunks_mut(size).zip(people.chunks_mut(size));
    let beside = Beside::joined(in_stretches(data, threads, extras, work));
    let people = filled(people);
    Results { people, beside }
}

/// Both passes over everybody in turn: what the first leaves need not be kept for all people at once.
fn at_once(data: &Data, aturan: &Aturan, run: &RunFacts, (threads, keep_rhk): (usize, bool)) -> Results {
    let work = |first: u32, people: &[Pegawai], out: &mut [Option<HasilPegawai>]| {
        let mut k = Worker::new(data, aturan, run, Silent);
        let mut beside = Beside::of(people.len(), keep_rhk);
        for ((id, p), place) in (first..).map(PegawaiId).zip(people).zip(out) {
            let (start, _) = person::start(&mut k, id, p);
            *place = Some(beside.result(&mut k, id, p, start, &[]));
        }
        beside.end(&k)
    };
    let mut people = places(data);
    let extras = people.chunks_mut(stretch(data, threads));
    let beside = Beside::joined(in_stretches(data, threads, extras, work));
    let people = filled(people);
    Results { people, beside }
}
