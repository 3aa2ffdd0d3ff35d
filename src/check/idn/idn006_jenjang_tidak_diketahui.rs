use crate::check::{Check, CheckRun, Context, Sink, phrases};
use crate::code;
use crate::model::{PegawaiId, Posting};

/// Jenjang jabatan fungsional tidak diketahui.
pub static CHECK: Check = Check {
    code: code!(IDN006),
    run: CheckRun::Alone(run),
};

/// From so many people on they are told as one: what a whole list lacks is one fact about it.
const MANY: usize = 20;

const ADVICE: &str = "Isi kolom jenjang (pemula, terampil, mahir, penyelia, ahli pertama, ahli muda, ahli madya, atau ahli utama), \
                     atau tulis jenjangnya pada nama jabatan.";

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let (start, end) = (ctx.data.periode.start(), ctx.data.periode.end());
    let within =
        |p: &Posting| p.mulai.or_default(start).is_none_or(|d| d <= end) && p.selesai.or_default(end).is_none_or(|d| d >= start);
    let mut cases: Vec<(PegawaiId, &Posting)> = Vec::new();
    for (id, pegawai) in ctx.data.all() {
        // A cell that cannot be read has a finding of its own.
        let unknown = |p: &Posting| p.fungsional() && p.detail.jenjang.is_empty() && p.jenjang_jf().is_none();
        let hit = pegawai.current_posting().find(|(_, p)| within(p) && unknown(p));
        let counts = || {
            ctx.used(&ctx.aturan.angka_kredit.angka_kredit_untuk)
                .0
                .contains(&pegawai.jenis())
        };
        cases.extend(hit.filter(|_| counts()).map(|(_, p)| (id, p)));
    }
    if cases.len() > MANY {
        let (id, posting) = cases[0];
        sink.add(
            format!(
                "Jenjang jabatan fungsional tidak diketahui pada {} pegawai, misalnya {}; angka kreditnya tidak dihitung.",
                cases.len(),
                phrases::persons(ctx.data, id)
            ),
            ADVICE,
        )
        .at(posting.detail.jenjang.at(posting.at));
        return;
    }
    for (id, posting) in cases {
        sink.add(
            format!(
                "Jenjang {}, {}, tidak diketahui, jadi angka kreditnya tidak dihitung.",
                phrases::persons(ctx.data, id),
                posting.jabatan
            ),
            ADVICE,
        )
        .pegawai(id)
        .at(posting.detail.jenjang.at(posting.at));
    }
}
