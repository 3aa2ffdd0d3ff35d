//! The plan and its results: RHK, indicators, targets, realisasi.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

use thin_vec::ThinVec;

use jiff::civil::Date;

use super::kaskade::Tautan;
use super::read::colour;
use super::vocab::{Akumulasi, Arah, Aspek, JenisRhk, Kelompok, MetodeKaskade, Perspektif, Rating};
use super::{Field, Periode, RowField, State, Text};
use crate::base::few::Few;
use crate::base::figure::Decimal;
use crate::base::ids::PostingNo;
use crate::base::origin::Origin;
use crate::input::Tint;

/// A rencana hasil kerja with its indicators. What belongs to the RHK is taken from its first row.
#[derive(Debug, Clone)]
pub struct RencanaHasilKerja {
    /// First row: the cell of `kode_rhk` (of the text, in a form).
    pub at: Origin,
    /// Code, unique within the person and posting; in a form its number.
    pub kode: Text,
    /// Text of the RHK.
    pub rhk: Text,
    /// `kode_rhk_atasan` as written (codes, or in a form the text of the intervened RHK), where it can be used.
    pub kode_atasan: Option<Text>,
    /// What many RHK have alike.
    pub detail: Arc<RhkDetail>,
    /// Indicators in order of appearance.
    pub indikator: Vec<Indikator>,
    /// The links to the atasan's RHK or the unit's sasaran, one per code, resolved; empty when no code is given.
    pub tautan: Few<Tautan>,
    /// Umpan balik of its realisasi rows, each period and content once, in order of appearance. The
    /// yearly one counts, else the last period's (the scoring picks); unlike ones for one period stand
    /// here as two entries.
    pub umpan_balik: ThinVec<UmpanBalik>,
    /// See [`RencanaHasilKerja::posting`].
    pub posting_no: Option<PostingNo>,
    /// Utama or tambahan.
    pub jenis: State<JenisRhk>,
    /// `kode_atasan` is the text of the intervened RHK (official forms), not codes.
    pub tautan_text: bool,
    /// True when a row of it is doubled with unlike content: its figures are in doubt.
    pub doubled: bool,
}

/// What many RHK have alike, kept once: cells are told from the row of the RHK.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RhkDetail {
    /// Whose SKP the codes are looked up in, instead of the atasan's.
    pub nip_pemberi_tugas: RowField<Text>,
    /// Default `langsung`.
    pub method: RowField<MetodeKaskade>,
    /// 1, 2 or 3; default 1.
    pub lingkup: RowField<u8>,
    /// Surat keputusan of a kinerja tambahan.
    pub nomor_sk: RowField<Text>,
    /// Which posting it belongs to.
    pub mulai: RowField<Date>,
    /// The cell of the text.
    pub rhk_cell: RowField<()>,
    /// The cell of `jenis`.
    pub jenis_cell: RowField<()>,
    /// The cell of `kode_rhk_atasan`; faulty where it cannot be used.
    pub kode_atasan_cell: RowField<()>,
}

impl RencanaHasilKerja {
    /// The cell of the text.
    pub fn rhk_at(&self) -> Origin {
        self.detail.rhk_cell.at(self.at)
    }

    /// Index in [`super::Pegawai::posting`] of the posting it belongs to: that of `mulai`, where a table leaves it empty the
    /// last one, in a form its own; `None` when `mulai` lies in none or cannot be read.
    pub fn posting(&self) -> Option<usize> {
        self.posting_no.map(PostingNo::index)
    }

    /// The cell of `jenis`.
    pub fn jenis_at(&self) -> Origin {
        self.detail.jenis_cell.at(self.at)
    }

    /// Nothing stands in the cell of `kode_rhk_atasan`.
    pub fn names_none(&self) -> bool {
        self.kode_atasan.is_none() && !self.detail.kode_atasan_cell.is_faulty()
    }

