//! Words that options take.

use clap::ValueEnum;

/// What `skp pelengkap` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Pelengkap {
    /// For bash
    Bash,
    /// For zsh
    Zsh,
    /// For fish
    Fish,
    /// For PowerShell
    Powershell,
    /// For elvish
    Elvish,
    /// The manual page, for packages
    Man,
}

/// Output form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// Tabel di terminal
    #[default]
    Tabel,
    /// JSON
    Json,
    /// CSV
    Csv,
}

/// Colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Warna {
    /// Hanya di terminal; NO_COLOR dihormati
    #[default]
    Auto,
    /// Selalu
    Selalu,
    /// Tidak pernah
    Tidak,
}

/// Levels to stop at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Tingkat {
    /// Galat saja
    Galat,
    /// Galat dan peringatan
    Peringatan,
}

/// Grouping of the distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kelompok {
    /// Per unit yang dipimpin pejabat penilai
    Penilai,
    /// Per unit kerja
    Unit,
    /// Per unit induk
    Induk,
}

/// Form of the cascade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum KaskadeForm {
    /// Pohon di terminal
    #[default]
    Pohon,
    /// Graphviz
    Dot,
    /// Mermaid
    Mermaid,
}
