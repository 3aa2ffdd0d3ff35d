//! Which days an official form is of: PERIODE PENILAIAN, the triwulan that is left of its choices, or what its titles say.

use jiff::civil::Date;

use super::entry;
use crate::base::origin::Origin;
use crate::base::text::{fold, fold_words};
use crate::contract::{facet, unit_words};
use crate::input::Value;
use crate::model::Periode;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::penilaian::{NameOf, NamedPeriod, named_period};
use crate::model::assemble::rows::InputCell;
use crate::model::findings::{ChoiceLeft, ChoiceUnclear};
use crate::model::read::periode::{self, days_in, spanning};
use crate::model::read::unclear_part::is_unclear_part;
use crate::model::read::{choice, form_title, title};
use crate::table::form::{Entry, Formulir};
use crate::table::{DataTable, TableKind};

/// The semester, triwulan or month that a periodic form is for; the whole assessed period where it
/// covers that, or days that are no such part (the time in one post). Of a part of the year a form that reaches beyond
/// it is the year's, or of what its days are: never that part's (`aturan.md` 6).
pub(super) fn part_of(assessed: Periode, days: Option<(Date, Date)>) -> Periode {
    let Some((from, to)) = days else { return assessed };
    let part = spanning(from, to);
    if from >= assessed.start() && to <= assessed.end() {
        return part.unwrap_or(assessed);
    }
    match assessed {
        Periode::Tahun(_) => assessed,
        _ => part.unwrap_or(Periode::Tahun(assessed.tahun())),
    }
}

/// First and last day of PERIODE PENILAIAN, with its cell; where that says none, of the year in the titles, or of another
/// period than the one assessed that they name. What leaves its year open is of theirs.
pub(super) fn term<'a>(ctx: &Ctx<'a>, table: &DataTable, form: &'a Formulir) -> Option<(InputCell<'a>, (Date, Date))> {
    let year = || other_year(ctx, &of_titles(form)).map_or(ctx.periode.tahun(), Periode::tahun);
    let written = form.periode.as_ref().and_then(|periode| {
        let cell = entry(ctx, Some(periode), periode.at);
        let days = days_of(cell.value, None).or_else(|| days_of(cell.value, Some(year())));
        Some((cell, days?))
    });
    let first = Origin::new(table.sheet, table.header.0, table.cols.0);
    let titled = || Some((InputCell::absent(first), term_of_titles(ctx, form)?));
    let labelled = || of_labels(ctx, form).map(|(cell, p)| (cell, (p.start(), p.end())));
    let named = || {
        // One that ends with the period is the period's, as in a title; it may be the month in which the form was filed.
        let periode = by_name(ctx, table)?.periode;
        let other = periode.tahun() != ctx.periode.tahun() || periode.end() < ctx.periode.end();
        other.then_some((InputCell::absent(first), (periode.start(), periode.end())))
    };
    written.or_else(titled).or_else(labelled).or_else(named)
}

/// The period that the name of its sheet, file or folder says of an evaluation in which nothing does.
pub(in crate::model::assemble) fn by_name<'a>(ctx: &Ctx<'a>, table: &DataTable) -> Option<NamedPeriod<'a>> {
    let form = (table.formulir.as_deref()).filter(|_| table.jenis == TableKind::FormulirEvaluasi)?;
    let says = form.periode.is_some() || form.triwulan.is_some() || form.rated_for.is_some() || form.predikat_for.is_some();
    if says || !of_titles(form).is_empty() || titles(form).iter().any(|cells| title::names_part(&cells.join(" "))) {
        return None;
    }
    // A month may be whose name it is ("Mei Lestari"), or when something else was.
    let named =
        named_period(ctx, table, None).filter(|named| matches!(named.periode, Periode::Triwulan(..) | Periode::Semester(..)))?;
    let numbers = |name: &str| fold_words(name).split(' ').filter(|w| facet::nth(w).is_some()).count();
    match named.by {
        NameOf::File(name) | NameOf::Folder(name) if numbers(name) > 1 => None,
        _ => Some(named),
    }
}

/// The period that the labels of its ratings name.
fn of_labels<'a>(ctx: &Ctx<'a>, form: &'a Formulir) -> Option<(InputCell<'a>, Periode)> {
    let label = form.rated_for.as_ref().or(form.predikat_for.as_ref())?;
    Some((entry(ctx, Some(label), label.at), of_label(ctx, label)?))
}

/// Whether a label says no more than that its rating is of some period: `PREDIKAT KINERJA PERIODIK`.
pub(in crate::model::assemble) fn is_periodic(label: Value<'_>) -> bool {
    matches!(label, Value::Text(text) if fold(text).contains("periodik"))
}

/// The period that the label of a rating names; `None` where nobody can tell it.
pub(super) fn of_label(ctx: &Ctx<'_>, label: &Entry) -> Option<Periode> {
    periode::read_in(label.value(ctx.inputs), ctx.periode.tahun()).given()
}

