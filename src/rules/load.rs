//! From TOML to [`Aturan`]: a file and those it extends are read in layers, and for each parameter
//! the record of the first layer that has one counts, whole: value, dates, acuan and keyakinan
//! always come from the same record.

use std::marker::PhantomData;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;
use toml::value::Datetime;

use super::error::baris;
use super::parameter::{PALING_BANYAK, Parameter};
use super::parse::parse;
use super::sections::{
    BagianAngkaKredit, BagianCapaian, BagianDistribusi, BagianDistribusiOrganisasi, BagianJadwal, BagianKelompok, BagianKhusus,
    BagianKinerja, BagianKonversi, BagianPembulatan, BagianPerilaku, BagianPerilakuNumerik, BagianPredikat, BagianRating,
    BagianTambahan, BagianTindakan, Bertempat, Isi, Kualitatif, Numerik,
};
use super::values::IsiParameter;
use super::{Aturan, AturanError, BAWAAN, Keyakinan, Rezim, validate};

/// How many files may extend one another.
const LAPIS_PALING_BANYAK: usize = 8;

/// A rule file as written. Unknown keys are refused at every level.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Berkas {
    aturan: Spanned<Head>,
    pub capaian: Option<BagianCapaian>,
    pub pembulatan: Option<BagianPembulatan>,
    pub perilaku: Option<BagianPerilaku>,
    pub khusus: Option<BagianKhusus>,
    pub jadwal: Option<BagianJadwal>,
    pub angka_kredit: Option<BagianAngkaKredit>,
    pub tindak_lanjut: Option<BagianTindakan>,
    pub kelompok: Option<BagianKelompok>,
    pub predikat: Option<BagianPredikat>,
    pub kinerja: Option<BagianKinerja>,
    pub perilaku_numerik: Option<BagianPerilakuNumerik>,
    pub tambahan: Option<BagianTambahan>,
    pub konversi: Option<BagianKonversi>,
    pub distribusi: Option<BagianDistribusi>,
    pub rating: Option<BagianRating>,
    pub distribusi_organisasi: Option<BagianDistribusiOrganisasi>,
}

/// `[aturan]`: what the set is.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    id: Spanned<String>,
    judul: String,
    rezim: Option<Spanned<Rezim>>,
    memperluas: Option<Spanned<String>>,
    mulai: Spanned<Datetime>,
    selesai: Option<Spanned<Datetime>>,
    /// Periods that lie wholly from this day on take the set by themselves.
    otomatis_dari: Option<Spanned<Datetime>>,
    /// Last day of those periods.
    otomatis_sampai: Option<Spanned<Datetime>>,
    acuan: Option<String>,
    keyakinan: Option<Keyakinan>,
    catatan: Option<String>,
}

/// One record: value, dates, acuan, keyakinan, together. All optional for serde so that what is
/// missing is told in our own words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, bound = "T: Deserialize<'de>")]
pub(super) struct Record<T> {
    nilai: Option<Spanned<T>>,
    mulai: Option<Spanned<Datetime>>,
    selesai: Option<Spanned<Datetime>>,
    acuan: Option<String>,
    keyakinan: Option<Keyakinan>,
    tautan: Option<String>,
    catatan: Option<String>,
}

/// The records of one parameter: `[bagian.kunci]` for one, `[[bagian.kunci]]` for several that
/// followed one another.
#[derive(Debug, Clone)]
pub(super) struct History<T>(Vec<Record<T>>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for History<T> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct SatuAtauBeberapa<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for SatuAtauBeberapa<T> {
            type Value = History<T>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("catatan parameter dengan nilai, mulai, acuan, keyakinan")
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                Record::deserialize(MapAccessDeserializer::new(map)).map(|r| History(vec![r]))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut semua = Vec::new();
                while let Some(r) = seq.next_element()? {
                    semua.push(r);
                }
                Ok(History(semua))
            }
        }
        d.deserialize_any(SatuAtauBeberapa(PhantomData))
    }
}

/// A file with its text, for line numbers.
pub(super) struct Layer {
    nama: Arc<str>,
    teks: String,
    berkas: Berkas,
}

