use crate::check::{Check, CheckRun, Context, Sink, distribusi};
use crate::code;

/// Distribusi tidak mungkin dipenuhi pada jumlah ini.
pub static CHECK: Check = Check {
    code: code!(DST002),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for unit in &ctx.scores.unit {
        let Some(d) = unit.distribusi.as_ref().filter(|d| !d.possible) else {
            continue;
        };
        let mut finding = sink.add(
            format!(
                "Distribusi predikat {} tidak mungkin dipenuhi: dengan {} orang yang dinilai tidak ada pembagian orang yang sesuai batas.",
                distribusi::kelompok(ctx, unit),
                d.n
            ),
            "Tidak ada yang perlu diperbaiki; bila diinginkan, hitung di tingkat unit induk dengan --kelompok induk.",
        );
        if let Some(acuan) = distribusi::acuan(d.aturan.iter()) {
            finding = finding.acuan(acuan);
        }
        distribusi::subject(finding, ctx, unit);
    }
}
