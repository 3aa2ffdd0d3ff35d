//! Nilai SKP of one posting, and the proportional figure over the postings (`aturan.md` 1.3–1.7, 1.9).

use crate::base::figure::{Desimal, Rasio, with_comma};
use crate::model::Pegawai;
use crate::model::vocab::{JenisJabatan, JenisRhk, Kelompok};
use crate::rules::values::{CaraTambahan, PembulatanNilai, SatuanProporsi};
use crate::rules::{Konversi, Numerik};
use crate::score::findings::{PostingTanpaSkp, TanpaSkp};
use crate::score::kaskade::{self, Sendiri};
use crate::score::person::FirstPass;
use crate::score::posting::Bagian;
use crate::score::result::{HasilRhk, Reason};
use crate::score::rhk::Method;
use crate::score::tambahan;
use crate::score::trace::{Step, Trace, display};
use crate::score::worker::{Worker, rata_tertimbang};

/// The three figures of an SKP, as far as they can be had.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NilaiSkp {
    /// Nilai kinerja utama.
    pub utama: Option<Desimal>,
    /// Nilai kinerja tambahan.
    pub tambahan: Option<Desimal>,
    /// Nilai SKP.
    pub skp: Option<Desimal>,
}

/// Hands that many steps of one posting share.
struct Frame<'r> {
    numerik: &'r Numerik,
    digits: PembulatanNilai,
    pegawai: &'r Pegawai,
    semua: &'r [Box<[Sendiri]>],
}

/// The figures over all postings that count.
pub fn skp<T: Trace>(
    k: &mut Worker<'_, T>,
    numerik: &Numerik,
    pegawai: &Pegawai,
    awal: &mut FirstPass,
    semua: &[Box<[Sendiri]>],
) -> NilaiSkp {
    let digits = *k.aturan.pembulatan.pembulatan_nilai.used(&mut k.pakai);
    let rangka = Frame {
        numerik,
        digits,
        pegawai,
        semua,
    };
    let FirstPass { masa, rhk, letak, .. } = awal;
    let mut bagian: Vec<(Bagian, NilaiSkp)> = Vec::with_capacity(masa.bagian.len());
    for b in masa.computed() {
        let nilai = satu_posting(k, &rangka, b, rhk, letak);
        bagian.push((*b, nilai));
    }
    match bagian.as_slice() {
        [] => NilaiSkp::default(),
        // One posting: Σ nilai × bulan / Σ bulan is the nilai itself.
        [(_, only)] => *only,
        _ => proporsional(k, &rangka, &bagian),
    }
}

/// Σ nilai × bulan / Σ bulan, for each of the three figures.
fn proporsional<T: Trace>(k: &mut Worker<'_, T>, r: &Frame<'_>, bagian: &[(Bagian, NilaiSkp)]) -> NilaiSkp {
    k.aturan.khusus.proporsional.used(&mut k.pakai);
    k.aturan.khusus.pembagian_bulan.used(&mut k.pakai);
    let satuan = match k.aturan.khusus.satuan_proporsi.used(&mut k.pakai) {
        SatuanProporsi::Bulan => "bulan",
        SatuanProporsi::Hari => "hari",
    };
    let mut satu = |judul: &str, digits: u32, take_next: fn(&NilaiSkp) -> Option<Desimal>| -> Option<Desimal> {
        let all: Option<Vec<(Desimal, u32)>> = bagian.iter().map(|(b, n)| Some((take_next(n)?, b.porsi))).collect();
        let all = all?;
        let mean = rata_tertimbang(all.iter().map(|&(x, w)| Ok((Rasio::from(x), Rasio::int(i64::from(w))))));
        let nilai = k.exact(mean.and_then(|m| m.round(digits)), r.pegawai.at)?;
        let aturan = k.aturan;
        k.trace.leaf(|| {
            let atas: Vec<String> = all.iter().map(|(x, w)| format!("{} × {w}", with_comma(*x))).collect();
            let bawah: u32 = all.iter().map(|(_, w)| w).sum();
            Step::new(format!("{judul} proporsional"))
                .rumus(format!("({}) / {bawah} {satuan}", atas.join(" + ")))
                .angka(Some(nilai))
                .bulat(digits)
                .dasar(&aturan.khusus.proporsional)
        });
        Some(nilai)
    };
    NilaiSkp {
        utama: satu("Nilai kinerja utama", r.digits.utama, |n| n.utama),
        tambahan: satu("Nilai kinerja tambahan", r.digits.tambahan, |n| n.tambahan),
        skp: satu("Nilai SKP", r.digits.skp, |n| n.skp),
    }
}

