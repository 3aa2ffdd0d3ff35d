//! `skp jelaskan NIP`: one person's result with every step, as text and as JSON (the same tree).

use std::fmt::Write as _;

use super::mask::Mask;
use crate::base::figure::with_comma;
use crate::base::file_names::file_name;
use crate::base::origin::Origin;
use crate::finding::Finding;
use crate::input::Inputs;
use crate::run::{Run, about_people};
use crate::score::waiting::{Actor, actor};
use crate::score::{Explanation, Outcome, Reason, Status, Step};
use anstyle::Style;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// More cells than this are counted, not named, in text; JSON has them all.
const MOST_CELLS: usize = 6;

/// The findings that are about the person.
pub fn findings_about<'r>(run: &'r Run, p: &'r Explanation) -> impl Iterator<Item = &'r Finding> {
    let of = about_people(&run.data, &run.findings).filter(|(i, _)| *i == p.hasil.id.index());
    of.map(|(_, f)| f)
}

/// As text for the terminal.
pub fn text(run: &Run, p: &Explanation, mask: &Mask) -> String {
    let h = &p.hasil;
    let mut out = format!(
        "{BOLD}{}{BOLD:#} · NIP {} · {}\n",
        flat(&mask.name(&h.nama)),
        flat(&mask.nip(&h.nip)),
        flat(&mask.text(&h.unit_kerja))
    );
    let bobot = run
        .scores
        .bobot
        .as_deref()
        .map(|b| format!(", bobot {b}"))
        .unwrap_or_default();
    let _ = writeln!(out, "Masa penilaian {}, aturan {}{bobot}", run.data.periode, run.aturan.id);
    let _ = writeln!(out, "Hasil: {BOLD}{}{BOLD:#}\n", brief_text(p));
    not_yet(&mut out, run, p, mask);
    for step in &p.step {
        steps(&mut out, &run.inputs, step, 0, mask);
    }
    if let Some(distance) = &p.next {
        let _ = writeln!(out, "\n{BOLD}Menuju {}{BOLD:#}", distance.next_predikat);
        for runs in &distance.runs {
            let _ = writeln!(out, "  • {}", flat(&mask.text(runs)));
        }
    }
    let mut first = true;
    for f in findings_about(run, p) {
        if first {
            let _ = writeln!(out, "\n{BOLD}Temuan tentang pegawai ini{BOLD:#}");
            first = false;
        }
        let at =
            f.at.map(|at| format!(" ({})", address(&run.inputs, at, mask)))
                .unwrap_or_default();
        let _ = writeln!(out, "  {} {}: {}{at}", f.kode, f.level.as_str(), flat(&mask.text(&f.message)));
        let _ = writeln!(out, "    {DIM}{}{DIM:#}", flat(&mask.text(&f.advice)));
    }
    out
}

/// On one line, and nothing in it that a terminal would obey.
fn flat(text: &str) -> String {
    crate::base::text::shorten(text, usize::MAX)
}

/// The result in one line.
fn brief_text(p: &Explanation) -> String {
    match p.hasil.outcome {
        Outcome::ByNumbers { nilai, label, .. } => format!("{label}, nilai kinerja {}", with_comma(nilai)),
        Outcome::ByRatings { label, .. } => label.to_owned(),
        Outcome::NotYet(_) | Outcome::Excepted(_) => p.hasil.status().words().to_owned(),
    }
}

