//! One rule file as written.

use std::marker::PhantomData;

use jiff::civil::Date;
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;
use toml::value::Datetime;

use crate::base::text::Text;
use crate::rules::error::row;
use crate::rules::parse::parse;
use crate::rules::sections::{
    AngkaKreditSection, CapaianSection, DistribusiOrganisasiSection, DistribusiSection, JadwalSection, KelompokSection,
    KhususSection, KinerjaSection, KonversiSection, PembulatanSection, PerilakuNumerikSection, PerilakuSection, PredikatSection,
    RatingSection, TambahanSection, TindakLanjutSection,
};
use crate::rules::{AturanError, Keyakinan, Rezim};

/// A rule file as written. Unknown keys are refused at every level.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rules) struct RuleFile {
    pub(super) aturan: Spanned<Head>,
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
pub(super) struct Head {
    pub(super) id: Spanned<String>,
    pub(super) judul: String,
    pub(super) rezim: Option<Spanned<Rezim>>,
    pub(super) memperluas: Option<Spanned<String>>,
    pub(super) mulai: Spanned<Datetime>,
    pub(super) selesai: Option<Spanned<Datetime>>,
    /// Periods that lie wholly from this day on take the set by themselves.
    pub(super) otomatis_dari: Option<Spanned<Datetime>>,
    /// Last day of those periods.
    pub(super) otomatis_sampai: Option<Spanned<Datetime>>,
    pub(super) acuan: Option<String>,
    pub(super) keyakinan: Option<Keyakinan>,
    pub(super) catatan: Option<String>,
}

/// One record: value, dates, acuan, keyakinan, together. All optional for serde so that what is
/// missing is told in our own words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, bound = "T: Deserialize<'de>")]
pub(in crate::rules) struct Record<T> {
    pub(super) nilai: Option<Spanned<T>>,
    pub(super) mulai: Option<Spanned<Datetime>>,
    pub(super) selesai: Option<Spanned<Datetime>>,
    pub(super) acuan: Option<String>,
    pub(super) keyakinan: Option<Keyakinan>,
    pub(super) tautan: Option<String>,
    pub(super) catatan: Option<String>,
}

/// The records of one parameter: `[bagian.kunci]` for one, `[[bagian.kunci]]` for several that
/// followed one another.
#[derive(Debug, Clone)]
pub(in crate::rules) struct History<T>(pub(super) Vec<Record<T>>);

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
    pub(super) name: Text,
    pub(super) text: String,
    pub(super) file: RuleFile,
}

impl Layer {
    pub(super) fn read(name: &str, text: String) -> Result<Self, AturanError> {
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

    pub(super) fn wrong(&self, offset: usize, reason: impl Into<String>) -> AturanError {
        AturanError::Content {
            file: self.name.to_string(),
            row: row(&self.text, offset),
            reason: reason.into(),
        }
    }

    pub(super) fn date(&self, d: &Spanned<Datetime>) -> Result<Date, AturanError> {
        date(*d.get_ref())
            .ok_or_else(|| self.wrong(d.span().start, "tanggal ditulis 2021-07-01, tanpa jam dan tanpa tanda kutip"))
    }

    pub(super) fn head(&self) -> &Head {
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
