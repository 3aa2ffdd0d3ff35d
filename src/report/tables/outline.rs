//! Kaskade: the tree of RHK from the sasaran down, as an outline; broken links come first, marked.

use hashbrown::{HashMap, HashSet};

use super::{Cell, Kind, Look, ReportRow, Table, col};
use crate::base::ids::{RhkNo, SasaranId, index, wide};
use crate::check::phrases;
use crate::finding::Level;
use crate::model::vocab::JenisRhk;
use crate::model::{Data, Pegawai, PegawaiId, Posting, RencanaHasilKerja, RhkId, Sasaran, TautanTarget};
use crate::report::words::{count, list};

/// The RHK of the data set and what hangs on what.
pub struct Outline<'a> {
    data: &'a Data,
    /// RHK below an RHK, in the order of the data.
    below: HashMap<RhkId, Vec<RhkId>>,
    /// RHK below a sasaran.
    under_sasaran: Vec<Vec<RhkId>>,
    /// RHK with a link that leads nowhere.
    broken: Vec<RhkId>,
    /// RHK utama without any link that are nobody's root by right.
    loose: Vec<RhkId>,
    /// Heads' RHK without a link.
    top: Vec<RhkId>,
    /// People with bawahan: only for them is an RHK that nobody carries worth a word.
    leaders: HashSet<PegawaiId>,
    /// Kinerja tambahan without a link, on which something hangs.
    tambahan: Vec<RhkId>,
    /// Kinerja tambahan that is only counted: outside the cascade where the rule set has it there, and
    /// where it hangs on nothing and nothing on it.
    extra: usize,
}

impl<'a> Outline<'a> {
    /// Hangs every RHK where it belongs. `tambahan_counts`: kinerja tambahan intervenes and is
    /// intervened like any other (6/2022), else it stands outside the cascade.
    pub fn new(data: &'a Data, tambahan_counts: bool) -> Self {
        let mut tree = Self {
            data,
            below: HashMap::new(),
            under_sasaran: vec![Vec::new(); data.sasaran.len()],
            broken: Vec::new(),
            loose: Vec::new(),
            top: Vec::new(),
            leaders: data
                .pegawai
                .iter()
                .filter_map(|p| data.find(p.last_posting()?.nip_atasan.get()?))
                .collect(),
            tambahan: Vec::new(),
            extra: 0,
        };
        let mut unlinked = Vec::new();
        for (pegawai, p) in data.all() {
            for (rhk, r) in RhkNo::each(&p.rhk) {
                let id = RhkId { pegawai, rhk };
                let tambahan = r.jenis.get() == Some(&JenisRhk::Tambahan);
                if tambahan && (!tambahan_counts || r.tautan.is_empty()) {
                    unlinked.push(id);
                    continue;
                }
                tree.place_at(id, r);
            }
        }
        let (roots, outside): (Vec<_>, Vec<_>) = unlinked
            .into_iter()
            .partition(|id| tambahan_counts && tree.below.contains_key(id));
        (tree.tambahan, tree.extra) = (roots, outside.len());
        tree
    }

    /// Hangs an RHK under the first link that holds: in one place only, or shared branches would
    /// be drawn again and again. Its other links are told in words.
    fn place_at(&mut self, id: RhkId, r: &RencanaHasilKerja) {
        if r.tautan.iter().any(|t| t.to.is_err()) {
            self.broken.push(id);
            return;
        }
        match r.tautan.iter().find_map(|t| t.to.as_ref().ok()) {
            Some(TautanTarget::Rhk(parent)) => self.below.entry(*parent).or_default().push(id),
            Some(TautanTarget::Sasaran(s)) => match self.under_sasaran.get_mut(s.index()) {
                Some(list) => list.push(id),
                None => self.top.push(id),
            },
            None if self.heads(id) => self.top.push(id),
            None => self.loose.push(id),
        }
    }

    /// JPT and unit mandiri stand at the top; nobody above them need be in the data.
    fn heads(&self, id: RhkId) -> bool {
        let jenis = self
            .data
            .pegawai(id.pegawai)
            .last_posting()
            .and_then(|x| x.jenis_jabatan.get().copied());
        jenis.is_some_and(crate::model::vocab::JenisJabatan::jpt_or_mandiri)
    }

