//! Who is who: people by NIP, and the rows that name nobody.

use std::sync::Arc;

use hashbrown::HashMap;

use super::ctx::Ctx;
use super::listed_names::ListedNames;
use super::rows::{InputCell, Line};
use super::shared_nips::SharedNips;
use crate::base::ids::PegawaiId;
use crate::base::origin::Origin;
use crate::base::text::is_blank;
use crate::input::Value;
use crate::model::findings::{PersonUnknown, RowsAround, WhereAround};
use crate::model::read::nip::{self, Nip, NipRead};
use crate::model::{Pegawai, Source};
use crate::table::Key;

/// Everybody so far, in order of first appearance.
#[derive(Debug)]
pub(super) struct People {
    pub all: Vec<Pegawai>,
    /// How many stand before these, where they are a stretch of all.
    before: usize,
    pub(super) by_nip: Arc<HashMap<Nip, PegawaiId>>,
    /// There is a `pegawai` table: whom it does not have must be named with his post or his mark elsewhere.
    covered: bool,
    /// Its tables are lists of names that tell no posts: who else is named with his post or his mark is somebody.
    open: bool,
    /// Its tables have no column for the NIP: that nobody has the NIP of another table is no news.
    nameless: bool,
    /// NIPs that stand beside two names, and whether rows join people by these names still.
    pub(super) shared: Arc<SharedNips>,
    by_name: bool,
    /// NIPs that no pegawai row has: by table, with the problem that tells of them and its rows.
    pub(super) asing: HashMap<(Nip, usize), (usize, u32)>,
    /// Those of the `pegawai` table by name, once somebody is named whom it does not have.
    listed_names: Option<ListedNames>,
    /// Rows of other tables that are probably somebody's whose NIP is written otherwise in the `pegawai` table.
    pub(super) alike: Vec<(PegawaiId, Origin)>,
    /// Address and length of the NIP found last, and whose it is: the rows of a person stand together, and a sheet keeps
    /// equal texts once.
    found: Option<((usize, usize), PegawaiId)>,
}

impl People {
    pub fn new(covered: bool, open: bool, nameless: bool, shared: SharedNips) -> Self {
        Self {
            shared: Arc::new(shared),
            by_name: true,
            open,
            nameless,
            all: Vec::new(),
            before: 0,
            by_nip: Arc::default(),
            covered,
            asing: HashMap::new(),
            listed_names: None,
            alike: Vec::new(),
            found: None,
        }
    }

