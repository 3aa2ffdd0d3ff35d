use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::text::match_key;
use crate::check::{Check, Context, Sink};
use crate::code;

/// Nama di tabel unit tidak dipakai siapa pun.
pub static CHECK: Check = Check {
    code: code!(STR034),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let worked: BTreeMap<Arc<str>, Arc<str>> = ctx
        .data
        .pegawai
        .iter()
        .flat_map(|p| &p.posting)
        .filter(|x| !x.unit_kerja.is_empty())
        .map(|x| (match_key(&x.unit_kerja), x.unit_kerja.clone()))
        .collect();
    let listed: BTreeSet<Arc<str>> = ctx.data.unit.iter().map(|u| match_key(&u.unit_kerja)).collect();
    let unlisted: Vec<_> = worked.iter().filter(|(k, _)| !listed.contains(*k)).collect();
    if unlisted.is_empty() {
        return;
    }
    for unit in &ctx.data.unit {
        let key = match_key(&unit.unit_kerja);
        if worked.contains_key(&key) {
            continue;
        }
        let nearest = unlisted
            .iter()
            .map(|(k, name)| (strsim::normalized_damerau_levenshtein(&key, k), name))
            .filter(|(likeness, _)| *likeness >= 0.8)
            .max_by(|a, b| a.0.total_cmp(&b.0));
        let Some((_, near)) = nearest else { continue };
        sink.add(
            format!(
                "Tidak ada pegawai di unit \"{}\" menurut tabel unit; yang paling mirip \"{near}\".",
                unit.unit_kerja
            ),
            "Samakan penulisan nama unit di kedua tabel; selama berbeda, pimpinan dan predikat organisasinya tidak dipakai.",
        )
        .at(unit.at)
        .unit(unit.unit_kerja.clone());
    }
}
