//! Records as JSON, the way the interfaces of e-Kinerja and SIASN give them: an array of objects,
//! bare or somewhere inside an envelope (`{"data":[{…}]}`), an envelope a page, or an object a line.
//!
//! Every array of objects becomes a sheet: the keys are its header, a record a row. An object
//! inside a record is laid out flat (`{"atasan":{"nip":…}}` is the column `atasan nip`). Digits of
//! a whole number are kept as they are written: a NIP given as a number has lost nothing here.

use std::collections::HashMap;
use std::fmt;
use std::hash::BuildHasher;

use hashbrown::DefaultHashBuilder;
use hashbrown::hash_table::{Entry, HashTable};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::answer;
use super::encoding;
use super::filling::{Bounds, Filling, Sheets};
use super::findings::{FileErrorPage, FileNotTable};
use super::guard::damaged;
use super::options::ReadOptions;
use super::refusal::Refusal;
use super::sheet::Value;
use crate::base::ids::{float, index, short};
use crate::base::origin::FileId;

/// Whole numbers of more digits are kept as text: a spreadsheet's numbers have no more.
const EXACT: u64 = 999_999_999_999_999;

/// Does the text begin as JSON does, and as no table of ours?
pub fn looks_like_json(text: &str) -> bool {
    let mut rest = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).chars();
    let open = rest.next();
    let next = rest.find(|c| !c.is_ascii_whitespace());
    matches!(
        (open, next),
        (Some('{'), Some('"' | '}')) | (Some('['), Some('{' | '[' | ']' | '"'))
    )
}

/// Reads the records.
pub fn read(bytes: &[u8], id: FileId, options: &ReadOptions) -> Result<Sheets, Refusal> {
    let Some((text, _)) = encoding::decode(bytes) else {
        return Err(Refusal::new(FileNotTable {
            detail: "bukan teks dan bukan buku kerja".into(),
        }));
    };
    let mut keys = SharedKeys::default();
    let roots = parse(&text, &mut keys, options).map_err(|e| broken(&e))?;
    let pages = pages(&roots);
    // The last of several pages may say that there is nothing more.
    let failed = |says: &&str| pages.len() == 1 || answer::is_failure(says);
    if let Some(says) = pages.iter().find_map(|page| message(page, &keys).filter(failed)) {
        return Err(Refusal::new(FileErrorPage {
            detail: format!("situsnya menjawab: {says}"),
        }));
    }
    let mut lists = Vec::new();
    if pages.is_empty() {
        // An object a line.
        lists.push((None, roots.iter().collect()));
    }
    let several = pages.len() > 1;
    for page in pages {
        let mut of_page = Vec::new();
        find(page, None, &mut of_page);
        for (key, list) in of_page {
            // What stands under a key in several pages is one list.
            match lists.iter_mut().find(|(known, _): &&mut List<'_>| several && *known == key) {
                Some((_, before)) => before.extend(list),
                None => lists.push((key, list)),
            }
        }
    }
    lists.retain(|(_, list): &List<'_>| list.iter().any(|n| matches!(n, Node::Object(fields) if !fields.is_empty())));
    if lists.is_empty() {
        return Err(Refusal::new(FileNotTable {
            detail: "JSON yang tidak memuat satu baris data pun".into(),
        }));
    }
    let bounds = Bounds::new(id, &options.limits);
    let mut all: Sheets = (Vec::new(), Vec::new());
    let several = lists.len() > 1;
    for (index, (key, list)) in lists.into_iter().enumerate() {
        let name = key.filter(|_| several).map(|k| keys.text(k));
        let mut into = Filling::new(&bounds, index, name);
        fill(&list, &keys, &mut into)?;
        let (sheet, problems) = into.finish();
        all.0.push(sheet);
        all.1.extend(problems);
    }
    Ok(all)
}

fn broken(error: &serde_json::Error) -> Refusal {
    use serde_json::error::Category;
    let what = match error.classify() {
        Category::Eof => "terpotong".to_owned(),
        Category::Data => error.to_string().split(" at line").next().unwrap_or_default().to_owned(),
        _ => format!("tidak mengikuti aturan JSON pada baris {}", error.line()),
    };
    damaged(format!("isinya {what}")).because(error)
}

/// The answers that the file holds: one, or one a page; none where each is a record.
fn pages(roots: &[Node]) -> Vec<&Node> {
    let nodes = match roots {
        [Node::List(list)] => list,
        other => other,
    };
    let envelopes = nodes.iter().any(Node::holds_a_list) && !nodes.iter().any(Node::is_of_somebody);
    match roots {
        _ if envelopes => nodes.iter().collect(),
        [_] => roots.iter().collect(),
        _ => Vec::new(),
    }
}

/// What the site says in place of records: an envelope with a message and no list.
fn message<'a>(page: &'a Node, keys: &SharedKeys) -> Option<&'a str> {
    const SAYS: [&str; 6] = ["message", "error", "errors", "pesan", "msg", "detail"];
    let Node::Object(fields) = page else { return None };
    if fields.iter().any(|(_, n)| matches!(n, Node::List(_) | Node::Object(_))) {
        return None;
    }
    fields.iter().find_map(|(key, node)| match node {
        Node::Text(text) if SAYS.contains(&keys.text(*key).to_lowercase().as_str()) => Some(&**text),
        _ => None,
    })
}

