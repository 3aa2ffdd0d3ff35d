//! Findings: what looks across people, and the telling of what the rooms to the left have noted.
//!
//! A check stands in a file of its own, named `code_what.rs`, in its family's folder. Its level, acuan
//! and words for `skp jelaskan KODE` are its page, `docs/pemeriksaan/KODE.md`.

pub mod catalogue;
mod context;
pub mod distribusi;
pub mod far_off;
pub mod files;
pub mod heads;
pub mod likely_name;
pub mod majority;
pub mod measures;
pub mod perilaku_values;
pub mod person_names;
pub mod phrases;
mod policy;
mod registry;
mod sink;
pub mod tell;
mod walk;

use std::sync::Arc;

use hashbrown::{HashMap, HashSet};
use rayon::prelude::*;

use crate::base::ids::{index, short};
use crate::base::origin::Origin;
use crate::base::text::Text;
use crate::finding::{Code, Finding, FoundPlace, Noted};
use crate::score::result::Status;
pub use context::Context;
pub use policy::{Kebijakan, KebijakanError};
pub use sink::{FindingMut, Sink};
pub use walk::PersonWalk;

/// A check: a code and the function that looks for it.
#[derive(Debug)]
pub struct Check {
    /// The code.
    pub code: Code,
    /// Looks and reports.
    pub run: CheckRun,
}

/// How a check looks.
#[derive(Debug)]
pub enum CheckRun {
    /// By itself, wherever it likes.
    Alone(fn(&Context<'_>, &mut Sink<'_>)),
    /// At one person after the other, as others do; `None` where there is nothing to look for.
    Together(for<'c> fn(&'c Context<'c>) -> Option<PersonWalk<'c>>),
}

/// Tells what was noted and runs the checks, of the codes that are wanted: findings by file, sheet,
/// row, column, code. `of_data` ([`Data::problems`](crate::model::Data::problems)) is given away, since there
/// can be millions: each is gone when it is told.
pub fn run(ctx: &Context<'_>, mut of_data: Vec<Noted>, wanted: impl Fn(&Code) -> bool) -> Vec<Finding> {
    of_data.retain(|n| wanted(n.fact.code()));
    let others = ctx.noted_before().chain(ctx.noted_after());
    let mut findings = Vec::with_capacity(of_data.len() + others.filter(|n| wanted(n.fact.code())).count());
    let mut words = Words::default();
    // Nothing of planning is asked of somebody to whom its rules do not apply (6/2022 p. 65-66).
    let excepted: HashSet<&str> = ctx
        .scores
        .pegawai
        .iter()
        .filter(|p| p.status() == Status::Dikecualikan)
        .map(|p| &*p.nip)
        .collect();
    let mut told = |noted: &Noted| {
        let mut sink = Sink::new(ctx, noted.fact.code());
        tell::tell(ctx, &mut sink, noted);
        grow(&mut findings, sink.findings.len());
        words.share_all(&mut sink.findings);
        findings.append(&mut sink.findings);
    };
    ctx.noted_before().filter(|n| wanted(n.fact.code())).for_each(&mut told);
    for noted in of_data {
        told(&noted);
    }
    ctx.noted_after().filter(|n| wanted(n.fact.code())).for_each(&mut told);
    let (mut together, mut alone) = (Vec::new(), Vec::new());
    for check in registry::CHECKS.iter().filter(|c| wanted(&c.code)) {
        match check.run {
            CheckRun::Together(begin) => together.push((&check.code, begin)),
            CheckRun::Alone(look) => alone.push((&check.code, look)),
        }
    }
    let mut take = |mut sink: Sink<'_>| {
        if matches!(sink.code.kode.get(..3), Some("KAS" | "TGT")) {
            sink.findings
                .retain(|f| f.nip.as_deref().is_none_or(|nip| !excepted.contains(nip)));
        }
        grow(&mut findings, sink.findings.len());
        words.share_all(&mut sink.findings);
        findings.append(&mut sink.findings);
    };
    walk::run(ctx, &together).into_iter().for_each(&mut take);
    // A few at a time, so that what is said alike is kept once before there is much of it.
    for some in alone.chunks(CHECKS_AT_ONCE) {
        let look = |(code, look): &(&'static Code, fn(&Context<'_>, &mut Sink<'_>))| {
            let mut sink = Sink::new(ctx, code);
            look(ctx, &mut sink);
            sink
        };
        let found: Vec<Sink<'_>> = some.par_iter().with_max_len(1).map(look).collect();
        found.into_iter().for_each(&mut take);
    }
    in_order(&mut findings);
    without_doubles(&mut findings);
    findings
}

