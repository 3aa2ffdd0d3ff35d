use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;
use crate::table::TableKind;

/// Tautan pimpinan ke sasaran unit tidak dapat diperiksa.
pub static CHECK: Check = Check {
    code: code!(KAS025),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    if ctx.data.has(TableKind::Sasaran) {
        return;
    }
    let mut broken = ctx
        .rhk_utama()
        .filter(|(id, _, _)| !phrases::must_hang(ctx.data, *id))
        .filter(|(_, _, r)| r.tautan.iter().any(|t| t.to.is_err()));
    let Some((_, _, first)) = broken.next() else { return };
    let count = 1 + broken.count();
    sink.add(
        format!("{count} RHK pimpinan mengacu sasaran unit, tetapi tabel sasaran tidak ada dalam data."),
        "Sertakan tabel sasaran (kode, unit_kerja, sasaran) bila kaskade dari perjanjian kinerja hendak diperiksa.",
    )
    .at(first.kode_atasan_at());
}
