//! The sections of a rule file. Each entry is one parameter: its name is the key that JSON, the
//! Aturan sheet and `skp aturan tampil` show, its type says what stands in `nilai`.
//!
//! Numeric regime: [`Numerik`]; qualitative: [`Kualitatif`]; the rest stands in every rule set.

use super::Rezim;
use super::parameter::{Parameter, ParameterFacts, Usage};
use super::values::Pita;
use crate::base::figure::Decimal;
use crate::model::vocab::Predikat;

/// A section as written, which knows where in the file it begins.
pub(in crate::rules) trait FileSection {
    /// Its name in the file.
    const NAME: &'static str;
    /// Offset of the first record, if any.
    fn first_offset(&self) -> Option<usize>;
}

/// Declares a section twice: as the file writes it (everything optional, unknown keys refused) and
/// as scoring reads it (complete). `must` is given by the set or one it extends, `may` need not be.
macro_rules! section {
    ($(#[$doc:meta])* $name:ident, $file:ident = $text:literal
        must { $($(#[$wdoc:meta])* $must:ident: $wty:ty,)* }
        may { $($(#[$bdoc:meta])* $may:ident: $bty:ty,)* }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name {
            $($(#[$wdoc])* pub $must: Parameter<$wty>,)*
            $($(#[$bdoc])* pub $may: Option<Parameter<$bty>>,)*
        }

        #[derive(Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(in crate::rules) struct $file {
            $($must: Option<Spanned<History<$wty>>>,)*
            $($may: Option<Spanned<History<$bty>>>,)*
        }

        impl $file {
            /// The section, or `None` with what is wrong noted in `s`; every parameter is looked at.
            pub(in crate::rules) fn arrange(s: &mut Builder<'_>, own: fn(&RuleFile) -> Option<&Self>) -> Option<$name> {
                $(let $must = s.must($text, stringify!($must), |b| own(b).and_then(|x| x.$must.as_ref()));)*
                $(let $may = s.may($text, stringify!($may), |b| own(b).and_then(|x| x.$may.as_ref()));)*
                Some($name { $($must: $must?,)* $($may,)* })
            }
        }

        impl FileSection for $file {
            const NAME: &'static str = $text;

            fn first_offset(&self) -> Option<usize> {
                [
                    $(self.$must.as_ref().map(|r| r.span().start),)*
                    $(self.$may.as_ref().map(|r| r.span().start),)*
                ]
                .into_iter()
                .flatten()
                .min()
            }
        }

        impl $name {
            pub(in crate::rules) fn list<'a>(&'a self, to: &mut Vec<ParameterFacts<'a>>) {
                $(to.push(self.$must.display());)*
                $(if let Some(p) = &self.$may { to.push(p.display()); })*
            }
        }
    };
}

mod common;
mod numeric;
mod qualitative;

pub use common::{Action, AngkaKredit, Capaian, Jadwal, Kelompok, Khusus, Pembulatan, Perilaku};
pub(in crate::rules) use common::{
    AngkaKreditSection, CapaianSection, JadwalSection, KelompokSection, KhususSection, PembulatanSection, PerilakuSection,
    TindakLanjutSection,
};
pub use numeric::{DistribusiNumerik, Kinerja, Konversi, Numerik, PerilakuNumerik, PredikatNumerik, Tambahan};
pub(in crate::rules) use numeric::{
    DistribusiSection, KinerjaSection, KonversiSection, PerilakuNumerikSection, PredikatSection, TambahanSection,
};
pub use qualitative::{DistribusiOrganisasi, Kualitatif, RatingKualitatif};
pub(in crate::rules) use qualitative::{DistribusiOrganisasiSection, RatingSection};

/// The band a figure lies in, noting that the run leans on it.
fn find(pita: [(Predikat, &Parameter<Pita>); 5], x: Decimal, usage: &mut Usage) -> Option<Predikat> {
    pita.into_iter().find(|(_, p)| p.nilai.holds(x)).map(|(predikat, p)| {
        p.used(usage);
        predikat
    })
}

/// What depends on the regime.
#[derive(Debug, Clone)]
pub enum RegimeRules {
    /// Figures, weights, bands.
    Numerik(Box<Numerik>),
    /// Two ratings and the quadrant.
    Kualitatif(Box<Kualitatif>),
}

impl RegimeRules {
    /// The regime.
    pub const fn rezim(&self) -> Rezim {
        match self {
            Self::Numerik(_) => Rezim::Numerik,
            Self::Kualitatif(_) => Rezim::Kualitatif,
        }
    }

    pub(super) fn list<'a>(&'a self, to: &mut Vec<ParameterFacts<'a>>) {
        match self {
            Self::Numerik(n) => {
                n.kinerja.list(to);
                if let Some(k) = &n.konversi {
                    k.list(to);
                }
                n.tambahan.list(to);
                n.perilaku.list(to);
                n.predikat.list(to);
                n.distribusi.list(to);
            }
            Self::Kualitatif(k) => {
                k.rating.list(to);
                k.distribusi.list(to);
            }
        }
    }
}
