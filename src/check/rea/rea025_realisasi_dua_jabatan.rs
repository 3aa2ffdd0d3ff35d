use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Realisasi setahun untuk RHK yang ada di dua jabatan.
pub static CHECK: Check = Check {
    code: code!(REA025),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::RealisasiTwoPostings) {
        let kode = p.kode_rhk.as_deref().unwrap_or_default();
        let message = format!(
            "{} adalah realisasi setahun untuk RHK {kode}, padahal kode itu ada di SKP dua jabatan dalam tahun ini; \
             tidak diketahui milik jabatan yang mana.",
            cell_words::at_place(ctx, p)
        );
        let remedy = "Isi kolom mulai dengan tanggal mulai jabatannya, isi periode yang lebih pendek (misalnya 2025-S1), \
                      atau beri kode RHK yang berbeda pada tiap jabatan.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
