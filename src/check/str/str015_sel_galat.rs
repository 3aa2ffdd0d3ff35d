use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Sel berisi kesalahan Excel.
pub static CHECK: Check = Check {
    code: code!(STR015),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::ValueError) {
        let place = cell_words::at_place(ctx, p);
        let message = format!(
            "{place} berisi kesalahan {}, jadi nilainya tidak diketahui.",
            cell_words::tertulis(ctx, p)
        );
        cell_words::complete(
            sink.add(
                message,
                "Perbaiki rumusnya di Excel, atau tulis nilainya langsung, lalu simpan.",
            ),
            p,
        );
    }
}
