use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::check::{majority::Majority, measures, phrases};
use crate::code;
use crate::table::{Key, TableKind};

/// Target tanpa satuan.
pub static CHECK: Check = Check {
    code: code!(TGT052),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::gather(
        Majority::of(TableKind::Skp, Key::Satuan),
        move |majority, person, _| {
            for (id, _, r) in walk::rhk(person) {
                for i in &r.indikator {
                    let Some(target) = i.target.get().filter(|t| t.nilai.is_some()) else {
                        continue;
                    };
                    let named = || i.indikator.as_deref().is_some_and(measures::says_measure);
                    let none = i.satuan.is_empty() && target.satuan.is_none() && !named();
                    majority.see(i.target_at(), none.then(|| (id, target.written.clone())));
                }
            }
        },
        move |majority, sink| {
            majority.tell(
                ctx,
                sink,
                |sink, at, (id, target)| {
                    sink.add(
                        format!("Target {target} pada {} tidak punya satuan.", phrases::rhk(ctx.data.rhk(*id))),
                        "Isi satuannya: dokumen, orang, persen, bulan, dan sebagainya.",
                    )
                    .about(*id)
                    .at(at);
                },
                |sink, b| {
                    sink.add(
                        format!("{} target berupa angka tidak punya satuan.", b.how_many()),
                        "Isi kolom satuan: dokumen, orang, persen, bulan, dan sebagainya.",
                    )
                    .at_majority(&b);
                },
            );
        },
    )
}
