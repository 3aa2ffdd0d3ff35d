//! The numbers of the rules that formulas compute with: each has a name in the workbook and its cell
//! on the sheet Aturan, so that no formula holds a number of the law.

use crate::base::figure::Decimal;
use crate::base::ids::{index, short};
use crate::model::vocab::{Jenjang, Predikat, PredikatOrganisasi, Rating, Word};
use crate::report::tables::numbers::{self, NumberRow, NumberValue};
use crate::report::tables::parameters;
use crate::report::workbook::ReportSheet;
use crate::rules::values::{Batas, BatasPersen, BobotPenilai, PerPredikat, Pita, TambahanMethod};
use crate::rules::{Aturan, Konversi, Kualitatif, Numerik, Parameter, RegimeRules};
use crate::run::Run;

/// Rows of the table and the names of their stretches.
#[derive(Debug, Default)]
pub struct Numbers {
    /// One number or word each.
    pub rows: Vec<NumberRow>,
    /// Name, first row and last row (from 0) in `rows`.
    pub names: Vec<(String, usize, usize)>,
}

impl Numbers {
    /// The numbers of this run's rules.
    pub fn new(run: &Run) -> Self {
        let mut all = Self::default();
        let rules = &run.aturan;
        all.list(
            "label_predikat",
            "predikat",
            Predikat::ALL.iter().map(|&p| rules.label(p).into()),
        );
        match &rules.content {
            RegimeRules::Numerik(n) => all.numeric(run, n),
            RegimeRules::Kualitatif(q) => all.qualitative(rules, q),
        }
        all.consequences(rules);
        all
    }

    /// Row (from 0) on Aturan at which the table begins: under the parameters.
    pub fn top(&self, run: &Run) -> u32 {
        let above = parameters::table(String::new()).intro.len() + 1 + run.aturan.parameter().len();
        short(above + 1)
    }

    /// Every name with the cells it stands for.
    pub fn cells(&self, run: &Run) -> Vec<(&str, String)> {
        let first = index(self.top(run)) + numbers::table().intro.len() + 2;
        let sheet = ReportSheet::Aturan.as_str();
        let cells = self
            .names
            .iter()
            .map(|(name, from, to)| (name.as_str(), format!("={sheet}!$C${}:$C${}", first + from, first + to)));
        cells.collect()
    }

    fn push(&mut self, name: &str, section: &'static str, values: impl IntoIterator<Item = NumberValue>) {
        let first = self.rows.len();
        self.rows.extend(values.into_iter().map(|value| NumberRow {
            section,
            name: name.to_owned(),
            value,
        }));
        if self.rows.len() > first {
            self.names.push((name.to_owned(), first, self.rows.len() - 1));
        }
    }

    fn figure(&mut self, name: &str, section: &'static str, value: Decimal) {
        self.push(name, section, [NumberValue::Figure(value)]);
    }

    fn digits(&mut self, name: &str, digits: u32) {
        self.figure(name, "pembulatan", digits.into());
    }

    fn list(&mut self, name: &str, section: &'static str, words: impl IntoIterator<Item = String>) {
        self.push(name, section, words.into_iter().map(NumberValue::Word));
    }

    fn per_predikat(&mut self, p: &Parameter<PerPredikat>) {
        let values = Predikat::ALL.iter().map(|&x| NumberValue::Figure(p.shown().untuk(x)));
        self.push(p.key, p.section, values);
    }

