use crate::check::{Check, Context, Sink, files};
use crate::code;
use crate::problem::ProblemKind;

/// Pemisah kolom tidak dapat dipastikan.
pub static CHECK: Check = Check {
    code: code!(STR008),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    files::report(ctx, sink, ProblemKind::DelimiterAmbiguous);
}
