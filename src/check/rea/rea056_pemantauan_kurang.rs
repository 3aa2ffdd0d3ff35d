use crate::check::{Check, CheckRun, Context, PersonWalk};
use crate::check::{majority::Majority, phrases};
use crate::code;
use crate::finding::Level;
use crate::model::{Periode, Source};
use crate::table::{Key, TableKind};

/// Pemantauan kurang dari sekali tiap semester.
pub static CHECK: Check = Check {
    code: code!(REA056),
    run: CheckRun::Together(run),
};

/// The halves of a year.
const SEMESTER: [u8; 2] = [1, 2];

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    // 6/2022 has periodic evaluation every month or quarter instead (Pasal 24).
    if ctx.aturan.kualitatif().is_some() {
        return None;
    }
    let Periode::Tahun(tahun) = ctx.data.periode else {
        return None;
    };
    PersonWalk::gather(
        Majority::of(TableKind::Realisasi, Key::Periode),
        move |majority, (id, p), _| {
            if p.source == Source::Formulir || p.incomplete.has(TableKind::Realisasi) {
                return;
            }
            let rows = || p.rhk.iter().flat_map(|r| &r.indikator).flat_map(|i| &i.realisasi);
            let Some(first) = rows().next() else { return };
            let is_missing = |semester| {
                let half = Periode::Semester(tahun, semester);
                p.serves(half)
                    && !rows().any(|x| {
                        x.periode().bulan_count() <= 6
                            && x.periode().first_bulan() >= half.first_bulan()
                            && x.periode().last_bulan() <= half.last_bulan()
                    })
            };
            let missing = SEMESTER.map(is_missing);
            majority.see(first.periode_at(), missing.contains(&true).then_some((id, missing)));
        },
        move |majority, sink| {
            majority.tell(
                ctx,
                sink,
                |sink, at, (id, missing)| {
                    let missing = SEMESTER.iter().zip(missing).filter(|(_, missing)| **missing);
                    let which: Vec<String> = missing.map(|(s, _)| format!("semester {s}")).collect();
                    sink.add(
                        format!(
                            "Tidak ada realisasi berkala {} pada {}.",
                            phrases::persons(ctx.data, *id),
                            which.join(" dan ")
                        ),
                        "Isi realisasi berkala untuk semester itu, atau pastikan pemantauannya terdokumentasi di tempat lain.",
                    )
                    .pegawai(*id)
                    .at(at);
                },
                |sink, b| {
                    sink.add(
                        format!("{} pegawai tidak punya realisasi berkala tiap semester.", b.how_many()),
                        "Data ini terutama memuat realisasi tahunan. Pastikan pemantauan tiap semester terdokumentasi, misalnya di e-Kinerja.",
                    )
                    .at_majority(&b)
                    // Yearly figures are a complete input; where monitoring was documented is not known.
                    .level(Level::Catatan);
                },
            );
        },
    )
}
