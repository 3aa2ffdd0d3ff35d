use crate::base::text::shorten;
use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::code;
use crate::model::{BrokenLink, PegawaiId, RhkId};

/// RHK yang diintervensi milik orang lain.
pub static CHECK: Check = Check {
    code: code!(KAS003),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |person, sink| {
        // In whose SKP it is to be looked up depends on his posts.
        if person.1.has_lost_post() {
            return;
        }
        for (id, _, r) in walk::rhk(person) {
            for link in &r.tautan {
                let Err(BrokenLink::OfSomebodyElse(other)) = &link.to else {
                    continue;
                };
                let (tie, advice) = relation(ctx, id, other.pegawai);
                sink.add(
                    format!(
                        "\"{}\" yang diacu {} adalah RHK {}, {tie}, bukan RHK atasan langsung.",
                        shorten(&link.kode, 70),
                        phrases::rhk(r),
                        phrases::persons(ctx.data, other.pegawai)
                    ),
                    advice,
                )
                .about(id)
                .at(r.kode_atasan_at());
            }
        }
    })
}

/// What the owner is to the person, and what follows from it.
fn relation(ctx: &Context<'_>, id: RhkId, owner: PegawaiId) -> (&'static str, String) {
    let me = id.pegawai;
    let s = &ctx.hierarchy;
    let posting = ctx.data.rhk(id).posting();
    let boss = match posting {
        Some(posting) => s.atasan(me, posting),
        None => s.last_atasan(me),
    };
    let boss_name = boss.map_or_else(|| "atasan langsung".to_owned(), |b| ctx.data.pegawai(b).nama.to_string());
    let own = format!("Ganti dengan RHK {boss_name} yang didukung.");
    if owner == me {
        return ("dirinya sendiri", own);
    }
    if s.all_atasan(me).contains(&owner) {
        return (
            "atasan pada jabatan lain",
            format!(
                "SKP pada jabatan ini menginduk pada RHK {boss_name}. Periksa juga kolom mulai bila RHK ini milik jabatan lama."
            ),
        );
    }
    let mut above = boss;
    for _ in 0..4 {
        above = above.and_then(|a| s.last_atasan(a));
        if above == Some(owner) {
            return (
                "pimpinan di atas atasan langsung",
                format!("Acu RHK {boss_name} yang diturunkan dari RHK itu; jangan melompati atasan langsung."),
            );
        }
    }
    let gives_tasks = ctx.data.pegawai(me).rhk.iter().any(|r| {
        r.detail
            .nip_pemberi_tugas
            .get()
            .is_some_and(|nip| **nip == *ctx.data.pegawai(owner).nip)
    });
    let as_team = format!(
        "Ganti dengan RHK {boss_name}; bila {} ketua tim atau pemberi tugasnya, isi nip_pemberi_tugas dengan NIP {}.",
        ctx.data.pegawai(owner).nama,
        ctx.data.pegawai(owner).nip
    );
    if gives_tasks {
        return ("pemberi tugas pada RHK lain", as_team);
    }
    if s.last_atasan(owner) == Some(me) {
        return ("bawahannya", own);
    }
    if boss.is_some() && s.last_atasan(owner) == boss {
        return ("rekan satu atasan", as_team);
    }
    ("orang lain", as_team)
}