    /// All rows of the sheet in order, each put together when its turn comes.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = OutlineRow<'a>> {
        self.places().into_iter().map(|place| self.row(place))
    }

    /// What stands on the sheet, in order.
    fn places(&self) -> Vec<OutlinePlace> {
        let mut rows = Vec::new();
        let mut seen = ShownRhk::new(self.data);
        if !self.broken.is_empty() {
            rows.push(OutlinePlace::Heading(
                "✗ TAUTAN PUTUS — perbaiki lebih dulu; yang di bawahnya ikut terlepas",
            ));
            self.branches(&mut rows, &self.broken, &mut seen);
        }
        if !self.loose.is_empty() {
            rows.push(OutlinePlace::Heading(
                "▲ TANPA TAUTAN — RHK utama yang tidak menyebut RHK atasan",
            ));
            self.branches(&mut rows, &self.loose, &mut seen);
        }
        for (sasaran, below) in SasaranId::each(&self.under_sasaran) {
            rows.push(OutlinePlace::Sasaran(sasaran));
            self.branches(&mut rows, below, &mut seen);
        }
        if !self.top.is_empty() {
            rows.push(OutlinePlace::Heading("PUNCAK — RHK pimpinan tanpa sasaran"));
            self.branches(&mut rows, &self.top, &mut seen);
        }
        if !self.tambahan.is_empty() {
            rows.push(OutlinePlace::Heading(
                "KINERJA TAMBAHAN yang diintervensi, tanpa RHK pimpinan di atasnya",
            ));
            self.branches(&mut rows, &self.tambahan, &mut seen);
        }
        let circle = seen.unreached(self);
        if !circle.is_empty() {
            rows.push(OutlinePlace::Heading(
                "✗ MELINGKAR — RHK ini saling mengintervensi tanpa pangkal",
            ));
            self.branches(&mut rows, &circle, &mut seen);
        }
        rows
    }

    /// The RHK right below an RHK.
    fn below_rhk(&self, id: RhkId) -> &[RhkId] {
        self.below.get(&id).map_or(&[], Vec::as_slice)
    }

    fn row(&self, place: OutlinePlace) -> OutlineRow<'a> {
        let (kind, depth, below) = match place {
            OutlinePlace::Heading(text) => (OutlineRowKind::Heading(text), 0, 0),
            OutlinePlace::Sasaran(s) => {
                let sasaran = &self.data.sasaran[s];
                (OutlineRowKind::Sasaran(sasaran), 0, self.under_sasaran[s].len())
            }
            OutlinePlace::Rhk(id, depth) => {
                let entry = OutlineEntry::new(self, id);
                (OutlineRowKind::Rhk(entry), index(depth), self.below_rhk(id).len())
            }
        };
        OutlineRow {
            kind,
            depth,
            below,
            data: self.data,
        }
    }

    /// Branches, depth first, without recursion: a hostile file may be thousands deep.
    fn branches(&self, rows: &mut Vec<OutlinePlace>, roots: &[RhkId], seen: &mut ShownRhk) {
        let mut stack: Vec<(RhkId, u32)> = roots.iter().rev().map(|&id| (id, 1)).collect();
        while let Some((id, depth)) = stack.pop() {
            if !seen.mark(id) {
                continue;
            }
            rows.push(OutlinePlace::Rhk(id, depth));
            stack.extend(self.below_rhk(id).iter().rev().map(|&child| (child, depth + 1)));
        }
    }
}

/// What a row of the outline is about.
#[derive(Clone, Copy)]
enum OutlinePlace {
    Heading(&'static str),
    Sasaran(SasaranId),
    /// An RHK and how deep it hangs.
    Rhk(RhkId, u32),
}

/// Which RHK are on the sheet already.
struct ShownRhk {
    /// First index of each person's RHK in `there`.
    first: Vec<usize>,
    there: Vec<bool>,
}

impl ShownRhk {
    fn new(data: &Data) -> Self {
        let mut first = Vec::with_capacity(data.pegawai.len());
        let mut n = 0;
        for p in &data.pegawai {
            first.push(n);
            n += p.rhk.len();
        }
        Self {
            first,
            there: vec![false; n],
        }
    }