/// A list of nodes with the key it stands under.
type List<'a> = (Option<u32>, Vec<&'a Node>);

/// The arrays of objects, outermost first; nothing is looked for inside a record.
fn find<'a>(node: &'a Node, key: Option<u32>, lists: &mut Vec<List<'a>>) {
    match node {
        Node::List(list) => lists.push((key, list.iter().collect())),
        Node::Object(fields) => {
            let before = lists.len();
            for (key, node) in fields {
                find(node, Some(*key), lists);
            }
            let is_flat = fields.iter().all(|(_, n)| !matches!(n, Node::List(_) | Node::Object(_)));
            // A lone record without an envelope.
            if lists.len() == before && is_flat && fields.len() > 2 {
                lists.push((key, vec![node]));
            }
        }
        _ => {}
    }
}

/// Header and rows. A column's place is that of its first appearance.
fn fill(list: &[&Node], keys: &SharedKeys, into: &mut Filling<'_>) -> Result<(), Refusal> {
    let mut columns = PathColumns::default();
    let mut heads: Vec<String> = Vec::new();
    for node in list {
        columns.note(node, None, keys, &mut heads);
    }
    for (col, head) in (0_u32..).zip(&heads) {
        into.push(0, col, Value::Text(head))?;
    }
    let mut cells: Vec<(u32, &Node)> = Vec::new();
    for (row, node) in (1_u32..).zip(list) {
        cells.clear();
        columns.cells(node, None, &mut cells);
        cells.sort_by_key(|(col, _)| *col);
        for (col, node) in &cells {
            into.push(row, *col, node.value())?;
        }
    }
    Ok(())
}

/// Which path of keys is which column.
#[derive(Default)]
struct PathColumns {
    /// Paths are numbered; a path is its parent's number and a key.
    paths: HashMap<(Option<u32>, u32), u32>,
    cols: HashMap<u32, u32>,
}

impl PathColumns {
    fn note(&mut self, node: &Node, parent: Option<(u32, &str)>, keys: &SharedKeys, heads: &mut Vec<String>) {
        let Node::Object(fields) = node else { return };
        for (key, node) in fields {
            let next = short(self.paths.len());
            let path = *self.paths.entry((parent.map(|p| p.0), *key)).or_insert(next);
            if matches!(node, Node::Object(_)) {
                let head = head(parent, keys.text(*key));
                self.note(node, Some((path, &head)), keys, heads);
            } else if !matches!(node, Node::Null | Node::List(_)) && !self.cols.contains_key(&path) {
                self.cols.insert(path, short(heads.len()));
                heads.push(head(parent, keys.text(*key)));
            }
        }
    }

    fn cells<'a>(&self, node: &'a Node, parent: Option<u32>, cells: &mut Vec<(u32, &'a Node)>) {
        let Node::Object(fields) = node else { return };
        for (key, node) in fields {
            let Some(&path) = self.paths.get(&(parent, *key)) else {
                continue;
            };
            if matches!(node, Node::Object(_)) {
                self.cells(node, Some(path), cells);
            } else if let Some(&col) = self.cols.get(&path) {
                cells.push((col, node));
            }
        }
    }
}

fn head(parent: Option<(u32, &str)>, key: &str) -> String {
    parent.map_or_else(|| key.to_owned(), |(_, above)| format!("{above} {key}"))
}

/// What stands in the file, as far as a table can hold it.
enum Node {
    Null,
    Bool(bool),
    Number(f64),
    Text(Box<str>),
    Object(Vec<(u32, Node)>),
    /// An array with an object in it.
    List(Vec<Node>),
}

