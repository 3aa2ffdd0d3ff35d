use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Target belum diisi.
pub static CHECK: Check = Check {
    code: code!(TGT001),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::TargetKosong, |s| {
        (
            format!(
                "Target {indikator} pada {rhk} milik {orang} belum diisi, jadi capaiannya tidak dapat dihitung.",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator
            ),
            "Isi target indikator itu sesuai SKP yang ditetapkan.".to_owned(),
        )
    });
}
