use crate::check::{Check, Context, Sink, files};
use crate::code;
use crate::problem::ProblemKind;

/// Berkas tulisan skp sendiri.
pub static CHECK: Check = Check {
    code: code!(STR060),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    files::report(ctx, sink, ProblemKind::FileOwn);
}
