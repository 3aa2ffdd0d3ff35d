use crate::check::{Check, CheckRun, Context, PersonWalk};
use crate::check::{perilaku_values, phrases};
use crate::code;
use crate::model::vocab::PenilaiKind;
use jiff::ToSpan;
use jiff::civil::Date;

/// Penilai menjabat kurang dari sebulan.
pub static CHECK: Check = Check {
    code: code!(PRL052),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    let Some(months) = &ctx.aturan.perilaku.penilai_baru_bulan else {
        return None;
    };
    let end = ctx.data.periode.end();
    let served = |from: Date, months: u8| from.checked_add(i32::from(months).months()).ok();
    PersonWalk::each(move |(id, p), sink| {
        let mut told = Vec::new();
        for row in p.perilaku.iter().filter(|r| !r.nilai.is_empty()) {
            let Some((nip, PenilaiKind::Atasan)) = perilaku_values::penilai(ctx, id, row) else {
                continue;
            };
            let Some(rater) = ctx.data.find(nip).filter(|r| !told.contains(r)) else {
                continue;
            };
            told.push(rater);
            // Somebody who led the unit before, as Plt or in another post there, is not new to it.
            let postings = &ctx.data.pegawai(rater).posting;
            let Some(unit) = ctx.data.pegawai(rater).last_posting().map(|x| &x.unit_kerja) else {
                continue;
            };
            let starts: Option<Vec<Date>> = postings
                .iter()
                .filter(|x| x.unit_kerja == *unit)
                .map(|x| x.mulai.get().copied())
                .collect();
            let Some(start) = starts.and_then(|s| s.into_iter().min()) else {
                continue;
            };
            // Service up to and with the last day of the period.
            let months = *ctx.used(months);
            let short = start <= end
                && served(start, months)
                    .zip(end.tomorrow().ok())
                    .is_some_and(|(full, after)| full > after);
            if short {
                sink.add(
                    format!(
                        "{} menilai perilaku {}, padahal baru menjabat sejak {} (kurang dari {} bulan).",
                        phrases::persons(ctx.data, rater),
                        p.nama,
                        phrases::tanggal(start),
                        months
                    ),
                    "Mintalah nilai dari pejabat sebelumnya atau dari atasan penilai, atau pastikan tanggal mulainya benar. Nilai ini tetap dipakai.",
                )
                .pegawai(id)
                .at(row.nilai_at());
            }
        }
    })
}
