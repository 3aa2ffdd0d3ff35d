//! What the commands that read data have in common: from arguments to a run.

use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail};

use crate::base::output_file::{InputPath, Outputs};
use crate::base::real_path::real_path;
use crate::check::Kebijakan;
use crate::cli::{DataArgs, FindingArgs, Kelompok, RuleArgs, ShowArgs};
use crate::exit::Exit;
use crate::finding::{Finding, Level};
use crate::input::{self, Inputs, Skip, Value};
use crate::model::read::periode;
use crate::model::vocab::{PredikatOrganisasi, Word};
use crate::model::{Data, PeriodChoice, Periode};
use crate::report::mask::Mask;
use crate::rules::values::{BobotSkp, Pengelompokan};
use crate::run::{Request, Run, RunError, Watch};
use crate::score::ScoreOptions;
use crate::table::Tables;

/// The policy file that is used without being named.
const KEBIJAKAN: &str = "skp.toml";
/// The year of an example.
const ANY_YEAR: i16 = 2025;

/// Everything typed → everything asked for.
pub(super) fn request(data: &DataArgs, findings: &FindingArgs) -> anyhow::Result<Request> {
    request_of(data.masukan.clone(), &data.rules, findings)
}

/// The same for a command whose inputs stand elsewhere on the line.
pub(super) fn request_of(masukan: Vec<PathBuf>, rules: &RuleArgs, findings: &FindingArgs) -> anyhow::Result<Request> {
    Ok(Request {
        masukan,
        periode: period(rules)?,
        aturan: rules.aturan.clone(),
        score: ScoreOptions {
            bobot: rules.bobot.as_deref().map(weights).transpose()?,
            kelompok: rules.kelompok.map(|k| match k {
                Kelompok::Penilai => Pengelompokan::Penilai,
                Kelompok::Unit => Pengelompokan::Unit,
                Kelompok::Induk => Pengelompokan::Induk,
            }),
            predikat_organisasi: rules.predikat_organisasi.as_deref().map(organisation).transpose()?,
            ..ScoreOptions::default()
        },
        delimiter: delimiter(rules)?,
        kebijakan: policy(findings)?,
        skip: rules.lewati.iter().map(|name| Skip::new(name)).collect(),
        fingerprints: false,
        verbose: rules.rinci,
        not_input: Vec::new(),
        kalibrasi: None,
        watch: Watch::default(),
    })
}

/// Takes over the calibration that was named: it is no table of people, though it may lie among them.
pub(super) fn calibrate(request: &mut Request, kalibrasi: Option<&Path>) {
    request.kalibrasi = kalibrasi.map(Path::to_owned);
    request.not_input.extend(kalibrasi.and_then(|p| real_path(p).ok()));
}

/// The outputs of a command that reads data: none of them may be a file that it reads.
/// `beside`: what else it reads.
pub(super) fn outputs<'p>(
    data: &DataArgs,
    findings: &FindingArgs,
    beside: impl IntoIterator<Item = &'p Path>,
    overwrite: bool,
) -> Outputs {
    let mut reads = input::files(&data.masukan);
    // Rules and policy are read, too; a name that is no file is a built-in rule set.
    let others = data
        .rules
        .aturan
        .as_ref()
        .map(PathBuf::from)
        .into_iter()
        .chain(policy_file(findings))
        .chain(beside.into_iter().map(Path::to_owned));
    reads.extend(others.map(|path| InputPath { path, named: true }));
    Outputs::new(overwrite).reading(reads, input::is_own_file)
}

fn period(rules: &RuleArgs) -> anyhow::Result<PeriodChoice> {
    let periode = rules
        .periode
        .as_deref()
        .map(|text| part_of_year(text, rules.tahun))
        .transpose()?;
    Ok(PeriodChoice {
        tahun: rules.tahun,
        periode,
    })
}

/// A period as people type it; one without a year is of the year asked for.
fn part_of_year(text: &str, tahun: Option<i16>) -> anyhow::Result<Periode> {
    let read = |year| periode::read_in(Value::Text(text), year).given();
    let found = match tahun {
        Some(year) => read(year),
        None => periode::read(Value::Text(text)).given(),
    };
    found.ok_or_else(|| match read(ANY_YEAR) {
        Some(of_any) => anyhow!("--periode \"{text}\" belum menyebut tahunnya. Tulis misalnya --periode {of_any}."),
        None => anyhow!("--periode \"{text}\" tidak dikenal. Tulis misalnya 2025, 2025-S1, 2025-TW3, atau 2025-07."),
    })
}

