//! People whom only rows with a NIP that cannot be read name.

use std::collections::BTreeSet;

use super::{is_no_text, table_of_nip, unreadable};
use crate::base::ids::PegawaiId;
use crate::base::origin::Origin;
use crate::base::text::match_key;
use crate::input::Value;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::people::People;
use crate::model::assemble::row_at;
use crate::model::assemble::rows::TableRows;
use crate::model::{Pegawai, Source};
use crate::table::{Key, TableKind};

/// Tables whose rows are somebody's.
const OF_PEOPLE: [TableKind; 4] = [
    TableKind::Penilaian,
    TableKind::Skp,
    TableKind::Realisasi,
    TableKind::Perilaku,
];

/// The NIP cells of rows that may name such people, where no list says who there is.
pub(super) fn cells(ctx: &Ctx<'_>, people: &People, table_rows: &[TableRows<'_>]) -> Vec<Origin> {
    if people.covered() {
        return Vec::new();
    }
    let of_people = |at: &Origin| table_of_nip(table_rows, *at).is_some_and(|t| OF_PEOPLE.contains(&table_rows[t].table.jenis));
    let problems = ctx.problems.iter().filter(|p| unreadable(p.kode()) || is_no_text(p.kode()));
    problems.filter_map(|p| p.at).filter(of_people).collect()
}

/// Nobody drops out: whoever is named there, by a name or else by the NIP as written, and is nobody known, stands in the result
/// once, and is matched with nothing. `owned`: cells of rows that are probably somebody's.
pub(super) fn add<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    table_rows: &[TableRows<'a>],
    cells: &[Origin],
    owned: &[(PegawaiId, Origin)],
) {
    if cells.is_empty() {
        return;
    }
    let owned: BTreeSet<Origin> = owned.iter().map(|(_, at)| *at).collect();
    let mut known: BTreeSet<_> = people.all.iter().map(|p| match_key(&p.nama)).collect();
    // Whoever was made of a row that names nobody is known by his NIP as it is written.
    let unreadable = people.all.iter().filter(|p| !p.nip_valid && !p.nip.is_empty());
    known.extend(unreadable.map(|p| match_key(&p.nip)));
    for &at in cells.iter().filter(|at| !owned.contains(at)) {
        let Some(line) = row_at(table_rows, at) else { continue };
        let (nip, nama) = (line.cell(Key::Nip), line.cell(Key::Nama));
        let named_by = if nama.says_nothing() { nip } else { nama };
        if named_by.says_nothing() || matches!(named_by.value, Value::Error(_)) {
            continue;
        }
        if known.insert(match_key(&named_by.value.written())) {
            let written = ctx.begin_unmatched(nip);
            let nama = ctx.shown(nama);
            people.add(Pegawai::new(written, false, nama, Source::Other, at), None);
        }
    }
    ctx.nip = None;
}
