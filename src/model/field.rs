//! A cell that is faulty is not a cell that is empty, and neither is a figure.

use crate::base::origin::Origin;

/// What a cell gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State<T> {
    /// Nothing stands there (or there is no such column).
    Empty,
    /// Something stands there that cannot be used; a [`crate::finding::Noted`] says what.
    Faulty,
    /// A value.
    Given(T),
}

/// A value of the model with the cell it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field<T> {
    /// The cell; for an absent column the first cell of the row.
    pub at: Origin,
    /// What it gave.
    pub state: State<T>,
}

impl<T> Field<T> {
    /// A value.
    pub const fn given(value: T, at: Origin) -> Self {
        Self {
            at,
            state: State::Given(value),
        }
    }

    /// Nothing.
    pub const fn empty(at: Origin) -> Self {
        Self { at, state: State::Empty }
    }

    /// Something unusable.
    pub const fn faulty(at: Origin) -> Self {
        Self {
            at,
            state: State::Faulty,
        }
    }

    /// The value, if there is one.
    pub const fn get(&self) -> Option<&T> {
        match &self.state {
            State::Given(value) => Some(value),
            _ => None,
        }
    }

    /// The value, or the contract's default for an empty cell; `None` when the cell is faulty.
    pub fn or_default(&self, default: T) -> Option<T>
    where
        T: Clone,
    {
        match &self.state {
            State::Given(value) => Some(value.clone()),
            State::Empty => Some(default),
            State::Faulty => None,
        }
    }

    /// Nothing stands there.
    pub const fn is_empty(&self) -> bool {
        matches!(self.state, State::Empty)
    }

    /// Something unusable stands there.
    pub const fn is_faulty(&self) -> bool {
        matches!(self.state, State::Faulty)
    }
}
