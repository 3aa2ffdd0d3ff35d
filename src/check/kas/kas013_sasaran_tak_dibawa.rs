use crate::base::text::{Text, match_key, shorten};
use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;

use hashbrown::{HashMap, HashSet};

/// Sasaran unit yang tidak dibawa JPT.
pub static CHECK: Check = Check {
    code: code!(KAS013),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    // Units that have a JPT or a head of a unit mandiri with an SKP. Those of the unit above may be carried by the heads
    // of others that are not read.
    let mut heads: HashSet<Text> = HashSet::new();
    for (_, p) in ctx.data.all().filter(|(_, p)| !p.rhk.is_empty()) {
        for x in &p.posting {
            if x.jenis_jabatan.get().is_some_and(|j| j.jpt_or_mandiri()) {
                heads.insert(match_key(&x.unit_kerja));
            }
        }
    }
    // A sasaran with several indicators has several rows: carried once, it is carried.
    let mut carried: HashMap<(Text, Text), bool> = HashMap::new();
    for (i, s) in ctx.data.sasaran.iter().enumerate() {
        *carried.entry((match_key(&s.unit_kerja), match_key(&s.kode))).or_default() |=
            !ctx.hierarchy.carrier(i).is_empty() || ctx.data.lost_rows.name_sasaran(&s.kode);
    }
    for s in &ctx.data.sasaran {
        let unit = match_key(&s.unit_kerja);
        let has_head = heads.contains(&unit);
        // `insert` true marks it as told.
        if carried.insert((unit, match_key(&s.kode)), true) == Some(false) && has_head {
            sink.add(
                format!(
                    "Sasaran {} \"{}\" milik {} tidak menjadi RHK JPT atau pimpinan unit mandiri mana pun.",
                    s.kode,
                    shorten(&s.sasaran, 70),
                    s.unit_kerja
                ),
                "Tambahkan RHK pimpinan unit untuk sasaran ini, atau isi kodenya di kode_rhk_atasan pada RHK yang sudah ada.",
            )
            .unit(s.unit_kerja.clone())
            .at(s.at);
        }
    }
}
