use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;
use crate::table::JenisTabel;

/// Baris yang sama tertulis dua kali.
pub static CHECK: Check = Check {
    code: code!(IDN005),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::RowRepeated) {
        let skp = [JenisTabel::Skp, JenisTabel::Realisasi];
        if p.at.and_then(|at| ctx.tabel(at)).is_some_and(|t| skp.contains(&t.jenis)) {
            continue;
        }
        let message = format!(
            "{} mengulang {}; satu baris yang dihitung.",
            cell_words::at_place(ctx, p),
            cell_words::sel(ctx, p.other)
        );
        cell_words::complete(sink.add(message, "Hapus salah satu baris yang sama itu."), p);
    }
}
