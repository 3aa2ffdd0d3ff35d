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
const PALING_BANYAK: usize = 100;

/// Fields of a record lie so deep: section, parameter, field.
const BIDANG: u8 = 2;

/// A fault: where it begins (byte offset) and what it is.
pub(super) type Fault = (usize, String);

/// Reads the text.
///
/// # Errors
/// All faults of structure, in the order they were met; of a text that is no TOML the first.
pub(super) fn parse<T: DeserializeOwned>(teks: &str) -> Result<T, Vec<Fault>> {
    let (awal, rusak) = DeTable::parse_recoverable(teks);
    if let Some(e) = rusak.first() {
        return Err(vec![salah(e)]);
    }
    let mut sisa = awal;
    let mut semua = Vec::new();
    loop {
        let e = match T::deserialize(Deserializer::from(sisa.clone())) {
            Ok(berkas) if semua.is_empty() => return Ok(berkas),
            Ok(_) => return Err(semua),
            Err(e) => e,
        };
        let ini = salah(&e);
        let terambil = e.span().is_some_and(|s| take_next(sisa.get_mut(), s.start, BIDANG));
        semua.push(ini);
        if !terambil || semua.len() == PALING_BANYAK {
            return Err(semua);
        }
    }
}

fn salah(e: &toml::de::Error) -> Fault {
    (e.span().map_or(0, |s| s.start), translate(e.message()))
}

/// Takes out the entry that the place lies in: of a record one field, since none of its fields is
/// missed by serde, else whatever is nearest above. The header stays: without it nothing can be read.
fn take_next(tabel: &mut DeTable<'_>, di: usize, dalam: u8) -> bool {
    let Some((kunci, isi)) = tabel.iter_mut().find(|(k, v)| k.span().contains(&di) || memuat(v, di)) else {
        return false;
    };
    if dalam == BIDANG && kunci.get_ref() == "aturan" {
        return false;
    }
    if let DeValue::Table(bagian) = isi.get_mut()
        && dalam > 0
        && take_next(bagian, di, dalam - 1)
    {
        return true;
    }
    let kunci = kunci.clone();
    tabel.remove(&kunci).is_some()
}

/// Whether the place lies in the value. A table's own span is its header only.
fn memuat(v: &Spanned<DeValue<'_>>, di: usize) -> bool {
    v.span().contains(&di)
        || match v.get_ref() {
            DeValue::Table(t) => t.iter().any(|(k, v)| k.span().contains(&di) || memuat(v, di)),
            DeValue::Array(a) => a.iter().any(|v| memuat(v, di)),
            _ => false,
        }
}
