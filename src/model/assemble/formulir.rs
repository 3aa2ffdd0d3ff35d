//! Official one-person forms: the person, the post, the RHK with their indicators, and in an
//! evaluation the realisasi, umpan balik, perilaku and ratings (`masukan.md` section 4).
//!
//! A form has no codes: an RHK is called by its number (tambahan with a `T` before it), and its link is
//! the text of the intervened RHK. The planning and the evaluation form of one person join by the
//! texts of RHK and indicators.

use hashbrown::{HashMap, HashSet};
use smallvec::SmallVec;
use thin_vec::ThinVec;

use jiff::civil::Date;

use super::ctx::Ctx;
use super::feedback;
use super::form_period::{evaluated, part_of, term};
use super::indikator::target;
use super::people::People;
use super::plan_index::PlanIndex;
use super::rows::{InputCell, Line, TableRows};
use super::skp::{last_posting, posting_at};
use crate::base::ids::{IndikatorNo, PegawaiId, RhkNo, short};
use crate::base::origin::Origin;
use crate::base::text::{fold, is_blank};
use crate::input::Value;
use crate::model::findings::{CurveUnlike, FormUnnamed, RealisasiDoubled, RealisasiOtherYear, UnitDoubled};
use crate::model::read::number::FigureShape;
use crate::model::read::periode::spanning;
use crate::model::read::word::{self, WordRead};
use crate::model::skp::UmpanBalik;
use crate::model::vocab::{AspekPerilaku, JenisJabatan, JenisRhk, Perspektif, PredikatOrganisasi, StatusPegawai, Word};
use crate::model::{
    Field, Indikator, IndikatorAim, IndikatorDetail, NamedPenilai, NilaiPerilaku, Penilaian, PerilakuDetail, Periode, Posting,
    PostingDetail, Realisasi, RealisasiDetail, RencanaHasilKerja, RhkDetail, RowField, Source, State, Target, Text, Unit,
};
use crate::table::form::{Entry, Formulir, split_qualitative};
use crate::table::form_words::is_placeholder;
use crate::table::{Key, Section, TableKind};

/// The form being read.
#[derive(Debug)]
struct FormSheets {
    id: PegawaiId,
    posting: Option<usize>,
    /// How many RHK utama and tambahan the form has so far.
    utama: u32,
    tambahan: u32,
    /// RHK the person had before this form in the same posting, by kind and text: those of another
    /// form of theirs.
    already: HashMap<(JenisRhk, Text), RhkNo>,
    /// What its realisasi and umpan balik are for: the part of the assessed period that the form covers.
    periode: Periode,
    /// Where the form begins: what stands above it in the sheet is another form's.
    top: u32,
}

/// What goes over from form to form.
#[derive(Debug, Default)]
pub(super) struct Forms {
    /// Cells of the marks of perilaku that came from forms.
    marks: HashSet<Origin>,
    /// What forms say of units: the penilai's unit, the person's own, the predikat.
    organisations: Vec<(Text, Text, Field<PredikatOrganisasi>)>,
}

/// Reads all forms: planning before evaluation, and those in the order of their periods, so that of
/// several the last one stands.
pub(super) fn read_all<'a>(ctx: &mut Ctx<'a>, people: &mut People, rencana: &mut PlanIndex, all: &[TableRows<'a>]) -> Forms {
    let mut forms = Forms::default();
    let mut order: Vec<(TableKind, Option<Date>, usize)> = Vec::new();
    for (i, table_rows) in all.iter().enumerate() {
        let jenis = table_rows.table.jenis;
        if let (TableKind::FormulirSkp | TableKind::FormulirEvaluasi, Some(form)) = (jenis, table_rows.table.formulir.as_deref())
        {
            order.push((jenis, term(ctx, form).map(|(_, (_, to))| to), i));
        }
    }
    order.sort_unstable();
    for (_, _, i) in order {
        read(ctx, people, rencana, &mut forms, &all[i], i);
    }
    forms
}

