//! Rows that stand in the files and join nobody, because their NIP was rounded or their table lacks the
//! columns that join it. That is told once, where it stands; nobody is then told that what stands there
//! is missing (`masukan.md` section 2b.3). A NIP is never repaired.

mod gathered;
mod heads;
mod plans;
mod slipped;
mod unnamed;
mod unread;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::ctx::Ctx;
use super::people::People;
use super::rows::{Line, TableRows};
use crate::base::ids::{PegawaiId, whole};
use crate::base::origin::Origin;
use crate::base::text::match_key;
use crate::contract::tables::Need;
use crate::finding::Noted;
use crate::input::Value;
use crate::model::findings::{NipMistyped, NipRounded};
use crate::model::read::nip::{self, Nip, NipRead};
use crate::model::{Lost, LostRows, Pegawai, Text};
use crate::table::{Key, TableKind};

pub(super) use gathered::link;

/// Numbers as large as a NIP have a place at every 32nd only.
const NEXT: u64 = 16;

/// So many people are named as those whom a rounded NIP may mean.
const NAMED: usize = 3;

/// Marks what people lack because the NIP of their rows cannot be read, and takes back what is told of them only because of
/// that. Gives what these rows say.
pub(super) fn settle<'a>(ctx: &mut Ctx<'a>, people: &mut People, table_rows: &[TableRows<'a>]) -> LostRows {
    // Before those of one NIP are told as one.
    let plans = gathered::unread_plans(ctx, table_rows);
    let unread = unread::cells(ctx, people, table_rows);
    let mut owned = Vec::new();
    for (id, at) in std::mem::take(&mut people.alike) {
        if let Some(row) = super::row_at(table_rows, at) {
            lose(people, id, &row, at, &mut owned);
        }
    }
    slipped::rows(ctx, people, table_rows, &mut owned);
    let mut strangers = rounded_nips(ctx, people, table_rows, &mut owned);
    let shared = Arc::clone(&people.shared);
    strangers.append(&mut shared.settle(ctx, people, table_rows, &mut owned));
    let mut heads = heads::without_nip(ctx, people, table_rows, &strangers);
    strangers.append(&mut heads);
    unnamed::rows(ctx, people, table_rows, &mut owned);
    plans::take_back(ctx, people, table_rows, &owned);
    posts_unknown(ctx, people, &owned);
    unread::add(ctx, people, table_rows, &unread, &owned);
    heads::told_once(ctx, table_rows);
    LostRows {
        strangers,
        ..gathered::gather(people, table_rows, &plans, &owned)
    }
}

