//! The rows of a form: which RHK each is of, and the list of indicators that may stand under it.

use thin_vec::ThinVec;

use super::indikator::{indikator, umpan_balik};
use super::{FormSheets, continued};
use crate::base::few::Few;
use crate::base::ids::{PostingNo, RhkNo};
use crate::base::origin::Origin;
use crate::base::text::{fold, is_blank};
use crate::input::Value;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::people::People;
use crate::model::assemble::plan_index::PlanIndex;
use crate::model::assemble::rows::{InputCell, Line, TableRows};
use crate::model::assemble::text_key;
use crate::model::vocab::JenisRhk;
use crate::model::{Field, RencanaHasilKerja, RhkDetail, RowField, State, Text};
use crate::table::form::split_qualitative;
use crate::table::form_words::is_placeholder;
use crate::table::{Key, Section};

pub(super) fn rows<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    rencana: &mut PlanIndex,
    table_rows: &TableRows<'a>,
    form: &mut FormSheets,
) {
    let mut above: Option<RhkAbove> = None;
    let lines: Vec<Line<'a, '_>> = table_rows.rows().collect();
    // Rows that say no more than how the RHK, or the indicator, above them goes on.
    let mut listed = 0;
    let mut list_open = false;
    let mut continued_to = 0;
    for (i, line) in lines.iter().enumerate() {
        ctx.kode = None;
        if listed > 0 {
            listed -= 1;
            continue;
        }
        let cell = line.cell(Key::Rhk);
        let written = ctx.lines(cell).get().cloned().unwrap_or_else(|| ctx.no_text());
        let number = line.cell(Key::No).value.written();
        let (text, mut items) = match split_qualitative(&written) {
            Some((text, items)) => (
                text.trim_end_matches([':', '\n']).trim(),
                items.into_iter().map(Text::from).collect(),
            ),
            // An item with what was attained beside it.
            None if list_open && is_blank(&number) && is_item(&written) => ("", vec![item(&written).into()]),
            None => (&*written, Vec::new()),
        };
        let mut text = ctx.share(without_assignment(text));
        let below = items_below(&lines[i + 1..]);
        listed = below.len();
        list_open = !(items.is_empty() && below.is_empty());
        items.extend(below.into_iter().flatten());
        let continues =
            i < continued_to || text.is_empty() || above.as_ref().is_some_and(|a| a.goes_on(line, cell.at, &text, &number));
        let rhk = match (continues, &above) {
            (true, Some(above)) => above.rhk,
            (true, None) => continue,
            (false, _) => {
                let rest = continued::below(&lines[i..], &number, &text);
                continued_to = i + 1 + rest.len();
                let more: Vec<&str> = rest.iter().filter_map(|row| row.rhk).collect();
                if !more.is_empty() {
                    text = ctx.share(&format!("{text} {}", more.join(" ")));
                }
                let of_pimpinan: Vec<&str> = rest.iter().filter_map(|row| row.pimpinan).collect();
                let rhk = rhk_of(ctx, people, rencana, form, line, (&text, &of_pimpinan.join(" ")), cell.at);
                above = Some(RhkAbove {
                    rhk,
                    at: cell.at,
                    section: line.section,
                    key: text_key(&text),
                    number: number.trim().into(),
                });
                rhk
            }
        };
        ctx.kode = Some(people.get(form.id).rhk[rhk].kode.clone());
        let more = continued::indicator_below(&lines[i + 1..], line);
        listed += more.len();
        indikator(ctx, people, rencana, form, line, rhk, (&items, &more.join(" ")));
        umpan_balik(ctx, people, form, line, rhk);
    }
}

/// The RHK that the rows above are of.
struct RhkAbove {
    rhk: RhkNo,
    at: Origin,
    section: Option<Section>,
    key: Text,
    number: Box<str>,
}

impl RhkAbove {
    /// The row is one more of it: under its merged cell, or with its text and number copied down.
    fn goes_on(&self, line: &Line<'_, '_>, at: Origin, text: &Text, number: &str) -> bool {
        let number = number.trim();
        let copied =
            || (number.is_empty() || *number == *self.number) && self.section == line.section && text_key(text) == self.key;
        self.at == at || copied()
    }
}

/// The rows below an RHK that list its indicators, each with what it adds: "Ukuran keberhasilan / Indikator Kinerja Individu,
/// dan Target:" and a row for every item, none of which has a number or says anything else.
fn items_below(lines: &[Line<'_, '_>]) -> Vec<Vec<Text>> {
    let mut found: Vec<Vec<Text>> = Vec::new();
    for line in lines {
        let readings = || line.table_rows().readings().map(|slice| line.reading(slice));
        let says = |key: Key| line.has(key) && readings().any(|row| !row.cell(key).value.is_blank());
        let Value::Text(written) = line.cell(Key::Rhk).value else {
            break;
        };
        if [Key::No, Key::Realisasi, Key::UmpanBalik, Key::Indikator, Key::Target]
            .into_iter()
            .any(says)
        {
            break;
        }
        match split_qualitative(written) {
            Some((before, items)) if is_blank(before) => found.push(items.into_iter().map(Text::from).collect()),
            None if !found.is_empty() && (line.has(Key::No) || is_item(written)) => found.push(vec![item(written).into()]),
            _ => break,
        }
    }
    found
}

