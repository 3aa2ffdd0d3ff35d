use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Perlu keputusan penilai.
pub static CHECK: Check = Check {
    code: code!(HSL005),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::PerluKeputusan, |s| {
        (
            format!(
                "{orang} menunggu keputusan pejabat penilai: {rincian}.",
                orang = s.orang,
                rincian = s.rincian
            ),
            "Pejabat penilai menetapkan ratingnya di tabel penilaian (hasil_kerja, perilaku_kerja).".to_owned(),
        )
    });
}
