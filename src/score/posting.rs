//! Postings of the year: how many months (days) of the period each has, and where there are gaps.
//!
//! `aturan.md` 1.9 "mutasi/rotasi": a month belongs to the posting with more of its days, a tie to
//! the later one; only covered months count; a posting that gets no month is neither due nor counted.

use jiff::civil::Date;

use crate::model::{Pegawai, Periode, State};
use crate::rules::values::SatuanProporsi;

/// Share of one posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PostingShare {
    /// Index in [`Pegawai::posting`].
    pub posting: usize,
    /// Months of the period that belong to it.
    pub bulan: u32,
    /// Days of the period it covers.
    pub hari: u32,
    /// Its weight in a proportional figure: months or days, by `satuan_proporsi`.
    pub share: u32,
    /// First day as given, or the period's.
    pub mulai: Date,
    /// Last day as given, or the period's.
    pub selesai: Date,
}

/// The shares of a person's postings that count, in order of time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Term {
    /// One for each posting that counts, those without a month too.
    pub section: Vec<PostingShare>,
    /// Uncovered stretches between two postings: last day before and first day after.
    pub gap: Vec<(Date, Date)>,
    /// A date cell is faulty: months cannot be told.
    pub wrong_tanggal: bool,
}

impl Term {
    /// Postings that have a month (a day); the others are neither due nor counted.
    pub fn computed(&self) -> impl DoubleEndedIterator<Item = &PostingShare> {
        self.section.iter().filter(|b| b.share > 0)
    }

    /// The share of a posting (index in [`Pegawai::posting`]), if it counts.
    pub fn section(&self, posting: usize) -> Option<&PostingShare> {
        self.computed().find(|b| b.posting == posting)
    }

    /// Index of the last posting by date that has a day of the period, also where it gets no month (a
    /// transfer in late December): it decides unit, perilaku, ratings and predikat.
    pub fn latest(&self) -> Option<usize> {
        self.section.iter().rfind(|b| b.hari > 0).map(|b| b.posting)
    }
}

fn tanggal(field: &State<Date>, default: Date, wrong: &mut bool) -> Date {
    match *field {
        State::Given(date) => date,
        State::Empty => default,
        State::Faulty => {
            *wrong = true;
            default
        }
    }
}

/// Days from `a` to `b`, both included; 0 when they are out of order.
fn hari(a: Date, b: Date) -> u32 {
    if a > b {
        return 0;
    }
    // `until` in days between civil dates cannot fail in jiff's range; 0 would only drop a posting.
    a.until(b).map_or(0, |span| u32::try_from(span.get_days()).unwrap_or(0) + 1)
}

/// Works out the shares in the period.
pub fn term(pegawai: &Pegawai, periode: Periode, satuan: SatuanProporsi) -> Term {
    let (start, end) = (periode.start(), periode.end());
    let mut term = Term::default();
    for (index, posting) in pegawai.current_posting() {
        let mulai = tanggal(&posting.mulai, start, &mut term.wrong_tanggal);
        let selesai = tanggal(&posting.selesai, end, &mut term.wrong_tanggal);
        term.section.push(PostingShare {
            posting: index,
            bulan: 0,
            hari: hari(mulai.max(start), selesai.min(end)),
            share: 0,
            mulai,
            selesai,
        });
    }
    if let [only] = term.section.as_mut_slice()
        && only.mulai <= start
        && only.selesai >= end
    {
        // The common case, without walking the months.
        only.bulan = u32::from(periode.bulan_count());
        only.share = only.bulan;
        return term;
    }
    let mut first = start;
    while first <= end {
        let last = first.last_of_month();
        let mut best: Option<(usize, u32)> = None;
        for (i, b) in term.section.iter().enumerate() {
            let covered = hari(b.mulai.max(first), b.selesai.min(last));
            // `>=`: postings stand in order of time, so a tie goes to the later one.
            if covered > 0 && best.is_none_or(|(_, most)| covered >= most) {
                best = Some((i, covered));
            }
        }
        if let Some((i, _)) = best {
            term.section[i].bulan += 1;
        }
        match last.tomorrow() {
            Ok(next) => first = next,
            Err(_) => break,
        }
    }
    for b in &mut term.section {
        b.share = match satuan {
            SatuanProporsi::Bulan => b.bulan,
            SatuanProporsi::Hari => b.hari,
        };
    }
    term.gap = gap(&term.section, start, end);
    term
}