    /// True the first time.
    fn mark(&mut self, id: RhkId) -> bool {
        let i = self.first[id.pegawai] + id.rhk.index();
        !std::mem::replace(&mut self.there[i], true)
    }

    /// RHK that hang on something but were reached from no root: they form a circle.
    fn unreached(&self, tree: &Outline<'_>) -> Vec<RhkId> {
        let mut left: Vec<RhkId> = tree
            .below
            .values()
            .flatten()
            .copied()
            .filter(|id| !self.there[self.first[id.pegawai] + id.rhk.index()])
            .collect();
        left.sort_unstable();
        left
    }
}

/// A row of the outline.
pub struct OutlineRow<'a> {
    kind: OutlineRowKind<'a>,
    depth: usize,
    /// How many RHK hang right below it.
    below: usize,
    data: &'a Data,
}

enum OutlineRowKind<'a> {
    Heading(&'static str),
    Sasaran(&'a Sasaran),
    Rhk(OutlineEntry<'a>),
}

/// How an RHK hangs in the cascade.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hold {
    Broken,
    Linked,
    Loose,
}

struct OutlineEntry<'a> {
    person: &'a Pegawai,
    rhk: &'a RencanaHasilKerja,
    posting: Option<&'a Posting>,
    hold: Hold,
    leads: bool,
}

impl<'a> OutlineEntry<'a> {
    fn new(tree: &Outline<'a>, id: RhkId) -> Self {
        let (person, rhk) = (tree.data.pegawai(id.pegawai), tree.data.rhk(id));
        let hold = if rhk.tautan.iter().any(|x| x.to.is_err()) {
            Hold::Broken
        } else if !rhk.tautan.is_empty() || tree.heads(id) || rhk.jenis.get() == Some(&JenisRhk::Tambahan) {
            // A kinerja tambahan needs no link.
            Hold::Linked
        } else {
            Hold::Loose
        };
        Self {
            person,
            rhk,
            posting: rhk
                .posting()
                .and_then(|i| person.posting.get(i))
                .or_else(|| person.last_posting()),
            hold,
            leads: tree.leaders.contains(&id.pegawai),
        }
    }
}

impl OutlineRow<'_> {
    fn entry(&self) -> Option<&OutlineEntry<'_>> {
        match &self.kind {
            OutlineRowKind::Rhk(e) => Some(e),
            _ => None,
        }
    }

    fn text(&self) -> Cell<'_> {
        match &self.kind {
            OutlineRowKind::Heading(text) => Cell::word(*text),
            OutlineRowKind::Sasaran(s) => {
                let mark = if self.below == 0 { "○ " } else { "" };
                Cell::prose(format!("{mark}SASARAN {} — {}", s.kode, s.sasaran))
            }
            OutlineRowKind::Rhk(e) if e.rhk.jenis.get() == Some(&JenisRhk::Tambahan) => {
                Cell::prose(format!("{} (tambahan)", e.rhk.rhk))
            }
            OutlineRowKind::Rhk(e) => Cell::prose(&*e.rhk.rhk),
        }
    }

    fn text_look(&self) -> Look {
        match (&self.kind, self.hold_look()) {
            (OutlineRowKind::Rhk(_), Look::Plain) => Look::Indent(self.depth),
            (OutlineRowKind::Rhk(_), look) => look,
            _ => Look::Sum,
        }
    }

    fn hold_look(&self) -> Look {
        match self.entry().map(|e| e.hold) {
            Some(Hold::Broken) => Look::Level(Level::Galat),
            Some(Hold::Loose) => Look::Level(Level::Peringatan),
            _ => Look::Plain,
        }
    }

    fn hold(&self) -> Cell<'_> {
        Cell::word(match self.entry().map(|e| e.hold) {
            Some(Hold::Broken) => "✗ putus",
            Some(Hold::Linked) => "✓ tersambung",
            Some(Hold::Loose) => "▲ tanpa tautan",
            None => "",
        })
    }

    fn unit(&self) -> Cell<'_> {
        match &self.kind {
            OutlineRowKind::Heading(_) => Cell::Empty,
            OutlineRowKind::Sasaran(s) => Cell::prose(&*s.unit_kerja),
            OutlineRowKind::Rhk(e) => Cell::prose(e.posting.map_or("", |x| &*x.unit_kerja)),
        }
    }

    fn supported(&self) -> Cell<'_> {
        match &self.kind {
            OutlineRowKind::Heading(_) => Cell::Empty,
            _ => Cell::Count(wide(self.below)),
        }
    }

    fn remark(&self) -> Cell<'_> {
        match &self.kind {
            OutlineRowKind::Sasaran(_) if self.below == 0 => Cell::word("belum ada RHK pimpinan yang mengambil sasaran ini"),
            OutlineRowKind::Rhk(e) if e.hold == Hold::Broken => {
                let why = e.rhk.tautan.iter().filter_map(|x| {
                    let why = x.to.as_ref().err()?;
                    Some(format!("{}: {}", x.kode, phrases::severed(self.data, why)))
                });
                Cell::prose(list(why, "; "))
            }
            OutlineRowKind::Rhk(e) if self.below == 0 && e.leads => Cell::word("○ belum didukung RHK bawahan"),
            _ => Cell::Empty,
        }
    }
}

