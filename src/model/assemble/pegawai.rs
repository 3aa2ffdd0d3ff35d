//! `pegawai` rows → people and their postings.

use super::ctx::{Ctx, push_tight};
use super::people::Orang;
use super::rows::{Baris, Lembar};
use crate::model::read::number::Mark;
use crate::model::{Defect, Field, Pegawai, Posting};
use crate::problem::{Problem, ProblemKind};

#[derive(Debug)]
struct Kolom {
    jabatan: Option<u16>,
    jenis_jabatan: Option<u16>,
    unit_kerja: Option<u16>,
    unit_induk: Option<u16>,
    nip_atasan: Option<u16>,
    nama_atasan: Option<u16>,
    jenis_pegawai: Option<u16>,
    golongan: Option<u16>,
    jenjang: Option<u16>,
    mulai: Option<u16>,
    selesai: Option<u16>,
    plt: Option<u16>,
    kepemimpinan: Option<u16>,
    ide_baru: Option<u16>,
    rekomendasi_ide: Option<u16>,
    status: Option<u16>,
    nilai_ditetapkan: Option<u16>,
    sumber_nilai: Option<u16>,
}

impl Kolom {
    fn of(lembar: &Lembar<'_>) -> Self {
        let col = |name| lembar.col(name);
        Self {
            jabatan: col("jabatan"),
            jenis_jabatan: col("jenis_jabatan"),
            unit_kerja: col("unit_kerja"),
            unit_induk: col("unit_induk"),
            nip_atasan: col("nip_atasan"),
            nama_atasan: col("nama_atasan"),
            jenis_pegawai: col("jenis_pegawai"),
            golongan: col("golongan"),
            jenjang: col("jenjang"),
            mulai: col("mulai"),
            selesai: col("selesai"),
            plt: col("plt"),
            kepemimpinan: col("kepemimpinan"),
            ide_baru: col("ide_baru"),
            rekomendasi_ide: col("rekomendasi_ide"),
            status: col("status"),
            nilai_ditetapkan: col("nilai_ditetapkan"),
            sumber_nilai: col("sumber_nilai"),
        }
    }
}

/// Reads a `pegawai` table.
pub(super) fn read<'a>(ctx: &mut Ctx<'a>, orang: &mut Orang, lembar: &Lembar<'a>) {
    let kolom = Kolom::of(lembar);
    let (nip, nama) = (lembar.col("nip"), lembar.col("nama"));
    let mark = Ctx::mark(lembar, kolom.nilai_ditetapkan);
    for baris in lembar.rows() {
        let Some(id) = orang.of_pegawai_row(ctx, &baris, baris.cell(nip), baris.cell(nama)) else {
            continue;
        };
        let (posting, usable) = posting(ctx, &kolom, &baris, baris.cell(nip).at, mark);
        push_tight(&mut orang.get(id).posting, posting);
        if !usable {
            orang.cacat(id, Defect::DataPegawaiSalah);
        }
    }
}

/// The posting of a row, and whether the cells that every rule set needs can be used.
fn posting<'a>(
    ctx: &mut Ctx<'a>,
    kolom: &Kolom,
    baris: &Baris<'a, '_>,
    at: crate::base::origin::Origin,
    mark: Option<Mark>,
) -> (Posting, bool) {
    let plt = ctx.yes_no(baris.cell(kolom.plt));
    let mulai = ctx.date(baris.cell(kolom.mulai));
    let mut selesai = ctx.date(baris.cell(kolom.selesai));
    if let (Some(first), Some(last)) = (mulai.get(), selesai.get())
        && first > last
    {
        ctx.problem(ProblemKind::DateUnreadable, baris.cell(kolom.selesai), |p| {
            p.expected(format!("tanggal pada atau sesudah {}", first.strftime("%d/%m/%Y")))
                .detail("lebih awal daripada tanggal mulai")
        });
        selesai = Field::faulty(selesai.at);
    }
    let (status, kind) = ctx.status(baris.cell(kolom.status));
    let jenis_pegawai = ctx.shown(baris.cell(kolom.jenis_pegawai));
    let jenis_pegawai = match kind {
        Some(kind) if jenis_pegawai.is_empty() => ctx.share(kind),
        _ => jenis_pegawai,
    };
    let usable = !(plt.is_faulty() || mulai.is_faulty() || selesai.is_faulty() || status.is_faulty());
    let posting = Posting {
        // The row's own cell, also where the NIP is merged over several postings.
        at: crate::base::origin::Origin::new(at.sheet, baris.number(), at.col),
        jabatan: ctx.required(baris.cell(kolom.jabatan), "jabatan"),
        jenis_jabatan: ctx.post(baris.cell(kolom.jenis_jabatan)),
        unit_kerja: ctx.required(baris.cell(kolom.unit_kerja), "unit_kerja"),
        unit_induk: ctx.optional(baris.cell(kolom.unit_induk)),
        nip_atasan: ctx.other_nip(baris.cell(kolom.nip_atasan)),
        nama_atasan: ctx.optional(baris.cell(kolom.nama_atasan)),
        jenis_pegawai,
        golongan: ctx.shown(baris.cell(kolom.golongan)),
        jenjang: ctx.word(baris.cell(kolom.jenjang)),
        mulai,
        selesai,
        plt: plt.get().copied().unwrap_or(false),
        kepemimpinan: ctx.yes_no(baris.cell(kolom.kepemimpinan)),
        ide_baru: ctx.yes_no(baris.cell(kolom.ide_baru)),
        rekomendasi_ide: ctx.text(baris.cell(kolom.rekomendasi_ide)),
        status,
        nilai_ditetapkan: ctx.plain(baris.cell(kolom.nilai_ditetapkan), mark),
        sumber_nilai: ctx.text(baris.cell(kolom.sumber_nilai)),
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
            };
            let mut p = Problem::new(ProblemKind::PersonDoubled).at(second).and(first);
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
