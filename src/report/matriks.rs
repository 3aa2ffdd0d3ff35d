//! Matriks peran hasil of one leader: bawahan down, the leader's RHK across.

use std::io::{self, Write};

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{ContentArrangement, Table as Grid};
use serde::Serialize;

use super::csv::{as_text, writer};
use super::tree::Matriks;
use super::words::count;
use crate::base::text::shorten;
use crate::model::{Data, RhkId};

/// The matriks as a table, with the leader's RHK written out above it.
pub fn table(data: &Data, m: &Matriks, width: usize) -> String {
    let p = data.pegawai(m.pimpinan);
    let mut out = format!("Matriks peran hasil {}\n\n", shorten(&p.nama, 80));
    for (column, k) in m.kolom.iter().enumerate() {
        let r = data.rhk(*k);
        let carriers = m.baris.iter().filter(|b| !b.sel[column].is_empty()).count();
        let state = match carriers {
            0 => "tidak didukung siapa pun".to_owned(),
            n => format!("{} pendukung", count(n)),
        };
        out.push_str(&format!(
            "  {}  {} ({state})\n",
            r.kode,
            shorten(&r.rhk, width.saturating_sub(40).max(40))
        ));
    }
    out.push('\n');
    let mut grid = Grid::new();
    grid.load_style(UTF8_HORIZONTAL_ONLY);
    grid.set_content_arrangement(ContentArrangement::Dynamic);
    grid.set_width(u16::try_from(width).unwrap_or(120));
    grid.set_header(std::iter::once("Pegawai".to_owned()).chain(m.kolom.iter().map(|k| shorten(&data.rhk(*k).kode, 20))));
    for b in &m.baris {
        let who = data.pegawai(b.pegawai);
        let name = shorten(&who.nama, 60) + if b.bawahan_langsung { "" } else { " (tim)" };
        grid.add_row(std::iter::once(name).chain(b.sel.iter().map(|cell| {
            if cell.is_empty() {
                "–".to_owned()
            } else {
                cell.iter().map(|r| brief(data, *r)).collect::<Vec<_>>().join("\n")
            }
        })));
    }
    out.push_str(&grid.to_string());
    out.push('\n');
    out
}

fn brief(data: &Data, id: RhkId) -> String {
    let r = data.rhk(id);
    format!("{} {}", shorten(&r.kode, 20), shorten(&r.rhk, 60))
}

/// The matriks as CSV.
pub fn csv(out: impl Write, data: &Data, m: &Matriks) -> io::Result<()> {
    let mut csv = writer(out)?;
    let mut header = vec![
        "nip".to_owned(),
        "nama".to_owned(),
        "jabatan".to_owned(),
        "hubungan".to_owned(),
    ];
    header.extend(m.kolom.iter().map(|k| {
        let r = data.rhk(*k);
        as_text(&format!("{} {}", r.kode, r.rhk)).into_owned()
    }));
    csv.write_record(&header)?;
    for b in &m.baris {
        let p = data.pegawai(b.pegawai);
        let jabatan = p.posting_terakhir().map_or("", |x| &x.jabatan);
        let mut row = vec![
            as_text(&p.nip).into_owned(),
            as_text(&p.nama).into_owned(),
            as_text(jabatan).into_owned(),
            if b.bawahan_langsung { "bawahan langsung" } else { "tim" }.to_owned(),
        ];
        row.extend(b.sel.iter().map(|cell| {
            let all: Vec<String> = cell
                .iter()
                .map(|r| format!("{} {}", data.rhk(*r).kode, data.rhk(*r).rhk))
                .collect();
            as_text(&all.join("; ")).into_owned()
        }));
        csv.write_record(&row)?;
    }
    csv.flush()
}

/// The matriks for JSON.
#[derive(Debug, Serialize)]
pub struct MatriksJson<'a> {
    nip: &'a str,
    nama: &'a str,
    rhk: Vec<KodeTeks<'a>>,
    bawahan: Vec<BarisJson<'a>>,
}

#[derive(Debug, Serialize)]
struct KodeTeks<'a> {
    kode_rhk: &'a str,
    rhk: &'a str,
}

#[derive(Debug, Serialize)]
struct BarisJson<'a> {
    nip: &'a str,
    nama: &'a str,
    bawahan_langsung: bool,
    /// Per RHK of the leader, in the same order.
    peran: Vec<Vec<KodeTeks<'a>>>,
}

/// The matriks as a value that serialises.
pub fn json<'a>(data: &'a Data, m: &Matriks) -> MatriksJson<'a> {
    let brief = |id: &RhkId| {
        let r = data.rhk(*id);
        KodeTeks {
            kode_rhk: &r.kode,
            rhk: &r.rhk,
        }
    };
    let p = data.pegawai(m.pimpinan);
    MatriksJson {
        nip: &p.nip,
        nama: &p.nama,
        rhk: m.kolom.iter().map(brief).collect(),
        bawahan: m
            .baris
            .iter()
            .map(|b| {
                let who = data.pegawai(b.pegawai);
                BarisJson {
                    nip: &who.nip,
                    nama: &who.nama,
                    bawahan_langsung: b.bawahan_langsung,
                    peran: b.sel.iter().map(|cell| cell.iter().map(brief).collect()).collect(),
                }
            })
            .collect(),
    }
}
