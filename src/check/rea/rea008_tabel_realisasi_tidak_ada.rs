use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::table::JenisTabel;

/// Tidak ada tabel realisasi.
pub static CHECK: Check = Check {
    code: code!(REA008),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tabel_kurang(
        ctx,
        sink,
        JenisTabel::Realisasi,
        "menunggu realisasi atau umpan baliknya",
        "Sertakan berkas yang berisi tabel realisasi (kolom nip, kode_rhk, aspek, realisasi, umpan_balik).",
    );
}
