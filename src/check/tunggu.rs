//! Who waits for whom: one list of everything that keeps people from a result, sorted by the
//! person who must act.
//!
//! Report, terminal and JSON can show it; it words nothing twice: what is missing is the word of
//! [`Sebab`] (`report::words`), and why a link is broken that of [`super::kata::putus`].

use serde::Serialize;

use crate::model::{Data, PegawaiId, Putus, RhkId, Susunan, Teks};
use crate::score::{Scores, Sebab, Status};

/// Who must act.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Penindak {
    /// Somebody of the data set.
    Pegawai(#[serde(skip)] PegawaiId),
    /// Somebody whose NIP is written and who is not in the data.
    DiLuarData(Teks),
    /// The personnel section: what is wrong is no single person's to mend.
    Kepegawaian,
}

/// What is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Hal {
    /// Something that keeps the person from a result.
    Sebab(Sebab),
    /// The atasan's (pemberi tugas') SKP is not there yet.
    SkpAtasan,
    /// The RHK named is not in the atasan's SKP.
    RhkAtasan,
}

/// One person waiting for one other (or for themselves) with one thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tunggu {
    /// Who must act.
    pub penindak: Penindak,
    /// Who waits.
    pub penunggu: PegawaiId,
    /// For what.
    pub hal: Hal,
    /// The RHK it is about, where it is one.
    pub rhk: Option<RhkId>,
}

/// The whole list: by who must act (people in the order of the data, then those outside it, the
/// personnel section last), then by who waits. Linear in people and links, but for the sort.
pub fn daftar(data: &Data, scores: &Scores, susunan: &Susunan) -> Vec<Tunggu> {
    let mut list = Vec::new();
    for h in &scores.pegawai {
        if h.status == Status::BelumDapatDinilai {
            for sebab in &h.sebab {
                list.push(Tunggu {
                    penindak: penindak(data, h.id, *sebab),
                    penunggu: h.id,
                    hal: Hal::Sebab(*sebab),
                    rhk: None,
                });
            }
        }
    }
    for (penunggu, p) in data.semua() {
        for (rhk, r) in (0u32..).zip(&p.rhk) {
            for link in &r.tautan {
                let (nip, hal) = match &link.ke {
                    Err(Putus::AtasanTidakAda(nip)) => (Some(nip), Hal::SkpAtasan),
                    Err(Putus::KodeTidakAda(_)) => (r.nip_pemberi_tugas.get(), Hal::RhkAtasan),
                    _ => continue,
                };
                let owner = match nip {
                    Some(nip) => data.cari(nip),
                    None => match r.posting {
                        Some(posting) => susunan.atasan(penunggu, posting),
                        None => susunan.atasan_terakhir(penunggu),
                    },
                };
                let hal = match owner {
                    Some(o) if data.pegawai(o).rhk.is_empty() => Hal::SkpAtasan,
                    _ => hal,
                };
                let penindak = match (owner, nip) {
                    (Some(o), _) => Penindak::Pegawai(o),
                    (None, Some(nip)) => Penindak::DiLuarData(nip.clone()),
                    // A head's sasaran: nobody above has to act but the person.
                    (None, None) => Penindak::Pegawai(penunggu),
                };
                list.push(Tunggu {
                    penindak,
                    penunggu,
                    hal,
                    rhk: Some(RhkId { pegawai: penunggu, rhk }),
                });
            }
        }
    }
    list.sort_unstable();
    // The same SKP is waited for once a person, not once an RHK.
    list.dedup_by(|b, a| {
        a.penindak == b.penindak && a.penunggu == b.penunggu && a.hal == b.hal && (a.rhk == b.rhk || a.hal == Hal::SkpAtasan)
    });
    list
}

/// Who must act before this reason of this person is gone.
pub fn penindak(data: &Data, id: PegawaiId, sebab: Sebab) -> Penindak {
    match sebab {
        Sebab::PerilakuTidakLengkap | Sebab::PerluKeputusanPenilai | Sebab::BelumDinilai | Sebab::AtasanBelumDinilai => {
            let posting = data.pegawai(id).posting_terakhir();
            let Some(nip) = posting.and_then(|x| x.nip_atasan.get()) else {
                return Penindak::Kepegawaian;
            };
            match data.cari(nip) {
                Some(atasan) if atasan != id => Penindak::Pegawai(atasan),
                Some(_) => Penindak::Kepegawaian,
                None => Penindak::DiLuarData(nip.clone()),
            }
        }
        Sebab::RealisasiKosong
        | Sebab::RealisasiTidakDapatDihitung
        | Sebab::TargetTidakDapatDihitung
        | Sebab::BobotTidakSah
        | Sebab::TanpaSkp
        | Sebab::RhkTidakLengkap
        | Sebab::PostingTidakDikenal
        | Sebab::KaskadeTerputus => Penindak::Pegawai(id),
        Sebab::NipTidakTerbaca
        | Sebab::BarisGanda
        | Sebab::DataPegawaiTidakLengkap
        | Sebab::NilaiDitetapkanKosong
        | Sebab::StatusTidakAktif
        | Sebab::AngkaDiLuarJangkauan => Penindak::Kepegawaian,
    }
}
