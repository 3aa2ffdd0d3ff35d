use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Angka kredit dihitung untuk bulan-bulan di jabatan fungsional.
pub static CHECK: Check = Check {
    code: code!(HSL023),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::AngkaKreditMantanJf, |s| {
        (
            format!(
                "Jabatan terakhir {} bukan jabatan fungsional; angka kreditnya dihitung untuk masa sebagai {}.",
                s.orang, s.rincian
            ),
            "Tidak ada yang perlu diperbaiki.".to_owned(),
        )
    });
}
