use hashbrown::{HashMap, HashSet};

use crate::base::origin::Origin;
use crate::base::text::{Text, fold_words, matched};
use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;
use crate::contract::unit_words::in_full;

/// Dua nama unit yang hanya berbeda singkatannya.
pub static CHECK: Check = Check {
    code: code!(STR105),
    run: CheckRun::Alone(run),
};

/// A name as it stands first.
struct Spelled<'a> {
    name: &'a Text,
    /// What stands above it, where that is known.
    above: Option<String>,
    at: Origin,
}

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let of_people = (ctx.data.all().flat_map(|(_, p)| &p.posting)).map(|p| (&p.unit_kerja, &p.detail.unit_induk, p.at));
    let of_units = ctx.data.unit.iter().map(|u| (&u.unit_kerja, &u.unit_induk, u.at));
    // As they are written: there are far fewer names than people.
    let mut seen: HashSet<&str> = HashSet::new();
    let mut known: HashSet<Box<str>> = HashSet::new();
    let mut alike: HashMap<String, Vec<Spelled<'_>>> = HashMap::new();
    for (name, induk, at) in of_units.chain(of_people) {
        if name.is_empty() || !seen.insert(name) || !known.insert((&*matched(name)).into()) {
            continue;
        }
        let table = ctx.data.unit(name).and_then(|u| u.unit_induk.as_ref());
        let above = induk.as_ref().or(table).map(|a| in_full(a)).filter(|a| !a.is_empty());
        let spelled = Spelled { name, above, at };
        let all = alike.entry(in_full(name)).or_default();
        // Under another unit it is another one, however it is written.
        let other = all
            .iter()
            .find(|s| s.above.is_none() || spelled.above.is_none() || s.above == spelled.above);
        if let Some(other) = other.filter(|other| fold_words(other.name) != fold_words(name)) {
            sink.add(
                format!(
                    "Unit \"{name}\" ({}) dan \"{}\" ({}) mungkin satu unit yang ditulis berbeda; keduanya dihitung sebagai dua unit.",
                    ctx.cell_name(at, None),
                    other.name,
                    ctx.cell_name(other.at, None)
                ),
                "Bila satu unit, samakan tulisannya di semua tabel. Bila memang dua unit, biarkan.",
            )
            .unit(name.clone())
            .at_place(at);
        }
        all.push(spelled);
    }
}
