//! The indicators of a row, with the row's realisasi and umpan balik.

use super::FormSheets;
use crate::base::few::Few;
use crate::base::ids::{IndikatorNo, RhkNo, short};
use crate::base::origin::Origin;
use crate::base::text::{is_blank, matches};
use crate::input::Value;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::indikator::target;
use crate::model::assemble::people::People;
use crate::model::assemble::plan_index::PlanIndex;
use crate::model::assemble::rows::{InputCell, Line};
use crate::model::assemble::{feedback, text_key};
use crate::model::findings::RealisasiDoubled;
use crate::model::read::measure;
use crate::model::read::number::{DecimalMark, FigureShape};
use crate::model::read::word::{self, WordRead};
use crate::model::skp::UmpanBalik;
use crate::model::vocab::{Aspek, Perspektif};
use crate::model::{
    Field, Indikator, IndikatorAim, IndikatorDetail, Periode, Realisasi, RealisasiDetail, RowField, State, Target, Text,
};
use crate::table::Key;
use crate::table::form_words::is_placeholder;

/// An indicator as a form writes it.
struct FormIndikator {
    text: Field<Text>,
    target: Field<Target>,
    perspektif: Field<Perspektif>,
}

/// The indicators of a row: one for each aspek that its headings name, else one of its own cells or those listed under the RHK.
/// `more`: how its text goes on below.
pub(super) fn indikator<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    rencana: &mut PlanIndex,
    form: &FormSheets,
    line: &Line<'a, '_>,
    rhk: RhkNo,
    (items, more): (&[Text], &str),
) {
    let table_rows = line.table_rows();
    let by_heading = table_rows.aspek_by_heading();
    let mut all: Vec<(Option<Aspek>, Vec<Line<'a, '_>>)> = Vec::new();
    for slice in table_rows.readings() {
        let row = line.reading(slice);
        let blank = |key: Key| filled(row.cell(key)).value.is_blank();
        // An aspek that the row leaves blank is none of its indicators.
        if by_heading && blank(Key::Target) && blank(Key::Realisasi) {
            continue;
        }
        let aspek = by_heading.then(|| Ctx::word_silent(row.cell(Key::Aspek))).flatten();
        match all.iter_mut().find(|(known, _)| *known == aspek) {
            Some((_, rows)) => rows.push(row),
            None => all.push((aspek, vec![row])),
        }
    }
    if all.is_empty() {
        all.push((None, vec![*line]));
    }
    for (_, rows) in all {
        of_readings(ctx, people, rencana, form, &rows, rhk, (items, more));
    }
}

/// The indicators that these readings of a row are of, with the realisasi of each.
fn of_readings<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    rencana: &mut PlanIndex,
    form: &FormSheets,
    rows: &[Line<'a, '_>],
    rhk: RhkNo,
    (items, more): (&[Text], &str),
) {
    let Some(line) = rows.first() else { return };
    let aspek = ctx.word(line.cell(Key::Aspek));
    let mut text = ctx.lines(filled(line.cell(Key::Indikator)));
    if let (Some(written), false) = (text.get(), more.is_empty()) {
        text = Field::given(ctx.share(&format!("{written} {more}")), text.at);
    }
    let target_cell = filled(line.cell(Key::Target));
    let target = target(ctx, target_cell, line.mark(target_cell), None);
    let perspektif: Field<Perspektif> = ctx.word(line.cell(Key::Perspektif));
    let at = text.at.in_row(line.number());
    let unit = target.get().and_then(|t| t.satuan.clone());
    let listed: Vec<FormIndikator> = items
        .iter()
        .map(|item| listed(ctx, item, line.cell(Key::Rhk).at, &perspektif))
        .collect();
    let realisasi = realisasi(ctx, form, rows, unit.as_deref());
    let open = realisasi.iter().all(|(_, r)| r.nilai.is_empty());
    let said = !text.is_empty() || !target.is_empty();
    if !said && listed.is_empty() && open {
        return;
    }
    let own = if said {
        Some(FormIndikator {
            text,
            target,
            perspektif,
        })
    } else {
        // A realisasi without an indicator is one of an indicator that nobody has written.
        listed.is_empty().then(|| FormIndikator {
            text: Field::empty(at),
            target: Field::empty(at),
            perspektif,
        })
    };
    for written in own.into_iter().chain(listed) {
        let list = &mut people.get(form.id).rhk[rhk].indikator;
        let i = known(list, form, at, &aspek, &written.text).unwrap_or_else(|| {
            let new = new(ctx, list, at, &aspek, written);
            rencana.add_indikator((form.id, rhk, aspek.get().copied(), new.no), IndikatorNo::at(list.len()));
            list.push(new);
            list.len() - 1
        });
        for (cell, r) in &realisasi {
            add_realisasi(ctx, &mut list[i], r, *cell);
        }
    }
}

