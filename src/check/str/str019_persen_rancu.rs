use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Persen atau pecahan?.
pub static CHECK: Check = Check {
    code: code!(STR019),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::PercentAmbiguous) {
        let place = cell_words::at_place(ctx, p);
        let message = format!(
            "{place} berisi {} dengan satuan persen; dari bentuk berkas ini tidak terlihat apakah maksudnya persen penuh atau pecahan.",
            cell_words::tertulis(ctx, p)
        );
        cell_words::complete(
            sink.add(
                message,
                "Simpan berkas ini sebagai .xlsx, atau tulis angkanya utuh dengan satuan %, misalnya 85.",
            ),
            p,
        );
    }
}
