//! What the findings about cells have in common: how a cell is named and what is filled in.

use super::{Context, FindingMut};
use crate::base::origin::Origin;
use crate::base::text::shorten;
use crate::problem::Problem;

/// The cell as the beginning of a sentence: `Sel C7 (kolom "Target")`.
pub fn at_place(ctx: &Context<'_>, p: &Problem) -> String {
    let Some(at) = p.at else {
        return "Sebuah sel".to_owned();
    };
    let column = ctx
        .tabel(at)
        .and_then(|t| t.columns.iter().find(|c| c.col == at.col))
        .map(|c| format!(" (kolom \"{}\")", c.written))
        .unwrap_or_default();
    format!("Sel {}{column}", at.a1())
}

/// Another cell that belongs to the problem: `sel C7 di lembar SKP`, of a CSV `sel C7 di skp.csv`.
pub fn sel(ctx: &Context<'_>, at: Option<Origin>) -> String {
    let Some(at) = at else { return "sel lain".to_owned() };
    let sheet = ctx.inputs.sheet(at.sheet);
    if let Some(name) = &sheet.name {
        return format!("sel {} di lembar {name}", at.a1());
    }
    let path = &ctx.inputs.file(sheet.file).path;
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    format!("sel {} di {file}", at.a1())
}

/// The value as written.
pub fn tertulis(ctx: &Context<'_>, p: &Problem) -> String {
    match (&p.written, p.at) {
        (Some(written), _) => shorten(written, 60),
        (None, Some(at)) => shorten(&ctx.inputs.value(at).written(), 60),
        (None, None) => String::new(),
    }
}

/// Fills in what the problem knows: cell, value, expectation, person, RHK.
pub fn complete(finding: FindingMut<'_, '_>, p: &Problem) {
    let mut f = finding;
    if let Some(at) = p.at {
        f = f.at(at);
    } else if let Some(file) = p.file {
        f = f.file(file);
    }
    if let Some(written) = &p.written {
        f = f.nilai(written.to_string());
    }
    if let Some(expected) = &p.expected {
        f = f.harapan(expected.to_string());
    }
    if let Some(nip) = &p.nip {
        f = f.nip(nip.clone());
    }
    if let Some(kode) = &p.kode_rhk {
        let _ = f.rhk(kode.clone());
    }
}
