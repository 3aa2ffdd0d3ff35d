use crate::base::figure::{Decimal, Fraction, with_comma};
use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::code;
use crate::model::TargetNilai;
use crate::model::vocab::Arah;
use crate::score::NilaiRealisasi;

/// Realisasi jauh di bawah target.
pub static CHECK: Check = Check {
    code: code!(REA058),
    run,
};

/// Below this part of the target it looks like a slip.
const PART: i64 = 10;

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for h in ctx.scores.pegawai.iter().flat_map(|p| &p.rhk) {
        let r = ctx.data.rhk(h.id);
        for result in &h.indikator {
            let (Some(i), Some(NilaiRealisasi::Angka(reached))) = (r.indikator.get(result.index as usize), &result.realisasi)
            else {
                continue;
            };
            let Some(TargetNilai::Single(target) | TargetNilai::AtLeast(target) | TargetNilai::Range(target, _)) =
                i.target.get().and_then(|t| t.nilai)
            else {
                continue;
            };
            // Nothing done is said as 0; a slip of the unit or the decimals is not.
            let tenfold = reached.times(Fraction::int(PART));
            let far = *reached > Fraction::ZERO && target > Decimal::ZERO && tenfold.is_ok_and(|t| t < Fraction::from(target));
            if !far || i.arah.or_default(Arah::Naik) != Some(Arah::Naik) {
                continue;
            }
            let row = i
                .realisasi
                .iter()
                .find(|x| x.periode == ctx.data.periode)
                .or_else(|| i.realisasi.last());
            let shown = result.realisasi.as_ref().map_or_else(String::new, ToString::to_string);
            sink.add(
                format!(
                    "Realisasi {} pada {} kurang dari sepersepuluh target {}.",
                    shown.replace('.', ","),
                    phrases::rhk(r),
                    with_comma(target)
                ),
                "Periksa target, realisasi, dan satuannya (juga persen yang ditulis sebagai pecahan). Bila benar, tidak perlu diubah.",
            )
            .about(h.id)
            .at(row.map_or(i.at, |x| x.nilai.at));
        }
    }
}
