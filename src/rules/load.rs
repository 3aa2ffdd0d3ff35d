//! From TOML to [`Aturan`]: a file and those it extends are read in layers, and for each parameter
//! the record of the first layer that has one counts, whole: value, dates, acuan and keyakinan
//! always come from the same record.

use std::marker::PhantomData;
use std::path::Path;

use jiff::civil::Date;
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;
use toml::value::Datetime;

use super::error::row;
use super::parameter::{MOST, Parameter};
use super::parse::parse;
use super::sections::{
    AngkaKreditSection, CapaianSection, DistribusiOrganisasiSection, DistribusiSection, FileSection, JadwalSection,
    KelompokSection, KhususSection, KinerjaSection, KonversiSection, Kualitatif, Numerik, PembulatanSection,
    PerilakuNumerikSection, PerilakuSection, PredikatSection, RatingSection, RegimeRules, TambahanSection, TindakLanjutSection,
};
use super::values::ParameterValue;
use super::{Aturan, AturanError, BUILT_IN, Keyakinan, Rezim, validate};
use crate::base::text::{Text, is_blank};

/// How many files may extend one another.
const MOST_LAYERS: usize = 8;

/// A rule file as written. Unknown keys are refused at every level.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleFile {
    aturan: Spanned<Head>,
    pub capaian: Option<CapaianSection>,
    pub pembulatan: Option<PembulatanSection>,
    pub perilaku: Option<PerilakuSection>,
    pub khusus: Option<KhususSection>,
    pub jadwal: Option<JadwalSection>,
    pub angka_kredit: Option<AngkaKreditSection>,
    pub tindak_lanjut: Option<TindakLanjutSection>,
    pub kelompok: Option<KelompokSection>,
    pub predikat: Option<PredikatSection>,
    pub kinerja: Option<KinerjaSection>,
    pub perilaku_numerik: Option<PerilakuNumerikSection>,
    pub tambahan: Option<TambahanSection>,
    pub konversi: Option<KonversiSection>,
    pub distribusi: Option<DistribusiSection>,
    pub rating: Option<RatingSection>,
    pub distribusi_organisasi: Option<DistribusiOrganisasiSection>,
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
        struct OneOrMany<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrMany<T> {
            type Value = History<T>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("catatan parameter dengan nilai, mulai, acuan, keyakinan")
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                Record::deserialize(MapAccessDeserializer::new(map)).map(|r| History(vec![r]))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut all = Vec::new();
                while let Some(r) = seq.next_element()? {
                    all.push(r);
                }
                Ok(History(all))
            }
        }
        d.deserialize_any(OneOrMany(PhantomData))
    }
}

/// A file with its text, for line numbers.
pub(super) struct Layer {
    name: Text,
    text: String,
    file: RuleFile,
}

impl Layer {
    fn read(name: &str, text: String) -> Result<Self, AturanError> {
        let clean = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        let file = parse(&clean).map_err(|all| {
            let content = |(offset, reason)| AturanError::Content {
                file: name.to_owned(),
                row: row(&clean, offset),
                reason,
            };
            AturanError::merge(all.into_iter().map(content).collect())
        })?;
        Ok(Self {
            name: name.into(),
            text: clean,
            file,
        })
    }

    fn wrong(&self, offset: usize, reason: impl Into<String>) -> AturanError {
        AturanError::Content {
            file: self.name.to_string(),
            row: row(&self.text, offset),
            reason: reason.into(),
        }
    }

    fn date(&self, d: &Spanned<Datetime>) -> Result<Date, AturanError> {
        date(*d.get_ref())
            .ok_or_else(|| self.wrong(d.span().start, "tanggal ditulis 2021-07-01, tanpa jam dan tanpa tanda kutip"))
    }

    fn head(&self) -> &Head {
        self.file.aturan.get_ref()
    }
}

fn date(d: Datetime) -> Option<Date> {
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
    layers: &'a [Layer],
    /// The day whose record counts where a parameter has several.
    at: Date,
    next: u8,
    /// What is wrong so far: whoever mends the file wants to see all of it.
    wrong: Vec<AturanError>,
}

