use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Umpan balik satu RHK berbeda-beda.
pub static CHECK: Check = Check {
    code: code!(REA007),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::UmpanBalikBeda, |s| {
        (
            format!(
                "Umpan balik {rhk} milik {orang} berbeda-beda ({rincian}).",
                orang = s.orang,
                rhk = s.rhk,
                rincian = s.rincian
            ),
            "Samakan umpan balik RHK itu, atau tetapkan hasil_kerja di tabel penilaian.".to_owned(),
        )
    });
}
