use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Kode jenis jabatan belum dikenal.
pub static CHECK: Check = Check {
    code: code!(STR046),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::PostCode) {
        let place = cell_words::at_place(ctx, p);
        let message = format!(
            "{place} berisi kode \"{}\", yang artinya sebagai jenis jabatan belum diketahui; dibaca sebagai belum diisi.",
            cell_words::tertulis(ctx, p)
        );
        cell_words::complete(
            sink.add(
                message,
                "Bila perlu, tulis dengan kata: administrator, pengawas, pelaksana, fungsional, dan seterusnya.",
            ),
            p,
        );
    }
}
