//! Which kind of table a header is of: the one that understands most of its columns.

use hashbrown::HashSet;

use super::Header;
use super::claims::{BARE_TICK, Claim, FoundBy, meanings};
use super::levels::Joined;
use crate::base::text::fold;
use crate::contract::columns::Rank;
use crate::contract::facet::{self, Facet};
use crate::contract::tables::Need;
use crate::contract::vocab::{AspekPerilaku, Word as _};
use crate::table::{Key, TableColumn, TableKind};

/// Chooses the kind and names the columns.
pub fn judge(joined: &[Joined], first: usize, last: usize, hint: &str) -> Option<Header> {
    let mut buffer = String::new();
    let meant: Vec<Vec<Claim>> = joined.iter().map(|c| meanings(c, &mut buffer)).collect();
    let mut best: Option<(i32, bool, Header)> = None;
    for jenis in TableKind::ALL {
        let Some(header) = assign(jenis, joined, &meant, first, last) else {
            continue;
        };
        let hinted = !hint.is_empty() && hint.contains(&fold(jenis.as_str()));
        // A kind of which nothing of its own was found never wins over one that is sure.
        let score = header.score - if header.sure() { 0 } else { 20 };
        let better = match &best {
            None => true,
            Some((s, h, _)) => score > *s || (score == *s && hinted && !*h),
        };
        if better {
            best = Some((score, hinted, header));
        }
    }
    best.map(|(_, _, h)| h)
}

