use crate::check::{Check, Context, Sink, files};
use crate::code;
use crate::problem::ProblemKind;

/// Berkas yang sama ada dua.
pub static CHECK: Check = Check {
    code: code!(STR061),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    files::report(ctx, sink, ProblemKind::FileCopy);
}
