use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Nilai yang ditetapkan belum ada atau di luar 0–120.
pub static CHECK: Check = Check {
    code: code!(HSL009),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::NilaiDitetapkanKosong, |s| {
        (
            format!(
                "Nilai yang ditetapkan untuk {orang} belum ada atau di luar 0–120.",
                orang = s.orang
            ),
            "Isi nilai_ditetapkan (0–120) dan sumber_nilai di tabel pegawai, atau catat pegawai ini di tabel pengecualian."
                .to_owned(),
        )
    });
}
