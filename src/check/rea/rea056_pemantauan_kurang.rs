use crate::check::{Check, Context, Sink};
use crate::check::{majority::Majority, phrases};
use crate::code;
use crate::finding::Level;
use crate::model::{Pegawai, Periode, Sumber};
use crate::table::{JenisTabel, Key};

/// Pemantauan kurang dari sekali tiap semester.
pub static CHECK: Check = Check {
    code: code!(REA056),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    // 6/2022 has periodic evaluation every month or quarter instead (Pasal 24).
    if ctx.aturan.kualitatif().is_some() {
        return;
    }
    let Periode::Tahun(tahun) = ctx.data.periode else { return };
    let mut lipat = Majority::mayoritas(JenisTabel::Realisasi, Key::Periode);
    for (id, p) in ctx.data.semua().filter(|(_, p)| p.sumber != Sumber::Formulir) {
        let rows = || p.rhk.iter().flat_map(|r| &r.indikator).flat_map(|i| &i.realisasi);
        let Some(first) = rows().next() else { continue };
        let missing: Vec<u8> = [1, 2]
            .into_iter()
            .filter(|s| serves(p, Periode::Semester(tahun, *s)))
            .filter(|s| {
                let half = Periode::Semester(tahun, *s);
                !rows().any(|x| {
                    x.periode.jumlah_bulan() <= 6
                        && x.periode.bulan_awal() >= half.bulan_awal()
                        && x.periode.bulan_akhir() <= half.bulan_akhir()
                })
            })
            .collect();
        lipat.lihat(first.periode_at, (!missing.is_empty()).then_some((id, missing)));
    }
    lipat.tell(
        ctx,
        sink,
        |sink, at, (id, missing)| {
            let which: Vec<String> = missing.iter().map(|s| format!("semester {s}")).collect();
            sink.add(
                format!(
                    "Tidak ada realisasi berkala {} pada {}.",
                    phrases::orang(ctx.data, *id),
                    which.join(" dan ")
                ),
                "Isi realisasi berkala untuk semester itu, atau pastikan pemantauannya terdokumentasi di tempat lain.",
            )
            .pegawai(*id)
            .at(at);
        },
        |sink, b| {
            sink.add(
                format!("{} pegawai tidak punya realisasi berkala tiap semester.", b.berapa()),
                "Data ini terutama memuat realisasi tahunan. Pastikan pemantauan tiap semester terdokumentasi, misalnya di e-Kinerja.",
            )
            .di(&b)
            // Yearly figures are a complete input; where monitoring was documented is not known.
            .tingkat(Level::Catatan);
        },
    );
}

/// Whether a posting that counts has days in the semester.
fn serves(p: &Pegawai, half: Periode) -> bool {
    p.posting.is_empty()
        || p.posting_berlaku()
            .any(|(_, x)| x.mulai.get().is_none_or(|d| *d <= half.akhir()) && x.selesai.get().is_none_or(|d| *d >= half.awal()))
}
