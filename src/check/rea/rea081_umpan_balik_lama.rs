use std::collections::BTreeMap;

use super::rea080_belum_sampai_akhir::{goes_on, last_period as last_attained};
use crate::base::origin::{Origin, SheetId};
use crate::check::{Check, CheckRun, Context, PersonWalk, phrases};
use crate::code;
use crate::model::{Pegawai, PegawaiId, Periode};
use crate::table::TableKind;

/// Umpan balik berhenti sebelum akhir masa penilaian.
pub static CHECK: Check = Check {
    code: code!(REA081),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    ctx.aturan.kualitatif()?;
    let assessed = ctx.data.periode;
    let sheets: BTreeMap<(SheetId, Periode), (Origin, Vec<PegawaiId>)> = BTreeMap::new();
    PersonWalk::gather(
        sheets,
        move |sheets, (id, p), _| {
            let whole = !p.incomplete.has(TableKind::Realisasi);
            let Some((at, last)) = last_period(p, assessed).filter(|_| whole && !is_rated(p, assessed)) else {
                return;
            };
            // Where realisasi stop there, too, that is told of them.
            let alike = last_attained(p, assessed).is_some_and(|(_, attained)| attained.last_bulan() == last.last_bulan());
            if !alike && goes_on(p, last, assessed) {
                sheets
                    .entry((at.sheet(), last))
                    .or_insert_with(|| (at, Vec::new()))
                    .1
                    .push(id);
            }
        },
        move |sheets, sink| {
            for ((_, last), (at, ids)) in sheets {
                let who = phrases::people(ctx.data, &ids);
                let finding = sink
                    .add(
                        format!(
                            "Umpan balik atas hasil kerja {who} hanya sampai {}; untuk sisa masa {} belum ada umpan baliknya.",
                            last.in_words(),
                            assessed.in_words()
                        ),
                        format!(
                            "Isi umpan balik untuk masa sesudahnya, atau tetapkan rating hasil kerjanya. Bila yang dimaksud memang \
                             masa itu, jalankan dengan {}.",
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

/// The penilai has rated his hasil kerja, or typed a predikat: then umpan balik decide nothing.
fn is_rated(p: &Pegawai, assessed: Periode) -> bool {
    let of_period = |periode: Option<&Periode>| periode.is_none_or(|periode| *periode == assessed);
    let mut rows = p.penilaian.iter().filter(|row| of_period(row.periode.get()));
    rows.any(|row| !(row.hasil_kerja.is_empty() && row.hasil_akhir.is_empty()))
}

/// The last period that somebody's umpan balik within the assessed one are of, where none is of all of it or reaches its end;
/// where one of them, or its period, cannot be read, nobody knows how far they reach.
fn last_period(p: &Pegawai, assessed: Periode) -> Option<(Origin, Periode)> {
    let all = || p.rhk.iter().flat_map(|r| &r.umpan_balik);
    if all().any(|u| u.content.is_faulty()) {
        return None;
    }
    let said = all().filter(|u| u.says() && u.periode.within(assessed));
    let (at, last) = said.map(|u| (u.content.at, u.periode)).max_by_key(|(_, p)| p.last_bulan())?;
    (last.last_bulan() < assessed.last_bulan()).then_some((at, last))
}
