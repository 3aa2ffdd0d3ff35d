use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::check::{majority::Majority, phrases};
use crate::code;
use crate::model::TargetNilai;
use crate::model::vocab::{Aspek, Word};
use crate::table::{Key, TableKind};

/// Indikator waktu atau biaya tanpa arah.
pub static CHECK: Check = Check {
    code: code!(TGT065),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    // Where nothing is computed from figures no direction is used.
    if ctx.aturan.kualitatif().is_some_and(|k| k.rating.ambang_capaian.is_none()) {
        return None;
    }
    PersonWalk::gather(
        Majority::of(TableKind::Skp, Key::Arah),
        move |majority, person, _| {
            for (id, _, r) in walk::rhk(person) {
                for i in &r.indikator {
                    let Some(aspek @ (Aspek::Waktu | Aspek::Biaya)) = i.aspek.get().copied() else {
                        continue;
                    };
                    // The sign of a bound says the direction.
                    let Some(TargetNilai::Single(_) | TargetNilai::Range(..)) = i.target.get().and_then(|t| t.nilai) else {
                        continue;
                    };
                    majority.see(i.detail.arah.at(i.at), i.detail.arah.is_empty().then_some((id, aspek)));
                }
            }
        },
        move |majority, sink| {
            majority.tell(
                ctx,
                sink,
                |sink, at, (id, aspek)| {
                    sink.add(
                        format!(
                            "Indikator {} pada {} tidak menyebut arah, jadi dianggap naik: makin besar realisasinya, makin baik.",
                            aspek.as_str(),
                            phrases::rhk(ctx.data.rhk(*id))
                        ),
                        "Isi arah = turun bila makin kecil makin baik (makin cepat, makin hemat); arah = naik bila memang makin besar makin baik.",
                    )
                    .about(*id)
                    .at(at)
                    .expected("naik atau turun");
                },
                |sink, b| {
                    sink.add(
                        format!(
                            "{} indikator waktu atau biaya tidak menyebut arah, jadi dianggap naik: makin besar realisasinya, makin baik.",
                            b.how_many()
                        ),
                        "Isi kolom arah: turun bila makin kecil makin baik (makin cepat, makin hemat).",
                    )
                    .at_majority(&b);
                },
            );
        },
    )
}
