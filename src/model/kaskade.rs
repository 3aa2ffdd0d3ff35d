//! The cascade: each RHK's links to the atasan's RHK or the unit's sasaran, resolved once.

use std::sync::Arc;

use super::{PegawaiId, Text};
use crate::base::origin::Origin;

pub use crate::base::ids::RhkId;

/// One code (or, in a form, one text) of `kode_rhk_atasan`.
#[derive(Debug, Clone)]
pub struct Tautan {
    /// As written.
    pub kode: Text,
    /// The cell.
    pub at: Origin,
    /// What it points at, or why it points at nothing.
    pub ke: Result<TautanKe, BrokenLink>,
}

/// What a link points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TautanKe {
    /// An RHK utama of the atasan (or pemberi tugas).
    Rhk(RhkId),
    /// A sasaran of the unit: index in [`super::Data::sasaran`]. Only for JPT and unit mandiri.
    Sasaran(u32),
}

/// Why a link is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BrokenLink {
    /// No atasan is given and no pemberi tugas.
    AtasanTanpaNip,
    /// The atasan (pemberi tugas) is not in the data; holds the NIP.
    AtasanTidakAda(Text),
    /// The atasan is the person.
    DiriSendiri,
    /// The atasan stands in a cycle of atasan; holds the members in order, from the first in the data.
    Melingkar(Arc<[PegawaiId]>),
    /// The atasan has no RHK (and there is no sasaran) with this code; holds the nearest code or text, if any is near.
    KodeTidakAda(Option<Text>),
    /// The code belongs to somebody else: named.
    MilikOrangLain(RhkId),
    /// It is an RHK tambahan of the atasan.
    Tambahan(RhkId),
    /// It is an RHK of the atasan, but of a posting at another time than the person's own.
    PostingLain(RhkId),
    /// Several RHK of the atasan carry the same code or text in the period.
    Rancu(Vec<RhkId>),
}
