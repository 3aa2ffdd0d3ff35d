//! The numbers by which people and their RHK are named in a run.

/// Index of a person in the data set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PegawaiId(pub u32);

/// An RHK of the data set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RhkId {
    /// Whose.
    pub pegawai: PegawaiId,
    /// Index among the person's RHK.
    pub rhk: u32,
}
