//! A form over several pages of one sheet, each with the identity block printed once more.

use super::Formulir;
use crate::base::text::fold;
use crate::input::Sheet;
use crate::table::DataTable;
use crate::table::form_words::block_title;

/// A page that says the person of the page above once more, and no period, is of the period of that one.
pub fn join_pages(sheet: &Sheet, tables: &mut [DataTable]) {
    for i in 1..tables.len() {
        let (before, rest) = tables.split_at_mut(i);
        let (Some(first), Some(next)) = (before.last().and_then(|t| t.formulir.as_deref()), rest.first_mut()) else {
            continue;
        };
        if let Some(next) = next.formulir.as_deref_mut().filter(|next| is_page_of(sheet, first, next)) {
            next.periode.clone_from(&first.periode);
            next.triwulan.clone_from(&first.triwulan);
            next.titles.splice(..0, first.titles.iter().cloned());
        }
    }
}

fn is_page_of(sheet: &Sheet, first: &Formulir, next: &Formulir) -> bool {
    let nip = |form: &Formulir| form.pegawai.nip.as_ref().map(|nip| fold(&nip.on(sheet).written()));
    let is_title = |cell: &String| matches!(fold(cell).as_str(), "evaluasikinerjapegawai" | "sasarankinerjapegawai");
    let mut above = (next.titles.iter()).take_while(|cells| !cells.iter().any(|cell| block_title(cell).is_some()));
    let bare = above.all(|cells| cells.iter().all(is_title));
    bare && next.periode.is_none() && next.triwulan.is_none() && nip(next).is_some_and(|own| Some(own) == nip(first))
}