/// An item of a list under an RHK: indicator and target stand in one phrase there, and that is right in a qualitative SKP.
fn listed(ctx: &mut Ctx<'_>, item: &str, at: Origin, of_row: &Field<Perspektif>) -> FormIndikator {
    let (text, named) = with_perspektif(item);
    let text = ctx.share(text);
    let target = Target {
        written: text.clone(),
        nilai: None,
        satuan: None,
    };
    FormIndikator {
        text: Field::given(text, at),
        target: Field::given(target, at),
        perspektif: named.map_or_else(|| of_row.clone(), |p| Field::given(p, at)),
    }
}

/// An indicator of a qualitative list without "(Perspektif …)" behind it, and that perspektif.
fn with_perspektif(item: &str) -> (&str, Option<Perspektif>) {
    let trimmed = item.trim_end_matches(['.', ';', ' ']);
    let behind = trimmed.strip_suffix(')').and_then(|t| t.rsplit_once('('));
    match behind {
        Some((before, inside)) if !is_blank(before) => {
            let name = inside.trim();
            let name = name
                .get(.."perspektif".len())
                .filter(|w| w.eq_ignore_ascii_case("perspektif"))
                .map_or(name, |w| name[w.len()..].trim_start_matches([' ', ':']));
            match word::read(Value::Text(name)) {
                WordRead::Given(p) => (before.trim_end(), Some(p)),
                _ => (item, None),
            }
        }
        _ => (item, None),
    }
}

/// The same indicator as another form gave it; in one form equal lines are two lines.
fn known(list: &[Indikator], form: &FormSheets, at: Origin, aspek: &Field<Aspek>, text: &Field<Text>) -> Option<usize> {
    let same = |i: &Indikator| {
        i.aspek.state == aspek.state
            && match (i.indikator.as_ref(), text.get()) {
                (Some(a), Some(b)) => text_key(a) == text_key(b),
                (a, b) => a.is_none() && b.is_none(),
            }
    };
    list.iter()
        .position(|i| (i.at.sheet() != at.sheet() || i.at.row() < form.top) && same(i))
}

/// A new indicator behind those of the list.
fn new(ctx: &mut Ctx<'_>, list: &[Indikator], at: Origin, aspek: &Field<Aspek>, written: FormIndikator) -> Indikator {
    // A number within the aspek; past any real form only unique, so that counting stays cheap.
    let no = if list.len() < 100 {
        list.iter().filter(|i| i.aspek.state == aspek.state).count()
    } else {
        list.len()
    };
    let FormIndikator {
        text,
        target,
        perspektif,
    } = written;
    let satuan = target.get().and_then(|t| t.satuan.clone());
    let satuan = satuan.map_or_else(|| Field::empty(target.at), |s| Field::given(s, target.at));
    Indikator {
        at,
        indikator: text.get().cloned(),
        aim: ctx.kept.aim.share(IndikatorAim {
            aspek: aspek.clone().in_row(at),
            no: short(no + 1),
            doubled: false,
            satuan: satuan.in_row(at),
            target: target.in_row(at),
        }),
        detail: ctx.kept.indikator.share(IndikatorDetail {
            arah: RowField::empty(at),
            target_maksimal: RowField::empty(at),
            akumulasi: RowField::empty(at),
            bobot: RowField::empty(at),
            kelompok: RowField::empty(at),
            perspektif: perspektif.in_row(at),
            tanggal_penetapan: RowField::empty(at),
            batas_waktu: RowField::empty(at),
        }),
        realisasi: Few::new(),
    }
}

/// Adds a realisasi, unless the same form says it once more.
fn add_realisasi<'a>(ctx: &mut Ctx<'a>, indikator: &mut Indikator, realisasi: &Realisasi, cell: InputCell<'a>) {
    let list = &mut indikator.realisasi;
    let before = list.iter().find(|known| known.periode() == realisasi.periode());
    let first = match before {
        Some(known) if repeats(known, realisasi) => return,
        known => known.map(|known| known.at),
    };
    list.push(realisasi.clone());
    if let Some(first) = first {
        ctx.note(cell, RealisasiDoubled { first });
    }
}

