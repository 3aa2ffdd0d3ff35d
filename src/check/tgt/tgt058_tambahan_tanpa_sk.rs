use crate::check::{Check, Context, Sink};
use crate::check::{majority::Majority, phrases};
use crate::code;
use crate::model::Source;
use crate::model::vocab::JenisRhk;
use crate::table::{Key, TableKind};

/// Kinerja tambahan tanpa surat keputusan.
pub static CHECK: Check = Check {
    code: code!(TGT058),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    // 6/2022 asks for none: tambahan is what has low priority (Lampiran hlm. 49–50).
    if ctx.aturan.kualitatif().is_some() {
        return;
    }
    let mut majority = Majority::column(TableKind::Skp, Key::NomorSk);
    for (id, p, r) in ctx.rhk() {
        // The official form has no place for it.
        if r.jenis.get() == Some(&JenisRhk::Tambahan) && p.source != Source::Formulir {
            majority.see(r.detail.nomor_sk.at(r.at), r.detail.nomor_sk.is_empty().then_some(id));
        }
    }
    majority.tell(
        ctx,
        sink,
        |sink, at, id| {
            sink.add(
                format!(
                    "Kinerja tambahan {} belum mencantumkan nomor surat keputusan.",
                    phrases::rhk(ctx.data.rhk(*id))
                ),
                "Isi nomor surat keputusannya. Bila tidak ada, bicarakan dengan atasan apakah tugas ini memang kinerja tambahan.",
            )
            .about(*id)
            .at(at)
            .expected("nomor surat keputusan");
        },
        |sink, b| {
            sink.add(
                format!(
                    "Tabel ini tidak punya kolom nomor_sk, padahal ada {} kinerja tambahan.",
                    b.count
                ),
                "Tambahkan kolom nomor_sk dan isi nomor surat keputusan setiap kinerja tambahan.",
            )
            .at_majority(&b);
        },
    );
}
