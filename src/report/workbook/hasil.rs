//! Hasil: a row per pegawai.

use rust_xlsxwriter::Worksheet;

use crate::finding::Level;
use crate::model::vocab::Word;
use crate::model::{Pegawai, Posting};
use crate::rules::Rezim;
use crate::score::{HasilPegawai, Status};

use super::index::a1;
use super::law;
use super::phrases;
use super::sheet_names::ke_sel;
use super::sheet_table::{Hasil, Kolom, Ruang, Tabel, kolom};
use super::sheets::Lembar;
use super::styles::Isi;
use super::text::daftar;

/// Columns that both regimes begin with.
const AWAL: [Kolom; 6] = [
    kolom("No", 6.0, Isi::Tengah),
    kolom("NIP", 20.0, Isi::Nip),
    kolom("Nama", 24.0, Isi::Bungkus),
    kolom("Jabatan", 24.0, Isi::Bungkus),
    kolom("Unit kerja", 22.0, Isi::Bungkus),
    kolom("Status", 19.0, Isi::Text),
];
const NUMERIK: [Kolom; 5] = [
    kolom("Kinerja utama", 9.5, Isi::Desimal),
    kolom("Kinerja tambahan", 9.5, Isi::Desimal),
    kolom("Nilai SKP", 9.5, Isi::Desimal),
    kolom("Nilai perilaku", 9.5, Isi::Desimal),
    kolom("Nilai kinerja", 9.5, Isi::Desimal),
];
const KUALITATIF: [Kolom; 2] = [
    kolom("Rating hasil kerja", 20.0, Isi::Text),
    kolom("Rating perilaku", 20.0, Isi::Text),
];
const PREDIKAT: Kolom = kolom("Predikat", 17.0, Isi::Text);
/// Only figures can be ranked.
const PERINGKAT: Kolom = kolom("Peringkat di unit", 9.5, Isi::Tengah);
/// Only where the rule set has an agency's table.
const TUKIN: Kolom = kolom("Tukin (%)", 9.0, Isi::Desimal);
/// Printed up to and with Tindak lanjut.
const AKHIR: [Kolom; 8] = [
    kolom("Angka kredit", 8.0, Isi::Desimal),
    kolom("Tindak lanjut", 48.0, Isi::Bungkus),
    kolom("Sebab belum dinilai atau dikecualikan", 34.0, Isi::Bungkus),
    kolom("Temuan", 20.0, Isi::Bungkus),
    kolom("Rincian", 12.0, Isi::Text),
    kolom("Atasan", 26.0, Isi::Text),
    kolom("Jenis jabatan", 16.0, Isi::Text),
    kolom("Penjelasan langkah demi langkah", 60.0, Isi::Text),
];

/// Where the columns stand in this regime.
#[derive(Debug, Clone, Copy)]
struct Letak {
    angka: u16,
    predikat: u16,
    tukin: Option<u16>,
    /// First of the columns that follow predikat (and peringkat, tukin).
    akhir: u16,
    numerik: bool,
}

impl Letak {
    const NIP: u16 = 1;
    const JABATAN: u16 = 3;
    const STATUS: u16 = 5;

    const fn sebab(self) -> u16 {
        self.akhir + 2
    }

    const fn atasan(self) -> u16 {
        self.akhir + 5
    }

    /// The column a finding of this code is about: IDN the NIP, KAS the atasan, and so on.
    fn untuk(self, kode: &str) -> u16 {
        let (hasil, perilaku) = if self.numerik {
            (self.angka + 2, self.angka + 3)
        } else {
            (self.angka, self.angka + 1)
        };
        match kode.get(..3).unwrap_or_default() {
            "IDN" => Self::NIP,
            "KAS" => self.atasan(),
            "TGT" | "REA" => hasil,
            "PRL" => perilaku,
            "HSL" | "DST" => self.predikat,
            _ => Self::STATUS,
        }
    }
}

