use crate::base::text::shorten;
use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// Sel terisi jauh di luar tabel.
pub static CHECK: Check = Check {
    code: code!(STR065),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::CellBeyond) {
        let Some(at) = p.at else { continue };
        let written = shorten(p.written.as_deref().unwrap_or_default(), 60);
        let others = p
            .detail
            .as_deref()
            .map(|n| format!(" (dan {n} sel lain di luar sana)"))
            .unwrap_or_default();
        let finding = sink.add(
            format!(
                "Sel {} berisi \"{written}\"{others}, jauh di luar tabel mana pun, jadi tidak dibaca.",
                at.a1()
            ),
            "Buka selnya (Ctrl+End di Excel), lalu hapus isinya; bila isinya data, pindahkan ke dalam tabel.",
        );
        cell_words::complete(finding, p);
    }
}
