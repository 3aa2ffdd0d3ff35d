use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;

/// Predikat organisasi tahun sebelumnya yang dipakai.
pub static CHECK: Check = Check {
    code: code!(DST006),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let tahun = ctx.data.periode.tahun();
    for unit in ctx.data.unit.iter().filter(|u| u.year_before(tahun)) {
        let Some(predikat) = unit.organisasi(tahun) else { continue };
        sink.add(
            format!(
                "Predikat organisasi {} ({predikat}) adalah predikat tahun {}: dipakai untuk {tahun} karena yang tahun ini tidak ada di tabel unit.",
                unit.unit_kerja,
                tahun - 1
            ),
            "Bila predikat tahun ini sudah ditetapkan, ganti predikatnya dan kosongkan tahun_predikat.",
        )
        .unit(unit.unit_kerja.clone())
        .at(unit.tahun_predikat.at);
    }
}
