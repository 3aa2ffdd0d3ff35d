//! The post that a form is for.

use jiff::civil::Date;

use super::entry;
use crate::base::ids::{PegawaiId, PostingNo};
use crate::base::origin::Origin;
use crate::base::text::fold;
use crate::input::Value;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::people::People;
use crate::model::assemble::plan_posting::posting_at;
use crate::model::assemble::rows::TableRows;
use crate::model::assemble::unit_key;
use crate::model::findings::PenilaiWithNrp;
use crate::model::read::periode::spanning;
use crate::model::vocab::{JenisJabatan, StatusPegawai};
use crate::model::{Field, Pegawai, Periode, Posting, PostingDetail, RowField, Source, State, Text};
use crate::table::Key;
use crate::table::form::{Entry, Formulir, split_qualitative};

/// Adds the post the form is for. A second form of the same post adds nothing.
pub(super) fn add<'a>(
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
    let (jabatan, unit_kerja) = (ctx.shown(jabatan), ctx.shown(unit));
    let (start, end) = (ctx.periode.start(), ctx.periode.end());
    let from = days.filter(|(_, (from, _))| *from > start);
    let to = days.filter(|(_, (_, to))| *to < end);
    let mulai = from.map_or(State::Empty, |(_, (from, _))| State::Given(from));
    let selesai = to.map_or(State::Empty, |(_, (_, to))| State::Given(to));
    let periodic = days.is_some_and(|(_, (from, to))| spanning(from, to).is_some());
    let key = (unit_key(&unit_kerja), unit_key(&jabatan));
    let list = &mut people.get(id).posting;
    let same_post = list
        .iter_mut()
        .filter(|p| (unit_key(&p.unit_kerja), unit_key(&p.jabatan)) == key);
    if joins(same_post.collect(), &mulai, &selesai, periodic, ctx.periode) {
        return;
    }
    // The form with PERSPEKTIF and without an intervened RHK is that of JPT and pimpinan unit kerja
    // mandiri, who are all rated alike; no other form tells the kind of post.
    let perspektif = table_rows.has(Key::Perspektif) || lists_perspektif(table_rows);
    let jpt = perspektif && !table_rows.has(Key::KodeRhkAtasan);
    let nip_atasan = cell(form.penilai.nip.as_ref(), ctx);
    if form.penilai.nip.is_none() && form.penilai.nrp.is_some() {
        let number = cell(form.penilai.nrp.as_ref(), ctx);
        ctx.note(number, PenilaiWithNrp);
    }
    let nip_atasan = ctx.other_nip(nip_atasan);
    let posting = Posting {
        at,
        jabatan,
        jenis_jabatan: if jpt {
            State::Given(JenisJabatan::JptPratama)
        } else {
            State::Empty
        },
        unit_kerja,
        detail: {
            let detail = detail(ctx, form, first, (at, &nip_atasan));
            ctx.kept.posting.share(detail)
        },
        nip_atasan: nip_atasan.state,
        mulai,
        selesai,
        plt: false,
        outside: false,
        away: None,
    };
    insert(people.get(id), posting, start);
}

/// The posting that a form is of: that of its post and days. Where none has its names, the one of its last day (a form
/// of several is of the last one), and where that is in none, the one of its first.
pub(super) fn of<'a>(
    ctx: &mut Ctx<'a>,
    pegawai: &Pegawai,
    form: &'a Formulir,
    first: Origin,
    days: Option<(Date, Date)>,
) -> Option<usize> {
    let mut name = |written: Option<&'a Entry>| {
        let cell = entry(ctx, written, first);
        unit_key(&ctx.shown(cell))
    };
    let key = (name(form.pegawai.unit_kerja.as_ref()), name(form.pegawai.jabatan.as_ref()));
    let (start, end) = (ctx.periode.start(), ctx.periode.end());
    let (from, to) = days.map_or((start, end), |(from, to)| (from.max(start), to.min(end)));
    let began = |p: &Posting, day: Date| p.mulai.get().is_none_or(|d| *d <= day);
    let goes_on = |p: &Posting, day: Date| p.selesai.get().is_none_or(|d| *d >= day);
    let named = |whole: bool| {
        let is_named = |p: &Posting| (unit_key(&p.unit_kerja), unit_key(&p.jabatan)) == key;
        // Of all its days, or of some.
        let (first, last) = if whole { (from, to) } else { (to, from) };
        let mut all = pegawai.current_posting();
        all.rfind(|(_, p)| is_named(p) && began(p, first) && goes_on(p, last))
    };
    let by_name = named(true).or_else(|| named(false)).map(|(i, _)| i);
    let by_days = || days.and_then(|_| posting_at(ctx, pegawai, to).or_else(|| posting_at(ctx, pegawai, from)));
    by_name.or_else(by_days).or_else(|| pegawai.last_posting_no())
}

