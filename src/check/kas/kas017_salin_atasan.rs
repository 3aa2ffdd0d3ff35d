use crate::base::text::{match_key, shorten};
use crate::check::majority::Majority;
use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::code;
use crate::model::{RhkId, TautanTarget};
use crate::table::{Key, TableKind};

/// RHK disalin persis dari atasan.
pub static CHECK: Check = Check {
    code: code!(KAS017),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut majority = Majority::of(TableKind::Skp, Key::Rhk);
    for (id, _, r) in ctx.rhk_utama().filter(|(_, _, r)| !r.rhk.is_empty()) {
        let parents: Vec<RhkId> = r
            .tautan
            .iter()
            .filter_map(|t| match t.to {
                Ok(TautanTarget::Rhk(to)) => Some(to),
                _ => None,
            })
            .collect();
        if !parents.is_empty() {
            let copied = parents.into_iter().find(|to| same(&r.rhk, &ctx.data.rhk(*to).rhk));
            majority.see(r.rhk_at, copied.map(|to| (id, to)));
        }
    }
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
}

/// Texts of very unlike length cannot be equal: the key is only made for the rest.
fn same(a: &str, b: &str) -> bool {
    a == b || (a.len().abs_diff(b.len()) < 40 && match_key(a) == match_key(b))
}
