use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Menunggu nilai RHK atasan.
pub static CHECK: Check = Check {
    code: code!(HSL014),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::MenungguAtasan, |s| {
        (
            format!(
                "{rhk} milik {orang} menunggu nilai {rincian}.",
                orang = s.orang,
                rhk = s.rhk,
                rincian = s.rincian
            ),
            "Lengkapi dahulu RHK atasan itu; bila kaskadenya langsung, isi metode_kaskade = langsung.".to_owned(),
        )
    });
}
