use crate::check::{Check, Context, Sink, files};
use crate::code;
use crate::problem::ProblemKind;

/// Tidak ada tabel yang dikenali di berkas.
pub static CHECK: Check = Check {
    code: code!(STR009),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::FileNotRecognised) {
        let Some(file) = p.file else { continue };
        sink.add(
            format!(
                "Tidak ada tabel yang dikenali di berkas \"{}\": {}.",
                ctx.inputs.file(file).path,
                files::nearest(ctx.inputs, file)
            ),
            "Beri tabelnya kepala kolom yang dikenal, misalnya NIP, Nama, Jabatan; contohnya dibuat oleh skp template. \
             Jalankan skp baca untuk melihat apa yang terbaca.",
        )
        .file(file);
    }
}
