use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Isian wajib kosong.
pub static CHECK: Check = Check {
    code: code!(STR023),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::ValueMissing) {
        let place = cell_words::at_place(ctx, p);
        let column = p.detail.as_deref().unwrap_or("wajib");
        let message = format!("{place} kosong, padahal isian {column} wajib ada di setiap baris.");
        cell_words::complete(
            sink.add(message, "Isi sel itu; bila barisnya tidak dipakai, hapus seluruh barisnya."),
            p,
        );
    }
}
