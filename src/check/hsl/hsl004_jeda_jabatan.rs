use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Jeda di antara dua jabatan.
pub static CHECK: Check = Check {
    code: code!(HSL004),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::JedaPosting, |s| {
        (
            format!(
                "Jabatan {orang} tidak bersambung ({rincian}); hari di antaranya tidak ikut dihitung.",
                orang = s.orang,
                rincian = s.rincian
            ),
            "Perbaiki tanggal mulai atau selesai di tabel pegawai bila jeda itu tidak benar-benar ada.".to_owned(),
        )
    });
}
