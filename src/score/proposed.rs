//! What could stand for a rating that the penilai did not type: for a unit's head the predikat
//! organisasi, else the proposal from umpan balik and BerAKHLAK values (`aturan.md` 2).

use crate::base::figure::with_comma;
use crate::base::origin::Origin;
use crate::base::text::match_key;
use crate::model::skp::{UmpanBalik, UmpanBalikContent};
use crate::model::vocab::{AspekPerilaku, Rating, Word};
use crate::model::{NilaiPerilaku, Pegawai, Scale, Unit};
use crate::rules::RatingKualitatif;
use crate::score::person::FirstPass;
use crate::score::proposal::{self, NoRating, RatingCounts};
use crate::score::trace::{Step, Trace};
use crate::score::worker::Worker;

/// Where a rating comes from when the penilai typed none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProposedRating {
    /// Predikat organisasi of the unit the person heads.
    Organisasi(Rating),
    /// The proposal.
    Proposal(Rating),
    /// The proposal, partly from an agency's thresholds of capaian, which stand against no typed rating.
    ByThresholds(Rating),
    /// Everything is there and it comes to no proposal.
    Undecided(RatingCounts),
    /// Something needed for a proposal is missing or is no rating.
    Incomplete,
    /// There is nothing to propose from.
    Nothing,
}

impl ProposedRating {
    /// The rating, if there is one.
    pub const fn rating(self) -> Option<Rating> {
        match self {
            Self::Organisasi(r) | Self::Proposal(r) | Self::ByThresholds(r) => Some(r),
            _ => None,
        }
    }
}

/// What stands for the rating hasil kerja when nothing is typed.
pub fn hasil_kerja<T: Trace>(
    k: &mut Worker<'_, T>,
    pegawai: &Pegawai,
    first: &mut FirstPass,
    rules: &RatingKualitatif,
) -> ProposedRating {
    k.trace.begin();
    let mut counts = RatingCounts::default();
    let (mut complete, mut thresholds) = (true, false);
    let last = first.latest;
    for (hasil, _) in first.rhk.iter_mut().zip(&first.place).filter(|(_, l)| **l == last) {
        let data = &pegawai.rhk[hasil.id.rhk];
        let mut mark = proposal::umpan_balik(data, k.data.periode, rules);
        let mut by_threshold = None;
        if let (Err(NoRating::Missing(_)), Some(ambang), Some(capaian)) = (mark, &rules.ambang_capaian, hasil.nilai) {
            mark = Ok(ambang.used(&mut k.usage).rating(capaian));
            by_threshold = Some((ambang, capaian));
            thresholds = true;
        }
        let is_rating = |said: &UmpanBalikContent| matches!(said, UmpanBalikContent::Rating(_));
        let read_by_table = |u: &UmpanBalik| u.content.get().is_some_and(|s| !is_rating(s) && rules.rating_of(s).is_some());
        let by_words = rules
            .kata_umpan_balik
            .as_ref()
            .filter(|_| proposal::current_umpan_balik(data, k.data.periode).any(read_by_table));
        if let Some(table) = by_words {
            table.used(&mut k.usage);
        }
        hasil.umpan_balik = mark.ok();
        if let Err(NoRating::Words(_)) = mark {
            let mut said = proposal::current_umpan_balik(data, k.data.periode).filter_map(|u| u.content.get());
            hasil.kata_umpan_balik = said.find(|s| rules.rating_of(s).is_none()).map(|s| s.to_string().into());
        }
        let periode = k.data.periode;
        k.trace.leaf(|| {
            let mut step = Step::new(format!("Umpan balik RHK {}", data.kode));
            step.cell
                .extend(proposal::current_umpan_balik(data, periode).map(|u| u.content.at));
            if let Some((ambang, capaian)) = by_threshold {
                step = step
                    .formula(format!("rata-rata capaian {}", with_comma(capaian)))
                    .basis(ambang)
                    .catatan("belum ada umpan balik: dibaca dari ambang capaian instansi");
            }
            if let Some(table) = by_words {
                step = step.basis(table);
                let colours = proposal::current_umpan_balik(data, periode).filter_map(|u| Some(u.colour()?.to_string()));
                let colours: Vec<String> = colours.collect();
                if !colours.is_empty() {
                    step = step.catatan(format!("{}: dibaca dari kata_umpan_balik instansi", colours.join(", ")));
                }
            }
            match mark {
                Ok(r) => step.hasil(r.as_str()),
                Err(NoRating::Unlike(_)) => step.catatan("berbeda-beda untuk satu RHK"),
                Err(NoRating::Words(_) | NoRating::Figure(_)) => {
                    step.catatan("berupa kata atau simbol, bukan rating: penilai yang menentukan artinya")
                }
                Err(NoRating::Unreadable) => step.catatan("tidak terbaca"),
                Err(NoRating::Missing(_)) => step.catatan("belum ada"),
            }
        });
        match (mark, hasil.jenis) {
            (Ok(rating), Some(jenis)) => counts.add(rating, jenis),
            _ => complete = false,
        }
    }
    let proposed = if !complete {
        ProposedRating::Incomplete
    } else if counts.total() == 0 {
        ProposedRating::Nothing
    } else {
        match counts.hasil_kerja(rules.rating_hasil_kerja.used(&mut k.usage)) {
            Some(r) if thresholds => ProposedRating::ByThresholds(r),
            Some(r) => ProposedRating::Proposal(r),
            None => ProposedRating::Undecided(counts),
        }
    };
    k.trace.end(|| {
        let mut step = Step::new("Usulan rating hasil kerja").basis(&rules.rating_hasil_kerja);
        if counts.total() > 0 {
            step = step.formula(format!(
                "{}; {} dari {} hasil kerja utama di bawah",
                in_words(&counts),
                counts.utama_below,
                counts.utama
            ));
        }
        told(step, proposed, || why_undecided(&counts, rules))
    });
    organisasi(k, pegawai, first, rules).unwrap_or(proposed)
}

