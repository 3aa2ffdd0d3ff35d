use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Unit tertulis dua kali dengan isi berbeda.
pub static CHECK: Check = Check {
    code: code!(STR024),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::UnitDoubled) {
        let place = cell_words::at_place(ctx, p);
        let first = p.other.map(|o| format!(" (sel {})", o.a1())).unwrap_or_default();
        let message = format!(
            "{place} menyebut unit \"{}\" sekali lagi dengan isi yang berbeda; yang dipakai baris pertamanya{first}.",
            cell_words::tertulis(ctx, p)
        );
        cell_words::complete(
            sink.add(
                message,
                "Hapus baris yang salah, sehingga setiap unit hanya punya satu baris.",
            ),
            p,
        );
    }
}
