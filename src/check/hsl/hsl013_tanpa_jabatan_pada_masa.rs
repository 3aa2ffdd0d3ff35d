use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Tidak ada jabatan pada masa penilaian.
pub static CHECK: Check = Check {
    code: code!(HSL013),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::TanpaPosting, |s| {
        (
            format!(
                "Tidak ada jabatan {orang} yang jatuh pada masa penilaian ini.",
                orang = s.orang
            ),
            "Perbaiki tanggal mulai dan selesai di tabel pegawai, atau pilih tahun yang benar dengan --tahun.".to_owned(),
        )
    });
}
