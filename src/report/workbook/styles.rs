//! All formats of the report, once.
//!
//! Colour is never the only mark: a galat has a thick frame and bold type, a peringatan a dashed
//! frame, a catatan a dotted one, and each is named in words beside it, so that a black-and-white
//! print says the same. Separators are left to the reader's own Excel (`#,##0.00`).

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline, Workbook};

use crate::base::own::LEVEL_FILLS;
use crate::finding::Level;
use crate::model::vocab::Predikat;
use crate::report::tables::{Kind, Look};

/// Background and type of the five predikat, best first; dark ends, light middle.
pub(in crate::report) const PREDIKAT_COLOURS: [(u32, u32); 5] = [
    (0x0037_5623, 0x00FF_FFFF),
    (0x00C6_E0B4, 0x0000_0000),
    (0x00FF_E699, 0x0000_0000),
    (0x00F4_B084, 0x0000_0000),
    (0x00A5_1D1D, 0x00FF_FFFF),
];

/// The formats.
#[derive(Debug)]
pub(in crate::report) struct Styles {
    /// Title of a sheet.
    pub title: Format,
    /// A line under the title.
    pub remark: Format,
    /// Heading of a block.
    pub section: Format,
    /// Header cell.
    pub head: Format,
    /// Label of a figure.
    pub label: Format,
    /// A sentence over several lines.
    pub sentence: Format,
    /// The same where something is to be done.
    pub alert: Format,
    /// A total in the middle.
    pub total: Format,
    /// A share in the middle.
    pub done: Format,
    /// A link.
    pub link: Format,
    /// A cell of an input sheet: lines only, everything else as it comes.
    pub input: Format,
    /// A row without lines, where charts and names stand.
    pub blank: Format,
    /// A line to sign on, and what stands around it.
    pub sign: Format,
    /// Somebody without a result.
    pending: Format,
    /// Something that stands out though it is no fault (an assumption in use).
    highlight: Format,
    /// Something to be filled in.
    fill_in: Format,
    /// A figure or verdict that the sheet's own formulas find right, or not.
    pub fits: Format,
    /// The same where it is not.
    pub off: Format,
    /// A rating that was changed.
    pub changed: Format,
    /// Rows of a tree by depth: indented, so that later lines stay under the first.
    indent: Vec<Format>,
    /// Cell in the colour of a predikat, in the order of [`Predikat`].
    predikat: Vec<Format>,
    plain: Vec<Format>,
    sum: Vec<Format>,
    level: Vec<Format>,
}

