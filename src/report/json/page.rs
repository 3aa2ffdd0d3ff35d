//! A schema as a page to read: the keys of the document, then those of each part where it stands in it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;

use super::meanings;
use super::schema::Document;

/// The page of a document whose schema this is.
pub(super) fn page(document: &Document, schema: &Value) -> String {
    let mut page = format!(
        "# {0}\n\nDitulis oleh: `{1}`. Skemanya: `skp skema {2}`.\n\n\
        Kunci yang tidak wajib berisi null atau tidak ada bila tidak berlaku. Kunci baru dapat ditambahkan; \
        yang ada tidak berganti nama atau arti tanpa nomor baru.\n",
        document.id(),
        document.written_by,
        document.name,
    );
    let mut told = BTreeSet::new();
    let mut open = vec![(String::new(), document.id(), schema)];
    while !open.is_empty() {
        let mut below = Vec::new();
        for (place, name, part) in open {
            if told.insert(name.clone()) {
                table(&mut page, &place, &name, part);
                below.extend(parts(schema, &place, &name, part));
            }
        }
        open = below;
    }
    page
}

/// The table of one part.
fn table(page: &mut String, place: &str, name: &str, part: &Value) {
    if !place.is_empty() {
        let _ = write!(page, "\n## {place}\n");
    }
    page.push_str("\n| kunci | bentuk | wajib | arti |\n|---|---|---|---|\n");
    let required = part.get("required").and_then(Value::as_array);
    for key in meanings::keys(name) {
        let must = required.is_some_and(|r| r.iter().any(|k| k == key));
        let _ = writeln!(
            page,
            "| `{key}` | {} | {} | {} |",
            form(&part["properties"][key]),
            if must { "ya" } else { "" },
            meanings::of(name, key).unwrap_or_default(),
        );
    }
}

/// The parts that stand under the keys of this one: where, the name, the schema.
fn parts<'a>(schema: &'a Value, place: &str, name: &str, part: &'a Value) -> Vec<(String, String, &'a Value)> {
    let mut found = Vec::new();
    for key in meanings::keys(name) {
        let form = &part["properties"][key];
        let Some(below) = reference(form).or_else(|| reference(&form["items"])) else {
            continue;
        };
        let part = &schema["$defs"][below];
        if part.get("properties").is_some() {
            let list = if form.get("items").is_some() { "[]" } else { "" };
            let dot = if place.is_empty() { "" } else { "." };
            found.push((format!("{place}{dot}{key}{list}"), below.to_owned(), part));
        }
    }
    found
}

/// The part that a form names, also where it may be null.
fn reference(form: &Value) -> Option<&str> {
    let either = form.get("anyOf").and_then(Value::as_array);
    let own = form.get("$ref").and_then(Value::as_str);
    own.or_else(|| either?.iter().find_map(|f| f.get("$ref")?.as_str()))?
        .strip_prefix("#/$defs/")
}

/// The form of a value in words.
fn form(form: &Value) -> String {
    if let Some(name) = reference(form) {
        return if name == "Angka" { "angka".into() } else { "objek".into() };
    }
    let kind = match &form["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).find(|k| *k != "null"),
        kind => kind.as_str(),
    };
    match kind {
        Some("string") => "teks".into(),
        Some("integer") => "bilangan bulat".into(),
        Some("number") => "angka".into(),
        Some("boolean") => "true/false".into(),
        Some("array") => format!("daftar {}", self::form(&form["items"])),
        Some("object") => format!("{} per kunci", self::form(&form["additionalProperties"])),
        _ => String::new(),
    }
}
