use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Dua baris penilaian yang berbeda.
pub static CHECK: Check = Check {
    code: code!(HSL008),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::PenilaianGanda, |s| {
        (
            format!(
                "{orang} mempunyai beberapa baris penilaian untuk periode ini dan isinya berbeda.",
                orang = s.orang
            ),
            "Sisakan satu baris yang berlaku, atau isi periode dan tanggal SKP-nya.".to_owned(),
        )
    });
}
