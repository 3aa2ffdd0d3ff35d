//! All formats of the report, once.
//!
//! Colour is never the only mark: a galat has a thick frame and bold type, a peringatan a dashed
//! frame, a catatan a dotted one, and each is named in words beside it, so that a black-and-white
//! print says the same. Separators are left to the reader's own Excel (`#,##0.00`).

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline, Workbook};

use crate::finding::Level;
use crate::model::vocab::Predikat;

/// What a cell holds, as far as its format is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Isi {
    /// Text on one line.
    Text,
    /// Text over several lines.
    Bungkus,
    /// NIP, codes: text that looks like a number.
    Nip,
    /// A figure with two decimals.
    Desimal,
    /// A whole number.
    Bulat,
    /// Short text or mark in the middle.
    Tengah,
    /// A figure as it comes.
    Umum,
    /// A share shown as per cent with two decimals.
    Persen,
    /// A share that is a whole per cent.
    PersenBulat,
    /// A date.
    Tanggal,
}

const ISI: [Isi; 10] = [
    Isi::Text,
    Isi::Bungkus,
    Isi::Nip,
    Isi::Desimal,
    Isi::Bulat,
    Isi::Tengah,
    Isi::Umum,
    Isi::Persen,
    Isi::PersenBulat,
    Isi::Tanggal,
];

/// The formats.
#[derive(Debug)]
pub(super) struct Styles {
    /// Title of a sheet.
    pub judul: Format,
    /// A line under the title.
    pub keterangan: Format,
    /// Heading of a block.
    pub subjudul: Format,
    /// Header cell.
    pub kepala: Format,
    /// Label of a figure.
    pub label: Format,
    /// A link.
    pub tautan: Format,
    /// A row that sums others.
    pub jumlah: Format,
    /// The same in the middle.
    pub jumlah_tengah: Format,
    /// The same for figures with two decimals.
    pub jumlah_desimal: Format,
    /// The same for whole numbers.
    pub jumlah_bulat: Format,
    /// Somebody without a result.
    pub belum: Format,
    /// Something that stands out though it is no fault (an assumption in use).
    pub sorot: Format,
    /// A big figure on the Ringkasan.
    pub besar: Format,
    /// A cell of an input sheet: lines only, everything else as it comes.
    pub masukan: Format,
    /// A row without lines, where charts stand.
    pub kosong: Format,
    /// Rows of a tree by depth: indented, so that later lines stay under the first.
    pub indentasi: Vec<Format>,
    /// Box heading by predikat, in the order of [`Predikat`].
    kotak: Vec<Format>,
    polos: Vec<Format>,
    tanda: Vec<Format>,
}