impl Styles {
    pub(super) fn new() -> Self {
        let base = || Format::new().set_align(FormatAlign::Top);
        let white = || Format::new().set_background_color(Color::White);
        Self {
            title: white().set_bold().set_font_size(15),
            remark: white().set_italic().set_font_color(Color::RGB(0x0040_4040)),
            section: Format::new()
                .set_bold()
                .set_font_size(12)
                .set_border_bottom(FormatBorder::Thin),
            head: Format::new()
                .set_bold()
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(0x001F_3864))
                .set_border(FormatBorder::Thin)
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            label: base().set_bold(),
            sentence: base().set_text_wrap(),
            alert: base().set_text_wrap().set_bold().set_font_color(Color::RGB(0x009C_0006)),
            total: summed(cell(Kind::Mark)).set_num_format("#,##0"),
            done: cell(Kind::Share).set_align(FormatAlign::Center),
            link: cell(Kind::Line)
                .set_font_color(Color::RGB(0x0005_63C1))
                .set_underline(FormatUnderline::Single),
            input: Format::new()
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap()
                .set_border(FormatBorder::Thin)
                .set_border_color(Color::RGB(0x00D9_D9D9)),
            blank: white(),
            sign: base().set_align(FormatAlign::Center),
            pending: cell(Kind::Line)
                .set_italic()
                .set_bold()
                .set_border(FormatBorder::Dashed)
                .set_background_color(Color::RGB(0x00ED_EDED)),
            highlight: base()
                .set_bold()
                .set_border(FormatBorder::Dashed)
                .set_background_color(Color::RGB(0x00FF_F2CC)),
            fill_in: cell(Kind::Wrap).set_background_color(Color::RGB(0x00FF_F9E5)),
            fits: white()
                .set_font_color(Color::RGB(0x0037_5623))
                .set_background_color(Color::RGB(0x00E2_EFDA)),
            off: white()
                .set_bold()
                .set_font_color(Color::RGB(0x007F_6000))
                .set_background_color(Color::RGB(0x00FF_EB9C)),
            changed: white().set_bold().set_background_color(Color::RGB(0x00F8_CBAD)),
            indent: (0..=15_u8).map(|n| cell(Kind::Wrap).set_indent(n)).collect(),
            predikat: PREDIKAT_COLOURS
                .into_iter()
                .map(|(back, fore)| {
                    Format::new()
                        .set_bold()
                        .set_border(FormatBorder::Thin)
                        .set_text_wrap()
                        .set_align(FormatAlign::Center)
                        .set_align(FormatAlign::VerticalCenter)
                        .set_background_color(Color::RGB(back))
                        .set_font_color(Color::RGB(fore))
                })
                .collect(),
            plain: Kind::ALL.into_iter().map(cell).collect(),
            sum: Kind::ALL.into_iter().map(|k| summed(cell(k))).collect(),
            level: [Level::Galat, Level::Peringatan, Level::Catatan]
                .into_iter()
                .flat_map(|level| Kind::ALL.into_iter().map(move |k| marked(cell(k), level)))
                .collect(),
        }
    }

    /// Plain cell.
    pub(in crate::report) fn plain(&self, kind: Kind) -> &Format {
        &self.plain[kind.ordinal()]
    }

    /// Cell that sums others.
    pub(in crate::report) fn sum(&self, kind: Kind) -> &Format {
        &self.sum[kind.ordinal()]
    }

    /// Cell that carries a finding.
    pub(in crate::report) fn level(&self, level: Level, kind: Kind) -> &Format {
        &self.level[level.ordinal() * Kind::ALL.len() + kind.ordinal()]
    }

    /// Cell in the colour of a predikat.
    pub(in crate::report) fn predikat(&self, predikat: Predikat) -> &Format {
        &self.predikat[predikat.ordinal()]
    }

    /// The format of a look; `None` where the column's own will do.
    pub(in crate::report) fn of(&self, look: Look, kind: Kind) -> Option<&Format> {
        match look {
            Look::Plain => None,
            Look::Level(level) => Some(self.level(level, kind)),
            Look::Label => Some(&self.label),
            Look::Sum => Some(self.sum(kind)),
            Look::Pending => Some(&self.pending),
            Look::Highlight => Some(&self.highlight),
            Look::Input => Some(&self.fill_in),
            Look::Middle => Some(&self.done),
            Look::Predikat(predikat) => Some(self.predikat(predikat)),
            Look::Indent(depth) => Some(&self.indent[depth.min(self.indent.len() - 1)]),
        }
    }

    /// Gives every format its number now, in a fixed order: sheets filled on two threads then find
    /// their formats there, and the bytes do not depend on which thread came first.
    pub(super) fn register(&self, workbook: &mut Workbook) {
        let single = [
            &self.title,
            &self.remark,
            &self.section,
            &self.head,
            &self.label,
            &self.sentence,
            &self.alert,
            &self.total,
            &self.done,
            &self.link,
            &self.input,
            &self.blank,
            &self.sign,
            &self.pending,
            &self.highlight,
            &self.fill_in,
            &self.fits,
            &self.off,
            &self.changed,
        ];
        for format in single
            .into_iter()
            .chain(&self.indent)
            .chain(&self.predikat)
            .chain(&self.plain)
            .chain(&self.sum)
            .chain(&self.level)
        {
            workbook.register_format(format);
        }
    }
}

fn cell(kind: Kind) -> Format {
    // Light lines come with the column, so that a blank cell has them too and a print is a table
    // without Excel's own grid around titles and charts.
    let f = Format::new()
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0x00BF_BFBF));
    let text = |f: Format| f.set_align(FormatAlign::Left).set_indent(1);
    // Off the line at its right, which may be a thick one.
    let figure = |f: Format| f.set_align(FormatAlign::Right).set_indent(1);
    match kind {
        Kind::Line | Kind::Predikat => text(f),
        Kind::Wrap => text(f).set_text_wrap(),
        Kind::Code => text(f).set_num_format("@"),
        Kind::Figure => figure(f).set_num_format("#,##0.00"),
        Kind::Count => figure(f).set_num_format("#,##0"),
        Kind::Mark => f.set_align(FormatAlign::Center),
        Kind::AsIs => f.set_num_format("General"),
        Kind::Share => figure(f).set_num_format("0.0%"),
        Kind::Percent => f.set_num_format("0.00%"),
        Kind::WholePercent => f.set_num_format("0%"),
        Kind::Loose => Format::new().set_align(FormatAlign::Top),
        Kind::Date => f.set_num_format("dd/mm/yyyy"),
    }
}

fn summed(f: Format) -> Format {
    f.set_bold()
        .set_border_top(FormatBorder::Thin)
        .set_background_color(Color::RGB(0x00F2_F2F2))
}

/// Background of a cell that carries a finding.
pub(in crate::report) const fn level_fill(level: Level) -> u32 {
    let [galat, peringatan, catatan] = LEVEL_FILLS;
    match level {
        Level::Galat => galat,
        Level::Peringatan => peringatan,
        Level::Catatan => catatan,
    }
}

fn marked(f: Format, level: Level) -> Format {
    let f = f.set_background_color(Color::RGB(level_fill(level)));
    match level {
        Level::Galat => f
            .set_bold()
            .set_border(FormatBorder::Medium)
            .set_border_color(Color::RGB(0x00C0_0000)),
        Level::Peringatan => f
            .set_border(FormatBorder::MediumDashed)
            .set_border_color(Color::RGB(0x007F_6000)),
        Level::Catatan => f.set_border(FormatBorder::Dotted).set_border_color(Color::RGB(0x0020_3864)),
    }
}
