//! Distribusi: per unit the counts against the bounds in persons, and a chart of each unit.

use std::collections::HashSet;

use rust_xlsxwriter::{
    Chart, ChartFormat, ChartLegendPosition, ChartLine, ChartPatternFill, ChartPatternFillType, ChartType, Worksheet,
};

use crate::finding::Level;
use crate::score::{AturanDistribusi, Distribusi, HasilUnit, Pindah};

use super::index::a1;
use super::sheet_names::ke_sel;
use super::sheet_table::{Hasil, Ruang, Tabel, kolom};
use super::sheets::Lembar;
use super::styles::Isi;
use super::text::daftar;

/// Charts on the sheet at most; units that deviate come first.
const GRAFIK_TERBANYAK: usize = 24;
/// Rows a chart takes.
const TINGGI_GRAFIK: u32 = 16;

/// Writes the sheet.
pub(super) fn write(ruang: &Ruang<'_>) -> Hasil<Vec<Worksheet>> {
    let units = &ruang.bahan.scores.unit;
    let columns = vec![
        kolom("Unit kerja", 38.0, Isi::Bungkus),
        kolom("Dinilai (N)", 9.0, Isi::Bulat),
        kolom("Kelompok predikat", 32.0, Isi::Text),
        kolom("Batas aturan", 22.0, Isi::Text),
        kolom("Jumlah", 9.0, Isi::Bulat),
        kolom("Paling sedikit", 9.0, Isi::Bulat),
        kolom("Paling banyak", 9.0, Isi::Bulat),
        kolom("Lebih (orang)", 9.0, Isi::Bulat),
        kolom("Kurang (orang)", 9.0, Isi::Bulat),
        kolom("Hasil", 16.0, Isi::Text),
        kolom("Kesimpulan unit", 48.0, Isi::Bungkus),
    ];
    let count = |test: fn(&Distribusi) -> bool| units.iter().filter_map(|u| u.distribusi.as_ref()).filter(|d| test(d)).count();
    let title = vec![
        format!(
            "Sebaran predikat: {} unit sesuai, {} tidak sesuai, {} tidak mungkin dipenuhi atau terlalu kecil, {} tidak diperiksa",
            count(|d| d.sesuai),
            count(Distribusi::menyimpang),
            count(|d| !d.sesuai && !d.menyimpang()),
            units.iter().filter(|u| u.distribusi.is_none()).count()
        ),
        "Penyimpangan adalah bahan pertimbangan pimpinan; skp tidak mengubah predikat siapa pun. Batas dihitung dalam orang utuh dari N = yang sudah dinilai.".to_owned(),
        String::new(),
    ];
    let rows = units
        .iter()
        .map(|u| u.distribusi.as_ref().map_or(1, |d| d.aturan.len().max(1)))
        .sum();
    let mut t = Tabel::new(ruang, Lembar::Distribusi, columns, 1, title, rows)?;
    // Where the rules of each unit stand: the charts refer to them.
    let mut blocks: Vec<(&HasilUnit, u32, u32)> = Vec::new();
    for unit in units {
        t.siap()?;
        let first = t.baris;
        match &unit.distribusi {
            Some(d) if !d.aturan.is_empty() => {
                for (n, rule) in d.aturan.iter().enumerate() {
                    t.siap()?;
                    baris(&mut t, unit, rule, n == 0)?;
                    t.lanjut()?;
                }
                if t.baris > first {
                    blocks.push((unit, first, t.baris - 1));
                }
            }
            _ => {
                t.teks(0, &unit.unit_kerja)?;
                t.bulat(1, unit.kelompok.n)?;
                t.teks(9, "tidak diperiksa")?;
                t.teks(10, &kesimpulan(unit))?;
                t.lanjut()?;
            }
        }
    }
    let start = t.baris + 2;
    // On a sheet that is streamed to disk the table may go on over several sheets; charts are for
    // a size somebody can look at.
    if rows <= ruang.pilihan.alir_dari && start < ruang.pilihan.batas_baris {
        grafik(t.ws(), &blocks, start, ruang)?;
        if !blocks.is_empty() {
            let url = rust_xlsxwriter::Url::new(ke_sel(Lembar::Distribusi.as_str(), &a1(start, 0)))
                .set_text("Grafik tiap unit ada di bawah tabel ini ↓");
            t.ws().write_url_with_format(2, 0, url, &ruang.gaya.tautan)?;
        }
    }
    t.cetak_kolom(0);
    t.selesai()
}

