use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;
use crate::table::TableKind;

/// Tabel realisasi atau perilaku tidak ada, dan tidak ada yang menunggunya.
pub static CHECK: Check = Check {
    code: code!(STR039),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    // Where somebody waits for one, that is told already (REA008, PRL004); forms hold all three.
    let told = !ctx.scores.missing_tables.is_empty();
    if told || !ctx.data.has(TableKind::Skp) || ctx.tables.tables.iter().any(|t| t.jenis.is_form()) {
        return;
    }
    let missing = [TableKind::Realisasi, TableKind::Perilaku];
    let missing: Vec<&str> = missing
        .into_iter()
        .filter(|k| !ctx.data.has(*k))
        .map(TableKind::as_str)
        .collect();
    if missing.is_empty() {
        return;
    }
    sink.add(
        format!(
            "Tidak ada tabel {} dalam masukan; hasil yang ada adalah yang sudah ditetapkan, dan tidak diuji dengan isinya.",
            missing.join(" dan ")
        ),
        "Sertakan tabel itu bila ada; bila predikatnya memang ditetapkan tanpa itu, biarkan.",
    );
}
