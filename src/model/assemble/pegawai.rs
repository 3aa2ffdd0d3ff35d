//! `pegawai` rows → people and their postings.

use super::ctx::{Ctx, push_tight};
use super::people::People;
use super::rows::{Line, TableRows};
use crate::finding::Noted;
use crate::model::findings::{DateUnreadable, PersonDoubled};
use crate::model::{Defect, Field, Pegawai, Posting};
use crate::table::Key;

/// Reads a `pegawai` table.
pub(super) fn read<'a>(ctx: &mut Ctx<'a>, people: &mut People, table_rows: &TableRows<'a>) {
    for line in table_rows.rows() {
        let Some(id) = people.of_pegawai_row(ctx, &line, line.cell(Key::Nip), line.cell(Key::Nama)) else {
            continue;
        };
        let (posting, usable) = posting(ctx, &line, line.cell(Key::Nip).at);
        push_tight(&mut people.get(id).posting, posting);
        if !usable {
            people.cacat(id, Defect::DataPegawaiSalah);
        }
    }
}

/// The posting of a row, and whether the cells that every rule set needs can be used.
fn posting<'a>(ctx: &mut Ctx<'a>, line: &Line<'a, '_>, at: crate::base::origin::Origin) -> (Posting, bool) {
    let plt = ctx.yes_no(line.cell(Key::Plt));
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
    let jenis_pegawai = ctx.shown(line.cell(Key::JenisPegawai));
    let jenis_pegawai = match kind {
        Some(kind) if jenis_pegawai.is_empty() => ctx.share(kind),
        _ => jenis_pegawai,
    };
    let usable = !(plt.is_faulty() || mulai.is_faulty() || selesai.is_faulty() || status.is_faulty());
    let posting = Posting {
        // The row's own cell, also where the NIP is merged over several postings.
        at: crate::base::origin::Origin::new(at.sheet, line.number(), at.col),
        jabatan: ctx.required(line.cell(Key::Jabatan), Key::Jabatan),
        jenis_jabatan: ctx.post(line.cell(Key::JenisJabatan)),
        unit_kerja: ctx.required(line.cell(Key::UnitKerja), Key::UnitKerja),
        unit_induk: ctx.optional(line.cell(Key::UnitInduk)),
        nip_atasan: ctx.other_nip(line.cell(Key::NipAtasan)),
        nama_atasan: ctx.optional(line.cell(Key::NamaAtasan)),
        jenis_pegawai,
        golongan: ctx.shown(line.cell(Key::Golongan)),
        jenjang: ctx.word(line.cell(Key::Jenjang)),
        mulai,
        selesai,
        plt: plt.get().copied().unwrap_or(false),
        kepemimpinan: ctx.yes_no(line.cell(Key::Kepemimpinan)),
        ide_baru: ctx.yes_no(line.cell(Key::IdeBaru)),
        rekomendasi_ide: ctx.text(line.cell(Key::RekomendasiIde)),
        status,
        studi: ctx.word(line.cell(Key::Studi)),
        ipk: ctx.plain(line.cell(Key::Ipk), line.mark(line.cell(Key::Ipk))),
        akreditasi: ctx.word(line.cell(Key::Akreditasi)),
        jenjang_studi: ctx.word(line.cell(Key::JenjangStudi)),
        nilai_ditetapkan: ctx.plain(line.cell(Key::NilaiDitetapkan), line.mark(line.cell(Key::NilaiDitetapkan))),
        sumber_nilai: ctx.text(line.cell(Key::SumberNilai)),
    };
    (posting, usable)
}

/// Puts everybody's postings in order and finds those that overlap (Plt rows may).
pub(super) fn order_postings(ctx: &mut Ctx<'_>, people: &mut People) {
    for id in 0..super::ctx::index(people.all.len()) {
        let pegawai = people.get(id);
        if pegawai.posting.len() < 2 {
            continue;
        }
        let start = ctx.periode.start();
        pegawai
            .posting
            .sort_by_key(|p| (p.mulai.get().copied().unwrap_or(start), p.at));
        if let Some((first, second)) = overlap(ctx, pegawai) {
            let cell = super::rows::Cell {
                value: ctx.inputs.value(second),
                at: second,
                absent: false,
            };
            let mut p = Noted::new(PersonDoubled { first, second }).at(second);
            p.nip = Some(pegawai.nip.clone());
            p.written = Some(cell.value.written().into()).filter(|_| !cell.value.is_blank());
            ctx.problems.push(p);
            people.cacat(id, Defect::BarisGanda);
        }
    }
}

/// The first two postings that overlap. Rows whose dates cannot be read are passed over: their
/// fault is told already.
fn overlap(ctx: &Ctx<'_>, pegawai: &Pegawai) -> Option<(crate::base::origin::Origin, crate::base::origin::Origin)> {
    let mut reach: Option<(jiff::civil::Date, crate::base::origin::Origin)> = None;
    for p in pegawai.posting.iter().filter(|p| !p.plt) {
        let mulai = p.mulai.or_default(ctx.periode.start());
        let selesai = p.selesai.or_default(ctx.periode.end());
        let (Some(mulai), Some(selesai)) = (mulai, selesai) else {
            continue;
        };
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
