//! Kuadran: nine boxes of rating hasil kerja against rating perilaku, with counts and names.

use rust_xlsxwriter::Worksheet;

use super::context::SheetContext;
use super::sheets::ReportSheet;
use super::text::cell_text;
use crate::model::vocab::{Predikat, Rating, Word};
use crate::report::form::xlsx::SheetResult;
use crate::report::words::count;
use crate::score::{HasilPegawai, Status};

/// Names listed in a box at most; the rest is in Hasil.
const NAMES_AT_MOST: usize = 300;
/// Perilaku from left to right, as in the regulation's picture.
const PERILAKU: [Rating; 3] = [Rating::DiBawah, Rating::Sesuai, Rating::DiAtas];
/// Hasil kerja from top to bottom.
const HASIL: [Rating; 3] = [Rating::DiAtas, Rating::Sesuai, Rating::DiBawah];

/// Writes the sheet. The numeric sets know no ratings, and their reports no such sheet.
pub(super) fn write(room: &SheetContext<'_>) -> SheetResult<Vec<Worksheet>> {
    let styles = &room.styles;
    let mut ws = Worksheet::new();
    ws.set_name(ReportSheet::Kuadran.as_str())?
        .set_tab_color(ReportSheet::Kuadran.tab());
    ws.set_screen_gridlines(false);
    ws.write_string_with_format(0, 0, "Kuadran kinerja pegawai", &styles.title)?;
    ws.set_column_width(0, 18)?.set_column_range_width(1, 3, 62)?;
    let (boxes, outside) = arrange(&room.run().scores.pegawai);
    ws.write_string_with_format(
        1,
        0,
        format!(
            "Rating hasil kerja (ke bawah) dan perilaku kerja (ke kanan). {} pegawai di dalam kotak, {} tanpa kedua rating (belum dinilai, dikecualikan, atau hanya predikat yang diketik).",
            count(boxes.iter().flatten().map(Vec::len).sum()),
            count(outside)
        ),
        &styles.remark,
    )?;
    ws.write_string_with_format(3, 0, "Hasil kerja ↓ Perilaku →", &styles.head)?;
    ws.set_row_height(3, 32)?;
    for (col, perilaku) in (1_u16..).zip(PERILAKU) {
        ws.write_string_with_format(3, col, perilaku.as_str(), &styles.head)?;
    }
    ws.set_freeze_panes(4, 1)?;
    let mut row = 4;
    for (hasil, band) in HASIL.into_iter().zip(&boxes) {
        row = write_band(room, &mut ws, row, hasil, band)?;
    }
    room.print_setup(&mut ws, Some((3, 3)))?;
    Ok(vec![ws])
}

type Box_<'a> = Vec<&'a HasilPegawai>;

/// People by box, best row first, and how many stand in none.
fn arrange(people: &[HasilPegawai]) -> ([[Box_<'_>; 3]; 3], usize) {
    let mut boxes: [[Box_<'_>; 3]; 3] = Default::default();
    let mut outside = 0;
    for p in people {
        match (p.status(), p.rating_hasil_kerja, p.rating_perilaku) {
            (Status::Dinilai, Some(hasil), Some(perilaku)) => {
                let row = HASIL.iter().position(|&r| r == hasil).unwrap_or(0);
                let col = PERILAKU.iter().position(|&r| r == perilaku).unwrap_or(0);
                boxes[row][col].push(p);
            }
            _ => outside += 1,
        }
    }
    (boxes, outside)
}

/// One row of boxes: headings, then the names below each other, all three closed at one height.
fn write_band(room: &SheetContext<'_>, ws: &mut Worksheet, top: u32, hasil: Rating, band: &[Box_<'_>; 3]) -> SheetResult<u32> {
    let styles = &room.styles;
    let listed = |people: &Box_<'_>| people.len().min(NAMES_AT_MOST) + usize::from(people.len() > NAMES_AT_MOST);
    let deepest = u32::try_from(band.iter().map(listed).max().unwrap_or(0)).unwrap_or(0).max(2);
    ws.set_row_height(top, 24)?;
    ws.merge_range(top, 0, top + deepest, 0, hasil.as_str(), &styles.head)?;
    for ((col, perilaku), people) in (1_u16..).zip(PERILAKU).zip(band) {
        let predikat = room
            .run()
            .aturan
            .kualitatif()
            .map(|k| k.rating.kuadran.peek().predikat(hasil, perilaku));
        let heading = format!(
            "{}{} orang",
            predikat.map_or_else(String::new, |p| format!("{} — ", box_name(room, p))),
            count(people.len())
        );
        let format = predikat.map_or(&styles.head, |p| styles.predikat(p));
        ws.write_string_with_format(top, col, heading, format)?;
        for n in 0..deepest {
            let row = top + 1 + n;
            let format = if n + 1 == deepest { &styles.boxed_end } else { &styles.boxed };
            let n = n as usize;
            let text = match people.get(n) {
                Some(_) if n == NAMES_AT_MOST => {
                    format!("… dan {} lagi; saring lembar Hasil", count(people.len() - NAMES_AT_MOST))
                }
                Some(p) => format!("{} — {}", room.mask().name(&p.nama), room.mask().text(&p.unit_kerja)),
                None => String::new(),
            };
            ws.write_string_with_format(row, col, cell_text(&text), format)?;
        }
    }
    Ok(top + deepest + 2)
}

fn box_name(room: &SheetContext<'_>, predikat: Predikat) -> &'static str {
    match predikat {
        Predikat::Kurang => "Kurang / Misconduct",
        other => room.run().aturan.label(other),
    }
}
