//! `pegawai` rows → people and their postings.

use jiff::civil::Date;

use super::ctx::Ctx;
use super::joined_postings;
use super::likeness::{Likeness, likeness};
use super::people::People;
use super::rows::{Line, TableRows};
use crate::base::ids::PegawaiId;
use crate::base::origin::Origin;
use crate::finding::Noted;
use crate::model::findings::{DateUnreadable, PersonDoubled, PersonRowRepeated};
use crate::model::{Away, Field, Pegawai, Posting, PostingDetail};
use crate::table::Key;

/// Reads a `pegawai` table.
pub(super) fn read<'a>(ctx: &mut Ctx<'a>, people: &mut People, table_rows: &TableRows<'a>) {
    people.expect(table_rows.table.rows.len());
    for line in table_rows.rows() {
        let Some(id) = people.of_pegawai_row(ctx, &line, line.cell(Key::Nip), line.cell(Key::Nama)) else {
            continue;
        };
        let (posting, usable) = posting(ctx, &line, line.cell(Key::Nip).at);
        people.get(id).posting.push(posting);
        if !usable {
            people.get(id).defects.faulty = true;
        }
    }
}

/// The posting of a row, and whether the cells that every rule set needs can be used.
fn posting<'a>(ctx: &mut Ctx<'a>, line: &Line<'a, '_>, at: Origin) -> (Posting, bool) {
    let plt = ctx.plt(line.cell(Key::Plt));
    let mulai = ctx.date(line.cell(Key::Mulai));
    let mut selesai = ctx.date(line.cell(Key::Selesai));
    if let (Some(first), Some(last)) = (mulai.get(), selesai.get())
        && first > last
    {
        let why = Some("lebih awal daripada tanggal mulai");
        let expected = format!("tanggal pada atau sesudah {}", first.strftime("%d/%m/%Y"));
        ctx.note_expecting(line.cell(Key::Selesai), DateUnreadable { why }, expected);
        selesai = Field::faulty(selesai.at);
    }
    let (status, kind) = ctx.status(line.cell(Key::Status));
    let (jenis_pegawai, status) = ctx.kind(line, status);
    let jenis_pegawai = match kind {
        Some(kind) if jenis_pegawai.is_empty() => ctx.share(kind),
        _ => jenis_pegawai,
    };
    let usable = !(plt.is_faulty() || mulai.is_faulty() || selesai.is_faulty() || status.is_faulty());
    // The row's own cell, also where the NIP is merged over several postings.
    let at = Origin::new(at.sheet(), line.number(), at.col());
    let jenis_jabatan = ctx.post(line.cell(Key::JenisJabatan));
    let nip_atasan = ctx.other_nip(line.cell(Key::NipAtasan));
    let mut posting = Posting {
        at,
        jabatan: ctx.required(line.cell(Key::Jabatan), Key::Jabatan),
        unit_kerja: ctx.required(line.cell(Key::UnitKerja), Key::UnitKerja),
        detail: {
            let detail = PostingDetail {
                unit_induk: ctx.optional(line.cell(Key::UnitInduk)),
                jenis_jabatan_cell: jenis_jabatan.place().in_row(at),
                nip_atasan_cell: nip_atasan.place().in_row(at),
                nama_atasan: ctx.optional(line.cell(Key::NamaAtasan)),
                atasan_nrp: false,
                jenis_pegawai,
                golongan: ctx.shown(line.cell(Key::Golongan)),
                jenjang: ctx.word(line.cell(Key::Jenjang)).in_row(at),
                kepemimpinan: ctx.yes_no(line.cell(Key::Kepemimpinan)).in_row(at),
                ide_baru: ctx.yes_no(line.cell(Key::IdeBaru)).in_row(at),
                rekomendasi_ide: ctx.entry(line.cell(Key::RekomendasiIde)).in_row(at),
                status: status.in_row(at),
            };
            ctx.kept.posting.share(detail)
        },
        nip_atasan: nip_atasan.state,
        jenis_jabatan: jenis_jabatan.state,
        mulai: mulai.state,
        selesai: selesai.state,
        plt: plt.get().copied().unwrap_or(false),
        outside: false,
        away: None,
    };
    let away = Away {
        studi: ctx.word(line.cell(Key::Studi)),
        ipk: ctx.plain(line.cell(Key::Ipk), line.mark(line.cell(Key::Ipk))),
        akreditasi: ctx.word(line.cell(Key::Akreditasi)),
        jenjang_studi: ctx.word(line.cell(Key::JenjangStudi)),
        nilai_ditetapkan: ctx.plain(line.cell(Key::NilaiDitetapkan), line.mark(line.cell(Key::NilaiDitetapkan))),
        sumber_nilai: ctx.entry(line.cell(Key::SumberNilai)),
    };
    posting.away = away.kept(&posting.detail.status);
    (posting, usable)
}

