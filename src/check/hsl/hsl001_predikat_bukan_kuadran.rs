use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Predikat yang ditulis bukan sel kuadran.
pub static CHECK: Check = Check {
    code: code!(HSL001),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::PredikatBedaKuadran, |s| {
        (
            format!("Predikat {orang} {rincian}.", orang = s.orang, rincian = s.rincian),
            "Perbaiki predikat yang ditulis, atau rating yang mendasarinya; laporan memakai sel kuadran.".to_owned(),
        )
    });
}
