//! What the formulas of Hasil, Unit and Distribusi read: columns that stand on Hasil only with
//! `--rumus`.

use super::results::ResultRow;
use super::{Cell, Col, Kind, col, nth};
use crate::base::figure::Fraction;
use crate::base::ids::wide;
use crate::model::vocab::{AspekPerilaku, PenilaiKind, Word};
use crate::model::{Posting, Scale};
use crate::rules::{Numerik, RegimeRules};
use crate::run::Run;
use crate::score::posting::term;

/// Key of the column of an aspek's figure from one source.
pub fn key(aspek: AspekPerilaku, source: PenilaiKind) -> String {
    format!("perilaku_{}_{}", aspek.as_str(), source.as_str())
}

impl ResultRow<'_> {
    /// The posting that decides perilaku and predikat.
    pub fn last_posting(&self) -> Option<&Posting> {
        let person = self.run.data.pegawai(self.p.id);
        let unit = *self.run.aturan.khusus.satuan_proporsi.shown();
        let last = term(person, self.run.data.periode, unit).latest();
        let last = last.or_else(|| person.last_posting_no());
        last.and_then(|i| person.posting.get(i))
    }

    /// The aspek that are due of the person; none where perilaku has no nilai.
    pub fn due_aspek(&self) -> Vec<AspekPerilaku> {
        let (Some(n), Some(_)) = (self.run.aturan.numerik(), self.p.nilai_perilaku) else {
            return Vec::new();
        };
        let leads = self.last_posting().is_some_and(|p| leads(n, p));
        let all = self.run.aturan.perilaku.aspek_perilaku.shown().0.iter().copied();
        all.filter(|a| *a != AspekPerilaku::Kepemimpinan || leads).collect()
    }

    /// Mean of the figures that a source gave for an aspek.
    pub fn mark(&self, aspek: AspekPerilaku, source: PenilaiKind) -> Option<Fraction> {
        let person = self.run.data.pegawai(self.p.id);
        let rows = person
            .perilaku
            .iter()
            .filter(|r| r.aspek.get() == Some(&aspek) && r.penilai.or_default(PenilaiKind::Atasan) == Some(source));
        let figures = rows.filter_map(|r| match r.nilai.get() {
            Some(Scale::Angka(x)) => Some(Fraction::from(*x)),
            _ => None,
        });
        Fraction::mean(figures).ok()
    }
}

fn leads(n: &Numerik, posting: &Posting) -> bool {
    let marked = posting.detail.kepemimpinan.or_default(false) == Some(true);
    let due = n.perilaku.wajib_kepemimpinan.shown();
    posting.jenis_jabatan.get().is_some_and(|&jenis| due.untuk(jenis, marked))
}

/// The n-th figure: aspek by aspek, in each the sources.
fn figure<'r>(r: &'r ResultRow<'_>, n: usize) -> Cell<'r> {
    let sources = PenilaiKind::ALL;
    let aspek = r.run.aturan.perilaku.aspek_perilaku.shown().0.get(n / sources.len());
    let (Some(&aspek), Some(&source)) = (aspek, sources.get(n % sources.len())) else {
        return Cell::Empty;
    };
    if r.due_aspek().contains(&aspek) {
        r.mark(aspek, source).map_or(Cell::Empty, Cell::Fraction)
    } else {
        Cell::Empty
    }
}

/// The columns of this run.
pub fn columns<'a>(run: &Run) -> Vec<Col<ResultRow<'a>>> {
    let mut all = Vec::new();
    if let RegimeRules::Numerik(_) = &run.aturan.content {
        let given = |source: PenilaiKind| {
            let mut rows = run.data.pegawai.iter().flat_map(|p| &p.perilaku);
            rows.any(|r| r.penilai.or_default(PenilaiKind::Atasan) == Some(source))
        };
        let there: Vec<bool> = PenilaiKind::ALL.iter().map(|&s| given(s)).collect();
        for (a, &aspek) in run.aturan.perilaku.aspek_perilaku.shown().0.iter().enumerate() {
            for (s, &source) in PenilaiKind::ALL.iter().enumerate().filter(|(s, _)| there[*s]) {
                let title = format!("{} ({})", aspek.as_str().replace('_', " "), source.as_str());
                let n = a * PenilaiKind::ALL.len() + s;
                all.push(nth(key(aspek, source), title, 13.0, Kind::AsIs, figure, n));
            }
        }
        all.push(col("ide_baru", "Ide baru", 8.0, Kind::Mark, |r: &ResultRow<'a>| {
            let idea = r.last_posting().and_then(|p| p.detail.ide_baru.or_default(false));
            Cell::word(if idea == Some(true) { "ya" } else { "" })
        }));
    }
    all.push(col("no_unit", "Nomor unit", 8.0, Kind::Count, |r: &ResultRow<'a>| {
        Cell::Count(wide(r.counted_in.0))
    }));
    all.push(col(
        "no_kelompok",
        "Nomor kelompok",
        10.0,
        Kind::Count,
        |r: &ResultRow<'a>| Cell::Count(wide(r.counted_in.1)),
    ));
    all.into_iter().map(|c| c.screen().only_on_sheet()).collect()
}
