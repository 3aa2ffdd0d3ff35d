//! `skp` rows → RHK with their indicators.

use super::ctx::{Ctx, index, push_tight};
use super::indikator::indikator;
use super::people::Orang;
use super::plan_index::Rencana;
use super::rows::{Baris, Cell, Lembar};
use crate::base::origin::Origin;
use crate::model::read::number::Mark;
use crate::model::vocab::{Aspek, JenisRhk};
use crate::model::{Field, Pegawai, RencanaHasilKerja, State, Sumber, Text};
use crate::problem::ProblemKind;
use crate::table::Section;

#[derive(Debug)]
pub(super) struct Kolom {
    pub nip: Option<u16>,
    pub nama: Option<u16>,
    pub kode_rhk: Option<u16>,
    pub jenis: Option<u16>,
    pub rhk: Option<u16>,
    pub kode_rhk_atasan: Option<u16>,
    pub nip_pemberi_tugas: Option<u16>,
    pub metode_kaskade: Option<u16>,
    pub kelompok: Option<u16>,
    pub perspektif: Option<u16>,
    pub aspek: Option<u16>,
    pub no_indikator: Option<u16>,
    pub indikator: Option<u16>,
    pub target: Option<u16>,
    pub satuan: Option<u16>,
    pub arah: Option<u16>,
    pub target_maksimal: Option<u16>,
    pub akumulasi: Option<u16>,
    pub bobot: Option<u16>,
    pub lingkup: Option<u16>,
    pub nomor_sk: Option<u16>,
    pub tanggal_penetapan: Option<u16>,
    pub batas_waktu: Option<u16>,
    pub mulai: Option<u16>,
    pub mark_target: Option<Mark>,
    pub mark_bobot: Option<Mark>,
}

impl Kolom {
    fn of(lembar: &Lembar<'_>) -> Self {
        let col = |name| lembar.col(name);
        Self {
            nip: col("nip"),
            nama: col("nama"),
            kode_rhk: col("kode_rhk"),
            jenis: col("jenis"),
            rhk: col("rhk"),
            kode_rhk_atasan: col("kode_rhk_atasan"),
            nip_pemberi_tugas: col("nip_pemberi_tugas"),
            metode_kaskade: col("metode_kaskade"),
            kelompok: col("kelompok"),
            perspektif: col("perspektif"),
            aspek: col("aspek"),
            no_indikator: col("no_indikator"),
            indikator: col("indikator"),
            target: col("target"),
            satuan: col("satuan"),
            arah: col("arah"),
            target_maksimal: col("target_maksimal"),
            akumulasi: col("akumulasi"),
            bobot: col("bobot"),
            lingkup: col("lingkup"),
            nomor_sk: col("nomor_sk"),
            tanggal_penetapan: col("tanggal_penetapan"),
            batas_waktu: col("batas_waktu"),
            mulai: col("mulai"),
            mark_target: Ctx::mark(lembar, col("target")),
            mark_bobot: Ctx::mark(lembar, col("bobot")),
        }
    }
}

/// Reads an `skp` table. `semua` are all tables, to look at an earlier row again.
pub(super) fn read<'a>(ctx: &mut Ctx<'a>, orang: &mut Orang, rencana: &mut Rencana, semua: &[Lembar<'a>], table: usize) {
    let lembar = &semua[table];
    let kolom = Kolom::of(lembar);
    // The RHK of the row above, for blank RHK cells beneath it.
    let mut above: Option<(u32, u32)> = None;
    for baris in lembar.rows() {
        let (nip, kode) = (baris.cell(kolom.nip), baris.cell(kolom.kode_rhk));
        let under = kode.value.is_blank()
            && baris.cell(kolom.rhk).value.is_blank()
            && !(baris.cell(kolom.aspek).value.is_blank() && baris.cell(kolom.indikator).value.is_blank());
        if under && nip.value.is_blank() {
            let Some((id, rhk)) = above else {
                ctx.nip = None;
                ctx.kode = None;
                ctx.missing(nip, "nip");
                continue;
            };
            name(ctx, orang, id, rhk);
            indikator(ctx, orang, rencana, semua, &kolom, &baris, (id, rhk));
            continue;
        }
        let Some(id) = orang.of_row(ctx, nip, baris.cell(kolom.nama), table, Sumber::Lain) else {
            above = None;
            unmatched(ctx, &kolom, &baris);
            continue;
        };
        let rhk = match above {
            Some((person, rhk)) if under && person == id => Some(rhk),
            _ => rhk_of(ctx, orang, rencana, &kolom, &baris, id, kode),
        };
        above = rhk.map(|r| (id, r));
        if let Some(r) = rhk {
            name(ctx, orang, id, r);
            indikator(ctx, orang, rencana, semua, &kolom, &baris, (id, r));
        }
    }
}

