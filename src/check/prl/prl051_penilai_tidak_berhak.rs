use hashbrown::HashSet;

use crate::check::{Check, CheckRun, Context, PersonWalk};
use crate::check::{perilaku_values, phrases};
use crate::code;
use crate::model::PegawaiId;
use crate::model::vocab::{PenilaiKind, Word};

/// Penilai bukan atasan, rekan, atau bawahan.
pub static CHECK: Check = Check {
    code: code!(PRL051),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |(id, p), sink| {
        let mut told = HashSet::new();
        for row in p.perilaku.iter().filter(|r| r.nip_penilai.is_some()) {
            let Some((nip, source)) = perilaku_values::penilai(ctx, id, row) else {
                continue;
            };
            // One finding for a rater, not one for each aspek.
            if !told.insert((nip, source)) {
                continue;
            }
            let Some(why) = unfit(ctx, id, nip, source) else { continue };
            sink.add(
                format!("Penilai {} untuk perilaku {} {why}.", source.as_str(), p.nama),
                "Perbaiki nip_penilai atau kolom penilai (atasan, rekan, atau bawahan).",
            )
            .pegawai(id)
            .at(row.nip_penilai_cell.at(row.at));
        }
    })
}

fn unfit(ctx: &Context<'_>, id: PegawaiId, nip: &str, source: PenilaiKind) -> Option<String> {
    let p = ctx.data.pegawai(id);
    if p.has_lost_post() {
        return None;
    }
    if *p.nip == *nip {
        return Some("adalah dirinya sendiri".to_owned());
    }
    let written = p.posting.iter().any(|x| x.nip_atasan.get().is_some_and(|n| **n == *nip));
    let tasks = p
        .rhk
        .iter()
        .any(|r| r.detail.nip_pemberi_tugas.get().is_some_and(|n| **n == *nip));
    if source == PenilaiKind::Atasan && (written || tasks) {
        return None;
    }
    let Some(rater) = ctx.data.find(nip) else {
        if ctx.data.lost_rows.strangers.contains(nip) {
            return None;
        }
        return Some(format!("adalah NIP {nip}, yang tidak ada dalam data"));
    };
    let name = || phrases::persons(ctx.data, rater);
    match source {
        PenilaiKind::Atasan => Some(format!("adalah {}, yang bukan atasan langsung atau pemberi tugasnya", name())),
        PenilaiKind::Bawahan => {
            let below = ctx.hierarchy.all_atasan(rater).contains(&id);
            (!below).then(|| format!("adalah {}, yang bukan bawahan langsungnya", name()))
        }
        PenilaiKind::Rekan => {
            let (mine, theirs) = (p.last_posting()?, ctx.data.pegawai(rater).last_posting()?);
            let peer = mine.unit_kerja == theirs.unit_kerja
                || mine.jenis_jabatan.get() == theirs.jenis_jabatan.get()
                || ctx
                    .hierarchy
                    .last_atasan(id)
                    .is_some_and(|a| ctx.hierarchy.last_atasan(rater) == Some(a));
            (!peer).then(|| format!("adalah {}, yang tidak seatasan, seunit, atau setingkat dengannya", name()))
        }
    }
}
