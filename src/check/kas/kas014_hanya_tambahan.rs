use crate::check::{Check, CheckRun, Context, PersonWalk};
use crate::code;
use crate::model::vocab::JenisRhk;
use crate::table::TableKind;

/// SKP yang hanya berisi kinerja tambahan.
pub static CHECK: Check = Check {
    code: code!(KAS014),
    run: CheckRun::Together(run),
};

fn run<'c>(_: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |(id, p), sink| {
        let Some(first) = p.rhk.first().filter(|_| !p.incomplete.has(TableKind::Skp)) else {
            return;
        };
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
            .at(first.jenis_at());
        }
    })
}
