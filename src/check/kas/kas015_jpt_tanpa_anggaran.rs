use crate::check::heads::{self, Measures};
use crate::check::{Check, Context, Sink};
use crate::code;

/// Pimpinan unit tanpa indikator anggaran.
pub static CHECK: Check = Check {
    code: code!(KAS015),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, at) in heads::tanpa(ctx, Measures::Anggaran) {
        sink.add(
            format!(
                "SKP {} belum memuat indikator penggunaan anggaran (perspektif anggaran).",
                ctx.data.pegawai(id).nama
            ),
            "Tambahkan indikator penggunaan anggaran, misalnya persentase realisasi anggaran, dengan perspektif anggaran.",
        )
        .pegawai(id)
        .at(at);
    }
}