/// Two forms say one realisasi: in the same words, or the same figure, with its unit or without.
fn repeats(known: &Realisasi, other: &Realisasi) -> bool {
    let figure = |r: &Realisasi| r.nilai.get().copied().flatten();
    let one_unit = || measure::may_be_one(known.satuan.as_deref(), other.satuan.as_deref());
    let one_figure = || figure(known).is_some_and(|known| figure(other) == Some(known)) && one_unit();
    matches(&known.written, &other.written) || one_figure()
}

/// A cell in which nobody has filled in anything is empty.
fn filled(cell: InputCell<'_>) -> InputCell<'_> {
    match cell.value {
        Value::Text(t) if is_placeholder(t) => InputCell {
            value: Value::Empty,
            text_no: None,
            ..cell
        },
        _ => cell,
    }
}

/// The realisasi that these readings of a row say, each with its cell; none in a planning form. Where all of them are open, one
/// of these: there it is to be filled in.
fn realisasi<'a>(
    ctx: &mut Ctx<'a>,
    form: &FormSheets,
    rows: &[Line<'a, '_>],
    unit: Option<&str>,
) -> Vec<(InputCell<'a>, Realisasi)> {
    let mut found = Vec::new();
    let mut open = None;
    for row in rows.iter().filter(|row| row.says_itself(Key::Realisasi)) {
        let cell = filled(row.cell(Key::Realisasi));
        let Some(periode) = periode_of(ctx, form, row).filter(|_| !cell.absent) else {
            continue;
        };
        if !cell.value.is_blank() {
            found.push((cell, attained(ctx, cell, row.mark(cell), unit, periode)));
        } else if open.is_none() {
            open = Some((cell, attained(ctx, cell, None, unit, form.periode)));
        }
    }
    if found.is_empty() {
        found.extend(open);
    }
    found
}

/// What a cell says that was attained in a period.
fn attained<'a>(
    ctx: &mut Ctx<'a>,
    cell: InputCell<'a>,
    mark: Option<DecimalMark>,
    unit: Option<&str>,
    periode: Periode,
) -> Realisasi {
    let figure = ctx.figure_of(cell, mark, unit);
    let (nilai, satuan) = match figure.state {
        State::Empty => (State::Empty, None),
        State::Faulty => (State::Faulty, None),
        State::Given(Some((FigureShape::Single(d), unit))) => (State::Given(Some(d)), unit),
        State::Given(_) => (State::Given(None), None),
    };
    let detail = RealisasiDetail {
        nilai,
        written: ctx.as_written(cell),
        doubled: false,
        periode,
        periode_cell: RowField::empty(cell.at),
        satuan,
        bukti: RowField::empty(cell.at),
    };
    Realisasi {
        at: cell.at,
        detail: ctx.kept.realisasi.share(detail),
    }
}

/// The period that a reading of a row is of: that of its heading, or of the form, which may be of a part of it ("REALISASI
/// 2025" in a semester's form). None where the heading names another year than the one assessed, or
/// nobody can tell the form's period.
fn periode_of<'a>(ctx: &mut Ctx<'a>, form: &FormSheets, row: &Line<'a, '_>) -> Option<Periode> {
    if form.unclear {
        return None;
    }
    if !row.is_periodic() {
        return Some(form.periode);
    }
    let named = ctx.period(row.period_cell()).get().copied()?;
    ctx.years.insert(named.tahun());
    let of_form = form.dated && form.periode.within(named);
    (named.tahun() == ctx.periode.tahun()).then_some(if of_form { form.periode } else { named })
}

pub(super) fn umpan_balik<'a>(ctx: &mut Ctx<'a>, people: &mut People, form: &FormSheets, line: &Line<'a, '_>, rhk: RhkNo) {
    let mut found: Vec<UmpanBalik> = Vec::new();
    let mut open = None;
    for slice in line.table_rows().readings() {
        let row = line.reading(slice);
        if !row.has(Key::UmpanBalik) || !row.says_itself(Key::UmpanBalik) || row.cell(Key::UmpanBalik).absent {
            continue;
        }
        let Some(periode) = periode_of(ctx, form, &row) else {
            continue;
        };
        let content = feedback::of_row(ctx, &row);
        if content.is_empty() {
            open.get_or_insert(UmpanBalik {
                periode: form.periode,
                content,
            });
        } else {
            found.push(UmpanBalik { periode, content });
        }
    }
    if found.is_empty() {
        found.extend(open);
    }
    let list = &mut people.get(form.id).rhk[rhk].umpan_balik;
    for said in found {
        // An open cell is kept once: there it is to be filled in.
        let known = |u: &UmpanBalik| u.periode == said.periode && u.content.state == said.content.state;
        if !list.iter().any(known) {
            list.push(said);
        }
    }
}