impl Forms {
    /// CAPAIAN KINERJA ORGANISASI becomes the predikat of the unit that the penilai leads (PermenPANRB
    /// 6/2022 p. 94 g), or of the person's own where nobody of the data works in that one. A table
    /// `unit` that says it already stands.
    pub fn settle(self, ctx: &mut Ctx<'_>, people: &People, units: &mut Vec<Unit>, seen: &mut HashMap<Text, usize>) {
        let mut staffed: HashSet<Text> = HashSet::new();
        if !self.organisations.is_empty() {
            staffed.extend(
                people
                    .all
                    .iter()
                    .flat_map(|p| &p.posting)
                    .map(|p| super::unit_key(&p.unit_kerja)),
            );
        }
        for (of_penilai, own, predikat) in self.organisations {
            let name = if staffed.contains(&super::unit_key(&of_penilai)) {
                of_penilai
            } else {
                own
            };
            if name.is_empty() {
                continue;
            }
            let at = predikat.at;
            let i = *seen.entry(super::unit_key(&name)).or_insert_with(|| {
                units.push(Unit {
                    at,
                    unit_kerja: name,
                    unit_induk: None,
                    nip_pimpinan: Field::empty(at),
                    predikat_organisasi: Field::empty(at),
                    capaian: Field::empty(at),
                    tahun_predikat: Field::empty(at),
                });
                units.len() - 1
            });
            let first = &mut units[i];
            if first.predikat_organisasi.is_empty() {
                first.predikat_organisasi = predikat;
            } else if first.predikat_organisasi.state != predikat.state {
                let first = first.predikat_organisasi.at;
                ctx.nip = None;
                ctx.kode = None;
                let value = ctx.inputs.value(at);
                ctx.note(
                    InputCell {
                        value,
                        at,
                        absent: false,
                    },
                    UnitDoubled { first },
                );
            }
        }
    }
}

fn read<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    rencana: &mut PlanIndex,
    forms: &mut Forms,
    table_rows: &TableRows<'a>,
    table: usize,
) {
    let Some(form) = table_rows.table.formulir.as_deref() else {
        return;
    };
    ctx.nip = None;
    ctx.kode = None;
    let first = Origin::new(table_rows.table.sheet, table_rows.table.header.0, table_rows.table.cols.0);
    let term = term(ctx, form);
    if let Some((cell, (from, to))) = term
        && (to < ctx.periode.start() || from > ctx.periode.end())
    {
        let assessed = ctx.periode;
        let rows = table_rows.table.rows.len();
        ctx.note_expecting(cell, RealisasiOtherYear { rows, year: None }, format!("periode {assessed}"));
        return;
    }
    let nip = entry(ctx, form.pegawai.nip.as_ref(), first);
    let nama = entry(ctx, form.pegawai.nama.as_ref(), first);
    let unnamed: Vec<&'static str> = [(nip, "NIP"), (nama, "nama")]
        .into_iter()
        .filter(|(cell, _)| cell.absent)
        .map(|(_, what)| what)
        .collect();
    if !unnamed.is_empty() {
        ctx.note(
            InputCell { absent: false, ..nip },
            FormUnnamed {
                what: unnamed.join(" dan "),
            },
        );
    }
    let Some(id) = people.of_form(ctx, nip, nama, table) else {
        return;
    };
    let days = term.map(|(cell, days)| (cell.at, days));
    let evaluated = evaluated(ctx, form, table_rows.table, days.map(|(_, d)| d));
    if people.get(id).source == Source::Formulir {
        add_posting(ctx, people, id, form, table_rows, nip.at, days);
    } else {
        // Where a table says who the atasan is, the form may say another.
        let penilai = ctx.other_nip(entry(ctx, form.penilai.nip.as_ref(), first));
        if let Some(nip) = penilai.get() {
            people.get(id).penilai.push(NamedPenilai {
                nip: nip.clone(),
                at: penilai.at,
                hari: days.map(|(_, (_, to))| to),
                plt: false,
            });
        }
    }
    let pegawai = people.get(id);
    let posting = days
        .and_then(|(_, (from, _))| posting_at(ctx, pegawai, from.max(ctx.periode.start())))
        .or_else(|| last_posting(pegawai));
    let mut already = HashMap::new();
    for (i, r) in RhkNo::each(&pegawai.rhk).filter(|(_, r)| r.posting == posting) {
        if let Some(&jenis) = r.jenis.get() {
            already.entry((jenis, super::text_key(&r.rhk))).or_insert(i);
        }
    }
    let mut sheets = FormSheets {
        id,
        posting,
        utama: 0,
        tambahan: 0,
        already,
        periode: part_of(ctx.periode, evaluated),
        top: table_rows.table.header.0,
    };
    rows(ctx, people, rencana, table_rows, &mut sheets);
    if table_rows.table.jenis == TableKind::FormulirEvaluasi {
        ctx.kode = None;
        evaluasi(ctx, people, id, forms, form, first, evaluated);
        let own = ctx.shown(entry(ctx, form.pegawai.unit_kerja.as_ref(), first));
        let of_penilai = ctx.shown(entry(ctx, form.penilai.unit_kerja.as_ref(), first));
        let predikat = organisasi(ctx, form, first);
        if predikat.get().is_some() {
            forms.organisations.push((of_penilai, own, predikat));
        }
    }
}