/// Uncovered days between postings, inside the period.
fn gap(section: &[PostingShare], start: Date, end: Date) -> Vec<(Date, Date)> {
    let mut gaps = Vec::new();
    let mut covered: Option<Date> = None;
    for b in section.iter().filter(|b| b.hari > 0) {
        let (mulai, selesai) = (b.mulai.max(start), b.selesai.min(end));
        if let Some(until) = covered
            && until.tomorrow().is_ok_and(|next| next < mulai)
        {
            gaps.push((until, mulai));
        }
        covered = Some(covered.map_or(selesai, |c| c.max(selesai)));
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::super::uji::{pegawai, posting_at};
    use super::*;
    use jiff::civil::date;

    fn bulan(rows: &[(Option<Date>, Option<Date>)], periode: &str) -> (Vec<u32>, Vec<u32>, usize) {
        let mut p = pegawai("198001012005011001");
        p.posting = rows.iter().map(|&(a, b)| posting_at(a, b)).collect();
        let m = term(&p, periode.parse().unwrap(), SatuanProporsi::Bulan);
        (
            m.section.iter().map(|b| b.bulan).collect(),
            m.section.iter().map(|b| b.hari).collect(),
            m.gap.len(),
        )
    }

    #[test]
    fn one_posting_has_the_whole_period() {
        assert_eq!(bulan(&[(None, None)], "2025"), (vec![12], vec![365], 0));
        assert_eq!(bulan(&[(None, None)], "2021-S2"), (vec![6], vec![184], 0));
        // Somebody new: only covered months count, and it is no gap.
        assert_eq!(bulan(&[(Some(date(2025, 3, 15)), None)], "2025"), (vec![10], vec![292], 0));
    }

    #[test]
    fn a_month_goes_to_the_posting_with_more_of_its_days() {
        // July: 15 days and 16 days.
        let rows = [(None, Some(date(2025, 7, 15))), (Some(date(2025, 7, 16)), None)];
        assert_eq!(bulan(&rows, "2025").0, [6, 6]);
        let rows = [(None, Some(date(2025, 7, 16))), (Some(date(2025, 7, 17)), None)];
        assert_eq!(bulan(&rows, "2025").0, [7, 5]);
        // June, 15 days each: a tie goes to the later one.
        let rows = [(None, Some(date(2025, 6, 15))), (Some(date(2025, 6, 16)), None)];
        assert_eq!(bulan(&rows, "2025").0, [5, 7]);
    }

    #[test]
    fn a_posting_may_last_one_day() {
        let rows = [
            (None, Some(date(2025, 6, 29))),
            (Some(date(2025, 6, 30)), Some(date(2025, 6, 30))),
            (Some(date(2025, 7, 1)), None),
        ];
        assert_eq!(bulan(&rows, "2025"), (vec![6, 0, 6], vec![180, 1, 184], 0));
    }

    #[test]
    fn a_posting_of_a_few_days_gets_no_month() {
        let rows = [(None, Some(date(2025, 12, 20))), (Some(date(2025, 12, 21)), None)];
        assert_eq!(bulan(&rows, "2025"), (vec![12, 0], vec![354, 11], 0));
    }

    #[test]
    fn a_gap_is_named_and_its_empty_months_do_not_count() {
        let rows = [(None, Some(date(2025, 3, 31))), (Some(date(2025, 6, 1)), None)];
        assert_eq!(bulan(&rows, "2025"), (vec![3, 7], vec![90, 214], 1));
        // A posting outside the period has nothing, and makes no gap.
        let rows = [
            (Some(date(2023, 1, 1)), Some(date(2024, 3, 31))),
            (Some(date(2025, 1, 1)), None),
        ];
        assert_eq!(bulan(&rows, "2025"), (vec![0, 12], vec![0, 365], 0));
    }

    #[test]
    fn plt_rows_count_only_for_somebody_with_nothing_else() {
        let mut p = pegawai("198001012005011001");
        let mut plt = posting_at(None, None);
        plt.plt = true;
        p.posting = [posting_at(None, None), plt.clone()].into_iter().collect();
        assert_eq!(term(&p, Periode::Tahun(2025), SatuanProporsi::Bulan).section.len(), 1);
        p.posting = [plt].into_iter().collect();
        assert_eq!(term(&p, Periode::Tahun(2025), SatuanProporsi::Bulan).section[0].bulan, 12);
    }
}
