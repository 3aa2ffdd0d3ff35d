//! The cascade on the terminal: people under their atasan, their RHK with coverage, broken links
//! marked; staff without bawahan folded by unit.

use std::collections::BTreeMap;

use anstyle::{AnsiColor, Style};

use super::mask::Mask;
use super::tree::{PersonNode, Pohon, RhkNode};
use super::words::count;
use crate::base::ids::index;
use crate::base::text::shorten;
use crate::check::phrases;
use crate::model::{Data, TautanTarget};

const BROKEN: Style = AnsiColor::Red.on_default().bold();
const MISSING: Style = AnsiColor::Yellow.on_default();
const PERSON: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// Deeper levels are drawn at this one, with their number: a circle broken open may be long.
const DEPTH: u32 = 12;

/// The tree as text with colour marks.
pub fn tree(data: &Data, tree: &Pohon, width: usize, mask: &Mask) -> String {
    let mut out = brief_text(data, tree);
    let mut at = 0;
    while at < tree.node.len() {
        let s = &tree.node[at];
        if s.induk.is_some() && s.di_bawah == 0 {
            // Siblings without bawahan stand together only where they are neighbours; take the run.
            let end = tree.node[at..]
                .iter()
                .position(|x| x.induk != s.induk || x.di_bawah > 0)
                .map_or(tree.node.len(), |n| at + n);
            folded(&mut out, data, &tree.node[at..end], width, mask);
            at = end;
        } else {
            person(&mut out, data, s, width, mask);
            at += 1;
        }
    }
    out
}

/// Counts of the whole tree.
fn brief_text(data: &Data, tree: &Pohon) -> String {
    let all = || tree.node.iter().flat_map(|s| &s.rhk).filter(|r| r.utama);
    let broken = all().filter(|r| r.tautan.iter().any(|t| t.to.is_err())).count();
    let loose = all().filter(|r| r.without_tautan).count();
    format!(
        "{PERSON}Kaskade {}{PERSON:#}  {} pegawai, {} RHK utama: {} bertaut putus, {} tanpa tautan\n\n",
        data.periode,
        count(tree.node.len()),
        count(all().count()),
        count(broken),
        count(loose)
    )
}

fn indent(depth: u32) -> String {
    let shown = "│  ".repeat(index(depth.min(DEPTH)));
    if depth > DEPTH { format!("{shown}[{depth}] ") } else { shown }
}

fn person(out: &mut String, data: &Data, s: &PersonNode, width: usize, mask: &Mask) {
    let p = data.pegawai(s.pegawai);
    let pad = indent(s.depth);
    let x = p.last_posting();
    let place = x.map_or_else(String::new, |x| {
        format!(
            " · {} · {}",
            shorten(&mask.text(&x.jabatan), 60),
            shorten(&mask.text(&x.unit_kerja), 60)
        )
    });
    out.push_str(&format!(
        "{pad}{PERSON}● {}{PERSON:#}{place}",
        shorten(&mask.name(&p.nama), 60)
    ));
    if s.di_bawah > 0 {
        out.push_str(&format!(
            "{FAINT} ({} di bawahnya{}){FAINT:#}",
            count(index(s.di_bawah)),
            broken_below(s)
        ));
    }
    out.push('\n');
    if let Some(why) = &s.problem {
        out.push_str(&format!("{pad}│  {BROKEN}✗ {}{BROKEN:#}\n", shorten(&mask.text(why), 160)));
    }
    for r in &s.rhk {
        rhk(out, data, &pad, r, s.di_bawah > 0, width, mask);
    }
}

fn broken_below(s: &PersonNode) -> String {
    match s.severed_beneath {
        0 => String::new(),
        n => format!(", {} RHK putus", count(index(n))),
    }
}

fn rhk(out: &mut String, data: &Data, pad: &str, r: &RhkNode, leads: bool, width: usize, mask: &Mask) {
    let own = data.rhk(r.id);
    let room = width.saturating_sub(pad.chars().count() + 40).clamp(24, 70);
    let text = shorten(&mask.text(&own.rhk), room);
    let links: Vec<String> = r
        .tautan
        .iter()
        .map(|t| match &t.to {
            Ok(TautanTarget::Rhk(_)) => format!("→ {}", shorten(&mask.text(&t.kode), 40)),
            Ok(TautanTarget::Sasaran(_)) => format!("→ sasaran {}", shorten(&mask.text(&t.kode), 40)),
            Err(why) => format!(
                "{BROKEN}✗ {} {}{BROKEN:#}",
                shorten(&mask.text(&t.kode), 40),
                shorten(&mask.text(why), 160)
            ),
        })
        .collect();
    let mut tail = links.join(" ");
    if !r.utama {
        tail.push_str(" (tambahan)");
    } else if r.without_tautan {
        tail.push_str(&format!("{BROKEN}✗ tanpa RHK atasan{BROKEN:#}"));
    }
    if leads && r.utama {
        match r.supporter {
            0 => tail.push_str(&format!("  {MISSING}tidak didukung{MISSING:#}")),
            n => tail.push_str(&format!("  {FAINT}{} pendukung{FAINT:#}", count(index(n)))),
        }
    }
    out.push_str(&format!(
        "{pad}│    {} {text}  {}\n",
        shorten(&mask.text(&own.kode), 20),
        tail.trim_start()
    ));
}

/// Neighbours without bawahan: a line for each unit, and the broken ones by name.
fn folded(out: &mut String, data: &Data, run: &[PersonNode], width: usize, mask: &Mask) {
    let mut units: BTreeMap<&str, Vec<&PersonNode>> = BTreeMap::new();
    for s in run {
        let unit = data.pegawai(s.pegawai).last_posting().map_or("", |x| &x.unit_kerja);
        units.entry(unit).or_default().push(s);
    }
    for (unit, people) in units {
        let pad = indent(people.first().map_or(0, |s| s.depth));
        let rhk_count = people.iter().flat_map(|s| &s.rhk).filter(|r| r.utama).count();
        let broken: u32 = people.iter().map(|s| s.severed).sum();
        let state = if broken == 0 {
            "semua tertaut".to_owned()
        } else {
            format!("{BROKEN}{} putus{BROKEN:#}", count(index(broken)))
        };
        out.push_str(&format!(
            "{pad}○ {} pegawai · {}: {} RHK utama, {state}\n",
            count(people.len()),
            shorten(&mask.text(unit), 60),
            count(rhk_count)
        ));
        for s in people.iter().filter(|s| s.severed > 0) {
            let p = data.pegawai(s.pegawai);
            out.push_str(&format!("{pad}│  {PERSON}{}{PERSON:#}\n", shorten(&mask.name(&p.nama), 60)));
            for r in s.rhk.iter().filter(|r| r.severed()) {
                rhk(out, data, &format!("{pad}│  "), r, false, width, mask);
            }
        }
    }
}

/// A person as a graph's label names them.
pub(super) fn label(data: &Data, s: &PersonNode, mask: &Mask) -> String {
    let p = data.pegawai(s.pegawai);
    match p.last_posting() {
        Some(x) => format!("{} · {}", mask.name(&p.nama), mask.text(&x.jabatan)),
        None => mask.owned(phrases::persons(data, s.pegawai)),
    }
}