/// Puts everybody's postings in order, takes out rows that stand there twice, and finds postings that
/// overlap (Plt rows may).
pub(super) fn order_postings(ctx: &mut Ctx<'_>, people: &mut People, all: &[TableRows<'_>]) {
    for id in (0..people.all.len()).map(PegawaiId::at) {
        let pegawai = people.get(id);
        if pegawai.posting.len() < 2 {
            continue;
        }
        pegawai
            .posting
            .sort_by_key(|p| (p.mulai.get().copied().unwrap_or(Date::MIN), p.at));
        take_out_doubles(ctx, people, all, id);
        joined_postings::join(ctx, people.get(id), all);
        let pegawai = people.get(id);
        if let Some((first, second)) = overlap(ctx, pegawai) {
            let value = ctx.inputs.value(second);
            let mut p = Noted::new(PersonDoubled { first, second }).at(second);
            p.nip = Some(pegawai.nip.clone());
            p.written = Some(value.written().into()).filter(|_| !value.is_blank());
            ctx.problems.push(p);
            people.get(id).defects.doubled = true;
        }
    }
}

/// Rows of one person that are compared with each other: nobody has as many postings.
pub(super) const COMPARED: usize = 16;

/// Of rows that say the same, or less, the richest stays.
fn take_out_doubles(ctx: &mut Ctx<'_>, people: &mut People, all: &[TableRows<'_>], id: PegawaiId) {
    let pegawai = people.get(id);
    let mut kept: Vec<Posting> = Vec::with_capacity(pegawai.posting.len().min(COMPARED));
    let mut repeated = Vec::new();
    for posting in std::mem::take(&mut pegawai.posting) {
        let row = super::row_at(all, posting.at);
        let like = kept.iter().take(COMPARED).enumerate().find_map(|(i, known)| {
            let (earlier, later) = (super::row_at(all, known.at)?, row?);
            let keys = earlier.keys().chain(later.keys()).filter(|k| *k != Key::No);
            let like = (known.plt == posting.plt).then(|| likeness(ctx.periode, &earlier, &later, keys))?;
            (!matches!(like, Likeness::Unlike(_) | Likeness::Beside(_))).then_some((i, like))
        });
        match like {
            None => kept.push(posting),
            Some((i, Likeness::Richer)) => {
                repeated.push((kept[i].at, posting.at));
                kept[i] = posting;
            }
            Some((i, _)) => repeated.push((posting.at, kept[i].at)),
        }
    }
    pegawai.posting = kept.into_iter().collect();
    for (at, first) in repeated {
        ctx.superseded(at);
        let mut p = Noted::new(PersonRowRepeated { first, mark: false }).at(at);
        p.nip = Some(people.get(id).nip.clone());
        ctx.problems.push(p);
    }
}

/// The first two postings that overlap, of those that touch the period: one without a first day
/// reaches back before it, one without a last day beyond. Rows whose dates cannot be read are passed
/// over: their fault is told already.
fn overlap(ctx: &Ctx<'_>, pegawai: &Pegawai) -> Option<(Origin, Origin)> {
    let (start, end) = (ctx.periode.start(), ctx.periode.end());
    let mut reach: Option<(Date, Origin)> = None;
    for p in pegawai.posting.iter().filter(|p| !p.plt) {
        let (Some(mulai), Some(selesai)) = (p.mulai.or_default(Date::MIN), p.selesai.or_default(Date::MAX)) else {
            continue;
        };
        if selesai < start || mulai > end {
            continue;
        }
        if let Some((end, at)) = reach
            && mulai <= end
        {
            return Some((at, p.at));
        }
        if reach.is_none_or(|(end, _)| selesai > end) {
            reach = Some((selesai, p.at));
        }
    }
    None
}
