//! One posting in two lists: the post in one, the golongan or the atasan in another. What a list has no column for is missing
//! there and contradicts nothing.

use jiff::civil::Date;

use super::ctx::Ctx;
use super::likeness::{Likeness, likeness};
use super::pegawai::COMPARED;
use super::rows::TableRows;
use super::unit_key;
use crate::base::origin::Origin;
use crate::base::text::Text;
use crate::model::field::{RowField, State};
use crate::model::{Pegawai, Posting, PostingDetail};
use crate::table::Key;

/// Rows of a person in two tables that contradict each other nowhere, and each of which says what the other does not, become
/// one posting. Of several postings that a row fits it is about the last, as lists of the day are.
pub(super) fn join(ctx: &mut Ctx<'_>, pegawai: &mut Pegawai, all: &[TableRows<'_>]) {
    if pegawai.posting.len() < 2 || pegawai.posting.len() > COMPARED {
        return;
    }
    let mut rows: Vec<Posting> = std::mem::take(&mut pegawai.posting).into_iter().collect();
    // A row that names no post is the one that is added to another.
    rows.sort_by_key(|p| p.jabatan.is_empty());
    let mut joined: Vec<(Posting, Vec<Origin>)> = Vec::with_capacity(rows.len());
    for row in rows {
        let whole = joined.iter_mut().rev().find(|(posting, parts)| {
            let fits = |part: &Origin| is_beside(ctx, all, *part, row.at);
            posting.plt == row.plt && agree(posting, &row) && parts.iter().all(fits)
        });
        match whole {
            Some((posting, parts)) => {
                parts.push(row.at);
                complete(ctx, posting, &row);
            }
            None => joined.push((row.clone(), vec![row.at])),
        }
    }
    joined.sort_by_key(|(p, _)| (p.mulai.get().copied().unwrap_or(Date::MIN), p.at));
    pegawai.posting = joined.into_iter().map(|(posting, _)| posting).collect();
}

/// Whether two rows of different tables contradict each other nowhere.
fn is_beside(ctx: &Ctx<'_>, all: &[TableRows<'_>], first: Origin, second: Origin) -> bool {
    let (Some(a), Some(b)) = (super::row_at(all, first), super::row_at(all, second)) else {
        return false;
    };
    if a.table_rows().corner() == b.table_rows().corner() {
        return false;
    }
    let keys = a.keys().chain(b.keys()).filter(|k| *k != Key::No);
    !matches!(likeness(ctx.periode, &a, &b, keys), Likeness::Unlike(_))
}

/// Whether two rows may tell of one posting: what one leaves open contradicts nothing. (The unit may stand in the title above
/// a list, too.)
pub(super) fn agree(a: &Posting, b: &Posting) -> bool {
    let text = |a: &Text, b: &Text| a.is_empty() || b.is_empty() || a == b || unit_key(a) == unit_key(b);
    text(&a.unit_kerja, &b.unit_kerja)
        && text(&a.jabatan, &b.jabatan)
        && (a.nip_atasan.is_empty() || b.nip_atasan.is_empty() || a.nip_atasan == b.nip_atasan)
}

/// Takes over what another row says of the same posting.
pub(super) fn complete(ctx: &mut Ctx<'_>, known: &mut Posting, row: &Posting) {
    fill(&mut known.jabatan, &row.jabatan);
    fill(&mut known.unit_kerja, &row.unit_kerja);
    let atasan_cell = fill_state(&mut known.nip_atasan, &row.nip_atasan);
    let jenis_jabatan_cell = fill_state(&mut known.jenis_jabatan, &row.jenis_jabatan);
    fill_state(&mut known.mulai, &row.mulai);
    fill_state(&mut known.selesai, &row.selesai);
    if known.away.is_none() {
        known.away.clone_from(&row.away);
    }
    let (old, new) = (&known.detail, &row.detail);
    let place = |taken: bool, old: &RowField<()>, new: &RowField<()>| if taken { new.moved(row.at) } else { old.clone() };
    let detail = PostingDetail {
        unit_induk: old.unit_induk.clone().or_else(|| new.unit_induk.clone()),
        jenis_jabatan_cell: place(jenis_jabatan_cell, &old.jenis_jabatan_cell, &new.jenis_jabatan_cell),
        nip_atasan_cell: place(atasan_cell, &old.nip_atasan_cell, &new.nip_atasan_cell),
        nama_atasan: old.nama_atasan.clone().or_else(|| new.nama_atasan.clone()),
        atasan_nrp: old.atasan_nrp || new.atasan_nrp,
        jenis_pegawai: either(&old.jenis_pegawai, &new.jenis_pegawai),
        golongan: either(&old.golongan, &new.golongan),
        jenjang: filled(&old.jenjang, &new.jenjang, row.at),
        kepemimpinan: filled(&old.kepemimpinan, &new.kepemimpinan, row.at),
        ide_baru: filled(&old.ide_baru, &new.ide_baru, row.at),
        rekomendasi_ide: filled(&old.rekomendasi_ide, &new.rekomendasi_ide, row.at),
        status: filled(&old.status, &new.status, row.at),
    };
    known.detail = ctx.kept.posting.share(detail);
}

fn either(known: &Text, other: &Text) -> Text {
    if known.is_empty() { other.clone() } else { known.clone() }
}

fn fill(known: &mut Text, other: &Text) {
    *known = either(known, other);
}

/// Whether it was taken over.
fn fill_state<T: Clone>(known: &mut State<T>, other: &State<T>) -> bool {
    let taken = known.is_empty() && !other.is_empty();
    if taken {
        known.clone_from(other);
    }
    taken
}

fn filled<T: Clone>(known: &RowField<T>, other: &RowField<T>, row: Origin) -> RowField<T> {
    if known.is_empty() { other.moved(row) } else { known.clone() }
}