fn satu_posting<T: Trace>(
    k: &mut Worker<'_, T>,
    r: &Frame<'_>,
    bagian: &Bagian,
    rhk: &mut [HasilRhk],
    letak: &[Option<usize>],
) -> NilaiSkp {
    k.trace.begin();
    let posting = &r.pegawai.posting[bagian.posting];
    let cara = Method::untuk(k.aturan, posting.jenis_jabatan.get().copied());
    let mut utama = Utama::baru(cara);
    let mut poin = Poin::new(cara);
    let kosong = rhk.is_empty();
    for (hasil, _) in rhk.iter_mut().zip(letak).filter(|(_, l)| **l == Some(bagian.posting)) {
        let data = &r.pegawai.rhk[hasil.id.rhk as usize];
        match hasil.jenis {
            Some(JenisRhk::Utama) => utama.push_more(k, r, data, hasil),
            Some(JenisRhk::Tambahan) => poin.push_more(k, r, data, hasil),
            None => utama.gagal = true,
        }
    }
    if utama.jumlah == 0 && !utama.gagal {
        tanpa_skp(k, r, bagian, kosong);
    }
    let nilai_utama = utama.nilai(k, r);
    let nilai_tambahan = poin.nilai(k, r);
    let skp = merge(
        k,
        r,
        nilai_utama,
        nilai_tambahan,
        poin.jumlah > 0,
        posting.jenis_jabatan.get().copied(),
    );
    let beberapa = k.data.periode;
    k.trace.end(|| {
        Step::new(format!(
            "SKP {} di {} ({} bulan dari {beberapa})",
            posting.jabatan, posting.unit_kerja, bagian.bulan
        ))
        .angka(skp)
        .sel(posting.at)
    });
    NilaiSkp {
        utama: nilai_utama,
        tambahan: nilai_tambahan,
        skp,
    }
}

/// A posting that has months and no RHK utama (`aturan.md` 1.9).
fn tanpa_skp<T: Trace>(k: &mut Worker<'_, T>, r: &Frame<'_>, bagian: &Bagian, sama_sekali: bool) {
    k.catatan.sebab(Reason::TanpaSkp);
    if !k.lari.ada_skp {
        k.catatan.tabel(super::notes::NeededTable::Skp);
        return;
    }
    let posting = &r.pegawai.posting[bagian.posting];
    if sama_sekali {
        k.catatan.fact(posting.at, || TanpaSkp);
    } else {
        k.catatan.fact(posting.at, || PostingTanpaSkp {
            jabatan: format!("{} di {} ({} bulan)", posting.jabatan, posting.unit_kerja, bagian.bulan),
        });
    }
}

/// Nilai SKP from its two parts, capped.
fn merge<T: Trace>(
    k: &mut Worker<'_, T>,
    r: &Frame<'_>,
    utama: Option<Desimal>,
    tambahan: Option<Desimal>,
    ada_tambahan: bool,
    jenis: Option<JenisJabatan>,
) -> Option<Desimal> {
    let (u, t) = (utama?, tambahan?);
    let kinerja = &r.numerik.kinerja;
    kinerja.nilai_skp.used(&mut k.pakai);
    let sum = match r.numerik.tambahan.kinerja_tambahan.used(&mut k.pakai) {
        CaraTambahan::Tambah => Rasio::from(u).plus(Rasio::from(t)),
        CaraTambahan::Bobot { utama, tambahan } if ada_tambahan => rata_tertimbang([
            Ok((Rasio::from(u), Rasio::from(*utama))),
            Ok((Rasio::from(t), Rasio::from(*tambahan))),
        ]),
        CaraTambahan::Bobot { .. } => Ok(Rasio::from(u)),
    };
    let own = kinerja
        .batas_nilai_skp_jabatan
        .as_ref()
        .and_then(|p| Some((p, *p.nilai.0.get(&jenis?)?)));
    let batas = own.map_or(kinerja.batas_nilai_skp.nilai, |(_, b)| b.min(kinerja.batas_nilai_skp.nilai));
    let rounded = sum.and_then(|s| s.round(r.digits.skp));
    let penuh = k.exact(rounded, r.pegawai.at)?;
    let nilai = if penuh > batas {
        match own {
            Some((per_jabatan, _)) => {
                per_jabatan.used(&mut k.pakai);
            }
            None => {
                kinerja.batas_nilai_skp.used(&mut k.pakai);
            }
        }
        batas
    } else {
        penuh
    };
    k.trace.leaf(|| {
        let rumus = match &r.numerik.tambahan.kinerja_tambahan.nilai {
            CaraTambahan::Bobot { utama, tambahan } if ada_tambahan => format!(
                "{} / 100 × {} + {} / 100 × {}",
                with_comma(*utama),
                with_comma(u),
                with_comma(*tambahan),
                with_comma(t)
            ),
            _ => format!("{} + {}", with_comma(u), with_comma(t)),
        };
        let step = Step::new("Nilai SKP")
            .rumus(rumus)
            .angka(Some(nilai))
            .bulat(r.digits.skp)
            .dasar(&kinerja.nilai_skp);
        if penuh > batas {
            step.catatan(format!("{} dibatasi paling tinggi {}", with_comma(penuh), with_comma(batas)))
        } else {
            step
        }
    });
    Some(nilai)
}

