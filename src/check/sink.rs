//! What a check writes its findings into: each call adds what is known, and the cell brings the rest.

use std::borrow::Cow;
use std::sync::Arc;

use super::{Context, majority};
use crate::base::origin::Origin;
use crate::base::text::Text;
use crate::finding::{Code, Finding, FoundPlace, Level};
use crate::model::{PegawaiId, RhkId};

/// Collects the findings of one check and fills in what follows from the cell.
#[derive(Debug)]
pub struct Sink<'a> {
    ctx: &'a Context<'a>,
    pub(super) code: &'static Code,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Sink<'a> {
    pub(super) fn new(ctx: &'a Context<'a>, code: &'static Code) -> Self {
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
            let unit = r.posting().and_then(|i| data.pegawai(id.pegawai).posting.get(i));
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
