use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Jenis jabatan belum diisi.
pub static CHECK: Check = Check {
    code: code!(HSL011),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::JenisJabatanKosong, |s| {
        (
            format!(
                "Jenis jabatan {orang} belum diisi, jadi rumus penilaiannya tidak dapat dipilih.",
                orang = s.orang
            ),
            "Isi jenis_jabatan: jpt_pratama, administrator, pengawas, pelaksana, fungsional, atau yang sesuai.".to_owned(),
        )
    });
}
