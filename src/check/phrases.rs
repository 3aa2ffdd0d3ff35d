//! Words that several checks (and the cascade tree) share, so that they say the same.

use crate::base::text::shorten;
use jiff::civil::Date;

use crate::model::{BrokenLink, Data, Field, Hierarchy, PegawaiId, RencanaHasilKerja, RhkId, Sumber};

/// A person in a message: name, and NIP in brackets.
pub fn orang(data: &Data, id: PegawaiId) -> String {
    let p = data.pegawai(id);
    if p.nama.is_empty() {
        format!("NIP {}", p.nip)
    } else {
        format!("{} (NIP {})", p.nama, p.nip)
    }
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

/// Why a link leads nowhere, as the end of a sentence.
pub fn putus(data: &Data, why: &BrokenLink) -> String {
    match why {
        BrokenLink::AtasanTanpaNip => "NIP atasan tidak diisi".to_owned(),
        BrokenLink::AtasanTidakAda(nip) => format!("NIP {nip} tidak ada dalam data"),
        BrokenLink::DiriSendiri => "atasannya tertulis dirinya sendiri".to_owned(),
        BrokenLink::Melingkar(_) => "urutan atasannya berputar".to_owned(),
        BrokenLink::KodeTidakAda(None) => "tidak ada di SKP atasan".to_owned(),
        BrokenLink::KodeTidakAda(Some(near)) => {
            format!("tidak ada di SKP atasan; yang paling mirip \"{}\"", shorten(near, 70))
        }
        BrokenLink::MilikOrangLain(id) => format!("milik {}", orang(data, id.pegawai)),
        BrokenLink::Tambahan(_) => "kinerja tambahan, bukan utama".to_owned(),
        BrokenLink::PostingLain(_) => "RHK atasan dari jabatannya pada waktu lain".to_owned(),
        BrokenLink::Rancu(all) => format!("ada {} RHK atasan dengan kode ini", all.len()),
    }
}

/// Whether the RHK must hang on an RHK of the atasan: everybody's but that of a JPT or pimpinan
/// unit mandiri (`aturan.md` 4). Where the kind of post is not known, it must.
pub fn wajib_menginduk(data: &Data, id: RhkId) -> bool {
    let p = data.pegawai(id.pegawai);
    let posting = data
        .rhk(id)
        .posting
        .and_then(|i| p.posting.get(i))
        .or_else(|| p.posting_terakhir());
    !posting.is_some_and(|x| x.jenis_jabatan.get().is_some_and(|j| j.jpt_atau_mandiri()))
}

/// Whether a missing atasan is no fault: a JPT or pimpinan unit mandiri heads the data set, and an
/// e-Kinerja download is complete by itself (`masukan.md` section 2).
pub fn boleh_tanpa_atasan(data: &Data, id: PegawaiId, posting: usize) -> bool {
    let p = data.pegawai(id);
    p.sumber == Sumber::Ekinerja
        || p.posting
            .get(posting)
            .is_some_and(|x| x.jenis_jabatan.get().is_some_and(|j| j.jpt_atau_mandiri()))
}

/// What is wrong with the person's atasan in the last posting, if somebody should stand there.
pub fn masalah_atasan(data: &Data, susunan: &Hierarchy, id: PegawaiId) -> Option<String> {
    let p = data.pegawai(id);
    let (posting, x) = p.posting_berlaku().next_back()?;
    if let Some(members) = susunan.lingkar_dari(id) {
        return Some(if members.len() == 1 {
            putus(data, &BrokenLink::DiriSendiri)
        } else {
            putus(data, &BrokenLink::Melingkar(Vec::new().into()))
        });
    }
    if susunan.atasan_terakhir(id).is_some() || boleh_tanpa_atasan(data, id, posting) {
        return None;
    }
    match &x.nip_atasan {
        Field {
            state: crate::model::State::Given(nip),
            ..
        } => Some(format!("atasan NIP {nip} tidak ada dalam data")),
        f if f.is_faulty() => Some("NIP atasan tidak terbaca".to_owned()),
        _ => Some(putus(data, &BrokenLink::AtasanTanpaNip)),
    }
}
