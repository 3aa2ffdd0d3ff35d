use std::collections::{BTreeMap, BTreeSet};

use crate::base::origin::Origin;
use crate::check::{Check, CheckRun, Context, Sink, phrases};
use crate::code;
use crate::model::{Pegawai, PegawaiId, Penilaian, Periode};
use crate::table::TableKind;

/// Evaluasi periodik yang terlewat.
pub static CHECK: Check = Check {
    code: code!(REA060),
    run: CheckRun::Alone(run),
};

/// Lengths of a periodic evaluation in months (Pasal 24): bulanan or triwulanan.
const LENGTHS: [u8; 2] = [1, 3];

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let (true, Periode::Tahun(_)) = (ctx.aturan.kualitatif().is_some(), ctx.data.periode) else {
        return;
    };
    for length in LENGTHS {
        let rated: BTreeMap<PegawaiId, (Origin, BTreeSet<Periode>)> = ctx
            .data
            .all()
            .filter_map(|(id, p)| Some((id, periods(p, ctx.data.periode, length)?)))
            .collect();
        // Only what the files themselves show: the periods in which somebody is rated.
        let covered: BTreeSet<Periode> = rated.values().flat_map(|(_, own)| own).copied().collect();
        for (id, (at, own)) in &rated {
            let p = ctx.data.pegawai(*id);
            if p.incomplete.has(TableKind::Penilaian) {
                continue;
            }
            let missing: Vec<String> = covered
                .difference(own)
                .filter(|x| p.serves(**x))
                .map(|x| x.in_words())
                .collect();
            if missing.is_empty() {
                continue;
            }
            let which = missing.join(", ");
            sink.add(
                format!(
                    "Evaluasi periodik {} untuk {which} tidak ada, padahal tabel penilaian memuat masa itu bagi pegawai lain.",
                    phrases::persons(ctx.data, *id)
                ),
                "Lengkapi evaluasi masa itu di e-Kinerja, atau sertakan unduhannya bila sudah dinilai.",
            )
            .pegawai(*id)
            .at(*at);
        }
    }
}

/// The periods of a length in which the person is rated, with the first such row; `None` where there
/// is none: then the files say nothing of periodic evaluation of this person.
fn periods(p: &Pegawai, year: Periode, length: u8) -> Option<(Origin, BTreeSet<Periode>)> {
    let rated = |r: &&Penilaian| !(r.hasil_kerja.is_empty() && r.perilaku_kerja.is_empty() && r.hasil_akhir.is_empty());
    let of = |r: &Penilaian| {
        let periode = *r.periode.get()?;
        (periode.tahun() == year.tahun() && periode.bulan_count() == length).then_some((r.at, periode))
    };
    let rows: Vec<_> = p.penilaian.iter().filter(rated).filter_map(of).collect();
    let first = rows.first()?.0;
    Some((first, rows.into_iter().map(|(_, periode)| periode).collect()))
}
