//! People: identity, postings, perilaku, ratings, exceptions.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

use jiff::civil::Date;
use thin_vec::ThinVec;

use super::kalibrasi::Calibrated;
use super::read::jenjang::of_jabatan;
use super::skp::CellColour;
use super::vocab::{
    Akreditasi, AspekPerilaku, JenisJabatan, JenisPegawai, Jenjang, JenjangStudi, PenilaiKind, Predikat, Rating, StatusPegawai,
    Studi, Word,
};
use super::{Field, Periode, RencanaHasilKerja, RowField, State, Text};
use crate::base::few::Few;
use crate::base::figure::Decimal;
use crate::base::origin::Origin;
use crate::base::text::fold_words;
use crate::table::TableKind;

/// A person, once in a run.
#[derive(Debug, Clone)]
pub struct Pegawai {
    /// First cell that names the person (the NIP).
    pub at: Origin,
    /// 18 digits; as written when it cannot be read (`nip_valid` false).
    pub nip: Text,
    /// Whether the NIP could be read. One that could not is never matched with anything.
    pub nip_valid: bool,
    /// Name as written.
    pub nama: Text,
    /// Where the person was first named.
    pub source: Source,
    /// All postings, Plt too, by `mulai` (empty = start of the period), then by row.
    pub posting: Few<Posting>,
    /// RHK in order of appearance.
    pub rhk: Vec<RencanaHasilKerja>,
    /// Perilaku rows.
    pub perilaku: Vec<NilaiPerilaku>,
    /// Rows of `penilaian`, all periods.
    pub penilaian: ThinVec<Penilaian>,
    /// The last period that the ratings of those rows are of, where none of them is of the one assessed and they are no
    /// mere history.
    pub rated_for: Option<Periode>,
    /// Who is named as pejabat penilai, row by row and form by form.
    pub penilai: ThinVec<NamedPenilai>,
    /// Rows of the e-Kinerja "Laporan SKP": how far planning has come.
    pub laporan: ThinVec<LaporanSkp>,
    /// Named in `pengecualian`.
    pub pengecualian: Option<Box<Pengecualian>>,
    /// What makes the person's rows unfit for scoring as a whole.
    pub defects: Defects,
    /// Tables with rows that are probably this person's and could not be joined; told where they stand.
    pub lost: Lost,
    /// Those of them whose rows are this person's or one of very few others', by a NIP that cannot be read or has a
    /// slip in it: what he has of these tables may be a part of it.
    pub incomplete: Lost,
    /// Ratings of a Kalibrasi that are others than those that count without it.
    pub kalibrasi: Option<Box<Calibrated>>,
}

/// Kinds of tables whose rows stand in the files and could not be joined: told there, and so nobody is
/// told that what they hold is missing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lost {
    pegawai: bool,
    skp: bool,
    realisasi: bool,
    perilaku: bool,
    penilaian: bool,
}

impl Lost {
    fn slot(&mut self, kind: TableKind) -> Option<&mut bool> {
        match kind {
            TableKind::Pegawai => Some(&mut self.pegawai),
            TableKind::Skp => Some(&mut self.skp),
            TableKind::Realisasi => Some(&mut self.realisasi),
            TableKind::Perilaku => Some(&mut self.perilaku),
            TableKind::Penilaian => Some(&mut self.penilaian),
            _ => None,
        }
    }

    /// Rows of this kind are lost.
    pub fn add(&mut self, kind: TableKind) {
        if let Some(slot) = self.slot(kind) {
            *slot = true;
        }
    }

    /// Whether rows of this kind are lost.
    #[must_use]
    pub fn has(mut self, kind: TableKind) -> bool {
        self.slot(kind).is_some_and(|slot| *slot)
    }
}