impl Layer {
    fn baca(nama: &str, teks: String) -> Result<Self, AturanError> {
        let bersih = teks.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(teks);
        let berkas = parse(&bersih).map_err(|semua| {
            let isi = |(di, alasan)| AturanError::Isi {
                berkas: nama.to_owned(),
                baris: baris(&bersih, di),
                alasan,
            };
            AturanError::merge(semua.into_iter().map(isi).collect())
        })?;
        Ok(Self {
            nama: nama.into(),
            teks: bersih,
            berkas,
        })
    }

    fn salah(&self, offset: usize, alasan: impl Into<String>) -> AturanError {
        AturanError::Isi {
            berkas: self.nama.to_string(),
            baris: baris(&self.teks, offset),
            alasan: alasan.into(),
        }
    }

    fn tanggal(&self, d: &Spanned<Datetime>) -> Result<Date, AturanError> {
        tanggal(*d.get_ref())
            .ok_or_else(|| self.salah(d.span().start, "tanggal ditulis 2021-07-01, tanpa jam dan tanpa tanda kutip"))
    }

    fn kepala(&self) -> &Head {
        self.berkas.aturan.get_ref()
    }
}

fn tanggal(d: Datetime) -> Option<Date> {
    match (d.date, d.time) {
        (Some(d), None) => Date::new(
            i16::try_from(d.year).ok()?,
            i8::try_from(d.month).ok()?,
            i8::try_from(d.day).ok()?,
        )
        .ok(),
        _ => None,
    }
}

/// Collects the parameters of the layers, numbering them.
pub(super) struct Builder<'a> {
    lapisan: &'a [Layer],
    /// The day whose record counts where a parameter has several.
    pada: Date,
    berikut: u8,
    /// What is wrong so far: whoever mends the file wants to see all of it.
    salah: Vec<AturanError>,
}

