//! `pegawai` rows → people and their postings.

use super::ctx::{Ctx, push_tight};
use super::people::Orang;
use super::rows::{Baris, Lembar};
use crate::finding::Noted;
use crate::model::findings::{DateUnreadable, PersonDoubled};
use crate::model::{Defect, Field, Pegawai, Posting};
use crate::table::Key;

/// Reads a `pegawai` table.
pub(super) fn read<'a>(ctx: &mut Ctx<'a>, orang: &mut Orang, lembar: &Lembar<'a>) {
    for baris in lembar.rows() {
        let Some(id) = orang.of_pegawai_row(ctx, &baris, baris.cell(Key::Nip), baris.cell(Key::Nama)) else {
            continue;
        };
        let (posting, usable) = posting(ctx, &baris, baris.cell(Key::Nip).at);
        push_tight(&mut orang.get(id).posting, posting);
        if !usable {
            orang.cacat(id, Defect::DataPegawaiSalah);
        }
    }
}

/// The posting of a row, and whether the cells that every rule set needs can be used.
fn posting<'a>(ctx: &mut Ctx<'a>, baris: &Baris<'a, '_>, at: crate::base::origin::Origin) -> (Posting, bool) {
    let plt = ctx.yes_no(baris.cell(Key::Plt));
    let mulai = ctx.date(baris.cell(Key::Mulai));
    let mut selesai = ctx.date(baris.cell(Key::Selesai));
    if let (Some(first), Some(last)) = (mulai.get(), selesai.get())
        && first > last
    {
        let why = Some("lebih awal daripada tanggal mulai");
        let expected = format!("tanggal pada atau sesudah {}", first.strftime("%d/%m/%Y"));
        ctx.note_expecting(baris.cell(Key::Selesai), DateUnreadable { why }, expected);
        selesai = Field::faulty(selesai.at);
    }
    let (status, kind) = ctx.status(baris.cell(Key::Status));
    let jenis_pegawai = ctx.shown(baris.cell(Key::JenisPegawai));
    let jenis_pegawai = match kind {
        Some(kind) if jenis_pegawai.is_empty() => ctx.share(kind),
        _ => jenis_pegawai,
    };
    let usable = !(plt.is_faulty() || mulai.is_faulty() || selesai.is_faulty() || status.is_faulty());
    let posting = Posting {
        // The row's own cell, also where the NIP is merged over several postings.
        at: crate::base::origin::Origin::new(at.sheet, baris.number(), at.col),
        jabatan: ctx.required(baris.cell(Key::Jabatan), Key::Jabatan),
        jenis_jabatan: ctx.post(baris.cell(Key::JenisJabatan)),
        unit_kerja: ctx.required(baris.cell(Key::UnitKerja), Key::UnitKerja),
        unit_induk: ctx.optional(baris.cell(Key::UnitInduk)),
        nip_atasan: ctx.other_nip(baris.cell(Key::NipAtasan)),
        nama_atasan: ctx.optional(baris.cell(Key::NamaAtasan)),
        jenis_pegawai,
        golongan: ctx.shown(baris.cell(Key::Golongan)),
        jenjang: ctx.word(baris.cell(Key::Jenjang)),
        mulai,
        selesai,
        plt: plt.get().copied().unwrap_or(false),
        kepemimpinan: ctx.yes_no(baris.cell(Key::Kepemimpinan)),
        ide_baru: ctx.yes_no(baris.cell(Key::IdeBaru)),
        rekomendasi_ide: ctx.text(baris.cell(Key::RekomendasiIde)),
        status,
        studi: ctx.word(baris.cell(Key::Studi)),
        ipk: ctx.plain(baris.cell(Key::Ipk), baris.mark(baris.cell(Key::Ipk))),
        akreditasi: ctx.word(baris.cell(Key::Akreditasi)),
        jenjang_studi: ctx.word(baris.cell(Key::JenjangStudi)),
        nilai_ditetapkan: ctx.plain(baris.cell(Key::NilaiDitetapkan), baris.mark(baris.cell(Key::NilaiDitetapkan))),
        sumber_nilai: ctx.text(baris.cell(Key::SumberNilai)),
    };
    (posting, usable)
}

/// Puts everybody's postings in order and finds those that overlap (Plt rows may).
pub(super) fn order_postings(ctx: &mut Ctx<'_>, orang: &mut Orang) {
    for id in 0..super::ctx::index(orang.semua.len()) {
        let pegawai = orang.get(id);
        if pegawai.posting.len() < 2 {
            continue;
        }
        let awal = ctx.periode.awal();
        pegawai
            .posting
            .sort_by_key(|p| (p.mulai.get().copied().unwrap_or(awal), p.at));
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
            orang.cacat(id, Defect::BarisGanda);
        }
    }
}

/// The first two postings that overlap. Rows whose dates cannot be read are passed over: their
/// fault is told already.
fn overlap(ctx: &Ctx<'_>, pegawai: &Pegawai) -> Option<(crate::base::origin::Origin, crate::base::origin::Origin)> {
    let mut reach: Option<(jiff::civil::Date, crate::base::origin::Origin)> = None;
    for p in pegawai.posting.iter().filter(|p| !p.plt) {
        let mulai = p.mulai.or_default(ctx.periode.awal());
        let selesai = p.selesai.or_default(ctx.periode.akhir());
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
