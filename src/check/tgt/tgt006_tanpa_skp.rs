use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Pegawai tanpa SKP.
pub static CHECK: Check = Check {
    code: code!(TGT006),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::TanpaSkp, |s| {
        (
            format!("{orang} belum mempunyai SKP pada masa penilaian ini.", orang = s.orang),
            "Tambahkan SKP-nya ke tabel skp, atau catat pegawai ini di tabel pengecualian beserta alasannya.".to_owned(),
        )
    });
}
