//! Formulas of Rincian: capaian, kategori, nilai of an indicator, of an RHK, and weighted.

use super::{Formulas, finished, rounded};
use crate::base::ids::wide;
use crate::model::vocab::{Arah, JenisRhk, MetodeKaskade, Predikat};
use crate::model::{BrokenLink, TargetNilai, TautanTarget};
use crate::report::tables::indicators::IndicatorRow;
use crate::rules::values::{Calculation, TambahanMethod};
use crate::rules::{Konversi, Numerik};

impl Formulas<'_> {
    /// The formula of a cell of Rincian in this row (from 1); `None` where the engine has no figure.
    pub fn indicator(&self, r: &IndicatorRow<'_>, key: &str, row: u32) -> Option<String> {
        let n = self.run.aturan.numerik()?;
        let here = At { f: self, row };
        match key {
            "capaian" => here.capaian(r),
            "kategori" => {
                r.result?.kategori?;
                finished(&band(&here.cell("capaian")?))
            }
            "nilai_indikator" => here.converted(r, n.konversi.as_ref()?),
            "capaian_aspek" if r.begins_aspek() => here.aspek(r),
            "kategori_aspek" if r.begins_aspek() => finished(&band(&here.cell("capaian_aspek")?)),
            "kategori_rhk" => here.of_rhk(r, key, |h| h.kategori(r, n)),
            "nilai_rhk" => here.of_rhk(r, key, |h| h.nilai(r, n)),
            "nilai_tertimbang" => here.of_rhk(r, key, |h| h.weighted(r, n)),
            _ => None,
        }
    }
}

/// The row a formula stands in.
struct At<'f, 'a> {
    f: &'f Formulas<'a>,
    row: u32,
}

impl At<'_, '_> {
    fn cell(&self, key: &str) -> Option<String> {
        Some(format!("{}{}", self.f.indicators.get(key)?, self.row))
    }

    /// The rows of the RHK in this column.
    fn stretch(&self, r: &IndicatorRow<'_>, key: &str) -> Option<String> {
        let c = self.f.indicators.get(key)?;
        let (first, n) = self.f.rhk(r.rhk.id)?;
        Some(format!("${c}${first}:${c}${}", u64::from(first) + wide(n) - 1))
    }

    /// A figure of the RHK: computed in its first row, repeated in the others.
    fn of_rhk(&self, r: &IndicatorRow<'_>, key: &str, formula: impl Fn(&Self) -> Option<String>) -> Option<String> {
        let (first, _) = self.f.rhk(r.rhk.id)?;
        let made = formula(self)?;
        if self.row == first {
            finished(&made)
        } else {
            Some(format!("={}{first}", self.f.indicators.get(key)?))
        }
    }

    fn capaian(&self, r: &IndicatorRow<'_>) -> Option<String> {
        r.result?.capaian?;
        let target = r.target()?;
        let arah = match target {
            TargetNilai::AtLeast(_) => Arah::Naik,
            TargetNilai::AtMost(_) => Arah::Turun,
            _ => r.indicator?.detail.arah.or_default(Arah::Naik)?,
        };
        let (real, low) = (self.cell("realisasi")?, self.cell("target_angka")?);
        let against = |t: &str| match arah {
            Arah::Naik => format!("{real}*100/{t}"),
            Arah::Turun => format!("(200*{t}-100*{real})/{t}"),
        };
        let raw = if matches!(target, TargetNilai::Range(..)) {
            let high = self.cell("target_sampai")?;
            let end = against(&format!("IF({real}>{high},{high},{low})"));
            format!("IF(AND({real}>={low},{real}<={high}),capaian_dalam_rentang,{end})")
        } else {
            against(&low)
        };
        let inside = rounded(&raw, "pembulatan_capaian");
        finished(&format!(
            "IF({raw}>batas_atas,batas_atas,IF({raw}<batas_bawah,batas_bawah,{inside}))"
        ))
    }

