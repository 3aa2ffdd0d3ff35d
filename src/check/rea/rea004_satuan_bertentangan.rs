use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Satuan realisasi bertentangan dengan target.
pub static CHECK: Check = Check {
    code: code!(REA004),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::SatuanBeda, |s| {
        (
            format!(
                "Satuan {indikator} pada {rhk} milik {orang} bertentangan: {rincian}.",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator,
                rincian = s.rincian
            ),
            "Tulis realisasi dengan satuan targetnya, atau perbaiki satuan target.".to_owned(),
        )
    });
}
