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
        // Nearly all are so small that their quotient is the nearest float there is, and found at once.
        if let (Ok(units), Some(ten)) = (i32::try_from(self.0.mantissa()), 10_i32.checked_pow(self.0.scale())) {
            return match (units / ten, units % ten) {
                (whole, 0) => s.serialize_i32(whole),
                _ => s.serialize_f64(f64::from(units) / f64::from(ten)),
            };
        }
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_figure_has_its_own_digits(units in -(1_i64 << 40)..1 << 40, small in -300_000..300_000_i64, scale in 0..5_u32) {
            for figure in [units, small].map(|units| Decimal::new(units, scale)) {
                let written = serde_json::to_string(&Figure(figure)).unwrap();
                prop_assert_eq!(written, figure.normalize().to_string());
            }
        }
    }
}
