use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::table::JenisTabel;

/// Tidak ada tabel pegawai.
pub static CHECK: Check = Check {
    code: code!(HSL015),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tabel_kurang(
        ctx,
        sink,
        JenisTabel::Pegawai,
        "tidak diketahui jabatannya",
        "Sertakan berkas yang berisi tabel pegawai (kolom nip, nama, jabatan, jenis_jabatan, unit_kerja).",
    );
}
