//! One walk over the people for all checks that look at one after the other. Each of them for itself would bring every
//! person, RHK and indicator into the processor's cache anew, which takes far longer than to look.

use rayon::prelude::*;

use super::{Context, Sink, Words};
use crate::base::ids::RhkNo;
use crate::finding::Code;
use crate::model::vocab::JenisRhk;
use crate::model::{Pegawai, PegawaiId, RencanaHasilKerja, RhkId};

/// People whom one check looks at before the next one does.
const STRETCH: usize = 32;

/// Somebody whom the walk comes to.
pub type Visit<'c> = (PegawaiId, &'c Pegawai);

/// What a check has seen so far, how it looks at the next one, and what it tells at the end.
pub struct PersonWalk<'c>(Box<dyn Each<'c> + Send + 'c>);

trait Each<'c> {
    fn see(&mut self, person: Visit<'c>, sink: &mut Sink<'c>);
    fn end(self: Box<Self>, sink: &mut Sink<'c>);
}

struct Gathered<S, E, T> {
    state: S,
    each: E,
    tell: T,
}

impl<'c, S, E, T> Each<'c> for Gathered<S, E, T>
where
    E: Fn(&mut S, Visit<'c>, &mut Sink<'c>),
    T: FnOnce(S, &mut Sink<'c>),
{
    fn see(&mut self, person: Visit<'c>, sink: &mut Sink<'c>) {
        (self.each)(&mut self.state, person, sink);
    }

    fn end(self: Box<Self>, sink: &mut Sink<'c>) {
        (self.tell)(self.state, sink);
    }
}

impl<'c> PersonWalk<'c> {
    /// Looks at each person for himself.
    pub fn each(each: impl Fn(Visit<'c>, &mut Sink<'c>) + Send + 'c) -> Option<Self> {
        Self::gather((), move |(), person, sink| each(person, sink), |(), _| {})
    }

    /// Gathers something of each person, and tells it at the end.
    pub fn gather<S: Send + 'c>(
        state: S,
        each: impl Fn(&mut S, Visit<'c>, &mut Sink<'c>) + Send + 'c,
        tell: impl FnOnce(S, &mut Sink<'c>) + Send + 'c,
    ) -> Option<Self> {
        Some(Self(Box::new(Gathered { state, each, tell })))
    }
}

/// A check that walks, by its code: `None` where there is nothing to look for.
pub type Together = (&'static Code, for<'c> fn(&'c Context<'c>) -> Option<PersonWalk<'c>>);

/// What checks that walk have found, in their order; on each thread some of them.
pub fn run<'c>(ctx: &'c Context<'c>, checks: &[Together]) -> Vec<Sink<'c>> {
    let each = checks.len().div_ceil(rayon::current_num_threads()).max(1);
    checks.par_chunks(each).flat_map_iter(|some| together(ctx, some)).collect()
}

fn together<'c>(ctx: &'c Context<'c>, checks: &[Together]) -> Vec<Sink<'c>> {
    let mut words = Words::default();
    let begun = checks.iter().map(|(code, begin)| (begin(ctx), Sink::new(ctx, code)));
    let mut begun: Vec<_> = begun.collect();
    let (mut people, mut stretch) = (ctx.data.all(), Vec::with_capacity(STRETCH));
    loop {
        stretch.clear();
        stretch.extend(people.by_ref().take(STRETCH));
        if stretch.is_empty() {
            break;
        }
        for (walk, sink) in &mut begun {
            let Some(PersonWalk(walk)) = walk else { continue };
            let before = sink.findings.len();
            for person in &stretch {
                walk.see(*person, sink);
            }
            words.share_all(&mut sink.findings[before..]);
        }
    }
    let ended = begun.into_iter().map(|(walk, mut sink)| {
        let before = sink.findings.len();
        if let Some(PersonWalk(walk)) = walk {
            walk.end(&mut sink);
        }
        words.share_all(&mut sink.findings[before..]);
        sink
    });
    ended.collect()
}

/// The RHK of somebody.
pub fn rhk((pegawai, p): Visit<'_>) -> impl Iterator<Item = (RhkId, &Pegawai, &RencanaHasilKerja)> {
    RhkNo::each(&p.rhk).map(move |(rhk, r)| (RhkId { pegawai, rhk }, p, r))
}

/// His RHK utama.
pub fn rhk_utama(person: Visit<'_>) -> impl Iterator<Item = (RhkId, &Pegawai, &RencanaHasilKerja)> {
    rhk(person).filter(|(_, _, r)| r.jenis.get() == Some(&JenisRhk::Utama))
}
