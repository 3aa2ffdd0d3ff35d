//! The generator's chance: splitmix64, small, seeded, the same on every machine and for ever.
//!
//! A stream of figures is named by (seed, purpose, index). So each fact about a person can be
//! had at any time without keeping anybody in memory, and a new kind of fact does not shift
//! the others.

use crate::base::ids::{index, short, wide};
/// What a stream of chance is used for; a part of its seed.
#[derive(Debug, Clone, Copy)]
pub(super) enum Purpose {
    Person = 1,
    Nip = 2,
    Class = 3,
    Marks = 4,
    Targets = 5,
    Periods = 6,
    Special = 7,
    Fault = 8,
    Unit = 9,
    Place = 10,
}

crate::base::ids::ordinal!(Purpose);

/// A stream of chance.
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

impl Dice {
    pub(super) fn new(seed: u64, purpose: Purpose, index: u32) -> Self {
        let purpose = wide(purpose.ordinal()).wrapping_mul(GOLDEN);
        Self(mix(
            mix(seed.wrapping_add(purpose)) ^ u64::from(index).wrapping_mul(0xD6E8_FEB8_6659_FD93)
        ))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        mix(self.0)
    }

    /// A figure of 0 .. n (n excluded); 0 for n = 0.
    pub(super) fn below(&mut self, n: u32) -> u32 {
        let wide = (self.next() >> 32) * u64::from(n);
        // The product of two figures below 2^32, shifted by 32, is below 2^32.
        u32::try_from(wide >> 32).unwrap_or(0)
    }

    /// A figure of lo ..= hi.
    pub(super) fn between(&mut self, lo: u32, hi: u32) -> u32 {
        lo + self.below(hi.saturating_sub(lo) + 1)
    }

    /// True in `percent` of 100 cases.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of the list, which is never empty.
    pub(super) fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        let len = short(list.len());
        list[index(self.below(len))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_is_known_by_its_name_alone() {
        let take = |purpose, index| {
            let mut d = Dice::new(7, purpose, index);
            (0..4).map(|_| d.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(take(Purpose::Person, 3), take(Purpose::Person, 3));
        assert_ne!(take(Purpose::Person, 3), take(Purpose::Person, 4));
        assert_ne!(take(Purpose::Person, 3), take(Purpose::Marks, 3));
    }

    #[test]
    fn chance_is_about_fair() {
        let hits = (0..10_000).filter(|&i| Dice::new(1, Purpose::Fault, i).chance(20)).count();
        assert!((1800..2200).contains(&hits), "{hits}");
    }
}
