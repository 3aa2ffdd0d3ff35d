//! NIPs that stand beside two names: one of them was copied from another row. It is not guessed whose the NIP is; each name is
//! somebody of his own, who waits, and rows that name nobody are nobody's.

use std::collections::{BTreeMap, BTreeSet};

use hashbrown::HashMap;

use super::ctx::Ctx;
use super::lost::lose;
use super::people::People;
use super::row_at;
use super::rows::{InputCell, TableRows};
use crate::base::ids::PegawaiId;
use crate::base::origin::Origin;
use crate::base::text::clean;
use crate::finding::Noted;
use crate::input::{Inputs, Value};
use crate::model::Text;
use crate::model::findings::{BesideNip, NipShared};
use crate::model::read::name::{is_another, key};
use crate::model::read::nip::{self, Nip, NipRead};
use crate::table::{Key, TableKind};

/// Tables whose rows are somebody's, those that say who there is first.
const KINDS: [TableKind; 6] = [
    TableKind::Pegawai,
    TableKind::Penilaian,
    TableKind::LaporanSkp,
    TableKind::Skp,
    TableKind::Realisasi,
    TableKind::Perilaku,
];

/// The NIPs that stand beside two names, and these names.
#[derive(Debug, Clone, Default)]
pub(super) struct SharedNips {
    of: BTreeMap<Nip, Vec<NameBeside>>,
}

/// A name beside such a NIP.
#[derive(Debug, Clone)]
struct NameBeside {
    nama: Text,
    /// The NIP cells of its rows.
    rows: Vec<Origin>,
    /// The one other NIP of somebody of this name.
    other: Option<Nip>,
    /// Another NIP beside this name, in whatever table.
    elsewhere: Option<Nip>,
    /// The NIP is this one's: it stands beside the name in two sheets, all other names have another one, and no row without
    /// a name has it.
    is_owner: bool,
    id: Option<PegawaiId>,
}

/// A NIP and a name that stand side by side.
struct NipAndName<'a> {
    nip: Nip,
    nama: &'a str,
    at: Origin,
    kind: TableKind,
}

/// All of them that can be read.
fn each_pair<'a>(inputs: &'a Inputs, table_rows: &[TableRows<'a>], mut each: impl FnMut(NipAndName<'a>)) {
    for kind in KINDS {
        for l in table_rows.iter().filter(|l| l.table.jenis == kind && l.has(Key::Nama)) {
            let mut last = None;
            for line in l.rows() {
                let (nip, nama) = (line.cell(Key::Nip), line.cell(Key::Nama));
                let (Value::Text(written), Value::Text(name)) = (nip.value, nama.value) else {
                    continue;
                };
                // A sheet keeps equal texts once: the rows of a person are one.
                let this = Some((written.as_ptr(), name.as_ptr()));
                if std::mem::replace(&mut last, this) == this || nama.says_nothing() {
                    continue;
                }
                if let NipRead::Valid(read) = nip::read(nip.value) {
                    let at = nip.at.in_row(line.number());
                    each(NipAndName {
                        nip: read,
                        nama: name,
                        at,
                        kind,
                    });
                }
            }
        }
    }
    for l in table_rows {
        let Some(person) = l.table.formulir.as_deref().map(|form| &form.pegawai) else {
            continue;
        };
        if let (Some(nip), Some(nama)) = (&person.nip, &person.nama)
            && let (NipRead::Valid(read), Value::Text(name)) = (nip::read(nip.value(inputs)), nama.value(inputs))
        {
            each(NipAndName {
                nip: read,
                nama: name,
                at: nip.at,
                kind: l.table.jenis,
            });
        }
    }
}

