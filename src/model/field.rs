//! A cell that is faulty is not a cell that is empty, and neither is a figure.

use crate::base::origin::Origin;

/// What a cell gave.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum State<T> {
    /// Nothing stands there (or there is no such column).
    Empty,
    /// Something stands there that cannot be used; a [`crate::finding::Noted`] says what.
    Faulty,
    /// A value.
    Given(T),
}

impl<T> State<T> {
    /// The value, if there is one.
    pub const fn get(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            _ => None,
        }
    }

    /// The value, or the contract's default for an empty cell; `None` when the cell is faulty.
    pub fn or_default(&self, default: T) -> Option<T>
    where
        T: Clone,
    {
        match self {
            Self::Given(value) => Some(value.clone()),
            Self::Empty => Some(default),
            Self::Faulty => None,
        }
    }

    /// Nothing stands there.
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// Something unusable stands there.
    pub const fn is_faulty(&self) -> bool {
        matches!(self, Self::Faulty)
    }
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
        self.state.get()
    }

    /// The value, or the contract's default for an empty cell; `None` when the cell is faulty.
    pub fn or_default(&self, default: T) -> Option<T>
    where
        T: Clone,
    {
        self.state.or_default(default)
    }

    /// Nothing stands there.
    pub const fn is_empty(&self) -> bool {
        self.state.is_empty()
    }

    /// Something unusable stands there.
    pub const fn is_faulty(&self) -> bool {
        self.state.is_faulty()
    }

    /// Its cell without what stands there: faulty where that cannot be used.
    pub fn place(&self) -> Field<()> {
        let state = if self.is_faulty() { State::Faulty } else { State::Empty };
        Field { at: self.at, state }
    }

    /// The same, told from the row of what it belongs to.
    pub fn in_row(self, row: Origin) -> RowField<T> {
        let same = (self.at.sheet(), self.at.row()) == (row.sheet(), row.row());
        RowField {
            place: if same {
                FieldPlace::Column(self.at.col())
            } else {
                FieldPlace::Cell(self.at)
            },
            state: self.state,
        }
    }
}

/// A [`Field`] whose cell is told from the row of what it belongs to: rows that say the same in the same columns have
/// equal ones, which are kept once for all of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RowField<T> {
    place: FieldPlace,
    /// What the cell gave.
    pub state: State<T>,
}

/// Where the cell of a field stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum FieldPlace {
    /// In the row, in this column.
    Column(u16),
    /// Somewhere else: under a merge, above the table, in a form.
    Cell(Origin),
}

impl<T> RowField<T> {
    /// Nothing, in this cell of the row itself.
    pub fn empty(at: Origin) -> Self {
        Field::empty(at).in_row(at)
    }

    /// The same, told for what stands in another row than this one.
    pub fn moved(&self, row: Origin) -> Self
    where
        T: Clone,
    {
        Self {
            place: FieldPlace::Cell(self.at(row)),
            state: self.state.clone(),
        }
    }

    /// The cell; `row` is any cell of the row of what it belongs to.
    pub const fn at(&self, row: Origin) -> Origin {
        match self.place {
            FieldPlace::Column(col) => row.in_col(col),
            FieldPlace::Cell(at) => at,
        }
    }
}

impl<T> std::ops::Deref for RowField<T> {
    type Target = State<T>;

    fn deref(&self) -> &State<T> {
        &self.state
    }
}

impl<T> From<Field<T>> for RowField<T> {
    fn from(field: Field<T>) -> Self {
        Self {
            place: FieldPlace::Cell(field.at),
            state: field.state,
        }
    }
}
