//! Who waits for whom: one list of everything that keeps people from a result, sorted by the
//! person who must act.
//!
//! Facts only: report, terminal and JSON word them (`report::words`).

use crate::base::ids::RhkNo;
use crate::model::{BrokenLink, Data, Hierarchy, PegawaiId, RhkId, Text};
use crate::score::result::{Reason, Scores};

/// Who must act.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Actor {
    /// Somebody of the data set.
    Pegawai(PegawaiId),
    /// Somebody whose NIP is written and who is not in the data.
    OutsideData(Text),
    /// The personnel section: what is wrong is no single person's to mend.
    Kepegawaian,
}

/// What is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// Something that keeps the person from a result.
    Reason(Reason),
    /// The atasan's (pemberi tugas') SKP is not there yet.
    SkpAtasan,
    /// The RHK named is not in the atasan's SKP.
    RhkAtasan,
}

/// One person waiting for one other (or for themselves) with one thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Waiting {
    /// Who must act.
    pub responsible: Actor,
    /// Who waits.
    pub waiting_person: PegawaiId,
    /// For what.
    pub matter: Matter,
    /// The RHK it is about, where it is one.
    pub rhk: Option<RhkId>,
}

/// The whole list: by who must act (people in the order of the data, then those outside it, the
/// personnel section last), then by who waits. Linear in people and links, but for the sort.
pub fn daftar(data: &Data, scores: &Scores, hierarchy: &Hierarchy) -> Vec<Waiting> {
    let mut list = Vec::new();
    for h in &scores.pegawai {
        // Whoever is scored or excepted has none.
        for reason in h.reasons() {
            list.push(Waiting {
                responsible: actor(data, h.id, *reason),
                waiting_person: h.id,
                matter: Matter::Reason(*reason),
                rhk: None,
            });
        }
    }
    for (waiting_person, p) in data.all() {
        for (rhk, r) in RhkNo::each(&p.rhk) {
            for link in &r.tautan {
                let (nip, matter) = match &link.to {
                    Err(BrokenLink::NoSuchAtasan(nip)) => (Some(nip), Matter::SkpAtasan),
                    Err(BrokenLink::NoSuchKode(_)) => (r.detail.nip_pemberi_tugas.get(), Matter::RhkAtasan),
                    _ => continue,
                };
                let owner = match nip {
                    Some(nip) => data.find(nip),
                    None => match r.posting() {
                        Some(posting) => hierarchy.atasan(waiting_person, posting),
                        None => hierarchy.last_atasan(waiting_person),
                    },
                };
                let matter = match owner {
                    Some(o) if data.pegawai(o).rhk.is_empty() => Matter::SkpAtasan,
                    _ => matter,
                };
                let responsible = match (owner, nip) {
                    (Some(o), _) => Actor::Pegawai(o),
                    (None, Some(nip)) => Actor::OutsideData(nip.clone()),
                    // A head's sasaran: nobody above has to act but the person.
                    (None, None) => Actor::Pegawai(waiting_person),
                };
                list.push(Waiting {
                    responsible,
                    waiting_person,
                    matter,
                    rhk: Some(RhkId {
                        pegawai: waiting_person,
                        rhk,
                    }),
                });
            }
        }
    }
    list.sort_unstable();
    // The same SKP is waited for once a person, not once an RHK.
    list.dedup_by(|b, a| {
        a.responsible == b.responsible
            && a.waiting_person == b.waiting_person
            && a.matter == b.matter
            && (a.rhk == b.rhk || a.matter == Matter::SkpAtasan)
    });
    list
}

/// Whose part it is to supply what a reason waits for: the one place that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Duty {
    /// The person.
    Pegawai,
    /// The person, who must agree it with the atasan.
    PegawaiDanAtasan,
    /// The atasan as penilai.
    Atasan,
    /// The atasan, by what is still missing in his own SKP.
    SkpAtasan,
    /// The personnel section: what is wrong is no single person's to mend.
    Kepegawaian,
}

impl Reason {
    /// Whose part it is.
    pub const fn duty(self) -> Duty {
        match self {
            Self::RealisasiKosong
            | Self::RealisasiTidakDapatDihitung
            | Self::TargetTidakDapatDihitung
            | Self::BobotTidakSah
            | Self::TanpaSkp
            | Self::RhkTidakLengkap
            | Self::PostingTidakDikenal => Duty::Pegawai,
            Self::KaskadeTerputus => Duty::PegawaiDanAtasan,
            Self::PerilakuTidakLengkap | Self::UmpanBalikKosong | Self::PerluKeputusanPenilai | Self::BelumDinilai => {
                Duty::Atasan
            }
            Self::AtasanBelumDinilai => Duty::SkpAtasan,
            Self::NipTidakTerbaca
            | Self::NipDuaNama
            | Self::BarisTidakTerhubung
            | Self::BarisGanda
            | Self::DataPegawaiTidakLengkap
            | Self::TanpaJabatan
            | Self::NilaiDitetapkanKosong
            | Self::TanpaPenilaian
            | Self::PenilaianPeriodeLain
            | Self::PenilaianNotTaken
            | Self::StatusTidakAktif
            | Self::AngkaDiLuarJangkauan => Duty::Kepegawaian,
        }
    }
}

/// Who must act before this reason of this person is gone.
pub fn actor(data: &Data, id: PegawaiId, reason: Reason) -> Actor {
    match reason.duty() {
        Duty::Pegawai | Duty::PegawaiDanAtasan => Actor::Pegawai(id),
        Duty::Atasan | Duty::SkpAtasan => {
            let posting = data.pegawai(id).last_posting();
            let Some(nip) = posting.and_then(|x| x.nip_atasan.get()) else {
                return Actor::Kepegawaian;
            };
            match data.find(nip) {
                Some(atasan) if atasan != id => Actor::Pegawai(atasan),
                Some(_) => Actor::Kepegawaian,
                None => Actor::OutsideData(nip.clone()),
            }
        }
        Duty::Kepegawaian => Actor::Kepegawaian,
    }
}
