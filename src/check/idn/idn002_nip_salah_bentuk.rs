use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// NIP salah bentuk.
pub static CHECK: Check = Check {
    code: code!(IDN002),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::NipMalformed) {
        let part = p.detail.as_deref().unwrap_or("bukan 18 angka");
        let message = format!(
            "{} berisi NIP \"{}\" yang tidak dapat dipakai: {part}.",
            cell_words::at_place(ctx, p),
            cell_words::tertulis(ctx, p)
        );
        let remedy = "Cocokkan dengan SK atau SIASN, lalu tulis NIP 18 angka sebagai Teks.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