/// What is filled in, as a cell; where nothing is, an empty one at `first`.
pub(super) fn entry<'a>(ctx: &Ctx<'a>, entry: Option<&'a Entry>, first: Origin) -> InputCell<'a> {
    match entry {
        Some(i) => InputCell {
            value: i.value(ctx.inputs),
            at: i.at,
            absent: false,
        },
        None => InputCell {
            value: Value::Empty,
            at: first,
            absent: true,
        },
    }
}

/// CAPAIAN KINERJA ORGANISASI; where it stands open, what the heading of the curve says.
fn organisasi<'a>(ctx: &mut Ctx<'a>, form: &'a Formulir, first: Origin) -> Field<PredikatOrganisasi> {
    let typed = ctx.rating::<PredikatOrganisasi>(entry(ctx, form.organisasi.as_ref(), first));
    let Some(curve) = &form.curve else { return typed };
    let cell = entry(ctx, Some(curve), first);
    let of_curve = Ctx::word_silent::<PredikatOrganisasi>(cell);
    match (&typed.state, of_curve) {
        (State::Empty, Some(predikat)) => Field::given(predikat, cell.at),
        (State::Given(typed_word), Some(predikat)) if *typed_word != predikat => {
            ctx.note(
                cell,
                CurveUnlike {
                    typed: typed.at,
                    says: typed_word.as_str(),
                },
            );
            typed
        }
        _ => typed,
    }
}

/// The post the form is for. A second form of the same post adds nothing.
fn add_posting<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    id: PegawaiId,
    form: &'a Formulir,
    table_rows: &TableRows<'a>,
    at: Origin,
    days: Option<(Origin, (Date, Date))>,
) {
    let first = Origin::new(table_rows.table.sheet, table_rows.table.header.0, table_rows.table.cols.0);
    let cell = |i: Option<&'a Entry>, ctx: &Ctx<'a>| entry(ctx, i, first);
    let jabatan = cell(form.pegawai.jabatan.as_ref(), ctx);
    let unit = cell(form.pegawai.unit_kerja.as_ref(), ctx);
    let pangkat = cell(form.pegawai.pangkat.as_ref(), ctx);
    let (nip_atasan, nama_atasan) = (cell(form.penilai.nip.as_ref(), ctx), cell(form.penilai.nama.as_ref(), ctx));
    let (jabatan, unit_kerja) = (ctx.shown(jabatan), ctx.shown(unit));
    let (start, end) = (ctx.periode.start(), ctx.periode.end());
    let mulai = days
        .filter(|(_, (from, _))| *from > start)
        .map_or_else(|| Field::empty(at), |(at, (from, _))| Field::given(from, at));
    let selesai = days
        .filter(|(_, (_, to))| *to < end)
        .map_or_else(|| Field::empty(at), |(at, (_, to))| Field::given(to, at));
    let key = (super::unit_key(&unit_kerja), super::unit_key(&jabatan));
    let same_post = |p: &Posting| (super::unit_key(&p.unit_kerja), super::unit_key(&p.jabatan)) == key;
    let list = &mut people.get(id).posting;
    if list
        .iter()
        .any(|p| same_post(p) && p.mulai.state == mulai.state && p.selesai.state == selesai.state)
    {
        return;
    }
    // Periodic forms of one post are one posting: from the first day of any to the last of any.
    let periodic = days.is_some_and(|(_, (from, to))| spanning(from, to).is_some());
    if periodic && let Some(known) = list.iter_mut().find(|p| same_post(p)) {
        if mulai.get().copied().unwrap_or(start) < known.mulai.get().copied().unwrap_or(start) {
            known.mulai = mulai;
        }
        if selesai.get().copied().unwrap_or(end) > known.selesai.get().copied().unwrap_or(end) {
            known.selesai = selesai;
        }
        return;
    }
    // The form with PERSPEKTIF and without an intervened RHK is that of JPT and pimpinan unit kerja
    // mandiri, who are all rated alike; no other form tells the kind of post.
    let perspektif = table_rows.has(Key::Perspektif) || lists_perspektif(table_rows);
    let jpt = perspektif && !table_rows.has(Key::KodeRhkAtasan);
    let posting = Posting {
        at,
        jabatan,
        jenis_jabatan: if jpt {
            Field::given(JenisJabatan::JptPratama, at)
        } else {
            Field::empty(at)
        },
        unit_kerja,
        nip_atasan: ctx.other_nip(nip_atasan),
        detail: {
            let detail = PostingDetail {
                unit_induk: None,
                nama_atasan: ctx.optional(nama_atasan),
                jenis_pegawai: ctx.no_text(),
                golongan: ctx.shown(pangkat),
                jenjang: RowField::empty(at),
                kepemimpinan: RowField::empty(at),
                ide_baru: RowField::empty(at),
                rekomendasi_ide: RowField::empty(at),
                status: match &form.tugas_belajar {
                    Some(title) => Field::given(StatusPegawai::TugasBelajar, title.at).in_row(at),
                    None => RowField::empty(at),
                },
            };
            ctx.kept.posting.share(detail)
        },
        mulai,
        selesai,
        plt: false,
        away: None,
    };
    let list = &mut people.get(id).posting;
    // In order of time, without moving those that RHK already point at when they come first anyway.
    let start = posting.mulai.get().copied().unwrap_or(start);
    let i = list.partition_point(|p| p.mulai.get().copied().unwrap_or(start) <= start);
    list.insert(i, posting);
    if i + 1 < list.len() {
        for rhk in &mut people.get(id).rhk {
            rhk.posting = rhk.posting.map(|p| if p >= i { p + 1 } else { p });
        }
    }
}

