use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::check::{majority::Majority, phrases};
use crate::code;
use crate::model::{Pegawai, Periode, RencanaHasilKerja};
use crate::table::{Key, TableKind};

/// Realisasi di luar periode atau masa jabatan.
pub static CHECK: Check = Check {
    code: code!(REA051),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    let assessed = ctx.data.periode;
    PersonWalk::gather(
        Majority::of(TableKind::Realisasi, Key::Periode),
        move |majority, person, _| {
            for (id, p, r) in walk::rhk(person) {
                for x in r.indikator.iter().flat_map(|i| &i.realisasi) {
                    // Rows of another period than the assessed one are passed over with a note of their own (REA061).
                    let here = !p.has_lost_post() && x.periode() != assessed && x.periode().within(assessed);
                    let outside = here && outside_posting(p, r, x.periode());
                    majority.see(x.periode_at(), outside.then_some((id, x.periode())));
                }
            }
        },
        move |majority, sink| {
            majority.tell(
                ctx,
                sink,
                |sink, at, (id, periode)| {
                    sink.add(
                        format!(
                            "Realisasi {periode} pada {} di luar masa jabatan yang memuat RHK ini.",
                            phrases::rhk(ctx.data.rhk(*id))
                        ),
                        "Perbaiki kolom periode, atau pindahkan realisasi ke RHK jabatan yang benar.",
                    )
                    .about(*id)
                    .at(at);
                },
                |sink, b| {
                    sink.add(
                        format!(
                            "{} baris realisasi di luar masa jabatan yang memuat RHK-nya; misalnya {}.",
                            b.how_many(),
                            b.contoh.1
                        ),
                        "Periksa kolom periode pada tabel realisasi, dan kolom mulai dan selesai pada tabel pegawai.",
                    )
                    .at_majority(&b);
                },
            );
        },
    )
}

fn outside_posting(p: &Pegawai, r: &RencanaHasilKerja, periode: Periode) -> bool {
    r.posting().and_then(|i| p.posting.get(i)).is_some_and(|x| {
        x.mulai.get().is_some_and(|d| *d > periode.end()) || x.selesai.get().is_some_and(|d| *d < periode.start())
    })
}
