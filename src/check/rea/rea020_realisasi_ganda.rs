use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Realisasi satu periode tertulis dua kali.
pub static CHECK: Check = Check {
    code: code!(REA020),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::RealisasiDoubled) {
        let message = format!(
            "{} adalah realisasi kedua untuk indikator dan periode yang sama pada RHK {}; yang pertama di {}.",
            cell_words::at_place(ctx, p),
            p.kode_rhk.as_deref().unwrap_or_default(),
            cell_words::sel(ctx, p.other)
        );
        let remedy = "Hapus baris yang salah; bila keduanya bagian dari setahun, isi periodenya masing-masing dan pilih akumulasi yang sesuai.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
