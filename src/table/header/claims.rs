//! What a column of a header may mean: by its whole name, its last level, its group, or once period, aspek,
//! rater and rating are taken out of its name.

use super::levels::Joined;
use crate::base::text::{fold, fold_words};
use crate::contract::columns::{Key, Rank};
use crate::contract::facet::{self, Facet};
use crate::contract::heading::{Hit, look_up, look_up_alternatives, look_up_named};
use crate::contract::mark_words::{hints_nothing_else, is_of_another, is_of_another_rater};
use crate::contract::tables::TableKind;

/// How a column's meaning was found, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundBy {
    /// By its whole name.
    Whole,
    /// By its last level alone.
    Leaf,
    /// Only the group's name is known: its one column that nothing else explains.
    Group,
}

/// What a column may mean: less is surer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub hit: Hit,
    pub found: FoundBy,
    pub facet: Facet,
}

impl Claim {
    pub fn order(&self) -> (bool, u8, FoundBy) {
        (self.found == FoundBy::Group, self.hit.rank.class(), self.found)
    }

    /// Said in so many words: two such columns of one meaning are a contradiction.
    pub fn plain(&self) -> bool {
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

/// Words that may stand beside the name of a BerAKHLAK value or aspek of perilaku: `CORE VALUES ASN BERAKHLAK`.
const PERILAKU: [&str; 16] = [
    "berakhlak",
    "nilai",
    "dasar",
    "core",
    "value",
    "values",
    "asn",
    "pns",
    "pegawai",
    "perilaku",
    "kerja",
    "rating",
    "skor",
    "aspek",
    "penilaian",
    "budaya",
];

/// What a column may mean, in every kind; of one meaning in one kind the surest claim.
pub fn meanings(column: &Joined, buffer: &mut String) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    let flattened = match &column.parts[..] {
        [heading] => {
            facet::flattened_tick(heading).filter(|[group, _]| look_up(group, buffer).iter().any(|hit| facet::has_ticks(hit.key)))
        }
        _ => None,
    };
    let parts = flattened.as_ref().map_or(&column.parts[..], |parts| &parts[..]);
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
    // A period or a tick says which of the group's columns it is; whose the mark is, its other words say.
    let told_apart = facet.tick.is_some() || column.choice.is_some();
    if let Some(value) = column.value {
        let facet = Facet {
            aspek: Some(value),
            tick: None,
            ..facet
        };
        faceted(&mut claims, &facet, "", buffer);
    } else if !facet.is_plain() {
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
    if let Some((word, group)) = &column.choice {
        chosen(&mut claims, word, group);
    }
    if claims.iter().any(|c| c.hit.key == Key::UmpanBalik) && parts.iter().any(|part| is_of_another_rater(part)) {
        claims.retain(|c| c.hit.key != Key::UmpanBalik);
    }
    if claims.iter().any(|c| facet::is_mark(c.hit.key)) {
        let other = groups.iter().any(|g| is_of_another(g));
        // Under the group's name a leaf that nobody knows may say that it is another mark.
        let unknown = !told_apart && !hints_nothing_else(&facet::without_period(leaf));
        claims.retain(|c| !facet::is_mark(c.hit.key) || !(other || (unknown && c.found == FoundBy::Group)));
    }
    claims
}

/// The last thing that a heading may mean: a word of a list without a group over it.
pub const BARE_TICK: Rank = Rank::Last(250);

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

/// One of the columns to tick that have a predikat each, under a group that says nothing else.
fn chosen(claims: &mut Vec<Claim>, word: &'static str, group: &str) {
    let facet = Facet {
        period: facet::split(&[group.into()]).0.period,
        tick: Some(word),
        ..Facet::default()
    };
    let hit = Hit {
        jenis: TableKind::Penilaian,
        key: Key::HasilAkhir,
        rank: BARE_TICK,
    };
    let known = |c: &Claim| c.hit.jenis == hit.jenis && c.hit.key == hit.key && c.facet.tick.is_some();
    if !claims.iter().any(known) {
        claims.retain(|c| !(c.hit.jenis == hit.jenis && c.hit.key == hit.key));
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
    // "LAMA" and "BARU (18 DIGIT)" under the NIP, however its heading says both.
    let words = fold_words(leaf);
    let mut which = words.split(' ');
    if let Some(first @ ("lama" | "baru")) = which.next()
        && which.all(|w| matches!(w, "digit" | "angka" | "9" | "18"))
        && is_nip_of_either(&groups.join(" "))
    {
        add(claims, look_up_named(&format!("nip {first}"), buffer), FoundBy::Whole, &plain);
        return;
    }
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

/// `NIP`, `NIP LAMA / BARU`, `NOMOR INDUK PEGAWAI`: a number of the person, whichever.
fn is_nip_of_either(heading: &str) -> bool {
    const WORDS: [&str; 9] = ["nip", "nomor", "no", "induk", "pegawai", "lama", "baru", "dan", "atau"];
    let words = fold_words(heading);
    let has = |word: &str| words.split(' ').any(|w| w == word);
    (has("nip") || has("induk")) && words.split(' ').all(|w| WORDS.contains(&w))
}

/// By what is left once period, aspek, rater and rating are taken out.
fn faceted(claims: &mut Vec<Claim>, facet: &Facet, rest: &str, buffer: &mut String) {
    let mut hits: Vec<Hit> = look_up(rest, buffer).to_vec();
    let bare = |jenis, key, rank| Hit { jenis, key, rank };
    let of_person = facet
        .aspek
        .filter(|a| !matches!(*a, "kuantitas" | "kualitas" | "waktu" | "biaya"));
    if of_person.is_some()
        && rest
            .split(' ')
            .all(|w| w.is_empty() || PERILAKU.contains(&w) || facet::is_ordinal_word(w))
    {
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
            period: facet.period.clone().filter(|_| facet::has_periods_in(hit.jenis, key)),
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
