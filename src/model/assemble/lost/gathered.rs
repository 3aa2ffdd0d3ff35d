//! What lost rows say, gathered for those who would be told that it is missing.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::ids::PegawaiId;
use crate::base::origin::Origin;
use crate::base::text::{clean, match_key};
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::links::codes_in;
use crate::model::assemble::people::People;
use crate::model::assemble::rows::{Line, TableRows};
use crate::model::assemble::{plan_key, row_at};
use crate::model::lost_rows::LostRows;
use crate::model::read::nip::{self, NipRead};
use crate::model::{BrokenLink, Data, Text};
use crate::table::{Key, TableKind};

/// Codes of a cell that are looked at: nobody carries more.
const CODES: usize = 100;

/// The NIP cells of `skp` that cannot be read.
pub(super) fn unread_plans(ctx: &Ctx<'_>, table_rows: &[TableRows<'_>]) -> Vec<Origin> {
    let unread = ctx.problems.iter().filter(|p| super::unreadable(p.kode()));
    let of_plans =
        |at: &Origin| super::table_of_nip(table_rows, *at).is_some_and(|t| table_rows[t].table.jenis == TableKind::Skp);
    unread.filter_map(|p| p.at).filter(of_plans).collect()
}

/// What the rows of these cells say, and those of which it is known whose they may be.
pub(super) fn gather(people: &People, table_rows: &[TableRows<'_>], plans: &[Origin], owned: &[(PegawaiId, Origin)]) -> LostRows {
    let mut said = LostRows::default();
    let mut owners: BTreeMap<Origin, Vec<PegawaiId>> = BTreeMap::new();
    for &(id, at) in owned {
        owners.entry(at).or_default().push(id);
        let Some(row) = row_at(table_rows, at) else { continue };
        match row.jenis() {
            TableKind::Skp => said.add_plan(Some(id), &row, at),
            TableKind::Realisasi => _ = said.realisasi.insert((Some(id), named(&row))),
            _ => {}
        }
    }
    for &at in plans {
        let Some(row) = row_at(table_rows, at) else { continue };
        let own: &[PegawaiId] = owners.get(&at).map_or(&[], |own| own);
        if own.is_empty() {
            said.add_plan(None, &row, at);
        }
        let heads = heads(people, &row, own);
        for key in intervened(&row) {
            said.links.extend(heads.iter().map(|head| (key.clone(), *head)));
        }
    }
    said
}

impl LostRows {
    fn add_plan(&mut self, owner: Option<PegawaiId>, row: &Line<'_, '_>, at: Origin) {
        self.plans.entry((owner, named(row))).or_insert(at);
        self.texts.entry((owner, text_of(row))).or_insert(at);
    }
}

/// The RHK of a row, by its code or else by its text.
pub(super) fn named(row: &Line<'_, '_>) -> Text {
    let kode = match_key(&clean(&row.cell(Key::KodeRhk).value.written()));
    if kode.is_empty() { text_of(row) } else { kode }
}

fn text_of(row: &Line<'_, '_>) -> Text {
    plan_key(&clean(&row.cell(Key::Rhk).value.written()))
}

/// The RHK or sasaran that a row names above its own.
fn intervened(row: &Line<'_, '_>) -> Vec<Text> {
    let cell = row.cell(Key::KodeRhkAtasan);
    let written = cell.value.written();
    if cell.says_nothing() {
        Vec::new()
    } else if row.links_by_text() {
        vec![plan_key(&written)]
    } else {
        codes_in(&written).take(CODES).map(match_key).collect()
    }
}

/// In whose SKP these are: the pemberi tugas', else those of the atasan of whoever the row may be of. With them he
/// himself, who may name a sasaran; `None` where nobody knows.
fn heads(people: &People, row: &Line<'_, '_>, owners: &[PegawaiId]) -> BTreeSet<Option<PegawaiId>> {
    let given = row.cell(Key::NipPemberiTugas);
    if !given.says_nothing() {
        return [people.known(given)].into();
    }
    let nips = |id: PegawaiId| people.all[id].posting.iter().filter_map(|p| p.nip_atasan.get());
    let found = owners
        .iter()
        .flat_map(|&id| nips(id).filter_map(|nip| people.of_text(nip)).chain([id]));
    let found: BTreeSet<_> = found.map(Some).collect();
    if found.is_empty() { [None].into() } else { found }
}

impl People {
    /// The person of a NIP as it stands with others.
    fn of_text(&self, nip: &str) -> Option<PegawaiId> {
        match nip::read_text(nip) {
            NipRead::Valid(nip) => self.by_nip.get(&nip).copied(),
            _ => None,
        }
    }
}

/// A code that is not found in the SKP of the atasan, and stands in a row that may be of that SKP, leads there.
pub(in crate::model::assemble) fn link(data: &mut Data) {
    if data.lost_rows.plans.is_empty() {
        return;
    }
    let mut found = Vec::new();
    for (id, person) in data.all() {
        for (no, rhk) in person.rhk.iter().enumerate() {
            let posting = rhk
                .posting()
                .and_then(|i| person.posting.get(i))
                .or_else(|| person.last_posting());
            let nip = if rhk.detail.nip_pemberi_tugas.is_empty() {
                posting.and_then(|p| p.nip_atasan.get())
            } else {
                rhk.detail.nip_pemberi_tugas.get()
            };
            let Some(atasan) = nip.and_then(|nip| data.find(nip)) else {
                continue;
            };
            for (link, tautan) in rhk.tautan.iter().enumerate() {
                let Err(BrokenLink::NoSuchKode(_) | BrokenLink::OfSomebodyElse(_) | BrokenLink::PostingOther(_)) = tautan.to
                else {
                    continue;
                };
                let at = if rhk.tautan_text {
                    data.lost_rows.plan_of_text(atasan, &tautan.kode)
                } else {
                    data.lost_rows.plan(atasan, &tautan.kode)
                };
                found.extend(at.map(|at| (id, no, link, at)));
            }
        }
    }
    for (id, no, link, at) in found {
        data.pegawai[id].rhk[no].tautan[link].to = Err(BrokenLink::InLostRow(at));
    }
}
