//! The cascade: each RHK's links to the atasan's RHK or the unit's sasaran, resolved once.

use std::sync::Arc;

use thin_vec::ThinVec;

use super::{PegawaiId, Text};
use crate::base::ids::SasaranId;
use crate::base::origin::Origin;

pub use crate::base::ids::RhkId;

/// One code (or, in a form, one text) of `kode_rhk_atasan`, whose cell its RHK knows.
#[derive(Debug, Clone)]
pub struct Tautan {
    /// As written.
    pub kode: Text,
    /// What it points at, or why it points at nothing.
    pub to: Result<TautanTarget, BrokenLink>,
}

/// What a link points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TautanTarget {
    /// An RHK utama of the atasan (or pemberi tugas).
    Rhk(RhkId),
    /// A sasaran of the unit: index in [`super::Data::sasaran`]. Only for JPT and unit mandiri.
    Sasaran(SasaranId),
}

/// Why a link is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BrokenLink {
    /// No atasan is given and no pemberi tugas.
    AtasanWithoutNip,
    /// The atasan (pemberi tugas) is not in the data; holds the NIP.
    NoSuchAtasan(Text),
    /// The atasan is the person.
    Oneself,
    /// The atasan stands in a cycle of atasan; holds the members in order, from the first in the data.
    Cyclic(Arc<ThinVec<PegawaiId>>),
    /// The atasan has no RHK (and there is no sasaran) with this code; holds the nearest code or text, if any is near.
    NoSuchKode(Option<Text>),
    /// It may be the atasan's in this row, which joins nobody by its NIP.
    InLostRow(Origin),
    /// The code belongs to somebody else: named.
    OfSomebodyElse(RhkId),
    /// It is an RHK tambahan of the atasan.
    Tambahan(RhkId),
    /// It is an RHK of the atasan, but of a posting at another time than the person's own.
    PostingOther(RhkId),
    /// Several RHK of the atasan carry the same code or text in the period.
    Ambiguous(ThinVec<RhkId>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_small() {
        assert_eq!(size_of::<Tautan>(), 24, "most RHK hold one");
    }
}
