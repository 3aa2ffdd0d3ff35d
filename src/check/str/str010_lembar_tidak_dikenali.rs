use crate::check::{Check, Context, Sink};
use crate::code;
use crate::problem::ProblemKind;

/// Lembar berisi NIP tetapi tabelnya tidak dikenali.
pub static CHECK: Check = Check {
    code: code!(STR010),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::SheetNotRecognised) {
        let Some(at) = p.at else { continue };
        let sheet = ctx.inputs.sheet(at.sheet);
        let name = sheet
            .name
            .as_deref()
            .map_or_else(|| "Berkas ini".to_owned(), |n| format!("Lembar \"{n}\""));
        sink.add(
            format!("{name} memuat NIP, tetapi tidak ada tabel yang dikenali di dalamnya; isinya tidak ikut dihitung."),
            "Bila lembar itu memang masukan, beri kepala kolom yang dikenal (lihat skp template); bila bukan, abaikan saja.",
        )
        .at_place(at);
    }
}
