use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::check::{majority::Majority, phrases};
use crate::code;
use crate::table::{Key, TableKind};

/// Batas waktu di luar tahun yang dinilai.
pub static CHECK: Check = Check {
    code: code!(TGT061),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    if ctx.data.other_year {
        // Said for the run.
        return None;
    }
    let tahun = ctx.data.periode.tahun();
    PersonWalk::gather(
        Majority::of(TableKind::Skp, Key::BatasWaktu),
        move |majority, person, _| {
            for (id, _, r) in walk::rhk(person) {
                // The first row of an RHK that is off speaks for the others: they were copied together.
                let given = || {
                    r.indikator
                        .iter()
                        .filter_map(|i| i.detail.batas_waktu.get().map(|d| (*d, i.detail.batas_waktu.at(i.at))))
                };
                let off = given().find(|(d, _)| d.year() != tahun);
                if let Some((_, at)) = off.or_else(|| given().next()) {
                    majority.see(at, off.map(|(d, _)| (id, d)));
                }
            }
        },
        move |majority, sink| {
            majority.tell(
                ctx,
                sink,
                |sink, at, (id, d)| {
                    sink.add(
                        format!(
                            "Batas waktu {} ({}) tidak di tahun {tahun}.",
                            phrases::rhk(ctx.data.rhk(*id)),
                            phrases::tanggal(*d)
                        ),
                        "Perbaiki tahunnya, atau pindahkan RHK ini ke SKP tahun yang benar.",
                    )
                    .about(*id)
                    .at(at)
                    .expected(format!("tanggal di tahun {tahun}"));
                },
                |sink, b| {
                    sink.add(
                        format!(
                            "Batas waktu {} RHK tidak di tahun {tahun}, misalnya {}.",
                            b.how_many(),
                            phrases::tanggal(b.contoh.1)
                        ),
                        format!("Periksa apakah --tahun {tahun} benar dan apakah SKP ini memang SKP tahun {tahun}."),
                    )
                    .at_majority(&b);
                },
            );
        },
    )
}
