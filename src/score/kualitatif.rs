//! Ratings, quadrant and predikat of 6/2022 (`aturan.md` 2): the rating typed by the penilai, else
//! for a unit's head the predikat organisasi, else the proposal. Nothing is weighted or averaged.

use crate::model::vocab::{AspekPerilaku, Predikat, Rating, Word};
use crate::model::{Field, Pegawai, Penilaian, State};
use crate::rules::{Kualitatif, RatingKualitatif};
use crate::score::findings::{
    BelumDinilai, PenilaianGanda, PerilakuDiLuarSkala, PerilakuKosong, PerluKeputusan, PostingTanpaSkp, PredikatBedaKuadran,
    PredikatTanpaRating, RatingBedaUsulan, TanpaSkp, UmpanBalikBeda, UmpanBalikKosong,
};
use crate::score::notes::NeededTable;
use crate::score::penilaian::{self, Baris};
use crate::score::person::FirstPass;
use crate::score::proposal::{self, Hitung, Item, TanpaRating};
use crate::score::result::Reason;
use crate::score::trace::{Step, Trace};
use crate::score::worker::Worker;

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

/// Where a rating comes from when the penilai typed none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lain {
    /// Predikat organisasi of the unit the person heads.
    Organisasi(Rating),
    /// The proposal.
    Usulan(Rating),
    /// The proposal is undecided: counts stand against each other.
    Seimbang(Hitung),
    /// Something needed for a proposal is missing.
    Kurang,
    /// There is nothing to propose from.
    Kosong,
}

impl Lain {
    const fn rating(self) -> Option<Rating> {
        match self {
            Self::Organisasi(r) | Self::Usulan(r) => Some(r),
            _ => None,
        }
    }
}

/// Rates a person.
pub fn nilai<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, awal: &mut FirstPass, aturan: &Kualitatif) -> Nilai {
    let rating = &aturan.rating;
    rating.urutan_penentu.used(&mut k.pakai);
    let row = match penilaian::baris(pegawai, k.data.periode) {
        Baris::TidakAda => None,
        Baris::Satu(row) => Some(row),
        Baris::Ganda(row) => {
            k.catatan.sebab(Reason::BarisGanda);
            k.catatan.fact(row.at, || PenilaianGanda);
            None
        }
    };
    let tanpa_rhk = awal.rhk_terakhir().next().is_none();
    if tanpa_rhk && k.lari.ada_skp {
        k.catatan.sebab(Reason::TanpaSkp);
        let posting = awal.terakhir.map(|i| &pegawai.posting[i]);
        let at = posting.map_or(pegawai.at, |p| p.at);
        if pegawai.rhk.is_empty() {
            k.catatan.fact(at, || TanpaSkp);
        } else {
            k.catatan.fact(at, || PostingTanpaSkp {
                jabatan: posting.map_or_else(String::new, |p| format!("{} di {}", p.jabatan, p.unit_kerja)),
            });
        }
    }
    let hasil_lain = hasil_kerja(k, pegawai, awal, rating);
    let perilaku_lain = perilaku(k, pegawai, rating);
    let hasil = ditetapkan(k, row.map(|r| &r.hasil_kerja), hasil_lain, "hasil kerja");
    let perilaku = ditetapkan(k, row.map(|r| &r.perilaku_kerja), perilaku_lain, "perilaku kerja");
    let mut out = Nilai {
        hasil_kerja: hasil.ok().flatten(),
        perilaku: perilaku.ok().flatten(),
        predikat: None,
    };
    let diketik = row.map(|r| &r.hasil_akhir);
    if let (Some(h), Some(p)) = (out.hasil_kerja, out.perilaku) {
        let sel = rating.kuadran.used(&mut k.pakai).predikat(h, p);
        out.predikat = Some(sel);
        kuadran(k, rating, h, p, sel, diketik);
        return out;
    }
    if let (
        Ok(None),
        Ok(None),
        Some(Field {
            at,
            state: State::Given(p),
        }),
    ) = (hasil, perilaku, diketik)
    {
        let label = k.aturan.label(*p);
        k.catatan.fact(*at, || PredikatTanpaRating { predikat: label });
        k.trace.leaf(|| {
            Step::new("Predikat")
                .hasil(label)
                .sel(*at)
                .dasar(&rating.urutan_penentu)
                .catatan("diambil dari predikat yang ditulis; tidak ada rating, jadi tidak dapat diuji dengan kuadran")
        });
        out.predikat = Some(*p);
        return out;
    }
    belum(k, pegawai, awal, row, (hasil, hasil_lain), (perilaku, perilaku_lain));
    out
}

