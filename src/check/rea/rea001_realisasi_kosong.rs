use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Realisasi belum diisi.
pub static CHECK: Check = Check {
    code: code!(REA001),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::RealisasiKosong, |s| {
        (
            format!(
                "Realisasi {indikator} pada {rhk} milik {orang} belum ada.",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator
            ),
            "Isi realisasinya di tabel realisasi; bila memang nihil, tulis 0.".to_owned(),
        )
    });
}
