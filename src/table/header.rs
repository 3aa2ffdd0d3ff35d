//! Finds headers: which rows name the columns of which kind of table.
//!
//! A header is 1–5 adjacent rows of texts. For each column the texts of its rows are joined,
//! groups (merged, or written only in their first cell) included, and looked up. The kind is the
//! one that understands most of it; a name of sheet or file only breaks ties.

use hashbrown::HashSet;
use std::sync::Arc;

use super::{Key, TableColumn, TableKind};
use crate::base::ids::short;
use crate::base::text::{clean, fold, shorten};
use crate::contract::columns::Rank;
use crate::contract::facet::{self, Facet};
use crate::contract::heading::{Hit, look_up, look_up_alternatives, look_up_exact, look_up_named, nearest};
use crate::contract::tables::Need;
use crate::input::sheet::{Merge, Row};
use crate::input::{Sheet, Value};

/// At most so many rows make a header.
pub const LEVELS: usize = 5;

/// A header that was found.
#[derive(Debug, Clone)]
pub struct Header {
    /// Kind of the table below it.
    pub jenis: TableKind,
    /// First row, as index among the non-empty rows of the sheet.
    pub first: usize,
    /// Last row, likewise.
    pub last: usize,
    /// Columns, left to right.
    pub columns: Vec<TableColumn>,
    /// Obligatory columns that are not there.
    pub missing: Vec<Key>,
    /// Columns that say the same as an earlier one: (the later, the earlier, what they mean).
    pub doubled: Vec<(u16, u16, Key)>,
    /// Columns of one mark that nothing tells apart, likewise.
    pub ambiguous: Vec<(u16, u16, Key)>,
    /// Columns that are taken for what all their cells are, whatever their heading.
    pub by_content: Vec<(u16, Key)>,
    /// It names people: a heading NIP or Nama. Then it is no table of units and no form of one person.
    pub people: bool,
    /// How well it is understood.
    pub score: i32,
    /// How many columns were understood.
    pub matched: usize,
}

impl Header {
    /// All obligatory columns are there, and enough others to be sure of the kind.
    pub fn complete(&self) -> bool {
        self.missing.is_empty() && self.sure()
    }

    /// A heading that was not understood and is nearly the name of this column: a slip of the pen.
    pub fn nearly(&self, column: Key) -> Option<String> {
        let unread = self.columns.iter().filter(|c| c.key.is_none());
        unread
            .map(|c| &c.written)
            .find(|w| nearest(w, self.jenis) == Some(column))
            .map(ToString::to_string)
    }

    /// The headings that nobody understood, as many as a sentence holds.
    pub fn unread(&self) -> Vec<String> {
        self.columns
            .iter()
            .filter(|c| c.is_unread())
            .take(5)
            .map(|c| shorten(&c.written, 40))
            .collect()
    }

    /// Good enough to be taken for a table whose columns are partly missing.
    pub fn acceptable(&self) -> bool {
        let needed = self.jenis.columns().iter().filter(|c| c.need == Need::Must).count();
        self.sure() && self.matched >= 3 && needed.saturating_sub(self.missing.len()) * 5 >= needed * 3
    }

    /// Kinds with few obligatory columns need something else of their own.
    fn sure(&self) -> bool {
        let has = |key: Key| self.has(key);
        let person = has(Key::Nip) || has(Key::NamaNip);
        match self.jenis {
            TableKind::Penilaian => has(Key::HasilKerja) || has(Key::PerilakuKerja) || has(Key::HasilAkhir),
            TableKind::Unit => !self.people && (has(Key::UnitInduk) || has(Key::NipPimpinan) || has(Key::PredikatOrganisasi)),
            TableKind::Pengecualian => person && has(Key::Alasan),
            TableKind::Realisasi => has(Key::Realisasi) || (has(Key::UmpanBalik) && has(Key::KodeRhk)),
            TableKind::Perilaku => has(Key::Nilai) || (has(Key::Aspek) && has(Key::Penilai)),
            TableKind::Skp => has(Key::Rhk) || (has(Key::KodeRhk) && has(Key::Indikator)),
            TableKind::Sasaran => {
                !self.people && has(Key::Sasaran) && (has(Key::Indikator) || has(Key::Target) || has(Key::Kode))
            }
            TableKind::FormulirSkp => {
                !self.people && has(Key::Rhk) && (has(Key::KodeRhkAtasan) || has(Key::Indikator) || has(Key::Perspektif))
            }
            TableKind::FormulirEvaluasi => !self.people && has(Key::Rhk) && has(Key::Realisasi),
            _ => true,
        }
    }

