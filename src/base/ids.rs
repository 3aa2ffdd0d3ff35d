//! Numbers that name a thing by its place in its list, a type for each kind of list, and the one place
//! where a number changes its width.
//!
//! A list of a run holds fewer than 2³² things: a sheet has at most 1,048,576 rows and a file 100 million
//! filled cells (`input::Limits`), and whatever the model holds stands in a cell. So four bytes do.

use std::num::NonZeroU32;

const _: () = assert!(usize::BITS >= 32 && usize::BITS <= 64, "a place fits u64, and holds any u32");

/// A place, as the standard library counts.
#[must_use]
#[inline]
#[expect(
    clippy::as_conversions,
    reason = "not narrower than u32, asserted above; `From` is not const"
)]
pub const fn index(n: u32) -> usize {
    n as usize
}

/// A count, as files and hashes count.
#[must_use]
#[inline]
#[expect(
    clippy::as_conversions,
    reason = "not wider than u64, asserted above; `From` does not exist"
)]
pub const fn wide(n: usize) -> u64 {
    n as u64
}

/// A place or count in four bytes; the largest where it does not fit.
#[must_use]
#[inline]
pub fn short(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// A column in two bytes; the largest where it does not fit, which is no column of any sheet.
#[must_use]
#[inline]
pub fn column(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// A whole number as a cell holds it: rounded beyond 2⁵³, as in every spreadsheet program.
#[must_use]
#[inline]
#[expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "rounding is what a cell does"
)]
pub const fn float(n: i64) -> f64 {
    n as f64
}

/// A figure without its fraction; the nearest bound beyond `i64`, 0 where it is no figure.
#[must_use]
#[inline]
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "what the conversion does is what is wanted"
)]
pub const fn whole(n: f64) -> i64 {
    n as i64
}

/// Declares ids: a place in a list of its own kind, by which any list beside it is indexed, too.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The id of what stands at this place.
            #[must_use]
            #[inline]
            pub fn at(place: usize) -> Self {
                Self($crate::base::ids::short(place))
            }

            /// What stands in a list, each with its id.
            #[allow(dead_code, reason = "not every list is walked so")]
            pub fn each<T>(list: &[T]) -> impl DoubleEndedIterator<Item = (Self, &T)> + ExactSizeIterator + Clone {
                list.iter().enumerate().map(|(place, it)| (Self::at(place), it))
            }

            /// The place.
            #[must_use]
            #[inline]
            pub const fn index(self) -> usize {
                $crate::base::ids::index(self.0)
            }
        }

        impl<T> std::ops::Index<$name> for [T] {
            type Output = T;
            fn index(&self, id: $name) -> &T {
                &self[id.index()]
            }
        }

        impl<T> std::ops::IndexMut<$name> for [T] {
            fn index_mut(&mut self, id: $name) -> &mut T {
                &mut self[id.index()]
            }
        }

        impl<T> std::ops::Index<$name> for Vec<T> {
            type Output = T;
            fn index(&self, id: $name) -> &T {
                &self[id.index()]
            }
        }

        impl<T> std::ops::IndexMut<$name> for Vec<T> {
            fn index_mut(&mut self, id: $name) -> &mut T {
                &mut self[id.index()]
            }
        }
    )*};
}
pub(crate) use ids;

/// Gives an enum without fields the place of each variant in its declaration, to count by.
macro_rules! ordinal {
    ($($name:ty),*) => {$(
        impl $name {
            /// Its place in the declaration.
            #[expect(clippy::as_conversions, reason = "the number of a variant, which the compiler gives")]
            pub const fn ordinal(self) -> usize {
                self as usize
            }
        }
    )*};
}
pub(crate) use ordinal;

/// Declares an enum without fields, and with it the list of its variants: none can be forgotten in it.
macro_rules! listed {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$means:meta])* $variant:ident,)+ }) => {
        $(#[$doc])*
        pub enum $name { $($(#[$means])* $variant,)+ }

        impl $name {
            /// All of them, in the order of the declaration.
            pub const ALL: [Self; [$(stringify!($variant)),+].len()] = [$(Self::$variant),+];
        }
    };
}
pub(crate) use listed;

ids! {
    /// A person of the data set.
    PegawaiId;
    /// An RHK among those of its owner.
    RhkNo;
    /// An indicator among those of its RHK.
    IndikatorNo;
    /// A sasaran of the data set.
    SasaranId;
    /// A row among the non-empty rows of its sheet (not the row's number).
    RowNo;
}

/// A posting among those of its owner; where there is none, that takes no more room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PostingNo(NonZeroU32);

impl PostingNo {
    /// The id of what stands at this place.
    #[must_use]
    pub fn at(place: usize) -> Self {
        Self(NonZeroU32::MIN.saturating_add(short(place)))
    }

    /// The place.
    #[must_use]
    pub const fn index(self) -> usize {
        index(self.0.get() - 1)
    }
}

/// An RHK of the data set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RhkId {
    /// Whose.
    pub pegawai: PegawaiId,
    /// Which of them.
    pub rhk: RhkNo,
}