fn baris(t: &mut Tabel<'_, '_>, unit: &HasilUnit, rule: &AturanDistribusi, first: bool) -> Hasil<()> {
    // Where no whole-person distribution fits, a deviation is no fault and gets no warning colour.
    let tingkat = if unit.distribusi.as_ref().is_some_and(Distribusi::menyimpang) {
        Level::Peringatan
    } else {
        Level::Catatan
    };
    t.teks(0, &unit.unit_kerja)?;
    t.bulat(1, unit.kelompok.n)?;
    t.teks(2, &rule.kelompok.join(" + "))?;
    t.teks(3, &batas(&rule.batas))?;
    t.bulat(4, rule.jumlah)?;
    for (col, bound) in [(5, rule.paling_sedikit), (6, rule.paling_banyak)] {
        if let Some(n) = bound {
            t.bulat(col, n)?;
        }
    }
    let format = t.ruang.gaya.tanda(tingkat, Isi::Bulat);
    for (col, off) in [(7, rule.lebih), (8, rule.kurang)] {
        match off {
            Some(0) | None => {}
            Some(n) => t.bulat_gaya(col, n, format)?,
        }
    }
    let mark = if tingkat == Level::Peringatan { "▲" } else { "●" };
    let format = t.ruang.gaya.tanda(tingkat, Isi::Text);
    match (rule.lebih.unwrap_or(0), rule.kurang.unwrap_or(0)) {
        (0, 0) => t.teks(9, "✓ sesuai")?,
        (n, 0) => t.teks_gaya(9, &format!("{mark} lebih {n} orang"), format)?,
        (_, n) => t.teks_gaya(9, &format!("{mark} kurang {n} orang"), format)?,
    }
    if first {
        t.teks(10, &kesimpulan(unit))?;
    }
    Ok(())
}

/// A bound as staff say it.
fn batas(text: &str) -> String {
    if text == "terbesar" {
        return "kelompok terbesar".to_owned();
    }
    text.replace("<=", "paling banyak").replace(">=", "paling sedikit")
}

/// What a unit's distribution comes to, in a sentence.
pub(super) fn kesimpulan(unit: &HasilUnit) -> String {
    let Some(d) = &unit.distribusi else {
        return if unit.kelompok.n == 0 && unit.dinilai > 0 {
            "tidak diperiksa: tidak ada yang dihitung dalam kelompok unit ini".to_owned()
        } else if unit.kelompok.n == 0 {
            "tidak diperiksa: belum ada yang dinilai".to_owned()
        } else {
            "tidak diperiksa: predikat organisasi belum diketahui".to_owned()
        };
    };
    if d.sesuai {
        return "sesuai".to_owned();
    }
    if d.kecil {
        return format!(
            "berbeda dari polanya, tetapi hanya {} orang: terlalu sedikit untuk disimpulkan",
            d.n
        );
    }
    if !d.mungkin {
        return format!("tidak mungkin dipenuhi dengan {} orang; bukan kesalahan", d.n);
    }
    let mut text = match d.pindah_minimal {
        Some(n) => format!("tidak sesuai; paling sedikit {n} orang perlu ditinjau"),
        None => "tidak sesuai".to_owned(),
    };
    if !d.pindah.is_empty() {
        text.push_str(", misalnya ");
        text.push_str(&daftar(d.pindah.iter().map(steps)));
    }
    text
}