/// For somebody not scored: what is missing, and who must supply it.
fn not_yet(out: &mut String, run: &Run, p: &Explanation, mask: &Mask) {
    match p.hasil.status() {
        Status::Dinilai => {}
        Status::Dikecualikan => {
            let named = run.data.pegawai(p.hasil.id).pengecualian.is_some();
            let by = if named {
                "Tercatat di tabel pengecualian"
            } else {
                "Dikecualikan dengan sendirinya"
            };
            let _ = writeln!(out, "{by}: {}\n", flat(&mask.text(p.hasil.alasan().unwrap_or_default())));
        }
        Status::BelumDapatDinilai => {
            let _ = writeln!(out, "{BOLD}Yang masih kurang, dan dari siapa{BOLD:#}");
            for reason in p.hasil.reasons() {
                let whom = match actor(&run.data, p.hasil.id, *reason) {
                    // The person's own part is said by the role.
                    Actor::Pegawai(id) if id == p.hasil.id => String::new(),
                    Actor::Pegawai(id) => {
                        let person = run.data.pegawai(id);
                        format!(": {} (NIP {})", flat(&mask.name(&person.nama)), flat(&mask.nip(&person.nip)))
                    }
                    Actor::OutsideData(nip) => format!(": NIP {}, tidak ada dalam data", flat(&mask.nip(&nip))),
                    Actor::Kepegawaian => String::new(),
                };
                let _ = writeln!(out, "  • {} – dari {}{whom}", reason.words(), reason.duty().words());
                let pegawai = run.data.pegawai(p.hasil.id);
                let other = pegawai.rated_for.filter(|_| *reason == Reason::PenilaianPeriodeLain);
                let _ = match other {
                    None => writeln!(out, "    {}", reason.steps_for(pegawai)),
                    Some(other) => writeln!(
                        out,
                        "    Penilaian yang ada untuk {}; yang diminta {}. Bila periode itu yang dimaksud, jalankan dengan {}; bila tidak, \
                         sertakan penilaian untuk periode yang diminta.",
                        other.in_words(),
                        run.data.periode.in_words(),
                        other.option()
                    ),
                };
            }
            out.push('\n');
        }
    }
}

fn steps(out: &mut String, inputs: &Inputs, step: &Step, depth: usize, mask: &Mask) {
    let pad = "  ".repeat(depth);
    let _ = write!(out, "{pad}{}", flat(&mask.text(&step.title)));
    if let Some(hasil) = &step.hasil {
        let _ = write!(out, " = {BOLD}{}{BOLD:#}", flat(&mask.text(hasil)));
    }
    out.push('\n');
    if let Some(formula) = &step.formula {
        let rounded = match (step.pembulatan, &step.hasil) {
            (Some(0), Some(_)) => ", dibulatkan ke bilangan bulat".to_owned(),
            (Some(n), Some(_)) => format!(", dibulatkan {n} desimal"),
            _ => String::new(),
        };
        let _ = writeln!(out, "{pad}    {}{rounded}", flat(&mask.text(formula)));
    }
    if let Some(catatan) = &step.catatan {
        let _ = writeln!(out, "{pad}    {}", flat(&mask.text(catatan)));
    }
    if let Some(acuan) = &step.acuan {
        let sure = step.keyakinan.map(|k| format!(" ({})", k.as_str())).unwrap_or_default();
        let _ = writeln!(out, "{pad}    {DIM}{acuan}{sure}{DIM:#}");
    }
    let cells: Vec<Origin> = filled(inputs, &step.cell);
    if !cells.is_empty() {
        let mut names: Vec<String> = cells
            .iter()
            .take(MOST_CELLS)
            .map(|at| {
                let value = inputs.value(*at).written();
                format!("{} \"{}\"", address(inputs, *at, mask), flat(&mask.text(&value)))
            })
            .collect();
        if cells.len() > MOST_CELLS {
            names.push(format!("dan {} sel lagi", cells.len() - MOST_CELLS));
        }
        let _ = writeln!(out, "{pad}    {DIM}dari {}{DIM:#}", names.join(", "));
    }
    for part in &step.anak {
        steps(out, inputs, part, depth + 1, mask);
    }
}

/// Cells with something in them, each once; a default comes from no cell.
pub fn filled(inputs: &Inputs, cells: &[Origin]) -> Vec<Origin> {
    let mut seen = Vec::new();
    for at in cells {
        if !seen.contains(at) && !inputs.value(*at).is_blank() {
            seen.push(*at);
        }
    }
    seen
}

/// `dinas.xlsx · skp!F5`, or `skp.csv!F5`.
fn address(inputs: &Inputs, at: Origin, mask: &Mask) -> String {
    let sheet = inputs.sheet(at.sheet());
    let path = &inputs.file(sheet.file).path;
    let name = file_name(path);
    match &sheet.name {
        Some(sheet_name) => format!("{name} · {}!{}", flat(&mask.text(sheet_name)), at.a1()),
        None => format!("{name}!{}", at.a1()),
    }
}