fn told(step: Step, proposed: ProposedRating, why: impl FnOnce() -> String) -> Step {
    match proposed {
        ProposedRating::Undecided(_) => step.catatan(format!("perlu keputusan penilai: {}", why())),
        other => match other.rating() {
            Some(r) => step.hasil(r.as_str()),
            None => step.catatan("belum dapat diusulkan"),
        },
    }
}

/// "3 di atas, 2 sesuai, 1 di bawah dari 6".
fn in_words(c: &RatingCounts) -> String {
    format!(
        "{} di atas, {} sesuai, {} di bawah dari {}",
        c.above,
        c.at,
        c.below,
        c.total()
    )
}

/// Which part of the last rule of hasil kerja failed.
pub fn why_undecided(counts: &RatingCounts, rules: &RatingKualitatif) -> String {
    let ambang = rules.rating_hasil_kerja.shown();
    let mut parts = Vec::new();
    if !counts.mostly_at_least(ambang) {
        parts.push(format!(
            "hanya {} dari {} hasil kerja sesuai atau di atas ekspektasi",
            counts.above + counts.at,
            counts.total()
        ));
    }
    if counts.utama == 0 {
        parts.push("tidak ada hasil kerja utama".to_owned());
    } else if !counts.few_utama_below(ambang) {
        parts.push(format!(
            "{} dari {} hasil kerja utama di bawah ekspektasi",
            counts.utama_below, counts.utama
        ));
    }
    parts.join(" dan ")
}

/// The unit whose predikat organisasi rates its head. His own unit's counts before another's; unlike
/// ones of several other units decide nothing.
fn headed<'a, T>(k: &Worker<'a, T>, pegawai: &Pegawai, last: Option<usize>) -> Option<&'a Unit> {
    let data = k.data;
    let rows = k.run.pimpinan.get(&pegawai.nip).filter(|_| pegawai.nip_valid)?;
    let own = last.map(|i| match_key(&pegawai.posting[i].unit_kerja));
    let units = || rows.iter().map(|&i| &data.unit[i]);
    // That of a year that does not count for this one rates nobody (p. 94 f).
    let rates = |u: &&Unit| u.organisasi(data.periode.tahun()).is_some() || u.predikat_organisasi.is_faulty();
    units()
        .find(|u| own.as_ref() == Some(&match_key(&u.unit_kerja)))
        .or_else(|| {
            let first = units().find(rates)?;
            units()
                .filter(rates)
                .all(|u| u.predikat_organisasi.state == first.predikat_organisasi.state)
                .then_some(first)
        })
        .filter(rates)
}

/// Whether the predikat organisasi rates the person: a head who has realisasi or umpan balik in the
/// period.
pub fn rated_as_head<T>(k: &Worker<'_, T>, pegawai: &Pegawai, last: Option<usize>) -> bool {
    headed(k, pegawai, last).is_some_and(|u| !u.predikat_organisasi.is_faulty()) && has_worked(k, pegawai)
}

/// The cell of the predikat organisasi that would rate its head, had he done anything.
pub fn idle_head<T>(k: &Worker<'_, T>, pegawai: &Pegawai, last: Option<usize>) -> Option<Origin> {
    headed(k, pegawai, last)
        .filter(|_| !has_worked(k, pegawai))
        .map(|u| u.predikat_organisasi.at)
}

/// The unit that the person heads, where its predikat organisasi cannot be read: nothing is proposed in its place.
pub fn unread_unit<'a, T>(k: &Worker<'a, T>, pegawai: &Pegawai, last: Option<usize>) -> Option<&'a Unit> {
    headed(k, pegawai, last).filter(|u| u.predikat_organisasi.is_faulty() && has_worked(k, pegawai))
}

