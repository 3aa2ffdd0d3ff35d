use crate::check::{Check, CheckRun, Context, Sink, distribusi};
use crate::code;

/// Distribusi memakai predikat organisasi unit di atasnya.
pub static CHECK: Check = Check {
    code: code!(DST004),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for unit in &ctx.scores.unit {
        let group = &unit.kelompok;
        if group.n == 0 {
            continue;
        }
        if let (Some(predikat), Some(origin)) = (group.predikat_organisasi, &group.organisasi_source) {
            let finding = sink.add(
                format!(
                    "Distribusi predikat {} diperiksa menurut predikat organisasi {origin} ({predikat}): {} belum berpredikat.",
                    distribusi::kelompok(ctx, unit),
                    unit.name()
                ),
                "Isi predikat_organisasi unit itu di tabel unit bila ada; bila memang tidak ada, biarkan.",
            );
            distribusi::subject(finding, ctx, unit);
        }
    }
}
