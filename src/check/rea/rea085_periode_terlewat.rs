use std::collections::BTreeMap;

use crate::base::origin::{Origin, SheetId};
use crate::check::{Check, CheckRun, Context, PersonWalk, phrases, walk};
use crate::code;
use crate::model::vocab::Akumulasi;
use crate::model::{Indikator, Pegawai, PegawaiId, Periode, RencanaHasilKerja};

/// Realisasi berkala yang digabung tanpa salah satu periodenya.
pub static CHECK: Check = Check {
    code: code!(REA085),
    run: CheckRun::Together(run),
};

/// Indicators of one sheet that are combined without some of their periods.
struct Gaps {
    /// The first of them.
    at: Origin,
    /// Its RHK, and the periods that are not there.
    first: String,
    indikator: usize,
    /// Whose they are, each once.
    ids: Vec<PegawaiId>,
}

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    let sheets: BTreeMap<SheetId, Gaps> = BTreeMap::new();
    PersonWalk::gather(
        sheets,
        move |sheets, person, _| {
            for (id, p, r) in walk::rhk(person) {
                if ctx.data.has_lost_realisasi(id) {
                    continue;
                }
                let id = id.pegawai;
                for i in &r.indikator {
                    if i.detail.akumulasi.get().is_none_or(|a| *a == Akumulasi::Akhir) {
                        continue;
                    }
                    let Some((at, missing)) = gaps((p, r), i, ctx.data.periode) else {
                        continue;
                    };
                    let sheet = sheets.entry(at.sheet()).or_insert_with(|| Gaps {
                        at,
                        first: format!("{} (belum ada {missing})", phrases::rhk(r)),
                        indikator: 0,
                        ids: Vec::new(),
                    });
                    sheet.indikator += 1;
                    if sheet.ids.last() != Some(&id) {
                        sheet.ids.push(id);
                    }
                }
            }
        },
        move |sheets, sink| {
            for gaps in sheets.into_values() {
                let who = phrases::people(ctx.data, &gaps.ids);
                let finding = sink
                    .add(
                        format!(
                            "Realisasi berkala {} indikator milik {who} digabung tanpa semua periodenya; yang pertama {}.",
                            gaps.indikator, gaps.first
                        ),
                        "Lengkapi realisasi periode itu; bila memang tidak ada hasil pada masa itu, isi 0. Periode yang tidak diisi tidak \
                         ikut dijumlahkan atau dirata-rata.",
                    )
                    .at_place(gaps.at);
                if let [id] = gaps.ids[..] {
                    finding.pegawai(id);
                }
            }
        },
    )
}

/// The first cell of an indicator's realisasi, and the periods before its last one that nothing is given for, though the
/// person serves then, and in the posting of the RHK where it is known.
fn gaps((p, r): (&Pegawai, &RencanaHasilKerja), i: &Indikator, assessed: Periode) -> Option<(Origin, String)> {
    let rows: Vec<_> = i
        .realisasi
        .iter()
        .filter(|r| !r.nilai.is_empty() && r.periode().within(assessed))
        .collect();
    let last = rows.iter().map(|r| r.periode()).max_by_key(|p| p.last_bulan())?;
    if rows.iter().any(|r| r.periode() == assessed) {
        return None;
    }
    let posting = r.posting().and_then(|i| p.posting.get(i));
    let serves = |gap: Periode| posting.map_or_else(|| p.serves(gap), |x| x.touches(gap));
    // As long as the last one: months, quarters or halves.
    let length = last.last_bulan() - last.first_bulan() + 1;
    let year = assessed.tahun();
    let part = |end: u8| match length {
        1 => Periode::Bulan(year, end),
        3 => Periode::Triwulan(year, end / 3),
        _ => Periode::Semester(year, end / 6),
    };
    let missing: Vec<String> = (assessed.first_bulan()..last.first_bulan())
        .filter(|m| m % length == 0)
        .map(part)
        .filter(|gap| serves(*gap) && !rows.iter().any(|r| gap.within(r.periode()) || r.periode().within(*gap)))
        .map(Periode::in_words)
        .collect();
    (!missing.is_empty()).then(|| (rows[0].at, missing.join(", ")))
}
