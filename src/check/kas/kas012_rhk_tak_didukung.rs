use crate::base::ids::RhkNo;
use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk};
use crate::code;
use crate::model::vocab::JenisRhk;
use crate::model::{PegawaiId, RhkId};

/// RHK atasan yang tidak didukung siapa pun.
pub static CHECK: Check = Check {
    code: code!(KAS012),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    let serves = |b: PegawaiId| !ctx.data.pegawai(b).is_outside();
    PersonWalk::each(move |(id, p), sink| {
        let bawahan: Vec<_> = ctx.hierarchy.bawahan(id).iter().copied().filter(|b| serves(*b)).collect();
        // Where no bawahan names any link, the column is missing: KAS001 says so.
        let linked = bawahan
            .iter()
            .filter(|b| ctx.data.pegawai(**b).rhk.iter().any(|r| !r.tautan.is_empty()))
            .count();
        if linked == 0 {
            return;
        }
        for (rhk, r) in RhkNo::each(&p.rhk) {
            let rid = RhkId { pegawai: id, rhk };
            if r.jenis.get() != Some(&JenisRhk::Utama) || !ctx.hierarchy.supporter(rid).is_empty() {
                continue;
            }
            // Those who carry it may stand where nobody can be told by the NIP.
            if ctx.data.may_be_supported(rid) || phrases::has_unread(ctx, &bawahan) {
                continue;
            }
            // Of a former post: those who carried it may have moved on. Of a later one they have yet to come.
            if !p.has_current(r) || r.posting().is_some_and(|i| p.last_posting_no() != Some(i)) {
                continue;
            }
            sink.add(
                format!(
                    "{} milik {} tidak didukung oleh satu pun dari {} bawahannya.",
                    phrases::rhk(r),
                    p.nama,
                    bawahan.len()
                ),
                "Bagi RHK ini kepada bawahan lewat dialog kinerja, atau pastikan memang dikerjakan sendiri.",
            )
            .about(rid)
            .at(r.rhk_at());
        }
    })
}
