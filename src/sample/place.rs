//! Where everybody sits: the tree of the instansi as arithmetic on the index.
//!
//! A perangkat daerah is a block of [`BLOCK`] indices in this order: its head, 5 administrators,
//! 10 pengawas, then the staff dealt out to the seksi in turn. Everybody's atasan has a lower
//! index, so any number of pegawai makes a whole tree. Twelve perangkat daerah are a kabupaten;
//! the first of them is the Sekretariat Daerah, whose head leads the other heads.

use super::dice::{Dice, Purpose};
use super::opd::{Bidang, OPD, Opd, Seksi};
use super::words::{PLACE_PREFIX, PLACE_SUFFIX};
use crate::base::ids::{index, wide};
use crate::model::vocab::PredikatOrganisasi;

/// Pegawai of a complete perangkat daerah: 1 + 5 + 10 + 10 seksi with 9 staff.
pub(super) const BLOCK: u32 = 106;
const FIRST_PENGAWAS: u32 = 6;
const FIRST_STAFF: u32 = 16;
const KINDS: u32 = 12;
const _: () = assert!(OPD.len() == index(KINDS), "a kabupaten has one of each kind");

/// The level of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PostLevel {
    Kepala,
    Administrator,
    Pengawas,
    Staff,
}

/// A post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SamplePost {
    /// Number of the perangkat daerah.
    pub(super) block: u32,
    pub(super) level: PostLevel,
    /// 0..5; 0 for the head.
    pub(super) bidang: u32,
    /// 0..2 within the bidang; 0 for those above.
    pub(super) seksi: u32,
    /// 0..9 within the seksi, for staff.
    pub(super) seat: u32,
}

impl SamplePost {
    pub(super) fn of(index: u32) -> Self {
        let (block, slot) = (index / BLOCK, index % BLOCK);
        let place = |level, bidang, seksi, seat| Self {
            block,
            level,
            bidang,
            seksi,
            seat,
        };
        match slot {
            0 => place(PostLevel::Kepala, 0, 0, 0),
            1..FIRST_PENGAWAS => place(PostLevel::Administrator, slot - 1, 0, 0),
            FIRST_PENGAWAS..FIRST_STAFF => place(PostLevel::Pengawas, (slot - FIRST_PENGAWAS) / 2, slot % 2, 0),
            _ => {
                let s = slot - FIRST_STAFF;
                place(PostLevel::Staff, (s % 10) / 2, s % 2, s / 10)
            }
        }
    }

    fn head(self) -> u32 {
        self.block * BLOCK
    }

    /// Index of the pengawas of this seksi.
    pub(super) fn pengawas(self) -> u32 {
        self.head() + FIRST_PENGAWAS + 2 * self.bidang + self.seksi
    }

    /// Index of the leader of the unit this post is in; for a leader: the own index.
    pub(super) fn leader(self) -> u32 {
        match self.level {
            PostLevel::Kepala => self.head(),
            PostLevel::Administrator => self.head() + 1 + self.bidang,
            PostLevel::Pengawas | PostLevel::Staff => self.pengawas(),
        }
    }

    /// Index of the atasan langsung; `None` for the secretary of the region, whose atasan is
    /// the bupati and has no NIP.
    pub(super) fn atasan(self) -> Option<u32> {
        match self.level {
            PostLevel::Kepala if self.block.is_multiple_of(KINDS) => None,
            PostLevel::Kepala => Some((self.block - self.block % KINDS) * BLOCK),
            PostLevel::Administrator => Some(self.head()),
            PostLevel::Pengawas => Some(self.head() + 1 + self.bidang),
            PostLevel::Staff => Some(self.pengawas()),
        }
    }

    /// The other seksi of the same bidang: where transfers come from.
    pub(super) fn sibling(self) -> Self {
        Self {
            seksi: 1 - self.seksi,
            ..self
        }
    }

