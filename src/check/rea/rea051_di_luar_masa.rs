use crate::check::{Check, Context, Sink};
use crate::check::{majority::Majority, phrases};
use crate::code;
use crate::model::{Pegawai, Periode, RencanaHasilKerja};
use crate::table::{Key, TableKind};

/// Realisasi di luar periode atau masa jabatan.
pub static CHECK: Check = Check {
    code: code!(REA051),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let assessed = ctx.data.periode;
    let mut majority = Majority::of(TableKind::Realisasi, Key::Periode);
    for (id, p, r) in ctx.rhk() {
        for x in r.indikator.iter().flat_map(|i| &i.realisasi) {
            let why = if !inside(x.periode, assessed) {
                Some(format!("di luar periode yang dinilai ({assessed}), jadi tidak dihitung"))
            } else if x.periode != assessed && outside_posting(p, r, x.periode) {
                Some("di luar masa jabatan yang memuat RHK ini".to_owned())
            } else {
                None
            };
            majority.see(x.periode_at, why.map(|why| (id, x.periode, why)));
        }
    }
    majority.tell(
        ctx,
        sink,
        |sink, at, (id, periode, why)| {
            sink.add(
                format!("Realisasi {periode} pada {} {why}.", phrases::rhk(ctx.data.rhk(*id))),
                "Perbaiki kolom periode, atau pindahkan realisasi ke RHK jabatan yang benar.",
            )
            .about(*id)
            .at(at);
        },
        |sink, b| {
            sink.add(
                format!(
                    "{} baris realisasi tidak ikut dihitung; misalnya {} {}.",
                    b.how_many(),
                    b.contoh.1,
                    b.contoh.2
                ),
                "Periksa pilihan --periode, atau kolom periode pada tabel realisasi.",
            )
            .at_majority(&b);
        },
    );
}

fn inside(p: Periode, assessed: Periode) -> bool {
    p.tahun() == assessed.tahun() && p.first_bulan() >= assessed.first_bulan() && p.last_bulan() <= assessed.last_bulan()
}

fn outside_posting(p: &Pegawai, r: &RencanaHasilKerja, periode: Periode) -> bool {
    r.posting.and_then(|i| p.posting.get(i)).is_some_and(|x| {
        x.mulai.get().is_some_and(|d| *d > periode.end()) || x.selesai.get().is_some_and(|d| *d < periode.start())
    })
}
