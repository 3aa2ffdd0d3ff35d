use crate::check::{Check, Context, Sink};
use crate::code;
use crate::problem::ProblemKind;

/// Dua kolom berarti sama.
pub static CHECK: Check = Check {
    code: code!(STR013),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::ColumnDoubled) {
        let (Some(at), Some(other), Some(column)) = (p.at, p.other, p.detail.as_deref()) else {
            continue;
        };
        sink.add(
            format!(
                "Kolom di sel {} dan {} sama-sama berarti {column}; yang dipakai kolom pertama ({}).",
                other.a1(),
                at.a1(),
                other.a1()
            ),
            "Hapus salah satu kolom, atau ganti judul kolom yang tidak dipakai.",
        )
        .at(at);
    }
}
