use std::collections::BTreeMap;

use crate::base::origin::{Origin, SheetId};
use crate::check::{Check, CheckRun, Context, PersonWalk, phrases};
use crate::code;
use crate::model::{Pegawai, PegawaiId, Periode, Source};
use crate::table::TableKind;

/// Realisasi berhenti sebelum akhir masa penilaian.
pub static CHECK: Check = Check {
    code: code!(REA080),
    run: CheckRun::Together(run),
};

/// People whose realisasi on one sheet stop before the end.
struct Stopped {
    /// The first of them.
    at: Origin,
    /// The last period of all of them.
    last: Periode,
    /// It is that of each.
    alike: bool,
    ids: Vec<PegawaiId>,
}

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    let sheets: BTreeMap<SheetId, Stopped> = BTreeMap::new();
    PersonWalk::gather(
        sheets,
        move |sheets, (id, p), _| {
            let whole = !p.incomplete.has(TableKind::Realisasi);
            let Some((at, last)) = last_period(p, ctx.data.periode).filter(|_| whole) else {
                return;
            };
            if !goes_on(p, last, ctx.data.periode) {
                return;
            }
            let sheet = sheets.entry(at.sheet()).or_insert_with(|| Stopped {
                at,
                last,
                alike: true,
                ids: Vec::new(),
            });
            sheet.alike &= sheet.last == last;
            if sheet.last.last_bulan() < last.last_bulan() {
                sheet.last = last;
            }
            sheet.ids.push(id);
        },
        move |sheets, sink| {
            for Stopped { at, last, alike, ids } in sheets.into_values() {
                let until = if alike { "hanya sampai" } else { "paling jauh sampai" };
                let who = phrases::people(ctx.data, &ids);
                let finding = sink
                    .add(
                        format!(
                            "Realisasi {who} {until} {}; untuk sisa masa {} belum ada realisasinya.",
                            last.in_words(),
                            ctx.data.periode.in_words()
                        ),
                        format!(
                            "Lengkapi realisasi sesudahnya. Bila yang dimaksud memang masa itu, jalankan dengan {}.",
                            last.option()
                        ),
                    )
                    .at_place(at);
                if let [id] = ids[..] {
                    finding.pegawai(id);
                }
            }
        },
    )
}

/// Whether somebody serves in the assessed period behind this part of it. A form says the days that it is of, not when a post
/// ended.
pub(super) fn goes_on(p: &Pegawai, last: Periode, assessed: Periode) -> bool {
    let mut later = last.last_bulan() + 1..=assessed.last_bulan();
    p.source == Source::Formulir || later.any(|m| p.serves(Periode::Bulan(last.tahun(), m)))
}

/// The last period that somebody's realisasi within the assessed one are of, where none is of all of it or reaches its
/// end.
pub(super) fn last_period(p: &Pegawai, assessed: Periode) -> Option<(Origin, Periode)> {
    let rows = p.rhk.iter().flat_map(|r| &r.indikator).flat_map(|i| &i.realisasi);
    let filled = rows.filter(|r| !r.nilai.is_empty() && r.periode().within(assessed));
    let (at, last) = filled.map(|r| (r.at, r.periode())).max_by_key(|(_, p)| p.last_bulan())?;
    (last.last_bulan() < assessed.last_bulan()).then_some((at, last))
}
