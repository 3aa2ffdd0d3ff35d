//! The cascade on the terminal: people under their atasan, their RHK with coverage, broken links
//! marked; staff without bawahan folded by unit. And the same flat, for CSV and JSON.

use std::collections::BTreeMap;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use super::csv::{as_text, writer};
use super::tree::{Pohon, Simpul, SimpulRhk};
use super::words::count;
use crate::base::text::shorten;
use crate::check::phrases;
use crate::model::{Data, TautanKe};

const PUTUS: Style = AnsiColor::Red.on_default().bold();
const KURANG: Style = AnsiColor::Yellow.on_default();
const ORANG: Style = Style::new().bold();
const SAMAR: Style = Style::new().dimmed();

/// Deeper levels are drawn at this one, with their number: a circle broken open may be long.
const KEDALAMAN: u32 = 12;

/// The tree as text with colour marks.
pub fn pohon(data: &Data, pohon: &Pohon, width: usize) -> String {
    let mut out = brief_text(data, pohon);
    let mut at = 0;
    while at < pohon.simpul.len() {
        let s = &pohon.simpul[at];
        if s.induk.is_some() && s.di_bawah == 0 {
            // Siblings without bawahan stand together only where they are neighbours; take the run.
            let end = pohon.simpul[at..]
                .iter()
                .position(|x| x.induk != s.induk || x.di_bawah > 0)
                .map_or(pohon.simpul.len(), |n| at + n);
            folded(&mut out, data, &pohon.simpul[at..end], width);
            at = end;
        } else {
            person(&mut out, data, s, width);
            at += 1;
        }
    }
    out
}

/// Counts of the whole tree.
fn brief_text(data: &Data, pohon: &Pohon) -> String {
    let all = || pohon.simpul.iter().flat_map(|s| &s.rhk).filter(|r| r.utama);
    let broken = all().filter(|r| r.tautan.iter().any(|t| t.ke.is_err())).count();
    let loose = all().filter(|r| r.tanpa_tautan).count();
    format!(
        "{ORANG}Kaskade {}{ORANG:#}  {} pegawai, {} RHK utama: {} bertaut putus, {} tanpa tautan\n\n",
        data.periode,
        count(pohon.simpul.len()),
        count(all().count()),
        count(broken),
        count(loose)
    )
}

fn indent(depth: u32) -> String {
    let shown = "│  ".repeat(depth.min(KEDALAMAN) as usize);
    if depth > KEDALAMAN {
        format!("{shown}[{depth}] ")
    } else {
        shown
    }
}

fn person(out: &mut String, data: &Data, s: &Simpul, width: usize) {
    let p = data.pegawai(s.pegawai);
    let pad = indent(s.kedalaman);
    let x = p.posting_terakhir();
    let place = x.map_or_else(String::new, |x| {
        format!(" · {} · {}", shorten(&x.jabatan, 60), shorten(&x.unit_kerja, 60))
    });
    out.push_str(&format!("{pad}{ORANG}● {}{ORANG:#}{place}", shorten(&p.nama, 60)));
    if s.di_bawah > 0 {
        out.push_str(&format!(
            "{SAMAR} ({} di bawahnya{}){SAMAR:#}",
            count(s.di_bawah as usize),
            broken_below(s)
        ));
    }
    out.push('\n');
    if let Some(why) = &s.masalah {
        out.push_str(&format!("{pad}│  {PUTUS}✗ {}{PUTUS:#}\n", shorten(why, 160)));
    }
    for r in &s.rhk {
        rhk(out, data, &pad, r, s.di_bawah > 0, width);
    }
}

fn broken_below(s: &Simpul) -> String {
    match s.putus_di_bawah {
        0 => String::new(),
        n => format!(", {} RHK putus", count(n as usize)),
    }
}

fn rhk(out: &mut String, data: &Data, pad: &str, r: &SimpulRhk, leads: bool, width: usize) {
    let own = data.rhk(r.id);
    let room = width.saturating_sub(pad.chars().count() + 40).clamp(24, 70);
    let text = shorten(&own.rhk, room);
    let links: Vec<String> = r
        .tautan
        .iter()
        .map(|t| match &t.ke {
            Ok(TautanKe::Rhk(_)) => format!("→ {}", shorten(&t.kode, 40)),
            Ok(TautanKe::Sasaran(_)) => format!("→ sasaran {}", shorten(&t.kode, 40)),
            Err(why) => format!("{PUTUS}✗ {} {}{PUTUS:#}", shorten(&t.kode, 40), shorten(why, 160)),
        })
        .collect();
    let mut tail = links.join(" ");
    if !r.utama {
        tail.push_str(" (tambahan)");
    } else if r.tanpa_tautan {
        tail.push_str(&format!("{PUTUS}✗ tanpa RHK atasan{PUTUS:#}"));
    }
    if leads && r.utama {
        match r.pendukung {
            0 => tail.push_str(&format!("  {KURANG}tidak didukung{KURANG:#}")),
            n => tail.push_str(&format!("  {SAMAR}{} pendukung{SAMAR:#}", count(n as usize))),
        }
    }
    out.push_str(&format!(
        "{pad}│    {} {text}  {}\n",
        shorten(&own.kode, 20),
        tail.trim_start()
    ));
}

