use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Predikat tanpa rating.
pub static CHECK: Check = Check {
    code: code!(HSL006),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::PredikatTanpaRating, |s| {
        (
            format!(
                "Predikat {orang} ({rincian}) dipakai sebagaimana ditulis; tanpa rating, predikat itu tidak dapat diuji.",
                orang = s.orang,
                rincian = s.rincian
            ),
            "Tambahkan hasil_kerja dan perilaku_kerja di tabel penilaian bila ada.".to_owned(),
        )
    });
}