/// The rating that counts: typed, else the other. `Err` when what is typed cannot be read: then
/// nothing else may take its place.
fn ditetapkan<T: Trace>(
    k: &mut Worker<'_, T>,
    diketik: Option<&Field<Rating>>,
    lain: Lain,
    apa: &str,
) -> Result<Option<Rating>, ()> {
    let (rating, sumber, at) = match diketik.map(|f| (&f.state, f.at)) {
        Some((State::Faulty, _)) => return Err(()),
        Some((State::Given(typed), at)) => {
            if let Some(other) = lain.rating().filter(|o| o != typed) {
                let dari = match lain {
                    Lain::Organisasi(_) => "predikat organisasi",
                    _ => "usulan",
                };
                k.catatan.fact(at, || RatingBedaUsulan {
                    beda: format!("rating {apa} ditetapkan {typed}, menurut {dari} {other}"),
                });
            }
            (Some(*typed), "ditetapkan pejabat penilai", Some(at))
        }
        _ => match lain {
            Lain::Organisasi(r) => (Some(r), "dari predikat organisasi unit yang dipimpin", None),
            Lain::Usulan(r) => (Some(r), "usulan dari data", None),
            _ => (None, "belum ada", None),
        },
    };
    k.trace.leaf(|| {
        let step = Step::new(format!("Rating {apa}")).catatan(sumber);
        let step = match rating {
            Some(r) => step.hasil(r.as_str()),
            None => step,
        };
        match at {
            Some(at) => step.sel(at),
            None => step,
        }
    });
    Ok(rating)
}

fn kuadran<T: Trace>(
    k: &mut Worker<'_, T>,
    rating: &RatingKualitatif,
    hasil: Rating,
    perilaku: Rating,
    sel: Predikat,
    diketik: Option<&Field<Predikat>>,
) {
    let aturan = k.aturan;
    if let Some(Field {
        at,
        state: State::Given(p),
    }) = diketik
        && *p != sel
    {
        k.catatan.fact(*at, || PredikatBedaKuadran {
            beda: format!(
                "ditulis {}, padahal hasil kerja {hasil} dan perilaku {perilaku} adalah {}",
                aturan.label(*p),
                aturan.label(sel)
            ),
        });
    }
    k.trace.leaf(|| {
        Step::new("Predikat kinerja pegawai (kuadran)")
            .rumus(format!("hasil kerja {hasil}, perilaku kerja {perilaku}"))
            .hasil(aturan.label(sel))
            .dasar(&rating.kuadran)
    });
}

/// What stands for the rating hasil kerja when nothing is typed.
fn hasil_kerja<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, awal: &mut FirstPass, rating: &RatingKualitatif) -> Lain {
    k.trace.begin();
    let mut butir = Vec::with_capacity(awal.rhk.len());
    let mut lengkap = true;
    let last = awal.terakhir;
    for (hasil, _) in awal.rhk.iter_mut().zip(&awal.letak).filter(|(_, l)| **l == last) {
        let data = &pegawai.rhk[hasil.id.rhk as usize];
        let mut umpan = proposal::umpan_balik(data, k.data.periode);
        if let (Err(TanpaRating::Kosong(_)), Some(ambang), Some(capaian)) = (umpan, &rating.ambang_capaian, hasil.nilai) {
            umpan = Ok(ambang.used(&mut k.pakai).rating(capaian));
        }
        hasil.umpan_balik = umpan.ok();
        k.trace.leaf(|| {
            let mut step = Step::new(format!("Umpan balik RHK {}", data.kode));
            step.sel.extend(data.umpan_balik.iter().map(|u| u.rating.at));
            match umpan {
                Ok(r) => step.hasil(r.as_str()),
                Err(TanpaRating::Beda(_)) => step.catatan("berbeda-beda untuk satu RHK"),
                Err(_) => step.catatan("belum ada"),
            }
        });
        match (umpan, hasil.jenis) {
            (Ok(rating), Some(jenis)) => butir.push(Item {
                rating,
                penentu: proposal::penentu(jenis),
            }),
            _ => lengkap = false,
        }
    }
    let hitung = Hitung::dari(butir.into_iter());
    let usul = if !lengkap {
        Lain::Kurang
    } else if hitung.jumlah() == 0 {
        Lain::Kosong
    } else {
        let ambang = rating.rating_hasil_kerja.used(&mut k.pakai);
        hitung.rating(ambang).map_or(Lain::Seimbang(hitung), Lain::Usulan)
    };
    k.trace
        .end(|| langkah_usulan("Usulan rating hasil kerja", &hitung, usul, rating, true));
    organisasi(k, pegawai, awal, rating).unwrap_or(usul)
}

