use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::check::{majority::Majority, phrases};
use crate::code;
use crate::finding::Level;
use crate::model::Source;
use crate::table::{Key, TableKind};

/// Realisasi tanpa bukti dukung.
pub static CHECK: Check = Check {
    code: code!(REA050),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::gather(
        Majority::of(TableKind::Realisasi, Key::Bukti),
        move |majority, person, _| {
            for (id, p, r) in walk::rhk(person) {
                // In the official form the realisasi is itself told by its evidence.
                if p.source == Source::Formulir {
                    continue;
                }
                for i in &r.indikator {
                    let Some(first) = i.realisasi.iter().find(|x| x.nilai.get().is_some()) else {
                        continue;
                    };
                    let none = i.realisasi.iter().all(|x| x.detail.bukti.is_empty());
                    majority.see(first.detail.bukti.at(first.at), none.then_some(id));
                }
            }
        },
        move |majority, sink| {
            majority.tell(
                ctx,
                sink,
                |sink, at, id| {
                    sink.add(
                        format!("Realisasi {} belum disertai bukti dukung.", phrases::rhk(ctx.data.rhk(*id))),
                        "Isi kolom bukti dengan nama berkas, nomor surat, atau tautan dokumennya.",
                    )
                    .about(*id)
                    .at(at);
                },
                |sink, b| {
                    let finding = sink
                        .add(
                            format!("Realisasi {} indikator belum disertai bukti dukung.", b.how_many()),
                            "Isi kolom bukti dengan nama berkas, nomor surat, atau tautan dokumennya.",
                        )
                        .at_majority(&b);
                    // The column is optional: the evidence may be kept in e-Kinerja.
                    if b.without_column {
                        finding.level(Level::Catatan);
                    }
                },
            );
        },
    )
}
