//! What the checks of the distribution share.

use super::Context;
use crate::model::vocab::PredikatOrganisasi;
use crate::rules::Isi;

/// The citation of the bounds that apply to a unit, from the rule set in use; `None` where none apply.
pub fn acuan(ctx: &Context<'_>, organisasi: Option<PredikatOrganisasi>) -> Option<String> {
    match &ctx.aturan.isi {
        Isi::Numerik(n) => Some(n.distribusi.distribusi_sesuai.acuan.clone()),
        Isi::Kualitatif(k) => organisasi.map(|o| k.distribusi.untuk(o).acuan.clone()),
    }
}
