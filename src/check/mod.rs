//! Findings: what looks across people, and the telling of what the rooms to the left have noted.
//!
//! A check stands in a file of its own, named `code_what.rs`, in its family's folder. Its level, acuan
//! and words for `skp jelaskan KODE` are its page, `docs/pemeriksaan/KODE.md`.

pub mod catalogue;
pub mod distribusi;
pub mod far_off;
pub mod files;
pub mod heads;
pub mod likely_name;
pub mod majority;
pub mod measures;
pub mod perilaku_values;
pub mod phrases;
mod policy;
mod registry;
pub mod tell;

use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};

use hashbrown::{HashMap, HashSet};
use rayon::prelude::*;

use crate::base::ids::{RhkNo, index, short};
use crate::base::origin::{Origin, SheetId};
use crate::base::text::Text;
use crate::finding::{Code, Finding, FoundPlace, Level, Noted};
use crate::input::Inputs;
use crate::model::vocab::JenisRhk;
use crate::model::{Data, Hierarchy, Pegawai, PegawaiId, RencanaHasilKerja, RhkId};
use crate::rules::{Aturan, Parameter, Usage};
use crate::score::Scores;
use crate::score::result::Status;
use crate::table::{DataTable, TableKind, Tables};
pub use policy::{Kebijakan, KebijakanError};

/// All that a check may look at.
///
#[derive(Debug)]
pub struct Context<'a> {
    /// Files and sheets.
    pub inputs: &'a Inputs,
    /// Recognised tables.
    pub tables: &'a Tables,
    /// People.
    pub data: &'a Data,
    /// The rule set.
    pub aturan: &'a Aturan,
    /// Results.
    pub scores: &'a Scores,
    /// Who stands under whom, and which RHK carries which.
    pub hierarchy: Hierarchy,
    usage: Mutex<Usage>,
    by_sheet: HashMap<SheetId, Vec<&'a DataTable>>,
}

/// A check: a code and the function that looks for it.
#[derive(Debug)]
pub struct Check {
    /// The code.
    pub code: Code,
    /// Looks and reports.
    pub run: fn(&Context<'_>, &mut Sink<'_>),
}

/// Collects the findings of one check and fills in what follows from the cell.
#[derive(Debug)]
pub struct Sink<'a> {
    ctx: &'a Context<'a>,
    code: &'static Code,
    findings: Vec<Finding>,
}

impl<'a> Sink<'a> {
    fn new(ctx: &'a Context<'a>, code: &'static Code) -> Self {
        Self {
            ctx,
            code,
            findings: Vec::new(),
        }
    }

    /// Begins a finding: message and remedy.
    pub fn add(&mut self, message: impl Into<String>, advice: impl Into<String>) -> FindingMut<'_, 'a> {
        self.findings.push(Finding {
            kode: self.code.kode,
            level: self.code.level,
            message: message.into().into(),
            advice: advice.into().into(),
            acuan: self.code.acuan.into(),
            place: None,
            nilai: None,
            expected: None,
            nip: None,
            kode_rhk: None,
            unit_kerja: None,
            at: None,
        });
        FindingMut { sink: self }
    }
}

/// The finding just begun; each call adds what is known.
#[derive(Debug)]
pub struct FindingMut<'s, 'a> {
    sink: &'s mut Sink<'a>,
}

