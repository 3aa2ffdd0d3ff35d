use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Rumus belum dihitung.
pub static CHECK: Check = Check {
    code: code!(STR016),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::ValueUncomputed) {
        let place = cell_words::at_place(ctx, p);
        let message = format!("{place} berisi rumus yang hasilnya belum tersimpan di berkas.");
        cell_words::complete(
            sink.add(
                message,
                "Buka berkas ini di Excel atau LibreOffice, simpan, lalu jalankan lagi.",
            ),
            p,
        );
    }
}
