use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;
use crate::score::findings::SKP_WANTED;
use crate::table::TableKind;

/// Tabel skp tidak ada, sehingga realisasi dan sasaran tidak dipakai.
pub static CHECK: Check = Check {
    code: code!(STR038),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    // Where somebody waits for it, that is told already (TGT008); a form holds the plan itself.
    let told = !ctx.scores.missing_tables.is_empty();
    if told || ctx.data.has(TableKind::Skp) || ctx.tables.tables.iter().any(|t| t.jenis.is_form()) {
        return;
    }
    let idle = [TableKind::Realisasi, TableKind::Sasaran];
    let idle: Vec<&str> = idle.into_iter().filter(|k| ctx.data.has(*k)).map(TableKind::as_str).collect();
    if idle.is_empty() {
        return;
    }
    sink.add(
        format!(
            "Tidak ada tabel skp dalam masukan, jadi isi tabel {} tidak dipakai dan kaskade tidak diperiksa; hasil yang ada adalah yang sudah ditetapkan di masukan.",
            idle.join(" dan ")
        ),
        SKP_WANTED,
    );
}
