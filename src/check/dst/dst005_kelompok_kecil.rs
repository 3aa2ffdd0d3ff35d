use crate::check::{Check, CheckRun, Context, Sink, distribusi};
use crate::code;

/// Kelompok terlalu kecil untuk dinilai sebarannya.
pub static CHECK: Check = Check {
    code: code!(DST005),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for unit in &ctx.scores.unit {
        let Some(d) = unit.distribusi.as_ref().filter(|d| d.small && !d.sesuai) else {
            continue;
        };
        let mut finding = sink.add(
            format!(
                "Sebaran predikat {} ({}) berbeda dari polanya, tetapi hanya {} orang yang dinilai: terlalu sedikit untuk menarik kesimpulan.",
                distribusi::kelompok(ctx, unit),
                distribusi::spread(d),
                d.n
            ),
            "Tidak ada yang perlu diperbaiki.",
        );
        if let Some(acuan) = distribusi::acuan(distribusi::breached(d)) {
            finding = finding.acuan(acuan);
        }
        distribusi::subject(finding, ctx, unit);
    }
}
