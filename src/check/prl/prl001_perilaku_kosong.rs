use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Aspek perilaku belum dinilai atasan.
pub static CHECK: Check = Check {
    code: code!(PRL001),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::PerilakuKosong, |s| {
        (
            format!(
                "Aspek perilaku {rincian} untuk {orang} belum dinilai atasan (atau nilainya saling berbeda).",
                orang = s.orang,
                rincian = s.rincian
            ),
            "Isi satu nilai dari atasan untuk aspek itu di tabel perilaku.".to_owned(),
        )
    });
}