/// Whether these days are all that somebody was in his last post, into which he came within the period: then an evaluation of
/// them is the period's, also where they make a semester or a triwulan. Forms alone show it where they are of two posts.
pub(super) fn is_whole_last(ctx: &Ctx<'_>, pegawai: &Pegawai, posting: Option<usize>, (from, to): (Date, Date)) -> bool {
    let mulai = posting.and_then(|p| pegawai.posting.get(p)?.mulai.get().copied());
    let moved = pegawai.source != Source::Formulir || pegawai.current_posting().any(|(i, _)| Some(i) != posting);
    mulai == Some(from) && from > ctx.periode.start() && to == ctx.periode.end() && moved
}

/// Whether a form of a post that is known adds nothing: it is of the same days or of some of them (nobody is in one post
/// twice at once), or one of the periodic forms of the post; they are one posting from the first day of any to the last.
fn joins(known: Vec<&mut Posting>, mulai: &State<Date>, selesai: &State<Date>, periodic: bool, periode: Periode) -> bool {
    if known.iter().any(|p| p.mulai == *mulai && p.selesai == *selesai) {
        return true;
    }
    let start = |mulai: &State<Date>| mulai.get().copied().unwrap_or(periode.start());
    let end = |selesai: &State<Date>| selesai.get().copied().unwrap_or(periode.end());
    let overlaps = |p: &Posting| start(&p.mulai) <= end(selesai) && start(mulai) <= end(&p.selesai);
    let Some(known) = known.into_iter().find(|p| periodic || overlaps(p)) else {
        return false;
    };
    if start(mulai) < start(&known.mulai) {
        known.mulai = mulai.clone();
    }
    if end(selesai) > end(&known.selesai) {
        known.selesai = selesai.clone();
    }
    true
}

/// What else a form says of the post.
fn detail<'a>(ctx: &mut Ctx<'a>, form: &'a Formulir, first: Origin, (at, nip_atasan): (Origin, &Field<Text>)) -> PostingDetail {
    let nama_atasan = entry(ctx, form.penilai.nama.as_ref(), first);
    let pangkat = entry(ctx, form.pegawai.pangkat.as_ref(), first);
    PostingDetail {
        unit_induk: None,
        jenis_jabatan_cell: RowField::empty(at),
        nip_atasan_cell: nip_atasan.place().in_row(at),
        nama_atasan: ctx.optional(nama_atasan),
        atasan_nrp: form.penilai.nrp.is_some(),
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
    }
}

/// In order of time, without moving those that RHK already point at when they come first anyway.
fn insert(pegawai: &mut Pegawai, posting: Posting, start: Date) {
    let start = posting.mulai.get().copied().unwrap_or(start);
    let list = &mut pegawai.posting;
    let i = list.partition_point(|p| p.mulai.get().copied().unwrap_or(start) <= start);
    list.push(posting);
    list[i..].rotate_right(1);
    if i + 1 < list.len() {
        for rhk in &mut pegawai.rhk {
            let shifted = rhk.posting().map(|p| if p >= i { p + 1 } else { p });
            rhk.posting_no = shifted.map(PostingNo::at);
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
