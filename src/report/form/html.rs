//! The report as one page (`--html`, `keluaran.md` section 10): everything in it, nothing fetched,
//! no script from data. Long tables travel as JSON and are drawn a screenful at a time, so that
//! 40,000 people open at once; what a head reads first is plain HTML.

use std::io::{self, Write};

use crate::base::own;
use crate::model::vocab::{Predikat, Rating, Word as _};
use crate::report::first_page;
use crate::report::form::terminal;
use crate::report::mask::Mask;
use crate::report::tables::{self, Kind, Look, ReportRow, Table};
use crate::report::words::{count, share};
use crate::report::workbook::Report;
use crate::score::{HasilPegawai, Status};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
/// Groups drawn when the page opens: six thousand of them took three quarters of the time to open it.
const GROUPS_AT_ONCE: usize = 300;
/// Names in a box of the quadrant; the table of people has all.
const NAMES_AT_MOST: usize = 200;
/// Bytes of a cell that is not parted.
const ONE_LINE: usize = 18;
/// Nothing is fetched, and nothing runs but what stands in the page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

/// Writes the page.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let (run, mask) = (report.run, report.mask);
    let title = format!("Laporan Kinerja Pegawai {}", run.data.periode);
    let agency = mask.title(report.agency());
    write!(
        out,
        "<!doctype html>\n<html lang=\"id\"><head><meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"{}{}\">\n<title>{}</title>\n<style>{STYLE}</style></head><body>\n",
        own::GENERATOR,
        env!("CARGO_PKG_VERSION"),
        escape(&title)
    )?;
    write!(
        out,
        "<header><h1>{}</h1><p class=\"soft\">{} · menurut {}</p>\
         <nav aria-label=\"Bagian\"><a href=\"#unit\">Unit</a><a href=\"#kuadran\">Kuadran</a><a href=\"#pegawai\">Pegawai</a>\
         <a href=\"#kaskade\">Kaskade</a><a href=\"#temuan\">Temuan</a></nav></header>\n<main>\n",
        escape(&title),
        escape(&agency),
        escape(&run.aturan.judul)
    )?;
    summary(out, report)?;
    units(out, report)?;
    boxes(out, report)?;
    let results = tables::results::table(run);
    let people = (0..run.scores.pegawai.len()).map(|i| tables::results::ResultRow::new(run, i, &[]));
    data_table(out, "pegawai", "Pegawai", &results, people, mask)?;
    let outline = tables::outline::Outline::new(&run.data, run.aturan.kualitatif().is_some());
    data_table(
        out,
        "kaskade",
        "Kaskade",
        &tables::outline::table(&outline),
        outline.rows(),
        mask,
    )?;
    let findings = tables::findings::worst_first(run)
        .into_iter()
        .map(|f| tables::findings::FindingRow::new(run, f));
    data_table(out, "temuan", "Temuan", &tables::findings::table(run), findings, mask)?;
    let labels: Vec<&str> = Predikat::ALL.iter().map(|&p| run.aturan.label(p)).collect();
    write!(out, "</main>\n<script type=\"application/json\" id=\"data-predikat\">")?;
    json(out, &labels)?;
    write!(
        out,
        "</script>\n<footer><p class=\"soft\">Dibuat skp {} · aturan {}</p></footer>\n<script>{SCRIPT}</script></body></html>\n",
        env!("CARGO_PKG_VERSION"),
        escape(&run.aturan.id)
    )
}

/// The lines of the first page, and the bar of predikat.
fn summary(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    out.write_all(b"<dl>")?;
    for line in first_page::lines(report) {
        let class = if line.alert { " class=\"alert\"" } else { "" };
        write!(
            out,
            "<div{class}><dt>{}</dt><dd>{}</dd></div>",
            escape(line.label),
            escape(&line.text)
        )?;
    }
    out.write_all(b"</dl>\n")?;
    let run = report.run;
    let rated = report.with_status(Status::Dinilai);
    out.write_all(b"<div class=\"bar\" role=\"img\" aria-label=\"Sebaran predikat\">")?;
    for (n, &p) in Predikat::ALL.iter().enumerate() {
        let people = run.scores.pegawai.iter().filter(|x| x.predikat() == Some(p)).count();
        if people > 0 {
            write!(
                out,
                "<span class=\"p{n}\" style=\"flex:{people}\" title=\"{}: {} ({})\">{}</span>",
                escape(run.aturan.label(p)),
                count(people),
                share(people, rated),
                count(people)
            )?;
        }
    }
    out.write_all(b"</div>\n")
}

/// The groups beside what their curve allows, those that need attention first: so many as plain HTML, the
/// others as a table that the page draws when somebody comes to it.
fn units(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let table = tables::distribution::table(report.run);
    out.write_all(b"<section id=\"unit\"><h2>Unit</h2><div class=\"scroll\"><table><thead><tr>")?;
    for column in table.shown() {
        write!(out, "<th scope=\"col\">{}</th>", escape(&column.title))?;
    }
    out.write_all(b"</tr></thead><tbody>\n")?;
    let mut groups = tables::distribution::rows(report.run).into_iter();
    for row in groups.by_ref().take(GROUPS_AT_ONCE) {
        out.write_all(b"<tr>")?;
        for column in table.shown() {
            let class = match (column.look(&row), is_figure(column.kind)) {
                (Look::Level(_), _) => "off",
                (_, true) => "r",
                _ => "w",
            };
            let text = terminal::text(&column.value(&row), report.mask);
            // "9 / ≤ 7" is one thing.
            let whole = if text.len() <= ONE_LINE { " n" } else { "" };
            write!(out, "<td class=\"{class}{whole}\">{}</td>", escape(&text))?;
        }
        out.write_all(b"</tr>\n")?;
    }
    out.write_all(
        "</tbody></table></div><p class=\"soft\">Tiap sel: jumlah orang / yang diperbolehkan.</p></section>\n".as_bytes(),
    )?;
    if groups.len() > 0 {
        data_table(out, "unit-lain", "Unit lainnya", &table, groups, report.mask)?;
    }
    Ok(())
}

