//! Matriks: the matriks peran hasil, one block per leader: rows are the bawahan, columns the RHK
//! of the atasan, and a cell names the RHK by which the one supports the other.

use std::collections::HashMap;

use rust_xlsxwriter::Worksheet;

use crate::finding::Level;
use crate::model::vocab::JenisRhk;
use crate::model::{Data, PegawaiId, RhkId, TautanKe};

use super::sheet_table::{Hasil, Ruang, baris_teks, tinggi};
use super::sheets::Lembar;
use super::styles::Isi;
use super::text::{self, shorten_text};

/// RHK of a leader that get a column.
const KOLOM_TERBANYAK: usize = 20;
/// Width of a column of an RHK.
const LEBAR_KOLOM: f64 = 24.0;
/// Leaders drawn; a bigger run has Kaskade.
const PIMPINAN_TERBANYAK: usize = 400;

/// Writes the sheet.
pub(super) fn write(ruang: &Ruang<'_>) -> Hasil<Vec<Worksheet>> {
    let gaya = &ruang.gaya;
    let data = ruang.bahan.data;
    let leaders = pimpinan(data);
    let mut ws = Worksheet::new();
    ws.set_name(Lembar::Matriks.as_str())?;
    ws.write_string_with_format(0, 0, "Matriks peran hasil", &gaya.judul)?;
    let shown = leaders.len().min(PIMPINAN_TERBANYAK);
    let more = if leaders.len() > shown {
        format!(" Digambar {shown} pimpinan pertama dari {}.", leaders.len())
    } else {
        String::new()
    };
    ws.write_string_with_format(
        1,
        0,
        format!("Satu blok per pimpinan: baris = bawahan, kolom = RHK pimpinan, isi = kode RHK bawahan yang mendukungnya. ○ = belum didukung siapa pun.{more}"),
        &gaya.keterangan,
    )?;
    ws.set_column_width(0, 30)?
        .set_column_width(1, 26)?
        .set_column_range_width(2, 21, LEBAR_KOLOM)?;
    let supports = dukungan(data);
    let mut row = 3;
    for (leader, members) in leaders.iter().take(shown) {
        if row + u32::try_from(members.len()).unwrap_or(u32::MAX / 2) + 6 >= ruang.pilihan.batas_baris {
            ws.write_string_with_format(row, 0, "… lembar penuh; selebihnya lihat Kaskade", &gaya.keterangan)?;
            break;
        }
        row = blok(ruang, &mut ws, row, *leader, members, &supports)?;
    }
    ws.set_freeze_panes(0, 1)?;
    ruang.print_out(&mut ws, None)?;
    Ok(vec![ws])
}

/// Leaders with their bawahan (by the last posting), both in the order of the data.
fn pimpinan(data: &Data) -> Vec<(PegawaiId, Vec<PegawaiId>)> {
    let mut members: HashMap<PegawaiId, Vec<PegawaiId>> = HashMap::new();
    for (id, p) in data.semua() {
        let boss = p
            .posting_terakhir()
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

/// Which RHK of whom support an RHK.
fn dukungan(data: &Data) -> HashMap<(RhkId, PegawaiId), Vec<&str>> {
    let mut map: HashMap<(RhkId, PegawaiId), Vec<&str>> = HashMap::new();
    for (id, p) in data.semua() {
        for r in &p.rhk {
            for link in &r.tautan {
                if let Ok(TautanKe::Rhk(parent)) = link.ke {
                    map.entry((parent, id)).or_default().push(&r.kode);
                }
            }
        }
    }
    map
}

fn blok(
    ruang: &Ruang<'_>,
    ws: &mut Worksheet,
    top: u32,
    leader: PegawaiId,
    members: &[PegawaiId],
    supports: &HashMap<(RhkId, PegawaiId), Vec<&str>>,
) -> Hasil<u32> {
    let gaya = &ruang.gaya;
    let data = ruang.bahan.data;
    let p = data.pegawai(leader);
    let jabatan = p.posting_terakhir().map_or("", |x| &x.jabatan);
    ws.write_string_with_format(top, 0, text::sel(&format!("{} — {jabatan}", p.nama)), &gaya.subjudul)?;
    let columns: Vec<(u16, RhkId)> = (0_u32..)
        .zip(&p.rhk)
        .filter(|(_, r)| r.jenis.get() != Some(&JenisRhk::Tambahan))
        .map(|(rhk, _)| RhkId { pegawai: leader, rhk })
        .take(KOLOM_TERBANYAK)
        .zip(2_u16..)
        .map(|(id, col)| (col, id))
        .collect();
    let judul = |id: RhkId| shorten_text(&format!("{}: {}", data.rhk(id).kode, data.rhk(id).rhk), 160, " …");
    let header = top + 1;
    ws.write_string_with_format(header, 0, "Bawahan", &gaya.kepala)?;
    ws.write_string_with_format(header, 1, "Jabatan", &gaya.kepala)?;
    for &(col, id) in &columns {
        ws.write_string_with_format(header, col, judul(id), &gaya.kepala)?;
    }
    let lines = columns
        .iter()
        .map(|&(_, id)| baris_teks(&judul(id), LEBAR_KOLOM))
        .max()
        .unwrap_or(1);
    ws.set_row_height(header, tinggi(lines) + 4)?;
    let mut filled = vec![false; columns.len()];
    let mut row = header + 1;
    for &member in members {
        let m = data.pegawai(member);
        ws.write_string_with_format(row, 0, text::sel(&m.nama), gaya.isi(Isi::Bungkus))?;
        let jabatan = m.posting_terakhir().map_or("", |x| &x.jabatan);
        ws.write_string_with_format(row, 1, text::sel(jabatan), gaya.isi(Isi::Bungkus))?;
        for ((col, id), any) in columns.iter().zip(&mut filled) {
            if let Some(codes) = supports.get(&(*id, member)) {
                *any = true;
                ws.write_string_with_format(
                    row,
                    *col,
                    text::sel(&format!("✓ {}", text::daftar(codes))),
                    gaya.isi(Isi::Tengah),
                )?;
            } else {
                ws.write_blank(row, *col, gaya.isi(Isi::Tengah))?;
            }
        }
        let lines = baris_teks(&m.nama, 30.0).max(baris_teks(jabatan, 26.0));
        if lines > 1 {
            ws.set_row_height(row, tinggi(lines))?;
        }
        row += 1;
    }
    ws.write_string_with_format(row, 0, "Didukung?", &gaya.jumlah)?;
    ws.write_blank(row, 1, &gaya.jumlah)?;
    for ((col, _), any) in columns.iter().zip(&filled) {
        if *any {
            ws.write_string_with_format(row, *col, "✓ ya", &gaya.jumlah_tengah)?;
        } else {
            ws.write_string_with_format(row, *col, "○ belum", gaya.tanda(Level::Peringatan, Isi::Tengah))?;
        }
    }
    if columns.is_empty() {
        ws.write_string_with_format(
            header,
            2,
            "pimpinan ini belum punya RHK utama",
            gaya.tanda(Level::Peringatan, Isi::Text),
        )?;
    }
    Ok(row + 2)
}
