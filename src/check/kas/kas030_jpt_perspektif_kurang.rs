use crate::check::heads;
use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;
use crate::model::vocab::{Perspektif, Word};

/// SKP pimpinan belum memenuhi empat perspektif.
pub static CHECK: Check = Check {
    code: code!(KAS030),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    // 8/2021 asks for tugas dan fungsi and for anggaran only.
    if ctx.aturan.kualitatif().is_none() {
        return;
    }
    // An indicator without perspektif may be of the one that is missing: TGT060 tells of it. Anggaran,
    // which must be there in any case, has a code of its own.
    for h in heads::measures(ctx).into_iter().filter(|h| h.complete) {
        let missing: Vec<String> = Perspektif::ALL
            .iter()
            .filter(|w| **w != Perspektif::Anggaran && !h.given.contains(*w))
            .map(|w| w.as_str().replace('_', " "))
            .collect();
        if missing.is_empty() {
            continue;
        }
        let which = missing.join(" dan ");
        sink.add(
            format!(
                "SKP {} belum memuat perspektif {which}, padahal SKP pimpinan memenuhi empat perspektif.",
                ctx.data.pegawai(h.id).nama
            ),
            format!("Sepakati indikator perspektif {which} dengan pejabat penilainya, atau perbaiki isi kolom perspektif."),
        )
        .pegawai(h.id)
        .at(h.at);
    }
}
