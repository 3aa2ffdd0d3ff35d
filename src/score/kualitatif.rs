//! Ratings, quadrant and predikat of 6/2022 (`aturan.md` 2): the rating typed by the penilai, else
//! for a unit's head the predikat organisasi, else the proposal. Nothing is weighted or averaged.
//!
//! What could stand for a typed rating is in [`super::proposed`], for what somebody waits in
//! [`super::undecided`], who did not finish tugas belajar in [`super::studi`].

use crate::base::origin::Origin;
use crate::model::kalibrasi::Calibrated;
use crate::model::vocab::{Predikat, Rating, Word};
use crate::model::{Field, Pegawai, Penilaian, State};
use crate::rules::{Kualitatif, RatingKualitatif};
use crate::score::findings::{
    PenilaianDoubled, PenilaianPlt, PenilaianRepeated, PostingWithoutSkp, PredikatDiffersKuadran, PredikatDiffersProposal,
    PredikatWithoutRating, RatingDiffersProposal, TanpaSkp,
};
use crate::score::penilaian::{self, ChosenRow};
use crate::score::person::FirstPass;
use crate::score::proposed::{self, ProposedRating};
use crate::score::result::Reason;
use crate::score::trace::{Step, Trace};
use crate::score::worker::Worker;
use crate::score::{remarks, studi, undecided};
use crate::table::TableKind;

/// What 6/2022 gives.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Nilai {
    /// Rating hasil kerja that counts.
    pub hasil_kerja: Option<Rating>,
    /// Rating perilaku kerja that counts.
    pub perilaku: Option<Rating>,
    /// Predikat.
    pub predikat: Option<Predikat>,
}

/// What the penilai typed into a cell of `penilaian`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed<W> {
    /// Nothing.
    Nothing,
    /// This.
    Given(W, Origin),
    /// Something that cannot be read: then nothing else may take its place.
    Unreadable,
}

impl<W: Copy> Typed<W> {
    fn of(field: Option<&Field<W>>) -> Self {
        match field.map(|f| (&f.state, f.at)) {
            Some((State::Given(w), at)) => Self::Given(*w, at),
            Some((State::Faulty, _)) => Self::Unreadable,
            Some((State::Empty, _)) | None => Self::Nothing,
        }
    }

    /// The value, if it can be read.
    pub const fn given(self) -> Option<W> {
        match self {
            Self::Given(w, _) => Some(w),
            _ => None,
        }
    }
}

/// One of the two ratings: as typed, and what could stand for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Side {
    /// As typed.
    pub typed: Typed<Rating>,
    /// What the data or the predikat organisasi give.
    pub other: ProposedRating,
}

impl Side {
    /// The rating that counts: the typed one, else the other.
    pub const fn counts(self) -> Option<Rating> {
        match self.typed {
            Typed::Given(r, _) => Some(r),
            Typed::Nothing => self.other.rating(),
            Typed::Unreadable => None,
        }
    }
}

/// Both ratings and the predikat, before it is decided what they come to.
#[derive(Debug, Clone, Copy)]
pub struct Marks<'a> {
    /// The row of `penilaian` they are typed in.
    pub row: Option<&'a Penilaian>,
    /// Rating hasil kerja.
    pub hasil_kerja: Side,
    /// Rating perilaku kerja.
    pub perilaku: Side,
    /// Predikat as typed.
    pub predikat: Typed<Predikat>,
}

impl Marks<'_> {
    /// Where the penilai has, or should have, typed.
    pub fn at(&self, pegawai: &Pegawai) -> Origin {
        self.row.map_or(pegawai.at, |r| r.at)
    }

    /// What the pimpinan set stands above what was typed. What else the data give is not held against
    /// it: the calibration has a note of its own.
    fn calibrate(&mut self, set: &Calibrated) {
        for (side, field) in [(&mut self.hasil_kerja, &set.hasil_kerja), (&mut self.perilaku, &set.perilaku)] {
            if let Some(&rating) = field.get() {
                *side = Side {
                    typed: Typed::Given(rating, field.at),
                    other: ProposedRating::Nothing,
                };
            }
        }
        if self.hasil_kerja.counts().is_some() && self.perilaku.counts().is_some() {
            // Typed beside other ratings.
            self.predikat = Typed::Nothing;
        }
    }
}

