//! Sample rows: marked "contoh", and the template's own or written over.

use super::Shape;
use crate::base::text::{fold, fold_words};
use crate::input::Value;
use crate::input::sheet::Row;
use crate::table::{Key, TableKind, person};

impl Shape<'_> {
    /// Whether nobody needs more than one row of the table.
    pub fn lists_people(&self) -> bool {
        self.header.jenis == TableKind::Pegawai
    }

    /// A sample row that is not the template's own any more: it has a NIP, and NIP or name is another's. Of units and sasaran,
    /// which have none, a cell holds something else.
    pub(super) fn is_overwritten(&self, row: Row<'_>) -> bool {
        if matches!(self.header.jenis, TableKind::Unit | TableKind::Sasaran) {
            return self.is_written_over(row);
        }
        let Some(nip) = self.nip.map(|c| row.get(c)).filter(|&v| person::is_nip(v)) else {
            return false;
        };
        // The sample is one person, whose name stands on the sheet of people alone.
        let sample = |key: Key| {
            let of = |kind: TableKind| kind.column(key).and_then(|c| c.fills.first()).map(|f| f.sample);
            of(self.header.jenis).or_else(|| of(TableKind::Pegawai))
        };
        let same = |value: Value<'_>, text: Option<&str>| match value {
            Value::Text(t) => text.is_some_and(|s| fold(t) == fold(s)),
            _ => false,
        };
        let name = self.nama.map(|c| row.get(c)).filter(|v| !v.is_blank());
        if name.is_some_and(|v| matches!(v, Value::Text(t) if is_nobody(t))) {
            return false;
        }
        !(same(nip, sample(Key::Nip)) && name.is_none_or(|v| sample(Key::Nama).is_none() || same(v, sample(Key::Nama))))
    }

    fn is_written_over(&self, row: Row<'_>) -> bool {
        let columns = self
            .header
            .columns
            .iter()
            .filter_map(|c| Some((c.key?, fold(&row.get(c.col).written()))));
        let filled: Vec<(Key, String)> = columns.filter(|(key, text)| *key != Key::No && !text.is_empty()).collect();
        let is_sample = |(key, text): &(Key, String)| {
            let column = self.header.jenis.column(*key);
            column.is_some_and(|c| c.fills.iter().any(|f| fold(f.sample) == *text))
        };
        !filled.iter().all(is_sample) && !filled.iter().any(|(_, text)| text.contains("contoh"))
    }
}

/// "Nama Contoh": it says itself that nobody is called so. Another word beside "contoh" may be somebody's name.
fn is_nobody(name: &str) -> bool {
    const WORDS: [&str; 9] = ["contoh", "nama", "pegawai", "asn", "pns", "pppk", "orang", "data", "isian"];
    let words = fold_words(name);
    words.split(' ').any(|w| w == "contoh") && words.split(' ').all(|w| WORDS.contains(&w))
}
