use crate::check::majority::{Majority, ToldRhk};
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::code;
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
                let lacks = !timed && !ctx.data.has_lost_plan(id);
                majority.see(first.detail.batas_waktu.at(first.at), lacks.then_some(id));
            }
        },
        move |majority, sink| {
            majority.tell_rhk(
                ctx,
                sink,
                None,
                |rhk| {
                    let advice = "Isi batas_waktu, atau tambahkan indikator aspek waktu.";
                    ToldRhk::new(format!("{rhk} belum punya batas waktu."), advice)
                },
                // The agency may keep its deadlines elsewhere.
                |b| {
                    let advice = "Isi kolom batas_waktu, atau tambahkan indikator aspek waktu.";
                    ToldRhk::new(format!("{} RHK utama belum punya batas waktu.", b.how_many()), advice).noted_without_column(b)
                },
            );
        },
    )
}
