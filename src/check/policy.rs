//! An agency's policy (`skp.toml`): level per code, and exceptions with reason and date.
//!
//! A policy changes how a finding counts, never a result: nobody disappears by it. An exception
//! without reason or date is refused; one that matches nothing is itself a finding.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::civil::Date;
use serde::Deserialize;

use super::{Context, Sink, catalogue, registry};
use crate::base::text::{is_blank, match_key};
use crate::finding::{Finding, Level};
use crate::rules::translate;

/// What an agency and the command line say about findings.
#[derive(Debug, Clone, Default)]
pub struct Kebijakan {
    /// Where it was read from, for messages.
    pub file: Option<String>,
    level: BTreeMap<String, Level>,
    pengecualian: Vec<PolicyPengecualian>,
    abaikan: BTreeSet<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct PolicyPengecualian {
    kode: Option<String>,
    nip: Option<String>,
    unit: Option<String>,
    alasan: String,
    tanggal: toml::value::Datetime,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileForm {
    #[serde(default, rename = "tingkat")]
    level: BTreeMap<String, Level>,
    #[serde(default)]
    pengecualian: Vec<PolicyPengecualian>,
}

/// Why a policy is refused; the text is for the user.
#[derive(Debug, thiserror::Error)]
pub enum KebijakanError {
    /// Cannot be read.
    #[error("Berkas kebijakan \"{0}\" tidak dapat dibaca. Periksa letak dan izin berkasnya.")]
    Unreadable(String, #[source] std::io::Error),
    /// Read, and no text.
    #[error(
        "Berkas kebijakan \"{0}\" bukan teks UTF-8, jadi bukan berkas kebijakan. Simpan ulang sebagai UTF-8, atau pilih berkas yang benar."
    )]
    NoText(String),
    /// Not of the form.
    #[error("Berkas kebijakan \"{file}\" tidak sah{line}: {reason}")]
    Form {
        /// The file.
        file: String,
        /// ", baris N" or nothing.
        line: String,
        /// What is wrong.
        reason: String,
    },
    /// A code that does not exist.
    #[error("Kode temuan \"{kode}\" tidak ada{near}. Daftarnya: skp jelaskan.")]
    Code {
        /// As written.
        kode: String,
        /// "; maksud Anda …?" or nothing.
        near: String,
    },
}

impl Kebijakan {
    /// Reads a policy file.
    ///
    /// # Errors
    /// Unreadable, of another form (unknown keys, an exception without `alasan` or `tanggal` or
    /// that names nothing), or naming a code that does not exist.
    pub fn from_file(path: &Path) -> Result<Self, KebijakanError> {
        let file = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|e| match e.kind() {
            std::io::ErrorKind::InvalidData => KebijakanError::NoText(file.clone()),
            _ => KebijakanError::Unreadable(file.clone(), e),
        })?;
        Self::from_toml(&file, &text)
    }

    fn from_toml(file: &str, text: &str) -> Result<Self, KebijakanError> {
        let form = |line: Option<usize>, reason: String| KebijakanError::Form {
            file: file.to_owned(),
            line: line.map_or_else(String::new, |l| format!(", baris {l}")),
            reason,
        };
        let parsed: FileForm = toml::from_str(text).map_err(|e| {
            let line = e.span().map(|s| text[..s.start.min(text.len())].matches('\n').count() + 1);
            form(line, translate(e.message()))
        })?;
        for p in &parsed.pengecualian {
            if is_blank(&p.alasan) {
                return Err(form(None, "pengecualian tanpa alasan. Tulis alasan = \"…\".".into()));
            }
            if p.tanggal.date.is_none() {
                return Err(form(None, "tanggal pengecualian harus tanggal, misalnya 2026-01-15.".into()));
            }
            if p.kode.is_none() && p.nip.is_none() && p.unit.is_none() {
                return Err(form(None, "pengecualian harus menyebut kode, nip, atau unit.".into()));
            }
        }
        let codes = parsed
            .level
            .keys()
            .chain(parsed.pengecualian.iter().filter_map(|p| p.kode.as_ref()));
        for kode in codes {
            known(kode).map_err(|why| form(None, why.to_string()))?;
        }
        Ok(Self {
            file: Some(file.to_owned()),
            level: parsed.level.into_iter().map(|(k, t)| (k.to_uppercase(), t)).collect(),
            pengecualian: parsed.pengecualian,
            abaikan: BTreeSet::new(),
        })
    }

    /// Adds the codes of `--abaikan`.
    ///
    /// # Errors
    /// A code that does not exist.
    pub fn abaikan(mut self, codes: &[String]) -> Result<Self, KebijakanError> {
        for kode in codes {
            known(kode)?;
            self.abaikan.insert(kode.trim().to_uppercase());
        }
        Ok(self)
    }