impl Builder<'_> {
    /// A parameter that must be there.
    pub(super) fn must<T: ParameterValue>(
        &mut self,
        section: &'static str,
        key: &'static str,
        records_of: impl Fn(&RuleFile) -> Option<&Spanned<History<T>>>,
    ) -> Option<Parameter<T>> {
        match self.find(section, key, records_of) {
            Ok(None) => {
                let layer = &self.layers[0];
                self.wrong.push(layer.wrong(
                    layer.file.aturan.span().start,
                    format!("parameter `{section}.{key}` tidak ada di sini maupun di aturan yang diperluas"),
                ));
                None
            }
            other => self.keep(other),
        }
    }

    /// A parameter that may be there.
    pub(super) fn may<T: ParameterValue>(
        &mut self,
        section: &'static str,
        key: &'static str,
        records_of: impl Fn(&RuleFile) -> Option<&Spanned<History<T>>>,
    ) -> Option<Parameter<T>> {
        let found = self.find(section, key, records_of);
        self.keep(found)
    }

    fn keep<T>(&mut self, found: Result<Option<T>, AturanError>) -> Option<T> {
        found.unwrap_or_else(|e| {
            self.wrong.push(e);
            None
        })
    }

    fn find<T: ParameterValue>(
        &mut self,
        section: &'static str,
        key: &'static str,
        records_of: impl Fn(&RuleFile) -> Option<&Spanned<History<T>>>,
    ) -> Result<Option<Parameter<T>>, AturanError> {
        let index = self.next;
        if index >= MOST {
            let layer = &self.layers[0];
            return Err(layer.wrong(0, "terlalu banyak parameter"));
        }
        self.next += 1;
        let mut picked: Option<Parameter<T>> = None;
        // Records of every layer are checked, also those that an upper layer replaces; from the
        // lowest up, so that a layer can be held against what it replaces.
        for layer in self.layers.iter().rev() {
            let Some(records) = records_of(&layer.file) else { continue };
            let parameter = Self::choose_record(layer, section, key, records, self.at, index)?;
            let of_agency = !BUILT_IN.iter().any(|(id, _)| **id == *layer.name);
            if let Some(basis) = &picked
                && of_agency
                && !T::REPLACEABLE
                && basis.nilai.display() != parameter.nilai.display()
            {
                return Err(layer.wrong(
                    records.span().start,
                    format!(
                        "`{section}.{key}`: ketentuan ini dijalankan mesin dan tidak dapat diganti dengan kata-kata; \
                         tulis nilainya persis \"{}\", yang boleh berbeda acuan dan keyakinannya",
                        basis.nilai.display()
                    ),
                ));
            }
            picked = Some(parameter);
        }
        Ok(picked)
    }

    fn choose_record<T: ParameterValue>(
        layer: &Layer,
        section: &'static str,
        key: &'static str,
        records: &Spanned<History<T>>,
        at: Date,
        index: u8,
    ) -> Result<Parameter<T>, AturanError> {
        let start = records.span().start;
        let mut all = Vec::new();
        for record in &records.get_ref().0 {
            all.push(Self::record(layer, section, key, record, start, index)?);
        }
        for (a, b) in all.iter().zip(all.iter().skip(1)) {
            if b.mulai <= a.mulai || a.selesai.is_none_or(|s| s >= b.mulai) {
                return Err(layer.wrong(
                    start,
                    format!(
                        "`{section}.{key}`: catatan harus urut menurut `mulai`, dan yang lama diberi `selesai` sebelum yang baru"
                    ),
                ));
            }
        }
        let latest = all.iter().rposition(|p| p.mulai <= at).unwrap_or(0);
        all.into_iter()
            .nth(latest)
            .ok_or_else(|| layer.wrong(start, format!("`{section}.{key}` tidak berisi")))
    }

    fn record<T: ParameterValue>(
        layer: &Layer,
        section: &'static str,
        key: &'static str,
        r: &Record<T>,
        start: usize,
        index: u8,
    ) -> Result<Parameter<T>, AturanError> {
        // The place of the value tells the record, where there are several.
        let offset = r.nilai.as_ref().map_or(start, |n| n.span().start);
        let wrong = |reason: String| layer.wrong(offset, format!("`{section}.{key}`: {reason}"));
        let nilai = r.nilai.as_ref().ok_or_else(|| wrong("`nilai` belum diisi".into()))?;
        nilai.get_ref().validate().map_err(wrong)?;
        let acuan = r.acuan.as_deref().map(str::trim).unwrap_or_default();
        if acuan.is_empty() {
            return Err(wrong("`acuan` belum diisi (peraturan dan pasal atau halamannya)".into()));
        }
        let keyakinan = r
            .keyakinan
            .ok_or_else(|| wrong("`keyakinan` belum diisi (teks, sekunder, tafsir atau asumsi)".into()))?;
        if let Some(link) = r.tautan.as_deref().filter(|l| !l.starts_with("https://")) {
            return Err(wrong(format!("`tautan` harus alamat https://, bukan \"{link}\"")));
        }
        let mulai = r
            .mulai
            .as_ref()
            .ok_or_else(|| wrong("`mulai` belum diisi (sejak kapan berlaku)".into()))?;
        let mulai = layer.date(mulai)?;
        let selesai = r.selesai.as_ref().map(|d| layer.date(d)).transpose()?;
        if selesai.is_some_and(|s| s < mulai) {
            return Err(wrong("`selesai` lebih awal daripada `mulai`".into()));
        }
        Ok(Parameter {
            nilai: nilai.get_ref().clone(),
            key,
            section,
            acuan: acuan.to_owned(),
            keyakinan,
            mulai,
            selesai,
            tautan: r.tautan.clone(),
            catatan: r.catatan.clone(),
            origin: layer.name.clone(),
            row: row(&layer.text, offset),
            index,
        })
    }

    /// A section of the other regime must not be there.
    fn refuse<S: FileSection>(&mut self, rezim: Rezim, of: impl Fn(&RuleFile) -> Option<&S>) {
        let begun = |l: &'_ Layer| of(&l.file).and_then(S::first_offset);
        if let Some((layer, offset)) = self.layers.iter().find_map(|l| Some((l, begun(l)?))) {
            let reason = format!("bagian `{}` tidak berlaku dalam aturan {}", S::NAME, rezim.as_str());
            self.wrong.push(layer.wrong(offset, reason));
        }
    }
}

