//! The columns that `docs/kontrak/masukan.md` names are those that the code declares, both ways: which table has
//! them, whether they must be there, and the words they take.

use std::collections::{BTreeMap, BTreeSet};

use skp::contract::tables::{Column, Content, TableKind};

/// A column as the contract writes it: `jenis* (utama|tambahan)`.
#[derive(Debug, PartialEq, Eq)]
struct Written {
    name: String,
    starred: bool,
    /// Its words; `…` among them stands for any others.
    words: Vec<String>,
}

/// Section 1 of the contract.
fn section() -> &'static str {
    let text = include_str!("../../docs/kontrak/masukan.md");
    let from = text.split("## 1. ").nth(1).expect("section 1");
    from.split("\n## ").next().expect("its end")
}

/// A list `a*, b (x|y), c`; commas within brackets part nothing.
fn columns(list: &str) -> Vec<Written> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for c in list.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().expect("never empty").push(c);
    }
    let column = |part: &String| {
        let (name, inside) = part.split_once('(').map_or((part.as_str(), None), |(n, i)| (n, Some(i)));
        // `jenis* (utama|tambahan)` and `jenis*` alike; "(which posting it belongs to)" names no words.
        let words = inside
            .map(|i| i.trim_end().trim_end_matches(')'))
            .filter(|i| i.contains(['|', '…']));
        let written = name.trim();
        Written {
            name: written.trim_end_matches('*').to_owned(),
            starred: written.ends_with('*'),
            words: words
                .map(|w| w.split('|').map(|w| w.trim().to_owned()).collect())
                .unwrap_or_default(),
        }
    };
    parts.iter().map(column).filter(|c| c.name != "…").collect()
}

/// The tables of section 1 with their columns.
fn contract() -> BTreeMap<String, Vec<Written>> {
    section()
        .split("**`")
        .skip(1)
        .map(|part| {
            let (name, rest) = part.split_once("`**").expect("a table's name ends");
            let list = rest.split('`').nth(1).expect("its list of columns");
            (name.to_owned(), columns(list))
        })
        .collect()
}

/// Columns that are typed; those that only downloads and forms have stand in sections 3 and 4.
fn typed(kind: TableKind) -> impl Iterator<Item = &'static Column> {
    kind.columns().iter().filter(|c| !c.fills.is_empty())
}

/// The words that a column takes under any rule set.
fn words(column: &Column) -> BTreeSet<String> {
    let choice = |content: Content| match content {
        Content::Choice(words) => words(),
        _ => Vec::new(),
    };
    column
        .fills
        .iter()
        .flat_map(|f| choice(f.content))
        .map(ToString::to_string)
        .collect()
}

#[test]
fn each_table_has_the_columns_of_the_contract() {
    let contract = contract();
    let mut told = Vec::new();
    for kind in TableKind::ALL {
        let Some(written) = contract.get(kind.as_str()) else {
            assert!(
                typed(kind).next().is_none(),
                "{} is typed, and section 1 does not name it",
                kind.as_str()
            );
            continue;
        };
        for w in written {
            match kind.columns().iter().find(|c| c.key.name() == w.name) {
                None => told.push(format!("{}.{}: no such column in the code", kind.as_str(), w.name)),
                Some(c) if c.starred() != w.starred => {
                    told.push(format!("{}.{}: must be there in one of the two only", kind.as_str(), w.name));
                }
                Some(_) => {}
            }
        }
        for c in typed(kind).filter(|c| written.iter().all(|w| w.name != c.key.name())) {
            told.push(format!("{}.{}: no such column in the contract", kind.as_str(), c.key.name()));
        }
    }
    assert_eq!(
        contract
            .keys()
            .filter(|k| TableKind::ALL.iter().all(|t| t.as_str() != *k))
            .count(),
        0
    );
    assert!(contract.len() >= 8, "section 1 was not understood: {:?}", contract.keys());
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn a_column_takes_the_words_of_the_contract() {
    let mut compared = 0;
    let mut told = Vec::new();
    for (kind, written) in contract() {
        let kind = TableKind::ALL
            .into_iter()
            .find(|k| k.as_str() == kind)
            .expect("a kind of table");
        for w in written.iter().filter(|w| !w.words.is_empty()) {
            let column = kind
                .columns()
                .iter()
                .find(|c| c.key.name() == w.name)
                .expect("compared above");
            let known = words(column);
            // "di atas" is short for "di atas ekspektasi"; "pemula … ahli utama" for all between.
            let open = w.words.iter().any(|word| word.contains('…'));
            let named: Vec<&str> = w
                .words
                .iter()
                .flat_map(|word| word.split('…'))
                .map(str::trim)
                .filter(|t| !t.is_empty())
                .collect();
            for word in &named {
                let taken = |k: &String| k == word || k.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
                if !known.iter().any(taken) {
                    told.push(format!("{}.{} does not take {word:?}: {known:?}", kind.as_str(), w.name));
                }
            }
            if !open && named.len() != known.len() {
                told.push(format!(
                    "{}.{}: {named:?} in the contract, {known:?} in the code",
                    kind.as_str(),
                    w.name
                ));
            }
            compared += 1;
        }
    }
    assert!(compared >= 15, "only {compared} lists of words were found");
    assert!(told.is_empty(), "{}", told.join("\n"));
}

/// `jenis_jabatan: …`, `perspektif: …` and the two lists of perilaku stand below the tables.
#[test]
fn the_lists_below_the_tables_hold_the_words() {
    let listed = |label: &str| -> BTreeSet<String> {
        let behind = section()
            .split(&format!("{label}: `"))
            .nth(1)
            .unwrap_or_else(|| panic!("{label}"));
        behind
            .split('`')
            .next()
            .expect("its end")
            .split(',')
            .map(|w| w.trim().to_owned())
            .collect()
    };
    let of = |kind: TableKind, name: &str| {
        let column = kind.columns().iter().find(|c| c.key.name() == name);
        words(column.expect("a column of the contract"))
    };
    assert_eq!(listed("jenis_jabatan"), of(TableKind::Pegawai, "jenis_jabatan"));
    assert_eq!(listed("perspektif"), of(TableKind::Skp, "perspektif"));
    let aspek: BTreeSet<String> = listed("aspek of perilaku").union(&listed("BerAKHLAK")).cloned().collect();
    assert_eq!(aspek, of(TableKind::Perilaku, "aspek"));
}
