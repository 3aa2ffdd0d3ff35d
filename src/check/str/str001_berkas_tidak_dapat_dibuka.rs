use crate::check::{Check, Context, Sink, files};
use crate::code;
use crate::problem::ProblemKind;

/// Berkas tidak dapat dibuka.
pub static CHECK: Check = Check {
    code: code!(STR001),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    files::report(ctx, sink, ProblemKind::FileUnreadable);
}
