use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Target memuat dua angka.
pub static CHECK: Check = Check {
    code: code!(TGT025),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::TargetDuaAngka, |s| {
        (
            format!(
                "Target {indikator} pada {rhk} milik {orang} memuat dua angka yang berbeda: \"{rincian}\".",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator,
                rincian = s.rincian
            ),
            "Tulis satu angka dengan satuannya, misalnya 12 dokumen; angka yang lain menjadi indikator sendiri.".to_owned(),
        )
    });
}
