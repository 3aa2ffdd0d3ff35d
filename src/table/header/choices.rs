//! Columns to tick, one for each predikat: `SB | B | BP | K | SK`, under a group that says little, under none, or with it in
//! each heading (`Nilai - SB`). One letter says nothing; all of them side by side can be nothing else.

use super::levels::Joined;
use crate::base::text::fold_heading;
use crate::contract::columns::Key;
use crate::contract::facet;
use crate::contract::heading::look_up;
use crate::contract::mark_words::says_nothing_else;
use crate::contract::vocab::{Predikat, Word as _};

/// So many of the five predikat have a column, the best one among them.
const COLUMNS: usize = 4;

/// Sets what a tick stands for in the columns of such a run.
pub(super) fn spell(joined: &mut [Joined]) {
    let found: Vec<Option<(String, &'static str)>> = joined.iter().map(|j| choice(&j.parts)).collect();
    let group_of = |group: &str| {
        found
            .iter()
            .flatten()
            .filter(|(g, _)| g == group)
            .map(|(_, word)| *word)
            .collect::<Vec<_>>()
    };
    for i in 0..joined.len() {
        let Some((group, word)) = &found[i] else { continue };
        let mut words = group_of(group);
        let columns = words.len();
        words.sort_unstable();
        words.dedup();
        let whole = words.len() >= COLUMNS && words.len() == columns && words.contains(&Predikat::SangatBaik.as_str());
        if whole && says_little(group) {
            joined[i].choice = Some((*word, group.as_str().into()));
        }
    }
}

/// The group of a heading, and the predikat that its last words (or, before a hint, its first) are.
fn choice(parts: &[Box<str>]) -> Option<(String, &'static str)> {
    let (leaf, groups) = parts.split_last()?;
    if leaf.len() > 60 {
        return None;
    }
    let own = fold_heading(leaf);
    if let Some(word) = predikat(&own) {
        return Some((fold_heading(&groups.join(" ")), word));
    }
    if !groups.is_empty() {
        return None;
    }
    let words: Vec<&str> = own.split(' ').collect();
    (1..words.len().min(4)).rev().find_map(|n| {
        let (before, last) = words.split_at(words.len() - n);
        let (first, behind) = words.split_at(n);
        let at_end = predikat(&last.join(" ")).map(|word| (before.join(" "), word));
        at_end.or_else(|| predikat(&first.join(" ")).map(|word| (behind.join(" "), word)))
    })
}

/// The predikat that folded words are, in full or in short; of a scale of four or five `C` is its middle.
fn predikat(folded: &str) -> Option<&'static str> {
    let short = || facet::short_form(folded).and_then(|w| Predikat::named(&w.to_lowercase()));
    let named = Predikat::named(folded).filter(|_| folded.contains(char::is_alphabetic));
    let word = named.or_else(short).or_else(|| (folded == "c").then_some(Predikat::Cukup));
    word.map(Predikat::by_ratings)
}

/// The group has no word that makes what is ticked anything else than a predikat.
fn says_little(group: &str) -> bool {
    let rest = facet::without_period(group);
    let mut buffer = String::new();
    let remark = matches!(rest.as_str(), "ket" | "keterangan");
    let rating = look_up(&rest, &mut buffer)
        .iter()
        .any(|hit| matches!(hit.key, Key::HasilKerja | Key::PerilakuKerja));
    let conduct = rest.split(' ').any(|w| matches!(w, "perilaku" | "ekspektasi"));
    remark || (says_nothing_else(&rest) && !rating && !conduct)
}
