//! What every stage is handed: the data, the rules, what is known about the run as a whole, and
//! where to note usage of parameters, reasons, facts and steps.

use std::sync::Arc;

use hashbrown::HashMap;

use crate::base::figure::{Exact, Fraction};
use crate::base::origin::Origin;
use crate::model::vocab::{AspekPerilaku, PenilaiKind};
use crate::model::{Data, State, Text};
use crate::rules::values::{BobotSkp, Pengelompokan};
use crate::rules::{Aturan, RegimeRules, Usage};
use crate::score::findings::AngkaDiLuarJangkauan;
use crate::score::notes::{NeededTable, Notes, OnlyHeld};
use crate::score::result::Reason;
use crate::score::{ScoreOptions, Trace};
use crate::table::TableKind;

/// What is known about the run before anybody is scored.
#[derive(Debug)]
pub struct RunFacts {
    /// An SKP stands anywhere in the run.
    pub has_skp: bool,
    /// And in official forms only, of which each is one person's: they do not say who has none.
    only_forms: bool,
    /// Realisasi likewise.
    pub has_realisasi: bool,
    /// A column for the umpan balik likewise.
    pub has_umpan_balik: bool,
    /// Perilaku likewise.
    pub has_perilaku: bool,
    /// A table or form in which ratings are typed likewise.
    pub has_penilaian: bool,
    /// The one kind of official file that all plans and marks are of.
    pub only_held: Option<OnlyHeld>,
    /// Weights of SKP and perilaku; `None` in the qualitative regime.
    pub bobot: Option<BobotSkp>,
    /// Kinds of tables that could not be joined with anybody, told for the table.
    pub lost: crate::model::Lost,
    /// Rows of `unit` by the NIP of their head.
    pub pimpinan: HashMap<Text, Vec<usize>>,
    /// By what people are to be counted together, by option or rule set. Where no unit has a head it cannot be the
    /// penilai: what they are counted by stands in each group.
    pub grouping: Pengelompokan,
}

impl RunFacts {
    /// Looks at the run once.
    pub fn new(data: &Data, aturan: &Aturan, options: &ScoreOptions, usage: &mut Usage) -> Self {
        let has = |kinds: &[TableKind]| kinds.iter().any(|&k| data.has(k));
        let mut pimpinan: HashMap<Text, Vec<usize>> = HashMap::new();
        for (i, unit) in data.unit.iter().enumerate() {
            if let Some(nip) = unit.nip_pimpinan.get() {
                pimpinan.entry(nip.clone()).or_default().push(i);
            }
        }
        let bobot = match &aturan.content {
            RegimeRules::Kualitatif(_) => None,
            RegimeRules::Numerik(n) => Some(options.bobot.unwrap_or_else(|| {
                n.kinerja.pilihan_bobot.used(usage);
                if rekan_or_bawahan(data) {
                    *n.kinerja.bobot_dengan_rekan_bawahan.used(usage)
                } else {
                    *n.kinerja.bobot_atasan_saja.used(usage)
                }
            })),
        };
        Self {
            has_skp: has(&[TableKind::Skp, TableKind::FormulirSkp, TableKind::FormulirEvaluasi])
                && data.pegawai.iter().any(|p| !p.rhk.is_empty()),
            only_forms: !data.has(TableKind::Skp),
            has_realisasi: has(&[TableKind::Realisasi, TableKind::FormulirEvaluasi]),
            has_umpan_balik: data.has_umpan_balik,
            has_penilaian: has(&[TableKind::Penilaian, TableKind::FormulirEvaluasi]),
            has_perilaku: has(&[TableKind::Perilaku, TableKind::FormulirEvaluasi]),
            only_held: OnlyHeld::of(data),
            bobot,
            lost: data.lost,
            pimpinan,
            grouping: options.kelompok.unwrap_or(*aturan.kelompok.pengelompokan.shown()),
        }
    }

