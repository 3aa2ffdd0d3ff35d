use crate::check::{Check, Context, Sink, distribusi};
use crate::code;

/// Distribusi tidak mungkin dipenuhi pada jumlah ini.
pub static CHECK: Check = Check {
    code: code!(DST002),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for unit in &ctx.scores.unit {
        if unit.distribusi.as_ref().is_none_or(|d| d.mungkin) {
            continue;
        }
        let mut finding = sink
            .add(
                format!(
                    "Distribusi predikat {} tidak mungkin dipenuhi: dengan {} pegawai yang dinilai tidak ada pembagian orang yang sesuai batas.",
                    unit.unit_kerja, unit.dinilai
                ),
                "Tidak ada yang perlu diperbaiki; bila diinginkan, hitung di tingkat unit induk dengan --kelompok induk.",
            )
            .unit(unit.unit_kerja.clone());
        if let Some(acuan) = distribusi::acuan(ctx, unit.predikat_organisasi) {
            finding = finding.acuan(acuan);
        }
        if let Some(row) = ctx.data.unit(&unit.unit_kerja) {
            finding.at(row.at);
        }
    }
}
