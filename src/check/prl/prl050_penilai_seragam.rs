use crate::base::origin::Origin;
use crate::check::{Check, Context, Sink};
use crate::check::{perilaku_values, phrases};
use crate::code;
use crate::model::vocab::{AspekPerilaku, PenilaiKind, Rating};
use crate::model::{PegawaiId, Scale, Text};
use std::collections::BTreeMap;

/// Penilai memberi nilai yang sama kepada semua orang.
pub static CHECK: Check = Check {
    code: code!(PRL050),
    run,
};

/// Fewer people may well have earned the same.
const PERSON: usize = 5;

/// Rater and source.
type Pattern = (Text, PenilaiKind);
/// (aspek, mark), sorted, and the first cell.
type RaterMarks = (Vec<(AspekPerilaku, Scale)>, Origin);

struct Rater {
    /// The marks of everybody so far; `None` once somebody has others.
    same: Option<Vec<(AspekPerilaku, Scale)>>,
    people: usize,
    at: Origin,
}

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut raters: BTreeMap<Pattern, Rater> = BTreeMap::new();
    for (id, _) in ctx.data.all() {
        for (key, (marks, at)) in of_person(ctx, id) {
            if let Some(rater) = raters.get_mut(&key) {
                rater.people += 1;
                rater.same = rater.same.take().filter(|same| *same == marks);
            } else {
                let rater = Rater {
                    same: Some(marks),
                    people: 1,
                    at,
                };
                raters.insert(key, rater);
            }
        }
    }
    for ((nip, _), r) in raters {
        let Some(marks) = r.same.filter(|_| r.people >= PERSON) else {
            continue;
        };
        if marks.iter().all(|(_, m)| *m == Scale::Rating(Rating::Sesuai)) {
            continue;
        }
        let who = ctx.data.find(&nip);
        let name = who.map_or_else(|| format!("Penilai dengan NIP {nip}"), |id| phrases::persons(ctx.data, id));
        let finding = sink
            .add(
                format!("{name} memberi nilai perilaku yang persis sama kepada {} orang.", r.people),
                "Penilai meninjau kembali nilainya per orang. Bila memang demikian adanya, tidak perlu diubah.",
            )
            .at(r.at);
        match who {
            Some(id) => finding.pegawai(id),
            None => finding.nip(nip),
        };
    }
}

/// Marks by rater and source: (aspek, mark), sorted.
fn of_person(ctx: &Context<'_>, id: PegawaiId) -> BTreeMap<Pattern, RaterMarks> {
    let mut by_rater: BTreeMap<Pattern, RaterMarks> = BTreeMap::new();
    for row in &ctx.data.pegawai(id).perilaku {
        let (Some(aspek), Some(mark), Some((nip, source))) =
            (row.aspek.get(), row.nilai.get(), perilaku_values::penilai(ctx, id, row))
        else {
            continue;
        };
        by_rater
            .entry((nip, source))
            .or_insert_with(|| (Vec::new(), row.nilai_at()))
            .0
            .push((*aspek, mark.clone()));
    }
    for (marks, _) in by_rater.values_mut() {
        marks.sort_by_key(|(aspek, _)| *aspek);
    }
    by_rater
}
