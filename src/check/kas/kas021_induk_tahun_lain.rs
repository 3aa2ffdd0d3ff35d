use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::code;
use crate::model::{RencanaHasilKerja, TautanTarget};

/// RHK yang diintervensi tampak dari tahun lain.
pub static CHECK: Check = Check {
    code: code!(KAS021),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    if ctx.data.other_year {
        // Said for the run.
        return None;
    }
    let tahun = ctx.data.periode.tahun();
    PersonWalk::each(move |person, sink| {
        for (id, _, r) in walk::rhk_utama(person) {
            for link in &r.tautan {
                let Ok(TautanTarget::Rhk(to)) = link.to else { continue };
                if let Some(other) = other_tahun(ctx.data.rhk(to), tahun) {
                    sink.add(
                        format!(
                            "{} mengintervensi RHK {} milik {} yang seluruh batas waktunya di tahun {other}, bukan {tahun}.",
                            phrases::rhk(r),
                            ctx.data.rhk(to).kode,
                            phrases::persons(ctx.data, to.pegawai)
                        ),
                        format!("Sertakan SKP atasan tahun {tahun}, atau perbaiki batas waktunya bila salah tulis."),
                    )
                    .about(id)
                    .at(r.kode_atasan_at());
                }
            }
        }
    })
}

/// The year all deadlines lie in, where it is one and not the year assessed.
fn other_tahun(r: &RencanaHasilKerja, tahun: i16) -> Option<i16> {
    let mut years = r
        .indikator
        .iter()
        .filter_map(|i| i.detail.batas_waktu.get())
        .map(|d| d.year());
    let first = years.next().filter(|y| *y != tahun)?;
    years.all(|y| y == first).then_some(first)
}
