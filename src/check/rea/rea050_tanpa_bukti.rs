use crate::check::majority::{Majority, ToldRhk};
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::code;
use crate::model::Source;
use crate::table::{Key, TableKind};

/// Realisasi tanpa bukti dukung.
pub static CHECK: Check = Check {
    code: code!(REA050),
    run: CheckRun::Together(run),
};

const ADVICE: &str = "Isi kolom bukti dengan nama berkas, nomor surat, atau tautan dokumennya.";

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::gather(
        Majority::of(TableKind::Realisasi, Key::Bukti),
        move |majority, person, _| {
            for (id, p, r) in walk::rhk(person) {
                // In the official form the realisasi is itself told by its evidence.
                if p.source == Source::Formulir {
                    continue;
                }
                for i in &r.indikator {
                    let Some(first) = i.realisasi.iter().find(|x| x.nilai.get().is_some()) else {
                        continue;
                    };
                    let none = i.realisasi.iter().all(|x| x.detail.bukti.is_empty());
                    majority.see(first.detail.bukti.at(first.at), none.then_some(id));
                }
            }
        },
        move |majority, sink| {
            majority.tell_rhk(
                ctx,
                sink,
                None,
                |rhk| ToldRhk::new(format!("Realisasi {rhk} belum disertai bukti dukung."), ADVICE),
                // The evidence may be kept in e-Kinerja.
                |b| {
                    let message = format!("Realisasi {} indikator belum disertai bukti dukung.", b.how_many());
                    ToldRhk::new(message, ADVICE).noted_without_column(b)
                },
            );
        },
    )
}