    /// Nilai of an IKI of a JPT: the straight piece that its capaian lies in.
    fn converted(&self, r: &IndicatorRow<'_>, k: &Konversi) -> Option<String> {
        r.result?.nilai()?;
        let c = self.cell("capaian")?;
        let piece = |what: &str| format!("LOOKUP({c},segmen_dari,{what})");
        let (from, to) = (piece("segmen_dari"), piece("segmen_sampai"));
        let (low, high) = (piece("segmen_nilai_dari"), piece("segmen_nilai_sampai"));
        let between = format!("({low}*({to}-{from})+({high}-{low})*({c}-{from}))/({to}-{from})");
        let straight = format!("IF({to}={from},{low},{})", rounded(&between, "bulat_iki"));
        let full = r.indicator?.detail.target_maksimal.or_default(false) == Some(true);
        finished(&if full {
            format!(
                "IF(AND({c}>=jpt_baik_dari,{c}<=jpt_baik_sampai),{},{straight})",
                k.jpt_target_maksimal.key
            )
        } else {
            straight
        })
    }

    /// Mean capaian of the aspek within the RHK.
    fn aspek(&self, r: &IndicatorRow<'_>) -> Option<String> {
        let (all, own) = (self.stretch(r, "aspek")?, self.cell("aspek")?);
        let capaian = self.stretch(r, "capaian")?;
        finished(&rounded(
            &format!("SUMIFS({capaian},{all},{own})/COUNTIFS({all},{own})"),
            "pembulatan_pita",
        ))
    }

    fn kategori(&self, r: &IndicatorRow<'_>, n: &Numerik) -> Option<String> {
        r.rhk.kategori?;
        match &n.konversi {
            None => Some(band(&self.cell("nilai_rhk")?)),
            Some(k) if r.combines_aspek() => self.combined(r, k),
            Some(_) => {
                let capaian = self.stretch(r, "capaian")?;
                Some(band(&format!("SUMPRODUCT({capaian})/{}", r.rhk.indikator.len())))
            }
        }
    }

    /// The table that combines the kategori of the aspek, line by line; of one aspek its own.
    fn combined(&self, r: &IndicatorRow<'_>, k: &Konversi) -> Option<String> {
        let all = self.stretch(r, "kategori_aspek")?;
        let mut kinds: Vec<_> = r.rhk.indikator.iter().map(|i| i.aspek).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let label = |p: Predikat| format!("\"{}\"", self.f.run.aturan.label(p));
        if kinds.len() == 1 {
            // The first row of the RHK is the first of its aspek.
            let (first, _) = self.f.rhk(r.rhk.id)?;
            return Some(format!("{}{first}", self.f.indicators.get("kategori_aspek")?));
        }
        let lines = &k.matriks_aspek.shown().0;
        let (last, tested) = lines.split_last()?;
        let mut formula = label(last.kategori);
        for (i, line) in tested.iter().enumerate().rev() {
            let test = |(j, c): (usize, &Calculation)| {
                let sign = if c.paling_sedikit.is_some() { ">=" } else { "<" };
                let name = super::numbers::matrix_threshold(i, j);
                format!("COUNTIFS({all},{}){sign}{name}", label(c.kategori))
            };
            let any: Vec<String> = line.bila.iter().enumerate().map(test).collect();
            formula = format!("IF(OR({}),{},{formula})", any.join(","), label(line.kategori));
        }
        Some(formula)
    }

