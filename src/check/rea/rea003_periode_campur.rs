use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Periode realisasi bercampur.
pub static CHECK: Check = Check {
    code: code!(REA003),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::RealisasiCampur, |s| {
        (
            format!(
                "Realisasi {indikator} pada {rhk} milik {orang} memakai periode yang bercampur ({rincian}), jadi tidak dapat digabung.",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator,
                rincian = s.rincian
            ),
            "Pakai satu jenis periode (semua triwulan, atau semua semester), atau tulis satu baris untuk setahun.".to_owned(),
        )
    });
}
