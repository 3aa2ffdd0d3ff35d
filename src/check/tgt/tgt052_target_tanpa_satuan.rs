use crate::check::{Check, Context, Sink};
use crate::check::{majority::Majority, measures, phrases};
use crate::code;
use crate::table::{Key, TableKind};

/// Target tanpa satuan.
pub static CHECK: Check = Check {
    code: code!(TGT052),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut majority = Majority::of(TableKind::Skp, Key::Satuan);
    for (id, _, r) in ctx.rhk() {
        for i in &r.indikator {
            let Some(target) = i.target.get().filter(|t| t.nilai.is_some()) else {
                continue;
            };
            let named = || i.indikator.as_deref().is_some_and(measures::says_measure);
            let none = i.satuan.is_empty() && target.satuan.is_none() && !named();
            majority.see(i.target_at(), none.then(|| (id, target.written.clone())));
        }
    }
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
}
