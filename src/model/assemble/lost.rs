//! Rows that stand in the files and join nobody, because their NIP was rounded or their table lacks the
//! columns that join it. That is told once, where it stands; nobody is then told that what stands there
//! is missing (`masukan.md` section 2b.3). A NIP is never repaired.

use std::collections::BTreeMap;

use super::ctx::Ctx;
use super::people::People;
use super::rows::TableRows;
use crate::base::ids::{PegawaiId, whole};
use crate::contract::tables::Need;
use crate::finding::Noted;
use crate::input::Value;
use crate::model::findings::NipRounded;
use crate::model::read::nip::{self, Nip, NipRead};
use crate::model::{Lost, Text};
use crate::table::{Key, TableKind};

/// Numbers as large as a NIP have a place at every 32nd only.
const NEXT: u64 = 16;

/// So many people are named as those whom a rounded NIP may mean.
const NAMED: usize = 3;

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
        let joins = |key: Key| l.has(key) || (key == Key::Nip && l.has(Key::NamaNip));
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

/// Tells each rounded NIP once, with whom it probably means, and marks what these people thereby lack.
pub(super) fn rounded_nips(ctx: &mut Ctx<'_>, people: &mut People, table_rows: &[TableRows<'_>]) {
    let mut groups: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (i, p) in ctx.problems.iter().enumerate() {
        if matches!(p.kode(), "IDN001" | "IDN002")
            && let Some(number) = p.at.and_then(|at| rounded(ctx.inputs.value(at)))
        {
            groups.entry(number).or_default().push(i);
        }
    }
    if groups.is_empty() {
        return;
    }
    let known = people.numbers();
    let mut gone: Vec<usize> = Vec::new();
    for (number, places) in groups {
        // Excel keeps 15 digits of the 18, and every program rounds to the nearest number that has a place.
        let thousand = (number + 500) / 1000 * 1000;
        let near = known.range(thousand.min(number) - NEXT..=(thousand + 999).max(number + NEXT));
        let likely: Vec<(u64, Option<PegawaiId>)> = near
            .filter(|&(&n, _)| n / 1000 == thousand / 1000 || n.abs_diff(number) <= NEXT)
            .map(|(&n, &id)| (n, id))
            .collect();
        if places.len() == 1 && likely.is_empty() {
            continue;
        }
        for &i in &places {
            let kind = ctx.problems[i]
                .at
                .and_then(|at| super::row_at(table_rows, at))
                .map(|row| row.jenis());
            for id in likely.iter().filter_map(|l| l.1) {
                if let Some(kind) = kind {
                    people.get(id).lost.add(kind);
                }
            }
        }
        let text = |n: u64| -> Text { format!("{n:018}").into() };
        let fact = NipRounded {
            others: places.len() - 1,
            likely: likely
                .iter()
                .take(NAMED)
                .map(|&(n, id)| (text(n), id.map(|id| people.get(id).nama.clone())))
                .collect(),
        };
        let first = places[0];
        if let ([(n, Some(_))], None) = (&likely[..], &ctx.problems[first].nip) {
            ctx.problems[first].nip = Some(text(*n));
        }
        ctx.problems[first].fact = fact.into();
        ctx.problems[first].expected = Some("NIP 18 angka dalam sel berformat Teks".into());
        gone.extend_from_slice(&places[1..]);
        // That nobody of the list of people has the NIP is the same fault seen from the other side.
        gone.extend(likely.iter().filter(|l| l.1.is_none()).flat_map(|l| people.unknown_at(l.0)));
    }
    remove(&mut ctx.problems, gone);
}

/// The number that a NIP cell holds whose last digits were lost.
fn rounded(value: Value<'_>) -> Option<u64> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // checked to be in the range of a NIP
    let whole = |n: f64| (1.9e17..2.1e17).contains(&n).then(|| whole(n).unsigned_abs());
    match (value, nip::read(value)) {
        (Value::Number { value, .. }, _) => whole(value),
        (Value::Text(t), NipRead::Number) => whole(t.trim().replace(',', ".").parse().ok()?),
        (Value::Text(t), NipRead::Wrong(nip::NipFault::Serial)) => {
            let digits: String = t.chars().filter(char::is_ascii_digit).collect();
            digits.parse().ok()
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

    /// Where it was told that no pegawai row has this NIP.
    fn unknown_at(&self, number: u64) -> impl Iterator<Item = usize> + use<'_> {
        let is = move |nip: &Nip| nip.number() == number;
        self.asing.iter().filter(move |((nip, _), _)| is(nip)).map(|(_, (at, _))| *at)
    }
}
