use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Rating yang ditetapkan berbeda dari usulan.
pub static CHECK: Check = Check {
    code: code!(HSL002),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::RatingBedaUsulan, |s| {
        (
            format!(
                "Untuk {orang}: {rincian}. Yang ditetapkan penilai yang berlaku.",
                orang = s.orang,
                rincian = s.rincian
            ),
            "Pastikan perbedaan itu disengaja dan alasannya tercatat.".to_owned(),
        )
    });
}
