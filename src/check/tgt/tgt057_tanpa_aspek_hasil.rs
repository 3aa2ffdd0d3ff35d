use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::code;
use crate::model::vocab::Aspek;

/// RHK hanya diukur dari waktu atau biaya.
pub static CHECK: Check = Check {
    code: code!(TGT057),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |person, sink| {
        for (id, _, r) in walk::rhk_utama(person) {
            let Some(first) = r.indikator.first() else { continue };
            let only = r
                .indikator
                .iter()
                .all(|i| matches!(i.aspek.get(), Some(Aspek::Waktu | Aspek::Biaya)));
            if only && phrases::must_hang(ctx.data, id) && !ctx.data.has_lost_plan(id) {
                sink.add(
                    format!("{} hanya diukur dari waktu atau biaya.", phrases::rhk(r)),
                    "Tambahkan indikator kuantitas atau kualitas, supaya terlihat hasilnya.",
                )
                .about(id)
                .at(first.aspek.at(first.at));
            }
        }
    })
}
