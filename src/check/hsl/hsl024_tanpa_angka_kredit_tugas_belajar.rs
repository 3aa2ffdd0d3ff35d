use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Tanpa angka kredit karena tugas belajar.
pub static CHECK: Check = Check {
    code: code!(HSL024),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::AngkaKreditTugasBelajar, |s| {
        (
            format!(
                "{}, {}, berstatus tugas belajar, jadi angka kreditnya dikosongkan.",
                s.orang, s.rincian
            ),
            "Tidak ada yang perlu diperbaiki. Bila ia tidak sedang tugas belajar, betulkan kolom status.".to_owned(),
        )
    });
}
