use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Realisasi negatif atau bukan angka.
pub static CHECK: Check = Check {
    code: code!(REA002),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::RealisasiTidakWajar, |s| {
        (
            format!(
                "Realisasi {indikator} pada {rhk} milik {orang} {rincian}.",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator,
                rincian = s.rincian
            ),
            "Tulis realisasi sebagai angka yang tidak negatif, dengan satuan yang sama dengan targetnya.".to_owned(),
        )
    });
}
