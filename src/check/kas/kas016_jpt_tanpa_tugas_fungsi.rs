use crate::check::heads;
use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;

/// Pimpinan unit tanpa indikator tugas dan fungsi.
pub static CHECK: Check = Check {
    code: code!(KAS016),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    // 6/2022 has four perspektif instead (Lampiran hlm. 29).
    if ctx.aturan.kualitatif().is_some() {
        return;
    }
    for h in heads::measures(ctx).into_iter().filter(|h| !h.tugas_fungsi()) {
        sink.add(
            format!(
                "SKP {} belum memuat indikator tugas dan fungsi unitnya.",
                ctx.data.pegawai(h.id).nama
            ),
            "Tambahkan indikator tugas dan fungsi dengan perspektif penerima layanan, proses bisnis, atau penguatan internal.",
        )
        .pegawai(h.id)
        .at(h.at);
    }
}
