//! The JSON Schemas of everything the program writes, made from the views themselves.

use schemars::{Schema, schema_for};

use super::{Cascade1, Code1, Codes1, Explanation1, Findings1, Matrix1, Reading1, Result1, Rules1};

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
        let mut schema = (self.schema)();
        schema.insert("title".to_owned(), self.id().into());
        let mut text = serde_json::to_string_pretty(schema.as_value()).unwrap_or_default();
        text.push('\n');
        text
    }

    /// `skp.hasil/1`, as it stands in the document.
    pub fn id(&self) -> String {
        format!("skp.{}/1", self.name)
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
