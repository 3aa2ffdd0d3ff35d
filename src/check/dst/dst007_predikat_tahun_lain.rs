use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;

/// Predikat organisasi dari tahun yang tidak berlaku.
pub static CHECK: Check = Check {
    code: code!(DST007),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let tahun = ctx.data.periode.tahun();
    for unit in &ctx.data.unit {
        let (Some(of), Some(predikat)) = (unit.tahun_predikat.get(), unit.predikat_organisasi.get()) else {
            continue;
        };
        if unit.organisasi(tahun).is_some() {
            continue;
        }
        sink.add(
            format!(
                "Predikat organisasi {} ({predikat}) adalah predikat tahun {of}, jadi tidak dipakai untuk distribusi {tahun}.",
                unit.unit_kerja
            ),
            format!(
                "Isi predikat organisasi tahun {tahun}, atau tahun {} bila yang tahun ini belum ditetapkan.",
                tahun - 1
            ),
        )
        .unit(unit.unit_kerja.clone())
        .at(unit.tahun_predikat.at);
    }
}