fn steps(p: &Pindah) -> String {
    format!("{} orang dari {} ke {}", p.jumlah, p.dari, p.ke)
}

/// A chart per unit, deviating units first, three beside each other below the table.
fn grafik(ws: &mut Worksheet, blocks: &[(&HasilUnit, u32, u32)], start: u32, ruang: &Ruang<'_>) -> Hasil<()> {
    let deviates = |u: &HasilUnit| u.distribusi.as_ref().is_some_and(Distribusi::menyimpang);
    let first: Vec<_> = blocks.iter().filter(|b| deviates(b.0)).collect();
    let shown: HashSet<u32> = first.iter().map(|b| b.1).collect();
    let all = first.into_iter().chain(blocks.iter().filter(|b| !shown.contains(&b.1)));
    if !blocks.is_empty() {
        let shown = u32::try_from(blocks.len().min(GRAFIK_TERBANYAK)).unwrap_or(0);
        for row in start - 2..start + 2 + shown.div_ceil(2) * TINGGI_GRAFIK {
            ws.set_row_format(row, &ruang.gaya.kosong)?;
        }
        ws.write_string_with_format(start, 0, "Jumlah orang dibandingkan batas, tiap unit", &ruang.gaya.subjudul)?;
    }
    if blocks.len() > GRAFIK_TERBANYAK {
        ws.write_string_with_format(
            start + 1,
            0,
            format!("{GRAFIK_TERBANYAK} unit digambar, yang tidak sesuai lebih dulu; unit lain ada di tabel."),
            &ruang.gaya.keterangan,
        )?;
    }
    for (n, (unit, top, bottom)) in (0_u32..).zip(all.take(GRAFIK_TERBANYAK)) {
        let row = start + 2 + n / 2 * TINGGI_GRAFIK;
        let col = if n % 2 == 0 { 0 } else { 4 };
        ws.insert_chart(row, col, &satu(unit, *top, *bottom))?;
    }
    Ok(())
}

fn satu(unit: &HasilUnit, top: u32, bottom: u32) -> Chart {
    let sheet = Lembar::Distribusi.as_str();
    let mut chart = Chart::new(ChartType::Column);
    // Filled, striped and outlined bars: told apart without colour.
    let mut series = |name: &str, col: u16, format: &mut ChartFormat| {
        chart
            .add_series()
            .set_name(name)
            .set_categories((sheet, top, 2, bottom, 3))
            .set_values((sheet, top, col, bottom, col))
            .set_format(format);
    };
    let mut stripes = ChartPatternFill::new();
    stripes
        .set_pattern(ChartPatternFillType::DiagonalStripesWideUpwards)
        .set_foreground_color("#7F7F7F")
        .set_background_color("#FFFFFF");
    let mut outline = ChartLine::new();
    outline.set_color("#000000").set_width(1.0);
    series(
        "Jumlah",
        4,
        ChartFormat::new().set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color("#1F3864")),
    );
    series(
        "Paling sedikit",
        5,
        ChartFormat::new().set_pattern_fill(&stripes).set_border(&outline),
    );
    series(
        "Paling banyak",
        6,
        ChartFormat::new()
            .set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color("#FFFFFF"))
            .set_border(&outline),
    );
    // The name is data: a reference to its cell cannot be taken for a formula.
    chart
        .title()
        .set_name((sheet, top, 0))
        .set_font(rust_xlsxwriter::ChartFont::new().set_size(11).set_bold());
    chart
        .y_axis()
        .set_name(&format!("orang (N = {})", unit.kelompok.n))
        .set_num_format("0")
        .set_min(0)
        .set_major_unit(unit_axis(unit.kelompok.n));
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.set_width(560).set_height(300);
    chart
}

/// Steps of the axis in whole people.
fn unit_axis(n: u32) -> u32 {
    (n / 8).max(1)
}
