use hashbrown::HashSet;

use crate::base::text::{match_key, matched};
use crate::check::likely_name::LikelyNames;
use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;
use crate::model::Source;
use crate::table::TableKind;

/// Unit kerja pegawai yang tidak ada di tabel unit.
pub static CHECK: Check = Check {
    code: code!(STR052),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    if !ctx.data.has(TableKind::Unit) {
        return;
    }
    let rows = &ctx.data.unit;
    let mut known: HashSet<_> = rows.iter().map(|u| match_key(&u.unit_kerja)).collect();
    known.extend(rows.iter().filter_map(|u| u.unit_induk.as_deref()).map(match_key));
    // As they are written: there are far fewer names than people.
    let mut seen = HashSet::new();
    let mut strange = Vec::new();
    for (_, p) in ctx.data.all().filter(|(_, p)| p.source == Source::Pegawai) {
        for posting in p.posting.iter().filter(|x| !x.unit_kerja.is_empty()) {
            if seen.insert(&*posting.unit_kerja) && known.insert(match_key(&posting.unit_kerja)) {
                strange.push(posting);
            }
        }
    }
    if strange.is_empty() {
        return;
    }
    let written: HashSet<&str> = (ctx.data.all())
        .flat_map(|(_, p)| &p.posting)
        .map(|x| &*x.unit_kerja)
        .collect();
    let staffed: HashSet<_> = written.iter().map(|name| match_key(name)).collect();
    let mut names = LikelyNames::of(rows.iter().map(|u| &*u.unit_kerja));
    // Only a unit that is nearly one of the table: others are of another office, or the table has
    // only the units whose predikat is known.
    for posting in strange {
        let key = matched(&posting.unit_kerja);
        let near = names.likely(&key);
        // A unit of the table in which nobody works is told from that side.
        if let Some(near) = near.filter(|near| staffed.contains(&match_key(near))) {
            sink.add(
                format!(
                    "Unit \"{}\" di tabel pegawai tidak ada di tabel unit; yang paling mirip adalah \"{near}\".",
                    posting.unit_kerja
                ),
                format!("Bila maksudnya \"{near}\", samakan tulisannya; bila unit lain, tambahkan ke tabel unit."),
            )
            .unit(posting.unit_kerja.clone())
            .at_place(posting.at);
        }
    }
}
