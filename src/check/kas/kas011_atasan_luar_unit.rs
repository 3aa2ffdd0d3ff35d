use crate::base::text::{Text, match_key};
use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk};
use crate::code;
use crate::model::Data;

use hashbrown::HashSet;

/// Atasan di luar garis unit.
pub static CHECK: Check = Check {
    code: code!(KAS011),
    run: CheckRun::Together(run),
};

/// No organisation has more levels; bounds a table of units that runs in a circle.
const UNIT_LEVEL: usize = 20;

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |(id, p), sink| {
        let Some((i, x)) = p.current_posting().next_back() else {
            return;
        };
        if x.jenis_jabatan.get().is_none_or(|j| j.jpt_or_mandiri()) {
            return;
        }
        let Some(boss) = ctx.hierarchy.atasan(id, i).filter(|b| *b != id) else {
            return;
        };
        if p.has_lost_post() || ctx.data.pegawai(boss).has_lost_post() {
            return;
        }
        let theirs = &ctx.data.pegawai(boss).posting;
        // Most people sit in their atasan's unit: nothing more to look up.
        if theirs.iter().any(|b| b.unit_kerja == x.unit_kerja) {
            return;
        }
        if ![x].into_iter().chain(theirs).all(|b| ctx.data.unit(&b.unit_kerja).is_some()) {
            return;
        }
        let line = chain(ctx.data, &x.unit_kerja);
        if theirs.iter().any(|b| line.contains(&match_key(&b.unit_kerja))) {
            return;
        }
        // Who leads the unit or one above it is no stranger, whatever unit he works in himself.
        let leads = |unit: &Text| {
            ctx.data
                .unit(unit)
                .and_then(|u| u.nip_pimpinan.get())
                .and_then(|nip| ctx.data.find(nip))
        };
        if line.iter().any(|unit| leads(unit) == Some(boss)) {
            return;
        }
        let unit = theirs.last().map_or("", |b| &b.unit_kerja);
        sink.add(
            format!(
                "Atasan {}, {}, ada di {unit}, yang bukan {} dan bukan unit di atasnya.",
                p.nama,
                phrases::persons(ctx.data, boss),
                x.unit_kerja
            ),
            "Periksa nip_atasan dan unit_kerja; bila keduanya benar, lengkapi unit_induk di tabel unit.",
        )
        .pegawai(id)
        .at(x.nip_atasan_at());
    })
}

/// Keys of a unit and of all units above it.
fn chain(data: &Data, unit_kerja: &str) -> HashSet<Text> {
    let mut line = HashSet::new();
    let mut at = Some(Text::from(unit_kerja));
    for _ in 0..UNIT_LEVEL {
        let Some(unit) = at else { break };
        if !line.insert(match_key(&unit)) {
            break;
        }
        at = data.unit(&unit).and_then(|u| u.unit_induk.clone());
    }
    line
}