    /// Applies the policy: levels, exceptions (told as catatan with their reason), ignored codes;
    /// and adds a finding for every exception that matched nothing.
    pub fn apply(&self, ctx: &Context<'_>, mut findings: Vec<Finding>) -> Vec<Finding> {
        let mut used = vec![false; self.pengecualian.len()];
        for f in &mut findings {
            if let Some(&t) = self.level.get(f.kode) {
                f.level = t;
            }
            if let Some(i) = self.pengecualian.iter().position(|p| p.matches(f)) {
                used[i] = true;
                let p = &self.pengecualian[i];
                f.level = Level::Catatan;
                let message = format!(
                    "{} (Dikecualikan per {}: {}.)",
                    f.message,
                    p.day(),
                    p.alasan.trim().trim_end_matches('.')
                );
                f.message = message.into();
            }
        }
        let unused = used
            .iter()
            .zip(&self.pengecualian)
            .filter(|(used, _)| !**used)
            .map(|(_, p)| p);
        let mut sink = Sink::new(ctx, &registry::str090_pengecualian_tak_terpakai::CHECK.code);
        for p in unused {
            registry::str090_pengecualian_tak_terpakai::report(&mut sink, self.file.as_deref().unwrap_or("skp.toml"), &p.named());
        }
        findings.append(&mut sink.findings);
        findings.retain(|f| !self.abaikan.contains(f.kode));
        findings
    }
}

impl PolicyPengecualian {
    fn matches(&self, f: &Finding) -> bool {
        let code = self.kode.as_ref().is_none_or(|k| k.eq_ignore_ascii_case(f.kode));
        let nip = self
            .nip
            .as_ref()
            .is_none_or(|n| f.nip.as_deref().is_some_and(|x| x == n.replace(' ', "")));
        let unit = self
            .unit
            .as_ref()
            .is_none_or(|u| f.unit_kerja.as_deref().is_some_and(|x| match_key(x) == match_key(u)));
        code && nip && unit
    }

    fn day(&self) -> String {
        self.tanggal.date.map_or_else(String::new, |d| {
            Date::new(
                i16::try_from(d.year).unwrap_or(0),
                i8::try_from(d.month).unwrap_or(1),
                i8::try_from(d.day).unwrap_or(1),
            )
            .map_or_else(|_| d.to_string(), |d| d.strftime("%d/%m/%Y").to_string())
        })
    }

    fn named(&self) -> String {
        [("kode", &self.kode), ("nip", &self.nip), ("unit", &self.unit)]
            .iter()
            .filter_map(|(k, v)| v.as_ref().map(|v| format!("{k} {v}")))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

fn known(kode: &str) -> Result<(), KebijakanError> {
    let kode = kode.trim();
    if catalogue::find(kode).is_some() {
        return Ok(());
    }
    let near = catalogue::all()
        .iter()
        .find(|c| {
            c.kode
                .get(..3)
                .zip(kode.get(..3))
                .is_some_and(|(a, b)| a.eq_ignore_ascii_case(b))
        })
        .map_or_else(String::new, |c| format!("; yang sekeluarga misalnya {}", c.kode));
    Err(KebijakanError::Code {
        kode: kode.to_owned(),
        near,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exception_needs_reason_date_and_object() {
        for bad in [
            "[[pengecualian]]\nkode='STR090'\nalasan='x'",
            "[[pengecualian]]\nkode='STR090'\ntanggal=2026-01-01",
            "[[pengecualian]]\nalasan=' '\nkode='STR090'\ntanggal=2026-01-01",
            "[[pengecualian]]\nalasan='x'\ntanggal=2026-01-01",
            "[tingkat]\nXXX001='galat'",
            "[tingkat]\nSTR090='merah'",
            "asing = 1",
        ] {
            assert!(Kebijakan::from_toml("skp.toml", bad).is_err(), "{bad}");
        }
        let ok = Kebijakan::from_toml(
            "skp.toml",
            "[tingkat]\nSTR090='catatan'\n[[pengecualian]]\nkode='STR090'\nalasan='uji'\ntanggal=2026-01-01",
        );
        assert!(ok.is_ok(), "{ok:?}");
    }

    #[test]
    fn the_line_of_a_fault_is_told() {
        // A policy that is used without being named is named where it is refused.
        let error = Kebijakan::from_toml("skp.toml", "[tingkat]\nXYZ001 = 'galat'\n")
            .unwrap_err()
            .to_string();
        assert!(
            error.starts_with("Berkas kebijakan \"skp.toml\" tidak sah: Kode temuan \"XYZ001\" tidak ada"),
            "{error}"
        );
        let error = Kebijakan::from_toml("skp.toml", "\n\nasing = 1\n").unwrap_err().to_string();
        assert!(
            error.contains("baris 3") && error.contains("kunci `asing` tidak dikenal"),
            "{error}"
        );
        let error = Kebijakan::from_toml("skp.toml", "[tingkat]\nSTR090 = 'gal'\n")
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("kata \"gal\" tidak dikenal") && !error.contains("expected"),
            "{error}"
        );
    }
}
