//! The sections of a rule file. Each entry is one parameter: its name is the key that JSON, the
//! Aturan sheet and `skp aturan tampil` show, its type says what stands in `nilai`.
//!
//! Numeric regime: [`Numerik`]; qualitative: [`Kualitatif`]; the rest stands in every rule set.

use super::Rezim;
use super::parameter::{BarisParameter, Parameter, Usage};
use super::values::Pita;
use crate::base::figure::Desimal;
use crate::model::vocab::Predikat;

/// A section as written, which knows where in the file it begins.
pub(in crate::rules) trait Bertempat {
    /// Offset of the first record, if any.
    fn pertama(&self) -> Option<usize>;
}

/// Declares a section twice: as the file writes it (everything optional, unknown keys refused) and
/// as scoring reads it (complete). `wajib` must be given by the set or one it extends, `boleh` need not.
macro_rules! bagian {
    ($(#[$doc:meta])* $nama:ident, $berkas:ident = $teks:literal
        wajib { $($(#[$wdoc:meta])* $wajib:ident: $wty:ty,)* }
        boleh { $($(#[$bdoc:meta])* $boleh:ident: $bty:ty,)* }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $nama {
            $($(#[$wdoc])* pub $wajib: Parameter<$wty>,)*
            $($(#[$bdoc])* pub $boleh: Option<Parameter<$bty>>,)*
        }

        #[derive(Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(in crate::rules) struct $berkas {
            $($wajib: Option<Spanned<History<$wty>>>,)*
            $($boleh: Option<Spanned<History<$bty>>>,)*
        }

        impl $berkas {
            /// The section, or `None` with what is wrong noted in `s`; every parameter is looked at.
            pub(in crate::rules) fn arrange(s: &mut Builder<'_>, take_next: fn(&Berkas) -> Option<&Self>) -> Option<$nama> {
                $(let $wajib = s.wajib($teks, stringify!($wajib), |b| take_next(b).and_then(|x| x.$wajib.as_ref()));)*
                $(let $boleh = s.boleh($teks, stringify!($boleh), |b| take_next(b).and_then(|x| x.$boleh.as_ref()));)*
                Some($nama { $($wajib: $wajib?,)* $($boleh,)* })
            }
        }

        impl Bertempat for $berkas {
            fn pertama(&self) -> Option<usize> {
                let mut awal: Option<usize> = None;
                $(if let Some(r) = &self.$wajib { awal = Some(awal.map_or(r.span().start, |a| a.min(r.span().start))); })*
                $(if let Some(r) = &self.$boleh { awal = Some(awal.map_or(r.span().start, |a| a.min(r.span().start))); })*
                awal
            }
        }

        impl $nama {
            pub(in crate::rules) fn daftar<'a>(&'a self, ke: &mut Vec<BarisParameter<'a>>) {
                $(ke.push(self.$wajib.display());)*
                $(if let Some(p) = &self.$boleh { ke.push(p.display()); })*
            }
        }
    };
}

mod common;
mod numeric;
mod qualitative;

pub use common::{AngkaKredit, Capaian, Jadwal, Kelompok, Khusus, Pembulatan, Perilaku, Tindakan};
pub(in crate::rules) use common::{
    BagianAngkaKredit, BagianCapaian, BagianJadwal, BagianKelompok, BagianKhusus, BagianPembulatan, BagianPerilaku,
    BagianTindakan,
};
pub(in crate::rules) use numeric::{
    BagianDistribusi, BagianKinerja, BagianKonversi, BagianPerilakuNumerik, BagianPredikat, BagianTambahan,
};
pub use numeric::{DistribusiNumerik, Kinerja, Konversi, Numerik, PerilakuNumerik, PredikatNumerik, Tambahan};
pub(in crate::rules) use qualitative::{BagianDistribusiOrganisasi, BagianRating};
pub use qualitative::{DistribusiOrganisasi, Kualitatif, RatingKualitatif};

/// The band a figure lies in, noting that the run leans on it.
fn find(pita: [(Predikat, &Parameter<Pita>); 5], x: Desimal, pemakaian: &mut Usage) -> Option<Predikat> {
    pita.into_iter().find(|(_, p)| p.nilai.memuat(x)).map(|(predikat, p)| {
        p.used(pemakaian);
        predikat
    })
}

/// What depends on the regime.
#[derive(Debug, Clone)]
pub enum Isi {
    /// Figures, weights, bands.
    Numerik(Box<Numerik>),
    /// Two ratings and the quadrant.
    Kualitatif(Box<Kualitatif>),
}

impl Isi {
    /// The regime.
    pub const fn rezim(&self) -> Rezim {
        match self {
            Self::Numerik(_) => Rezim::Numerik,
            Self::Kualitatif(_) => Rezim::Kualitatif,
        }
    }

    pub(super) fn daftar<'a>(&'a self, ke: &mut Vec<BarisParameter<'a>>) {
        match self {
            Self::Numerik(n) => {
                n.kinerja.daftar(ke);
                if let Some(k) = &n.konversi {
                    k.daftar(ke);
                }
                n.tambahan.daftar(ke);
                n.perilaku.daftar(ke);
                n.predikat.daftar(ke);
                n.distribusi.daftar(ke);
            }
            Self::Kualitatif(k) => {
                k.rating.daftar(ke);
                k.distribusi.daftar(ke);
            }
        }
    }
}
