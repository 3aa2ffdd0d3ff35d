//! Matriks: the matriks peran hasil, one block per leader: rows are the bawahan, columns the RHK
//! of the atasan, and a cell names the RHK by which the one supports the other.

use hashbrown::HashMap;

use rust_xlsxwriter::Worksheet;

use crate::base::ids::RhkNo;
use crate::finding::Level;
use crate::model::vocab::JenisRhk;
use crate::model::{Data, PegawaiId, RhkId, TautanTarget};

use super::context::SheetContext;
use super::sheets::ReportSheet;
use super::text::{cell_text, cut};
use crate::report::form::wrapping::{height, wrapped_lines};
use crate::report::form::xlsx::SheetResult;
use crate::report::tables::{Kind, matrix};
use crate::report::words::list;

/// RHK of a leader that get a column.
const MOST_COLUMNS: usize = 20;
/// Width of a column of an RHK.
const COLUMN_WIDTH: f64 = 24.0;
/// Leaders drawn; a bigger run has Kaskade.
const MOST_PIMPINAN: usize = 400;

/// Writes the sheet.
pub(super) fn write(room: &SheetContext<'_>) -> SheetResult<Vec<Worksheet>> {
    let styles = &room.styles;
    let data = &room.run().data;
    let leaders = pimpinan(data);
    let mut ws = Worksheet::new();
    ws.set_name(ReportSheet::Matriks.as_str())?
        .set_tab_color(ReportSheet::Matriks.tab());
    ws.write_string_with_format(0, 0, "Matriks peran hasil", &styles.title)?;
    let teams = teams(data);
    let shown = leaders.len().min(MOST_PIMPINAN);
    let more = if leaders.len() > shown {
        format!(" Digambar {shown} pimpinan pertama dari {}.", leaders.len())
    } else {
        String::new()
    };
    ws.write_string_with_format(
        1,
        0,
        format!("Satu blok per pimpinan: baris = bawahan, kolom = RHK pimpinan, isi = kode RHK bawahan yang mendukungnya. ○ = belum didukung siapa pun.{more}"),
        &styles.remark,
    )?;
    ws.set_column_width(0, 30)?
        .set_column_width(1, 26)?
        .set_column_range_width(2, 21, COLUMN_WIDTH)?;
    let supports = support_notes(data);
    let mut row = 3;
    let of_units = leaders.iter().take(shown).map(|l| (l, false));
    let of_teams = teams.iter().take(MOST_PIMPINAN).map(|l| (l, true));
    for ((leader, members), team) in of_units.chain(of_teams) {
        if row + u32::try_from(members.len()).unwrap_or(u32::MAX / 2) + 6 >= room.choice.max_rows {
            ws.write_string_with_format(row, 0, "… lembar penuh; selebihnya lihat Kaskade", &styles.remark)?;
            break;
        }
        row = block(room, &mut ws, row, *leader, members, &supports, team)?;
    }
    ws.set_freeze_panes(0, 1)?;
    room.print_setup(&mut ws, None)?;
    Ok(vec![ws])
}

/// Whether there is anybody to draw.
pub(super) fn has_leaders(data: &Data) -> bool {
    !pimpinan(data).is_empty()
}

/// Leaders with their bawahan (by the last posting), both in the order of the data.
fn pimpinan(data: &Data) -> Vec<(PegawaiId, Vec<PegawaiId>)> {
    let mut members: HashMap<PegawaiId, Vec<PegawaiId>> = HashMap::new();
    for (id, p) in data.all() {
        let boss = p
            .last_posting()
            .and_then(|x| x.nip_atasan.get())
            .and_then(|nip| data.find(nip));
        if let Some(boss) = boss.filter(|&b| b != id) {
            members.entry(boss).or_default().push(id);
        }
    }
    let mut all: Vec<_> = members.into_iter().collect();
    all.sort_unstable_by_key(|(id, _)| *id);
    all
}

/// Ketua tim with those who work for them under another atasan (`nip_pemberi_tugas`), both in the order
/// of the data.
fn teams(data: &Data) -> Vec<(PegawaiId, Vec<PegawaiId>)> {
    let mut members: HashMap<PegawaiId, Vec<PegawaiId>> = HashMap::new();
    for (id, p) in data.all() {
        let atasan = p.last_posting().and_then(|x| x.nip_atasan.get());
        for nip in p
            .rhk
            .iter()
            .filter_map(|r| r.detail.nip_pemberi_tugas.get())
            .filter(|nip| Some(*nip) != atasan)
        {
            let Some(leader) = data.find(nip).filter(|&l| l != id) else {
                continue;
            };
            let team = members.entry(leader).or_default();
            if team.last() != Some(&id) {
                team.push(id);
            }
        }
    }
    let mut all: Vec<_> = members.into_iter().collect();
    all.sort_unstable_by_key(|(id, _)| *id);
    all
}