impl Pegawai {
    /// Somebody of whom nothing is known yet but the NIP.
    pub fn new(nip: Text, nip_valid: bool, nama: Text, source: Source, at: Origin) -> Self {
        Self {
            at,
            nip,
            nip_valid,
            nama,
            source,
            posting: Few::new(),
            rhk: Vec::new(),
            perilaku: Vec::new(),
            penilaian: ThinVec::new(),
            rated_for: None,
            penilai: ThinVec::new(),
            laporan: ThinVec::new(),
            pengecualian: None,
            kalibrasi: None,
            defects: Defects {
                nip: !nip_valid,
                ..Defects::default()
            },
            lost: Lost::default(),
            incomplete: Lost::default(),
        }
    }

    /// Whether a row of `pegawai` that tells of another post of his could not be joined.
    pub fn has_lost_post(&self) -> bool {
        self.incomplete.has(TableKind::Pegawai)
    }

    /// Whether the RHK that he has, or their realisasi, may be a part of them only.
    pub fn has_partial_plans(&self) -> bool {
        self.has_lost_post() || self.incomplete.has(TableKind::Skp) || self.incomplete.has(TableKind::Realisasi)
    }

    /// Postings that count: of those with a day of the period assessed the definitive ones, or the Plt ones of somebody who
    /// has no other then (`aturan.md` 1.9). None of somebody who came later or left before.
    pub fn current_posting(&self) -> impl DoubleEndedIterator<Item = (usize, &Posting)> {
        let all_plt = self.posting.iter().all(|p| p.plt || p.outside);
        let counts = move |p: &Posting| !p.outside && (all_plt || !p.plt);
        self.posting.iter().enumerate().filter(move |(_, p)| counts(p))
    }

    /// Finds out which postings have a day of the period assessed.
    pub fn place_in(&mut self, periode: Periode) {
        for posting in self.posting.iter_mut() {
            posting.outside = !posting.touches(periode);
        }
    }

    /// Whether no posting has a day of the period assessed: nothing is due from him in it.
    pub fn is_outside(&self) -> bool {
        !self.posting.is_empty() && self.posting.iter().all(|p| p.outside)
    }

    /// Whether an RHK is of the period assessed: that of a posting outside it is not.
    pub fn has_current(&self, rhk: &RencanaHasilKerja) -> bool {
        let posting = rhk.posting().and_then(|i| self.posting.get(i));
        posting.is_none_or(|p| !p.outside)
    }

    /// PNS or PPPK, by the last posting whose row says it; where none does, a NI PPPK speaks for
    /// itself (21 and up where a NIP has the month of appointment), and everybody else is PNS.
    pub fn jenis(&self) -> JenisPegawai {
        let said = self.current_posting().rev().find_map(|(_, p)| p.jenis());
        said.unwrap_or_else(|| match self.nip.get(12..14).and_then(|m| m.parse::<u8>().ok()) {
            Some(month) if self.nip_valid && month > 12 => JenisPegawai::Pppk,
            _ => JenisPegawai::Pns,
        })
    }

    /// Whether a posting that counts has days in a period.
    pub fn serves(&self, periode: Periode) -> bool {
        self.posting.is_empty() || self.current_posting().any(|(_, x)| x.touches(periode))
    }

    /// The last posting that counts: it decides unit, predikat and perilaku. Of somebody who has none in the period, the
    /// last that he had or will have.
    pub fn last_posting(&self) -> Option<&Posting> {
        self.last_posting_no().map(|i| &self.posting[i])
    }

    /// Where [`Pegawai::last_posting`] stands in [`Pegawai::posting`].
    pub fn last_posting_no(&self) -> Option<usize> {
        let current = self.current_posting().next_back().map(|(i, _)| i);
        let regular = || self.posting.iter().rposition(|p| !p.plt);
        current.or_else(regular).or_else(|| self.posting.len().checked_sub(1))
    }
}

/// Where a person was first named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A `pegawai` row.
    Pegawai,
    /// An e-Kinerja download, which is a complete input by itself.
    Ekinerja,
    /// An official form.
    Formulir,
    /// Only another table (there is no `pegawai` table in the run).
    Other,
}

