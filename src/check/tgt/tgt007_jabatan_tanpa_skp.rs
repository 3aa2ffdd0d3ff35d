use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Masa jabatan tanpa SKP.
pub static CHECK: Check = Check {
    code: code!(TGT007),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::PostingTanpaSkp, |s| {
        (
            format!(
                "{orang} belum mempunyai RHK utama untuk salah satu jabatannya tahun ini: {rincian}.",
                orang = s.orang,
                rincian = s.rincian
            ),
            "Tambahkan SKP jabatan itu; isi kolom mulai pada tabel skp dengan tanggal mulai jabatannya.".to_owned(),
        )
    });
}
