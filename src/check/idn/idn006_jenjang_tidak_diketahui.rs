use crate::base::origin::Origin;
use crate::check::{Check, CheckRun, Context, Sink, phrases};
use crate::code;
use crate::model::{PegawaiId, Posting};
use crate::table::Key;

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
        .at(place(ctx, posting));
        return;
    }
    for (id, posting) in cases {
        let post = if posting.jabatan.is_empty() {
            ", yang nama jabatannya tidak tertulis"
        } else {
            &format!(", {}", posting.jabatan)
        };
        sink.add(
            format!(
                "Jenjang {}{post}, tidak diketahui, jadi angka kreditnya tidak dihitung.",
                phrases::persons(ctx.data, id)
            ),
            ADVICE,
        )
        .pegawai(id)
        .at(place(ctx, posting));
    }
}

/// The cell of the jenjang; in a table without such a column the person's.
fn place(ctx: &Context<'_>, posting: &Posting) -> Origin {
    let cell = posting.detail.jenjang.at(posting.at);
    let of_jenjang = ctx.column(cell).is_some_and(|c| c.key == Some(Key::Jenjang));
    if of_jenjang { cell } else { posting.at }
}
