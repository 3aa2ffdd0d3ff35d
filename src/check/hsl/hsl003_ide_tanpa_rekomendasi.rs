use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Ide baru tanpa rekomendasi atasan.
pub static CHECK: Check = Check {
    code: code!(HSL003),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::IdeTanpaRekomendasi, |s| {
        (
            format!(
                "{orang} ditandai mempunyai ide baru, tetapi rekomendasi atasannya tidak dicatat.",
                orang = s.orang
            ),
            "Isi rekomendasi_ide dengan nomor atau tanggal rekomendasi atasan, atau kosongkan ide_baru.".to_owned(),
        )
    });
}