impl FindingMut<'_, '_> {
    fn edit(&mut self, change: impl FnOnce(&mut Finding, &Context<'_>)) {
        let ctx = self.sink.ctx;
        if let Some(finding) = self.sink.findings.last_mut() {
            change(finding, ctx);
        }
    }

    /// At a cell: fills berkas, lembar, sel, kolom and the value as written.
    pub fn at(mut self, at: Origin) -> Self {
        self.edit(|f, ctx| {
            f.place = Some(ctx.place(at, true));
            let value = ctx.inputs.value(at);
            if !value.is_blank() && f.nilai.is_none() {
                f.nilai = Some(value.written().into());
            }
            f.at = Some(at);
        });
        self
    }

    /// At a place in a sheet that is no value of a column: a row, a header, the sheet itself.
    pub fn at_place(mut self, at: Origin) -> Self {
        self.edit(|f, ctx| {
            f.place = Some(ctx.place(at, false));
            f.at = Some(at);
        });
        self
    }

    /// At the header of the column that many rows lack; where there is no such column, at the
    /// table, and no column or value is named.
    pub fn at_majority<T>(mut self, b: &majority::Many<'_, T>) -> Self {
        let without_column = b.without_column;
        self = self.at(b.at);
        self.edit(|f, ctx| {
            f.nilai = None;
            if without_column {
                f.place = Some(ctx.place(b.at, false));
            }
        });
        self
    }

    /// In a file as a whole.
    pub fn file(mut self, file: crate::base::origin::FileId) -> Self {
        self.edit(|f, ctx| {
            f.place = Some(Arc::new(FoundPlace {
                file: ctx.inputs.file(file).path.clone(),
                sheet_name: None,
                column: None,
            }));
        });
        self
    }

    /// The value as written, where it is not that of the cell.
    pub fn nilai(mut self, nilai: impl Into<Box<str>>) -> Self {
        self.edit(|f, _| f.nilai = Some(nilai.into()));
        self
    }

    /// What was expected.
    pub fn expected(mut self, expected: impl Into<Text>) -> Self {
        self.edit(|f, _| f.expected = Some(expected.into()));
        self
    }

    /// About a person: NIP and unit.
    pub fn pegawai(mut self, id: PegawaiId) -> Self {
        self.edit(|f, ctx| {
            let p = ctx.data.pegawai(id);
            f.nip = Some(p.nip.clone());
            f.unit_kerja = p.last_posting().map(|x| x.unit_kerja.clone());
        });
        self
    }

    /// About a NIP that may belong to nobody in the data; of somebody in it also the unit.
    pub fn nip(mut self, nip: Text) -> Self {
        self.edit(|f, ctx| {
            let posting = ctx.data.find(&nip).and_then(|id| ctx.data.pegawai(id).last_posting());
            f.unit_kerja = posting.map(|x| x.unit_kerja.clone()).filter(|u| !u.is_empty());
            f.nip = Some(nip);
        });
        self
    }

    /// About an RHK.
    pub fn rhk(mut self, kode: Text) -> Self {
        self.edit(|f, _| f.kode_rhk = Some(kode));
        self
    }

    /// About an RHK of the data: its person, unit and code.
    pub fn about(self, id: RhkId) -> Self {
        let (kode, unit) = {
            let data = self.sink.ctx.data;
            let r = data.rhk(id);
            let unit = r.posting.and_then(|i| data.pegawai(id.pegawai).posting.get(i));
            (r.kode.clone(), unit.map(|x| x.unit_kerja.clone()))
        };
        let this = self.pegawai(id.pegawai).rhk(kode);
        match unit {
            Some(unit) => this.unit(unit),
            None => this,
        }
    }

    /// About a unit.
    pub fn unit(mut self, unit: Text) -> Self {
        self.edit(|f, _| f.unit_kerja = Some(unit));
        self
    }

    /// With another level than the check's own: the same fact may be an error for one and a note
    /// for another (an atasan who is not in the data).
    pub fn level(mut self, level: Level) -> Self {
        self.edit(|f, _| f.level = level);
        self
    }

    /// With another acuan than the check's own (a parameter of the rule set in use).
    pub fn acuan(mut self, acuan: impl Into<Cow<'static, str>>) -> Self {
        self.edit(|f, _| f.acuan = acuan.into());
        self
    }
}

impl<'a> Context<'a> {
    /// Puts the context together.
    pub fn new(inputs: &'a Inputs, tables: &'a Tables, data: &'a Data, aturan: &'a Aturan, scores: &'a Scores) -> Self {
        let mut by_sheet: HashMap<_, Vec<_>> = HashMap::new();
        for t in &tables.tables {
            by_sheet.entry(t.sheet).or_default().push(t);
        }
        Self {
            inputs,
            tables,
            data,
            aturan,
            scores,
            hierarchy: Hierarchy::new(data),
            usage: Mutex::default(),
            by_sheet,
        }
    }

