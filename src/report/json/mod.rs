//! Every JSON that the program writes (`skp.*/1`), as views of the one result value: names and NIP
//! pass the mask here, everything else goes out as it is. The schemas come from these types
//! ([`schema`]), so that what is written and what is promised cannot differ.

mod cascade;
mod explanation;
mod finding;
mod indented;
mod meanings;
mod page;
mod person;
mod reading;
mod result;
mod rules;
pub mod schema;
mod unit;

use std::borrow::Cow;
use std::io::{self, BufWriter, Write};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

pub use cascade::{Cascade1, Matrix1};
pub use explanation::{Code1, Codes1, Explanation1};
use indented::Indented;

pub use finding::FindingView;
pub use person::Person;
pub use reading::{ReadFile, ReadTable, Reading1};
pub use result::{Findings1, Result1};
pub use rules::Rules1;
pub use unit::UnitView;

use rust_decimal::prelude::ToPrimitive;

use crate::base::figure::Decimal;

/// Version of the program, in every document.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A text that may have been masked.
type MaskedWords<'a> = Cow<'a, str>;

/// A figure with its own digits (`98`, `98.5`).
#[derive(Debug, Clone, Copy)]
pub struct Figure(pub Decimal);

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let figure = self.0.normalize();
        match (figure.scale(), figure.to_i64()) {
            (0, Some(n)) => s.serialize_i64(n),
            // Shortest-float printing gives back the two decimals exactly at these magnitudes.
            _ => s.serialize_f64(figure.to_f64().unwrap_or_default()),
        }
    }
}

impl JsonSchema for Figure {
    fn schema_name() -> Cow<'static, str> {
        "Angka".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number" })
    }
}

/// Writes a document as people read it, with a line break at the end.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, document: &impl Serialize) -> io::Result<()> {
    // The pieces are a few bytes each: they are gathered here, whatever they go through next.
    let mut out = BufWriter::with_capacity(1 << 16, out);
    document.serialize(&mut serde_json::Serializer::with_formatter(&mut out, Indented::default()))?;
    out.write_all(b"\n")?;
    out.flush()
}