/// The table in whose NIP column a cell stands, by its place among them.
fn table_of_nip(table_rows: &[TableRows<'_>], at: Origin) -> Option<usize> {
    (table_rows.iter()).position(|l| l.table.covers(at) && l.col(Key::Nip) == Some(at.col()))
}

/// Whether a NIP cannot be read, by the code that tells it.
fn unreadable(kode: &str) -> bool {
    matches!(kode, "IDN001" | "IDN002") || is_no_text(kode)
}

/// Whether a NIP is no text at all, by the code that tells it.
fn is_no_text(kode: &str) -> bool {
    matches!(kode, "STR015" | "STR023")
}

/// This row of a table is one of few people's, and probably this one's.
pub(super) fn lose(people: &mut People, id: PegawaiId, row: &Line<'_, '_>, at: Origin, owned: &mut Vec<(PegawaiId, Origin)>) {
    let (person, kind) = (people.get(id), row.jenis());
    if kind == TableKind::Pegawai && !is_other_post(person, row) {
        return;
    }
    person.lost.add(kind);
    person.incomplete.add(kind);
    owned.push((id, at));
}

/// Takes back that RHK are of no post of somebody whose row of another post is lost.
fn posts_unknown(ctx: &mut Ctx<'_>, people: &People, owned: &[(PegawaiId, Origin)]) {
    let of = owned.iter().map(|(id, _)| &people.all[*id]).filter(|p| p.has_lost_post());
    let of: BTreeSet<&Text> = of.map(|p| &p.nip).collect();
    if !of.is_empty() {
        let told = |p: &Noted| p.kode() == "TGT024" && p.nip.as_ref().is_some_and(|nip| of.contains(nip));
        ctx.problems.retain(|p| !told(p));
    }
}

/// Whether a row of `pegawai` may be this person's and tells of a post that no other row of his tells of.
fn is_other_post(person: &Pegawai, row: &Line<'_, '_>) -> bool {
    let says = |key: Key, text: &str| match_key(&row.cell(key).value.written()) == match_key(text);
    says(Key::Nama, &person.nama)
        && !(person.posting.iter()).any(|p| says(Key::Jabatan, &p.jabatan) && says(Key::UnitKerja, &p.unit_kerja))
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

/// Tables whose rows join people, and those of whom another row says who they are.
const JOINED: [TableKind; 4] = [TableKind::Pegawai, TableKind::Skp, TableKind::Realisasi, TableKind::Perilaku];

/// Tables that say who there is.
const PEOPLE: [TableKind; 3] = [TableKind::Pegawai, TableKind::Penilaian, TableKind::LaporanSkp];

/// Tells each rounded NIP once, with whom it probably means, and marks what these people thereby lack. Gives the
/// NIPs that others write and that may be meant in the rows of these people.
fn rounded_nips(
    ctx: &mut Ctx<'_>,
    people: &mut People,
    table_rows: &[TableRows<'_>],
    owned: &mut Vec<(PegawaiId, Origin)>,
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
    let mut strangers = BTreeSet::new();
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
        let own_row = has_own_row(ctx, table_rows, &places);
        let mut whom = named.range(thousand..thousand + 1000).map(|(n, count)| (*n, *count));
        let head = whom.next().filter(|_| slack == 0 && own_row && whom.next().is_none());
        if places.len() == 1 && likely.is_empty() && head.is_none() {
            continue;
        }
        let head = head.map(|(n, count)| (text_of(n), count));
        strangers.extend(may_be_of(own_row, head.as_ref(), &likely));
        let others = places.len() - 1;
        let who = told_likely(people, &likely);
        blame(ctx, people, table_rows, &places, &likely, (&mut gone, owned));
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
    strangers.append(&mut mistyped_nips(
        ctx,
        people,
        table_rows,
        (&known, &named),
        mistyped,
        (&mut gone, owned),
    ));
    remove(&mut ctx.problems, gone);
    strangers
}

/// Whether one of these NIPs stands in a row that says who there is.
fn has_own_row(ctx: &Ctx<'_>, table_rows: &[TableRows<'_>], places: &[usize]) -> bool {
    let mut rows = places.iter().filter_map(|&i| super::row_at(table_rows, ctx.problems[i].at?));
    rows.any(|row| PEOPLE.contains(&row.jenis()))
}

/// The NIPs that others write, and that may be those of rows which say who there is.
fn may_be_of(
    own_row: bool,
    head: Option<&(Text, usize)>,
    likely: &[(u64, Option<PegawaiId>)],
) -> impl Iterator<Item = Text> + use<> {
    let written = match likely {
        [(n, None)] if own_row => Some(text_of(*n)),
        _ => None,
    };
    head.map(|(nip, _)| nip.clone()).into_iter().chain(written)
}

fn text_of(nip: u64) -> Text {
    format!("{nip:018}").into()
}

/// NIP and name of those whom an unreadable NIP may mean.
fn told_likely(people: &mut People, likely: &[(u64, Option<PegawaiId>)]) -> Vec<(Text, Option<Text>)> {
    let named = likely.iter().take(NAMED);
    named
        .map(|&(n, id)| (text_of(n), id.map(|id| people.get(id).nama.clone())))
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
    (gone, owned): (&mut Vec<usize>, &mut Vec<(PegawaiId, Origin)>),
) {
    if likely.iter().any(|l| l.1.is_some()) {
        for &i in places {
            let Some(at) = ctx.problems[i].at else { continue };
            let Some(row) = super::row_at(table_rows, at) else {
                continue;
            };
            for id in likely.iter().filter_map(|l| l.1) {
                if likely.len() <= NAMED {
                    lose(people, id, &row, at, owned);
                } else {
                    people.get(id).lost.add(row.jenis());
                }
            }
        }
    }
    if let ([(n, Some(_))], None) = (likely, &ctx.problems[places[0]].nip) {
        ctx.problems[places[0]].nip = Some(text_of(*n));
    }
    gone.extend(likely.iter().filter(|l| l.1.is_none()).flat_map(|l| people.unknown_at(l.0)));
}

/// So many mistyped NIPs are compared digit by digit with those that are known.
const COMPARED: usize = 1000;

/// Tells each NIP in which a letter, a digit too few or another slip stands once, with whom it probably means. Gives those
/// that others write and that may be meant in the rows of these people.
fn mistyped_nips(
    ctx: &mut Ctx<'_>,
    people: &mut People,
    table_rows: &[TableRows<'_>],
    (known, named): (&BTreeMap<u64, Option<PegawaiId>>, &BTreeMap<u64, usize>),
    mistyped: BTreeMap<&str, Vec<usize>>,
    (gone, owned): (&mut Vec<usize>, &mut Vec<(PegawaiId, Origin)>),
) -> BTreeSet<Text> {
    let mut strangers = BTreeSet::new();
    for (text, places) in mistyped.into_iter().take(COMPARED) {
        let NipRead::Wrong(fault) = nip::read_text(text) else {
            continue;
        };
        let likely: Vec<(u64, Option<PegawaiId>)> = nip::meant(text, |n| known.contains_key(&n))
            .into_iter()
            .filter_map(|n| Some((n, *known.get(&n)?)))
            .collect();
        let own_row = has_own_row(ctx, table_rows, &places);
        let head = match nip::meant(text, |n| own_row && named.contains_key(&n))[..] {
            [n] => named.get(&n).map(|count| (text_of(n), *count)),
            _ => None,
        };
        if likely.is_empty() && head.is_none() {
            continue;
        }
        strangers.extend(may_be_of(own_row, head.as_ref(), &likely));
        let fact = NipMistyped {
            part: fault.to_string().into(),
            others: places.len() - 1,
            likely: told_likely(people, &likely),
            head,
        };
        blame(ctx, people, table_rows, &places, &likely, (gone, owned));
        gone.extend_from_slice(&places[1..]);
        ctx.problems[places[0]].fact = fact.into();
    }
    strangers
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
