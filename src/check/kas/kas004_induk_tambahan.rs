use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::code;
use crate::model::BrokenLink;

/// RHK yang diintervensi adalah kinerja tambahan.
pub static CHECK: Check = Check {
    code: code!(KAS004),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |person, sink| {
        for (id, _, r) in walk::rhk(person) {
            for link in &r.tautan {
                let Err(BrokenLink::Tambahan(other)) = &link.to else {
                    continue;
                };
                sink.add(
                    format!(
                        "{} mengacu {} milik {}, yang merupakan kinerja tambahan.",
                        phrases::rhk(r),
                        phrases::rhk(ctx.data.rhk(*other)),
                        phrases::persons(ctx.data, other.pegawai)
                    ),
                    "Acu RHK utama atasan. Bila RHK itu sebenarnya tugas pokok, minta atasan mengubah jenisnya menjadi utama.",
                )
                .about(id)
                .at(r.kode_atasan_at());
            }
        }
    })
}
