//! One person from rows to result, in two passes: [`start`] computes the own nilai of every RHK,
//! which others may need; [`end`] weights, adds up and decides whether there is a result.

use crate::base::ids::RhkNo;
use crate::model::vocab::{Predikat, StatusPegawai, Word};
use crate::model::{Pegawai, PegawaiId, Penilaian, Periode, Posting, RhkId, State, Text};
use crate::rules::{Kualitatif, RegimeRules};
use crate::score::findings::{
    AngkaDiLuarJangkauan, EntryUnused, NoPosting, PostingGap, RealisasiKosong, StatusTidakAktif, UmpanBalikKosong,
};
use crate::score::kaskade::OwnValue;
use crate::score::notes::Notes;
use crate::score::numbers::{self, PredikatMark};
use crate::score::posting::{self, Term};
use crate::score::result::{HasilPegawai, HasilRhk, Outcome, Reason};
use crate::score::rhk::{self, Method};
use crate::score::trace::{Step, Trace};
use crate::score::worker::Worker;
use crate::score::{angka_kredit, kualitatif, penilaian, proposal, studi, tindak_lanjut};
use jiff::civil::Date;

/// What the first pass leaves for the second.
#[derive(Debug, Default)]
pub struct FirstPass {
    /// Shares of the postings.
    pub term: Term,
    /// Index of the posting that decides unit, perilaku and predikat.
    pub latest: Option<usize>,
    /// RHK of the postings that count.
    pub rhk: Vec<HasilRhk>,
    /// For each of `rhk`: the index of its posting; `None` only where the person has no posting at all.
    pub place: Vec<Option<usize>>,
    /// Reasons and facts so far.
    pub catatan: Notes,
}

impl FirstPass {
    /// RHK of the last posting, which alone count in 6/2022.
    pub fn last_rhk(&self) -> impl Iterator<Item = &HasilRhk> {
        let last = self.latest;
        self.rhk
            .iter()
            .zip(&self.place)
            .filter(move |(_, l)| **l == last)
            .map(|(r, _)| r)
    }
}

/// First pass: own nilai of the RHK that count, and of the others too where somebody may be
/// weighted by them (then without reasons and facts: they are not due).
pub fn start<T: Trace>(k: &mut Worker<'_, T>, id: PegawaiId, pegawai: &Pegawai) -> (FirstPass, Box<[OwnValue]>) {
    k.catatan = Notes::default();
    // By numbers only the shares of several postings weigh anything.
    let shared = k.aturan.numerik().is_some() && pegawai.posting.len() > 1;
    let satuan = k.aturan.khusus.satuan_proporsi.used_if(&mut k.usage, shared);
    let term = posting::term(pegawai, k.data.periode, *satuan);
    let latest = term.latest().or_else(|| pegawai.last_posting_no());
    let kualitatif = k.aturan.kualitatif().is_some();
    let cascaded = k.aturan.numerik().is_some_and(|n| n.konversi.is_some());
    // In 6/2022 the last posting counts without a month, too.
    let several = term
        .section
        .iter()
        .filter(|b| b.share > 0 || (kualitatif && b.hari > 0))
        .count()
        > 1;
    let mut out = FirstPass {
        latest,
        rhk: Vec::with_capacity(pegawai.rhk.len()),
        place: Vec::with_capacity(pegawai.rhk.len()),
        ..FirstPass::default()
    };
    let mut own = Vec::with_capacity(if cascaded { pegawai.rhk.len() } else { 0 });
    // Somebody without an SKP gets no heading without anything under it.
    let title = !pegawai.rhk.is_empty();
    if title {
        k.trace.begin();
    }
    for (index, data) in RhkNo::each(&pegawai.rhk) {
        let place = data.posting();
        if place.is_none() && !pegawai.posting.is_empty() {
            k.catatan.because(if pegawai.has_lost_post() {
                Reason::BarisTidakTerhubung
            } else {
                Reason::PostingTidakDikenal
            });
        }
        let counted = match place {
            Some(i) => term.section(i).is_some() || (kualitatif && place == latest),
            None => pegawai.posting.is_empty(),
        };
        if !counted && !cascaded {
            continue;
        }
        if !pegawai.has_current(data) {
            // Of a posting outside the period: it has no nilai in it, for nobody.
            own.push(OwnValue::default());
            continue;
        }
        let jenis = place.and_then(|i| pegawai.posting.get(i)).and_then(|p| p.jenis_jabatan.get());
        let due = || {
            let feedback = proposal::current_umpan_balik(data, k.data.periode).next();
            feedback.is_none() && kualitatif::needs_rhk(k, pegawai, latest)
        };
        let method = Method::of(k.aturan, jenis.copied()).or_shown(due);
        // In 6/2022 an earlier posting's RHK is shown, and not due.
        k.catatan.silent(!counted || (kualitatif && place != latest));
        let mut hasil = rhk::rhk(k, RhkId { pegawai: id, rhk: index }, data, method);
        k.catatan.silent(false);
        if cascaded {
            own.push(OwnValue {
                nilai: hasil.nilai,
                kategori: hasil.kategori,
            });
        }
        if counted {
            if several {
                hasil.mulai = place
                    .and_then(|i| term.section.iter().find(|b| b.posting == i))
                    .map(|b| b.mulai);
            }
            out.rhk.push(hasil);
            out.place.push(place);
        }
    }
    if title {
        k.trace.end(|| Step::new("Nilai setiap rencana hasil kerja"));
    }
    out.term = term;
    out.catatan = std::mem::take(&mut k.catatan);
    (out, own.into_boxed_slice())
}

