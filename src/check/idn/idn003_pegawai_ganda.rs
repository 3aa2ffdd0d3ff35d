use crate::check::{Check, Context, Sink, cell_words, phrases};
use crate::code;
use crate::problem::ProblemKind;

/// Pegawai tertulis dua kali.
pub static CHECK: Check = Check {
    code: code!(IDN003),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::PersonDoubled) {
        let name = p
            .nip
            .as_deref()
            .and_then(|nip| ctx.data.find(nip))
            .map_or_else(|| "Pegawai ini".to_owned(), |id| phrases::orang(ctx.data, id));
        let message = format!(
            "{name} tertulis dua kali untuk masa yang bertindihan: {} dan {}.",
            cell_words::sel(ctx, p.other),
            cell_words::sel(ctx, p.at)
        );
        let remedy = "Hapus baris yang berlebih, atau isi mulai dan selesai kedua jabatan agar tidak bertindihan; baris Plt diberi plt = ya.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
