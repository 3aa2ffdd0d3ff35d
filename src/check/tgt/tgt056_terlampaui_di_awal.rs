use crate::base::figure::{compare, with_comma};
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::check::{measures, phrases};
use crate::code;
use crate::model::vocab::{Akumulasi, Arah};
use crate::model::{Periode, TargetNilai};

/// Target setahun sudah terlampaui pada periode pertama.
pub static CHECK: Check = Check {
    code: code!(TGT056),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    if !matches!(ctx.data.periode, Periode::Tahun(_)) {
        return None;
    }
    PersonWalk::each(move |person, sink| {
        for (id, _, r) in walk::rhk(person) {
            for i in &r.indikator {
                let Some(TargetNilai::Single(target) | TargetNilai::AtLeast(target)) = i.target.get().and_then(|t| t.nilai)
                else {
                    continue;
                };
                let mean = i.detail.akumulasi.or_default(Akumulasi::Akhir) == Some(Akumulasi::RataRata);
                if mean || i.detail.arah.or_default(Arah::Naik) != Some(Arah::Naik) || target.is_zero() {
                    continue;
                }
                let first = i
                    .realisasi
                    .iter()
                    .filter(|x| x.periode().first_bulan() == 1 && x.periode().bulan_count() <= 6)
                    .find_map(|x| x.nilai.get().copied().flatten().map(|n| (x, n)));
                let Some((row, reached)) = first.filter(|(_, n)| compare(*n, target).is_gt()) else {
                    continue;
                };
                if i.satuan.get().is_none_or(|s| measures::condition(s)) {
                    continue;
                }
                sink.add(
                    format!(
                        "Target setahun {} pada {} sudah terlampaui pada {}: realisasinya {}.",
                        with_comma(target),
                        phrases::rhk(r),
                        row.periode(),
                        with_comma(reached)
                    ),
                    "Periksa realisasi periode pertama itu. Bila benar, sepakati kembali targetnya dengan atasan.",
                )
                .about(id)
                .at(row.at);
            }
        }
    })
}
