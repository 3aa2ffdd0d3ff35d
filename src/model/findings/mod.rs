//! What can be wrong with the cells and rows of the tables: codes and words.

pub mod cells;
pub mod people;
pub mod plans;
pub mod tables;
pub mod units;

pub use cells::{
    ChoiceLeft, ChoiceUnclear, ClockCell, CurveUnlike, DateUnreadable, NumberAmbiguous, NumberUnreadable, OrganisasiNegative,
    PercentAmbiguous, PostCode, TickUnread, TooManyCodes, TwoTicks, ValueError, ValueMissing, ValueUncomputed, WordDoubtful,
    WordList, WordUnknown,
};
pub use people::{
    BesideNip, FormUnnamed, HeadWithoutNip, NipMalformed, NipMistyped, NipNumber, NipRounded, NipShared, PersonDoubled,
    PersonRowRepeated, PersonUnknown, RowRepeated, RowsAround, UnitDoubled, WhereAround,
};
pub use plans::{
    PostingUnknown, RealisasiDoubled, RealisasiRowRepeated, RealisasiTwoPostings, RealisasiUnknown, RhkInconsistent, SkpDoubled,
    SkpRowRepeated, TargetContradictsArah,
};
pub use tables::{
    CalibrationUnused, ColumnOtherYear, DataOtherYear, MarkOfDigits, NotUsed, PartUnclear, PenilaiWithNrp, PeriodUnused,
    PredikatHistory, RatingsOtherPeriod, RealisasiOtherPeriod, RealisasiOtherYear, RowsOtherYear, TableOtherPeriod, UnclearBy,
};
pub use units::{Namesake, UnitNamesakes};
