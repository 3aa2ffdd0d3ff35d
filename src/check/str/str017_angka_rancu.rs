use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Angka dapat dibaca dua cara.
pub static CHECK: Check = Check {
    code: code!(STR017),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::NumberAmbiguous) {
        let place = cell_words::at_place(ctx, p);
        let message = format!(
            "{place} berisi \"{}\", yang dapat dibaca sebagai ribuan atau sebagai pecahan desimal.",
            cell_words::tertulis(ctx, p)
        );
        cell_words::complete(sink.add(message, "Tulis tanpa pemisah ribuan (1234), atau dengan desimal yang jelas (1,23); lebih aman lagi, ketik sebagai angka di Excel."), p);
    }
}
