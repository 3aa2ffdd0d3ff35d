use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Satuan di sel target bertentangan dengan kolom satuan.
pub static CHECK: Check = Check {
    code: code!(TGT026),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::TargetLainSatuan, |s| {
        (
            format!(
                "Satuan {indikator} pada {rhk} milik {orang} bertentangan: {rincian}.",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator,
                rincian = s.rincian
            ),
            "Samakan satuan di sel target dengan kolom satuan, atau kosongkan salah satunya.".to_owned(),
        )
    });
}
