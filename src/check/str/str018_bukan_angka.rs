use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Bukan angka.
pub static CHECK: Check = Check {
    code: code!(STR018),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::NumberUnreadable) {
        let place = cell_words::at_place(ctx, p);
        let why = p.detail.as_deref().map(|d| format!(" ({d})")).unwrap_or_default();
        let message = format!(
            "{place} berisi \"{}\", yang tidak dapat dibaca sebagai angka{why}.",
            cell_words::tertulis(ctx, p)
        );
        cell_words::complete(
            sink.add(
                message,
                "Tulis angkanya dengan angka, misalnya 12 atau 98,5; keterangan ditulis di kolom lain.",
            ),
            p,
        );
    }
}
