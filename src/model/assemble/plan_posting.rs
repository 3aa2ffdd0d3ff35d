//! Which posting a plan is of: the one in which its `mulai` lies, or the last (`aturan.md` 1.9 and 6).

use jiff::civil::Date;

use super::ctx::Ctx;
use super::people::People;
use super::rows::TableRows;
use crate::base::ids::PegawaiId;
use crate::model::read::date::{self, DateRead};
use crate::model::{Pegawai, Periode, Posting, State};
use crate::table::{Key, TableKind};

/// The posting in which a day lies, of the period or not: a definitive one, else a Plt one. One without a first day reaches
/// back before the period, one without a last day to the end of the year in which the period ends or it begins; one whose last
/// day is faulty is taken to go on, as where months are counted: its RHK are its own, not the posting's before it. A day before
/// the period that lies in no definitive one belongs to the one of the period's first day (`aturan.md` 6).
pub(super) fn posting_at(ctx: &Ctx<'_>, pegawai: &Pegawai, day: Date) -> Option<usize> {
    let holds = |p: &Posting, day: Date| {
        let begun = match p.mulai {
            State::Given(d) => d <= day,
            State::Empty => true,
            State::Faulty => false,
        };
        let goes_on = || {
            let begins = p.mulai.get().map_or(ctx.periode.tahun(), |d| d.year());
            Periode::Tahun(begins.max(ctx.periode.tahun())).end()
        };
        begun && day <= p.selesai.get().copied().unwrap_or_else(goes_on)
    };
    let only_plt = pegawai.posting.iter().all(|p| p.plt);
    let all = || pegawai.posting.iter();
    let first = ctx.periode.start();
    let of_first = || pegawai.current_posting().rfind(|(_, p)| holds(p, first)).map(|(i, _)| i);
    all()
        .rposition(|p| (only_plt || !p.plt) && holds(p, day))
        .or_else(|| (day < first).then(of_first).flatten())
        .or_else(|| all().rposition(|p| holds(p, day)))
}

/// The posting of an RHK that names none: the last by date (`aturan.md` 1.9). Where no other RHK of the person names one of
/// the period or before it, that is the last with a day of the period, as where the scoring picks it; where one does, the
/// blank is of the last of the year, which may begin after the period.
pub(super) fn last_posting(ctx: &Ctx<'_>, pegawai: &Pegawai, id: PegawaiId) -> Option<usize> {
    let year = Periode::Tahun(ctx.periode.tahun());
    let of_year = || pegawai.posting.iter().rposition(|p| !p.plt && p.touches(year));
    let told = ctx.named_posts.contains(&id);
    told.then(of_year).flatten().or_else(|| pegawai.last_posting_no())
}

/// Finds out which postings are of the period, before plans are hung on them.
pub(super) fn place<'a>(ctx: &mut Ctx<'a>, people: &mut People, all: &[TableRows<'a>]) {
    for pegawai in &mut people.all {
        pegawai.place_in(ctx.periode);
    }
    for table_rows in all.iter().filter(|l| l.table.jenis == TableKind::Skp) {
        find_named_posts(ctx, people, table_rows);
    }
}

/// Finds out, for a period shorter than the year, whose RHK name a posting that begins by its end.
fn find_named_posts<'a>(ctx: &mut Ctx<'a>, people: &mut People, table_rows: &TableRows<'a>) {
    if matches!(ctx.periode, Periode::Tahun(_)) || !table_rows.has(Key::Mulai) {
        return;
    }
    for line in table_rows.rows() {
        let Some(id) = people.known(line.cell(Key::Nip)) else {
            continue;
        };
        let later = |p: &Posting| p.mulai.get().is_some_and(|d| *d > ctx.periode.end());
        if !people.get(id).posting.iter().any(later) {
            continue;
        }
        if matches!(date::read(line.cell(Key::Mulai).value), DateRead::Given(day) if day <= ctx.periode.end()) {
            ctx.named_posts.insert(id);
        }
    }
}