/// Reads a built-in set by id.
pub(super) fn built_in(id: &str, at: Date) -> Option<Result<Aturan, AturanError>> {
    let (name, text) = BUILT_IN.iter().find(|(name, _)| *name == id)?;
    Some(Layer::read(name, (*text).to_owned()).and_then(|l| arrange(l, None, at)))
}

/// Reads a file.
pub(super) fn file(path: &Path, at: Date) -> Result<Aturan, AturanError> {
    arrange(read_file(path)?, Some(path), at)
}

/// Reads a file's text under a name, extending built-in sets only.
pub(super) fn text(name: &str, content: &str, at: Date) -> Result<Aturan, AturanError> {
    arrange(Layer::read(name, content.to_owned())?, None, at)
}

fn read_file(path: &Path) -> Result<Layer, AturanError> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|e| AturanError::Unreadable {
        file: name.clone(),
        why: match e.kind() {
            std::io::ErrorKind::NotFound => "tidak ada".to_owned(),
            std::io::ErrorKind::PermissionDenied => "tidak ada izin membaca".to_owned(),
            _ => "sistem menolaknya".to_owned(),
        },
    })?;
    let content = String::from_utf8(bytes).map_err(|_| AturanError::Unreadable {
        file: name.clone(),
        why: "bukan teks UTF-8".to_owned(),
    })?;
    Layer::read(&name, content)
}

