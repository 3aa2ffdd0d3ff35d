//! One run: the whole pipeline from paths to the one result value that every output reads.

use hashbrown::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use crate::base::origin::SheetId;
use crate::check::{self, Context};
use crate::finding::{Finding, Level};
use crate::input::{self, Inputs, ReadOptions, Sheet, Skip};
use crate::model::kalibrasi::{self, Calibration};
use crate::model::{self, Data, PeriodChoice};
use crate::rules::{Aturan, AturanError};
use crate::score::{self, RhkResults, ScoreOptions, Scores, Status};
use crate::table::{self, Tables};

/// What a run is asked to do.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// Files and folders.
    pub masukan: Vec<PathBuf>,
    /// Period as asked for, if at all.
    pub periode: PeriodChoice,
    /// Rule set by id or path; chosen by the period when `None`.
    pub aturan: Option<String>,
    /// How to score.
    pub score: ScoreOptions,
    /// Delimiter the user forces for delimited text.
    pub delimiter: Option<char>,
    /// What counts as what.
    pub kebijakan: check::Kebijakan,
    /// Files and sheets that are left out.
    pub skip: Vec<Skip>,
    /// An output names the fingerprints of the files.
    pub fingerprints: bool,
    /// Tell what libraries say, too.
    pub verbose: bool,
    /// Files that this run writes, and so no inputs although they lie among them.
    pub not_input: Vec<PathBuf>,
    /// A report or table whose sheet Kalibrasi sets ratings (6/2022).
    pub kalibrasi: Option<PathBuf>,
    /// Who is told what is going on.
    pub watch: Watch,
}

/// Told of each stage of a run, from any thread, while it goes on.
#[derive(Clone, Default)]
pub struct Watch(Option<Arc<Tell>>);

