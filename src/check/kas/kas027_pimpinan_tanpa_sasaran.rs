use crate::check::{Check, Context, Sink};
use crate::check::{majority::Majority, phrases};
use crate::code;
use crate::table::{JenisTabel, Key};

/// RHK pimpinan tidak menyebut sasaran unit.
pub static CHECK: Check = Check {
    code: code!(KAS027),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    if !ctx.data.ada(JenisTabel::Sasaran) {
        return;
    }
    let mut lipat = Majority::kolom(JenisTabel::Skp, Key::KodeRhkAtasan);
    for (id, _, r) in ctx.rhk_utama() {
        if !phrases::wajib_menginduk(ctx.data, id) {
            lipat.lihat(r.kode_atasan.at, r.kode_atasan.is_empty().then_some(id));
        }
    }
    lipat.tell(
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
            .harapan("kode satu atau beberapa sasaran unit");
        },
        |sink, b| {
            sink.add(
                format!(
                    "Tabel ini tidak punya kolom kode_rhk_atasan, jadi {} RHK pimpinan tidak menyebut sasaran unit.",
                    b.berapa()
                ),
                "Tambahkan kolom kode_rhk_atasan dan isi dengan kode sasaran unit untuk RHK pimpinan.",
            )
            .di(&b);
        },
    );
}