/// Whether PERIODE PENILAIAN says its first and last day, and neither it nor a title a part of the year by its name.
pub(super) fn is_dated(ctx: &Ctx<'_>, form: &Formulir) -> bool {
    let written = form.periode.as_ref().map(|periode| periode.value(ctx.inputs));
    let dated = matches!(written, Some(Value::Text(t)) if days_in(t, Some(ctx.periode.tahun())).is_some());
    let whole = (ctx.periode.start(), ctx.periode.end());
    dated && of_title(ctx, titles(form).iter()).is_none_or(|part| part == whole)
}

/// The lines above the identity block, each cell apart.
fn titles(form: &Formulir) -> &[Vec<String>] {
    let is_block = |cell: &String| {
        let text = fold(cell);
        text.contains("dinilai")
            || text.contains("pejabatpenilai")
            || (text.starts_with("nama") && !unit_words::names_an_office(cell))
    };
    let end = form.titles.iter().position(|cells| cells.iter().any(is_block));
    &form.titles[..end.unwrap_or(form.titles.len())]
}

/// The titles from the last one on that names the form, with the office and the year straight above it, each with the line
/// before it: what stands further above may be the foot of another form, whose notes speak of years as well.
fn own_titles(form: &Formulir) -> Vec<(String, &Vec<String>)> {
    let all = titles(form);
    let before = std::iter::once(String::new()).chain(all.iter().map(|cells| cells.join(" ")));
    let mut lines: Vec<(String, &Vec<String>)> = before.zip(all).collect();
    let named = |cells: &Vec<String>| cells.iter().any(|cell| form_title::names_form(cell));
    let Some(name) = all.iter().rposition(named) else {
        return lines;
    };
    let heads = |(before, cells): &&(String, &Vec<String>)| {
        cells.first().is_some_and(|cell| unit_words::begins_an_office(cell)) || form_title::in_cell_of(before, cells).is_some()
    };
    let above = lines[..name].iter().rev().take_while(heads).count();
    lines.split_off(name - above)
}

/// No sentence that goes on behind its year.
fn ends_with_year(line: &str) -> bool {
    let words = fold_words(line);
    let last = words.rsplit(' ').next().unwrap_or("");
    words.starts_with("tahun ") || last.len() == 4 && last.bytes().all(|b| b.is_ascii_digit())
}

/// The part of the year that a title above the identity block names: "EVALUASI KINERJA PEGAWAI TRIWULAN II TAHUN 2025",
/// "BULAN: MEI".
fn of_title<'t>(ctx: &Ctx<'_>, titles: impl Iterator<Item = &'t Vec<String>>) -> Option<(Date, Date)> {
    titles
        .map(|cells| cells.join(" "))
        .filter(|line| title::names_part(line))
        .find_map(|line| title::in_line_of(&line, Some(ctx.periode.tahun())))
        .map(|p| (p.start(), p.end()))
}

/// The periods that the titles name with their year; those that call theirs the periode before all others.
pub(in crate::model::assemble) fn of_titles(form: &Formulir) -> Vec<Periode> {
    let (mut periode, mut others) = (Vec::new(), Vec::new());
    for (before, cells) in own_titles(form) {
        let line = cells.join(" ");
        let in_line = || {
            let tells = form_title::is_of_form(&before, &line) || title::names_part(&line);
            title::in_line(&line).filter(|_| tells)
        };
        if fold_words(&line).split(' ').any(|w| w == "periode") {
            periode.extend(in_line());
        } else {
            let whole = || form_title::in_cell_of(&before, cells);
            let of_office = || form_title::year_behind_office(&before, &line);
            let own = in_line().filter(|_| ends_with_year(&line) || form_title::names_form(&line));
            others.extend(own.or_else(whole).or_else(of_office));
        }
    }
    if periode.is_empty() { others } else { periode }
}

/// The last of these where none is of the year assessed.
fn other_year(ctx: &Ctx<'_>, named: &[Periode]) -> Option<Periode> {
    let asked = ctx.periode.tahun();
    named.last().copied().filter(|_| named.iter().all(|p| p.tahun() != asked))
}

/// The year that the titles name, where they name no part of it; with a part, or of several years, only what lies outside
/// the period assessed: whether the rest is the year's is told by [`evaluated`].
fn term_of_titles(ctx: &Ctx<'_>, form: &Formulir) -> Option<(Date, Date)> {
    let named = of_titles(form);
    let days = |p: Periode| (p.start(), p.end());
    if let Some(other) = other_year(ctx, &named) {
        return Some(days(other));
    }
    if titles(form).iter().any(|cells| title::names_part(&cells.join(" "))) {
        let outside = |(from, to): &(Date, Date)| *to < ctx.periode.start() || *from > ctx.periode.end();
        return of_title(ctx, own_titles(form).into_iter().map(|(_, cells)| cells)).filter(outside);
    }
    let first = *named.first()?;
    named.iter().all(|p| *p == first).then(|| days(first))
}

