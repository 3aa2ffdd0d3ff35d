//! The JSON Schemas of everything the program writes, made from the views themselves.

use schemars::{Schema, schema_for};
use serde_json::{Map, Value};

use super::{Cascade1, Code1, Codes1, Explanation1, Findings1, Matrix1, Reading1, Result1, Rules1};
use super::{meanings, page};

/// A document the program writes.
#[derive(Debug, Clone, Copy)]
pub struct Document {
    /// Name without version: `hasil`.
    pub name: &'static str,
    /// What writes it.
    pub written_by: &'static str,
    schema: fn() -> Schema,
}

impl Document {
    /// The schema as JSON text.
    pub fn text(&self) -> String {
        let mut text = serde_json::to_string_pretty(&self.value()).unwrap_or_default();
        text.push('\n');
        text
    }

    /// The schema as a page to read (Markdown): every key with its form and what it means.
    pub fn page(&self) -> String {
        page::page(self, &self.value())
    }

    /// The schema with what each key means instead of the notes for those who write the program.
    fn value(&self) -> Value {
        let mut schema = (self.schema)();
        schema.insert("title".to_owned(), self.id().into());
        let mut schema = schema.to_value();
        describe(&mut schema, &self.id());
        if let Some(parts) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
            for (name, part) in parts {
                describe(part, name);
            }
        }
        schema
    }

    /// `skp.hasil/1`, as it stands in the document.
    pub fn id(&self) -> String {
        format!("skp.{}/1", self.name)
    }
}

/// Gives the keys of one part their descriptions.
fn describe(part: &mut Value, name: &str) {
    let Some(part) = part.as_object_mut() else { return };
    part.remove("description");
    let Some(keys) = part.get_mut("properties").and_then(Value::as_object_mut) else {
        return;
    };
    for (key, form) in keys {
        // A key of no fixed form is `true`, which takes no description.
        if form.is_boolean() {
            *form = Value::Object(Map::new());
        }
        let Some(form) = form.as_object_mut() else { continue };
        form.remove("description");
        if let Some(meaning) = meanings::of(name, key) {
            form.insert("description".to_owned(), meaning.into());
        }
    }
}

/// All of them.
pub const ALL: [Document; 9] = [
    Document {
        name: "hasil",
        written_by: "skp nilai --format json, --json BERKAS",
        schema: || schema_for!(Result1<'static>),
    },
    Document {
        name: "temuan",
        written_by: "skp periksa --format json",
        schema: || schema_for!(Findings1<'static>),
    },
    Document {
        name: "baca",
        written_by: "skp baca --format json",
        schema: || schema_for!(Reading1<'static>),
    },
    Document {
        name: "penjelasan",
        written_by: "skp jelaskan NIP … --format json",
        schema: || schema_for!(Explanation1<'static>),
    },
    Document {
        name: "kode",
        written_by: "skp jelaskan KODE --format json",
        schema: || schema_for!(Code1),
    },
    Document {
        name: "daftar-kode",
        written_by: "skp jelaskan --format json",
        schema: || schema_for!(Codes1),
    },
    Document {
        name: "kaskade",
        written_by: "skp kaskade --format json",
        schema: || schema_for!(Cascade1<'static>),
    },
    Document {
        name: "matriks",
        written_by: "skp kaskade --matriks NIP --format json",
        schema: || schema_for!(Matrix1<'static>),
    },
    Document {
        name: "aturan",
        written_by: "skp aturan … --format json",
        schema: || schema_for!(Rules1<'static>),
    },
];

/// The document of this name (`hasil`, `skp.hasil/1`, `skp.hasil`).
pub fn find(name: &str) -> Option<Document> {
    let bare = name.trim().trim_start_matches("skp.");
    let bare = bare.split('/').next().unwrap_or(bare);
    ALL.into_iter().find(|d| d.name == bare)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The parts of a document that have keys, with these.
    fn keys(document: Document) -> Vec<(String, BTreeSet<String>)> {
        let schema = document.value();
        let own = |name: String, part: &Value| {
            let keys = part.get("properties")?.as_object()?;
            Some((name, keys.keys().cloned().collect()))
        };
        let parts = schema.get("$defs").and_then(Value::as_object);
        let parts = parts.into_iter().flatten().filter_map(|(n, p)| own(n.clone(), p));
        own(document.id(), &schema).into_iter().chain(parts).collect()
    }

    #[test]
    fn every_key_has_a_meaning_and_every_meaning_a_key() {
        let mut met = BTreeSet::new();
        for document in ALL {
            for (part, keys) in keys(document) {
                let told: BTreeSet<String> = meanings::keys(&part).map(str::to_owned).collect();
                assert_eq!(keys, told, "{}: {part}", document.id());
                met.insert(part);
            }
        }
        assert_eq!(met, meanings::parts().map(str::to_owned).collect::<BTreeSet<_>>());
    }
}
