use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::model::vocab::Predikat;
use crate::problem::ProblemKind;

/// Kata dibaca sebagai kata lain.
pub static CHECK: Check = Check {
    code: code!(STR022),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::WordDoubtful) {
        let place = cell_words::at_place(ctx, p);
        let read = match p.detail.as_deref() {
            // The vocabulary has one word for both regimes; the rule set in use says which.
            Some("Cukup") => ctx.aturan.label(Predikat::Cukup),
            Some(word) => word,
            None => "kata resmi yang terdekat",
        };
        let message = format!("{place} berisi \"{}\"; dibaca sebagai {read}.", cell_words::tertulis(ctx, p));
        cell_words::complete(sink.add(message, format!("Tulis \"{read}\" supaya tidak ada keraguan.")), p);
    }
}