/// Writes the sheet.
pub(super) fn write(ruang: &Ruang<'_>) -> Hasil<Vec<Worksheet>> {
    let bahan = &ruang.bahan;
    let numerik = bahan.aturan.rezim == Rezim::Numerik;
    let mut columns = AWAL.to_vec();
    if numerik {
        columns.extend(NUMERIK);
    } else {
        columns.extend(KUALITATIF);
    }
    let angka = u16::try_from(AWAL.len()).unwrap_or(0);
    let predikat = u16::try_from(columns.len()).unwrap_or(0);
    columns.push(PREDIKAT);
    if numerik {
        columns.push(PERINGKAT);
    }
    let tukin = bahan
        .aturan
        .tindak_lanjut
        .tukin_persen
        .as_ref()
        .and_then(|_| u16::try_from(columns.len()).ok());
    if tukin.is_some() {
        columns.push(TUKIN);
    }
    let akhir = u16::try_from(columns.len()).unwrap_or(0);
    let letak = Letak {
        angka,
        predikat,
        tukin,
        akhir,
        numerik,
    };
    columns.extend(AKHIR);

    let mut t = Tabel::new(ruang, Lembar::Hasil, columns, 3, Vec::new(), bahan.scores.pegawai.len())?;
    t.cetak_kolom(letak.sebab());
    let rest = masukan_penjelasan(ruang);
    for (i, p) in bahan.scores.pegawai.iter().enumerate() {
        t.siap()?;
        baris(&mut t, letak, i, p)?;
        if data_sah(ruang, p) {
            t.teks(letak.akhir + 7, &format!("skp jelaskan {} {rest}", p.nip))?;
        }
        t.lanjut()?;
    }
    t.selesai()
}

/// Only a person with a readable NIP can be asked for.
fn data_sah(ruang: &Ruang<'_>, p: &HasilPegawai) -> bool {
    ruang.bahan.data.pegawai(p.id).nip_sah
}

/// The rest of the command that explains a person: inputs, period, rule set. Many files are not listed.
fn masukan_penjelasan(ruang: &Ruang<'_>) -> String {
    let bahan = &ruang.bahan;
    let files = &bahan.inputs.files;
    let inputs = if files.len() <= 3 {
        files.iter().map(|f| format!("\"{}\"", f.path)).collect::<Vec<_>>().join(" ")
    } else {
        "MASUKAN".to_owned()
    };
    // An agency's own rules are found by the path that was typed, not by their id.
    let typed = bahan
        .opsi
        .iter()
        .find(|(name, _)| name == "--aturan")
        .map(|(_, value)| value.as_str());
    format!(
        "{inputs} --periode {} --aturan {}",
        bahan.data.periode,
        typed.unwrap_or(&bahan.aturan.id)
    )
}

