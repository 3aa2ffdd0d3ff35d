//! Belum: who cannot be scored, sorted by whom it waits for.

use rust_xlsxwriter::Worksheet;

use crate::model::PegawaiId;
use crate::score::{HasilPegawai, Sebab, Status};

use super::kata::{self, Pelaku};
use super::lembar::Lembar;
use super::styles::Isi;
use super::tabel::{Hasil, Ruang, Tabel, kolom};
use super::teks::daftar;
use crate::report::words::count;

/// Who must act: sorted by role, then by the actor's place in the data, then by the person.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Kunci {
    pelaku: Pelaku,
    siapa: Option<PegawaiId>,
    nip: String,
}

struct Baris<'a> {
    kunci: Kunci,
    pegawai: &'a HasilPegawai,
    sebab: Sebab,
    langkah: &'static str,
}

/// Writes the sheet.
pub(super) fn tulis(ruang: &Ruang<'_>) -> Hasil<Vec<Worksheet>> {
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
            let (pelaku, langkah) = kata::langkah(sebab);
            let (siapa, nip) = match pelaku {
                Pelaku::Atasan => {
                    let nip = p.nip_atasan.as_deref().unwrap_or_default();
                    (data.cari(nip), nip.to_owned())
                }
                Pelaku::Pegawai => (Some(p.id), p.nip.to_string()),
                Pelaku::Kepegawaian => (None, String::new()),
            };
            rows.push(Baris {
                kunci: Kunci { pelaku, siapa, nip },
                pegawai: p,
                sebab,
                langkah,
            });
        }
    }
    // Stable, so that within one actor people stay in the order of the data.
    rows.sort_by(|a, b| a.kunci.cmp(&b.kunci));

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
        t.teks_gaya(0, row.sebab.siapa(), &ruang.gaya.belum)?;
        let name = match (row.kunci.pelaku, row.kunci.siapa) {
            (Pelaku::Kepegawaian, _) => "",
            (_, Some(id)) => &data.pegawai(id).nama,
            (_, None) if row.kunci.nip.is_empty() => "(atasan belum diisi)",
            (_, None) => "(tidak ada di data)",
        };
        t.teks(1, name)?;
        t.teks(2, &row.kunci.nip)?;
        t.teks(3, &row.pegawai.nama)?;
        t.teks(4, &row.pegawai.nip)?;
        t.teks(5, &row.pegawai.unit_kerja)?;
        t.teks(6, row.sebab.words())?;
        t.teks(7, row.langkah)?;
        t.teks(8, &daftar(&row.pegawai.temuan))?;
        t.lanjut()?;
    }
    t.selesai()
}
