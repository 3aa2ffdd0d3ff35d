use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Indikator tertulis dua kali.
pub static CHECK: Check = Check {
    code: code!(TGT020),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::SkpDoubled) {
        let message = format!(
            "{} berbeda dengan {}, padahal keduanya untuk indikator yang sama pada RHK {}.",
            cell_words::at_place(ctx, p),
            cell_words::sel(ctx, p.other),
            p.kode_rhk.as_deref().unwrap_or_default()
        );
        let remedy = "Hapus baris yang salah; bila memang dua indikator, beri no_indikator yang berbeda di SKP dan di realisasi.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
