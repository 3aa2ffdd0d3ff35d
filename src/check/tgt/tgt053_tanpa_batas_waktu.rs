use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::check::{majority::Majority, phrases};
use crate::code;
use crate::finding::Level;
use crate::model::Source;
use crate::model::vocab::Aspek;
use crate::table::{Key, TableKind};

/// RHK tanpa batas waktu.
pub static CHECK: Check = Check {
    code: code!(TGT053),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::gather(
        Majority::of(TableKind::Skp, Key::BatasWaktu),
        move |majority, person, _| {
            for (id, p, r) in walk::rhk_utama(person) {
                let (Source::Pegawai | Source::Other, Some(first)) = (p.source, r.indikator.first()) else {
                    continue;
                };
                let timed = r
                    .indikator
                    .iter()
                    .any(|i| !i.detail.batas_waktu.is_empty() || i.aspek.get() == Some(&Aspek::Waktu));
                majority.see(first.detail.batas_waktu.at(first.at), (!timed).then_some(id));
            }
        },
        move |majority, sink| {
            majority.tell(
                ctx,
                sink,
                |sink, at, id| {
                    sink.add(
                        format!("{} belum punya batas waktu.", phrases::rhk(ctx.data.rhk(*id))),
                        "Isi batas_waktu, atau tambahkan indikator aspek waktu.",
                    )
                    .about(*id)
                    .at(at);
                },
                |sink, b| {
                    let finding = sink
                        .add(
                            format!("{} RHK utama belum punya batas waktu.", b.how_many()),
                            "Isi kolom batas_waktu, atau tambahkan indikator aspek waktu.",
                        )
                        .at_majority(&b);
                    // The column is optional: without it the agency may keep its deadlines elsewhere.
                    if b.without_column {
                        finding.level(Level::Catatan);
                    }
                },
            );
        },
    )
}
