use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Nilai perilaku di luar skala.
pub static CHECK: Check = Check {
    code: code!(PRL002),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::PerilakuDiLuarSkala, |s| {
        if s.kualitatif {
            (
                format!(
                    "Aspek perilaku {} untuk {} berupa angka; angka bukan rating.",
                    s.rincian, s.orang
                ),
                "Tulis rating: di atas, sesuai, atau di bawah ekspektasi.".to_owned(),
            )
        } else {
            (
                format!("Perilaku {}: {}; harus angka 0–120.", s.orang, s.rincian),
                "Tulis nilai perilaku sebagai angka antara 0 dan 120.".to_owned(),
            )
        }
    });
}
