use crate::check::{Check, Context, Sink, files};
use crate::code;
use crate::problem::ProblemKind;

/// Berkas rusak atau tidak lengkap.
pub static CHECK: Check = Check {
    code: code!(STR004),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    files::report(ctx, sink, ProblemKind::FileDamaged);
}