impl Node {
    fn value(&self) -> Value<'_> {
        match self {
            Self::Bool(b) => Value::Bool(*b),
            Self::Number(value) => Value::Number {
                value: *value,
                percent: false,
            },
            Self::Text(text) => Value::Text(text),
            Self::Null | Self::Object(_) | Self::List(_) => Value::Empty,
        }
    }

    fn holds_a_list(&self) -> bool {
        matches!(self, Self::Object(fields) if fields.iter().any(|(_, node)| matches!(node, Self::List(_))))
    }

    /// A text of it, or of a record in it, is a NIP.
    fn is_of_somebody(&self) -> bool {
        let is_nip = |text: &str| text.len() == 18 && text.bytes().all(|b| b.is_ascii_digit());
        let says = |node: &Self| matches!(node, Self::Text(text) if is_nip(text)) || node.is_of_somebody();
        matches!(self, Self::Object(fields) if fields.iter().any(|(_, node)| says(node)))
    }

    fn written(&self) -> Option<String> {
        let text = self.value().written();
        (!text.is_empty()).then_some(text)
    }
}

/// Keys, each kept once.
#[derive(Default)]
struct SharedKeys {
    texts: Vec<Box<str>>,
    known: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl SharedKeys {
    fn text(&self, id: u32) -> &str {
        &self.texts[index(id)]
    }

    fn id(&mut self, text: &str) -> u32 {
        let (texts, hasher) = (&mut self.texts, &self.hasher);
        let entry = self.known.entry(
            hasher.hash_one(text),
            |&id| &*texts[index(id)] == text,
            |&id| hasher.hash_one(&*texts[index(id)]),
        );
        match entry {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                let id = short(texts.len());
                new.insert(id);
                texts.push(text.into());
                id
            }
        }
    }
}

fn parse(text: &str, keys: &mut SharedKeys, options: &ReadOptions) -> Result<Vec<Node>, serde_json::Error> {
    let text = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let mut roots = Vec::new();
    let mut rest = text;
    while !rest.trim_start().is_empty() {
        let mut reader = serde_json::Deserializer::from_str(rest);
        roots.push(Seed { keys, options }.deserialize(&mut reader)?);
        // Where one value ended, the next line's begins.
        rest = &rest[reader.into_iter::<serde::de::IgnoredAny>().byte_offset()..];
    }
    Ok(roots)
}

struct Seed<'a, 'o> {
    keys: &'a mut SharedKeys,
    options: &'a ReadOptions<'o>,
}

impl<'de> DeserializeSeed<'de> for Seed<'_, '_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_, '_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Number(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        if value > EXACT {
            return Ok(Node::Text(value.to_string().into()));
        }
        Ok(Node::Number(i64::try_from(value).map_or(f64::INFINITY, float)))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        match u64::try_from(value) {
            Ok(value) => self.visit_u64(value),
            Err(_) if value.unsigned_abs() > EXACT => Ok(Node::Text(value.to_string().into())),
            Err(_) => Ok(Node::Number(float(value))),
        }
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(if value.is_empty() {
            Node::Null
        } else {
            Node::Text(value.into())
        })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        let Seed { keys, options } = self;
        let (mut nodes, mut words, mut letters) = (Vec::new(), String::new(), 0);
        while let Some(node) = seq.next_element_seed(Seed {
            keys: &mut *keys,
            options,
        })? {
            match node {
                Node::Object(_) | Node::List(_) => nodes.push(node),
                // Words and figures of a list stand in one cell, as many as a cell holds.
                word if letters <= options.limits.cell_chars => {
                    if let Some(word) = word.written() {
                        if !words.is_empty() {
                            words.push_str("; ");
                        }
                        letters += word.len() + 2;
                        words.push_str(&word);
                    }
                }
                _ => {}
            }
        }
        Ok(match (nodes.is_empty(), words.is_empty()) {
            (false, _) => Node::List(nodes),
            (true, false) => Node::Text(words.into()),
            (true, true) => Node::Null,
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let Seed { keys, options } = self;
        let mut fields: Vec<(u32, Node)> = Vec::new();
        while let Some(key) = map.next_key_seed(KeySeed(&mut *keys))? {
            let node = map.next_value_seed(Seed {
                keys: &mut *keys,
                options,
            })?;
            if fields.len() > usize::from(options.limits.cols) {
                return Err(Error::custom("memuat catatan dengan terlalu banyak kunci"));
            }
            if fields.iter().any(|(known, _)| *known == key) {
                let name = keys.text(key).to_owned();
                return Err(Error::custom(format!("memuat kunci \"{name}\" dua kali dalam satu catatan")));
            }
            fields.push((key, node));
        }
        fields.shrink_to_fit();
        Ok(Node::Object(fields))
    }
}

