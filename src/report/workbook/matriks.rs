//! Matriks: the matriks peran hasil, one block per leader: rows are the bawahan, columns the RHK of the atasan (in
//! 6/2022 its indikator, format A.1.5), and a cell names the RHK by which the one supports the other.

use super::context::SheetContext;
use super::sheets::ReportSheet;
use super::text::cut;
use crate::base::ids::short;
use crate::model::{Data, Hierarchy};
use crate::report::form::xlsx::{FilledSheet, SheetResult, SheetTable};
use crate::report::tables;
use crate::report::tables::matrix::{self, MatrixColumn, MatrixRow};
use crate::report::tree::Matriks;
use crate::report::words::count;

/// Columns that a block gets.
const MOST_COLUMNS: usize = 40;
/// Leaders drawn; a bigger run has Kaskade.
const MOST_PIMPINAN: usize = 400;
/// Of an RHK or an indikator in a heading.
const HEADING: usize = 160;

/// Writes the sheet.
pub(super) fn write(room: &SheetContext<'_>) -> SheetResult<Vec<FilledSheet>> {
    let data = &room.run().data;
    let hierarchy = Hierarchy::new(data);
    let leaders = data.all().filter(|(id, _)| !hierarchy.bawahan(*id).is_empty());
    let leaders: Vec<_> = leaders.map(|(id, _)| id).collect();
    let qualitative = room.run().aturan.kualitatif().is_some();
    let across = if qualitative {
        "indikator dari RHK pimpinan (tautan menunjuk RHK, jadi perannya tertulis di semua indikator RHK itu)"
    } else {
        "RHK pimpinan"
    };
    let mut remark = format!(
        "Satu blok per pimpinan: baris = bawahan, kolom = {across}, isi = kode RHK bawahan yang mendukungnya. ○ = belum didukung siapa pun."
    );
    if leaders.len() > MOST_PIMPINAN {
        remark.push_str(&format!(
            " Digambar {MOST_PIMPINAN} pimpinan pertama dari {}.",
            count(leaders.len())
        ));
    }
    let page = tables::page(vec!["Matriks peran hasil".to_owned(), remark], 1);
    let drawn = leaders.iter().take(MOST_PIMPINAN);
    let rows = drawn.map(|id| hierarchy.bawahan(*id).len()).sum();
    let mut sheet = SheetTable::new(room, ReportSheet::Matriks, &page, rows)?;
    let units = leaders
        .iter()
        .take(MOST_PIMPINAN)
        .map(|id| (Matriks::of_bawahan(data, &hierarchy, *id), false));
    let teams = Matriks::of_teams(data, &hierarchy)
        .into_iter()
        .take(MOST_PIMPINAN)
        .map(|m| (m, true));
    let (_, mut top) = sheet.ws();
    for (m, team) in units.chain(teams) {
        if top.saturating_add(short(m.rows.len())).saturating_add(6) >= room.choice.max_rows {
            sheet.remark(top, "… lembar penuh; selebihnya lihat Kaskade")?;
            break;
        }
        let table = block(room, &m, qualitative, team);
        let mut rows = matrix::rows(data, &m, qualitative);
        rows.push(MatrixRow::Supported(&m));
        top = sheet.below(top, &table, &rows)? + 1;
    }
    sheet.print_from_top();
    sheet.finish()
}

/// Whether there is anybody to draw.
pub(super) fn has_leaders(data: &Data) -> bool {
    data.all().any(|(id, p)| {
        let atasan = p.last_posting().and_then(|x| x.nip_atasan.get());
        atasan.and_then(|nip| data.find(nip)).is_some_and(|boss| boss != id)
    })
}

/// The block of a leader, or of a ketua tim: of a tim the RHK of its ketua alone stand above.
fn block<'a>(room: &SheetContext<'_>, m: &Matriks, qualitative: bool, team: bool) -> tables::Table<MatrixRow<'a>> {
    let (data, mask) = (&room.run().data, room.mask());
    let leader = data.pegawai(m.pimpinan);
    let jabatan = leader.last_posting().map_or("", |x| &x.jabatan);
    let columns = matrix::columns(data, m, qualitative && !team);
    let before = if team { "Tim kerja " } else { "" };
    let mut title = format!("{before}{} — {}", mask.name(&leader.nama), mask.text(jabatan));
    if columns.len() > MOST_COLUMNS {
        title.push_str(&format!(
            " ({MOST_COLUMNS} kolom pertama dari {}; selebihnya di Kaskade)",
            count(columns.len())
        ));
    }
    let heading = |c: &MatrixColumn<'_>| {
        let r = data.rhk(c.rhk);
        let named = cut(&mask.text(&format!("{}: {}", r.kode, r.rhk)), HEADING, " …");
        match c.measure {
            Some(measure) => format!("{named}\nIndikator: {}", cut(&mask.text(measure), HEADING, " …")),
            None => named,
        }
    };
    let headings = columns.iter().take(MOST_COLUMNS).map(|c| (c.at, heading(c)));
    matrix::block(title, if team { "Anggota tim" } else { "Bawahan" }, headings)
}