/// Those of them that stand in rows without a name.
fn nameless(table_rows: &[TableRows<'_>], of: &BTreeMap<Nip, Vec<NameBeside>>) -> BTreeSet<Nip> {
    let tables = table_rows.iter().filter(|l| KINDS.contains(&l.table.jenis));
    let rows = tables.flat_map(TableRows::rows);
    let open = rows.filter(|line| line.cell(Key::Nama).says_nothing());
    let read = open.filter_map(|line| match nip::read(line.cell(Key::Nip).value) {
        NipRead::Valid(nip) => Some(nip),
        _ => None,
    });
    read.filter(|nip| of.contains_key(nip)).collect()
}

impl SharedNips {
    /// Those of a run. `covered`: a table of people says who there is.
    pub fn of<'a>(inputs: &'a Inputs, table_rows: &[TableRows<'a>], covered: bool) -> Self {
        let mut first: HashMap<Nip, &'a str> = HashMap::new();
        let mut of: BTreeMap<Nip, Vec<NameBeside>> = BTreeMap::new();
        each_pair(inputs, table_rows, |pair| {
            let known = *first.entry(pair.nip).or_insert(pair.nama);
            if is_another(known, pair.nama) {
                of.entry(pair.nip).or_default();
            }
        });
        if of.is_empty() {
            return Self::default();
        }
        let mut others: HashMap<String, BTreeSet<Nip>> = HashMap::new();
        let mut elsewhere: HashMap<String, Nip> = HashMap::new();
        each_pair(inputs, table_rows, |pair| {
            let Some(names) = of.get_mut(&pair.nip) else {
                elsewhere.entry(key(pair.nama)).or_insert(pair.nip);
                if !covered || pair.kind == TableKind::Pegawai {
                    others.entry(key(pair.nama)).or_default().insert(pair.nip);
                }
                return;
            };
            match names.iter_mut().find(|n| !is_another(&n.nama, pair.nama)) {
                Some(name) => name.rows.push(pair.at),
                None => names.push(NameBeside {
                    nama: clean(pair.nama).as_ref().into(),
                    rows: vec![pair.at],
                    other: None,
                    elsewhere: None,
                    is_owner: false,
                    id: None,
                }),
            }
        });
        for name in of.values_mut().flatten() {
            let mut other = others.get(&key(&name.nama)).into_iter().flatten();
            name.other = other.next().copied().filter(|_| other.next().is_none());
            name.elsewhere = elsewhere.get(&key(&name.nama)).copied();
        }
        let nameless = nameless(table_rows, &of);
        for (_, names) in of.iter_mut().filter(|(nip, _)| !nameless.contains(*nip)) {
            let mut without = names.iter_mut().filter(|n| n.elsewhere.is_none());
            if let (Some(only), None) = (without.next(), without.next()) {
                only.is_owner = only.rows.iter().any(|at| at.sheet() != only.rows[0].sheet());
            }
        }
        Self { of }
    }

    /// Whether the name beside such a NIP is the owner's.
    pub fn is_owner(&self, nip: Nip, nama: InputCell<'_>) -> bool {
        let Some(owner) = self.of.get(&nip).and_then(|names| names.iter().find(|n| n.is_owner)) else {
            return false;
        };
        !nama.says_nothing() && !is_another(&owner.nama, &nama.value.written())
    }

    /// Whether a NIP is one of them.
    pub fn has(&self, nip: Nip) -> bool {
        self.of.contains_key(&nip)
    }

    /// Whose a row is by the name beside such a NIP: `None` where no name tells it, or somebody of that name has another
    /// NIP; else the place for the person, once he is known.
    pub fn owner(&mut self, nip: Nip, nama: InputCell<'_>) -> Option<&mut Option<PegawaiId>> {
        if nama.says_nothing() {
            return None;
        }
        let written = nama.value.written();
        let name = self.of.get_mut(&nip)?.iter_mut().find(|n| !is_another(&n.nama, &written))?;
        name.other.is_none().then_some(&mut name.id)
    }

    /// Tells them, and marks what whoever has another NIP thereby lacks. Gives them as others may write them.
    pub fn settle(
        &self,
        ctx: &mut Ctx<'_>,
        people: &mut People,
        table_rows: &[TableRows<'_>],
        owned: &mut Vec<(PegawaiId, Origin)>,
    ) -> BTreeSet<Text> {
        let mut strangers = BTreeSet::new();
        for (nip, names) in &self.of {
            let text: Text = nip.to_string().into();
            let told = names.iter().map(|n| BesideNip {
                nama: n.nama.clone(),
                at: n.rows[0],
                other: n.other.or(n.elsewhere).map(|other| other.to_string().into()),
                is_owner: n.is_owner,
            });
            let names_told: Vec<BesideNip> = told.collect();
            let mut noted = Noted::new(NipShared { names: names_told }).at(names[1].rows[0]);
            noted.nip = Some(text.clone());
            ctx.problems.push(noted);
            for name in names {
                let Some(&id) = name.other.and_then(|other| people.by_nip.get(&other)) else {
                    continue;
                };
                for &at in &name.rows {
                    if let Some(row) = row_at(table_rows, at) {
                        lose(people, id, &row, at, owned);
                    }
                }
            }
            strangers.insert(text);
        }
        strangers
    }
}
