use crate::check::majority::{Majority, ToldRhk};
use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::code;
use crate::table::{Key, TableKind};

/// RHK pimpinan tidak menyebut sasaran unit.
pub static CHECK: Check = Check {
    code: code!(KAS027),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    if !ctx.data.has(TableKind::Sasaran) {
        return None;
    }
    PersonWalk::gather(
        Majority::column(TableKind::Skp, Key::KodeRhkAtasan),
        move |majority, person, _| {
            for (id, _, r) in walk::rhk_utama(person) {
                if !phrases::must_hang(ctx.data, id) {
                    majority.see(r.kode_atasan_at(), r.names_none().then_some(id));
                }
            }
        },
        move |majority, sink| {
            majority.tell_rhk(
                ctx,
                sink,
                Some("kode satu atau beberapa sasaran unit"),
                |rhk| {
                    ToldRhk::new(
                        format!("{rhk} tidak menyebut sasaran unit yang didukungnya."),
                        "Isi dengan kode sasaran dari perjanjian kinerja atau renstra unit, seperti tertulis di tabel sasaran.",
                    )
                },
                |b| {
                    ToldRhk::new(
                        format!(
                            "Tabel ini tidak punya kolom kode_rhk_atasan, jadi {} RHK pimpinan tidak menyebut sasaran unit.",
                            b.how_many()
                        ),
                        "Tambahkan kolom kode_rhk_atasan dan isi dengan kode sasaran unit untuk RHK pimpinan.",
                    )
                },
            );
        },
    )
}
