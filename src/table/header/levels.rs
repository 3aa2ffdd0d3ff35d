//! The rows of a header as levels: what each column's texts are, outermost first, through merges and groups.

use crate::base::ids::short;
use crate::base::text::{clean, fold};
use crate::contract::facet;
use crate::contract::vocab::{AspekPerilaku, Word as _};
use crate::input::sheet::{Merge, Row};
use crate::input::{Sheet, Value};

use super::LEVELS;

/// The texts of one header row within a range of columns.
pub type HeaderLevel = Vec<(u16, Box<str>)>;

/// A cell can stand in a header row only if it is a text that is no NIP.
pub fn header_cells(row: Row<'_>, (lo, hi): (u16, u16)) -> Option<HeaderLevel> {
    let mut cells: HeaderLevel = Vec::new();
    for (col, value) in row.cells_in(lo, hi) {
        if value.is_blank() {
            continue;
        }
        match value {
            Value::Text(t) if t.len() <= 300 && !may_be_a_nip(t) => {
                cells.push((col, clean(t).into()));
            }
            // A year as a column head; anything else that is no text belongs to data.
            Value::Number { value, .. } if (1900.0..2200.0).contains(&value) => {
                cells.push((col, value.to_string().into()));
            }
            _ => return None,
        }
    }
    (!cells.is_empty()).then_some(cells)
}

/// Twelve digits, and more of them in a row than dates have.
fn may_be_a_nip(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() >= 12 && text.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() > 4)
}

/// A row of nothing but the numbers 1 to 12, as texts.
pub fn numeral_cells(row: Row<'_>, (lo, hi): (u16, u16)) -> Option<HeaderLevel> {
    let mut cells: HeaderLevel = Vec::new();
    for (col, value) in row.cells_in(lo, hi).filter(|(_, v)| !v.is_blank()) {
        let Value::Number { value, .. } = value else { return None };
        let n = (1..=12_u8).find(|&n| (f64::from(n) - value).abs() < f64::EPSILON)?;
        cells.push((col, n.to_string().into()));
    }
    (!cells.is_empty()).then_some(cells)
}

/// The merges that touch a header beginning at this row: few, where the data have thousands.
pub fn merges_near(sheet: &Sheet, first: usize) -> Vec<Merge> {
    let top = sheet.row_at(first).number();
    let bottom = top.saturating_add(short(LEVELS));
    sheet
        .merges
        .iter()
        .filter(|m| m.top < bottom && m.bottom >= top)
        .copied()
        .collect()
}

