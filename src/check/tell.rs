//! From a noted fact to a finding: here it is known how files, sheets, headings and people are called.

use super::{Context, Sink, phrases};
use crate::base::origin::Origin;
use crate::base::text::{Text, shorten};
use crate::finding::{About, Level, Noted, QUOTED, Said};
use crate::input::Inputs;
use crate::model::vocab::Word;
use crate::score::Status;

/// Tells one fact.
pub fn tell(ctx: &Context<'_>, sink: &mut Sink<'_>, noted: &Noted) {
    let said = noted.fact.says(&Told { ctx, noted });
    sink.code = noted.fact.code();
    let mut finding = sink.add(said.message, said.advice);
    match (noted.at, noted.file) {
        (Some(at), _) if said.place_only => finding = finding.at_place(at),
        (Some(at), _) => finding = finding.at(at),
        (None, Some(file)) => finding = finding.file(file),
        (None, None) => {}
    }
    if let Some(written) = &noted.written {
        finding = finding.nilai(written.clone());
    }
    if let Some(expected) = said.expected.map(Text::from).or_else(|| noted.expected.clone()) {
        finding = finding.expected(expected);
    }
    if let Some(id) = noted.pegawai {
        finding = finding.pegawai(id);
    } else if let Some(nip) = &noted.nip {
        finding = finding.nip(nip.clone());
    }
    if let Some(rhk) = noted.rhk {
        finding = finding.rhk(ctx.data.rhk(rhk).kode.clone());
    } else if let Some(kode) = &noted.kode_rhk {
        finding = finding.rhk(kode.clone());
    }
    if let Some(level) = said.level {
        finding = finding.level(level);
    }
    if let Some(acuan) = said.acuan {
        let _ = finding.acuan(acuan);
    }
}

/// What is wrong with a file that the user named and that gives nothing at all: such a run stops.
/// A fact at a cell (a lone quote, a cell out of bounds) leaves the rest readable, and what is passed
/// over with a note is missed by nobody: findings.
pub fn refusal(inputs: &Inputs) -> Option<String> {
    let noted = inputs.problems.iter().find(|p| {
        let named = |f| inputs.file(f).named;
        p.at.is_none() && p.file.is_some_and(named) && p.fact.code().level == Level::Galat
    })?;
    let said = about_file(inputs, noted);
    Some(format!("{} {}", said.message, said.advice))
}

/// What a fact about a whole file says, before anything else is known of the run.
pub fn about_file(inputs: &Inputs, noted: &Noted) -> Said {
    noted.fact.says(&OfFile { inputs, noted })
}

/// Names only the file.
struct OfFile<'a> {
    inputs: &'a Inputs,
    noted: &'a Noted,
}

impl About for OfFile<'_> {
    fn file(&self) -> &str {
        self.noted.file.map_or("", |f| &self.inputs.file(f).path)
    }

    fn because(&self) -> Option<&str> {
        self.noted.because.as_deref()
    }

    fn nip(&self) -> &str {
        self.noted.nip.as_deref().unwrap_or_default()
    }

    fn kode_rhk(&self) -> &str {
        self.noted.kode_rhk.as_deref().unwrap_or_default()
    }
}

struct Told<'a> {
    ctx: &'a Context<'a>,
    noted: &'a Noted,
}

impl Told<'_> {
    fn input_file(&self) -> Option<&crate::input::InputFile> {
        let sheet = |at: Origin| self.ctx.inputs.sheet(at.sheet()).file;
        let file = self.noted.file.or_else(|| self.noted.at.map(sheet))?;
        Some(self.ctx.inputs.file(file))
    }
}

impl About for Told<'_> {
    fn place(&self) -> String {
        let Some(at) = self.noted.at else {
            return "Sebuah sel".to_owned();
        };
        let column = self
            .ctx
            .column(at)
            .map(|c| format!(" (kolom \"{}\")", c.written))
            .unwrap_or_default();
        format!("Sel {}{column}", at.a1())
    }

    fn cell(&self, at: Origin) -> String {
        self.ctx.cell_name(at, self.noted.at)
    }

    fn written(&self) -> String {
        match (&self.noted.written, self.noted.at) {
            (Some(written), _) => shorten(written, QUOTED),
            (None, Some(at)) => shorten(&self.ctx.inputs.value(at).written(), QUOTED),
            (None, None) => String::new(),
        }
    }

    fn at(&self) -> Option<Origin> {
        self.noted.at
    }

    fn because(&self) -> Option<&str> {
        self.noted.because.as_deref()
    }

    fn file(&self) -> &str {
        self.input_file().map_or("", |f| &f.path)
    }

    fn file_named(&self) -> bool {
        self.input_file().is_none_or(|f| f.named)
    }

    fn sheet(&self) -> Option<&str> {
        self.ctx.inputs.sheet(self.noted.at?.sheet()).name.as_deref()
    }

    fn table(&self) -> Option<&'static str> {
        Some(self.ctx.table(self.noted.at?)?.jenis.as_str())
    }

    fn conduct_rating(&self) -> Option<String> {
        let form = self.ctx.table(self.noted.at?)?.formulir.as_ref()?;
        form.rating_perilaku.as_ref().map(|entry| entry.at.a1())
    }

    fn nip(&self) -> &str {
        match (self.noted.pegawai, &self.noted.nip) {
            (Some(id), _) => &self.ctx.data.pegawai(id).nip,
            (None, Some(nip)) => nip,
            (None, None) => "",
        }
    }

    fn person(&self) -> Option<String> {
        let data = self.ctx.data;
        let id = self.noted.pegawai.or_else(|| data.find(self.noted.nip.as_deref()?))?;
        Some(phrases::persons(data, id))
    }

    fn kode_rhk(&self) -> &str {
        match (self.noted.rhk, &self.noted.kode_rhk) {
            (Some(id), _) => &self.ctx.data.rhk(id).kode,
            (None, Some(kode)) => kode,
            (None, None) => "",
        }
    }

    fn rhk(&self) -> String {
        self.noted
            .rhk
            .map_or_else(String::new, |id| phrases::rhk(self.ctx.data.rhk(id)))
    }

    fn indicator(&self) -> String {
        let indikator = self
            .noted
            .rhk
            .zip(self.noted.indikator)
            .and_then(|(id, i)| self.ctx.data.rhk(id).indikator.get(i.index()));
        indikator.map_or_else(String::new, |i| {
            let aspek = i.aspek.get().map_or("tanpa aspek", |a| a.as_str());
            format!("indikator {aspek} {}", i.no)
        })
    }

    fn period(&self) -> String {
        self.ctx.data.periode.to_string()
    }

    fn qualitative(&self) -> bool {
        self.ctx.aturan.kualitatif().is_some()
    }

    fn nobody_rated(&self) -> bool {
        let people = &self.ctx.scores.pegawai;
        let any = |status: Status| people.iter().any(|p| p.status() == status);
        !any(Status::Dinilai) && (people.is_empty() || any(Status::BelumDapatDinilai))
    }

    fn label(&self, word: &'static str) -> &'static str {
        use crate::model::vocab::Predikat;
        // The vocabulary has one word for both regimes; the rule set in use says which.
        if word == Predikat::Cukup.as_str() {
            self.ctx.aturan.label(Predikat::Cukup)
        } else {
            word
        }
    }
}
