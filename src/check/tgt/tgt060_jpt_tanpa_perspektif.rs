use crate::check::{Check, CheckRun, Context, PersonWalk};
use crate::check::{majority::Majority, phrases};
use crate::code;
use crate::model::vocab::JenisRhk;
use crate::table::{Key, TableKind};

/// Indikator pimpinan tanpa perspektif.
pub static CHECK: Check = Check {
    code: code!(TGT060),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::gather(
        Majority::column(TableKind::Skp, Key::Perspektif),
        move |majority, (id, p), _| {
            let head = p
                .last_posting()
                .is_some_and(|x| x.jenis_jabatan.get().is_some_and(|j| j.jpt_or_mandiri()));
            if !head {
                return;
            }
            let all = || {
                p.rhk
                    .iter()
                    .filter(|r| r.jenis.get() != Some(&JenisRhk::Tambahan))
                    .flat_map(|r| &r.indikator)
            };
            let without: Vec<_> = all().filter(|i| i.detail.perspektif.is_empty()).collect();
            if let Some(first) = without.first().copied().or_else(|| all().next()) {
                majority.see(
                    first.detail.perspektif.at(first.at),
                    (!without.is_empty()).then_some((id, without.len())),
                );
            }
        },
        move |majority, sink| {
            majority.tell(
                ctx,
                sink,
                |sink, at, (id, n)| {
                    sink.add(
                        format!("{n} indikator {} belum menyebut perspektif.", phrases::persons(ctx.data, *id)),
                        "Isi perspektif setiap indikator pimpinan: penerima layanan, proses bisnis, penguatan internal, atau anggaran.",
                    )
                    .pegawai(*id)
                    .at(at)
                    .expected("penerima_layanan, proses_bisnis, penguatan_internal, atau anggaran");
                },
                |sink, b| {
                    sink.add(
                        format!(
                            "Tabel ini tidak punya kolom perspektif, padahal memuat SKP {} JPT atau pimpinan unit mandiri.",
                            b.count
                        ),
                        "Tambahkan kolom perspektif dan isi untuk setiap indikator pimpinan.",
                    )
                    .at_majority(&b);
                },
            );
        },
    )
}
