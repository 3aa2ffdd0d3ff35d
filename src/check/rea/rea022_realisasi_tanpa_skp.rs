use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Realisasi untuk RHK atau indikator yang tidak ada.
pub static CHECK: Check = Check {
    code: code!(REA022),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::RealisasiUnknown) {
        let kode = p.kode_rhk.as_deref().unwrap_or_default();
        let what = match p.detail.as_deref() {
            Some("kode_rhk") | None => format!("RHK {kode}"),
            Some(indikator) => format!("{indikator} aspek \"{}\" pada RHK {kode}", cell_words::tertulis(ctx, p)),
        };
        let message = format!(
            "{} adalah realisasi untuk {what}, yang tidak ada di SKP; tidak dihitung.",
            cell_words::at_place(ctx, p)
        );
        let remedy = "Perbaiki kode RHK, aspek, atau nomor indikatornya, atau tambahkan indikator itu ke SKP.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
