//! The year's realisasi of an indicator: a yearly row wins, else the periods combine by `akumulasi`
//! (`masukan.md` section 1, `realisasi`). Not rounded (`aturan.md` 1.7).

use crate::base::figure::{FigureError, Fraction};
use crate::model::vocab::{Akumulasi, Word};
use crate::model::{Indikator, Periode, Realisasi, State};
use crate::score::trace::{Step, Trace, display};

/// The year's realisasi.
#[derive(Debug, Clone, Copy)]
pub enum YearlyRealisasi<'a> {
    /// A figure.
    Angka(Fraction),
    /// Words; only 6/2022 allows them.
    Text(&'a Realisasi),
}

/// Why there is none.
#[derive(Debug, Clone, Copy)]
pub enum MissingRealisasi<'a> {
    /// Nothing is given for the period; the row that stands empty, if there is one.
    Empty(Option<&'a Realisasi>),
    /// The row that counts cannot be read; a problem of reading says why.
    Unreadable,
    /// Two rows for one period.
    Doubled,
    /// Granularities mixed; one of the rows.
    Mixed(&'a Realisasi),
    /// A negative figure, or words among figures that are to be added.
    Implausible(&'a Realisasi),
    /// `akumulasi` cannot be read and it matters.
    Akumulasi,
    /// The figures leave the exact range.
    Outside(&'a Realisasi),
}

/// Rows of the assessed period that hold something. An empty one is a missing one.
fn filled(indikator: &Indikator) -> impl Iterator<Item = &Realisasi> {
    indikator.realisasi.iter().filter(|r| !r.nilai.is_empty())
}

/// Lies within the assessed period and is not the whole of it.
fn inside(r: &Realisasi, periode: Periode) -> bool {
    r.periode() != periode && r.periode().within(periode)
}

/// The periods inside the assessed one that hold something, in the order of their rows.
pub fn periods(indikator: &Indikator, periode: Periode) -> impl Iterator<Item = Periode> {
    filled(indikator).filter(move |r| inside(r, periode)).map(Realisasi::periode)
}

/// A row whose period is of another length than the first one's: the two cannot be combined, and it is told also where a yearly
/// row decides (`aturan.md` 6).
pub fn mixed(indikator: &Indikator, periode: Periode) -> Option<&Realisasi> {
    let mut rows = filled(indikator).filter(|r| inside(r, periode));
    let first = rows.next()?;
    rows.find(|r| r.periode().bulan_count() != first.periode().bulan_count())
}

/// Combines the rows of one indicator.
pub fn whole_year<'a, T: Trace>(
    indikator: &'a Indikator,
    periode: Periode,
    trace: &mut T,
) -> Result<YearlyRealisasi<'a>, MissingRealisasi<'a>> {
    let mut yearly = filled(indikator).filter(|r| r.periode() == periode);
    if let Some(row) = yearly.next() {
        let other = yearly.next();
        // Rows of which nobody can read the period are no doubles of each other.
        if !row.doubled && other.is_some_and(|o| !o.doubled && (row.nilai.is_faulty() || o.nilai.is_faulty())) {
            return Err(MissingRealisasi::Unreadable);
        }
        if row.doubled || other.is_some() {
            return Err(MissingRealisasi::Doubled);
        }
        let hasil = single(row)?;
        trace.leaf(|| steps(indikator, &[row], "realisasi tahunan", hasil));
        return Ok(hasil);
    }
    periodic(indikator, periode, trace)
}

/// The value of one row as it stands.
fn single(row: &Realisasi) -> Result<YearlyRealisasi<'_>, MissingRealisasi<'_>> {
    match &row.nilai {
        State::Given(Some(figure)) if figure.is_sign_negative() && !figure.is_zero() => Err(MissingRealisasi::Implausible(row)),
        State::Given(Some(figure)) => Ok(YearlyRealisasi::Angka(Fraction::from(*figure))),
        State::Given(None) => Ok(YearlyRealisasi::Text(row)),
        State::Empty => Err(MissingRealisasi::Empty(Some(row))),
        State::Faulty => Err(MissingRealisasi::Unreadable),
    }
}

fn periodic<'a, T: Trace>(
    indikator: &'a Indikator,
    periode: Periode,
    trace: &mut T,
) -> Result<YearlyRealisasi<'a>, MissingRealisasi<'a>> {
    let rows = || filled(indikator).filter(|r| inside(r, periode));
    let Some(first) = rows().next() else {
        let empty = indikator.realisasi.iter().find(|r| r.nilai.is_empty());
        return Err(MissingRealisasi::Empty(empty));
    };
    let doubled = |(i, row): (usize, &Realisasi)| row.doubled || rows().skip(i + 1).any(|other| other.periode() == row.periode());
    if rows().enumerate().any(doubled) {
        return Err(MissingRealisasi::Doubled);
    }
    if let Some(row) = mixed(indikator, periode) {
        return Err(MissingRealisasi::Mixed(row));
    }
    let count = rows().count();
    let akumulasi = match indikator.detail.akumulasi.or_default(Akumulasi::Akhir) {
        Some(a) => a,
        None if count == 1 => Akumulasi::Akhir,
        None => return Err(MissingRealisasi::Akumulasi),
    };
    let hasil = match akumulasi {
        Akumulasi::Akhir => single(rows().max_by_key(|r| r.periode().last_bulan()).unwrap_or(first))?,
        Akumulasi::Jumlah | Akumulasi::RataRata => {
            let mut sum = Fraction::ZERO;
            for row in rows() {
                match single(row)? {
                    YearlyRealisasi::Angka(x) => sum = sum.plus(x).map_err(|_: FigureError| MissingRealisasi::Outside(row))?,
                    // One period in words is read as it stands; several cannot be added.
                    YearlyRealisasi::Text(_) if count == 1 => return Ok(YearlyRealisasi::Text(row)),
                    YearlyRealisasi::Text(_) => return Err(MissingRealisasi::Implausible(row)),
                }
            }
            if akumulasi == Akumulasi::RataRata {
                let n = Fraction::int(i64::try_from(count).unwrap_or(i64::MAX));
                sum = sum.per(n).map_err(|_| MissingRealisasi::Outside(first))?;
            }
            YearlyRealisasi::Angka(sum)
        }
    };
    trace.leaf(|| {
        let rows: Vec<&Realisasi> = rows().collect();
        let title = format!("realisasi {} periode, akumulasi {}", rows.len(), akumulasi.as_str());
        steps(indikator, &rows, &title, hasil)
    });
    Ok(hasil)
}

fn steps(indikator: &Indikator, rows: &[&Realisasi], title: &str, hasil: YearlyRealisasi<'_>) -> Step {
    let mut step = Step::new(title.to_owned()).hasil(match hasil {
        YearlyRealisasi::Angka(x) => display(x),
        YearlyRealisasi::Text(r) => r.written.to_string(),
    });
    if rows.len() > 1 {
        let parts: Vec<String> = rows.iter().map(|r| format!("{}: {}", r.periode(), r.written)).collect();
        step = step.formula(parts.join("; "));
        step = step.cell(indikator.detail.akumulasi.at(indikator.at));
    }
    step.cell.splice(0..0, rows.iter().map(|r| r.at));
    step
}

#[cfg(test)]
mod tests {
    use super::super::trace::Silent;
    use super::super::uji::{g, indikator, realisasi};
    use super::*;
    use crate::model::vocab::Aspek;

    fn baca(rows: &[(&str, &str)], akumulasi: Akumulasi) -> Result<String, &'static str> {
        let mut i = indikator(Aspek::Kuantitas, "12", "");
        i.realisasi = rows.iter().map(|(p, v)| realisasi(p, v)).collect();
        i.detail_mut().akumulasi = g(akumulasi).into();
        match whole_year(&i, Periode::Tahun(2025), &mut Silent) {
            Ok(YearlyRealisasi::Angka(x)) => Ok(display(x)),
            Ok(YearlyRealisasi::Text(r)) => Ok(r.written.to_string()),
            Err(MissingRealisasi::Empty(_)) => Err("kosong"),
            Err(MissingRealisasi::Doubled) => Err("ganda"),
            Err(MissingRealisasi::Mixed(_)) => Err("campur"),
            Err(MissingRealisasi::Implausible(_)) => Err("tidak wajar"),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_yearly_row_wins_over_periods() {
        let rows = [("2025-S1", "3"), ("2025", "12"), ("2025-TW4", "9")];
        assert_eq!(baca(&rows, Akumulasi::Jumlah), Ok("12".into()));
    }

    #[test]
    fn periods_combine_by_akumulasi_and_missing_ones_are_neither_0_nor_100() {
        let rows = [("2025-TW1", "3"), ("2025-TW4", "4"), ("2025-TW2", "3")];
        assert_eq!(baca(&rows, Akumulasi::Akhir), Ok("4".into()));
        assert_eq!(baca(&rows, Akumulasi::Jumlah), Ok("10".into()));
        assert_eq!(baca(&rows, Akumulasi::RataRata), Ok("3,333333…".into()));
        let with_empty = [("2025-TW1", "3"), ("2025-TW4", ""), ("2025-TW2", "5")];
        assert_eq!(baca(&with_empty, Akumulasi::Akhir), Ok("5".into()));
        assert_eq!(baca(&with_empty, Akumulasi::RataRata), Ok("4".into()));
    }

    #[test]
    fn doubled_mixed_missing_and_negative_give_nothing() {
        assert_eq!(baca(&[("2025", "3"), ("2025", "4")], Akumulasi::Akhir), Err("ganda"));
        assert_eq!(baca(&[("2025-07", "3"), ("2025-07", "4")], Akumulasi::Akhir), Err("ganda"));
        assert_eq!(baca(&[("2025-S1", "3"), ("2025-TW3", "4")], Akumulasi::Akhir), Err("campur"));
        assert_eq!(baca(&[("2025", "")], Akumulasi::Akhir), Err("kosong"));
        assert_eq!(baca(&[], Akumulasi::Akhir), Err("kosong"));
        assert_eq!(baca(&[("2024", "7")], Akumulasi::Akhir), Err("kosong"));
        assert_eq!(baca(&[("2025", "-1")], Akumulasi::Akhir), Err("tidak wajar"));
        assert_eq!(
            baca(&[("2025-S1", "-1"), ("2025-S2", "2")], Akumulasi::Jumlah),
            Err("tidak wajar")
        );
    }

    #[test]
    fn words_stand_as_they_are_but_are_never_added() {
        assert_eq!(baca(&[("2025", "tersusun")], Akumulasi::Jumlah), Ok("tersusun".into()));
        assert_eq!(
            baca(&[("2025-S1", "3"), ("2025-S2", "tersusun")], Akumulasi::Jumlah),
            Err("tidak wajar")
        );
        assert_eq!(
            baca(&[("2025-S1", "3"), ("2025-S2", "tersusun")], Akumulasi::Akhir),
            Ok("tersusun".into())
        );
    }

    #[test]
    fn unreadable_matters_only_where_it_is_used() {
        let mut i = indikator(Aspek::Kuantitas, "12", "");
        i.realisasi = [realisasi("2025-S1", "1"), realisasi("2025-S2", "2")].into_iter().collect();
        i.realisasi[0].detail_mut().nilai = State::Faulty;
        assert!(matches!(
            whole_year(&i, Periode::Tahun(2025), &mut Silent),
            Ok(YearlyRealisasi::Angka(x)) if x == Fraction::int(2)
        ));
        i.detail_mut().akumulasi = g(Akumulasi::Jumlah).into();
        assert!(matches!(
            whole_year(&i, Periode::Tahun(2025), &mut Silent),
            Err(MissingRealisasi::Unreadable)
        ));
        i.detail_mut().akumulasi = super::super::uji::f().into();
        assert!(matches!(
            whole_year(&i, Periode::Tahun(2025), &mut Silent),
            Err(MissingRealisasi::Akumulasi)
        ));
    }
}
