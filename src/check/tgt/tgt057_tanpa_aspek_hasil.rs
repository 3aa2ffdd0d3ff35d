use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::code;
use crate::model::vocab::Aspek;

/// RHK hanya diukur dari waktu atau biaya.
pub static CHECK: Check = Check {
    code: code!(TGT057),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, _, r) in ctx.rhk_utama() {
        let Some(first) = r.indikator.first() else { continue };
        let only = r
            .indikator
            .iter()
            .all(|i| matches!(i.aspek.get(), Some(Aspek::Waktu | Aspek::Biaya)));
        if only && phrases::must_hang(ctx.data, id) {
            sink.add(
                format!("{} hanya diukur dari waktu atau biaya.", phrases::rhk(r)),
                "Tambahkan indikator kuantitas atau kualitas, supaya terlihat hasilnya.",
            )
            .about(id)
            .at(first.aspek.at(first.at));
        }
    }
}
