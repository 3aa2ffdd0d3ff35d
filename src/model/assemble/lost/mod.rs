//! Rows that stand in the files and join nobody, because their NIP was rounded or their table lacks the
//! columns that join it. That is told once, where it stands; nobody is then told that what stands there
//! is missing (`masukan.md` section 2b.3). A NIP is never repaired.

mod plans;

use std::collections::{BTreeMap, BTreeSet};

use hashbrown::HashMap;

use super::ctx::Ctx;
use super::people::People;
use super::rows::TableRows;
use crate::base::ids::{PegawaiId, whole};
use crate::base::origin::Origin;
use crate::base::text::match_key;
use crate::contract::tables::Need;
use crate::finding::Noted;
use crate::input::Value;
use crate::model::findings::{NipMistyped, NipRounded};
use crate::model::read::nip::{self, Nip, NipRead};
use crate::model::{Lost, Text};
use crate::table::{Key, TableKind};

/// Numbers as large as a NIP have a place at every 32nd only.
const NEXT: u64 = 16;

/// So many people are named as those whom a rounded NIP may mean.
const NAMED: usize = 3;

/// Marks what people lack because the NIP of their rows cannot be read, and takes back what is told of them only because of
/// that. Gives the NIP that people name as their atasan's and that were lost in the rows of these atasan.
pub(super) fn settle<'a>(ctx: &mut Ctx<'a>, people: &mut People, table_rows: &[TableRows<'a>]) -> BTreeSet<Text> {
    let mut lost_plans = Vec::new();
    let heads = rounded_nips(ctx, people, table_rows, &mut lost_plans);
    unnamed_rows(ctx, people, table_rows, &mut lost_plans);
    plans::take_back(ctx, people, table_rows, &lost_plans);
    heads
}

/// This row of a table is one of few people's, and probably this one's.
fn lose(people: &mut People, id: PegawaiId, (kind, at): (TableKind, Origin), plans: &mut Vec<(PegawaiId, Origin)>) {
    let person = people.get(id);
    person.lost.add(kind);
    person.incomplete.add(kind);
    if kind == TableKind::Skp {
        plans.push((id, at));
    }
}

/// Kinds of which a table lacks what joins its rows with people and plans, or the marks themselves, or of
/// which not one row has a NIP that can be read.
pub(super) fn of_tables(table_rows: &[TableRows<'_>]) -> Lost {
    let mut lost = Lost::default();
    for l in table_rows {
        let (nip, mut any) = (l.has(Key::Nip) || l.has(Key::NamaNip), false);
        let names_nobody = |line: super::Line<'_, '_>| {
            any = true;
            !matches!(nip::read(line.cell(Key::Nip).value), NipRead::Valid(_))
        };
        if nip && l.rows().all(names_nobody) && any {
            lost.add(l.table.jenis);
            continue;
        }
        let joins = |key: Key| l.has(key) || l.table.jenis.told_otherwise(key, |other| l.has(other));
        let needed = l.table.jenis.columns().iter().filter(|c| c.need == Need::Must);
        if needed.map(|c| c.key).any(|k| {
            (matches!(k, Key::Nip | Key::KodeRhk)
                || (matches!(k, Key::Aspek | Key::Nilai) && l.table.jenis == TableKind::Perilaku))
                && !joins(k)
        }) {
            lost.add(l.table.jenis);
        }
    }
    lost
}

/// Rows whose NIP is no text at all (`#N/A`, an empty cell) and that name the one person they can be of, by his name or by
/// a code that only he has: what they say is there, so that nobody is told it is missing.
fn unnamed_rows(ctx: &Ctx<'_>, people: &mut People, table_rows: &[TableRows<'_>], plans: &mut Vec<(PegawaiId, Origin)>) {
    let mut owners: Option<[HashMap<Text, Option<PegawaiId>>; 2]> = None;
    let unread = |p: &&Noted| matches!(p.kode(), "STR015" | "STR023");
    for at in ctx.problems.iter().filter(unread).filter_map(|p| p.at) {
        let of_table = |l: &&TableRows<'_>| l.table.covers(at) && l.col(Key::Nip) == Some(at.col());
        let Some(l) = table_rows.iter().find(of_table) else { continue };
        let jenis = l.table.jenis;
        let Some(line) = l.at_number(at.row()).filter(|_| JOINED.contains(&jenis)) else {
            continue;
        };
        let [names, codes] = owners.get_or_insert_with(|| owners_of(people));
        let of = |map: &HashMap<Text, Option<PegawaiId>>, key: Key| {
            let cell = line.cell(key);
            (!cell.says_nothing())
                .then(|| map.get(&match_key(&cell.value.written())).copied().flatten())
                .flatten()
        };
        if let Some(id) = of(names, Key::Nama).or_else(|| of(codes, Key::KodeRhk)) {
            lose(people, id, (jenis, at), plans);
        }
    }
}

/// Tables that say who there is.
const PEOPLE: [TableKind; 3] = [TableKind::Pegawai, TableKind::Penilaian, TableKind::LaporanSkp];

