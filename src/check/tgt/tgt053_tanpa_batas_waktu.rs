use crate::check::{Check, Context, Sink};
use crate::check::{majority::Majority, phrases};
use crate::code;
use crate::finding::Level;
use crate::model::Sumber;
use crate::model::vocab::Aspek;
use crate::table::{JenisTabel, Key};

/// RHK tanpa batas waktu.
pub static CHECK: Check = Check {
    code: code!(TGT053),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut lipat = Majority::mayoritas(JenisTabel::Skp, Key::BatasWaktu);
    for (id, p, r) in ctx.rhk_utama() {
        let (Sumber::Pegawai | Sumber::Lain, Some(first)) = (p.sumber, r.indikator.first()) else {
            continue;
        };
        let timed = r
            .indikator
            .iter()
            .any(|i| !i.batas_waktu.is_empty() || i.aspek.get() == Some(&Aspek::Waktu));
        lipat.lihat(first.batas_waktu.at, (!timed).then_some(id));
    }
    lipat.tell(
        ctx,
        sink,
        |sink, at, id| {
            sink.add(
                format!("{} belum punya batas waktu.", phrases::rhk(ctx.data.rhk(*id))),
                "Isi batas_waktu, atau tambahkan indikator aspek waktu.",
            )
            .about(*id)
            .at(at);
        },
        |sink, b| {
            let finding = sink
                .add(
                    format!("{} RHK utama belum punya batas waktu.", b.berapa()),
                    "Isi kolom batas_waktu, atau tambahkan indikator aspek waktu.",
                )
                .di(&b);
            // The column is optional: without it the agency may keep its deadlines elsewhere.
            if b.tanpa_kolom {
                finding.tingkat(Level::Catatan);
            }
        },
    );
}
