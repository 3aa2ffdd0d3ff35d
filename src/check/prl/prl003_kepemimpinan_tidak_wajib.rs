use crate::check::{Check, Context, Sink, fact_words};
use crate::code;
use crate::score::FactKind;

/// Kepemimpinan dinilai padahal tidak wajib.
pub static CHECK: Check = Check {
    code: code!(PRL003),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::KepemimpinanTidakWajib, |s| {
        (
            format!(
                "Kepemimpinan dinilai untuk {orang}, padahal tidak wajib bagi jabatannya; nilainya tidak ikut dihitung.",
                orang = s.orang
            ),
            "Hapus nilai itu, atau isi kepemimpinan = ya di tabel pegawai bila ia pejabat fungsional yang memimpin.".to_owned(),
        )
    });
}