/// Faults of the person's rows as a whole; each is also a [`crate::finding::Noted`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Defects {
    /// The NIP cannot be read.
    pub nip: bool,
    /// The NIP stands beside another name, too.
    pub shared: bool,
    /// Postings overlap, or rows are doubled.
    pub doubled: bool,
    /// A cell of the pegawai row that every rule set needs is faulty (`mulai`, `selesai`, `plt`,
    /// `status`). `jenis_jabatan` is not among them: 6/2022 does without it.
    pub faulty: bool,
}

impl Defects {
    /// There are none.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// A row of `pegawai`: a posting.
#[derive(Debug, Clone)]
pub struct Posting {
    /// The NIP cell of the row.
    pub at: Origin,
    /// Post as written.
    pub jabatan: Text,
    /// Unit kerja as written (blanks cleaned).
    pub unit_kerja: Text,
    /// NIP of the atasan langsung, 18 digits.
    pub nip_atasan: State<Text>,
    /// What many postings have alike.
    pub detail: Arc<PostingDetail>,
    /// What is said of tugas belajar and penugasan khusus; see [`Posting::away`].
    pub away: Option<Box<Away>>,
    /// First day; empty = start of the period.
    pub mulai: State<Date>,
    /// Last day; empty = end of the period.
    pub selesai: State<Date>,
    /// Kind of post; needed in the numeric sets.
    pub jenis_jabatan: State<JenisJabatan>,
    /// Plt/Plh/Pjb.
    pub plt: bool,
    /// It has no day of the period assessed ([`Pegawai::place_in`]).
    pub outside: bool,
}

/// What many postings have alike, kept once: cells are told from the row of the posting.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PostingDetail {
    /// The unit above, where the row itself says it (e-Kinerja `skp_unor_induk`).
    pub unit_induk: Option<Text>,
    /// The cell of `jenis_jabatan`.
    pub jenis_jabatan_cell: RowField<()>,
    /// The cell of `nip_atasan`.
    pub nip_atasan_cell: RowField<()>,
    /// Name of the atasan, where the row says it.
    pub nama_atasan: Option<Text>,
    /// The atasan is of TNI or Polri: he has an NRP and no NIP.
    pub atasan_nrp: bool,
    /// PNS, PPPK … as written.
    pub jenis_pegawai: Text,
    /// Golongan as written.
    pub golongan: Text,
    /// Jenjang of a JF.
    pub jenjang: RowField<Jenjang>,
    /// JF who leads (`kepemimpinan` = ya).
    pub kepemimpinan: RowField<bool>,
    /// Ide baru set by the pimpinan unit.
    pub ide_baru: RowField<bool>,
    /// The atasan's recommendation for it.
    pub rekomendasi_ide: RowField<Text>,
    /// Standing; default aktif.
    pub status: RowField<StatusPegawai>,
}

/// What a posting says of tugas belajar and penugasan khusus: kept only where it says anything.
#[derive(Debug, Clone)]
pub struct Away {
    /// How tugas belajar stands.
    pub studi: Field<Studi>,
    /// IPK of tugas belajar.
    pub ipk: Field<Decimal>,
    /// Accreditation of its institution.
    pub akreditasi: Field<Akreditasi>,
    /// Its level.
    pub jenjang_studi: Field<JenjangStudi>,
    /// Nilai kinerja set from other material (tugas belajar, penugasan khusus).
    pub nilai_ditetapkan: Field<Decimal>,
    /// Where that comes from.
    pub sumber_nilai: Field<Text>,
}

impl Away {
    /// Nothing said, told at this cell.
    pub const fn unsaid(at: Origin) -> Self {
        Self {
            studi: Field::empty(at),
            ipk: Field::empty(at),
            akreditasi: Field::empty(at),
            jenjang_studi: Field::empty(at),
            nilai_ditetapkan: Field::empty(at),
            sumber_nilai: Field::empty(at),
        }
    }

    /// To be kept, unless all of it is empty and the status does not ask for it.
    pub fn kept(self, status: &State<StatusPegawai>) -> Option<Box<Self>> {
        let asked = matches!(
            status.get(),
            Some(StatusPegawai::TugasBelajar | StatusPegawai::PenugasanKhusus)
        );
        let unsaid = self.studi.is_empty()
            && self.ipk.is_empty()
            && self.akreditasi.is_empty()
            && self.jenjang_studi.is_empty()
            && self.nilai_ditetapkan.is_empty()
            && self.sumber_nilai.is_empty();
        (asked || !unsaid).then(|| Box::new(self))
    }
}