impl ReportRow for OutlineRow<'_> {
    fn depth(&self) -> usize {
        self.depth
    }
}

/// The columns.
pub fn table<'a>(tree: &Outline<'_>) -> Table<OutlineRow<'a>> {
    Table {
        intro: vec![
            format!(
                "Kaskade kinerja: {} tautan putus, {} RHK utama tanpa tautan, {} RHK tambahan di luar kaskade",
                count(tree.broken.len()),
                count(tree.loose.len()),
                count(tree.extra)
            ),
            "Buka atau tutup cabang dengan tombol + dan − di tepi kiri. ✓ tersambung · ✗ putus · ○ belum didukung RHK bawahan."
                .to_owned(),
        ],
        columns: vec![
            col("kaskade", "Kaskade", 60.0, Kind::Wrap, OutlineRow::text).looks(OutlineRow::text_look),
            col("keadaan", "Tautan", 15.0, Kind::Line, OutlineRow::hold).looks(OutlineRow::hold_look),
            col("nama", "Nama", 24.0, Kind::Wrap, |r: &OutlineRow<'a>| {
                Cell::name(r.entry().map_or("", |e| &*e.person.nama))
            }),
            col("unit_kerja", "Unit kerja", 24.0, Kind::Wrap, OutlineRow::unit),
            col("kode_rhk", "Kode RHK", 10.0, Kind::Code, |r: &OutlineRow<'a>| {
                Cell::prose(r.entry().map_or("", |e| &*e.rhk.kode))
            }),
            col("tautan", "Menginduk ke", 13.0, Kind::Code, |r: &OutlineRow<'a>| {
                match r.entry() {
                    Some(e) => Cell::prose(list(e.rhk.tautan.iter().map(|x| &*x.kode), ", ")),
                    None => Cell::Empty,
                }
            }),
            col("pendukung", "Didukung (RHK)", 11.0, Kind::Count, OutlineRow::supported),
            col("keterangan", "Keterangan", 40.0, Kind::Wrap, OutlineRow::remark),
            col("nip", "NIP", 20.0, Kind::Code, |r: &OutlineRow<'a>| {
                Cell::nip(r.entry().map_or("", |e| &*e.person.nip))
            })
            .screen(),
            col("jabatan", "Jabatan", 32.0, Kind::Line, |r: &OutlineRow<'a>| {
                Cell::prose(r.entry().and_then(|e| e.posting).map_or("", |x| &*x.jabatan))
            })
            .screen(),
        ],
        frozen: 1,
        data_order: &[],
    }
}
