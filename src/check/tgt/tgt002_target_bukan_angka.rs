use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Target berupa kata dalam penilaian angka.
pub static CHECK: Check = Check {
    code: code!(TGT002),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::TargetTeks, |s| {
        (
            format!(
                "Target {indikator} pada {rhk} milik {orang} berupa kata \"{rincian}\", bukan angka.",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator,
                rincian = s.rincian
            ),
            "Tulis target sebagai angka dan satuan (misalnya 4 laporan), atau pakai --aturan permenpanrb-6-2022.".to_owned(),
        )
    });
}
