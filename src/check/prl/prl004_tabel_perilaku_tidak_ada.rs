use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::table::JenisTabel;

/// Tidak ada tabel perilaku.
pub static CHECK: Check = Check {
    code: code!(PRL004),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tabel_kurang(
        ctx,
        sink,
        JenisTabel::Perilaku,
        "menunggu penilaian perilakunya",
        "Sertakan berkas yang berisi tabel perilaku (kolom nip, aspek, penilai, nilai).",
    );
}
