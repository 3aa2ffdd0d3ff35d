use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Target negatif atau rentang terbalik.
pub static CHECK: Check = Check {
    code: code!(TGT004),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::TargetTidakWajar, |s| {
        (
            format!(
                "Target \"{rincian}\" pada {indikator}, {rhk} milik {orang}, tidak dapat dihitung: negatif, atau batas bawahnya lebih besar daripada batas atas.",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator,
                rincian = s.rincian
            ),
            "Tulis rentang dari yang kecil ke yang besar, dan target sebagai angka positif.".to_owned(),
        )
    });
}
