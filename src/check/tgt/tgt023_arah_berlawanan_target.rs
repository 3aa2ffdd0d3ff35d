use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Arah berlawanan dengan target.
pub static CHECK: Check = Check {
    code: code!(TGT023),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::TargetContradictsArah) {
        let message = format!(
            "{} berisi target \"{}\", tetapi arahnya \"{}\"; yang dipakai tanda pada target.",
            cell_words::at_place(ctx, p),
            cell_words::tertulis(ctx, p),
            p.detail.as_deref().unwrap_or_default()
        );
        let remedy = "Isi arah = turun untuk target paling banyak (≤), arah = naik untuk target paling sedikit (≥).";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
