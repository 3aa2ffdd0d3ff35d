//! A list of mostly one member.

use std::ops::{Deref, DerefMut};

use thin_vec::ThinVec;

/// A list of mostly one member, which stands in it: no larger than a member that holds a pointer, and without an
/// allocation for one.
#[derive(Debug, Clone)]
pub enum Few<T> {
    /// One.
    One(T),
    /// Any other number.
    Several(ThinVec<T>),
}

impl<T> Few<T> {
    /// An empty list.
    #[must_use]
    pub fn new() -> Self {
        Self::Several(ThinVec::new())
    }

    /// Adds a member at the end.
    pub fn push(&mut self, member: T) {
        *self = match std::mem::take(self) {
            Self::One(first) => Self::Several([first, member].into_iter().collect()),
            Self::Several(none) if none.is_empty() => Self::One(member),
            Self::Several(mut all) => {
                all.push(member);
                Self::Several(all)
            }
        };
    }
}

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::One(only) => std::slice::from_ref(only),
            Self::Several(all) => all,
        }
    }
}

impl<T> DerefMut for Few<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        match self {
            Self::One(only) => std::slice::from_mut(only),
            Self::Several(all) => all,
        }
    }
}

impl<T> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(members: I) -> Self {
        let mut all = Self::new();
        members.into_iter().for_each(|member| all.push(member));
        all
    }
}

impl<T> IntoIterator for Few<T> {
    type Item = T;
    type IntoIter = thin_vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        match self {
            Self::One(only) => ThinVec::from([only]).into_iter(),
            Self::Several(all) => all.into_iter(),
        }
    }
}

impl<'a, T> IntoIterator for &'a Few<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn members_stand_in_order() {
        for n in 0..4 {
            let mut all: Few<u32> = (0..n).collect();
            assert_eq!(*all, *(0..n).collect::<Vec<_>>());
            assert_eq!(matches!(all, Few::One(_)), n == 1);
            all.iter_mut().for_each(|member| *member += 7);
            all.push(0);
            assert_eq!(*all, *(7..7 + n).chain([0]).collect::<Vec<_>>());
            assert!(all.into_iter().eq((7..7 + n).chain([0])));
        }
    }

    #[test]
    fn a_list_takes_no_more_than_its_member() {
        assert_eq!(size_of::<Few<([u32; 2], Arc<u8>)>>(), size_of::<([u32; 2], Arc<u8>)>());
    }
}
