//! Ringkasan: the first page: what, when, which rules, counts, a chart, what to do next.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFormat, ChartPatternFill, ChartPatternFillType, ChartPoint, ChartSolidFill, ChartType, Format,
    Url, Worksheet,
};

use crate::finding::{Finding, Level};
use crate::model::vocab::{Predikat, Word};
use crate::report::words::count;
use crate::score::{Distribusi, Reason, Status};

use super::law;
use super::sheet_names::ke_sel;
use super::sheet_table::{Hasil, Ruang, baris_teks, tinggi};
use super::sheets::Lembar;
use super::styles::{Isi, lambang};
use super::text::{daftar, dari, hitungan, sel};

/// Codes listed at most.
const KODE_TERBANYAK: usize = 12;
/// Column widths.
const LEBAR: [f64; 5] = [40.0, 16.0, 15.0, 56.0, 52.0];

/// The sheet with the row that comes next.
struct Halaman<'r, 'a> {
    ruang: &'r Ruang<'a>,
    ws: Worksheet,
    baris: u32,
}

/// Writes the sheet.
pub(super) fn write(ruang: &Ruang<'_>) -> Hasil<Vec<Worksheet>> {
    let mut h = Halaman {
        ruang,
        ws: Worksheet::new(),
        baris: 0,
    };
    h.ws.set_name(Lembar::Ringkasan.as_str())?;
    for (col, width) in (0_u16..).zip(LEBAR) {
        h.ws.set_column_width(col, width)?;
    }
    h.ws.set_screen_gridlines(false);
    h.judul()?;
    h.angka()?;
    h.predikat()?;
    h.steps()?;
    h.belum()?;
    h.temuan()?;
    h.asumsi()?;
    h.isi()?;
    ruang.print_out(&mut h.ws, None)?;
    Ok(vec![h.ws])
}

impl Halaman<'_, '_> {
    fn write(&mut self, col: u16, text: &str, format: &Format) -> Hasil<()> {
        self.ws.write_string_with_format(self.baris, col, sel(text), format)?;
        Ok(())
    }

    fn teks(&mut self, col: u16, text: &str) -> Hasil<()> {
        self.ws.write_string(self.baris, col, sel(text))?;
        Ok(())
    }

    /// Heading of a block, over all columns.
    fn bagian(&mut self, text: &str) -> Hasil<()> {
        let format = &self.ruang.gaya.subjudul;
        self.baris += 1;
        for col in 1..5 {
            self.ws.write_blank(self.baris, col, format)?;
        }
        self.write(0, text, format)?;
        self.baris += 1;
        Ok(())
    }

    fn judul(&mut self) -> Hasil<()> {
        let ruang = self.ruang;
        let bahan = &ruang.bahan;
        let instansi = bahan.instansi();
        self.write(
            0,
            &format!("Laporan Kinerja Pegawai {}", bahan.data.periode),
            &ruang.gaya.judul,
        )?;
        self.baris += 1;
        if !instansi.is_empty() {
            self.write(0, instansi, &ruang.gaya.label)?;
            self.baris += 1;
        }
        let bobot = bahan
            .scores
            .bobot
            .as_deref()
            .map_or_else(String::new, |b| format!(" · bobot SKP/perilaku {b}"));
        let text = format!("Aturan: {}{bobot}", law::judul(bahan.aturan));
        self.write(0, &text, &ruang.gaya.keterangan)?;
        self.baris += 1;
        Ok(())
    }

    fn angka(&mut self) -> Hasil<()> {
        let ruang = self.ruang;
        let bahan = &ruang.bahan;
        let all = bahan.scores.pegawai.len();
        self.bagian("Angka pokok")?;
        let deviates = bahan
            .scores
            .unit
            .iter()
            .filter(|u| u.distribusi.as_ref().is_some_and(Distribusi::menyimpang))
            .count();
        let unit_checked = bahan.scores.unit.iter().filter(|u| u.distribusi.is_some()).count();
        let (dinilai, belum, kecuali) = (
            bahan.jumlah(Status::Dinilai),
            bahan.jumlah(Status::BelumDapatDinilai),
            bahan.jumlah(Status::Dikecualikan),
        );
        let lines = [
            ("Pegawai", all, String::new()),
            ("Dinilai", dinilai, dari(dinilai, all)),
            ("Belum dapat dinilai", belum, dari(belum, all)),
            ("Dikecualikan", kecuali, dari(kecuali, all)),
            ("Unit kerja", bahan.scores.unit.len(), String::new()),
            (
                "Unit yang sebarannya tidak sesuai",
                deviates,
                format!("dari {} unit yang diperiksa", count(unit_checked)),
            ),
        ];
        for (label, n, note) in lines {
            self.write(0, label, &ruang.gaya.label)?;
            self.ws
                .write_number_with_format(self.baris, 1, hitungan(n), &ruang.gaya.besar)?;
            self.write(2, &note, &ruang.gaya.keterangan)?;
            self.baris += 1;
        }
        for tingkat in [Level::Galat, Level::Peringatan, Level::Catatan] {
            self.write(0, &format!("Temuan {}", lambang(tingkat)), &ruang.gaya.label)?;
            self.ws
                .write_number_with_format(self.baris, 1, hitungan(bahan.temuan(tingkat)), &ruang.gaya.besar)?;
            self.baris += 1;
        }
        Ok(())
    }

