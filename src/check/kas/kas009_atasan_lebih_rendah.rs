use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk};
use crate::code;
use crate::model::vocab::JenisJabatan;

/// Jabatan atasan lebih rendah daripada bawahannya.
pub static CHECK: Check = Check {
    code: code!(KAS009),
    run: CheckRun::Together(run),
};

/// Rank among the structural posts; a JF and the head of a unit mandiri stand beside them.
const fn level(jenis: JenisJabatan) -> Option<u8> {
    match jenis {
        JenisJabatan::JptUtama => Some(6),
        JenisJabatan::JptMadya => Some(5),
        JenisJabatan::JptPratama => Some(4),
        JenisJabatan::Administrator => Some(3),
        JenisJabatan::Pengawas => Some(2),
        JenisJabatan::Pelaksana => Some(1),
        JenisJabatan::UnitMandiri | JenisJabatan::Fungsional => None,
    }
}

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |(id, p), sink| {
        let Some((i, x)) = p.current_posting().next_back() else {
            return;
        };
        let Some(boss) = ctx.hierarchy.atasan(id, i).filter(|b| *b != id) else {
            return;
        };
        let Some(own) = x.jenis_jabatan.get().copied() else { return };
        // Somebody who stands in as Plt leads by that post: the highest of the postings counts.
        let postings = &ctx.data.pegawai(boss).posting;
        let kinds: Vec<_> = postings.iter().filter_map(|b| b.jenis_jabatan.get().copied()).collect();
        let ranks: Option<Vec<u8>> = kinds.iter().map(|k| level(*k)).collect();
        let (Some(mine), Some(highest)) = (level(own), ranks.and_then(|r| r.into_iter().max())) else {
            return;
        };
        if highest < mine {
            let theirs = kinds
                .into_iter()
                .max_by_key(|k| level(*k))
                .map_or("", crate::model::vocab::Word::as_str);
            sink.add(
                format!(
                    "Atasan {} ({own}) adalah {} yang jabatannya lebih rendah ({theirs}).",
                    p.nama,
                    phrases::persons(ctx.data, boss)
                ),
                "Periksa apakah NIP atasan dan bawahan tertukar, atau jenis_jabatan salah diisi.",
            )
            .pegawai(id)
            .at(x.nip_atasan_at());
        }
    })
}
