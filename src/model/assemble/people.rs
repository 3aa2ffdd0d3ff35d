//! Who is who: people by NIP, and the rows that name nobody.

use std::collections::HashMap;

use super::ctx::{Ctx, index};
use super::rows::{Baris, Cell};
use crate::model::findings::PersonUnknown;
use crate::model::read::nip::{Nip, NipRead};
use crate::model::{Pegawai, Sumber};
use crate::table::Key;

/// Everybody so far, in order of first appearance.
#[derive(Debug)]
pub(super) struct Orang {
    pub semua: Vec<Pegawai>,
    by_nip: HashMap<Nip, u32>,
    /// There is a `pegawai` table, so nobody comes from elsewhere.
    tertutup: bool,
    /// NIPs that no pegawai row has: by table, with the problem that tells of them and its rows.
    asing: HashMap<(Nip, usize), (usize, u32)>,
}

impl Orang {
    pub fn new(tertutup: bool) -> Self {
        Self {
            semua: Vec::new(),
            by_nip: HashMap::new(),
            tertutup,
            asing: HashMap::new(),
        }
    }

    /// The person of a data row; `None` (and recorded) when the NIP is missing, unreadable or
    /// nobody's. Where the run has no `pegawai` table the person begins to exist here.
    pub fn of_row<'a>(&mut self, ctx: &mut Ctx<'a>, cell: Cell<'a>, nama: Cell<'a>, table: usize, sumber: Sumber) -> Option<u32> {
        ctx.nip = None;
        ctx.kode = None;
        match ctx.nip_read(cell) {
            NipRead::Sah(nip) => self.of_nip(ctx, nip, cell, nama, table, sumber),
            NipRead::Blank => {
                ctx.missing(cell, Key::Nip);
                None
            }
            _ => None,
        }
    }

    fn of_nip<'a>(
        &mut self,
        ctx: &mut Ctx<'a>,
        nip: Nip,
        cell: Cell<'a>,
        nama: Cell<'a>,
        table: usize,
        sumber: Sumber,
    ) -> Option<u32> {
        if let Some(&id) = self.by_nip.get(&nip) {
            ctx.nip = Some(self.semua[id as usize].nip.clone());
            return Some(id);
        }
        let text = ctx.nip_text(cell.value, nip);
        ctx.nip = Some(text.clone());
        if self.tertutup {
            let next = ctx.problems.len();
            let (at, rows) = self.asing.entry((nip, table)).or_insert((next, 0));
            *rows += 1;
            if *rows == 1 {
                ctx.note(cell, PersonUnknown { rows: 1 });
            } else if let Some(p) = ctx.problems.get_mut(*at) {
                p.fact = PersonUnknown { rows: *rows }.into();
            }
            return None;
        }
        let nama = ctx.shown(nama);
        Some(self.add(Pegawai::new(text, true, nama, sumber, cell.at), Some(nip)))
    }

    /// The person of a `pegawai` row: known, new, or new with a NIP that cannot be read. `None` for
    /// a row that names nobody.
    pub fn of_pegawai_row<'a>(
        &mut self,
        ctx: &mut Ctx<'a>,
        baris: &Baris<'a, '_>,
        cell: Cell<'a>,
        nama: Cell<'a>,
    ) -> Option<u32> {
        let written = ctx.begin_unmatched(cell);
        let read = ctx.nip_read(cell);
        if let NipRead::Sah(nip) = read {
            let text = ctx.nip_text(cell.value, nip);
            ctx.nip = Some(text.clone());
            if let Some(&id) = self.by_nip.get(&nip) {
                return Some(id);
            }
            let nama = ctx.required(nama, Key::Nama);
            return Some(self.add(Pegawai::new(text, true, nama, Sumber::Pegawai, cell.at), Some(nip)));
        }
        if read == NipRead::Blank {
            ctx.missing(cell, Key::Nip);
            if nama.value.is_blank() {
                return None;
            }
        }
        // Nobody drops out: the person stands here once, and is matched with nothing.
        let nama = ctx.required(nama, Key::Nama);
        let at = if cell.value.is_blank() { baris.first() } else { cell.at };
        Some(self.add(Pegawai::new(written, false, nama, Sumber::Pegawai, at), None))
    }

    /// The person of a download's row, which names people like a `pegawai` table where there is none.
    pub fn of_download_row<'a>(
        &mut self,
        ctx: &mut Ctx<'a>,
        baris: &Baris<'a, '_>,
        cell: Cell<'a>,
        nama: Cell<'a>,
        table: usize,
    ) -> Option<u32> {
        if self.tertutup || matches!(crate::model::read::nip::read(cell.value), NipRead::Sah(_)) {
            return self.of_row(ctx, cell, nama, table, Sumber::Ekinerja);
        }
        let id = self.of_pegawai_row(ctx, baris, cell, nama)?;
        self.get(id).sumber = Sumber::Ekinerja;
        Some(id)
    }

    /// The person of an official form, which names one person completely where there is no `pegawai`
    /// table.
    pub fn of_form<'a>(&mut self, ctx: &mut Ctx<'a>, cell: Cell<'a>, nama: Cell<'a>, table: usize) -> Option<u32> {
        if self.tertutup || matches!(crate::model::read::nip::read(cell.value), NipRead::Sah(_)) {
            return self.of_row(ctx, cell, nama, table, Sumber::Formulir);
        }
        let written = ctx.begin_unmatched(cell);
        if ctx.nip_read(cell) == NipRead::Blank {
            ctx.missing(cell, Key::Nip);
        }
        let nama = ctx.required(nama, Key::Nama);
        Some(self.add(Pegawai::new(written, false, nama, Sumber::Formulir, cell.at), None))
    }

    fn add(&mut self, pegawai: Pegawai, nip: Option<Nip>) -> u32 {
        let id = index(self.semua.len());
        self.semua.push(pegawai);
        if let Some(nip) = nip {
            self.by_nip.insert(nip, id);
        }
        id
    }

    pub fn get(&mut self, id: u32) -> &mut Pegawai {
        &mut self.semua[id as usize]
    }

    /// Marks a fault of the person, once.
    pub fn cacat(&mut self, id: u32, cacat: crate::model::Defect) {
        let list = &mut self.get(id).cacat;
        if let Err(i) = list.binary_search(&cacat) {
            list.insert(i, cacat);
        }
    }
}
