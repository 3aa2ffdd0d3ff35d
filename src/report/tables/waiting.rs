//! Belum: who cannot be scored, sorted by whom it waits for.

use super::{Cell, Kind, Look, ReportRow, Table, col};
use crate::model::Data;
use crate::report::words::{count, list};
use crate::run::Run;
use crate::score::waiting::{Actor, actor};
use crate::score::{HasilPegawai, Reason, Status};

/// One reason of one person.
pub struct WaitingRow<'a> {
    data: &'a Data,
    actor: Actor,
    p: &'a HasilPegawai,
    reason: Reason,
}

impl ReportRow for WaitingRow<'_> {}

impl WaitingRow<'_> {
    /// Who must act.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Why the person is not scored.
    pub fn reason(&self) -> Reason {
        self.reason
    }
}

/// All reasons of all people not scored, by who must act; within one actor people stay in the
/// order of the data.
pub fn rows(run: &Run) -> Vec<WaitingRow<'_>> {
    let people = run.scores.pegawai.iter();
    let mut rows: Vec<WaitingRow<'_>> = people
        .filter(|p| p.status() == Status::BelumDapatDinilai)
        .flat_map(|p| {
            p.reasons().iter().map(move |&reason| WaitingRow {
                data: &run.data,
                actor: actor(&run.data, p.id, reason),
                p,
                reason,
            })
        })
        .collect();
    // Not the sort that keeps equal rows in place: it takes half of their room again.
    rows.sort_unstable_by(|a, b| (&a.actor, a.p.id, a.reason).cmp(&(&b.actor, b.p.id, b.reason)));
    rows
}

/// The table for this run.
pub fn table<'a>(run: &Run) -> Table<WaitingRow<'a>> {
    let waiting = run.scores.pegawai.iter().filter(|p| p.status() == Status::BelumDapatDinilai);
    Table {
        intro: vec![
            format!("Belum dapat dinilai: {} pegawai", count(waiting.count())),
            "Diurutkan menurut siapa yang harus bertindak. Seseorang dapat muncul lebih dari sekali bila ada lebih dari satu sebab."
                .to_owned(),
        ],
        columns: vec![
            col("penindak", "Yang harus bertindak", 18.0, Kind::Line, |r: &WaitingRow<'a>| {
                Cell::word(r.reason.duty().words())
            })
            .looks(|_| Look::Pending),
            col("nama_penindak", "Nama", 22.0, Kind::Wrap, |r: &WaitingRow<'a>| match &r.actor {
                Actor::Pegawai(id) => Cell::name(&*r.data.pegawai(*id).nama),
                Actor::OutsideData(_) => Cell::word("(tidak ada di data)"),
                Actor::Kepegawaian => Cell::word("Bagian kepegawaian"),
            }),
            col("nip_penindak", "NIP", 20.0, Kind::Code, |r: &WaitingRow<'a>| match &r.actor {
                Actor::Pegawai(id) => Cell::nip(&*r.data.pegawai(*id).nip),
                Actor::OutsideData(nip) => Cell::nip(&**nip),
                Actor::Kepegawaian => Cell::Empty,
            }),
            col("nama", "Pegawai yang menunggu", 22.0, Kind::Wrap, |r: &WaitingRow<'a>| Cell::name(&*r.p.nama)),
            col("nip", "NIP pegawai", 20.0, Kind::Code, |r: &WaitingRow<'a>| Cell::nip(&*r.p.nip)),
            col("unit_kerja", "Unit kerja", 22.0, Kind::Wrap, |r: &WaitingRow<'a>| Cell::prose(&*r.p.unit_kerja)),
            col("sebab", "Sebab", 26.0, Kind::Wrap, |r: &WaitingRow<'a>| Cell::Term {
                code: r.reason.code().into(),
                words: r.reason.words().into(),
            }),
            col("langkah", "Yang perlu dilakukan", 40.0, Kind::Wrap, |r: &WaitingRow<'a>| {
                Cell::word(r.reason.steps_for(r.data.pegawai(r.p.id)))
            }),
            col("temuan", "Temuan", 14.0, Kind::Wrap, |r: &WaitingRow<'a>| Cell::word(list(&r.p.temuan, " "))),
        ],
        frozen: 2,
        data_order: &[],
    }
}
