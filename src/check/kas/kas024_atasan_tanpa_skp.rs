use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk};
use crate::code;
use crate::model::{BrokenLink, PegawaiId};
use crate::table::TableKind;

/// Atasan belum punya SKP.
pub static CHECK: Check = Check {
    code: code!(KAS024),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |(id, p), sink| {
        // One finding per person and atasan: every RHK of theirs waits for the same thing.
        let mut told: Vec<(PegawaiId, usize, crate::base::origin::Origin)> = Vec::new();
        for r in &p.rhk {
            for link in &r.tautan {
                if !matches!(link.to, Err(BrokenLink::NoSuchKode(_))) {
                    continue;
                }
                let owner = match r.detail.nip_pemberi_tugas.get() {
                    Some(nip) => ctx.data.find(nip),
                    None => match r.posting() {
                        Some(i) => ctx.hierarchy.atasan(id, i),
                        None => ctx.hierarchy.last_atasan(id),
                    },
                };
                let empty = |o: &PegawaiId| {
                    let p = ctx.data.pegawai(*o);
                    p.rhk.is_empty() && !p.lost.has(TableKind::Skp)
                };
                let Some(owner) = owner.filter(empty) else {
                    continue;
                };
                match told.iter_mut().find(|(o, ..)| *o == owner) {
                    Some((_, n, _)) => *n += 1,
                    None => told.push((owner, 1, r.kode_atasan_at())),
                }
            }
        }
        let jpt = p
            .last_posting()
            .is_some_and(|x| x.jenis_jabatan.get().is_some_and(|j| j.jpt_or_mandiri()));
        if jpt {
            return; // looked up among the sasaran first: KAS002
        }
        for (owner, n, at) in told {
            sink.add(
                format!(
                    "{n} tautan RHK {} mengacu SKP {}, yang belum punya satu RHK pun dalam data.",
                    p.nama,
                    phrases::persons(ctx.data, owner)
                ),
                format!(
                    "{} menyusun SKP lebih dahulu, atau sertakan berkas SKP-nya.",
                    ctx.data.pegawai(owner).nama
                ),
            )
            .pegawai(id)
            .at(at);
        }
    })
}
