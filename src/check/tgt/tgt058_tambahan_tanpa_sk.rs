use crate::check::majority::{Majority, ToldRhk};
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::code;
use crate::model::Source;
use crate::model::vocab::JenisRhk;
use crate::table::{Key, TableKind};

/// Kinerja tambahan tanpa surat keputusan.
pub static CHECK: Check = Check {
    code: code!(TGT058),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    // 6/2022 asks for none: tambahan is what has low priority (Lampiran hlm. 49–50).
    if ctx.aturan.kualitatif().is_some() {
        return None;
    }
    PersonWalk::gather(
        Majority::column(TableKind::Skp, Key::NomorSk),
        move |majority, person, _| {
            for (id, p, r) in walk::rhk(person) {
                // The official form has no place for it.
                if r.jenis.get() == Some(&JenisRhk::Tambahan) && p.source != Source::Formulir {
                    majority.see(r.detail.nomor_sk.at(r.at), r.detail.nomor_sk.is_empty().then_some(id));
                }
            }
        },
        move |majority, sink| {
            majority.tell_rhk(
                ctx,
                sink,
                Some("nomor surat keputusan"),
                |rhk| ToldRhk::new(format!("Kinerja tambahan {rhk} belum mencantumkan nomor surat keputusan."), "Isi nomor surat keputusannya. Bila tidak ada, bicarakan dengan atasan apakah tugas ini memang kinerja tambahan."),
                |b| ToldRhk::new(format!(
                        "Tabel ini tidak punya kolom nomor_sk, padahal ada {} kinerja tambahan.",
                        b.count
                    ), "Tambahkan kolom nomor_sk dan isi nomor surat keputusan setiap kinerja tambahan."),
            );
        },
    )
}