/// The claims of one kind with the facets that hold in it, the surest first; of equal ones the
/// meaning that the contract names first, then the better name, then the column further left.
fn claims_of(jenis: TableKind, meant: &[Vec<Claim>]) -> Vec<(usize, Claim)> {
    let mut claims: Vec<(usize, Claim)> = meant
        .iter()
        .enumerate()
        .flat_map(|(i, m)| m.iter().filter(|c| c.hit.jenis == jenis).map(move |c| (i, c.clone())))
        .collect();
    // An aspek told by headings: in two columns at least, and not where a column says it row by row.
    let told = claims
        .iter()
        .any(|(_, c)| c.hit.key == Key::Aspek && c.facet.is_plain() && c.found != FoundBy::Group);
    // Among the values of BerAKHLAK "Orientasi Pelayanan" is the first of them.
    let values = |c: &Claim, list: &[AspekPerilaku]| list.iter().any(|a| c.facet.aspek == Some(a.as_str()));
    let of_values = claims.iter().any(|(_, c)| values(c, &AspekPerilaku::BERAKHLAK));
    if of_values && !claims.iter().any(|(_, c)| values(c, &AspekPerilaku::NUMERIK[1..])) {
        for (_, claim) in &mut claims {
            if values(claim, &AspekPerilaku::NUMERIK[..1]) {
                claim.facet.aspek = Some(AspekPerilaku::BerorientasiPelayanan.as_str());
            }
        }
    }
    let aspek: HashSet<&'static str> = claims.iter().filter_map(|(_, c)| c.facet.aspek).collect();
    if told || aspek.len() < 2 {
        beside_all(&mut claims);
        claims.retain_mut(|(_, c)| {
            let bare = c.facet.aspek.take().is_some() && jenis == TableKind::Perilaku;
            !bare
        });
    }
    // Beside columns of a mark with their periods, or columns to tick, one in words that nobody knows is none of it.
    let told_apart: HashSet<Key> = claims
        .iter()
        .filter(|(_, c)| c.found != FoundBy::Group && !c.facet.is_plain())
        .filter(|(_, c)| facet::is_mark(c.hit.key) || c.facet.tick.is_some())
        .map(|(_, c)| c.hit.key)
        .collect();
    claims.retain(|(_, c)| c.found != FoundBy::Group || !told_apart.contains(&c.hit.key));
    // Ticks stand in two columns at least.
    // And only where people are named: without them they are columns of counts.
    let people = claims.iter().any(|(_, c)| matches!(c.hit.key, Key::Nip | Key::NamaNip));
    claims.retain(|(_, c)| people || c.facet.tick.is_none() || c.hit.rank != BARE_TICK);
    let ticks: Vec<(Key, Facet, &'static str)> = claims
        .iter()
        .filter_map(|(_, c)| Some((c.hit.key, c.facet.without_tick(), c.facet.tick?)))
        .collect();
    claims.retain(|(_, c)| {
        let Some(word) = c.facet.tick else { return true };
        let base = c.facet.without_tick();
        ticks.iter().any(|(k, f, w)| *k == c.hit.key && *f == base && *w != word)
    });
    let place = |key| jenis.columns().iter().position(|c| c.key == key);
    claims.sort_by_cached_key(|(i, c)| (c.order(), place(c.hit.key), c.hit.rank, *i));
    claims
}

/// "REALISASI WAKTU (BULAN)" beside "REALISASI", where nothing else tells the aspek apart: it is of that aspek alone, and no second
/// column of the same.
fn beside_all(claims: &mut Vec<(usize, Claim)>) {
    let figure = |key: Key| matches!(key, Key::Target | Key::Satuan | Key::Realisasi);
    let of_aspek: HashSet<(usize, Key)> = claims
        .iter()
        .filter(|(_, c)| c.facet.aspek.is_some() && figure(c.hit.key))
        .map(|(i, c)| (*i, c.hit.key))
        .collect();
    if of_aspek.is_empty() {
        return;
    }
    let of_all: HashSet<Key> = claims
        .iter()
        .filter(|(i, c)| c.found == FoundBy::Whole && c.facet.is_plain() && !of_aspek.contains(&(*i, c.hit.key)))
        .map(|(_, c)| c.hit.key)
        .collect();
    claims.retain(|(i, c)| !(of_all.contains(&c.hit.key) && of_aspek.contains(&(*i, c.hit.key))));
}

/// The year or part of it that a heading says.
fn year_in(column: &Joined) -> Option<Box<str>> {
    facet::split(&column.parts).0.period
}

fn differs(a: Option<&str>, b: Option<&str>) -> bool {
    a.is_some() && b.is_some() && a != b
}

/// How well what the columns mean fits a kind of table.
struct Fit {
    score: i32,
    /// Columns that speak for it.
    matched: usize,
    /// Columns without which it cannot be.
    missing: Vec<Key>,
}

fn fit(jenis: TableKind, meaning: &[Option<(Key, Facet)>]) -> Fit {
    let mut score = 0_i32;
    let mut matched = 0;
    let mut missing = Vec::new();
    let has = |key: Key| meaning.iter().flatten().any(|(k, _)| *k == key);
    for column in jenis.columns() {
        let key = column.key;
        // An aspek may be told by the headings.
        let otherwise = jenis.told_otherwise(key, has);
        // The texts of RHK and indicators stand in plans as well: they say nothing of the kind.
        if otherwise && !has(key) && key != Key::Nip && key != Key::Nama {
            continue;
        }
        let there = has(key) || otherwise || (key == Key::Aspek && meaning.iter().flatten().any(|(_, f)| f.aspek.is_some()));
        if there {
            score += i32::from(column.weight);
            matched += meaning
                .iter()
                .flatten()
                .filter(|(k, _)| *k == key && column.weight > 0)
                .count();
        } else if column.need == Need::Must {
            score -= 6;
            missing.push(key);
        } else if column.need == Need::Derived {
            score -= 2;
        }
    }
    Fit { score, matched, missing }
}

/// The header read as one kind; `None` when not one column is understood.
fn assign(jenis: TableKind, joined: &[Joined], meant: &[Vec<Claim>], first: usize, last: usize) -> Option<Header> {
    let mut meaning: Vec<Option<(Key, Facet)>> = vec![None; joined.len()];
    let mut surpassed: Vec<Option<Key>> = vec![None; joined.len()];
    let mut taken: Vec<(usize, Claim)> = Vec::new();
    let (mut doubled, mut ambiguous) = (Vec::new(), Vec::new());
    for (i, claim) in claims_of(jenis, meant) {
        if meaning[i].is_some() {
            continue;
        }
        let key = claim.hit.key;
        match taken.iter().find(|(_, c)| c.hit.key == key && c.facet == claim.facet) {
            None => {
                meaning[i] = Some((key, claim.facet.clone()));
                taken.push((i, claim));
            }
            Some((earlier, first)) if claim.order() == first.order() && facet::decides(key) => {
                ambiguous.push((joined[i].col, joined[*earlier].col, key));
                surpassed[i].get_or_insert(key);
            }
            // "Target 2024" beside "Target 2025": which counts is told by the year that is asked for.
            Some((earlier, _))
                if key == Key::Target && differs(year_in(&joined[i]).as_deref(), year_in(&joined[*earlier]).as_deref()) =>
            {
                surpassed[i].get_or_insert(key);
            }
            Some((earlier, first))
                if claim.plain() && claim.order() == first.order() && !matches!(key, Key::BukanNip | Key::No) =>
            {
                doubled.push((joined[i].col, joined[*earlier].col, key));
            }
            Some(_) if claim.found == FoundBy::Whole => {
                surpassed[i].get_or_insert(key);
            }
            Some(_) => {}
        }
    }
    let Fit {
        mut score,
        matched,
        missing,
    } = fit(jenis, &meaning);
    if matched == 0 {
        return None;
    }
    let unknown = meant.iter().filter(|m| !m.iter().any(|c| c.hit.jenis == jenis)).count();
    score -= i32::try_from(unknown).unwrap_or(i32::MAX / 2);
    let people = meant
        .iter()
        .flatten()
        .any(|c| matches!(c.hit.key, Key::Nip | Key::Nama | Key::NamaNip) && c.hit.rank <= Rank::Begins);
    let columns = joined
        .iter()
        .zip(meaning.into_iter().zip(surpassed))
        .filter(|(c, _)| !c.parts.is_empty())
        .map(|(c, (meaning, surpassed))| {
            let surpassed = surpassed.filter(|_| meaning.is_none());
            let (key, facet) = meaning.map_or((None, Facet::default()), |(k, f)| (Some(k), f));
            TableColumn {
                col: c.col,
                written: c.parts.join(TableColumn::BETWEEN_LEVELS).into(),
                key,
                facet,
                surpassed,
                disputed: false,
            }
        })
        .collect();
    Some(Header {
        jenis,
        first,
        last,
        columns,
        missing,
        doubled,
        ambiguous,
        by_content: Vec::new(),
        atasan_in_one: None,
        doubtful_nip: None,
        marks_unread: Vec::new(),
        marks_of_others: Vec::new(),
        people,
        score,
        matched,
    })
}
