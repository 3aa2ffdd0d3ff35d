//! Kuadran: nine boxes of rating hasil kerja against rating perilaku, which hold their names; beside a
//! name the predikat of the year before, where the data know it.

use super::{Cell, Kind, Look, ReportRow, Table, nth};
use crate::model::vocab::{Predikat, Rating, Word};
use crate::report::words::count;
use crate::run::Run;
use crate::score::penilaian::predikat_of_year_before;
use crate::score::studi::not_finished;
use crate::score::{HasilPegawai, Status};

/// Names listed in a box at most; the rest is in Hasil.
const NAMES_AT_MOST: usize = 300;
/// Perilaku from left to right, as in the regulation's picture.
const PERILAKU: [Rating; 3] = [Rating::DiBawah, Rating::Sesuai, Rating::DiAtas];
/// Hasil kerja from top to bottom.
const HASIL: [Rating; 3] = [Rating::DiAtas, Rating::Sesuai, Rating::DiBawah];

type Box_<'a> = Vec<&'a HasilPegawai>;

/// A line of three boxes side by side: their headings, or the n-th names in them.
pub struct QuadrantRow<'a> {
    run: &'a Run,
    hasil: Rating,
    /// `None`: the headings.
    name: Option<usize>,
    /// How many are in each box.
    counts: [usize; 3],
    people: [Option<&'a HasilPegawai>; 3],
}

impl ReportRow for QuadrantRow<'_> {}

/// Whether no box holds somebody with both ratings: tugas belajar that was not finished, whose predikat the penilai sets
/// (6/2022 Lampiran p. 100 (d)).
fn elsewhere(run: &Run, p: &HasilPegawai) -> bool {
    let rated = p.status() == Status::Dinilai && p.rating_hasil_kerja.is_some() && p.rating_perilaku.is_some();
    rated && run.aturan.kualitatif().is_some() && run.data.pegawai(p.id).last_posting().is_some_and(not_finished)
}

/// Whether somebody stands in the box of these ratings.
pub fn stands_in(run: &Run, p: &HasilPegawai, hasil: Rating, perilaku: Rating) -> bool {
    let both = p.rating_hasil_kerja == Some(hasil) && p.rating_perilaku == Some(perilaku);
    both && p.status() == Status::Dinilai && !elsewhere(run, p)
}

/// Who has both ratings and stands in no box, in a sentence.
pub fn left_out(run: &Run) -> Option<String> {
    let people = run.scores.pegawai.iter().filter(|p| elsewhere(run, p)).count();
    (people > 0).then(|| {
        format!(
            "{} pegawai tidak ditempatkan: tugas belajarnya tidak lulus, jadi predikatnya ditetapkan pejabat penilai, bukan oleh \
             kotak ratingnya.",
            count(people)
        )
    })
}

