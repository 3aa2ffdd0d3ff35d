use hashbrown::HashSet;

use crate::base::text::match_key;
use crate::check::likely_name::LikelyNames;
use crate::check::{Check, Context, Sink};
use crate::code;

/// Unit di tabel unit yang tidak dikenal.
pub static CHECK: Check = Check {
    code: code!(STR092),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut known = HashSet::new();
    let mut names: Vec<&str> = Vec::new();
    for (_, p) in ctx.data.all() {
        for posting in &p.posting {
            if known.insert(match_key(&posting.unit_kerja)) {
                names.push(&posting.unit_kerja);
            }
            if let Some(induk) = &posting.detail.unit_induk {
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
    let nobody = names.is_empty();
    let mut names = LikelyNames::of(names.into_iter());
    let told = ctx.data.unit.iter().filter(|u| !u.unit_kerja.is_empty());
    for unit in told {
        let key = match_key(&unit.unit_kerja);
        if nobody || known.contains(&key) || parents.contains(&key) {
            continue;
        }
        let (message, advice) = match names.likely(&key) {
            Some(near) => (
                format!(
                    "Unit \"{}\" di tabel unit tidak mempunyai pegawai; yang paling mirip adalah \"{near}\".",
                    unit.unit_kerja
                ),
                format!("Bila maksudnya \"{near}\", samakan tulisannya; bila unit itu memang kosong, biarkan."),
            ),
            None => (
                format!("Unit \"{}\" di tabel unit tidak mempunyai pegawai.", unit.unit_kerja),
                "Periksa namanya, atau sertakan data pegawainya; bila unit itu memang kosong, biarkan.".to_owned(),
            ),
        };
        sink.add(message, advice).unit(unit.unit_kerja.clone()).at(unit.at);
    }
}
