use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Target bernilai 0.
pub static CHECK: Check = Check {
    code: code!(TGT003),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::TargetNol, |s| {
        (
            format!(
                "Target {indikator} pada {rhk} milik {orang} bernilai 0; realisasi tidak dapat dibandingkan dengan 0.",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator
            ),
            "Ganti dengan target yang dapat dibandingkan, misalnya rentang 0–2 dengan arah turun.".to_owned(),
        )
    });
}
