use crate::base::text::{matches, shorten};
use crate::check::majority::Majority;
use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::code;
use crate::model::{Tautan, TautanTarget};
use crate::table::{Key, TableKind};

/// RHK disalin persis dari atasan.
pub static CHECK: Check = Check {
    code: code!(KAS017),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::gather(
        Majority::of(TableKind::Skp, Key::Rhk),
        move |majority, person, _| {
            for (id, _, r) in walk::rhk_utama(person).filter(|(_, _, r)| !r.rhk.is_empty()) {
                let parent = |t: &Tautan| match t.to {
                    Ok(TautanTarget::Rhk(to)) => Some(to),
                    _ => None,
                };
                let mut parents = r.tautan.iter().filter_map(parent).peekable();
                if parents.peek().is_some() {
                    let copied = parents.find(|to| matches(&r.rhk, &ctx.data.rhk(*to).rhk));
                    majority.see(r.rhk_at(), copied.map(|to| (id, to)));
                }
            }
        },
        move |majority, sink| {
            majority.tell(
                ctx,
                sink,
                |sink, at, (id, to)| {
                    sink.add(
                        format!(
                            "Teks RHK {} sama persis dengan RHK {} milik {}.",
                            ctx.data.rhk(*id).kode,
                            ctx.data.rhk(*to).kode,
                            phrases::persons(ctx.data, to.pegawai)
                        ),
                        "Tulis bagian yang dikerjakan pegawai ini sendiri: hasil apa yang ia serahkan supaya RHK atasan tercapai.",
                    )
                    .about(*id)
                    .at(at);
                },
                |sink, b| {
                    sink.add(
                        format!(
                            "Teks {} RHK sama persis dengan RHK atasan yang didukungnya; misalnya \"{}\".",
                            b.how_many(),
                            shorten(&ctx.data.rhk(b.contoh.0).rhk, 70)
                        ),
                        "Tulis bagian yang dikerjakan tiap pegawai: hasil apa yang ia serahkan supaya RHK atasan tercapai.",
                    )
                    .at_majority(&b);
                },
            );
        },
    )
}
