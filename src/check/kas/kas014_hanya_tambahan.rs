use crate::check::{Check, Context, Sink};
use crate::code;
use crate::model::vocab::JenisRhk;

/// SKP yang hanya berisi kinerja tambahan.
pub static CHECK: Check = Check {
    code: code!(KAS014),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, p) in ctx.data.all() {
        let Some(first) = p.rhk.first() else { continue };
        if p.rhk.iter().all(|r| r.jenis.get() == Some(&JenisRhk::Tambahan)) {
            sink.add(
                format!(
                    "SKP {} hanya berisi {} kinerja tambahan, tanpa satu pun RHK utama.",
                    p.nama,
                    p.rhk.len()
                ),
                "Tambahkan RHK utama dari tugas pokoknya, atau perbaiki kolom jenis.",
            )
            .pegawai(id)
            .at(first.jenis.at);
        }
    }
}