impl Styles {
    pub(super) fn new() -> Self {
        let dasar = || Format::new().set_align(FormatAlign::Top);
        let jumlah = || {
            dasar()
                .set_bold()
                .set_border_top(FormatBorder::Thin)
                .set_background_color(Color::RGB(0x00F2_F2F2))
        };
        Self {
            judul: Format::new().set_bold().set_font_size(15).set_background_color(Color::White),
            keterangan: Format::new()
                .set_italic()
                .set_background_color(Color::White)
                .set_font_color(Color::RGB(0x0040_4040)),
            subjudul: Format::new()
                .set_bold()
                .set_font_size(12)
                .set_border_bottom(FormatBorder::Thin),
            kepala: Format::new()
                .set_bold()
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(0x001F_3864))
                .set_border(FormatBorder::Thin)
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            label: dasar().set_bold(),
            tautan: dasar_isi(Isi::Text)
                .set_font_color(Color::RGB(0x0005_63C1))
                .set_underline(FormatUnderline::Single),
            jumlah: jumlah(),
            jumlah_tengah: jumlah().set_align(FormatAlign::Center),
            jumlah_desimal: jumlah().set_num_format("#,##0.00"),
            jumlah_bulat: jumlah().set_num_format("#,##0"),
            belum: dasar()
                .set_align(FormatAlign::Left)
                .set_indent(1)
                .set_italic()
                .set_bold()
                .set_border(FormatBorder::Dashed)
                .set_background_color(Color::RGB(0x00ED_EDED)),
            sorot: dasar()
                .set_bold()
                .set_border(FormatBorder::Dashed)
                .set_background_color(Color::RGB(0x00FF_F2CC)),
            besar: Format::new()
                .set_bold()
                .set_font_size(12)
                .set_num_format("#,##0")
                .set_align(FormatAlign::Left),
            masukan: Format::new()
                .set_align(FormatAlign::Top)
                .set_border(FormatBorder::Thin)
                .set_border_color(Color::RGB(0x00D9_D9D9)),
            kosong: Format::new().set_background_color(Color::White),
            indentasi: (0..=15_u8).map(|n| dasar_isi(Isi::Bungkus).set_indent(n)).collect(),
            kotak: [0x00A9_D08E, 0x00E2_EFDA, 0x00FF_F2CC, 0x00F8_CBAD, 0x00E6_7C73]
                .into_iter()
                .map(|rgb| {
                    Format::new()
                        .set_bold()
                        .set_border(FormatBorder::Medium)
                        .set_text_wrap()
                        .set_align(FormatAlign::Left)
                        .set_indent(1)
                        .set_align(FormatAlign::VerticalCenter)
                        .set_background_color(Color::RGB(rgb))
                })
                .collect(),
            polos: ISI.into_iter().map(dasar_isi).collect(),
            tanda: [Level::Galat, Level::Peringatan, Level::Catatan]
                .into_iter()
                .flat_map(|tingkat| ISI.into_iter().map(move |isi| mark(dasar_isi(isi), tingkat)))
                .collect(),
        }
    }

    /// Plain cell.
    pub(super) fn isi(&self, isi: Isi) -> &Format {
        &self.polos[isi as usize]
    }

    /// Cell that carries a finding.
    pub(super) fn tanda(&self, tingkat: Level, isi: Isi) -> &Format {
        &self.tanda[tingkat as usize * ISI.len() + isi as usize]
    }

    /// Heading of a box of the quadrant.
    pub(super) fn kotak(&self, predikat: Predikat) -> &Format {
        &self.kotak[predikat as usize]
    }

    /// Gives every format its number now, in a fixed order: sheets filled on two threads then find
    /// their formats there, and the bytes do not depend on which thread came first.
    pub(super) fn register(&self, workbook: &mut Workbook) {
        let single = [
            &self.judul,
            &self.keterangan,
            &self.subjudul,
            &self.kepala,
            &self.label,
            &self.tautan,
            &self.jumlah,
            &self.jumlah_tengah,
            &self.jumlah_desimal,
            &self.jumlah_bulat,
            &self.belum,
            &self.sorot,
            &self.besar,
            &self.masukan,
            &self.kosong,
        ];
        for format in single
            .into_iter()
            .chain(&self.indentasi)
            .chain(&self.kotak)
            .chain(&self.polos)
            .chain(&self.tanda)
        {
            workbook.register_format(format);
        }
    }
}

fn dasar_isi(isi: Isi) -> Format {
    // Light lines come with the column, so that a blank cell has them too and a print is a table
    // without Excel's own grid around titles and charts.
    let f = Format::new()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0x00BF_BFBF));
    let teks = |f: Format| f.set_align(FormatAlign::Left).set_indent(1);
    match isi {
        Isi::Text => teks(f),
        Isi::Bungkus => teks(f).set_text_wrap(),
        Isi::Nip => teks(f).set_num_format("@"),
        Isi::Desimal => f.set_num_format("#,##0.00"),
        Isi::Bulat => f.set_num_format("#,##0"),
        Isi::Tengah => f.set_align(FormatAlign::Center),
        Isi::Umum => f.set_num_format("General"),
        Isi::Persen => f.set_num_format("0.00%"),
        Isi::PersenBulat => f.set_num_format("0%"),
        Isi::Tanggal => f.set_num_format("dd/mm/yyyy"),
    }
}

fn mark(f: Format, tingkat: Level) -> Format {
    match tingkat {
        Level::Galat => f
            .set_bold()
            .set_border(FormatBorder::Medium)
            .set_border_color(Color::RGB(0x00C0_0000))
            .set_background_color(Color::RGB(0x00FF_C7CE)),
        Level::Peringatan => f
            .set_border(FormatBorder::MediumDashed)
            .set_border_color(Color::RGB(0x007F_6000))
            .set_background_color(Color::RGB(0x00FF_EB9C)),
        Level::Catatan => f
            .set_border(FormatBorder::Dotted)
            .set_border_color(Color::RGB(0x0020_3864))
            .set_background_color(Color::RGB(0x00DD_EBF7)),
    }
}

/// The mark that stands before a finding in words: readable without colour.
pub(super) const fn lambang(tingkat: Level) -> &'static str {
    match tingkat {
        Level::Galat => "✗ galat",
        Level::Peringatan => "▲ peringatan",
        Level::Catatan => "● catatan",
    }
}
