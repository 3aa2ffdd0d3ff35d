use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Bobot indikator tidak lengkap atau tidak 100.
pub static CHECK: Check = Check {
    code: code!(TGT005),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::BobotTidakSah, |s| {
        (
            format!(
                "Bobot indikator {rhk} milik {orang} adalah {rincian}; harus terisi semua dan berjumlah 100.",
                orang = s.orang,
                rhk = s.rhk,
                rincian = s.rincian
            ),
            "Isi bobot setiap indikator RHK itu sampai jumlahnya 100, atau kosongkan semuanya.".to_owned(),
        )
    });
}
