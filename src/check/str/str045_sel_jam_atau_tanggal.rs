use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::input::Value;
use crate::problem::ProblemKind;

/// Jam atau tanggal di tempat angka.
pub static CHECK: Check = Check {
    code: code!(STR045),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::ClockCell) {
        let place = cell_words::at_place(ctx, p);
        let date = p.at.is_some_and(|at| matches!(ctx.inputs.value(at), Value::Date(_)));
        let message = format!(
            "{place} berisi {} \"{}\", padahal di sini diperlukan {}.",
            if date { "tanggal" } else { "jam atau durasi" },
            cell_words::tertulis(ctx, p),
            p.expected.as_deref().unwrap_or("angka")
        );
        cell_words::complete(
            sink.add(
                message,
                "Ketik angkanya saja dalam satuan itu, misalnya 20 untuk 20 menit; bila Excel mengubahnya lagi, format kolomnya sebagai Teks dahulu.",
            ),
            p,
        );
    }
}
