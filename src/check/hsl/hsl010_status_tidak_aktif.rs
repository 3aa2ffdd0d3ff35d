use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Status pegawai tidak aktif tanpa pengecualian.
pub static CHECK: Check = Check {
    code: code!(HSL010),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::StatusTidakAktif, |s| {
        (
            format!(
                "{orang} berstatus {rincian}, jadi tidak dapat dinilai.",
                orang = s.orang,
                rincian = s.rincian
            ),
            "Catat pegawai ini di tabel pengecualian beserta alasannya, atau perbaiki statusnya.".to_owned(),
        )
    });
}
