use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Data tahun lain dilewati.
pub static CHECK: Check = Check {
    code: code!(REA023),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::RealisasiOtherYear) {
        let rows = p.detail.as_deref().unwrap_or("1");
        let message = format!(
            "{} dan yang sejenisnya ({rows} baris) untuk \"{}\", di luar {} yang dinilai; dilewati.",
            cell_words::at_place(ctx, p),
            cell_words::tertulis(ctx, p),
            ctx.data.periode
        );
        let remedy = "Biarkan bila memang data periode lain; bila salah tulis, perbaiki periodenya; bila salah tahun, jalankan dengan --tahun yang benar.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