/// Whether the qualitative form is that of a pimpinan: its lists are headed "…, Target, dan Perspektif".
fn lists_perspektif(table_rows: &TableRows<'_>) -> bool {
    table_rows.rows().any(|line| match line.cell(Key::Rhk).value {
        Value::Text(written) => split_qualitative(written).is_some_and(|(rhk, _)| {
            let heading = written.trim_start()[rhk.len()..].trim_start().split(':').next();
            fold(heading.unwrap_or_default()).contains("perspektif")
        }),
        _ => false,
    })
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

fn rows<'a>(ctx: &mut Ctx<'a>, people: &mut People, rencana: &mut PlanIndex, table_rows: &TableRows<'a>, form: &mut FormSheets) {
    let mut above: Option<RhkAbove> = None;
    let lines: Vec<Line<'a, '_>> = table_rows.rows().collect();
    let mut listed = 0;
    for (i, line) in lines.iter().enumerate() {
        ctx.kode = None;
        if listed > 0 {
            listed -= 1;
            continue;
        }
        let cell = line.cell(Key::Rhk);
        let written = ctx.lines(cell).get().cloned().unwrap_or_else(|| ctx.no_text());
        let (text, mut items) = match split_qualitative(&written) {
            Some((text, items)) => (
                text.trim_end_matches([':', '\n']).trim(),
                items.into_iter().map(Text::from).collect(),
            ),
            None => (&*written, Vec::new()),
        };
        let text = ctx.share(without_assignment(text));
        let below = items_below(&lines[i + 1..]);
        listed = below.len();
        items.extend(below.into_iter().flatten());
        let number = line.cell(Key::No).value.written();
        let continues = text.is_empty() || above.as_ref().is_some_and(|a| a.goes_on(line, cell.at, &text, &number));
        let rhk = match (continues, &above) {
            (true, Some(above)) => above.rhk,
            (true, None) => continue,
            (false, _) => {
                let rhk = rhk_of(ctx, people, rencana, form, line, &text, cell.at);
                above = Some(RhkAbove {
                    rhk,
                    at: cell.at,
                    section: line.section,
                    key: super::text_key(&text),
                    number: number.trim().into(),
                });
                rhk
            }
        };
        ctx.kode = Some(people.get(form.id).rhk[rhk].kode.clone());
        indikator(ctx, people, rencana, form, line, rhk, &items);
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
        let copied = || {
            (number.is_empty() || *number == *self.number) && self.section == line.section && super::text_key(text) == self.key
        };
        self.at == at || copied()
    }
}

