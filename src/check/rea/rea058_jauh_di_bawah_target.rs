use crate::base::figure::Fraction;
use crate::check::far_off::FarOff;
use crate::check::{Check, CheckRun};
use crate::code;
use crate::model::TargetNilai;

/// Realisasi jauh di bawah target.
pub static CHECK: Check = Check {
    code: code!(REA058),
    run: CheckRun::Together(|ctx| BELOW.look(ctx)),
};

/// Below this part of the target it looks like a slip. Nothing done is said as 0; a slip of the unit
/// or the decimals is not.
const PART: i64 = 10;

const ADVICE: &str =
    "Periksa target, realisasi, dan satuannya (juga persen yang ditulis sebagai pecahan). Bila benar, tidak perlu diubah.";

static BELOW: FarOff = FarOff {
    bound: |target| match target {
        TargetNilai::Single(d) | TargetNilai::AtLeast(d) | TargetNilai::Range(d, _) => Some(d),
        TargetNilai::AtMost(_) => None,
    },
    far: |reached, target| reached.times(Fraction::int(PART)).is_ok_and(|tenfold| tenfold < target),
    says: "kurang dari sepersepuluh",
    advice: ADVICE,
    advice_by_ratings: ADVICE,
};
