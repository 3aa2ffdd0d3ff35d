//! What a list of people (an e-Kinerja download, a SIMPEG list) already says: the rows of the sheets
//! `pegawai` and `unit` that need not be typed again. A NIP that could not be read is left open.

use std::collections::HashMap;

use crate::base::text::match_key;
use crate::contract::vocab::Word;
use crate::contract::{Key, TableKind};
use crate::model::{Data, Pegawai, Posting};

/// Rows to be written: what is known of each, by column.
#[derive(Debug, Default)]
pub struct Prefilled {
    /// Of `pegawai`, a row for each posting.
    pub people: Vec<PrefilledRow>,
    /// Of `unit`, a row for each unit in which somebody works.
    pub units: Vec<PrefilledRow>,
    /// People whose NIP could not be read.
    pub unread: usize,
}

/// What is known of a row.
pub type PrefilledRow = Vec<(Key, String)>;

impl Prefilled {
    /// From a run's data set.
    #[must_use]
    pub fn of(data: &Data) -> Self {
        let mut out = Self::default();
        for person in &data.pegawai {
            out.unread += usize::from(!person.nip_valid);
            if person.posting.is_empty() {
                out.people.push(person_row(person, None));
            }
            out.people.extend(person.posting.iter().map(|p| person_row(person, Some(p))));
        }
        out.units = units(data);
        out
    }

    /// The rows of a kind of table.
    #[must_use]
    pub fn rows(&self, kind: TableKind) -> &[PrefilledRow] {
        match kind {
            TableKind::Pegawai => &self.people,
            TableKind::Unit => &self.units,
            _ => &[],
        }
    }
}

fn person_row(person: &Pegawai, posting: Option<&Posting>) -> PrefilledRow {
    let mut row: PrefilledRow = Vec::new();
    let mut put = |key: Key, text: &str| {
        if !text.is_empty() {
            row.push((key, text.to_owned()));
        }
    };
    if person.nip_valid {
        put(Key::Nip, &person.nip);
    }
    put(Key::Nama, &person.nama);
    let Some(p) = posting else { return row };
    put(Key::Jabatan, &p.jabatan);
    put(Key::JenisJabatan, p.jenis_jabatan.get().map_or("", |j| j.as_str()));
    put(Key::UnitKerja, &p.unit_kerja);
    put(Key::NipAtasan, p.nip_atasan.get().map_or("", |n| n));
    put(Key::JenisPegawai, &p.detail.jenis_pegawai);
    put(Key::Golongan, &p.detail.golongan);
    put(Key::Jenjang, p.detail.jenjang.get().map_or("", |j| j.as_str()));
    put(Key::Mulai, &p.mulai.get().map_or_else(String::new, ToString::to_string));
    put(Key::Selesai, &p.selesai.get().map_or_else(String::new, ToString::to_string));
    put(Key::Plt, if p.plt { "ya" } else { "" });
    put(Key::Status, p.detail.status.get().map_or("", |s| s.as_str()));
    row
}

/// Each unit once, in order of its first person, with the unit above it; its head where everybody in it
/// answers to one of them.
fn units(data: &Data) -> Vec<PrefilledRow> {
    struct PrefilledUnit<'a> {
        name: &'a str,
        induk: Option<&'a str>,
        heads: Vec<&'a str>,
    }
    let mut place: HashMap<crate::model::Text, usize> = HashMap::new();
    let mut units: Vec<PrefilledUnit<'_>> = Vec::new();
    let mut home: HashMap<&str, usize> = HashMap::new();
    for person in &data.pegawai {
        for posting in person.posting.iter().filter(|p| !p.unit_kerja.is_empty()) {
            let i = *place.entry(match_key(&posting.unit_kerja)).or_insert_with(|| {
                units.push(PrefilledUnit {
                    name: &posting.unit_kerja,
                    induk: None,
                    heads: Vec::new(),
                });
                units.len() - 1
            });
            home.insert(&person.nip, i);
            let unit = &mut units[i];
            unit.induk = unit.induk.or(posting.detail.unit_induk.as_deref());
            if let Some(nip) = posting.nip_atasan.get()
                && !unit.heads.contains(&&**nip)
                && unit.heads.len() < 3
            {
                unit.heads.push(nip);
            }
        }
    }
    let head = |i: usize| {
        let mut within = units[i].heads.iter().filter(|nip| home.get(**nip) == Some(&i));
        within.next().filter(|_| within.next().is_none())
    };
    (0..units.len())
        .map(|i| {
            let unit = &units[i];
            let mut row = vec![(Key::UnitKerja, unit.name.to_owned())];
            row.extend(unit.induk.map(|induk| (Key::UnitInduk, induk.to_owned())));
            row.extend(head(i).map(|nip| (Key::NipPimpinan, (*nip).to_owned())));
            row
        })
        .collect()
}