/// The rows below an RHK that list its indicators, each with what it adds: "Ukuran keberhasilan / Indikator Kinerja Individu,
/// dan Target:" and a row for every item, none of which has a number or says anything else.
fn items_below(lines: &[Line<'_, '_>]) -> Vec<Vec<Text>> {
    let mut found: Vec<Vec<Text>> = Vec::new();
    for line in lines {
        let says = |key: Key| line.has(key) && !line.cell(key).value.is_blank();
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
    text: &Text,
    at: Origin,
) -> RhkNo {
    let jenis = match line.section {
        Some(Section::Tambahan) => JenisRhk::Tambahan,
        Some(Section::Utama) | None => JenisRhk::Utama,
    };
    if let Some(&i) = form.already.get(&(jenis, super::text_key(text))) {
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
    let rhk = RencanaHasilKerja {
        at,
        kode: kode.clone(),
        jenis: Field::given(jenis, at),
        rhk: text.clone(),
        rhk_at: at,
        kode_atasan: intervened(ctx, line.cell(Key::KodeRhkAtasan)),
        tautan_text: true,
        detail: ctx.kept.rhk.share(RhkDetail {
            nip_pemberi_tugas: RowField::empty(at),
            method: RowField::empty(at),
            lingkup: RowField::empty(at),
            nomor_sk: RowField::empty(at),
            mulai: RowField::empty(at),
        }),
        posting: form.posting,
        indikator: Vec::new(),
        tautan: Vec::new(),
        umpan_balik: ThinVec::new(),
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
/// where nobody has written one.
fn intervened<'a>(ctx: &mut Ctx<'a>, cell: InputCell<'a>) -> Field<Text> {
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
    let text = ctx.share(text);
    Field::given(text, cell.at)
}

/// The indicators of a row (one of its own cells, or those listed under the RHK) with the row's realisasi.
fn indikator<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    rencana: &mut PlanIndex,
    form: &FormSheets,
    line: &Line<'a, '_>,
    rhk: RhkNo,
    items: &[Text],
) {
    let aspek = ctx.word(line.cell(Key::Aspek));
    let own = ctx.lines(filled(line.cell(Key::Indikator)));
    let target_cell = filled(line.cell(Key::Target));
    let own_target = target(ctx, target_cell, line.mark(target_cell), None);
    let perspektif = ctx.word(line.cell(Key::Perspektif));
    let at = own.at.in_row(line.number());
    let unit = own_target.get().and_then(|t| t.satuan.clone());
    let mut all: Vec<(Field<Text>, Field<Target>, Field<Perspektif>)> = Vec::new();
    if !own.is_empty() || !own_target.is_empty() {
        all.push((own, own_target, perspektif.clone()));
    }
    let cell = line.cell(Key::Rhk);
    for item in items {
        // Indicator and target stand in one phrase there, and that is right in a qualitative SKP.
        let (text, named) = with_perspektif(item);
        let text = ctx.share(text);
        let target = Target {
            written: text.clone(),
            nilai: None,
            satuan: None,
        };
        let named = named.map_or_else(|| perspektif.clone(), |p| Field::given(p, cell.at));
        all.push((Field::given(text, cell.at), Field::given(target, cell.at), named));
    }
    let realisasi = realisasi(ctx, form, line, unit.as_deref());
    if all.is_empty() && !matches!(&realisasi, Some(r) if !r.nilai.is_empty()) {
        return;
    }
    if all.is_empty() {
        all.push((Field::empty(at), Field::empty(at), perspektif));
    }
    for (text, target, perspektif) in all {
        let list = &mut people.get(form.id).rhk[rhk].indikator;
        let same = |i: &Indikator| {
            i.aspek.state == aspek.state
                && match (i.indikator.get(), text.get()) {
                    (Some(a), Some(b)) => super::text_key(a) == super::text_key(b),
                    (a, b) => a.is_none() && b.is_none(),
                }
        };
        // Only what another form gave may be met again; in one form equal lines are two lines.
        let known = list
            .iter()
            .position(|i| (i.at.sheet() != at.sheet() || i.at.row() < form.top) && same(i));
        let i = if let Some(i) = known {
            i
        } else {
            // A number within the aspek; past any real form only unique, so that counting stays cheap.
            let no = if list.len() < 100 {
                list.iter().filter(|i| i.aspek.state == aspek.state).count()
            } else {
                list.len()
            };
            let no = short(no + 1);
            let satuan = target.get().and_then(|t| t.satuan.clone());
            let satuan = satuan.map_or_else(|| Field::empty(target.at), |s| Field::given(s, target.at));
            list.push(Indikator {
                at,
                no,
                doubled: false,
                indikator: text,
                aim: ctx.kept.aim.share(IndikatorAim {
                    aspek: aspek.clone().in_row(at),
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
                realisasi: SmallVec::new(),
            });
            let i = list.len() - 1;
            rencana.add_indikator((form.id, rhk, aspek.get().copied(), no), IndikatorNo::at(i));
            i
        };
        if let Some(r) = &realisasi {
            let list = &mut people.get(form.id).rhk[rhk].indikator[i].realisasi;
            let before = list.iter().find(|known| known.periode() == r.periode());
            let first = before.map(|known| (known.at, known.written == r.written));
            match first {
                // The same form once more.
                Some((_, true)) => {}
                Some((first, false)) => {
                    list.push(r.clone());
                    ctx.note(line.cell(Key::Realisasi), RealisasiDoubled { first });
                }
                None => list.push(r.clone()),
            }
        }
    }
}

/// A cell in which nobody has filled in anything is empty.
fn filled(cell: InputCell<'_>) -> InputCell<'_> {
    match cell.value {
        Value::Text(t) if is_placeholder(t) => InputCell {
            value: Value::Empty,
            ..cell
        },
        _ => cell,
    }
}

/// The realisasi of a row; `None` in a planning form.
fn realisasi<'a>(ctx: &mut Ctx<'a>, form: &FormSheets, line: &Line<'a, '_>, unit: Option<&str>) -> Option<Realisasi> {
    if !line.has(Key::Realisasi) {
        return None;
    }
    let cell = filled(line.cell(Key::Realisasi));
    let figure = ctx.figure_of(cell, line.mark(cell), unit);
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
        periode: form.periode,
        periode_cell: RowField::empty(cell.at),
        satuan,
        bukti: RowField::empty(cell.at),
    };
    Some(Realisasi {
        at: cell.at,
        detail: ctx.kept.realisasi.share(detail),
    })
}

fn umpan_balik<'a>(ctx: &mut Ctx<'a>, people: &mut People, form: &FormSheets, line: &Line<'a, '_>, rhk: RhkNo) {
    let content = feedback::umpan_balik(ctx, line.cell(Key::UmpanBalik));
    if content.is_empty() && !line.has(Key::UmpanBalik) {
        return;
    }
    let periode = form.periode;
    let list = &mut people.get(form.id).rhk[rhk].umpan_balik;
    // An open cell is kept once: there it is to be filled in.
    if !list.iter().any(|u| u.periode == periode && u.content.state == content.state) {
        list.push(UmpanBalik { periode, content });
    }
}

/// Perilaku and the ratings at the foot of an evaluation.
#[allow(clippy::too_many_arguments)] // a form with all it is joined to
fn evaluasi<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    id: PegawaiId,
    forms: &mut Forms,
    form: &'a Formulir,
    first: Origin,
    days: Option<(Date, Date)>,
) {
    for (name, value) in &form.perilaku {
        let aspek_cell = entry(ctx, Some(name), first);
        let cell = entry(ctx, value.as_ref(), aspek_cell.at);
        let aspek = ctx.word::<AspekPerilaku>(aspek_cell);
        let nilai = feedback::perilaku(ctx, cell, None);
        let list = &mut people.get(id).perilaku;
        if !nilai.is_empty() {
            list.retain(|n| n.aspek.state != aspek.state || !forms.marks.contains(&n.at));
        }
        forms.marks.insert(aspek_cell.at);
        let at = aspek_cell.at;
        list.push(NilaiPerilaku {
            at,
            nip_penilai: Field::empty(at),
            detail: ctx.kept.perilaku.share(PerilakuDetail {
                aspek: aspek.in_row(at),
                penilai: RowField::empty(at),
                nilai: nilai.in_row(at),
            }),
        });
    }
    let hasil_kerja = entry(ctx, form.rating_hasil_kerja.as_ref(), first);
    let perilaku_kerja = entry(ctx, form.rating_perilaku.as_ref(), first);
    let hasil_akhir = entry(ctx, form.predikat.as_ref(), first);
    let periode: Option<Periode> = days.and_then(|(from, to)| spanning(from, to));
    let row = Penilaian {
        at: hasil_kerja.at,
        periode: periode.map_or_else(|| Field::empty(first), |p| Field::given(p, first)),
        hasil_kerja: ctx.rating(hasil_kerja),
        perilaku_kerja: ctx.rating(perilaku_kerja),
        hasil_akhir: ctx.rating(hasil_akhir),
        start: days.map(|d| d.0),
        end: days.map(|d| d.1),
        plt: false,
        withheld: false,
    };
    people.get(id).penilaian.push(row);
}
