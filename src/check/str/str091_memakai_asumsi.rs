use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;
use crate::score::Status;

/// Perhitungan memakai asumsi.
pub static CHECK: Check = Check {
    code: code!(STR091),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let used = &ctx.scores.asumsi;
    // Without a result nothing leans on them.
    let scored = ctx.scores.pegawai.iter().any(|p| p.status() == Status::Dinilai);
    if used.is_empty() || !scored {
        return;
    }
    sink.add(
        format!(
            "Perhitungan ini memakai {} parameter asumsi yang perlu ditegaskan instansi: {}.",
            used.len(),
            used.join(", ")
        ),
        format!(
            "Periksa dengan skp aturan tampil {}. Bila instansi punya ketentuan sendiri, tulis di berkas aturan instansi dan pakai --aturan.",
            ctx.aturan.id
        ),
    );
}
