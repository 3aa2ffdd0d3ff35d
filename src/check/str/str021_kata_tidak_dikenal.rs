use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Kata di luar daftar.
pub static CHECK: Check = Check {
    code: code!(STR021),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::WordUnknown) {
        let place = cell_words::at_place(ctx, p);
        let message = format!(
            "{place} berisi \"{}\", yang tidak ada dalam daftar kata kolom ini.",
            cell_words::tertulis(ctx, p)
        );
        let remedy = match p.detail.as_deref() {
            Some(near) => format!("Mungkin maksudnya \"{near}\"; tulis demikian bila benar."),
            None => "Ganti dengan salah satu kata yang diterima.".to_owned(),
        };
        cell_words::complete(sink.add(message, remedy), p);
    }
}