/// What a form says of its period where nobody can tell which part of the year is meant, or where that is none: `TW I-III`,
/// `JANUARI DAN FEBRUARI`, `SEMESTER GANJIL`. With its cell, where it is PERIODE PENILAIAN.
pub(super) fn unclear(ctx: &Ctx<'_>, form: &Formulir, dated: Option<(Date, Date)>) -> Option<(Option<Origin>, String)> {
    if let Some(periode) = &form.periode {
        let Value::Text(text) = periode.value(ctx.inputs) else {
            return None;
        };
        if days_of(Value::Text(text), Some(ctx.periode.tahun())).is_some() {
            return None;
        }
        if is_unclear_part(&format!("periode {text}")) {
            return Some((Some(periode.at), text.to_owned()));
        }
    }
    let lines: Vec<String> = own_titles(form).into_iter().map(|(_, cells)| cells.join(" ")).collect();
    let part = |line: &String| {
        let told = title::in_line_of(line, Some(ctx.periode.tahun()));
        told.is_some_and(|p| !matches!(p, Periode::Tahun(_)))
    };
    if lines.iter().any(part) {
        return None;
    }
    if let Some(line) = lines.into_iter().find(|line| is_unclear_part(line)) {
        return Some((None, line));
    }
    // "PREDIKAT KINERJA PERIODIK", where nothing says of which period.
    let label = form.rated_for.as_ref().or(form.predikat_for.as_ref())?;
    let open = of_label(ctx, label).is_none() && (dated.is_none() || !is_periodic(label.value(ctx.inputs)));
    open.then(|| (Some(label.at), label.value(ctx.inputs).written()))
}

/// The days that an evaluation is of: those of PERIODE PENILAIAN, or the triwulan that is left of "PERIODE: TRIWULAN
/// I/II/III/IV-AKHIR", or what its title says. An evaluation that ends with the period is the period's.
pub(super) fn evaluated<'a>(ctx: &mut Ctx<'a>, form: &'a Formulir, days: Option<(Date, Date)>) -> Option<(Date, Date)> {
    let whole = (ctx.periode.start(), ctx.periode.end());
    let (from, to) = days.unwrap_or(whole);
    let within = |part: (Date, Date)| Some(part).filter(|part| from <= part.0 && part.1 < to);
    let Some(written) = form.triwulan.as_ref() else {
        let of_label = || of_labels(ctx, form).and_then(|(_, p)| within((p.start(), p.end())));
        return of_title(ctx, titles(form).iter()).and_then(within).or_else(of_label).or(days);
    };
    let cell = entry(ctx, Some(written), written.at);
    let Value::Text(text) = cell.value else { return days };
    let strike = ctx.inputs.strike(cell.at);
    let left = match strike.map(|strike| choice::without_struck(strike, text)) {
        None => text.to_owned(),
        Some(Ok(left)) => left,
        Some(Err(word)) => {
            ctx.note(
                cell,
                ChoiceUnclear {
                    left: ChoiceLeft::Half(word),
                },
            );
            return days;
        }
    };
    let words = fold_words(&left);
    let quarters: Vec<&str> = words.split(' ').filter(|w| matches!(*w, "i" | "ii" | "iii" | "iv")).collect();
    if quarters.len() == 1 || (quarters.is_empty() && strike.is_none()) {
        // What is left of "I/II/III" are the strokes between them.
        let part = days_of(Value::Text(&words), Some(ctx.periode.tahun()));
        return part.and_then(within).or(days);
    }
    if strike.is_some() && !words.contains("akhir") {
        let left = match quarters.as_slice() {
            [] => ChoiceLeft::Nothing,
            several => ChoiceLeft::Several(several.iter().map(|q| q.to_uppercase()).collect()),
        };
        ctx.note(cell, ChoiceUnclear { left });
    }
    days
}

/// The days a period of a form covers: two dates, or a period by its name. What leaves the year open
/// is of the one given.
pub(in crate::model::assemble) fn days_of(value: Value<'_>, year: Option<i16>) -> Option<(Date, Date)> {
    let by_name = || {
        let read = match year {
            Some(year) => periode::read_in(value, year),
            None => periode::read(value),
        };
        read.given().map(|p| (p.start(), p.end()))
    };
    match value {
        Value::Text(t) => days_in(t, year)
            .or_else(by_name)
            .or_else(|| periode::months_in(t, year))
            .or_else(|| {
                let line = format!("periode {t}");
                let told = title::in_line(&line).filter(|_| !is_unclear_part(&line))?;
                Some((told.start(), told.end()))
            }),
        _ => by_name(),
    }
}