impl Posting {
    /// Whether it has days in a period. One without a first or a last day, or with one that cannot be read, has all of them on
    /// that side.
    pub fn touches(&self, periode: Periode) -> bool {
        let (start, end) = (periode.start(), periode.end());
        let first = self.mulai.get().copied().unwrap_or(start).max(start);
        first <= self.selesai.get().copied().unwrap_or(end).min(end)
    }

    /// The cell of `jenis_jabatan`.
    pub fn jenis_jabatan_at(&self) -> Origin {
        self.detail.jenis_jabatan_cell.at(self.at)
    }

    /// The cell of `nip_atasan`.
    pub fn nip_atasan_at(&self) -> Origin {
        self.detail.nip_atasan_cell.at(self.at)
    }

    /// Its own [`Posting::detail`], to change.
    pub fn detail_mut(&mut self) -> &mut PostingDetail {
        Arc::make_mut(&mut self.detail)
    }

    /// What it says of tugas belajar and penugasan khusus.
    pub fn away(&self) -> Cow<'_, Away> {
        match &self.away {
            Some(away) => Cow::Borrowed(away),
            None => Cow::Owned(Away::unsaid(self.at)),
        }
    }

    /// PNS or PPPK as the row says it; `None` where it says neither ("ASN" is both).
    pub fn jenis(&self) -> Option<JenisPegawai> {
        let kinds = [JenisPegawai::Pppk, JenisPegawai::Pns];
        // As the contract spells it: no folding needed.
        if let Some(kind) = kinds.into_iter().find(|k| k.as_str() == &*self.detail.jenis_pegawai) {
            return Some(kind);
        }
        let said = fold_words(&self.detail.jenis_pegawai);
        if said.is_empty() || said == "asn" {
            return None;
        }
        let padded = format!(" {said} ");
        let names = |kind: JenisPegawai| {
            let mut words = kind.aliases().iter().copied().chain([kind.as_str()]);
            words.any(|w| padded.contains(&format!(" {} ", fold_words(w))))
        };
        let known = kinds.into_iter().find(|k| names(*k));
        Some(known.unwrap_or(JenisPegawai::Lain))
    }

    /// A jabatan fungsional. Where the kind of post is not given, a jenjang tells.
    pub fn fungsional(&self) -> bool {
        match self.jenis_jabatan {
            State::Given(jenis) => jenis == JenisJabatan::Fungsional,
            State::Empty => self.detail.jenjang.get().is_some() || of_jabatan(&self.jabatan).is_some_and(|n| n.certain),
            State::Faulty => false,
        }
    }

    /// Jenjang of a jabatan fungsional: as given, else as the jabatan names it. A cell that cannot be
    /// read is not nothing.
    pub fn jenjang_jf(&self) -> Option<Jenjang> {
        match self.detail.jenjang.state {
            State::Given(jenjang) => Some(jenjang),
            State::Empty => of_jabatan(&self.jabatan).map(|n| n.jenjang),
            State::Faulty => None,
        }
    }
}

/// A row of `perilaku`.
#[derive(Debug, Clone)]
pub struct NilaiPerilaku {
    /// First cell of the row.
    pub at: Origin,
    /// NIP of the rater, where it can be used.
    pub nip_penilai: Option<Text>,
    /// What it says, which reads as if it stood here.
    pub detail: Arc<PerilakuDetail>,
}

/// What a row of `perilaku` says. Many say the same, which is kept once: cells are told from the row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PerilakuDetail {
    /// Aspek.
    pub aspek: RowField<AspekPerilaku>,
    /// Who rated; default atasan; faulty when the word is unknown.
    pub penilai: RowField<PenilaiKind>,
    /// The mark.
    pub nilai: RowField<Scale>,
    /// The cell of `nip_penilai`; faulty where it cannot be used.
    pub nip_penilai_cell: RowField<()>,
}

