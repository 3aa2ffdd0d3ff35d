//! Words that several checks (and the cascade tree) share, so that they say the same.

use std::sync::Arc;

use super::Context;
use crate::base::text::shorten;
use jiff::civil::Date;

use crate::model::{BrokenLink, Data, Hierarchy, PegawaiId, RencanaHasilKerja, RhkId, Source, State};

/// Whom a finding about a sheet is of: the one person by name, else how many they are.
#[must_use]
pub fn people(data: &Data, ids: &[PegawaiId]) -> String {
    match *ids {
        [id] => persons(data, id),
        _ => format!("{} pegawai", ids.len()),
    }
}

/// A person in a message: name, and NIP in brackets.
pub fn persons(data: &Data, id: PegawaiId) -> String {
    let p = data.pegawai(id);
    if p.nama.is_empty() {
        format!("NIP {}", p.nip)
    } else {
        format!("{} (NIP {})", p.nama, p.nip)
    }
}

/// Whether the NIP of one of these people cannot be read, so that nothing is joined with him.
pub fn has_unread(ctx: &Context<'_>, ids: &[PegawaiId]) -> bool {
    ids.iter().any(|id| !ctx.data.pegawai(*id).nip_valid)
}

/// An RHK in a message: its code and the beginning of its text.
pub fn rhk(r: &RencanaHasilKerja) -> String {
    if r.rhk.is_empty() {
        format!("RHK {}", r.kode)
    } else {
        format!("RHK {} \"{}\"", r.kode, shorten(&r.rhk, 70))
    }
}

/// A date as Indonesians write it: 31/01/2025.
pub fn tanggal(d: Date) -> String {
    d.strftime("%d/%m/%Y").to_string()
}

/// Of a NIP that nobody of the data has, and that may be that of a row.
const UNREAD: &str = "mungkin ada di baris pegawai yang NIP-nya tidak terbaca";

/// Why a link leads nowhere, as the end of a sentence.
pub fn severed(data: &Data, why: &BrokenLink) -> String {
    match why {
        BrokenLink::AtasanWithoutNip => "NIP atasan tidak diisi".to_owned(),
        BrokenLink::NoSuchAtasan(nip) if data.lost_rows.strangers.contains(nip) => format!("NIP {nip} {UNREAD}"),
        BrokenLink::NoSuchAtasan(nip) => format!("NIP {nip} tidak ada dalam data"),
        BrokenLink::Oneself => "atasannya tertulis dirinya sendiri".to_owned(),
        BrokenLink::Cyclic(_) => "urutan atasannya berputar".to_owned(),
        BrokenLink::NoSuchKode(None) => "tidak ada di SKP atasan".to_owned(),
        BrokenLink::NoSuchKode(Some(near)) => {
            format!("tidak ada di SKP atasan; yang paling mirip \"{}\"", shorten(near, 70))
        }
        BrokenLink::InLostRow(at) => format!(
            "mungkin ada di baris yang NIP-nya (sel {}) tidak terbaca atau tidak dikenal",
            at.a1()
        ),
        BrokenLink::OfSomebodyElse(id) => format!("milik {}", persons(data, id.pegawai)),
        BrokenLink::Tambahan(_) => "kinerja tambahan, bukan utama".to_owned(),
        BrokenLink::PostingOther(_) => "RHK atasan dari jabatannya pada waktu lain".to_owned(),
        BrokenLink::Ambiguous(all) => format!("ada {} RHK atasan dengan kode ini", all.len()),
    }
}

/// Whether the RHK must hang on an RHK of the atasan: everybody's but that of a JPT or pimpinan
/// unit mandiri (`aturan.md` 4). Where the kind of post is not known, it must.
pub fn must_hang(data: &Data, id: RhkId) -> bool {
    let p = data.pegawai(id.pegawai);
    let posting = data
        .rhk(id)
        .posting()
        .and_then(|i| p.posting.get(i))
        .or_else(|| p.last_posting());
    !posting.is_some_and(|x| x.jenis_jabatan.get().is_some_and(|j| j.jpt_or_mandiri()))
}

/// Whether a missing atasan is no fault: a JPT or pimpinan unit mandiri heads the data set, and an
/// e-Kinerja download is complete by itself (`masukan.md` section 2).
pub fn needs_no_atasan(data: &Data, id: PegawaiId, posting: usize) -> bool {
    let p = data.pegawai(id);
    p.source == Source::Ekinerja
        || p.posting
            .get(posting)
            .is_some_and(|x| x.jenis_jabatan.get().is_some_and(|j| j.jpt_or_mandiri()))
}

/// What is wrong with the person's atasan in the last posting, if somebody should stand there.
pub fn atasan_problem(data: &Data, hierarchy: &Hierarchy, id: PegawaiId) -> Option<String> {
    let p = data.pegawai(id);
    let (posting, x) = p.current_posting().next_back()?;
    if let Some(members) = hierarchy.cycle_of(id) {
        return Some(if members.len() == 1 {
            severed(data, &BrokenLink::Oneself)
        } else {
            severed(data, &BrokenLink::Cyclic(Arc::default()))
        });
    }
    if hierarchy.last_atasan(id).is_some() || needs_no_atasan(data, id, posting) {
        return None;
    }
    match &x.nip_atasan {
        State::Given(nip) if data.lost_rows.strangers.contains(nip) => Some(format!("atasan NIP {nip} {UNREAD}")),
        State::Given(nip) => Some(format!("atasan NIP {nip} tidak ada dalam data")),
        State::Faulty => Some("NIP atasan tidak terbaca".to_owned()),
        State::Empty => Some(severed(data, &BrokenLink::AtasanWithoutNip)),
    }
}
