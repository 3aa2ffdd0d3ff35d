use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::code;
use crate::model::{RencanaHasilKerja, TautanTarget};
use jiff::civil::Date;

/// Batas waktu lebih lambat daripada batas waktu atasan.
pub static CHECK: Check = Check {
    code: code!(KAS020),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |person, sink| {
        for (id, _, r) in walk::rhk_utama(person) {
            let Some((mine, at)) = last(r) else { continue };
            let parents = r.tautan.iter().filter_map(|t| match t.to {
                Ok(TautanTarget::Rhk(to)) => Some(to),
                _ => None,
            });
            // Carrying several, it is late only when it is later than the latest of them.
            let latest = parents.filter_map(|to| last(ctx.data.rhk(to)).map(|(d, _)| (d, to))).max();
            if let Some((theirs, to)) = latest.filter(|(theirs, _)| mine > *theirs) {
                sink.add(
                    format!(
                        "Batas waktu {} ({}) lebih lambat daripada batas waktu RHK {} milik {} ({}).",
                        phrases::rhk(r),
                        phrases::tanggal(mine),
                        ctx.data.rhk(to).kode,
                        phrases::persons(ctx.data, to.pegawai),
                        phrases::tanggal(theirs)
                    ),
                    "Majukan batas waktu RHK ini, atau sesuaikan batas waktu RHK atasan.",
                )
                .about(id)
                .at(at)
                .expected(format!("paling lambat {}", phrases::tanggal(theirs)));
            }
        }
    })
}

/// The latest deadline of an RHK and its cell.
fn last(r: &RencanaHasilKerja) -> Option<(Date, crate::base::origin::Origin)> {
    r.indikator
        .iter()
        .filter_map(|i| i.detail.batas_waktu.get().map(|d| (*d, i.detail.batas_waktu.at(i.at))))
        .max_by_key(|(d, _)| *d)
}