/// Second pass: the person's result and those of his RHK.
pub fn end<T: Trace>(
    k: &mut Worker<'_, T>,
    id: PegawaiId,
    pegawai: &Pegawai,
    mut start: FirstPass,
    all: &[Box<[OwnValue]>],
) -> (HasilPegawai, Vec<HasilRhk>) {
    k.catatan = std::mem::take(&mut start.catatan);
    let posting = start.latest.map(|i| &pegawai.posting[i]);
    let unit_kerja = posting.map_or_else(Text::new, |p| p.unit_kerja.clone());
    let mut hasil = HasilPegawai::unscored(id, pegawai, unit_kerja);
    hasil.nip_atasan = posting.and_then(|p| p.nip_atasan.get().cloned());
    if let Some(alasan) = exempt(k, pegawai, posting) {
        hasil.outcome = Outcome::Excepted(alasan);
    } else if may_be_rated(k, pegawai, &start, posting) {
        let mark = match &k.aturan.content {
            RegimeRules::Numerik(n) => numbers::mark(k, n, pegawai, posting, &mut start, all, &mut hasil),
            RegimeRules::Kualitatif(q) => {
                rating(k, q, pegawai, &mut start, &mut hasil).map(|predikat| PredikatMark { predikat, nilai: None })
            }
        };
        decide(k, pegawai, &start, mark, &mut hasil);
    }
    if k.aturan.kualitatif().is_some() {
        for r in &mut start.rhk {
            r.nilai = None;
        }
    }
    let reasons;
    let indicators = pegawai.rhk.iter().map(|r| r.indikator.len()).sum();
    k.catatan
        .fold(indicators, |fact: &mut RealisasiKosong, others| fact.others = others);
    k.catatan
        .fold(pegawai.rhk.len(), |fact: &mut UmpanBalikKosong, others| fact.others = others);
    (reasons, hasil.facts, k.missing_tables) = std::mem::take(&mut k.catatan).selesai(hasil.id);
    if let Outcome::NotYet(none_yet) = &mut hasil.outcome {
        *none_yet = reasons;
    }
    (hasil, start.rhk)
}

/// A result, if nothing stands in its way; then what follows from it.
fn decide<T: Trace>(
    k: &mut Worker<'_, T>,
    pegawai: &Pegawai,
    start: &FirstPass,
    mark: Option<PredikatMark>,
    hasil: &mut HasilPegawai,
) {
    let Some(PredikatMark { predikat, nilai }) = mark.filter(|_| k.catatan.clean()) else {
        if k.catatan.clean() {
            // Only a figure outside every band leads here.
            k.catatan.because(Reason::AngkaDiLuarJangkauan);
            k.catatan.fact(pegawai.at, || AngkaDiLuarJangkauan);
        }
        return;
    };
    let label = k.aturan.label(predikat);
    hasil.outcome = nilai.map_or(Outcome::ByRatings { predikat, label }, |nilai| Outcome::ByNumbers {
        nilai,
        predikat,
        label,
    });
    if let Some(i) = start.latest {
        hasil.angka_kredit = angka_kredit::angka_kredit(k, pegawai, &start.term, i, predikat);
    }
    hasil.tindak_lanjut = tindak_lanjut::tindak_lanjut(k, pegawai, predikat, nilai);
    hasil.tukin_persen = tindak_lanjut::tukin(k, predikat, nilai);
}

