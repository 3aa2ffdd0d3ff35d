//! From text to a rule file as written, or all that is wrong with its structure: keys nobody knows,
//! values of the wrong kind, fields that are missing.
//!
//! serde stops at the first fault. So the entry with the fault is taken out and the rest is read
//! again, until it is whole: nothing is used of a file with a fault, but all faults are told.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

use super::error::translate;

/// Most faults told of one file.
const MOST: usize = 100;

/// Fields of a record lie so deep: section, parameter, field.
const FIELDS: u8 = 2;

/// A fault: where it begins (byte offset) and what it is.
pub(super) type ParseFault = (usize, String);

/// Reads the text.
///
/// # Errors
/// All faults of structure, in the order they were met; of a text that is no TOML the first.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Vec<ParseFault>> {
    let (start, damaged) = DeTable::parse_recoverable(text);
    if let Some(e) = damaged.first() {
        return Err(vec![wrong(e)]);
    }
    let mut rest = start;
    let mut all = Vec::new();
    loop {
        let e = match T::deserialize(Deserializer::from(rest.clone())) {
            Ok(file) if all.is_empty() => return Ok(file),
            Ok(_) => return Err(all),
            Err(e) => e,
        };
        let fault = wrong(&e);
        let taken = e.span().is_some_and(|s| take_out(rest.get_mut(), s.start, FIELDS));
        all.push(fault);
        if !taken || all.len() == MOST {
            return Err(all);
        }
    }
}

fn wrong(e: &toml::de::Error) -> ParseFault {
    (e.span().map_or(0, |s| s.start), translate(e.message()))
}

/// Takes out the entry that the place lies in: of a record one field, since none of its fields is
/// missed by serde, else whatever is nearest above. The header stays: without it nothing can be read.
fn take_out(table: &mut DeTable<'_>, offset: usize, inside: u8) -> bool {
    let Some((key, content)) = table
        .iter_mut()
        .find(|(k, v)| k.span().contains(&offset) || contains(v, offset))
    else {
        return false;
    };
    if inside == FIELDS && key.get_ref() == "aturan" {
        return false;
    }
    if let DeValue::Table(section) = content.get_mut()
        && inside > 0
        && take_out(section, offset, inside - 1)
    {
        return true;
    }
    let key = key.clone();
    table.remove(&key).is_some()
}

/// Whether the place lies in the value. A table's own span is its header only.
fn contains(v: &Spanned<DeValue<'_>>, offset: usize) -> bool {
    v.span().contains(&offset)
        || match v.get_ref() {
            DeValue::Table(t) => t.iter().any(|(k, v)| k.span().contains(&offset) || contains(v, offset)),
            DeValue::Array(a) => a.iter().any(|v| contains(v, offset)),
            _ => false,
        }
}
