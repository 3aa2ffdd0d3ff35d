//! Formulas of Hasil: from the RHK to the predikat and what follows from it.

use super::{Formulas, at_most, finished, rounded};
use crate::model::Posting;
use crate::model::vocab::{JenisJabatan, JenisRhk, Kelompok, PenilaiKind, Rating, Word as _};
use crate::report::tables::result_inputs;
use crate::report::tables::results::ResultRow;
use crate::report::workbook::ReportSheet;
use crate::rules::values::TambahanMethod;
use crate::rules::{Konversi, Numerik};
use crate::score::HasilRhk;
use crate::score::posting::{PostingShare, term};

/// Sums of one posting as formulas.
struct PostingSums {
    weight: u32,
    main: String,
    extra: String,
    total: String,
}

impl Formulas<'_> {
    /// The formula of a cell of Hasil in this row (from 1); `None` where the engine has no figure.
    pub fn result(&self, r: &ResultRow<'_>, key: &str, row: u32) -> Option<String> {
        let p = r.p;
        match key {
            "predikat" => self.predikat(r, row),
            "angka_kredit" => self.credit(r, row),
            "tukin_persen" => self.allowance(r, row),
            "peringkat_unit" => {
                p.unit_rank?;
                let (unit, nilai) = (self.result_column("no_unit")?, self.result_column("nilai_kinerja")?);
                let (own, mine) = (self.mine("no_unit", row)?, self.mine("nilai_kinerja", row)?);
                finished(&format!("SUMPRODUCT(({unit}={own})*({nilai}>{mine}))+1"))
            }
            _ => self.figure(r, key, row, self.run.aturan.numerik()?),
        }
    }

    fn mine(&self, key: &str, row: u32) -> Option<String> {
        Some(format!("{}{row}", self.results.get(key)?))
    }

    fn figure(&self, r: &ResultRow<'_>, key: &str, row: u32, n: &Numerik) -> Option<String> {
        let p = r.p;
        match key {
            "nilai_kinerja_utama" if p.nilai_kinerja_utama.is_some() => {
                self.over_postings(r, n, "bulat_utama", |part| &part.main)
            }
            "nilai_kinerja_tambahan" if p.nilai_kinerja_tambahan.is_some() => {
                self.over_postings(r, n, "bulat_tambahan", |part| &part.extra)
            }
            "nilai_skp" if p.nilai_skp.is_some() => {
                let parts = self.parts(r, n)?;
                if let [only] = parts.as_slice() {
                    let (main, extra) = (
                        self.mine("nilai_kinerja_utama", row)?,
                        self.mine("nilai_kinerja_tambahan", row)?,
                    );
                    let last = last_jenis(r);
                    return finished(&total(n, last, &main, &extra, only.extra != "0"));
                }
                self.over_postings(r, n, "bulat_skp", |part| &part.total)
            }
            "nilai_perilaku" if p.nilai_perilaku.is_some() => self.conduct(r, row, n),
            "nilai_kinerja" => {
                p.nilai_skp?;
                p.nilai_perilaku?;
                p.nilai_kinerja()?;
                let (skp, perilaku) = (self.mine("nilai_skp", row)?, self.mine("nilai_perilaku", row)?);
                finished(&rounded(
                    &format!("(bobot_skp*{skp}+bobot_perilaku*{perilaku})/100"),
                    "bulat_kinerja",
                ))
            }
            _ => None,
        }
    }

    /// A figure of each posting, weighted by its part of the year.
    fn over_postings(&self, r: &ResultRow<'_>, n: &Numerik, digits: &str, which: fn(&PostingSums) -> &String) -> Option<String> {
        let parts = self.parts(r, n)?;
        if let [only] = parts.as_slice() {
            // None: it is 0 and nothing is added up.
            return (which(only) != "0").then(|| finished(which(only)))?;
        }
        let months: u32 = parts.iter().map(|p| p.weight).sum();
        let sum: Vec<String> = parts.iter().map(|p| format!("{}*{}", which(p), p.weight)).collect();
        finished(&rounded(&format!("({})/{months}", sum.join("+")), digits))
    }

    fn parts(&self, r: &ResultRow<'_>, n: &Numerik) -> Option<Vec<PostingSums>> {
        let person = self.run.data.pegawai(r.p.id);
        let shares = term(person, self.run.data.periode, *self.run.aturan.khusus.satuan_proporsi.shown());
        let computed: Vec<&PostingShare> = shares.computed().collect();
        let several = computed.len() > 1;
        let parts = computed.iter().map(|b| {
            let posting = person.posting.get(b.posting)?;
            let of_it = |x: &&HasilRhk| !several || x.mulai == Some(b.mulai);
            let rhk: Vec<&HasilRhk> = self.run.rhk().of_person(r.p.id).iter().filter(of_it).collect();
            let main = self.main(&rhk, n)?;
            let extra = self.extra(&rhk, n)?;
            let jenis = posting.jenis_jabatan.get().copied();
            Some(PostingSums {
                weight: b.share,
                total: total(n, jenis, &main, &extra, extra != "0"),
                main,
                extra,
            })
        });
        parts.collect()
    }

    /// Cell of an RHK's figure on Rincian.
    fn of_rhk(&self, rhk: &HasilRhk, key: &str) -> Option<String> {
        let (row, _) = self.rhk(rhk.id)?;
        Some(format!(
            "{}!${}${row}",
            ReportSheet::Details.as_str(),
            self.indicators.get(key)?
        ))
    }

    /// Nilai kinerja utama of one posting.
    fn main(&self, rhk: &[&HasilRhk], n: &Numerik) -> Option<String> {
        let main: Vec<&HasilRhk> = rhk.iter().copied().filter(|x| x.jenis == Some(JenisRhk::Utama)).collect();
        let by_iki = main.iter().all(|x| x.indikator.iter().all(|i| i.kept_nilai.is_some()));
        if let Some(k) = n.konversi.as_ref().filter(|_| by_iki) {
            return self.by_groups(&main, k);
        }
        let key = if n.konversi.is_some() {
            "nilai_tertimbang"
        } else {
            "nilai_rhk"
        };
        let cells: Option<Vec<String>> = main.iter().map(|x| self.of_rhk(x, key)).collect();
        let cells = cells.filter(|c| !c.is_empty())?;
        Some(rounded(&format!("({})/{}", cells.join("+"), cells.len()), "bulat_utama"))
    }

    /// JPT: the IKI by their two groups.
    fn by_groups(&self, main: &[&HasilRhk], k: &Konversi) -> Option<String> {
        let mut groups: [Vec<String>; 2] = Default::default();
        let column = self.indicators.get("nilai_indikator")?;
        for x in main {
            let (first, _) = self.rhk(x.id)?;
            let plan = self.run.data.rhk(x.id);
            for (i, row) in x.indikator.iter().zip(first..) {
                let kelompok = plan
                    .indikator
                    .get(i.index.index())?
                    .detail
                    .kelompok
                    .or_default(Kelompok::PerjanjianKinerja)?;
                let second = usize::from(!k.kelompok_jpt.shown().pertama(kelompok));
                groups[second].push(format!("{}!${column}${row}", ReportSheet::Details.as_str()));
            }
        }
        let [one, two] = groups;
        let sum = |g: &[String]| format!("({})", g.join("+"));
        Some(match (one.len(), two.len()) {
            (0, 0) => return None,
            (0, n) => rounded(&format!("{}/{n}", sum(&two)), "bulat_utama"),
            (n, 0) => rounded(&format!("{}/{n}", sum(&one)), "bulat_utama"),
            (a, b) => rounded(
                &format!(
                    "(bobot_kelompok_1*{}*{b}+bobot_kelompok_2*{}*{a})/((bobot_kelompok_1+bobot_kelompok_2)*{a}*{b})",
                    sum(&one),
                    sum(&two)
                ),
                "bulat_utama",
            ),
        })
    }

    /// Nilai kinerja tambahan of one posting; `0` without any.
    fn extra(&self, rhk: &[&HasilRhk], n: &Numerik) -> Option<String> {
        let extra = rhk.iter().filter(|x| x.jenis == Some(JenisRhk::Tambahan));
        let added = *n.tambahan.kinerja_tambahan.shown() == TambahanMethod::Tambah;
        let key = if added { "nilai_tertimbang" } else { "nilai_rhk" };
        let cells: Option<Vec<String>> = extra.map(|x| self.of_rhk(x, key)).collect();
        let cells = cells?;
        Some(match (cells.len(), added) {
            (0, _) => "0".to_owned(),
            (_, true) => at_most(&rounded(&cells.join("+"), "bulat_tambahan"), n.tambahan.batas_tambahan.key),
            (count, false) => rounded(&format!("({})/{count}", cells.join("+")), "bulat_tambahan"),
        })
    }

    /// Nilai perilaku: the aspek with the same sources together, so that dividing comes last.
    fn conduct(&self, r: &ResultRow<'_>, row: u32, n: &Numerik) -> Option<String> {
        let due = r.due_aspek();
        let mut sets: Vec<(Vec<PenilaiKind>, Vec<Vec<String>>)> = Vec::new();
        for &aspek in &due {
            let sources: Vec<PenilaiKind> = PenilaiKind::ALL
                .iter()
                .copied()
                .filter(|&s| r.mark(aspek, s).is_some())
                .collect();
            let cells: Option<Vec<String>> = sources
                .iter()
                .map(|&s| self.mine(&result_inputs::key(aspek, s), row))
                .collect();
            let cells = cells?;
            match sets.iter_mut().find(|(s, _)| *s == sources) {
                Some((_, all)) => all.push(cells),
                None => sets.push((sources, vec![cells])),
            }
        }
        let terms = sets.iter().map(|(sources, aspek)| {
            let sum = |s: usize| {
                let cells: Vec<&str> = aspek.iter().filter_map(|c| c.get(s)).map(String::as_str).collect();
                cells.join("+")
            };
            if sources.len() == 1 {
                return (sum(0), None);
            }
            let given = |s: PenilaiKind| sources.contains(&s);
            let weights = n.perilaku.bobot(given(PenilaiKind::Rekan), given(PenilaiKind::Bawahan)).key;
            let name = |s: &PenilaiKind| format!("{weights}_{}", s.as_str());
            let weighted: Vec<String> = sources
                .iter()
                .enumerate()
                .map(|(i, s)| format!("{}*({})", name(s), sum(i)))
                .collect();
            let all: Vec<String> = sources.iter().map(name).collect();
            (weighted.join("+"), Some(all.join("+")))
        });
        let terms: Vec<(String, Option<String>)> = terms.collect();
        let count = due.len();
        finished(&match terms.as_slice() {
            [] => return None,
            [(sum, None)] => rounded(&format!("({sum})/{count}"), "bulat_perilaku"),
            [(sum, Some(weights))] => rounded(&format!("({sum})/(({weights})*{count})"), "bulat_perilaku"),
            several => {
                let each: Vec<String> = several
                    .iter()
                    .map(|(sum, weights)| match weights {
                        None => format!("({sum})"),
                        Some(w) => format!("({sum})/({w})"),
                    })
                    .collect();
                rounded(&format!("({})/{count}", each.join("+")), "bulat_perilaku")
            }
        })
    }

    fn predikat(&self, r: &ResultRow<'_>, row: u32) -> Option<String> {
        let predikat = r.p.predikat()?;
        if let Some(n) = self.run.aturan.numerik() {
            r.p.nilai_kinerja()?;
            let nilai = self.mine("nilai_kinerja", row)?;
            let band = format!("LOOKUP({nilai},predikat_dari,predikat_nama)");
            if !n.predikat.ide_baru.shown().wajib {
                return finished(&band);
            }
            let idea = self.mine("ide_baru", row)?;
            return finished(&format!("IF(AND({band}={BEST},{idea}<>\"ya\"),predikat_tanpa_ide,{band})"));
        }
        let q = self.run.aturan.kualitatif()?;
        let (h, p) = (r.p.rating_hasil_kerja?, r.p.rating_perilaku?);
        // A predikat that the penilai typed beside ratings of another cell does not come from them.
        (q.rating.kuadran.shown().predikat(h, p) == predikat).then_some(())?;
        finished(&quadrant(
            &self.mine("rating_hasil_kerja", row)?,
            &self.mine("rating_perilaku", row)?,
        ))
    }

    fn credit(&self, r: &ResultRow<'_>, row: u32) -> Option<String> {
        r.p.angka_kredit?;
        let a = &self.run.aturan.angka_kredit;
        let person = self.run.data.pegawai(r.p.id);
        let shares = term(person, self.run.data.periode, *self.run.aturan.khusus.satuan_proporsi.shown());
        let mut terms = Vec::new();
        for b in shares.section.iter().filter(|b| b.bulan > 0) {
            let posting = &person.posting[b.posting];
            if posting.fungsional() {
                terms.push(format!("{}*{}", super::numbers::coefficient(posting.jenjang_jf()?), b.bulan));
            }
        }
        let share = format!(
            "INDEX({},MATCH({},label_predikat,0))",
            a.persen_angka_kredit.key,
            self.mine("predikat", row)?
        );
        finished(&rounded(
            &format!("({})*{share}/({}*100)", terms.join("+"), a.bulan_setahun.key),
            "pembulatan_angka_kredit",
        ))
    }

    fn allowance(&self, r: &ResultRow<'_>, row: u32) -> Option<String> {
        r.p.tukin_persen?;
        let t = &self.run.aturan.tindak_lanjut;
        if t.tukin_nilai.is_some() && r.p.nilai_kinerja().is_some() {
            return finished(&format!(
                "LOOKUP({},tukin_dari,tukin_nilai)",
                self.mine("nilai_kinerja", row)?
            ));
        }
        let table = t.tukin_persen.as_ref()?;
        finished(&format!(
            "INDEX({},MATCH({},label_predikat,0))",
            table.key,
            self.mine("predikat", row)?
        ))
    }
}

