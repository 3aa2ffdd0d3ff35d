//! Rincian: a row per indicator.

use rust_xlsxwriter::Worksheet;

use crate::base::figure::Desimal;
use crate::model::vocab::Word;
use crate::model::{Indikator, RencanaHasilKerja};
use crate::rules::Rezim;
use crate::score::{HasilIndikator, HasilPegawai, HasilRhk, NilaiRealisasi};

use super::sheet_table::{Hasil, Ruang, Tabel, kolom};
use super::sheets::Lembar;
use super::styles::Isi;

/// Which of the changing columns this run has, and where.
#[derive(Debug, Default)]
struct Letak {
    mulai: Option<u16>,
    capaian: Option<u16>,
    nilai_iki: Option<u16>,
    nilai_rhk: Option<u16>,
    tertimbang: Option<u16>,
    umpan_balik: Option<u16>,
}

/// Writes the sheet.
pub(super) fn write(ruang: &Ruang<'_>) -> Hasil<Vec<Worksheet>> {
    let people = &ruang.bahan.scores.pegawai;
    let numerik = ruang.bahan.aturan.rezim == Rezim::Numerik;
    let any = |test: fn(&HasilRhk) -> bool| people.iter().any(|p| p.rhk.iter().any(test));
    let mut columns = vec![
        kolom("NIP", 20.0, Isi::Nip),
        kolom("Nama", 22.0, Isi::Bungkus),
        kolom("Unit kerja", 20.0, Isi::Bungkus),
        kolom("Kode RHK", 10.0, Isi::Nip),
        kolom("Jenis", 10.0, Isi::Text),
        kolom("Rencana hasil kerja", 36.0, Isi::Bungkus),
        kolom("Aspek", 11.0, Isi::Text),
        kolom("No", 5.0, Isi::Bulat),
        kolom("Indikator", 32.0, Isi::Bungkus),
        kolom("Target", 12.0, Isi::Nip),
        kolom("Satuan", 12.0, Isi::Text),
        kolom("Realisasi", 11.0, Isi::Umum),
    ];
    let mut letak = Letak::default();
    let mut add = |place: &mut Option<u16>, k| {
        *place = u16::try_from(columns.len()).ok();
        columns.push(k);
    };
    if numerik {
        add(&mut letak.capaian, kolom("Capaian (%)", 10.0, Isi::Desimal));
        add(&mut None, kolom("Kategori", 14.0, Isi::Text));
        if any(|r| r.indikator.iter().any(|i| i.nilai.is_some())) {
            add(&mut letak.nilai_iki, kolom("Nilai indikator", 10.0, Isi::Desimal));
        }
        add(&mut letak.nilai_rhk, kolom("Nilai RHK", 10.0, Isi::Desimal));
        if any(|r| r.nilai_tertimbang.is_some()) {
            add(&mut letak.tertimbang, kolom("Nilai tertimbang RHK", 11.0, Isi::Desimal));
        }
    } else {
        add(&mut letak.umpan_balik, kolom("Umpan balik RHK", 20.0, Isi::Text));
    }
    if any(|r| r.mulai.is_some()) {
        add(&mut letak.mulai, kolom("Jabatan sejak", 12.0, Isi::Text));
    }

    let rows = people.iter().flat_map(|p| &p.rhk).map(|r| r.indikator.len().max(1)).sum();
    let mut t = Tabel::new(ruang, Lembar::Rincian, columns, 2, Vec::new(), rows)?;
    for p in people {
        for hasil in &p.rhk {
            let rhk = ruang.bahan.data.rhk(hasil.id);
            if hasil.indikator.is_empty() {
                t.siap()?;
                kepala_baris(&mut t, &letak, p, hasil, rhk)?;
                t.lanjut()?;
            }
            for i in &hasil.indikator {
                t.siap()?;
                kepala_baris(&mut t, &letak, p, hasil, rhk)?;
                indikator(&mut t, &letak, i, rhk.indikator.get(i.index as usize))?;
                t.lanjut()?;
            }
        }
    }
    t.selesai()
}

/// What every row of the RHK repeats, so that filters and pivot tables work.
fn kepala_baris(t: &mut Tabel<'_, '_>, letak: &Letak, p: &HasilPegawai, hasil: &HasilRhk, rhk: &RencanaHasilKerja) -> Hasil<()> {
    t.teks(0, &p.nip)?;
    t.teks(1, &p.nama)?;
    t.teks(2, &p.unit_kerja)?;
    t.teks(3, &hasil.kode_rhk)?;
    t.teks(4, hasil.jenis.map_or("", Word::as_str))?;
    t.teks(5, &rhk.rhk)?;
    if let Some(col) = letak.nilai_rhk {
        t.desimal(col, hasil.nilai)?;
    }
    if let Some(col) = letak.tertimbang {
        t.desimal(col, hasil.nilai_tertimbang)?;
    }
    if let Some(col) = letak.umpan_balik {
        t.teks(col, hasil.umpan_balik.map_or("", Word::as_str))?;
    }
    if let (Some(col), Some(mulai)) = (letak.mulai, hasil.mulai) {
        t.teks(col, &mulai.strftime("%d/%m/%Y").to_string())?;
    }
    Ok(())
}

fn indikator(t: &mut Tabel<'_, '_>, letak: &Letak, hasil: &HasilIndikator, plan: Option<&Indikator>) -> Hasil<()> {
    t.teks(6, hasil.aspek.map_or("", Word::as_str))?;
    t.bulat(7, hasil.no)?;
    if let Some(text) = plan.and_then(|p| p.indikator.get()) {
        t.teks(8, text)?;
    }
    t.teks(9, hasil.target.as_deref().unwrap_or_default())?;
    if let Some(text) = plan.and_then(|p| p.satuan.get()) {
        t.teks(10, text)?;
    }
    match &hasil.realisasi {
        Some(NilaiRealisasi::Text(text)) => t.teks(11, text)?,
        // A figure with an end is written as a number, so that staff can compute with it.
        Some(figure) => match figure.to_string().parse::<Desimal>() {
            Ok(d) => t.desimal(11, Some(d))?,
            Err(_) => t.teks(11, &figure.to_string())?,
        },
        None => {}
    }
    if let Some(col) = letak.capaian {
        t.desimal(col, hasil.capaian)?;
        t.teks(col + 1, hasil.kategori.unwrap_or_default())?;
    }
    if let Some(col) = letak.nilai_iki {
        t.desimal(col, hasil.nilai)?;
    }
    Ok(())
}
