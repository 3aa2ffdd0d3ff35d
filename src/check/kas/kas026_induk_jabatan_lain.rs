use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::code;
use crate::model::BrokenLink;

/// RHK atasan dari masa jabatan yang lain.
pub static CHECK: Check = Check {
    code: code!(KAS026),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |person, sink| {
        for (id, p, r) in walk::rhk(person) {
            if !p.has_current(r) {
                continue;
            }
            for link in &r.tautan {
                let Err(BrokenLink::PostingOther(other)) = &link.to else {
                    continue;
                };
                if person.1.has_lost_post() || ctx.data.pegawai(other.pegawai).has_lost_post() {
                    continue;
                }
                sink.add(
                    format!(
                        "{} mengacu {} milik {} dari masa jabatan yang tidak bertemu dengan masa jabatan pegawai ini.",
                        phrases::rhk(r),
                        phrases::rhk(ctx.data.rhk(*other)),
                        phrases::persons(ctx.data, other.pegawai)
                    ),
                    "Acu RHK atasan dari jabatannya pada masa yang sama, atau perbaiki kolom mulai pada SKP.",
                )
                .about(id)
                .at(r.kode_atasan_at());
            }
        }
    })
}