/// The label of the best predikat.
const BEST: &str = "INDEX(label_predikat,1)";

/// The predikat of two ratings.
pub(super) fn quadrant(hasil_kerja: &str, perilaku: &str) -> String {
    let across = Rating::ALL.len();
    format!("INDEX(kuadran,(MATCH({hasil_kerja},label_rating,0)-1)*{across}+MATCH({perilaku},label_rating,0))")
}

fn last_jenis(r: &ResultRow<'_>) -> Option<JenisJabatan> {
    // One posting that is computed: the limit goes by its kind.
    let person = r.run.data.pegawai(r.p.id);
    let shares = term(person, r.run.data.periode, *r.run.aturan.khusus.satuan_proporsi.shown());
    let index = shares.computed().next().map(|b| b.posting)?;
    person
        .posting
        .get(index)
        .and_then(|p: &Posting| p.jenis_jabatan.get().copied())
}

/// Nilai SKP from its two parts, capped.
fn total(n: &Numerik, jenis: Option<JenisJabatan>, main: &str, extra: &str, has_extra: bool) -> String {
    let sum = match n.tambahan.kinerja_tambahan.shown() {
        TambahanMethod::Tambah => rounded(&format!("{main}+{extra}"), "bulat_skp"),
        TambahanMethod::Bobot { .. } if has_extra => rounded(
            &format!("(bobot_kinerja_utama*{main}+bobot_kinerja_tambahan*{extra})/(bobot_kinerja_utama+bobot_kinerja_tambahan)"),
            "bulat_skp",
        ),
        TambahanMethod::Bobot { .. } => rounded(main, "bulat_skp"),
    };
    let general = n.kinerja.batas_nilai_skp.key;
    let own = n.kinerja.batas_nilai_skp_jabatan.as_ref();
    let own = own.and_then(|p| {
        jenis
            .filter(|j| p.shown().0.contains_key(j))
            .map(|j| format!("{}_{}", p.key, j.as_str()))
    });
    match own {
        Some(own) => at_most(&at_most(&sum, &own), general),
        None => at_most(&sum, general),
    }
}