impl Builder<'_> {
    /// A parameter that must be there.
    pub(super) fn wajib<T: IsiParameter>(
        &mut self,
        bagian: &'static str,
        kunci: &'static str,
        take_next: impl Fn(&Berkas) -> Option<&Spanned<History<T>>>,
    ) -> Option<Parameter<T>> {
        match self.find(bagian, kunci, take_next) {
            Ok(None) => {
                let lapis = &self.lapisan[0];
                self.salah.push(lapis.salah(
                    lapis.berkas.aturan.span().start,
                    format!("parameter `{bagian}.{kunci}` tidak ada di sini maupun di aturan yang diperluas"),
                ));
                None
            }
            lain => self.catat(lain),
        }
    }

    /// A parameter that may be there.
    pub(super) fn boleh<T: IsiParameter>(
        &mut self,
        bagian: &'static str,
        kunci: &'static str,
        take_next: impl Fn(&Berkas) -> Option<&Spanned<History<T>>>,
    ) -> Option<Parameter<T>> {
        let hasil = self.find(bagian, kunci, take_next);
        self.catat(hasil)
    }

    fn catat<T>(&mut self, hasil: Result<Option<T>, AturanError>) -> Option<T> {
        hasil.unwrap_or_else(|e| {
            self.salah.push(e);
            None
        })
    }

    fn find<T: IsiParameter>(
        &mut self,
        bagian: &'static str,
        kunci: &'static str,
        take_next: impl Fn(&Berkas) -> Option<&Spanned<History<T>>>,
    ) -> Result<Option<Parameter<T>>, AturanError> {
        let indeks = self.berikut;
        if indeks >= PALING_BANYAK {
            let lapis = &self.lapisan[0];
            return Err(lapis.salah(0, "terlalu banyak parameter"));
        }
        self.berikut += 1;
        let mut dipilih: Option<Parameter<T>> = None;
        // Records of every layer are checked, also those that an upper layer replaces; from the
        // lowest up, so that a layer can be held against what it replaces.
        for lapis in self.lapisan.iter().rev() {
            let Some(riwayat) = take_next(&lapis.berkas) else { continue };
            let parameter = Self::pilih_rekaman(lapis, bagian, kunci, riwayat, self.pada, indeks)?;
            let milik_instansi = !BAWAAN.iter().any(|(id, _)| **id == *lapis.nama);
            if let Some(dasar) = &dipilih
                && milik_instansi
                && !T::DAPAT_DIGANTI
                && dasar.nilai.display() != parameter.nilai.display()
            {
                return Err(lapis.salah(
                    riwayat.span().start,
                    format!(
                        "`{bagian}.{kunci}`: ketentuan ini dijalankan mesin dan tidak dapat diganti dengan kata-kata; \
                         tulis nilainya persis \"{}\", yang boleh berbeda acuan dan keyakinannya",
                        dasar.nilai.display()
                    ),
                ));
            }
            dipilih = Some(parameter);
        }
        Ok(dipilih)
    }

    fn pilih_rekaman<T: IsiParameter>(
        lapis: &Layer,
        bagian: &'static str,
        kunci: &'static str,
        riwayat: &Spanned<History<T>>,
        pada: Date,
        indeks: u8,
    ) -> Result<Parameter<T>, AturanError> {
        let awal = riwayat.span().start;
        let mut semua = Vec::new();
        for rekaman in &riwayat.get_ref().0 {
            semua.push(Self::rekaman(lapis, bagian, kunci, rekaman, awal, indeks)?);
        }
        for (a, b) in semua.iter().zip(semua.iter().skip(1)) {
            if b.mulai <= a.mulai || a.selesai.is_none_or(|s| s >= b.mulai) {
                return Err(lapis.salah(
                    awal,
                    format!(
                        "`{bagian}.{kunci}`: catatan harus urut menurut `mulai`, dan yang lama diberi `selesai` sebelum yang baru"
                    ),
                ));
            }
        }
        let latest = semua.iter().rposition(|p| p.mulai <= pada).unwrap_or(0);
        semua
            .into_iter()
            .nth(latest)
            .ok_or_else(|| lapis.salah(awal, format!("`{bagian}.{kunci}` tidak berisi")))
    }

    fn rekaman<T: IsiParameter>(
        lapis: &Layer,
        bagian: &'static str,
        kunci: &'static str,
        r: &Record<T>,
        awal: usize,
        indeks: u8,
    ) -> Result<Parameter<T>, AturanError> {
        // The place of the value tells the record, where there are several.
        let di = r.nilai.as_ref().map_or(awal, |n| n.span().start);
        let salah = |alasan: String| lapis.salah(di, format!("`{bagian}.{kunci}`: {alasan}"));
        let nilai = r.nilai.as_ref().ok_or_else(|| salah("`nilai` belum diisi".into()))?;
        nilai.get_ref().periksa().map_err(salah)?;
        let acuan = r.acuan.as_deref().map(str::trim).unwrap_or_default();
        if acuan.is_empty() {
            return Err(salah("`acuan` belum diisi (peraturan dan pasal atau halamannya)".into()));
        }
        let keyakinan = r
            .keyakinan
            .ok_or_else(|| salah("`keyakinan` belum diisi (teks, sekunder, tafsir atau asumsi)".into()))?;
        if let Some(link) = r.tautan.as_deref().filter(|l| !l.starts_with("https://")) {
            return Err(salah(format!("`tautan` harus alamat https://, bukan \"{link}\"")));
        }
        let mulai = r
            .mulai
            .as_ref()
            .ok_or_else(|| salah("`mulai` belum diisi (sejak kapan berlaku)".into()))?;
        let mulai = lapis.tanggal(mulai)?;
        let selesai = r.selesai.as_ref().map(|d| lapis.tanggal(d)).transpose()?;
        if selesai.is_some_and(|s| s < mulai) {
            return Err(salah("`selesai` lebih awal daripada `mulai`".into()));
        }
        Ok(Parameter {
            nilai: nilai.get_ref().clone(),
            kunci,
            bagian,
            acuan: acuan.to_owned(),
            keyakinan,
            mulai,
            selesai,
            tautan: r.tautan.clone(),
            catatan: r.catatan.clone(),
            asal: lapis.nama.clone(),
            baris: baris(&lapis.teks, di),
            indeks,
        })
    }

    /// A section of the other regime must not be there.
    fn refuse(&mut self, bagian: &str, rezim: Rezim, take_next: impl Fn(&Berkas) -> Option<usize>) {
        if let Some((lapis, di)) = self.lapisan.iter().find_map(|l| take_next(&l.berkas).map(|di| (l, di))) {
            let alasan = format!("bagian `{bagian}` tidak berlaku dalam aturan {}", rezim.as_str());
            self.salah.push(lapis.salah(di, alasan));
        }
    }
}