/// Puts a set together with all it extends.
fn arrange(first: Layer, path: Option<&Path>, at: Date) -> Result<Aturan, AturanError> {
    let layers = layers(first, path)?;
    let basis = &layers[layers.len() - 1];
    let rezim = match &basis.head().rezim {
        Some(r) => *r.get_ref(),
        None => {
            return Err(basis.wrong(
                basis.file.aturan.span().start,
                "`rezim` (numerik atau kualitatif) atau `memperluas` belum diisi",
            ));
        }
    };
    for layer in &layers {
        if let Some(r) = layer.head().rezim.as_ref().filter(|r| *r.get_ref() != rezim) {
            return Err(layer.wrong(
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
        layers: &layers,
        at,
        next: 0,
        wrong: Vec::new(),
    };
    let aturan = complete(&mut s, rezim, path);
    let Some(aturan) = aturan.filter(|_| s.wrong.is_empty()) else {
        return Err(AturanError::merge(s.wrong));
    };
    let mut wrong = Vec::new();
    validate::aturan(&aturan, &mut wrong);
    if wrong.is_empty() {
        return Ok(aturan);
    }
    Err(AturanError::merge(
        wrong.into_iter().map(|e| of_agency(e, &layers[0])).collect(),
    ))
}

/// A record of the law that does not fit what an agency changed: the agency's file is the one to mend.
fn of_agency(e: AturanError, upper: &Layer) -> AturanError {
    match e {
        AturanError::Content { file, row, reason } if *file != *upper.name => upper.wrong(
            upper.file.aturan.span().start,
            format!("tidak cocok dengan {file} baris {row}: {reason}; tulis juga parameter itu di berkas ini"),
        ),
        other => other,
    }
}

/// Every section, or `None` with what is wrong noted in `s`.
fn complete(s: &mut Builder<'_>, rezim: Rezim, path: Option<&Path>) -> Option<Aturan> {
    let layers = s.layers;
    let content = match rezim {
        Rezim::Numerik => numerik(s),
        Rezim::Kualitatif => kualitatif(s),
    };
    let upper = &layers[0];
    let head = upper.head();
    let mut day = |d: &Spanned<Datetime>| {
        let found = upper.date(d).map(Some);
        s.keep(found)
    };
    let mulai = day(&head.mulai);
    let selesai = head.selesai.as_ref().and_then(&mut day);
    let sampai = head.otomatis_sampai.as_ref().and_then(&mut day);
    let automatic = head.otomatis_dari.as_ref().and_then(&mut day).map(|dari| (dari, sampai));
    let capaian = CapaianSection::arrange(s, |b| b.capaian.as_ref());
    let pembulatan = PembulatanSection::arrange(s, |b| b.pembulatan.as_ref());
    let perilaku = PerilakuSection::arrange(s, |b| b.perilaku.as_ref());
    let khusus = KhususSection::arrange(s, |b| b.khusus.as_ref());
    let jadwal = JadwalSection::arrange(s, |b| b.jadwal.as_ref());
    let angka_kredit = AngkaKreditSection::arrange(s, |b| b.angka_kredit.as_ref());
    let tindak_lanjut = TindakLanjutSection::arrange(s, |b| b.tindak_lanjut.as_ref());
    let kelompok = KelompokSection::arrange(s, |b| b.kelompok.as_ref());
    Some(Aturan {
        id: head.id.get_ref().clone(),
        judul: head.judul.clone(),
        rezim,
        memperluas: layers.iter().skip(1).map(|l| l.head().id.get_ref().clone()).collect(),
        mulai: mulai?,
        selesai,
        automatic,
        acuan: head.acuan.clone().unwrap_or_default(),
        catatan: head.catatan.clone(),
        file: path.map(Path::to_path_buf),
        capaian: capaian?,
        pembulatan: pembulatan?,
        perilaku: perilaku?,
        khusus: khusus?,
        jadwal: jadwal?,
        angka_kredit: angka_kredit?,
        tindak_lanjut: tindak_lanjut?,
        kelompok: kelompok?,
        content: content?,
    })
}

/// The file and all it extends, topmost first.
fn layers(first: Layer, path: Option<&Path>) -> Result<Vec<Layer>, AturanError> {
    let mut layers = vec![first];
    check_head(&layers[0], path.is_some())?;
    loop {
        let upper = &layers[layers.len() - 1];
        let Some(basis) = upper.head().memperluas.clone() else {
            return Ok(layers);
        };
        let offset = basis.span().start;
        if layers.len() == MOST_LAYERS {
            return Err(upper.wrong(offset, "`memperluas` berputar atau terlalu panjang"));
        }
        let name = basis.get_ref();
        let next = if let Some((name, text)) = BUILT_IN.iter().find(|(id, _)| *id == *name) {
            Layer::read(name, (*text).to_owned())?
        } else if let Some(folder) = path
            .and_then(Path::parent)
            .filter(|_| Path::new(name).extension().is_some_and(|e| e == "toml"))
        {
            let layer = read_file(&folder.join(name))?;
            check_head(&layer, true)?;
            layer
        } else {
            return Err(upper.wrong(
                offset,
                format!(
                    "`memperluas` menyebut \"{name}\" yang tidak dikenal; yang tersedia: {}",
                    super::list_of_ids()
                ),
            ));
        };
        layers.push(next);
    }
}

fn check_head(layer: &Layer, of_agency: bool) -> Result<(), AturanError> {
    let k = layer.head();
    let offset = layer.file.aturan.span().start;
    let id = k.id.get_ref();
    let valid = !id.is_empty() && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !valid {
        return Err(layer.wrong(k.id.span().start, "`id` ditulis dengan huruf kecil, angka dan tanda hubung"));
    }
    if of_agency && BUILT_IN.iter().any(|(b, _)| b == id) {
        return Err(layer.wrong(
            k.id.span().start,
            format!("`id` \"{id}\" milik aturan bawaan; beri nama sendiri dan tulis `memperluas = \"{id}\"`"),
        ));
    }
    if k.acuan.as_deref().is_none_or(is_blank) {
        return Err(layer.wrong(offset, "`acuan` aturan ini belum diisi"));
    }
    if k.keyakinan.is_none() {
        return Err(layer.wrong(
            offset,
            "`keyakinan` aturan ini belum diisi (teks, sekunder, tafsir atau asumsi)",
        ));
    }
    if let (Some(s), m) = (&k.selesai, layer.date(&k.mulai)?)
        && layer.date(s)? < m
    {
        return Err(layer.wrong(s.span().start, "`selesai` lebih awal daripada `mulai`"));
    }
    Ok(())
}

fn numerik(s: &mut Builder<'_>) -> Option<RegimeRules> {
    let r = Rezim::Numerik;
    s.refuse(r, |b| b.rating.as_ref());
    s.refuse(r, |b| b.distribusi_organisasi.as_ref());
    let has_konversi = s.layers.iter().any(|l| l.file.konversi.is_some());
    let predikat = PredikatSection::arrange(s, |b| b.predikat.as_ref());
    let kinerja = KinerjaSection::arrange(s, |b| b.kinerja.as_ref());
    let perilaku = PerilakuNumerikSection::arrange(s, |b| b.perilaku_numerik.as_ref());
    let tambahan = TambahanSection::arrange(s, |b| b.tambahan.as_ref());
    let konversi = has_konversi.then(|| KonversiSection::arrange(s, |b| b.konversi.as_ref()));
    let distribusi = DistribusiSection::arrange(s, |b| b.distribusi.as_ref());
    Some(RegimeRules::Numerik(Box::new(Numerik {
        predikat: predikat?,
        kinerja: kinerja?,
        perilaku: perilaku?,
        tambahan: tambahan?,
        // Where one file begins the section, all of it must be there.
        konversi: match konversi {
            Some(complete) => Some(complete?),
            None => None,
        },
        distribusi: distribusi?,
    })))
}

fn kualitatif(s: &mut Builder<'_>) -> Option<RegimeRules> {
    let r = Rezim::Kualitatif;
    s.refuse(r, |b| b.predikat.as_ref());
    s.refuse(r, |b| b.kinerja.as_ref());
    s.refuse(r, |b| b.perilaku_numerik.as_ref());
    s.refuse(r, |b| b.tambahan.as_ref());
    s.refuse(r, |b| b.konversi.as_ref());
    s.refuse(r, |b| b.distribusi.as_ref());
    let rating = RatingSection::arrange(s, |b| b.rating.as_ref());
    let distribusi = DistribusiOrganisasiSection::arrange(s, |b| b.distribusi_organisasi.as_ref());
    Some(RegimeRules::Kualitatif(Box::new(Kualitatif {
        rating: rating?,
        distribusi: distribusi?,
    })))
}
