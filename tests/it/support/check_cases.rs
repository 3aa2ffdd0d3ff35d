//! A file of cases, and how one becomes a folder.
//!
//! ```toml
//! dasar = "kualitatif"                    # what stands above the cases holds for all of them
//!
//! [[kasus]]
//! nama = "kode yang tidak ada di SKP atasan"
//! ubah.skp.C1.kode_rhk_atasan = "B9"      # table, row, column
//! temuan = '''…'''                        # absent: the case gives no finding of the code
//! ```
//!
//! A code has at least two cases that give it and two that do not. Where there is truly one way only,
//! the file says why above its cases: `satu_salah = "…"` of those that give it, `satu_benar = "…"` of
//! those that do not.
//!
//! A row is named by words that stand in its identifying cells (`patch::KEYS`; a NIP also by the name
//! of its owner): `C1`, `"C1 S2"`, `"Candra komitmen"`, `"*"`. It is looked up as the base has it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::patch::{Row, Tables};

/// Where the cases stand.
pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/check")
}

/// A clean instansi that cases start from.
pub struct Base {
    pub name: &'static str,
    /// Its folder in `fixtures/check/_dasar`; `None` for one that is empty.
    pub folder: Option<&'static str>,
    pub rules: &'static str,
}

pub const BASES: [Base; 4] = [
    Base {
        name: "numerik",
        folder: Some("numerik"),
        rules: "permenpanrb-8-2021",
    },
    Base {
        name: "pp-30",
        folder: Some("numerik"),
        rules: "pp-30-2019",
    },
    Base {
        name: "kualitatif",
        folder: Some("kualitatif"),
        rules: "permenpanrb-6-2022",
    },
    Base {
        name: "kosong",
        folder: None,
        rules: "permenpanrb-6-2022",
    },
];

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Case {
    #[serde(skip)]
    pub number: usize,
    pub nama: String,
    /// The findings of the code, as they are kept; none where it is absent.
    pub temuan: Option<String>,

    /// One of `BASES`; `numerik` where nothing is said.
    #[serde(rename = "dasar")]
    pub base: Option<String>,
    /// Another rule set than that of the base.
    pub aturan: Option<String>,
    pub tahun: Option<i16>,
    pub periode: Option<String>,

    /// Columns put behind those of a table.
    #[serde(rename = "kolom")]
    pub columns: BTreeMap<String, Vec<String>>,
    /// People who have everything that `seperti` has in all tables, with another NIP and name.
    #[serde(rename = "orang")]
    pub people: Vec<Row>,
    /// Table, row, column: what stands there instead.
    #[serde(rename = "ubah")]
    pub set: BTreeMap<String, BTreeMap<String, Row>>,
    /// Rows put behind those of a table (or behind the row `sesudah`), like the row `seperti`.
    #[serde(rename = "tambah")]
    pub add: BTreeMap<String, Vec<Row>>,
    #[serde(rename = "hapus")]
    pub remove: BTreeMap<String, Vec<String>>,
    /// Table, heading: what the heading is called instead.
    #[serde(rename = "judul")]
    pub headings: BTreeMap<String, Row>,
    #[serde(rename = "tanpa_kolom")]
    pub without_columns: BTreeMap<String, Vec<String>>,
    /// Tables of the base that are left out.
    #[serde(rename = "tanpa")]
    pub without: Vec<String>,

    /// Files by their text.
    #[serde(rename = "isi")]
    pub texts: BTreeMap<String, String>,
    /// Files that are copied from `fixtures/check/_berkas`.
    #[serde(rename = "salin")]
    pub copies: BTreeMap<String, String>,
    /// A link to a file that is not there: the way to a file in a folder that cannot be opened.
    #[serde(rename = "tautan_hilang")]
    pub lost_link: Option<String>,

    /// Files that are given by name beside the folder.
    #[serde(rename = "bernama")]
    pub by_name: Vec<String>,
    /// What `--lewati` says.
    #[serde(rename = "lewati")]
    pub skip: Vec<String>,
    /// The file that is the policy.
    #[serde(rename = "kebijakan")]
    pub policy: Option<String>,
    /// The file that is the calibration.
    pub kalibrasi: Option<String>,

    /// The run cannot be made at all (exit code 2): `temuan` is what the user is told then.
    #[serde(rename = "berhenti")]
    pub stops: bool,
    /// Codes of level galat that a case without `temuan` may give: what stands nearest has another fault.
    #[serde(rename = "boleh")]
    pub may: Vec<String>,
}