/// It begins as an item of a list does.
fn is_item(text: &str) -> bool {
    text.trim_start().starts_with(['-', '•', '–', '·', '*'])
}

/// An item without the mark before it.
fn item(text: &str) -> &str {
    text.trim().trim_start_matches(['-', '•', '–', '·', '*']).trim()
}

/// The RHK of a row: that of the person's other form with the same text, or a new one.
fn rhk_of<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    rencana: &mut PlanIndex,
    form: &mut FormSheets,
    line: &Line<'a, '_>,
    (text, of_pimpinan): (&Text, &str),
    at: Origin,
) -> RhkNo {
    let jenis = match line.section {
        Some(Section::Tambahan) => JenisRhk::Tambahan,
        Some(Section::Utama) | None => JenisRhk::Utama,
    };
    if let Some(&i) = form.already.get(&(jenis, text_key(text))) {
        return i;
    }
    let (count, prefix) = match jenis {
        JenisRhk::Utama => (&mut form.utama, ""),
        JenisRhk::Tambahan => (&mut form.tambahan, "T"),
    };
    *count += 1;
    let running = *count;
    let written = line.cell(Key::No).value.written();
    let number = written.trim().trim_end_matches(['.', ')']);
    let is_number = !number.is_empty() && number.len() <= 4 && number.bytes().all(|b| b.is_ascii_digit());
    let mut kode = if is_number {
        ctx.share(&format!("{prefix}{number}"))
    } else {
        ctx.share(&format!("{prefix}{running}"))
    };
    let mut next = running;
    while rencana.in_posting(form.id, ctx.key(&kode), form.posting).is_some() {
        next += 1;
        kode = ctx.share(&format!("{prefix}{next}"));
    }
    let above = intervened(ctx, line.cell(Key::KodeRhkAtasan), of_pimpinan);
    let rhk = RencanaHasilKerja {
        at,
        kode: kode.clone(),
        rhk: text.clone(),
        kode_atasan: above.get().cloned(),
        detail: ctx.kept.rhk.share(RhkDetail {
            nip_pemberi_tugas: RowField::empty(at),
            method: RowField::empty(at),
            lingkup: RowField::empty(at),
            nomor_sk: RowField::empty(at),
            mulai: RowField::empty(at),
            rhk_cell: RowField::empty(at),
            jenis_cell: RowField::empty(at),
            kode_atasan_cell: above.place().in_row(at),
        }),
        indikator: Vec::new(),
        tautan: Few::new(),
        umpan_balik: ThinVec::new(),
        posting_no: form.posting.map(PostingNo::at),
        jenis: State::Given(jenis),
        tautan_text: true,
        doubled: false,
    };
    let key = ctx.key(&kode);
    let list = &mut people.get(form.id).rhk;
    let i = RhkNo::at(list.len());
    list.push(rhk);
    rencana.add_rhk(form.id, key, form.posting, i);
    i
}

/// An RHK without "(penugasan dari …)" behind it: who assigned it is no part of its text.
fn without_assignment(text: &str) -> &str {
    let text = text.trim_end_matches(['.', ' ', '\n']);
    match text.strip_suffix(')').and_then(|t| t.rsplit_once('(')) {
        Some((before, inside)) if fold(inside).starts_with("penugasandari") && !is_blank(before) => before.trim_end(),
        _ => text,
    }
}

/// The text of the intervened RHK, without the atasan's indicator that forms print behind it; none
/// where nobody has written one. `more`: how it goes on in the rows below.
fn intervened<'a>(ctx: &mut Ctx<'a>, cell: InputCell<'a>, more: &str) -> Field<Text> {
    let field = ctx.lines(cell);
    let Some(written) = field.get() else { return field };
    let text = match split_qualitative(written) {
        Some((text, _)) => text,
        None => written,
    };
    let is_indicator = |line: &str| matches!(fold(line), f if f.starts_with("indikator") || f.starts_with("iki"));
    let end = text
        .match_indices('\n')
        .map(|(i, _)| i)
        .find(|&i| is_indicator(text[i..].trim_start().lines().next().unwrap_or("")));
    let text = &text[..end.unwrap_or(text.len())];
    let text = without_assignment(text.trim_end_matches([':', ';', '\n', ' ']));
    if is_placeholder(text) {
        return Field::empty(cell.at);
    }
    let text = if more.is_empty() {
        ctx.share(text)
    } else {
        ctx.share(&format!("{text} {more}"))
    };
    Field::given(text, cell.at)
}