    pub(super) fn opd(self) -> &'static Opd {
        &OPD[index(self.block % KINDS)]
    }

    pub(super) fn bidang(self) -> &'static Bidang {
        &self.opd().bidang[index(self.bidang)]
    }

    pub(super) fn seksi(self) -> &'static Seksi {
        &self.bidang().seksi[index(self.seksi)]
    }

    /// What the people here work for.
    pub(super) fn topic(self) -> &'static str {
        match self.level {
            PostLevel::Kepala => self.opd().topics,
            PostLevel::Administrator => self.bidang().topics,
            PostLevel::Pengawas | PostLevel::Staff => self.seksi().topics,
        }
    }

    /// Name of the perangkat daerah, unique in the instansi.
    pub(super) fn opd_name(self, seed: u64) -> String {
        format!("{} Kabupaten {}", self.opd().nama, self.region(seed))
    }

    /// Name of the unit, unique in the instansi.
    pub(super) fn unit(self, seed: u64) -> String {
        let opd = self.opd_name(seed);
        match self.level {
            PostLevel::Kepala => opd,
            PostLevel::Administrator => format!("{} {opd}", self.bidang().nama),
            PostLevel::Pengawas | PostLevel::Staff => format!("{} {opd}", self.seksi().nama),
        }
    }

    /// Name of the unit above, empty for a perangkat daerah.
    pub(super) fn unit_induk(self, seed: u64) -> String {
        match self.level {
            PostLevel::Kepala => String::new(),
            PostLevel::Administrator => self.opd_name(seed),
            PostLevel::Pengawas | PostLevel::Staff => format!("{} {}", self.bidang().nama, self.opd_name(seed)),
        }
    }

    /// The kabupaten. Distinct for up to 840 of them, more than a million pegawai need.
    fn region(self, seed: u64) -> String {
        let (heads, tails) = (wide(PLACE_PREFIX.len()), wide(PLACE_SUFFIX.len()));
        let number = (u64::from(self.block / KINDS) + seed % (heads * tails)) % (heads * tails);
        let head = number % heads;
        let tail = (number / heads + head) % tails;
        // Both are below the lengths of short lists.
        let at = |list: &[&'static str], i: u64| usize::try_from(i).ok().and_then(|i| list.get(i).copied()).unwrap_or("");
        format!("{}{}", at(PLACE_PREFIX, head), at(PLACE_SUFFIX, tail))
    }

    /// Predikat organisasi of the unit this post is in.
    pub(super) fn predikat_organisasi(self, seed: u64) -> PredikatOrganisasi {
        match Dice::new(seed, Purpose::Unit, self.leader()).below(100) {
            0..12 => PredikatOrganisasi::Istimewa,
            12..84 => PredikatOrganisasi::Baik,
            84..95 => PredikatOrganisasi::ButuhPerbaikan,
            95..98 => PredikatOrganisasi::Kurang,
            _ => PredikatOrganisasi::SangatKurang,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_atasan_comes_before_and_sits_one_level_up() {
        for i in 0..3 * BLOCK * KINDS {
            let place = SamplePost::of(i);
            match place.atasan() {
                None => assert_eq!(i % (BLOCK * KINDS), 0),
                Some(a) => {
                    assert!(a < i);
                    let up = SamplePost::of(a);
                    let expected = match place.level {
                        PostLevel::Kepala | PostLevel::Administrator => PostLevel::Kepala,
                        PostLevel::Pengawas => PostLevel::Administrator,
                        PostLevel::Staff => PostLevel::Pengawas,
                    };
                    assert_eq!(up.level, expected, "{i}");
                    assert!(place.level == PostLevel::Kepala || up.block == place.block);
                }
            }
        }
    }

    #[test]
    fn names_of_units_are_unique_up_to_a_million_pegawai() {
        let mut names = HashSet::new();
        for block in 0..=(1_000_000 / BLOCK) {
            assert!(names.insert(SamplePost::of(block * BLOCK).opd_name(99)));
        }
        for slot in 1..FIRST_STAFF {
            assert!(names.insert(SamplePost::of(slot).unit(99)));
        }
    }

    #[test]
    fn a_seksi_has_nine_staff() {
        let of = SamplePost::of(FIRST_STAFF + 3);
        let same =
            (0..BLOCK).filter(|&i| SamplePost::of(i).level == PostLevel::Staff && SamplePost::of(i).leader() == of.leader());
        assert_eq!(same.count(), 9);
    }
}
