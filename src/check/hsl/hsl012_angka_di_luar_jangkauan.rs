use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Angka di luar jangkauan hitungan.
pub static CHECK: Check = Check {
    code: code!(HSL012),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::AngkaDiLuarJangkauan, |s| {
        (
            format!(
                "Ada angka milik {orang} yang di luar jangkauan hitungan tepat.",
                orang = s.orang
            ),
            "Periksa apakah angka itu salah ketik; pakai satuan yang lebih besar atau lebih kecil.".to_owned(),
        )
    });
}
