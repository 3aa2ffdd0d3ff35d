use crate::check::{Check, Context, Sink};
use crate::code;
use crate::problem::ProblemKind;

/// Baris dilewati karena bukan data.
pub static CHECK: Check = Check {
    code: code!(STR014),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::RowsSkipped) {
        let (Some(at), Some(reason), Some(rows)) = (p.at, p.detail.as_deref(), p.written.as_deref()) else {
            continue;
        };
        sink.add(
            format!("Dilewati sebagai {reason}: baris {rows}."),
            "Tidak perlu apa-apa bila memang bukan data. Bila data, lengkapi NIP-nya atau ubah tulisan di awal barisnya.",
        )
        .at_place(at);
    }
}
