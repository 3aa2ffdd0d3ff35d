use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;
use crate::table::JenisTabel;

/// Baris realisasi yang sama tertulis dua kali.
pub static CHECK: Check = Check {
    code: code!(REA021),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::RowRepeated) {
        if p.at
            .and_then(|at| ctx.tabel(at))
            .is_none_or(|t| t.jenis != JenisTabel::Realisasi)
        {
            continue;
        }
        let message = format!(
            "{} mengulang baris realisasi {}; satu baris yang dihitung.",
            cell_words::at_place(ctx, p),
            cell_words::sel(ctx, p.other)
        );
        let remedy = "Hapus salah satu baris yang sama itu; periksa juga apakah berkas yang sama ikut dua kali.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