    /// The cell of `kode_rhk_atasan`.
    pub fn kode_atasan_at(&self) -> Origin {
        self.detail.kode_atasan_cell.at(self.at)
    }

    /// Its own [`RencanaHasilKerja::detail`], to change.
    pub fn detail_mut(&mut self) -> &mut RhkDetail {
        Arc::make_mut(&mut self.detail)
    }
}

/// One umpan balik of an RHK.
#[derive(Debug, Clone)]
pub struct UmpanBalik {
    /// The period it is for (the assessed one where the row gives none).
    pub periode: Periode,
    /// What it says; empty where the cell of a form is still open (that is where it will be written).
    pub content: Field<UmpanBalikContent>,
}

/// What an umpan balik says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UmpanBalikContent {
    /// One of the three ratings.
    Rating(Rating),
    /// Prose, a symbol, stars: no rating, unless an agency's rules say what it means.
    Words(Text),
    /// A colour, and no words: likewise.
    Colour(Box<CellColour>),
}

/// A cell that says something by its colour alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CellColour {
    /// The colour.
    pub tint: Tint,
    /// The dot or square that has it; `None` where the cell itself has.
    pub sign: Option<Text>,
}

impl CellColour {
    /// What it is called.
    pub fn name(&self) -> Cow<'static, str> {
        colour::name(self.tint.colour)
    }

    /// What an agency's table may say of it: the sign, the colour by its name or another.
    pub fn words(&self) -> impl Iterator<Item = String> {
        let sign = self.sign.as_deref().map(str::to_owned);
        let names = std::iter::once(self.name().into_owned()).chain(colour::other_names(self.tint.colour));
        sign.into_iter().chain(names)
    }
}

impl std::fmt::Display for CellColour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.sign {
            Some(sign) => write!(f, "\"{sign}\" berwarna {}", self.name()),
            None => write!(f, "warna sel {}", self.name()),
        }
    }
}

impl UmpanBalik {
    /// It says something. A colour that every open cell of its column has is likelier to belong to the form.
    pub fn says(&self) -> bool {
        match &self.content.state {
            State::Empty => false,
            State::Given(UmpanBalikContent::Colour(c)) => !c.tint.everywhere,
            State::Given(_) | State::Faulty => true,
        }
    }

    /// It is a colour and no words.
    pub fn colour(&self) -> Option<&CellColour> {
        match self.content.get() {
            Some(UmpanBalikContent::Colour(colour)) => Some(colour),
            _ => None,
        }
    }
}

impl std::fmt::Display for UmpanBalikContent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Rating(r) => r.fmt(f),
            Self::Words(w) => w.fmt(f),
            Self::Colour(c) => c.fmt(f),
        }
    }
}

/// An indikator kinerja individu.
#[derive(Debug, Clone)]
pub struct Indikator {
    /// First cell of its row.
    pub at: Origin,
    /// Text; `None` where the cell is empty or cannot be read, which is told there.
    pub indikator: Option<Text>,
    /// What is aimed at, which reads as if it stood here.
    pub aim: Arc<IndikatorAim>,
    /// What many indicators have alike.
    pub detail: Arc<IndikatorDetail>,
    /// Realisasi rows, of this period's year, in order of appearance: mostly one.
    pub realisasi: Few<Realisasi>,
}

/// What an indicator aims at. Many aim at the same, which is kept once: cells are told from the row of the indicator.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct IndikatorAim {
    /// Aspek; empty in qualitative forms.
    pub aspek: RowField<Aspek>,
    /// Number within the aspek; default 1; 0 when the cell cannot be read.
    pub no: u32,
    /// True when its skp row is doubled with unlike content.
    pub doubled: bool,
    /// Target.
    pub target: RowField<Target>,
    /// Satuan as written, from its own column or from the target cell.
    pub satuan: RowField<Text>,
}

impl Deref for Indikator {
    type Target = IndikatorAim;

    fn deref(&self) -> &IndikatorAim {
        &self.aim
    }
}

