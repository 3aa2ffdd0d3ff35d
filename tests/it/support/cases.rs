//! Golden cases as TOML: people with their rows in few words, the result that must come out, and the
//! pasal that says so. One shape for all files of `fixtures/golden`.

use std::collections::BTreeMap;

use serde::Deserialize;
use skp::base::figure::with_comma;
use skp::model::skp::{UmpanBalik, UmpanBalikContent};
use skp::model::vocab::Word;
use skp::model::{
    Away, BrokenLink, Data, Field, Indikator, NilaiPerilaku, Pegawai, Pengecualian, Penilaian, Periode, Posting,
    RencanaHasilKerja, RhkId, Scale, Target, TargetNilai, Tautan, TautanTarget, Unit,
};
use skp::rules::values::BobotSkp;
use skp::rules::{Aturan, Usage};
use skp::score::{HasilPegawai, HasilRhk, ScoreOptions, Scores, score};
use skp::table::TableKind;

use super::people::{self, AT, d, e, g};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    pub kasus: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
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
    pub unit: Vec<CaseUnit>,
    pub pegawai: Vec<People>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseUnit {
    pub unit_kerja: String,
    pub nip_pimpinan: Option<String>,
    pub predikat_organisasi: Option<String>,
    pub tahun_predikat: Option<u32>,
    pub capaian: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct People {
    pub nip: Option<String>,
    pub jenis_jabatan: Option<String>,
    pub posting: Vec<CasePosting>,
    pub rhk: Vec<CaseRhk>,
    /// Aspek → value of the atasan.
    pub perilaku: BTreeMap<String, String>,
    /// aspek, penilai, value.
    pub perilaku_baris: Vec<[String; 3]>,
    /// The same value for all aspek of the rule set.
    pub perilaku_semua: Option<String>,
    pub penilaian: Vec<CasePenilaian>,
    pub dikecualikan: bool,
    pub harapan: BTreeMap<String, toml::Value>,
}

#[derive(Deserialize, Default, Clone)]
#[serde(deny_unknown_fields, default)]
pub struct CasePosting {
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
pub struct CaseRhk {
    pub kode: Option<String>,
    pub jenis: Option<String>,
    /// `NIP/KODE`; what is not found is a broken link.
    pub atasan: Vec<String>,
    #[serde(rename = "metode")]
    pub method: Option<String>,
    pub lingkup: Option<u8>,
    /// Its rows stand twice.
    pub ganda: bool,
    /// Index of its posting, with `mulai` given.
    pub posting: Option<usize>,
    pub indikator: Vec<CaseIndikator>,
    /// One yearly rating, or `periode: rating` pairs.
    pub umpan_balik: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct CaseIndikator {
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
pub struct CasePenilaian {
    pub periode: Option<String>,
    pub hasil_kerja: Option<String>,
    pub perilaku_kerja: Option<String>,
    pub hasil_akhir: Option<String>,
    #[serde(rename = "awal")]
    pub start: Option<String>,
    #[serde(rename = "akhir")]
    pub end: Option<String>,
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

fn word_of<W: Word>(text: Option<&String>) -> Field<W> {
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
        Some(TargetNilai::AtLeast(d(x)))
    } else if let Some(x) = text.strip_prefix("≤ ") {
        Some(TargetNilai::AtMost(d(x)))
    } else if let Some((lo, hi)) = text.split_once(" - ") {
        Some(TargetNilai::Range(d(lo), d(hi)))
    } else {
        text.parse().ok().map(TargetNilai::Single)
    };
    g(Target {
        written: text.into(),
        nilai,
        satuan: None,
    })
}

fn indikator(content: &CaseIndikator, tahun: &str) -> Indikator {
    let mut i = people::indikator(word(content.aspek.as_deref().unwrap_or("kuantitas")), "1", "");
    i.aim_mut().target = target(&content.target).into();
    i.detail_mut().arah = (word_of(content.arah.as_ref())).into();
    i.detail_mut().akumulasi = (word_of(content.akumulasi.as_ref())).into();
    i.detail_mut().kelompok = (word_of(content.kelompok.as_ref())).into();
    i.detail_mut().bobot = (content.bobot.as_ref().map_or_else(e, |b| g(d(b)))).into();
    i.detail_mut().target_maksimal = (content.target_maksimal.map_or_else(e, g)).into();
    i.realisasi = content
        .realisasi
        .iter()
        .map(|r| {
            let (periode, value) = r.split_once(": ").unwrap_or((tahun, r));
            people::realisasi(periode, value)
        })
        .collect();
    i
}

fn posting(content: &CasePosting) -> Posting {
    let mut p = people::posting_at(None, None);
    p.jenis_jabatan = word_of(content.jenis_jabatan.as_ref()).state;
    if let Some(unit) = &content.unit_kerja {
        p.unit_kerja = unit.as_str().into();
    }
    if let Some(jabatan) = &content.jabatan {
        p.jabatan = jabatan.as_str().into();
    }
    p.detail_mut().jenis_pegawai = content.jenis_pegawai.as_deref().unwrap_or_default().into();
    p.mulai = tanggal(content.mulai.as_ref()).state;
    p.selesai = tanggal(content.selesai.as_ref()).state;
    p.plt = content.plt;
    p.detail_mut().jenjang = (word_of(content.jenjang.as_ref())).into();
    p.detail_mut().status = (word_of(content.status.as_ref())).into();
    let away = Away {
        studi: word_of(content.studi.as_ref()),
        ipk: content.ipk.as_ref().map_or_else(e, |n| g(d(n))),
        akreditasi: word_of(content.akreditasi.as_ref()),
        jenjang_studi: word_of(content.jenjang_studi.as_ref()),
        nilai_ditetapkan: content.nilai_ditetapkan.as_ref().map_or_else(e, |n| g(d(n))),
        sumber_nilai: e(),
    };
    p.away = away.kept(&p.detail.status);
    p.detail_mut().ide_baru = (content.ide_baru.map_or_else(e, g)).into();
    if content.rekomendasi {
        p.detail_mut().rekomendasi_ide = g("Nota dinas 12/2025".into()).into();
    }
    p.detail_mut().kepemimpinan = (content.kepemimpinan.map_or_else(e, g)).into();
    p
}

fn rhk(content: &CaseRhk, index: usize, tahun: &str, postings: &[Posting]) -> RencanaHasilKerja {
    let kode = content.kode.clone().unwrap_or_else(|| (index + 1).to_string());
    let mut indikator: Vec<Indikator> = content.indikator.iter().map(|i| self::indikator(i, tahun)).collect();
    for i in 0..indikator.len() {
        let same = indikator[..i]
            .iter()
            .filter(|o| o.aspek.get() == indikator[i].aspek.get())
            .count();
        indikator[i].aim_mut().no = u32::try_from(same).unwrap() + 1;
    }
    let mut r = people::rhk(&kode, word(content.jenis.as_deref().unwrap_or("utama")), indikator);
    r.detail_mut().method = (word_of(content.method.as_ref())).into();
    r.doubled = content.ganda;
    r.detail_mut().lingkup = (content.lingkup.map_or_else(e, g)).into();
    // As the reader does: the last one that counts and has begun in the period.
    let end = tahun.parse::<skp::model::Periode>().unwrap().end();
    let all_plt = postings.iter().all(|p| p.plt);
    let last = |p: &Posting| (all_plt || !p.plt) && p.mulai.get().is_none_or(|d| *d <= end);
    r.posting_no = postings.iter().rposition(last).map(skp::base::ids::PostingNo::at);
    if let Some(i) = content.posting {
        r.posting_no = Some(skp::base::ids::PostingNo::at(i));
        let mulai = postings[i].mulai.get().copied();
        r.detail_mut().mulai = g(mulai.unwrap_or_else(|| jiff::civil::date(2025, 1, 1))).into();
    }
    r.umpan_balik = content
        .umpan_balik
        .iter()
        .map(|u| {
            let (periode, rating) = u.split_once(": ").unwrap_or((tahun, u));
            UmpanBalik {
                periode: periode.parse().unwrap(),
                content: match rating {
                    "" => e(),
                    said => g(known(said).map_or_else(|| UmpanBalikContent::Words(said.into()), UmpanBalikContent::Rating)),
                },
            }
        })
        .collect();
    r
}

fn perilaku(aspek: &str, penilai: Option<&str>, nilai: &str) -> NilaiPerilaku {
    let nilai = match nilai {
        "" => e(),
        n => n.parse().map_or_else(
            |_| g(known(n).map_or_else(|| Scale::Words(n.into()), Scale::Rating)),
            |x| g(Scale::Angka(x)),
        ),
    };
    people::perilaku(word(aspek), penilai.map_or_else(e, |p| g(word(p))), nilai)
}

fn pegawai(content: &People, index: usize, tahun: &str, aturan: &Aturan) -> Pegawai {
    let nip = content
        .nip
        .clone()
        .unwrap_or_else(|| format!("1980010120050110{:02}", index + 1));
    let mut p = people::pegawai(&nip);
    p.posting = content.posting.iter().map(posting).collect();
    if p.posting.is_empty() {
        p.posting.push(posting(&CasePosting::default()));
    }
    for x in p.posting.iter_mut() {
        if x.jenis_jabatan.is_empty()
            && let Some(jenis) = &content.jenis_jabatan
        {
            x.jenis_jabatan = g(word(jenis)).state;
        }
    }
    p.rhk = content
        .rhk
        .iter()
        .enumerate()
        .map(|(i, r)| rhk(r, i, tahun, &p.posting))
        .collect();
    p.perilaku = content.perilaku.iter().map(|(a, n)| perilaku(a, None, n)).collect();
    p.perilaku
        .extend(content.perilaku_baris.iter().map(|[a, s, n]| perilaku(a, Some(s), n)));
    if let Some(all) = &content.perilaku_semua {
        let leads = p.posting.iter().any(|x| {
            x.jenis_jabatan
                .get()
                .is_some_and(|j| j.jpt_or_mandiri() || ["administrator", "pengawas"].contains(&j.as_str()))
        });
        for a in &aturan.perilaku.aspek_perilaku.shown().0 {
            if a.as_str() != "kepemimpinan" || leads {
                p.perilaku.push(perilaku(a.as_str(), None, all));
            }
        }
    }
    p.penilaian = content
        .penilaian
        .iter()
        .map(|r| Penilaian {
            at: AT,
            periode: r.periode.as_ref().map_or_else(e, |t| g(t.parse().unwrap())),
            hasil_kerja: word_of(r.hasil_kerja.as_ref()),
            perilaku_kerja: word_of(r.perilaku_kerja.as_ref()),
            hasil_akhir: word_of(r.hasil_akhir.as_ref()),
            start: r.start.as_ref().map(|t| t.parse().unwrap()),
            end: r.end.as_ref().map(|t| t.parse().unwrap()),
            plt: r.plt,
            withheld: false,
            of_download: false,
        })
        .collect();
    if content.dikecualikan {
        p.pengecualian = Some(Box::new(Pengecualian {
            at: AT,
            alasan: g("cuti besar".into()),
            keterangan: "".into(),
        }));
    }
    p
}

/// The period a rule set is tried with when a case names none.
pub fn default_periode(aturan: &str) -> &'static str {
    if aturan == "permenpanrb-8-2021" { "2021-S2" } else { "2025" }
}

/// The case as a data set under one rule set.
pub fn data(kasus: &Case, aturan: &Aturan, periode: Periode) -> Data {
    let tahun = periode.to_string();
    let mut people: Vec<Pegawai> = kasus
        .pegawai
        .iter()
        .enumerate()
        .map(|(i, p)| pegawai(p, i, &tahun, aturan))
        .collect();
    let find = |name: &str| -> Result<TautanTarget, BrokenLink> {
        let (nip, kode) = name.split_once('/').unwrap();
        let p = people
            .iter()
            .position(|p| &*p.nip == nip)
            .ok_or_else(|| BrokenLink::NoSuchAtasan(nip.into()))?;
        let r = people[p]
            .rhk
            .iter()
            .position(|r| &*r.kode == kode)
            .ok_or(BrokenLink::NoSuchKode(None))?;
        Ok(TautanTarget::Rhk(RhkId {
            pegawai: skp::model::PegawaiId(u32::try_from(p).unwrap()),
            rhk: skp::base::ids::RhkNo::at(r),
        }))
    };
    let links: Vec<Vec<Vec<Tautan>>> = kasus
        .pegawai
        .iter()
        .map(|p| {
            let link = |name: &String| Tautan {
                kode: name.as_str().into(),
                to: find(name),
            };
            p.rhk.iter().map(|r| r.atasan.iter().map(link).collect()).collect()
        })
        .collect();
    for (p, links) in people.iter_mut().zip(links) {
        for (r, links) in p.rhk.iter_mut().zip(links) {
            r.tautan = links.into_iter().collect();
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
            predikat_organisasi: word_of(u.predikat_organisasi.as_ref()),
            capaian: u.capaian.as_ref().map_or_else(e, |c| g(c.parse().unwrap())),
            tahun_predikat: u.tahun_predikat.map_or_else(e, g),
        })
        .collect();
    let has = TableKind::ALL
        .into_iter()
        .filter(|j| !kasus.tanpa_tabel.iter().any(|t| t == j.as_str()))
        .collect();
    Data::new(periode, people, unit, Vec::new(), has, Vec::new())
}

/// Path of an example rule file of the documentation.
pub fn example_rules(nama: &str) -> String {
    format!("{}/docs/contoh-aturan-{nama}.toml", env!("CARGO_MANIFEST_DIR"))
}

/// What the scoring of the case needs, under one of its rule sets.
pub fn material(kasus: &Case, id: &str) -> (Data, Aturan, ScoreOptions, Usage) {
    let periode: Periode = kasus
        .periode
        .as_deref()
        .unwrap_or_else(|| default_periode(id))
        .parse()
        .unwrap();
    let aturan = match (&kasus.profil, &kasus.contoh) {
        (Some(text), _) => Aturan::from_text("profil.toml", text, periode),
        (None, Some(nama)) => Aturan::load(&example_rules(nama), periode),
        (None, None) => Aturan::load(id, periode),
    }
    .unwrap_or_else(|e| panic!("{}: {e}", kasus.nama));
    let mut data = data(kasus, &aturan, periode);
    let before = skp::score::prepare(&mut data, &aturan);
    let options = ScoreOptions {
        bobot: kasus.bobot.map(|[skp, perilaku]| BobotSkp {
            skp: skp.into(),
            perilaku: perilaku.into(),
        }),
        keep_rhk: true,
        ..ScoreOptions::default()
    };
    (data, aturan, options, before)
}

/// Scores the case under one of its rule sets.
pub fn nilai(kasus: &Case, id: &str) -> (Data, Scores) {
    let (data, aturan, options, before) = material(kasus, id);
    let mut scores = score(&data, &aturan, &options);
    scores.merge_usage(before, &aturan);
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
pub fn hasil(h: &HasilPegawai, rhk: &[HasilRhk], key: &str) -> String {
    let angka = |x: Option<skp::base::figure::Decimal>| x.map_or_else(|| "-".to_owned(), with_comma);
    let list = |xs: Vec<String>| xs.join("; ");
    let indikator = || rhk.iter().flat_map(|r| &r.indikator);
    match key {
        "status" => format!("{:?}", h.status()),
        "alasan" => h.alasan().unwrap_or("-").to_owned(),
        "sebab" => list(h.reasons().iter().map(|s| format!("{s:?}")).collect()),
        "fakta" => {
            let mut names: Vec<String> = h.facts.iter().map(|f| fact(f).0).collect();
            names.dedup();
            list(names)
        }
        "rincian" => list(h.facts.iter().map(|f| fact(f).1).collect()),
        "nilai_kinerja_utama" => angka(h.nilai_kinerja_utama),
        "nilai_kinerja_tambahan" => angka(h.nilai_kinerja_tambahan),
        "nilai_skp" => angka(h.nilai_skp),
        "nilai_perilaku" => angka(h.nilai_perilaku),
        "nilai_kinerja" => angka(h.nilai_kinerja()),
        "rating_hasil_kerja" => h.rating_hasil_kerja.map_or("-", |r| r.as_str()).to_owned(),
        "rating_perilaku" => h.rating_perilaku.map_or("-", |r| r.as_str()).to_owned(),
        "predikat" => h.label().unwrap_or("-").to_owned(),
        "angka_kredit" => angka(h.angka_kredit),
        "tukin_persen" => angka(h.tukin_persen),
        "unit_kerja" => h.unit_kerja.to_string(),
        "tindak_lanjut" => h.tindak_lanjut.join("; "),
        "capaian" => list(indikator().map(|i| angka(i.capaian)).collect()),
        "kategori" => list(
            indikator()
                .map(|i| i.kategori.map_or("-", |k| k.as_str()).to_owned())
                .collect(),
        ),
        "nilai_iki" => list(indikator().map(|i| angka(i.nilai())).collect()),
        "realisasi" => list(
            indikator()
                .map(|i| i.realisasi.as_ref().map_or_else(|| "-".into(), |r| r.words().into_owned()))
                .collect(),
        ),
        "rhk" => list(rhk.iter().map(|r| angka(r.nilai)).collect()),
        "kata_umpan_balik" => list(
            rhk.iter()
                .map(|r| r.kata_umpan_balik.as_deref().unwrap_or("-").to_owned())
                .collect(),
        ),
        "tertimbang" => list(rhk.iter().map(|r| angka(r.weighted_nilai)).collect()),
        "mulai" => list(
            rhk.iter()
                .map(|r| r.mulai.map_or_else(|| "-".into(), |d| d.to_string()))
                .collect(),
        ),
        other => panic!("harapan tidak dikenal: {other}"),
    }
}