fn organisation(word: &str) -> anyhow::Result<PredikatOrganisasi> {
    let folded = word.trim().to_lowercase();
    PredikatOrganisasi::ALL
        .iter()
        .copied()
        .find(|p| p.aliases().contains(&folded.as_str()))
        .with_context(|| {
            let known: Vec<&str> = PredikatOrganisasi::ALL.iter().map(|p| p.as_str()).collect();
            format!(
                "--predikat-organisasi \"{word}\" tidak dikenal. Yang dapat dipakai: {}.",
                known.join(", ")
            )
        })
}

/// `70/30` as typed; clap lets only the law's two splits through.
fn weights(text: &str) -> anyhow::Result<BobotSkp> {
    let (skp, perilaku) = text.split_once('/').context("--bobot ditulis seperti 70/30")?;
    Ok(BobotSkp {
        skp: skp.parse()?,
        perilaku: perilaku.parse()?,
    })
}

fn delimiter(rules: &RuleArgs) -> anyhow::Result<Option<char>> {
    match rules.pemisah.as_deref() {
        None => Ok(None),
        Some("tab" | "TAB" | "\\t" | "\t") => Ok(Some('\t')),
        Some(one) if [";", ",", "|"].contains(&one) => Ok(one.chars().next()),
        Some(other) => bail!("--pemisah \"{other}\" tidak dikenal. Yang dapat dipakai: \";\", \",\", \"|\", tab."),
    }
}

fn policy(findings: &FindingArgs) -> anyhow::Result<Kebijakan> {
    let policy = match policy_file(findings) {
        Some(path) => Kebijakan::from_file(&path)?,
        None => Kebijakan::default(),
    };
    Ok(policy.abaikan(&findings.abaikan)?)
}

/// The policy that was named, or the one that is used without being named.
fn policy_file(findings: &FindingArgs) -> Option<PathBuf> {
    let unnamed = || Some(PathBuf::from(KEBIJAKAN)).filter(|p| p.is_file());
    findings.kebijakan.clone().or_else(unnamed)
}

/// The run that is asked for.
pub(super) fn run(show: &ShowArgs, ask: &Request) -> Result<Run, RunError> {
    Run::new(ask).map_err(|error| refused(show, ask, error))
}

/// A run that cannot be made; under `--samarkan` its reason quotes nobody. A name that leads nowhere is told with the one
/// that was probably meant.
pub(super) fn refused(show: &ShowArgs, ask: &Request, error: RunError) -> RunError {
    match error {
        RunError::Input(why) => {
            let why = meant(&ask.masukan).map_or_else(|| why.clone(), |meant| format!("{why} {meant}"));
            RunError::Input(if show.samarkan { Mask::refusal(&why) } else { why })
        }
        other => other,
    }
}

/// What a name that leads nowhere probably means: pieces of one with blanks in it, or one without its ending.
fn meant(names: &[PathBuf]) -> Option<String> {
    let lost = names.iter().position(|name| !name.exists())?;
    let text = |name: &PathBuf| name.to_string_lossy().into_owned();
    for from in 0..=lost {
        for to in lost.max(from + 1)..names.len() {
            let joined = names[from..=to].iter().map(text).collect::<Vec<_>>().join(" ");
            if Path::new(&joined).exists() {
                return Some(format!("Nama yang berisi spasi ditulis di antara tanda kutip: \"{joined}\"."));
            }
        }
    }
    // Windows does not show endings.
    let with_ending = input::table_endings().map(|ending| format!("{}.{ending}", text(&names[lost])));
    let found = with_ending.into_iter().find(|name| Path::new(name).is_file())?;
    Some(format!("Maksud Anda \"{found}\"?"))
}

/// The mask of `--samarkan`, or one that masks nothing.
pub(super) fn mask(show: &ShowArgs, inputs: &Inputs, tables: &Tables, data: &Data) -> Mask {
    if show.samarkan {
        Mask::new(inputs, tables, data)
    } else {
        Mask::off()
    }
}

/// Exit code by what was found.
pub(super) fn exit(findings: &[Finding], ketat: bool) -> Exit {
    let worst = findings.iter().map(|f| f.level).min();
    match worst {
        Some(Level::Galat) => Exit::HasGalat,
        Some(Level::Peringatan) if ketat => Exit::HasGalat,
        _ => Exit::Clean,
    }
}