/// Checks that look at the same time, on as many threads as there are.
const CHECKS_AT_ONCE: usize = 16;

/// Makes room for `more` findings. A list that doubles holds room for as many again when one finding of a check comes
/// behind the hundred thousand that were counted.
fn grow(findings: &mut Vec<Finding>, more: usize) {
    if findings.capacity() - findings.len() < more {
        findings.reserve_exact(more.max(findings.len() / 16));
    }
}

/// What many findings of one code say alike is kept once: files of strangers make findings by the million.
#[derive(Debug, Default)]
struct Words {
    last: HashMap<&'static str, Alike>,
}

/// What the last finding of a code said.
#[derive(Debug, Default)]
struct Alike {
    advice: Option<Text>,
    expected: Option<Text>,
    place: Option<Arc<FoundPlace>>,
}

impl Words {
    fn share_all(&mut self, findings: &mut [Finding]) {
        for finding in findings {
            self.share(finding);
        }
    }

    fn share(&mut self, finding: &mut Finding) {
        fn share<T: PartialEq + Clone>(last: &mut Option<T>, new: &mut T) {
            match last {
                Some(last) if *last == *new => new.clone_from(last),
                _ => *last = Some(new.clone()),
            }
        }
        let last = self.last.entry(finding.kode).or_default();
        share(&mut last.advice, &mut finding.advice);
        if let Some(expected) = &mut finding.expected {
            share(&mut last.expected, expected);
        }
        if let Some(place) = &mut finding.place {
            share(&mut last.place, place);
        }
    }
}

/// By file, sheet, row, column, code; what is equal in these stays as it came. Only places are sorted, as
/// a sort of the findings themselves would need half of their room again.
fn in_order(findings: &mut [Finding]) {
    let mut order: Vec<u32> = (0..short(findings.len())).collect();
    order.sort_by(|&a, &b| key(&findings[index(a)]).cmp(&key(&findings[index(b)])));
    // Each cycle of the permutation in turn.
    for start in 0..order.len() {
        let mut at = start;
        while index(order[at]) != at {
            let from = index(order[at]);
            order[at] = short(at);
            if from == start {
                break;
            }
            findings.swap(at, from);
            at = from;
        }
    }
}

/// Takes out what is said twice. Equal findings stand in one stretch of equal places.
fn without_doubles(findings: &mut Vec<Finding>) {
    let mut doubles: Vec<usize> = Vec::new();
    let mut from = 0;
    while from < findings.len() {
        let place = key(&findings[from]);
        let length = findings[from..].iter().take_while(|f| key(f) == place).count();
        if length > 1 {
            let mut seen = HashSet::new();
            let stretch = findings[from..from + length].iter().enumerate();
            doubles.extend(
                stretch
                    .filter(|(_, f)| !seen.insert((f.kode_rhk.as_deref(), &*f.message)))
                    .map(|(i, _)| from + i),
            );
        }
        from += length;
    }
    let (mut i, mut next) = (0, doubles.iter().peekable());
    findings.retain(|_| {
        let double = next.next_if(|&&d| d == i).is_some();
        i += 1;
        !double
    });
}

/// Findings without a cell come after those of their file, those without a file last.
fn key(f: &Finding) -> (bool, Option<&str>, bool, Option<Origin>, &'static str, Option<&str>) {
    (f.place.is_none(), f.file(), f.at.is_none(), f.at, f.kode, f.nip.as_deref())
}
