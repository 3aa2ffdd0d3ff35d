use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Mulai SKP di luar semua jabatan.
pub static CHECK: Check = Check {
    code: code!(TGT024),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::PostingUnknown) {
        let message = format!(
            "{} berisi {}, tanggal yang tidak termasuk satu pun jabatan pegawai ini; RHK {} tidak ikut dihitung.",
            cell_words::at_place(ctx, p),
            cell_words::tertulis(ctx, p),
            p.kode_rhk.as_deref().unwrap_or_default()
        );
        let remedy = "Isi mulai dengan tanggal di dalam masa jabatannya, atau kosongkan bila RHK itu untuk jabatan terakhir.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
