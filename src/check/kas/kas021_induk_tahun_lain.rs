use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::code;
use crate::model::{RencanaHasilKerja, TautanTarget};

/// RHK yang diintervensi tampak dari tahun lain.
pub static CHECK: Check = Check {
    code: code!(KAS021),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    if ctx.data.other_year {
        // Said for the run.
        return;
    }
    let tahun = ctx.data.periode.tahun();
    for (id, _, r) in ctx.rhk_utama() {
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
                .at(link.at);
            }
        }
    }
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