/// A row that joins nobody: what is wrong in its cells is told all the same.
fn unmatched<'a>(ctx: &mut Ctx<'a>, kolom: &Kolom, baris: &Baris<'a, '_>) {
    ctx.word::<JenisRhk>(baris.cell(kolom.jenis));
    ctx.word::<Aspek>(baris.cell(kolom.aspek));
    ctx.text(baris.cell(kolom.indikator));
    ctx.figure(baris.cell(kolom.target), kolom.mark_target);
    ctx.plain(baris.cell(kolom.bobot), kolom.mark_bobot);
}

/// Problems of the row from here on are about this RHK.
fn name(ctx: &mut Ctx<'_>, orang: &mut Orang, id: u32, rhk: u32) {
    let pegawai = orang.get(id);
    ctx.nip = Some(pegawai.nip.clone());
    ctx.kode = Some(pegawai.rhk[rhk as usize].kode.clone());
}

/// The RHK of a row: found again by code and posting, or new.
fn rhk_of<'a>(
    ctx: &mut Ctx<'a>,
    orang: &mut Orang,
    rencana: &mut Rencana,
    kolom: &Kolom,
    baris: &Baris<'a, '_>,
    id: u32,
    kode: Cell<'a>,
) -> Option<u32> {
    let code = ctx.code(kode);
    let Some(code) = code.get().cloned() else {
        if code.is_empty() {
            ctx.missing(kode, "kode_rhk");
        }
        return None;
    };
    ctx.kode = Some(code.clone());
    let key = ctx.key(&code);
    let mulai = ctx.date(baris.cell(kolom.mulai));
    let pegawai = orang.get(id);
    let posting = match &mulai.state {
        State::Given(day) => posting_at(ctx, pegawai, *day),
        // A blank one joins the RHK of that code above; a new code is of the last posting.
        State::Empty => match rencana.latest(id, key) {
            Some(rhk) => pegawai.rhk[rhk as usize].posting,
            None => posting_terakhir(pegawai),
        },
        State::Faulty => None,
    };
    if mulai.get().is_some() && posting.is_none() && !pegawai.posting.is_empty() {
        ctx.problem(ProblemKind::PostingUnknown, baris.cell(kolom.mulai), |p| p);
    }
    if let Some(rhk) = rencana.in_posting(id, key, posting) {
        compare(ctx, &pegawai.rhk[rhk as usize], kolom, baris);
        return Some(rhk);
    }
    let rhk = new_rhk(ctx, kolom, baris, (code, kode.at), mulai, posting);
    let pegawai = orang.get(id);
    let at = index(pegawai.rhk.len());
    push_tight(&mut pegawai.rhk, rhk);
    rencana.add_rhk(id, key, posting, at);
    Some(at)
}

fn new_rhk<'a>(
    ctx: &mut Ctx<'a>,
    kolom: &Kolom,
    baris: &Baris<'a, '_>,
    (kode, at): (Text, Origin),
    mulai: Field<jiff::civil::Date>,
    posting: Option<usize>,
) -> RencanaHasilKerja {
    let text = baris.cell(kolom.rhk);
    let lines = ctx.lines(text);
    if lines.is_empty() {
        ctx.missing(text, "rhk");
    }
    RencanaHasilKerja {
        at,
        kode,
        jenis: jenis(ctx, kolom, baris),
        rhk: lines.get().cloned().unwrap_or_else(|| ctx.no_text()),
        rhk_at: text.at,
        kode_atasan: ctx.code(baris.cell(kolom.kode_rhk_atasan)),
        tautan_teks: false,
        nip_pemberi_tugas: ctx.other_nip(baris.cell(kolom.nip_pemberi_tugas)),
        metode: ctx.word(baris.cell(kolom.metode_kaskade)),
        lingkup: lingkup(ctx, baris.cell(kolom.lingkup)),
        nomor_sk: ctx.text(baris.cell(kolom.nomor_sk)),
        mulai,
        posting,
        indikator: Vec::new(),
        tautan: Vec::new(),
        umpan_balik: Vec::new(),
        ganda: false,
    }
}

fn jenis<'a>(ctx: &mut Ctx<'a>, kolom: &Kolom, baris: &Baris<'a, '_>) -> Field<JenisRhk> {
    let cell = baris.cell(kolom.jenis);
    let own = ctx.word(cell);
    match (own.is_empty(), baris.section) {
        (true, Some(Section::Utama)) => Field::given(JenisRhk::Utama, cell.at),
        (true, Some(Section::Tambahan)) => Field::given(JenisRhk::Tambahan, cell.at),
        (true, None) => {
            ctx.missing(cell, "jenis");
            own
        }
        (false, _) => own,
    }
}

