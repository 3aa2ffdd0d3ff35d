use crate::base::ids::RhkNo;
use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk};
use crate::code;
use crate::model::RhkId;
use crate::model::vocab::JenisRhk;

/// RHK atasan yang tidak didukung siapa pun.
pub static CHECK: Check = Check {
    code: code!(KAS012),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |(id, p), sink| {
        let bawahan = ctx.hierarchy.bawahan(id);
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
            if ctx.data.may_be_supported(rid) || phrases::has_unread(ctx, bawahan) {
                continue;
            }
            // Of a former post: those who carried it may have moved on.
            if r.posting()
                .is_some_and(|i| p.current_posting().next_back().is_some_and(|(last, _)| last != i))
            {
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
