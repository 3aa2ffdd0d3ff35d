use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Realisasi memuat dua angka.
pub static CHECK: Check = Check {
    code: code!(REA024),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::RealisasiDuaAngka, |s| {
        (
            format!(
                "Realisasi {indikator} pada {rhk} milik {orang} memuat dua angka yang berbeda: \"{rincian}\".",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator,
                rincian = s.rincian
            ),
            "Tulis satu angka dalam satuan targetnya; keterangan lain ditulis di kolom bukti.".to_owned(),
        )
    });
}
