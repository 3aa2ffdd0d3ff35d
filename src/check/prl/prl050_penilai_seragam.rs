use std::collections::BTreeMap;

use thin_vec::ThinVec;

use crate::base::origin::Origin;
use crate::check::{Check, CheckRun, Context, Sink};
use crate::check::{perilaku_values, phrases};
use crate::code;
use crate::model::vocab::{PenilaiKind, Rating};
use crate::model::{NilaiPerilaku, Scale, Text};

/// Penilai memberi nilai yang sama kepada semua orang.
pub static CHECK: Check = Check {
    code: code!(PRL050),
    run: CheckRun::Alone(run),
};

/// Fewer people may well have earned the same.
const PERSON: u32 = 5;

/// NIP and role of a rater.
type Pattern<'a> = (&'a Text, PenilaiKind);

struct Rater<'a> {
    /// The marks of everybody so far, by aspek; none once somebody has others.
    same: ThinVec<&'a NilaiPerilaku>,
    people: u32,
    at: Origin,
}

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut raters: BTreeMap<Pattern<'_>, Rater<'_>> = BTreeMap::new();
    let mut rows: Vec<(Pattern<'_>, &NilaiPerilaku)> = Vec::new();
    for (id, p) in ctx.data.all() {
        let marked = p
            .perilaku
            .iter()
            .filter(|r| r.aspek.get().is_some() && r.nilai.get().is_some());
        rows.extend(marked.filter_map(|row| {
            let (nip, source) = perilaku_values::penilai(ctx, id, row)?;
            Some(((nip, source), row))
        }));
        rows.sort_by_key(|(rater, _)| *rater);
        for marks in rows.chunk_by_mut(|a, b| a.0 == b.0) {
            let (rater, first) = marks[0];
            let at = first.nilai_at();
            marks.sort_by_key(|(_, row)| row.aspek.get());
            if let Some(known) = raters.get_mut(&rater) {
                known.people += 1;
                if !are_alike(&known.same, marks) {
                    known.same = ThinVec::new();
                }
            } else {
                let rater_marks = marks.iter().map(|(_, row)| *row).collect();
                raters.insert(
                    rater,
                    Rater {
                        same: rater_marks,
                        people: 1,
                        at,
                    },
                );
            }
        }
        rows.clear();
    }
    for ((nip, _), Rater { same, people, at }) in raters {
        if people < PERSON || same.is_empty() {
            continue;
        }
        if same.iter().all(|m| m.nilai.get() == Some(&Scale::Rating(Rating::Sesuai))) {
            continue;
        }
        let who = ctx.data.find(nip);
        let name = who.map_or_else(|| format!("Penilai dengan NIP {nip}"), |id| phrases::persons(ctx.data, id));
        let finding = sink
            .add(
                format!("{name} memberi nilai perilaku yang persis sama kepada {people} orang."),
                "Penilai meninjau kembali nilainya per orang. Bila memang demikian adanya, tidak perlu diubah.",
            )
            .at(at);
        match who {
            Some(id) => finding.pegawai(id),
            None => finding.nip(nip.clone()),
        };
    }
}

/// Whether the marks are those of the first, aspek by aspek.
fn are_alike(first: &[&NilaiPerilaku], marks: &[(Pattern<'_>, &NilaiPerilaku)]) -> bool {
    let alike = |a: &NilaiPerilaku, b: &NilaiPerilaku| a.aspek.get() == b.aspek.get() && a.nilai.get() == b.nilai.get();
    first.len() == marks.len() && first.iter().zip(marks).all(|(a, (_, b))| alike(a, b))
}