type Tell = dyn Fn(Stage<'_>) + Send + Sync;

/// What a run is doing.
#[derive(Debug, Clone, Copy)]
pub enum Stage<'a> {
    /// Reading this file.
    Reading(&'a str),
    /// Scoring and checking what was read.
    Scoring,
}

impl Watch {
    /// Tells this function.
    pub fn new(tell: impl Fn(Stage<'_>) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(tell)))
    }

    fn tell(&self, stage: Stage<'_>) {
        if let Some(tell) = &self.0 {
            tell(stage);
        }
    }
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Watch").field(&self.0.is_some()).finish()
    }
}

/// Why a run could not be made at all: exit code 2. The text is for the user.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// A file given by name cannot be read, or nothing at all was recognised.
    #[error("{0}")]
    Input(String),
    /// The period is not known.
    #[error(transparent)]
    Period(#[from] model::BuildError),
    /// The rule set cannot be had.
    #[error(transparent)]
    Rules(#[from] AturanError),
}

/// Everything a run found out.
#[derive(Debug)]
pub struct Run {
    /// Files and sheets.
    pub inputs: Inputs,
    /// Recognised tables.
    pub tables: Tables,
    /// People.
    pub data: Data,
    /// Rule set.
    pub aturan: Aturan,
    /// Results.
    pub scores: Scores,
    /// Findings in order.
    pub findings: Vec<Finding>,
}

impl Run {
    /// Reads, recognises, builds, scores, checks.
    pub fn new(ask: &Request) -> Result<Self, RunError> {
        let (mut inputs, tables) = read(ask)?;
        ask.watch.tell(Stage::Scoring);
        let mut data = model::build(&inputs, &tables, &ask.periode)?;
        let aturan = match &ask.aturan {
            Some(name) => Aturan::load(name, data.periode)?,
            None => Aturan::for_period(data.periode)?,
        };
        // Only 6/2022 asks for umpan balik, which may be a colour.
        if aturan.kualitatif().is_some() && table::tint::mark(&ask.masukan, &mut inputs, &tables) {
            data = model::build(&inputs, &tables, &ask.periode)?;
        }
        let mut usage = score::prepare(&mut data, &aturan);
        let mut scores = score::score(&data, &aturan, &ask.score);
        if let Some(path) = &ask.kalibrasi {
            if aturan.kualitatif().is_none() {
                return Err(RunError::Input(format!(
                    "--kalibrasi mengubah rating, sedangkan aturan {} menilai dengan angka. Kalibrasi hanya untuk PermenPANRB 6/2022.",
                    aturan.id
                )));
            }
            let mut read = calibration(path, &mut inputs, &data)?;
            data.problems.append(&mut read.problems);
            let changed = score::calibration::set(&mut data, &aturan, &scores, read);
            scores = score::score(&data, &aturan, &ask.score);
            let told = changed.told(&data, &scores);
            data.problems.extend(told);
        }
        let problems = std::mem::take(&mut data.problems);
        let findings = {
            let ctx = Context::new(&inputs, &tables, &data, &aturan, &scores);
            let findings = ask.kebijakan.apply(&ctx, check::run(&ctx, problems, |_| true));
            usage.merge(ctx.usage());
            findings
        };
        scores.merge_usage(usage, &aturan);
        attach(&data, &mut scores, &findings);
        Ok(Self {
            inputs,
            tables,
            data,
            aturan,
            scores,
            findings,
        })
    }

    /// Results of the RHK.
    pub fn rhk(&self) -> &RhkResults {
        self.scores.rhk(&self.data, &self.aturan)
    }

    /// Counts for the summary.
    pub fn counts(&self) -> Counts {
        let count = |t| self.findings.iter().filter(|f| f.level == t).count();
        Counts {
            pegawai: self.scores.pegawai.len(),
            dinilai: self.scores.pegawai.iter().filter(|p| p.status() == Status::Dinilai).count(),
            galat: count(Level::Galat),
            peringatan: count(Level::Peringatan),
        }
    }

    /// When the report says it was made: `SOURCE_DATE_EPOCH` (given by `main`) or the newest
    /// input's time, so that the same input gives the same bytes.
    pub fn tanggal(&self, source_date: Option<SystemTime>) -> SystemTime {
        source_date
            .or_else(|| self.inputs.files.iter().filter_map(|f| f.modified).max())
            .unwrap_or(SystemTime::UNIX_EPOCH)
    }
}

/// Reads the sheet Kalibrasi of a report, and keeps it among the inputs, so that it can be named.
fn calibration(path: &Path, inputs: &mut Inputs, data: &Data) -> Result<Calibration, RunError> {
    let options = ReadOptions {
        known_header: &table::is_known_header,
        own: true,
        ..ReadOptions::default()
    };
    let found = input::read(&[path.to_owned()], &options);
    if let Some(why) = check::tell::refusal(&found) {
        return Err(RunError::Input(why));
    }
    let is_calibration = |s: &Sheet| {
        s.name
            .as_deref()
            .is_none_or(|n| n.trim().eq_ignore_ascii_case(kalibrasi::SHEET))
    };
    let mut named = (0_u32..)
        .zip(&found.sheets)
        .filter(|(_, s)| is_calibration(s))
        .map(|(i, _)| SheetId(i));
    let (sheet, second) = (named.next(), named.next());
    drop(named);
    let missing = |what: &str| {
        RunError::Input(format!(
            "--kalibrasi \"{}\": {what}. Buat dulu lembarnya dengan: skp nilai … --lembar kalibrasi -o kalibrasi.xlsx",
            path.display()
        ))
    };
    let sheet = sheet.ok_or_else(|| missing("tidak ada lembar Kalibrasi"))?;
    if second.is_some() {
        return Err(RunError::Input(format!(
            "--kalibrasi \"{}\": ada lebih dari satu lembar Kalibrasi di dalamnya. Sebutkan satu berkas saja.",
            path.display()
        )));
    }
    let id = inputs.adopt(found, sheet);
    let read = kalibrasi::read(inputs, id, data).ok_or_else(|| {
        missing(&format!(
            "lembar Kalibrasi tidak mempunyai judul kolom {}, {}, dan {}",
            kalibrasi::NIP,
            kalibrasi::HASIL_KERJA,
            kalibrasi::PERILAKU
        ))
    })?;
    match read.periode {
        Some(other) if other != data.periode => Err(RunError::Input(format!(
            "--kalibrasi \"{}\": lembarnya dibuat untuk {}, sedangkan yang dinilai {}. Jalankan dengan {}, atau buat lembar untuk {} \
             dengan: skp nilai … {} --lembar kalibrasi -o kalibrasi.xlsx",
            path.display(),
            other.in_words(),
            data.periode.in_words(),
            other.option(),
            data.periode.in_words(),
            data.periode.option()
        ))),
        _ => Ok(read),
    }
}

/// Reads and recognises; fails when a named file cannot be read or no table is recognised anywhere.
pub fn read(ask: &Request) -> Result<(Inputs, Tables), RunError> {
    let (inputs, tables) = read_any(ask)?;
    if tables.tables.is_empty() {
        return Err(RunError::Input(check::files::nothing_recognised(&inputs, &tables.refused)));
    }
    Ok((inputs, tables))
}

/// [`read`], content with no table (`skp baca` shows that there is none).
pub fn read_any(ask: &Request) -> Result<(Inputs, Tables), RunError> {
    let options = ReadOptions {
        delimiter: ask.delimiter,
        known_header: &table::is_known_header,
        skip: &ask.skip,
        fingerprints: ask.fingerprints,
        verbose: ask.verbose,
        not_input: &ask.not_input,
        watch: &|path| ask.watch.tell(Stage::Reading(path)),
        ..ReadOptions::default()
    };
    let inputs = input::read(&ask.masukan, &options);
    let tables = table::recognise(&inputs);
    if let Some(why) = check::tell::refusal(&inputs) {
        return Err(RunError::Input(why));
    }
    Ok((inputs, tables))
}

/// Whom findings are about, by index, in the order of the findings. People whose NIP
/// cannot be read may share its text, or have none: of these each has the findings of its own row. Linear in people and
/// findings.
pub fn about_people<'f>(data: &'f Data, findings: &'f [Finding]) -> impl Iterator<Item = (usize, &'f Finding)> + use<'f> {
    let mut by_row: HashMap<(SheetId, u32), usize> = HashMap::new();
    for (i, p) in data.pegawai.iter().enumerate().filter(|(_, p)| !p.nip_valid) {
        for at in p.posting.iter().map(|x| x.at).chain([p.at]) {
            by_row.insert((at.sheet(), at.row()), i);
        }
    }
    findings.iter().filter_map(move |finding| {
        let nip = finding.nip.as_deref().unwrap_or_default();
        if let Some(id) = data.find(nip) {
            return Some((id.index(), finding));
        }
        let at = finding.at?;
        let i = by_row.get(&(at.sheet(), at.row())).copied()?;
        (nip.is_empty() || *data.pegawai[i].nip == *nip).then_some((i, finding))
    })
}

/// Hangs the finding codes on the people they are about.
fn attach(data: &Data, scores: &mut Scores, findings: &[Finding]) {
    for (person, finding) in about_people(data, findings) {
        scores.pegawai[person].temuan.push(finding.kode);
    }
    for p in &mut scores.pegawai {
        p.temuan.sort_unstable();
        p.temuan.dedup();
        p.temuan.shrink_to_fit();
    }
}

/// Counts of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// People, excepted ones included.
    pub pegawai: usize,
    /// People scored.
    pub dinilai: usize,
    /// Findings of level galat.
    pub galat: usize,
    /// Findings of level peringatan.
    pub peringatan: usize,
}