/// The nine boxes with their names; the numeric sets have none.
fn boxes(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let Some(rules) = report.run.aturan.kualitatif() else {
        return Ok(());
    };
    out.write_all(b"<section id=\"kuadran\"><h2>Kuadran</h2><div class=\"boxes\">\n")?;
    for hasil in [Rating::DiAtas, Rating::Sesuai, Rating::DiBawah] {
        for perilaku in [Rating::DiBawah, Rating::Sesuai, Rating::DiAtas] {
            let predikat = rules.rating.kuadran.shown().predikat(hasil, perilaku);
            let people: Vec<&HasilPegawai> = report
                .run
                .scores
                .pegawai
                .iter()
                .filter(|p| tables::quadrant::stands_in(report.run, p, hasil, perilaku))
                .collect();
            write!(
                out,
                "<section><h3 class=\"p{}\">{} · {} orang</h3><p class=\"soft\">hasil kerja {}, perilaku {}</p>",
                predikat.ordinal(),
                escape(report.run.aturan.label(predikat)),
                count(people.len()),
                hasil.as_str(),
                perilaku.as_str()
            )?;
            if !people.is_empty() {
                out.write_all(b"<details><summary>Nama</summary><ul>")?;
                for p in people.iter().take(NAMES_AT_MOST) {
                    write!(
                        out,
                        "<li>{} <span class=\"soft\">{}</span></li>",
                        escape(&report.mask.name(&p.nama)),
                        escape(&report.mask.text(&p.unit_kerja))
                    )?;
                }
                if people.len() > NAMES_AT_MOST {
                    write!(
                        out,
                        "<li>… dan {} lagi di tabel Pegawai</li>",
                        count(people.len() - NAMES_AT_MOST)
                    )?;
                }
                out.write_all(b"</ul></details>")?;
            }
            out.write_all(b"</section>\n")?;
        }
    }
    out.write_all(b"</div>")?;
    if let Some(words) = tables::quadrant::left_out(report.run) {
        write!(out, "<p class=\"soft\">{}</p>", escape(&words))?;
    }
    out.write_all(b"</section>\n")
}

/// A long table: its columns and rows as JSON, drawn by the page.
fn data_table<R: ReportRow>(
    out: &mut dyn Write,
    id: &str,
    title: &str,
    table: &Table<R>,
    rows: impl IntoIterator<Item = R>,
    mask: &Mask,
) -> io::Result<()> {
    let columns: Vec<_> = table.shown().filter(|c| !c.sheet_only).collect();
    write!(
        out,
        "<section id=\"{id}\"><h2>{title}</h2><div data-table=\"{id}\" data-title=\"{title}\"><noscript>Tabel ini digambar oleh skrip di dalam halaman; aktifkan JavaScript, atau buka laporan Excel.</noscript></div>\n<script type=\"application/json\" id=\"data-{id}\">{{\"columns\":["
    )?;
    for (n, c) in columns.iter().enumerate() {
        if n > 0 {
            out.write_all(b",")?;
        }
        json(
            out,
            &serde_json::json!({
                "t": c.title,
                "r": is_figure(c.kind),
                "p": c.kind == Kind::Predikat,
                "f": matches!(&*c.key, "predikat" | "status" | "tingkat" | "kode" | "keadaan" | "unit_kerja"),
            }),
        )?;
    }
    out.write_all(b"],\"rows\":[")?;
    for (n, row) in rows.into_iter().enumerate() {
        if n > 0 {
            out.write_all(b",\n")?;
        }
        let mut cells: Vec<String> = columns.iter().map(|c| terminal::text(&c.value(&row), mask)).collect();
        if let (Some(first), depth @ 1..) = (cells.first_mut(), row.depth()) {
            first.insert_str(0, &"\u{2003}".repeat(depth.min(12)));
        }
        json(out, &cells)?;
    }
    out.write_all(b"]}</script></section>\n")
}

fn is_figure(kind: Kind) -> bool {
    matches!(kind, Kind::Figure | Kind::Count | Kind::Share | Kind::AsIs)
}

/// JSON inside a script element: no text of the data can end it.
fn json(out: &mut dyn Write, value: &impl serde::Serialize) -> io::Result<()> {
    let text = serde_json::to_string(value)?;
    out.write_all(text.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").as_bytes())
}

/// Text as HTML shows it.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_of_the_data_can_leave_its_place() {
        let mut out = Vec::new();
        json(&mut out, &["</script><script>alert(1)</script>"]).unwrap();
        assert!(!String::from_utf8(out).unwrap().contains('<'));
        assert_eq!(escape("<b title='x'>&"), "&lt;b title=&#39;x&#39;&gt;&amp;");
    }
}
