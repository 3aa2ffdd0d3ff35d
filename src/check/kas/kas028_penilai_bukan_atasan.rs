use crate::check::{Check, CheckRun, Context, PersonWalk, phrases};
use crate::code;
use crate::model::{NamedPenilai, Pegawai, Posting};

/// Pejabat penilai yang disebut bukan atasan langsung pada masa itu.
pub static CHECK: Check = Check {
    code: code!(KAS028),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |(id, p), sink| {
        for named in &p.penilai {
            let Some((posting, atasan)) = then(ctx, p, named) else {
                continue;
            };
            if **atasan == *named.nip {
                continue;
            }
            let at = posting.nip_atasan_at();
            sink.add(
                format!(
                    "Pejabat penilai {} tertulis {}, sedangkan atasan langsungnya pada masa itu ({}) adalah {}.",
                    phrases::persons(ctx.data, id),
                    person(ctx, &named.nip),
                    ctx.cell_name(at),
                    person(ctx, atasan),
                ),
                "Cocokkan dengan SK jabatannya: perbaiki NIP penilai, atau nip_atasan di tabel pegawai. Bila penilaiannya \
                 memang didelegasikan, catat sebagai pengecualian di skp.toml.",
            )
            .pegawai(id)
            .at(named.at)
            .expected(format!("NIP {atasan}"));
        }
    })
}

/// The posting in which the rated time ends, and its atasan.
fn then<'a>(ctx: &Context<'_>, p: &'a Pegawai, named: &NamedPenilai) -> Option<(&'a Posting, &'a crate::model::Text)> {
    let (from, to) = (ctx.data.periode.start(), ctx.data.periode.end());
    let day = named.hari.unwrap_or(to);
    if day < from || day > to {
        return None;
    }
    let covers = |x: &Posting| x.mulai.get().is_none_or(|d| *d <= day) && x.selesai.get().is_none_or(|d| *d >= day);
    // Work as Plt has a penilai of its own, but for somebody who has no other post.
    let (_, posting) = p.current_posting().find(|(_, x)| covers(x) && (x.plt || !named.plt))?;
    posting.nip_atasan.get().map(|nip| (posting, nip))
}

fn person(ctx: &Context<'_>, nip: &str) -> String {
    ctx.data
        .find(nip)
        .map_or_else(|| format!("NIP {nip}"), |id| phrases::persons(ctx.data, id))
}