    /// Whether a column with this meaning was found.
    pub fn has(&self, key: Key) -> bool {
        self.columns.iter().any(|c| c.key == Some(key))
    }

    /// First and last column.
    pub fn span(&self) -> (u16, u16) {
        (
            self.columns.first().map_or(0, |c| c.col),
            self.columns.last().map_or(0, |c| c.col),
        )
    }
}

/// The texts of one header row within a range of columns.
type HeaderLevel = Vec<(u16, Box<str>)>;

/// A cell can stand in a header row only if it is a text that is no NIP.
fn header_cells(row: Row<'_>, (lo, hi): (u16, u16)) -> Option<HeaderLevel> {
    let mut cells: HeaderLevel = Vec::new();
    for (col, value) in row.cells_in(lo, hi) {
        if value.is_blank() {
            continue;
        }
        match value {
            Value::Text(t) if t.chars().filter(char::is_ascii_digit).count() < 12 && t.len() <= 300 => {
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

/// Whether a row is worth a closer look: two of its first cells name columns.
pub fn may_be_header(row: Row<'_>, (lo, hi): (u16, u16), buffer: &mut String) -> bool {
    let mut hits = 0;
    let mut texts = 0;
    for (_, value) in row.cells_in(lo, hi) {
        if texts == 8 {
            break;
        }
        match value {
            Value::Text(t) if t.starts_with(|c: char| c.is_ascii_digit()) => {
                if t.len() > 12 {
                    return false;
                }
            }
            Value::Text(t) => {
                texts += 1;
                if !look_up_exact(t, buffer).is_empty() {
                    hits += 1;
                    if hits == 2 {
                        return true;
                    }
                } else if texts >= 4 && hits == 0 {
                    return false;
                }
            }
            Value::Empty => {}
            _ => return false,
        }
    }
    false
}

/// Whether any cell of the row names a column: without one no header begins here.
pub fn names_a_column(row: Row<'_>, (lo, hi): (u16, u16), buffer: &mut String) -> bool {
    row.cells_in(lo, hi)
        .any(|(_, value)| matches!(value, Value::Text(t) if t.len() <= 200 && !look_up(t, buffer).is_empty()))
}

/// The best header that begins at the non-empty row `first`, within columns `lo..=hi`.
/// `hint` is the folded name of sheet and file.
pub fn at(sheet: &Sheet, first: usize, range: (u16, u16), hint: &str) -> Option<Header> {
    let mut levels: Vec<HeaderLevel> = Vec::new();
    let mut best: Option<Header> = None;
    let merges = merges_near(sheet, first);
    for depth in 0..LEVELS {
        let index = first + depth;
        if index >= sheet.row_count() {
            break;
        }
        let row = sheet.row_at(index);
        if depth > 0 && !follows(sheet.row_at(index - 1).number(), row.number(), &merges) {
            break;
        }
        let numerals = || numeral_cells(row, range).filter(|_| depth > 0);
        let words = header_cells(row, range);
        let only_numerals = words.is_none();
        let Some(level) = words.or_else(numerals) else { break };
        levels.push(level);
        let grouped = depth > 0
            && best
                .as_ref()
                // A row that brought nothing is no row of groups: it is data, and so is what follows it.
                .filter(|b| b.last + 1 == index)
                .is_some_and(|b| names_groups(&levels, b, &merges, sheet.row_at(index - 1).number()));
        if only_numerals && !grouped {
            break;
        }
        let texts = join(sheet, first, &levels, &merges);
        let Some(found) = judge(&texts, first, index, hint) else {
            continue;
        };
        // A further row must bring something; otherwise it is data that looks like words.
        let brings = |b: &Header| {
            found.matched > b.matched || (found.matched == b.matched && found.missing.len() < b.missing.len()) || grouped
        };
        if best.as_ref().is_none_or(brings) {
            best = Some(found);
        }
    }
    best
}

/// The last of the levels stands under groups of the one above it, in the sheet's row `group`, and says
/// nothing where people are named: it names the columns of those groups, even in words that nobody knows.
fn names_groups(levels: &[HeaderLevel], above: &Header, merges: &[Merge], group: u32) -> bool {
    let [.., over, leaves] = levels else { return false };
    let named = |col: u16| over.iter().any(|c| c.0 == col);
    let merged = |col: u16| {
        merges
            .iter()
            .any(|m| m.top <= group && group <= m.bottom && m.left < m.right && (m.left..=m.right).contains(&col))
    };
    // To the right of a heading that goes on without one of its own.
    let under = |col: u16| merged(col) || (!named(col) && over.iter().any(|c| c.0 < col));
    let begins = |col: u16| named(col) && !named(col + 1) && leaves.iter().any(|c| c.0 == col + 1);
    let of_person = |c: &&TableColumn| matches!(c.key, Some(Key::No | Key::Nip | Key::Nama | Key::NamaNip));
    leaves.len() >= 2
        && leaves.iter().any(|c| under(c.0))
        && leaves
            .iter()
            .all(|c| c.1.chars().count() <= 40 && (under(c.0) || begins(c.0)))
        && above
            .columns
            .iter()
            .filter(of_person)
            .all(|p| leaves.iter().all(|c| c.0 != p.col))
}

/// A row of nothing but the numbers 1 to 12, as texts.
fn numeral_cells(row: Row<'_>, (lo, hi): (u16, u16)) -> Option<HeaderLevel> {
    let mut cells: HeaderLevel = Vec::new();
    for (col, value) in row.cells_in(lo, hi).filter(|(_, v)| !v.is_blank()) {
        let Value::Number { value, .. } = value else { return None };
        let n = (1..=12_u8).find(|&n| (f64::from(n) - value).abs() < f64::EPSILON)?;
        cells.push((col, n.to_string().into()));
    }
    (!cells.is_empty()).then_some(cells)
}

/// The next row of a header stands directly below, or below rows that the merges of its groups cover.
fn follows(above: u32, row: u32, merges: &[Merge]) -> bool {
    (above + 1..row).all(|gap| merges.iter().any(|m| m.top <= above && gap <= m.bottom))
}

/// The merges that touch a header beginning at this row: few, where the data have thousands.
fn merges_near(sheet: &Sheet, first: usize) -> Vec<Merge> {
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
struct Joined {
    col: u16,
    parts: Vec<Box<str>>,
    /// The period that its numeral stands for beside those of the columns next to it.
    numeral: Option<Box<str>>,
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

/// Joins the levels column by column.
fn join(sheet: &Sheet, first: usize, levels: &[HeaderLevel], merges: &[Merge]) -> Vec<Joined> {
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
        let numeral = None;
        joined.push(Joined { col, parts, numeral });
    }
    number_periods(&mut joined);
    joined
}

/// A merged group ends where its merge ends; only an unmerged one may be filled to the right.
fn merged_away(merges: &[Merge], row: u32, col: u16) -> bool {
    merges.iter().any(|m| m.top == row && m.left == col && m.right > m.left)
}

/// How a column's meaning was found, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum FoundBy {
    /// By its whole name.
    Whole,
    /// By its last level alone.
    Leaf,
    /// Only the group's name is known: its one column that nothing else explains.
    Group,
}

/// What a column may mean: less is surer.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Claim {
    hit: Hit,
    found: FoundBy,
    facet: Facet,
}

impl Claim {
    fn order(&self) -> (bool, u8, FoundBy) {
        (self.found == FoundBy::Group, self.hit.rank.class(), self.found)
    }

    /// Said in so many words: two such columns of one meaning are a contradiction.
    fn plain(&self) -> bool {
        self.found == FoundBy::Whole && self.hit.rank <= Rank::Begins
    }
}

/// Words that make "NIP" below them somebody else's.
const OTHERS: [&str; 3] = ["atasan", "penilai", "pimpinan"];

/// Under a mark: its words, and its codes.
const WORDS_OF_A_MARK: [&str; 8] = [
    "predikat",
    "rating",
    "kategori",
    "ekspektasi",
    "sebutan",
    "huruf",
    "hasil",
    "kriteria",
];
const CODES_OF_A_MARK: [&str; 5] = ["nilai", "angka", "skor", "kode", "bobot"];

/// What may stand beside the name of a BerAKHLAK value or aspek of perilaku.
const PERILAKU: [&str; 17] = [
    "",
    "berakhlak",
    "nilai berakhlak",
    "nilai nilai berakhlak",
    "core value",
    "core values",
    "core values asn",
    "core value berakhlak",
    "core values berakhlak",
    "nilai dasar",
    "nilai",
    "perilaku",
    "perilaku kerja",
    "rating",
    "skor",
    "aspek perilaku",
    "nilai perilaku",
];

/// What a column may mean, in every kind; of one meaning in one kind the surest claim.
fn meanings(column: &Joined, buffer: &mut String) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    let parts = &column.parts;
    let Some((leaf, groups)) = parts.split_last() else {
        return claims;
    };
    if groups.is_empty() {
        let hits = look_up(leaf, buffer);
        add(&mut claims, hits, FoundBy::Whole, &Facet::default());
        if hits.is_empty() {
            add(
                &mut claims,
                &look_up_alternatives(leaf, buffer),
                FoundBy::Whole,
                &Facet::default(),
            );
            ticked(&mut claims, leaf);
        }
    } else {
        grouped(&mut claims, leaf, groups, buffer);
    }
    let (facet, rest) = match &column.numeral {
        // "TRIWULAN" over "I" says so itself; what "I" alone means the columns beside it tell.
        Some(period) if facet::split(parts).0.period.is_none() => {
            let mut said = groups.to_vec();
            said.push(period.clone());
            facet::split(&said)
        }
        _ => facet::split(parts),
    };
    if !facet.is_plain() {
        // "PENILAIAN TAHUN 2025" over "PREDIKAT": the group gives the period only.
        let (_, own) = facet::split(std::slice::from_ref(leaf));
        let alone = !groups.is_empty() && facet.period.is_some() && facet.tick.is_none() && facet.aspek.is_none();
        let rest = if alone && !own.is_empty() && look_up(&rest, buffer).is_empty() {
            own
        } else {
            rest
        };
        faceted(&mut claims, &facet, &rest, buffer);
    }
    claims
}

/// The last thing that a heading may mean: a word of a list without a group over it.
const BARE_TICK: Rank = Rank::Last(250);

/// "SANGAT BAIK", "BAIK" … without a group over them: the predikat; "DI ATAS", "SESUAI": the umpan balik.
fn ticked(claims: &mut Vec<Claim>, leaf: &str) {
    let Some((word, predikat)) = facet::tick_of(leaf) else {
        return;
    };
    let meant: &[(TableKind, Key)] = if predikat {
        &[(TableKind::Penilaian, Key::HasilAkhir)]
    } else {
        &[
            (TableKind::Realisasi, Key::UmpanBalik),
            (TableKind::Skp, Key::UmpanBalik),
            (TableKind::Perilaku, Key::Nilai),
        ]
    };
    let facet = Facet {
        tick: Some(word),
        ..Facet::default()
    };
    for &(jenis, key) in meant {
        let hit = Hit {
            jenis,
            key,
            rank: BARE_TICK,
        };
        add(claims, &[hit], FoundBy::Whole, &facet);
    }
}

fn add(claims: &mut Vec<Claim>, hits: &[Hit], found: FoundBy, facet: &Facet) {
    for &hit in hits {
        let claim = Claim {
            hit,
            found,
            facet: facet.clone(),
        };
        let same = |c: &&mut Claim| c.hit.jenis == hit.jenis && c.hit.key == hit.key && c.facet == *facet;
        match claims.iter_mut().find(same) {
            Some(known) if claim.order() < known.order() => *known = claim,
            Some(_) => {}
            None => claims.push(claim),
        }
    }
}

/// By the names of the levels, without looking for facets.
fn grouped(claims: &mut Vec<Claim>, leaf: &str, groups: &[Box<str>], buffer: &mut String) {
    let plain = Facet::default();
    for start in 0..groups.len() {
        let group = groups[start..].join(" ");
        add(
            claims,
            look_up_named(&format!("{group} {leaf}"), buffer),
            FoundBy::Whole,
            &plain,
        );
        add(
            claims,
            look_up_named(&format!("{leaf} {group}"), buffer),
            FoundBy::Whole,
            &plain,
        );
    }
    let group = fold(&groups.join(" "));
    let own = fold(leaf);
    let person = ["nip", "nama", "jabatan", "unitkerja", "unor", "golongan", "pangkatgolruang"];
    if OTHERS.iter().any(|w| group.contains(w)) && !group.contains("dinilai") && person.contains(&own.as_str()) {
        return;
    }
    // "TMT" under "PANGKAT" is no day of the post.
    if own == "tmt" && !group.contains("jabatan") {
        return;
    }
    let of_group = groups.last().map_or(&[][..], |g| look_up(g, buffer));
    if of_group.iter().any(|h| facet::is_mark(h.key)) {
        // Under a mark the leaf says in which form it stands, and is no mark of its own.
        if WORDS_OF_A_MARK.contains(&own.as_str()) {
            add(claims, of_group, FoundBy::Whole, &plain);
            return;
        }
        if CODES_OF_A_MARK.contains(&own.as_str()) {
            let codes: Vec<Hit> = of_group
                .iter()
                .map(|h| Hit {
                    rank: Rank::Last(0),
                    ..*h
                })
                .collect();
            add(claims, &codes, FoundBy::Whole, &plain);
            return;
        }
    }
    add(claims, look_up(leaf, buffer), FoundBy::Leaf, &plain);
    add(claims, of_group, FoundBy::Group, &plain);
}

/// By what is left once period, aspek, rater and rating are taken out.
fn faceted(claims: &mut Vec<Claim>, facet: &Facet, rest: &str, buffer: &mut String) {
    let mut hits: Vec<Hit> = look_up(rest, buffer).to_vec();
    let bare = |jenis, key, rank| Hit { jenis, key, rank };
    let of_person = facet
        .aspek
        .filter(|a| !matches!(*a, "kuantitas" | "kualitas" | "waktu" | "biaya"));
    if of_person.is_some() && PERILAKU.contains(&rest) {
        hits.push(bare(TableKind::Perilaku, Key::Nilai, Rank::Usual));
    }
    if rest.is_empty() && facet.period.is_some() && facet.aspek.is_none_or(|_| of_person.is_none()) {
        for jenis in [TableKind::Skp, TableKind::Realisasi] {
            hits.push(bare(jenis, Key::Realisasi, Rank::Weak(0)));
        }
        hits.push(bare(TableKind::Penilaian, Key::HasilAkhir, Rank::Last(200)));
    }
    for hit in hits {
        let key = hit.key;
        let own = Facet {
            period: facet.period.clone().filter(|_| facet::has_periods(key)),
            aspek: facet.aspek.filter(|_| facet::has_aspek(key)),
            penilai: facet.penilai.filter(|_| key == Key::Nilai),
            tick: facet.tick.filter(|_| facet::has_ticks(key)),
        };
        if own.is_plain() {
            continue;
        }
        // What the facet says stands against reading the column without it.
        if own.period.is_some() || own.tick.is_some() {
            claims.retain(|c| !(c.hit.jenis == hit.jenis && c.hit.key == key && c.facet.is_plain()));
        }
        add(claims, &[hit], FoundBy::Whole, &own);
    }
}

/// Chooses the kind and names the columns.
fn judge(joined: &[Joined], first: usize, last: usize, hint: &str) -> Option<Header> {
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
    let aspek: HashSet<&'static str> = claims.iter().filter_map(|(_, c)| c.facet.aspek).collect();
    if told || aspek.len() < 2 {
        claims.retain_mut(|(_, c)| {
            let bare = c.facet.aspek.take().is_some() && jenis == TableKind::Perilaku;
            !bare
        });
    }
    // Beside columns of a mark with their periods, one in words that nobody knows is none of it.
    let told_apart: HashSet<Key> = claims
        .iter()
        .filter(|(_, c)| facet::is_mark(c.hit.key) && c.found != FoundBy::Group && !c.facet.is_plain())
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
            Some((earlier, first)) if claim.order() == first.order() && facet::is_mark(key) => {
                ambiguous.push((joined[i].col, joined[*earlier].col, key));
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
    let mut score = 0_i32;
    let mut matched = 0;
    let mut missing = Vec::new();
    let has = |key: Key| meaning.iter().flatten().any(|(k, _)| *k == key);
    for column in jenis.columns() {
        let key = column.key;
        // Name and NIP in one cell are both; an aspek may be told by the headings.
        let there = has(key)
            || (matches!(key, Key::Nip | Key::Nama) && has(Key::NamaNip))
            || (key == Key::Aspek && meaning.iter().flatten().any(|(_, f)| f.aspek.is_some()));
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
                written: Arc::from(c.parts.join(" / ")),
                key,
                facet,
                surpassed,
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
        people,
        score,
        matched,
    })
}

/// Adds group rows that stand above a header and name no column themselves ("Identitas" over
/// NIP and Nama), so that they are shown in the columns' names and are no title lines.
pub fn with_groups(sheet: &Sheet, found: Header, top: usize, range: (u16, u16), hint: &str) -> Header {
    let mut best = found;
    while best.first > top && best.last + 1 - best.first < LEVELS {
        let above = best.first - 1;
        let row = sheet.row_at(above);
        if row.number() + 1 != sheet.row_at(best.first).number() || !is_group_row(sheet, row, &best, range) {
            break;
        }
        let depth = best.last - above + 1;
        let levels: Option<Vec<HeaderLevel>> = (0..depth).map(|d| header_cells(sheet.row_at(above + d), range)).collect();
        let Some(levels) = levels else { break };
        match judge(
            &join(sheet, above, &levels, &merges_near(sheet, above)),
            above,
            best.last,
            hint,
        ) {
            Some(more) if more.jenis == best.jenis && more.matched >= best.matched => best = more,
            _ => break,
        }
    }
    best
}

/// A group row holds at least two texts over the table, or one merged over part of it; a line of
/// title or meta has one text, or "Instansi" beside ": Dinas".
fn is_group_row(sheet: &Sheet, row: Row<'_>, header: &Header, range: (u16, u16)) -> bool {
    let Some(cells) = header_cells(row, range) else {
        return false;
    };
    let (lo, hi) = header.span();
    let width = usize::from(hi - lo) + 1;
    if cells.iter().any(|(c, t)| *c > hi || t.contains(':')) {
        return false;
    }
    let spans: Vec<usize> = cells
        .iter()
        .map(|(col, _)| {
            sheet
                .merges
                .iter()
                .find(|m| m.top == row.number() && m.left == *col)
                .map_or(1, |m| usize::from(m.right - m.left) + 1)
        })
        .collect();
    if spans.iter().any(|&s| s > 1) {
        return spans.iter().all(|&s| s < width);
    }
    // Periods over columns of one meaning: each its own.
    let period = |text: &str| {
        let (facet, rest) = facet::split(&[Box::from(text)]);
        facet.period.is_some() && rest.is_empty()
    };
    if cells
        .iter()
        .all(|(col, t)| period(t) && header.columns.iter().any(|c| c.col == *col))
    {
        return true;
    }
    // Unmerged: groups with room to their right, all over columns of the table.
    cells.len() >= 2
        && cells
            .iter()
            .all(|(col, _)| *col < lo || header.columns.iter().any(|c| c.col == *col))
        && cells.windows(2).any(|w| w[1].0 - w[0].0 > 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::origin::FileId;
    use crate::input::SheetBuilder;
    use crate::input::sheet::Merge;

    fn sheet(rows: &[&[&str]], merges: &[(u32, u16, u32, u16)]) -> Sheet {
        let mut b = SheetBuilder::new(FileId(0), None);
        for (r, cells) in (0u32..).zip(rows) {
            for (c, text) in (0u16..).zip(*cells) {
                if !text.is_empty() {
                    assert!(b.push(r, c, Value::Text(text)));
                }
            }
        }
        for &(top, left, bottom, right) in merges {
            b.merge(Merge {
                top,
                left,
                bottom,
                right,
            });
        }
        b.finish()
    }

    fn named(h: &Header) -> Vec<(&str, Option<&str>)> {
        h.columns.iter().map(|c| (&*c.written, c.key.map(Key::name))).collect()
    }

    #[test]
    fn groups_written_only_in_their_first_cell_reach_over_their_columns() {
        let s = sheet(
            &[
                &["No", "Pegawai", "", "Penilaian", "", "", "Pejabat Penilai", ""],
                &[
                    "",
                    "NIP",
                    "Nama",
                    "Hasil Kerja",
                    "Perilaku Kerja",
                    "Hasil Akhir",
                    "NIP",
                    "Nama",
                ],
                &["1", "198001012005011001", "Ani", "Sesuai", "Sesuai", "Baik", "x", "y"],
            ],
            &[],
        );
        let h = at(&s, 0, (0, 100), "").unwrap();
        assert_eq!((h.jenis, h.first, h.last), (TableKind::Penilaian, 0, 1));
        assert_eq!(
            named(&h),
            [
                ("No", Some("no")),
                ("Pegawai / NIP", Some("nip")),
                ("Pegawai / Nama", Some("nama")),
                ("Penilaian / Hasil Kerja", Some("hasil_kerja")),
                ("Penilaian / Perilaku Kerja", Some("perilaku_kerja")),
                ("Penilaian / Hasil Akhir", Some("hasil_akhir")),
                ("Pejabat Penilai / NIP", Some("nip_atasan")),
                ("Pejabat Penilai / Nama", Some("nama_atasan")),
            ]
        );
        assert!(h.complete());
    }

    #[test]
    fn merged_groups_end_where_the_merge_ends() {
        let s = sheet(
            &[
                &["NIP", "Kode RHK", "Jenis", "RHK", "Aspek", "Indikator", "Target", "", "Arah"],
                &["", "", "", "", "", "", "Kuantitas", "Satuan", ""],
                &["198001012005011001", "1", "utama", "x", "kuantitas", "y", "12", "dok", "naik"],
            ],
            &[(0, 6, 0, 7), (0, 0, 1, 0), (0, 8, 1, 8)],
        );
        let h = at(&s, 0, (0, 100), "").unwrap();
        assert_eq!(h.last, 1);
        assert_eq!(h.jenis, TableKind::Skp);
        assert_eq!(named(&h)[6], ("Target / Kuantitas", Some("target")));
        assert_eq!(named(&h)[7], ("Target / Satuan", Some("satuan")));
        assert_eq!(named(&h)[8], ("Arah", Some("arah")));
    }

    #[test]
    fn a_title_over_the_header_does_not_become_a_group() {
        let s = sheet(
            &[
                &["DAFTAR PEGAWAI"],
                &["NIP", "Nama", "Jabatan", "Jenis Jabatan", "OPD"],
                &["198001012005011001", "Ani", "Staf", "pelaksana", "Dinas"],
            ],
            &[(0, 0, 0, 4)],
        );
        let h = at(&s, 1, (0, 100), "").unwrap();
        let h = with_groups(&s, h, 0, (0, 100), "");
        assert_eq!((h.first, h.last), (1, 1));
        assert!(h.complete());
    }

    #[test]
    fn two_columns_of_one_meaning_are_told_and_a_weak_one_gives_way() {
        let s = sheet(
            &[&["NIP", "NIP Pegawai", "Nama", "Jabatan", "Jenis Jabatan", "OPD", "Unit Kerja"]],
            &[],
        );
        let h = at(&s, 0, (0, 100), "").unwrap();
        assert_eq!(h.doubled, [(1, 0, Key::Nip)]);
        assert_eq!(
            named(&h)[5],
            ("OPD", Some("unit_induk")),
            "what is no unit kerja is the unit above"
        );
        assert_eq!(named(&h)[6], ("Unit Kerja", Some("unit_kerja")));
    }

    #[test]
    fn each_contract_kind_is_recognised_by_its_own_columns() {
        for jenis in TableKind::ALL {
            let names: Vec<&str> = jenis.columns().iter().map(|c| c.key.name()).collect();
            let s = sheet(&[&names], &[]);
            assert_eq!(at(&s, 0, (0, 100), "").map(|h| h.jenis), Some(jenis));
            let must: Vec<&str> = jenis.columns().iter().filter(|c| c.starred()).map(|c| c.key.name()).collect();
            if must.len() > 1 && !matches!(jenis, TableKind::FormulirSkp) {
                let s = sheet(&[&must], &[]);
                assert_eq!(
                    at(&s, 0, (0, 100), "").map(|h| h.jenis),
                    Some(jenis),
                    "obligatory of {jenis:?}"
                );
            }
        }
    }
}