/// Tables whose rows join people.
const JOINED: [TableKind; 3] = [TableKind::Skp, TableKind::Realisasi, TableKind::Perilaku];

/// Whose a name and whose a code of an RHK is; `None` where it is several people's.
fn owners_of(people: &People) -> [HashMap<Text, Option<PegawaiId>>; 2] {
    fn add(map: &mut HashMap<Text, Option<PegawaiId>>, text: &str, id: PegawaiId) {
        let owner = map.entry(match_key(text)).or_insert(Some(id));
        if *owner != Some(id) {
            *owner = None;
        }
    }
    let (mut names, mut codes) = (HashMap::new(), HashMap::new());
    for (id, person) in (0..).map(PegawaiId::at).zip(&people.all) {
        add(&mut names, &person.nama, id);
        for rhk in &person.rhk {
            add(&mut codes, &rhk.kode, id);
        }
    }
    [names, codes]
}

/// Tells each rounded NIP once, with whom it probably means, and marks what these people thereby lack. Gives the NIP that
/// people name as their atasan's and that were lost in the rows of these atasan.
fn rounded_nips(
    ctx: &mut Ctx<'_>,
    people: &mut People,
    table_rows: &[TableRows<'_>],
    plans: &mut Vec<(PegawaiId, Origin)>,
) -> BTreeSet<Text> {
    let mut groups: BTreeMap<(u64, u64), Vec<usize>> = BTreeMap::new();
    let mut mistyped: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, p) in ctx.problems.iter().enumerate() {
        if matches!(p.kode(), "IDN001" | "IDN002")
            && let Some(at) = p.at
        {
            let value = ctx.inputs.value(at);
            match (rounded(value), value) {
                (Some((number, slack)), _) => groups.entry((number, slack)).or_default().push(i),
                (None, Value::Text(text)) => mistyped.entry(text.trim()).or_default().push(i),
                _ => {}
            }
        }
    }
    if groups.is_empty() && mistyped.is_empty() {
        return BTreeSet::new();
    }
    let known = people.numbers();
    let named = people.named_heads(&known);
    let mut heads = BTreeSet::new();
    let mut gone: Vec<usize> = Vec::new();
    for ((number, slack), places) in groups {
        // Excel keeps 15 digits of the 18, and every program rounds to the nearest number that has a place.
        let thousand = (number + 500) / 1000 * 1000;
        let near = known.range(thousand.min(number - slack) - NEXT..=(thousand + 999).max(number + slack + NEXT));
        let likely: Vec<(u64, Option<PegawaiId>)> = near
            .filter(|&(&n, _)| n / 1000 == thousand / 1000 || n.abs_diff(number) <= slack.max(NEXT))
            .map(|(&n, &id)| (n, id))
            .collect();
        // Whom others name as their atasan, and whose own row it may be: one NIP, of which 15 digits are left.
        let own_row = |&i: &usize| {
            let row = ctx.problems[i].at.and_then(|at| super::row_at(table_rows, at));
            row.is_some_and(|row| PEOPLE.contains(&row.jenis()))
        };
        let mut whom = named.range(thousand..thousand + 1000);
        let head = match (whom.next(), whom.next()) {
            (Some((&n, &count)), None) if slack == 0 && places.iter().any(own_row) => Some((n, count)),
            _ => None,
        };
        if places.len() == 1 && likely.is_empty() && head.is_none() {
            continue;
        }
        let head = head.map(|(n, count)| (Text::from(format!("{n:018}")), count));
        heads.extend(head.iter().map(|(nip, _)| nip.clone()));
        let others = places.len() - 1;
        let who = told_likely(people, &likely);
        blame(ctx, people, table_rows, &places, &likely, (&mut gone, plans));
        gone.extend_from_slice(&places[1..]);
        let first = &mut ctx.problems[places[0]];
        first.fact = NipRounded {
            others,
            likely: who,
            head,
        }
        .into();
        first.expected = Some("NIP 18 angka dalam sel berformat Teks".into());
    }
    mistyped_nips(ctx, people, table_rows, &known, mistyped, (&mut gone, plans));
    remove(&mut ctx.problems, gone);
    heads
}

/// NIP and name of those whom an unreadable NIP may mean.
fn told_likely(people: &mut People, likely: &[(u64, Option<PegawaiId>)]) -> Vec<(Text, Option<Text>)> {
    let text = |n: u64| -> Text { format!("{n:018}").into() };
    let named = likely.iter().take(NAMED);
    named
        .map(|&(n, id)| (text(n), id.map(|id| people.get(id).nama.clone())))
        .collect()
}

