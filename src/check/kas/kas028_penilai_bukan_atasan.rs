use crate::check::person_names::PersonNames;
use crate::check::{Check, CheckRun, Context, PersonWalk, phrases};
use crate::code;
use crate::model::read::name::is_another;
use crate::model::{NamedBy, NamedPenilai, Pegawai, Posting};

/// Pejabat penilai yang disebut bukan atasan langsung pada masa itu.
pub static CHECK: Check = Check {
    code: code!(KAS028),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    let by_name = |named: &NamedPenilai| matches!(named.by, NamedBy::Nama(_));
    let names = if ctx.data.all().any(|(_, p)| p.penilai.iter().any(by_name)) {
        PersonNames::of(ctx.data)
    } else {
        PersonNames::default()
    };
    PersonWalk::each(move |(id, p), sink| {
        for named in &p.penilai {
            let Some((posting, atasan)) = then(ctx, p, named) else {
                continue;
            };
            let (nip, due) = match &named.by {
                NamedBy::Nip(nip) => (nip, format!("NIP {atasan}")),
                NamedBy::Nama(name) => {
                    // Of an atasan who is not in the data nobody knows the name.
                    let (Some(other), Some(atasan)) = (names.find(name), ctx.data.find(atasan)) else {
                        continue;
                    };
                    let atasan = &ctx.data.pegawai(atasan).nama;
                    if !is_another(name, atasan) {
                        continue;
                    }
                    (&ctx.data.pegawai(other).nip, atasan.to_string())
                }
            };
            if **atasan == **nip {
                continue;
            }
            let at = posting.nip_atasan_at();
            sink.add(
                format!(
                    "Pejabat penilai {} tertulis {}, sedangkan atasan langsungnya pada masa itu ({}) adalah {}.",
                    phrases::persons(ctx.data, id),
                    person(ctx, nip),
                    ctx.cell_name(at, Some(named.at)),
                    person(ctx, atasan),
                ),
                match &named.by {
                    NamedBy::Nip(_) => {
                        "Cocokkan dengan SK jabatannya: perbaiki NIP penilai, atau nip_atasan di tabel pegawai. Bila penilaiannya \
                         memang didelegasikan, catat sebagai pengecualian di skp.toml."
                    }
                    NamedBy::Nama(_) => {
                        "Cocokkan dengan SK jabatannya: perbaiki nama penilai dan isi NIP-nya, atau perbaiki nip_atasan di tabel pegawai. \
                         Bila penilaiannya memang didelegasikan, catat sebagai pengecualian di skp.toml."
                    }
                },
            )
            .pegawai(id)
            .at(named.at)
            .expected(due);
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