    /// People by predikat, with the chart beside it.
    fn predikat(&mut self) -> Hasil<()> {
        let ruang = self.ruang;
        let bahan = &ruang.bahan;
        self.bagian("Predikat kinerja")?;
        let top = self.baris;
        self.write(0, "Predikat", &ruang.gaya.kepala)?;
        self.write(1, "Pegawai", &ruang.gaya.kepala)?;
        self.write(2, "Bagian", &ruang.gaya.kepala)?;
        self.baris += 1;
        let dinilai = bahan.jumlah(Status::Dinilai);
        for &predikat in Predikat::ALL {
            let n = bahan
                .scores
                .pegawai
                .iter()
                .filter(|p| p.predikat_kinerja == Some(predikat))
                .count();
            self.write(0, bahan.aturan.label(predikat), ruang.gaya.kotak(predikat))?;
            self.ws
                .write_number_with_format(self.baris, 1, hitungan(n), ruang.gaya.isi(Isi::Bulat))?;
            if dinilai > 0 {
                self.ws
                    .write_number_with_format(self.baris, 2, hitungan(n) / hitungan(dinilai), ruang.gaya.isi(Isi::Persen))?;
            }
            self.baris += 1;
        }
        let chart = grafik(top + 1, self.baris - 1);
        self.ws.insert_chart(top, 3, &chart)?;
        self.baris = self.baris.max(top + 14);
        Ok(())
    }

    /// What to do next, in order.
    fn steps(&mut self) -> Hasil<()> {
        let bahan = self.ruang.bahan;
        let mut steps: Vec<(String, Lembar)> = Vec::new();
        let galat = bahan.temuan(Level::Galat);
        if galat > 0 {
            steps.push((
                format!(
                    "Perbaiki {} temuan galat di berkas masukan, lalu jalankan skp lagi.",
                    count(galat)
                ),
                Lembar::Temuan,
            ));
        }
        let belum = bahan.jumlah(Status::BelumDapatDinilai);
        if belum > 0 {
            steps.push((
                format!(
                    "Hubungi yang harus bertindak bagi {} pegawai yang belum dapat dinilai.",
                    count(belum)
                ),
                Lembar::Belum,
            ));
        }
        let peringatan = bahan.temuan(Level::Peringatan);
        if peringatan > 0 {
            steps.push((
                format!("Lihat {} peringatan; tidak semuanya kesalahan.", count(peringatan)),
                Lembar::Temuan,
            ));
        }
        let off = bahan
            .scores
            .unit
            .iter()
            .filter(|u| u.distribusi.as_ref().is_some_and(Distribusi::menyimpang))
            .count();
        if off > 0 {
            steps.push((
                format!("Bahas dengan pimpinan sebaran predikat di {} unit.", count(off)),
                Lembar::Distribusi,
            ));
        }
        if !bahan.scores.asumsi.is_empty() {
            steps.push((
                "Mintakan ketegasan instansi atas asumsi yang dipakai.".to_owned(),
                Lembar::Aturan,
            ));
        }
        if steps.is_empty() {
            steps.push((
                "Tidak ada yang harus diperbaiki. Periksa hasil lalu sampaikan kepada pejabat penilai.".to_owned(),
                Lembar::Hasil,
            ));
        }
        self.bagian("Langkah berikutnya")?;
        for (n, (text, sheet)) in steps.into_iter().enumerate() {
            self.teks(0, &format!("{}. {text}", n + 1))?;
            self.ke(4, sheet, &format!("buka lembar {}", sheet.as_str()))?;
            self.baris += 1;
        }
        Ok(())
    }

    fn ke(&mut self, col: u16, sheet: Lembar, text: &str) -> Hasil<()> {
        let ruang = self.ruang;
        let name = match sheet {
            Lembar::Masukan => ruang.indeks.masukan_pertama(),
            other if ruang.ada(other) => Some(other.as_str()),
            _ => None,
        };
        if let Some(name) = name {
            let url = Url::new(ke_sel(name, "A1")).set_text(text);
            self.ws.write_url_with_format(self.baris, col, url, &ruang.gaya.tautan)?;
        }
        Ok(())
    }

    /// Reasons for the people not scored.
    fn belum(&mut self) -> Hasil<()> {
        let mut reasons: Vec<(Reason, usize)> = Vec::new();
        for &sebab in self.ruang.bahan.scores.pegawai.iter().flat_map(|p| &p.sebab) {
            match reasons.iter_mut().find(|(s, _)| *s == sebab) {
                Some((_, n)) => *n += 1,
                None => reasons.push((sebab, 1)),
            }
        }
        if reasons.is_empty() {
            return Ok(());
        }
        reasons.sort_by_key(|&(sebab, n)| (std::cmp::Reverse(n), sebab));
        self.bagian("Mengapa ada yang belum dapat dinilai")?;
        for (sebab, n) in reasons {
            let plain = self.ruang.gaya.isi(Isi::Text);
            self.write(0, sebab.words(), plain)?;
            self.ws
                .write_number_with_format(self.baris, 1, hitungan(n), self.ruang.gaya.isi(Isi::Bulat))?;
            self.write(2, "pegawai", plain)?;
            self.write(3, &format!("menunggu {}", sebab.who()), plain)?;
            self.baris += 1;
        }
        Ok(())
    }