/// Reads a built-in set by id.
pub(super) fn built_in(id: &str, pada: Date) -> Option<Result<Aturan, AturanError>> {
    let (nama, teks) = BAWAAN.iter().find(|(nama, _)| *nama == id)?;
    Some(Layer::baca(nama, (*teks).to_owned()).and_then(|l| arrange(l, None, pada)))
}

/// Reads a file.
pub(super) fn berkas(path: &Path, pada: Date) -> Result<Aturan, AturanError> {
    arrange(baca_berkas(path)?, Some(path), pada)
}

/// Reads a file's text under a name, extending built-in sets only.
pub(super) fn teks(nama: &str, isi: &str, pada: Date) -> Result<Aturan, AturanError> {
    arrange(Layer::baca(nama, isi.to_owned())?, None, pada)
}

fn baca_berkas(path: &Path) -> Result<Layer, AturanError> {
    let nama = path.display().to_string();
    let bita = std::fs::read(path).map_err(|e| AturanError::TidakTerbaca {
        berkas: nama.clone(),
        sebab: match e.kind() {
            std::io::ErrorKind::NotFound => "tidak ada".to_owned(),
            std::io::ErrorKind::PermissionDenied => "tidak ada izin membaca".to_owned(),
            _ => e.to_string(),
        },
    })?;
    let isi = String::from_utf8(bita).map_err(|_| AturanError::TidakTerbaca {
        berkas: nama.clone(),
        sebab: "bukan teks UTF-8".to_owned(),
    })?;
    Layer::baca(&nama, isi)
}

/// Puts a set together with all it extends.
fn arrange(pertama: Layer, path: Option<&Path>, pada: Date) -> Result<Aturan, AturanError> {
    let lapisan = lapisan(pertama, path)?;
    let dasar = &lapisan[lapisan.len() - 1];
    let rezim = match &dasar.kepala().rezim {
        Some(r) => *r.get_ref(),
        None => {
            return Err(dasar.salah(
                dasar.berkas.aturan.span().start,
                "`rezim` (numerik atau kualitatif) atau `memperluas` belum diisi",
            ));
        }
    };
    for lapis in &lapisan {
        if let Some(r) = lapis.kepala().rezim.as_ref().filter(|r| *r.get_ref() != rezim) {
            return Err(lapis.salah(
                r.span().start,
                format!(
                    "rezim {} tidak dapat memperluas aturan {}",
                    r.get_ref().as_str(),
                    rezim.as_str()
                ),
            ));
        }
    }
    let mut s = Builder {
        lapisan: &lapisan,
        pada,
        berikut: 0,
        salah: Vec::new(),
    };
    let aturan = lengkap(&mut s, rezim, path);
    let Some(aturan) = aturan.filter(|_| s.salah.is_empty()) else {
        return Err(AturanError::merge(s.salah));
    };
    let mut salah = Vec::new();
    validate::aturan(&aturan, &mut salah);
    if salah.is_empty() {
        return Ok(aturan);
    }
    Err(AturanError::merge(
        salah.into_iter().map(|e| milik_instansi(e, &lapisan[0])).collect(),
    ))
}

/// A record of the law that does not fit what an agency changed: the agency's file is the one to mend.
fn milik_instansi(e: AturanError, atas: &Layer) -> AturanError {
    match e {
        AturanError::Isi { berkas, baris, alasan } if *berkas != *atas.nama => atas.salah(
            atas.berkas.aturan.span().start,
            format!("tidak cocok dengan {berkas} baris {baris}: {alasan}; tulis juga parameter itu di berkas ini"),
        ),
        lain => lain,
    }
}