    fn nilai(&self, r: &IndicatorRow<'_>, n: &Numerik) -> Option<String> {
        r.rhk.nilai?;
        let count = r.rhk.indikator.len();
        match &n.konversi {
            Some(_) if r.combines_aspek() => {
                let kategori = self.cell("kategori_rhk")?;
                Some(format!("INDEX(matriks_nilai,MATCH({kategori},matriks_kategori,0))"))
            }
            Some(_) => {
                let all = self.stretch(r, "nilai_indikator")?;
                Some(rounded(&format!("SUMPRODUCT({all})/{count}"), "bulat_rhk"))
            }
            None => {
                let capaian = self.stretch(r, "capaian")?;
                let weighted = r.plan.indikator.iter().any(|i| i.detail.bobot.get().is_some());
                Some(if weighted {
                    let weights = self.stretch(r, "bobot")?;
                    rounded(&format!("SUMPRODUCT({capaian},{weights})/SUMPRODUCT({weights})"), "bulat_rhk")
                } else {
                    rounded(&format!("SUMPRODUCT({capaian})/{count}"), "bulat_rhk")
                })
            }
        }
    }

    fn weighted(&self, r: &IndicatorRow<'_>, n: &Numerik) -> Option<String> {
        r.rhk.weighted_nilai?;
        let own = self.cell("nilai_rhk")?;
        match r.rhk.jenis? {
            JenisRhk::Tambahan => self.points(r, n),
            JenisRhk::Utama => match r.plan.detail.method.or_default(MetodeKaskade::Langsung)? {
                MetodeKaskade::Langsung => Some(own),
                MetodeKaskade::TidakLangsung => self.indirect(r, n.konversi.as_ref()?),
            },
        }
    }

    /// Points of a kinerja tambahan.
    fn points(&self, r: &IndicatorRow<'_>, n: &Numerik) -> Option<String> {
        if *n.tambahan.kinerja_tambahan.shown() != TambahanMethod::Tambah {
            return None;
        }
        let scope = n.tambahan.lingkup(r.plan.detail.lingkup.or_default(1)?)?;
        let (own, mut kategori) = (self.cell("nilai_rhk")?, self.cell("kategori_rhk")?);
        let full = |i: &crate::model::Indikator| i.detail.target_maksimal.or_default(false) == Some(true);
        let count = r.rhk.indikator.len();
        if n.konversi.is_some() && !r.combines_aspek() && r.plan.indikator.iter().all(full) {
            let capaian = self.stretch(r, "capaian")?;
            let best = self.f.run.aturan.label(Predikat::SangatBaik);
            kategori =
                format!("IF(SUMPRODUCT(({capaian}>=jpt_baik_dari)*({capaian}<=jpt_baik_sampai))={count},\"{best}\",{kategori})");
        }
        Some(rounded(
            &format!(
                "INDEX(persen_tambahan,MATCH({kategori},label_predikat,0))*{}*{own}/10000",
                scope.key
            ),
            "bulat_tertimbang",
        ))
    }

    /// Not directly cascaded: a share of the own nilai and the mean of what the intervened RHK give.
    fn indirect(&self, r: &IndicatorRow<'_>, k: &Konversi) -> Option<String> {
        let (value, kategori) = (self.f.indicators.get("nilai_rhk")?, self.f.indicators.get("kategori_rhk")?);
        let mut terms = Vec::new();
        for link in &r.plan.tautan {
            let to = match &link.to {
                Ok(TautanTarget::Rhk(id)) | Err(BrokenLink::Tambahan(id) | BrokenLink::PostingOther(id)) => *id,
                _ => return None,
            };
            let (row, _) = self.f.rhk(to)?;
            terms.push(format!(
                "INDEX({},MATCH(${kategori}${row},label_predikat,0))*${value}${row}",
                k.kaskade_bobot_atasan.key
            ));
        }
        let n = terms.len();
        let own = self.cell("nilai_rhk")?;
        Some(rounded(
            &format!("({}*{n}*{own}+{})/(100*{n})", k.kaskade_bagian_sendiri.key, terms.join("+")),
            "bulat_tertimbang",
        ))
    }
}

/// The kategori of a capaian.
fn band(capaian: &str) -> String {
    format!("LOOKUP({},kategori_dari,kategori_nama)", rounded(capaian, "pembulatan_pita"))
}
