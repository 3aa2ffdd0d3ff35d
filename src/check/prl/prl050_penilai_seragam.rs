use hashbrown::HashMap;

use crate::check::{Check, CheckRun, Context, Sink};
use crate::check::{perilaku_values, phrases};
use crate::code;
use crate::model::vocab::{PenilaiKind, Rating};
use crate::model::{NilaiPerilaku, PegawaiId, Scale, Text};

/// Penilai memberi nilai yang sama kepada semua orang.
pub static CHECK: Check = Check {
    code: code!(PRL050),
    run: CheckRun::Alone(run),
};

/// Fewer people may well have earned the same.
const PERSON: usize = 5;

/// Nobody has so many marks; where somebody has all the same, they are not searched again for each rater.
const MARKS: usize = 256;

/// NIP and role of a rater.
type Rater<'a> = (&'a Text, PenilaiKind);

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    // Most raters have one person or two: marks are looked at only where there are more.
    let mut rated: Vec<(&Text, PenilaiKind, PegawaiId)> = Vec::new();
    for id in ctx.data.all().map(|(id, _)| id) {
        for ((nip, source), _) in marks(ctx, id) {
            if rated.last() != Some(&(nip, source, id)) {
                rated.push((nip, source, id));
            }
        }
    }
    rated.sort_unstable();
    rated.dedup();
    let mut all = SortedMarks::default();
    for people in rated.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let &[(nip, source, first), ref others @ ..] = people else {
            continue;
        };
        if people.len() < PERSON {
            continue;
        }
        let given = all.of(ctx, first, (nip, source));
        if given.iter().all(|m| m.nilai.get() == Some(&Scale::Rating(Rating::Sesuai))) {
            continue;
        }
        let at = given[0].nilai_at();
        let given = by_aspek(given);
        if !others
            .iter()
            .all(|(_, _, id)| are_alike(&given, &by_aspek(all.of(ctx, *id, (nip, source)))))
        {
            continue;
        }
        let who = ctx.data.find(nip);
        let name = who.map_or_else(|| format!("Penilai dengan NIP {nip}"), |id| phrases::persons(ctx.data, id));
        let finding = sink
            .add(
                format!(
                    "{name} memberi nilai perilaku yang persis sama kepada {} orang.",
                    people.len()
                ),
                "Penilai meninjau kembali nilainya per orang. Bila memang demikian adanya, tidak perlu diubah.",
            )
            .at(at);
        match who {
            Some(id) => finding.pegawai(id),
            None => finding.nip(nip.clone()),
        };
    }
}

/// The marks of a person with who gave them, where that can be told.
fn marks<'a>(ctx: &Context<'a>, id: PegawaiId) -> impl Iterator<Item = (Rater<'a>, &'a NilaiPerilaku)> {
    let rows = ctx.data.pegawai(id).perilaku.iter();
    rows.filter(|r| r.aspek.get().is_some() && r.nilai.get().is_some())
        .filter_map(move |row| Some((perilaku_values::penilai(ctx, id, row)?, row)))
}

/// The marks of people who have very many, by rater.
#[derive(Default)]
struct SortedMarks<'a>(HashMap<PegawaiId, Vec<(Rater<'a>, &'a NilaiPerilaku)>>);

impl<'a> SortedMarks<'a> {
    /// The marks that a rater gave a person.
    fn of(&mut self, ctx: &Context<'a>, id: PegawaiId, rater: Rater<'_>) -> Vec<&'a NilaiPerilaku> {
        let by = |(by, _): &(Rater<'a>, &NilaiPerilaku)| *by == rater;
        if ctx.data.pegawai(id).perilaku.len() <= MARKS {
            return marks(ctx, id).filter(by).map(|(_, row)| row).collect();
        }
        let sorted = self.0.entry(id).or_insert_with(|| {
            let mut sorted: Vec<_> = marks(ctx, id).collect();
            sorted.sort_by_key(|(by, _)| *by);
            sorted
        });
        let from = sorted.partition_point(|(by, _)| *by < rater);
        sorted[from..]
            .iter()
            .take_while(|mark| by(mark))
            .map(|(_, row)| *row)
            .collect()
    }
}

fn by_aspek(mut marks: Vec<&NilaiPerilaku>) -> Vec<&NilaiPerilaku> {
    marks.sort_by_key(|row| row.aspek.get());
    marks
}

/// Whether the marks are those of the first, aspek by aspek.
fn are_alike(first: &[&NilaiPerilaku], marks: &[&NilaiPerilaku]) -> bool {
    let alike = |a: &NilaiPerilaku, b: &NilaiPerilaku| a.aspek.get() == b.aspek.get() && a.nilai.get() == b.nilai.get();
    first.len() == marks.len() && first.iter().zip(marks).all(|(a, b)| alike(a, b))
}