    /// The codes that occur most, worst level first.
    fn temuan(&mut self) -> Hasil<()> {
        let ruang = self.ruang;
        let mut codes: Vec<(&Finding, usize)> = Vec::new();
        for f in ruang.bahan.findings {
            match codes.iter_mut().find(|(first, _)| first.kode == f.kode) {
                Some((_, n)) => *n += 1,
                None => codes.push((f, 1)),
            }
        }
        if codes.is_empty() {
            return Ok(());
        }
        codes.sort_by_key(|&(f, n)| (f.tingkat, std::cmp::Reverse(n), f.kode));
        self.bagian("Temuan menurut kode")?;
        for (col, head) in (0_u16..).zip(["Kode", "Jumlah", "Tingkat", "Contoh", "Cara memperbaiki"]) {
            self.write(col, head, &ruang.gaya.kepala)?;
        }
        self.baris += 1;
        let wrap = ruang.gaya.isi(Isi::Bungkus);
        for &(f, n) in codes.iter().take(KODE_TERBANYAK) {
            self.write(0, f.kode, ruang.gaya.isi(Isi::Text))?;
            self.ws
                .write_number_with_format(self.baris, 1, hitungan(n), ruang.gaya.isi(Isi::Bulat))?;
            self.write(2, lambang(f.tingkat), ruang.gaya.tanda(f.tingkat, Isi::Text))?;
            self.write(3, &f.pesan, wrap)?;
            self.write(4, &f.saran, wrap)?;
            let lines = baris_teks(&f.pesan, LEBAR[3]).max(baris_teks(&f.saran, LEBAR[4]));
            self.ws.set_row_height(self.baris, tinggi(lines))?;
            self.baris += 1;
        }
        if codes.len() > KODE_TERBANYAK {
            let text = format!("… dan {} kode lagi di lembar Temuan", codes.len() - KODE_TERBANYAK);
            self.write(0, &text, &ruang.gaya.keterangan)?;
            self.baris += 1;
        }
        Ok(())
    }

    fn asumsi(&mut self) -> Hasil<()> {
        let ruang = self.ruang;
        let keys = &ruang.bahan.scores.asumsi;
        if keys.is_empty() {
            return Ok(());
        }
        self.bagian("Asumsi yang dipakai")?;
        self.write(
            0,
            "Angka berikut belum ada bunyi peraturannya; instansi perlu menegaskannya. Nilai dan keterangannya ada di lembar Aturan.",
            &ruang.gaya.keterangan,
        )?;
        self.baris += 1;
        for chunk in keys.chunks(6) {
            self.teks(0, &daftar(chunk))?;
            self.baris += 1;
        }
        Ok(())
    }

    /// The sheets of this report, with links.
    fn isi(&mut self) -> Hasil<()> {
        self.bagian("Isi laporan")?;
        for sheet in Lembar::ALL.into_iter().skip(1).filter(|&l| self.ruang.ada(l)) {
            self.ke(0, sheet, sheet.as_str())?;
            self.teks(1, sheet.isi())?;
            self.baris += 1;
        }
        Ok(())
    }
}

/// Columns by predikat, each with its number and its own pattern, readable without colour.
fn grafik(first: u32, last: u32) -> Chart {
    let sheet = Lembar::Ringkasan.as_str();
    let mut chart = Chart::new(ChartType::Column);
    let solid = |rgb: &str| ChartPoint::new().set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(rgb)));
    let pattern = |kind, rgb: &str| {
        let mut fill = ChartPatternFill::new();
        fill.set_pattern(kind)
            .set_foreground_color(rgb)
            .set_background_color("#FFFFFF");
        ChartPoint::new().set_format(ChartFormat::new().set_pattern_fill(&fill))
    };
    let points = [
        solid("#375623"),
        pattern(ChartPatternFillType::DiagonalStripesWideUpwards, "#548235"),
        pattern(ChartPatternFillType::DottedGrid, "#BF8F00"),
        pattern(ChartPatternFillType::HorizontalStripesDark, "#C55A11"),
        solid("#7F0000"),
    ];
    chart
        .add_series()
        .set_name("Pegawai")
        .set_categories((sheet, first, 0, last, 0))
        .set_values((sheet, first, 1, last, 1))
        .set_points(&points)
        .set_gap(60)
        .set_data_label(ChartDataLabel::new().show_value());
    chart
        .title()
        .set_name("Pegawai menurut predikat")
        .set_font(rust_xlsxwriter::ChartFont::new().set_size(12).set_bold());
    chart.legend().set_hidden();
    chart.y_axis().set_min(0).set_num_format("0").set_name("pegawai");
    chart.set_width(560).set_height(280);
    chart
}