/// Adds up the RHK utama of a posting.
struct Utama {
    cara: Method,
    jumlah: u32,
    gagal: bool,
    sum: Rasio,
    /// JPT: sum and count of the IKI of group 1 and 2.
    kelompok: [(Desimal, u32); 2],
}

impl Utama {
    fn baru(cara: Method) -> Self {
        Self {
            cara,
            jumlah: 0,
            gagal: false,
            sum: Rasio::ZERO,
            kelompok: [(Desimal::ZERO, 0); 2],
        }
    }

    fn push_more<T: Trace>(
        &mut self,
        k: &mut Worker<'_, T>,
        r: &Frame<'_>,
        data: &crate::model::RencanaHasilKerja,
        hasil: &mut HasilRhk,
    ) {
        self.jumlah += 1;
        let figure = match (self.cara, &r.numerik.konversi) {
            (Method::Interpolasi, Some(konversi)) => {
                self.iki(k, konversi, data, hasil);
                return;
            }
            (Method::Matriks, Some(konversi)) => {
                hasil.nilai_tertimbang = kaskade::tertimbang(k, konversi, data, hasil, r.semua);
                hasil.nilai_tertimbang
            }
            _ => hasil.nilai,
        };
        match figure.and_then(|x| k.exact(self.sum.plus(Rasio::from(x)), data.at)) {
            Some(s) => self.sum = s,
            None => self.gagal = true,
        }
    }

    /// The nilai of each IKI goes to the group of its kelompok (`aturan.md` 1.3).
    fn iki<T: Trace>(
        &mut self,
        k: &mut Worker<'_, T>,
        konversi: &Konversi,
        data: &crate::model::RencanaHasilKerja,
        hasil: &HasilRhk,
    ) {
        if hasil.indikator.is_empty() || data.ganda {
            self.gagal = true;
        }
        let kelompok_jpt = konversi.kelompok_jpt.used(&mut k.pakai);
        for (ind, h) in data.indikator.iter().zip(&hasil.indikator) {
            let Some(kelompok) = ind.kelompok.or_default(Kelompok::PerjanjianKinerja) else {
                k.catatan.sebab(Reason::RhkTidakLengkap);
                self.gagal = true;
                continue;
            };
            let (sum, n) = &mut self.kelompok[usize::from(!kelompok_jpt.pertama(kelompok))];
            *n += 1;
            match h.nilai.and_then(|x| sum.checked_add(x)) {
                Some(s) => *sum = s,
                None => self.gagal = true,
            }
        }
    }

    fn nilai<T: Trace>(&self, k: &mut Worker<'_, T>, r: &Frame<'_>) -> Option<Desimal> {
        if self.gagal || self.jumlah == 0 {
            return None;
        }
        let kinerja = &r.numerik.kinerja;
        kinerja.nilai_kinerja_utama.used(&mut k.pakai);
        if let (Method::Interpolasi, Some(konversi)) = (self.cara, &r.numerik.konversi) {
            return self.nilai_jpt(k, r, konversi);
        }
        let n = self.jumlah;
        let mean = self.sum.per(Rasio::int(i64::from(n))).and_then(|m| m.round(r.digits.utama));
        let nilai = k.exact(mean, r.pegawai.at)?;
        k.trace.leaf(|| {
            Step::new("Nilai kinerja utama")
                .rumus(format!("{} / {n} RHK utama", display(self.sum)))
                .angka(Some(nilai))
                .bulat(r.digits.utama)
                .dasar(&kinerja.nilai_kinerja_utama)
        });
        Some(nilai)
    }

