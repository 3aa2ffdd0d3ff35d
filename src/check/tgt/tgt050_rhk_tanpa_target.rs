use crate::check::majority::{Majority, ToldRhk};
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::code;
use crate::model::Source;
use crate::rules::Rezim;
use crate::table::{Key, TableKind};

/// RHK tanpa target.
pub static CHECK: Check = Check {
    code: code!(TGT050),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    if ctx.aturan.rezim != Rezim::Kualitatif {
        return None;
    }
    PersonWalk::gather(
        Majority::of(TableKind::Skp, Key::Target),
        move |majority, person, _| {
            for (id, p, r) in walk::rhk(person) {
                // The official form writes target and indikator into one cell.
                let (Source::Pegawai | Source::Other, Some(first)) = (p.source, r.indikator.first()) else {
                    continue;
                };
                let none = r
                    .indikator
                    .iter()
                    .all(|i| i.target.is_empty() && !in_words(i.indikator.as_ref()));
                let lacks = none && !ctx.data.has_lost_plan(id);
                majority.see(first.target_at(), lacks.then_some(id));
            }
        },
        move |majority, sink| {
            majority.tell_rhk(
                ctx,
                sink,
                None,
                |rhk| {
                    ToldRhk::new(
                        format!("{rhk} belum punya target pada satu indikator pun."),
                        "Isi target, dengan angka dan satuan atau dengan ukuran keberhasilan yang jelas.",
                    )
                },
                |b| {
                    ToldRhk::new(
                        format!("{} RHK belum punya target pada satu indikator pun.", b.how_many()),
                        "Isi kolom target, dengan angka dan satuan atau dengan ukuran keberhasilan yang jelas.",
                    )
                },
            );
        },
    )
}

/// An indikator that holds its own measure ("12 laporan tepat waktu").
fn in_words(indikator: Option<&crate::model::Text>) -> bool {
    indikator.is_some_and(|t| t.chars().any(|c| c.is_ascii_digit()))
}