    /// The value of a parameter by which a check decides, noting that the run leans on it.
    pub fn used<'p, T>(&self, parameter: &'p Parameter<T>) -> &'p T {
        parameter.used(&mut self.usage.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The parameters by which checks have decided.
    pub fn usage(&self) -> Usage {
        *self.usage.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The table a cell belongs to: of those in its columns the last that begins above it.
    pub fn table(&self, at: Origin) -> Option<&'a DataTable> {
        self.by_sheet
            .get(&at.sheet())?
            .iter()
            .copied()
            .filter(|t| t.covers(at))
            .max_by_key(|t| t.header.0)
    }

    /// The table of a kind in a cell's sheet, whatever column the cell is in.
    pub fn table_of_kind(&self, at: Origin, jenis: TableKind) -> Option<&'a DataTable> {
        self.by_sheet
            .get(&at.sheet())?
            .iter()
            .copied()
            .filter(|t| t.jenis == jenis && t.header.0 <= at.row())
            .max_by_key(|t| t.header.0)
    }

    /// File, sheet and, where it is asked for, column of a cell.
    fn place(&self, at: Origin, with_column: bool) -> Arc<FoundPlace> {
        let sheet = self.inputs.sheet(at.sheet());
        let column = self.table(at).filter(|_| with_column);
        let column = column.and_then(|t| t.columns.iter().find(|c| c.col == at.col()));
        Arc::new(FoundPlace {
            file: self.inputs.file(sheet.file).path.clone(),
            sheet_name: sheet.name.clone(),
            column: column.map(|c| c.written.clone()),
        })
    }

    /// A cell inside a sentence: `sel C7 di lembar SKP`, of a CSV `sel C7 di skp.csv`.
    pub fn cell_name(&self, at: Origin) -> String {
        let sheet = self.inputs.sheet(at.sheet());
        if let Some(name) = &sheet.name {
            return format!("sel {} di lembar {name}", at.a1());
        }
        let path = &self.inputs.file(sheet.file).path;
        let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
        format!("sel {} di {file}", at.a1())
    }

    /// What was noted of files and tables.
    fn noted_before(&self) -> impl Iterator<Item = &'a Noted> {
        self.inputs.problems.iter().chain(&self.tables.problems)
    }

    /// What the scoring noted.
    fn noted_after(&self) -> impl Iterator<Item = &'a Noted> {
        let of_people = self.scores.pegawai.iter().flat_map(|p| &p.facts);
        self.scores.missing_tables.iter().chain(of_people)
    }

    /// Every RHK with its person, in the order of the data.
    pub fn rhk(&self) -> impl Iterator<Item = (RhkId, &'a Pegawai, &'a RencanaHasilKerja)> + '_ {
        self.data
            .all()
            .flat_map(|(pegawai, p)| RhkNo::each(&p.rhk).map(move |(rhk, r)| (RhkId { pegawai, rhk }, p, r)))
    }

    /// Every RHK utama.
    pub fn rhk_utama(&self) -> impl Iterator<Item = (RhkId, &'a Pegawai, &'a RencanaHasilKerja)> + '_ {
        self.rhk().filter(|(_, _, r)| r.jenis.get() == Some(&JenisRhk::Utama))
    }
}

/// Tells what was noted and runs the checks, of the codes that are wanted: findings by file, sheet,
/// row, column, code. `of_data` ([`Data::problems`]) is given away, since there can be millions: each is
/// gone when it is told.
pub fn run(ctx: &Context<'_>, mut of_data: Vec<Noted>, wanted: impl Fn(&Code) -> bool) -> Vec<Finding> {
    of_data.retain(|n| wanted(n.fact.code()));
    let others = ctx.noted_before().chain(ctx.noted_after());
    let mut findings = Vec::with_capacity(of_data.len() + others.filter(|n| wanted(n.fact.code())).count());
    let mut words = Words::default();
    // Nothing of planning is asked of somebody to whom its rules do not apply (6/2022 p. 65-66).
    let excepted: HashSet<&str> = ctx
        .scores
        .pegawai
        .iter()
        .filter(|p| p.status() == Status::Dikecualikan)
        .map(|p| &*p.nip)
        .collect();
    let mut told = |noted: &Noted| {
        let mut sink = Sink::new(ctx, noted.fact.code());
        tell::tell(ctx, &mut sink, noted);
        grow(&mut findings, sink.findings.len());
        findings.extend(sink.findings.drain(..).map(|f| words.shared(f)));
    };
    ctx.noted_before().filter(|n| wanted(n.fact.code())).for_each(&mut told);
    for noted in of_data {
        told(&noted);
    }
    ctx.noted_after().filter(|n| wanted(n.fact.code())).for_each(&mut told);
    let look = |check: &&'static Check| {
        let mut sink = Sink::new(ctx, &check.code);
        (check.run)(ctx, &mut sink);
        if matches!(check.code.kode.get(..3), Some("KAS" | "TGT")) {
            sink.findings
                .retain(|f| f.nip.as_deref().is_none_or(|nip| !excepted.contains(nip)));
        }
        sink.findings
    };
    let checks: Vec<&'static Check> = registry::CHECKS.iter().copied().filter(|c| wanted(&c.code)).collect();
    // A few at a time, so that what is said alike is kept once before there is much of it.
    for some in checks.chunks(CHECKS_AT_ONCE) {
        let found: Vec<Vec<Finding>> = some.par_iter().map(look).collect();
        for of_check in found {
            grow(&mut findings, of_check.len());
            findings.extend(of_check.into_iter().map(|f| words.shared(f)));
        }
    }
    in_order(&mut findings);
    without_doubles(&mut findings);
    findings
}

