//! Every finding code there is.

use std::sync::LazyLock;

use super::registry::CHECKS;
use crate::finding::Code;
use crate::{input, model, score, table};

static ALL: LazyLock<Vec<&'static Code>> = LazyLock::new(|| {
    let rooms = [
        input::findings::CODES,
        table::findings::CODES,
        model::findings::cells::CODES,
        model::findings::people::CODES,
        model::findings::plans::CODES,
        model::findings::tables::CODES,
        model::findings::units::CODES,
        score::findings::plans::CODES,
        score::findings::perilaku::CODES,
        score::findings::people::CODES,
        score::findings::marks::CODES,
    ];
    let noted = rooms.into_iter().flatten().copied();
    let mut all: Vec<&Code> = CHECKS.iter().map(|c| &c.code).chain(noted).collect();
    all.sort_unstable_by_key(|c| c.kode);
    all
});

/// All codes, sorted.
pub fn all() -> &'static [&'static Code] {
    &ALL
}

/// The code, in any letter case.
pub fn find(kode: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|c| c.kode.eq_ignore_ascii_case(kode))
}
