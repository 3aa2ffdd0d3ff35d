use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Belum dinilai pejabat penilai.
pub static CHECK: Check = Check {
    code: code!(HSL007),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::BelumDinilai, |s| {
        (
            format!(
                "{orang} belum dinilai: {rincian} masih kosong.",
                orang = s.orang,
                rincian = s.rincian
            ),
            "Mintakan penilaian kepada pejabat penilainya.".to_owned(),
        )
    });
}