/// Checks that look at the same time, on as many threads as there are.
const CHECKS_AT_ONCE: usize = 16;

/// Makes room for `more` findings. A list that doubles holds room for as many again when one finding of a check comes
/// behind the hundred thousand that were counted.
fn grow(findings: &mut Vec<Finding>, more: usize) {
    if findings.capacity() - findings.len() < more {
        findings.reserve_exact(more.max(findings.len() / 16));
    }
}

/// What many findings of one code say alike is kept once: files of strangers make findings by the million.
#[derive(Debug, Default)]
struct Words {
    last: HashMap<&'static str, Alike>,
}

/// What the last finding of a code said.
#[derive(Debug, Default)]
struct Alike {
    advice: Option<Text>,
    expected: Option<Text>,
    place: Option<Arc<FoundPlace>>,
}

impl Words {
    fn shared(&mut self, mut finding: Finding) -> Finding {
        fn share<T: PartialEq + Clone>(last: &mut Option<T>, new: &mut T) {
            match last {
                Some(last) if *last == *new => new.clone_from(last),
                _ => *last = Some(new.clone()),
            }
        }
        let last = self.last.entry(finding.kode).or_default();
        share(&mut last.advice, &mut finding.advice);
        if let Some(expected) = &mut finding.expected {
            share(&mut last.expected, expected);
        }
        if let Some(place) = &mut finding.place {
            share(&mut last.place, place);
        }
        finding
    }
}

/// By file, sheet, row, column, code; what is equal in these stays as it came. Only places are sorted, as
/// a sort of the findings themselves would need half of their room again.
fn in_order(findings: &mut [Finding]) {
    let mut order: Vec<u32> = (0..short(findings.len())).collect();
    order.sort_by(|&a, &b| key(&findings[index(a)]).cmp(&key(&findings[index(b)])));
    // Each cycle of the permutation in turn.
    for start in 0..order.len() {
        let mut at = start;
        while index(order[at]) != at {
            let from = index(order[at]);
            order[at] = short(at);
            if from == start {
                break;
            }
            findings.swap(at, from);
            at = from;
        }
    }
}

/// Takes out what is said twice. Equal findings stand in one stretch of equal places.
fn without_doubles(findings: &mut Vec<Finding>) {
    let mut doubles: Vec<usize> = Vec::new();
    let mut from = 0;
    while from < findings.len() {
        let place = key(&findings[from]);
        let length = findings[from..].iter().take_while(|f| key(f) == place).count();
        if length > 1 {
            let mut seen = HashSet::new();
            let stretch = findings[from..from + length].iter().enumerate();
            doubles.extend(
                stretch
                    .filter(|(_, f)| !seen.insert((f.kode_rhk.as_deref(), &*f.message)))
                    .map(|(i, _)| from + i),
            );
        }
        from += length;
    }
    let (mut i, mut next) = (0, doubles.iter().peekable());
    findings.retain(|_| {
        let double = next.next_if(|&&d| d == i).is_some();
        i += 1;
        !double
    });
}

/// Findings without a cell come after those of their file, those without a file last.
fn key(f: &Finding) -> (bool, Option<&str>, bool, Option<Origin>, &'static str, Option<&str>) {
    (f.place.is_none(), f.file(), f.at.is_none(), f.at, f.kode, f.nip.as_deref())
}