struct KeySeed<'a>(&'a mut SharedKeys);

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = u32;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<u32, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed<'_> {
    type Value = u32;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("kunci")
    }

    fn visit_str<E>(self, key: &str) -> Result<u32, E> {
        Ok(self.0.id(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheets(json: &str) -> Vec<Vec<Vec<String>>> {
        let (sheets, _) = read(json.as_bytes(), FileId(0), &ReadOptions::default()).unwrap();
        sheets
            .iter()
            .map(|s| {
                let width = s.row_at(0).cells().len();
                let row = |r| (0..u16::try_from(width).unwrap()).map(|c| s.at(r, c).written()).collect();
                (0..=s.rows().last().unwrap().number()).map(row).collect()
            })
            .collect()
    }

    fn refused(json: &str) -> (&'static str, String) {
        let refusal = read(json.as_bytes(), FileId(0), &ReadOptions::default()).unwrap_err();
        (refusal.fact.code().kode, format!("{:?}", refusal.fact))
    }

    #[test]
    fn records_are_rows_wherever_they_stand() {
        let rows = [["nip", "nama"], ["198704062013042004", "Ani"], ["199409172017031005", ""]];
        for json in [
            r#"[{"nip":"198704062013042004","nama":"Ani"},{"nip":"199409172017031005","nama":null}]"#,
            r#"{"code":1,"data":[{"nip":198704062013042004,"nama":"Ani"},{"nip":199409172017031005}]}"#,
            r#"{"meta":{"page":1},"data":{"total":2,"items":[{"nip":"198704062013042004","nama":"Ani"},{"nip":"199409172017031005"}]}}"#,
            "\u{feff}{\"nip\":\"198704062013042004\",\"nama\":\"Ani\"}\r\n{\"nip\":\"199409172017031005\"}\n",
            r#"{"page":1,"data":[{"nip":"198704062013042004","nama":"Ani"}]}{"page":2,"data":[{"nip":"199409172017031005"}]}"#,
            r#"[{"page":1,"data":[{"nip":"198704062013042004","nama":"Ani"}]},{"page":2,"data":[{"nip":"199409172017031005"}]}]"#,
            r#"[{"nip":"198704062013042004","nama":"Ani","riwayat":[{"tahun":2024}]},{"nip":"199409172017031005"}]"#,
            r#"{"data":[{"nip":"198704062013042004","nama":"Ani"},{"nip":"199409172017031005"}]}{"data":[],"message":"success"}"#,
        ] {
            assert!(looks_like_json(json), "{json}");
            assert_eq!(sheets(json), [rows.map(|r| r.map(str::to_owned).to_vec()).to_vec()], "{json}");
        }
    }

    #[test]
    fn records_inside_records_are_columns_and_two_lists_two_sheets() {
        let json = r#"{"data":[{"nip":"1","atasan":{"nip":"2","nama":"B"},"peran":["a",3],"riwayat":[{"x":1}]}],"lain":[{"y":1.5},{"y":true}]}"#;
        let text = |rows: &[&[&str]]| {
            rows.iter()
                .map(|r| r.iter().map(|&c| c.to_owned()).collect::<Vec<_>>())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            sheets(json),
            [
                text(&[&["nip", "atasan nip", "atasan nama", "peran"], &["1", "2", "B", "a; 3"]]),
                text(&[&["y"], &["1,5"], &["TRUE"]]),
            ]
        );
    }

    #[test]
    fn what_is_no_list_is_refused_with_its_reason() {
        assert_eq!(refused(r#"{"message":"Unauthenticated."}"#).0, "STR064");
        // Of a page that failed nobody knows who is on it.
        let (kind, detail) = refused(r#"{"data":[{"nip":"1"}]}{"code":0,"message":"Token expired","data":[]}"#);
        assert_eq!(kind, "STR064");
        assert!(detail.contains("Token expired"), "{detail}");
        assert_eq!(
            refused(r#"{"data":[{"nip":"1"}]} {"message":"Unauthenticated."}"#).0,
            "STR064"
        );
        assert_eq!(refused(r#"{"code":1,"data":[]}"#).0, "STR007");
        assert_eq!(refused("[1, 2, 3]").0, "STR007");
        let (kind, detail) = refused(r#"[{"nip":"1"},{"ni"#);
        assert_eq!(kind, "STR004");
        assert!(detail.contains("isinya terpotong"), "{detail}");
        assert_eq!(refused(r#"[{"nip":"1" "x"}]"#).0, "STR004");
        let (kind, detail) = refused(r#"[{"nip":"1","nip":"2"}]"#);
        assert_eq!(kind, "STR004");
        assert!(detail.contains("nip\\\" dua kali"), "{detail}");
        assert_eq!(refused(&"[".repeat(100_000)).0, "STR004");
        assert!(!looks_like_json("[catatan];nip\n"));
    }
}
