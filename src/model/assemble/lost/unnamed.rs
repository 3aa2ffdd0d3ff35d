//! Rows whose NIP is no text at all (`#N/A`, an empty cell), and that tell all the same whose they probably are.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};

use hashbrown::HashMap;

use super::plans::aspek_of;
use super::{JOINED, NAMED, is_no_text, lose, table_of_nip};
use crate::base::ids::PegawaiId;
use crate::base::origin::Origin;
use crate::base::text::match_key;
use crate::model::Text;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::people::People;
use crate::model::assemble::row_at;
use crate::model::assemble::rows::{Line, TableRows};
use crate::model::findings::RealisasiUnknown;
use crate::model::unknown_plan::UnknownPlan;
use crate::table::{Key, TableKind};

/// Those that name the one person they can be of, by his name or by a code that only he has, stand between two of his
/// rows, or are the RHK that his realisasi are for: what they say is there, so that nobody is told it is missing.
pub(super) fn rows(ctx: &Ctx<'_>, people: &mut People, table_rows: &[TableRows<'_>], owned: &mut Vec<(PegawaiId, Origin)>) {
    let mut owners: Option<Owners> = None;
    let mut open: HashMap<Text, Vec<Origin>> = HashMap::new();
    let mut between: BTreeMap<usize, HashMap<u32, PegawaiId>> = BTreeMap::new();
    for at in ctx.problems.iter().filter(|p| is_no_text(p.kode())).filter_map(|p| p.at) {
        let Some(table) = table_of_nip(table_rows, at) else {
            continue;
        };
        let l = &table_rows[table];
        let jenis = l.table.jenis;
        let Some(line) = l.at_number(at.row()).filter(|_| JOINED.contains(&jenis)) else {
            continue;
        };
        let Owners { known, names, codes } = owners.get_or_insert_with(|| Owners::of(people));
        let of = |map: &HashMap<Text, Option<PegawaiId>>, key: Key| {
            let cell = line.cell(key);
            (!cell.says_nothing())
                .then(|| map.get(&match_key(&cell.value.written())).copied().flatten())
                .flatten()
        };
        // A row that says who there is names himself, too.
        let by_name = match jenis {
            TableKind::Pegawai => of(known, Key::Nama),
            _ => of(names, Key::Nama).or_else(|| of(codes, Key::KodeRhk)),
        };
        // A name that is nobody's or several people's is that of somebody else.
        let by_place = || {
            let around = between.entry(table).or_insert_with(|| owners_around(people, l));
            around.get(&at.row()).copied().filter(|_| line.cell(Key::Nama).says_nothing())
        };
        match by_name.or_else(by_place) {
            Some(id) => lose(people, id, &line, at, owned),
            None if jenis == TableKind::Skp => {
                let kode = match_key(&line.cell(Key::KodeRhk).value.written());
                open.entry(kode).or_default().push(at);
            }
            None => {}
        }
    }
    open.remove("");
    for (at, ids) in awaited(ctx, people, table_rows, &open) {
        let Some(line) = row_at(table_rows, at).filter(|_| ids.len() <= NAMED) else {
            continue;
        };
        for id in ids {
            lose(people, id, &line, at, owned);
        }
    }
}

/// Rows of plans whose code and aspek are those of realisasi that find none, and whose these are.
fn awaited(
    ctx: &Ctx<'_>,
    people: &People,
    table_rows: &[TableRows<'_>],
    open: &HashMap<Text, Vec<Origin>>,
) -> BTreeMap<Origin, BTreeSet<PegawaiId>> {
    let mut found: BTreeMap<Origin, BTreeSet<PegawaiId>> = BTreeMap::new();
    if open.is_empty() {
        return found;
    }
    for p in &ctx.problems {
        let fact: &dyn Any = p.fact.as_ref();
        let (Some(fact), Some(kode)) = (fact.downcast_ref::<RealisasiUnknown>(), &p.kode_rhk) else {
            continue;
        };
        let (Some(rows), Some(realisasi)) = (open.get(&match_key(kode)), p.at.and_then(|at| row_at(table_rows, at))) else {
            continue;
        };
        let Some(id) = people.known(realisasi.cell(Key::Nip)) else {
            continue;
        };
        let aspek = matches!(fact.what, UnknownPlan::Indikator(_)).then(|| aspek_of(&realisasi));
        for at in rows.iter().take(COMPARED) {
            let fits = |row: &Line<'_, '_>| aspek.is_none_or(|aspek| aspek == aspek_of(row));
            if row_at(table_rows, *at).as_ref().is_some_and(fits) {
                found.entry(*at).or_default().insert(id);
            }
        }
    }
    found
}

/// Rows of one code that are looked at for each realisasi: nobody plans as many indicators.
const COMPARED: usize = 20;

/// Whose a name is, of those whose NIP can be read and of all, and whose a code of an RHK: `None` where it is several
/// people's.
#[derive(Default)]
struct Owners {
    known: HashMap<Text, Option<PegawaiId>>,
    names: HashMap<Text, Option<PegawaiId>>,
    codes: HashMap<Text, Option<PegawaiId>>,
}

impl Owners {
    fn of(people: &People) -> Self {
        fn add(map: &mut HashMap<Text, Option<PegawaiId>>, text: &str, id: PegawaiId) {
            let owner = map.entry(match_key(text)).or_insert(Some(id));
            if *owner != Some(id) {
                *owner = None;
            }
        }
        let mut owners = Self::default();
        for (id, person) in (0..).map(PegawaiId::at).zip(&people.all) {
            add(&mut owners.names, &person.nama, id);
            if person.nip_valid {
                add(&mut owners.known, &person.nama, id);
            }
            for rhk in &person.rhk {
                add(&mut owners.codes, &rhk.kode, id);
            }
        }
        owners
    }
}

/// By row, whose rows stand next above and next below those that are nobody's, where both are of one person.
fn owners_around(people: &People, table: &TableRows<'_>) -> HashMap<u32, PegawaiId> {
    let all = around(people, table).into_iter();
    all.filter_map(|(row, beside)| Some((row, beside.above.filter(|_| beside.above == beside.below)?)))
        .collect()
}

/// Whose rows stand next above and next below a row; `None` where the table begins or ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    pub above: Option<PegawaiId>,
    pub below: Option<PegawaiId>,
}

/// The rows that are nobody's, in order.
pub(super) fn around(people: &People, table: &TableRows<'_>) -> Vec<(u32, Around)> {
    let mut found: Vec<(u32, Around)> = Vec::new();
    let (mut above, mut open) = (None, 0);
    for line in table.rows() {
        let known = people.known(line.cell(Key::Nip));
        if known.is_none() {
            found.push((line.number(), Around { above, below: None }));
            continue;
        }
        for (_, beside) in &mut found[open..] {
            beside.below = known;
        }
        (above, open) = (known, found.len());
    }
    found
}