fn baris(t: &mut Tabel<'_, '_>, letak: Letak, i: usize, p: &HasilPegawai) -> Hasil<()> {
    let ruang = t.ruang;
    let data = ruang.bahan.data;
    let orang: &Pegawai = data.pegawai(p.id);
    let posting: Option<&Posting> = orang.posting_terakhir();
    let temuan = Temuan::collect_all(ruang, letak, &p.nip);

    t.bulat(0, u32::try_from(i + 1).unwrap_or(u32::MAX))?;
    temuan.teks(t, Letak::NIP, Isi::Nip, &p.nip)?;
    t.teks(2, &p.nama)?;
    t.teks(Letak::JABATAN, posting.map_or("", |x| &x.jabatan))?;
    t.teks(4, &p.unit_kerja)?;
    match p.status {
        Status::BelumDapatDinilai if temuan.pada(Letak::STATUS).is_none() => {
            t.teks_gaya(Letak::STATUS, p.status.words(), &ruang.gaya.belum)?;
        }
        status => temuan.teks(t, Letak::STATUS, Isi::Text, status.words())?,
    }
    if letak.numerik {
        let figures = [
            p.nilai_kinerja_utama,
            p.nilai_kinerja_tambahan,
            p.nilai_skp,
            p.nilai_perilaku,
            p.nilai_kinerja,
        ];
        for (col, figure) in (letak.angka..).zip(figures) {
            match temuan.pada(col) {
                Some(tingkat) => t.desimal_gaya(col, figure, ruang.gaya.tanda(tingkat, Isi::Desimal))?,
                None => t.desimal(col, figure)?,
            }
        }
    } else {
        for (col, rating) in (letak.angka..).zip([p.rating_hasil_kerja, p.rating_perilaku]) {
            temuan.teks(t, col, Isi::Text, rating.map_or("", Word::as_str))?;
        }
    }
    temuan.teks(t, letak.predikat, Isi::Text, p.predikat.unwrap_or_default())?;
    if let Some(rank) = p.peringkat_unit.filter(|_| letak.numerik) {
        t.bulat(letak.predikat + 1, rank)?;
    }
    if let Some(col) = letak.tukin {
        t.desimal(col, p.tukin_persen)?;
    }
    t.desimal(letak.akhir, p.angka_kredit)?;
    t.teks(letak.akhir + 1, &tindak_lanjut(ruang, p))?;
    let sebab = match (&orang.pengecualian, p.status) {
        (Some(x), Status::Dikecualikan) => x.alasan.get().map_or_else(String::new, ToString::to_string),
        _ => daftar(p.sebab.iter().map(|s| s.words())),
    };
    t.teks(letak.sebab(), &sebab)?;
    t.teks(letak.akhir + 3, &daftar(&p.temuan))?;
    if !p.rhk.is_empty()
        && let Some((sheet, row)) = ruang.indeks.di_rincian(i)
    {
        let row = u32::try_from(row).unwrap_or(1);
        t.tautan(letak.akhir + 4, &ke_sel(&sheet, &a1(row - 1, 0)), &format!("baris {row}"))?;
    }
    let atasan = p.nip_atasan.as_deref().map_or("", |nip| match data.find(nip) {
        Some(id) => &data.pegawai(id).nama,
        None => posting.and_then(|x| x.nama_atasan.as_deref()).unwrap_or(nip),
    });
    temuan.teks(t, letak.atasan(), Isi::Text, atasan)?;
    if let Some(&jenis) = posting.and_then(|x| x.jenis_jabatan.get()) {
        t.teks(letak.akhir + 6, phrases::jenis_jabatan(jenis))?;
    }
    temuan.catat(t)
}

/// Each on a line of its own.
fn tindak_lanjut(ruang: &Ruang<'_>, p: &HasilPegawai) -> String {
    let mut out = String::new();
    for key in &p.tindak_lanjut {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(law::tindak_lanjut(ruang.bahan.aturan, key));
    }
    out
}

/// A person's findings by column of this sheet.
struct Temuan<'r, 'a> {
    ruang: &'r Ruang<'a>,
    /// Column, worst level, findings.
    kolom: Vec<(u16, Level, Vec<u32>)>,
}

impl<'r, 'a> Temuan<'r, 'a> {
    fn collect_all(ruang: &'r Ruang<'a>, letak: Letak, nip: &str) -> Self {
        let mut kolom: Vec<(u16, Level, Vec<u32>)> = Vec::new();
        for &i in ruang.indeks.about(nip) {
            let f = ruang.indeks.temuan(i);
            let col = letak.untuk(f.kode);
            match kolom.iter_mut().find(|(c, ..)| *c == col) {
                Some((_, worst, all)) => {
                    *worst = (*worst).min(f.tingkat);
                    all.push(i);
                }
                None => kolom.push((col, f.tingkat, vec![i])),
            }
        }
        Self { ruang, kolom }
    }

    fn pada(&self, col: u16) -> Option<Level> {
        self.kolom.iter().find(|(c, ..)| *c == col).map(|&(_, t, _)| t)
    }

    /// Text, in the format of the worst finding in its column.
    fn teks(&self, t: &mut Tabel<'_, '_>, col: u16, isi: Isi, text: &str) -> Hasil<()> {
        match self.pada(col) {
            Some(tingkat) => t.teks_gaya(col, text, self.ruang.gaya.tanda(tingkat, isi)),
            None => t.teks(col, text),
        }
    }

    fn catat(&self, t: &mut Tabel<'_, '_>) -> Hasil<()> {
        for (col, _, all) in &self.kolom {
            t.catatan(
                *col,
                &super::temuan::catatan(all.iter().map(|&i| self.ruang.indeks.temuan(i))),
            )?;
        }
        Ok(())
    }
}