/// People by box, best row first, and how many have no two ratings.
fn arrange(run: &Run) -> ([[Box_<'_>; 3]; 3], usize) {
    let mut boxes: [[Box_<'_>; 3]; 3] = Default::default();
    let mut outside = 0;
    for p in &run.scores.pegawai {
        match (p.status(), p.rating_hasil_kerja, p.rating_perilaku) {
            _ if elsewhere(run, p) => {}
            (Status::Dinilai, Some(hasil), Some(perilaku)) => {
                let row = HASIL.iter().position(|&r| r == hasil).unwrap_or(0);
                let col = PERILAKU.iter().position(|&r| r == perilaku).unwrap_or(0);
                boxes[row][col].push(p);
            }
            _ => outside += 1,
        }
    }
    (boxes, outside)
}

/// All lines, band by band.
pub fn rows(run: &Run) -> Vec<QuadrantRow<'_>> {
    let (boxes, _) = arrange(run);
    let mut all = Vec::new();
    for (hasil, band) in HASIL.into_iter().zip(&boxes) {
        let counts = [0, 1, 2].map(|n| band[n].len());
        let line = |name: Option<usize>| QuadrantRow {
            run,
            hasil,
            name,
            counts,
            people: [0, 1, 2].map(|b| name.and_then(|n| band[b].get(n).copied())),
        };
        all.push(line(None));
        let deepest = counts.into_iter().max().unwrap_or(0).min(NAMES_AT_MOST + 1);
        all.extend((0..deepest).map(|n| line(Some(n))));
    }
    all
}

impl QuadrantRow<'_> {
    fn predikat(&self, box_no: usize) -> Option<Predikat> {
        let rules = self.run.aturan.kualitatif()?;
        Some(rules.rating.kuadran.shown().predikat(self.hasil, PERILAKU[box_no]))
    }

    fn cell(&self, box_no: usize) -> Cell<'_> {
        let Some(n) = self.name else {
            let label = match self.predikat(box_no) {
                Some(Predikat::Kurang) => "Kurang / Misconduct",
                Some(p) => self.run.aturan.label(p),
                None => "",
            };
            return Cell::word(format!("{label} — {} orang", count(self.counts[box_no])));
        };
        let Some(p) = self.people[box_no] else { return Cell::Empty };
        if n == NAMES_AT_MOST {
            let left = count(self.counts[box_no] - NAMES_AT_MOST);
            return Cell::word(format!("… dan {left} lagi; saring lembar Hasil"));
        }
        Cell::name(&*p.nama)
    }

    fn beside(&self, box_no: usize) -> Cell<'_> {
        let Some(p) = self.people[box_no].filter(|_| self.name.is_none_or(|n| n < NAMES_AT_MOST)) else {
            return Cell::Empty;
        };
        Cell::prose(&*p.unit_kerja)
    }

    fn year_before(&self, box_no: usize) -> Cell<'_> {
        let Some(p) = self.people[box_no].filter(|_| self.name.is_none_or(|n| n < NAMES_AT_MOST)) else {
            return Cell::Empty;
        };
        let before = predikat_of_year_before(self.run.data.pegawai(p.id), self.run.data.periode);
        Cell::word(before.map_or("", |x| self.run.aturan.label(x)))
    }
}

fn heading(r: &QuadrantRow<'_>, box_no: usize) -> Look {
    match (r.name, r.predikat(box_no)) {
        (None, Some(p)) => Look::Predikat(p),
        _ => Look::Plain,
    }
}

/// The table for this run.
pub fn table<'a>(run: &Run) -> Table<QuadrantRow<'a>> {
    let (boxes, outside) = arrange(run);
    let inside: usize = boxes.iter().flatten().map(Vec::len).sum();
    let known = |p: &HasilPegawai| predikat_of_year_before(run.data.pegawai(p.id), run.data.periode).is_some();
    let remembered = run.scores.pegawai.iter().any(known);
    let mut columns = vec![
        super::col("hasil_kerja", "Hasil kerja", 21.0, Kind::Line, |r: &QuadrantRow<'a>| {
            Cell::word(r.hasil.as_str())
        })
        .looks(|r| if r.name.is_none() { Look::Sum } else { Look::Plain }),
    ];
    for (n, perilaku) in PERILAKU.into_iter().enumerate() {
        let title = format!("Perilaku {}", perilaku.as_str());
        columns.push(
            nth(
                perilaku.as_str(),
                title,
                32.0,
                Kind::Wrap,
                |r: &QuadrantRow<'a>, n| r.cell(n),
                n,
            )
            .looks_nth(heading),
        );
        let title = format!("Unit kerja ({})", perilaku.as_str());
        columns.push(
            nth(
                format!("unit {}", perilaku.as_str()),
                title,
                26.0,
                Kind::Wrap,
                |r: &QuadrantRow<'a>, n| r.beside(n),
                n,
            )
            .looks_nth(heading),
        );
        let year = run.data.periode.tahun() - 1;
        columns.push(
            nth(
                format!("{year} {}", perilaku.as_str()),
                format!("Predikat {year}"),
                17.0,
                Kind::Predikat,
                |r: &QuadrantRow<'a>, n| r.year_before(n),
                n,
            )
            .looks_nth(heading)
            .shown_if(remembered),
        );
    }
    let mut intro = vec![
        "Kuadran kinerja pegawai".to_owned(),
        format!(
            "Rating hasil kerja (ke bawah) dan perilaku kerja (ke kanan). {} pegawai di dalam kotak, {} tanpa kedua rating (belum dinilai, dikecualikan, atau hanya predikat yang diketik).",
            count(inside),
            count(outside)
        ),
    ];
    intro.extend(left_out(run));
    Table {
        intro,
        columns,
        frozen: 1,
        data_order: &[],
    }
}