    /// The person of a data row; `None` (and recorded) when the NIP is missing, unreadable or
    /// nobody's. Where the run has no `pegawai` table the person begins to exist here, and beside one where the `source` tells
    /// posts or marks of people whom it names.
    pub fn of_row<'a>(
        &mut self,
        ctx: &mut Ctx<'a>,
        cell: InputCell<'a>,
        nama: InputCell<'a>,
        table: usize,
        source: Source,
    ) -> Option<PegawaiId> {
        let place = match cell.value {
            Value::Text(t) => Some((t.as_ptr().addr(), t.len())),
            _ => None,
        };
        if let Some((found, id)) = self.found
            && place == Some(found)
        {
            ctx.about(&self.get(id).nip);
            ctx.kode = None;
            return Some(id);
        }
        ctx.nip = None;
        ctx.kode = None;
        match ctx.nip_read(cell) {
            NipRead::Valid(nip) if self.shared.has(nip) && !self.shared.is_owner(nip, nama) => {
                self.of_shared(ctx, nip, cell, nama, source)
            }
            NipRead::Valid(nip) => {
                let id = self.of_nip(ctx, nip, cell, nama, table, source);
                self.found = place.zip(id);
                id
            }
            NipRead::Blank => {
                ctx.missing(cell, Key::Nip);
                None
            }
            _ => None,
        }
    }

    /// Makes room for so many more at once.
    pub fn expect(&mut self, more: usize) {
        self.all.reserve(more);
        Arc::make_mut(&mut self.by_nip).reserve(more);
    }

    /// Whether a row that names somebody with his name makes him known, beside lists that tell no posts.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Whether no row but those of `pegawai` makes anybody known.
    pub fn is_closed(&self) -> bool {
        self.covered && !self.open
    }

    /// Those from this one on, as a stretch of their own. All are known in both.
    pub fn split_off(&mut self, first: usize) -> Self {
        Self {
            all: self.all.split_off(first - self.before),
            before: first,
            by_nip: Arc::clone(&self.by_nip),
            shared: Arc::clone(&self.shared),
            asing: HashMap::new(),
            listed_names: None,
            alike: Vec::new(),
            found: None,
            ..*self
        }
    }

    /// Takes back the stretch behind these.
    pub fn append(&mut self, next: Self) {
        self.all.extend(next.all);
    }

    /// Whether there is a `pegawai` table.
    pub fn covered(&self) -> bool {
        self.covered
    }

    /// The person of a NIP who is known already. Nothing is told of it.
    pub fn known(&self, cell: InputCell<'_>) -> Option<PegawaiId> {
        match nip::read(cell.value) {
            NipRead::Valid(nip) => self.by_nip.get(&nip).copied(),
            _ => None,
        }
    }

    /// The person of a NIP that was read before.
    pub fn named(&self, nip: &str) -> Option<PegawaiId> {
        match nip::read_text(nip) {
            NipRead::Valid(nip) => self.by_nip.get(&nip).copied(),
            _ => None,
        }
    }

    /// A NIP that can be read and is nobody's here. Nothing is told of it.
    pub fn is_stranger(&self, cell: InputCell<'_>) -> bool {
        match nip::read(cell.value) {
            NipRead::Valid(nip) => !self.by_nip.contains_key(&nip) && !self.shared.has(nip),
            _ => false,
        }
    }

    /// From here on rows join nobody by the name beside a NIP of two names: who reads them may not have all people.
    pub fn join_by_nip_only(&mut self) {
        self.by_name = false;
    }

    /// The person of a row whose NIP stands beside two names, by the name.
    fn of_shared<'a>(
        &mut self,
        ctx: &mut Ctx<'a>,
        nip: Nip,
        cell: InputCell<'a>,
        nama: InputCell<'a>,
        source: Source,
    ) -> Option<PegawaiId> {
        let text = ctx.nip_text(cell, nip);
        ctx.nip = Some(text.clone());
        ctx.kode = None;
        let listed = source == Source::Pegawai || !self.covered || (self.open && source != Source::Other);
        let next = PegawaiId::at(self.all.len());
        let joins = self.by_name || source == Source::Formulir;
        let owner = Arc::make_mut(&mut self.shared).owner(nip, nama).filter(|_| joins)?;
        if owner.is_some() || !listed {
            return *owner;
        }
        *owner = Some(next);
        let mut person = Pegawai::new(text, false, ctx.shown(nama), source, cell.at);
        person.defects.shared = true;
        Some(self.add(person, None))
    }

    fn of_nip<'a>(
        &mut self,
        ctx: &mut Ctx<'a>,
        nip: Nip,
        cell: InputCell<'a>,
        nama: InputCell<'a>,
        table: usize,
        source: Source,
    ) -> Option<PegawaiId> {
        if let Some(&id) = self.by_nip.get(&nip) {
            ctx.about(&self.get(id).nip);
            // The table that names somebody first may have no names.
            let known = self.get(id);
            if known.nama.is_empty() && known.source != Source::Pegawai {
                known.nama = ctx.shown(nama);
            }
            return Some(id);
        }
        let text = ctx.nip_text(cell, nip);
        ctx.nip = Some(text.clone());
        if self.nameless {
            return None;
        }
        let nama = ctx.shown(nama);
        let listed = !self.covered || (self.open && source != Source::Other);
        if !listed {
            let named = source != Source::Other && !is_blank(&nama);
            let known = if named { self.listed_as(nip, &nama) } else { None };
            if !named || known.is_some() {
                self.stranger(ctx, nip, cell, table, known);
                return None;
            }
            ctx.note(cell, PersonUnknown::standing(nama.clone()));
        }
        Some(self.add(Pegawai::new(text, true, nama, source, cell.at), Some(nip)))
    }

    /// Who of the `pegawai` table is probably meant by this name and NIP, which it does not have.
    fn listed_as(&mut self, nip: Nip, nama: &str) -> Option<PegawaiId> {
        let listed_names = self.listed_names.get_or_insert_with(|| ListedNames::of(&self.all));
        listed_names.likely(&self.all, nip, nama)
    }

    /// Tells, once a table, of a NIP that no row of the `pegawai` table has and whose rows are nobody's. `known`: who is probably
    /// meant.
    fn stranger<'a>(&mut self, ctx: &mut Ctx<'a>, nip: Nip, cell: InputCell<'a>, table: usize, known: Option<PegawaiId>) {
        self.alike.extend(known.map(|id| (id, cell.at)));
        let near: Vec<RowsAround> = known
            .map(|id| {
                let person = self.get(id);
                RowsAround {
                    place: WhereAround::List,
                    nip: person.nip.clone(),
                    nama: person.nama.clone(),
                }
            })
            .into_iter()
            .collect();
        let next = ctx.problems.len();
        let (at, rows) = self.asing.entry((nip, table)).or_insert((next, 0));
        *rows += 1;
        let fact = PersonUnknown {
            near,
            ..PersonUnknown::in_rows(*rows)
        };
        if *rows == 1 {
            ctx.note(cell, fact);
        } else if let Some(p) = ctx.problems.get_mut(*at) {
            p.fact = fact.into();
        }
    }

    /// The person of a `pegawai` row: known, new, or new with a NIP that cannot be read. `None` for
    /// a row that names nobody.
    pub fn of_pegawai_row<'a>(
        &mut self,
        ctx: &mut Ctx<'a>,
        line: &Line<'a, '_>,
        cell: InputCell<'a>,
        nama: InputCell<'a>,
    ) -> Option<PegawaiId> {
        let written = ctx.begin_unmatched(cell);
        let read = ctx.nip_read(cell);
        if let NipRead::Valid(nip) = read {
            if self.shared.has(nip) && !nama.says_nothing() && !self.shared.is_owner(nip, nama) {
                return self.of_shared(ctx, nip, cell, nama, Source::Pegawai);
            }
            let text = ctx.nip_text(cell, nip);
            ctx.nip = Some(text.clone());
            if let Some(&id) = self.by_nip.get(&nip) {
                return Some(id);
            }
            let nama = ctx.required(nama, Key::Nama);
            return Some(self.add(Pegawai::new(text, true, nama, Source::Pegawai, cell.at), Some(nip)));
        }
        if read == NipRead::Blank {
            ctx.missing(cell, Key::Nip);
            if nama.value.is_blank() {
                return None;
            }
        }
        // Nobody drops out: the person stands here once, and is matched with nothing.
        let nama = ctx.required(nama, Key::Nama);
        let at = if cell.value.is_blank() { line.first() } else { cell.at };
        Some(self.add(Pegawai::new(written, false, nama, Source::Pegawai, at), None))
    }

    /// The person of a download's row, which names people like a `pegawai` table where there is none.
    pub fn of_download_row<'a>(
        &mut self,
        ctx: &mut Ctx<'a>,
        line: &Line<'a, '_>,
        cell: InputCell<'a>,
        nama: InputCell<'a>,
        table: usize,
    ) -> Option<PegawaiId> {
        if self.covered || matches!(crate::model::read::nip::read(cell.value), NipRead::Valid(_)) {
            return self.of_row(ctx, cell, nama, table, Source::Ekinerja);
        }
        let id = self.of_pegawai_row(ctx, line, cell, nama)?;
        self.get(id).source = Source::Ekinerja;
        Some(id)
    }

    /// The person of an official form, which names one person completely where there is no `pegawai`
    /// table.
    pub fn of_form<'a>(
        &mut self,
        ctx: &mut Ctx<'a>,
        cell: InputCell<'a>,
        nama: InputCell<'a>,
        table: usize,
    ) -> Option<PegawaiId> {
        if self.covered || matches!(crate::model::read::nip::read(cell.value), NipRead::Valid(_)) {
            return self.of_row(ctx, cell, nama, table, Source::Formulir);
        }
        let written = ctx.begin_unmatched(cell);
        if ctx.nip_read(cell) == NipRead::Blank {
            ctx.missing(cell, Key::Nip);
        }
        let nama = ctx.required(nama, Key::Nama);
        Some(self.add(Pegawai::new(written, false, nama, Source::Formulir, cell.at), None))
    }

    pub(super) fn add(&mut self, pegawai: Pegawai, nip: Option<Nip>) -> PegawaiId {
        let id = PegawaiId::at(self.all.len());
        self.all.push(pegawai);
        if let Some(nip) = nip {
            Arc::make_mut(&mut self.by_nip).insert(nip, id);
        }
        id
    }

    /// Nobody is added any more: gives back the room that was kept for more.
    pub fn settle(&mut self) {
        self.all.shrink_to_fit();
        for p in &mut self.all {
            p.perilaku.shrink_to_fit();
        }
    }

    pub fn get(&mut self, id: PegawaiId) -> &mut Pegawai {
        &mut self.all[id.index() - self.before]
    }
}
