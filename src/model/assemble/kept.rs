//! What many rows have alike, kept once for all of them.

use std::hash::Hash;
use std::sync::Arc;

use hashbrown::HashSet;

use super::alike::RowsAlike;
use crate::model::{IndikatorAim, IndikatorDetail, PerilakuDetail, PostingDetail, RealisasiDetail, RhkDetail};
use crate::table::Key;

/// Details seen so far.
#[derive(Debug)]
pub(super) struct Kept {
    pub plans: RowsAlike<(Arc<IndikatorAim>, Arc<IndikatorDetail>)>,
    pub attained: RowsAlike<Arc<RealisasiDetail>>,
    pub marks: RowsAlike<Arc<PerilakuDetail>>,
    pub aim: SharedValues<IndikatorAim>,
    pub indikator: SharedValues<IndikatorDetail>,
    pub perilaku: SharedValues<PerilakuDetail>,
    pub posting: SharedValues<PostingDetail>,
    pub rhk: SharedValues<RhkDetail>,
    pub realisasi: SharedValues<RealisasiDetail>,
}

impl Kept {
    /// Forgets which rows are alike; what they say stays shared.
    pub fn forget_rows(&mut self) {
        self.plans.forget();
        self.attained.forget();
        self.marks.forget();
    }
}

impl Default for Kept {
    fn default() -> Self {
        Self {
            plans: RowsAlike::new(&[
                Key::Aspek,
                Key::Target,
                Key::Satuan,
                Key::Arah,
                Key::TargetMaksimal,
                Key::Akumulasi,
                Key::Bobot,
                Key::Kelompok,
                Key::Perspektif,
                Key::TanggalPenetapan,
                Key::BatasWaktu,
            ]),
            attained: RowsAlike::new(&[Key::Periode, Key::Realisasi]),
            marks: RowsAlike::new(&[Key::Aspek, Key::Penilai, Key::Nilai]),
            aim: SharedValues::default(),
            indikator: SharedValues::default(),
            perilaku: SharedValues::default(),
            posting: SharedValues::default(),
            rhk: SharedValues::default(),
            realisasi: SharedValues::default(),
        }
    }
}

/// Values of a kind, each once. So many are looked for at most: rows that are all unlike share nothing.
const MOST: usize = 1 << 16;

#[derive(Debug)]
pub(super) struct SharedValues<T> {
    all: HashSet<Arc<T>>,
    /// The one given last: the row above often says the same.
    last: Option<Arc<T>>,
}

impl<T> Default for SharedValues<T> {
    fn default() -> Self {
        Self {
            all: HashSet::new(),
            last: None,
        }
    }
}

impl<T: Eq + Hash> SharedValues<T> {
    /// The value, the same one for equal values.
    pub fn share(&mut self, value: T) -> Arc<T> {
        if let Some(last) = self.last.as_ref().filter(|last| ***last == value) {
            return last.clone();
        }
        let shared = if let Some(known) = self.all.get(&value) {
            known.clone()
        } else {
            let new = Arc::new(value);
            if self.all.len() < MOST {
                self.all.insert(new.clone());
            }
            new
        };
        self.last = Some(shared.clone());
        shared
    }
}
