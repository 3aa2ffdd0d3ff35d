//! A list with a predikat of something else than kinerja (attendance, a course, an exam): what stands below its bare
//! heading "Predikat" is nobody's mark. The nearest that says what a list is about decides: the heading itself, the
//! titles above it, the name of its sheet, its other headings and what the cells say, the name of its file. Where one of
//! the headings or the file names kinerja, no other heading takes it for something else.

use super::findings::{MarkOfOthers, PredikatOfOther};
use super::{DataTable, Key, TableKind, Tables};
use crate::base::file_names::file_name;
use crate::base::origin::Origin;
use crate::base::text::{clean, fold_heading, is_dash, shorten};
use crate::contract::facet;
use crate::contract::mark_words::stage;
use crate::contract::subject_words::{Subject, heads_other_marks, is_of_another_scale, proposes_marks, subject};
use crate::contract::tables::Need;
use crate::contract::unit_words::begins_an_office;
use crate::finding::Noted;
use crate::input::{Inputs, Value};

/// Takes such lists out of the tables; what a whole list says of its people stays.
pub(super) fn pass_over(inputs: &Inputs, found: &mut Tables) {
    for i in (0..found.tables.len()).rev() {
        let table = &found.tables[i];
        let Some((col, why)) = of_other(inputs, table) else { continue };
        let written = table
            .columns
            .iter()
            .find(|c| c.col == col)
            .map(|c| c.written.clone())
            .unwrap_or_default();
        let mut must = TableKind::Pegawai.columns().iter().filter(|c| c.need == Need::Must);
        let whole = must.all(|c| table.column(c.key).is_some());
        let fact = PredikatOfOther {
            written,
            why,
            rows: (!whole).then_some(table.rows.len()),
        };
        let at = Origin::new(table.sheet, table.header.0, col);
        let said = |at: Origin| table.covers(at) && (!whole || at.col() == col);
        found.problems.retain(|p| !p.at.is_some_and(said));
        found.refused.push(fact.refusal());
        found.problems.push(Noted::new(fact).at(at));
        if whole {
            let table = &mut found.tables[i];
            table.jenis = TableKind::Pegawai;
            table.slices.clear();
            for column in table.columns.iter_mut().filter(|c| c.key == Some(Key::HasilAkhir)) {
                column.key = None;
            }
        } else {
            found.tables.remove(i);
        }
    }
}

/// Marks below a title that says that they are proposed are nobody's yet, unless their own heading says that they are final.
pub(super) fn withhold_proposed(found: &mut Tables) {
    let of_marks = |t: &&mut DataTable| t.jenis == TableKind::Penilaian && t.formulir.is_none();
    for table in found.tables.iter_mut().filter(of_marks) {
        let Some(title) = table.meta.iter().find(|line| proposes_marks(line)) else {
            continue;
        };
        let title = shorten(title, 60);
        table.slices.clear();
        table.sources.retain(|(key, _)| !facet::is_mark(*key));
        let (sheet, row) = (table.sheet, table.header.0);
        let open = |c: &&mut super::TableColumn| c.key.is_some_and(facet::is_mark) && stage(&c.written).is_none();
        let mut told = false;
        for column in table.columns.iter_mut().filter(open) {
            column.surpassed = column.key.take();
            if !std::mem::replace(&mut told, true) {
                let fact = MarkOfOthers {
                    written: column.written.clone(),
                    beside_posts: false,
                    title: Some(title.clone()),
                };
                found.problems.push(Noted::new(fact).at(Origin::new(sheet, row, column.col)));
            }
        }
    }
}

/// The first column of predikat of a list that is about something else, and what says so.
fn of_other(inputs: &Inputs, table: &DataTable) -> Option<(u16, String)> {
    let has = |key| table.column(key).is_some();
    if table.jenis != TableKind::Penilaian || table.formulir.is_some() || has(Key::HasilKerja) || has(Key::PerilakuKerja) {
        return None;
    }
    let marks = || table.columns.iter().filter(|c| c.key == Some(Key::HasilAkhir));
    // The contract's own name, and e-Kinerja's.
    let own = |heading: &str| heading == Key::HasilAkhir.name() || fold_heading(heading).split(' ').any(|w| w == "kuadran");
    if marks().any(|c| own(&c.written) || subject(&c.written) == Some(Subject::Kinerja)) {
        return None;
    }
    let col = marks().next()?.col;
    let sheet = inputs.sheet(table.sheet);
    let decided = |texts: &[&str], what: &str| -> Option<Option<String>> {
        if texts.iter().any(|t| subject(t) == Some(Subject::Kinerja)) {
            return Some(None);
        }
        let other = texts.iter().find(|t| subject(t) == Some(Subject::Other))?;
        Some(Some(format!("{what} \"{}\"", shorten(other, 60))))
    };
    let titles: Vec<&str> = table.meta.iter().map(|l| &**l).filter(|l| !begins_an_office(l)).collect();
    // "Predikat Kompetensi" beside it has a predikat of its own.
    let own_mark = |heading: &str| fold_heading(heading).split(' ').any(|w| w == "predikat");
    let unread = table
        .columns
        .iter()
        .filter(|c| c.is_unread())
        .map(|c| &*c.written)
        .filter(|h| !own_mark(h));
    // One such column may stand in any list.
    let mut headings: Vec<&str> = unread.filter(|h| heads_other_marks(h)).collect();
    if headings.len() < 2 {
        headings.clear();
    }
    let file = file_name(&inputs.file(sheet.file).path);
    let kinerja = |text: &str| subject(text) == Some(Subject::Kinerja);
    let named = || kinerja(file) || table.columns.iter().any(|c| kinerja(&c.written));
    decided(&titles, "judul")
        .or_else(|| decided(&sheet.name.as_deref().into_iter().collect::<Vec<_>>(), "nama lembar"))
        .or_else(|| named().then_some(None))
        .or_else(|| decided(&headings, "kolom"))
        .or_else(|| scale(inputs, table).map(|word| Some(format!("isi \"{word}\""))))
        .or_else(|| decided(&[file.rsplit_once('.').map_or(file, |n| n.0)], "nama berkas"))
        .flatten()
        .map(|why| (col, why))
}

/// A word of another scale, where the predikat of a list are all such words.
fn scale(inputs: &Inputs, table: &DataTable) -> Option<String> {
    let mut first = None;
    for column in table.columns.iter().filter(|c| c.key == Some(Key::HasilAkhir)) {
        for row in table.rows.each() {
            match table.cell(inputs, row, column.col).0 {
                value if value.is_blank() => {}
                Value::Text(text) if is_dash(&clean(text)) => {}
                Value::Text(text) if is_of_another_scale(text) => {
                    first.get_or_insert_with(|| shorten(&clean(text), 40));
                }
                _ => return None,
            }
        }
    }
    first
}