/// A column with the texts of its levels, outermost first.
#[derive(Debug)]
pub struct Joined {
    pub col: u16,
    pub parts: Vec<Box<str>>,
    /// The period that its numeral stands for beside those of the columns next to it.
    pub numeral: Option<Box<str>>,
    /// The value of BerAKHLAK that its letter stands for beside those of the columns next to it.
    pub value: Option<&'static str>,
    /// The predikat that a tick in it stands for beside those of the columns next to it, and the group over them.
    pub choice: Option<(&'static str, Box<str>)>,
}

/// `B A K H L A K`, or `Ber A K H L A K`, side by side: each letter is a value, by its place.
fn spell_values(joined: &mut [Joined]) {
    const LETTERS: [&[&str]; 7] = [
        &["b", "ber", "bp", "op"],
        &["a", "ak"],
        &["k", "ko", "kom"],
        &["h", "har"],
        &["l", "loy"],
        &["a", "ad", "adp"],
        &["k", "ko", "kol"],
    ];
    let spells = |run: &[Joined]| {
        run.iter().zip(LETTERS).all(|(j, letters)| {
            j.parts
                .last()
                .is_some_and(|leaf| leaf.len() <= 4 && letters.contains(&fold(leaf).as_str()))
        })
    };
    let Some(at) = joined.windows(LETTERS.len()).position(spells) else {
        return;
    };
    for (column, value) in joined[at..].iter_mut().zip(AspekPerilaku::BERAKHLAK) {
        column.value = Some(value.as_str());
    }
}

/// Columns side by side under one group whose own headings count from 1: each is a period of the year.
fn number_periods(joined: &mut [Joined]) {
    let counted = |j: &Joined| match j.parts.as_slice() {
        [.., _, leaf] => facet::ordinal(&fold(leaf)),
        _ => None,
    };
    let groups = |j: &Joined| j.parts[..j.parts.len().saturating_sub(1)].to_vec();
    let mut i = 0;
    while i < joined.len() {
        let mut run = i;
        while joined
            .get(run)
            .is_some_and(|j| counted(j).map(usize::from) == Some(run - i + 1) && groups(j) == groups(&joined[i]))
        {
            run += 1;
        }
        let count = run - i;
        for (n, column) in (1..).zip(&mut joined[i..run]) {
            column.numeral = facet::numeral_period(n, count).map(Into::into);
        }
        i = run.max(i + 1);
    }
}

/// "Akhir" behind the parts of a year, under one group: what was attained by its end.
fn end_of_year(joined: &mut [Joined]) {
    let period = |j: &Joined| {
        j.numeral.is_some()
            || facet::split(&j.parts)
                .0
                .period
                .is_some_and(|p| p.contains(char::is_alphabetic))
    };
    for i in 2..joined.len() {
        let (before, from) = joined.split_at_mut(i);
        let Some(last) = from.first_mut() else { return };
        let Some((leaf, groups)) = last.parts.split_last() else {
            continue;
        };
        let beside = |j: &Joined| j.parts.len() == groups.len() + 1 && j.parts.starts_with(groups) && period(j);
        if leaf.starts_with(['A', 'a'])
            && matches!(fold(leaf).as_str(), "akhir" | "akhirtahun")
            && before[i - 2..].iter().all(beside)
        {
            last.numeral = Some("Tahunan".into());
        }
    }
}

/// Joins the levels column by column.
pub fn join(sheet: &Sheet, first: usize, levels: &[HeaderLevel], merges: &[Merge]) -> Vec<Joined> {
    let mut cols: Vec<u16> = levels.iter().flatten().map(|c| c.0).collect();
    cols.sort_unstable();
    cols.dedup();
    let own = |level: usize, col: u16| {
        levels[level]
            .binary_search_by_key(&col, |c| c.0)
            .ok()
            .map(|i| &levels[level][i].1)
    };
    let below = |level: usize, col: u16| (level + 1..levels.len()).any(|l| own(l, col).is_some());
    let mut joined: Vec<Joined> = Vec::with_capacity(cols.len());
    // Where each column's text at a level comes from: the column of the group's first cell.
    let mut source: Vec<Vec<Option<u16>>> = vec![Vec::with_capacity(cols.len()); levels.len()];
    for (i, &col) in cols.iter().enumerate() {
        let mut parts: Vec<Box<str>> = Vec::new();
        for level in 0..levels.len() {
            let number = sheet.row_at(first + level).number();
            let from = if own(level, col).is_some() {
                Some(col)
            } else if !below(level, col) {
                None
            } else if let Some(m) = merges
                .iter()
                .find(|m| m.top <= number && number <= m.bottom && m.left <= col && col <= m.right)
            {
                // Under a merge: its text, unless the merge runs down from a level above.
                (m.top == number && m.left < col).then_some(m.left)
            } else {
                // Group written only in its first cell: goes on to the right as long as the
                // column to the left is in it too, and the group above is the same.
                let left = i.checked_sub(1).and_then(|j| source[level][j]);
                let same_parent = level == 0 || i.checked_sub(1).is_some_and(|j| source[level - 1][j] == source[level - 1][i]);
                left.filter(|&from| same_parent && below(level, from) && !merged_away(merges, number, from))
            };
            source[level].push(from);
            if let Some(text) = from.and_then(|f| own(level, f)) {
                parts.push(text.clone());
            }
        }
        joined.push(Joined {
            col,
            parts,
            numeral: None,
            value: None,
            choice: None,
        });
    }
    number_periods(&mut joined);
    end_of_year(&mut joined);
    spell_values(&mut joined);
    super::choices::spell(&mut joined);
    joined
}

/// A merged group ends where its merge ends; only an unmerged one may be filled to the right.
fn merged_away(merges: &[Merge], row: u32, col: u16) -> bool {
    merges.iter().any(|m| m.top == row && m.left == col && m.right > m.left)
}