    /// Bands from the lowest up: where each begins, and what it is called.
    fn bands(&mut self, name: &str, rules: &Aturan, bands: [(Predikat, &Parameter<Pita>); 5]) {
        let mut bands: Vec<(Decimal, Predikat, &'static str)> =
            bands.iter().map(|(p, band)| (band.shown().dari, *p, band.section)).collect();
        bands.sort_by_key(|b| b.0);
        let section = bands.first().map_or("", |b| b.2);
        self.push(
            &format!("{name}_dari"),
            section,
            bands.iter().map(|b| NumberValue::Figure(b.0)),
        );
        self.list(
            &format!("{name}_nama"),
            section,
            bands.iter().map(|b| rules.label(b.1).to_owned()),
        );
    }

    fn numeric(&mut self, run: &Run, n: &Numerik) {
        let rules = &run.aturan;
        let c = &rules.capaian;
        for p in [&c.batas_atas, &c.batas_bawah, &c.capaian_dalam_rentang] {
            self.figure(p.key, p.section, *p.shown());
        }
        self.digits("pembulatan_capaian", c.pembulatan_capaian.shown().0);
        self.digits("pembulatan_pita", c.pembulatan_pita.shown().0);
        self.bands("kategori", rules, c.pita());
        let d = rules.pembulatan.pembulatan_nilai.shown();
        for (name, digits) in [
            ("bulat_iki", d.iki),
            ("bulat_rhk", d.rhk),
            ("bulat_tertimbang", d.tertimbang),
            ("bulat_utama", d.utama),
            ("bulat_tambahan", d.tambahan),
            ("bulat_skp", d.skp),
            ("bulat_perilaku", d.perilaku),
            ("bulat_kinerja", d.kinerja),
            ("bulat_rata_unit", d.rata_rata_unit),
        ] {
            self.digits(name, digits);
        }
        self.standing(run, n);
        if let Some(k) = &n.konversi {
            self.conversion(rules, k);
        }
        self.bands("predikat", rules, n.predikat.pita());
        let without = rules.label(n.predikat.ide_baru.shown().tanpa);
        self.list("predikat_tanpa_ide", "predikat", [without.to_owned()]);
        let d = &n.distribusi;
        for p in [&d.distribusi_di_atas, &d.distribusi_sesuai, &d.distribusi_di_bawah] {
            self.shares(p);
        }
    }

    /// Weights and limits from the RHK to nilai kinerja.
    fn standing(&mut self, run: &Run, n: &Numerik) {
        let k = &n.kinerja;
        self.figure(k.batas_nilai_skp.key, k.batas_nilai_skp.section, *k.batas_nilai_skp.shown());
        if let Some(own) = &k.batas_nilai_skp_jabatan {
            for (jenis, limit) in &own.shown().0 {
                self.figure(&format!("{}_{}", own.key, jenis.as_str()), own.section, *limit);
            }
        }
        // The weights of this run, whoever chose them.
        if let Some((skp, perilaku)) = run.scores.bobot.as_deref().and_then(|b| b.split_once('/')) {
            for (name, text) in [("bobot_skp", skp), ("bobot_perilaku", perilaku)] {
                if let Ok(weight) = text.parse() {
                    self.figure(name, "kinerja", weight);
                }
            }
        }
        let t = &n.tambahan;
        self.per_predikat(&t.persen_tambahan);
        for p in [&t.lingkup_1, &t.lingkup_2, &t.lingkup_3, &t.batas_tambahan] {
            self.figure(p.key, p.section, *p.shown());
        }
        if let TambahanMethod::Bobot { utama, tambahan } = *t.kinerja_tambahan.shown() {
            self.figure("bobot_kinerja_utama", "tambahan", utama);
            self.figure("bobot_kinerja_tambahan", "tambahan", tambahan);
        }
        let p = &n.perilaku;
        for weights in [
            Some(&p.bobot_penilai),
            p.bobot_tanpa_bawahan.as_ref(),
            p.bobot_tanpa_rekan.as_ref(),
        ]
        .into_iter()
        .flatten()
        {
            self.raters(weights);
        }
    }

    fn raters(&mut self, p: &Parameter<BobotPenilai>) {
        for (who, weight) in [
            ("atasan", p.shown().atasan),
            ("rekan", p.shown().rekan),
            ("bawahan", p.shown().bawahan),
        ] {
            self.figure(&format!("{}_{who}", p.key), p.section, weight);
        }
    }

    fn shares(&mut self, p: &Parameter<BatasPersen>) {
        for (end, share) in [("sedikit", p.shown().paling_sedikit), ("banyak", p.shown().paling_banyak)] {
            if let Some(share) = share {
                self.figure(&format!("{}_{end}", p.key), p.section, share);
            }
        }
    }

    fn conversion(&mut self, rules: &Aturan, k: &Konversi) {
        let pieces = || k.segment().into_iter().map(Parameter::shown);
        let section = k.jpt_baik.section;
        self.push("segmen_dari", section, pieces().map(|s| NumberValue::Figure(s.dari.into())));
        self.push(
            "segmen_sampai",
            section,
            pieces().map(|s| NumberValue::Figure(s.sampai.into())),
        );
        self.push(
            "segmen_nilai_dari",
            section,
            pieces().map(|s| NumberValue::Figure(s.nilai_dari)),
        );
        self.push(
            "segmen_nilai_sampai",
            section,
            pieces().map(|s| NumberValue::Figure(s.nilai_sampai)),
        );
        self.figure("jpt_baik_dari", section, k.jpt_baik.shown().dari.into());
        self.figure("jpt_baik_sampai", section, k.jpt_baik.shown().sampai.into());
        self.figure(k.jpt_target_maksimal.key, section, *k.jpt_target_maksimal.shown());
        self.figure("bobot_kelompok_1", section, k.bobot_kelompok_jpt.shown().pertama);
        self.figure("bobot_kelompok_2", section, k.bobot_kelompok_jpt.shown().kedua);
        let lines = &k.matriks_aspek.shown().0;
        self.list(
            "matriks_kategori",
            section,
            lines.iter().map(|b| rules.label(b.kategori).to_owned()),
        );
        self.push("matriks_nilai", section, lines.iter().map(|b| NumberValue::Figure(b.nilai)));
        for (i, line) in lines.iter().enumerate() {
            for (j, condition) in line.bila.iter().enumerate() {
                if let Some(n) = condition.paling_sedikit.or(condition.kurang_dari) {
                    self.figure(&matrix_threshold(i, j), section, n.into());
                }
            }
        }
        let own = &k.kaskade_bagian_sendiri;
        self.figure(own.key, own.section, *own.shown());
        self.per_predikat(&k.kaskade_bobot_atasan);
    }

    fn qualitative(&mut self, rules: &Aturan, q: &Kualitatif) {
        let smallest = &rules.kelompok.ukuran_terkecil;
        self.figure(smallest.key, smallest.section, (*smallest.shown()).into());
        let section = q.rating.kuadran.section;
        self.list("label_rating", section, Rating::ALL.iter().map(|r| r.as_str().to_owned()));
        let cells = Rating::ALL.iter().flat_map(|&h| Rating::ALL.iter().map(move |&p| (h, p)));
        let quadrant = q.rating.kuadran.shown();
        self.list(
            "kuadran",
            section,
            cells.map(|(h, p)| rules.label(quadrant.predikat(h, p)).to_owned()),
        );
        for &organisation in PredikatOrganisasi::ALL {
            let p = q.distribusi.untuk(organisation);
            for (n, rule) in p.shown().0.iter().enumerate() {
                let figure = match rule.batas {
                    Batas::PalingBanyakPersen(x) | Batas::PalingSedikitPersen(x) => x,
                    Batas::PalingSedikitOrang(n) => n.into(),
                    Batas::Terbesar => continue,
                };
                self.figure(&bound(p.key, n), p.section, figure);
            }
        }
    }

    fn consequences(&mut self, rules: &Aturan) {
        let a = &rules.angka_kredit;
        self.per_predikat(&a.persen_angka_kredit);
        for &jenjang in Jenjang::ALL {
            let koefisien = a.koefisien_angka_kredit.shown().untuk(jenjang);
            self.figure(&coefficient(jenjang), a.koefisien_angka_kredit.section, koefisien);
        }
        self.figure(
            a.bulan_setahun.key,
            a.bulan_setahun.section,
            (*a.bulan_setahun.shown()).into(),
        );
        self.digits("pembulatan_angka_kredit", rules.pembulatan.pembulatan_angka_kredit.shown().0);
        let t = &rules.tindak_lanjut;
        if let Some(table) = &t.tukin_persen {
            self.per_predikat(table);
        }
        if let Some(bands) = &t.tukin_nilai {
            let section = bands.section;
            self.push(
                "tukin_dari",
                section,
                bands.shown().0.iter().map(|b| NumberValue::Figure(b.dari)),
            );
            self.push(
                "tukin_nilai",
                section,
                bands.shown().0.iter().map(|b| NumberValue::Figure(b.persen)),
            );
        }
    }
}

/// Name of a bound of a distribution: the n-th rule of a parameter.
pub fn bound(key: &str, n: usize) -> String {
    format!("{key}_{}", n + 1)
}

/// Name of the coefficient of a jenjang.
pub fn coefficient(jenjang: Jenjang) -> String {
    format!("koefisien_{}", jenjang.as_str().to_lowercase().replace([' ', '-'], "_"))
}

/// Name of a threshold of the table that combines aspek.
pub fn matrix_threshold(line: usize, condition: usize) -> String {
    format!("matriks_{}_{}", line + 1, condition + 1)
}