fn langkah_usulan(judul: &str, h: &Hitung, usul: Lain, rating: &RatingKualitatif, hasil: bool) -> Step {
    let step = Step::new(judul).rumus(format!(
        "{} di atas, {} sesuai, {} di bawah dari {}",
        h.di_atas,
        h.sesuai,
        h.di_bawah,
        h.jumlah()
    ));
    let step = if hasil {
        step.dasar(&rating.rating_hasil_kerja)
    } else {
        step.dasar(&rating.rating_perilaku)
    };
    match usul {
        Lain::Usulan(r) => step.hasil(r.as_str()),
        Lain::Seimbang(_) => step.catatan("tepat berimbang: perlu keputusan penilai"),
        _ => step.catatan("belum dapat diusulkan"),
    }
}

/// Rating of a unit's head by its predikat organisasi. His own unit's counts before another's; unlike
/// ones of several other units decide nothing.
fn organisasi<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, awal: &FirstPass, rating: &RatingKualitatif) -> Option<Lain> {
    let rows = k.lari.pimpinan.get(&pegawai.nip).filter(|_| pegawai.nip_sah)?;
    let own = awal
        .terakhir
        .map(|i| crate::base::text::match_key(&pegawai.posting[i].unit_kerja));
    let units = || rows.iter().map(|&i| &k.data.unit[i]);
    let chosen = units()
        .find(|u| own.as_ref() == Some(&crate::base::text::match_key(&u.unit_kerja)))
        .or_else(|| {
            let first = units().find(|u| !u.predikat_organisasi.is_empty())?;
            units()
                .all(|u| u.predikat_organisasi.is_empty() || u.predikat_organisasi.state == first.predikat_organisasi.state)
                .then_some(first)
        })?;
    if chosen.predikat_organisasi.is_faulty() {
        return Some(Lain::Kurang);
    }
    let organisasi = *chosen.predikat_organisasi.get()?;
    let hasil = rating.rating_pimpinan.used(&mut k.pakai).untuk(organisasi);
    let at = chosen.predikat_organisasi.at;
    let unit = chosen.unit_kerja.clone();
    k.trace.leaf(|| {
        Step::new(format!("Pimpinan {unit}: predikat organisasi {organisasi}"))
            .hasil(hasil.as_str())
            .sel(at)
            .dasar(&rating.rating_pimpinan)
    });
    Some(Lain::Organisasi(hasil))
}

/// The proposal for perilaku from the seven values.
fn perilaku<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, rating: &RatingKualitatif) -> Lain {
    let aspek = k.aturan.perilaku.aspek_perilaku.used(&mut k.pakai);
    let ada = pegawai
        .perilaku
        .iter()
        .any(|r| r.aspek.get().is_none_or(|a| aspek.0.contains(a)) && !r.nilai.is_empty());
    if !ada {
        return Lain::Kosong;
    }
    k.trace.begin();
    let mut butir = Vec::with_capacity(aspek.0.len());
    for &a in &aspek.0 {
        let nilai = proposal::nilai_perilaku(pegawai, a);
        k.trace.leaf(|| {
            let mut step = Step::new(format!("Nilai {}", a.as_str()));
            let rows = pegawai.perilaku.iter().filter(|r| r.aspek.get() == Some(&a));
            step.sel.extend(rows.map(|r| r.nilai.at));
            match nilai {
                Ok(r) => step.hasil(r.as_str()),
                Err(_) => step.catatan("belum ada rating"),
            }
        });
        if let Ok(rating) = nilai {
            butir.push(Item { rating, penentu: true });
        }
    }
    let lengkap = butir.len() == aspek.0.len();
    let hitung = Hitung::dari(butir.into_iter());
    let usul = if lengkap {
        let ambang = rating.rating_perilaku.used(&mut k.pakai);
        hitung.rating(ambang).map_or(Lain::Seimbang(hitung), Lain::Usulan)
    } else {
        Lain::Kurang
    };
    k.trace
        .end(|| langkah_usulan("Usulan rating perilaku kerja", &hitung, usul, rating, false));
    usul
}

