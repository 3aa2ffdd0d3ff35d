use crate::check::heads;
use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;
use crate::model::vocab::Perspektif;

/// Pimpinan unit tanpa indikator anggaran.
pub static CHECK: Check = Check {
    code: code!(KAS015),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for h in heads::measures(ctx)
        .into_iter()
        .filter(|h| !h.given.contains(&Perspektif::Anggaran))
    {
        sink.add(
            format!(
                "SKP {} belum memuat indikator penggunaan anggaran (perspektif anggaran).",
                ctx.data.pegawai(h.id).nama
            ),
            "Tambahkan indikator penggunaan anggaran, misalnya persentase realisasi anggaran, dengan perspektif anggaran.",
        )
        .pegawai(h.id)
        .at(h.at);
    }
}