/// Whether the rating hasil kerja must come from the RHK: neither something typed nor the predikat
/// organisasi makes it unnecessary. For the first pass, to which an agency's thresholds matter only then.
pub fn needs_rhk<T>(k: &Worker<'_, T>, pegawai: &Pegawai, last: Option<usize>) -> bool {
    let typed = match penilaian::chosen(pegawai, k.data.periode) {
        ChosenRow::One(row) => !(row.hasil_kerja.is_empty() && row.hasil_akhir.is_empty()),
        // Nothing is proposed in the place of unlike rows.
        ChosenRow::Doubled(..) => true,
        ChosenRow::Nothing => false,
    };
    let left = last.is_some_and(|i| studi::not_finished(&pegawai.posting[i]));
    !typed && !left && !proposed::rated_as_head(k, pegawai, last)
}

/// Rates a person.
pub fn nilai<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, first: &mut FirstPass, aturan: &Kualitatif) -> Nilai {
    let rules = &aturan.rating;
    rules.urutan_penentu.used(&mut k.usage);
    let (row, doubled) = match row_that_counts(k, pegawai) {
        Ok(row) => (row, false),
        Err(Doubled) => (None, true),
    };
    without_skp(k, pegawai, first);
    let hasil_kerja = proposed::hasil_kerja(k, pegawai, first, rules);
    let perilaku = proposed::perilaku(k, pegawai, rules);
    let mut marks = Marks {
        row,
        hasil_kerja: Side {
            typed: Typed::of(row.map(|r| &r.hasil_kerja)),
            other: hasil_kerja,
        },
        perilaku: Side {
            typed: Typed::of(row.map(|r| &r.perilaku_kerja)),
            other: perilaku,
        },
        predikat: Typed::of(row.map(|r| &r.hasil_akhir)),
    };
    if let Some(set) = &pegawai.kalibrasi {
        marks.calibrate(set);
    }
    told(k, marks.hasil_kerja, "hasil kerja", pegawai.has_partial_plans());
    told(
        k,
        marks.perilaku,
        "perilaku kerja",
        pegawai.incomplete.has(TableKind::Perilaku),
    );
    remarks::remarks(k, pegawai, first, rules, &marks);
    let mut out = Nilai {
        hasil_kerja: marks.hasil_kerja.counts(),
        perilaku: marks.perilaku.counts(),
        predikat: None,
    };
    if doubled {
        // Which row counts is all there is to settle: what else is missing is not known.
        return out;
    }
    let posting = first.latest.map(|i| &pegawai.posting[i]);
    if let Some(posting) = posting.filter(|p| studi::not_finished(p)) {
        out.predikat = studi::predikat(k, posting, rules, &marks);
        return out;
    }
    if marks.predikat == Typed::Nothing && is_half(pegawai, &marks) {
        k.catatan.because(Reason::BarisTidakTerhubung);
    }
    match (marks.hasil_kerja.typed, marks.perilaku.typed, marks.predikat) {
        (Typed::Given(h, _), Typed::Given(p, _), _) => out.predikat = Some(quadrant(k, rules, h, p, marks.predikat)),
        (Typed::Unreadable, ..) | (_, Typed::Unreadable, _) | (_, _, Typed::Unreadable) => {
            undecided::waits(k, pegawai, first, rules, &marks);
        }
        (_, _, Typed::Given(p, at)) => return typed_predikat(k, pegawai, rules, &marks, (p, at)),
        (_, _, Typed::Nothing) => match (out.hasil_kerja, out.perilaku) {
            (Some(h), Some(p)) => out.predikat = Some(quadrant(k, rules, h, p, Typed::Nothing)),
            _ => undecided::waits(k, pegawai, first, rules, &marks),
        },
    }
    out
}

/// Whether a rating that counts is proposed, or left to the penilai, by rows of which some could not be joined.
fn is_half(pegawai: &Pegawai, marks: &Marks<'_>) -> bool {
    let from_rows = |side: Side| {
        let proposed = matches!(side.other, ProposedRating::Proposal(_) | ProposedRating::ByThresholds(_));
        side.typed == Typed::Nothing && (proposed || matches!(side.other, ProposedRating::Undecided(_)))
    };
    from_rows(marks.hasil_kerja) && pegawai.has_partial_plans()
        || from_rows(marks.perilaku) && pegawai.incomplete.has(TableKind::Perilaku)
}

