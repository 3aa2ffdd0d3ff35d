use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// NIP tersimpan sebagai angka.
pub static CHECK: Check = Check {
    code: code!(IDN001),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::NipNumber) {
        let message = format!(
            "{} menyimpan NIP sebagai angka ({}); angka-angka terakhirnya sudah dibulatkan Excel.",
            cell_words::at_place(ctx, p),
            cell_words::tertulis(ctx, p)
        );
        let remedy = "Format kolom NIP sebagai Teks, lalu ketik ulang atau salin NIP 18 angka dari sumber aslinya; yang hilang tidak dapat ditebak.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
