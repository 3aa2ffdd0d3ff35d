use crate::check::{Check, Context, Sink};
use crate::check::{majority::Majority, phrases};
use crate::code;
use crate::finding::Level;
use crate::model::Sumber;
use crate::table::{JenisTabel, Key};

/// Realisasi tanpa bukti dukung.
pub static CHECK: Check = Check {
    code: code!(REA050),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut lipat = Majority::mayoritas(JenisTabel::Realisasi, Key::Bukti);
    for (id, p, r) in ctx.rhk() {
        // In the official form the realisasi is itself told by its evidence.
        if p.sumber == Sumber::Formulir {
            continue;
        }
        for i in &r.indikator {
            let Some(first) = i.realisasi.iter().find(|x| x.nilai.get().is_some()) else {
                continue;
            };
            let none = i.realisasi.iter().all(|x| x.bukti.is_empty());
            lipat.lihat(first.bukti.at, none.then_some(id));
        }
    }
    lipat.tell(
        ctx,
        sink,
        |sink, at, id| {
            sink.add(
                format!("Realisasi {} belum disertai bukti dukung.", phrases::rhk(ctx.data.rhk(*id))),
                "Isi kolom bukti dengan nama berkas, nomor surat, atau tautan dokumennya.",
            )
            .about(*id)
            .at(at);
        },
        |sink, b| {
            let finding = sink
                .add(
                    format!("Realisasi {} indikator belum disertai bukti dukung.", b.berapa()),
                    "Isi kolom bukti dengan nama berkas, nomor surat, atau tautan dokumennya.",
                )
                .di(&b);
            // The column is optional: the evidence may be kept in e-Kinerja.
            if b.tanpa_kolom {
                finding.tingkat(Level::Catatan);
            }
        },
    );
}
