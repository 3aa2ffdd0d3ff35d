use hashbrown::{HashMap, HashSet};

use crate::base::text::match_key;
use crate::check::likely_name::LikelyNames;
use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;
use crate::model::Unit;

/// Unit di tabel unit yang tidak dikenal.
pub static CHECK: Check = Check {
    code: code!(STR092),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut known = HashSet::new();
    // As they are written: there are far fewer names than people.
    let mut written: HashSet<&str> = HashSet::new();
    let mut names: Vec<&str> = Vec::new();
    for (_, p) in ctx.data.all() {
        for posting in &p.posting {
            if written.insert(&posting.unit_kerja) && known.insert(match_key(&posting.unit_kerja)) {
                names.push(&posting.unit_kerja);
            }
            if let Some(induk) = posting.detail.unit_induk.as_ref().filter(|u| written.insert(u)) {
                known.insert(match_key(induk));
            }
        }
    }
    let parents: HashSet<_> = ctx
        .data
        .unit
        .iter()
        .filter_map(|u| u.unit_induk.as_deref())
        .map(match_key)
        .collect();
    let unknown = |u: &&Unit| {
        let key = match_key(&u.unit_kerja);
        // Rows that do not say which of several units of a name is theirs are told (STR104).
        let shared = (u.unit_induk.as_deref()).and_then(|above| Unit::shared_name(&u.unit_kerja, above));
        let unclear = shared.is_some_and(|name| known.contains(&match_key(name)));
        !(u.unit_kerja.is_empty() || known.contains(&key) || parents.contains(&key) || unclear)
    };
    let told: Vec<&Unit> = ctx.data.unit.iter().filter(unknown).collect();
    if names.is_empty() || told.is_empty() {
        return;
    }
    let listed: HashSet<_> = ctx.data.unit.iter().map(|u| match_key(&u.unit_kerja)).collect();
    let mut names = LikelyNames::of(names.into_iter());
    // Whose head rates people has them in its group, wherever they work.
    let heads: HashSet<&str> = (ctx.data.all())
        .flat_map(|(_, p)| &p.posting)
        .filter_map(|posting| posting.nip_atasan.get().map(|nip| &**nip))
        .collect();
    let mut led: HashMap<&str, usize> = HashMap::new();
    for nip in ctx.data.unit.iter().filter_map(|u| u.nip_pimpinan.get()) {
        *led.entry(nip).or_default() += 1;
    }
    for unit in told {
        let key = match_key(&unit.unit_kerja);
        let leads = (unit.nip_pimpinan.get()).is_some_and(|nip| heads.contains(&**nip) && led.get(&**nip) == Some(&1));
        let near = names
            .likely(&key)
            .filter(|near| !(leads && listed.contains(&match_key(near))));
        let (message, advice) = match near {
            Some(near) => (
                format!(
                    "Unit \"{}\" di tabel unit tidak mempunyai pegawai; yang paling mirip adalah \"{near}\".",
                    unit.unit_kerja
                ),
                format!("Bila maksudnya \"{near}\", samakan tulisannya; bila unit itu memang kosong, biarkan."),
            ),
            None if leads => continue,
            None => (
                format!("Unit \"{}\" di tabel unit tidak mempunyai pegawai.", unit.unit_kerja),
                "Periksa namanya, atau sertakan data pegawainya; bila unit itu memang kosong, biarkan.".to_owned(),
            ),
        };
        sink.add(message, advice).unit(unit.unit_kerja.clone()).at(unit.at);
    }
}
