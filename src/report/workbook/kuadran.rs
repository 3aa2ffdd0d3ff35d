//! Kuadran: nine boxes of rating hasil kerja against rating perilaku, with counts and names.

use rust_xlsxwriter::{Format, Worksheet};

use crate::model::vocab::{Predikat, Rating, Word};
use crate::rules::Rezim;
use crate::score::{HasilPegawai, Status};

use super::law;
use super::sheet_table::{Hasil, Ruang};
use super::sheets::Lembar;
use super::styles::Isi;
use super::text;
use crate::report::words::count;

/// Names listed in a box at most; the rest is in Hasil.
const NAMA_TERBANYAK: usize = 300;
/// Perilaku from left to right, as in the regulation's picture.
const PERILAKU: [Rating; 3] = [Rating::DiBawah, Rating::Sesuai, Rating::DiAtas];
/// Hasil kerja from top to bottom.
const HASIL: [Rating; 3] = [Rating::DiAtas, Rating::Sesuai, Rating::DiBawah];

/// Writes the sheet.
pub(super) fn write(ruang: &Ruang<'_>) -> Hasil<Vec<Worksheet>> {
    let gaya = &ruang.gaya;
    let mut ws = Worksheet::new();
    ws.set_name(Lembar::Kuadran.as_str())?;
    ws.write_string_with_format(0, 0, "Kuadran kinerja pegawai", &gaya.judul)?;
    if ruang.bahan.aturan.rezim == Rezim::Numerik {
        ws.write_string_with_format(
            1,
            0,
            format!(
                "Tidak berlaku: aturan {} menghitung predikat dari angka dan tidak mengenal rating hasil kerja dan perilaku, jadi tidak ada kotak yang dapat diisi.",
                ruang.bahan.aturan.id
            ),
            &gaya.keterangan,
        )?;
        ws.write_string_with_format(
            2,
            0,
            "Nilai dan predikat setiap pegawai ada di lembar Hasil.",
            &gaya.keterangan,
        )?;
        ws.set_column_width(0, 40)?;
        ruang.print_out(&mut ws, None)?;
        return Ok(vec![ws]);
    }
    ws.set_column_width(0, 22)?.set_column_range_width(1, 3, 44)?;
    let (boxes, outside) = arrange(&ruang.bahan.scores.pegawai);
    ws.write_string_with_format(
        1,
        0,
        format!(
            "Rating hasil kerja (ke bawah) dan perilaku kerja (ke kanan). {} pegawai di dalam kotak, {} tanpa kedua rating (belum dinilai, dikecualikan, atau hanya predikat yang diketik).",
            count(boxes.iter().flatten().map(Vec::len).sum()),
            count(outside)
        ),
        &gaya.keterangan,
    )?;
    ws.write_string_with_format(3, 0, "Hasil kerja ↓   Perilaku →", &gaya.kepala)?;
    for (col, perilaku) in (1_u16..).zip(PERILAKU) {
        ws.write_string_with_format(3, col, perilaku.as_str(), &gaya.kepala)?;
    }
    ws.set_freeze_panes(4, 1)?;
    let mut row = 4;
    for (hasil, band) in HASIL.into_iter().zip(&boxes) {
        row = pita(ruang, &mut ws, row, hasil, band)?;
    }
    ruang.print_out(&mut ws, Some((3, 3)))?;
    Ok(vec![ws])
}

type Kotak<'a> = Vec<&'a HasilPegawai>;

/// People by box, best row first, and how many stand in none.
fn arrange(people: &[HasilPegawai]) -> ([[Kotak<'_>; 3]; 3], usize) {
    let mut boxes: [[Kotak<'_>; 3]; 3] = Default::default();
    let mut outside = 0;
    for p in people {
        match (p.status, p.rating_hasil_kerja, p.rating_perilaku) {
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

/// One row of boxes: headings, then the names below each other.
fn pita(ruang: &Ruang<'_>, ws: &mut Worksheet, top: u32, hasil: Rating, band: &[Kotak<'_>; 3]) -> Hasil<u32> {
    let gaya = &ruang.gaya;
    ws.set_row_height(top, 30)?;
    ws.write_string_with_format(top, 0, hasil.as_str(), &gaya.kepala)?;
    let mut deepest = 1;
    for ((col, perilaku), people) in (1_u16..).zip(PERILAKU).zip(band) {
        let predikat = law::kotak(ruang.bahan.aturan, hasil, perilaku);
        let heading = format!(
            "{}{} orang",
            predikat.map_or_else(String::new, |p| format!("{} — ", nama_kotak(ruang, p))),
            count(people.len())
        );
        let format: &Format = predikat.map_or(&gaya.kepala, |p| gaya.kotak(p));
        ws.write_string_with_format(top, col, heading, format)?;
        let mut row = top + 1;
        for p in people.iter().take(NAMA_TERBANYAK) {
            let text = format!("{} — {}", p.nama, p.unit_kerja);
            ws.write_string_with_format(row, col, text::sel(&text), gaya.isi(Isi::Text))?;
            row += 1;
        }
        if people.len() > NAMA_TERBANYAK {
            let rest = format!("… dan {} lagi; saring lembar Hasil", count(people.len() - NAMA_TERBANYAK));
            ws.write_string_with_format(row, col, rest, &gaya.keterangan)?;
            row += 1;
        }
        deepest = deepest.max(row - top);
    }
    Ok(top + deepest.max(2) + 1)
}

fn nama_kotak(ruang: &Ruang<'_>, predikat: Predikat) -> &'static str {
    match predikat {
        Predikat::Kurang => "Kurang / Misconduct",
        other => ruang.bahan.aturan.label(other),
    }
}
