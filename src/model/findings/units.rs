//! Names of units that are several units, or may be one.

use crate::base::origin::Origin;
use crate::base::text::Text;
use crate::facts;
use crate::finding::{About, Level, Said, say};

facts! {
    /// One name of several units.
    STR104 UnitNamesakes {
        /// What of it.
        what: Namesake,
    } => |f, a| f.what.says(a);
}

/// What is told of a name that several units have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Namesake {
    /// They are counted apart: each name, and what stands above its units.
    Apart {
        /// The first name.
        unit: Text,
        /// What stands above its units.
        above: Vec<Text>,
        /// So many further names are like it.
        others: usize,
    },
    /// Rows do not say which of them is meant.
    Unclear {
        /// The name.
        unit: Text,
        /// What stands above them, and where that is said.
        above: Vec<(Text, Origin)>,
        /// So many further rows are alike.
        others: usize,
    },
    /// Two lead the unit at one time, and nothing tells two units apart.
    TwoHeads {
        /// The name.
        unit: Text,
        /// The other row.
        first: Origin,
    },
}

impl Namesake {
    fn says(&self, about: &dyn About) -> Said {
        match self {
            Self::Apart { unit, above, others } => {
                let count = above.len();
                let above: Vec<&str> = above.iter().map(|a| &**a).collect();
                let above = few(&above);
                let message = match others {
                    0 => format!("Unit \"{unit}\" ditulis di bawah {count} unit induk ({above}), jadi dihitung sebagai {count} unit."),
                    n => format!(
                        "{} nama unit ditulis di bawah lebih dari satu unit induk dan dihitung sebagai unit masing-masing, misalnya \
                         \"{unit}\" di bawah {above}.",
                        n + 1
                    ),
                };
                say(
                    message,
                    "Tidak perlu apa-apa bila memang unit yang berbeda. Bila satu unit, samakan tulisan unit induknya.",
                )
                .level(Level::Catatan)
            }
            Self::Unclear { unit, above, others } => {
                let cells: Vec<String> = (above.iter())
                    .map(|(name, at)| format!("{name}, {}", about.cell(*at)))
                    .collect();
                let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
                let rows = match others {
                    0 => "Baris ini".to_owned(),
                    n => format!("Baris ini dan {n} baris lain"),
                };
                say(
                    format!(
                        "Ada {} unit bernama \"{unit}\" (di bawah {}). {rows} tidak mengatakan yang mana, jadi pegawainya tidak \
                         dihitung di salah satunya.",
                        above.len(),
                        few(&cells)
                    ),
                    "Isi kolom unit_induk di baris pegawainya, lengkapi NIP atasannya, atau beri tiap unit nama yang berbeda di \
                     semua tabel.",
                )
            }
            Self::TwoHeads { unit, first } => say(
                format!(
                    "Unit \"{unit}\" mempunyai dua kepala pada masa yang sama, di {} dan {}; bila itu dua unit yang senama, \
                     orangnya terhitung sebagai satu unit.",
                    about.cell(*first),
                    about.at().map_or_else(String::new, |at| about.cell(at))
                ),
                "Bila dua unit, isi unit_induk (di baris pegawai dan di tabel unit), atau beri nama yang berbeda. Bila satu unit, \
                 betulkan jabatannya, atau isi mulai dan selesai.",
            )
            .level(Level::Peringatan),
        }
        .place_only()
    }
}

/// The first few of a list, and how many more.
fn few(all: &[&str]) -> String {
    const SHOWN: usize = 3;
    let shown = all.iter().take(SHOWN).copied().collect::<Vec<_>>().join("; ");
    match all.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown}; dan {more} lagi"),
    }
}
