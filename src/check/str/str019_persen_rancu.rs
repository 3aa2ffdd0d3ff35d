use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Persen atau pecahan?
pub static CHECK: Check = Check {
    code: code!(STR019),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::PercentAmbiguous) {
        let place = cell_words::at_place(ctx, p);
        let message = format!(
            "{place} berisi {written} dengan satuan persen; tidak jelas apakah maksudnya {written} % atau pecahan dari seratus persen.",
            written = cell_words::tertulis(ctx, p)
        );
        cell_words::complete(
            sink.add(
                message,
                "Tulis angkanya utuh, misalnya 85 untuk 85 %; bila memang sekecil itu, tulis dengan tanda persen, misalnya 0,85%.",
            ),
            p,
        );
    }
}
