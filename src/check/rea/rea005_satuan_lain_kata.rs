use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Satuan realisasi ditulis dengan kata lain.
pub static CHECK: Check = Check {
    code: code!(REA005),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::SatuanLain, |s| {
        (
            format!(
                "Satuan {indikator} pada {rhk} milik {orang} ditulis berbeda: {rincian}. Nilainya tetap dihitung.",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator,
                rincian = s.rincian
            ),
            "Samakan kata satuannya bila maksudnya sama; bila bukan, perbaiki angkanya.".to_owned(),
        )
    });
}