/// Whoever an unreadable NIP probably means lacks what stands there; that nobody of the list of people has
/// the NIP is the same fault seen from the other side.
fn blame(
    ctx: &mut Ctx<'_>,
    people: &mut People,
    table_rows: &[TableRows<'_>],
    places: &[usize],
    likely: &[(u64, Option<PegawaiId>)],
    (gone, plans): (&mut Vec<usize>, &mut Vec<(PegawaiId, Origin)>),
) {
    if likely.iter().any(|l| l.1.is_some()) {
        for &i in places {
            let Some(at) = ctx.problems[i].at else { continue };
            let Some(row) = super::row_at(table_rows, at) else {
                continue;
            };
            for id in likely.iter().filter_map(|l| l.1) {
                if likely.len() <= NAMED {
                    lose(people, id, (row.jenis(), at), plans);
                } else {
                    people.get(id).lost.add(row.jenis());
                }
            }
        }
    }
    if let ([(n, Some(_))], None) = (likely, &ctx.problems[places[0]].nip) {
        ctx.problems[places[0]].nip = Some(format!("{n:018}").into());
    }
    gone.extend(likely.iter().filter(|l| l.1.is_none()).flat_map(|l| people.unknown_at(l.0)));
}

/// So many mistyped NIPs are compared digit by digit with those that are known.
const COMPARED: usize = 1000;

/// Tells each NIP in which a letter, a digit too few or another slip stands once, with whom it probably means.
fn mistyped_nips(
    ctx: &mut Ctx<'_>,
    people: &mut People,
    table_rows: &[TableRows<'_>],
    known: &BTreeMap<u64, Option<PegawaiId>>,
    mistyped: BTreeMap<&str, Vec<usize>>,
    (gone, plans): (&mut Vec<usize>, &mut Vec<(PegawaiId, Origin)>),
) {
    for (text, places) in mistyped.into_iter().take(COMPARED) {
        let NipRead::Wrong(fault) = nip::read_text(text) else {
            continue;
        };
        let likely: Vec<(u64, Option<PegawaiId>)> = nip::meant(text, |n| known.contains_key(&n))
            .into_iter()
            .filter_map(|n| Some((n, *known.get(&n)?)))
            .collect();
        if likely.is_empty() {
            continue;
        }
        let fact = NipMistyped {
            part: fault.to_string().into(),
            others: places.len() - 1,
            likely: told_likely(people, &likely),
        };
        blame(ctx, people, table_rows, &places, &likely, (gone, plans));
        gone.extend_from_slice(&places[1..]);
        ctx.problems[places[0]].fact = fact.into();
    }
}

/// The number that a NIP cell holds whose last digits were lost, and by how much the NIP may differ from it
/// where fewer digits are left than Excel keeps.
fn rounded(value: Value<'_>) -> Option<(u64, u64)> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // checked to be in the range of a NIP
    let whole = |n: f64| (1.9e17..2.1e17).contains(&n).then(|| whole(n).unsigned_abs());
    match (value, nip::read(value)) {
        (Value::Number { value, .. }, _) => Some((whole(value)?, 0)),
        (Value::Text(t), NipRead::Number) => {
            let mantissa = t.split(['e', 'E']).next().unwrap_or_default();
            let digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
            let lost = u32::try_from(18_usize.saturating_sub(digits))
                .ok()
                .filter(|n| (4..=14).contains(n));
            let slack = lost.map_or(0, |n| 10_u64.pow(n) / 2);
            Some((whole(t.trim().replace(',', ".").parse().ok()?)?, slack))
        }
        (Value::Text(t), NipRead::Wrong(nip::NipFault::Serial)) => {
            let digits: String = t.chars().filter(char::is_ascii_digit).collect();
            Some((digits.parse().ok()?, 0))
        }
        _ => None,
    }
}

fn remove(problems: &mut Vec<Noted>, mut gone: Vec<usize>) {
    gone.sort_unstable();
    let mut i = 0;
    problems.retain(|_| {
        i += 1;
        gone.binary_search(&(i - 1)).is_err()
    });
}

impl People {
    /// Everybody with a readable NIP, and the NIPs of rows that no pegawai row has.
    fn numbers(&self) -> BTreeMap<u64, Option<PegawaiId>> {
        let known = self.by_nip.iter().map(|(nip, &id)| (nip.number(), Some(id)));
        let strange = self.asing.keys().map(|(nip, _)| (nip.number(), None));
        strange.chain(known).collect()
    }

    /// The NIPs that people name as their atasan's and nobody of the list has, and by how many.
    fn named_heads(&self, known: &BTreeMap<u64, Option<PegawaiId>>) -> BTreeMap<u64, usize> {
        let mut named = BTreeMap::new();
        for person in &self.all {
            let mut own: Vec<u64> = (person.posting.iter())
                .filter_map(|posting| posting.nip_atasan.get()?.parse().ok())
                .filter(|n| !matches!(known.get(n), Some(Some(_))))
                .collect();
            own.sort_unstable();
            own.dedup();
            for n in own {
                *named.entry(n).or_default() += 1;
            }
        }
        named
    }

    /// Where it was told that no pegawai row has this NIP.
    fn unknown_at(&self, number: u64) -> impl Iterator<Item = usize> + use<'_> {
        let is = move |nip: &Nip| nip.number() == number;
        self.asing.iter().filter(move |((nip, _), _)| is(nip)).map(|(_, (at, _))| *at)
    }
}
