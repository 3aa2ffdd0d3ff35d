use crate::base::figure::Fraction;
use crate::check::far_off::FarOff;
use crate::check::{Check, CheckRun};
use crate::code;
use crate::model::TargetNilai;

/// Realisasi jauh di atas target.
pub static CHECK: Check = Check {
    code: code!(REA053),
    run: CheckRun::Together(|ctx| ABOVE.look(ctx)),
};

/// From so many times the target on it looks like a slip.
const TIMES: i64 = 2;

static ABOVE: FarOff = FarOff {
    bound: |target| match target {
        TargetNilai::Single(d) | TargetNilai::AtLeast(d) => Some(d),
        TargetNilai::Range(..) | TargetNilai::AtMost(_) => None,
    },
    far: |reached, target| target.times(Fraction::int(TIMES)).is_ok_and(|bound| reached >= bound),
    says: "jauh di atas",
    advice: "Periksa target, realisasi, dan satuannya. Bila benar, tidak perlu diubah: capaian dihitung paling tinggi 120.",
    advice_by_ratings: "Periksa target, realisasi, dan satuannya. Bila benar, tidak perlu diubah.",
};