/// Which RHK of whom support an RHK.
fn support_notes(data: &Data) -> HashMap<(RhkId, PegawaiId), Vec<&str>> {
    let mut map: HashMap<(RhkId, PegawaiId), Vec<&str>> = HashMap::new();
    for (id, p) in data.all() {
        for r in &p.rhk {
            for link in &r.tautan {
                if let Ok(TautanTarget::Rhk(parent)) = link.to {
                    map.entry((parent, id)).or_default().push(&r.kode);
                }
            }
        }
    }
    map
}

fn block(
    room: &SheetContext<'_>,
    ws: &mut Worksheet,
    top: u32,
    leader: PegawaiId,
    members: &[PegawaiId],
    supports: &HashMap<(RhkId, PegawaiId), Vec<&str>>,
    team: bool,
) -> SheetResult<u32> {
    let styles = &room.styles;
    let data = &room.run().data;
    let mask = room.mask();
    let p = data.pegawai(leader);
    let jabatan = p.last_posting().map_or("", |x| &x.jabatan);
    ws.write_string_with_format(
        top,
        0,
        cell_text(&format!(
            "{}{} — {}",
            if team { "Tim kerja " } else { "" },
            mask.name(&p.nama),
            mask.text(jabatan)
        )),
        &styles.section,
    )?;
    let columns: Vec<(u16, RhkId)> = RhkNo::each(&p.rhk)
        .filter(|(_, r)| r.jenis.get() != Some(&JenisRhk::Tambahan))
        .map(|(rhk, _)| RhkId { pegawai: leader, rhk })
        .take(MOST_COLUMNS)
        .zip(2_u16..)
        .map(|(id, col)| (col, id))
        .collect();
    let qualitative = room.run().aturan.kualitatif().is_some();
    let heading = |id: RhkId| {
        let r = data.rhk(id);
        let named = cut(&mask.text(&format!("{}: {}", r.kode, r.rhk)), 160, " …");
        // Of a tim the rencana hasil kerja of its ketua alone.
        match matrix::measures(data, id).filter(|_| qualitative && !team) {
            Some(measures) => format!("{named}\nIndikator: {}", cut(&mask.text(&measures), 160, " …")),
            None => named,
        }
    };
    let header = top + 1;
    ws.write_string_with_format(header, 0, if team { "Anggota tim" } else { "Bawahan" }, &styles.head)?;
    ws.write_string_with_format(header, 1, "Jabatan", &styles.head)?;
    for &(col, id) in &columns {
        ws.write_string_with_format(header, col, heading(id), &styles.head)?;
    }
    let lines = columns
        .iter()
        .map(|&(_, id)| wrapped_lines(&heading(id), COLUMN_WIDTH))
        .max()
        .unwrap_or(1);
    ws.set_row_height(header, height(lines) + 4)?;
    let mut filled = vec![false; columns.len()];
    let mut row = header + 1;
    for &member in members {
        let m = data.pegawai(member);
        ws.write_string_with_format(row, 0, cell_text(&mask.name(&m.nama)), styles.plain(Kind::Wrap))?;
        let jabatan = m.last_posting().map_or("", |x| &x.jabatan);
        ws.write_string_with_format(row, 1, cell_text(&mask.text(jabatan)), styles.plain(Kind::Wrap))?;
        for ((col, id), any) in columns.iter().zip(&mut filled) {
            if let Some(codes) = supports.get(&(*id, member)) {
                *any = true;
                ws.write_string_with_format(
                    row,
                    *col,
                    cell_text(&format!("✓ {}", list(codes, ", "))),
                    styles.plain(Kind::Mark),
                )?;
            } else if qualitative {
                ws.write_string_with_format(row, *col, matrix::NO_ROLE, styles.plain(Kind::Mark))?;
            } else {
                ws.write_blank(row, *col, styles.plain(Kind::Mark))?;
            }
        }
        let lines = wrapped_lines(&m.nama, 30.0).max(wrapped_lines(jabatan, 26.0));
        if lines > 1 {
            ws.set_row_height(row, height(lines))?;
        }
        row += 1;
    }
    ws.write_string_with_format(row, 0, "Didukung?", styles.sum(Kind::Wrap))?;
    ws.write_blank(row, 1, styles.sum(Kind::Wrap))?;
    for ((col, _), any) in columns.iter().zip(&filled) {
        if *any {
            ws.write_string_with_format(row, *col, "✓ ya", styles.sum(Kind::Mark))?;
        } else {
            ws.write_string_with_format(row, *col, "○ belum", styles.level(Level::Peringatan, Kind::Mark))?;
        }
    }
    if columns.is_empty() {
        ws.write_string_with_format(
            header,
            2,
            "pimpinan ini belum punya RHK utama",
            styles.level(Level::Peringatan, Kind::Line),
        )?;
    }
    Ok(row + 2)
}