impl Deref for NilaiPerilaku {
    type Target = PerilakuDetail;

    fn deref(&self) -> &PerilakuDetail {
        &self.detail
    }
}

impl NilaiPerilaku {
    /// Its own [`NilaiPerilaku::detail`], to change.
    pub fn detail_mut(&mut self) -> &mut PerilakuDetail {
        Arc::make_mut(&mut self.detail)
    }

    /// Nothing stands in the cell of `nip_penilai`.
    pub fn names_no_penilai(&self) -> bool {
        self.nip_penilai.is_none() && !self.nip_penilai_cell.is_faulty()
    }

    /// The cell of the mark.
    pub fn nilai_at(&self) -> Origin {
        self.nilai.at(self.at)
    }
}

/// A mark of perilaku: a figure, a rating in words, or words that are none.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Scale {
    /// A figure (0–120 is checked by the scoring).
    Angka(Decimal),
    /// A rating.
    Rating(Rating),
    /// Prose, a symbol, stars: no rating, unless an agency's rules say what it means.
    Words(Text),
    /// A colour, and no words: likewise.
    Colour(Box<CellColour>),
}

/// A row of `penilaian`: what the penilai set (also the e-Kinerja download).
#[derive(Debug, Clone)]
pub struct Penilaian {
    /// First cell of the row.
    pub at: Origin,
    /// Period; empty = the assessed one. In a download from its meta rows.
    pub periode: Field<Periode>,
    /// Rating hasil kerja; "belum dinilai" reads as empty.
    pub hasil_kerja: Field<Rating>,
    /// Rating perilaku kerja.
    pub perilaku_kerja: Field<Rating>,
    /// Predikat as typed.
    pub hasil_akhir: Field<Predikat>,
    /// First day of the SKP it belongs to (transfers).
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
    /// A Plt/Plh/Pjb row: does not count.
    pub plt: bool,
    /// A mark of it stands in a column from which none is taken; told for the table.
    pub withheld: bool,
    /// It stands in an e-Kinerja download or a recap like it, which is a complete input by itself.
    pub of_download: bool,
}

impl Penilaian {
    /// Takes no mark from it.
    pub fn take_nothing(&mut self) {
        self.hasil_kerja = Field::empty(self.hasil_kerja.at);
        self.perilaku_kerja = Field::empty(self.perilaku_kerja.at);
        self.hasil_akhir = Field::empty(self.hasil_akhir.at);
        self.withheld = true;
    }
}

/// A row of the e-Kinerja "Laporan SKP".
#[derive(Debug, Clone)]
pub struct LaporanSkp {
    /// First cell of the row.
    pub at: Origin,
    /// `draft`, `pengajuan`, `persetujuan`, as written; `None` for empty, `-` and "empty".
    pub status: Option<Text>,
    /// There is an SKP: its state says so or, in a release without that column, `is_skp`.
    pub has_skp: bool,
    /// `skp_model` as written.
    pub model: Option<Text>,
    /// First day of the SKP.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
    /// A Plt/Plh/Pjb row.
    pub plt: bool,
}

/// A pejabat penilai whom a `penilaian` row or a form names.
#[derive(Debug, Clone)]
pub struct NamedPenilai {
    /// By his NIP, or by no more than his name.
    pub by: NamedBy,
    /// The cell.
    pub at: Origin,
    /// A day in the time that is rated: its last.
    pub hari: Option<Date>,
    /// Named for work as Plt, Plh or Pjb.
    pub plt: bool,
}

/// How a pejabat penilai is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamedBy {
    /// NIP, 18 digits.
    Nip(Text),
    /// Name as written, where no NIP stands beside it.
    Nama(Text),
}

/// A row of `pengecualian`.
#[derive(Debug, Clone)]
pub struct Pengecualian {
    /// The NIP cell.
    pub at: Origin,
    /// Why.
    pub alasan: Field<Text>,
    /// More words.
    pub keterangan: Text,
}