fn lingkup<'a>(ctx: &mut Ctx<'a>, cell: Cell<'a>) -> Field<u8> {
    const EXPECTED: &str = "1, 2, atau 3";
    let field = ctx.ordinal(cell, EXPECTED);
    match field.get() {
        None if field.is_faulty() => Field::faulty(cell.at),
        None => Field::empty(cell.at),
        Some(&n) => {
            if let Ok(n @ 1..=3) = u8::try_from(n) {
                return Field::given(n, cell.at);
            }
            ctx.problem(ProblemKind::NumberUnreadable, cell, |p| p.expected(EXPECTED));
            Field::faulty(cell.at)
        }
    }
}

/// A later row of an RHK may leave blank what belongs to the RHK; something else is recorded.
fn compare<'a>(ctx: &mut Ctx<'a>, first: &RencanaHasilKerja, kolom: &Kolom, baris: &Baris<'a, '_>) {
    let unlike = |ctx: &mut Ctx<'a>, cell: Cell<'a>, column: &'static str, other: Origin| {
        ctx.problem(ProblemKind::RhkInconsistent, cell, |p| p.and(other).detail(column));
    };
    let cell = baris.cell(kolom.rhk);
    if differs(cell, first.rhk_at) {
        let field = ctx.lines(cell);
        if field.get().is_some_and(|t| super::unlike(t, &first.rhk)) {
            unlike(ctx, cell, "rhk", first.rhk_at);
        }
    }
    let cell = baris.cell(kolom.kode_rhk_atasan);
    if differs(cell, first.kode_atasan.at) {
        let field = ctx.code(cell);
        if let Some(code) = field.get()
            && first.kode_atasan.get().is_none_or(|f| super::unlike(f, code))
        {
            unlike(ctx, cell, "kode_rhk_atasan", first.kode_atasan.at);
        }
    }
    // Blank in the first row is the default, so only the effective values are compared.
    let cell = baris.cell(kolom.jenis);
    if differs(cell, first.jenis.at) {
        let field = ctx.word::<JenisRhk>(cell);
        if field.get().is_some() && field.get() != first.jenis.get() {
            unlike(ctx, cell, "jenis", first.jenis.at);
        }
    }
    let cell = baris.cell(kolom.metode_kaskade);
    if differs(cell, first.metode.at) {
        let field = ctx.word(cell);
        let first_value = first.metode.or_default(crate::model::vocab::MetodeKaskade::Langsung);
        if field.get().is_some() && field.get().copied() != first_value {
            unlike(ctx, cell, "metode_kaskade", first.metode.at);
        }
    }
    let cell = baris.cell(kolom.nip_pemberi_tugas);
    if differs(cell, first.nip_pemberi_tugas.at) {
        let field = ctx.other_nip(cell);
        if field.get().is_some() && field.get() != first.nip_pemberi_tugas.get() {
            unlike(ctx, cell, "nip_pemberi_tugas", first.nip_pemberi_tugas.at);
        }
    }
    let cell = baris.cell(kolom.lingkup);
    if differs(cell, first.lingkup.at) {
        let field = lingkup(ctx, cell);
        if field.get().is_some() && field.get().copied() != first.lingkup.or_default(1) {
            unlike(ctx, cell, "lingkup", first.lingkup.at);
        }
    }
}

/// Whether a cell says anything of its own, rather than being blank or the first row's (merged).
fn differs(cell: Cell<'_>, first: Origin) -> bool {
    cell.at != first && !cell.value.is_blank()
}

/// The posting in which a day lies: one that counts, else a Plt one. One whose last day is faulty is
/// taken to go on, as where months are counted: its RHK are its own, not the posting's before it.
pub(super) fn posting_at(ctx: &Ctx<'_>, pegawai: &Pegawai, day: jiff::civil::Date) -> Option<usize> {
    let holds = |p: &crate::model::Posting| {
        p.mulai.or_default(ctx.periode.awal()).is_some_and(|d| d <= day)
            && day <= p.selesai.get().copied().unwrap_or(ctx.periode.akhir())
    };
    pegawai
        .posting_berlaku()
        .rfind(|(_, p)| holds(p))
        .map(|(i, _)| i)
        .or_else(|| pegawai.posting.iter().rposition(holds))
}

/// The last posting that counts.
pub(super) fn posting_terakhir(pegawai: &Pegawai) -> Option<usize> {
    pegawai.posting_berlaku().next_back().map(|(i, _)| i)
}
