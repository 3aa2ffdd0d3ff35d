use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// RHK tanpa umpan balik.
pub static CHECK: Check = Check {
    code: code!(REA006),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::UmpanBalikKosong, |s| {
        (
            format!(
                "{rhk} milik {orang} belum berumpan balik, jadi rating hasil kerjanya belum dapat diusulkan.",
                orang = s.orang,
                rhk = s.rhk
            ),
            "Isi umpan_balik RHK itu di tabel realisasi, atau tetapkan hasil_kerja di tabel penilaian.".to_owned(),
        )
    });
}
