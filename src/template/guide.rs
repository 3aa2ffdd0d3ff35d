//! The guide sheet: what to fill in where, in the words of a colleague.

use super::{RuleSet, TemplateSheet};
use crate::report::tables::{Cell, Kind, Look, ReportRow, Table, col};

/// A line of the guide.
pub(super) enum GuideLine {
    Title(String),
    Text(String),
    /// A word and what it means.
    Pair(String, String),
    Empty,
}

impl ReportRow for GuideLine {}

/// The guide's two columns: what is to be done or is meant, and what a word means.
pub(super) fn table() -> Table<GuideLine> {
    let what = col("isi", "", 76.0, Kind::Loose, |line: &GuideLine| match line {
        GuideLine::Title(text) | GuideLine::Text(text) | GuideLine::Pair(text, _) => Cell::word(&**text),
        GuideLine::Empty => Cell::Empty,
    });
    let meaning = col("arti", "", 74.0, Kind::Loose, |line: &GuideLine| match line {
        GuideLine::Pair(_, meaning) => Cell::word(&**meaning),
        _ => Cell::Empty,
    });
    let label = |line: &GuideLine| match line {
        GuideLine::Pair(..) => Look::Label,
        _ => Look::Plain,
    };
    Table {
        intro: Vec::new(),
        columns: vec![what.looks(label), meaning],
        frozen: 0,
        data_order: &[],
    }
}

/// The guide for these sheets.
pub(super) fn lines(set: RuleSet, sheets: &[TemplateSheet]) -> Vec<GuideLine> {
    use GuideLine::{Empty, Pair, Text, Title};
    let text = |t: &str| Text(t.to_owned());
    let mut lines = vec![
        Title("Petunjuk pengisian".into()),
        Text(format!("Buku kerja masukan skp untuk {}.", set.title())),
        Empty,
        Title("Cara mengisi".into()),
        text("1. Isi lembar pegawai lebih dahulu, lalu unit, sasaran, skp, realisasi, dan perilaku."),
        text(
            "2. Kepala kolom berwarna gelap wajib diisi, yang terang boleh kosong. Arahkan tetikus ke kepala kolom untuk membaca penjelasannya.",
        ),
        text("3. Baris yang diawali kata contoh hanya contoh; boleh dibiarkan, tidak ikut dibaca. Mulailah di bawahnya."),
        text("4. Kolom No boleh dikosongkan. Urutan kolom boleh diubah, nama kolom jangan."),
        text(
            "5. NIP selalu sebagai teks 18 angka. Bila menempel dari berkas lain, tempel sebagai nilai (Tempel Khusus, Nilai) agar format Teks tidak hilang.",
        ),
        text("6. Angka desimal dengan koma. Jangan menulis pemisah ribuan; 1.234 dapat dibaca dua cara dan akan ditanyakan."),
        text(
            "7. Jangan mengosongkan sel dengan maksud nol. Yang kosong dianggap belum ada, dan pegawai itu belum dapat dinilai.",
        ),
        Empty,
        Title("Lembar".into()),
    ];
    for s in sheets {
        lines.push(Pair(s.kind.name.to_owned(), s.kind.purpose.to_owned()));
    }
    lines.extend([
        Empty,
        Title("Setelah diisi".into()),
        Pair(
            "skp baca BERKAS.xlsx".into(),
            "memperlihatkan apa yang dikenali di setiap lembar".into(),
        ),
        Pair(
            format!("skp periksa BERKAS.xlsx --tahun 2025 {}", set.option())
                .trim_end()
                .to_owned(),
            "menyebut yang salah, di sel mana, dan cara memperbaikinya".into(),
        ),
        Pair(
            format!("skp nilai BERKAS.xlsx --tahun 2025 {}-o laporan.xlsx", set.option()),
            "menghitung dan menulis laporan".into(),
        ),
    ]);
    lines
}
