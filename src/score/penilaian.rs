//! Which row of `penilaian` counts: the one for the period, and after a transfer the one of the
//! latest posting (`aturan.md` 2). Annual predikat is its own evaluation: rows of other periods
//! never count.

use jiff::civil::Date;

use crate::model::{Field, Pegawai, Penilaian, Periode, State};

/// The row that counts.
#[derive(Debug, Clone, Copy)]
pub enum ChosenRow<'a> {
    /// There is none.
    Nothing,
    /// This one.
    One(&'a Penilaian),
    /// Several of one rank that differ; two of them.
    Doubled(&'a Penilaian, &'a Penilaian),
}

/// Whether rows as Plt, Plh or Pjb are set aside: they count only for somebody whose postings of the
/// period are all of that kind.
pub fn plt_set_aside(pegawai: &Pegawai) -> bool {
    pegawai.last_posting().is_some_and(|p| !p.plt)
}

/// Rows for the period (or without one), of whatever posting.
pub fn rows_of(pegawai: &Pegawai, periode: Periode) -> impl Iterator<Item = &Penilaian> {
    pegawai.penilaian.iter().filter(move |r| match r.periode.state {
        State::Given(p) => p == periode,
        State::Empty => true,
        State::Faulty => false,
    })
}

/// Last and first day of the SKP a row belongs to; a row without dates is for the whole period.
fn rank(r: &Penilaian, periode: Periode) -> (Date, Date) {
    (
        r.end.unwrap_or_else(|| periode.end()),
        r.start.unwrap_or_else(|| periode.start()),
    )
}

/// The rows of the latest posting, in the order of the data.
fn latest(pegawai: &Pegawai, periode: Periode) -> impl Iterator<Item = &Penilaian> {
    let aside = plt_set_aside(pegawai);
    let rows = move || rows_of(pegawai, periode).filter(move |r| !(aside && r.plt));
    let best = rows().map(|r| rank(r, periode)).max();
    rows().filter(move |r| Some(rank(r, periode)) == best)
}

/// Finds the row: of several of the latest posting the fullest, if the others say nothing else.
pub fn chosen(pegawai: &Pegawai, periode: Periode) -> ChosenRow<'_> {
    let mut rows = latest(pegawai, periode);
    let Some(mut best) = rows.next() else {
        return ChosenRow::Nothing;
    };
    for row in rows {
        if adds_nothing(best, row) {
            best = row;
        } else if !adds_nothing(row, best) {
            return ChosenRow::Doubled(best, row);
        }
    }
    ChosenRow::One(best)
}

/// Other rows of the latest posting that say the same as the chosen one, or less.
pub fn repeated<'a>(pegawai: &'a Pegawai, periode: Periode, chosen: &'a Penilaian) -> impl Iterator<Item = &'a Penilaian> {
    latest(pegawai, periode).filter(move |r| !std::ptr::eq(*r, chosen))
}

/// Whether `poorer` says nothing that `richer` does not say.
fn adds_nothing(poorer: &Penilaian, richer: &Penilaian) -> bool {
    fn within<T: PartialEq>(a: &Field<T>, b: &Field<T>) -> bool {
        a.is_empty() || a.state == b.state
    }
    within(&poorer.hasil_kerja, &richer.hasil_kerja)
        && within(&poorer.perilaku_kerja, &richer.perilaku_kerja)
        && within(&poorer.hasil_akhir, &richer.hasil_akhir)
}

/// The predikat typed for the whole year before the assessed one, where the data hold one, and for the
/// latest posting one only. A row that names no period is the assessed year's.
pub fn predikat_of_year_before(pegawai: &Pegawai, periode: Periode) -> Option<crate::model::vocab::Predikat> {
    let earlier = Periode::Tahun(periode.tahun().checked_sub(1)?);
    let aside = plt_set_aside(pegawai);
    let all = pegawai.penilaian.iter();
    let rows = || all.clone().filter(|r| r.periode.get() == Some(&earlier) && !(aside && r.plt));
    let last = rows().map(|r| rank(r, earlier)).max();
    let mut typed = rows()
        .filter(|r| Some(rank(r, earlier)) == last)
        .filter_map(|r| r.hasil_akhir.get().copied());
    let first = typed.next()?;
    typed.all(|other| other == first).then_some(first)
}
