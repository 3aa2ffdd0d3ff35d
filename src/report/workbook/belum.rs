//! Belum: who cannot be scored, sorted by whom it waits for.

use rust_xlsxwriter::Worksheet;

use crate::check::waiting::{Actor, penindak};
use crate::score::{HasilPegawai, Reason, Status};

use super::sheet_table::{Hasil, Ruang, Tabel, kolom};
use super::sheets::Lembar;
use super::styles::Isi;
use super::text::daftar;
use crate::report::words::count;

struct Baris<'a> {
    penindak: Actor,
    pegawai: &'a HasilPegawai,
    sebab: Reason,
}

/// Writes the sheet.
pub(super) fn write(ruang: &Ruang<'_>) -> Hasil<Vec<Worksheet>> {
    let data = ruang.bahan.data;
    let mut rows: Vec<Baris<'_>> = Vec::new();
    for p in ruang
        .bahan
        .scores
        .pegawai
        .iter()
        .filter(|p| p.status == Status::BelumDapatDinilai)
    {
        for &sebab in &p.sebab {
            rows.push(Baris {
                penindak: penindak(data, p.id, sebab),
                pegawai: p,
                sebab,
            });
        }
    }
    // Stable, so that within one actor people stay in the order of the data.
    rows.sort_by(|a, b| a.penindak.cmp(&b.penindak));

    let columns = vec![
        kolom("Yang harus bertindak", 16.0, Isi::Bungkus),
        kolom("Nama", 22.0, Isi::Bungkus),
        kolom("NIP", 20.0, Isi::Nip),
        kolom("Pegawai yang menunggu", 22.0, Isi::Bungkus),
        kolom("NIP pegawai", 20.0, Isi::Nip),
        kolom("Unit kerja", 22.0, Isi::Bungkus),
        kolom("Sebab", 26.0, Isi::Bungkus),
        kolom("Yang perlu dilakukan", 40.0, Isi::Bungkus),
        kolom("Temuan", 14.0, Isi::Bungkus),
    ];
    let belum = ruang.bahan.jumlah(Status::BelumDapatDinilai);
    let title = vec![
        format!("Belum dapat dinilai: {} pegawai", count(belum)),
        "Diurutkan menurut siapa yang harus bertindak. Seseorang dapat muncul lebih dari sekali bila ada lebih dari satu sebab."
            .to_owned(),
    ];
    let mut t = Tabel::new(ruang, Lembar::Belum, columns, 2, title, rows.len())?;
    if rows.is_empty() {
        t.teks(0, "Tidak ada. Semua pegawai sudah dinilai atau dikecualikan.")?;
        t.lanjut()?;
    }
    for row in &rows {
        t.siap()?;
        t.teks_gaya(0, row.sebab.who(), &ruang.gaya.belum)?;
        let (name, nip) = match &row.penindak {
            Actor::Pegawai(id) => {
                let p = data.pegawai(*id);
                (&*p.nama, &*p.nip)
            }
            Actor::DiLuarData(nip) => ("(tidak ada di data)", &**nip),
            Actor::Kepegawaian => ("Bagian kepegawaian", ""),
        };
        t.teks(1, name)?;
        t.teks(2, nip)?;
        t.teks(3, &row.pegawai.nama)?;
        t.teks(4, &row.pegawai.nip)?;
        t.teks(5, &row.pegawai.unit_kerja)?;
        t.teks(6, row.sebab.words())?;
        t.teks(7, row.sebab.steps())?;
        t.teks(8, &daftar(&row.pegawai.temuan))?;
        t.lanjut()?;
    }
    t.selesai()
}
