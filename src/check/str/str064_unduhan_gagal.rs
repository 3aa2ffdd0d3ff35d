use crate::check::{Check, Context, Sink, files};
use crate::code;
use crate::problem::ProblemKind;

/// Unduhan gagal.
pub static CHECK: Check = Check {
    code: code!(STR064),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    files::report(ctx, sink, ProblemKind::FileErrorPage);
}
