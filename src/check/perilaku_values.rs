//! Who gave a mark of perilaku.

use super::Context;
use crate::model::vocab::PenilaiKind;
use crate::model::{NilaiPerilaku, PegawaiId, Text};

/// NIP and role of the rater of a row: `nip_penilai`, or where it is empty and the atasan rated,
/// the atasan of the last posting. `None` where the row does not tell.
pub fn penilai<'a>(ctx: &Context<'a>, id: PegawaiId, row: &'a NilaiPerilaku) -> Option<(&'a Text, PenilaiKind)> {
    let source = row.penilai.or_default(PenilaiKind::Atasan)?;
    match &row.nip_penilai {
        Some(nip) => Some((nip, source)),
        None if row.names_no_penilai() && source == PenilaiKind::Atasan => {
            let posting = ctx.data.pegawai(id).last_posting()?;
            posting.nip_atasan.get().map(|nip| (nip, source))
        }
        _ => None,
    }
}
