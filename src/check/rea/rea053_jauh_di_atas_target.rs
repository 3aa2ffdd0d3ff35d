use crate::base::figure::{Fraction, with_comma};
use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::code;
use crate::model::TargetNilai;
use crate::model::vocab::Arah;
use crate::score::NilaiRealisasi;

/// Realisasi jauh di atas target.
pub static CHECK: Check = Check {
    code: code!(REA053),
    run,
};

/// From so many times the target on it looks like a slip.
const TIMES: i64 = 2;

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for h in ctx.scores.pegawai.iter().flat_map(|p| &p.rhk) {
        let r = ctx.data.rhk(h.id);
        for result in &h.indikator {
            let (Some(i), Some(NilaiRealisasi::Angka(reached))) = (r.indikator.get(result.index as usize), &result.realisasi)
            else {
                continue;
            };
            let Some(TargetNilai::Single(target) | TargetNilai::AtLeast(target)) = i.target.get().and_then(|t| t.nilai) else {
                continue;
            };
            let bound = Fraction::from(target).times(Fraction::int(TIMES));
            let far = bound.is_ok_and(|b| *reached >= b) && target > crate::base::figure::Decimal::ZERO;
            if !far || i.arah.or_default(Arah::Naik) != Some(Arah::Naik) {
                continue;
            }
            // The yearly row where there is one, else the last that was added to it.
            let row = i
                .realisasi
                .iter()
                .find(|x| x.periode == ctx.data.periode)
                .or_else(|| i.realisasi.last());
            let at = row.map_or(i.at, |x| x.nilai.at);
            sink.add(
                format!(
                    "Realisasi {} pada {} jauh di atas target {}.",
                    result
                        .realisasi
                        .as_ref()
                        .map_or_else(String::new, ToString::to_string)
                        .replace('.', ","),
                    phrases::rhk(r),
                    with_comma(target)
                ),
                "Periksa target, realisasi, dan satuannya. Bila benar, tidak perlu diubah: capaian dihitung paling tinggi 120.",
            )
            .about(h.id)
            .at(at);
        }
    }
}