/// Every section, or `None` with what is wrong noted in `s`.
fn lengkap(s: &mut Builder<'_>, rezim: Rezim, path: Option<&Path>) -> Option<Aturan> {
    let lapisan = s.lapisan;
    let isi = match rezim {
        Rezim::Numerik => numerik(s),
        Rezim::Kualitatif => kualitatif(s),
    };
    let atas = &lapisan[0];
    let kepala = atas.kepala();
    let mut hari = |d: &Spanned<Datetime>| {
        let hasil = atas.tanggal(d).map(Some);
        s.catat(hasil)
    };
    let mulai = hari(&kepala.mulai);
    let selesai = kepala.selesai.as_ref().and_then(&mut hari);
    let sampai = kepala.otomatis_sampai.as_ref().and_then(&mut hari);
    let otomatis = kepala.otomatis_dari.as_ref().and_then(&mut hari).map(|dari| (dari, sampai));
    let capaian = BagianCapaian::arrange(s, |b| b.capaian.as_ref());
    let pembulatan = BagianPembulatan::arrange(s, |b| b.pembulatan.as_ref());
    let perilaku = BagianPerilaku::arrange(s, |b| b.perilaku.as_ref());
    let khusus = BagianKhusus::arrange(s, |b| b.khusus.as_ref());
    let jadwal = BagianJadwal::arrange(s, |b| b.jadwal.as_ref());
    let angka_kredit = BagianAngkaKredit::arrange(s, |b| b.angka_kredit.as_ref());
    let tindak_lanjut = BagianTindakan::arrange(s, |b| b.tindak_lanjut.as_ref());
    let kelompok = BagianKelompok::arrange(s, |b| b.kelompok.as_ref());
    Some(Aturan {
        id: kepala.id.get_ref().clone(),
        judul: kepala.judul.clone(),
        rezim,
        memperluas: lapisan.iter().skip(1).map(|l| l.kepala().id.get_ref().clone()).collect(),
        mulai: mulai?,
        selesai,
        otomatis,
        acuan: kepala.acuan.clone().unwrap_or_default(),
        catatan: kepala.catatan.clone(),
        berkas: path.map(Path::to_path_buf),
        capaian: capaian?,
        pembulatan: pembulatan?,
        perilaku: perilaku?,
        khusus: khusus?,
        jadwal: jadwal?,
        angka_kredit: angka_kredit?,
        tindak_lanjut: tindak_lanjut?,
        kelompok: kelompok?,
        isi: isi?,
    })
}

/// The file and all it extends, topmost first.
fn lapisan(pertama: Layer, path: Option<&Path>) -> Result<Vec<Layer>, AturanError> {
    let mut lapisan = vec![pertama];
    periksa_kepala(&lapisan[0], path.is_some())?;
    loop {
        let atas = &lapisan[lapisan.len() - 1];
        let Some(dasar) = atas.kepala().memperluas.clone() else {
            return Ok(lapisan);
        };
        let di = dasar.span().start;
        if lapisan.len() == LAPIS_PALING_BANYAK {
            return Err(atas.salah(di, "`memperluas` berputar atau terlalu panjang"));
        }
        let nama = dasar.get_ref();
        let berikut = if let Some((nama, teks)) = BAWAAN.iter().find(|(id, _)| *id == *nama) {
            Layer::baca(nama, (*teks).to_owned())?
        } else if let Some(folder) = path
            .and_then(Path::parent)
            .filter(|_| Path::new(nama).extension().is_some_and(|e| e == "toml"))
        {
            let lapis = baca_berkas(&folder.join(nama))?;
            periksa_kepala(&lapis, true)?;
            lapis
        } else {
            return Err(atas.salah(
                di,
                format!(
                    "`memperluas` menyebut \"{nama}\" yang tidak dikenal; yang tersedia: {}",
                    super::daftar_id()
                ),
            ));
        };
        lapisan.push(berikut);
    }
}

