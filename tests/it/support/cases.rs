//! Golden cases as TOML: people with their rows in few words, the result that must come out, and the
//! pasal that says so. One shape for all files of `fixtures/golden`.

use std::collections::BTreeMap;

use serde::Deserialize;
use skp::base::figure::with_comma;
use skp::model::skp::{IsiUmpanBalik, UmpanBalik};
use skp::model::vocab::Word;
use skp::model::{
    BrokenLink, Data, Field, Indikator, NilaiPerilaku, Pegawai, Pengecualian, Penilaian, Periode, Posting, RencanaHasilKerja,
    RhkId, Skala, Target, TargetNilai, Tautan, TautanKe, Unit,
};
use skp::rules::Aturan;
use skp::rules::values::BobotSkp;
use skp::score::{HasilPegawai, ScoreOptions, Scores, score};
use skp::table::JenisTabel;

use super::people::{self, AT, d, e, g};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Berkas {
    pub kasus: Vec<Kasus>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kasus {
    pub nama: String,
    pub acuan: String,
    pub aturan: Vec<String>,
    pub periode: Option<String>,
    pub bobot: Option<[i64; 2]>,
    pub profil: Option<String>,
    /// An example of the documentation: `docs/contoh-aturan-NAMA.toml`.
    pub contoh: Option<String>,
    /// Tables that nobody handed in.
    #[serde(default)]
    pub tanpa_tabel: Vec<String>,
    #[serde(default)]
    pub unit: Vec<UnitIsi>,
    pub pegawai: Vec<Orang>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitIsi {
    pub unit_kerja: String,
    pub nip_pimpinan: Option<String>,
    pub predikat_organisasi: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Orang {
    pub nip: Option<String>,
    pub jenis_jabatan: Option<String>,
    pub posting: Vec<PostingIsi>,
    pub rhk: Vec<RhkIsi>,
    /// Aspek → value of the atasan.
    pub perilaku: BTreeMap<String, String>,
    /// aspek, penilai, value.
    pub perilaku_baris: Vec<[String; 3]>,
    /// The same value for all aspek of the rule set.
    pub perilaku_semua: Option<String>,
    pub penilaian: Vec<PenilaianIsi>,
    pub dikecualikan: bool,
    pub harapan: BTreeMap<String, toml::Value>,
}

#[derive(Deserialize, Default, Clone)]
#[serde(deny_unknown_fields, default)]
pub struct PostingIsi {
    pub jenis_jabatan: Option<String>,
    pub unit_kerja: Option<String>,
    pub jabatan: Option<String>,
    pub jenis_pegawai: Option<String>,
    pub mulai: Option<String>,
    pub selesai: Option<String>,
    pub plt: bool,
    pub jenjang: Option<String>,
    pub status: Option<String>,
    pub studi: Option<String>,
    pub ipk: Option<String>,
    pub akreditasi: Option<String>,
    pub jenjang_studi: Option<String>,
    pub nilai_ditetapkan: Option<String>,
    pub ide_baru: Option<bool>,
    pub rekomendasi: bool,
    pub kepemimpinan: Option<bool>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct RhkIsi {
    pub kode: Option<String>,
    pub jenis: Option<String>,
    /// `NIP/KODE`; what is not found is a broken link.
    pub atasan: Vec<String>,
    pub metode: Option<String>,
    pub lingkup: Option<u8>,
    /// Its rows stand twice.
    pub ganda: bool,
    /// Index of its posting, with `mulai` given.
    pub posting: Option<usize>,
    pub indikator: Vec<IndikatorIsi>,
    /// One yearly rating, or `periode: rating` pairs.
    pub umpan_balik: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct IndikatorIsi {
    pub aspek: Option<String>,
    pub target: String,
    pub arah: Option<String>,
    pub realisasi: Vec<String>,
    pub akumulasi: Option<String>,
    pub bobot: Option<String>,
    pub kelompok: Option<String>,
    pub target_maksimal: Option<bool>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct PenilaianIsi {
    pub periode: Option<String>,
    pub hasil_kerja: Option<String>,
    pub perilaku_kerja: Option<String>,
    pub hasil_akhir: Option<String>,
    pub awal: Option<String>,
    pub akhir: Option<String>,
    pub plt: bool,
}

/// A word of a vocabulary by its canonical spelling or an alias.
pub fn known<W: Word>(text: &str) -> Option<W> {
    let low = text.to_lowercase();
    W::ALL
        .iter()
        .copied()
        .find(|w| w.as_str().to_lowercase() == low || w.aliases().contains(&low.as_str()))
}

/// The same where it must be one.
pub fn word<W: Word>(text: &str) -> W {
    known(text).unwrap_or_else(|| panic!("{text} bukan {}", W::NAME))
}

fn kata<W: Word>(text: Option<&String>) -> Field<W> {
    text.map_or_else(e, |t| g(word(t)))
}

fn tanggal(text: Option<&String>) -> Field<jiff::civil::Date> {
    text.map_or_else(e, |t| g(t.parse().unwrap()))
}

pub fn target(text: &str) -> Field<Target> {
    if text.is_empty() {
        return e();
    }
    let nilai = if let Some(x) = text.strip_prefix("≥ ") {
        Some(TargetNilai::Minimal(d(x)))
    } else if let Some(x) = text.strip_prefix("≤ ") {
        Some(TargetNilai::Maksimal(d(x)))
    } else if let Some((lo, hi)) = text.split_once(" - ") {
        Some(TargetNilai::Rentang(d(lo), d(hi)))
    } else {
        text.parse().ok().map(TargetNilai::Tunggal)
    };
    g(Target {
        tertulis: text.into(),
        nilai,
        satuan: None,
    })
}

fn indikator(isi: &IndikatorIsi, tahun: &str) -> Indikator {
    let mut i = people::indikator(word(isi.aspek.as_deref().unwrap_or("kuantitas")), "1", "");
    i.target = target(&isi.target);
    i.arah = kata(isi.arah.as_ref());
    i.akumulasi = kata(isi.akumulasi.as_ref());
    i.kelompok = kata(isi.kelompok.as_ref());
    i.bobot = isi.bobot.as_ref().map_or_else(e, |b| g(d(b)));
    i.target_maksimal = isi.target_maksimal.map_or_else(e, g);
    i.realisasi = isi
        .realisasi
        .iter()
        .map(|r| {
            let (periode, value) = r.split_once(": ").unwrap_or((tahun, r));
            people::realisasi(periode, value)
        })
        .collect();
    i
}

fn posting(isi: &PostingIsi) -> Posting {
    let mut p = people::posting_at(None, None);
    p.jenis_jabatan = kata(isi.jenis_jabatan.as_ref());
    if let Some(unit) = &isi.unit_kerja {
        p.unit_kerja = unit.as_str().into();
    }
    if let Some(jabatan) = &isi.jabatan {
        p.jabatan = jabatan.as_str().into();
    }
    p.jenis_pegawai = isi.jenis_pegawai.as_deref().unwrap_or_default().into();
    p.mulai = tanggal(isi.mulai.as_ref());
    p.selesai = tanggal(isi.selesai.as_ref());
    p.plt = isi.plt;
    p.jenjang = kata(isi.jenjang.as_ref());
    p.status = kata(isi.status.as_ref());
    p.studi = kata(isi.studi.as_ref());
    p.ipk = isi.ipk.as_ref().map_or_else(e, |n| g(d(n)));
    p.akreditasi = kata(isi.akreditasi.as_ref());
    p.jenjang_studi = kata(isi.jenjang_studi.as_ref());
    p.nilai_ditetapkan = isi.nilai_ditetapkan.as_ref().map_or_else(e, |n| g(d(n)));
    p.ide_baru = isi.ide_baru.map_or_else(e, g);
    if isi.rekomendasi {
        p.rekomendasi_ide = g("Nota dinas 12/2025".into());
    }
    p.kepemimpinan = isi.kepemimpinan.map_or_else(e, g);
    p
}

fn rhk(isi: &RhkIsi, index: usize, tahun: &str, postings: &[Posting]) -> RencanaHasilKerja {
    let kode = isi.kode.clone().unwrap_or_else(|| (index + 1).to_string());
    let mut indikator: Vec<Indikator> = isi.indikator.iter().map(|i| self::indikator(i, tahun)).collect();
    for i in 0..indikator.len() {
        let same = indikator[..i]
            .iter()
            .filter(|o| o.aspek.get() == indikator[i].aspek.get())
            .count();
        indikator[i].no = u32::try_from(same).unwrap() + 1;
    }
    let mut r = people::rhk(&kode, word(isi.jenis.as_deref().unwrap_or("utama")), indikator);
    r.metode = kata(isi.metode.as_ref());
    r.ganda = isi.ganda;
    r.lingkup = isi.lingkup.map_or_else(e, g);
    r.posting = postings.iter().rposition(|p| !p.plt);
    if let Some(i) = isi.posting {
        r.posting = Some(i);
        r.mulai = g(postings[i]
            .mulai
            .get()
            .copied()
            .unwrap_or_else(|| jiff::civil::date(2025, 1, 1)));
    }
    r.umpan_balik = isi
        .umpan_balik
        .iter()
        .map(|u| {
            let (periode, rating) = u.split_once(": ").unwrap_or((tahun, u));
            UmpanBalik {
                periode: periode.parse().unwrap(),
                isi: g(known(rating).map_or_else(|| IsiUmpanBalik::Words(rating.into()), IsiUmpanBalik::Rating)),
            }
        })
        .collect();
    r
}

fn perilaku(aspek: &str, penilai: Option<&str>, nilai: &str) -> NilaiPerilaku {
    NilaiPerilaku {
        at: AT,
        aspek: g(word(aspek)),
        penilai: penilai.map_or_else(e, |p| g(word(p))),
        nip_penilai: e(),
        nilai: match nilai {
            "" => e(),
            n => n.parse().map_or_else(
                |_| g(known(n).map_or_else(|| Skala::Words(n.into()), Skala::Rating)),
                |x| g(Skala::Angka(x)),
            ),
        },
    }
}

fn pegawai(isi: &Orang, index: usize, tahun: &str, aturan: &Aturan) -> Pegawai {
    let nip = isi.nip.clone().unwrap_or_else(|| format!("1980010120050110{:02}", index + 1));
    let mut p = people::pegawai(&nip);
    p.posting = isi.posting.iter().map(posting).collect();
    if p.posting.is_empty() {
        p.posting.push(posting(&PostingIsi::default()));
    }
    for x in &mut p.posting {
        if x.jenis_jabatan.is_empty()
            && let Some(jenis) = &isi.jenis_jabatan
        {
            x.jenis_jabatan = g(word(jenis));
        }
    }
    p.rhk = isi
        .rhk
        .iter()
        .enumerate()
        .map(|(i, r)| rhk(r, i, tahun, &p.posting))
        .collect();
    p.perilaku = isi.perilaku.iter().map(|(a, n)| perilaku(a, None, n)).collect();
    p.perilaku
        .extend(isi.perilaku_baris.iter().map(|[a, s, n]| perilaku(a, Some(s), n)));
    if let Some(all) = &isi.perilaku_semua {
        let leads = p.posting.iter().any(|x| {
            x.jenis_jabatan
                .get()
                .is_some_and(|j| j.jpt_atau_mandiri() || ["administrator", "pengawas"].contains(&j.as_str()))
        });
        for a in &aturan.perilaku.aspek_perilaku.nilai.0 {
            if a.as_str() != "kepemimpinan" || leads {
                p.perilaku.push(perilaku(a.as_str(), None, all));
            }
        }
    }
    p.penilaian = isi
        .penilaian
        .iter()
        .map(|r| Penilaian {
            at: AT,
            periode: r.periode.as_ref().map_or_else(e, |t| g(t.parse().unwrap())),
            hasil_kerja: kata(r.hasil_kerja.as_ref()),
            perilaku_kerja: kata(r.perilaku_kerja.as_ref()),
            hasil_akhir: kata(r.hasil_akhir.as_ref()),
            awal: r.awal.as_ref().map(|t| t.parse().unwrap()),
            akhir: r.akhir.as_ref().map(|t| t.parse().unwrap()),
            plt: r.plt,
        })
        .collect();
    if isi.dikecualikan {
        p.pengecualian = Some(Pengecualian {
            at: AT,
            alasan: g("cuti besar".into()),
            keterangan: "".into(),
        });
    }
    p
}

/// The period a rule set is tried with when a case names none.
pub fn periode_bawaan(aturan: &str) -> &'static str {
    if aturan == "permenpanrb-8-2021" { "2021-S2" } else { "2025" }
}

/// The case as a data set under one rule set.
pub fn data(kasus: &Kasus, aturan: &Aturan, periode: Periode) -> Data {
    let tahun = periode.to_string();
    let mut people: Vec<Pegawai> = kasus
        .pegawai
        .iter()
        .enumerate()
        .map(|(i, p)| pegawai(p, i, &tahun, aturan))
        .collect();
    let find = |name: &str| -> Result<TautanKe, BrokenLink> {
        let (nip, kode) = name.split_once('/').unwrap();
        let p = people
            .iter()
            .position(|p| &*p.nip == nip)
            .ok_or_else(|| BrokenLink::AtasanTidakAda(nip.into()))?;
        let r = people[p]
            .rhk
            .iter()
            .position(|r| &*r.kode == kode)
            .ok_or(BrokenLink::KodeTidakAda(None))?;
        Ok(TautanKe::Rhk(RhkId {
            pegawai: skp::model::PegawaiId(u32::try_from(p).unwrap()),
            rhk: u32::try_from(r).unwrap(),
        }))
    };
    let links: Vec<Vec<Vec<Tautan>>> = kasus
        .pegawai
        .iter()
        .map(|p| {
            let link = |name: &String| Tautan {
                kode: name.as_str().into(),
                at: AT,
                ke: find(name),
            };
            p.rhk.iter().map(|r| r.atasan.iter().map(link).collect()).collect()
        })
        .collect();
    for (p, links) in people.iter_mut().zip(links) {
        for (r, links) in p.rhk.iter_mut().zip(links) {
            r.tautan = links;
        }
    }
    let unit = kasus
        .unit
        .iter()
        .map(|u| Unit {
            at: AT,
            unit_kerja: u.unit_kerja.as_str().into(),
            unit_induk: None,
            nip_pimpinan: u.nip_pimpinan.as_ref().map_or_else(e, |n| g(n.as_str().into())),
            predikat_organisasi: kata(u.predikat_organisasi.as_ref()),
            tahun_predikat: e(),
        })
        .collect();
    let ada = JenisTabel::ALL
        .into_iter()
        .filter(|j| !kasus.tanpa_tabel.iter().any(|t| t == j.as_str()))
        .collect();
    Data::new(periode, people, unit, Vec::new(), ada, Vec::new())
}

/// Path of an example rule file of the documentation.
pub fn contoh_aturan(nama: &str) -> String {
    format!("{}/docs/contoh-aturan-{nama}.toml", env!("CARGO_MANIFEST_DIR"))
}

/// What the scoring of the case needs, under one of its rule sets.
pub fn bahan(kasus: &Kasus, id: &str) -> (Data, Aturan, ScoreOptions) {
    let periode: Periode = kasus
        .periode
        .as_deref()
        .unwrap_or_else(|| periode_bawaan(id))
        .parse()
        .unwrap();
    let aturan = match (&kasus.profil, &kasus.contoh) {
        (Some(text), _) => Aturan::dari_teks("profil.toml", text, periode),
        (None, Some(nama)) => Aturan::load(&contoh_aturan(nama), periode),
        (None, None) => Aturan::load(id, periode),
    }
    .unwrap_or_else(|e| panic!("{}: {e}", kasus.nama));
    let data = data(kasus, &aturan, periode);
    let options = ScoreOptions {
        bobot: kasus.bobot.map(|[skp, perilaku]| BobotSkp {
            skp: skp.into(),
            perilaku: perilaku.into(),
        }),
        ..ScoreOptions::default()
    };
    (data, aturan, options)
}

/// Scores the case under one of its rule sets.
pub fn nilai(kasus: &Kasus, id: &str) -> (Data, Scores) {
    let (data, aturan, options) = bahan(kasus, id);
    let scores = score(&data, &aturan, &options);
    (data, scores)
}

/// The name of a fact, and the words that it carries.
pub fn fact(noted: &skp::finding::Noted) -> (String, String) {
    let all = format!("{:?}", noted.fact);
    let name = all.split(' ').next().unwrap_or_default().to_owned();
    let words = all.split_once('"').and_then(|(_, rest)| rest.rsplit_once('"'));
    (name, words.map_or_else(String::new, |(w, _)| w.replace("\\\"", "\"")))
}

/// What came out, under the key that a case asks for.
pub fn hasil(h: &HasilPegawai, key: &str) -> String {
    let angka = |x: Option<skp::base::figure::Desimal>| x.map_or_else(|| "-".to_owned(), with_comma);
    let list = |xs: Vec<String>| xs.join("; ");
    let indikator = || h.rhk.iter().flat_map(|r| &r.indikator);
    match key {
        "status" => format!("{:?}", h.status),
        "alasan" => h.alasan.as_deref().unwrap_or("-").to_owned(),
        "sebab" => list(h.sebab.iter().map(|s| format!("{s:?}")).collect()),
        "fakta" => {
            let mut names: Vec<String> = h.fakta.iter().map(|f| fact(f).0).collect();
            names.dedup();
            list(names)
        }
        "rincian" => list(h.fakta.iter().map(|f| fact(f).1).collect()),
        "target" => list(indikator().map(|i| i.target.as_deref().unwrap_or("-").to_owned()).collect()),
        "nilai_kinerja_utama" => angka(h.nilai_kinerja_utama),
        "nilai_kinerja_tambahan" => angka(h.nilai_kinerja_tambahan),
        "nilai_skp" => angka(h.nilai_skp),
        "nilai_perilaku" => angka(h.nilai_perilaku),
        "nilai_kinerja" => angka(h.nilai_kinerja),
        "rating_hasil_kerja" => h.rating_hasil_kerja.map_or("-", |r| r.as_str()).to_owned(),
        "rating_perilaku" => h.rating_perilaku.map_or("-", |r| r.as_str()).to_owned(),
        "predikat" => h.predikat.unwrap_or("-").to_owned(),
        "angka_kredit" => angka(h.angka_kredit),
        "tukin_persen" => angka(h.tukin_persen),
        "unit_kerja" => h.unit_kerja.to_string(),
        "tindak_lanjut" => h.tindak_lanjut.join("; "),
        "capaian" => list(indikator().map(|i| angka(i.capaian)).collect()),
        "kategori" => list(indikator().map(|i| i.kategori.unwrap_or("-").to_owned()).collect()),
        "nilai_iki" => list(indikator().map(|i| angka(i.nilai)).collect()),
        "realisasi" => list(
            indikator()
                .map(|i| i.realisasi.as_ref().map_or_else(|| "-".into(), ToString::to_string))
                .collect(),
        ),
        "rhk" => list(h.rhk.iter().map(|r| angka(r.nilai)).collect()),
        "tertimbang" => list(h.rhk.iter().map(|r| angka(r.nilai_tertimbang)).collect()),
        "mulai" => list(
            h.rhk
                .iter()
                .map(|r| r.mulai.map_or_else(|| "-".into(), |d| d.to_string()))
                .collect(),
        ),
        other => panic!("harapan tidak dikenal: {other}"),
    }
}