/// What many indicators have alike, kept once: cells are told from the row of the indicator.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct IndikatorDetail {
    /// Direction; default naik.
    pub arah: RowField<Arah>,
    /// The target is the maximum attainable; default no.
    pub target_maksimal: RowField<bool>,
    /// How periodic realisasi combine; default akhir.
    pub akumulasi: RowField<Akumulasi>,
    /// Weight within the RHK.
    pub bobot: RowField<Decimal>,
    /// Group (8/2021 JPT); default perjanjian kinerja.
    pub kelompok: RowField<Kelompok>,
    /// Perspektif (JPT).
    pub perspektif: RowField<Perspektif>,
    /// When the SKP was set.
    pub tanggal_penetapan: RowField<Date>,
    /// Deadline.
    pub batas_waktu: RowField<Date>,
}

impl Indikator {
    /// The cell of the target.
    pub fn target_at(&self) -> Origin {
        self.target.at(self.at)
    }

    /// Its own [`Indikator::aim`], to change.
    pub fn aim_mut(&mut self) -> &mut IndikatorAim {
        Arc::make_mut(&mut self.aim)
    }

    /// Its own [`Indikator::detail`], to change.
    pub fn detail_mut(&mut self) -> &mut IndikatorDetail {
        Arc::make_mut(&mut self.detail)
    }
}

/// A target as written and as understood.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Target {
    /// As written, cleaned of blanks.
    pub written: Text,
    /// As a figure; `None` for a qualitative target (text), which only 6/2022 allows.
    pub nilai: Option<TargetNilai>,
    /// Unit found in the target cell itself (`12 dokumen`, `80 %`).
    pub satuan: Option<Text>,
}

/// A target as a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TargetNilai {
    /// A plain figure.
    Single(Decimal),
    /// Lower and upper bound. `bawah > atas` is kept as written and refused by the scoring.
    Range(Decimal, Decimal),
    /// `≥ x`: at least.
    AtLeast(Decimal),
    /// `≤ x`: at most.
    AtMost(Decimal),
}

impl TargetNilai {
    /// Any of its figures lies below zero.
    pub fn negative(self) -> bool {
        let below = |d: Decimal| d.is_sign_negative() && !d.is_zero();
        match self {
            Self::Single(d) | Self::AtLeast(d) | Self::AtMost(d) => below(d),
            Self::Range(lo, hi) => below(lo) || below(hi),
        }
    }
}

/// One realisasi row.
#[derive(Debug, Clone)]
pub struct Realisasi {
    /// The cell of the figure.
    pub at: Origin,
    /// What it says, which reads as if it stood here.
    pub detail: Arc<RealisasiDetail>,
}

/// What a realisasi says. Many say the same, which is kept once: cells are told from the row of the figure.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RealisasiDetail {
    /// The figure; `Given(None)` is text, which only 6/2022 allows.
    pub nilai: State<Option<Decimal>>,
    /// As written.
    pub written: Text,
    /// True when two unlike rows stand for this period.
    pub doubled: bool,
    /// Period it is for; the assessed one where the cell is empty.
    pub periode: Periode,
    /// The period cell.
    pub periode_cell: RowField<()>,
    /// Unit found in the cell itself.
    pub satuan: Option<Text>,
    /// Whether there is evidence, and its cell.
    pub bukti: RowField<()>,
}

impl Deref for Realisasi {
    type Target = RealisasiDetail;

    fn deref(&self) -> &RealisasiDetail {
        &self.detail
    }
}

impl Realisasi {
    /// The period it is for.
    pub fn periode(&self) -> Periode {
        self.detail.periode
    }

    /// The period cell.
    pub fn periode_at(&self) -> Origin {
        self.periode_cell.at(self.at)
    }

    /// Its own [`Realisasi::detail`], to change.
    pub fn detail_mut(&mut self) -> &mut RealisasiDetail {
        Arc::make_mut(&mut self.detail)
    }
}