    /// 60 % of the mean of group 1 and 40 % of group 2; 100 % of the only one present.
    fn nilai_jpt<T: Trace>(&self, k: &mut Worker<'_, T>, r: &Frame<'_>, konversi: &Konversi) -> Option<Desimal> {
        let weights = konversi.bobot_kelompok_jpt.nilai;
        let both = self.kelompok.iter().all(|(_, n)| *n > 0);
        if both {
            konversi.bobot_kelompok_jpt.used(&mut k.pakai);
        }
        let pairs = || {
            self.kelompok
                .into_iter()
                .zip([weights.pertama, weights.kedua])
                .filter(|((_, n), _)| *n > 0)
        };
        let mean = rata_tertimbang(pairs().map(|((sum, n), w)| {
            let mean = Rasio::from(sum).per(Rasio::int(i64::from(n)))?;
            Ok((mean, if both { Rasio::from(w) } else { Rasio::ONE }))
        }));
        let nilai = k.exact(mean.and_then(|m| m.round(r.digits.utama)), r.pegawai.at)?;
        k.trace.leaf(|| {
            let bagian: Vec<String> = pairs()
                .map(|((sum, n), w)| {
                    let mean = format!("{} / {n} IKI", with_comma(sum));
                    if both {
                        format!("{} / 100 × ({mean})", with_comma(w))
                    } else {
                        mean
                    }
                })
                .collect();
            let step = Step::new("Nilai kinerja utama (JPT/pimpinan unit mandiri)")
                .rumus(bagian.join(" + "))
                .angka(Some(nilai))
                .bulat(r.digits.utama);
            if both {
                step.dasar(&konversi.bobot_kelompok_jpt)
            } else {
                step.dasar(&konversi.kelompok_jpt)
                    .catatan("hanya satu kelompok yang ada: dihitung 100%")
            }
        });
        Some(nilai)
    }
}

/// Adds up the kinerja tambahan of a posting.
struct Poin {
    cara: Method,
    jumlah: u32,
    gagal: bool,
    sum: Option<Rasio>,
}

impl Poin {
    fn new(cara: Method) -> Self {
        Self {
            cara,
            jumlah: 0,
            gagal: false,
            sum: None,
        }
    }

    fn push_more<T: Trace>(
        &mut self,
        k: &mut Worker<'_, T>,
        r: &Frame<'_>,
        data: &crate::model::RencanaHasilKerja,
        hasil: &mut HasilRhk,
    ) {
        self.jumlah += 1;
        let aturan = &r.numerik.tambahan;
        let figure = match aturan.kinerja_tambahan.nilai {
            CaraTambahan::Tambah => {
                let konversi = r.numerik.konversi.as_ref().filter(|_| self.cara == Method::Interpolasi);
                hasil.nilai_tertimbang = tambahan::poin(k, aturan, konversi, data, hasil);
                hasil.nilai_tertimbang
            }
            CaraTambahan::Bobot { .. } => hasil.nilai,
        };
        let sum = self.sum.unwrap_or(Rasio::ZERO);
        match figure.and_then(|x| k.exact(sum.plus(Rasio::from(x)), data.at)) {
            Some(s) => self.sum = Some(s),
            None => self.gagal = true,
        }
    }

    fn nilai<T: Trace>(&self, k: &mut Worker<'_, T>, r: &Frame<'_>) -> Option<Desimal> {
        if self.gagal {
            return None;
        }
        let Some(sum) = self.sum else { return Some(Desimal::ZERO) };
        let aturan = &r.numerik.tambahan;
        let digits = r.digits.tambahan;
        let batas = aturan.batas_tambahan.nilai;
        let (mentah, cap) = match aturan.kinerja_tambahan.nilai {
            CaraTambahan::Tambah => (sum.round(digits), true),
            CaraTambahan::Bobot { .. } => (
                sum.per(Rasio::int(i64::from(self.jumlah))).and_then(|m| m.round(digits)),
                false,
            ),
        };
        let penuh = k.exact(mentah, r.pegawai.at)?;
        let nilai = if cap && penuh > batas {
            *aturan.batas_tambahan.used(&mut k.pakai)
        } else {
            penuh
        };
        k.trace.leaf(|| {
            let step = Step::new("Nilai kinerja tambahan").angka(Some(nilai)).bulat(digits);
            let step = if cap {
                step.rumus(format!("jumlah poin {} tugas", self.jumlah))
                    .dasar(&aturan.batas_tambahan)
            } else {
                step.rumus(format!("rata-rata {} tugas", self.jumlah))
                    .dasar(&aturan.kinerja_tambahan)
            };
            if nilai < penuh {
                step.catatan(format!("{} dibatasi paling tinggi {}", with_comma(penuh), with_comma(batas)))
            } else {
                step
            }
        });
        Some(nilai)
    }
}