/// Several rows of `penilaian` that differ: nobody guesses.
struct Doubled;

/// The row of `penilaian` that counts, with what is to be said about the others.
fn row_that_counts<'a, T: Trace>(k: &mut Worker<'_, T>, pegawai: &'a Pegawai) -> Result<Option<&'a Penilaian>, Doubled> {
    let periode = k.data.periode;
    if penilaian::plt_set_aside(pegawai) {
        for row in penilaian::rows_of(pegawai, periode).filter(|r| r.plt) {
            k.aturan.khusus.plt.used(&mut k.usage);
            k.catatan.fact(row.at, || PenilaianPlt);
        }
    }
    match penilaian::chosen(pegawai, periode) {
        ChosenRow::Nothing => Ok(None),
        ChosenRow::One(row) => {
            for other in penilaian::repeated(pegawai, periode, row) {
                k.catatan.fact(other.at, || PenilaianRepeated);
            }
            Ok(Some(row))
        }
        ChosenRow::Doubled(first, second) => {
            k.catatan.because(Reason::BarisGanda);
            k.catatan.fact(second.at, || PenilaianDoubled {
                first: first.at,
                second: second.at,
            });
            Err(Doubled)
        }
    }
}

/// Somebody without RHK in the last posting, where the run has SKP at all.
fn without_skp<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, first: &FirstPass) {
    if first.last_rhk().next().is_some() || !k.run.wants_skp(pegawai) {
        return;
    }
    if pegawai.incomplete.has(TableKind::Skp) {
        // It may stand in the rows that could not be joined.
        k.catatan.because(Reason::BarisTidakTerhubung);
        return;
    }
    k.catatan.because(Reason::TanpaSkp);
    let posting = first.latest.map(|i| &pegawai.posting[i]);
    let at = posting.map_or(pegawai.at, |p| p.at);
    if pegawai.rhk.is_empty() {
        k.catatan.fact(at, || TanpaSkp);
    } else {
        k.catatan.fact(at, || PostingWithoutSkp {
            jabatan: posting.map_or_else(String::new, |p| format!("{} di {}", p.jabatan, p.unit_kerja)),
        });
    }
}

/// Tells a rating: where it comes from, and where the data give another than the typed one, unless they are a part only.
fn told<T: Trace>(k: &mut Worker<'_, T>, side: Side, what: &str, partial: bool) {
    let (rating, source, at) = match side.typed {
        Typed::Unreadable => (None, "yang ditulis tidak terbaca", None),
        Typed::Given(typed, at) => {
            let from = match side.other {
                ProposedRating::Organisasi(_) => Some("predikat organisasi"),
                ProposedRating::Proposal(_) if !partial => Some("usulan"),
                // An agency's thresholds never stand against what the penilai typed.
                _ => None,
            };
            if let (Some(from), Some(other)) = (from, side.other.rating().filter(|o| *o != typed)) {
                k.catatan.fact(at, || RatingDiffersProposal {
                    differs: format!("rating {what} ditetapkan {typed}, menurut {from} {other}"),
                });
            }
            (Some(typed), "ditetapkan pejabat penilai", Some(at))
        }
        Typed::Nothing => match side.other {
            ProposedRating::Organisasi(r) => (Some(r), "dari predikat organisasi unit yang dipimpin", None),
            ProposedRating::Proposal(r) => (Some(r), "usulan dari data", None),
            ProposedRating::ByThresholds(r) => (Some(r), "usulan dari data dan ambang instansi", None),
            _ => (None, "belum ada", None),
        },
    };
    k.trace.leaf(|| {
        let mut step = Step::new(format!("Rating {what}")).catatan(source);
        step.hasil = rating.map(|r| r.as_str().to_owned());
        step.cell.extend(at);
        step
    });
}

