//! One evaluation in two readings of a row, or in two files: the ratings in a form, the predikat in a recap.

use super::super::people::People;
use crate::model::{Field, Penilaian, Periode};

/// Rows that lack something and are looked at, of one person: he has one evaluation a period, and a file of rows that are
/// all his must not be compared each with each. What is beyond stays as it is.
const LOOKED_AT: usize = 256;

/// Rows of one person, period and post in two sheets that contradict each other nowhere, and each of which says what the
/// other leaves empty, become one. What contradicts stays as it is, and so do two rows of one list: nobody guesses.
pub(in crate::model::assemble) fn join(people: &mut People, periode: Periode) {
    for pegawai in people.all.iter_mut().filter(|p| p.penilaian.len() > 1) {
        let mut joined: Vec<Penilaian> = Vec::with_capacity(pegawai.penilaian.len());
        // Only rows that lack something complete each other.
        let mut lacking: Vec<usize> = Vec::new();
        for row in pegawai.penilaian.drain(..) {
            let lacks = row.hasil_kerja.is_empty() || row.perilaku_kerja.is_empty() || row.hasil_akhir.is_empty();
            let completed = |at: &&usize| lacks && completes(&joined[**at], &row, periode);
            if let Some(&at) = lacking.iter().find(completed) {
                complete(&mut joined[at], row);
                continue;
            }
            if lacks && lacking.len() < LOOKED_AT {
                lacking.push(joined.len());
            }
            joined.push(row);
        }
        pegawai.penilaian.extend(joined);
    }
}

/// Two readings of one row of the sheet, of one period, whose marks do not differ.
pub(super) fn of_one_row(before: &Penilaian, row: &Penilaian, asked: Periode) -> bool {
    fn agree<T>(a: &Field<T>, b: &Field<T>) -> bool {
        a.is_empty() || b.is_empty() || a.at == b.at
    }
    let of = |row: &Penilaian| row.periode.get().copied().unwrap_or(asked);
    before.at == row.at
        && !before.periode.is_faulty()
        && !row.periode.is_faulty()
        && of(before) == of(row)
        && agree(&before.hasil_kerja, &row.hasil_kerja)
        && agree(&before.perilaku_kerja, &row.perilaku_kerja)
        && agree(&before.hasil_akhir, &row.hasil_akhir)
}

/// Takes over what another row of the same evaluation says.
pub(super) fn complete(known: &mut Penilaian, row: Penilaian) {
    fn fill<T>(field: &mut Field<T>, other: Field<T>) {
        if field.is_empty() {
            *field = other;
        }
    }
    fill(&mut known.hasil_kerja, row.hasil_kerja);
    fill(&mut known.perilaku_kerja, row.perilaku_kerja);
    fill(&mut known.hasil_akhir, row.hasil_akhir);
    fill(&mut known.periode, row.periode);
}

/// Whether two rows are of one evaluation, contradict each other nowhere, and each says what the other does not.
fn completes(a: &Penilaian, b: &Penilaian, periode: Periode) -> bool {
    let of = |row: &Penilaian| {
        let period = row.periode.get().copied().unwrap_or(periode);
        let end = row.end.unwrap_or_else(|| periode.end());
        (period, row.start.unwrap_or_else(|| periode.start()), end, row.plt)
    };
    let clear = |row: &Penilaian| !row.withheld && !row.periode.is_faulty();
    let (mut only_a, mut only_b) = (false, false);
    for cell in [
        only(&a.hasil_kerja, &b.hasil_kerja),
        only(&a.perilaku_kerja, &b.perilaku_kerja),
        only(&a.hasil_akhir, &b.hasil_akhir),
    ] {
        let Some((a, b)) = cell else { return false };
        only_a |= a;
        only_b |= b;
    }
    clear(a) && clear(b) && of(a) == of(b) && a.at.sheet() != b.at.sheet() && only_a && only_b
}

/// Whether only the first, and whether only the second is filled; `None` where they cannot both hold.
fn only<T: PartialEq>(a: &Field<T>, b: &Field<T>) -> Option<(bool, bool)> {
    let fits = !a.is_faulty() && !b.is_faulty() && (a.is_empty() || b.is_empty() || a.state == b.state);
    fits.then(|| (!a.is_empty() && b.is_empty(), a.is_empty() && !b.is_empty()))
}
