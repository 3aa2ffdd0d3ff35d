use crate::check::{Check, Context, Sink};
use crate::code;
use crate::problem::ProblemKind;

/// Lembar tersembunyi ikut dibaca.
pub static CHECK: Check = Check {
    code: code!(STR011),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::SheetHidden) {
        let Some(at) = p.at else { continue };
        let name = ctx.inputs.sheet(at.sheet).name.as_deref().unwrap_or("(tanpa nama)");
        sink.add(
            format!("Lembar \"{name}\" disembunyikan di buku kerja, tetapi tetap dibaca."),
            "Tampilkan lembar itu di Excel dan periksa isinya; hapus bila tidak dipakai lagi.",
        )
        .at_place(at);
    }
}
