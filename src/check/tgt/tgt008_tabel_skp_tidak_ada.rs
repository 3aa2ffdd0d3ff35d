use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::table::JenisTabel;

/// Tidak ada tabel skp.
pub static CHECK: Check = Check {
    code: code!(TGT008),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tabel_kurang(
        ctx,
        sink,
        JenisTabel::Skp,
        "belum dapat dinilai karena itu",
        "Sertakan berkas yang berisi tabel skp (kolom nip, kode_rhk, jenis, rhk, aspek, indikator, target).",
    );
}