/// Neighbours without bawahan: a line for each unit, and the broken ones by name.
fn folded(out: &mut String, data: &Data, run: &[Simpul], width: usize) {
    let mut units: BTreeMap<&str, Vec<&Simpul>> = BTreeMap::new();
    for s in run {
        let unit = data.pegawai(s.pegawai).posting_terakhir().map_or("", |x| &x.unit_kerja);
        units.entry(unit).or_default().push(s);
    }
    for (unit, people) in units {
        let pad = indent(people.first().map_or(0, |s| s.kedalaman));
        let rhks = people.iter().flat_map(|s| &s.rhk).filter(|r| r.utama).count();
        let broken: u32 = people.iter().map(|s| s.putus).sum();
        let state = if broken == 0 {
            "semua tertaut".to_owned()
        } else {
            format!("{PUTUS}{} putus{PUTUS:#}", count(broken as usize))
        };
        out.push_str(&format!(
            "{pad}○ {} pegawai · {}: {} RHK utama, {state}\n",
            count(people.len()),
            shorten(unit, 60),
            count(rhks)
        ));
        for s in people.iter().filter(|s| s.putus > 0) {
            let p = data.pegawai(s.pegawai);
            out.push_str(&format!("{pad}│  {ORANG}{}{ORANG:#}\n", shorten(&p.nama, 60)));
            for r in s.rhk.iter().filter(|r| r.putus()) {
                rhk(out, data, &format!("{pad}│  "), r, false, width);
            }
        }
    }
}

/// A link of an RHK, flat: a row for each, and one for an RHK without any.
#[derive(Debug, Serialize)]
pub struct Baris<'a> {
    nip: &'a str,
    nama: &'a str,
    unit_kerja: &'a str,
    kode_rhk: &'a str,
    rhk: &'a str,
    jenis: &'static str,
    pendukung: u32,
    tautan: Option<&'a str>,
    nip_induk: Option<&'a str>,
    kode_induk: Option<&'a str>,
    /// `tertaut`, `puncak` (nothing above is due), `putus`.
    keadaan: &'static str,
    sebab: Option<&'a str>,
}

/// All links in outline order.
pub fn baris<'a>(data: &'a Data, pohon: &'a Pohon) -> Vec<Baris<'a>> {
    let mut rows = Vec::new();
    for s in &pohon.simpul {
        let p = data.pegawai(s.pegawai);
        for r in &s.rhk {
            let own = data.rhk(r.id);
            let row = |tautan, nip_induk, kode_induk, keadaan, sebab| Baris {
                nip: &p.nip,
                nama: &p.nama,
                unit_kerja: p.posting_terakhir().map_or("", |x| &x.unit_kerja),
                kode_rhk: &own.kode,
                rhk: &own.rhk,
                jenis: if r.utama { "utama" } else { "tambahan" },
                pendukung: r.pendukung,
                tautan,
                nip_induk,
                kode_induk,
                keadaan,
                sebab,
            };
            if r.tanpa_tautan {
                rows.push(row(None, None, None, "putus", Some("tanpa RHK atasan")));
            } else if r.tautan.is_empty() {
                rows.push(row(None, None, None, "puncak", None));
            }
            for t in &r.tautan {
                let kode = Some(&*t.kode);
                rows.push(match &t.ke {
                    Ok(TautanKe::Rhk(to)) => row(
                        kode,
                        Some(&data.pegawai(to.pegawai).nip),
                        Some(&data.rhk(*to).kode),
                        "tertaut",
                        None,
                    ),
                    Ok(TautanKe::Sasaran(i)) => {
                        let to = data.sasaran.get(*i as usize);
                        row(kode, None, to.map(|x| &*x.kode), "tertaut", None)
                    }
                    Err(why) => row(kode, None, None, "putus", Some(why)),
                });
            }
        }
    }
    rows
}

/// The links as CSV.
pub fn csv(out: impl Write, rows: &[Baris<'_>]) -> io::Result<()> {
    let mut csv = writer(out)?;
    csv.write_record([
        "nip",
        "nama",
        "unit_kerja",
        "kode_rhk",
        "rhk",
        "jenis",
        "pendukung",
        "tautan",
        "nip_induk",
        "kode_induk",
        "keadaan",
        "sebab",
    ])?;
    for r in rows {
        csv.write_record([
            &*as_text(r.nip),
            &as_text(r.nama),
            &as_text(r.unit_kerja),
            &as_text(r.kode_rhk),
            &as_text(r.rhk),
            r.jenis,
            &r.pendukung.to_string(),
            &as_text(r.tautan.unwrap_or_default()),
            &as_text(r.nip_induk.unwrap_or_default()),
            &as_text(r.kode_induk.unwrap_or_default()),
            r.keadaan,
            r.sebab.unwrap_or_default(),
        ])?;
    }
    csv.flush()
}

/// A person as a graph's label names them.
pub(super) fn label(data: &Data, s: &Simpul) -> String {
    let p = data.pegawai(s.pegawai);
    match p.posting_terakhir() {
        Some(x) => format!("{} · {}", p.nama, x.jabatan),
        None => phrases::orang(data, s.pegawai),
    }
}