fn periksa_kepala(lapis: &Layer, milik_instansi: bool) -> Result<(), AturanError> {
    let k = lapis.kepala();
    let di = lapis.berkas.aturan.span().start;
    let id = k.id.get_ref();
    let sah = !id.is_empty() && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !sah {
        return Err(lapis.salah(k.id.span().start, "`id` ditulis dengan huruf kecil, angka dan tanda hubung"));
    }
    if milik_instansi && BAWAAN.iter().any(|(b, _)| b == id) {
        return Err(lapis.salah(
            k.id.span().start,
            format!("`id` \"{id}\" milik aturan bawaan; beri nama sendiri dan tulis `memperluas = \"{id}\"`"),
        ));
    }
    if k.acuan.as_deref().is_none_or(|a| a.trim().is_empty()) {
        return Err(lapis.salah(di, "`acuan` aturan ini belum diisi"));
    }
    if k.keyakinan.is_none() {
        return Err(lapis.salah(di, "`keyakinan` aturan ini belum diisi (teks, sekunder, tafsir atau asumsi)"));
    }
    if let (Some(s), m) = (&k.selesai, lapis.tanggal(&k.mulai)?)
        && lapis.tanggal(s)? < m
    {
        return Err(lapis.salah(s.span().start, "`selesai` lebih awal daripada `mulai`"));
    }
    Ok(())
}

fn numerik(s: &mut Builder<'_>) -> Option<Isi> {
    let r = Rezim::Numerik;
    s.refuse("rating", r, |b| b.rating.as_ref().and_then(Bertempat::pertama));
    s.refuse("distribusi_organisasi", r, |b| {
        b.distribusi_organisasi.as_ref().and_then(Bertempat::pertama)
    });
    let ada_konversi = s.lapisan.iter().any(|l| l.berkas.konversi.is_some());
    let predikat = BagianPredikat::arrange(s, |b| b.predikat.as_ref());
    let kinerja = BagianKinerja::arrange(s, |b| b.kinerja.as_ref());
    let perilaku = BagianPerilakuNumerik::arrange(s, |b| b.perilaku_numerik.as_ref());
    let tambahan = BagianTambahan::arrange(s, |b| b.tambahan.as_ref());
    let konversi = ada_konversi.then(|| BagianKonversi::arrange(s, |b| b.konversi.as_ref()));
    let distribusi = BagianDistribusi::arrange(s, |b| b.distribusi.as_ref());
    Some(Isi::Numerik(Box::new(Numerik {
        predikat: predikat?,
        kinerja: kinerja?,
        perilaku: perilaku?,
        tambahan: tambahan?,
        // Where one file begins the section, all of it must be there.
        konversi: match konversi {
            Some(lengkap) => Some(lengkap?),
            None => None,
        },
        distribusi: distribusi?,
    })))
}

fn kualitatif(s: &mut Builder<'_>) -> Option<Isi> {
    let r = Rezim::Kualitatif;
    s.refuse("predikat", r, |b| b.predikat.as_ref().and_then(Bertempat::pertama));
    s.refuse("kinerja", r, |b| b.kinerja.as_ref().and_then(Bertempat::pertama));
    s.refuse("perilaku_numerik", r, |b| {
        b.perilaku_numerik.as_ref().and_then(Bertempat::pertama)
    });
    s.refuse("tambahan", r, |b| b.tambahan.as_ref().and_then(Bertempat::pertama));
    s.refuse("konversi", r, |b| b.konversi.as_ref().and_then(Bertempat::pertama));
    s.refuse("distribusi", r, |b| b.distribusi.as_ref().and_then(Bertempat::pertama));
    let rating = BagianRating::arrange(s, |b| b.rating.as_ref());
    let distribusi = BagianDistribusiOrganisasi::arrange(s, |b| b.distribusi_organisasi.as_ref());
    Some(Isi::Kualitatif(Box::new(Kualitatif {
        rating: rating?,
        distribusi: distribusi?,
    })))
}