/// Rating of a unit's head by its predikat organisasi.
fn organisasi<T: Trace>(
    k: &mut Worker<'_, T>,
    pegawai: &Pegawai,
    first: &FirstPass,
    rules: &RatingKualitatif,
) -> Option<ProposedRating> {
    let unit = headed(k, pegawai, first.latest)?;
    let Some(&predikat) = unit.predikat_organisasi.get() else {
        return Some(ProposedRating::Incomplete);
    };
    let worked = has_worked(k, pegawai);
    let hasil = rules.rating_pimpinan.used(&mut k.usage).untuk(predikat);
    let tahun = k.data.periode.tahun();
    let year = if unit.year_before(tahun) {
        format!(" tahun {}", tahun - 1)
    } else {
        String::new()
    };
    k.trace.leaf(|| {
        let step = Step::new(format!("Pimpinan {}: predikat organisasi {predikat}{year}", unit.unit_kerja))
            .cell(unit.predikat_organisasi.at)
            .basis(&rules.rating_pimpinan);
        if worked {
            step.hasil(hasil.as_str())
        } else {
            step.catatan("tidak dipakai: pimpinan ini tidak mempunyai realisasi atau umpan balik pada masa ini")
        }
    });
    worked.then_some(ProposedRating::Organisasi(hasil))
}

/// Whether the person has realisasi or umpan balik in the assessed period, in any post: what cannot be
/// read is there all the same.
pub fn has_worked<T>(k: &Worker<'_, T>, pegawai: &Pegawai) -> bool {
    let periode = k.data.periode;
    pegawai.rhk.iter().any(|r| {
        let feedback = r
            .umpan_balik
            .iter()
            .any(|u| !u.content.is_empty() && u.periode.within(periode));
        let realisasi = || r.indikator.iter().flat_map(|i| &i.realisasi);
        feedback || realisasi().any(|x| !x.nilai.is_empty() && x.periode().within(periode))
    })
}

/// The proposal for perilaku from the seven values.
pub fn perilaku<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, rules: &RatingKualitatif) -> ProposedRating {
    let aspek = k.aturan.perilaku.aspek_perilaku.used(&mut k.usage);
    let any = pegawai
        .perilaku
        .iter()
        .any(|r| r.aspek.get().is_none_or(|a| aspek.0.contains(a)) && !r.nilai.is_empty());
    if !any {
        return ProposedRating::Nothing;
    }
    k.trace.begin();
    let mut counts = RatingCounts::default();
    let mut complete = true;
    let mut thresholds = false;
    for &a in &aspek.0 {
        let mark = proposal::nilai_perilaku(pegawai, a, rules);
        let figure = proposal::atasan_rows(pegawai, a).any(|r| matches!(r.nilai.get(), Some(Scale::Angka(_))));
        if let (true, Ok(_), Some(ambang)) = (figure, mark, &rules.ambang_perilaku) {
            ambang.used(&mut k.usage);
            thresholds = true;
        }
        k.trace.leaf(|| {
            let mut step = Step::new(format!("Nilai {}", plain(a)));
            let rows = pegawai.perilaku.iter().filter(|r| r.aspek.get() == Some(&a));
            step.cell.extend(rows.map(NilaiPerilaku::nilai_at));
            if let (true, Ok(_), Some(ambang)) = (figure, mark, &rules.ambang_perilaku) {
                step = step.basis(ambang).catatan("angka dibaca dari ambang perilaku instansi");
            }
            match mark {
                Ok(r) => step.hasil(r.as_str()),
                Err(NoRating::Unlike(_)) => step.catatan("penilaian atasan berbeda-beda"),
                Err(NoRating::Figure(_)) => step.catatan("berupa angka, dan angka bukan rating"),
                Err(NoRating::Words(_)) => step.catatan("berupa kata, bukan rating"),
                Err(NoRating::Unreadable) => step.catatan("tidak terbaca"),
                Err(NoRating::Missing(_)) => step.catatan("belum dinilai atasan"),
            }
        });
        match mark {
            Ok(rating) => counts.add_value(rating),
            Err(_) => complete = false,
        }
    }
    let proposed = if complete {
        match counts.perilaku(rules.rating_perilaku.used(&mut k.usage)) {
            Some(r) if thresholds => ProposedRating::ByThresholds(r),
            Some(r) => ProposedRating::Proposal(r),
            None => ProposedRating::Undecided(counts),
        }
    } else {
        ProposedRating::Incomplete
    };
    k.trace.end(|| {
        let step = Step::new("Usulan rating perilaku kerja")
            .formula(in_words(&counts))
            .basis(&rules.rating_perilaku);
        told(step, proposed, || values_below(&aspek.0, pegawai, rules))
    });
    proposed
}

/// "2 dari 7 nilai di bawah ekspektasi (akuntabel, loyal)".
pub fn values_below(aspek: &[AspekPerilaku], pegawai: &Pegawai, rules: &RatingKualitatif) -> String {
    let below: Vec<String> = aspek
        .iter()
        .filter(|a| proposal::nilai_perilaku(pegawai, **a, rules) == Ok(Rating::DiBawah))
        .map(|a| plain(*a))
        .collect();
    format!(
        "{} dari {} nilai di bawah ekspektasi ({})",
        below.len(),
        aspek.len(),
        below.join(", ")
    )
}

/// The value as people write it: without underscores.
pub fn plain(aspek: AspekPerilaku) -> String {
    aspek.as_str().replace('_', " ")
}
