use crate::check::{Check, CheckRun, Context, PersonWalk};
use crate::check::{majority::Majority, phrases};
use crate::code;
use crate::model::Indikator;
use crate::table::{Key, TableKind};
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// SKP ditetapkan terlambat.
pub static CHECK: Check = Check {
    code: code!(TGT059),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    // Of another year than asked: said on top, and its dates are late for nothing.
    if ctx.data.other_year {
        return None;
    }
    let set = |i: &Indikator| i.detail.tanggal_penetapan.get().is_some();
    if !ctx.rhk().any(|(_, _, r)| r.indikator.iter().any(set)) {
        return None;
    }
    let until = ctx.used(&ctx.aturan.jadwal.penetapan_skp_paling_lambat);
    let due = batas(ctx.data.periode.tahun(), until.hari, until.bulan)?;
    // A plan is that of the half-year its deadline opens: the postings after the first half of 2021 began in July.
    let Ok(planned_from) = Date::new(due.year(), if due.month() > 6 { 7 } else { 1 }, 1) else {
        return None;
    };
    PersonWalk::gather(
        Majority::of(TableKind::Skp, Key::TanggalPenetapan),
        move |majority, (id, p), _| {
            // One per posting: all its rows are set together, so the latest date speaks for them.
            for posting in 0..p.posting.len().max(1) {
                let latest = p
                    .rhk
                    .iter()
                    .filter(|r| r.posting() == Some(posting) || r.posting().is_none() && posting == 0)
                    .flat_map(|r| &r.indikator)
                    .filter_map(|i| {
                        i.detail
                            .tanggal_penetapan
                            .get()
                            .map(|d| (*d, i.detail.tanggal_penetapan.at(i.at)))
                    })
                    .max_by_key(|(d, _)| *d);
                let Some((set, at)) = latest else { continue };
                // Of a posting begun later in the period no deadline is known.
                let start = p.posting.get(posting).and_then(|x| x.mulai.get().copied());
                if start.is_some_and(|d| d > planned_from) {
                    continue;
                }
                majority.see(at, (set > due).then_some((id, set, due)));
            }
        },
        move |majority, sink| {
            majority.tell(
                ctx,
                sink,
                |sink, at, (id, set, due)| {
                    sink.add(
                        format!(
                            "SKP {} ditetapkan {}, lewat dari {}.",
                            ctx.data.pegawai(*id).nama,
                            phrases::tanggal(*set),
                            phrases::tanggal(*due)
                        ),
                        "Periksa tanggalnya. Bila memang terlambat, catat sebabnya; SKP berikutnya ditetapkan pada awal masa penilaian.",
                    )
                    .pegawai(*id)
                    .at(at)
                    .expected(format!("paling lambat {}", phrases::tanggal(*due)));
                },
                |sink, b| {
                    sink.add(
                        format!("SKP {} pegawai ditetapkan lewat dari {}.", b.how_many(), phrases::tanggal(due)),
                        "Periksa kolom tanggal_penetapan. Bila memang terlambat, catat sebabnya; SKP berikutnya ditetapkan pada awal masa penilaian.",
                    )
                    .at_majority(&b);
                },
            );
        },
    )
}

fn batas(tahun: i16, hari: u8, bulan: u8) -> Option<Date> {
    let month = date(tahun, 1, 1)
        .checked_add(i32::from(bulan.checked_sub(1)?).months())
        .ok()?;
    month.checked_add((i32::from(hari) - 1).days()).ok()
}
