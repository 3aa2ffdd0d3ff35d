use crate::check::{Check, Context, Sink};
use crate::check::{majority::Majority, phrases};
use crate::code;
use crate::table::{Key, TableKind};

/// RHK pimpinan tidak menyebut sasaran unit.
pub static CHECK: Check = Check {
    code: code!(KAS027),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    if !ctx.data.has(TableKind::Sasaran) {
        return;
    }
    let mut majority = Majority::column(TableKind::Skp, Key::KodeRhkAtasan);
    for (id, _, r) in ctx.rhk_utama() {
        if !phrases::must_hang(ctx.data, id) {
            majority.see(r.kode_atasan.at, r.kode_atasan.is_empty().then_some(id));
        }
    }
    majority.tell(
        ctx,
        sink,
        |sink, at, id| {
            sink.add(
                format!(
                    "{} tidak menyebut sasaran unit yang didukungnya.",
                    phrases::rhk(ctx.data.rhk(*id))
                ),
                "Isi dengan kode sasaran dari perjanjian kinerja atau renstra unit, seperti tertulis di tabel sasaran.",
            )
            .about(*id)
            .at(at)
            .expected("kode satu atau beberapa sasaran unit");
        },
        |sink, b| {
            sink.add(
                format!(
                    "Tabel ini tidak punya kolom kode_rhk_atasan, jadi {} RHK pimpinan tidak menyebut sasaran unit.",
                    b.how_many()
                ),
                "Tambahkan kolom kode_rhk_atasan dan isi dengan kode sasaran unit untuk RHK pimpinan.",
            )
            .at_majority(&b);
        },
    );
}
