use crate::base::text::match_key;
use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::code;
use crate::rules::Rezim;

/// Target tidak terukur.
pub static CHECK: Check = Check {
    code: code!(TGT051),
    run: CheckRun::Together(run),
};

/// Words that promise nothing, as a whole target.
const VAGUE: &[&str] = &[
    "optimal",
    "maksimal",
    "baik",
    "lancar",
    "sesuai kebutuhan",
    "seperlunya",
    "secukupnya",
    "sesuai kondisi",
    "sebanyak-banyaknya",
    "semaksimal mungkin",
    "seoptimal mungkin",
    "tercapai",
    "terlaksana",
    "ada",
    "-",
    "n/a",
];

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    if ctx.aturan.rezim != Rezim::Kualitatif {
        return None;
    }
    PersonWalk::each(move |person, sink| {
        for (id, _, r) in walk::rhk(person) {
            for i in &r.indikator {
                // A target without a unit of measure is of the qualitative approach, which describes and does
                // not measure (Lampiran hlm. 50); nothing is wrong with it.
                let quantitative = !i.satuan.is_empty();
                let Some(target) = i.target.get().filter(|t| t.nilai.is_none() && quantitative) else {
                    continue;
                };
                let words = match_key(&target.written);
                if VAGUE.contains(&words.trim_end_matches('.')) {
                    sink.add(
                        format!(
                            "Target \"{}\" pada {} tidak dapat dibuktikan.",
                            target.written,
                            phrases::rhk(r)
                        ),
                        "Tulis ukuran yang dapat dibuktikan: jumlah, mutu, atau tanggal.",
                    )
                    .about(id)
                    .at(i.target_at())
                    .expected("angka dengan satuan, atau ukuran keberhasilan yang jelas");
                }
            }
        }
    })
}