/// Why the person is rightly without a result: named in `pengecualian`, which always wins, or of a
/// status to which the planning of kinerja does not apply (6/2022 p. 65–66). Nothing else is said of him.
fn exempt<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, posting: Option<&Posting>) -> Option<Text> {
    if let Some(named) = &pegawai.pengecualian {
        k.catatan.forget();
        return Some(named.alasan.get().cloned().unwrap_or_else(|| "".into()));
    }
    let posting = posting.filter(|_| pegawai.nip_valid)?;
    let status = *posting.detail.status.get()?;
    let rule = &k.aturan.khusus.status_bukan_sasaran;
    rule.when(&mut k.usage, |all| all.0.contains(&status))?;
    k.catatan.forget();
    let typed = |r: &&Penilaian| !(r.hasil_kerja.is_empty() && r.perilaku_kerja.is_empty() && r.hasil_akhir.is_empty());
    if let Some(row) = penilaian::rows_of(pegawai, k.data.periode).find(typed) {
        k.catatan.fact(row.at, || EntryUnused {
            reason: format!(
                "penilaiannya tidak dipakai karena statusnya {} ({})",
                status.as_str(),
                status.in_full()
            ),
        });
    }
    k.trace.leaf(|| {
        Step::new(format!("Status {}: dikecualikan dengan sendirinya", status.as_str()))
            .cell(posting.detail.status.at(posting.at))
            .basis(rule)
    });
    Some(format!("status {} ({}): {}", status.as_str(), status.in_full(), rule.acuan).into())
}

/// Whether there is anything to compute: not for a NIP that cannot be read, nor a status that ends
/// service. What is in doubt about the rows as a whole is noted here and computed on.
fn may_be_rated<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, start: &FirstPass, posting: Option<&Posting>) -> bool {
    if !pegawai.nip_valid {
        k.catatan.forget();
        k.catatan.because(if pegawai.defects.shared {
            Reason::NipDuaNama
        } else {
            Reason::NipTidakTerbaca
        });
        return false;
    }
    match posting.map(|p| (&p.detail.status.state, p.detail.status.at(p.at))) {
        Some((State::Given(s @ (StatusPegawai::Pensiun | StatusPegawai::Meninggal)), at)) => {
            k.aturan.khusus.status_tidak_aktif.used(&mut k.usage);
            k.catatan.forget();
            k.catatan.because(Reason::StatusTidakAktif);
            k.catatan.fact(at, || StatusTidakAktif { status: s.as_str() });
            return false;
        }
        // Whether anything is due from him hangs on it.
        Some((State::Faulty, _)) => {
            k.catatan.forget();
            k.catatan.because(Reason::DataPegawaiTidakLengkap);
            return false;
        }
        _ => {}
    }
    // Nothing is due from somebody who came later or left before.
    if pegawai.is_outside() {
        k.catatan.forget();
        k.catatan.because(Reason::TanpaJabatan);
        k.catatan.fact(pegawai.at, || NoPosting {
            when: outside(pegawai, k.data.periode),
        });
        return false;
    }
    if k.aturan.kualitatif().is_some() && posting.is_some_and(studi::is_unclear) {
        k.catatan.because(Reason::DataPegawaiTidakLengkap);
    }
    if pegawai.defects.doubled {
        k.catatan.because(Reason::BarisGanda);
    }
    let kualitatif = k.aturan.kualitatif().is_some();
    // 6/2022 does not ask for the kind of post: only dates and status matter there.
    if start.term.wrong_tanggal || (!kualitatif && pegawai.defects.faulty) {
        k.catatan.because(Reason::DataPegawaiTidakLengkap);
    }
    for &(before, after) in &start.term.gap {
        k.catatan.fact(pegawai.at, || PostingGap {
            gap: format!("{} – {}", day(before), day(after)),
        });
    }
    true
}

/// A day as findings write it.
fn day(d: Date) -> String {
    d.strftime("%d/%m/%Y").to_string()
}

/// When the postings of somebody who has none in the period end or begin.
fn outside(pegawai: &Pegawai, periode: Periode) -> String {
    let before = pegawai.posting.iter().filter_map(|p| p.selesai.get().copied());
    let after = pegawai.posting.iter().filter_map(|p| p.mulai.get().copied());
    let ended = before
        .filter(|d| *d < periode.start())
        .max()
        .map(|d| format!("berakhir {}", day(d)));
    let begins = after
        .filter(|d| *d > periode.end())
        .min()
        .map(|d| format!("baru mulai {}", day(d)));
    [ended, begins].into_iter().flatten().collect::<Vec<_>>().join(" dan ")
}

/// The qualitative regime.
fn rating<T: Trace>(
    k: &mut Worker<'_, T>,
    aturan: &Kualitatif,
    pegawai: &Pegawai,
    start: &mut FirstPass,
    hasil: &mut HasilPegawai,
) -> Option<Predikat> {
    let nilai = kualitatif::nilai(k, pegawai, start, aturan);
    hasil.rating_hasil_kerja = nilai.hasil_kerja;
    hasil.rating_perilaku = nilai.perilaku;
    nilai.predikat
}