impl Case {
    fn base(&self) -> &'static Base {
        let name = self.base.as_deref().unwrap_or("numerik");
        BASES
            .iter()
            .find(|base| base.name == name)
            .unwrap_or_else(|| panic!("dasar {name} tidak ada"))
    }

    /// The rule set it is run under.
    pub fn rules(&self) -> String {
        self.aturan.clone().unwrap_or_else(|| self.base().rules.to_owned())
    }

    /// Writes the files of the case into `folder`.
    pub fn write(&self, folder: &Path) {
        let fixtures = fixtures();
        if let Some(base) = self.base().folder {
            let mut tables = Tables::read(&fixtures.join("_dasar").join(base));
            tables.patch(self);
            tables.write(folder);
        }
        for (name, text) in &self.texts {
            fs::write(folder.join(name), text).unwrap();
        }
        for (name, from) in &self.copies {
            fs::copy(fixtures.join("_berkas").join(from), folder.join(name)).unwrap();
        }
        #[cfg(unix)]
        if let Some(name) = &self.lost_link {
            std::os::unix::fs::symlink("/tidak/ada", folder.join(name)).unwrap();
        }
    }
}

/// The cases of one code.
pub struct Cases {
    pub kode: String,
    pub all: Vec<Case>,
    /// Why a single case gives the code (`satu_salah`).
    pub one_gives: Option<String>,
    /// Why a single case is without it (`satu_benar`).
    pub one_clean: Option<String>,
}

impl Cases {
    /// Reads `CODE.toml`; no cases where there is no such file.
    pub fn read(kode: &str) -> Self {
        let text = fs::read_to_string(fixtures().join(format!("{kode}.toml"))).unwrap_or_default();
        parse(kode, &text.replace("\r\n", "\n")).unwrap_or_else(|e| panic!("{kode}.toml: {e}"))
    }

    /// The files of the first case of a code, in `folder`.
    pub fn write_first(kode: &str, folder: &Path) {
        Self::read(kode).all[0].write(folder);
    }

    /// Puts what the cases give now in the place of their `temuan`, and leaves every other byte.
    pub fn rewrite(&self, given: &[(&Case, &str)]) {
        let path = fixtures().join(format!("{}.toml", self.kode));
        let text = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
        let mut blocks: Vec<String> = text.split("[[kasus]]").map(str::to_owned).collect();
        for (case, text) in given {
            let block = &mut blocks[case.number];
            let Some(start) = block.find("\ntemuan = ").map(|at| at + 1) else {
                continue;
            };
            let rest = &block[start + "temuan = ".len()..];
            let quote = if rest.starts_with("'''") { "'''" } else { "\"" };
            let length = rest[quote.len()..].find(quote).unwrap() + 2 * quote.len();
            let end = start + "temuan = ".len() + length;
            block.replace_range(start..end, &format!("temuan = '''\n{text}'''"));
        }
        fs::write(path, blocks.join("[[kasus]]")).unwrap();
    }
}

fn parse(kode: &str, text: &str) -> Result<Cases, toml::de::Error> {
    let mut file: toml::Table = text.parse()?;
    let mut reason = |key: &str| file.remove(key).map(toml::Value::try_into).transpose();
    let (one_gives, one_clean) = (reason("satu_salah")?, reason("satu_benar")?);
    let cases = match file.remove("kasus") {
        Some(toml::Value::Array(cases)) => cases,
        _ => Vec::new(),
    };
    let all = cases
        .into_iter()
        .zip(1..)
        .map(|(case, number)| {
            let mut own: toml::Table = case.try_into()?;
            for (key, value) in &file {
                own.entry(key.clone()).or_insert_with(|| value.clone());
            }
            let case: Case = own.try_into()?;
            Ok(Case { number, ..case })
        })
        .collect::<Result<_, toml::de::Error>>()?;
    Ok(Cases {
        kode: kode.to_owned(),
        all,
        one_gives,
        one_clean,
    })
}
