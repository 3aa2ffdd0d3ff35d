use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::check::{measures, phrases};
use crate::code;
use crate::model::vocab::Akumulasi;

/// Persen atau indeks dijumlahkan antarperiode.
pub static CHECK: Check = Check {
    code: code!(REA055),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |person, sink| {
        for (id, _, r) in walk::rhk(person) {
            for i in &r.indikator {
                if i.detail.akumulasi.get() != Some(&Akumulasi::Jumlah) {
                    continue;
                }
                // A row of the whole period decides alone; an empty one, or one of another period, is not added.
                let given = || i.realisasi.iter().filter(|x| !x.nilai.is_empty());
                if given().any(|x| x.periode() == ctx.data.periode) {
                    continue;
                }
                let periodic = given().filter(|x| x.periode().within(ctx.data.periode)).count();
                let Some(satuan) = i.satuan.get().filter(|s| periodic >= 2 && measures::condition(s)) else {
                    continue;
                };
                sink.add(
                    format!(
                        "Realisasi {} bersatuan {satuan} dijumlahkan dari {periodic} periode.",
                        phrases::rhk(r)
                    ),
                    "Isi keadaan pada akhir tiap periode, dan pilih akumulasi akhir (atau rata_rata).",
                )
                .about(id)
                .at(i.detail.akumulasi.at(i.at))
                .expected("akhir atau rata_rata");
            }
        }
    })
}