/// No predikat: says for what the person waits.
fn belum<T: Trace>(
    k: &mut Worker<'_, T>,
    pegawai: &Pegawai,
    awal: &FirstPass,
    row: Option<&Penilaian>,
    hasil: (Result<Option<Rating>, ()>, Lain),
    perilaku: (Result<Option<Rating>, ()>, Lain),
) {
    let kosong = |(typed, lain): (Result<Option<Rating>, ()>, Lain)| typed == Ok(None) && lain == Lain::Kosong;
    let at = row.map_or(pegawai.at, |r| r.at);
    let nothing_else =
        (kosong(hasil) || matches!(hasil.0, Ok(Some(_)))) && (kosong(perilaku) || matches!(perilaku.0, Ok(Some(_))));
    // An e-Kinerja download or a typed list: there is nothing to propose from, only to be rated.
    if nothing_else && !k.lari.ada_skp {
        k.catatan.sebab(Reason::BelumDinilai);
        k.catatan.fact(at, || {
            let bagian = [("hasil kerja", kosong(hasil)), ("perilaku kerja", kosong(perilaku))];
            let apa: Vec<&str> = bagian.iter().filter(|(_, kosong)| *kosong).map(|(apa, _)| *apa).collect();
            BelumDinilai {
                kosong: format!("rating {}", apa.join(" dan ")),
            }
        });
        return;
    }
    if k.catatan.ada(Reason::TanpaSkp) {
        k.catatan.sebab(Reason::BelumDinilai);
    }
    let mut apa = Vec::new();
    match hasil {
        // Without an SKP there is nothing for the penilai to decide on; that has been said.
        _ if k.catatan.ada(Reason::TanpaSkp) => {}
        (Ok(None), Lain::Seimbang(h)) => apa.push(format!("hasil kerja: {}", balanced(&h))),
        (Ok(None), _) => {
            tanpa_umpan_balik(k, pegawai, awal);
            apa.push("hasil kerja: umpan balik belum lengkap".to_owned());
        }
        (Err(()), _) => apa.push("hasil kerja: rating yang ditulis tidak terbaca".to_owned()),
        _ => {}
    }
    match perilaku {
        (Ok(None), Lain::Seimbang(h)) => apa.push(format!("perilaku kerja: {}", balanced(&h))),
        (Ok(None), _) => {
            tanpa_nilai_perilaku(k, pegawai);
            apa.push("perilaku kerja: nilai BerAKHLAK belum lengkap".to_owned());
        }
        (Err(()), _) => apa.push("perilaku kerja: rating yang ditulis tidak terbaca".to_owned()),
        _ => {}
    }
    if !apa.is_empty() {
        k.catatan.sebab(Reason::PerluKeputusanPenilai);
        k.catatan.fact(at, || PerluKeputusan { tentang: apa.join("; ") });
    }
}

fn balanced(h: &Hitung) -> String {
    format!(
        "{} di atas, {} sesuai, {} di bawah dari {}",
        h.di_atas,
        h.sesuai,
        h.di_bawah,
        h.jumlah()
    )
}

fn tanpa_umpan_balik<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, awal: &FirstPass) {
    for hasil in awal.rhk_terakhir() {
        let data = &pegawai.rhk[hasil.id.rhk as usize];
        if hasil.jenis.is_none() {
            k.catatan.sebab(Reason::RhkTidakLengkap);
        }
        match proposal::umpan_balik(data, k.data.periode) {
            Err(TanpaRating::Kosong(_)) if hasil.umpan_balik.is_none() && !k.lari.ada_realisasi => {
                k.catatan.tabel(NeededTable::Realisasi);
            }
            Err(TanpaRating::Kosong(at)) if hasil.umpan_balik.is_none() => {
                k.catatan.fact_rhk(at, hasil.id, || UmpanBalikKosong);
            }
            Err(TanpaRating::Beda(at)) => k.catatan.fact_rhk(at, hasil.id, || {
                let bagian = data
                    .umpan_balik
                    .iter()
                    .filter_map(|u| u.rating.get().map(|r| format!("{}: {r}", u.periode)));
                UmpanBalikBeda {
                    umpan_balik: bagian.collect::<Vec<_>>().join(", "),
                }
            }),
            _ => {}
        }
    }
}

fn tanpa_nilai_perilaku<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai) {
    if !k.lari.ada_perilaku {
        k.catatan.tabel(NeededTable::Perilaku);
        return;
    }
    let aspek: &[AspekPerilaku] = &k.aturan.perilaku.aspek_perilaku.nilai.0;
    for &a in aspek {
        let aspek = a.as_str();
        match proposal::nilai_perilaku(pegawai, a) {
            Err(TanpaRating::Kosong(at) | TanpaRating::Beda(at)) => k.catatan.fact(at, || PerilakuKosong { aspek }),
            Err(TanpaRating::Angka(at)) => k.catatan.fact(at, || PerilakuDiLuarSkala { aspek: aspek.to_owned() }),
            _ => {}
        }
    }
}
