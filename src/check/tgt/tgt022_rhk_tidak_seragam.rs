use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Isi RHK berbeda antarbaris.
pub static CHECK: Check = Check {
    code: code!(TGT022),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::RhkInconsistent) {
        let message = format!(
            "{} berisi \"{}\", lain daripada baris pertama RHK {} ({}); yang dipakai baris pertama.",
            cell_words::at_place(ctx, p),
            cell_words::tertulis(ctx, p),
            p.kode_rhk.as_deref().unwrap_or_default(),
            cell_words::sel(ctx, p.other)
        );
        let remedy = "Samakan dengan baris pertamanya atau kosongkan; bila memang RHK lain, beri kode_rhk yang lain.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