/// The quadrant's cell, and what a typed predikat says against it.
fn quadrant<T: Trace>(
    k: &mut Worker<'_, T>,
    rules: &RatingKualitatif,
    hasil_kerja: Rating,
    perilaku: Rating,
    typed: Typed<Predikat>,
) -> Predikat {
    let aturan = k.aturan;
    let cell = rules.kuadran.used(&mut k.usage).predikat(hasil_kerja, perilaku);
    if let Typed::Given(p, at) = typed
        && p != cell
    {
        k.catatan.fact(at, || PredikatDiffersKuadran {
            differs: format!(
                "ditulis {}, padahal hasil kerja {hasil_kerja} dan perilaku {perilaku} adalah {}",
                aturan.label(p),
                aturan.label(cell)
            ),
        });
    }
    k.trace.leaf(|| {
        Step::new("Predikat kinerja pegawai (kuadran)")
            .formula(format!("hasil kerja {hasil_kerja}, perilaku kerja {perilaku}"))
            .hasil(aturan.label(cell))
            .basis(&rules.kuadran)
    });
    cell
}

/// A typed predikat with at most one typed rating: the engine only proposes, so nothing but typed
/// ratings stands against it (`aturan.md` 2 and 6).
fn typed_predikat<T: Trace>(
    k: &mut Worker<'_, T>,
    pegawai: &Pegawai,
    rules: &RatingKualitatif,
    marks: &Marks<'_>,
    (predikat, at): (Predikat, Origin),
) -> Nilai {
    let aturan = k.aturan;
    let label = aturan.label(predikat);
    let kuadran = rules.kuadran.used(&mut k.usage);
    let typed = (marks.hasil_kerja.typed.given(), marks.perilaku.typed.given());
    let alone = match typed {
        (Some(h), _) => Some(format!("hasil kerja {h}")),
        (_, Some(p)) => Some(format!("perilaku kerja {p}")),
        _ => None,
    };
    let fits = |h: Rating, p: Rating| typed.0.is_none_or(|x| x == h) && typed.1.is_none_or(|x| x == p);
    let possible = Rating::ALL
        .iter()
        .any(|&h| Rating::ALL.iter().any(|&p| fits(h, p) && kuadran.predikat(h, p) == predikat));
    let counts = (marks.hasil_kerja.counts(), marks.perilaku.counts());
    if !possible {
        let why = format!(
            "predikat {label} yang ditulis tidak mungkin dengan rating {}",
            alone.unwrap_or_default()
        );
        undecided::decide(k, marks.at(pegawai), &[why]);
        return Nilai {
            hasil_kerja: counts.0,
            perilaku: counts.1,
            predikat: None,
        };
    }
    let proposed = counts.0.zip(counts.1).map(|(h, p)| kuadran.predikat(h, p));
    // Of somebody who waits all the same it is not taken.
    let taken = k.catatan.clean();
    match proposed {
        _ if !taken => {}
        Some(cell) if cell != predikat => {
            k.catatan.fact(at, || PredikatDiffersProposal {
                differs: {
                    let side = |r: Option<Rating>| r.map_or("", |r| r.as_str());
                    format!(
                        "ditulis {label}; menurut usulan {} (hasil kerja {}, perilaku kerja {})",
                        aturan.label(cell),
                        side(counts.0),
                        side(counts.1)
                    )
                },
            });
        }
        Some(_) => {}
        None => k.catatan.fact(at, || PredikatWithoutRating {
            predikat: match &alone {
                Some(rating) => format!("{label}, di samping rating {rating}"),
                None => format!("{label}, tanpa rating"),
            },
        }),
    }
    k.trace.leaf(|| {
        Step::new("Predikat yang ditulis pejabat penilai")
            .hasil(label)
            .cell(at)
            .basis(&rules.urutan_penentu)
            .catatan(match (proposed, &alone) {
                (Some(cell), _) if cell != predikat => format!("berlaku, walaupun usulan memberi {}", aturan.label(cell)),
                (Some(_), _) => "sama dengan sel kuadran dari rating dan usulan di atas".to_owned(),
                (None, Some(rating)) => {
                    format!("cocok dengan rating {rating}; rating lainnya tidak ada, jadi tidak dapat diuji penuh")
                }
                (None, None) => "tidak ada rating, jadi tidak dapat diuji dengan kuadran".to_owned(),
            })
    });
    // What does not lead to the predikat is no rating that counts.
    let shown = if proposed == Some(predikat) { counts } else { typed };
    Nilai {
        hasil_kerja: shown.0,
        perilaku: shown.1,
        predikat: Some(predikat),
    }
}
