use crate::check::majority::{Majority, ToldRhk};
use crate::check::phrases;
use crate::check::{Check, Context, Sink};
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
            majority.see(r.kode_atasan_at(), r.kode_atasan.is_empty().then_some(id));
        }
    }
    majority.tell_rhk(
        ctx,
        sink,
        Some("kode satu atau beberapa sasaran unit"),
        |rhk| ToldRhk {
            message: format!("{rhk} tidak menyebut sasaran unit yang didukungnya."),
            advice: "Isi dengan kode sasaran dari perjanjian kinerja atau renstra unit, seperti tertulis di tabel sasaran.",
        },
        |b| ToldRhk {
            message: format!(
                "Tabel ini tidak punya kolom kode_rhk_atasan, jadi {} RHK pimpinan tidak menyebut sasaran unit.",
                b.how_many()
            ),
            advice: "Tambahkan kolom kode_rhk_atasan dan isi dengan kode sasaran unit untuk RHK pimpinan.",
        },
    );
}
