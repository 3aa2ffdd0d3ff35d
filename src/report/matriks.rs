//! Matriks peran hasil of one leader: bawahan down, the leader's RHK across.

use super::form::terminal::{ColumnHead, Screen, grid};
use super::mask::Mask;
use super::tables::matrix;
use super::tree::Matriks;
use super::words::{count, list};
use crate::base::text::shorten;
use crate::model::{Data, RhkId};

/// The matriks as a table, with the leader's RHK written out above it, and with their indikator where the
/// rule set has those as columns: a screen has no room to repeat a part under each of them.
pub fn table(data: &Data, m: &Matriks, by_indikator: bool, screen: Screen, mask: &Mask) -> String {
    let p = data.pegawai(m.pimpinan);
    let mut out = format!("Matriks peran hasil {}\n\n", shorten(&mask.name(&p.nama), 80));
    let columns = matrix::columns(data, m, by_indikator);
    for (column, k) in m.columns.iter().enumerate() {
        let r = data.rhk(*k);
        let carriers = m.rows.iter().filter(|b| !b.cells[column].is_empty()).count();
        let state = match carriers {
            0 => "tidak didukung siapa pun".to_owned(),
            n => format!("{} pendukung", count(n)),
        };
        out.push_str(&format!(
            "  {}  {} ({state})\n",
            shorten(&mask.text(&r.kode), 40),
            shorten(&mask.text(&r.rhk), screen.width().saturating_sub(40).max(40))
        ));
        for c in columns.iter().filter(|c| c.rhk == *k) {
            let Some(measure) = c.measure else { continue };
            let room = screen.width().saturating_sub(20).max(60);
            let number = c.number.map_or_else(String::new, |n| format!(" {n}"));
            out.push_str(&format!("      Indikator{number}: {}\n", shorten(&mask.text(measure), room)));
        }
    }
    out.push('\n');
    let heads: Vec<ColumnHead> = std::iter::once("Pegawai".to_owned())
        .chain(m.columns.iter().map(|k| shorten(&mask.text(&data.rhk(*k).kode), 20)))
        .map(ColumnHead::left)
        .collect();
    let rows: Vec<Vec<String>> = m
        .rows
        .iter()
        .map(|b| {
            let who = data.pegawai(b.pegawai);
            let name = shorten(&mask.name(&who.nama), 60) + if b.direct_bawahan { "" } else { " (tim)" };
            let cells = b.cells.iter().map(|cell| {
                if cell.is_empty() {
                    (if by_indikator { matrix::NO_ROLE } else { "–" }).to_owned()
                } else {
                    list(cell.iter().map(|r| brief(data, *r, mask)), "\n")
                }
            });
            std::iter::once(name).chain(cells).collect()
        })
        .collect();
    out.push_str(&grid(&heads, &rows, screen));
    out
}

fn brief(data: &Data, id: RhkId, mask: &Mask) -> String {
    let r = data.rhk(id);
    format!("{} {}", shorten(&mask.text(&r.kode), 20), shorten(&mask.text(&r.rhk), 60))
}
