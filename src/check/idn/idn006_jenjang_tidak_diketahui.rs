use crate::check::{Check, Context, Sink, phrases};
use crate::code;
use crate::model::{PegawaiId, Posting};

/// Jenjang jabatan fungsional tidak diketahui.
pub static CHECK: Check = Check {
    code: code!(IDN006),
    run,
};

/// From so many people on they are told as one: what a whole list lacks is one fact about it.
const BANYAK: usize = 20;

const SARAN: &str = "Isi kolom jenjang (pemula, terampil, mahir, penyelia, ahli pertama, ahli muda, ahli madya, atau ahli utama), \
                     atau tulis jenjangnya pada nama jabatan.";

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let (awal, akhir) = (ctx.data.periode.awal(), ctx.data.periode.akhir());
    let within = |p: &Posting| {
        p.mulai.or_default(awal).is_none_or(|d| d <= akhir) && p.selesai.or_default(akhir).is_none_or(|d| d >= awal)
    };
    let untuk = &ctx.aturan.angka_kredit.angka_kredit_untuk.nilai.0;
    let mut cases: Vec<(PegawaiId, &Posting)> = Vec::new();
    for (id, pegawai) in ctx.data.semua().filter(|(_, p)| untuk.contains(&p.jenis())) {
        // A cell that cannot be read has a finding of its own.
        let unknown = |p: &Posting| p.fungsional() && p.jenjang.is_empty() && p.jenjang_jf().is_none();
        let hit = pegawai.posting_berlaku().find(|(_, p)| within(p) && unknown(p));
        cases.extend(hit.map(|(_, p)| (id, p)));
    }
    if cases.len() > BANYAK {
        let (id, posting) = cases[0];
        sink.add(
            format!(
                "Jenjang jabatan fungsional tidak diketahui pada {} pegawai, misalnya {}; angka kreditnya tidak dihitung.",
                cases.len(),
                phrases::orang(ctx.data, id)
            ),
            SARAN,
        )
        .at(posting.jenjang.at);
        return;
    }
    for (id, posting) in cases {
        sink.add(
            format!(
                "Jenjang {}, {}, tidak diketahui, jadi angka kreditnya tidak dihitung.",
                phrases::orang(ctx.data, id),
                posting.jabatan
            ),
            SARAN,
        )
        .pegawai(id)
        .at(posting.jenjang.at);
    }
}