    /// Whether an SKP of this person is looked for. Beside other people's forms a list of ratings says of those whom it
    /// names what it says alone, and a download does so beside other people's plans, too.
    pub fn wants_skp(&self, pegawai: &crate::model::Pegawai) -> bool {
        let rated =
            |r: &crate::model::Penilaian| !r.hasil_akhir.is_empty() || !(r.hasil_kerja.is_empty() || r.perilaku_kerja.is_empty());
        let says_alone =
            |r: &crate::model::Penilaian| (self.only_forms || r.of_download) && (pegawai.perilaku.is_empty() || rated(r));
        self.has_skp && !(pegawai.rhk.is_empty() && pegawai.penilaian.iter().any(says_alone))
    }

    /// Whether rows of this kind that are probably the person's stand in the files unread: that is told
    /// there, so that nobody is told they are missing.
    pub fn unread(&self, pegawai: &crate::model::Pegawai, jenis: TableKind) -> bool {
        self.lost.has(jenis) || pegawai.lost.has(jenis)
    }
}

/// Whether rekan or bawahan rate anybody in the run (`aturan.md` 1.7, perilaku sources). A row
/// without a mark is no rating; rows of BerAKHLAK belong to the other regime.
fn rekan_or_bawahan(data: &Data) -> bool {
    data.pegawai.iter().flat_map(|p| &p.perilaku).any(|row| {
        !row.nilai.is_empty()
            && matches!(row.penilai.state, State::Given(PenilaiKind::Rekan | PenilaiKind::Bawahan))
            && !row.aspek.get().is_some_and(|a| AspekPerilaku::BERAKHLAK.contains(a))
    })
}

/// One worker's hands.
#[derive(Debug)]
pub struct Worker<'a, T> {
    /// The people.
    pub data: &'a Data,
    /// The rules.
    pub aturan: &'a Aturan,
    /// The run.
    pub run: &'a RunFacts,
    /// Parameters leaned on so far.
    pub usage: Usage,
    /// Who listens.
    pub trace: T,
    /// Reasons and facts of the person in hand.
    pub catatan: Notes,
    /// Tindak lanjut of the person last finished: those of the next are mostly the same.
    pub tindak_lanjut: Arc<[&'static str]>,
    /// Tables that the person last finished waits for.
    pub missing_tables: [bool; NeededTable::ALL.len()],
}

impl<'a, T: Trace> Worker<'a, T> {
    /// Hands for a run.
    pub fn new(data: &'a Data, aturan: &'a Aturan, run: &'a RunFacts, trace: T) -> Self {
        Self {
            data,
            aturan,
            run,
            usage: Usage::new(),
            trace,
            catatan: Notes::default(),
            tindak_lanjut: Arc::default(),
            missing_tables: [false; NeededTable::ALL.len()],
        }
    }

    /// Does something of which nothing is noted.
    pub fn quietly<V>(&mut self, work: impl FnOnce(&mut Self) -> V) -> V {
        let before = self.catatan.silent(true);
        let out = work(self);
        self.catatan.silent(before);
        out
    }

    /// The figure of a stage; when it leaves the exact range, a fact and a reason instead.
    #[inline]
    pub fn exact<V>(&mut self, hasil: Exact<V>, at: Origin) -> Option<V> {
        if hasil.is_err() {
            self.catatan.because(Reason::AngkaDiLuarJangkauan);
            self.catatan.fact(at, || AngkaDiLuarJangkauan);
        }
        hasil.ok()
    }
}

/// Weighted mean `Σ w·x / Σ w` of pairs (x, w).
pub fn weighted_average(pairs: impl IntoIterator<Item = Exact<(Fraction, Fraction)>>) -> Exact<Fraction> {
    let (mut sum, mut weights) = (Fraction::ZERO, Fraction::ZERO);
    for pair in pairs {
        let (x, w) = pair?;
        sum = sum.plus(x.times(w)?)?;
        weights = weights.plus(w)?;
    }
    sum.per(weights)
}
