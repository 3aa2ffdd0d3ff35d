use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Tanggal tidak terbaca.
pub static CHECK: Check = Check {
    code: code!(STR020),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::DateUnreadable) {
        let place = cell_words::at_place(ctx, p);
        let why = p.detail.as_deref().map(|d| format!(": {d}")).unwrap_or_default();
        let message = format!(
            "{place} berisi \"{}\", yang tidak dapat dipakai sebagai tanggal{why}.",
            cell_words::tertulis(ctx, p)
        );
        cell_words::complete(
            sink.add(
                message,
                "Tulis tanggalnya lengkap, hari lebih dulu, misalnya 01/03/2025 atau 1 Maret 2025.",
            ),
            p,
        );
    }
}
